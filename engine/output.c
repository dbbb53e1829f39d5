/* SPDX-License-Identifier: Apache-2.0 */
/* The buffer in front of a writer of bytes. It keeps the first failure, so that who writes asks once, at the end. */
#include "engine/output.h"

#include <string.h>

void fuhe_output_init(struct fuhe_output *output,
                      enum fuhe_status (*write)(void *, const char *, size_t, struct fuhe_error *), void *context) {
    output->write = write;
    output->context = context;
    output->status = FUHE_STATUS_OK;
    memset(&output->error, 0, sizeof output->error);
    output->used = 0;
}

/* Hands bytes to the writer unless one has failed before. */
static void hand_over(struct fuhe_output *output, const char *bytes, size_t length) {
    if (output->status == FUHE_STATUS_OK && length > 0) {
        output->status = output->write(output->context, bytes, length, &output->error);
    }
}

static void empty_buffer(struct fuhe_output *output) {
    hand_over(output, output->buffer, output->used);
    output->used = 0;
}

void fuhe_output_text(struct fuhe_output *output, fuhe_text text) {
    if (text.length == 0 || output->status != FUHE_STATUS_OK) {
        return;
    }
    if (text.length > sizeof output->buffer - output->used) {
        empty_buffer(output);
    }
    if (text.length > sizeof output->buffer) {
        hand_over(output, text.bytes, text.length);
        return;
    }
    memcpy(output->buffer + output->used, text.bytes, text.length);
    output->used += text.length;
}

char *fuhe_output_make_room(struct fuhe_output *output, size_t size) {
    if (size > sizeof output->buffer || output->status != FUHE_STATUS_OK) {
        return NULL;
    }
    if (size > sizeof output->buffer - output->used) {
        empty_buffer(output);
    }
    return output->buffer + output->used;
}

void fuhe_output_string(struct fuhe_output *output, const char *string) {
    fuhe_output_text(output, fuhe_text_of(string));
}

void fuhe_output_char(struct fuhe_output *output, char character) {
    char *room = fuhe_output_room(output, 1);

    if (room != NULL) {
        *room = character;
        fuhe_output_advance(output, 1);
    }
}

void fuhe_output_decimal(struct fuhe_output *output, fuhe_decimal value, unsigned min_places) {
    char *room = fuhe_output_room(output, FUHE_DECIMAL_TEXT_SIZE);

    if (room != NULL) {
        fuhe_output_advance(output, fuhe_decimal_format(value, min_places, room));
    }
}

size_t fuhe_size_format(size_t value, char text[FUHE_SIZE_TEXT_SIZE]) {
    char digits[FUHE_SIZE_TEXT_SIZE];
    char *const end = digits + sizeof digits;
    char *start = end;

    do {
        *--start = (char)('0' + (int)(value % 10));
        value /= 10;
    } while (value != 0);
    for (size_t i = 0; start + i < end; i++) {
        text[i] = start[i];
    }
    return (size_t)(end - start);
}

void fuhe_output_size(struct fuhe_output *output, size_t value) {
    char *room = fuhe_output_room(output, FUHE_SIZE_TEXT_SIZE);

    if (room != NULL) {
        fuhe_output_advance(output, fuhe_size_format(value, room));
    }
}

void fuhe_output_no_memory(struct fuhe_output *output) {
    output->status = fuhe_error_set(&output->error, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

enum fuhe_status fuhe_output_flush(struct fuhe_output *output, struct fuhe_error *err) {
    empty_buffer(output);
    if (output->status != FUHE_STATUS_OK && err != NULL) {
        *err = output->error;
        err->status = output->status;
    }
    return output->status;
}
