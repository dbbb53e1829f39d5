/* SPDX-License-Identifier: Apache-2.0 */
/* Cost indicators against the money block: planned costs should add up to the year's budget, actual ones to what was
 * executed. Judged only when every cost row is a sum of money; a price for one is no share of the budget. */
#include "engine/checks/check.h"

struct cost_sums {
    struct fuhe_amount target;
    struct fuhe_amount actual;
    size_t rows;
    size_t first;
};

static const fuhe_text price_words[] = {
    {"人均", 6}, {"平均", 6}, {"单价", 6}, {"单位", 6}, {"标准", 6}, {"每", 3}, {"单个", 6}, {"单次", 6},
};

static bool is_price(fuhe_text name) {
    for (size_t i = 0; i < sizeof price_words / sizeof price_words[0]; i++) {
        if (fuhe_text_contains(name, price_words[i])) {
            return true;
        }
    }
    return false;
}

/* 13万元, and 218.4万 too. */
static bool is_money(const struct fuhe_value *value) {
    return value->kind == FUHE_VALUE_NUMBER &&
           (value->unit_kind == FUHE_UNIT_MONEY || (value->unit_kind == FUHE_UNIT_NONE && value->scale > 1));
}

/* Whether the sums mean anything. */
static bool add_costs(const struct fuhe_review *review, struct cost_sums *sums) {
    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        if (row->category != FUHE_CATEGORY_COST) {
            continue;
        }
        if (!is_money(&row->target) || !is_money(&row->actual) ||
            fuhe_amount_add(&sums->target, fuhe_amount_of(&row->target)) != FUHE_STATUS_OK ||
            fuhe_amount_add(&sums->actual, fuhe_amount_of(&row->actual)) != FUHE_STATUS_OK) {
            return false;
        }
        sums->first = sums->rows == 0 ? i : sums->first;
        sums->rows++;
    }
    return sums->rows > 0;
}

/* A price among the costs spoils both sums. Asked last, for few forms come this far. */
static bool has_price(const struct fuhe_review *review) {
    for (size_t i = 0; i < review->row_count; i++) {
        if (review->rows[i].category == FUHE_CATEGORY_COST && is_price(review->form->indicators[i].name.text)) {
            return true;
        }
    }
    return false;
}

static enum fuhe_status check_sum(const struct fuhe_check_context *context, enum fuhe_code code,
                                  const struct cost_sums *sums, struct fuhe_amount against) {
    const struct fuhe_form *form = context->review->form;
    const struct fuhe_amount sum = code == FUHE_CODE_COST_TARGET_SUM ? sums->target : sums->actual;

    if (fuhe_decimal_equals(sum.value, against.value)) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_finding finding =
        fuhe_finding_about(code, FUHE_BLOCK_FORM, "indicators", form->indicators[sums->first].place);
    fuhe_finding_compare_money(&finding, sum, against, fuhe_value_money_scale(&form->funds_unit));
    return fuhe_check_report_rounding(context, &finding, fuhe_amounts_meet(sum, against));
}

enum fuhe_status fuhe_check_costs(const struct fuhe_check_context *context) {
    const struct fuhe_execution *execution = &context->review->execution;
    struct cost_sums sums = {0};

    if (!execution->has_money || !add_costs(context->review, &sums)) {
        return FUHE_STATUS_OK;
    }
    const struct fuhe_amount budget = {execution->budget, execution->budget_half_step};
    const struct fuhe_amount executed = {execution->executed, execution->executed_half_step};
    const bool equal =
        fuhe_decimal_equals(sums.target.value, budget.value) && fuhe_decimal_equals(sums.actual.value, executed.value);
    if (equal || has_price(context->review)) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(check_sum(context, FUHE_CODE_COST_TARGET_SUM, &sums, budget));
    return check_sum(context, FUHE_CODE_COST_ACTUAL_SUM, &sums, executed);
}
