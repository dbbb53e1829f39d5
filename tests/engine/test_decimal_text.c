/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "engine/decimal.h"
#include "tests/support/cases.h"

struct parse_case {
    const char *name;
    const char *text;
    enum fuhe_status status;
    int64_t expected;
    unsigned places;
};

#define WRONG FUHE_STATUS_NOT_A_NUMBER, -77, 77
#define TOO_LARGE FUHE_STATUS_OVERFLOW, -77, 77

static const struct parse_case parse_cases[] = {
    {"whole", "9", FUHE_STATUS_OK, 9000000, 0},
    {"printed zeros count as places", "9.40", FUHE_STATUS_OK, 9400000, 2},
    {"six places", "0.000001", FUHE_STATUS_OK, 1, 6},
    {"zeros beyond the sixth place", "5.0000000", FUHE_STATUS_OK, 5000000, 7},
    {"a digit beyond the sixth place", "5.0000001", TOO_LARGE},
    {"plus", "+3", FUHE_STATUS_OK, 3000000, 0},
    {"minus", "-0.5", FUHE_STATUS_OK, -500000, 1},
    {"minus zero", "-0", FUHE_STATUS_OK, 0, 0},
    {"leading zeros", "0000000000000000000000000000007", FUHE_STATUS_OK, 7000000, 0},
    {"separators", "1,234,567.8", FUHE_STATUS_OK, 1234567800000, 1},
    {"the largest", "9223372036854.775807", FUHE_STATUS_OK, INT64_MAX, 6},
    {"the smallest", "-9223372036854.775808", FUHE_STATUS_OK, INT64_MIN, 6},
    {"above the largest", "9223372036854.775808", TOO_LARGE},
    {"below the smallest", "-9223372036854.775809", TOO_LARGE},
    {"more digits than 64 bits hold", "123456789012345678901234567890", TOO_LARGE},
    {"19 digits that wrap around", "18446744073709.551617", TOO_LARGE},
    {"a large word is no number", "123456789012345678901234567890x", WRONG},
    {"empty", "", WRONG},
    {"sign alone", "-", WRONG},
    {"two signs", "+-1", WRONG},
    {"point alone", ".", WRONG},
    {"nothing before the point", ".5", WRONG},
    {"nothing behind the point", "5.", WRONG},
    {"two points", "1.2.3", WRONG},
    {"separator after four digits", "1234,567", WRONG},
    {"separator before two digits", "1,23", WRONG},
    {"separator before four digits", "1,2345", WRONG},
    {"separator at the start", ",123", WRONG},
    {"separator at the end", "123,", WRONG},
    {"separator in the decimals", "1.234,567", WRONG},
    {"white space", " 1", WRONG},
    {"full-width digits", "１２", WRONG},
    {"exponent", "1e5", WRONG},
    {"hexadecimal", "0x10", WRONG},
    {"not a number", "NaN", WRONG},
    {"infinite", "∞", WRONG},
    {"percent", "95%", WRONG},
    {"dash", "—", WRONG},
};

static void parsing_gives(void **state) {
    const struct parse_case *row = *state;
    fuhe_decimal result = {-77};
    unsigned places = 77;

    assert_int_equal(fuhe_decimal_parse(fuhe_text_of(row->text), &result, &places), row->status);
    assert_true(result.scaled == row->expected);
    assert_int_equal(places, row->places);
}

struct long_case {
    const char *name;
    const char *text;
    enum fuhe_status status;
    int64_t expected;
    int64_t rest;
    unsigned places;
};

static const struct long_case long_cases[] = {
    {"as short ones", "9.40", FUHE_STATUS_OK, 9400000, 0, 2},
    {"down", "16.6666663", FUHE_STATUS_OK, 16666666, 300000, 7},
    {"up", "16.66666667", FUHE_STATUS_OK, 16666667, -330000, 8},
    {"a tie goes up", "1.0000005", FUHE_STATUS_OK, 1000001, -500000, 7},
    {"up to the next whole", "9.9999999", FUHE_STATUS_OK, 10000000, -100000, 7},
    {"below zero", "-1.0000002", FUHE_STATUS_OK, -1000000, -200000, 7},
    {"a tie below zero", "-1.0000005", FUHE_STATUS_OK, -1000001, 500000, 7},
    {"more than twelve decimals", "0.99973333333333333", FUHE_STATUS_OK, 999733, 333333, 17},
    {"zeros beyond the sixth", "5.0000000", FUHE_STATUS_OK, 5000000, 0, 7},
    {"three digits are left", "0.0001004", FUHE_STATUS_OK, 100, 400000, 7},
    {"two digits are left", "0.0000994", FUHE_STATUS_OVERFLOW, -77, -77, 77},
    {"nothing is left", "0.0000004", FUHE_STATUS_OVERFLOW, -77, -77, 77},
    {"out of range by rounding", "9223372036854.7758079", FUHE_STATUS_OVERFLOW, -77, -77, 77},
    {"no number", "1.2.3", FUHE_STATUS_NOT_A_NUMBER, -77, -77, 77},
    {"nothing", "", FUHE_STATUS_NOT_A_NUMBER, -77, -77, 77},
};

static void parsing_long_gives(void **state) {
    const struct long_case *row = *state;
    fuhe_decimal result = {-77};
    int64_t rest = -77;
    unsigned places = 77;

    assert_int_equal(fuhe_decimal_parse_long(fuhe_text_of(row->text), &result, &rest, &places), row->status);
    assert_true(result.scaled == row->expected);
    assert_true(rest == row->rest);
    assert_int_equal(places, row->places);
}

struct part_case {
    const char *name;
    fuhe_text text;
    enum fuhe_status status;
};

static const struct part_case part_cases[] = {
    {"the length ends the text", {"9.4138", 3}, FUHE_STATUS_OK},
    {"a NUL within", {"9\0.4", 4}, FUHE_STATUS_NOT_A_NUMBER},
    {"no bytes", {NULL, 0}, FUHE_STATUS_NOT_A_NUMBER},
};

static void part_gives(void **state) {
    const struct part_case *row = *state;
    fuhe_decimal result = FUHE_DECIMAL(9);
    unsigned places = 0;

    assert_int_equal(fuhe_decimal_parse(row->text, &result, &places), row->status);
    assert_true(result.scaled == (row->status == FUHE_STATUS_OK ? 9400000 : 9000000));
}

struct format_case {
    const char *name;
    int64_t value;
    unsigned min_places;
    const char *expected;
};

static const struct format_case format_cases[] = {
    {"zero", 0, 0, "0"},
    {"zero with places", 0, 2, "0.00"},
    {"whole", 9000000, 0, "9"},
    {"at least two places", 9400000, 2, "9.40"},
    {"as many as needed", 9413800, 2, "9.4138"},
    {"below one", 40000, 0, "0.04"},
    {"negative below one", -1, 0, "-0.000001"},
    {"six places", 1000000, 6, "1.000000"},
    {"the largest", INT64_MAX, 0, "9223372036854.775807"},
    {"the smallest", INT64_MIN, 2, "-9223372036854.775808"},
};

static void formatting_gives(void **state) {
    const struct format_case *row = *state;
    char text[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_decimal_format((fuhe_decimal){row->value}, row->min_places, text);

    assert_string_equal(text, row->expected);
    assert_int_equal(length, strlen(row->expected));
}

int main(void) {
    return RUN_CASES("parse", parse_cases, parsing_gives) + RUN_CASES("parse long", long_cases, parsing_long_gives) +
           RUN_CASES("part of a text", part_cases, part_gives) + RUN_CASES("format", format_cases, formatting_gives);
}
