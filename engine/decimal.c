/* SPDX-License-Identifier: Apache-2.0 */
/* Arithmetic of exact decimals. All of it is integer arithmetic on the scaled value; whatever leaves the range is a
 * status, never a wrapped number. Text is left to decimal_text.c. */
#include "engine/decimal.h"

#include "engine/magnitude.h"

int fuhe_decimal_compare(fuhe_decimal a, fuhe_decimal b) {
    return (a.scaled > b.scaled) - (a.scaled < b.scaled);
}

bool fuhe_decimal_equals(fuhe_decimal a, fuhe_decimal b) {
    return a.scaled == b.scaled;
}

fuhe_decimal fuhe_decimal_min(fuhe_decimal a, fuhe_decimal b) {
    return a.scaled < b.scaled ? a : b;
}

fuhe_decimal fuhe_decimal_max(fuhe_decimal a, fuhe_decimal b) {
    return a.scaled > b.scaled ? a : b;
}

enum fuhe_status fuhe_decimal_add(fuhe_decimal a, fuhe_decimal b, fuhe_decimal *result) {
    int64_t sum;

    if (__builtin_add_overflow(a.scaled, b.scaled, &sum)) {
        return FUHE_STATUS_OVERFLOW;
    }
    result->scaled = sum;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_decimal_subtract(fuhe_decimal a, fuhe_decimal b, fuhe_decimal *result) {
    int64_t difference;

    if (__builtin_sub_overflow(a.scaled, b.scaled, &difference)) {
        return FUHE_STATUS_OVERFLOW;
    }
    result->scaled = difference;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_decimal_multiply_whole(fuhe_decimal a, int64_t factor, fuhe_decimal *result) {
    int64_t product;

    if (__builtin_mul_overflow(a.scaled, factor, &product)) {
        return FUHE_STATUS_OVERFLOW;
    }
    result->scaled = product;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_decimal_round(fuhe_decimal a, unsigned places, enum fuhe_rounding rounding,
                                    fuhe_decimal *result) {
    if (places >= FUHE_DECIMAL_PLACES) {
        *result = a;
        return FUHE_STATUS_OK;
    }
    const uint64_t unit = fuhe_powers_of_ten[FUHE_DECIMAL_PLACES - places];
    const uint64_t magnitude = fuhe_magnitude_of(a.scaled);
    const uint64_t cut = magnitude % unit;
    const int against_half = (2 * cut > unit) - (2 * cut < unit);
    uint64_t count = magnitude / unit;

    if (fuhe_rounding_adds(rounding, against_half, count % 2 != 0)) {
        count++;
    }
    return fuhe_magnitude_sign(count * unit, a.scaled < 0, &result->scaled) ? FUHE_STATUS_OK : FUHE_STATUS_OVERFLOW;
}
