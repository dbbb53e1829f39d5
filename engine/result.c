/* SPDX-License-Identifier: Apache-2.0 */
/* A review with what explains its totals. */
#include "engine/result.h"

#include <string.h>

#include "engine/score.h"

/* Why a total differs is asked only where all of the form is known: else what is not read may be the cause. */
static enum fuhe_status explain(struct fuhe_arena *arena, const struct fuhe_review *review, fuhe_decimal total,
                                struct fuhe_explanation *explanation) {
    const bool adds_up = fuhe_decimal_equals(total, review->totals.sum_of_claims);

    if (adds_up || (review->state != FUHE_REVIEW_PARTIAL && fuhe_review_doubts(review) == 0)) {
        return fuhe_reconcile(review, total, arena, explanation);
    }
    *explanation = (struct fuhe_explanation){
        .state = FUHE_EXPLANATION_INCOMPLETE, .total = total, .base = review->totals.sum_of_claims};
    return FUHE_STATUS_OK;
}

/* Whether what the figures leave out in print is all that parts the claimed total from the verified one. */
static bool rounding_explains(const struct fuhe_review *review) {
    for (size_t i = 0; i < review->findings.count; i++) {
        const struct fuhe_finding *finding = &review->findings.items[i];
        if (finding->code == FUHE_CODE_TOTAL_VERIFIED) {
            return finding->is_rounding;
        }
    }
    return review->state == FUHE_REVIEW_SCORED;
}

/* A claimed total that the rules confirm, but for rounding, needs no explanation. */
static enum fuhe_status explain_claimed(struct fuhe_arena *arena, struct fuhe_result *result) {
    const struct fuhe_totals *totals = &result->review.totals;
    const bool differs = totals->has_deviation && !fuhe_decimal_equals(totals->claimed.value, totals->verified) &&
                         !rounding_explains(&result->review);

    return differs ? explain(arena, &result->review, totals->claimed.value, &result->claimed) : FUHE_STATUS_OK;
}

/* Nor does a disclosed total that the form itself claims. */
static enum fuhe_status explain_disclosed(struct fuhe_arena *arena, struct fuhe_result *result) {
    const struct fuhe_claim disclosed = fuhe_points_read(&result->form->disclosed.total);
    const struct fuhe_claim claimed = result->review.totals.claimed;
    const bool is_scored = result->review.state != FUHE_REVIEW_UNSCORED;
    const bool agrees = claimed.present && fuhe_claim_rounds(disclosed.value, disclosed.places, claimed.value);

    if (!disclosed.present || !is_scored || agrees) {
        return FUHE_STATUS_OK;
    }
    return explain(arena, &result->review, disclosed.value, &result->disclosed);
}

enum fuhe_status fuhe_result_make(const struct fuhe_form *form, struct fuhe_pack_choice choice,
                                  struct fuhe_arena *arena, struct fuhe_result *result) {
    memset(result, 0, sizeof *result);
    result->form = form;
    result->choice = choice;
    FUHE_TRY(fuhe_review_form(form, choice.pack, arena, &result->review));
    result->review.pack_is_named = choice.reason == FUHE_CHOICE_ASKED;
    FUHE_TRY(explain_claimed(arena, result));
    FUHE_TRY(explain_disclosed(arena, result));
    return fuhe_ladder_build(&result->review, arena, &result->ladder);
}
