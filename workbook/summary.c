/* SPDX-License-Identifier: Apache-2.0 */
/* 汇总: a form on a line, its total, deviation and grade as formulas over its lines in the details. */
#include <stdio.h>

#include "report/messages.h"
#include "engine/risk.h"
#include "report/translate.h"
#include "workbook/tables.h"

static const struct fuhe_column columns[FUHE_SUMMARY_COLUMN_COUNT] = {
    [FUHE_SUMMARY_NUMBER] = {N_("No."), 5, FUHE_LOOK_COUNT},
    [FUHE_SUMMARY_PROJECT] = {N_("Project name"), 26, FUHE_LOOK_TEXT},
    [FUHE_SUMMARY_DEPARTMENT] = {N_("Department or unit"), 20, FUHE_LOOK_TEXT},
    [FUHE_SUMMARY_YEAR] = {N_("Year"), 6, FUHE_LOOK_WORD},
    [FUHE_SUMMARY_CLAIMED] = {N_("Claimed score"), 9, FUHE_LOOK_POINTS},
    [FUHE_SUMMARY_VERIFIED] = {N_("Verified score"), 9, FUHE_LOOK_POINTS},
    [FUHE_SUMMARY_DEVIATION] = {N_("Deviation"), 9, FUHE_LOOK_SIGNED},
    [FUHE_SUMMARY_RATE] = {N_("Deviation rate (%)"), 9, FUHE_LOOK_SIGNED},
    [FUHE_SUMMARY_GRADE_CLAIMED] = {N_("Claimed grade"), 9, FUHE_LOOK_WORD},
    [FUHE_SUMMARY_GRADE] = {N_("Review grade"), 9, FUHE_LOOK_WORD},
    [FUHE_SUMMARY_CHANGE] = {N_("Grade change"), 9, FUHE_LOOK_WORD},
    [FUHE_SUMMARY_FIRMNESS] = {N_("Firmness"), 10, FUHE_LOOK_WORD},
    [FUHE_SUMMARY_STATE] = {N_("State"), 9, FUHE_LOOK_WORD},
    [FUHE_SUMMARY_CAUSE] = {N_("Main causes of the deviation"), 44, FUHE_LOOK_TEXT},
    [FUHE_SUMMARY_ERRORS] = {N_("Errors"), 7, FUHE_LOOK_COUNT},
    [FUHE_SUMMARY_WARNINGS] = {N_("Warnings"), 7, FUHE_LOOK_COUNT},
    [FUHE_SUMMARY_NOTES] = {N_("Notes"), 7, FUHE_LOOK_COUNT},
    [FUHE_SUMMARY_WEIGHTS] = {N_("Sum of weights"), 8, FUHE_LOOK_NUMBER},
    [FUHE_SUMMARY_BASIS] = {N_("Reading of the weights"), 13, FUHE_LOOK_WORD},
    [FUHE_SUMMARY_RULES] = {N_("Rules"), 15, FUHE_LOOK_WORD},
    [FUHE_SUMMARY_DETAILS] = {N_("Details"), 8, FUHE_LOOK_LINK},
    [FUHE_SUMMARY_FILE] = {N_("File"), 34, FUHE_LOOK_TEXT},
};

static const char *const states[] = {
    [FUHE_REVIEW_SCORED] = N_("scored"),
    [FUHE_REVIEW_PARTIAL] = N_("incomplete"),
    [FUHE_REVIEW_UNSCORED] = N_("not scored"),
};

static const char *const bases[] = {
    [FUHE_BASIS_AS_LISTED] = N_("as listed"),
    [FUHE_BASIS_RESCALED] = N_("rescaled to full marks"),
    [FUHE_BASIS_COUNT_ONCE] = N_("the duplicate row counts once"),
};

void fuhe_summary_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit) {
    fuhe_sheet_add(sheet, kit, FUHE_SHEET_SUMMARY, columns, FUHE_SUMMARY_COLUMN_COUNT,
                   (struct fuhe_sheet_page){FUHE_SUMMARY_PROJECT + 1, FUHE_SUMMARY_NOTES + 1});
}

static void write_names(struct fuhe_sheet *sheet, const struct fuhe_form *form, uint64_t page) {
    fuhe_sheet_count(sheet, FUHE_SUMMARY_NUMBER, page);
    fuhe_sheet_text(sheet, FUHE_SUMMARY_PROJECT, form->project.text);
    fuhe_sheet_text(sheet, FUHE_SUMMARY_DEPARTMENT,
                    form->department.text.length > 0 ? form->department.text : form->unit.text);
    fuhe_sheet_text(sheet, FUHE_SUMMARY_YEAR, form->year.text);
}

static void write_totals(struct fuhe_sheet *sheet, const struct fuhe_review *review, struct fuhe_lines details) {
    const struct fuhe_totals *totals = &review->totals;
    const bool whole = review->state == FUHE_REVIEW_SCORED; /* in part is held against nothing */
    const size_t line = sheet->line;
    struct fuhe_formula_text formula;

    fuhe_sheet_decimal(sheet, FUHE_SUMMARY_CLAIMED, totals->claimed.present, totals->claimed.value);
    fuhe_formula_total(review, details, line, &formula);
    fuhe_sheet_formula(sheet, FUHE_SUMMARY_VERIFIED, &formula, review->state != FUHE_REVIEW_UNSCORED, totals->verified);
    fuhe_formula_deviation(review, line, &formula);
    fuhe_sheet_formula(sheet, FUHE_SUMMARY_DEVIATION, &formula, whole && totals->has_deviation,
                       totals->deviation_points);
    fuhe_formula_rate(review, line, &formula);
    fuhe_sheet_formula(sheet, FUHE_SUMMARY_RATE, &formula, whole && totals->has_deviation_rate, totals->deviation_rate);
}

/* Packs list their grades from the highest one down. */
static enum fuhe_word change_of(size_t claimed, size_t grade) {
    if (claimed == grade) {
        return FUHE_WORD_SAME;
    }
    return claimed < grade ? FUHE_WORD_LOWERED : FUHE_WORD_RAISED;
}

static void write_grades(struct fuhe_sheet *sheet, const struct fuhe_result *result, struct fuhe_lines cuts) {
    const struct fuhe_pack *pack = result->review.pack;
    const struct fuhe_grading *grading = &result->review.grading;
    const size_t claimed = fuhe_review_claimed_grade(&result->review);
    const bool has_grade = grading->has_grade && result->review.state == FUHE_REVIEW_SCORED;
    const bool both = has_grade && claimed < pack->grade_count;
    const fuhe_text none = {NULL, 0};
    struct fuhe_formula_text formula;

    fuhe_sheet_text(sheet, FUHE_SUMMARY_GRADE_CLAIMED,
                    claimed < pack->grade_count ? fuhe_message_choose(pack->grades[claimed].name) : none);
    fuhe_formula_grade(cuts, sheet->line, &formula);
    fuhe_sheet_formula_word(sheet, FUHE_SUMMARY_GRADE, &formula,
                            has_grade ? fuhe_message_choose(pack->grades[grading->grade].name) : none);
    fuhe_formula_change(cuts, sheet->line, &formula);
    fuhe_sheet_formula_word(sheet, FUHE_SUMMARY_CHANGE, &formula,
                            both ? fuhe_text_of(fuhe_word(change_of(claimed, grading->grade))) : none);
    fuhe_sheet_word(sheet, FUHE_SUMMARY_FIRMNESS, fuhe_message_firmness(grading->firmness));
}

static void write_findings(struct fuhe_sheet *sheet, const struct fuhe_result *result) {
    size_t counts[FUHE_SEVERITY_COUNT] = {0};

    for (size_t i = 0; i < result->review.findings.count; i++) {
        counts[result->review.findings.items[i].severity]++;
    }
    fuhe_cause_write(fuhe_sheet_scratch(sheet), result);
    fuhe_sheet_put_scratch(sheet, FUHE_SUMMARY_CAUSE);
    fuhe_sheet_count(sheet, FUHE_SUMMARY_ERRORS, counts[FUHE_SEVERITY_ERROR]);
    fuhe_sheet_count(sheet, FUHE_SUMMARY_WARNINGS, counts[FUHE_SEVERITY_WARNING]);
    fuhe_sheet_count(sheet, FUHE_SUMMARY_NOTES, counts[FUHE_SEVERITY_NOTE]);
}

/* A link as a formula, for a sheet can hold no more than 65,530 of the other kind. */
static void write_link(struct fuhe_sheet *sheet, struct fuhe_lines details) {
    struct fuhe_formula_text formula;

    (void)snprintf(formula.text, sizeof formula.text, "=HYPERLINK(\"#'%s'!A%zu\",\"%s\")",
                   fuhe_sheet_name(FUHE_SHEET_DETAILS), details.first, fuhe_word(FUHE_WORD_SHOW));
    fuhe_sheet_formula_word(sheet, FUHE_SUMMARY_DETAILS, &formula, fuhe_text_of(fuhe_word(FUHE_WORD_SHOW)));
}

static void write_weights(struct fuhe_sheet *sheet, const struct fuhe_review *review, struct fuhe_lines details) {
    struct fuhe_formula_text formula;

    fuhe_formula_weights(details, &formula);
    fuhe_sheet_formula(sheet, FUHE_SUMMARY_WEIGHTS, &formula, true, review->totals.weight_sum);
    fuhe_sheet_word(sheet, FUHE_SUMMARY_BASIS,
                    review->state == FUHE_REVIEW_UNSCORED ? "" : _(bases[review->totals.basis]));
}

void fuhe_summary_write(struct fuhe_sheet *sheet, const struct fuhe_result *result, uint64_t page,
                        struct fuhe_lines details, const struct fuhe_pack_lines *rules) {
    write_names(sheet, result->form, page);
    write_totals(sheet, &result->review, details);
    write_grades(sheet, result, rules->cuts);
    fuhe_sheet_word(sheet, FUHE_SUMMARY_STATE, _(states[result->review.state]));
    write_findings(sheet, result);
    write_weights(sheet, &result->review, details);
    fuhe_sheet_text(sheet, FUHE_SUMMARY_RULES, result->review.pack->id);
    write_link(sheet, details);
    fuhe_sheet_word(sheet, FUHE_SUMMARY_FILE, fuhe_message_file(result->file));
    fuhe_sheet_next(sheet);
}

void fuhe_summary_finish(struct fuhe_sheet *sheet) {
    fuhe_sheet_mark_sign(sheet, FUHE_SUMMARY_DEVIATION);
    fuhe_sheet_mark_sign(sheet, FUHE_SUMMARY_RATE);
    fuhe_sheet_mark_word(sheet, FUHE_SUMMARY_CHANGE, fuhe_word(FUHE_WORD_LOWERED), FUHE_MARK_RED);
    fuhe_sheet_mark_word(sheet, FUHE_SUMMARY_CHANGE, fuhe_word(FUHE_WORD_RAISED), FUHE_MARK_BLUE);
    fuhe_sheet_mark_word(sheet, FUHE_SUMMARY_FIRMNESS, fuhe_message_firmness(FUHE_FRAGILE), FUHE_MARK_YELLOW);
    fuhe_sheet_mark_word(sheet, FUHE_SUMMARY_FIRMNESS, fuhe_message_firmness(FUHE_UNDECIDABLE), FUHE_MARK_YELLOW);
    fuhe_sheet_mark_word(sheet, FUHE_SUMMARY_STATE, _(states[FUHE_REVIEW_UNSCORED]), FUHE_MARK_YELLOW);
    fuhe_sheet_mark_word(sheet, FUHE_SUMMARY_STATE, _(states[FUHE_REVIEW_PARTIAL]), FUHE_MARK_YELLOW);
    fuhe_sheet_finish(sheet);
}
