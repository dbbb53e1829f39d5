/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BENCH_STATISTICS_H
#define FUHE_BENCH_STATISTICS_H

#include <stddef.h>

/* What repeated measurements come to. count is at least 1; values are put in order. */
double statistics_median(double *values, size_t count);
double statistics_minimum(const double *values, size_t count);

/* Seconds of this process on its processors, and of a clock on the wall. */
double statistics_processor_seconds(void);
double statistics_wall_seconds(void);

#endif
