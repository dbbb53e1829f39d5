/* SPDX-License-Identifier: Apache-2.0 */
/* The execution score (预算执行率得分): which money it is based on, the rate, and the points by bands or by line. */
#include "engine/score.h"

/* --- the money --------------------------------------------------------------------------------------------------- */

static bool is_total_row(const struct fuhe_pack *pack, const struct fuhe_fund *fund) {
    return fuhe_text_list_has(&pack->execution.total_words, fund->label.text);
}

/* Index of the first row that names itself the total; fund_count when there is none. */
static size_t find_total_row(const struct fuhe_form *form, const struct fuhe_pack *pack) {
    size_t i = 0;

    while (i < form->fund_count && !is_total_row(pack, &form->funds[i])) {
        i++;
    }
    return i;
}

static bool is_money(const struct fuhe_value *value) {
    return value->kind == FUHE_VALUE_NUMBER && value->number.scaled >= 0;
}

/* Budget and executed money of one row. */
struct money {
    struct fuhe_value budget;
    struct fuhe_value executed;
};

static struct money read_money(const struct fuhe_form *form, const struct fuhe_fund *fund) {
    const int64_t scale = fuhe_value_money_scale(&form->funds_unit);

    return (struct money){fuhe_value_read_figure(&fund->budget, scale), fuhe_value_read_figure(&fund->executed, scale)};
}

/* Nothing printed, or nothing but zeros. */
static bool is_nothing(const struct fuhe_value *value) {
    return value->kind == FUHE_VALUE_NONE || (value->kind == FUHE_VALUE_NUMBER && value->number.scaled == 0);
}

/* Adds the money of a row; false when either figure is no readable amount. */
static bool add_money(const struct money *money, struct fuhe_execution *execution) {
    struct fuhe_execution sum = *execution;

    if (!is_money(&money->budget) || !is_money(&money->executed)) {
        return false;
    }
    if (fuhe_decimal_add(sum.budget, money->budget.number, &sum.budget) != FUHE_STATUS_OK ||
        fuhe_decimal_add(sum.executed, money->executed.number, &sum.executed) != FUHE_STATUS_OK ||
        fuhe_decimal_add(sum.budget_half_step, money->budget.half_step, &sum.budget_half_step) != FUHE_STATUS_OK ||
        fuhe_decimal_add(sum.executed_half_step, money->executed.half_step, &sum.executed_half_step) !=
            FUHE_STATUS_OK) {
        return false;
    }
    sum.has_money = true;
    *execution = sum;
    return true;
}

/* The sum of the rows below a total row that is missing or empty. A part with half of its figures leaves all open. */
static void sum_parts(const struct fuhe_form *form, const struct fuhe_pack *pack, struct fuhe_execution *execution) {
    bool broken = false;

    execution->from_parts = true;
    for (size_t i = 0; i < form->fund_count; i++) {
        const struct money money = read_money(form, &form->funds[i]);
        if (!is_total_row(pack, &form->funds[i]) && !add_money(&money, execution)) {
            broken = broken || !is_nothing(&money.budget) || !is_nothing(&money.executed);
        }
    }
    execution->has_money = execution->has_money && !broken;
}

/* The only claim among the rows; none when two of them claim. */
static struct fuhe_claim only_claim(const struct fuhe_form *form) {
    struct fuhe_claim only = {0};

    for (size_t i = 0; i < form->fund_count; i++) {
        const struct fuhe_claim claim = fuhe_points_read(&form->funds[i].score);
        if (claim.present && only.present) {
            return (struct fuhe_claim){0};
        }
        only = claim.present ? claim : only;
    }
    return only;
}

static void find_money(const struct fuhe_form *form, const struct fuhe_pack *pack, struct fuhe_execution *execution) {
    struct money total;

    execution->fund = find_total_row(form, pack);
    if (execution->fund < form->fund_count) {
        total = read_money(form, &form->funds[execution->fund]);
        execution->claim = fuhe_points_read(&form->funds[execution->fund].score);
        if (add_money(&total, execution)) {
            return;
        }
    }
    sum_parts(form, pack, execution);
    if (!execution->claim.present) {
        execution->claim = only_claim(form);
    }
}

static enum fuhe_status find_rate(struct fuhe_execution *execution) {
    if (!execution->has_money || execution->budget.scaled == 0) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_fraction_scale(execution->executed, FUHE_DECIMAL(100), execution->budget, &execution->rate));
    FUHE_TRY(fuhe_fraction_round(execution->rate, 2, FUHE_ROUND_HALF_UP, &execution->rate_rounded));
    execution->has_rate = true;
    return FUHE_STATUS_OK;
}

/* --- the points -------------------------------------------------------------------------------------------------- */

/* The rate that the pack's method looks at. */
static enum fuhe_status effective_rate(const struct fuhe_execution *execution, const struct fuhe_execution_rule *rule,
                                       fuhe_fraction *rate) {
    fuhe_decimal printed;

    if (rule->basis == FUHE_RATE_EXACT) {
        *rate = execution->rate;
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_fraction_round(execution->rate, rule->rate_places, FUHE_ROUND_HALF_UP, &printed));
    *rate = fuhe_fraction_of(printed);
    return FUHE_STATUS_OK;
}

static enum fuhe_status score_by_bands(const struct fuhe_execution_rule *rule, struct fuhe_execution *execution) {
    fuhe_fraction rate;
    size_t band = 0;

    FUHE_TRY(effective_rate(execution, rule, &rate));
    while (band + 1 < rule->band_count && fuhe_fraction_compare_decimal(rate, rule->bands[band].from) < 0) {
        band++;
    }
    execution->band = band;
    execution->formula = FUHE_FORMULA_BAND;
    execution->exact = fuhe_fraction_of(rule->bands[band].score);
    return FUHE_STATUS_OK;
}

/* weight * rate, at most the weight. */
static enum fuhe_status score_by_line(const struct fuhe_execution_rule *rule, struct fuhe_execution *execution) {
    fuhe_fraction rate;

    FUHE_TRY(effective_rate(execution, rule, &rate));
    execution->formula = FUHE_FORMULA_RATE;
    if (fuhe_fraction_compare_decimal(rate, FUHE_DECIMAL(100)) >= 0) {
        execution->exact = fuhe_fraction_of(rule->weight);
        return FUHE_STATUS_OK;
    }
    if (rule->basis == FUHE_RATE_EXACT) {
        return fuhe_fraction_scale(rule->weight, execution->executed, execution->budget, &execution->exact);
    }
    fuhe_decimal printed;
    FUHE_TRY(fuhe_fraction_round(rate, rule->rate_places, FUHE_ROUND_HALF_UP, &printed));
    return fuhe_fraction_scale(rule->weight, printed, FUHE_DECIMAL(100), &execution->exact);
}

/* Without a budget there is no rate; some packs say what that is worth. */
static bool score_without_budget(const struct fuhe_execution_rule *rule, struct fuhe_execution *execution) {
    const bool spent_nothing = execution->has_money && execution->executed.scaled == 0;

    if (!spent_nothing || rule->zero_budget == FUHE_ZERO_BUDGET_UNSCORED) {
        return false;
    }
    const bool is_full = rule->zero_budget == FUHE_ZERO_BUDGET_FULL;
    execution->formula = is_full ? FUHE_FORMULA_FULL : FUHE_FORMULA_ZERO;
    execution->exact = fuhe_fraction_of(is_full ? rule->weight : FUHE_DECIMAL(0));
    return true;
}

/* Whether an exact score came about. */
static enum fuhe_status compute_points(const struct fuhe_execution_rule *rule, struct fuhe_execution *execution,
                                       bool *computed) {
    *computed = true;
    if (!execution->has_rate) {
        *computed = score_without_budget(rule, execution);
        return FUHE_STATUS_OK;
    }
    return rule->method == FUHE_EXECUTION_BANDS ? score_by_bands(rule, execution) : score_by_line(rule, execution);
}

/* The claim stands where nothing can be computed; where nothing is claimed, the computed score does. */
static enum fuhe_status judge(const struct fuhe_pack *pack, bool computed, struct fuhe_execution *execution) {
    struct fuhe_judged judged;

    execution->verdict = FUHE_VERDICT_UNSCORED;
    if (!computed) {
        execution->state = execution->claim.present ? FUHE_EXECUTION_JUDGEMENT : FUHE_EXECUTION_UNSCORED;
        execution->has_verified = execution->claim.present;
        execution->verified = fuhe_decimal_min(execution->claim.value, pack->execution.weight);
        execution->verdict = execution->claim.present ? FUHE_VERDICT_JUDGEMENT : FUHE_VERDICT_UNSCORED;
        return FUHE_STATUS_OK;
    }
    execution->state = FUHE_EXECUTION_SCORED;
    execution->has_verified = true;
    FUHE_TRY(fuhe_points_round(execution->exact, pack->execution.weight, pack, &execution->recomputed));
    execution->verified = execution->recomputed;
    if (execution->claim.present) {
        FUHE_TRY(fuhe_claim_judge(&execution->claim, execution->exact, pack->execution.weight, pack, &judged));
        execution->verdict = judged.verdict;
        execution->verified = judged.verified;
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_execution_rescore(const struct fuhe_pack *pack, struct fuhe_execution *execution) {
    bool computed = false;

    if (compute_points(&pack->execution, execution, &computed) != FUHE_STATUS_OK) {
        computed = false;
    }
    return judge(pack, computed, execution);
}

enum fuhe_status fuhe_score_execution(const struct fuhe_form *form, const struct fuhe_pack *pack,
                                      struct fuhe_execution *execution) {
    find_money(form, pack, execution);
    if (!execution->claim.present) {
        execution->claim = execution->row_claim;
    }
    /* Amounts too large for a rate leave the score to a person. */
    if (find_rate(execution) != FUHE_STATUS_OK) {
        return judge(pack, false, execution);
    }
    return fuhe_execution_rescore(pack, execution);
}
