/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that runs out in the search for copies. */
#include "crosscheck/likeness.h"

#include <stdbool.h>

#include "tests/support/cases.h"
#include "tests/support/failing_memory.h"

static enum fuhe_status search(struct fuhe_likeness *likeness, struct fuhe_error *err) {
    static const uint32_t features[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    struct fuhe_likeness_matches matches;

    for (uint64_t i = 0; i < 20; i++) {
        FUHE_TRY(fuhe_likeness_add(likeness, i, features, 10 - i % 2, err));
    }
    return fuhe_likeness_find(likeness, &matches, err);
}

static enum fuhe_status run(const void *context) {
    struct fuhe_likeness *likeness = NULL;
    struct fuhe_error err = {0};
    enum fuhe_status status = fuhe_likeness_new(&likeness, &err);

    (void)context;
    if (status == FUHE_STATUS_OK) {
        status = search(likeness, &err);
    }
    fuhe_likeness_free(likeness);
    assert_int_equal(err.problem, status == FUHE_STATUS_OK ? FUHE_PROBLEM_NONE : FUHE_PROBLEM_NO_MEMORY);
    return status;
}

static void test_memory(void **state) {
    (void)state;
    assert_in_range(failing_memory_exhaust(run, NULL), 7, 18);
}

int main(void) {
    static const struct CMUnitTest tests[] = {cmocka_unit_test(test_memory)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
