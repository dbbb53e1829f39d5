/* SPDX-License-Identifier: Apache-2.0 */
/* A form that nobody has filled in yet, as departments publish them: one note, not a complaint about each of its cells.
 */
#include "engine/checks/check.h"

static bool has_value(const struct fuhe_cell *cell) {
    return fuhe_value_read(cell).kind != FUHE_VALUE_NONE;
}

static bool fund_is_blank(const struct fuhe_fund *fund) {
    return !has_value(&fund->initial) && !has_value(&fund->budget) && !has_value(&fund->executed) &&
           !has_value(&fund->rate) && !has_value(&fund->score);
}

/* Names and weights are printed on blank forms, too; 无 for a reason is none. */
static bool indicator_is_blank(const struct fuhe_indicator *indicator) {
    return !has_value(&indicator->target) && !has_value(&indicator->adjusted) && !has_value(&indicator->actual) &&
           !has_value(&indicator->score);
}

bool fuhe_form_is_blank(const struct fuhe_form *form) {
    if (has_value(&form->total_claimed) || has_value(&form->disclosed.total)) {
        return false;
    }
    for (size_t i = 0; i < form->indicator_count; i++) {
        if (!indicator_is_blank(&form->indicators[i])) {
            return false;
        }
    }
    for (size_t i = 0; i < form->fund_count; i++) {
        if (!fund_is_blank(&form->funds[i])) {
            return false;
        }
    }
    return true;
}

enum fuhe_status fuhe_check_blank(const struct fuhe_check_context *context) {
    const struct fuhe_form *form = context->review->form;
    const struct fuhe_finding finding = fuhe_finding_about(FUHE_CODE_BLANK_FORM, FUHE_BLOCK_FORM, NULL, form->place);

    return fuhe_check_report(context, &finding);
}
