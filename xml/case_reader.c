/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the cases of a rule pack. The cells of rows and money go straight into the structs of a form; what must come
 * out of them is turned into values when their element closes.
 *
 *     <cases pack="…">
 *       <case shows="cost" zh="…" en="…" findings="…" no-findings="…">
 *         <execution budget="…" executed="…" claim="…" band="…" score="…" verdict="…"/>
 *         <row level1="…" target="…" actual="…" weight="…" claim="…" score="…" verdict="…"/>…
 *         <total claim="…" score="…" grade="…" weights="…" deviation="…" rate="…"/>
 *       </case>…
 *     </cases> */
#include "xml/case_reader.h"

#include <stdio.h>
#include <string.h>

#include "xml/pack_value.h"
#include "xml/sax_machine.h"

enum { IN_DOCUMENT = FUHE_SAX_DOCUMENT, IN_CASES, IN_CASE, IN_EXECUTION, IN_ROW, IN_TOTAL };

/* One record for every element: what is not its own stays absent. */
struct record {
    struct fuhe_cell pack;
    struct fuhe_cell shows;
    struct fuhe_cell zh;
    struct fuhe_cell en;
    struct fuhe_cell findings;
    struct fuhe_cell silent;
    struct fuhe_cell score;
    struct fuhe_cell verdict;
    struct fuhe_cell band;
    struct fuhe_cell grade;
    struct fuhe_cell weights;
    struct fuhe_cell deviation;
    struct fuhe_cell rate;
    struct fuhe_cell claim;
    struct fuhe_fund fund;
    struct fuhe_indicator indicator;
};

struct case_reader {
    struct fuhe_arena *arena;
    struct fuhe_pack_cases *cases;
    size_t case_capacity;
    size_t row_capacity; /* of the last case */
};

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

static enum fuhe_status lacks(struct fuhe_error *err, const char *element, const char *what, struct fuhe_place place) {
    return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_MISSING, element, (fuhe_text){NULL, 0}, what, place);
}

static struct fuhe_pack_case *last_case(const struct case_reader *reader) {
    return &reader->cases->cases[reader->cases->count - 1];
}

/* --- values ------------------------------------------------------------------------------------------------------ */

static enum fuhe_status read_figure(const struct fuhe_cell *cell, const char *subject, struct fuhe_figure *figure,
                                    struct fuhe_error *err) {
    unsigned places;

    if (cell->state == FUHE_CELL_ABSENT) {
        return FUHE_STATUS_OK;
    }
    if (fuhe_decimal_parse(cell->text, &figure->value, &places) != FUHE_STATUS_OK) {
        return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_VALUE, subject, cell->text, "a number", cell->place);
    }
    figure->present = true;
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_verdict(const struct fuhe_cell *cell, const char *subject,
                                     struct fuhe_expected_score *expected, struct fuhe_error *err) {
    if (cell->state == FUHE_CELL_ABSENT) {
        return FUHE_STATUS_OK;
    }
    for (int verdict = FUHE_VERDICT_EXACT; verdict <= FUHE_VERDICT_UNSCORED; verdict++) {
        if (fuhe_text_equals(cell->text, fuhe_text_of(fuhe_verdict_name((enum fuhe_verdict)verdict)))) {
            expected->has_verdict = true;
            expected->verdict = (enum fuhe_verdict)verdict;
            return FUHE_STATUS_OK;
        }
    }
    return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_VALUE, subject, cell->text,
                            "exact | rounded | truncated | overstated | understated | judgement | unscored",
                            cell->place);
}

/* "over-completion reason-missing" */
static enum fuhe_status read_codes(const struct fuhe_cell *cell, const char *subject, struct fuhe_code_list *list,
                                   struct fuhe_error *err) {
    fuhe_text rest = fuhe_text_trim(cell->text);

    while (rest.length > 0) {
        const size_t space = fuhe_text_find(rest, FUHE_TEXT(" "));
        const fuhe_text word = {rest.bytes, space < rest.length ? space : rest.length};
        const enum fuhe_code code = fuhe_code_find(word);
        if (code == FUHE_CODE_COUNT || list->count == FUHE_CASE_FINDINGS_MAX) {
            return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_VALUE, subject, word, "codes of findings, at most 8",
                                    cell->place);
        }
        list->codes[list->count++] = code;
        rest = fuhe_text_trim(fuhe_text_from(rest, word.length));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_rule(const struct fuhe_cell *cell, enum fuhe_rule *rule, struct fuhe_error *err) {
    for (size_t i = FUHE_RULE_NONE + 1; i < FUHE_RULE_COUNT; i++) {
        if (fuhe_text_equals(cell->text, fuhe_text_of(fuhe_rule_name((enum fuhe_rule)i)))) {
            *rule = (enum fuhe_rule)i;
            return FUHE_STATUS_OK;
        }
    }
    return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_VALUE, "case/@shows", cell->text, "the name of a rule", cell->place);
}

/* --- elements ---------------------------------------------------------------------------------------------------- */

static enum fuhe_status open_element(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    const struct case_reader *reader = context;

    frame->record = fuhe_arena_allocate(reader->arena, 1, sizeof(struct record));
    return frame->record == NULL ? no_memory(err) : FUHE_STATUS_OK;
}

static enum fuhe_status open_case(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct case_reader *reader = context;
    struct fuhe_pack_cases *cases = reader->cases;
    void *items = cases->cases;

    if (fuhe_arena_grow(reader->arena, &items, cases->count, &reader->case_capacity, sizeof *cases->cases) !=
        FUHE_STATUS_OK) {
        return no_memory(err);
    }
    cases->cases = items;
    cases->cases[cases->count++] = (struct fuhe_pack_case){.place = frame->place};
    reader->row_capacity = 0;
    return open_element(context, frame, err);
}

static enum fuhe_status read_expected(const struct record *record, const char *element,
                                      struct fuhe_expected_score *expected, struct fuhe_error *err) {
    char subject[32];

    (void)snprintf(subject, sizeof subject, "%s/@score", element);
    FUHE_TRY(read_figure(&record->score, subject, &expected->score, err));
    (void)snprintf(subject, sizeof subject, "%s/@verdict", element);
    return read_verdict(&record->verdict, subject, expected, err);
}

static enum fuhe_status close_execution(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    const struct record *record = frame->record;
    struct fuhe_case_execution *execution = &last_case(context)->execution;

    execution->present = true;
    execution->fund = record->fund;
    execution->fund.place = frame->place;
    FUHE_TRY(read_figure(&record->band, "execution/@band", &execution->band, err));
    return read_expected(record, "execution", &execution->expected, err);
}

static enum fuhe_status close_row(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct case_reader *reader = context;
    struct fuhe_pack_case *example = last_case(reader);
    const struct record *record = frame->record;
    void *rows = example->rows;

    if (fuhe_arena_grow(reader->arena, &rows, example->row_count, &reader->row_capacity, sizeof *example->rows) !=
        FUHE_STATUS_OK) {
        return no_memory(err);
    }
    example->rows = rows;
    struct fuhe_case_row *row = &example->rows[example->row_count++];
    *row = (struct fuhe_case_row){.indicator = record->indicator};
    row->indicator.place = frame->place;
    return read_expected(record, "row", &row->expected, err);
}

static enum fuhe_status close_total(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    const struct record *record = frame->record;
    struct fuhe_case_total *total = &last_case(context)->total;

    *total = (struct fuhe_case_total){.present = true,
                                      .place = frame->place,
                                      .claim = record->claim,
                                      .grade = record->grade.text,
                                      .variant = record->weights.text};
    FUHE_TRY(read_figure(&record->score, "total/@score", &total->score, err));
    FUHE_TRY(read_figure(&record->deviation, "total/@deviation", &total->deviation, err));
    return read_figure(&record->rate, "total/@rate", &total->rate, err);
}

/* Whether anything can differ. Of a row that stands alone both the points and the verdict must be told. */
static bool states_outcome(const struct fuhe_pack_case *example) {
    const struct fuhe_case_total *total = &example->total;

    if (example->row_count == 1 && !total->present && !example->execution.present) {
        return example->rows[0].expected.score.present && example->rows[0].expected.has_verdict;
    }
    if (total->present) {
        return total->score.present || total->grade.length > 0 || total->variant.length > 0;
    }
    return example->execution.expected.score.present || example->findings.count + example->silent.count > 0;
}

static enum fuhe_status close_case(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct fuhe_pack_case *example = last_case(context);
    const struct record *record = frame->record;

    if (record->zh.state != FUHE_CELL_TEXT || record->en.state != FUHE_CELL_TEXT) {
        return lacks(err, "case", record->zh.state != FUHE_CELL_TEXT ? "zh" : "en", frame->place);
    }
    if (record->shows.state != FUHE_CELL_TEXT) {
        return lacks(err, "case", "shows", frame->place);
    }
    example->says = (struct fuhe_bilingual){record->zh.text, record->en.text};
    FUHE_TRY(read_rule(&record->shows, &example->shows, err));
    FUHE_TRY(read_codes(&record->findings, "case/@findings", &example->findings, err));
    FUHE_TRY(read_codes(&record->silent, "case/@no-findings", &example->silent, err));
    return states_outcome(example) ? FUHE_STATUS_OK : lacks(err, "case", "score, verdict", frame->place);
}

static enum fuhe_status close_cases(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct case_reader *reader = context;
    const struct record *record = frame->record;

    if (record->pack.state != FUHE_CELL_TEXT) {
        return lacks(err, "cases", "pack", frame->place);
    }
    reader->cases->pack = record->pack.text;
    return reader->cases->count > 0 ? FUHE_STATUS_OK : lacks(err, "cases", "case", frame->place);
}

/* --- the vocabulary ---------------------------------------------------------------------------------------------- */

#define CELL(name, member)                                                                                             \
    { name, offsetof(struct record, member) }
#define END                                                                                                            \
    { NULL, 0 }

static const struct fuhe_sax_attribute cases_attributes[] = {CELL("pack", pack), END};
static const struct fuhe_sax_attribute case_attributes[] = {
    CELL("shows", shows), CELL("zh", zh), CELL("en", en), CELL("findings", findings), CELL("no-findings", silent), END};
static const struct fuhe_sax_attribute execution_attributes[] = {
    CELL("label", fund.label), CELL("budget", fund.budget), CELL("executed", fund.executed), CELL("claim", fund.score),
    CELL("band", band),        CELL("score", score),        CELL("verdict", verdict),        END};
static const struct fuhe_sax_attribute row_attributes[] = {CELL("level1", indicator.level1),
                                                           CELL("level2", indicator.level2),
                                                           CELL("name", indicator.name),
                                                           CELL("target", indicator.target),
                                                           CELL("relation", indicator.relation),
                                                           CELL("unit", indicator.unit),
                                                           CELL("adjusted", indicator.adjusted),
                                                           CELL("actual", indicator.actual),
                                                           CELL("reason", indicator.reason),
                                                           CELL("weight", indicator.weight),
                                                           CELL("claim", indicator.score),
                                                           CELL("score", score),
                                                           CELL("verdict", verdict),
                                                           END};
static const struct fuhe_sax_attribute total_attributes[] = {CELL("claim", claim),
                                                             CELL("score", score),
                                                             CELL("grade", grade),
                                                             CELL("weights", weights),
                                                             CELL("deviation", deviation),
                                                             CELL("rate", rate),
                                                             END};

static const struct fuhe_sax_row rows[] = {
    {.parent = IN_DOCUMENT,
     .element = "cases",
     .self = IN_CASES,
     .open = open_element,
     .close = close_cases,
     .attributes = cases_attributes},
    {.parent = IN_CASES,
     .element = "case",
     .self = IN_CASE,
     .repeats = true,
     .open = open_case,
     .close = close_case,
     .attributes = case_attributes},
    {.parent = IN_CASE,
     .element = "execution",
     .self = IN_EXECUTION,
     .open = open_element,
     .close = close_execution,
     .attributes = execution_attributes},
    {.parent = IN_CASE,
     .element = "row",
     .self = IN_ROW,
     .repeats = true,
     .open = open_element,
     .close = close_row,
     .attributes = row_attributes},
    {.parent = IN_CASE,
     .element = "total",
     .self = IN_TOTAL,
     .open = open_element,
     .close = close_total,
     .attributes = total_attributes},
};

static enum fuhe_status refuse_oddity(void *context, const struct fuhe_sax_frame *parent,
                                      const struct fuhe_sax_oddity *oddity, struct fuhe_error *err) {
    const bool repeated = oddity->kind == FUHE_ODDITY_REPEATED_ELEMENT;

    (void)context;
    (void)parent;
    return fuhe_pack_refuse(err, repeated ? FUHE_PROBLEM_PACK_DUPLICATE : FUHE_PROBLEM_PACK_ELEMENT, oddity->parent,
                            oddity->kind == FUHE_ODDITY_STRAY_TEXT ? FUHE_TEXT("text") : oddity->name, NULL,
                            oddity->place);
}

enum fuhe_status fuhe_cases_read(const struct fuhe_input *input, struct fuhe_arena *arena,
                                 struct fuhe_pack_cases *cases, struct fuhe_error *err) {
    static const struct fuhe_sax_vocabulary vocabulary = {.namespace_name = "urn:fuhe:cases:1",
                                                          .rows = rows,
                                                          .row_count = sizeof rows / sizeof rows[0],
                                                          .odd = refuse_oddity};
    struct case_reader reader = {.arena = arena, .cases = cases};
    const struct fuhe_sax_frame root = {.arena = arena};
    struct fuhe_sax_machine *machine = fuhe_sax_machine_new(&vocabulary);

    if (machine == NULL) {
        return no_memory(err);
    }
    *cases = (struct fuhe_pack_cases){.count = 0};
    const enum fuhe_status status = fuhe_sax_machine_read(machine, input, &reader, &root, err);
    fuhe_sax_machine_free(machine);
    return status;
}
