/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_MAGNITUDE_H
#define FUHE_ENGINE_MAGNITUDE_H

/* Inner part of decimal and fraction: numbers as sign and magnitude, where rounding and range are easy to get right. */

#include "engine/decimal.h"

/* 10^index. */
static const uint64_t fuhe_powers_of_ten[] = {1,
                                              10,
                                              100,
                                              1000,
                                              10000,
                                              100000,
                                              1000000,
                                              10000000,
                                              100000000,
                                              1000000000,
                                              10000000000,
                                              100000000000,
                                              1000000000000,
                                              10000000000000,
                                              100000000000000,
                                              1000000000000000,
                                              10000000000000000,
                                              100000000000000000,
                                              1000000000000000000};

/* The magnitude of INT64_MIN, one more than that of INT64_MAX. */
#define FUHE_LARGEST_MAGNITUDE ((uint64_t)1 << 63)

static inline uint64_t fuhe_magnitude_of(int64_t value) {
    return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

/* The other way round; false when it is out of range. */
static inline bool fuhe_magnitude_sign(uint64_t magnitude, bool negative, int64_t *value) {
    if (magnitude >= FUHE_LARGEST_MAGNITUDE) {
        if (magnitude > FUHE_LARGEST_MAGNITUDE || !negative) {
            return false;
        }
        *value = INT64_MIN;
        return true;
    }
    *value = negative ? -(int64_t)magnitude : (int64_t)magnitude;
    return true;
}

/* Whether a cut magnitude grows by one: against_half tells how what was cut off compares with half a unit, odd whether
 * the magnitude is. */
static inline bool fuhe_rounding_adds(enum fuhe_rounding rounding, int against_half, bool odd) {
    if (rounding == FUHE_ROUND_TRUNCATE || against_half < 0) {
        return false;
    }
    return against_half > 0 || rounding == FUHE_ROUND_HALF_UP || odd;
}

#endif
