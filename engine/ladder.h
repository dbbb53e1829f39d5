/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_LADDER_H
#define FUHE_ENGINE_LADDER_H

#include "engine/arena.h"
#include "engine/review.h"

/* The points-lost ladder: from full marks down to the verified total, one step a loss, summing exactly. Weights that do
 * not close come first, then duplicates, execution, the rows from the largest loss to the smallest, and last what
 * rescaling or rounding makes of the sum. */

enum fuhe_loss {
    FUHE_LOSS_EXECUTION,       /* money not spent */
    FUHE_LOSS_TARGET_UNMET,    /* the result is short of the target */
    FUHE_LOSS_COST_UNSPENT,    /* proportional cost rule: spending less earns less */
    FUHE_LOSS_TARGET_EXCEEDED, /* over a ceiling, or over-completion */
    FUHE_LOSS_CLAIMED_LESS,    /* the claim that stands is below the weight */
    FUHE_LOSS_UNSCORED,        /* no claim or no weight */
    FUHE_LOSS_DUPLICATE,       /* a row that counts once only */
    FUHE_LOSS_WEIGHTS_SHORT,   /* weights below full marks */
    FUHE_LOSS_WEIGHTS_OVER,    /* weights above full marks: a negative loss */
    FUHE_LOSS_RESCALED,        /* effect of rescaling to full marks */
    FUHE_LOSS_ROUNDED          /* effect of rounding the total to its places */
};

const char *fuhe_loss_name(enum fuhe_loss loss); /* "target-unmet" */

struct fuhe_step {
    enum fuhe_loss loss;
    bool has_row;
    size_t row;
    enum fuhe_rule rule;
    fuhe_decimal points; /* lost; negative when gained */
    fuhe_decimal left;   /* after this step */
};

struct fuhe_ladder {
    fuhe_decimal full;
    struct fuhe_step *steps; /* none with zero points */
    size_t count;
    fuhe_decimal end; /* the verified total */
};

/* The ladder of a review that has a total (state is not FUHE_REVIEW_UNSCORED; else no steps). */
FUHE_MUST_USE enum fuhe_status fuhe_ladder_build(const struct fuhe_review *review, struct fuhe_arena *arena,
                                                 struct fuhe_ladder *ladder);

#endif
