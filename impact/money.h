/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_IMPACT_MONEY_H
#define FUHE_IMPACT_MONEY_H

#include "engine/finding.h"
#include "engine/fraction.h"

/* A sum of budgets, exact whatever their number, and how many of its forms have none. */
struct fuhe_impact_money {
    fuhe_int128 scaled; /* in 元, like fuhe_decimal */
    size_t missing;
};

void fuhe_impact_money_add(struct fuhe_impact_money *sum, struct fuhe_figure budget);

/* Longest text of the functions below. */
enum { FUHE_IMPACT_MONEY_TEXT = 96 };

/* "2959100.00": in 元, with at least two decimals and as many more as there are. Returns the length. */
size_t fuhe_impact_money_format(fuhe_int128 scaled, char text[FUHE_IMPACT_MONEY_TEXT]);

/* For people: hundredths, half-up, of `unit` 元 (1, or 10000 for 万元), "295.91", digits in groups of three. */
size_t fuhe_impact_money_show(fuhe_int128 scaled, int64_t unit, char text[FUHE_IMPACT_MONEY_TEXT]);

#endif
