/* SPDX-License-Identifier: Apache-2.0 */
/* Whole numbers throughout, of 128 bits where products need them: the same draws on every machine. */
#include "sample/money_units.h"

__extension__ typedef unsigned __int128 wide;

/* Number k (from 0) of SplitMix64 with that seed. */
static uint64_t random_of(uint64_t seed, uint64_t k) {
    uint64_t number = seed + (k + 1) * UINT64_C(0x9E3779B97F4A7C15);

    number = (number ^ (number >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    number = (number ^ (number >> 27)) * UINT64_C(0x94D049BB133111EB);
    return number ^ (number >> 31);
}

uint64_t fuhe_money_units_place(uint32_t seed, uint64_t k, uint64_t total) {
    return (uint64_t)(((wide)random_of(seed, k) * total) >> 64);
}

size_t fuhe_money_units_next(struct fuhe_money_units *units, uint64_t fen) {
    const fuhe_int128 begin = units->passed;
    const fuhe_int128 end = begin + (fuhe_int128)fen * units->count;
    size_t hits = 0;

    if (fuhe_money_units_certain(units, fen)) {
        return 0;
    }
    units->passed = end;
    for (fuhe_int128 k = begin / units->total; k * units->total < end; k++) {
        const fuhe_int128 draw = k * units->total + fuhe_money_units_place(units->seed, (uint64_t)k, units->total);
        hits += draw >= begin && draw < end;
    }
    return hits;
}

bool fuhe_money_units_certain(const struct fuhe_money_units *units, uint64_t fen) {
    return (fuhe_int128)fen * units->count >= units->total;
}
