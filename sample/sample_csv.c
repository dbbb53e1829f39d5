/* SPDX-License-Identifier: Apache-2.0 */
/* The sample as a table with one line a form, and an empty column for what the review by hand gives: filled in, it is
 * what `fuhe sample --reviewed` reads. Columns are named beside the member that they show. */
#include "report/csv_cell.h"
#include "sample/money_text.h"
#include "sample/sample.h"

enum kind { KIND_TEXT, KIND_FIGURE, KIND_MONEY, KIND_PAGE, KIND_COUNT, KIND_PART, KIND_FLAG, KIND_STATE, KIND_EMPTY };

#define ITEM(member) offsetof(struct fuhe_sample_item, member)

static const struct {
    const char *name;
    enum kind kind;
    size_t offset;
    bool by_money; /* empty in a sample by risk */
} columns[] = {
    {"page", KIND_PAGE, ITEM(page), false},
    {"file", KIND_TEXT, ITEM(file), false},
    {"number", KIND_COUNT, ITEM(number), false},
    {"id", KIND_TEXT, ITEM(id), false},
    {"year", KIND_TEXT, ITEM(year), false},
    {"department", KIND_TEXT, ITEM(department), false},
    {"project", KIND_TEXT, ITEM(project), false},
    {"budget_yuan", KIND_MONEY, ITEM(budget), false},
    {"hits", KIND_COUNT, ITEM(hits), true},
    {"certain", KIND_FLAG, ITEM(certain), true},
    {"state", KIND_STATE, ITEM(state), false},
    {"total_claimed", KIND_TEXT, ITEM(claimed), false},
    {"total_verified", KIND_FIGURE, ITEM(verified), false},
    {"reviewed", KIND_EMPTY, 0, false},
    {"deviation_points", KIND_FIGURE, ITEM(deviation), false},
    {"grade_claimed", KIND_TEXT, ITEM(grade_claimed), false},
    {"grade", KIND_TEXT, ITEM(grade), false},
    {"risk", KIND_PART, ITEM(risk), false},
    {"risk_state", KIND_PART, ITEM(why.state), false},
    {"risk_grade", KIND_PART, ITEM(why.grade), false},
    {"risk_deviation", KIND_PART, ITEM(why.deviation), false},
    {"risk_findings", KIND_PART, ITEM(why.findings), false},
    {"risk_firmness", KIND_PART, ITEM(why.firmness), false},
    {"findings", KIND_TEXT, ITEM(codes), false},
};

enum { COLUMN_COUNT = sizeof columns / sizeof columns[0] };

static void write_money(struct fuhe_output *output, struct fuhe_money money) {
    char text[FUHE_MONEY_TEXT_SIZE];

    fuhe_output_text(output, (fuhe_text){text, fuhe_money_text(money, text)});
}

static void write_cell(struct fuhe_output *output, enum kind kind, const void *member) {
    switch (kind) {
    case KIND_TEXT:
        fuhe_csv_text(output, *(const fuhe_text *)member);
        return;
    case KIND_FIGURE:
        fuhe_csv_decimal(output, ((const struct fuhe_figure *)member)->present,
                         ((const struct fuhe_figure *)member)->value);
        return;
    case KIND_MONEY:
        write_money(output, *(const struct fuhe_money *)member);
        return;
    case KIND_PAGE:
        fuhe_output_size(output, (size_t) * (const uint64_t *)member);
        return;
    case KIND_COUNT:
        fuhe_output_size(output, *(const size_t *)member);
        return;
    case KIND_PART:
        fuhe_output_size(output, *(const unsigned *)member);
        return;
    case KIND_FLAG:
        fuhe_output_string(output, *(const bool *)member ? "true" : "false");
        return;
    case KIND_STATE:
        fuhe_output_string(output, fuhe_review_state_name(*(const enum fuhe_review_state *)member));
        return;
    case KIND_EMPTY:
        return;
    }
}

void fuhe_sample_csv_begin(bool no_bom, struct fuhe_output *output) {
    fuhe_output_string(output, no_bom ? "" : "\xEF\xBB\xBF");
    fuhe_output_string(output, "method,n,seed,batch,whole");
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        fuhe_output_char(output, ',');
        fuhe_output_string(output, columns[i].name);
    }
    fuhe_output_string(output, "\r\n");
}

static void write_sample_cells(struct fuhe_output *output, const struct fuhe_sample *sample) {
    fuhe_output_string(output, fuhe_sample_method_name(sample->request.method));
    fuhe_output_char(output, ',');
    fuhe_output_size(output, sample->request.count);
    fuhe_output_char(output, ',');
    if (sample->request.method == FUHE_SAMPLE_MONEY) {
        fuhe_output_size(output, sample->request.seed);
    }
    fuhe_output_char(output, ',');
    fuhe_output_string(output, sample->origin.fingerprint);
    fuhe_output_string(output, sample->origin.whole ? ",true" : ",false");
}

static void write_item(struct fuhe_output *output, const struct fuhe_sample *sample,
                       const struct fuhe_sample_item *item) {
    const bool by_money = sample->request.method == FUHE_SAMPLE_MONEY;

    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        fuhe_output_char(output, ',');
        if (by_money || !columns[i].by_money) {
            write_cell(output, columns[i].kind, (const char *)item + columns[i].offset);
        }
    }
}

void fuhe_sample_csv_add(const struct fuhe_sample *sample, struct fuhe_output *output) {
    for (size_t i = 0; i < sample->count; i++) {
        write_sample_cells(output, sample);
        write_item(output, sample, &sample->items[i]);
        fuhe_output_string(output, "\r\n");
    }
}
