/* SPDX-License-Identifier: Apache-2.0 */
/* Cells of CSV: quoted when they must be, never a formula, and numbers as they are. */
#include "report/csv_cell.h"
#include "report/memory_output.h"
#include "tests/support/cases.h"

#include <string.h>

struct text_case {
    const char *name;
    const char *text;
    const char *expected;
};

static const struct text_case text_cases[] = {
    {"nothing", "", ""},
    {"a word", "公园养护", "公园养护"},
    {"bytes that are not UTF-8",
     "a\xFF"
     "b\xE5\xBB",
     "a\xEF\xBF\xBD"
     "b\xEF\xBF\xBD\xEF\xBF\xBD"},
    {"a comma", "a,b", "\"a,b\""},
    {"a quotation mark", "a\"b", "\"a\"\"b\""},
    {"nothing but quotation marks", "\"\"", "\"\"\"\"\"\""},
    {"a line end", "a\nb", "\"a\nb\""},
    {"a formula", "=1+2", "'=1+2"},
    {"a formula in quotation marks", "=A1&\"x\"", "\"'=A1&\"\"x\"\"\""},
    {"a plus", "+A1", "'+A1"},
    {"a minus", "-路灯", "'-路灯"},
    {"a minus and a number that goes on", "-1+A1", "'-1+A1"},
    {"a minus and a number with a unit", "-5万元", "'-5万元"},
    {"an at sign", "@SUM(A1)", "'@SUM(A1)"},
    {"a tab", "\t=1", "'\t=1"},
    {"a carriage return", "\r=1", "\"'\r=1\""},
    {"a line feed", "\n=1", "\"'\n=1\""},
    {"full-width equals", "＝1+2", "'＝1+2"},
    {"full-width plus", "＋1", "'＋1"},
    {"full-width minus", "－A1", "'－A1"},
    {"full-width at sign", "＠A1", "'＠A1"},
    {"a negative number", "-3.50", "-3.50"},
    {"a negative whole number", "-3", "-3"},
    {"a negative rate", "-12.5%", "-12.5%"},
    {"a number with a plus", "+4", "+4"},
    {"a lone dash", "-", "-"},
    {"two dashes", "--", "'--"},
    {"a minus without digits", "-.5", "'-.5"},
    {"signs inside", "a=b+c", "a=b+c"},
};

static void assert_written(struct fuhe_memory_output *memory, const char *expected) {
    const fuhe_text text = fuhe_memory_output_text(memory);

    assert_int_equal(text.length, strlen(expected));
    assert_memory_equal(text.bytes, expected, text.length);
    fuhe_memory_output_free(memory);
}

static void test_text(void **state) {
    const struct text_case *row = *state;
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    assert_non_null(memory);
    fuhe_csv_text(&memory->output, fuhe_text_of(row->text));
    assert_written(memory, row->expected);
}

struct figure_case {
    const char *name;
    const char *value;
    bool present;
    const char *expected;
};

static const struct figure_case figure_cases[] = {
    {"a negative deviation", "-1.5", true, "-1.50"},
    {"zero is shown", "0", true, "0.00"},
    {"what is not there is not zero", "0", false, ""},
    {"more places stay", "1.234", true, "1.234"},
};

static void test_figure(void **state) {
    const struct figure_case *row = *state;
    struct fuhe_memory_output *memory = fuhe_memory_output_new();
    fuhe_decimal value;
    unsigned places;

    assert_non_null(memory);
    assert_int_equal(fuhe_decimal_parse(fuhe_text_of(row->value), &value, &places), FUHE_STATUS_OK);
    fuhe_csv_decimal(&memory->output, row->present, value);
    assert_written(memory, row->expected);
}

int main(void) {
    return RUN_CASES("texts", text_cases, test_text) + RUN_CASES("figures", figure_cases, test_figure);
}
