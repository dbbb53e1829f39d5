/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_PACK_COVERAGE_H
#define FUHE_ENGINE_PACK_COVERAGE_H

#include "engine/pack_case.h"

/* What the cases of a rule pack must hit: every edge and method that the pack has, at it and beside it. A case hits
 * only what it states the outcome of. */

/* `value` and `index` are those of the item. */
enum fuhe_goal {
    FUHE_GOAL_CASES,        /* at least so many cases */
    FUHE_GOAL_RULE,         /* a case shows the rule `index` */
    FUHE_GOAL_CATEGORY,     /* a row of the category `index` */
    FUHE_GOAL_BAND_AT,      /* execution: a rate of exactly `value` */
    FUHE_GOAL_BAND_BELOW,   /* … less than a hundredth below it */
    FUHE_GOAL_RATE_BETWEEN, /* linear: between none and all */
    FUHE_GOAL_RATE_FULL,    /* linear: exactly 100 % */
    FUHE_GOAL_RATE_SHORT,   /* linear: less than a hundredth below it */
    FUHE_GOAL_RATE_OVER,    /* above 100 % */
    FUHE_GOAL_RATE_ROUNDED, /* a rate that is rounded before it is scored */
    FUHE_GOAL_BUDGET_ZERO,  /* no budget */
    FUHE_GOAL_MORE_MET,     /* number-more: exactly the target */
    FUHE_GOAL_MORE_SHORT,   /* … less */
    FUHE_GOAL_MORE_BEYOND,  /* … more */
    FUHE_GOAL_LESS_MET,     /* number-less: exactly the target */
    FUHE_GOAL_LESS_UNDER,   /* … less */
    FUHE_GOAL_LESS_OVER,    /* … above, below twice */
    FUHE_GOAL_LESS_DOUBLE,  /* … twice or more */
    FUHE_GOAL_EQUAL_MET,    /* number-equal */
    FUHE_GOAL_EQUAL_UNDER,
    FUHE_GOAL_EQUAL_OVER,
    FUHE_GOAL_RANK_MET, /* rank: as aimed at */
    FUHE_GOAL_RANK_BEHIND,
    FUHE_GOAL_ZERO_MET, /* zero-target */
    FUHE_GOAL_ZERO_MISSED,
    FUHE_GOAL_COST_MET, /* cost: exactly the target */
    FUHE_GOAL_COST_UNDER,
    FUHE_GOAL_COST_OVER,
    FUHE_GOAL_COST_DOUBLE,
    FUHE_GOAL_COST_UNPAID, /* less, and the reason says not paid yet */
    FUHE_GOAL_WORDS_MET,   /* words */
    FUHE_GOAL_STEP_INSIDE, /* scale: a claim inside the step that ends at `value` */
    FUHE_GOAL_STEP_ABOVE,  /* … above it */
    FUHE_GOAL_STEP_BELOW,  /* … below it */
    FUHE_GOAL_JUDGEMENT,
    FUHE_GOAL_EXPLAIN_AT, /* over-completion: exactly the multiple from which a reason is asked for */
    FUHE_GOAL_EXPLAIN_BELOW,
    FUHE_GOAL_TIER_AT, /* … from which points are taken off */
    FUHE_GOAL_TIER_BELOW,
    FUHE_GOAL_ROUNDED_UP, /* rounding of rows */
    FUHE_GOAL_ROUNDED_DOWN,
    FUHE_GOAL_ROUNDED_TIE,  /* exactly between two */
    FUHE_GOAL_VERDICT,      /* claim: the verdict `index` */
    FUHE_GOAL_FULL_UNMET,   /* full marks claimed for a target that is not met */
    FUHE_GOAL_WEIGHTS,      /* the weights of the pack */
    FUHE_GOAL_VARIANT,      /* its variant `index` */
    FUHE_GOAL_COUNTED_ONCE, /* duplicates */
    FUHE_GOAL_DEVIATION,    /* a rate of deviation other than zero */
    FUHE_GOAL_GRADE_AT,     /* a total of exactly `value` */
    FUHE_GOAL_GRADE_BELOW,  /* … one step of its places below */
    FUHE_GOAL_UNSPENT_AT,   /* full output with a rate of exactly `value` */
    FUHE_GOAL_UNSPENT_BELOW,
    FUHE_GOAL_COUNT
};

enum { FUHE_CASES_LEAST = 25 };

struct fuhe_goal_item {
    enum fuhe_goal goal;
    size_t index;
    fuhe_decimal value;
    bool hit;
};

struct fuhe_coverage {
    const struct fuhe_pack *pack;
    struct fuhe_goal_item *items;
    size_t count;
    size_t capacity;
    size_t cases;
};

/* Lists what the cases of the pack must hit. Memory is the arena's. */
FUHE_MUST_USE enum fuhe_status fuhe_coverage_init(struct fuhe_coverage *coverage, const struct fuhe_pack *pack,
                                                  struct fuhe_arena *arena);

/* Marks what a case hits whose review is as it states. */
void fuhe_coverage_note(struct fuhe_coverage *coverage, const struct fuhe_pack_case *example,
                        const struct fuhe_review *review);

#endif
