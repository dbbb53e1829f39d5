/* SPDX-License-Identifier: Apache-2.0 */
/* 目标难易: how easy targets are, a form on a line and then a department. The index is a formula over the parts and
 * wholes on the right, and so is each share. */
#include "report/translate.h"
#include "stats/gauge_table.h"
#include "workbook/tables.h"

static const struct fuhe_column columns[FUHE_EASE_COLUMN_COUNT] = {
    [FUHE_EASE_COLUMN_KIND] = {N_("Of what"), 11, FUHE_LOOK_WORD},
    [FUHE_EASE_COLUMN_NUMBER] = {N_("No."), 6, FUHE_LOOK_COUNT},
    [FUHE_EASE_COLUMN_PROJECT] = {N_("Project name"), 30, FUHE_LOOK_TEXT},
    [FUHE_EASE_COLUMN_DEPARTMENT] = {N_("Department or unit"), 24, FUHE_LOOK_TEXT},
    [FUHE_EASE_COLUMN_FORMS] = {N_("Forms"), 8, FUHE_LOOK_COUNT},
    [FUHE_EASE_COLUMN_INDEX] = {N_("Ease index"), 9, FUHE_LOOK_PERCENT},
    [FUHE_EASE_COLUMN_SIGNS] = {N_("Signs (n)"), 8, FUHE_LOOK_COUNT},
    [FUHE_EASE_COLUMN_REASON] = {N_("Why there is no index"), 13, FUHE_LOOK_WORD},
    [FUHE_EASE_COLUMN_SHARES + FUHE_EASE_FULL_MARKS] = {N_("Full marks (%)"), 12, FUHE_LOOK_PERCENT},
    [FUHE_EASE_COLUMN_SHARES + FUHE_EASE_TARGET_EQUAL] = {N_("Just the target (%)"), 12, FUHE_LOOK_PERCENT},
    [FUHE_EASE_COLUMN_SHARES + FUHE_EASE_WORDS] = {N_("Weight on words (%)"), 12, FUHE_LOOK_PERCENT},
    [FUHE_EASE_COLUMN_SHARES + FUHE_EASE_OVER_BUDGET] = {N_("Costs over budget (%)"), 12, FUHE_LOOK_PERCENT},
    [FUHE_EASE_COLUMN_SHARES + FUHE_EASE_ROUND_CLAIM] = {N_("Round claims (%)"), 12, FUHE_LOOK_PERCENT},
    [FUHE_EASE_COLUMN_SHARES + FUHE_EASE_STALE_YEAR] = {N_("Past years (%)"), 12, FUHE_LOOK_PERCENT},
    [FUHE_EASE_COLUMN_PARTS] = {N_("Rows at full weight"), 11, FUHE_LOOK_NUMBER},
    {N_("of rows with weight and claim"), 14, FUHE_LOOK_NUMBER},
    {N_("Rows with just the target"), 11, FUHE_LOOK_NUMBER},
    {N_("of rows with two numbers"), 13, FUHE_LOOK_NUMBER},
    {N_("Points on words"), 11, FUHE_LOOK_NUMBER},
    {N_("of all points"), 9, FUHE_LOOK_NUMBER},
    {N_("Forms over budget"), 11, FUHE_LOOK_NUMBER},
    {N_("of forms with costs and money"), 14, FUHE_LOOK_NUMBER},
    {N_("Rows with a whole claim"), 11, FUHE_LOOK_NUMBER},
    {N_("of rows without a whole score"), 14, FUHE_LOOK_NUMBER},
    {N_("Rows with past years only"), 11, FUHE_LOOK_NUMBER},
    {N_("of all rows"), 9, FUHE_LOOK_NUMBER},
};

void fuhe_ease_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit) {
    fuhe_sheet_add(sheet, kit, FUHE_SHEET_EASE, columns, FUHE_EASE_COLUMN_COUNT,
                   (struct fuhe_sheet_page){FUHE_EASE_COLUMN_PROJECT + 1, FUHE_EASE_COLUMN_PARTS});
}

static void write_names(struct fuhe_sheet *sheet, const struct fuhe_gauge_line *line, uint64_t number) {
    const struct fuhe_form *form = line->result == NULL ? NULL : line->result->form;
    const fuhe_text none = {NULL, 0};

    fuhe_sheet_word(sheet, FUHE_EASE_COLUMN_KIND, form == NULL ? _("department") : _("form"));
    if (form == NULL) {
        fuhe_sheet_empty(sheet, FUHE_EASE_COLUMN_NUMBER);
    } else {
        fuhe_sheet_count(sheet, FUHE_EASE_COLUMN_NUMBER, number);
    }
    fuhe_sheet_text(sheet, FUHE_EASE_COLUMN_PROJECT, form == NULL ? none : form->project.text);
    const fuhe_text name = form == NULL                       ? line->department->name
                           : form->department.text.length > 0 ? form->department.text
                                                              : form->unit.text;
    fuhe_sheet_text(sheet, FUHE_EASE_COLUMN_DEPARTMENT,
                    form == NULL && name.length == 0 ? fuhe_text_of(_("(not filled in)")) : name);
}

static void write_index(struct fuhe_sheet *sheet, const struct fuhe_gauge_line *line) {
    static const char *const reasons[] = {
        [FUHE_LINE_REASON_TOO_FEW_SIGNS] = N_("too few signs"), [FUHE_LINE_REASON_TOO_FEW_FORMS] = N_("too few forms")};
    enum fuhe_line_reason reason;
    const struct fuhe_figure index = fuhe_gauge_line_index(line, &reason);
    struct fuhe_formula_text formula;

    fuhe_sheet_count(sheet, FUHE_EASE_COLUMN_FORMS, line->gauge.forms);
    fuhe_formula_ease_index(&line->gauge, sheet->line, &formula);
    fuhe_sheet_formula(sheet, FUHE_EASE_COLUMN_INDEX, &formula, index.present, index.value);
    fuhe_formula_ease_signs(sheet->line, &formula);
    fuhe_sheet_formula(sheet, FUHE_EASE_COLUMN_SIGNS, &formula, true,
                       FUHE_DECIMAL((int64_t)fuhe_gauge_line_signs(line)));
    fuhe_sheet_word(sheet, FUHE_EASE_COLUMN_REASON, index.present ? "" : _(reasons[reason]));
}

/* The weight on words is counted in hundredths of a point. */
static void write_count(struct fuhe_sheet *sheet, size_t column, enum fuhe_ease sign, uint64_t count) {
    const int64_t unit = sign == FUHE_EASE_WORDS ? FUHE_DECIMAL_ONE / 100 : FUHE_DECIMAL_ONE;

    fuhe_sheet_decimal(sheet, column, true, (fuhe_decimal){(int64_t)count * unit});
}

static void write_signs(struct fuhe_sheet *sheet, const struct fuhe_gauge *gauge) {
    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        const struct fuhe_figure share = fuhe_gauge_share(gauge, (enum fuhe_ease)i);
        struct fuhe_formula_text formula;
        fuhe_formula_ease_share(gauge, (enum fuhe_ease)i, sheet->line, &formula);
        fuhe_sheet_formula(sheet, FUHE_EASE_COLUMN_SHARES + i, &formula, share.present, share.value);
    }
    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        write_count(sheet, FUHE_EASE_COLUMN_PARTS + 2 * i, (enum fuhe_ease)i, gauge->signs[i].part);
        write_count(sheet, FUHE_EASE_COLUMN_PARTS + 2 * i + 1, (enum fuhe_ease)i, gauge->signs[i].whole);
    }
}

static void write_line(struct fuhe_sheet *sheet, const struct fuhe_gauge_line *line, uint64_t number) {
    write_names(sheet, line, number);
    write_index(sheet, line);
    write_signs(sheet, &line->gauge);
    fuhe_sheet_next(sheet);
}

void fuhe_ease_write_form(struct fuhe_sheet *sheet, const struct fuhe_result *result, uint64_t page) {
    const struct fuhe_gauge_line line = {.result = result, .gauge = fuhe_gauge_of(&result->review)};

    write_line(sheet, &line, page);
}

void fuhe_ease_write_department(struct fuhe_sheet *sheet, const struct fuhe_survey_department *department,
                                const struct fuhe_gauge *gauge) {
    const struct fuhe_gauge_line line = {.department = department, .gauge = *gauge};

    write_line(sheet, &line, 0);
}
