/* SPDX-License-Identifier: Apache-2.0 */
/* The sample as JSON lines (sample/sample.schema.json): what was drawn how and what may be said of it, then a line for
 * each form. What is not known is not there. */
#include "report/record.h"
#include "sample/money_text.h"
#include "sample/sample.h"

static void write_money(struct fuhe_record *record, const char *name, struct fuhe_money money) {
    char text[FUHE_MONEY_TEXT_SIZE];

    if (money.present) {
        (void)fuhe_money_text(money, text);
        fuhe_record_word(record, name, text);
    }
}

static void write_figure(struct fuhe_record *record, const char *name, struct fuhe_figure figure) {
    if (figure.present) {
        fuhe_record_decimal(record, name, figure.value, 2);
    }
}

static void write_head(struct fuhe_record *record, const struct fuhe_sample *sample, const char *type) {
    fuhe_record_word(record, "schema", "fuhe-sample/1");
    fuhe_record_word(record, "type", type);
    fuhe_record_word(record, "method", fuhe_sample_method_name(sample->request.method));
}

static void write_sample(struct fuhe_record *record, const struct fuhe_sample *sample) {
    static const char *const states[] = {[FUHE_SAMPLE_DRAWN] = "drawn",
                                         [FUHE_SAMPLE_EVERYTHING] = "everything",
                                         [FUHE_SAMPLE_NO_MONEY] = "no-money",
                                         [FUHE_SAMPLE_TOO_MUCH] = "too-much-money"};

    write_head(record, sample, "sample");
    fuhe_record_count(record, "n", sample->request.count);
    if (sample->request.method == FUHE_SAMPLE_MONEY) {
        fuhe_record_count(record, "seed", sample->request.seed);
        fuhe_record_count(record, "confidence", sample->request.confidence);
    }
    fuhe_record_word(record, "batch", sample->origin.fingerprint);
    fuhe_record_flag(record, "whole", sample->origin.whole);
    fuhe_record_word(record, "state", states[sample->state]);
    fuhe_record_count(record, "forms", sample->forms);
    fuhe_record_count(record, "unreadable", sample->unreadable);
    fuhe_record_count(record, "without_budget", sample->outside);
    fuhe_record_count(record, "repeated_forms", sample->repeats.again);
    fuhe_record_count(record, "drawn", sample->count);
    fuhe_record_count(record, "certain", sample->certain);
    write_money(record, "money_yuan", sample->money);
    write_money(record, "money_drawn_yuan", sample->money_seen);
    write_money(record, "interval_yuan", sample->interval);
    write_figure(record, "factor", sample->factor);
    write_figure(record, "bound_percent", sample->bound);
    write_money(record, "bound_yuan", sample->bound_money);
}

static void write_risk(struct fuhe_record *record, const struct fuhe_risk *risk) {
    fuhe_record_open(record, "risk_parts");
    fuhe_record_count(record, "state", risk->state);
    fuhe_record_count(record, "grade", risk->grade);
    fuhe_record_count(record, "deviation", risk->deviation);
    fuhe_record_count(record, "findings", risk->findings);
    fuhe_record_count(record, "firmness", risk->firmness);
    fuhe_record_close(record);
}

static void write_text(struct fuhe_record *record, const char *name, fuhe_text text) {
    if (text.length > 0) {
        fuhe_record_text_named(record, fuhe_text_of(name), text);
    }
}

static void write_item(struct fuhe_record *record, const struct fuhe_sample *sample,
                       const struct fuhe_sample_item *item) {
    write_head(record, sample, "form");
    fuhe_record_count(record, "page", item->page);
    fuhe_record_text(record, "file", item->file);
    fuhe_record_count(record, "number", item->number);
    write_text(record, "id", item->id);
    write_text(record, "year", item->year);
    write_text(record, "department", item->department);
    fuhe_record_text(record, "project", item->project);
    write_money(record, "budget_yuan", item->budget);
    if (sample->request.method == FUHE_SAMPLE_MONEY) {
        fuhe_record_count(record, "hits", item->hits);
        fuhe_record_flag(record, "certain", item->certain);
    }
    fuhe_record_word(record, "state", fuhe_review_state_name(item->state));
    write_text(record, "total_claimed", item->claimed);
    write_figure(record, "total_verified", item->verified);
    write_figure(record, "deviation_points", item->deviation);
    write_text(record, "grade_claimed", item->grade_claimed);
    write_text(record, "grade", item->grade);
    write_text(record, "findings", item->codes);
    fuhe_record_count(record, "risk", item->risk);
    write_risk(record, &item->why);
}

void fuhe_sample_write_jsonl(const struct fuhe_sample *sample, struct fuhe_output *output) {
    struct fuhe_record record;

    fuhe_record_init(&record, FUHE_RECORD_JSON, output);
    fuhe_record_open(&record, NULL);
    write_sample(&record, sample);
    fuhe_record_close(&record);
    fuhe_output_char(output, '\n');
    for (size_t i = 0; i < sample->count; i++) {
        fuhe_record_init(&record, FUHE_RECORD_JSON, output);
        fuhe_record_open(&record, NULL);
        write_item(&record, sample, &sample->items[i]);
        fuhe_record_close(&record);
        fuhe_output_char(output, '\n');
    }
}
