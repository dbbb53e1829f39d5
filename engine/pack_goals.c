/* SPDX-License-Identifier: Apache-2.0 */
/* Lists what the cases of a rule pack must hit, from what the pack says. */
#include "engine/pack_coverage.h"

/* The list while it is made; the first failure is kept and ends it. */
struct listing {
    struct fuhe_coverage *coverage;
    struct fuhe_arena *arena;
    enum fuhe_status status;
};

static void add(struct listing *listing, enum fuhe_goal goal, size_t index, fuhe_decimal value) {
    struct fuhe_coverage *coverage = listing->coverage;
    void *items = coverage->items;

    if (listing->status != FUHE_STATUS_OK) {
        return;
    }
    listing->status =
        fuhe_arena_grow(listing->arena, &items, coverage->count, &coverage->capacity, sizeof *coverage->items);
    if (listing->status == FUHE_STATUS_OK) {
        coverage->items = items;
        coverage->items[coverage->count++] = (struct fuhe_goal_item){goal, index, value, false};
    }
}

static void add_plain(struct listing *listing, const enum fuhe_goal *goals, size_t count) {
    for (size_t i = 0; i < count; i++) {
        add(listing, goals[i], 0, FUHE_DECIMAL(0));
    }
}

static void add_execution(struct listing *listing, const struct fuhe_execution_rule *execution) {
    const enum fuhe_goal linear[] = {FUHE_GOAL_RATE_FULL, FUHE_GOAL_RATE_SHORT, FUHE_GOAL_RATE_BETWEEN};
    const enum fuhe_goal always[] = {FUHE_GOAL_RATE_OVER, FUHE_GOAL_BUDGET_ZERO, FUHE_GOAL_RATE_ROUNDED};

    for (size_t i = 0; i < execution->band_count; i++) {
        const fuhe_decimal from = execution->bands[i].from;
        add(listing, FUHE_GOAL_BAND_AT, i, from);
        if (from.scaled > 0) {
            add(listing, FUHE_GOAL_BAND_BELOW, i, from);
        }
    }
    if (execution->method == FUHE_EXECUTION_LINEAR) {
        add_plain(listing, linear, sizeof linear / sizeof linear[0]);
    }
    add_plain(listing, always, execution->basis == FUHE_RATE_PRINTED ? 3 : 2);
}

static bool is_linear_to_double(const struct fuhe_pack *pack) {
    return pack->less_method == FUHE_LESS_LINEAR_TO_DOUBLE;
}

static void add_numbers(struct listing *listing, const struct fuhe_pack *pack) {
    const enum fuhe_method cost = pack->categories[FUHE_CATEGORY_COST].method;
    const enum fuhe_goal always[] = {
        FUHE_GOAL_MORE_MET,    FUHE_GOAL_MORE_SHORT, FUHE_GOAL_MORE_BEYOND, FUHE_GOAL_LESS_MET,
        FUHE_GOAL_LESS_UNDER,  FUHE_GOAL_LESS_OVER,  FUHE_GOAL_EQUAL_MET,   FUHE_GOAL_EQUAL_UNDER,
        FUHE_GOAL_EQUAL_OVER,  FUHE_GOAL_RANK_MET,   FUHE_GOAL_RANK_BEHIND, FUHE_GOAL_ZERO_MET,
        FUHE_GOAL_ZERO_MISSED, FUHE_GOAL_COST_MET,   FUHE_GOAL_COST_UNDER,  FUHE_GOAL_COST_OVER,
        FUHE_GOAL_WORDS_MET,   FUHE_GOAL_JUDGEMENT,  FUHE_GOAL_ROUNDED_TIE, FUHE_GOAL_ROUNDED_DOWN,
        FUHE_GOAL_FULL_UNMET,
    };

    add_plain(listing, always, sizeof always / sizeof always[0]);
    if (is_linear_to_double(pack)) {
        add(listing, FUHE_GOAL_LESS_DOUBLE, 0, FUHE_DECIMAL(0));
    }
    if (is_linear_to_double(pack) && cost != FUHE_METHOD_PROPORTIONAL) {
        add(listing, FUHE_GOAL_COST_DOUBLE, 0, FUHE_DECIMAL(0));
    }
    if (cost == FUHE_METHOD_CEILING_IF_SAVED) {
        add(listing, FUHE_GOAL_COST_UNPAID, 0, FUHE_DECIMAL(0));
    }
    if (pack->item_rounding != FUHE_ROUND_TRUNCATE) {
        add(listing, FUHE_GOAL_ROUNDED_UP, 0, FUHE_DECIMAL(0));
    }
}

static void add_claims(struct listing *listing) {
    for (size_t i = FUHE_VERDICT_EXACT; i <= FUHE_VERDICT_UNDERSTATED; i++) {
        add(listing, FUHE_GOAL_VERDICT, i, FUHE_DECIMAL(0));
    }
}

static void add_scale(struct listing *listing, const struct fuhe_pack *pack) {
    for (size_t i = 0; i < pack->scale_count; i++) {
        const struct fuhe_scale_step *step = &pack->scale[i];
        add(listing, FUHE_GOAL_STEP_INSIDE, i, step->high);
        if (step->low.scaled > 0) {
            add(listing, FUHE_GOAL_STEP_BELOW, i, step->high);
        }
        if (fuhe_decimal_compare(step->high, FUHE_DECIMAL(100)) < 0) {
            add(listing, FUHE_GOAL_STEP_ABOVE, i, step->high);
        }
    }
}

static void add_far_beyond(struct listing *listing, const struct fuhe_pack *pack) {
    if (pack->over_explain.scaled > 0) {
        add(listing, FUHE_GOAL_EXPLAIN_AT, 0, pack->over_explain);
        add(listing, FUHE_GOAL_EXPLAIN_BELOW, 0, pack->over_explain);
    }
    for (size_t i = 0; i < pack->over_tier_count; i++) {
        add(listing, FUHE_GOAL_TIER_AT, i, pack->over_tiers[i].ratio);
        add(listing, FUHE_GOAL_TIER_BELOW, i, pack->over_tiers[i].ratio);
    }
}

static void add_totals(struct listing *listing, const struct fuhe_pack *pack) {
    add(listing, FUHE_GOAL_WEIGHTS, 0, FUHE_DECIMAL(0));
    for (size_t i = 0; i < pack->variant_count; i++) {
        add(listing, FUHE_GOAL_VARIANT, i, FUHE_DECIMAL(0));
    }
    if (pack->duplicates == FUHE_DUPLICATES_COUNT_ONCE) {
        add(listing, FUHE_GOAL_COUNTED_ONCE, 0, FUHE_DECIMAL(0));
    }
    add(listing, FUHE_GOAL_DEVIATION, 0, FUHE_DECIMAL(0));
    for (size_t i = 0; i < pack->grade_count; i++) {
        add(listing, FUHE_GOAL_GRADE_AT, i, pack->grades[i].from);
        if (pack->grades[i].from.scaled > 0) {
            add(listing, FUHE_GOAL_GRADE_BELOW, i, pack->grades[i].from);
        }
    }
    if (pack->unspent_rate.scaled > 0) {
        add(listing, FUHE_GOAL_UNSPENT_AT, 0, pack->unspent_rate);
        add(listing, FUHE_GOAL_UNSPENT_BELOW, 0, pack->unspent_rate);
    }
}

enum fuhe_status fuhe_coverage_init(struct fuhe_coverage *coverage, const struct fuhe_pack *pack,
                                    struct fuhe_arena *arena) {
    struct listing listing = {coverage, arena, FUHE_STATUS_OK};

    *coverage = (struct fuhe_coverage){.pack = pack};
    add(&listing, FUHE_GOAL_CASES, 0, FUHE_DECIMAL(FUHE_CASES_LEAST));
    for (size_t i = FUHE_RULE_NONE + 1; i < FUHE_RULE_COUNT; i++) {
        if (i != FUHE_RULE_SCALE || pack->scale_count > 0) { /* without steps no row is scored by it */
            add(&listing, FUHE_GOAL_RULE, i, FUHE_DECIMAL(0));
        }
    }
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        add(&listing, FUHE_GOAL_CATEGORY, i, FUHE_DECIMAL(0));
    }
    add_execution(&listing, &pack->execution);
    add_numbers(&listing, pack);
    add_claims(&listing);
    add_scale(&listing, pack);
    add_far_beyond(&listing, pack);
    add_totals(&listing, pack);
    return listing.status;
}
