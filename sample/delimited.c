/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a table cell by cell from a copy in UTF-8, in which doubled quotation marks are made single in place: texts of
 * cells are parts of it. */
#include "sample/delimited.h"

#include <stdlib.h>
#include <string.h>

#include "xml/encoding.h"
#include "xml/legacy_name.h"

static enum fuhe_status refuse(const struct fuhe_delimited *table, enum fuhe_problem problem, const char *expected,
                               struct fuhe_error *err) {
    (void)fuhe_error_set(err, FUHE_STATUS_UNREADABLE, problem, NULL, expected);
    fuhe_error_set_place(err, table->line, table->column);
    return FUHE_STATUS_UNREADABLE;
}

/* --- encodings --- */

static bool is_utf16(fuhe_text bytes) {
    return fuhe_text_starts_with(bytes, FUHE_TEXT("\xFF\xFE")) || fuhe_text_starts_with(bytes, FUHE_TEXT("\xFE\xFF"));
}

/* Into a buffer of `size` bytes, of which *used are taken then. */
static enum fuhe_status decode_utf16(fuhe_text bytes, char *buffer, size_t size, size_t *used) {
    struct fuhe_decoder *decoder = malloc(sizeof *decoder);
    struct fuhe_memory_input memory = {.bytes = bytes.bytes, .length = bytes.length};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    size_t count = 1;

    if (decoder == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    fuhe_decoder_init(decoder);
    fuhe_decoder_begin(decoder, &input);
    enum fuhe_status status = FUHE_STATUS_OK;
    for (*used = 0; status == FUHE_STATUS_OK && count > 0 && size - *used >= FUHE_DECODER_SIZE_MIN; *used += count) {
        count = 0;
        status = fuhe_decoder_read(decoder, buffer + *used, size - *used, &count, NULL);
    }
    fuhe_decoder_release(decoder);
    free(decoder);
    return status;
}

/* A character takes at most three bytes of UTF-8 for two of any of these encodings. */
static enum fuhe_status decode(struct fuhe_delimited *table, fuhe_text bytes, struct fuhe_error *err) {
    const size_t size = 2 * bytes.length + 2 * FUHE_DECODER_SIZE_MIN;
    char *buffer = fuhe_arena_allocate(table->arena, size, 1);
    char *ended = fuhe_arena_allocate(table->arena, bytes.length + 1, 1);
    bool decoded;

    if (buffer == NULL || ended == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    if (is_utf16(bytes)) {
        const enum fuhe_status status = decode_utf16(bytes, buffer, size, &table->length);
        if (status == FUHE_STATUS_NO_MEMORY) {
            return fuhe_error_set(err, status, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
        }
        decoded = status == FUHE_STATUS_OK;
    } else {
        if (bytes.length > 0) {
            memcpy(ended, bytes.bytes, bytes.length);
        }
        decoded = memchr(ended, '\0', bytes.length) == NULL && fuhe_legacy_name_convert(ended, buffer, size);
        table->length = decoded ? strlen(buffer) : 0;
    }
    table->bytes = buffer;
    if (fuhe_text_starts_with((fuhe_text){buffer, table->length}, FUHE_TEXT("\xEF\xBB\xBF"))) {
        table->offset = 3;
    }
    return decoded ? FUHE_STATUS_OK : refuse(table, FUHE_PROBLEM_TABLE_ENCODING, NULL, err);
}

/* --- cells --- */

static char at(const struct fuhe_delimited *table) {
    return table->offset < table->length ? table->bytes[table->offset] : '\0';
}

static bool is_at_end(const struct fuhe_delimited *table) {
    return table->offset >= table->length;
}

static bool ends_line(char c) {
    return c == '\n' || c == '\r';
}

static bool ends_cell(const struct fuhe_delimited *table) {
    return is_at_end(table) || at(table) == table->delimiter || ends_line(at(table));
}

/* Goes on by one character; CR LF is one. */
static void step(struct fuhe_delimited *table) {
    const char first = at(table);

    (void)fuhe_text_next((fuhe_text){table->bytes, table->length}, &table->offset);
    if (first == '\r' && at(table) == '\n') {
        table->offset++;
    }
    table->line += ends_line(first);
    table->column = ends_line(first) ? 1 : table->column + 1;
}

static enum fuhe_status read_quoted(struct fuhe_delimited *table, fuhe_text *text, struct fuhe_error *err) {
    const uint32_t line = table->line;
    const uint32_t column = table->column;
    size_t written;

    step(table);
    text->bytes = table->bytes + table->offset;
    written = table->offset;
    while (!is_at_end(table)) {
        const size_t from = table->offset;
        const bool mark = at(table) == '"';
        step(table);
        if (mark && at(table) != '"') {
            text->length = (size_t)(table->bytes + written - text->bytes);
            return ends_cell(table) ? FUHE_STATUS_OK : refuse(table, FUHE_PROBLEM_TABLE_QUOTE, NULL, err);
        }
        memmove(table->bytes + written, table->bytes + from, table->offset - from);
        written += table->offset - from;
        if (mark) {
            step(table);
        }
    }
    table->line = line;
    table->column = column;
    return refuse(table, FUHE_PROBLEM_TABLE_QUOTE, NULL, err);
}

static void read_plain(struct fuhe_delimited *table, fuhe_text *text) {
    const size_t from = table->offset;

    while (!ends_cell(table)) {
        step(table);
    }
    *text = (fuhe_text){table->bytes + from, table->offset - from};
}

static enum fuhe_status read_cell(struct fuhe_delimited *table, struct fuhe_error *err) {
    if (table->cell_count == FUHE_DELIMITED_CELLS_MAX) {
        return refuse(table, FUHE_PROBLEM_TABLE_CELLS, "256", err);
    }
    struct fuhe_delimited_cell *cell = &table->cells[table->cell_count++];
    cell->column = table->column;
    if (at(table) == '"') {
        FUHE_TRY(read_quoted(table, &cell->text, err));
    } else {
        read_plain(table, &cell->text);
    }
    cell->text = fuhe_text_trim(cell->text);
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_record(struct fuhe_delimited *table, struct fuhe_error *err) {
    table->record_line = table->line;
    table->cell_count = 0;
    FUHE_TRY(read_cell(table, err));
    while (!is_at_end(table) && at(table) == table->delimiter) {
        step(table);
        FUHE_TRY(read_cell(table, err));
    }
    if (!is_at_end(table)) {
        step(table); /* the end of the line */
    }
    return FUHE_STATUS_OK;
}

static bool is_blank(const struct fuhe_delimited *table) {
    for (size_t i = 0; i < table->cell_count; i++) {
        if (table->cells[i].text.length > 0) {
            return false;
        }
    }
    return true;
}

/* Of the first line; a tie, also of none at all, goes to the one that stands first here. */
static char find_delimiter(const struct fuhe_delimited *table) {
    static const char delimiters[] = {',', ';', '\t'};
    size_t counts[sizeof delimiters] = {0};
    size_t most = 0;

    for (size_t i = table->offset; i < table->length && !ends_line(table->bytes[i]); i++) {
        for (size_t k = 0; k < sizeof delimiters; k++) {
            counts[k] += table->bytes[i] == delimiters[k];
            most = counts[k] > counts[most] ? k : most;
        }
    }
    return delimiters[most];
}

enum fuhe_status fuhe_delimited_begin(struct fuhe_delimited *table, fuhe_text bytes, struct fuhe_arena *arena,
                                      struct fuhe_error *err) {
    memset(table, 0, sizeof *table);
    table->arena = arena;
    if (bytes.length > FUHE_DELIMITED_BYTES_MAX) {
        return refuse(table, FUHE_PROBLEM_TABLE_SIZE, "16", err);
    }
    FUHE_TRY(decode(table, bytes, err));
    table->line = 1;
    table->column = 1;
    table->record_line = 1;
    table->delimiter = find_delimiter(table);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_delimited_next(struct fuhe_delimited *table, bool *found, struct fuhe_error *err) {
    *found = false;
    while (!*found && !is_at_end(table)) {
        FUHE_TRY(read_record(table, err));
        *found = !is_blank(table);
    }
    return FUHE_STATUS_OK;
}
