/* SPDX-License-Identifier: Apache-2.0 */
/* 部门统计: a department on a line, the most urgent first. Counts and sums are formulas over the overview where a
 * spreadsheet finds the same lines as we do: it takes some names for patterns or conditions, and A for a. */
#include <stdio.h>
#include <string.h>

#include "report/messages.h"
#include "report/translate.h"
#include "workbook/tables.h"

enum column {
    NAME,
    FORMS,
    UNSCORED,
    PARTIAL,
    OVER,
    UNDER,
    LOWERED,
    DEVIATION,
    MEDIAN,
    MOST,
    ERRORS,
    WARNINGS,
    NOTES,
    BUDGET,
    RISK,
    COLUMN_COUNT
};

static const struct fuhe_column columns[COLUMN_COUNT] = {
    [NAME] = {N_("Department or unit"), 34, FUHE_LOOK_TEXT},
    [FORMS] = {N_("Forms"), 8, FUHE_LOOK_COUNT},
    [UNSCORED] = {N_("Not scored"), 8, FUHE_LOOK_COUNT},
    [PARTIAL] = {N_("Partly scored"), 8, FUHE_LOOK_COUNT},
    [OVER] = {N_("Claimed too high"), 9, FUHE_LOOK_COUNT},
    [UNDER] = {N_("Claimed too low"), 9, FUHE_LOOK_COUNT},
    [LOWERED] = {N_("Grade lowered"), 9, FUHE_LOOK_COUNT},
    [DEVIATION] = {N_("Sum of deviations"), 10, FUHE_LOOK_SIGNED},
    [MEDIAN] = {N_("Median deviation"), 10, FUHE_LOOK_SIGNED},
    [MOST] = {N_("Largest deviation"), 10, FUHE_LOOK_SIGNED},
    [ERRORS] = {N_("Errors"), 8, FUHE_LOOK_COUNT},
    [WARNINGS] = {N_("Warnings"), 8, FUHE_LOOK_COUNT},
    [NOTES] = {N_("Notes"), 8, FUHE_LOOK_COUNT},
    [RISK] = {N_("Risk a form"), 9, FUHE_LOOK_NUMBER},
    [BUDGET] = {N_("Budget (10,000 yuan)"), 15, FUHE_LOOK_POINTS},
};

void fuhe_departments_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit) {
    fuhe_sheet_add(sheet, kit, FUHE_SHEET_DEPARTMENTS, columns, COLUMN_COUNT,
                   (struct fuhe_sheet_page){NAME + 1, COLUMN_COUNT});
}

/* --- formulas ---------------------------------------------------------------------------------------------------- */

/* Characters that a condition may hold and that no spreadsheet matches with another one. */
static bool is_plain(uint32_t character) {
    const bool is_full_width = character >= 0xFF00 && character <= 0xFFEF;

    return (character >= '0' && character <= '9') || character == '(' || character == ')' ||
           (character > 0x2FF && !is_full_width && character <= 0xFFFF);
}

/* Whether a condition with this name finds this name alone. */
static bool is_plain_name(fuhe_text name) {
    size_t offset = 0;

    if (name.length == 0 || name.length > 250 || (unsigned char)name.bytes[0] < 0x80) {
        return false;
    }
    while (offset < name.length) {
        if (!is_plain(fuhe_text_next(name, &offset))) {
            return false;
        }
    }
    return true;
}

/* A column of the overview: "'汇总'!$G$2:$G$16". */
static void write_range(enum fuhe_summary_column column, size_t last, char range[64]) {
    (void)snprintf(range, 64, "'%s'!$%c$2:$%c$%zu", fuhe_sheet_name(FUHE_SHEET_SUMMARY), 'A' + (int)column,
                   'A' + (int)column, last);
}

/* Counts forms of the department, of those with a condition on another column if there is one. */
static void write_count(struct fuhe_sheet *sheet, size_t column, uint64_t count, size_t forms,
                        enum fuhe_summary_column other, const char *condition) {
    struct fuhe_formula_text formula = {""};
    char names[64];
    char others[64];

    if (forms > 0) {
        write_range(FUHE_SUMMARY_DEPARTMENT, forms, names);
        write_range(other, forms, others);
        (void)snprintf(formula.text, sizeof formula.text, "=COUNTIFS(%s,$A%zu,%s,\"%s\")", names, sheet->line, others,
                       condition);
    }
    fuhe_sheet_formula(sheet, column, &formula, true, FUHE_DECIMAL((int64_t)count));
}

static void write_sum(struct fuhe_sheet *sheet, size_t column, const struct fuhe_figure *sum, size_t forms,
                      enum fuhe_summary_column summed) {
    struct fuhe_formula_text formula = {""};
    char names[64];
    char figures[64];

    if (forms > 0) {
        write_range(FUHE_SUMMARY_DEPARTMENT, forms, names);
        write_range(summed, forms, figures);
        (void)snprintf(formula.text, sizeof formula.text, "=ROUND(SUMIFS(%s,%s,$A%zu),6)", figures, names, sheet->line);
    }
    fuhe_sheet_formula(sheet, column, &formula, sum->present, sum->value);
}

/* --- a line ------------------------------------------------------------------------------------------------------ */

static void write_counts(struct fuhe_sheet *sheet, const struct fuhe_survey_department *department, size_t forms) {
    write_count(sheet, FORMS, department->forms, forms, FUHE_SUMMARY_NUMBER, ">0");
    write_count(sheet, UNSCORED, department->unscored, forms, FUHE_SUMMARY_STATE, fuhe_word(FUHE_WORD_UNSCORED));
    write_count(sheet, PARTIAL, department->partial, forms, FUHE_SUMMARY_STATE, fuhe_word(FUHE_WORD_INCOMPLETE));
    write_count(sheet, OVER, department->over, forms, FUHE_SUMMARY_DEVIATION, ">0");
    write_count(sheet, UNDER, department->under, forms, FUHE_SUMMARY_DEVIATION, "<0");
    write_count(sheet, LOWERED, department->lowered, forms, FUHE_SUMMARY_CHANGE, fuhe_word(FUHE_WORD_LOWERED));
}

static void write_findings(struct fuhe_sheet *sheet, const struct fuhe_survey_department *department, size_t forms) {
    static const struct {
        enum column column;
        enum fuhe_severity severity;
        enum fuhe_summary_column summed;
    } rows[] = {
        {ERRORS, FUHE_SEVERITY_ERROR, FUHE_SUMMARY_ERRORS},
        {WARNINGS, FUHE_SEVERITY_WARNING, FUHE_SUMMARY_WARNINGS},
        {NOTES, FUHE_SEVERITY_NOTE, FUHE_SUMMARY_NOTES},
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct fuhe_figure count = {true, FUHE_DECIMAL((int64_t)department->findings[rows[i].severity])};
        write_sum(sheet, rows[i].column, &count, forms, rows[i].summed);
    }
}

/* Risk a form, to a tenth, as the pages have it. */
static fuhe_decimal risk_of(const struct fuhe_survey_department *department) {
    const uint64_t forms = department->forms > 0 ? department->forms : 1;
    const uint64_t tenths = (20 * (uint64_t)department->risk + forms) / (2 * forms);

    return (fuhe_decimal){(int64_t)tenths * (FUHE_DECIMAL_ONE / 10)};
}

void fuhe_departments_write_row(struct fuhe_sheet *sheet, const struct fuhe_survey_department *department,
                                size_t forms) {
    const size_t counted = is_plain_name(department->name) && department->spellings == 1 ? forms : 0;
    /* Hundredths of a yuan are millionths of ten thousand yuan. */
    const fuhe_decimal budget = {department->budget.fen};

    fuhe_sheet_text(sheet, NAME, department->name.length > 0 ? department->name : fuhe_text_of(_("(not filled in)")));
    write_counts(sheet, department, counted);
    write_sum(sheet, DEVIATION, &department->deviation_sum, counted, FUHE_SUMMARY_DEVIATION);
    fuhe_sheet_decimal(sheet, MEDIAN, department->median.present, department->median.value);
    fuhe_sheet_decimal(sheet, MOST, department->most.present, department->most.value);
    write_findings(sheet, department, counted);
    fuhe_sheet_decimal(sheet, BUDGET, department->budget.present, budget);
    fuhe_sheet_decimal(sheet, RISK, department->forms > 0, risk_of(department));
    fuhe_sheet_next(sheet);
}

void fuhe_departments_finish(struct fuhe_sheet *sheet) {
    fuhe_sheet_mark_sign(sheet, DEVIATION);
    fuhe_sheet_mark_sign(sheet, MEDIAN);
    fuhe_sheet_finish(sheet);
}
