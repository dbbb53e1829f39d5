/* SPDX-License-Identifier: Apache-2.0 */
/* Clocks, and the middle and least of what they show. */
#define _POSIX_C_SOURCE 200809L
#include "bench/statistics.h"

#include <stdlib.h>
#include <time.h>

static int compare(const void *a, const void *b) {
    const double x = *(const double *)a;
    const double y = *(const double *)b;

    return (x > y) - (x < y);
}

double statistics_median(double *values, size_t count) {
    qsort(values, count, sizeof *values, compare);
    return count % 2 == 1 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

double statistics_minimum(const double *values, size_t count) {
    double least = values[0];

    for (size_t i = 1; i < count; i++) {
        least = values[i] < least ? values[i] : least;
    }
    return least;
}

static double read_clock(clockid_t clock) {
    struct timespec now;

    (void)clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

double statistics_processor_seconds(void) {
    return read_clock(CLOCK_PROCESS_CPUTIME_ID);
}

double statistics_wall_seconds(void) {
    return read_clock(CLOCK_MONOTONIC);
}
