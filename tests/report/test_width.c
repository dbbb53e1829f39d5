/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "report/memory_output.h"
#include "report/width.h"
#include "tests/support/cases.h"

static struct fuhe_memory_output *memory;

static int start(void **state) {
    (void)state;
    memory = fuhe_memory_output_new();
    return memory == NULL ? -1 : 0;
}

static int stop(void **state) {
    (void)state;
    fuhe_memory_output_free(memory);
    return 0;
}

static void expect_written(const char *expected) {
    const fuhe_text text = fuhe_memory_output_text(memory);

    assert_int_equal(text.length, strlen(expected));
    assert_memory_equal(text.bytes, expected, text.length);
}

struct width_case {
    const char *name;
    const char *text;
    size_t width;
    const char *written; /* what reaches the terminal */
};

static const struct width_case width_cases[] = {
    {"ascii", "abc 12", 6, "abc 12"},
    {"Chinese takes two columns", "办公经费3", 9, "办公经费3"},
    {"full-width punctuation", "（一）", 6, "（一）"},
    {"combining mark takes none", "e\xCC\x81", 1, "e\xCC\x81"},
    {"empty", "", 0, ""},
    {"escape sequence loses its escape", "\x1B[31mred", 7, "[31mred"},
    {"C1 control",
     "a\xC2\x9B"
     "31m",
     4, "a31m"},
    {"line ends and tabs become spaces", "a\r\n\tb", 5, "a   b"},
    {"line separator becomes a space",
     "a\xE2\x80\xA8"
     "b",
     3, "a b"},
    {"direction marks are left out",
     "a\xE2\x80\xAE"
     "b",
     2, "ab"},
    {"bytes that are not UTF-8 are shown as such",
     "a\xFF"
     "b",
     3,
     "a\xEF\xBF\xBD"
     "b"},
};

static void width_holds(void **state) {
    const struct width_case *row = *state;

    (void)start(NULL);
    assert_int_equal(fuhe_width_of(fuhe_text_of(row->text)), row->width);
    fuhe_width_write(&memory->output, fuhe_text_of(row->text));
    expect_written(row->written);
    (void)stop(NULL);
}

static void columns_are_filled(void **state) {
    (void)state;
    fuhe_width_left(&memory->output, FUHE_TEXT("分值"), 6);
    fuhe_width_right(&memory->output, FUHE_TEXT("0.82"), 6);
    fuhe_width_left(&memory->output, FUHE_TEXT("longer"), 3);
    fuhe_width_right(&memory->output, FUHE_TEXT("自评"), 1);
    expect_written("分值    0.82longer自评");
}

struct wrap_case {
    const char *name;
    const char *text;
    size_t indent;
    size_t page;
    const char *expected;
};

static const struct wrap_case wrap_cases[] = {
    {"fits", "one two", 0, 10, "one two"},
    {"breaks at a space, which goes", "one two three", 0, 8, "one two\nthree"},
    {"later lines are indented", "one two three", 2, 9, "one two\n  three"},
    {"between Chinese characters", "办公经费合计", 0, 8, "办公经费\n合计"},
    {"exactly full", "办公经费", 0, 8, "办公经费"},
    {"closing mark stays with what it closes", "办公经费。合计", 0, 8, "办公经\n费。合计"},
    {"opening mark goes with what follows", "办公经（费）", 0, 8, "办公经\n（费）"},
    {"a number is not broken", "合计 12345.67 元", 0, 9, "合计\n12345.67\n元"},
    {"a word wider than the page", "abcdefghij kl", 0, 4, "abcdefghij\nkl"},
    {"empty", "", 0, 4, ""},
    {"only spaces", "   ", 0, 4, "   "},
};

static void wraps(void **state) {
    const struct wrap_case *row = *state;

    (void)start(NULL);
    fuhe_width_wrap(&memory->output, fuhe_text_of(row->text), row->indent, row->page);
    expect_written(row->expected);
    (void)stop(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(columns_are_filled, start, stop),
    };
    return RUN_CASES("width", width_cases, width_holds) + RUN_CASES("wrap", wrap_cases, wraps) +
           cmocka_run_group_tests(tests, NULL, NULL);
}
