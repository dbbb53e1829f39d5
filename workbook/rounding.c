/* SPDX-License-Identifier: Apache-2.0 */
/* How close an exact value lies to a step of its rounding is worked out with whole numbers. A spreadsheet's error on
 * products and quotients of few factors is below 10^-15 of the value; each guard is far above it for values below its
 * limit. The usual one is tried first. */
#include "workbook/rounding.h"

#include <stdio.h>

static const struct {
    int64_t below;
    unsigned guard;
} guards[] = {{1000, 10}, {64, 12}, {1000000, 7}};

static fuhe_int128 power_of_ten(unsigned exponent) {
    fuhe_int128 power = 1;

    while (exponent-- > 0) {
        power *= 10;
    }
    return power;
}

/* Whether the value lies on a step (a tie or a whole unit) or at least 10^-guard away from each. The denominator is
 * below 2^84 (fuhe_fraction_scale), so that the products fit. */
static bool is_clear(fuhe_fraction value, unsigned places, unsigned guard) {
    const fuhe_int128 steps = 2 * power_of_ten(places);
    const fuhe_int128 rest = value.numerator % value.denominator * steps % value.denominator;
    const fuhe_int128 distance = rest * 2 < value.denominator ? rest : value.denominator - rest;

    return distance == 0 || distance * power_of_ten(guard) >= value.denominator * steps;
}

unsigned fuhe_rounding_guard(fuhe_fraction exact, unsigned places) {
    const fuhe_fraction size = {exact.numerator < 0 ? -exact.numerator : exact.numerator, exact.denominator};

    for (size_t i = 0; i < sizeof guards / sizeof guards[0]; i++) {
        if (size.numerator / size.denominator < guards[i].below && is_clear(size, places, guards[i].guard)) {
            return guards[i].guard;
        }
    }
    return 0;
}

/* Half-up, less a unit where that went from a tie to an odd digit: a tie behind an even digit ends in 5 below 20 when
 * counted in tenths of the last place. Spreadsheets have no such function. */
static void write_half_even(const char *expression, unsigned places, unsigned guard, char *text) {
    (void)snprintf(text, FUHE_ROUNDING_TEXT_SIZE,
                   "ROUND(ROUND(ROUND(%s,%u),%u)-IF(MOD(ROUND(ABS(%s)*1E%u,%u),20)=5,SIGN(%s)/1E%u,0),%u)", expression,
                   guard, places, expression, places + 1, guard - places - 1, expression, places, places);
}

const char *fuhe_rounding_text(const char *expression, enum fuhe_rounding rounding, unsigned places, unsigned guard,
                               char text[FUHE_ROUNDING_TEXT_SIZE]) {
    if (rounding == FUHE_ROUND_HALF_EVEN) {
        write_half_even(expression, places, guard, text);
        return text;
    }
    (void)snprintf(text, FUHE_ROUNDING_TEXT_SIZE, "%s(ROUND(%s,%u),%u)",
                   rounding == FUHE_ROUND_TRUNCATE ? "ROUNDDOWN" : "ROUND", expression, guard, places);
    return text;
}
