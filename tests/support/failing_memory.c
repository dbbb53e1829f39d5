/* SPDX-License-Identifier: Apache-2.0 */
/* Counts allocations and blocks. */
#include "tests/support/failing_memory.h"

#include <stdbool.h>
#include <stdlib.h>

#include "tests/support/cases.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void __real_free(void *block);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void __wrap_free(void *block);

static size_t allocations; /* asked for since the count was last set to 0 */
static size_t fail_at;     /* the one that fails, from 1; 0 for none */
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

void *__wrap_realloc(void *block, size_t size) {
    void *moved = granted() ? __real_realloc(block, size) : NULL;

    blocks += block == NULL && moved != NULL;
    return moved;
}

void __wrap_free(void *block) {
    blocks -= block != NULL;
    __real_free(block);
}

size_t failing_memory_exhaust(enum fuhe_status (*work)(const void *), const void *context) {
    size_t given_up = 0;

    assert_int_equal(work(context), FUHE_STATUS_OK);
    for (size_t n = 1; n == 1 || allocations >= n - 1; n++) {
        const long before = blocks;
        allocations = 0;
        fail_at = n;
        const enum fuhe_status status = work(context);
        fail_at = 0;
        if (status != FUHE_STATUS_OK && status != FUHE_STATUS_NO_MEMORY) {
            fail_msg("allocation %zu failed, and the status is %d", n, (int)status);
        }
        if (blocks != before) {
            fail_msg("allocation %zu failed, and %ld blocks are lost", n, blocks - before);
        }
        given_up += status != FUHE_STATUS_OK;
    }
    return given_up;
}
