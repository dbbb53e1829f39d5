/* SPDX-License-Identifier: Apache-2.0 */
/* Factors as tables of audit guides have them, with two places; with six, by -ln(1 - confidence), upwards; and large
 * numbers of errors. */
#include "stats/money_bound.h"

#include "tests/support/cases.h"

struct bound_case {
    const char *name;
    unsigned confidence;
    size_t errors;
    int64_t least; /* in millionths */
    int64_t most;
};

static const struct bound_case bound_cases[] = {
    {"80 %, none: ln 5", 80, 0, 1609438, 1609438},
    {"90 %, none: ln 10", 90, 0, 2302586, 2302586},
    {"95 %, none: ln 20", 95, 0, 2995733, 2995733},
    {"99 %, none: ln 100", 99, 0, 4605171, 4605171},
    {"95 %, one: 4.75", 95, 1, 4740000, 4750000},
    {"95 %, two: 6.30", 95, 2, 6290000, 6300000},
    {"95 %, three: 7.76", 95, 3, 7750000, 7760000},
    {"90 %, one: 3.89", 90, 1, 3880000, 3890000},
    {"99 %, one: 6.64", 99, 1, 6630000, 6640000},
    {"80 %, two: 4.28", 80, 2, 4270000, 4280000},
    {"95 %, very many", 95, FUHE_MONEY_BOUND_ERRORS_MAX, 10165000000, 10167500000},
};

static void test_bound(void **state) {
    const struct bound_case *row = *state;
    const int64_t factor = fuhe_money_bound_factor(row->confidence, row->errors).scaled;

    assert_true(factor >= row->least);
    assert_true(factor <= row->most);
}

int main(void) {
    return RUN_CASES("money bound", bound_cases, test_bound);
}
