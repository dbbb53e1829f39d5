/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_FRACTION_H
#define FUHE_ENGINE_FRACTION_H

#include "engine/decimal.h"

__extension__ typedef __int128 fuhe_int128;

/* An exact score before any rounding is named: numerator / denominator with denominator > 0. Not reduced: reducing
 * costs more than scoring, so it is done when a fraction is shown (fuhe_fraction_reduce). */
typedef struct fuhe_fraction {
    fuhe_int128 numerator;
    fuhe_int128 denominator;
} fuhe_fraction;

fuhe_fraction fuhe_fraction_of(fuhe_decimal value);

/* *result = a * b / c, exactly. FUHE_STATUS_OVERFLOW when it does not fit or c is zero; *result is untouched then. */
FUHE_MUST_USE enum fuhe_status fuhe_fraction_scale(fuhe_decimal a, fuhe_decimal b, fuhe_decimal c,
                                                   fuhe_fraction *result);

/* Below, at or above zero when a is less than, equal to or more than b. Exact for every pair of fractions. */
int fuhe_fraction_compare(fuhe_fraction a, fuhe_fraction b);
int fuhe_fraction_compare_decimal(fuhe_fraction a, fuhe_decimal b);

/* a rounded to `places` (0 to 6) places, from the exact value: ties are ties of the fraction itself. */
FUHE_MUST_USE enum fuhe_status fuhe_fraction_round(fuhe_fraction a, unsigned places, enum fuhe_rounding rounding,
                                                   fuhe_decimal *result);

/* In lowest terms. */
fuhe_fraction fuhe_fraction_reduce(fuhe_fraction a);

enum { FUHE_FRACTION_TEXT_SIZE = 96 };

/* "515/57", or "5" when the denominator is 1; reduces first. Returns the length. */
size_t fuhe_fraction_format(fuhe_fraction a, char text[FUHE_FRACTION_TEXT_SIZE]);

/* A running sum, which begins with all zeros: whole + decimals / 10^24, and how many items were cut, each by less than
 * 1 / 10^24. */
struct fuhe_fraction_sum {
    fuhe_int128 whole;
    fuhe_int128 decimals;
    uint64_t cut;
};

FUHE_MUST_USE enum fuhe_status fuhe_fraction_sum_add(struct fuhe_fraction_sum *sum, fuhe_fraction item);

/* The sum rounded half-up to `places` (0 to 6). Worked with a bracket of 18 more digits; a sum nearer to a tie than
 * that counts as the tie. */
FUHE_MUST_USE enum fuhe_status fuhe_fraction_sum_round(const struct fuhe_fraction_sum *sum, unsigned places,
                                                       fuhe_decimal *result);

#endif
