/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_INTAKE_PAGE_H
#define FUHE_HTML_INTAKE_PAGE_H

#include "html/page.h"
#include "intake/intake.h"

/* One page that shows documents as they were read: each form over its own table, what every cell was taken for, and
 * what a person must look at. It needs nothing beside it: no style, no script, no network. */

/* Words for what was recognised, by those who have them. */
struct fuhe_intake_wording {
    const char *(*role)(enum fuhe_role role);
    const char *(*why)(enum fuhe_reason_why why);
    void (*place)(struct fuhe_output *output, const struct fuhe_mark *mark); /* "table 8, row 12, column 3" */
};

struct fuhe_intake_page {
    struct fuhe_page *page;
    const struct fuhe_intake_wording *wording;
    size_t document;    /* the one at hand, from 1 */
    size_t places_left; /* of tables, and bytes of texts, that the page has room for */
    size_t bytes_left;
    char folder[FUHE_FILE_PATH_MAX];
};

/* Begins the page as the file `path`; wording is borrowed. */
FUHE_MUST_USE enum fuhe_status fuhe_intake_page_open(struct fuhe_intake_page *page, const char *path,
                                                     const struct fuhe_intake_wording *wording, struct fuhe_error *err);

/* Adds a document that was read, or one that was not. What fails is said at the end. */
void fuhe_intake_page_add(struct fuhe_intake_page *page, const char *name, const struct fuhe_intake *intake);
void fuhe_intake_page_add_failure(struct fuhe_intake_page *page, const char *name, const struct fuhe_error *error);

/* Ends it and frees what it holds. */
FUHE_MUST_USE enum fuhe_status fuhe_intake_page_close(struct fuhe_intake_page *page, struct fuhe_error *err);

#endif
