/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_NOTICE_H
#define FUHE_HTML_NOTICE_H

#include "engine/result.h"
#include "html/page.h"

/* The notice to a department: one page of A4 that says how many of its forms were reviewed, what came of it, and what
 * to correct. Of many corrections it keeps the most important ones and counts the others, so its size is bounded. Its
 * annex has every form with its figures and all corrections, and is written while the forms come in. */
struct fuhe_notice;

/* For any number of notices in the folder of a report, one after the other. NULL when memory is out. */
struct fuhe_notice *fuhe_notice_new(const char *folder, bool complete);
void fuhe_notice_free(struct fuhe_notice *notice); /* takes NULL */

/* Begins the notice of a department. */
void fuhe_notice_begin(struct fuhe_notice *notice, uint64_t department, fuhe_text name);

/* Adds a form of it; the rule pack of the result must live until the notice is written. */
FUHE_MUST_USE enum fuhe_status fuhe_notice_add_form(struct fuhe_notice *notice, const struct fuhe_result *result,
                                                    uint64_t page, struct fuhe_error *err);

/* Ends the annex and writes notices/notice-….html. */
FUHE_MUST_USE enum fuhe_status fuhe_notice_write(struct fuhe_notice *notice, struct fuhe_page *page,
                                                 struct fuhe_error *err);

#endif
