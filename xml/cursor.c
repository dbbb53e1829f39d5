/* SPDX-License-Identifier: Apache-2.0 */
/* Counts lines and characters, eight bytes at a time where no line ends: the place of every value of a form is wanted,
 * so every byte passes here once. */
#include "xml/cursor.h"

#include <string.h>

#define EACH_BYTE(value) (0x0101010101010101ULL * (value))

void fuhe_cursor_init(struct fuhe_cursor *cursor) {
    *cursor = (struct fuhe_cursor){0, {1, 1}};
}

/* How many of the bytes begin a character: all but those of the form 10xxxxxx. */
static uint32_t count_characters(uint64_t bytes) {
    const uint64_t continuations = (bytes >> 7) & ~(bytes >> 6) & EACH_BYTE(0x01);
    return 8 - (uint32_t)((continuations * EACH_BYTE(0x01)) >> 56);
}

static bool has_line_end(uint64_t bytes) {
    const uint64_t zero_at_line_end = bytes ^ EACH_BYTE(0x0A);
    return ((zero_at_line_end - EACH_BYTE(0x01)) & ~zero_at_line_end & EACH_BYTE(0x80)) != 0;
}

void fuhe_cursor_move(struct fuhe_cursor *cursor, const char *bytes, size_t length) {
    const char *end = bytes + length;
    struct fuhe_place place = cursor->place;

    while (bytes < end) {
        uint64_t eight;
        if (end - bytes >= 8 && (memcpy(&eight, bytes, sizeof eight), !has_line_end(eight))) {
            place.column += count_characters(eight);
            bytes += 8;
            continue;
        }
        if (*bytes == '\n') {
            place.line++;
            place.column = 1;
        } else {
            place.column += ((unsigned char)*bytes & 0xC0) != 0x80;
        }
        bytes++;
    }
    cursor->place = place;
    cursor->offset += length;
}
