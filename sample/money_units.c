/* SPDX-License-Identifier: Apache-2.0 */
/* Whole numbers throughout, of 128 bits where products need them: the same draws on every machine. */
#include "sample/money_units.h"

__extension__ typedef unsigned __int128 wide;

/* The first number of SplitMix64 with that seed. */
static uint64_t random_of(uint64_t seed) {
    uint64_t number = seed + UINT64_C(0x9E3779B97F4A7C15);

    number = (number ^ (number >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    number = (number ^ (number >> 27)) * UINT64_C(0x94D049BB133111EB);
    return number ^ (number >> 31);
}

uint64_t fuhe_money_units_start(uint32_t seed, uint64_t total) {
    return (uint64_t)(((wide)random_of(seed) * total) >> 64);
}

/* How many draws fall on units below `end`: one on start, one each `total` behind it. */
static fuhe_int128 draws_below(const struct fuhe_money_units *units, fuhe_int128 end) {
    return end <= units->start ? 0 : (end - 1 - units->start) / units->total + 1;
}

size_t fuhe_money_units_next(struct fuhe_money_units *units, uint64_t fen) {
    const fuhe_int128 before = draws_below(units, units->passed);

    units->passed += (fuhe_int128)fen * units->count;
    return (size_t)(draws_below(units, units->passed) - before);
}

bool fuhe_money_units_certain(const struct fuhe_money_units *units, uint64_t fen) {
    return (fuhe_int128)fen * units->count >= units->total;
}
