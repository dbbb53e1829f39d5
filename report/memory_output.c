/* SPDX-License-Identifier: Apache-2.0 */
/* Output into a block that grows. What fits the output's own buffer is never copied. */
#include "report/memory_output.h"

#include <stdlib.h>
#include <string.h>

static enum fuhe_status append(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    struct fuhe_memory_output *memory = context;

    if (length > memory->capacity - memory->length) {
        const size_t capacity = (memory->length + length) * 2;
        char *grown = realloc(memory->bytes, capacity);
        if (grown == NULL) {
            return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
        }
        memory->bytes = grown;
        memory->capacity = capacity;
    }
    memcpy(memory->bytes + memory->length, bytes, length);
    memory->length += length;
    return FUHE_STATUS_OK;
}

struct fuhe_memory_output *fuhe_memory_output_new(void) {
    struct fuhe_memory_output *memory = calloc(1, sizeof *memory);

    if (memory != NULL) {
        fuhe_output_init(&memory->output, append, memory);
    }
    return memory;
}

void fuhe_memory_output_free(struct fuhe_memory_output *memory) {
    if (memory != NULL) {
        free(memory->bytes);
        free(memory);
    }
}

void fuhe_memory_output_reset(struct fuhe_memory_output *memory) {
    fuhe_output_init(&memory->output, append, memory);
    memory->length = 0;
}

fuhe_text fuhe_memory_output_text(struct fuhe_memory_output *memory) {
    if (memory->length == 0) {
        return (fuhe_text){memory->output.buffer, memory->output.used};
    }
    if (fuhe_output_flush(&memory->output, NULL) != FUHE_STATUS_OK) {
        return (fuhe_text){memory->bytes, memory->length};
    }
    return (fuhe_text){memory->bytes, memory->length};
}
