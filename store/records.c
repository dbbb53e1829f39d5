/* SPDX-License-Identifier: Apache-2.0 */
/* Values one after the other: a byte for the type, then the number, or the length and the bytes. */
#include "store/records.h"

#include <string.h>

enum { HEAD_BYTES = 1 + sizeof(uint64_t) };

static void write_head(struct fuhe_output *output, unsigned type, uint64_t number) {
    char *room = fuhe_output_room(output, HEAD_BYTES);

    if (room != NULL) {
        room[0] = (char)type;
        memcpy(room + 1, &number, sizeof number);
        fuhe_output_advance(output, HEAD_BYTES);
    }
}

void fuhe_entry_begin(struct fuhe_output *output, enum fuhe_entry_kind kind) {
    write_head(output, kind, 0);
}

void fuhe_entry_null(struct fuhe_output *output) {
    write_head(output, FUHE_ENTRY_NULL, 0);
}

void fuhe_entry_number(struct fuhe_output *output, int64_t number) {
    write_head(output, FUHE_ENTRY_NUMBER, (uint64_t)number);
}

void fuhe_entry_text(struct fuhe_output *output, fuhe_text text) {
    fuhe_entry_blob(output, FUHE_ENTRY_TEXT, text);
}

void fuhe_entry_blob(struct fuhe_output *output, enum fuhe_entry_type type, fuhe_text bytes) {
    write_head(output, type, bytes.length);
    fuhe_output_text(output, bytes);
}

/* --- reading --- */

static unsigned read_head(fuhe_text *bytes, uint64_t *number) {
    const unsigned type = (unsigned char)bytes->bytes[0];

    memcpy(number, bytes->bytes + 1, sizeof *number);
    *bytes = fuhe_text_from(*bytes, HEAD_BYTES);
    return type;
}

enum fuhe_entry_kind fuhe_entry_next_kind(fuhe_text *bytes) {
    uint64_t number;

    return (enum fuhe_entry_kind)read_head(bytes, &number);
}

struct fuhe_entry_value fuhe_entry_next(fuhe_text *bytes) {
    uint64_t number;
    struct fuhe_entry_value value = {.type = (enum fuhe_entry_type)read_head(bytes, &number)};

    value.number = (int64_t)number;
    if (value.type >= FUHE_ENTRY_TEXT) {
        value.bytes = (fuhe_text){bytes->bytes, (size_t)number};
        *bytes = fuhe_text_from(*bytes, (size_t)number);
    }
    return value;
}
