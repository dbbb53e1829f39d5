/* SPDX-License-Identifier: Apache-2.0 */
/* The claimed total against its own rows, and against the verified total. A row with an honest claim may stand in an
 * honest total by its claim or by its exact score, as spreadsheets add up what they do not show: both are allowed for.
 */
#include "engine/checks/check.h"
#include "engine/fraction.h"

static struct fuhe_finding about_total(const struct fuhe_check_context *context, enum fuhe_code code,
                                       fuhe_decimal recomputed) {
    const struct fuhe_review *review = context->review;
    struct fuhe_finding finding =
        fuhe_finding_about(code, FUHE_BLOCK_TOTAL, "@claimed", review->form->total_claimed.place);

    fuhe_finding_compare(&finding, review->totals.claimed.value, recomputed);
    return finding;
}

/* A sum with a part missing proves nothing; the missing part has its own finding. */
static bool all_parts_claimed(const struct fuhe_review *review) {
    for (size_t i = 0; i < review->row_count; i++) {
        if (!review->rows[i].claim.present && !review->rows[i].is_execution) {
            return false;
        }
    }
    return review->row_count > 0 && (review->execution.claim.present || review->execution.has_verified);
}

/* Widens [low, high] by what the exact scores of rows with honest claims would change. */
static void open_interval(const struct fuhe_review *review, fuhe_decimal *low, fuhe_decimal *high) {
    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        const bool honest = row->verdict == FUHE_VERDICT_EXACT || row->verdict == FUHE_VERDICT_ROUNDED ||
                            row->verdict == FUHE_VERDICT_TRUNCATED;
        fuhe_decimal exact;
        if (!honest ||
            fuhe_fraction_round(row->exact, FUHE_DECIMAL_PLACES, FUHE_ROUND_HALF_UP, &exact) != FUHE_STATUS_OK) {
            continue;
        }
        const int64_t change = exact.scaled - row->claim.value.scaled;
        if (change < 0) {
            low->scaled += change;
        } else {
            high->scaled += change;
        }
    }
}

static enum fuhe_status check_sum(const struct fuhe_check_context *context) {
    const struct fuhe_totals *totals = &context->review->totals;
    fuhe_decimal low = totals->sum_of_claims;
    fuhe_decimal high = totals->sum_of_claims;

    if (fuhe_decimal_equals(totals->claimed.value, totals->sum_of_claims) || !all_parts_claimed(context->review)) {
        return FUHE_STATUS_OK;
    }
    open_interval(context->review, &low, &high);
    const int64_t half = fuhe_half_step(totals->claimed.places).scaled;
    const bool inside =
        totals->claimed.value.scaled + half >= low.scaled && totals->claimed.value.scaled - half <= high.scaled;
    struct fuhe_finding finding = about_total(context, FUHE_CODE_TOTAL_SUM, totals->sum_of_claims);
    finding.low = fuhe_figure_of(low);
    finding.high = fuhe_figure_of(high);
    return fuhe_check_report_at_most(context, &finding, inside ? FUHE_SEVERITY_NOTE : FUHE_SEVERITY_ERROR);
}

/* Whether the claimed total is what the exact scores add up to before any is rounded. */
static enum fuhe_status is_exact_total(const struct fuhe_check_context *context, bool *is_exact) {
    const struct fuhe_totals *totals = &context->review->totals;
    fuhe_decimal exact;

    FUHE_TRY(fuhe_review_exact_total(context->review, context->arena, &exact));
    *is_exact =
        totals->basis != FUHE_BASIS_RESCALED && fuhe_claim_rounds(totals->claimed.value, totals->claimed.places, exact);
    return FUHE_STATUS_OK;
}

static enum fuhe_status check_verified(const struct fuhe_check_context *context) {
    const struct fuhe_totals *totals = &context->review->totals;
    enum fuhe_severity most = FUHE_SEVERITY_ERROR;
    bool is_exact = false;

    if (context->review->state != FUHE_REVIEW_SCORED || !totals->has_deviation ||
        fuhe_claim_rounds(totals->claimed.value, totals->claimed.places, totals->verified)) {
        return FUHE_STATUS_OK;
    }
    const struct fuhe_finding finding = about_total(context, FUHE_CODE_TOTAL_VERIFIED, totals->verified);
    FUHE_TRY(is_exact_total(context, &is_exact));
    if (is_exact) {
        most = FUHE_SEVERITY_NOTE;
    } else if (fuhe_decimal_compare(totals->claimed.value, totals->verified) < 0) {
        most = FUHE_SEVERITY_WARNING;
    }
    return fuhe_check_report_at_most(context, &finding, most);
}

enum fuhe_status fuhe_check_totals(const struct fuhe_check_context *context) {
    if (!context->review->totals.claimed.present) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(check_sum(context));
    return check_verified(context);
}
