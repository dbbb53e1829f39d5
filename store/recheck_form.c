/* SPDX-License-Identifier: Apache-2.0 */
/* The columns in the order of their weight: of a form that differs in several, the weightiest is told. */
#include "store/recheck_form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/transcript.h"
#include "xml/hash.h"

/* --- reading --- */

static bool keep_part(struct fuhe_kept_bytes *kept, fuhe_text part) {
    const size_t needed = kept->length + part.length;

    if (needed > kept->capacity) {
        char *grown = realloc(kept->bytes, 2 * needed);
        if (grown == NULL) {
            return false;
        }
        kept->bytes = grown;
        kept->capacity = 2 * needed;
    }
    memcpy(kept->bytes + kept->length, part.bytes, part.length);
    kept->length = needed;
    return true;
}

static bool read_cells(struct fuhe_fresh_form *form, fuhe_text *records) {
    struct fuhe_entry_value value = fuhe_entry_next(records);
    bool kept = true;

    form->cells = value.bytes;
    form->joined.length = 0;
    if (value.type != FUHE_ENTRY_PART) {
        return true;
    }
    for (; value.type == FUHE_ENTRY_PART; value = fuhe_entry_next(records)) {
        kept = kept && keep_part(&form->joined, value.bytes);
    }
    kept = kept && keep_part(&form->joined, value.bytes);
    form->cells = (fuhe_text){form->joined.bytes, form->joined.length};
    return kept;
}

bool fuhe_fresh_form_read(struct fuhe_fresh_form *form, fuhe_text *records) {
    form->department = fuhe_entry_next(records).bytes;
    form->pack = (const struct fuhe_pack *)(intptr_t)fuhe_entry_next(records).number;
    const bool read = read_cells(form, records);
    for (size_t i = 0; i < FUHE_ENTRY_FORM_VALUES; i++) {
        form->values[i] = fuhe_entry_next(records);
    }
    return read;
}

/* --- columns --- */

enum kind { TEXT, COUNT, POINTS, FEN };

enum { LINE = 2, YEAR = 4, DEPARTMENT = 23, PACK, CELLS, PACK_VERSION, PACK_HASH };

/* A column of the row; of the form, the value before it. */
static const struct column {
    int number;
    enum kind kind;
    const char *name;
} columns[] = {
    {10, POINTS, "verified"},
    {9, POINTS, "claimed"},
    {8, TEXT, "claimed"},
    {14, TEXT, "grade"},
    {13, TEXT, "grade_claimed"},
    {7, TEXT, "state"},
    {11, POINTS, "deviation"},
    {12, POINTS, "rate"},
    {15, TEXT, "firmness"},
    {16, FEN, "budget"},
    {20, TEXT, "codes"},
    {17, COUNT, "errors"},
    {18, COUNT, "warnings"},
    {19, COUNT, "notes"},
    {21, TEXT, "findings"},
    {22, COUNT, "risk"},
    {FUHE_RECHECK_PROJECT, TEXT, "project"},
    {FUHE_RECHECK_ID, TEXT, "id"},
    {YEAR, TEXT, "year"},
    {5, TEXT, "kind"},
};

static fuhe_text text_value(const struct fuhe_fresh_form *form, int column) {
    return form->values[column - 1].bytes;
}

fuhe_text fuhe_fresh_form_id(const struct fuhe_fresh_form *form) {
    return text_value(form, FUHE_RECHECK_ID);
}

fuhe_text fuhe_fresh_form_project(const struct fuhe_fresh_form *form) {
    return text_value(form, FUHE_RECHECK_PROJECT);
}

uint64_t fuhe_fresh_form_number(const struct fuhe_fresh_form *form) {
    return (uint64_t)form->values[FUHE_RECHECK_NUMBER - 1].number;
}

static bool same_text(sqlite3_stmt *row, const struct fuhe_fresh_form *form, int column) {
    return fuhe_text_equals(fuhe_database_text(row, column), text_value(form, column));
}

bool fuhe_recheck_is_same(sqlite3_stmt *row, const struct fuhe_fresh_form *form) {
    return (same_text(row, form, FUHE_RECHECK_ID) && same_text(row, form, YEAR) &&
            same_text(row, form, FUHE_RECHECK_PROJECT)) ||
           fuhe_text_equals(fuhe_database_blob(row, CELLS), form->cells);
}

static bool same_value(sqlite3_stmt *row, const struct fuhe_entry_value *value, int column) {
    if (value->type == FUHE_ENTRY_NULL) {
        return fuhe_database_is_null(row, column);
    }
    if (value->type == FUHE_ENTRY_NUMBER) {
        return !fuhe_database_is_null(row, column) && sqlite3_column_int64(row, column) == value->number;
    }
    return fuhe_text_equals(fuhe_database_text(row, column), value->bytes);
}

/* --- as people read it --- */

/* At most so many bytes, cut between characters. */
static void write_text(char *to, fuhe_text text) {
    size_t length = text.length;

    if (length >= FUHE_RECHECK_TEXT_BYTES) {
        length = FUHE_RECHECK_TEXT_BYTES - sizeof "…";
        while (length > 0 && ((unsigned char)text.bytes[length] & 0xC0) == 0x80) {
            length--;
        }
    }
    (void)snprintf(to, FUHE_RECHECK_TEXT_BYTES, "%.*s%s", (int)length, length == 0 ? "" : text.bytes,
                   length < text.length ? "…" : "");
}

static void write_number(char *to, enum kind kind, int64_t number) {
    char text[FUHE_DECIMAL_TEXT_SIZE];
    fuhe_decimal value = {number};

    if (kind == COUNT) {
        (void)snprintf(to, FUHE_RECHECK_TEXT_BYTES, "%lld", (long long)number);
        return;
    }
    if (kind == FEN && number < INT64_MAX / (FUHE_DECIMAL_ONE / 100) && number > INT64_MIN / (FUHE_DECIMAL_ONE / 100)) {
        value.scaled = number * (FUHE_DECIMAL_ONE / 100);
    }
    write_text(to, (fuhe_text){text, fuhe_decimal_format(value, 2, text)});
}

static void write_both(sqlite3_stmt *row, const struct fuhe_fresh_form *form, const struct column *column,
                       struct fuhe_recheck_difference *difference) {
    const struct fuhe_entry_value *value = &form->values[column->number - 1];

    difference->says[0] = '\0';
    difference->should[0] = '\0';
    if (column->kind == TEXT) {
        write_text(difference->says, fuhe_database_text(row, column->number));
        write_text(difference->should, value->bytes);
        return;
    }
    if (!fuhe_database_is_null(row, column->number)) {
        write_number(difference->says, column->kind, sqlite3_column_int64(row, column->number));
    }
    if (value->type == FUHE_ENTRY_NUMBER) {
        write_number(difference->should, column->kind, value->number);
    }
}

/* --- comparing --- */

static void compare_columns(sqlite3_stmt *row, const struct fuhe_fresh_form *form,
                            struct fuhe_recheck_difference *difference) {
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        if (same_value(row, &form->values[columns[i].number - 1], columns[i].number)) {
            continue;
        }
        if (difference->fields++ == 0) {
            difference->field = columns[i].name;
            write_both(row, form, &columns[i], difference);
        }
    }
}

static void compare_name(const char *field, fuhe_text says, fuhe_text should,
                         struct fuhe_recheck_difference *difference) {
    if (!fuhe_text_equals(says, should) && difference->fields++ == 0) {
        difference->field = field;
        write_text(difference->says, says);
        write_text(difference->should, should);
    }
}

/* A pack is known by its id, its version and its content. */
static void compare_pack(sqlite3_stmt *row, const struct fuhe_pack *pack, struct fuhe_recheck_difference *difference) {
    const struct fuhe_hash fresh = fuhe_hash_parse(pack->hash);
    const fuhe_text kept = fuhe_database_blob(row, PACK_HASH);
    struct fuhe_hash hash = {{0}};
    char text[FUHE_HASH_TEXT_SIZE];

    compare_name("rules", fuhe_database_text(row, PACK), pack->id, difference);
    compare_name("rules_version", fuhe_database_text(row, PACK_VERSION), pack->version, difference);
    if (kept.length == sizeof hash.bytes) {
        memcpy(hash.bytes, kept.bytes, sizeof hash.bytes);
    }
    fuhe_hash_format(&hash, text);
    if (memcmp(&hash, &fresh, sizeof hash) != 0) {
        compare_name("rules_sha256", fuhe_text_of(text), pack->hash, difference);
    }
}

/* A transcript that cannot be read says nothing. */
static enum fuhe_status compare_cells(fuhe_text kept, fuhe_text fresh, struct fuhe_arena *arena, bool *same) {
    struct fuhe_form kept_form;
    struct fuhe_form fresh_form;

    fuhe_arena_reset(arena);
    const enum fuhe_status status = fuhe_transcript_read_form(kept, arena, &kept_form);
    *same = status == FUHE_STATUS_OK;
    if (status != FUHE_STATUS_OK) {
        return status == FUHE_STATUS_NO_MEMORY ? status : FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_transcript_read_form(fresh, arena, &fresh_form));
    *same = fuhe_transcript_same_form(&kept_form, &fresh_form);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_recheck_compare(sqlite3_stmt *row, const struct fuhe_fresh_form *form, struct fuhe_arena *arena,
                                      struct fuhe_recheck_difference *difference) {
    const fuhe_text kept = fuhe_database_blob(row, CELLS);
    bool same_cells = true;

    *difference = (struct fuhe_recheck_difference){0};
    compare_columns(row, form, difference);
    compare_name("department", fuhe_database_text(row, DEPARTMENT), form->department, difference);
    compare_pack(row, form->pack, difference);
    if (!fuhe_text_equals(kept, form->cells)) {
        FUHE_TRY(compare_cells(kept, form->cells, arena, &same_cells));
        difference->moved = same_cells;
    }
    if (!same_cells && difference->fields++ == 0) {
        difference->field = "cells";
    }
    difference->moved = difference->moved || !same_value(row, &form->values[LINE - 1], LINE) ||
                        !same_value(row, &form->values[FUHE_RECHECK_NUMBER - 1], FUHE_RECHECK_NUMBER);
    return FUHE_STATUS_OK;
}
