/* SPDX-License-Identifier: Apache-2.0 */
#include "doors/sheet_number.h"
#include "tests/support/cases.h"

struct number_case {
    const char *name;
    const char *value; /* as stored */
    const char *code;
    const char *expected;
};

static const struct number_case number_cases[] = {
    {"a whole number", "20", "", "20"},
    {"General by name", "98.74", "General", "98.74"},
    {"what binary numbers leave behind", "98.739999999999995", "", "98.74"},
    {"and at the other end", "89.974000000000004", "", "89.974"},
    {"a third", "0.33333333333333331", "", "0.333333333"},
    {"many digits in front", "1234567.891234", "", "1234567.891"},
    {"more than eleven digits in front", "123456789012.4", "", "123456789012"},
    {"negative", "-0.5", "", "-0.5"},
    {"a power", "1.5E3", "", "1500"},
    {"a small power", "2.5000000000000001E-2", "", "0.025"},
    {"too small to be shown", "1E-12", "", "1E-12"},
    {"zero", "0", "", "0"},
    {"no number", "abc", "0.00", "abc"},
    {"two points", "1.2.3", "0", "1.2.3"},
    {"nothing behind the power", "1E", "0", "1E"},
    {"no decimals", "19.6", "0", "20"},
    {"two decimals", "10", "0.00", "10.00"},
    {"half away from zero", "0.125", "0.00", "0.13"},
    {"half of what was stored inexactly", "1.0049999999999999", "0.00", "1.01"},
    {"negative half", "-0.125", "0.00", "-0.13"},
    {"nothing is left of it", "-0.001", "0.00", "0.00"},
    {"nines", "9.9960000000000004", "0.00", "10.00"},
    {"percent", "0.99970000000000003", "0.00%", "99.97%"},
    {"whole percent", "1", "0%", "100%"},
    {"optional decimals", "2.5", "0.##", "2.5"},
    {"none of them, and no point", "2", "0.##", "2"},
    {"thousands", "1234567.5", "#,##0.00", "1,234,567.50"},
    {"thousands below one", "0", "#,##0", "0"},
    {"exactly a thousand", "1000", "#,##0", "1,000"},
    {"no leading zero", "0.5", "#.00", ".50"},
    {"leading zeros", "7", "000", "007"},
    {"room behind", "12.34", "0.00_ ", "12.34"},
    {"words", "12", "0\"个\"", "12个"},
    {"words in front", "95", "\"≥\"0\\%", "≥95%"},
    {"negative in brackets", "-5", "#,##0_);(#,##0)", "(5)"},
    {"positive of two sections", "5", "0.0;(0.0)", "5.0"},
    {"zero as a dash", "0", "0.00;-0.00;\"-\"", "-"},
    {"colour", "-3", "0;[Red]-0", "-3"},
    {"money", "3", "[$¥-804]#,##0.00", "¥3.00"},
    {"a condition is not understood", "3", "[>=100]0.0;0.00", "3"},
    {"nor a fraction", "0.5", "# ?/?", "0.5"},
    {"nor a power", "1500", "0.00E+00", "1500"},
    {"nor scaling", "15000", "0.0,", "15000"},
    {"nor words between digits", "123", "0-00", "123"},
    {"a date", "45657", "yyyy/m/d", "2024/12/31"},
    {"two digits", "45292", "yyyy\\-mm\\-dd", "2024-01-01"},
    {"a date in words", "45505", "yyyy\"年\"m\"月\"", "2024年8月"},
    {"with its language", "45505", "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "2024年8月1日"},
    {"a leap day", "45351", "yyyy/m/d", "2024/2/29"},
    {"in front of the day that was none", "59", "yyyy/m/d", "1900/2/28"},
    {"behind it", "61", "yyyy/m/d", "1900/3/1"},
    {"a time", "45292.5625", "yyyy/m/d h:mm", "2024/1/1 13:30"},
    {"minutes and seconds", "0.5", "mm:ss", "00:00"},
    {"seconds that round up to a day", "45292.999999", "yyyy/m/d", "2024/1/2"},
    {"elapsed time", "1.5", "[h]:mm", "1.5"},
    {"weekdays", "45292", "aaaa", "45292"},
    {"a date below zero", "-1", "yyyy/m/d", "-1"},
    {"a date beyond all", "99999999", "yyyy/m/d", "99999999"},
};

static void prints(void **state) {
    const struct number_case *row = *state;
    char buffer[FUHE_SHEET_NUMBER_SIZE];
    const fuhe_text printed = fuhe_sheet_number_print(fuhe_text_of(row->value), fuhe_text_of(row->code), false, buffer);
    char text[FUHE_SHEET_NUMBER_SIZE + 1] = "";

    memcpy(text, printed.bytes, printed.length);
    assert_string_equal(text, row->expected);
}

static void counts_from_1904(void **state) {
    char buffer[FUHE_SHEET_NUMBER_SIZE];
    const fuhe_text printed = fuhe_sheet_number_print(FUHE_TEXT("44195"), FUHE_TEXT("yyyy/m/d"), true, buffer);

    (void)state;
    assert_true(fuhe_text_equals(printed, FUHE_TEXT("2024/12/31")));
}

static void knows_formats_by_number(void **state) {
    (void)state;
    assert_true(fuhe_text_equals(fuhe_sheet_number_code(10), FUHE_TEXT("0.00%")));
    assert_true(fuhe_text_equals(fuhe_sheet_number_code(14), FUHE_TEXT("yyyy/m/d")));
    assert_int_equal(fuhe_sheet_number_code(0).length, 0);
    assert_int_equal(fuhe_sheet_number_code(49).length, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_from_1904),
        cmocka_unit_test(knows_formats_by_number),
    };
    int failures = RUN_CASES("numbers of sheets", number_cases, prints);

    failures += cmocka_run_group_tests_name("sheet number", tests, NULL, NULL);
    return failures;
}
