/* SPDX-License-Identifier: Apache-2.0 */
/* How deviations lie, and how much money stands behind them. Equal deviations are counted together first, so that
 * quantiles and bins are each one walk over few rows. */
#include "engine/magnitude.h"
#include "store/numbering.h"
#include "store/survey_private.h"

/* --- deviations --- */

enum { MIDDLE = FUHE_HISTOGRAM_BINS / 2, QUANTILES = 7, TWENTIETH = 20 };

static const char grouped[] = "SELECT deviation, count(*) FROM temp.survey_page WHERE deviation IS NOT NULL"
                              " GROUP BY deviation ORDER BY deviation";

/* Widths that people read easily, in millionths, the smallest first. */
static const int64_t widths[] = {10000, 20000, 50000, 100000, 200000, 500000, 1000000, 2000000, 5000000, 10000000};
enum { WIDTHS = sizeof widths / sizeof widths[0] };

/* Walks over deviations with their numbers, from the lowest up. */
static enum fuhe_status walk(struct fuhe_survey *survey,
                             void (*take)(void *walker, fuhe_decimal deviation, size_t count), void *walker,
                             struct fuhe_error *err) {
    sqlite3_stmt *statement = NULL;
    bool row = false;
    enum fuhe_status status = fuhe_database_prepare(survey->store->database, grouped, &statement, err);

    if (status == FUHE_STATUS_OK) {
        status = fuhe_database_step(statement, &row, err);
    }
    while (status == FUHE_STATUS_OK && row) {
        take(walker, (fuhe_decimal){sqlite3_column_int64(statement, 0)}, fuhe_survey_count(statement, 1));
        status = fuhe_database_step(statement, &row, err);
    }
    (void)sqlite3_finalize(statement);
    return status;
}

static void add_count(void *walker, fuhe_decimal deviation, size_t count) {
    struct fuhe_survey_deviations *result = walker;

    result->count += count;
    result->over += deviation.scaled > 0 ? count : 0;
    result->under += deviation.scaled < 0 ? count : 0;
    result->none += deviation.scaled == 0 ? count : 0;
}

/* A quantile is `numerator` of a hundredth part. */
struct quantile {
    size_t numerator;
    fuhe_decimal *value;
};

struct quantile_walker {
    size_t count; /* of all */
    size_t passed;
    size_t next; /* quantile */
    struct quantile quantiles[QUANTILES];
};

/* The place of a quantile, from 1: ceil(numerator count / 100), at least the first. */
static size_t place_of(const struct quantile *quantile, size_t count) {
    const size_t whole = count / 100 * quantile->numerator;
    const size_t place = whole + (count % 100 * quantile->numerator + 99) / 100;

    return place == 0 ? 1 : place;
}

static void find_quantiles(void *walker, fuhe_decimal deviation, size_t count) {
    struct quantile_walker *walk = walker;

    walk->passed += count;
    while (walk->next < QUANTILES && place_of(&walk->quantiles[walk->next], walk->count) <= walk->passed) {
        *walk->quantiles[walk->next++].value = deviation;
    }
}

/* How many deviations lie beyond the bins of each width. */
struct width_walker {
    size_t beyond[WIDTHS];
};

static void count_beyond(void *walker, fuhe_decimal deviation, size_t count) {
    struct width_walker *walk = walker;

    for (size_t i = 0; i < WIDTHS; i++) {
        walk->beyond[i] += fuhe_magnitude_of(deviation.scaled) > MIDDLE * (uint64_t)widths[i] ? count : 0;
    }
}

/* Most deviations are zero, so it is the others that choose. */
static fuhe_decimal choose_width(const struct width_walker *walk, size_t deviating) {
    size_t width = 0;

    while (width + 1 < WIDTHS && walk->beyond[width] > deviating / TWENTIETH) {
        width++;
    }
    return (fuhe_decimal){widths[width]};
}

static void add_to_bin(void *walker, fuhe_decimal deviation, size_t count) {
    struct fuhe_survey_deviations *result = walker;
    const uint64_t width = (uint64_t)result->bin_width.scaled;
    const uint64_t steps =
        fuhe_magnitude_of(deviation.scaled) / width + (fuhe_magnitude_of(deviation.scaled) % width != 0);
    const size_t from_middle = steps > MIDDLE ? MIDDLE : (size_t)steps;

    result->bins[deviation.scaled < 0 ? MIDDLE - from_middle : MIDDLE + from_middle] += count;
}

enum fuhe_status fuhe_survey_deviations(struct fuhe_survey *survey, struct fuhe_survey_deviations *result,
                                        struct fuhe_error *err) {
    struct width_walker width = {{0}};

    *result = (struct fuhe_survey_deviations){0};
    FUHE_TRY(walk(survey, add_count, result, err));
    struct quantile_walker walker = {.count = result->count,
                                     .quantiles = {{0, &result->least},
                                                   {5, &result->lower_twentieth},
                                                   {25, &result->lower_quartile},
                                                   {50, &result->median},
                                                   {75, &result->upper_quartile},
                                                   {95, &result->upper_twentieth},
                                                   {100, &result->most}}};
    FUHE_TRY(walk(survey, find_quantiles, &walker, err));
    FUHE_TRY(walk(survey, count_beyond, &width, err));
    result->bin_width = choose_width(&width, result->over + result->under);
    return walk(survey, add_to_bin, result, err);
}

/* --- money --- */

#define SUM_OF(budget)                                                                                                 \
    "count(" budget "), sum((" budget ") / " FUHE_MONEY_SPLIT "), sum((" budget ") % " FUHE_MONEY_SPLIT ")"

enum fuhe_status fuhe_survey_money(struct fuhe_survey *survey, struct fuhe_survey_money *money,
                                   struct fuhe_error *err) {
    static const char sums[] =
        "SELECT " SUM_OF("budget") ", " SUM_OF("CASE WHEN deviation > 0 THEN budget END") ", " SUM_OF(
            "CASE WHEN lowered THEN budget END") " FROM temp.survey_page";
    sqlite3_stmt *statement = NULL;
    bool row = false;
    enum fuhe_status status = fuhe_database_prepare(survey->store->database, sums, &statement, err);

    if (status == FUHE_STATUS_OK) {
        status = fuhe_database_step(statement, &row, err);
    }
    if (status == FUHE_STATUS_OK) {
        *money = (struct fuhe_survey_money){fuhe_survey_money_sum(statement, 0), fuhe_survey_money_sum(statement, 3),
                                            fuhe_survey_money_sum(statement, 6)};
    }
    (void)sqlite3_finalize(statement);
    return status;
}
