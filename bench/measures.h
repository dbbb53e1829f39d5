/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BENCH_MEASURES_H
#define FUHE_BENCH_MEASURES_H

#include "bench/sheet.h"

/* What departments count, and how it is printed: each measure fills in target, actual and score of a row. */
struct measure {
    const char *level2;
    const char *name;
    const char *unit; /* or, for targets in words, the word */
    int64_t low;      /* of the target */
    int64_t high;
    void (*write)(struct random_source *random, const struct measure *measure, struct sheet_row *row);
};

/* The measures of a category. count has no common divisor with stride, so that steps of it meet each measure once. */
struct measure_block {
    const char *level1;
    const struct measure *measures;
    size_t count;
    size_t stride;
};

extern const struct measure_block measure_outputs;
extern const struct measure_block measure_effects;
extern const struct measure_block measure_satisfactions;

#endif
