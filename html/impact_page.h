/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_IMPACT_PAGE_H
#define FUHE_HTML_IMPACT_PAGE_H

#include "impact/json.h"

/* What a change of rules does to forms, as one page that needs nothing beside it: no style, no script, no network. */

/* Forms listed, and drawn as lines from total to total; more only when the impact kept all. */
enum { FUHE_IMPACT_PAGE_FORMS = 500, FUHE_IMPACT_PAGE_LINES = 40 };

/* Writes the page into output. */
FUHE_MUST_USE enum fuhe_status fuhe_impact_page_write(const struct fuhe_impact *impact,
                                                      const struct fuhe_impact_failure *failures, size_t count,
                                                      struct fuhe_output *output, struct fuhe_error *err);

#endif
