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

struct interval {
    fuhe_decimal low;
    fuhe_decimal high;
};

static bool is_honest(enum fuhe_verdict verdict) {
    return verdict == FUHE_VERDICT_EXACT || verdict == FUHE_VERDICT_ROUNDED || verdict == FUHE_VERDICT_TRUNCATED;
}

/* Widens the interval by what an exact score would change in place of the points that stand in the sum. */
static void widen(struct interval *interval, fuhe_fraction score, fuhe_decimal points) {
    fuhe_decimal exact;

    if (fuhe_fraction_round(score, FUHE_DECIMAL_PLACES, FUHE_ROUND_HALF_UP, &exact) != FUHE_STATUS_OK) {
        return;
    }
    const int64_t change = exact.scaled - points.scaled;
    if (change < 0) {
        interval->low.scaled += change;
    } else {
        interval->high.scaled += change;
    }
}

/* By how much a sum of claims is open that print more than six decimals. */
static int64_t rest_of_claims(const struct fuhe_review *review) {
    int64_t rest = review->execution.claim.places > FUHE_DECIMAL_PLACES;

    for (size_t i = 0; i < review->row_count; i++) {
        rest += review->rows[i].claim.places > FUHE_DECIMAL_PLACES;
    }
    return rest;
}

/* What an honest sum of the parts may be. Without a claim the recomputed execution score stands in it. */
static struct interval open_interval(const struct fuhe_review *review) {
    const struct fuhe_execution *execution = &review->execution;
    struct interval interval = {review->totals.sum_of_claims, review->totals.sum_of_claims};

    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        if (is_honest(row->verdict)) {
            widen(&interval, row->exact, row->claim.value);
        }
    }
    if (execution->state == FUHE_EXECUTION_SCORED && (!execution->claim.present || is_honest(execution->verdict))) {
        widen(&interval, execution->exact, execution->claim.present ? execution->claim.value : execution->recomputed);
    }
    interval.low.scaled -= rest_of_claims(review);
    interval.high.scaled += rest_of_claims(review);
    return interval;
}

static enum fuhe_status check_sum(const struct fuhe_check_context *context) {
    const struct fuhe_totals *totals = &context->review->totals;

    if (fuhe_decimal_equals(totals->claimed.value, totals->sum_of_claims) || !all_parts_claimed(context->review)) {
        return FUHE_STATUS_OK;
    }
    const struct interval sum = open_interval(context->review);
    const int64_t half = fuhe_half_step(totals->claimed.places).scaled;
    const bool inside =
        totals->claimed.value.scaled + half >= sum.low.scaled && totals->claimed.value.scaled - half <= sum.high.scaled;
    struct fuhe_finding finding = about_total(context, FUHE_CODE_TOTAL_SUM, totals->sum_of_claims);
    finding.low = fuhe_figure_of(sum.low);
    finding.high = fuhe_figure_of(sum.high);
    return fuhe_check_report_rounding(context, &finding, inside);
}

/* The points that count, before their sum is rounded. */
static fuhe_decimal sum_verified(const struct fuhe_review *review) {
    fuhe_decimal sum = review->execution.verified;

    for (size_t i = 0; i < review->row_count; i++) {
        sum.scaled += review->rows[i].counted ? review->rows[i].verified.scaled : 0;
    }
    return sum;
}

/* Whether the claimed total is what claims with more than six decimals add up to with all of them. */
static bool is_long_sum(const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;
    const int64_t rest = rest_of_claims(review);
    const int64_t open = fuhe_half_step(totals->claimed.places).scaled + rest;
    const int64_t difference = totals->claimed.value.scaled - sum_verified(review).scaled;

    return rest > 0 && difference <= open && -difference <= open;
}

/* Whether the claimed total is the verified one at the claim's own decimals. Claims that stand with more decimals than
 * totals have may stand in the sum with all of them. */
static bool is_verified_total(const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;

    return fuhe_claim_rounds(totals->claimed.value, totals->claimed.places, totals->verified) ||
           (totals->basis != FUHE_BASIS_RESCALED &&
            (fuhe_claim_rounds(totals->claimed.value, totals->claimed.places, sum_verified(review)) ||
             is_long_sum(review)));
}

/* Whether the claimed total is what the exact scores add up to before any is rounded. Their sum comes at four places,
 * so it stands for half a unit of the fourth either way. */
static enum fuhe_status is_exact_total(const struct fuhe_check_context *context, bool *is_exact) {
    const struct fuhe_totals *totals = &context->review->totals;
    fuhe_decimal exact;

    FUHE_TRY(fuhe_review_exact_total(context->review, &exact));
    const int64_t open = fuhe_half_step(totals->claimed.places).scaled + fuhe_half_step(4).scaled;
    const int64_t difference = totals->claimed.value.scaled - exact.scaled;
    *is_exact = totals->basis != FUHE_BASIS_RESCALED && difference <= open && -difference <= open;
    return FUHE_STATUS_OK;
}

static enum fuhe_status check_verified(const struct fuhe_check_context *context) {
    const struct fuhe_totals *totals = &context->review->totals;
    bool is_exact = false;

    if (context->review->state != FUHE_REVIEW_SCORED || !totals->has_deviation || is_verified_total(context->review)) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_finding finding = about_total(context, FUHE_CODE_TOTAL_VERIFIED, totals->verified);
    FUHE_TRY(is_exact_total(context, &is_exact));
    if (is_exact) {
        return fuhe_check_report_rounding(context, &finding, true);
    }
    const bool is_low = fuhe_decimal_compare(totals->claimed.value, totals->verified) < 0;
    return fuhe_check_report_at_most(context, &finding, is_low ? FUHE_SEVERITY_WARNING : FUHE_SEVERITY_ERROR);
}

enum fuhe_status fuhe_check_totals(const struct fuhe_check_context *context) {
    if (!context->review->totals.claimed.present) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(check_sum(context));
    return check_verified(context);
}
