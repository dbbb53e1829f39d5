/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_RULEBOOK_PAGE_H
#define FUHE_HTML_RULEBOOK_PAGE_H

#include "html/page.h"
#include "report/rulebook_model.h"

/* A rule pack as one page, to be read on a screen or printed: it needs nothing beside it, no style, script or network.
 */
FUHE_MUST_USE enum fuhe_status fuhe_rulebook_page_write(struct fuhe_output *output, const struct fuhe_rulebook *book,
                                                        struct fuhe_error *err);

/* The values of a rule: facts and tables (rulebook_values.c). */
void fuhe_rulebook_page_values(struct fuhe_page *page, const struct fuhe_rulebook *book, enum fuhe_rule rule);

/* One of the facts of a <dl>. */
void fuhe_rulebook_page_fact(struct fuhe_page *page, const struct fuhe_rulebook_item *item);

#endif
