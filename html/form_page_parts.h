/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_FORM_PAGE_PARTS_H
#define FUHE_HTML_FORM_PAGE_PARTS_H

#include "engine/result.h"
#include "html/form_page.h"

/* The parts of a form's page, in their order. Rows, findings and steps name their rule by a number; the last part says
 * what each rule is. */
struct fuhe_form_parts {
    struct fuhe_page *page;
    const struct fuhe_result *result;
    unsigned rules[FUHE_RULE_COUNT]; /* number of a rule on this page, from 1; 0 when it has none */
};

void fuhe_form_parts_init(struct fuhe_form_parts *parts, struct fuhe_page *page, const struct fuhe_result *result);

void fuhe_form_page_verdict(struct fuhe_form_parts *parts);
void fuhe_form_page_explanations(struct fuhe_form_parts *parts);
void fuhe_form_page_findings(struct fuhe_form_parts *parts);
void fuhe_form_page_rows(struct fuhe_form_parts *parts);
void fuhe_form_page_ladder(struct fuhe_form_parts *parts);
void fuhe_form_page_funds(struct fuhe_form_parts *parts);
void fuhe_form_page_goal(struct fuhe_form_parts *parts);
FUHE_MUST_USE enum fuhe_status fuhe_form_page_beside(struct fuhe_form_parts *parts, const struct fuhe_form_place *place,
                                                     struct fuhe_error *err);
void fuhe_form_page_rules(struct fuhe_form_parts *parts);

/* The steps of a ladder as bars, numbered like the rows of its table. */
void fuhe_form_page_waterfall(struct fuhe_page *page, const struct fuhe_ladder *ladder);

/* "rule 3", linked to what it says; nothing for a rule without number. */
void fuhe_form_page_rule(struct fuhe_form_parts *parts, enum fuhe_rule rule);

#endif
