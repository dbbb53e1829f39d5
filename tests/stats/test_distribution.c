/* SPDX-License-Identifier: Apache-2.0 */
/* Values at the edges of the grid, and the two forms of the modified z-score worked out by hand. */
#include "stats/distribution.h"

#include "tests/support/cases.h"

enum { VALUES_MAX = 12 };

struct spread_case {
    const char *name;
    int64_t values[VALUES_MAX]; /* millionths */
    size_t count;
    int64_t median, mad, least, most, upper_quartile;
    size_t outliers;
    int64_t asked; /* the score of this value … */
    bool has_score;
    int64_t score;
};

#define HUNDREDTHS(number) ((int64_t)(number)*10000)

static const struct spread_case spread_cases[] = {
    {"one value", {HUNDREDTHS(5)}, 1, HUNDREDTHS(5), 0, HUNDREDTHS(5), HUNDREDTHS(5), HUNDREDTHS(5), 0, 0, false, 0},
    {"of two the lower one",
     {HUNDREDTHS(4), HUNDREDTHS(2)},
     2,
     HUNDREDTHS(2),
     0,
     HUNDREDTHS(2),
     HUNDREDTHS(4),
     HUNDREDTHS(4),
     0,
     0,
     false,
     0},
    {"half a hundredth goes away from zero",
     {5000, -5000, -4999},
     3,
     0,
     HUNDREDTHS(1),
     HUNDREDTHS(-1),
     HUNDREDTHS(1),
     HUNDREDTHS(1),
     0,
     0,
     false,
     0},
    {"beyond the grid",
     {INT64_MAX, INT64_MIN, 0},
     3,
     0,
     HUNDREDTHS(10000),
     HUNDREDTHS(-10000),
     HUNDREDTHS(10000),
     HUNDREDTHS(10000),
     0,
     0,
     false,
     0},
    /* 1…10: median 5, distances 4 3 2 1 0 1 2 3 4 5, the fifth is 2; (17 − 5) × 0.6745 ÷ 2 = 4.047 */
    {"ten in a row",
     {HUNDREDTHS(1), HUNDREDTHS(2), HUNDREDTHS(3), HUNDREDTHS(4), HUNDREDTHS(5), HUNDREDTHS(6), HUNDREDTHS(7),
      HUNDREDTHS(8), HUNDREDTHS(9), HUNDREDTHS(10)},
     10,
     HUNDREDTHS(5),
     HUNDREDTHS(2),
     HUNDREDTHS(1),
     HUNDREDTHS(10),
     HUNDREDTHS(8),
     0,
     HUNDREDTHS(17),
     true,
     4050000},
    /* mean distance 0.1; 1 ÷ 0.1253314 = 7.97885 */
    {"all but one are the same",
     {0, 0, 0, 0, 0, 0, 0, 0, 0, HUNDREDTHS(100)},
     10,
     0,
     0,
     0,
     HUNDREDTHS(100),
     0,
     1,
     HUNDREDTHS(100),
     true,
     7980000},
    {"all the same", {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 10, 0, 0, 0, 0, 0, 0, HUNDREDTHS(100), false, 0},
    {"nine are too few",
     {0, 0, 0, 0, 0, 0, 0, 0, HUNDREDTHS(100)},
     9,
     0,
     0,
     0,
     HUNDREDTHS(100),
     0,
     0,
     HUNDREDTHS(100),
     false,
     0},
};

static void test_spread(void **state) {
    const struct spread_case *row = *state;
    static struct fuhe_distribution distribution;

    fuhe_distribution_reset(&distribution);
    for (size_t i = 0; i < row->count; i++) {
        fuhe_distribution_add(&distribution, (fuhe_decimal){row->values[i]});
    }
    const struct fuhe_spread spread = fuhe_distribution_spread(&distribution);
    assert_int_equal(spread.count, row->count);
    assert_int_equal(spread.median.scaled, row->median);
    assert_int_equal(spread.mad.scaled, row->mad);
    assert_int_equal(spread.least.scaled, row->least);
    assert_int_equal(spread.most.scaled, row->most);
    assert_int_equal(spread.upper_quartile.scaled, row->upper_quartile);
    assert_int_equal(spread.outliers, row->outliers);
    const struct fuhe_figure score = fuhe_spread_score(&spread, (fuhe_decimal){row->asked});
    assert_int_equal(score.present, row->has_score);
    assert_int_equal(row->has_score ? score.value.scaled : 0, row->score);
}

int main(void) {
    return RUN_CASES("spread", spread_cases, test_spread);
}
