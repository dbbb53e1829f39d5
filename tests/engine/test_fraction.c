/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "engine/fraction.h"
#include "tests/support/cases.h"

#define LARGEST ((fuhe_int128)((((fuhe_int128)1 << 126) - 1) * 2 + 1))
#define SMALLEST (-LARGEST - 1)
#define TEN_18 ((fuhe_int128)1000000000000000000)

struct scale_case {
    const char *name;
    int64_t a;
    int64_t b;
    int64_t c;
    const char *expected; /* NULL: overflow */
};

static const struct scale_case scale_cases[] = {
    {"10 x 103 / 114", 10000000, 103000000, 114000000, "515/57"},
    {"a weight with decimals", 2500000, 103000000, 114000000, "515/228"},
    {"decimals everywhere", 2500000, 1300000, 700000, "65/14"},
    {"money", 2000000, 53400000000, 130000000000, "267/325"},
    {"a whole result", 10000000, 114000000, 114000000, "10"},
    {"nothing done", 10000000, 0, 114000000, "0"},
    {"negative denominator", 1000000, 1000000, -3000000, "-1/3"},
    {"the ends of the range", INT64_MIN, INT64_MIN, INT64_MIN, "-144115188075855872/15625"},
    {"by zero", 10000000, 103000000, 0, NULL},
};

static void scaling_gives(void **state) {
    const struct scale_case *row = *state;
    fuhe_fraction result = {-77, 77};
    char text[FUHE_FRACTION_TEXT_SIZE];
    const enum fuhe_status status =
        fuhe_fraction_scale((fuhe_decimal){row->a}, (fuhe_decimal){row->b}, (fuhe_decimal){row->c}, &result);

    assert_int_equal(status, row->expected == NULL ? FUHE_STATUS_OVERFLOW : FUHE_STATUS_OK);
    assert_true(result.denominator > 0);
    const size_t length = fuhe_fraction_format(result, text);
    assert_string_equal(text, row->expected == NULL ? "-1" : row->expected);
    assert_int_equal(length, strlen(text));
}

struct compare_case {
    const char *name;
    fuhe_fraction a;
    fuhe_fraction b;
    int expected;
};

static const struct compare_case compare_cases[] = {
    {"equal in other terms", {1, 3}, {2, 6}, 0},
    {"below", {273, 29}, {9414, 1000}, -1},
    {"negative", {-1, 3}, {-1, 4}, -1},
    {"zeros", {0, 5}, {0, LARGEST}, 0},
    {"either side of zero", {-1, LARGEST}, {1, LARGEST}, -1},
    {"zero and a little", {0, 1}, {1, LARGEST}, -1},
    {"the ends of the range", {SMALLEST, 1}, {LARGEST, 1}, -1},
    {"long and equal", {LARGEST / 7, LARGEST / 7 * 3}, {1, 3}, 0},
    {"one part in 2^127", {LARGEST - 1, LARGEST}, {LARGEST - 2, LARGEST - 1}, 1},
    {"negative by one part in 2^127", {1 - LARGEST, LARGEST}, {2 - LARGEST, LARGEST - 1}, -1},
    {"above a third by little", {LARGEST / 3 + 1, LARGEST}, {1, 3}, 1},
    {"below a third by little", {LARGEST / 3, LARGEST}, {1, 3}, -1},
};

static int sign(int order) {
    return (order > 0) - (order < 0);
}

static void comparing_gives(void **state) {
    const struct compare_case *row = *state;

    assert_int_equal(sign(fuhe_fraction_compare(row->a, row->b)), row->expected);
    assert_int_equal(sign(fuhe_fraction_compare(row->b, row->a)), -row->expected);
}

struct compare_decimal_case {
    const char *name;
    fuhe_fraction a;
    int64_t b;
    int expected;
};

static const struct compare_decimal_case compare_decimal_cases[] = {
    {"equal", {891, 20000}, 44550, 0},
    {"below its rounding", {515, 57}, 9035088, -1},
    {"above its cut", {515, 57}, 9035087, 1},
    {"long and equal", {TEN_18 * TEN_18, TEN_18 *TEN_18 * 4}, 250000, 0},
    {"below the smallest", {SMALLEST, 1}, INT64_MIN, -1},
};

static void comparing_decimal_gives(void **state) {
    const struct compare_decimal_case *row = *state;
    assert_int_equal(sign(fuhe_fraction_compare_decimal(row->a, (fuhe_decimal){row->b})), row->expected);
}

struct round_case {
    const char *name;
    fuhe_fraction value;
    unsigned places;
    enum fuhe_rounding rounding;
    enum fuhe_status status;
    int64_t expected;
};

static const struct round_case round_cases[] = {
    {"515/57 at no places", {515, 57}, 0, FUHE_ROUND_HALF_UP, FUHE_STATUS_OK, 9000000},
    {"273/29 at one place", {273, 29}, 1, FUHE_ROUND_HALF_UP, FUHE_STATUS_OK, 9400000},
    {"5763/290 cut", {5763, 290}, 1, FUHE_ROUND_TRUNCATE, FUHE_STATUS_OK, 19800000},
    {"5763/290 at two places", {5763, 290}, 2, FUHE_ROUND_HALF_UP, FUHE_STATUS_OK, 19870000},
    {"two thirds at six places", {2, 3}, 6, FUHE_ROUND_HALF_UP, FUHE_STATUS_OK, 666667},
    {"a tie", {1, 8}, 2, FUHE_ROUND_HALF_UP, FUHE_STATUS_OK, 130000},
    {"a tie to even", {1, 8}, 2, FUHE_ROUND_HALF_EVEN, FUHE_STATUS_OK, 120000},
    {"a tie to even, upwards", {3, 8}, 2, FUHE_ROUND_HALF_EVEN, FUHE_STATUS_OK, 380000},
    {"a negative tie", {-1, 8}, 2, FUHE_ROUND_HALF_UP, FUHE_STATUS_OK, -130000},
    {"a negative cut", {-2, 3}, 2, FUHE_ROUND_TRUNCATE, FUHE_STATUS_OK, -660000},
    {"a long tie", {LARGEST / 8, LARGEST / 8 * 8}, 2, FUHE_ROUND_HALF_UP, FUHE_STATUS_OK, 130000},
    {"a long tie, even", {LARGEST / 8, LARGEST / 8 * 8}, 2, FUHE_ROUND_HALF_EVEN, FUHE_STATUS_OK, 120000},
    {"just below a long tie", {LARGEST / 8 - 1, LARGEST / 8 * 8}, 2, FUHE_ROUND_HALF_UP, FUHE_STATUS_OK, 120000},
    {"just above a long tie", {LARGEST / 8 + 1, LARGEST / 8 * 8}, 2, FUHE_ROUND_HALF_EVEN, FUHE_STATUS_OK, 130000},
    {"just below one", {LARGEST - 1, LARGEST}, 6, FUHE_ROUND_HALF_UP, FUHE_STATUS_OK, 1000000},
    {"the largest", {INT64_MAX, 1000000}, 6, FUHE_ROUND_HALF_UP, FUHE_STATUS_OK, INT64_MAX},
    {"the smallest", {INT64_MIN, 1000000}, 6, FUHE_ROUND_HALF_UP, FUHE_STATUS_OK, INT64_MIN},
    {"rounds out of range", {INT64_MAX, 1000000}, 0, FUHE_ROUND_HALF_UP, FUHE_STATUS_OVERFLOW, -77},
    {"out of range", {TEN_18, 1}, 2, FUHE_ROUND_HALF_UP, FUHE_STATUS_OVERFLOW, -77},
    {"far out of range", {SMALLEST, 1}, 0, FUHE_ROUND_TRUNCATE, FUHE_STATUS_OVERFLOW, -77},
};

static void rounding_gives(void **state) {
    const struct round_case *row = *state;
    fuhe_decimal result = {-77};

    assert_int_equal(fuhe_fraction_round(row->value, row->places, row->rounding, &result), row->status);
    assert_true(result.scaled == row->expected);
}

struct format_case {
    const char *name;
    fuhe_fraction value;
    const char *expected;
};

static const struct format_case format_cases[] = {
    {"in lowest terms", {1030, 114}, "515/57"},
    {"whole", {1140, 114}, "10"},
    {"zero", {0, 114}, "0"},
    {"negative", {-6, 4}, "-3/2"},
    {"the longest",
     {SMALLEST, LARGEST},
     "-170141183460469231731687303715884105728/170141183460469231731687303715884105727"},
    {"long terms with a long divisor", {LARGEST / 7 * 5, LARGEST / 7 * 6}, "5/6"},
    {"twenty digits", {(fuhe_int128)UINT64_MAX + 1, 3}, "18446744073709551616/3"},
};

static void formatting_gives(void **state) {
    const struct format_case *row = *state;
    char text[FUHE_FRACTION_TEXT_SIZE];
    const size_t length = fuhe_fraction_format(row->value, text);

    assert_string_equal(text, row->expected);
    assert_int_equal(length, strlen(row->expected));
}

struct sum_case {
    const char *name;
    fuhe_fraction items[4];
    size_t count;
    unsigned places;
    enum fuhe_status status;
    int64_t expected;
};

static const struct sum_case sum_cases[] = {
    {"nothing", {{0, 1}}, 0, 2, FUHE_STATUS_OK, 0},
    {"one", {{515, 57}}, 1, 4, FUHE_STATUS_OK, 9035100},
    {"thirds make one", {{1, 3}, {1, 3}, {1, 3}}, 3, 6, FUHE_STATUS_OK, 1000000},
    {"a tie made of parts that do not end", {{1, 3}, {1, 6}}, 2, 0, FUHE_STATUS_OK, 1000000},
    {"a negative tie goes away from zero", {{-1, 3}, {-1, 6}}, 2, 0, FUHE_STATUS_OK, -1000000},
    {"below a tie", {{1, 3}, {1, 7}}, 2, 0, FUHE_STATUS_OK, 0},
    {"parts that cancel", {{TEN_18 * TEN_18, 3}, {-TEN_18 * TEN_18, 3}, {1, 4}}, 3, 2, FUHE_STATUS_OK, 250000},
    {"terms beyond 64 bits", {{LARGEST / 3 + 1, LARGEST}, {1, 6}}, 2, 2, FUHE_STATUS_OK, 500000},
    {"nearer to a tie than the bracket", {{1, 2}, {-1, LARGEST}}, 2, 0, FUHE_STATUS_OK, 1000000},
    {"below a tie by more than the bracket", {{1, 2}, {-1, TEN_18}}, 2, 0, FUHE_STATUS_OK, 0},
    {"the smallest", {{INT64_MIN, 1000000}}, 1, 6, FUHE_STATUS_OK, INT64_MIN},
    {"beyond the largest", {{INT64_MAX, 1000000}, {1, 1000000}}, 2, 6, FUHE_STATUS_OVERFLOW, -77},
    {"far beyond", {{LARGEST, 1}}, 1, 6, FUHE_STATUS_OVERFLOW, -77},
    {"beyond what is worked with", {{LARGEST, 1}, {LARGEST, 1}}, 2, 6, FUHE_STATUS_OVERFLOW, -77},
};

static void sum_is(void **state) {
    const struct sum_case *row = *state;
    fuhe_decimal result = {-77};
    struct fuhe_fraction_sum sum = {0, 0, 0};
    enum fuhe_status status = FUHE_STATUS_OK;

    for (size_t i = 0; i < row->count && status == FUHE_STATUS_OK; i++) {
        status = fuhe_fraction_sum_add(&sum, row->items[i]);
    }
    if (status == FUHE_STATUS_OK) {
        status = fuhe_fraction_sum_round(&sum, row->places, &result);
    }
    assert_int_equal(status, row->status);
    assert_true(result.scaled == row->expected);
}

int main(void) {
    return RUN_CASES("scale", scale_cases, scaling_gives) + RUN_CASES("compare", compare_cases, comparing_gives) +
           RUN_CASES("compare with a decimal", compare_decimal_cases, comparing_decimal_gives) +
           RUN_CASES("round", round_cases, rounding_gives) + RUN_CASES("format", format_cases, formatting_gives) +
           RUN_CASES("sum", sum_cases, sum_is);
}
