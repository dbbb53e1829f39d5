/* SPDX-License-Identifier: Apache-2.0 */
/* The points-lost ladder. Each step takes its points from what the steps before have left; the last one is whatever
 * still lies between that and the verified total, so that the ladder always ends there. */
#include "engine/ladder.h"

#include <stdlib.h>

static const char *const loss_names[] = {
    [FUHE_LOSS_EXECUTION] = "execution",       [FUHE_LOSS_TARGET_UNMET] = "target-unmet",
    [FUHE_LOSS_COST_UNSPENT] = "cost-unspent", [FUHE_LOSS_TARGET_EXCEEDED] = "target-exceeded",
    [FUHE_LOSS_CLAIMED_LESS] = "claimed-less", [FUHE_LOSS_UNSCORED] = "unscored",
    [FUHE_LOSS_DUPLICATE] = "duplicate",       [FUHE_LOSS_WEIGHTS_SHORT] = "weights-short",
    [FUHE_LOSS_WEIGHTS_OVER] = "weights-over", [FUHE_LOSS_RESCALED] = "rescaled",
    [FUHE_LOSS_ROUNDED] = "rounded",
};

/* What a row loses for, by the way in which its target was read. */
static const enum fuhe_loss reading_losses[] = {
    [FUHE_READING_MORE] = FUHE_LOSS_TARGET_UNMET,        [FUHE_READING_LESS] = FUHE_LOSS_TARGET_EXCEEDED,
    [FUHE_READING_EQUAL] = FUHE_LOSS_TARGET_UNMET,       [FUHE_READING_RANK] = FUHE_LOSS_TARGET_UNMET,
    [FUHE_READING_ZERO] = FUHE_LOSS_TARGET_UNMET,        [FUHE_READING_WORDS_MET] = FUHE_LOSS_TARGET_UNMET,
    [FUHE_READING_WORDS_SCALE] = FUHE_LOSS_TARGET_UNMET, [FUHE_READING_JUDGEMENT] = FUHE_LOSS_CLAIMED_LESS,
};

const char *fuhe_loss_name(enum fuhe_loss loss) {
    return loss_names[loss];
}

static enum fuhe_loss loss_of_row(const struct fuhe_row *row) {
    if (!row->has_verified) {
        return FUHE_LOSS_UNSCORED;
    }
    if (row->has_exact && fuhe_decimal_compare(row->recomputed, row->weight) >= 0) {
        return FUHE_LOSS_CLAIMED_LESS;
    }
    if (row->formula == FUHE_FORMULA_OVER_TIER) {
        return FUHE_LOSS_TARGET_EXCEEDED;
    }
    if (row->rule == FUHE_RULE_COST && row->reading == FUHE_READING_MORE) {
        return FUHE_LOSS_COST_UNSPENT;
    }
    return reading_losses[row->reading];
}

/* Goes down (or up) by step.points, unless they are zero. */
static enum fuhe_status descend(struct fuhe_ladder *ladder, struct fuhe_step step) {
    if (step.points.scaled == 0) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_decimal_subtract(ladder->end, step.points, &step.left));
    ladder->end = step.left;
    ladder->steps[ladder->count++] = step;
    return FUHE_STATUS_OK;
}

/* The weights of rows and execution beside full marks; *execution is what of them the rows leave to execution. */
static enum fuhe_status descend_weights(const struct fuhe_review *review, struct fuhe_ladder *ladder,
                                        fuhe_decimal *execution) {
    fuhe_decimal short_of_full;
    fuhe_decimal rest = review->totals.weight_sum;

    for (size_t i = 0; i < review->row_count; i++) {
        if (review->rows[i].has_weight) {
            FUHE_TRY(fuhe_decimal_subtract(rest, review->rows[i].weight, &rest));
        }
    }
    *execution = rest;
    FUHE_TRY(fuhe_decimal_subtract(ladder->full, review->totals.weight_sum, &short_of_full));
    return descend(ladder, (struct fuhe_step){
                               .loss = short_of_full.scaled > 0 ? FUHE_LOSS_WEIGHTS_SHORT : FUHE_LOSS_WEIGHTS_OVER,
                               .rule = FUHE_RULE_WEIGHTS,
                               .points = short_of_full,
                           });
}

static enum fuhe_status descend_duplicates(const struct fuhe_review *review, struct fuhe_ladder *ladder) {
    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        if (!row->counted && row->has_weight) {
            FUHE_TRY(descend(ladder, (struct fuhe_step){.loss = FUHE_LOSS_DUPLICATE,
                                                        .has_row = true,
                                                        .row = i,
                                                        .rule = FUHE_RULE_DUPLICATES,
                                                        .points = row->weight}));
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status descend_execution(const struct fuhe_review *review, struct fuhe_ladder *ladder,
                                          fuhe_decimal weight) {
    const struct fuhe_execution *execution = &review->execution;
    struct fuhe_step step = {
        .loss = execution->has_verified ? FUHE_LOSS_EXECUTION : FUHE_LOSS_UNSCORED,
        .rule = FUHE_RULE_EXECUTION,
        .points = weight,
    };

    if (execution->has_verified) {
        FUHE_TRY(fuhe_decimal_subtract(weight, execution->verified, &step.points));
    }
    return descend(ladder, step);
}

/* Largest loss first, then as listed. */
static int by_loss(const void *left, const void *right) {
    const struct fuhe_step *a = left;
    const struct fuhe_step *b = right;
    const int order = fuhe_decimal_compare(b->points, a->points);

    return order != 0 ? order : (a->row > b->row) - (a->row < b->row);
}

static enum fuhe_status descend_rows(const struct fuhe_review *review, struct fuhe_arena *arena,
                                     struct fuhe_ladder *ladder) {
    struct fuhe_step *steps = fuhe_arena_allocate(arena, review->row_count, sizeof *steps);
    size_t count = 0;

    if (steps == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        if (row->counted && row->has_weight) {
            struct fuhe_step *step = &steps[count];
            *step = (struct fuhe_step){
                .loss = loss_of_row(row), .has_row = true, .row = i, .rule = row->rule, .points = row->weight};
            if (row->has_verified) {
                FUHE_TRY(fuhe_decimal_subtract(row->weight, row->verified, &step->points));
            }
            count += step->points.scaled != 0;
        }
    }
    qsort(steps, count, sizeof *steps, by_loss);
    for (size_t i = 0; i < count; i++) {
        FUHE_TRY(descend(ladder, steps[i]));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status descend_to_verified(const struct fuhe_review *review, struct fuhe_ladder *ladder) {
    const bool rescaled = review->totals.basis == FUHE_BASIS_RESCALED;
    struct fuhe_step step = {
        .loss = rescaled ? FUHE_LOSS_RESCALED : FUHE_LOSS_ROUNDED,
        .rule = rescaled ? FUHE_RULE_WEIGHTS : FUHE_RULE_ROUNDING,
    };

    FUHE_TRY(fuhe_decimal_subtract(ladder->end, review->totals.verified, &step.points));
    return descend(ladder, step);
}

enum fuhe_status fuhe_ladder_build(const struct fuhe_review *review, struct fuhe_arena *arena,
                                   struct fuhe_ladder *ladder) {
    enum { STEPS_BESIDE_ROWS = 3 };
    struct fuhe_ladder built = {.full = review->pack->full_marks, .end = review->pack->full_marks};
    fuhe_decimal execution_weight;

    if (review->state == FUHE_REVIEW_UNSCORED) {
        *ladder = built;
        return FUHE_STATUS_OK;
    }
    built.steps = fuhe_arena_allocate(arena, review->row_count + STEPS_BESIDE_ROWS, sizeof *built.steps);
    if (built.steps == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    FUHE_TRY(descend_weights(review, &built, &execution_weight));
    FUHE_TRY(descend_duplicates(review, &built));
    FUHE_TRY(descend_execution(review, &built, execution_weight));
    FUHE_TRY(descend_rows(review, arena, &built));
    FUHE_TRY(descend_to_verified(review, &built));
    *ladder = built;
    return FUHE_STATUS_OK;
}
