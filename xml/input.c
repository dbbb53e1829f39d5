/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes from memory or from a file descriptor. */
#define _POSIX_C_SOURCE 200809L
#include "xml/input.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static enum fuhe_status read_memory(void *context, char *buffer, size_t size, size_t *count, struct fuhe_error *err) {
    struct fuhe_memory_input *memory = context;
    size_t length = memory->length - memory->offset;

    (void)err;
    if (length > size) {
        length = size;
    }
    if (memory->chunk != 0 && length > memory->chunk) {
        length = memory->chunk;
    }
    if (length > 0) {
        memcpy(buffer, memory->bytes + memory->offset, length);
    }
    memory->offset += length;
    *count = length;
    return FUHE_STATUS_OK;
}

struct fuhe_input fuhe_input_from_memory(struct fuhe_memory_input *memory) {
    return (struct fuhe_input){read_memory, memory};
}

static enum fuhe_status read_descriptor(void *context, char *buffer, size_t size, size_t *count,
                                        struct fuhe_error *err) {
    const int *descriptor = context;
    ssize_t got;

    do {
        got = read(*descriptor, buffer, size);
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        const enum fuhe_problem problem = errno == EISDIR ? FUHE_PROBLEM_IS_DIRECTORY : FUHE_PROBLEM_READ;
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, problem, strerror(errno), NULL);
    }
    *count = (size_t)got;
    return FUHE_STATUS_OK;
}

struct fuhe_input fuhe_input_from_descriptor(int *descriptor) {
    return (struct fuhe_input){read_descriptor, descriptor};
}
