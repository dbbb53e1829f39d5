/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_OUTPUT_H
#define FUHE_ENGINE_OUTPUT_H

#include <stddef.h>

#include "engine/decimal.h"
#include "engine/error.h"
#include "engine/text.h"

/* Where results are written: a buffer in front of a function that takes bytes. The first failure is kept and every
 * later write is a no-op, so that writers need not look after each piece: they ask once, at the end. */
struct fuhe_output {
    enum fuhe_status (*write)(void *context, const char *bytes, size_t length, struct fuhe_error *err);
    void *context;
    enum fuhe_status status;
    struct fuhe_error error;
    size_t used;
    char buffer[65536];
};

void fuhe_output_init(struct fuhe_output *output,
                      enum fuhe_status (*write)(void *, const char *, size_t, struct fuhe_error *), void *context);

void fuhe_output_text(struct fuhe_output *output, fuhe_text text);
void fuhe_output_string(struct fuhe_output *output, const char *string);
void fuhe_output_char(struct fuhe_output *output, char character);

/* Room for `size` bytes at the end of the buffer, for writers of many small pieces; NULL when there is none at hand, or
 * writing has failed. What was put there counts once fuhe_output_advance is called. */
char *fuhe_output_make_room(struct fuhe_output *output, size_t size);

static inline char *fuhe_output_room(struct fuhe_output *output, size_t size) {
    if (size <= sizeof output->buffer - output->used && output->status == FUHE_STATUS_OK) {
        return output->buffer + output->used;
    }
    return fuhe_output_make_room(output, size);
}

static inline void fuhe_output_advance(struct fuhe_output *output, size_t length) {
    output->used += length;
}

void fuhe_output_decimal(struct fuhe_output *output, fuhe_decimal value, unsigned min_places);
void fuhe_output_size(struct fuhe_output *output, size_t value);

/* Writes the digits of a count, without NUL; returns how many. */
enum { FUHE_SIZE_TEXT_SIZE = 3 * sizeof(size_t) };
size_t fuhe_size_format(size_t value, char text[FUHE_SIZE_TEXT_SIZE]);

/* A writer could not put together what was to be written: a failure, so that nothing is left out without a word. */
void fuhe_output_no_memory(struct fuhe_output *output);

/* Hands over what is buffered; returns (and copies to err) the first failure since init. */
FUHE_MUST_USE enum fuhe_status fuhe_output_flush(struct fuhe_output *output, struct fuhe_error *err);

#endif
