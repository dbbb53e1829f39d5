/* SPDX-License-Identifier: Apache-2.0 */
/* What the department published about a project against the form itself. Published figures are often rounded, so each
 * is compared at the coarser printing of the two. */
#include "engine/checks/check.h"

static enum fuhe_status report(const struct fuhe_check_context *context, struct fuhe_finding *finding,
                               const struct fuhe_cell *cell) {
    finding->place = cell->place;
    finding->quote = cell->text;
    return fuhe_check_report(context, finding);
}

static struct fuhe_finding about(enum fuhe_code code, const char *path) {
    return fuhe_finding_about(code, FUHE_BLOCK_DISCLOSED, path, (struct fuhe_place){0});
}

static enum fuhe_status check_unreadable(const struct fuhe_check_context *context, const struct fuhe_value *value,
                                         const char *path, const struct fuhe_cell *cell) {
    struct fuhe_finding finding = about(FUHE_CODE_UNREADABLE_VALUE, path);

    return value->kind == FUHE_VALUE_UNREADABLE ? report(context, &finding, cell) : FUHE_STATUS_OK;
}

static enum fuhe_status check_name(const struct fuhe_check_context *context) {
    const struct fuhe_form *form = context->review->form;
    struct fuhe_finding finding = about(FUHE_CODE_DISCLOSED_NAME, "@name");

    if (form->disclosed.name.state != FUHE_CELL_TEXT || form->project.state != FUHE_CELL_TEXT ||
        fuhe_text_equals(form->disclosed.name.text, form->project.text) ||
        fuhe_text_same_name(form->disclosed.name.text, form->project.text)) {
        return FUHE_STATUS_OK;
    }
    finding.other = form->project.text;
    return report(context, &finding, &form->disclosed.name);
}

static enum fuhe_status check_total(const struct fuhe_check_context *context) {
    const struct fuhe_cell *cell = &context->review->form->disclosed.total;
    const struct fuhe_claim *claimed = &context->review->totals.claimed;
    const struct fuhe_value total = fuhe_value_read_figure(cell, 1);
    struct fuhe_finding finding = about(FUHE_CODE_DISCLOSED_TOTAL, "@total");

    FUHE_TRY(check_unreadable(context, &total, "@total", cell));
    if (total.kind != FUHE_VALUE_NUMBER || !claimed->present || fuhe_decimal_equals(total.number, claimed->value) ||
        fuhe_claim_rounds(total.number, total.places, claimed->value) ||
        fuhe_claim_rounds(claimed->value, claimed->places, total.number)) {
        return FUHE_STATUS_OK;
    }
    fuhe_finding_compare(&finding, total.number, claimed->value);
    return report(context, &finding, cell);
}

static enum fuhe_status check_money(const struct fuhe_check_context *context, const char *path,
                                    const struct fuhe_cell *cell, struct fuhe_amount of_form) {
    const int64_t scale = fuhe_value_money_scale(&context->review->form->funds_unit);
    const struct fuhe_value value = fuhe_value_read_figure(cell, scale);
    const struct fuhe_amount disclosed = fuhe_amount_of(&value);
    struct fuhe_finding finding = about(FUHE_CODE_DISCLOSED_FUNDS, path);

    FUHE_TRY(check_unreadable(context, &value, path, cell));
    if (value.kind != FUHE_VALUE_NUMBER || !context->review->execution.has_money ||
        fuhe_amounts_meet(disclosed, of_form)) {
        return FUHE_STATUS_OK;
    }
    fuhe_finding_compare_money(&finding, disclosed, of_form, scale);
    return report(context, &finding, cell);
}

static enum fuhe_status check_rate(const struct fuhe_check_context *context, struct fuhe_amount budget,
                                   struct fuhe_amount executed) {
    const struct fuhe_execution *execution = &context->review->execution;
    const struct fuhe_cell *cell = &context->review->form->disclosed.rate;
    const struct fuhe_value rate = fuhe_value_read_figure(cell, 1);
    const struct fuhe_amount printed = {rate.number, fuhe_half_step(rate.places)};
    struct fuhe_finding finding = about(FUHE_CODE_DISCLOSED_RATE, "@rate");

    FUHE_TRY(check_unreadable(context, &rate, "@rate", cell));
    if (rate.kind != FUHE_VALUE_NUMBER || !execution->has_rate ||
        fuhe_rate_compare(printed, executed, budget) != FUHE_RATE_DIFFERS) {
        return FUHE_STATUS_OK;
    }
    fuhe_finding_compare(&finding, rate.number, execution->rate_rounded);
    return report(context, &finding, cell);
}

enum fuhe_status fuhe_check_disclosed(const struct fuhe_check_context *context) {
    const struct fuhe_disclosed *disclosed = &context->review->form->disclosed;
    const struct fuhe_execution *execution = &context->review->execution;
    const struct fuhe_amount budget = {execution->budget, execution->budget_half_step};
    const struct fuhe_amount executed = {execution->executed, execution->executed_half_step};

    if (!disclosed->present) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(check_name(context));
    FUHE_TRY(check_total(context));
    FUHE_TRY(check_money(context, "@budget", &disclosed->budget, budget));
    FUHE_TRY(check_money(context, "@executed", &disclosed->executed, executed));
    return check_rate(context, budget, executed);
}
