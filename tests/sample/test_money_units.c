/* SPDX-License-Identifier: Apache-2.0 */
/* Every start of a small population is tried: a form of m fen is drawn in just m n of the T starts when m n < T, and
 * always when not, and n draws are made each time. And starts of seeds, worked out by another program. */
#include "sample/money_units.h"

#include "tests/support/cases.h"

enum { FORMS_MAX = 6 };

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
};

static uint64_t sum_of(const struct population_case *row) {
    uint64_t sum = 0;

    for (size_t i = 0; i < row->forms; i++) {
        sum += row->fen[i];
    }
    return sum;
}

static void test_every_start(void **state) {
    const struct population_case *row = *state;
    const uint64_t total = sum_of(row);
    uint64_t drawn[FORMS_MAX] = {0};

    for (uint64_t start = 0; start < total; start++) {
        struct fuhe_money_units units = {.total = total, .count = row->count, .start = start};
        size_t draws = 0;
        for (size_t i = 0; i < row->forms; i++) {
            const bool certain = fuhe_money_units_certain(&units, row->fen[i]);
            const size_t hits = fuhe_money_units_next(&units, row->fen[i]);
            assert_int_equal(certain, row->fen[i] * row->count >= total);
            assert_true(!certain || hits > 0);
            assert_true(certain || hits <= 1);
            drawn[i] += hits > 0;
            draws += hits;
        }
        assert_int_equal(draws, row->count);
    }
    for (size_t i = 0; i < row->forms; i++) {
        const uint64_t units = row->fen[i] * row->count;
        assert_int_equal(drawn[i], units < total ? units : total);
    }
}

struct start_case {
    const char *name;
    uint32_t seed;
    uint64_t total;
    uint64_t start;
};

static const struct start_case start_cases[] = {
    {"seed 0, first number as published", 0u, UINT64_C(4294967296), UINT64_C(3793791033)},
    {"seed 1", 1u, UINT64_C(714520000), UINT64_C(404819576)},
    {"published for 1234567", 1234567u, UINT64_C(4611686018427387904), UINT64_C(1614456929277591329)},
    {"largest seed", 4294967295u, UINT64_C(1000000), UINT64_C(451923)},
    {"one fen", 5u, UINT64_C(1), UINT64_C(0)},
    {"all that fits", 1u, UINT64_C(9223372036854775807), UINT64_C(5225608189600411231)},
};

static void test_start(void **state) {
    const struct start_case *row = *state;

    assert_int_equal(fuhe_money_units_start(row->seed, row->total), row->start);
}

int main(void) {
    return RUN_CASES("every start", population_cases, test_every_start) + RUN_CASES("starts", start_cases, test_start);
}
