/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_DISTRIBUTION_H
#define FUHE_STATS_DISTRIBUTION_H

#include "engine/finding.h"

/* How deviations lie: counts of hundredths of a point, half-up, from -100 to 100; what is beyond counts at the end. So
 * any number of them takes the same room, and every figure is exact on this grid. */
enum { FUHE_DISTRIBUTION_REACH = 10000, FUHE_DISTRIBUTION_BINS = 2 * FUHE_DISTRIBUTION_REACH + 1 };

struct fuhe_distribution {
    size_t count;
    size_t bins[FUHE_DISTRIBUTION_BINS];
};

void fuhe_distribution_reset(struct fuhe_distribution *distribution);
void fuhe_distribution_add(struct fuhe_distribution *distribution, fuhe_decimal value);

/* Fewer do not show what is usual: below ten, MAD hangs on two or three of them. */
enum { FUHE_OUTLIERS_MIN = 10 };

/* Robust figures. Of n sorted values the quantile q is the one at place ceil(q n), counted from 1. mad is the median of
 * distances from the median. */
struct fuhe_spread {
    size_t count;
    fuhe_decimal least, lower_twentieth, lower_quartile, median, upper_quartile, upper_twentieth, most;
    fuhe_decimal mad;
    int64_t distance_sum; /* of distances from the median, in hundredths */
    size_t outliers;      /* none when there are fewer than FUHE_OUTLIERS_MIN */
};

/* count is at least 1. */
struct fuhe_spread fuhe_distribution_spread(const struct fuhe_distribution *distribution);

/* The modified z-score of Iglewicz and Hoaglin, two places: 0.6745 (x - median) / MAD; when MAD is 0, that is when half
 * of the values are the same, (x - median) / (1.253314 times the mean distance from the median). Absent when all are
 * the same. An outlier is beyond 3.5 to either side, which is decided before rounding. */
struct fuhe_figure fuhe_spread_score(const struct fuhe_spread *spread, fuhe_decimal value);
bool fuhe_spread_is_outlier(const struct fuhe_spread *spread, fuhe_decimal value);

#endif
