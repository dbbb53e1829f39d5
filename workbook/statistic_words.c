/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of message ids, one entry for each stable word of stats/lines.h. */
#include "workbook/statistic_words.h"

#include <string.h>

#include "report/translate.h"
#include "workbook/words.h"

static const char *const subjects[FUHE_LINE_SUBJECT_COUNT] = {
    [FUHE_LINE_SUBJECT_BATCH] = N_("all forms"),          [FUHE_LINE_SUBJECT_CATEGORY] = N_("kind of indicators"),
    [FUHE_LINE_SUBJECT_DEPARTMENT] = N_("department"),    [FUHE_LINE_SUBJECT_FORM] = N_("form"),
    [FUHE_LINE_SUBJECT_FINDING] = N_("kind of findings"),
};

static const char *const figures[FUHE_LINE_FIGURE_COUNT] = {
    [FUHE_LINE_FORMS] = N_("number of forms"),
    [FUHE_LINE_DEPARTMENTS] = N_("number of departments"),
    [FUHE_LINE_LEAST] = N_("least deviation"),
    [FUHE_LINE_Q05] = N_("5 % quantile"),
    [FUHE_LINE_Q25] = N_("25 % quantile"),
    [FUHE_LINE_MEDIAN] = N_("median"),
    [FUHE_LINE_Q75] = N_("75 % quantile"),
    [FUHE_LINE_Q95] = N_("95 % quantile"),
    [FUHE_LINE_MOST] = N_("largest deviation"),
    [FUHE_LINE_MAD] = N_("median distance from the median (MAD)"),
    [FUHE_LINE_OUTLIERS] = N_("that stand out"),
    [FUHE_LINE_DEVIATION] = N_("deviation of the form"),
    [FUHE_LINE_SCORE] = N_("modified z-score"),
    [FUHE_LINE_TESTED] = N_("departments tested"),
    [FUHE_LINE_LOOK_HERE] = N_("look here"),
    [FUHE_LINE_OVER] = N_("forms that claim too much"),
    [FUHE_LINE_P] = N_("probability p"),
    [FUHE_LINE_P_ADJUSTED] = N_("p, adjusted"),
    [FUHE_LINE_RHO] = N_("rank correlation ρ"),
    [FUHE_LINE_P_RHO] = N_("probability p"),
    [FUHE_LINE_FULL_ROWS_CLAIMED] = N_("rows at full weight, claimed"),
    [FUHE_LINE_FULL_ROWS_VERIFIED] = N_("rows at full weight, by the rules"),
    [FUHE_LINE_FULL_TOTALS_CLAIMED] = N_("totals at full marks, claimed"),
    [FUHE_LINE_FULL_TOTALS_VERIFIED] = N_("totals at full marks, by the rules"),
    [FUHE_LINE_WHOLE_TOTALS_CLAIMED] = N_("totals on whole numbers, claimed"),
    [FUHE_LINE_WHOLE_TOTALS_VERIFIED] = N_("totals on whole numbers, by the rules"),
    [FUHE_LINE_FIVES_CLAIMED] = N_("totals on multiples of 5, claimed"),
    [FUHE_LINE_FIVES_VERIFIED] = N_("totals on multiples of 5, by the rules"),
    [FUHE_LINE_VERIFIED] = N_("verified total"),
    [FUHE_LINE_MARGIN] = N_("distance to another grade"),
    [FUHE_LINE_RISK] = N_("risk"),
    [FUHE_LINE_STAYS] = N_("share of draws that keep the grade"),
    [FUHE_LINE_INDEX] = N_("ease index"),
    [FUHE_LINE_SIGN_FULL_MARKS] = N_("rows claimed at full weight"),
    [FUHE_LINE_SIGN_TARGET_EQUAL] = N_("rows whose result is just the target, if it can be exceeded"),
    [FUHE_LINE_SIGN_WORDS] = N_("weight on rows that are words, not measured"),
    [FUHE_LINE_SIGN_OVER_BUDGET] = N_("forms whose cost targets exceed the budget"),
    [FUHE_LINE_SIGN_ROUND_CLAIM] = N_("whole claims where the rules give no whole score"),
    [FUHE_LINE_SIGN_STALE_YEAR] = N_("rows that name only past years"),
    [FUHE_LINE_FINDINGS] = N_("findings"),
    [FUHE_LINE_FORMS_FOUND] = N_("forms that they are about"),
    [FUHE_LINE_CLEARED] = N_("that do fit the whole department"),
};

static const char *const methods[FUHE_LINE_METHOD_COUNT] = {
    [FUHE_LINE_BY_COUNT] = N_("count"),
    [FUHE_LINE_BY_QUANTILE] = N_("of n sorted values the one at place ⌈q·n⌉"),
    [FUHE_LINE_BY_MAD] = N_("median of distances from the median"),
    [FUHE_LINE_BY_SCORE_MAD] = N_("modified z-score beyond 3.5, by MAD"),
    [FUHE_LINE_BY_SCORE_MEAN] = N_("modified z-score beyond 3.5, by the mean distance (MAD is 0)"),
    [FUHE_LINE_BY_SCORE_SAME] = N_("modified z-score beyond 3.5; all deviations are the same"),
    [FUHE_LINE_BY_SCORE_DEPARTMENT] = N_("modified z-score beyond 3.5, within the department"),
    [FUHE_LINE_BY_DEVIATION] = N_("claimed less verified total"),
    [FUHE_LINE_BY_SIGN_TEST] = N_("one-sided exact sign test"),
    [FUHE_LINE_BY_HOLM] = N_("adjusted for all departments tested (Holm)"),
    [FUHE_LINE_BY_HOLM_LEVEL] = N_("adjusted p at most 0.05"),
    [FUHE_LINE_BY_SPEARMAN] = N_("Spearman's rank correlation"),
    [FUHE_LINE_BY_STUDENT] = N_("two-sided, by Student's t"),
    [FUHE_LINE_BY_SHARE] = N_("part of whole, in percent"),
    [FUHE_LINE_BY_DIRICHLET] = N_("weights drawn anew (Dirichlet)"),
    [FUHE_LINE_BY_RULES] = N_("by the rules"),
    [FUHE_LINE_BY_MARGIN] = N_("points to the nearest cut"),
    [FUHE_LINE_BY_RISK] = N_("sum of risk points"),
    [FUHE_LINE_BY_MEAN_OF_SHARES] = N_("mean of the shares that are there"),
    [FUHE_LINE_BY_LIKENESS] = N_("alike by 80 % or more, rare texts weighing more"),
    [FUHE_LINE_BY_NAME_AND_YEAR] = N_("same department, project and year"),
    [FUHE_LINE_BY_FULL_MARKS] = N_("all forms of the department claim full marks"),
    [FUHE_LINE_BY_SAME_DEFECT] = N_("same defect, points deducted and not, within a department"),
    [FUHE_LINE_BY_STATEMENT] = N_("statement against the forms of the department"),
};

static const char *const reasons[FUHE_LINE_REASON_COUNT] = {
    [FUHE_LINE_REASON_NONE] = "",
    [FUHE_LINE_REASON_NO_VALUES] = N_("no figures"),
    [FUHE_LINE_REASON_TOO_FEW] = N_("n is too small"),
    [FUHE_LINE_REASON_ALL_THE_SAME] = N_("all are the same"),
    [FUHE_LINE_REASON_NO_GRADE] = N_("no grade"),
    [FUHE_LINE_REASON_TOO_FEW_ROWS] = N_("too few rows"),
    [FUHE_LINE_REASON_TOO_FEW_SIGNS] = N_("too few signs"),
    [FUHE_LINE_REASON_TOO_FEW_FORMS] = N_("too few forms"),
};

/* By the stable word. */
static const struct {
    const char *word;
    const char *name;
} units[] = {
    {"count", N_("number")},     {"points", N_("points")},           {"percent", N_("percent")},
    {"share", N_("share of 1")}, {"probability", N_("probability")}, {"correlation", N_("−1 to 1")},
    {"score", N_("z-score")},    {"risk", N_("risk points")},        {"index", N_("0 to 100")},
};

const char *fuhe_statistic_section(size_t section) {
    if (section == FUHE_LINE_SECTION_BATCH) {
        return _("Extent");
    }
    return section == FUHE_LINE_SECTION_CROSSCHECK ? fuhe_sheet_name(FUHE_SHEET_CROSSCHECK)
                                                   : fuhe_statistics_heading((enum fuhe_statistics_part)section);
}

const char *fuhe_statistic_subject(enum fuhe_line_subject subject) {
    return _(subjects[subject]);
}

const char *fuhe_statistic_figure(enum fuhe_line_figure figure) {
    return _(figures[figure]);
}

const char *fuhe_statistic_unit(enum fuhe_line_figure figure) {
    size_t i = 0;

    while (strcmp(units[i].word, fuhe_line_unit(figure)) != 0) {
        i++;
    }
    return _(units[i].name);
}

const char *fuhe_statistic_method(enum fuhe_line_method method) {
    return _(methods[method]);
}

const char *fuhe_statistic_reason(enum fuhe_line_reason reason) {
    return reason == FUHE_LINE_REASON_NONE ? "" : _(reasons[reason]);
}
