/* SPDX-License-Identifier: Apache-2.0 */
/* Whether each deviation is explained: a score below its weight needs a reason, unless
 * only the claim is short; a target just met needs none. */
#include "engine/checks/check.h"

bool fuhe_indicator_has_reason(const struct fuhe_indicator *indicator) {
    const enum fuhe_value_kind kind = fuhe_value_read(&indicator->reason).kind;

    return kind != FUHE_VALUE_NONE && kind != FUHE_VALUE_ZERO_WORD;
}

/* Met to the letter: more than the target, or less cost than planned, may well be explained. */
static bool is_just_met(const struct fuhe_row *row) {
    if (!row->has_exact || row->formula != FUHE_FORMULA_FULL) {
        return false;
    }
    return row->reading == FUHE_READING_WORDS_MET || fuhe_decimal_equals(row->actual.number, row->target.number);
}

/* Whether the rules give it full marks: then what its claim is short by is no deviation from the target. */
static bool earns_full_weight(const struct fuhe_row *row) {
    return row->has_exact && fuhe_decimal_compare(row->recomputed, row->weight) >= 0;
}

/* 无偏差: a reason cell that says that there is nothing to say. */
static bool says_none(fuhe_text reason) {
    return fuhe_text_starts_with(reason, FUHE_TEXT("无")) || fuhe_text_starts_with(reason, FUHE_TEXT("不存在"));
}

static enum fuhe_status report(const struct fuhe_check_context *context, size_t index, enum fuhe_code code) {
    const struct fuhe_row *row = &context->review->rows[index];
    const struct fuhe_indicator *indicator = &context->review->form->indicators[index];
    const bool printed = indicator->reason.state != FUHE_CELL_ABSENT;
    struct fuhe_finding finding =
        fuhe_finding_about_row(code, index, "reason", printed ? indicator->reason.place : indicator->place);

    finding.quote = code == FUHE_CODE_REASON_NEEDLESS ? indicator->reason.text : indicator->name.text;
    fuhe_finding_compare(&finding, row->claim.value, row->weight);
    return fuhe_check_report(context, &finding);
}

enum fuhe_status fuhe_check_reasons(const struct fuhe_check_context *context) {
    const struct fuhe_review *review = context->review;

    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        const struct fuhe_indicator *indicator = &review->form->indicators[i];
        if (!row->claim.present || !row->has_weight) {
            continue;
        }
        const int against_weight = fuhe_decimal_compare(row->claim.value, row->weight);
        if (against_weight < 0 && !earns_full_weight(row) && !fuhe_indicator_has_reason(indicator)) {
            FUHE_TRY(report(context, i, FUHE_CODE_REASON_MISSING));
        } else if (against_weight == 0 && indicator->reason.state == FUHE_CELL_TEXT &&
                   fuhe_indicator_has_reason(indicator) && is_just_met(row) && !says_none(indicator->reason.text)) {
            FUHE_TRY(report(context, i, FUHE_CODE_REASON_NEEDLESS));
        }
    }
    return FUHE_STATUS_OK;
}
