/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_IMPACT_PARTS_H
#define FUHE_HTML_IMPACT_PARTS_H

#include "html/page.h"
#include "impact/impact.h"

/* Parts of the page of an impact (impact_page.c). */

/* Grades before by grades after, as a table whose cells are shaded by their forms. */
void fuhe_impact_page_matrix(struct fuhe_page *page, const struct fuhe_impact *impact);

/* Totals of the forms that move, each a line from before to after. Nothing when none moves. */
void fuhe_impact_page_chart(struct fuhe_page *page, const struct fuhe_impact *impact);

/* The rules that differ, with what they say and do. */
void fuhe_impact_page_rules(struct fuhe_page *page, const struct fuhe_impact *impact);

/* The forms that were kept, each with the rule that decides and the rows that change. */
void fuhe_impact_page_forms(struct fuhe_page *page, const struct fuhe_impact *impact);

#endif
