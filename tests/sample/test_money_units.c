/* SPDX-License-Identifier: Apache-2.0 */
/* A form lies where its draws are looked for: over many seeds, a form of m 分 is hit m n / T times on average, and what
 * cells hit does not depend on one another. Large ones are certain and take no draw. And places worked out by another
 * program. */
#include "sample/money_units.h"

#include "tests/support/cases.h"

enum { FORMS_MAX = 6, SEEDS = 4000 };

struct population_case {
    const char *name;
    size_t count;
    size_t forms;
    uint64_t fen[FORMS_MAX];
};

static const struct population_case population_cases[] = {
    {"one form", 1, 1, {7}},
    {"one form, several draws", 5, 1, {3}},
    {"all alike", 2, 4, {5, 5, 5, 5}},
    {"interval not whole", 3, 5, {1, 2, 3, 4, 6}},
    {"one is just the interval", 3, 4, {10, 5, 8, 7}},
    {"half of all in one", 2, 4, {30, 9, 11, 10}},
    {"more draws than fen", 50, 3, {1, 2, 4}},
    {"the large one last", 4, 5, {1, 1, 1, 1, 96}},
    {"small ones at the interval", 3, 6, {94, 6, 94, 6, 94, 6}},
};

static uint64_t sum_of(const struct population_case *row) {
    uint64_t sum = 0;

    for (size_t i = 0; i < row->forms; i++) {
        sum += row->fen[i];
    }
    return sum;
}

/* Draws of one seed, added to those of each form; how many there were in all. */
static size_t draw(const struct population_case *row, uint32_t seed, size_t hits[FORMS_MAX]) {
    struct fuhe_money_units units = {.total = sum_of(row), .count = row->count, .seed = seed};
    size_t draws = 0;

    for (size_t i = 0; i < row->forms; i++) {
        const bool certain = fuhe_money_units_certain(&units, row->fen[i]);
        const size_t now = fuhe_money_units_next(&units, row->fen[i]);
        assert_int_equal(certain, row->fen[i] * row->count >= units.total);
        assert_true(now <= (certain ? 0 : 2));
        hits[i] += now;
        draws += certain ? 1 : now;
    }
    return draws;
}

static void test_many_seeds(void **state) {
    const struct population_case *row = *state;
    const uint64_t total = sum_of(row);
    size_t hits[FORMS_MAX] = {0};

    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        assert_true(draw(row, seed, hits) <= row->count);
    }
    for (size_t i = 0; i < row->forms; i++) {
        const uint64_t units = row->fen[i] * row->count;
        const uint64_t expected = units < total ? SEEDS * units / total : 0;
        assert_in_range(hits[i] + 120, expected, expected + 240); /* nearly four deviations of the most */
    }
}

/* Forms that come back at just the interval: no draw falls on a small one in 0.94³ = 0.83 of all seeds, as often as if
 * each draw were alone; one place for all cells would miss them all in 0.94. */
static void test_independent(void **state) {
    const struct population_case *row = &population_cases[sizeof population_cases / sizeof population_cases[0] - 1];
    size_t missed = 0;

    (void)state;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        size_t hits[FORMS_MAX] = {0};
        (void)draw(row, seed, hits);
        missed += hits[1] + hits[3] + hits[5] == 0;
    }
    assert_in_range(missed, SEEDS * 81 / 100, SEEDS * 85 / 100);
}

struct place_case {
    const char *name;
    uint32_t seed;
    uint64_t k;
    uint64_t total;
    uint64_t place;
};

static const struct place_case place_cases[] = {
    {"seed 0, first number as published", 0u, 0, UINT64_C(4294967296), UINT64_C(3793791033)},
    {"seed 1", 1u, 0, UINT64_C(714520000), UINT64_C(404819576)},
    {"published for 1234567", 1234567u, 0, UINT64_C(4611686018427387904), UINT64_C(1614456929277591329)},
    {"the second published", 1234567u, 1, UINT64_C(4611686018427387904), UINT64_C(800792052799701993)},
    {"largest seed", 4294967295u, 0, UINT64_C(1000000), UINT64_C(451923)},
    {"one fen", 5u, 0, UINT64_C(1), UINT64_C(0)},
    {"all that fits", 1u, 0, UINT64_C(9223372036854775807), UINT64_C(5225608189600411231)},
};

static void test_place(void **state) {
    const struct place_case *row = *state;

    assert_int_equal(fuhe_money_units_place(row->seed, row->k, row->total), row->place);
}

int main(void) {
    const struct CMUnitTest others[] = {cmocka_unit_test(test_independent)};

    return RUN_CASES("many seeds", population_cases, test_many_seeds) + RUN_CASES("places", place_cases, test_place) +
           cmocka_run_group_tests_name("independent draws", others, NULL, NULL);
}
