/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_LIST_PAGES_H
#define FUHE_HTML_LIST_PAGES_H

#include "html/grades.h"
#include "store/survey.h"
#include "xml/pack_library.h"

#define FUHE_LIST_FORMS "lists/0001.html"
#define FUHE_LIST_DEPARTMENTS "lists/departments-0001.html"

/* What lists are made for and from. */
struct fuhe_list_request {
    const char *folder; /* of the report; borrowed, like all below */
    bool complete;
    struct fuhe_survey *survey;
    const struct fuhe_pack_library *library;
    size_t forms; /* how many there are */
};

/* What is gained on the way. */
struct fuhe_list_gains {
    struct fuhe_chart_scatter *scatter; /* totals */
    struct fuhe_grade_names *names;
    size_t *files; /* how many files of data there are */
};

/* One walk over all forms, those of the highest risk first: their lists and the data of the search. */
FUHE_MUST_USE enum fuhe_status fuhe_list_forms(const struct fuhe_list_request *request,
                                               const struct fuhe_list_gains *gains, struct fuhe_error *err);

/* All departments, those of the highest risk a form first. *count is how many there are. */
FUHE_MUST_USE enum fuhe_status fuhe_list_departments(const struct fuhe_list_request *request, size_t *count,
                                                     struct fuhe_error *err);

/* The row of a department, in the overview and in its list. The bar shows its risk a form, in hundredths, against
 * `most`, that of the first one. */
uint64_t fuhe_department_risk(const struct fuhe_survey_department *department);
extern const struct fuhe_page_column fuhe_department_columns[];
void fuhe_department_row(struct fuhe_page *page, const struct fuhe_survey_department *department, uint64_t most);

#endif
