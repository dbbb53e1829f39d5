/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_SUPPORT_CASES_H
#define FUHE_TESTS_SUPPORT_CASES_H

/* Includes cmocka with what it needs, and runs rows of "name, input, expected" as one reported test each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Rows of a table whose first member is `const char *name`. */
#define RUN_CASES(group, rows, function)                                                                               \
    run_cases(group, rows, sizeof(rows[0]), sizeof(rows) / sizeof(rows[0]), function)

/* Runs function once a row, with *state the row; returns the number of failures. */
static inline int run_cases(const char *group, const void *rows, size_t size, size_t count,
                            CMUnitTestFunction function) {
    struct CMUnitTest tests[512];

    if (count > sizeof tests / sizeof tests[0]) {
        return -1;
    }
    for (size_t i = 0; i < count; i++) {
        const char *row = (const char *)rows + i * size;
        tests[i] =
            (struct CMUnitTest){*(const char *const *)(const void *)row, function, NULL, NULL, (void *)(uintptr_t)row};
    }
    return _cmocka_run_group_tests(group, tests, count, NULL, NULL);
}

#endif
