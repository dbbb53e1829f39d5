/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that runs out in the search for copies: the n-th allocation fails, for every n until a search needs fewer.
 * Each ends with "out of memory" and gives back every block. The linker puts these functions in place of the library's
 * (--wrap). */
#include "crosscheck/likeness.h"

#include <stdbool.h>

#include "tests/support/cases.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void __real_free(void *block);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void __wrap_free(void *block);

static size_t allocations; /* asked for since the count was last set to 0 */
static size_t fail_at;     /* the one that fails, from 1 */
static long blocks;        /* given out and not yet back */

static bool granted(void) {
    return ++allocations != fail_at;
}

void *__wrap_malloc(size_t size) {
    void *block = granted() ? __real_malloc(size) : NULL;

    blocks += block != NULL;
    return block;
}

void *__wrap_calloc(size_t count, size_t size) {
    void *block = granted() ? __real_calloc(count, size) : NULL;

    blocks += block != NULL;
    return block;
}

void __wrap_free(void *block) {
    blocks -= block != NULL;
    __real_free(block);
}

static enum fuhe_status search(struct fuhe_likeness *likeness, struct fuhe_error *err) {
    static const uint32_t features[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    struct fuhe_likeness_matches matches;

    for (uint64_t i = 0; i < 20; i++) {
        FUHE_TRY(fuhe_likeness_add(likeness, i, features, 10 - i % 2, err));
    }
    return fuhe_likeness_find(likeness, &matches, err);
}

static enum fuhe_status run(struct fuhe_error *err) {
    struct fuhe_likeness *likeness = NULL;

    FUHE_TRY(fuhe_likeness_new(&likeness, err));
    const enum fuhe_status status = search(likeness, err);
    fuhe_likeness_free(likeness);
    return status;
}

static void test_memory(void **state) {
    enum fuhe_status status = FUHE_STATUS_NO_MEMORY;

    (void)state;
    for (fail_at = 1; status != FUHE_STATUS_OK; fail_at++) {
        struct fuhe_error err = {0};
        allocations = 0;
        status = run(&err);
        assert_int_equal(blocks, 0);
        assert_int_equal(status, allocations < fail_at ? FUHE_STATUS_OK : FUHE_STATUS_NO_MEMORY);
        assert_int_equal(err.problem, status == FUHE_STATUS_OK ? FUHE_PROBLEM_NONE : FUHE_PROBLEM_NO_MEMORY);
    }
    assert_in_range(fail_at, 9, 20);
}

int main(void) {
    static const struct CMUnitTest tests[] = {cmocka_unit_test(test_memory)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
