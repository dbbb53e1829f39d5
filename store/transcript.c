/* SPDX-License-Identifier: Apache-2.0 */
/* Writes transcripts. Numbers are varints (seven bits a byte, lowest first, the top bit set while more follow); places
 * are steps from the place before, so that most take a byte. */
#include "store/transcript.h"

#include <string.h>

#include "store/transcript_shape.h"

/* Bytes asked for at a time, and the most that a number takes: a step is a sign, a flag and 32 bits. */
enum { STRETCH = 4096, NUMBER_BYTES_MAX = 5, PLACE_BYTES_MAX = 4 * NUMBER_BYTES_MAX };

/* Where to write. */
struct pen {
    struct fuhe_output *output;
    char *start; /* of the room that is being filled; NULL when writing has failed */
    char *at;
    char *end;
    struct fuhe_place place; /* that was written last */
    bool of_tables;          /* the second version */
};

static void lift(struct pen *pen) {
    if (pen->start != NULL) {
        fuhe_output_advance(pen->output, (size_t)(pen->at - pen->start));
    }
    pen->start = pen->at;
}

/* Room for `size` bytes, at most STRETCH; false when writing has failed. */
static bool has_room(struct pen *pen, size_t size) {
    if ((size_t)(pen->end - pen->at) >= size) {
        return true;
    }
    lift(pen);
    pen->start = fuhe_output_room(pen->output, STRETCH);
    pen->at = pen->start;
    pen->end = pen->start == NULL ? NULL : pen->start + STRETCH;
    return pen->start != NULL;
}

/* There is room for the number. */
static inline void put_number(struct pen *pen, uint64_t number) {
    while (number >= 0x80) {
        *pen->at++ = (char)(unsigned char)(number | 0x80);
        number >>= 7;
    }
    *pen->at++ = (char)(unsigned char)number;
}

static void write_number(struct pen *pen, uint64_t number) {
    if (has_room(pen, 2 * NUMBER_BYTES_MAX)) {
        put_number(pen, number);
    }
}

/* Small for small steps in either direction; steps wrap round. */
static inline uint64_t fold(uint32_t step) {
    return (uint32_t)(step << 1) ^ (0 - (step >> 31));
}

/* On the same line, the step in columns and a 0 bit below; else the step in lines and a 1 bit, then the column. A step
 * of no lines with a 1 bit says that another table comes, and where in it. */
static inline void put_place(struct pen *pen, struct fuhe_place place) {
    if (pen->of_tables && place.table != pen->place.table) {
        put_number(pen, 1);
        put_number(pen, place.table);
        put_number(pen, place.line);
        put_number(pen, place.column);
    } else if (place.line == pen->place.line) {
        put_number(pen, fold(place.column - pen->place.column) << 1);
    } else {
        put_number(pen, fold(place.line - pen->place.line) << 1 | 1);
        put_number(pen, place.column);
    }
    pen->place = place;
}

static void write_place(struct pen *pen, struct fuhe_place place) {
    if (has_room(pen, PLACE_BYTES_MAX)) {
        put_place(pen, place);
    }
}

static void write_bytes(struct pen *pen, fuhe_text text) {
    if (text.length > STRETCH) {
        lift(pen);
        fuhe_output_text(pen->output, text);
        pen->start = pen->at = pen->end = NULL;
    } else if (text.length > 0 && has_room(pen, text.length)) {
        memcpy(pen->at, text.bytes, text.length);
        pen->at += text.length;
    }
}

static void write_text(struct pen *pen, fuhe_text text) {
    write_number(pen, text.length);
    write_bytes(pen, text);
}

/* 0 for an absent cell, 1 for a blank one, else 1 more than the length of the text; then the place; then the text. */
static void write_cell(struct pen *pen, const struct fuhe_cell *cell) {
    if (!has_room(pen, 2 * NUMBER_BYTES_MAX + PLACE_BYTES_MAX)) {
        return;
    }
    if (cell->state == FUHE_CELL_ABSENT) {
        put_number(pen, 0);
        return;
    }
    const fuhe_text text = cell->state == FUHE_CELL_TEXT ? cell->text : (fuhe_text){NULL, 0};
    put_number(pen, text.length + 1);
    put_place(pen, cell->place);
    write_bytes(pen, text);
}

static void write_record(struct pen *pen, const struct fuhe_transcript_shape *shape, const void *record);

/* The pointer is copied as bytes, which leaves its type alone. */
static void write_rows(struct pen *pen, const struct fuhe_transcript_field *field, const char *record) {
    const size_t *count = (const void *)(record + field->count);
    const size_t kept = *count < field->most ? *count : field->most;
    const char *row = NULL;

    memcpy(&row, record + field->offset, sizeof row);
    write_number(pen, kept);
    for (size_t i = 0; i < kept; i++) {
        write_record(pen, field->row, row + i * field->row->size);
    }
}

/* The number of fields behind this one that are not there. */
static unsigned write_flag(struct pen *pen, const struct fuhe_transcript_field *field, const bool *flag) {
    write_number(pen, *flag);
    return *flag ? 0 : field->guards;
}

static void write_record(struct pen *pen, const struct fuhe_transcript_shape *shape, const void *record) {
    const size_t count = pen->of_tables ? shape->count : shape->first_count;

    for (size_t i = 0; i < count; i++) {
        const struct fuhe_transcript_field *field = &shape->fields[i];
        const void *member = (const char *)record + field->offset;
        switch (field->kind) {
        case FUHE_TRANSCRIPT_CELL:
            write_cell(pen, member);
            break;
        case FUHE_TRANSCRIPT_PLACE:
            write_place(pen, *(const struct fuhe_place *)member);
            break;
        case FUHE_TRANSCRIPT_TEXT:
            write_text(pen, *(const fuhe_text *)member);
            break;
        case FUHE_TRANSCRIPT_FLAG:
            i += write_flag(pen, field, member);
            break;
        case FUHE_TRANSCRIPT_ODDITY:
            write_number(pen, *(const enum fuhe_oddity_kind *)member);
            break;
        case FUHE_TRANSCRIPT_NUMBER:
            write_number(pen, *(const uint32_t *)member);
            break;
        case FUHE_TRANSCRIPT_ROWS:
            write_rows(pen, field, record);
            break;
        }
    }
}

static void write_transcript(struct fuhe_output *output, const struct fuhe_transcript_shape *shape, const void *record,
                             bool of_tables) {
    struct pen pen = {.output = output, .of_tables = of_tables};

    write_number(&pen, of_tables ? FUHE_TRANSCRIPT_VERSION_OF_TABLES : FUHE_TRANSCRIPT_VERSION);
    write_number(&pen, (unsigned char)shape->mark);
    write_record(&pen, shape, record);
    lift(&pen);
}

void fuhe_transcript_write_form(struct fuhe_output *output, const struct fuhe_form *form) {
    write_transcript(output, &fuhe_transcript_form, form, fuhe_transcript_has_tables(form));
}

void fuhe_transcript_write_document(struct fuhe_output *output, const struct fuhe_document *document) {
    write_transcript(output, &fuhe_transcript_document, document, false);
}
