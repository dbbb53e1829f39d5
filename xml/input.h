/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_INPUT_H
#define FUHE_XML_INPUT_H

#include <stddef.h>

#include "engine/error.h"

/* Bytes from anywhere. read fills at most size bytes of buffer and stores the count, 0 at the end. On failure it fills
 * err. */
struct fuhe_input {
    enum fuhe_status (*read)(void *context, char *buffer, size_t size, size_t *count, struct fuhe_error *err);
    void *context;
};

/* Reading from memory; bytes are borrowed until the reading ends. */
struct fuhe_memory_input {
    const char *bytes;
    size_t length;
    size_t offset;
    size_t chunk; /* at most so many bytes a call; 0 for no limit (tests read in small pieces) */
};

struct fuhe_input fuhe_input_from_memory(struct fuhe_memory_input *memory);

/* Reading from an open file descriptor, which stays the caller's. */
struct fuhe_input fuhe_input_from_descriptor(int *descriptor);

#endif
