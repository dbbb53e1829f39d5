/* SPDX-License-Identifier: Apache-2.0 */
#include "sample/money_text.h"

#include "report/messages.h"
#include "tests/support/cases.h"

struct text_case {
    const char *name;
    struct fuhe_money money;
    const char *plain;
    const char *english;
    const char *chinese; /* half-up, and as an upper bound */
    const char *bound;
};

static const struct text_case text_cases[] = {
    {"absent", {false, 5}, "", "—", "—", "—"},
    {"nothing", {true, 0}, "0.00", "0.00 yuan", "0.00万元", "0.00万元"},
    {"one fen", {true, 1}, "0.01", "0.01 yuan", "0.00万元", "0.01万元"},
    {"a tie", {true, 5000}, "50.00", "50.00 yuan", "0.01万元", "0.01万元"},
    {"below a tie", {true, 4999}, "49.99", "49.99 yuan", "0.00万元", "0.01万元"},
    {"groups", {true, 123456789012}, "1234567890.12", "1,234,567,890.12 yuan", "123,456.79万元", "123,456.79万元"},
    {"below zero", {true, -295910000}, "-2959100.00", "-2,959,100.00 yuan", "-295.91万元", "-295.90万元"},
    {"the most",
     {true, INT64_MAX},
     "92233720368547758.07",
     "92,233,720,368,547,758.07 yuan",
     "9,223,372,036,854.78万元",
     "9,223,372,036,854.78万元"},
};

static void test_text(void **state) {
    const struct text_case *row = *state;
    char plain[FUHE_MONEY_TEXT_SIZE];
    char shown[FUHE_MONEY_SHOWN_SIZE];

    assert_int_equal(fuhe_money_text(row->money, plain), strlen(row->plain));
    assert_string_equal(plain, row->plain);
    assert_true(fuhe_language_set("en", NULL));
    (void)fuhe_money_text_shown(row->money, false, shown);
    assert_string_equal(shown, row->english);
    assert_true(fuhe_language_set("zh", NULL));
    (void)fuhe_money_text_shown(row->money, false, shown);
    assert_string_equal(shown, row->chinese);
    if (row->money.fen >= 0) {
        (void)fuhe_money_text_shown(row->money, true, shown);
        assert_string_equal(shown, row->bound);
    }
}

int main(void) {
    return RUN_CASES("money as text", text_cases, test_text);
}
