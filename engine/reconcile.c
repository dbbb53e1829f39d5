/* SPDX-License-Identifier: Apache-2.0 */
/* The cause finder: what is to be explained, common slips before far-fetched ones, and what the answer is worth. */
#include "engine/reconcile.h"

#include "engine/reconcile_search.h"
#include "engine/review.h"

static const char *const slip_names[FUHE_SLIP_KIND_COUNT] = {
    [FUHE_SLIP_ROW_MISSING_FROM_FORM] = "row-missing-from-form",
    [FUHE_SLIP_ROW_RECOMPUTED] = "row-recomputed",
    [FUHE_SLIP_ROW_LEFT_OUT] = "row-left-out",
    [FUHE_SLIP_ROW_TWICE] = "row-twice",
    [FUHE_SLIP_EXECUTION_LEFT_OUT] = "execution-left-out",
    [FUHE_SLIP_EXECUTION_BAND] = "execution-band",
    [FUHE_SLIP_ROW_ROUNDED] = "row-rounded",
    [FUHE_SLIP_ROW_CUT] = "row-cut",
    [FUHE_SLIP_DIGITS_SWAPPED] = "digits-swapped",
    [FUHE_SLIP_OTHER_WEIGHT] = "other-weight",
    [FUHE_SLIP_FULL_MARKS] = "full-marks",
};

static const char *const explanation_names[] = {
    [FUHE_EXPLANATION_NONE] = "none",
    [FUHE_EXPLANATION_ADDS_UP] = "adds-up",
    [FUHE_EXPLANATION_FOUND] = "found",
    [FUHE_EXPLANATION_FAR_FETCHED] = "far-fetched",
    [FUHE_EXPLANATION_INCOMPLETE] = "incomplete",
    [FUHE_EXPLANATION_NOT_FOUND] = "not-found",
};

const char *fuhe_slip_name(enum fuhe_slip_kind kind) {
    return slip_names[kind];
}

const char *fuhe_explanation_name(enum fuhe_explanation_state state) {
    return explanation_names[state];
}

/* False when the figures are beyond any points that a form can have. */
static bool find_goal(const struct fuhe_review *review, const struct fuhe_explanation *explanation,
                      struct fuhe_search_goal *goal) {
    fuhe_decimal difference;
    fuhe_decimal shortage;

    if (fuhe_decimal_subtract(explanation->total, explanation->base, &difference) != FUHE_STATUS_OK ||
        difference.scaled < -FUHE_EFFECT_MAX || difference.scaled > FUHE_EFFECT_MAX ||
        fuhe_decimal_subtract(review->pack->full_marks, review->totals.weight_sum, &shortage) != FUHE_STATUS_OK) {
        return false;
    }
    *goal = (struct fuhe_search_goal){difference.scaled, shortage.scaled};
    return true;
}

/* Far-fetched slips are many: they are listed only when the common ones explain nothing. */
static enum fuhe_status explain(const struct fuhe_review *review, struct fuhe_search_goal goal,
                                struct fuhe_arena *arena, struct fuhe_explanation *explanation) {
    struct fuhe_options options;

    FUHE_TRY(fuhe_options_collect(review, false, arena, &options));
    FUHE_TRY(fuhe_search_smallest(&options, goal, arena, explanation));
    if (explanation->sets > 0) {
        explanation->state = FUHE_EXPLANATION_FOUND;
        return FUHE_STATUS_OK;
    }
    /* There is no set of common slips alone: whatever is found now has a far-fetched one. */
    if (!explanation->budget_reached) {
        FUHE_TRY(fuhe_options_collect(review, true, arena, &options));
        FUHE_TRY(fuhe_search_smallest(&options, goal, arena, explanation));
        explanation->budget_reached = explanation->budget_reached || options.cut;
    }
    if (explanation->sets > 0 && explanation->size < FUHE_CAUSE_SLIPS_MAX) {
        explanation->state = FUHE_EXPLANATION_FAR_FETCHED;
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_reconcile(const struct fuhe_review *review, fuhe_decimal total, struct fuhe_arena *arena,
                                struct fuhe_explanation *explanation) {
    struct fuhe_explanation result = {.total = total, .base = review->totals.sum_of_claims};
    struct fuhe_search_goal goal;

    if (review->state == FUHE_REVIEW_UNSCORED) {
        *explanation = result;
        return FUHE_STATUS_OK;
    }
    result.state = FUHE_EXPLANATION_NOT_FOUND;
    if (fuhe_decimal_equals(total, result.base)) {
        result.state = FUHE_EXPLANATION_ADDS_UP;
    } else if (find_goal(review, &result, &goal)) {
        FUHE_TRY(explain(review, goal, arena, &result));
    }
    *explanation = result;
    return FUHE_STATUS_OK;
}
