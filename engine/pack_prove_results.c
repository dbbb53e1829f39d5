/* SPDX-License-Identifier: Apache-2.0 */
/* Results in numbers: of each kind of target a row of points, from nothing to far beyond it, is scored as a row of a
 * form is. The target is one, so that a result is its own multiple of the target. Up to the target a better result
 * never scores less; beyond it the pack may take points off, but never gives them back. */
#include <stdio.h>

#include "engine/pack_trial.h"

enum { WEIGHT = 100 }; /* points are percent of the weight then */

/* Which way a result gets better. */
enum direction { MORE, LESS };

/* A kind of target. %s of `result` is the number. */
struct kind {
    enum fuhe_rule rule;
    enum fuhe_category category;
    const char *target;
    const char *result;
    enum direction direction;
    int64_t met; /* the result that is as aimed at */
    bool whole;  /* results are whole numbers from 1 on */
};

/* Scores one result of a row that prints this weight; false when no exact score comes about. */
static bool score_weighed(const struct fuhe_pack *pack, const struct kind *kind, const char *weight,
                          fuhe_decimal result, struct fuhe_trial_point *point) {
    char number[FUHE_DECIMAL_TEXT_SIZE];
    char actual[FUHE_DECIMAL_TEXT_SIZE + 16];
    const char *const behind = kind->result;
    const struct fuhe_indicator blank = {0};
    struct fuhe_indicator indicator = blank;
    struct fuhe_row row = {.category = kind->category};

    (void)fuhe_decimal_format(result, 0, number);
    (void)snprintf(actual, sizeof actual, "%s%s%s", kind->whole ? "第" : "", number, behind);
    indicator.weight = fuhe_trial_cell(weight);
    indicator.target = fuhe_trial_cell(kind->target);
    indicator.actual = fuhe_trial_cell(actual);
    if (fuhe_score_indicator(&indicator, pack, &row) != FUHE_STATUS_OK || !row.has_exact) {
        return false;
    }
    *point = (struct fuhe_trial_point){result, fuhe_trial_points(row.exact, row.weight, row.recomputed)};
    return true;
}

static bool score(const struct fuhe_pack *pack, const struct kind *kind, fuhe_decimal result,
                  struct fuhe_trial_point *point) {
    return score_weighed(pack, kind, "100", result, point);
}

static void list_results(const struct fuhe_pack *pack, const struct kind *kind, struct fuhe_trial_values *results) {
    results->count = 0;
    for (int64_t i = 1; kind->whole && i <= 3 * kind->met; i++) {
        fuhe_trial_add(results, FUHE_DECIMAL(i));
    }
    if (kind->whole) {
        return;
    }
    for (int64_t i = 0; i < 4; i++) {
        fuhe_trial_add_edge(results, FUHE_DECIMAL(i));
        fuhe_trial_add(results, (fuhe_decimal){i * FUHE_DECIMAL_ONE + FUHE_DECIMAL_ONE / 2});
    }
    fuhe_trial_add(results, FUHE_DECIMAL(1000));
    fuhe_trial_add_edge(results, pack->over_explain);
    for (size_t i = 0; i < pack->over_tier_count; i++) {
        fuhe_trial_add_edge(results, pack->over_tiers[i].ratio);
    }
    fuhe_trial_sort(results);
}

/* The lowest multiple of the target from which points are taken off; false when there is none. */
static bool first_tier(const struct fuhe_pack *pack, fuhe_decimal *ratio) {
    *ratio = pack->over_tier_count == 0 ? FUHE_DECIMAL(0) : pack->over_tiers[pack->over_tier_count - 1].ratio;
    return pack->over_tier_count > 0;
}

/* Tells the counter-example with 2.99 rather than 2.999999, where that is as true. */
static enum fuhe_status fail_with_results(const struct fuhe_pack *pack, const struct kind *kind,
                                          struct fuhe_trial_point smaller, struct fuhe_trial_point larger,
                                          struct fuhe_error *err) {
    const bool turns_up = kind->direction == MORE && fuhe_decimal_compare(larger.points, smaller.points) > 0;
    struct fuhe_trial_point written;

    if (!kind->whole && score(pack, kind, fuhe_trial_written_below(larger.value), &written) &&
        fuhe_decimal_equals(written.points, smaller.points)) {
        smaller = written;
    }
    if (turns_up) {
        return fuhe_pack_fault_pair(err, FUHE_PROBLEM_PACK_TURNS_UP, "over-completion", larger, smaller);
    }
    const bool is_more = kind->direction == MORE;
    return fuhe_pack_fault_pair(err, FUHE_PROBLEM_PACK_NOT_MONOTONE, fuhe_rule_name(kind->rule),
                                is_more ? larger : smaller, is_more ? smaller : larger);
}

static enum fuhe_status check_pair(const struct fuhe_pack *pack, const struct kind *kind,
                                   struct fuhe_trial_point smaller, struct fuhe_trial_point larger,
                                   struct fuhe_error *err) {
    const int order = fuhe_decimal_compare(larger.points, smaller.points);
    const bool is_beyond = fuhe_decimal_compare(smaller.value, FUHE_DECIMAL(kind->met)) >= 0;
    fuhe_decimal ratio;

    if (kind->direction == LESS) {
        return order <= 0 ? FUHE_STATUS_OK : fail_with_results(pack, kind, smaller, larger, err);
    }
    const bool is_taken_off =
        is_beyond && (kind->rule == FUHE_RULE_NUMBER_EQUAL ||
                      (first_tier(pack, &ratio) && fuhe_decimal_compare(larger.value, ratio) >= 0));
    if ((is_beyond && order > 0) || (order < 0 && !is_taken_off)) {
        return fail_with_results(pack, kind, smaller, larger, err);
    }
    return FUHE_STATUS_OK;
}

/* As aimed at is the whole weight, and nothing is more than that. */
static enum fuhe_status check_full(const struct kind *kind, struct fuhe_trial_point point, struct fuhe_error *err) {
    const int order = fuhe_decimal_compare(point.points, FUHE_DECIMAL(WEIGHT));
    const bool is_met = fuhe_decimal_equals(point.value, FUHE_DECIMAL(kind->met));

    if (order > 0 || (is_met && order < 0)) {
        const bool is_tier = is_met && kind->direction == MORE;
        return fuhe_pack_fault_full(err, is_tier ? "over-completion" : fuhe_rule_name(kind->rule), point,
                                    FUHE_DECIMAL(WEIGHT));
    }
    return FUHE_STATUS_OK;
}

/* Nor is it more where the weight prints more decimals than scores are rounded to. */
static enum fuhe_status check_fine_weight(const struct fuhe_pack *pack, const struct kind *kind,
                                          struct fuhe_error *err) {
    const fuhe_decimal weight = {FUHE_DECIMAL_ONE - 1};
    struct fuhe_trial_point point;

    if (!score_weighed(pack, kind, "0.999999", FUHE_DECIMAL(kind->met), &point)) {
        return fuhe_pack_fault_number(err, FUHE_PROBLEM_PACK_GAP, fuhe_rule_name(kind->rule), FUHE_DECIMAL(kind->met));
    }
    return fuhe_decimal_compare(point.points, weight) <= 0
               ? FUHE_STATUS_OK
               : fuhe_pack_fault_full(err, fuhe_rule_name(kind->rule), point, weight);
}

static enum fuhe_status prove_kind(const struct fuhe_pack *pack, const struct kind *kind, struct fuhe_pack_proof *proof,
                                   struct fuhe_error *err) {
    struct fuhe_trial_values results;
    struct fuhe_trial_point before = {{0}, {0}};

    list_results(pack, kind, &results);
    for (size_t i = 0; i < results.count; i++) {
        struct fuhe_trial_point point;
        if (!score(pack, kind, results.items[i], &point)) {
            return fuhe_pack_fault_number(err, FUHE_PROBLEM_PACK_GAP, fuhe_rule_name(kind->rule), results.items[i]);
        }
        FUHE_TRY(check_full(kind, point, err));
        if (i > 0) {
            FUHE_TRY(check_pair(pack, kind, before, point, err));
            if (kind->rule == FUHE_RULE_NUMBER_MORE && fuhe_decimal_compare(before.value, FUHE_DECIMAL(1)) >= 0) {
                fuhe_trial_note_jump(&proof->completion, before, point, pack->item_places);
            }
        }
        before = point;
        proof->results++;
    }
    return check_fine_weight(pack, kind, err);
}

/* Targets that say themselves which way they go. */
static const struct kind kinds[] = {
    {FUHE_RULE_NUMBER_MORE, FUHE_CATEGORY_OUTPUT, "≥1次", "次", MORE, 1, false},
    {FUHE_RULE_NUMBER_LESS, FUHE_CATEGORY_OUTPUT, "≤1次", "次", LESS, 1, false},
    {FUHE_RULE_NUMBER_EQUAL, FUHE_CATEGORY_OUTPUT, "=1次", "次", MORE, 1, false},
    {FUHE_RULE_RANK, FUHE_CATEGORY_OUTPUT, "前5名", "名", LESS, 5, true},
    {FUHE_RULE_ZERO_TARGET, FUHE_CATEGORY_OUTPUT, "0次", "次", LESS, 0, false},
};

static enum direction direction_of(enum fuhe_method method) {
    return method == FUHE_METHOD_MORE || method == FUHE_METHOD_PROPORTIONAL ? MORE : LESS;
}

enum fuhe_status fuhe_prove_results(const struct fuhe_pack *pack, struct fuhe_pack_proof *proof,
                                    struct fuhe_error *err) {
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        FUHE_TRY(prove_kind(pack, &kinds[i], proof, err));
    }
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) { /* the category says which way */
        const enum direction direction = direction_of(pack->categories[i].method);
        const bool is_cost = i == FUHE_CATEGORY_COST;
        const enum fuhe_rule rule = direction == MORE ? FUHE_RULE_NUMBER_MORE : FUHE_RULE_NUMBER_LESS;
        const struct kind kind = {is_cost ? FUHE_RULE_COST : rule,
                                  (enum fuhe_category)i,
                                  is_cost ? "1元" : "1次",
                                  is_cost ? "元" : "次",
                                  direction,
                                  1,
                                  false};
        FUHE_TRY(prove_kind(pack, &kind, proof, err));
    }
    return FUHE_STATUS_OK;
}
