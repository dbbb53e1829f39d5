/* SPDX-License-Identifier: Apache-2.0 */
/* Counts lines and characters: the place of every value of a form is wanted, so every byte passes here once. Blocks
 * have a fixed size, and bytes behind the end do not count, so that compilers make vectors of the counting. */
#include "xml/cursor.h"

#include <string.h>

enum { BLOCK = FUHE_CURSOR_PADDING };

void fuhe_cursor_init(struct fuhe_cursor *cursor) {
    *cursor = (struct fuhe_cursor){0, {1, 1, 0}};
}

/* Whether a line ends among the first `length` bytes of a block. */
static bool has_line_end(const unsigned char *bytes, unsigned char length) {
    unsigned char found = 0;

    for (unsigned char i = 0; i < BLOCK; i++) {
        found |= (unsigned char)((bytes[i] == '\n') & (i < length));
    }
    return found != 0;
}

/* Characters that begin among the first `length` bytes of a block: all bytes but those of the form 10xxxxxx. */
static unsigned char count_characters(const unsigned char *bytes, unsigned char length) {
    unsigned char count = 0;

    for (unsigned char i = 0; i < BLOCK; i++) {
        count = (unsigned char)(count + (((bytes[i] & 0xC0) != 0x80) & (i < length)));
    }
    return count;
}

/* The place is kept in registers: it is wanted at once, and reading back what was just stored in two halves is slow. */
struct fuhe_place fuhe_cursor_move(struct fuhe_cursor *cursor, const char *bytes, size_t length) {
    const unsigned char *units = (const unsigned char *)bytes;
    struct fuhe_place place = cursor->place;

    cursor->offset += length;
    while (length > 0) {
        unsigned char step = length < BLOCK ? (unsigned char)length : BLOCK;
        if (has_line_end(units, step)) {
            const unsigned char *line_end = memchr(units, '\n', step);
            step = (unsigned char)(line_end - units + 1);
            place.line++;
            place.column = 1;
        } else {
            place.column += count_characters(units, step);
        }
        units += step;
        length -= step;
    }
    cursor->place = place;
    return place;
}
