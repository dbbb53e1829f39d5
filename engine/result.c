/* SPDX-License-Identifier: Apache-2.0 */
/* A review with what explains its totals. */
#include "engine/result.h"

#include <string.h>

#include "engine/score.h"

/* A claimed total that the rules confirm needs no explanation. */
static enum fuhe_status explain_claimed(struct fuhe_arena *arena, struct fuhe_result *result) {
    const struct fuhe_totals *totals = &result->review.totals;
    const bool differs = totals->has_deviation && !fuhe_decimal_equals(totals->claimed.value, totals->verified);

    return differs ? fuhe_reconcile(&result->review, totals->claimed.value, arena, &result->claimed) : FUHE_STATUS_OK;
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
    return fuhe_reconcile(&result->review, disclosed.value, arena, &result->disclosed);
}

enum fuhe_status fuhe_result_make(const struct fuhe_form *form, struct fuhe_pack_choice choice,
                                  struct fuhe_arena *arena, struct fuhe_result *result) {
    memset(result, 0, sizeof *result);
    result->form = form;
    result->choice = choice;
    FUHE_TRY(fuhe_review_form(form, choice.pack, arena, &result->review));
    FUHE_TRY(explain_claimed(arena, result));
    FUHE_TRY(explain_disclosed(arena, result));
    return fuhe_ladder_build(&result->review, arena, &result->ladder);
}
