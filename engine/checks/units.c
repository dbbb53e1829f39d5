/* SPDX-License-Identifier: Apache-2.0 */
/* The units of target and result beside each other. Units of one kind (人, 名) are a note, others a warning; a number
 * that leaves its unit to the other cell is a note. */
#include "engine/checks/check.h"

/* 个工作日 is 工作日. */
static fuhe_text without_ge(fuhe_text unit) {
    const fuhe_text ge = FUHE_TEXT("个");

    return unit.length > ge.length && fuhe_text_starts_with(unit, ge) ? fuhe_text_from(unit, ge.length) : unit;
}

static bool is_bare(const struct fuhe_value *value) {
    return value->unit.length == 0 && value->scale == 1;
}

/* Money is money at any scale, as long as 元 is printed. */
static bool same_unit(const struct fuhe_value *a, const struct fuhe_value *b) {
    if (a->unit_kind == FUHE_UNIT_MONEY && b->unit_kind == FUHE_UNIT_MONEY) {
        return true;
    }
    return fuhe_text_equals(a->unit, b->unit) || fuhe_text_same_name(without_ge(a->unit), without_ge(b->unit));
}

static enum fuhe_status report(const struct fuhe_check_context *context, size_t index, enum fuhe_code code,
                               enum fuhe_severity most) {
    const struct fuhe_indicator *indicator = &context->review->form->indicators[index];
    struct fuhe_finding finding = fuhe_finding_about_row(code, index, "actual", indicator->actual.place);

    finding.quote = indicator->actual.text;
    finding.other = indicator->target.text;
    return fuhe_check_report_at_most(context, &finding, most);
}

static enum fuhe_status check_row(const struct fuhe_check_context *context, size_t index) {
    const struct fuhe_row *row = &context->review->rows[index];
    const struct fuhe_indicator *indicator = &context->review->form->indicators[index];

    if (row->target.kind != FUHE_VALUE_NUMBER || row->actual.kind != FUHE_VALUE_NUMBER) {
        return FUHE_STATUS_OK;
    }
    /* A zero needs no unit, and a unit in a cell of its own stands for the whole row. */
    if (row->unit_is_lent || is_bare(&row->actual) != is_bare(&row->target)) {
        const bool own_cell = indicator->unit.state == FUHE_CELL_TEXT;
        const bool zero = row->actual.number.scaled == 0 || row->target.number.scaled == 0;
        return own_cell || zero ? FUHE_STATUS_OK : report(context, index, FUHE_CODE_UNIT_MISSING, FUHE_SEVERITY_NOTE);
    }
    if (same_unit(&row->target, &row->actual)) {
        return FUHE_STATUS_OK;
    }
    const bool both_printed = row->target.unit.length > 0 && row->actual.unit.length > 0;
    const bool alike = both_printed && fuhe_value_comparable(&row->target, &row->actual);
    return report(context, index, FUHE_CODE_UNIT_MISMATCH, alike ? FUHE_SEVERITY_NOTE : FUHE_SEVERITY_ERROR);
}

enum fuhe_status fuhe_check_units(const struct fuhe_check_context *context) {
    for (size_t i = 0; i < context->review->row_count; i++) {
        FUHE_TRY(check_row(context, i));
    }
    return FUHE_STATUS_OK;
}
