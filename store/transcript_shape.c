/* SPDX-License-Identifier: Apache-2.0 */
/* The order of fields is that of a document as it is usually written, so that each place is near the one before. */
#include "store/transcript_shape.h"

#include "engine/form.h"
#include "xml/form_reader.h"

#define PLACE(record, member)                                                                                          \
    { .kind = FUHE_TRANSCRIPT_PLACE, .offset = offsetof(struct record, member) }
#define CELL(record, member)                                                                                           \
    { .kind = FUHE_TRANSCRIPT_CELL, .offset = offsetof(struct record, member) }
#define FLAG(record, member, following)                                                                                \
    { .kind = FUHE_TRANSCRIPT_FLAG, .offset = offsetof(struct record, member), .guards = (following) }
#define ROWS(record, member, number, shape, limit)                                                                     \
    {                                                                                                                  \
        .kind = FUHE_TRANSCRIPT_ROWS, .offset = offsetof(struct record, member),                                       \
        .count = offsetof(struct record, number), .most = (limit), .row = &(shape)                                     \
    }
#define COUNT_OF(list) (sizeof(list) / sizeof((list)[0]))
#define SHAPE(record, letter, list, later)                                                                             \
    {                                                                                                                  \
        .mark = (letter), .size = sizeof(struct record), .count = COUNT_OF(list),                                      \
        .first_count = COUNT_OF(list) - (later), .fields = (list)                                                      \
    }

static const struct fuhe_transcript_field oddity_fields[] = {
    {.kind = FUHE_TRANSCRIPT_ODDITY, .offset = offsetof(struct fuhe_oddity, kind)},
    PLACE(fuhe_oddity, place),
    {.kind = FUHE_TRANSCRIPT_TEXT, .offset = offsetof(struct fuhe_oddity, name)},
};
static const struct fuhe_transcript_shape oddity = SHAPE(fuhe_oddity, 'o', oddity_fields, 0);

static const struct fuhe_transcript_field fund_fields[] = {
    PLACE(fuhe_fund, place),   CELL(fuhe_fund, label), CELL(fuhe_fund, initial), CELL(fuhe_fund, budget),
    CELL(fuhe_fund, executed), CELL(fuhe_fund, rate),  CELL(fuhe_fund, weight),  CELL(fuhe_fund, score),
};
static const struct fuhe_transcript_shape fund = SHAPE(fuhe_fund, 'f', fund_fields, 0);

static const struct fuhe_transcript_field indicator_fields[] = {
    PLACE(fuhe_indicator, place),         CELL(fuhe_indicator, level1),          CELL(fuhe_indicator, level2),
    CELL(fuhe_indicator, name),           CELL(fuhe_indicator, weight),          CELL(fuhe_indicator, score),
    CELL(fuhe_indicator, target),         CELL(fuhe_indicator, relation),        CELL(fuhe_indicator, unit),
    CELL(fuhe_indicator, adjusted),       CELL(fuhe_indicator, actual),          CELL(fuhe_indicator, reason),
    CELL(fuhe_indicator, reviewed_score), CELL(fuhe_indicator, reviewed_reason),
};
static const struct fuhe_transcript_shape indicator = SHAPE(fuhe_indicator, 'i', indicator_fields, 0);

static const struct fuhe_transcript_field doubt_fields[] = {
    PLACE(fuhe_doubt, place), CELL(fuhe_doubt, value), CELL(fuhe_doubt, why),
    CELL(fuhe_doubt, at),     CELL(fuhe_doubt, text),
};
static const struct fuhe_transcript_shape doubt = SHAPE(fuhe_doubt, 'd', doubt_fields, 0);

static const struct fuhe_transcript_field table_name_fields[] = {
    {.kind = FUHE_TRANSCRIPT_NUMBER, .offset = offsetof(struct fuhe_table_name, table)},
    {.kind = FUHE_TRANSCRIPT_TEXT, .offset = offsetof(struct fuhe_table_name, name)},
};
static const struct fuhe_transcript_shape table_name = SHAPE(fuhe_table_name, 't', table_name_fields, 0);

enum { OF_TABLES = 2 }; /* fields at the end that only the second version has */

static const struct fuhe_transcript_field form_fields[] = {
    PLACE(fuhe_form, place),
    CELL(fuhe_form, id),
    CELL(fuhe_form, year),
    CELL(fuhe_form, kind),
    CELL(fuhe_form, region),
    CELL(fuhe_form, project),
    CELL(fuhe_form, department),
    CELL(fuhe_form, unit),
    CELL(fuhe_form, funds_unit),
    ROWS(fuhe_form, funds, fund_count, fund, FUHE_LIMIT_FUNDS),
    CELL(fuhe_form, goal_expected),
    CELL(fuhe_form, goal_achieved),
    ROWS(fuhe_form, indicators, indicator_count, indicator, FUHE_LIMIT_INDICATORS),
    FLAG(fuhe_form, has_total, 0),
    CELL(fuhe_form, total_claimed),
    CELL(fuhe_form, total_grade),
    CELL(fuhe_form, total_deviation_rate),
    FLAG(fuhe_form, disclosed.present, 7),
    PLACE(fuhe_form, disclosed.place),
    CELL(fuhe_form, disclosed.name),
    CELL(fuhe_form, disclosed.total),
    CELL(fuhe_form, disclosed.budget),
    CELL(fuhe_form, disclosed.executed),
    CELL(fuhe_form, disclosed.rate),
    CELL(fuhe_form, disclosed.text),
    ROWS(fuhe_form, oddities, oddity_count, oddity, FUHE_LIMIT_ODDITIES),
    ROWS(fuhe_form, doubts, doubt_count, doubt, FUHE_LIMIT_DOUBTS),
    {.kind = FUHE_TRANSCRIPT_ROWS,
     .is_place = true,
     .offset = offsetof(struct fuhe_form, table_names),
     .count = offsetof(struct fuhe_form, table_name_count),
     .most = FUHE_LIMIT_TABLE_NAMES,
     .row = &table_name},
};
const struct fuhe_transcript_shape fuhe_transcript_form = SHAPE(fuhe_form, 'F', form_fields, OF_TABLES);

static const struct fuhe_transcript_field document_fields[] = {
    FLAG(fuhe_document, is_collection, 0),
    CELL(fuhe_document, source),
    CELL(fuhe_document, region),
    FLAG(fuhe_document, statement.present, 6),
    PLACE(fuhe_document, statement.place),
    CELL(fuhe_document, statement.projects),
    CELL(fuhe_document, statement.funds),
    CELL(fuhe_document, statement.share),
    CELL(fuhe_document, statement.spending),
    CELL(fuhe_document, statement.unit),
    ROWS(fuhe_document, oddities, oddity_count, oddity, FUHE_LIMIT_ODDITIES),
};
const struct fuhe_transcript_shape fuhe_transcript_document = SHAPE(fuhe_document, 'D', document_fields, 0);

bool fuhe_transcript_has_tables(const struct fuhe_form *form) {
    return form->place.table > 0 || form->doubt_count > 0 || form->table_name_count > 0;
}
