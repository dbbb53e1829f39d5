/* SPDX-License-Identifier: Apache-2.0 */
/* Two walks: the first counts how often each percentage occurs, which gives the ranks; the second adds up products of
 * ranks. The sums are whole numbers (ranks doubled, for a middle rank may end in a half), so their order is no matter.
 */
#include "stats/correlation.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/fraction.h"
#include "stats/real.h"

enum { HUNDREDTH = FUHE_DECIMAL_ONE / 100, STEPS = 20001 };

struct fuhe_correlation {
    FILE *pairs;
    uint64_t count;
    uint64_t counts[2][STEPS];
};

typedef uint16_t pair[2];

enum fuhe_status fuhe_correlation_new(struct fuhe_correlation **correlation, struct fuhe_error *err) {
    struct fuhe_correlation *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    made->pairs = tmpfile();
    if (made->pairs == NULL) {
        free(made);
        return fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, NULL, NULL);
    }
    *correlation = made;
    return FUHE_STATUS_OK;
}

void fuhe_correlation_free(struct fuhe_correlation *correlation) {
    if (correlation != NULL) {
        (void)fclose(correlation->pairs);
        free(correlation);
    }
}

static uint16_t step_of(fuhe_decimal percent) {
    const int64_t step = (percent.scaled + HUNDREDTH / 2) / HUNDREDTH;

    return percent.scaled >= FUHE_DECIMAL(200).scaled ? STEPS - 1 : (uint16_t)step;
}

enum fuhe_status fuhe_correlation_add(struct fuhe_correlation *correlation, fuhe_decimal first, fuhe_decimal second,
                                      struct fuhe_error *err) {
    const pair added = {step_of(first), step_of(second)};

    correlation->count++;
    correlation->counts[0][added[0]]++;
    correlation->counts[1][added[1]]++;
    if (fwrite(added, sizeof added, 1, correlation->pairs) != 1) {
        return fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, NULL, NULL);
    }
    return FUHE_STATUS_OK;
}

/* Turns how often each step occurs into twice its middle rank, less that of the middle of all: sums to zero. */
static void rank(uint64_t counts[STEPS], uint64_t count, int64_t ranks[STEPS]) {
    uint64_t below = 0;

    for (size_t i = 0; i < STEPS; i++) {
        ranks[i] = (int64_t)(2 * below + counts[i] + 1) - (int64_t)(count + 1);
        below += counts[i];
    }
}

struct sums {
    int64_t ranks[2][STEPS];
    fuhe_int128 squares[2];
    fuhe_int128 products;
};

static bool add_products(struct fuhe_correlation *correlation, struct sums *sums) {
    pair next;

    for (uint64_t i = 0; i < correlation->count; i++) {
        if (fread(next, sizeof next, 1, correlation->pairs) != 1 || next[0] >= STEPS || next[1] >= STEPS) {
            return false;
        }
        const int64_t a = sums->ranks[0][next[0]];
        const int64_t b = sums->ranks[1][next[1]];
        sums->squares[0] += (fuhe_int128)a * a;
        sums->squares[1] += (fuhe_int128)b * b;
        sums->products += (fuhe_int128)a * b;
    }
    return true;
}

/* Of no correlation beyond this one, either way. */
static double probability(double rho, uint64_t count) {
    const double freedom = (double)(count - 2);

    return rho * rho >= 1 ? 0 : 2 * gsl_cdf_tdist_Q(fabs(rho) * sqrt(freedom / (1 - rho * rho)), freedom);
}

static void fill(const struct sums *sums, struct fuhe_correlation_result *result) {
    if (result->count < FUHE_CORRELATION_MIN || sums->squares[0] == 0 || sums->squares[1] == 0) {
        return;
    }
    const double rho = (double)sums->products / (sqrt((double)sums->squares[0]) * sqrt((double)sums->squares[1]));

    result->rho = (struct fuhe_figure){true, fuhe_real_round(rho, 4)};
    result->p = (struct fuhe_figure){true, fuhe_real_round(probability(rho, result->count), FUHE_DECIMAL_PLACES)};
}

enum fuhe_status fuhe_correlation_finish(struct fuhe_correlation *correlation, struct fuhe_correlation_result *result,
                                         struct fuhe_error *err) {
    struct sums *sums = calloc(1, sizeof *sums);

    if (sums == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    *result = (struct fuhe_correlation_result){.count = correlation->count};
    rank(correlation->counts[0], correlation->count, sums->ranks[0]);
    rank(correlation->counts[1], correlation->count, sums->ranks[1]);
    rewind(correlation->pairs);
    const bool good = add_products(correlation, sums);
    if (good) {
        fill(sums, result);
    }
    free(sums);
    return good ? FUHE_STATUS_OK : fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, NULL, NULL);
}
