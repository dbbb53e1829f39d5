/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_LINES_H
#define FUHE_STATS_LINES_H

#include "stats/statistics_words.h"

/* The statistics as a list, one figure a line, for tables: what a program reads line by line, or a person filters. */

/* A section is a part of the statistics (enum fuhe_statistics_part) or one of these. */
enum {
    FUHE_LINE_SECTION_CROSSCHECK = FUHE_STATISTICS_PART_COUNT,
    FUHE_LINE_SECTION_BATCH, /* what the batch holds */
    FUHE_LINE_SECTION_COUNT
};

enum fuhe_line_subject {
    FUHE_LINE_SUBJECT_BATCH,
    FUHE_LINE_SUBJECT_CATEGORY,
    FUHE_LINE_SUBJECT_DEPARTMENT,
    FUHE_LINE_SUBJECT_FORM,
    FUHE_LINE_SUBJECT_FINDING,
    FUHE_LINE_SUBJECT_COUNT
};

enum fuhe_line_figure {
    FUHE_LINE_FORMS,
    FUHE_LINE_DEPARTMENTS,
    FUHE_LINE_LEAST,
    FUHE_LINE_Q05,
    FUHE_LINE_Q25,
    FUHE_LINE_MEDIAN,
    FUHE_LINE_Q75,
    FUHE_LINE_Q95,
    FUHE_LINE_MOST,
    FUHE_LINE_MAD,
    FUHE_LINE_OUTLIERS,
    FUHE_LINE_DEVIATION,
    FUHE_LINE_SCORE,
    FUHE_LINE_TESTED,
    FUHE_LINE_LOOK_HERE,
    FUHE_LINE_OVER,
    FUHE_LINE_P,
    FUHE_LINE_P_ADJUSTED,
    FUHE_LINE_RHO,
    FUHE_LINE_P_RHO,
    FUHE_LINE_FULL_ROWS_CLAIMED,
    FUHE_LINE_FULL_ROWS_VERIFIED,
    FUHE_LINE_FULL_TOTALS_CLAIMED,
    FUHE_LINE_FULL_TOTALS_VERIFIED,
    FUHE_LINE_WHOLE_TOTALS_CLAIMED,
    FUHE_LINE_WHOLE_TOTALS_VERIFIED,
    FUHE_LINE_FIVES_CLAIMED,
    FUHE_LINE_FIVES_VERIFIED,
    FUHE_LINE_VERIFIED,
    FUHE_LINE_MARGIN,
    FUHE_LINE_RISK,
    FUHE_LINE_STAYS,
    FUHE_LINE_INDEX,
    FUHE_LINE_SIGN_FULL_MARKS,
    FUHE_LINE_SIGN_TARGET_EQUAL,
    FUHE_LINE_SIGN_WORDS,
    FUHE_LINE_SIGN_OVER_BUDGET,
    FUHE_LINE_SIGN_ROUND_CLAIM,
    FUHE_LINE_SIGN_STALE_YEAR,
    FUHE_LINE_FINDINGS,
    FUHE_LINE_FORMS_FOUND,
    FUHE_LINE_CLEARED,
    FUHE_LINE_FIGURE_COUNT
};

enum fuhe_line_method {
    FUHE_LINE_BY_COUNT,
    FUHE_LINE_BY_QUANTILE,
    FUHE_LINE_BY_MAD,
    FUHE_LINE_BY_SCORE_MAD,
    FUHE_LINE_BY_SCORE_MEAN,
    FUHE_LINE_BY_SCORE_SAME,
    FUHE_LINE_BY_SCORE_DEPARTMENT,
    FUHE_LINE_BY_DEVIATION,
    FUHE_LINE_BY_SIGN_TEST,
    FUHE_LINE_BY_HOLM,
    FUHE_LINE_BY_HOLM_LEVEL,
    FUHE_LINE_BY_SPEARMAN,
    FUHE_LINE_BY_STUDENT,
    FUHE_LINE_BY_SHARE,
    FUHE_LINE_BY_DIRICHLET,
    FUHE_LINE_BY_RULES,
    FUHE_LINE_BY_MARGIN,
    FUHE_LINE_BY_RISK,
    FUHE_LINE_BY_MEAN_OF_SHARES,
    FUHE_LINE_BY_LIKENESS,
    FUHE_LINE_BY_NAME_AND_YEAR,
    FUHE_LINE_BY_FULL_MARKS,
    FUHE_LINE_BY_SAME_DEFECT,
    FUHE_LINE_BY_STATEMENT,
    FUHE_LINE_METHOD_COUNT
};

/* Why there is no value. */
enum fuhe_line_reason {
    FUHE_LINE_REASON_NONE, /* there is one */
    FUHE_LINE_REASON_NO_VALUES,
    FUHE_LINE_REASON_TOO_FEW,
    FUHE_LINE_REASON_ALL_THE_SAME,
    FUHE_LINE_REASON_NO_GRADE,
    FUHE_LINE_REASON_TOO_FEW_ROWS,
    FUHE_LINE_REASON_TOO_FEW_SIGNS,
    FUHE_LINE_REASON_TOO_FEW_FORMS,
    FUHE_LINE_REASON_COUNT
};

struct fuhe_statistics_line {
    size_t section;
    enum fuhe_line_subject subject;
    enum fuhe_category category;                         /* of a category */
    enum fuhe_code code;                                 /* of a finding */
    const struct fuhe_statistics_department *department; /* of a department, else NULL */
    const struct fuhe_statistics_form *form;             /* of a form, else NULL */
    enum fuhe_line_figure figure;
    enum fuhe_line_method method;
    struct fuhe_figure value;
    enum fuhe_line_reason reason; /* NONE when there is a value */
    uint64_t n;
    bool is_share; /* value is how much of the whole the part is */
    uint64_t part_count;
    uint64_t whole_count;
};

/* Stable words; how a figure is usually made, and how many places it has at least. */
const char *fuhe_line_section(size_t section);
const char *fuhe_line_subject(enum fuhe_line_subject subject);
const char *fuhe_line_figure(enum fuhe_line_figure figure);
const char *fuhe_line_unit(enum fuhe_line_figure figure);
const char *fuhe_line_method(enum fuhe_line_method method);
const char *fuhe_line_reason(enum fuhe_line_reason reason);
enum fuhe_line_method fuhe_line_usual_method(enum fuhe_line_figure figure);
unsigned fuhe_line_places(enum fuhe_line_figure figure);

typedef void (*fuhe_line_taker)(void *context, const struct fuhe_statistics_line *line);
void fuhe_statistics_each_line(const struct fuhe_statistics *statistics, fuhe_line_taker take, void *context);

/* The lists as texts: CSV (with the byte order mark unless no_bom) and JSON lines (stats/statistics-line.schema.json).
 */
void fuhe_statistics_write_csv(const struct fuhe_statistics *statistics, bool no_bom, struct fuhe_output *output);
void fuhe_statistics_write_jsonl(const struct fuhe_statistics *statistics, struct fuhe_output *output);

#endif
