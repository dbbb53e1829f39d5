/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes at the end of a growing block. */
#include "bench/text_buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void make_room(struct text_buffer *buffer, size_t length) {
    size_t size = buffer->size == 0 ? 65536 : buffer->size;

    if (buffer->size - buffer->used >= length) {
        return;
    }
    while (size - buffer->used < length) {
        size *= 2;
    }
    char *larger = realloc(buffer->bytes, size);
    if (larger == NULL) {
        fputs("out of memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    buffer->bytes = larger;
    buffer->size = size;
}

void text_buffer_add(struct text_buffer *buffer, const char *bytes, size_t length) {
    make_room(buffer, length);
    memcpy(buffer->bytes + buffer->used, bytes, length);
    buffer->used += length;
}

void text_buffer_put(struct text_buffer *buffer, const char *string) {
    text_buffer_add(buffer, string, strlen(string));
}

void text_buffer_print(struct text_buffer *buffer, const char *format, ...) {
    char text[4096];
    va_list arguments;

    va_start(arguments, format);
    const int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (length < 0 || (size_t)length >= sizeof text) {
        fputs("a piece of a form is too long\n", stderr);
        exit(EXIT_FAILURE);
    }
    text_buffer_add(buffer, text, (size_t)length);
}

void text_buffer_free(struct text_buffer *buffer) {
    free(buffer->bytes);
    *buffer = (struct text_buffer){0};
}
