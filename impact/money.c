/* SPDX-License-Identifier: Apache-2.0 */
/* Sums of money in 128 bits, and as text: budgets go up to 10^13 元 each, more than an int64_t of millionths can sum.
 */
#include "impact/money.h"

enum { GROUP = 3, HUNDRED = 100, LEAST_PLACES = 2 };

void fuhe_impact_money_add(struct fuhe_impact_money *sum, struct fuhe_figure budget) {
    if (budget.present) {
        sum->scaled += budget.value.scaled;
    } else {
        sum->missing++;
    }
}

/* Writes the digits of a whole number from the end of text backwards; grouped: a comma every three. */
static char *write_whole(fuhe_int128 whole, bool grouped, char *end) {
    size_t digits = 0;

    do {
        if (grouped && digits > 0 && digits % GROUP == 0) {
            *--end = ',';
        }
        *--end = (char)('0' + (int)(whole % 10));
        whole /= 10;
        digits++;
    } while (whole > 0);
    return end;
}

/* whole.decimals, with `places` decimals. */
static size_t write_number(fuhe_int128 number, unsigned places, bool grouped, char text[FUHE_IMPACT_MONEY_TEXT]) {
    char digits[FUHE_IMPACT_MONEY_TEXT];
    char *const end = digits + sizeof digits;
    const bool negative = number < 0;
    fuhe_int128 rest = negative ? -number : number;
    char *start = end;

    for (unsigned i = 0; i < places; i++) {
        *--start = (char)('0' + (int)(rest % 10));
        rest /= 10;
    }
    *--start = '.';
    start = write_whole(rest, grouped, start);
    if (negative) {
        *--start = '-';
    }
    memcpy(text, start, (size_t)(end - start));
    return (size_t)(end - start);
}

size_t fuhe_impact_money_format(fuhe_int128 scaled, char text[FUHE_IMPACT_MONEY_TEXT]) {
    unsigned places = FUHE_DECIMAL_PLACES;

    while (places > LEAST_PLACES && scaled % 10 == 0) {
        scaled /= 10;
        places--;
    }
    return write_number(scaled, places, false, text);
}

size_t fuhe_impact_money_show(fuhe_int128 scaled, int64_t unit, char text[FUHE_IMPACT_MONEY_TEXT]) {
    const fuhe_int128 step = (fuhe_int128)unit * (FUHE_DECIMAL_ONE / HUNDRED);
    const fuhe_int128 half = scaled < 0 ? -step / 2 : step / 2;

    return write_number((scaled + half) / step, LEAST_PLACES, true, text);
}
