/* SPDX-License-Identifier: Apache-2.0 */
/* The rules that a form was scored by: how the pack was chosen, how it rounds rows, and the text behind each rule that
 * the record of the form names, said once. */
#include "report/record.h"

static const char *const roundings[] = {
    [FUHE_ROUND_HALF_UP] = "half-up",
    [FUHE_ROUND_HALF_EVEN] = "half-even",
    [FUHE_ROUND_TRUNCATE] = "truncate",
};

struct rule_set {
    bool has[FUHE_RULE_COUNT];
};

/* The rules that the rest of the record names. */
static void find_named(struct rule_set *named, const struct fuhe_report_options *options,
                       const struct fuhe_result *result) {
    const struct fuhe_review *review = &result->review;

    named->has[FUHE_RULE_EXECUTION] = true;
    for (size_t i = 0; i < review->row_count; i++) {
        named->has[review->rows[i].rule] = true;
    }
    for (size_t i = 0; i < review->findings.count; i++) {
        if (fuhe_report_shows(options, &review->findings.items[i])) {
            named->has[review->findings.items[i].rule] = true;
        }
    }
    for (size_t i = 0; i < result->ladder.count; i++) {
        named->has[result->ladder.steps[i].rule] = true;
    }
}

/* Of a rule that an overlay changes. */
static void record_why(struct fuhe_record *record, const struct fuhe_bilingual *why) {
    if (why->zh.length > 0) {
        fuhe_record_open(record, "why");
        fuhe_record_text(record, "zh", why->zh);
        fuhe_record_text(record, "en", why->en);
        fuhe_record_close(record);
    }
}

/* A rule of practice has no text. */
static void record_citation(struct fuhe_record *record, enum fuhe_rule rule, const struct fuhe_citation *citation) {
    if (citation->present && citation->source != NULL) {
        fuhe_record_open(record, "citation");
        fuhe_record_word(record, "rule", fuhe_rule_name(rule));
        fuhe_record_text(record, "document", citation->source->document);
        fuhe_record_text(record, "clause", citation->clause);
        record_why(record, &citation->why);
        fuhe_record_close(record);
    }
}

static void record_identity(struct fuhe_record *record, const struct fuhe_pack *pack) {
    fuhe_record_text(record, "id", pack->id);
    fuhe_record_text(record, "version", pack->version);
    if (pack->hash.length > 0) {
        fuhe_record_text(record, "sha256", pack->hash);
    }
}

void fuhe_record_rules(struct fuhe_record *record, const struct fuhe_report_options *options,
                       const struct fuhe_result *result) {
    const struct fuhe_pack *pack = result->review.pack;
    struct rule_set named = {{false}};

    find_named(&named, options, result);
    fuhe_record_open(record, "rules");
    record_identity(record, pack);
    fuhe_record_word(record, "chosen_by", fuhe_choice_reason_name(result->choice.reason));
    if (result->choice.matched.length > 0) {
        fuhe_record_text(record, "matched", result->choice.matched);
    }
    fuhe_record_word(record, "rounding", roundings[pack->item_rounding]);
    fuhe_record_count(record, "places", pack->item_places);
    if (pack->base != NULL) {
        fuhe_record_open(record, "base");
        record_identity(record, pack->base);
        fuhe_record_close(record);
    }
    fuhe_record_open_list(record, "citations");
    for (size_t rule = 0; rule < FUHE_RULE_COUNT; rule++) {
        if (named.has[rule]) {
            record_citation(record, (enum fuhe_rule)rule, &pack->citations[rule]);
        }
    }
    fuhe_record_close(record);
    fuhe_record_close(record);
}
