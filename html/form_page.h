/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_FORM_PAGE_H
#define FUHE_HTML_FORM_PAGE_H

#include "engine/result.h"
#include "html/page.h"
#include "stats/statistics.h"

/* The page of one form: the verdict, what explains it, every row with its working, the points lost and the rules. */

/* Where it stands among the others. */
struct fuhe_form_place {
    uint64_t page;  /* from 1 */
    uint64_t pages; /* in all */
    uint64_t department;
    const struct fuhe_statistics *statistics; /* of all; NULL: nothing is said of the others */
    struct fuhe_survey *survey;               /* with statistics */
};

FUHE_MUST_USE enum fuhe_status fuhe_form_page_write(struct fuhe_page *page, const struct fuhe_result *result,
                                                    const struct fuhe_form_place *place, struct fuhe_error *err);

/* The name of a form's department: of the department, else of the unit, else words that say there is none. */
fuhe_text fuhe_form_page_department(const struct fuhe_form *form);

/* The name of a form's project, or words that say there is none. */
fuhe_text fuhe_form_page_project(const struct fuhe_form *form);

#endif
