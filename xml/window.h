/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_WINDOW_H
#define FUHE_XML_WINDOW_H

#include "xml/cursor.h"
#include "xml/sax_machine.h"

/* Room for new bytes, as long as at most FUHE_LIMIT_TAG_BYTES are kept. */
enum { FUHE_WINDOW_CHUNK = 32768 };

/* The part of a document, in UTF-8, that the parser holds without having taken it, and a cursor that moves over it.
 * Offsets count from the start of the document. */
struct fuhe_window {
    struct fuhe_cursor cursor;
    size_t offset; /* of bytes[0] */
    size_t length;
    char bytes[FUHE_LIMIT_TAG_BYTES + FUHE_WINDOW_CHUNK + FUHE_CURSOR_PADDING];
};

void fuhe_window_init(struct fuhe_window *window);

/* The offset behind the last byte. */
static inline size_t fuhe_window_end(const struct fuhe_window *window) {
    return window->offset + window->length;
}

/* The bytes from one offset to another, both in the window. */
static inline fuhe_text fuhe_window_between(const struct fuhe_window *window, size_t from, size_t to) {
    return (fuhe_text){window->bytes + (from - window->offset), to - from};
}

/* Line and column at an offset in the window; those asked for earlier are not behind it. */
static inline struct fuhe_place fuhe_window_place(struct fuhe_window *window, size_t offset) {
    const size_t from = window->cursor.offset;

    if (offset > from) {
        return fuhe_cursor_move(&window->cursor, window->bytes + (from - window->offset), offset - from);
    }
    return window->cursor.place;
}

/* Drops the bytes before an offset in the window. */
void fuhe_window_drop(struct fuhe_window *window, size_t offset);

#endif
