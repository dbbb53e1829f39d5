/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_SHEET_DECIMAL_H
#define FUHE_DOORS_SHEET_DECIMAL_H

#include "engine/text.h"

/* A decimal number of 15 digits, as spreadsheets show numbers: 0.d1d2… times ten to the power of point. */
enum { FUHE_SHEET_DIGITS = 15 };

struct fuhe_sheet_decimal {
    char digits[FUHE_SHEET_DIGITS + 1]; /* the values 0 to 9; without zeros in front or at the end */
    int count;                          /* 0 for the number 0 */
    int point;
    bool negative;
};

/* How many digits are printed. */
struct fuhe_sheet_digits {
    int whole_min;
    int decimals_min;
    int decimals_max;
    bool thousands;
};

/* False when text is no number, or one of more than 30 digits in front of or behind the point. */
bool fuhe_sheet_decimal_parse(fuhe_text text, struct fuhe_sheet_decimal *decimal);

/* Rounds half away from zero. */
void fuhe_sheet_decimal_round(struct fuhe_sheet_decimal *decimal, int decimals);

/* Prints a number that has been rounded; returns the length, at most 128. */
size_t fuhe_sheet_decimal_print(const struct fuhe_sheet_decimal *decimal, const struct fuhe_sheet_digits *digits,
                                char *text);

#endif
