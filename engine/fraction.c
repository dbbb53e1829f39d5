/* SPDX-License-Identifier: Apache-2.0 */
/* Exact fractions of two 128-bit numbers. What fits 64 bits, as scores do, takes the short way; the rest is worked by
 * long division on magnitudes and compared by continued fractions, where no product can leave the range. */
#include "engine/fraction.h"

#include "engine/magnitude.h"

__extension__ typedef unsigned __int128 uint128;

/* Decimals of a fraction that a sum works with: six of the result and eighteen more. */
enum { SUM_SPARE = 18, SUM_PLACES = FUHE_DECIMAL_PLACES + SUM_SPARE };

static uint128 magnitude_of(fuhe_int128 value) {
    return value < 0 ? 0 - (uint128)value : (uint128)value;
}

static bool is_small(fuhe_fraction a) {
    return a.numerator == (int64_t)a.numerator && a.denominator == (int64_t)a.denominator;
}

/* How a remainder compares with half of its denominator. */
static int compare_half(uint128 remainder, uint128 denominator) {
    const uint128 missing = denominator - remainder;
    return (remainder > missing) - (remainder < missing);
}

fuhe_fraction fuhe_fraction_of(fuhe_decimal value) {
    if (value.scaled % FUHE_DECIMAL_ONE == 0) {
        return (fuhe_fraction){value.scaled / FUHE_DECIMAL_ONE, 1};
    }
    return (fuhe_fraction){value.scaled, FUHE_DECIMAL_ONE};
}

/* With a or b whole, as weights are, the scale of 10^6 goes before it makes the products long. */
enum fuhe_status fuhe_fraction_scale(fuhe_decimal a, fuhe_decimal b, fuhe_decimal c, fuhe_fraction *result) {
    if (c.scaled == 0) {
        return FUHE_STATUS_OVERFLOW;
    }
    int64_t left = a.scaled;
    int64_t right = b.scaled;
    fuhe_int128 denominator = c.scaled;

    if (left % FUHE_DECIMAL_ONE == 0) {
        left /= FUHE_DECIMAL_ONE;
    } else if (right % FUHE_DECIMAL_ONE == 0) {
        right /= FUHE_DECIMAL_ONE;
    } else {
        denominator *= FUHE_DECIMAL_ONE;
    }
    const fuhe_int128 numerator = (fuhe_int128)left * right;
    *result = denominator > 0 ? (fuhe_fraction){numerator, denominator} : (fuhe_fraction){-numerator, -denominator};
    return FUHE_STATUS_OK;
}

/* By the terms of the continued fractions: the first that differs decides, and each inversion turns the sense. */
static int compare_magnitudes(uint128 a, uint128 a_denominator, uint128 b, uint128 b_denominator) {
    for (int sense = 1;; sense = -sense) {
        const uint128 a_term = a / a_denominator;
        const uint128 b_term = b / b_denominator;
        if (a_term != b_term) {
            return a_term > b_term ? sense : -sense;
        }
        const uint128 a_rest = a - a_term * a_denominator;
        const uint128 b_rest = b - b_term * b_denominator;
        if (a_rest == 0 || b_rest == 0) {
            return sense * ((a_rest != 0) - (b_rest != 0));
        }
        a = a_denominator;
        b = b_denominator;
        a_denominator = a_rest;
        b_denominator = b_rest;
    }
}

int fuhe_fraction_compare(fuhe_fraction a, fuhe_fraction b) {
    if (is_small(a) && is_small(b)) {
        const fuhe_int128 left = a.numerator * b.denominator;
        const fuhe_int128 right = b.numerator * a.denominator;
        return (left > right) - (left < right);
    }
    if ((a.numerator < 0) != (b.numerator < 0)) {
        return a.numerator < 0 ? -1 : 1;
    }
    const int order = compare_magnitudes(magnitude_of(a.numerator), (uint128)a.denominator, magnitude_of(b.numerator),
                                         (uint128)b.denominator);
    return a.numerator < 0 ? -order : order;
}

int fuhe_fraction_compare_decimal(fuhe_fraction a, fuhe_decimal b) {
    return fuhe_fraction_compare(a, (fuhe_fraction){b.scaled, FUHE_DECIMAL_ONE});
}

/* The next decimal of the proper fraction *remainder / denominator, by adding ten times: 10 x remainder may not fit. */
static unsigned next_decimal(uint128 *remainder, uint128 denominator) {
    uint128 rest = 0;
    unsigned digit = 0;

    for (int i = 0; i < 10; i++) {
        rest += *remainder;
        if (rest >= denominator) {
            rest -= denominator;
            digit++;
        }
    }
    *remainder = rest;
    return digit;
}

/* The next `count` (0 to 18) decimals of a proper fraction as one number; *remainder is what is left. */
static uint64_t next_decimals(uint128 *remainder, uint128 denominator, unsigned count) {
    if (denominator <= UINT64_MAX) {
        const uint128 shifted = *remainder * fuhe_powers_of_ten[count];
        const uint128 decimals = shifted / denominator;
        *remainder = shifted - decimals * denominator;
        return (uint64_t)decimals;
    }
    uint64_t decimals = 0;
    for (unsigned i = 0; i < count; i++) {
        decimals = 10 * decimals + next_decimal(remainder, denominator);
    }
    return decimals;
}

/* A magnitude in units of the last place, cut, and how what was cut off compares with half a unit. */
struct division {
    uint128 units;
    int against_half;
};

static bool divide_small(fuhe_fraction a, unsigned places, struct division *division) {
    const uint64_t denominator = (uint64_t)a.denominator;
    uint64_t dividend;

    if (!is_small(a) ||
        __builtin_mul_overflow(fuhe_magnitude_of((int64_t)a.numerator), fuhe_powers_of_ten[places], &dividend)) {
        return false;
    }
    division->units = dividend / denominator;
    division->against_half = compare_half(dividend % denominator, denominator);
    return true;
}

/* False when the quotient is out of the range of decimals. */
static bool divide_large(fuhe_fraction a, unsigned places, struct division *division) {
    const uint128 magnitude = magnitude_of(a.numerator);
    const uint128 denominator = (uint128)a.denominator;
    const uint128 whole = magnitude / denominator;

    if (whole > FUHE_LARGEST_MAGNITUDE) {
        return false;
    }
    uint128 remainder = magnitude - whole * denominator;
    division->units = whole * fuhe_powers_of_ten[places] + next_decimals(&remainder, denominator, places);
    division->against_half = compare_half(remainder, denominator);
    return true;
}

/* Units (below 2^85) of the given place as a decimal. */
static enum fuhe_status decimal_of(uint128 units, unsigned places, bool negative, fuhe_decimal *result) {
    const uint128 magnitude = units * fuhe_powers_of_ten[FUHE_DECIMAL_PLACES - places];

    if (magnitude > FUHE_LARGEST_MAGNITUDE || !fuhe_magnitude_sign((uint64_t)magnitude, negative, &result->scaled)) {
        return FUHE_STATUS_OVERFLOW;
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_fraction_round(fuhe_fraction a, unsigned places, enum fuhe_rounding rounding,
                                     fuhe_decimal *result) {
    struct division division;

    if (!divide_small(a, places, &division) && !divide_large(a, places, &division)) {
        return FUHE_STATUS_OVERFLOW;
    }
    if (fuhe_rounding_adds(rounding, division.against_half, division.units % 2 != 0)) {
        division.units++;
    }
    return decimal_of(division.units, places, a.numerator < 0, result);
}

static uint128 greatest_common_divisor(uint128 a, uint128 b) {
    while (b > UINT64_MAX) {
        const uint128 rest = a % b;
        a = b;
        b = rest;
    }
    if (b == 0) {
        return a;
    }
    uint64_t low = (uint64_t)(a % b);
    uint64_t high = (uint64_t)b;
    while (low != 0) {
        const uint64_t rest = high % low;
        high = low;
        low = rest;
    }
    return high;
}

fuhe_fraction fuhe_fraction_reduce(fuhe_fraction a) {
    const fuhe_int128 divisor = (fuhe_int128)greatest_common_divisor(magnitude_of(a.numerator), (uint128)a.denominator);
    return (fuhe_fraction){a.numerator / divisor, a.denominator / divisor};
}

/* Writes value so that it ends before `end`; returns where it begins. */
static char *write_backwards(char *end, uint128 value) {
    for (; value > UINT64_MAX; value /= 10) {
        *--end = (char)('0' + (int)(value % 10));
    }
    uint64_t rest = (uint64_t)value;
    do {
        *--end = (char)('0' + (int)(rest % 10));
        rest /= 10;
    } while (rest != 0);
    return end;
}

size_t fuhe_fraction_format(fuhe_fraction a, char text[FUHE_FRACTION_TEXT_SIZE]) {
    const fuhe_fraction reduced = fuhe_fraction_reduce(a);
    char reversed[FUHE_FRACTION_TEXT_SIZE];
    char *const end = reversed + sizeof reversed;
    char *start = end;

    if (reduced.denominator != 1) {
        start = write_backwards(start, (uint128)reduced.denominator);
        *--start = '/';
    }
    start = write_backwards(start, magnitude_of(reduced.numerator));
    if (reduced.numerator < 0) {
        *--start = '-';
    }
    const size_t length = (size_t)(end - start);
    for (size_t i = 0; i < length; i++) {
        text[i] = start[i];
    }
    text[length] = '\0';
    return length;
}

enum fuhe_status fuhe_fraction_sum_add(struct fuhe_fraction_sum *sum, fuhe_fraction item) {
    const fuhe_int128 one = (fuhe_int128)fuhe_powers_of_ten[SUM_SPARE] * FUHE_DECIMAL_ONE;
    const uint128 denominator = (uint128)item.denominator;
    fuhe_int128 whole = item.numerator / item.denominator;
    const fuhe_int128 rest = item.numerator % item.denominator;
    uint128 remainder = magnitude_of(rest);

    if (rest < 0) {
        whole--;
        remainder = denominator - remainder;
    }
    const uint64_t first = next_decimals(&remainder, denominator, SUM_SPARE);
    const uint64_t last = next_decimals(&remainder, denominator, FUHE_DECIMAL_PLACES);
    sum->decimals += (fuhe_int128)first * FUHE_DECIMAL_ONE + (fuhe_int128)last;
    sum->cut += remainder != 0;
    if (sum->decimals >= one) {
        sum->decimals -= one;
        whole++;
    }
    return __builtin_add_overflow(sum->whole, whole, &sum->whole) ? FUHE_STATUS_OVERFLOW : FUHE_STATUS_OK;
}

enum fuhe_status fuhe_fraction_sum_round(const struct fuhe_fraction_sum *sum, unsigned places, fuhe_decimal *result) {
    const fuhe_int128 one = (fuhe_int128)fuhe_powers_of_ten[SUM_SPARE] * FUHE_DECIMAL_ONE;

    if (magnitude_of(sum->whole) > FUHE_LARGEST_MAGNITUDE / FUHE_DECIMAL_ONE + 1) {
        return FUHE_STATUS_OVERFLOW;
    }
    const fuhe_int128 low = sum->whole * one + sum->decimals;
    const fuhe_int128 high = low + (fuhe_int128)sum->cut;
    /* The end of the bracket that lies farther from zero: where a tie within it is already reached. */
    const uint128 outer = magnitude_of(high > 0 ? high : low);
    const uint128 unit = (uint128)one / fuhe_powers_of_ten[places];
    const bool adds = fuhe_rounding_adds(FUHE_ROUND_HALF_UP, compare_half(outer % unit, unit), false);
    return decimal_of(outer / unit + (adds ? 1 : 0), places, high <= 0, result);
}
