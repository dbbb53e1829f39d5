/* SPDX-License-Identifier: Apache-2.0 */
/* Markdown and plain text: a line with bars is a row of a table, any other line with text a paragraph. Tables of this
 * kind have no spans: what a converter merged stands in the first cell, the others are blank. */
#include "doors/door.h"

#include "doors/decode.h"
#include "doors/text_builder.h"

struct reading {
    struct fuhe_door_document *document;
    struct fuhe_grid_builder grid;
    bool in_table;
    bool ruled;                    /* the line under the header of the table has been seen */
    struct fuhe_text_builder text; /* of the cell or paragraph at hand */
    struct fuhe_place place;       /* of the line at hand */
    struct fuhe_error *err;
};

/* What is written instead of characters that mean something here. */
struct replacement {
    fuhe_text written;
    fuhe_text meant;
};

static const struct replacement replacements[] = {
    {{"<br>", 4}, {" ", 1}},   {{"<br/>", 5}, {" ", 1}}, {{"<br />", 6}, {" ", 1}},  {{"<BR>", 4}, {" ", 1}},
    {{"&nbsp;", 6}, {" ", 1}}, {{"&lt;", 4}, {"<", 1}},  {{"&gt;", 4}, {">", 1}},    {{"&amp;", 5}, {"&", 1}},
    {{"**", 2}, {"", 0}},      {{"__", 2}, {"", 0}},     {{"&quot;", 6}, {"\"", 1}},
};

static bool is_escapable(char character) {
    return character != '\0' && strchr("\\`*_{}[]()#+-.!|<>~", character) != NULL;
}

/* Adds what the text at the start of `rest` means; returns how many bytes it takes. */
static size_t add_meaning(struct fuhe_text_builder *builder, fuhe_text rest) {
    size_t length = 0;

    if (rest.bytes[0] == '\\' && rest.length > 1 && is_escapable(rest.bytes[1])) {
        fuhe_text_builder_add(builder, (fuhe_text){rest.bytes + 1, 1});
        return 2;
    }
    for (size_t i = 0; strchr("<&*_", rest.bytes[0]) != NULL && i < sizeof replacements / sizeof replacements[0]; i++) {
        if (fuhe_text_starts_with(rest, replacements[i].written)) {
            fuhe_text_builder_add(builder, replacements[i].meant);
            return replacements[i].written.length;
        }
    }
    (void)fuhe_text_next(rest, &length);
    fuhe_text_builder_add(builder, (fuhe_text){rest.bytes, length});
    return length;
}

static fuhe_text meaning(struct reading *reading, fuhe_text written) {
    reading->text.length = 0;
    for (size_t at = 0; at < written.length;) {
        at += add_meaning(&reading->text, fuhe_text_from(written, at));
    }
    return fuhe_text_builder_text(&reading->text);
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

/* Offset of the next bar that is not escaped, or the length. */
static size_t next_bar(fuhe_text line, size_t from) {
    while (from < line.length && line.bytes[from] != '|') {
        from += line.bytes[from] == '\\' && from + 1 < line.length ? 2 : 1;
    }
    return from;
}

static bool is_row(fuhe_text line) {
    const size_t bar = next_bar(line, 0);

    return bar < line.length && (bar == 0 || next_bar(line, bar + 1) < line.length);
}

static bool consists_of(fuhe_text text, const char *characters) {
    for (size_t i = 0; i < text.length; i++) {
        if (strchr(characters, text.bytes[i]) == NULL) {
            return false;
        }
    }
    return true;
}

/* A line that only draws: |---|:-:| or +----+----+. Dashes that stand for "none" (| - | - |) are short, and not in the
 * second line. */
static bool is_rule(fuhe_text line, bool second) {
    return line.length > 2 && (line.bytes[0] == '|' || line.bytes[0] == '+') && consists_of(line, "|+-=: \t") &&
           (line.bytes[0] == '+' || fuhe_text_contains(line, second ? FUHE_TEXT("-") : FUHE_TEXT("--")));
}

static uint32_t characters_of(fuhe_text text) {
    uint32_t count = 0;

    for (size_t at = 0; at < text.length; count++) {
        (void)fuhe_text_next(text, &at);
    }
    return count;
}

static enum fuhe_status add_cell(struct reading *reading, fuhe_text written, struct fuhe_place place) {
    struct fuhe_grid_cell cell = {.place = place, .row_span = 1, .column_span = 1};

    cell.text = meaning(reading, fuhe_text_trim(written));
    if (reading->text.failed) {
        return fuhe_error_set(reading->err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    return fuhe_grid_add(&reading->grid, &cell, reading->err);
}

static enum fuhe_status add_row(struct reading *reading, fuhe_text line) {
    struct fuhe_place place = reading->place;
    size_t from = line.bytes[0] == '|' ? 1 : 0;

    fuhe_grid_begin_row(&reading->grid);
    place.column += (uint32_t)from;
    while (from < line.length) {
        const size_t bar = next_bar(line, from);
        const size_t end = bar < line.length ? bar : line.length;
        const fuhe_text written = {line.bytes + from, end - from};
        const fuhe_text trimmed = fuhe_text_trim(written);
        const size_t blank = trimmed.length == 0 ? 0 : (size_t)(trimmed.bytes - written.bytes);
        const struct fuhe_place begins = {place.line, place.column + characters_of((fuhe_text){written.bytes, blank}),
                                          0};
        FUHE_TRY(add_cell(reading, written, begins));
        place.column += characters_of(written) + 1;
        from = end + 1;
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status end_table(struct reading *reading) {
    if (!reading->in_table) {
        return FUHE_STATUS_OK;
    }
    reading->in_table = false;
    return fuhe_grid_end(&reading->grid, reading->err);
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

/* A paragraph without the marks of headings, lists and quotations in front of it. */
static fuhe_text without_marks(fuhe_text line) {
    size_t at = 0;

    while (at < line.length && (line.bytes[at] == '#' || line.bytes[at] == '>')) {
        at++;
    }
    if (at == 0 && line.length > 1 && strchr("-*+", line.bytes[0]) != NULL && line.bytes[1] == ' ') {
        at = 2;
    }
    return fuhe_text_trim(fuhe_text_from(line, at));
}

static enum fuhe_status take_line(struct reading *reading, fuhe_text line) {
    const fuhe_text trimmed = fuhe_text_trim(line);

    if (trimmed.length > 0) {
        reading->place.column += characters_of((fuhe_text){line.bytes, (size_t)(trimmed.bytes - line.bytes)});
    }
    if (is_rule(trimmed, reading->in_table && reading->grid.grid.rows == 1 && !reading->ruled)) {
        reading->ruled = true;
        return FUHE_STATUS_OK;
    }
    if (is_row(trimmed)) {
        if (!reading->in_table) {
            fuhe_grid_begin(&reading->grid, reading->document, reading->place);
            reading->in_table = true;
            reading->ruled = false;
        }
        return add_row(reading, trimmed);
    }
    FUHE_TRY(end_table(reading));
    return fuhe_door_document_add_text(reading->document, meaning(reading, without_marks(trimmed)), reading->place,
                                       reading->err);
}

static enum fuhe_status read_lines(struct reading *reading, fuhe_text text) {
    uint32_t number = 0;

    for (size_t from = 0; from < text.length;) {
        const char *feed = memchr(text.bytes + from, '\n', text.length - from);
        const size_t end = feed == NULL ? text.length : (size_t)(feed - text.bytes);
        reading->place = (struct fuhe_place){++number, 1, 0};
        FUHE_TRY(take_line(reading, (fuhe_text){text.bytes + from, end - from}));
        from = end + 1;
    }
    return end_table(reading);
}

static enum fuhe_status read_document(fuhe_text bytes, struct fuhe_door_document *document, struct fuhe_error *err) {
    struct reading reading = {.document = document, .err = err};
    fuhe_text text = {NULL, 0};

    FUHE_TRY(fuhe_decode(bytes, document->arena, &text, err));
    const enum fuhe_status status = read_lines(&reading, text);
    fuhe_text_builder_release(&reading.text);
    return status;
}

/* Text has no control characters but those that lay it out, unless it is UTF-16, which says so at its start. */
static bool recognises(fuhe_text bytes) {
    if (fuhe_text_starts_with(bytes, FUHE_TEXT("\xFF\xFE")) || fuhe_text_starts_with(bytes, FUHE_TEXT("\xFE\xFF"))) {
        return true;
    }
    for (size_t i = 0; i < bytes.length; i++) {
        const unsigned char byte = (unsigned char)bytes.bytes[i];
        if (byte < ' ' && strchr("\t\n\r\f\v\x1A\x1B", byte) == NULL) {
            return false;
        }
        if (byte == 0) {
            return false;
        }
    }
    return true;
}

const struct fuhe_door fuhe_door_markdown = {"markdown", recognises, read_document};
