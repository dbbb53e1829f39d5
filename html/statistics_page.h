/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_STATISTICS_PAGE_H
#define FUHE_HTML_STATISTICS_PAGE_H

#include "html/page.h"
#include "stats/statistics.h"

/* What only a whole batch can say: statistics.html. Each figure stands below its method and has its n beside it; where
 * n is too small the reason stands instead. */
#define FUHE_PAGE_STATISTICS "statistics.html"

FUHE_MUST_USE enum fuhe_status
fuhe_statistics_page_write(struct fuhe_page *page, const struct fuhe_statistics *statistics, struct fuhe_error *err);

/* --- its parts, below heading and method --- */

void fuhe_statistics_page_deviations(struct fuhe_page *page, const struct fuhe_statistics *statistics);
void fuhe_statistics_page_tests(struct fuhe_page *page, const struct fuhe_statistics *statistics);
void fuhe_statistics_page_outliers(struct fuhe_page *page, const struct fuhe_statistics *statistics);
void fuhe_statistics_page_correlation(struct fuhe_page *page, const struct fuhe_statistics *statistics);
void fuhe_statistics_page_shares(struct fuhe_page *page, const struct fuhe_statistics *statistics);
void fuhe_statistics_page_stability(struct fuhe_page *page, const struct fuhe_statistics *statistics);
void fuhe_statistics_page_gauge(struct fuhe_page *page, const struct fuhe_statistics *statistics);

/* The first cell of a row: a form of a list (with file and number when another one is called the same) or a department,
 * linked. */
void fuhe_statistics_page_form(struct fuhe_page *page, const struct fuhe_statistics_forms *forms, size_t index);
void fuhe_statistics_page_department(struct fuhe_page *page, const struct fuhe_statistics_department *department);

#endif
