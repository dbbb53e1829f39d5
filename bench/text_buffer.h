/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BENCH_TEXT_BUFFER_H
#define FUHE_BENCH_TEXT_BUFFER_H

#include <stddef.h>

/* A run of bytes that grows. The benchmark has nothing to do without memory, so it ends the program when it is out. */
struct text_buffer {
    char *bytes;
    size_t used;
    size_t size;
};

void text_buffer_add(struct text_buffer *buffer, const char *bytes, size_t length);
void text_buffer_put(struct text_buffer *buffer, const char *string);
__attribute__((format(printf, 2, 3))) void text_buffer_print(struct text_buffer *buffer, const char *format, ...);
void text_buffer_free(struct text_buffer *buffer);

#endif
