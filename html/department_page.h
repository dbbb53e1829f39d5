/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_DEPARTMENT_PAGE_H
#define FUHE_HTML_DEPARTMENT_PAGE_H

#include "html/notice.h"
#include "html/page.h"
#include "store/replay.h"
#include "stats/statistics.h"
#include "store/survey.h"

/* What departments are told: a page each for reviewers, and a notice each to be sent. */
struct fuhe_departments_request {
    struct fuhe_page *page; /* to write with; borrowed, like all below */
    struct fuhe_survey *survey;
    struct fuhe_replay *replay;
    bool pages;
    bool notices;
    const struct fuhe_statistics *statistics; /* NULL: nothing is said of the others */
};

/* Writes them all, in the order of their numbers. */
FUHE_MUST_USE enum fuhe_status fuhe_departments_write(const struct fuhe_departments_request *request,
                                                      struct fuhe_error *err);

/* Forms on one part of a department's page. */
enum { FUHE_DEPARTMENT_FORMS = 500 };

/* The page of one: figures, findings by frequency, its forms by risk. What goes beyond FUHE_DEPARTMENT_FORMS is on
 * further parts. */
FUHE_MUST_USE enum fuhe_status fuhe_department_page_write(const struct fuhe_departments_request *request,
                                                          const struct fuhe_survey_department *department,
                                                          struct fuhe_error *err);

/* A part of it: what the department shows beside the others. */
FUHE_MUST_USE enum fuhe_status fuhe_department_beside(const struct fuhe_departments_request *request,
                                                      const struct fuhe_survey_department *department,
                                                      struct fuhe_error *err);

#endif
