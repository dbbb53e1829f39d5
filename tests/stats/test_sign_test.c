/* SPDX-License-Identifier: Apache-2.0 */
/* Binomial tails and Holm's correction worked out by hand, in millionths. */
#include "stats/sign_test.h"

#include "tests/support/cases.h"

enum { TESTS_MAX = 4 };

struct sign_case {
    const char *name;
    size_t count;
    struct fuhe_sign_test given[TESTS_MAX];
    struct fuhe_sign_test expected[TESTS_MAX];
};

static const struct sign_case sign_cases[] = {
    {"none", 0, {{0}}, {{0}}},
    {"five of five", 1, {{1, 5, 0}}, {{1, 5, 0, {31250}, {31250}, true}}},
    {"four of five: 6/32", 1, {{1, 4, 1}}, {{1, 4, 1, {187500}, {187500}, false}}},
    {"none of five", 1, {{1, 0, 5}}, {{1, 0, 5, {1000000}, {1000000}, false}}},
    {"very many", 1, {{1, 400000, 200000}}, {{1, 400000, 200000, {0}, {0}, true}}},
    {"five of five, twice, in order of departments",
     2,
     {{9, 5, 0}, {2, 5, 0}},
     {{2, 5, 0, {31250}, {62500}, false}, {9, 5, 0, {31250}, {62500}, false}}},
    /* 1/1024 × 3; 1/32 × 2; 6/32 × 1 */
    {"the least first, times those that are left",
     3,
     {{1, 4, 1}, {2, 10, 0}, {3, 5, 0}},
     {{2, 10, 0, {977}, {2930}, true}, {3, 5, 0, {31250}, {62500}, false}, {1, 4, 1, {187500}, {187500}, false}}},
    /* 1/32 × 3; 6/32 × 2; 6/32 × 1 would be less than 0.375 */
    {"never below the one before",
     3,
     {{1, 4, 1}, {2, 4, 1}, {3, 5, 0}},
     {{3, 5, 0, {31250}, {93750}, false}, {1, 4, 1, {187500}, {375000}, false}, {2, 4, 1, {187500}, {375000}, false}}},
};

static void test_sign(void **state) {
    const struct sign_case *row = *state;
    struct fuhe_sign_test tests[TESTS_MAX];

    for (size_t i = 0; i < TESTS_MAX; i++) {
        tests[i] = row->given[i];
    }
    fuhe_sign_tests_run(tests, row->count);
    for (size_t i = 0; i < row->count; i++) {
        assert_int_equal(tests[i].department, row->expected[i].department);
        assert_int_equal(tests[i].p.scaled, row->expected[i].p.scaled);
        assert_int_equal(tests[i].adjusted.scaled, row->expected[i].adjusted.scaled);
        assert_int_equal(tests[i].look_here, row->expected[i].look_here);
    }
    fuhe_sign_tests_sort(tests, row->count);
    for (size_t i = 0; i < row->count; i++) {
        const struct fuhe_sign_test *found = fuhe_sign_tests_find(tests, row->count, row->given[i].department);
        assert_non_null(found);
        assert_int_equal(found->over, row->given[i].over);
    }
    assert_null(fuhe_sign_tests_find(tests, row->count, UINT64_MAX));
}

int main(void) {
    return RUN_CASES("sign test", sign_cases, test_sign);
}
