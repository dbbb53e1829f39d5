/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "tests/support/cases.h"
#include "xml/cursor.h"

struct cursor_case {
    const char *name;
    const char *text;
    struct fuhe_place expected; /* behind the text */
};

static const struct cursor_case cursor_cases[] = {
    {"nothing", "", {1, 1}},
    {"letters", "abc", {1, 4}},
    {"characters of three bytes", "项目支出绩效自评表项目支出绩效自评表", {1, 19}},
    {"characters of two and four bytes", "é\xF0\xA0\x9C\x8E", {1, 3}},
    {"a line end", "abc\n", {2, 1}},
    {"behind a line end", "abc\n项目", {2, 3}},
    {"many line ends", "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n", {37, 1}},
    {"carriage returns are characters", "a\r\nb\rc", {2, 4}},
    {"just one block", "0123456789abcdef0123456789abcdef", {1, 33}},
    {"a line end last in a block", "0123456789abcdef0123456789abcde\n", {2, 1}},
    {"a line end first in a block", "0123456789abcdef0123456789abcdef\nx", {2, 2}},
};

/* In steps of every size the end is the same, whatever stands behind it. */
static void cursor_ends_at(void **state) {
    const struct cursor_case *row = *state;
    const size_t length = strlen(row->text);
    char padded[256];

    for (size_t step = 1; step <= length + 1; step++) {
        struct fuhe_cursor cursor;
        memset(padded, '\n', sizeof padded);
        memcpy(padded, row->text, length);
        fuhe_cursor_init(&cursor);
        while (cursor.offset < length) {
            const size_t left = length - cursor.offset;
            fuhe_cursor_move(&cursor, padded + cursor.offset, left < step ? left : step);
        }
        assert_int_equal(cursor.offset, length);
        assert_int_equal(cursor.place.line, row->expected.line);
        assert_int_equal(cursor.place.column, row->expected.column);
    }
}

int main(void) {
    return RUN_CASES("cursor", cursor_cases, cursor_ends_at);
}
