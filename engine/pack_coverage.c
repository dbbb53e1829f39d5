/* SPDX-License-Identifier: Apache-2.0 */
/* Which goals a case hits, by its review. What a case does not state the outcome of is not looked at: a figure that
 * nobody wrote down proves nothing. */
#include "engine/pack_coverage.h"

static const fuhe_decimal hundredth = {FUHE_DECIMAL_ONE / 100};

static void hit(struct fuhe_coverage *coverage, enum fuhe_goal goal, size_t index) {
    for (size_t i = 0; i < coverage->count; i++) {
        if (coverage->items[i].goal == goal && coverage->items[i].index == index) {
            coverage->items[i].hit = true;
        }
    }
}

/* --- execution --------------------------------------------------------------------------------------------------- */

/* Whether value lies below edge by at most a hundredth. */
static bool is_just_below(fuhe_fraction value, fuhe_decimal edge) {
    const fuhe_decimal low = {edge.scaled - hundredth.scaled};

    return fuhe_fraction_compare_decimal(value, edge) < 0 && fuhe_fraction_compare_decimal(value, low) >= 0;
}

static void note_bands(struct fuhe_coverage *coverage, const struct fuhe_execution *execution) {
    const struct fuhe_execution_rule *rule = &coverage->pack->execution;

    for (size_t i = 0; i < rule->band_count; i++) {
        const fuhe_decimal from = rule->bands[i].from;
        if (fuhe_fraction_compare_decimal(execution->rate, from) == 0) {
            hit(coverage, FUHE_GOAL_BAND_AT, i);
        }
        if (execution->band > i && is_just_below(execution->rate, from)) {
            hit(coverage, FUHE_GOAL_BAND_BELOW, i);
        }
        if (execution->band == i && fuhe_fraction_compare_decimal(execution->rate, from) < 0) {
            hit(coverage, FUHE_GOAL_RATE_ROUNDED, 0);
        }
    }
}

/* Whether the rate that was rounded first gives another score than the exact one would. */
static bool is_moved_by_rounding(const struct fuhe_pack *pack, const struct fuhe_execution *execution) {
    fuhe_fraction exact;
    fuhe_decimal score;

    return fuhe_fraction_compare_decimal(execution->rate, FUHE_DECIMAL(100)) < 0 &&
           fuhe_fraction_scale(pack->execution.weight, execution->executed, execution->budget, &exact) ==
               FUHE_STATUS_OK &&
           fuhe_points_round(exact, pack->execution.weight, pack, &score) == FUHE_STATUS_OK &&
           !fuhe_decimal_equals(score, execution->recomputed);
}

static void note_line(struct fuhe_coverage *coverage, const struct fuhe_execution *execution) {
    const int against_full = fuhe_fraction_compare_decimal(execution->rate, FUHE_DECIMAL(100));

    if (against_full == 0) {
        hit(coverage, FUHE_GOAL_RATE_FULL, 0);
    } else if (against_full < 0 && execution->rate.numerator > 0) {
        hit(coverage, FUHE_GOAL_RATE_BETWEEN, 0);
    }
    if (is_just_below(execution->rate, FUHE_DECIMAL(100))) {
        hit(coverage, FUHE_GOAL_RATE_SHORT, 0);
    }
    if (is_moved_by_rounding(coverage->pack, execution)) {
        hit(coverage, FUHE_GOAL_RATE_ROUNDED, 0);
    }
}

static void note_execution(struct fuhe_coverage *coverage, const struct fuhe_pack_case *example,
                           const struct fuhe_execution *execution) {
    if (!example->execution.present || !example->execution.expected.score.present) {
        return;
    }
    if (execution->has_money && !execution->has_rate) {
        hit(coverage, FUHE_GOAL_BUDGET_ZERO, 0);
    }
    if (!execution->has_rate) {
        return;
    }
    if (fuhe_fraction_compare_decimal(execution->rate, FUHE_DECIMAL(100)) > 0) {
        hit(coverage, FUHE_GOAL_RATE_OVER, 0);
    }
    if (execution->formula == FUHE_FORMULA_BAND) {
        note_bands(coverage, execution);
    } else {
        note_line(coverage, execution);
    }
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

/* Where the result lies beside its target. */
enum side { SIDE_ANY, SIDE_UNDER, SIDE_AT, SIDE_OVER, SIDE_DOUBLE };

static enum side side_of(const struct fuhe_row *row) {
    const fuhe_decimal target = row->target.number;
    const fuhe_decimal actual = row->actual.number;
    const int order = fuhe_decimal_compare(actual, target);

    if (order <= 0) {
        return order == 0 ? SIDE_AT : SIDE_UNDER;
    }
    return target.scaled > 0 && actual.scaled - target.scaled >= target.scaled ? SIDE_DOUBLE : SIDE_OVER;
}

struct row_goal {
    enum fuhe_goal goal;
    enum fuhe_rule rule;
    enum side side;
};

static const struct row_goal row_goals[] = {
    {FUHE_GOAL_MORE_SHORT, FUHE_RULE_NUMBER_MORE, SIDE_UNDER},
    {FUHE_GOAL_MORE_MET, FUHE_RULE_NUMBER_MORE, SIDE_AT},
    {FUHE_GOAL_MORE_BEYOND, FUHE_RULE_NUMBER_MORE, SIDE_OVER},
    {FUHE_GOAL_LESS_UNDER, FUHE_RULE_NUMBER_LESS, SIDE_UNDER},
    {FUHE_GOAL_LESS_MET, FUHE_RULE_NUMBER_LESS, SIDE_AT},
    {FUHE_GOAL_LESS_OVER, FUHE_RULE_NUMBER_LESS, SIDE_OVER},
    {FUHE_GOAL_LESS_DOUBLE, FUHE_RULE_NUMBER_LESS, SIDE_DOUBLE},
    {FUHE_GOAL_EQUAL_UNDER, FUHE_RULE_NUMBER_EQUAL, SIDE_UNDER},
    {FUHE_GOAL_EQUAL_MET, FUHE_RULE_NUMBER_EQUAL, SIDE_AT},
    {FUHE_GOAL_EQUAL_OVER, FUHE_RULE_NUMBER_EQUAL, SIDE_OVER},
    {FUHE_GOAL_RANK_MET, FUHE_RULE_RANK, SIDE_AT},
    {FUHE_GOAL_RANK_BEHIND, FUHE_RULE_RANK, SIDE_OVER},
    {FUHE_GOAL_ZERO_MET, FUHE_RULE_ZERO_TARGET, SIDE_AT},
    {FUHE_GOAL_ZERO_MISSED, FUHE_RULE_ZERO_TARGET, SIDE_OVER},
    {FUHE_GOAL_COST_UNDER, FUHE_RULE_COST, SIDE_UNDER},
    {FUHE_GOAL_COST_MET, FUHE_RULE_COST, SIDE_AT},
    {FUHE_GOAL_COST_OVER, FUHE_RULE_COST, SIDE_OVER},
    {FUHE_GOAL_COST_DOUBLE, FUHE_RULE_COST, SIDE_DOUBLE},
    {FUHE_GOAL_WORDS_MET, FUHE_RULE_WORDS, SIDE_ANY},
    {FUHE_GOAL_JUDGEMENT, FUHE_RULE_JUDGEMENT, SIDE_ANY},
};

static void note_reading(struct fuhe_coverage *coverage, const struct fuhe_row *row) {
    const enum side side = side_of(row);

    for (size_t i = 0; i < sizeof row_goals / sizeof row_goals[0]; i++) {
        const struct row_goal *goal = &row_goals[i];
        if (goal->rule == row->rule && (goal->side == SIDE_ANY || goal->side == side)) {
            hit(coverage, goal->goal, 0);
        }
    }
    if (row->category == FUHE_CATEGORY_COST && row->rule == FUHE_RULE_JUDGEMENT && side == SIDE_UNDER) {
        hit(coverage, FUHE_GOAL_COST_UNPAID, 0);
    }
}

/* Half a unit of the last place: 1.005 between 1.00 and 1.01. */
static bool is_tie(const struct fuhe_pack *pack, fuhe_fraction exact) {
    fuhe_decimal finer;
    fuhe_decimal cut;

    return pack->item_places < FUHE_DECIMAL_PLACES &&
           fuhe_fraction_round(exact, pack->item_places + 1, FUHE_ROUND_TRUNCATE, &finer) == FUHE_STATUS_OK &&
           fuhe_fraction_round(exact, pack->item_places, FUHE_ROUND_TRUNCATE, &cut) == FUHE_STATUS_OK &&
           fuhe_fraction_compare_decimal(exact, finer) == 0 && finer.scaled != cut.scaled &&
           fuhe_decimal_round(finer, pack->item_places, FUHE_ROUND_HALF_UP, &finer) == FUHE_STATUS_OK &&
           fuhe_fraction_compare(exact, fuhe_fraction_of((fuhe_decimal){(finer.scaled + cut.scaled) / 2})) == 0;
}

static void note_rounding(struct fuhe_coverage *coverage, const struct fuhe_row *row) {
    const int order = fuhe_fraction_compare_decimal(row->exact, row->recomputed);

    if (is_tie(coverage->pack, row->exact)) {
        hit(coverage, FUHE_GOAL_ROUNDED_TIE, 0);
    } else if (order != 0) {
        hit(coverage, order < 0 ? FUHE_GOAL_ROUNDED_UP : FUHE_GOAL_ROUNDED_DOWN, 0);
    }
}

static void note_claim(struct fuhe_coverage *coverage, const struct fuhe_row *row) {
    hit(coverage, FUHE_GOAL_VERDICT, row->verdict);
    if (row->has_exact) {
        note_rounding(coverage, row);
    }
    if (row->has_exact && row->verdict == FUHE_VERDICT_OVERSTATED &&
        fuhe_decimal_equals(row->claim.value, row->weight)) {
        hit(coverage, FUHE_GOAL_FULL_UNMET, 0);
    }
}

static void note_step(struct fuhe_coverage *coverage, const struct fuhe_row *row) {
    static const enum fuhe_goal goals[] = {[FUHE_VERDICT_OVERSTATED] = FUHE_GOAL_STEP_ABOVE,
                                           [FUHE_VERDICT_UNDERSTATED] = FUHE_GOAL_STEP_BELOW,
                                           [FUHE_VERDICT_JUDGEMENT] = FUHE_GOAL_STEP_INSIDE};
    const struct fuhe_pack *pack = coverage->pack;

    if (row->verdict == FUHE_VERDICT_UNSCORED) {
        return;
    }
    for (size_t i = 0; i < pack->scale_count; i++) {
        fuhe_fraction high;
        if (fuhe_fraction_scale(row->weight, pack->scale[i].high, FUHE_DECIMAL(100), &high) == FUHE_STATUS_OK &&
            fuhe_fraction_compare_decimal(high, row->high) == 0) {
            hit(coverage, goals[row->verdict], i);
        }
    }
}

/* Whether the result is ratio times the target, or falls short of that by at most a hundredth of the target. */
enum reach { REACH_NOT, REACH_BELOW, REACH_AT };

static enum reach reach_of(const struct fuhe_row *row, fuhe_decimal ratio) {
    fuhe_fraction reached;

    if (fuhe_fraction_scale(row->actual.number, FUHE_DECIMAL(1), row->target.number, &reached) != FUHE_STATUS_OK) {
        return REACH_NOT;
    }
    if (fuhe_fraction_compare_decimal(reached, ratio) == 0) {
        return REACH_AT;
    }
    return is_just_below(reached, ratio) ? REACH_BELOW : REACH_NOT;
}

static bool states(const struct fuhe_code_list *list, enum fuhe_code code) {
    for (size_t i = 0; i < list->count; i++) {
        if (list->codes[i] == code) {
            return true;
        }
    }
    return false;
}

static void note_far_beyond(struct fuhe_coverage *coverage, const struct fuhe_pack_case *example,
                            const struct fuhe_row *row) {
    static const enum fuhe_goal goals[] = {FUHE_GOAL_COUNT, FUHE_GOAL_TIER_BELOW, FUHE_GOAL_TIER_AT};
    const struct fuhe_pack *pack = coverage->pack;
    const enum reach explained = reach_of(row, pack->over_explain);

    if ((row->rule != FUHE_RULE_NUMBER_MORE && row->over_tier == NULL) || row->target.number.scaled <= 0) {
        return;
    }
    if (explained == REACH_AT && states(&example->findings, FUHE_CODE_OVER_COMPLETION)) {
        hit(coverage, FUHE_GOAL_EXPLAIN_AT, 0);
    }
    if (explained == REACH_BELOW && states(&example->silent, FUHE_CODE_OVER_COMPLETION)) {
        hit(coverage, FUHE_GOAL_EXPLAIN_BELOW, 0);
    }
    for (size_t i = 0; i < pack->over_tier_count; i++) {
        hit(coverage, goals[reach_of(row, pack->over_tiers[i].ratio)], i);
    }
}

static void note_rows(struct fuhe_coverage *coverage, const struct fuhe_pack_case *example,
                      const struct fuhe_review *review) {
    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_expected_score *expected = &example->rows[i].expected;
        const struct fuhe_row *row = &review->rows[i];
        if (!expected->score.present || !expected->has_verdict) {
            continue;
        }
        hit(coverage, FUHE_GOAL_CATEGORY, row->category);
        note_claim(coverage, row);
        if (row->reading == FUHE_READING_WORDS_SCALE) {
            note_step(coverage, row);
        } else {
            note_reading(coverage, row);
        }
        note_far_beyond(coverage, example, row);
    }
}

/* --- the whole form ---------------------------------------------------------------------------------------------- */

static void note_grades(struct fuhe_coverage *coverage, const struct fuhe_review *review) {
    const struct fuhe_pack *pack = coverage->pack;
    int64_t step = FUHE_DECIMAL_ONE;

    for (unsigned i = 0; i < pack->total_places; i++) {
        step /= 10;
    }
    for (size_t i = 0; i < pack->grade_count; i++) {
        const int64_t short_of = pack->grades[i].from.scaled - review->totals.verified.scaled;
        if (short_of == 0 || short_of == step) {
            hit(coverage, short_of == 0 ? FUHE_GOAL_GRADE_AT : FUHE_GOAL_GRADE_BELOW, i);
        }
    }
}

static void note_weights(struct fuhe_coverage *coverage, const struct fuhe_case_total *total) {
    if (fuhe_text_equals(total->variant, FUHE_TEXT("own"))) {
        hit(coverage, FUHE_GOAL_WEIGHTS, 0);
    }
    for (size_t i = 0; i < coverage->pack->variant_count; i++) {
        if (fuhe_text_equals(total->variant, coverage->pack->variants[i].id)) {
            hit(coverage, FUHE_GOAL_VARIANT, i);
        }
    }
}

static void note_total(struct fuhe_coverage *coverage, const struct fuhe_pack_case *example,
                       const struct fuhe_review *review) {
    const struct fuhe_case_total *total = &example->total;

    if (total->score.present && total->grade.length > 0) {
        note_grades(coverage, review);
    }
    if (total->score.present && review->totals.basis == FUHE_BASIS_COUNT_ONCE) {
        hit(coverage, FUHE_GOAL_COUNTED_ONCE, 0);
    }
    if (total->rate.present && total->rate.value.scaled != 0) {
        hit(coverage, FUHE_GOAL_DEVIATION, 0);
    }
    note_weights(coverage, total);
}

static void note_unspent(struct fuhe_coverage *coverage, const struct fuhe_pack_case *example,
                         const struct fuhe_review *review) {
    const fuhe_decimal edge = review->pack->unspent_rate;

    if (!review->execution.has_rate) {
        return;
    }
    if (states(&example->silent, FUHE_CODE_UNSPENT_FULL_OUTPUT) &&
        fuhe_fraction_compare_decimal(review->execution.rate, edge) == 0) {
        hit(coverage, FUHE_GOAL_UNSPENT_AT, 0);
    }
    if (states(&example->findings, FUHE_CODE_UNSPENT_FULL_OUTPUT) && is_just_below(review->execution.rate, edge)) {
        hit(coverage, FUHE_GOAL_UNSPENT_BELOW, 0);
    }
}

void fuhe_coverage_note(struct fuhe_coverage *coverage, const struct fuhe_pack_case *example,
                        const struct fuhe_review *review) {
    if (++coverage->cases >= FUHE_CASES_LEAST) {
        hit(coverage, FUHE_GOAL_CASES, 0);
    }
    hit(coverage, FUHE_GOAL_RULE, example->shows);
    note_execution(coverage, example, &review->execution);
    note_rows(coverage, example, review);
    if (example->total.present) {
        note_total(coverage, example, review);
    }
    note_unspent(coverage, example, review);
}
