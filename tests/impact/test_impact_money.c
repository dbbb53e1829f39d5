/* SPDX-License-Identifier: Apache-2.0 */
/* Sums of money as text. */
#include "impact/money.h"
#include "tests/support/cases.h"

#define YUAN(whole) ((fuhe_int128)(whole)*FUHE_DECIMAL_ONE)

static const struct money_case {
    const char *name;
    fuhe_int128 scaled;
    const char *exact;
    const char *yuan;
    const char *wan;
} cases[] = {
    {"nothing", 0, "0.00", "0.00", "0.00"},
    {"a fen", 10000, "0.01", "0.01", "0.00"},
    {"less than a fen", 1, "0.000001", "0.00", "0.00"},
    {"half a fen goes up", 5000, "0.005", "0.01", "0.00"},
    {"万元 with two places", YUAN(2959100), "2959100.00", "2,959,100.00", "295.91"},
    {"half a hundredth of 万元 goes up", YUAN(50), "50.00", "50.00", "0.01"},
    {"below half it does not", YUAN(50) - 1, "49.999999", "50.00", "0.00"},
    {"taken back", -YUAN(1234567), "-1234567.00", "-1,234,567.00", "-123.46"},
    {"more than an int64_t of millionths", YUAN(9000000000000) * 1000, "9000000000000000.00",
     "9,000,000,000,000,000.00", "900,000,000,000.00"},
};

static void expect(const char *expected, const char *text, size_t length) {
    assert_int_equal(length, strlen(expected));
    assert_memory_equal(text, expected, length);
}

static void writes_money(void **state) {
    const struct money_case *row = *state;
    char text[FUHE_IMPACT_MONEY_TEXT];

    expect(row->exact, text, fuhe_impact_money_format(row->scaled, text));
    expect(row->yuan, text, fuhe_impact_money_show(row->scaled, 1, text));
    expect(row->wan, text, fuhe_impact_money_show(row->scaled, 10000, text));
}

int main(void) {
    return RUN_CASES("money of an impact", cases, writes_money);
}
