/* SPDX-License-Identifier: Apache-2.0 */
/* The stable words of lines: what a figure is called, how it is usually made, how many places it has. */
#include "stats/lines.h"

static const char *const subjects[FUHE_LINE_SUBJECT_COUNT] = {
    [FUHE_LINE_SUBJECT_BATCH] = "batch",           [FUHE_LINE_SUBJECT_CATEGORY] = "category",
    [FUHE_LINE_SUBJECT_DEPARTMENT] = "department", [FUHE_LINE_SUBJECT_FORM] = "form",
    [FUHE_LINE_SUBJECT_FINDING] = "finding",
};

static const char *const methods[FUHE_LINE_METHOD_COUNT] = {
    [FUHE_LINE_BY_COUNT] = "count",
    [FUHE_LINE_BY_QUANTILE] = "quantile-ceil-qn",
    [FUHE_LINE_BY_MAD] = "median-absolute-deviation",
    [FUHE_LINE_BY_SCORE_MAD] = "modified-z-score-3.5-mad",
    [FUHE_LINE_BY_SCORE_MEAN] = "modified-z-score-3.5-mean-distance",
    [FUHE_LINE_BY_SCORE_SAME] = "modified-z-score-3.5-all-the-same",
    [FUHE_LINE_BY_SCORE_DEPARTMENT] = "modified-z-score-3.5-within-department",
    [FUHE_LINE_BY_DEVIATION] = "claimed-less-verified",
    [FUHE_LINE_BY_SIGN_TEST] = "sign-test-exact-one-sided",
    [FUHE_LINE_BY_HOLM] = "holm",
    [FUHE_LINE_BY_HOLM_LEVEL] = "holm-at-most-0.05",
    [FUHE_LINE_BY_SPEARMAN] = "spearman",
    [FUHE_LINE_BY_STUDENT] = "student-t-two-sided",
    [FUHE_LINE_BY_SHARE] = "share",
    [FUHE_LINE_BY_DIRICHLET] = "dirichlet-weights",
    [FUHE_LINE_BY_RULES] = "by-the-rules",
    [FUHE_LINE_BY_MARGIN] = "points-to-nearest-grade",
    [FUHE_LINE_BY_RISK] = "risk-points",
    [FUHE_LINE_BY_MEAN_OF_SHARES] = "mean-of-shares",
    [FUHE_LINE_BY_LIKENESS] = "weighted-likeness-0.8",
    [FUHE_LINE_BY_NAME_AND_YEAR] = "same-name-and-year",
    [FUHE_LINE_BY_FULL_MARKS] = "all-claims-full",
    [FUHE_LINE_BY_SAME_DEFECT] = "same-defect-within-department",
    [FUHE_LINE_BY_STATEMENT] = "statement-against-forms",
};

static const char *const reasons[FUHE_LINE_REASON_COUNT] = {
    [FUHE_LINE_REASON_NONE] = "",
    [FUHE_LINE_REASON_NO_VALUES] = "no-values",
    [FUHE_LINE_REASON_TOO_FEW] = "too-few",
    [FUHE_LINE_REASON_ALL_THE_SAME] = "all-the-same",
    [FUHE_LINE_REASON_NO_GRADE] = "no-grade",
    [FUHE_LINE_REASON_TOO_FEW_ROWS] = "too-few-rows",
    [FUHE_LINE_REASON_TOO_FEW_SIGNS] = "too-few-signs",
    [FUHE_LINE_REASON_TOO_FEW_FORMS] = "too-few-forms",
};

static const struct {
    const char *word;
    const char *unit;
    enum fuhe_line_method method;
    unsigned places;
} figures[FUHE_LINE_FIGURE_COUNT] = {
    [FUHE_LINE_FORMS] = {"forms", "count", FUHE_LINE_BY_COUNT, 0},
    [FUHE_LINE_DEPARTMENTS] = {"departments", "count", FUHE_LINE_BY_COUNT, 0},
    [FUHE_LINE_LEAST] = {"least", "points", FUHE_LINE_BY_QUANTILE, 2},
    [FUHE_LINE_Q05] = {"q05", "points", FUHE_LINE_BY_QUANTILE, 2},
    [FUHE_LINE_Q25] = {"q25", "points", FUHE_LINE_BY_QUANTILE, 2},
    [FUHE_LINE_MEDIAN] = {"median", "points", FUHE_LINE_BY_QUANTILE, 2},
    [FUHE_LINE_Q75] = {"q75", "points", FUHE_LINE_BY_QUANTILE, 2},
    [FUHE_LINE_Q95] = {"q95", "points", FUHE_LINE_BY_QUANTILE, 2},
    [FUHE_LINE_MOST] = {"most", "points", FUHE_LINE_BY_QUANTILE, 2},
    [FUHE_LINE_MAD] = {"mad", "points", FUHE_LINE_BY_MAD, 2},
    [FUHE_LINE_OUTLIERS] = {"outliers", "count", FUHE_LINE_BY_SCORE_DEPARTMENT, 0},
    [FUHE_LINE_DEVIATION] = {"deviation", "points", FUHE_LINE_BY_DEVIATION, 2},
    [FUHE_LINE_SCORE] = {"z-score", "score", FUHE_LINE_BY_SCORE_DEPARTMENT, 2},
    [FUHE_LINE_TESTED] = {"tested", "count", FUHE_LINE_BY_COUNT, 0},
    [FUHE_LINE_LOOK_HERE] = {"look-here", "count", FUHE_LINE_BY_HOLM_LEVEL, 0},
    [FUHE_LINE_OVER] = {"over", "count", FUHE_LINE_BY_COUNT, 0},
    [FUHE_LINE_P] = {"p", "probability", FUHE_LINE_BY_SIGN_TEST, 6},
    [FUHE_LINE_P_ADJUSTED] = {"p-adjusted", "probability", FUHE_LINE_BY_HOLM, 6},
    [FUHE_LINE_RHO] = {"rho", "correlation", FUHE_LINE_BY_SPEARMAN, 4},
    [FUHE_LINE_P_RHO] = {"p", "probability", FUHE_LINE_BY_STUDENT, 6},
    [FUHE_LINE_FULL_ROWS_CLAIMED] = {"full-rows-claimed", "percent", FUHE_LINE_BY_SHARE, 1},
    [FUHE_LINE_FULL_ROWS_VERIFIED] = {"full-rows-verified", "percent", FUHE_LINE_BY_SHARE, 1},
    [FUHE_LINE_FULL_TOTALS_CLAIMED] = {"full-totals-claimed", "percent", FUHE_LINE_BY_SHARE, 1},
    [FUHE_LINE_FULL_TOTALS_VERIFIED] = {"full-totals-verified", "percent", FUHE_LINE_BY_SHARE, 1},
    [FUHE_LINE_WHOLE_TOTALS_CLAIMED] = {"whole-totals-claimed", "percent", FUHE_LINE_BY_SHARE, 1},
    [FUHE_LINE_WHOLE_TOTALS_VERIFIED] = {"whole-totals-verified", "percent", FUHE_LINE_BY_SHARE, 1},
    [FUHE_LINE_FIVES_CLAIMED] = {"multiples-of-five-claimed", "percent", FUHE_LINE_BY_SHARE, 1},
    [FUHE_LINE_FIVES_VERIFIED] = {"multiples-of-five-verified", "percent", FUHE_LINE_BY_SHARE, 1},
    [FUHE_LINE_VERIFIED] = {"verified-total", "points", FUHE_LINE_BY_RULES, 2},
    [FUHE_LINE_MARGIN] = {"margin", "points", FUHE_LINE_BY_MARGIN, 2},
    [FUHE_LINE_RISK] = {"risk", "risk", FUHE_LINE_BY_RISK, 0},
    [FUHE_LINE_STAYS] = {"grade-stays", "share", FUHE_LINE_BY_DIRICHLET, 4},
    [FUHE_LINE_INDEX] = {"index", "index", FUHE_LINE_BY_MEAN_OF_SHARES, 1},
    [FUHE_LINE_SIGN_FULL_MARKS] = {"full-marks", "percent", FUHE_LINE_BY_SHARE, 1},
    [FUHE_LINE_SIGN_TARGET_EQUAL] = {"target-equal", "percent", FUHE_LINE_BY_SHARE, 1},
    [FUHE_LINE_SIGN_WORDS] = {"words", "percent", FUHE_LINE_BY_SHARE, 1},
    [FUHE_LINE_SIGN_OVER_BUDGET] = {"over-budget", "percent", FUHE_LINE_BY_SHARE, 1},
    [FUHE_LINE_SIGN_ROUND_CLAIM] = {"round-claims", "percent", FUHE_LINE_BY_SHARE, 1},
    [FUHE_LINE_SIGN_STALE_YEAR] = {"stale-year", "percent", FUHE_LINE_BY_SHARE, 1},
    [FUHE_LINE_FINDINGS] = {"findings", "count", FUHE_LINE_BY_COUNT, 0},
    [FUHE_LINE_FORMS_FOUND] = {"forms-found", "count", FUHE_LINE_BY_COUNT, 0},
    [FUHE_LINE_CLEARED] = {"cleared", "count", FUHE_LINE_BY_COUNT, 0},
};

const char *fuhe_line_section(size_t section) {
    static const char *const sections[FUHE_LINE_SECTION_COUNT] = {
        [FUHE_STATISTICS_DEVIATIONS] = "deviations",
        [FUHE_STATISTICS_OUTLIERS] = "outliers",
        [FUHE_STATISTICS_TESTS] = "over-claiming",
        [FUHE_STATISTICS_CORRELATION] = "execution-and-performance",
        [FUHE_STATISTICS_SHARES] = "full-marks-and-round-numbers",
        [FUHE_STATISTICS_STABILITY] = "stability",
        [FUHE_STATISTICS_GAUGE] = "gauge",
        [FUHE_LINE_SECTION_CROSSCHECK] = "cross-check",
        [FUHE_LINE_SECTION_BATCH] = "batch",
    };

    return sections[section];
}

const char *fuhe_line_subject(enum fuhe_line_subject subject) {
    return subjects[subject];
}

const char *fuhe_line_figure(enum fuhe_line_figure figure) {
    return figures[figure].word;
}

const char *fuhe_line_unit(enum fuhe_line_figure figure) {
    return figures[figure].unit;
}

const char *fuhe_line_method(enum fuhe_line_method method) {
    return methods[method];
}

const char *fuhe_line_reason(enum fuhe_line_reason reason) {
    return reasons[reason];
}

enum fuhe_line_method fuhe_line_usual_method(enum fuhe_line_figure figure) {
    return figures[figure].method;
}

unsigned fuhe_line_places(enum fuhe_line_figure figure) {
    return figures[figure].places;
}
