/* SPDX-License-Identifier: Apache-2.0 */
/* The form's year against the rules' period, and against the years that its rows name. A text that names only past
 * years was probably copied from an older form; one that names the form's year as well tells a story, and is left
 * alone. */
#include "engine/checks/check.h"
#include "engine/checks/years.h"
#include "engine/pack_choice.h"

static enum fuhe_status check_rules(const struct fuhe_check_context *context, int32_t year) {
    const struct fuhe_form *form = context->review->form;

    if (fuhe_pack_covers_year(context->review->pack, year)) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_finding finding =
        fuhe_finding_about(FUHE_CODE_RULES_PERIOD, FUHE_BLOCK_FORM, "@year", form->year.place);
    finding.quote = form->year.text;
    finding.other = context->review->pack->id;
    return fuhe_check_report(context, &finding);
}

static enum fuhe_status report_stale(const struct fuhe_check_context *context, size_t index, const char *path,
                                     const struct fuhe_cell *cell) {
    struct fuhe_finding finding = fuhe_finding_about_row(FUHE_CODE_STALE_YEAR, index, path, cell->place);

    finding.quote = cell->text;
    finding.other = context->review->form->year.text;
    return fuhe_check_report(context, &finding);
}

/* At most one finding a row. */
static enum fuhe_status check_row(const struct fuhe_check_context *context, size_t index, int32_t year) {
    const struct fuhe_row *row = &context->review->rows[index];
    const struct fuhe_indicator *indicator = &context->review->form->indicators[index];

    if (fuhe_years_are_past(indicator->reason.text, year)) {
        return report_stale(context, index, "reason", &indicator->reason);
    }
    if (row->actual.kind == FUHE_VALUE_WORDS && fuhe_years_are_past(indicator->actual.text, year)) {
        return report_stale(context, index, "actual", &indicator->actual);
    }
    if (row->target.kind == FUHE_VALUE_WORDS && fuhe_years_are_past(indicator->target.text, year)) {
        return report_stale(context, index, "target", &indicator->target);
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_check_period(const struct fuhe_check_context *context) {
    const int32_t year = fuhe_form_year(context->review->form);

    if (year == 0) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(check_rules(context, year));
    for (size_t i = 0; i < context->review->row_count; i++) {
        FUHE_TRY(check_row(context, i, year));
    }
    return FUHE_STATUS_OK;
}
