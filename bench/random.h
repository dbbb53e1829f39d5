/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BENCH_RANDOM_H
#define FUHE_BENCH_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed on every machine. */
struct random_source {
    uint64_t state;
};

static inline uint64_t random_next(struct random_source *source) {
    uint64_t mixed = source->state += UINT64_C(0x9E3779B97F4A7C15);

    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return mixed ^ (mixed >> 31);
}

/* From low to high, both included. The bias of the remainder is far below what a benchmark can feel. */
static inline int64_t random_between(struct random_source *source, int64_t low, int64_t high) {
    return low + (int64_t)(random_next(source) % (uint64_t)(high - low + 1));
}

static inline bool random_percent(struct random_source *source, unsigned percent) {
    return random_next(source) % 100 < percent;
}

#define RANDOM_PICK(source, list) (list)[random_next(source) % (sizeof(list) / sizeof((list)[0]))]

#endif
