/* SPDX-License-Identifier: Apache-2.0 */
/* When rounding in binary can be trusted, how it is written, and texts that a cell can hold. */
#include <string.h>

#include "tests/support/cases.h"
#include "workbook/cell_text.h"
#include "workbook/rounding.h"

struct guard_row {
    const char *name;
    int64_t numerator;
    int64_t denominator;
    unsigned places;
    unsigned guard;
};

static const struct guard_row guards[] = {
    {"a tie is safe", 1, 8, 2, 10},
    {"a whole step is safe", 41, 50, 2, 10},
    {"a usual score is safe", 267, 325, 2, 10},
    {"a hair below a tie needs a finer guard", 124999999996, 1000000000000, 2, 12},
    {"a finer hair cannot be told from it", 1249999999999999, 10000000000000000, 2, 0},
    {"a hair above a tie", 125000000004, 1000000000000, 2, 12},
    {"a hair below a whole step", 819999999996, 1000000000000, 2, 12},
    {"a hair beside a tie of a large score", 500124999999996, 1000000000000, 2, 0},
    {"a large score has a coarser guard", 123456, 7, 2, 7},
    {"a huge one has none", 12345678, 7, 2, 0},
    {"of a negative value its size counts", -1, 8, 2, 10},
    {"no places", 5, 2, 0, 10},
    {"six places", 1, 3, 6, 10},
};

static void test_guard(void **state) {
    const struct guard_row *row = *state;

    assert_int_equal(fuhe_rounding_guard((fuhe_fraction){row->numerator, row->denominator}, row->places), row->guard);
}

struct text_row {
    const char *name;
    enum fuhe_rounding rounding;
    unsigned places;
    unsigned guard;
    const char *expected;
};

static const struct text_row texts[] = {
    {"half up", FUHE_ROUND_HALF_UP, 2, 10, "ROUND(ROUND(A1*B1,10),2)"},
    {"cut", FUHE_ROUND_TRUNCATE, 1, 7, "ROUNDDOWN(ROUND(A1*B1,7),1)"},
    {"half even", FUHE_ROUND_HALF_EVEN, 2, 10,
     "ROUND(ROUND(ROUND(A1*B1,10),2)-IF(MOD(ROUND(ABS(A1*B1)*1E3,7),20)=5,SIGN(A1*B1)/1E2,0),2)"},
};

static void test_text(void **state) {
    const struct text_row *row = *state;
    char text[FUHE_ROUNDING_TEXT_SIZE];

    assert_string_equal(fuhe_rounding_text("A1*B1", row->rounding, row->places, row->guard, text), row->expected);
}

struct cell_row {
    const char *name;
    const char *source;
    const char *expected;
};

static const struct cell_row cells[] = {
    {"plain", "政务热线 A", "政务热线 A"},
    {"a formula stays text", "=1+1", "=1+1"},
    {"a line end stays", "a\nb", "a\nb"},
    {"controls are shown", "a\x07\tb\x7f", "a\\x07\\x09b\\x7F"},
    {"marks of direction are shown",
     "a\xE2\x80\xAE"
     "b",
     "a\\u202Eb"},
    {"what looks like a code stays what it is", "_x0041_", "_x005F_x0041_"},
    {"no code", "_x00G1_", "_x00G1_"},
    {"bytes that are no character",
     "a\xFF"
     "b",
     "a\xEF\xBF\xBD"
     "b"},
    {"no character of XML", "\xEF\xBF\xBF", "\xEF\xBF\xBD"},
};

static char made[FUHE_CELL_TEXT_SIZE];

static void test_cell(void **state) {
    const struct cell_row *row = *state;

    assert_string_equal(fuhe_cell_text_make(fuhe_text_of(row->source), made), row->expected);
}

/* A text of `count` pieces: whether it is cut, and how long it is in bytes. */
struct long_row {
    const char *name;
    const char *piece;
    size_t count;
    size_t length;
    bool is_cut;
};

static const struct long_row long_rows[] = {
    {"the longest text", "a", 32767, 32767, false},
    {"one more is cut for the mark", "a", 32768, 32766 + 3, true},
    {"Chinese", "政", 40000, (32766 + 1) * 3, true},
    {"characters that count twice", "\xF0\xA0\x80\x80", 16383, 16383 * 4, false},
    {"and one more", "\xF0\xA0\x80\x80", 16384, 16383 * 4 + 3, true},
    {"escapes are never cut in the middle", "\a", 8192, 8191 * 4 + 3, true},
};

static void test_long(void **state) {
    const struct long_row *row = *state;
    static char source[200000];
    const size_t length = strlen(row->piece);

    for (size_t i = 0; i < row->count; i++) {
        memcpy(source + i * length, row->piece, length);
    }
    const fuhe_text text = fuhe_text_of(fuhe_cell_text_make((fuhe_text){source, row->count * length}, made));
    assert_int_equal(text.length, row->length);
    assert_int_equal(fuhe_text_ends_with(text, FUHE_TEXT("…")), row->is_cut);
}

struct lines_row {
    const char *name;
    const char *text;
    unsigned width;
    size_t lines;
};

static const struct lines_row lines[] = {
    {"nothing", "", 10, 1},        {"fits", "1234567890", 10, 1}, {"one more", "12345678901", 10, 2},
    {"Chinese", "政务热线", 8, 1}, {"wider", "政务热线", 7, 2},   {"line ends", "a\nb\nc", 10, 3},
};

static void test_lines(void **state) {
    const struct lines_row *row = *state;

    assert_int_equal(fuhe_cell_text_lines(row->text, row->width), row->lines);
}

int main(void) {
    return RUN_CASES("guard", guards, test_guard) + RUN_CASES("rounding", texts, test_text) +
           RUN_CASES("text", cells, test_cell) + RUN_CASES("long texts", long_rows, test_long) +
           RUN_CASES("lines", lines, test_lines);
}
