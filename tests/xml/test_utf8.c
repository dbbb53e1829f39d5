/* SPDX-License-Identifier: Apache-2.0 */
/* Which bytes are UTF-8. Long runs are looked at in blocks, short ones character by character; both must agree about
 * every sequence wherever it stands. */
#include <stdlib.h>
#include <string.h>

#include "tests/support/cases.h"
#include "xml/encoding.h"

struct row {
    const char *name;
    const char *bytes;
    size_t valid;
};

static const struct row rows[] = {
    {"empty", "", 0},
    {"ASCII", "abc", 3},
    {"Chinese", "中文", 6},
    {"two bytes", "é·", 4},
    {"four bytes", "😀", 4},
    {"first and last of three", "\xE0\xA0\x80\xEF\xBF\xBF", 6},
    {"around the surrogates", "\xED\x9F\xBF\xEE\x80\x80", 6},
    {"last of four", "\xF4\x8F\xBF\xBF", 4},
    {"cut", "a中\xE6\x96", 4},
    {"continuation alone", "a\x80", 1},
    {"continuation too many", "中\x80", 3},
    {"continuation missing",
     "中\xE6\x96"
     "a",
     3},
    {"overlong two", "a\xC0\x80", 1},
    {"overlong three", "a\xE0\x9F\xBF", 1},
    {"overlong four", "a\xF0\x8F\xBF\xBF", 1},
    {"surrogate", "a\xED\xA0\x80", 1},
    {"beyond the last", "a\xF4\x90\x80\x80", 1},
    {"no byte of UTF-8", "a\xFF", 1},
    {"GBK", "\xD6\xD0\xCE\xC4", 0},
};

static void test_valid_length(void **state) {
    const struct row *row = *state;
    assert_int_equal(fuhe_utf8_valid_length(row->bytes, strlen(row->bytes)), row->valid);
}

enum { RUN = 1100 };

/* The sequence behind `before` bytes of filling (whole characters), and with ASCII behind it. */
static void check_inside(const char sequence[4], const char *filling, size_t before) {
    const size_t alone = fuhe_utf8_valid_length(sequence, 4);
    const size_t width = strlen(filling);
    char run[RUN];

    for (size_t i = 0; i < before; i++) {
        run[i] = filling[i % width];
    }
    memcpy(run + before, sequence, 4);
    memset(run + before + 4, 'a', RUN - before - 4);
    assert_int_equal(fuhe_utf8_valid_length(run, before + 4), before + alone);
    assert_int_equal(fuhe_utf8_valid_length(run, RUN), alone < 4 ? before + alone : RUN);
}

static void test_blocks_agree(void **state) {
    static const char later[] = "\x7F\x80\x8F\x90\x9F\xA0\xBF\xE4";

    (void)state;
    for (int first = 0x7F; first <= 0xFF; first++) {
        for (size_t i = 0; i < 8 * 8 * 8; i++) {
            const char sequence[4] = {(char)first, later[i % 8], later[i / 8 % 8], later[i / 64]};
            check_inside(sequence, "a", i % 2 == 0 ? 1020 + i / 2 % 6 : i % 40);
            check_inside(sequence, "中", 3 * (i % 2 == 0 ? 339 + i / 2 % 4 : i % 40));
        }
    }
}

int main(void) {
    const struct CMUnitTest blocks[] = {cmocka_unit_test(test_blocks_agree)};
    int failures = RUN_CASES("valid length", rows, test_valid_length);
    failures += cmocka_run_group_tests_name("blocks", blocks, NULL, NULL);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
