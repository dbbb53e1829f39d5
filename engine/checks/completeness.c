/* SPDX-License-Identifier: Apache-2.0 */
/* Cells that a form needs: there, readable, known; and what the document holds that no form has. Figures of the money
 * block are left to funds.c, which reads them anyway. */
#include "engine/checks/check.h"
#include "engine/pack_choice.h"

static enum fuhe_status report_cell(const struct fuhe_check_context *context, struct fuhe_finding finding,
                                    const struct fuhe_cell *cell, fuhe_text other) {
    if (cell->state != FUHE_CELL_ABSENT) {
        finding.place = cell->place;
    }
    finding.quote = cell->text;
    finding.other = other;
    return fuhe_check_report(context, &finding);
}

/* A cell of points that gave no figure: nothing there, or nothing that can be points. */
static enum fuhe_code code_of_figure(const struct fuhe_cell *cell) {
    const bool empty = fuhe_value_read_figure(cell, 1).kind == FUHE_VALUE_NONE;

    return empty ? FUHE_CODE_MISSING_VALUE : FUHE_CODE_UNREADABLE_VALUE;
}

static enum fuhe_status check_points(const struct fuhe_check_context *context, size_t index, const char *path,
                                     const struct fuhe_cell *cell) {
    const struct fuhe_indicator *indicator = &context->review->form->indicators[index];
    const struct fuhe_finding finding = fuhe_finding_about_row(code_of_figure(cell), index, path, indicator->place);

    return report_cell(context, finding, cell, indicator->name.text);
}

static enum fuhe_status check_value(const struct fuhe_check_context *context, size_t index, const char *path,
                                    const struct fuhe_cell *cell, enum fuhe_value_kind kind) {
    const struct fuhe_indicator *indicator = &context->review->form->indicators[index];

    if (kind != FUHE_VALUE_NONE && kind != FUHE_VALUE_UNREADABLE) {
        return FUHE_STATUS_OK;
    }
    const enum fuhe_code code = kind == FUHE_VALUE_NONE ? FUHE_CODE_MISSING_VALUE : FUHE_CODE_UNREADABLE_VALUE;
    const struct fuhe_finding finding = fuhe_finding_about_row(code, index, path, indicator->place);
    return report_cell(context, finding, cell, indicator->name.text);
}

/* A blank level-1 cell belongs to the one above, which has the finding, unless that is no category at all. */
static enum fuhe_status check_category(const struct fuhe_check_context *context, size_t index) {
    const struct fuhe_indicator *indicator = &context->review->form->indicators[index];

    if (context->review->rows[index].category != FUHE_CATEGORY_NONE ||
        (indicator->level1.state != FUHE_CELL_TEXT && index > 0 && !context->review->rows[index - 1].is_execution)) {
        return FUHE_STATUS_OK;
    }
    const struct fuhe_finding finding =
        fuhe_finding_about_row(FUHE_CODE_UNKNOWN_CATEGORY, index, "@level1", indicator->place);
    return report_cell(context, finding, &indicator->level1, indicator->name.text);
}

static enum fuhe_status check_row(const struct fuhe_check_context *context, size_t index) {
    const struct fuhe_row *row = &context->review->rows[index];
    const struct fuhe_indicator *indicator = &context->review->form->indicators[index];
    const bool adjusted = fuhe_value_read(&indicator->adjusted).kind != FUHE_VALUE_NONE;

    if (row->is_execution) {
        return FUHE_STATUS_OK; /* the money block has its figures */
    }
    FUHE_TRY(check_category(context, index));
    if (!row->has_weight) {
        FUHE_TRY(check_points(context, index, "@weight", &indicator->weight));
    }
    if (!row->claim.present) {
        FUHE_TRY(check_points(context, index, "@score", &indicator->score));
    }
    FUHE_TRY(check_value(context, index, adjusted ? "target/@adjusted" : "target",
                         adjusted ? &indicator->adjusted : &indicator->target, row->target.kind));
    return check_value(context, index, "actual", &indicator->actual, row->actual.kind);
}

static enum fuhe_status check_total(const struct fuhe_check_context *context) {
    const struct fuhe_form *form = context->review->form;

    if (context->review->totals.claimed.present) {
        return FUHE_STATUS_OK;
    }
    const struct fuhe_finding finding =
        fuhe_finding_about(code_of_figure(&form->total_claimed), FUHE_BLOCK_TOTAL, "@claimed", form->place);
    return report_cell(context, finding, &form->total_claimed, (fuhe_text){NULL, 0});
}

/* The form of a department as a whole has no project to name. */
static bool is_of_department(const struct fuhe_form *form) {
    return fuhe_text_equals(form->kind.text, FUHE_TEXT("department"));
}

static enum fuhe_status check_head(const struct fuhe_check_context *context) {
    const struct fuhe_form *form = context->review->form;

    if (form->project.state != FUHE_CELL_TEXT && !is_of_department(form)) {
        const struct fuhe_finding finding =
            fuhe_finding_about(FUHE_CODE_MISSING_VALUE, FUHE_BLOCK_FORM, "project", form->place);
        FUHE_TRY(report_cell(context, finding, &form->project, (fuhe_text){NULL, 0}));
    }
    if (fuhe_form_year(form) == 0) {
        const bool printed = form->year.state == FUHE_CELL_TEXT;
        const enum fuhe_code code = printed ? FUHE_CODE_UNREADABLE_VALUE : FUHE_CODE_MISSING_VALUE;
        const struct fuhe_finding finding = fuhe_finding_about(code, FUHE_BLOCK_FORM, "@year", form->place);
        FUHE_TRY(report_cell(context, finding, &form->year, (fuhe_text){NULL, 0}));
    }
    if (form->indicator_count == 0) {
        const struct fuhe_finding finding =
            fuhe_finding_about(FUHE_CODE_MISSING_VALUE, FUHE_BLOCK_FORM, "indicators", form->place);
        FUHE_TRY(fuhe_check_report(context, &finding));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_check_oddities(const struct fuhe_check_context *context) {
    const struct fuhe_form *form = context->review->form;

    for (size_t i = 0; i < form->oddity_count; i++) {
        const struct fuhe_finding finding = fuhe_finding_about_oddity(&form->oddities[i]);
        FUHE_TRY(fuhe_check_report(context, &finding));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_check_completeness(const struct fuhe_check_context *context) {
    FUHE_TRY(check_head(context));
    for (size_t i = 0; i < context->review->row_count; i++) {
        FUHE_TRY(check_row(context, i));
    }
    return check_total(context);
}
