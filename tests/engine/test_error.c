/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/error.h"

#include <string.h>

#include "tests/support/cases.h"

struct cut_case {
    const char *name;
    size_t before;   /* ASCII bytes */
    size_t count;    /* characters of three bytes behind them */
    size_t expected; /* bytes that are kept */
};

static const struct cut_case cut_cases[] = {
    {"fits", 0, 10, 30},
    {"fits to the last byte", 0, 85, 255},
    {"ends between two characters", 0, 100, 255},
    {"would end inside a character", 1, 100, 253},
    {"would end one byte before the end of one", 2, 100, 254},
};

static void text_is_cut(void **state) {
    const struct cut_case *row = *state;
    char text[512] = "";
    struct fuhe_error err;

    memset(text, 'a', row->before);
    for (size_t i = 0; i < row->count; i++) {
        memcpy(text + row->before + 3 * i, "错", 3);
    }
    assert_int_equal(fuhe_error_set(&err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_NOT_XML, text, NULL),
                     FUHE_STATUS_UNREADABLE);
    assert_int_equal(strlen(err.found), row->expected);
    assert_memory_equal(err.found, text, row->expected);
    assert_string_equal(err.expected, "");
}

static void limit_is_said(void **state) {
    struct fuhe_error err;

    (void)state;
    assert_int_equal(fuhe_error_set_limit(&err, FUHE_PROBLEM_ARCHIVE_LIMIT, 65, 64, "MiB"), FUHE_STATUS_UNREADABLE);
    assert_string_equal(err.found, "65 MiB");
    assert_string_equal(err.expected, "64 MiB");
    assert_int_equal(fuhe_error_set_limit(NULL, FUHE_PROBLEM_LIMIT_FUNDS, 33, 32, ""), FUHE_STATUS_UNREADABLE);
    assert_int_equal(fuhe_error_set_limit(&err, FUHE_PROBLEM_LIMIT_FUNDS, 33, 32, ""), FUHE_STATUS_UNREADABLE);
    assert_string_equal(err.found, "33");
    assert_string_equal(err.expected, "32");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(limit_is_said)};

    return RUN_CASES("cut", cut_cases, text_is_cut) + cmocka_run_group_tests_name("limits", tests, NULL, NULL);
}
