/* SPDX-License-Identifier: Apache-2.0 */
/* The score of each indicator against what the rules give. One defect is one finding: the code that says most. */
#include "engine/checks/check.h"
#include "engine/fraction.h"

/* The code for a verdict, and the most severe that it can be. Verdicts without a code are none of this check's. */
struct verdict_row {
    enum fuhe_code code;
    enum fuhe_severity most;
    bool is_defect;
};

static const struct verdict_row verdicts[] = {
    [FUHE_VERDICT_EXACT] = {.is_defect = false},
    [FUHE_VERDICT_ROUNDED] = {FUHE_CODE_ITEM_ROUNDED, FUHE_SEVERITY_NOTE, true},
    [FUHE_VERDICT_TRUNCATED] = {FUHE_CODE_ITEM_TRUNCATED, FUHE_SEVERITY_WARNING, true},
    [FUHE_VERDICT_OVERSTATED] = {FUHE_CODE_ITEM_SCORE, FUHE_SEVERITY_ERROR, true},
    [FUHE_VERDICT_UNDERSTATED] = {FUHE_CODE_ITEM_SCORE, FUHE_SEVERITY_WARNING, true},
    [FUHE_VERDICT_JUDGEMENT] = {.is_defect = false},
    [FUHE_VERDICT_UNSCORED] = {.is_defect = false},
};

static struct fuhe_finding about_score(const struct fuhe_check_context *context, size_t index, enum fuhe_code code,
                                       fuhe_decimal recomputed) {
    const struct fuhe_row *row = &context->review->rows[index];
    const struct fuhe_indicator *indicator = &context->review->form->indicators[index];
    struct fuhe_finding finding = fuhe_finding_about_row(code, index, "@score", indicator->score.place);

    finding.rule = row->rule;
    finding.quote = indicator->name.text;
    fuhe_finding_compare(&finding, row->claim.value, recomputed);
    return finding;
}

static enum fuhe_status check_claim(const struct fuhe_check_context *context, size_t index) {
    const struct fuhe_row *row = &context->review->rows[index];
    const int against_weight = fuhe_decimal_compare(row->claim.value, row->weight);
    struct verdict_row verdict = verdicts[row->verdict];

    if (against_weight > 0) {
        const bool computed = row->has_exact || row->verdict == FUHE_VERDICT_OVERSTATED;
        const struct fuhe_finding finding =
            about_score(context, index, FUHE_CODE_SCORE_OVER_WEIGHT, computed ? row->recomputed : row->weight);
        return fuhe_check_report(context, &finding);
    }
    if (!verdict.is_defect || fuhe_row_claims_exactly(row)) {
        return FUHE_STATUS_OK;
    }
    if (row->verdict == FUHE_VERDICT_OVERSTATED && against_weight == 0) {
        verdict.code = FUHE_CODE_FULL_MARKS_UNMET;
    }
    const struct fuhe_finding finding = about_score(context, index, verdict.code, row->recomputed);
    return fuhe_check_report_at_most(context, &finding, verdict.most);
}

static bool has_no_value(const struct fuhe_value *value) {
    return value->kind == FUHE_VALUE_NONE || value->kind == FUHE_VALUE_UNREADABLE;
}

/* A cell that is missing or unreadable has its own finding; so has a category that is not known. A claim inside the
 * band of its words is in order, but the band is wide: a note. */
static enum fuhe_status check_judgement(const struct fuhe_check_context *context, size_t index) {
    const struct fuhe_row *row = &context->review->rows[index];
    const struct fuhe_indicator *indicator = &context->review->form->indicators[index];

    if (has_no_value(&row->target) || has_no_value(&row->actual) || row->category == FUHE_CATEGORY_NONE) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_finding finding = fuhe_finding_about_row(FUHE_CODE_JUDGEMENT, index, "actual", indicator->actual.place);
    finding.rule = row->rule;
    finding.claimed = fuhe_figure_of(row->claim.value);
    finding.low = fuhe_figure_of(row->low);
    finding.high = fuhe_figure_of(row->high);
    finding.quote = indicator->actual.text;
    finding.other = indicator->target.text;
    const bool graded = row->reading == FUHE_READING_WORDS_SCALE;
    return fuhe_check_report_at_most(context, &finding, graded ? FUHE_SEVERITY_NOTE : FUHE_SEVERITY_ERROR);
}

static bool is_far_over(const struct fuhe_row *row, fuhe_decimal ratio) {
    const bool is_more = row->reading == FUHE_READING_MORE &&
                         (row->rule == FUHE_RULE_NUMBER_MORE || row->rule == FUHE_RULE_OVER_COMPLETION);

    if (!is_more || ratio.scaled <= 0 || row->target.number.scaled <= 0 || row->actual.kind != FUHE_VALUE_NUMBER) {
        return false;
    }
    return (fuhe_int128)row->actual.number.scaled * FUHE_DECIMAL_ONE >=
           (fuhe_int128)row->target.number.scaled * ratio.scaled;
}

/* The points that a tier takes off are missing in the claim: then a reason is due for them. */
static bool concedes_points(const struct fuhe_row *row) {
    return row->over_tier != NULL && row->claim.present && fuhe_decimal_compare(row->claim.value, row->weight) < 0;
}

static enum fuhe_status check_over_completion(const struct fuhe_check_context *context, size_t index) {
    const struct fuhe_row *row = &context->review->rows[index];
    const struct fuhe_indicator *indicator = &context->review->form->indicators[index];

    if (!is_far_over(row, context->review->pack->over_explain) || concedes_points(row) ||
        fuhe_indicator_has_reason(indicator)) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_finding finding =
        fuhe_finding_about_row(FUHE_CODE_OVER_COMPLETION, index, "actual", indicator->actual.place);
    finding.quote = indicator->actual.text;
    finding.other = indicator->target.text;
    fuhe_finding_compare(&finding, row->actual.number, row->target.number);
    return fuhe_check_report(context, &finding);
}

enum fuhe_status fuhe_check_items(const struct fuhe_check_context *context) {
    for (size_t i = 0; i < context->review->row_count; i++) {
        const struct fuhe_row *row = &context->review->rows[i];
        if (row->claim.present && row->has_weight) {
            FUHE_TRY(check_claim(context, i));
        }
        if (row->verdict == FUHE_VERDICT_JUDGEMENT) {
            FUHE_TRY(check_judgement(context, i));
        }
        FUHE_TRY(check_over_completion(context, i));
    }
    return FUHE_STATUS_OK;
}
