/* SPDX-License-Identifier: Apache-2.0 */
/* Walks over counts instead of sorting values. The modified z-score is from B. Iglewicz and D. C. Hoaglin, How to
 * Detect and Handle Outliers, 1993; its other form, for a MAD of 0, is the one that they give for the mean distance. */
#include "stats/distribution.h"

#include <string.h>

#include "engine/fraction.h"

enum { HUNDREDTH = FUHE_DECIMAL_ONE / 100 };

/* 0.6745, 1.253314 and 3.5, each times 10^6. */
static const int64_t mad_factor = 674500;
static const int64_t mean_factor = 1253314;
static const int64_t cut = 3500000;

void fuhe_distribution_reset(struct fuhe_distribution *distribution) {
    memset(distribution, 0, sizeof *distribution);
}

static int64_t hundredths_of(fuhe_decimal value) {
    const int64_t half = value.scaled < 0 ? -HUNDREDTH / 2 : HUNDREDTH / 2;
    const fuhe_decimal within = fuhe_decimal_max(FUHE_DECIMAL(-100), fuhe_decimal_min(FUHE_DECIMAL(100), value));

    return within.scaled == value.scaled ? (value.scaled + half) / HUNDREDTH : within.scaled / HUNDREDTH;
}

static fuhe_decimal decimal_of(int64_t hundredths) {
    return (fuhe_decimal){hundredths * HUNDREDTH};
}

void fuhe_distribution_add(struct fuhe_distribution *distribution, fuhe_decimal value) {
    distribution->count++;
    distribution->bins[hundredths_of(value) + FUHE_DISTRIBUTION_REACH]++;
}

static size_t place_of(size_t count, unsigned percent) {
    const size_t place = count / 100 * percent + (count % 100 * percent + 99) / 100;

    return place == 0 ? 1 : place;
}

/* In hundredths. */
static int64_t quantile(const struct fuhe_distribution *distribution, unsigned percent) {
    const size_t place = place_of(distribution->count, percent);
    size_t passed = distribution->bins[0];
    int64_t bin = 0;

    while (passed < place) {
        bin++;
        passed += distribution->bins[bin];
    }
    return bin - FUHE_DISTRIBUTION_REACH;
}

static size_t count_at(const struct fuhe_distribution *distribution, int64_t hundredths) {
    const bool within = hundredths >= -FUHE_DISTRIBUTION_REACH && hundredths <= FUHE_DISTRIBUTION_REACH;

    return within ? distribution->bins[hundredths + FUHE_DISTRIBUTION_REACH] : 0;
}

/* Outward from the median. */
static int64_t median_distance(const struct fuhe_distribution *distribution, int64_t median) {
    const size_t place = place_of(distribution->count, 50);
    size_t passed = count_at(distribution, median);
    int64_t distance = 0;

    while (passed < place) {
        distance++;
        passed += count_at(distribution, median - distance) + count_at(distribution, median + distance);
    }
    return distance;
}

static int64_t sum_distances(const struct fuhe_distribution *distribution, int64_t median) {
    int64_t sum = 0;

    for (int64_t bin = 0; bin < FUHE_DISTRIBUTION_BINS; bin++) {
        const int64_t distance = bin - FUHE_DISTRIBUTION_REACH - median;
        sum += (distance < 0 ? -distance : distance) * (int64_t)distribution->bins[bin];
    }
    return sum;
}

static size_t count_outliers(const struct fuhe_distribution *distribution, const struct fuhe_spread *spread) {
    size_t outliers = 0;

    for (int64_t bin = 0; bin < FUHE_DISTRIBUTION_BINS; bin++) {
        const size_t count = distribution->bins[bin];
        if (count > 0 && fuhe_spread_is_outlier(spread, decimal_of(bin - FUHE_DISTRIBUTION_REACH))) {
            outliers += count;
        }
    }
    return outliers;
}

struct fuhe_spread fuhe_distribution_spread(const struct fuhe_distribution *distribution) {
    const int64_t median = quantile(distribution, 50);
    struct fuhe_spread spread = {
        .count = distribution->count,
        .least = decimal_of(quantile(distribution, 0)),
        .lower_twentieth = decimal_of(quantile(distribution, 5)),
        .lower_quartile = decimal_of(quantile(distribution, 25)),
        .median = decimal_of(median),
        .upper_quartile = decimal_of(quantile(distribution, 75)),
        .upper_twentieth = decimal_of(quantile(distribution, 95)),
        .most = decimal_of(quantile(distribution, 100)),
        .mad = decimal_of(median_distance(distribution, median)),
        .distance_sum = sum_distances(distribution, median),
    };

    spread.outliers = count_outliers(distribution, &spread);
    return spread;
}

/* The score times 10^6 as a fraction; its denominator is 0 when there is none. */
static fuhe_fraction score_of(const struct fuhe_spread *spread, fuhe_decimal value) {
    const int64_t distance = hundredths_of(value) - spread->median.scaled / HUNDREDTH;

    if (spread->mad.scaled > 0) {
        return (fuhe_fraction){(fuhe_int128)distance * mad_factor, spread->mad.scaled / HUNDREDTH};
    }
    return (fuhe_fraction){(fuhe_int128)distance * (int64_t)spread->count * FUHE_DECIMAL_ONE * FUHE_DECIMAL_ONE,
                           (fuhe_int128)spread->distance_sum * mean_factor};
}

struct fuhe_figure fuhe_spread_score(const struct fuhe_spread *spread, fuhe_decimal value) {
    fuhe_fraction score = score_of(spread, value);
    struct fuhe_figure figure = {.present = score.denominator > 0 && spread->count >= FUHE_OUTLIERS_MIN};

    score.denominator *= FUHE_DECIMAL_ONE;
    figure.present =
        figure.present && fuhe_fraction_round(score, 2, FUHE_ROUND_HALF_UP, &figure.value) == FUHE_STATUS_OK;
    return figure;
}

bool fuhe_spread_is_outlier(const struct fuhe_spread *spread, fuhe_decimal value) {
    const fuhe_fraction score = score_of(spread, value);
    const fuhe_int128 size = score.numerator < 0 ? -score.numerator : score.numerator;

    return spread->count >= FUHE_OUTLIERS_MIN && score.denominator > 0 && size > cut * score.denominator;
}
