/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_CORRELATION_H
#define FUHE_STATS_CORRELATION_H

#include "engine/error.h"
#include "engine/finding.h"

/* Spearman's rank correlation of two percentages over any number of forms. They are taken in hundredths of a percent,
 * half-up, at most 200 %; equal ones share their middle rank. Pairs wait in a temporary file, as ranks are known only
 * when all are there. */
struct fuhe_correlation;

/* Below ten pairs the t approximation of p is not good. */
enum { FUHE_CORRELATION_MIN = 10 };

FUHE_MUST_USE enum fuhe_status fuhe_correlation_new(struct fuhe_correlation **correlation, struct fuhe_error *err);
void fuhe_correlation_free(struct fuhe_correlation *correlation); /* takes NULL */

/* Percentages, none below zero. */
FUHE_MUST_USE enum fuhe_status fuhe_correlation_add(struct fuhe_correlation *correlation, fuhe_decimal first,
                                                    fuhe_decimal second, struct fuhe_error *err);

struct fuhe_correlation_result {
    size_t count;
    struct fuhe_figure rho; /* four places; absent when there are too few, or one side is always the same */
    struct fuhe_figure p;   /* two-sided, by Student's t with n - 2 degrees of freedom; absent with rho */
};
FUHE_MUST_USE enum fuhe_status fuhe_correlation_finish(struct fuhe_correlation *correlation,
                                                       struct fuhe_correlation_result *result, struct fuhe_error *err);

#endif
