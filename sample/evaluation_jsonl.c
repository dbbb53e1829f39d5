/* SPDX-License-Identifier: Apache-2.0 */
/* What a reviewed sample says, as a line of JSON behind the line of the sample (sample/sample.schema.json). */
#include "report/record.h"
#include "sample/evaluation.h"
#include "sample/money_text.h"

static void write_money(struct fuhe_record *record, const char *name, struct fuhe_money money) {
    char text[FUHE_MONEY_TEXT_SIZE];

    (void)fuhe_money_text(money, text);
    fuhe_record_word_named(record, fuhe_text_of(name), fuhe_text_of(text));
}

static void write_share(struct fuhe_record *record, const char *name, const struct fuhe_evaluation_money *money) {
    fuhe_record_open_named(record, fuhe_text_of(name), false);
    fuhe_record_decimal(record, "estimate_percent", money->estimate_percent, 2);
    write_money(record, "estimate_yuan", money->estimate);
    fuhe_record_decimal(record, "most_percent", money->most_percent, 2);
    write_money(record, "most_yuan", money->most);
    fuhe_record_close(record);
}

static void write_line(struct fuhe_record *record, const char *name, const struct fuhe_evaluation_line *line) {
    fuhe_record_open_named(record, fuhe_text_of(name), false);
    fuhe_record_count(record, "too_high", line->too_high);
    fuhe_record_count(record, "too_low", line->too_low);
    fuhe_record_count(record, "as_reviewed", line->as_reviewed);
    fuhe_record_count(record, "partial", line->partial);
    fuhe_record_count(record, "without", line->without);
    write_share(record, "forms_too_high", &line->forms);
    write_share(record, "points_too_high", &line->points);
    fuhe_record_close(record);
}

void fuhe_evaluation_write_jsonl(const struct fuhe_evaluation *evaluation, struct fuhe_output *output) {
    struct fuhe_record record;

    fuhe_record_init(&record, FUHE_RECORD_JSON, output);
    fuhe_record_open(&record, NULL);
    fuhe_record_word(&record, "schema", "fuhe-sample/1");
    fuhe_record_word(&record, "type", "evaluation");
    fuhe_record_word(&record, "method", "stringer-poisson");
    fuhe_record_count(&record, "confidence", evaluation->sample->request.confidence);
    fuhe_record_count(&record, "reviewed", evaluation->sample->count - evaluation->reviewed->unreviewed);
    fuhe_record_count(&record, "unreviewed", evaluation->reviewed->unreviewed);
    fuhe_record_count(&record, "passed_over", evaluation->reviewed->passed_over);
    if (evaluation->complete) {
        write_line(&record, "claimed", &evaluation->lines[FUHE_AUDITED_CLAIMED]);
        write_line(&record, "verified", &evaluation->lines[FUHE_AUDITED_VERIFIED]);
    }
    fuhe_record_close(&record);
    fuhe_output_char(output, '\n');
}
