/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_FUZZ_WRITTEN_H
#define FUHE_TESTS_FUZZ_WRITTEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "engine/error.h"

/* A fuzz target finds a fault by ending the program. */
static inline void require(bool holds) {
    if (!holds) {
        abort();
    }
}

/* What is written to an output, in memory; free its bytes. */
struct written {
    char *bytes;
    size_t length;
};

/* For fuhe_output_init, with a struct written as context. */
static inline enum fuhe_status written_collect(void *context, const char *bytes, size_t length,
                                               struct fuhe_error *err) {
    struct written *written = context;

    (void)err;
    written->bytes = realloc(written->bytes, written->length + length);
    require(written->bytes != NULL);
    memcpy(written->bytes + written->length, bytes, length);
    written->length += length;
    return FUHE_STATUS_OK;
}

#endif
