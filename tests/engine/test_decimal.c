/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/decimal.h"
#include "tests/support/cases.h"

static const fuhe_decimal untouched = {-77};

struct sum_case {
    const char *name;
    enum fuhe_status (*work)(fuhe_decimal, fuhe_decimal, fuhe_decimal *);
    int64_t a;
    int64_t b;
    enum fuhe_status status;
    int64_t expected;
};

static const struct sum_case sum_cases[] = {
    {"9.4 + 0.6", fuhe_decimal_add, 9400000, 600000, FUHE_STATUS_OK, 10000000},
    {"add up to the largest", fuhe_decimal_add, INT64_MAX - 1, 1, FUHE_STATUS_OK, INT64_MAX},
    {"add beyond the largest", fuhe_decimal_add, INT64_MAX, 1, FUHE_STATUS_OVERFLOW, -77},
    {"add beyond the smallest", fuhe_decimal_add, INT64_MIN, -1, FUHE_STATUS_OVERFLOW, -77},
    {"91.43 - 91.48", fuhe_decimal_subtract, 91430000, 91480000, FUHE_STATUS_OK, -50000},
    {"0 - the smallest", fuhe_decimal_subtract, 0, INT64_MIN, FUHE_STATUS_OVERFLOW, -77},
    {"-0.000001 - the smallest", fuhe_decimal_subtract, -1, INT64_MIN, FUHE_STATUS_OK, INT64_MAX},
};

static void sum_is(void **state) {
    const struct sum_case *row = *state;
    fuhe_decimal result = untouched;

    assert_int_equal(row->work((fuhe_decimal){row->a}, (fuhe_decimal){row->b}, &result), row->status);
    assert_true(result.scaled == row->expected);
}

struct product_case {
    const char *name;
    int64_t a;
    int64_t factor;
    enum fuhe_status status;
    int64_t expected;
};

static const struct product_case product_cases[] = {
    {"218.4 x 10000", 218400000, 10000, FUHE_STATUS_OK, 2184000000000},
    {"by zero", INT64_MIN, 0, FUHE_STATUS_OK, 0},
    {"by a negative factor", 500000, -3, FUHE_STATUS_OK, -1500000},
    {"the smallest x -1", INT64_MIN, -1, FUHE_STATUS_OVERFLOW, -77},
    {"out of range", INT64_MAX / 2, 3, FUHE_STATUS_OVERFLOW, -77},
};

static void product_is(void **state) {
    const struct product_case *row = *state;
    fuhe_decimal result = untouched;

    assert_int_equal(fuhe_decimal_multiply_whole((fuhe_decimal){row->a}, row->factor, &result), row->status);
    assert_true(result.scaled == row->expected);
}

struct round_case {
    const char *name;
    int64_t value;
    unsigned places;
    enum fuhe_rounding rounding;
    enum fuhe_status status;
    int64_t expected;
};

static const struct round_case round_cases[] = {
    {"half-up takes a tie up", 2125000, 2, FUHE_ROUND_HALF_UP, FUHE_STATUS_OK, 2130000},
    {"half-up takes a negative tie away from zero", -2125000, 2, FUHE_ROUND_HALF_UP, FUHE_STATUS_OK, -2130000},
    {"half-up leaves what is below a tie", 2124999, 2, FUHE_ROUND_HALF_UP, FUHE_STATUS_OK, 2120000},
    {"half-even takes a tie down to the even digit", 2125000, 2, FUHE_ROUND_HALF_EVEN, FUHE_STATUS_OK, 2120000},
    {"half-even takes a tie up to the even digit", 2135000, 2, FUHE_ROUND_HALF_EVEN, FUHE_STATUS_OK, 2140000},
    {"half-even takes a negative tie to the even digit", -2125000, 2, FUHE_ROUND_HALF_EVEN, FUHE_STATUS_OK, -2120000},
    {"half-even takes what is above a tie up", 2125001, 2, FUHE_ROUND_HALF_EVEN, FUHE_STATUS_OK, 2130000},
    {"truncate cuts", 2129999, 2, FUHE_ROUND_TRUNCATE, FUHE_STATUS_OK, 2120000},
    {"truncate cuts towards zero", -2129999, 2, FUHE_ROUND_TRUNCATE, FUHE_STATUS_OK, -2120000},
    {"no places", 500000, 0, FUHE_ROUND_HALF_UP, FUHE_STATUS_OK, 1000000},
    {"no places, even", 500000, 0, FUHE_ROUND_HALF_EVEN, FUHE_STATUS_OK, 0},
    {"six places change nothing", -123456789, 6, FUHE_ROUND_TRUNCATE, FUHE_STATUS_OK, -123456789},
    {"the largest does not round up", INT64_MAX, 0, FUHE_ROUND_HALF_UP, FUHE_STATUS_OVERFLOW, -77},
    {"the smallest does not round down", INT64_MIN, 0, FUHE_ROUND_HALF_UP, FUHE_STATUS_OVERFLOW, -77},
    {"the smallest is cut", INT64_MIN, 0, FUHE_ROUND_TRUNCATE, FUHE_STATUS_OK, -9223372036854000000},
    {"the smallest at five places", INT64_MIN, 5, FUHE_ROUND_HALF_EVEN, FUHE_STATUS_OVERFLOW, -77},
};

static void rounding_gives(void **state) {
    const struct round_case *row = *state;
    fuhe_decimal result = untouched;

    assert_int_equal(fuhe_decimal_round((fuhe_decimal){row->value}, row->places, row->rounding, &result), row->status);
    assert_true(result.scaled == row->expected);
}

struct order_case {
    const char *name;
    int64_t a;
    int64_t b;
    int expected;
};

static const struct order_case order_cases[] = {
    {"below", 9399999, 9400000, -1},
    {"equal", 9400000, 9400000, 0},
    {"above", 0, -1, 1},
    {"the ends of the range", INT64_MIN, INT64_MAX, -1},
};

static void order_is(void **state) {
    const struct order_case *row = *state;
    const fuhe_decimal a = {row->a};
    const fuhe_decimal b = {row->b};
    const int order = fuhe_decimal_compare(a, b);

    assert_int_equal((order > 0) - (order < 0), row->expected);
    assert_int_equal(fuhe_decimal_equals(a, b), row->expected == 0);
    assert_true(fuhe_decimal_min(a, b).scaled == (row->expected < 0 ? row->a : row->b));
    assert_true(fuhe_decimal_max(a, b).scaled == (row->expected < 0 ? row->b : row->a));
}

int main(void) {
    return RUN_CASES("sum", sum_cases, sum_is) + RUN_CASES("product", product_cases, product_is) +
           RUN_CASES("round", round_cases, rounding_gives) + RUN_CASES("order", order_cases, order_is);
}
