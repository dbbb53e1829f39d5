/* SPDX-License-Identifier: Apache-2.0 */
/* Reads transcripts: whatever is accepted is, byte for byte, what the writer makes of it again. So every number has one
 * way to be written, and nothing may be left over. */
#include <string.h>

#include "store/transcript.h"
#include "store/transcript_shape.h"
#include "xml/sax_machine.h"

struct reading {
    const unsigned char *at;
    const unsigned char *end;
    struct fuhe_arena *arena;
    struct fuhe_place place; /* that was read last */
    bool of_tables;          /* the second version */
};

static size_t left(const struct reading *reading) {
    return (size_t)(reading->end - reading->at);
}

/* A number of several bytes, at most `most`. */
static enum fuhe_status read_long_number(struct reading *reading, uint64_t most, uint64_t *number) {
    uint64_t value = 0;
    unsigned shift = 0;
    unsigned char byte;

    do {
        if (reading->at == reading->end || shift > 35) {
            return FUHE_STATUS_UNREADABLE;
        }
        byte = *reading->at++;
        value |= (uint64_t)(byte & 0x7F) << shift;
        shift += 7;
    } while (byte >= 0x80);
    if (value > most || byte == 0) {
        return FUHE_STATUS_UNREADABLE;
    }
    *number = value;
    return FUHE_STATUS_OK;
}

/* Nearly all numbers take a byte. */
static inline enum fuhe_status read_number(struct reading *reading, uint64_t most, uint64_t *number) {
    if (reading->at < reading->end && *reading->at < 0x80 && *reading->at <= most) {
        *number = *reading->at++;
        return FUHE_STATUS_OK;
    }
    return read_long_number(reading, most, number);
}

static inline uint32_t unfold(uint64_t folded) {
    return (uint32_t)(folded >> 1) ^ (0 - (uint32_t)(folded & 1));
}

/* In another table than the place before. */
static enum fuhe_status read_place_in_table(struct reading *reading, struct fuhe_place *place) {
    uint64_t numbers[3];

    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        FUHE_TRY(read_number(reading, UINT32_MAX, &numbers[i]));
    }
    *place = (struct fuhe_place){(uint32_t)numbers[1], (uint32_t)numbers[2], (uint32_t)numbers[0]};
    if (!reading->of_tables || place->table == reading->place.table) {
        return FUHE_STATUS_UNREADABLE;
    }
    reading->place = *place;
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_place(struct reading *reading, struct fuhe_place *place) {
    uint64_t step;
    uint64_t column;

    FUHE_TRY(read_number(reading, (uint64_t)UINT32_MAX << 1 | 1, &step));
    *place = reading->place;
    if (step == 1) {
        return read_place_in_table(reading, place);
    }
    if ((step & 1) == 0) {
        place->column += unfold(step >> 1);
    } else {
        FUHE_TRY(read_number(reading, UINT32_MAX, &column));
        place->line += unfold(step >> 1);
        place->column = (uint32_t)column;
    }
    reading->place = *place;
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_bytes(struct reading *reading, uint64_t length, fuhe_text *text) {
    if (length > left(reading)) {
        return FUHE_STATUS_UNREADABLE;
    }
    *text = (fuhe_text){(const char *)reading->at, (size_t)length};
    reading->at += length;
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_text(struct reading *reading, fuhe_text *text) {
    uint64_t length;

    FUHE_TRY(read_number(reading, FUHE_LIMIT_TEXT_BYTES, &length));
    return take_bytes(reading, length, text);
}

/* An absent cell is all zero, as records are at first. */
static enum fuhe_status read_cell(struct reading *reading, struct fuhe_cell *cell) {
    uint64_t head;

    FUHE_TRY(read_number(reading, FUHE_LIMIT_TEXT_BYTES + 1, &head));
    if (head == 0) {
        return FUHE_STATUS_OK;
    }
    cell->state = head == 1 ? FUHE_CELL_BLANK : FUHE_CELL_TEXT;
    FUHE_TRY(read_place(reading, &cell->place));
    return head == 1 ? FUHE_STATUS_OK : take_bytes(reading, head - 1, &cell->text);
}

static enum fuhe_status read_flag(struct reading *reading, bool *flag) {
    uint64_t number;

    FUHE_TRY(read_number(reading, 1, &number));
    *flag = number == 1;
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_oddity_kind(struct reading *reading, enum fuhe_oddity_kind *kind) {
    uint64_t number;

    FUHE_TRY(read_number(reading, FUHE_ODDITY_LAST, &number));
    *kind = (enum fuhe_oddity_kind)number;
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_uint32(struct reading *reading, uint32_t *member) {
    uint64_t number;

    FUHE_TRY(read_number(reading, UINT32_MAX, &number));
    *member = (uint32_t)number;
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_record(struct reading *reading, const struct fuhe_transcript_shape *shape, void *record);

/* A row takes at least a byte a field, so that few bytes cannot ask for much memory. */
static enum fuhe_status read_rows(struct reading *reading, const struct fuhe_transcript_field *field, char *record) {
    uint64_t count;
    char *rows;

    FUHE_TRY(read_number(reading, field->most, &count));
    if (count > left(reading) / field->row->count) {
        return FUHE_STATUS_UNREADABLE;
    }
    if (count == 0) {
        return FUHE_STATUS_OK;
    }
    rows = fuhe_arena_allocate(reading->arena, (size_t)count, field->row->size);
    if (rows == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    memcpy(record + field->offset, &rows, sizeof rows);
    *(size_t *)(void *)(record + field->count) = (size_t)count;
    for (uint64_t i = 0; i < count; i++) {
        FUHE_TRY(read_record(reading, field->row, rows + i * field->row->size));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_field(struct reading *reading, const struct fuhe_transcript_field *field, char *record) {
    void *member = record + field->offset;

    switch (field->kind) {
    case FUHE_TRANSCRIPT_CELL:
        return read_cell(reading, member);
    case FUHE_TRANSCRIPT_PLACE:
        return read_place(reading, member);
    case FUHE_TRANSCRIPT_TEXT:
        return read_text(reading, member);
    case FUHE_TRANSCRIPT_FLAG:
        return read_flag(reading, member);
    case FUHE_TRANSCRIPT_ODDITY:
        return read_oddity_kind(reading, member);
    case FUHE_TRANSCRIPT_NUMBER:
        return read_uint32(reading, member);
    case FUHE_TRANSCRIPT_ROWS:
        break;
    }
    return read_rows(reading, field, record);
}

static enum fuhe_status read_record(struct reading *reading, const struct fuhe_transcript_shape *shape, void *record) {
    const size_t fields = reading->of_tables ? shape->count : shape->first_count;

    for (size_t i = 0; i < fields; i++) {
        const struct fuhe_transcript_field *field = &shape->fields[i];
        FUHE_TRY(read_field(reading, field, record));
        if (field->kind == FUHE_TRANSCRIPT_FLAG && !*(const bool *)(const void *)((char *)record + field->offset)) {
            i += field->guards;
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_transcript(fuhe_text bytes, struct fuhe_arena *arena,
                                        const struct fuhe_transcript_shape *shape, void *record) {
    const unsigned char *start = (const unsigned char *)bytes.bytes;
    struct reading reading = {.arena = arena};

    if (bytes.length < 2 || start[1] != (unsigned char)shape->mark) {
        return FUHE_STATUS_UNREADABLE;
    }
    reading.of_tables = start[0] == FUHE_TRANSCRIPT_VERSION_OF_TABLES;
    if (!reading.of_tables && start[0] != FUHE_TRANSCRIPT_VERSION) {
        return FUHE_STATUS_UNREADABLE;
    }
    reading.at = start + 2;
    reading.end = start + bytes.length;
    FUHE_TRY(read_record(&reading, shape, record));
    return left(&reading) == 0 ? FUHE_STATUS_OK : FUHE_STATUS_UNREADABLE;
}

enum fuhe_status fuhe_transcript_read_form(fuhe_text bytes, struct fuhe_arena *arena, struct fuhe_form *form) {
    struct fuhe_form read = {0};

    FUHE_TRY(read_transcript(bytes, arena, &fuhe_transcript_form, &read));
    if (fuhe_transcript_has_tables(&read) != (bytes.bytes[0] == FUHE_TRANSCRIPT_VERSION_OF_TABLES)) {
        return FUHE_STATUS_UNREADABLE;
    }
    *form = read;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_transcript_read_document(fuhe_text bytes, struct fuhe_arena *arena,
                                               struct fuhe_document *document) {
    struct fuhe_document read = {0};

    FUHE_TRY(read_transcript(bytes, arena, &fuhe_transcript_document, &read));
    if (bytes.bytes[0] != FUHE_TRANSCRIPT_VERSION) {
        return FUHE_STATUS_UNREADABLE;
    }
    *document = read;
    return FUHE_STATUS_OK;
}
