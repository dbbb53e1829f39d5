/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_DECIMAL_H
#define FUHE_ENGINE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/error.h"
#include "engine/text.h"

/* An exact decimal number with six places: value = scaled / 10^6. Range about +-9.2 * 10^12. Points, weights, money and
 * rates are all of this type. The struct keeps the compiler from mixing it with plain numbers. */
typedef struct fuhe_decimal {
    int64_t scaled;
} fuhe_decimal;

enum { FUHE_DECIMAL_PLACES = 6, FUHE_DECIMAL_ONE = 1000000 };

#define FUHE_DECIMAL(whole) ((fuhe_decimal){(int64_t)(whole)*FUHE_DECIMAL_ONE})

/* How a figure is brought to fewer places. Ties: half-up goes away from zero, half-even to the even digit. */
enum fuhe_rounding { FUHE_ROUND_HALF_UP, FUHE_ROUND_HALF_EVEN, FUHE_ROUND_TRUNCATE };

/* Comparison: below, at or above zero when a < b, a == b, a > b. */
int fuhe_decimal_compare(fuhe_decimal a, fuhe_decimal b);
bool fuhe_decimal_equals(fuhe_decimal a, fuhe_decimal b);
fuhe_decimal fuhe_decimal_min(fuhe_decimal a, fuhe_decimal b);
fuhe_decimal fuhe_decimal_max(fuhe_decimal a, fuhe_decimal b);

/* FUHE_STATUS_OVERFLOW when the result is out of range; *result is untouched then. */
FUHE_MUST_USE enum fuhe_status fuhe_decimal_add(fuhe_decimal a, fuhe_decimal b, fuhe_decimal *result);
FUHE_MUST_USE enum fuhe_status fuhe_decimal_subtract(fuhe_decimal a, fuhe_decimal b, fuhe_decimal *result);
FUHE_MUST_USE enum fuhe_status fuhe_decimal_multiply_whole(fuhe_decimal a, int64_t factor, fuhe_decimal *result);

/* a rounded to `places` (0 to 6) places. */
FUHE_MUST_USE enum fuhe_status fuhe_decimal_round(fuhe_decimal a, unsigned places, enum fuhe_rounding rounding,
                                                  fuhe_decimal *result);

/* Reads the whole of text as one number: optional sign (+ or -), ASCII digits, optional thousands separators (a comma
 * every three digits or none), optional point with at least one digit behind it and one before it. *places is the
 * count of printed decimals ("9.40" has 2); more than six places with a digit other than 0 beyond the sixth is
 * FUHE_STATUS_OVERFLOW, as is a number out of range. Anything else ("1.2.3", "１２", "NaN", "1e5", " 1", "") is
 * FUHE_STATUS_NOT_A_NUMBER. Outputs are untouched on failure. */
FUHE_MUST_USE enum fuhe_status fuhe_decimal_parse(fuhe_text text, fuhe_decimal *result, unsigned *places);

/* As fuhe_decimal_parse, but a number with more decimals, as spreadsheets print them (16.66666667), is rounded half-up
 * at the sixth: the number is *result + *rest / 10^12, decimals behind the twelfth left out. One so small that six
 * places hold less than three digits of it is FUHE_STATUS_OVERFLOW still. */
FUHE_MUST_USE enum fuhe_status fuhe_decimal_parse_long(fuhe_text text, fuhe_decimal *result, int64_t *rest,
                                                       unsigned *places);

/* Longest text of fuhe_decimal_format with its NUL. */
enum { FUHE_DECIMAL_TEXT_SIZE = 32 };

/* Writes at least `min_places` decimals (0 to 6) and as many more as the value needs, no separators; returns the
 * length. fuhe_decimal_parse reads it back equal. */
size_t fuhe_decimal_format(fuhe_decimal a, unsigned min_places, char text[FUHE_DECIMAL_TEXT_SIZE]);

#endif
