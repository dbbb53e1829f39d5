/* SPDX-License-Identifier: Apache-2.0 */
/* Ranks with ties, one side always the same, too few, beyond 200 %. */
#include "stats/correlation.h"

#include "tests/support/cases.h"

enum { PAIRS_MAX = 12 };

struct correlation_case {
    const char *name;
    int pairs[PAIRS_MAX][2]; /* hundredths of a percent */
    size_t count;
    bool present;
    int64_t rho; /* millionths */
    int64_t p;
};

static const struct correlation_case correlation_cases[] = {
    {"none", {{0}}, 0, false, 0, 0},
    {"nine are too few", {{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}, {6, 6}, {7, 7}, {8, 8}, {9, 9}}, 9, false, 0, 0},
    {"in order",
     {{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}, {6, 6}, {7, 7}, {8, 8}, {9, 9}, {10, 10}},
     10,
     true,
     1000000,
     0},
    {"against the order",
     {{1, 9}, {2, 8}, {3, 7}, {4, 6}, {5, 5}, {6, 4}, {7, 3}, {8, 2}, {9, 1}, {10, 0}},
     10,
     true,
     -1000000,
     0},
    {"one side the same",
     {{1, 5}, {2, 5}, {3, 5}, {4, 5}, {5, 5}, {6, 5}, {7, 5}, {8, 5}, {9, 5}, {10, 5}},
     10,
     false,
     0,
     0},
    {"beyond 200 % all count as 200 %",
     {{1, 30000},
      {2, 20000},
      {3, 25000},
      {4, 20001},
      {5, 20000},
      {6, 99999},
      {7, 20000},
      {8, 20000},
      {9, 20000},
      {10, 20000}},
     10,
     false,
     0,
     0},
    /* Two neighbours changed places: 1 − 6 × 2 ÷ (10 × 99) = 0.98788 */
    {"two changed places",
     {{1, 2}, {2, 1}, {3, 3}, {4, 4}, {5, 5}, {6, 6}, {7, 7}, {8, 8}, {9, 9}, {10, 10}},
     10,
     true,
     987900,
     0},
    /* Two values on each side, five each, four of them crossed: 2×2 table 3 2 / 2 3, φ = 0.2; t = 0.57735, df 8. */
    {"ties",
     {{1, 1}, {1, 1}, {1, 1}, {1, 2}, {1, 2}, {2, 1}, {2, 1}, {2, 2}, {2, 2}, {2, 2}},
     10,
     true,
     200000,
     579584},
};

static void test_correlation(void **state) {
    const struct correlation_case *row = *state;
    struct fuhe_correlation *correlation = NULL;
    struct fuhe_correlation_result result;
    struct fuhe_error error;

    assert_int_equal(fuhe_correlation_new(&correlation, &error), FUHE_STATUS_OK);
    for (size_t i = 0; i < row->count; i++) {
        assert_int_equal(fuhe_correlation_add(correlation, (fuhe_decimal){row->pairs[i][0] * INT64_C(10000)},
                                              (fuhe_decimal){row->pairs[i][1] * INT64_C(10000)}, &error),
                         FUHE_STATUS_OK);
    }
    assert_int_equal(fuhe_correlation_finish(correlation, &result, &error), FUHE_STATUS_OK);
    fuhe_correlation_free(correlation);
    assert_int_equal(result.count, row->count);
    assert_int_equal(result.rho.present, row->present);
    assert_int_equal(result.p.present, row->present);
    if (row->present) {
        assert_int_equal(result.rho.value.scaled, row->rho);
        assert_int_equal(result.p.value.scaled, row->p);
    }
}

int main(void) {
    return RUN_CASES("correlation", correlation_cases, test_correlation);
}
