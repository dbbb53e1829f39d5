/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_GAUGE_H
#define FUHE_HTML_GAUGE_H

#include "html/page.h"
#include "stats/gauge.h"

/* The "too easy" gauge on pages: an index and its six parts, each with how many of how many. */

/* Cells of a row: the index, then the parts in their order. FUHE_GAUGE_COLUMNS stand behind the columns of names. */
#define FUHE_GAUGE_COLUMNS                                                                                             \
    {N_("Index"), "figure"}, {N_("full"), "sign"}, {N_("equal"), "sign"}, {N_("words"), "sign"},                       \
        {N_("costs"), "sign"}, {N_("round"), "sign"}, {                                                                \
        N_("stale"), "sign"                                                                                            \
    }
void fuhe_gauge_cells(struct fuhe_page *page, const struct fuhe_gauge *gauge);

/* The gauge of one form or department as a table, a line a sign; beside it the shares of all forms, NULL for none. */
void fuhe_gauge_table(struct fuhe_page *page, const struct fuhe_gauge *gauge, const struct fuhe_gauge *all);

#endif
