/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_INDEX_PAGE_H
#define FUHE_HTML_INDEX_PAGE_H

#include "html/list_pages.h"
#include "sample/sample.h"
#include "stats/statistics.h"

/* The overview for leaders: index.html. */

#define FUHE_INDEX_UNSCORED "unscored.html"
#define FUHE_INDEX_DOCUMENTS "documents.html"

/* What it shows, gathered before it is written. */
struct fuhe_index {
    struct fuhe_list_request from;
    struct fuhe_tally tally;
    struct fuhe_survey_deviations deviations;
    struct fuhe_survey_money money;
    struct fuhe_survey_repeats repeats;
    struct fuhe_survey_code codes[FUHE_CODE_COUNT];
    size_t code_count;
    struct fuhe_chart_grades grades;
    struct fuhe_grade_names grade_names;
    fuhe_text grade_ids[FUHE_TALLY_GRADES_MAX]; /* of grades.names */
    struct fuhe_chart_scatter scatter;
    size_t departments;
    size_t data_files;                        /* of the search */
    const struct fuhe_statistics *statistics; /* NULL: without them */
    const struct fuhe_sample *samples;        /* likewise; one for each method */
};

/* Asks the survey for figures, and writes the lists on the way. from.forms is filled in. */
FUHE_MUST_USE enum fuhe_status fuhe_index_gather(struct fuhe_index *index, struct fuhe_error *err);

FUHE_MUST_USE enum fuhe_status fuhe_index_write(const struct fuhe_index *index, struct fuhe_error *err);

/* --- its parts --- */

void fuhe_index_deviations(struct fuhe_page *page, const struct fuhe_index *index);
void fuhe_index_grades(struct fuhe_page *page, const struct fuhe_index *index);
void fuhe_index_money(struct fuhe_page *page, const struct fuhe_index *index);
void fuhe_index_findings(struct fuhe_page *page, const struct fuhe_index *index);
FUHE_MUST_USE enum fuhe_status fuhe_index_departments(struct fuhe_page *page, const struct fuhe_index *index,
                                                      struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_index_forms(struct fuhe_page *page, const struct fuhe_index *index,
                                                struct fuhe_error *err);
void fuhe_index_whole(struct fuhe_page *page, const struct fuhe_index *index);
void fuhe_index_search(struct fuhe_page *page, const struct fuhe_index *index);

/* How many forms have a recommended grade below the claimed one. */
size_t fuhe_index_lowered(const struct fuhe_index *index);

#endif
