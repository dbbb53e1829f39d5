/* SPDX-License-Identifier: Apache-2.0 */
/* Walks two forms by the table that transcripts are written by, so that no cell is forgotten. */
#include <string.h>

#include "store/transcript.h"
#include "store/transcript_shape.h"

static bool same_cell(const struct fuhe_cell *a, const struct fuhe_cell *b) {
    return a->state == b->state && fuhe_text_equals(a->text, b->text);
}

static bool same_record(const struct fuhe_transcript_shape *shape, const void *a, const void *b);

static bool same_rows(const struct fuhe_transcript_field *field, const char *a, const char *b) {
    const size_t count = *(const size_t *)(const void *)(a + field->count);
    const char *row_a = NULL;
    const char *row_b = NULL;
    bool same = count == *(const size_t *)(const void *)(b + field->count);

    memcpy(&row_a, a + field->offset, sizeof row_a);
    memcpy(&row_b, b + field->offset, sizeof row_b);
    for (size_t i = 0; i < count && same; i++) {
        same = same_record(field->row, row_a + i * field->row->size, row_b + i * field->row->size);
    }
    return same;
}

static bool same_field(const struct fuhe_transcript_field *field, const char *a, const char *b) {
    const void *first = a + field->offset;
    const void *second = b + field->offset;

    if (field->is_place) {
        return true;
    }
    switch (field->kind) {
    case FUHE_TRANSCRIPT_PLACE:
        return true;
    case FUHE_TRANSCRIPT_NUMBER:
        return *(const uint32_t *)first == *(const uint32_t *)second;
    case FUHE_TRANSCRIPT_CELL:
        return same_cell(first, second);
    case FUHE_TRANSCRIPT_TEXT:
        return fuhe_text_equals(*(const fuhe_text *)first, *(const fuhe_text *)second);
    case FUHE_TRANSCRIPT_FLAG:
        return *(const bool *)first == *(const bool *)second;
    case FUHE_TRANSCRIPT_ODDITY:
        return *(const enum fuhe_oddity_kind *)first == *(const enum fuhe_oddity_kind *)second;
    case FUHE_TRANSCRIPT_ROWS:
        break;
    }
    return same_rows(field, a, b);
}

static bool same_record(const struct fuhe_transcript_shape *shape, const void *a, const void *b) {
    bool same = true;

    for (size_t i = 0; i < shape->count && same; i++) {
        same = same_field(&shape->fields[i], a, b);
    }
    return same;
}

bool fuhe_transcript_same_form(const struct fuhe_form *a, const struct fuhe_form *b) {
    return same_record(&fuhe_transcript_form, a, b);
}
