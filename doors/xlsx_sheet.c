/* SPDX-License-Identifier: Apache-2.0 */
/* A sheet: its cells, with the text that they show, and its merged ranges. */
#include "doors/door_xlsx.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doors/door.h"
#include "doors/sheet.h"
#include "doors/sheet_number.h"

enum { LETTERS = 26 };

struct sheet {
    struct fuhe_xlsx_book *book;
    const char *part;
    struct fuhe_sheet cells;
    uint32_t next_row; /* of rows and cells that do not say where they are */
    uint32_t next_column;
    uint32_t row;
    uint32_t column; /* of the cell at hand */
    uint32_t style;
    char type; /* 'n'umber, 's'hared string, 'b'oolean, 't'ext */
    bool in_cell;
    struct fuhe_xlsx_text text;
    char number[FUHE_SHEET_NUMBER_SIZE];
};

static enum fuhe_status out_of_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

/* --- references --- */

bool fuhe_xlsx_reference_parse(fuhe_text text, size_t *at, uint32_t *row, uint32_t *column) {
    uint32_t letters = 0;
    uint32_t digits = 0;
    const size_t begin = *at;

    if (text.length == 0) {
        return false;
    }
    for (; *at < text.length && text.bytes[*at] >= 'A' && text.bytes[*at] <= 'Z'; ++*at) {
        if (letters > FUHE_LIMIT_GRID_COLUMNS) {
            return false;
        }
        letters = LETTERS * letters + (uint32_t)(text.bytes[*at] - 'A') + 1;
    }
    const size_t digits_begin = *at;
    while (*at < text.length && text.bytes[*at] >= '0' && text.bytes[*at] <= '9') {
        ++*at;
    }
    digits = fuhe_text_to_whole((fuhe_text){text.bytes + digits_begin, *at - digits_begin}, 0, FUHE_SHEET_ROWS_MAX + 1);
    *row = digits - 1;
    *column = letters - 1;
    return digits_begin > begin && letters > 0 && letters <= FUHE_LIMIT_GRID_COLUMNS && digits > 0 &&
           digits <= FUHE_SHEET_ROWS_MAX;
}

static enum fuhe_status bad_reference(const struct sheet *sheet, fuhe_text reference, struct fuhe_error *err) {
    char what[64];

    (void)snprintf(what, sizeof what, "%.*s is no place in a sheet",
                   (int)(reference.length < 30 ? reference.length : 30), reference.bytes);
    return fuhe_package_complain(err, sheet->part, what);
}

static enum fuhe_status add_merge(struct sheet *sheet, fuhe_text reference, struct fuhe_error *err) {
    struct fuhe_sheet_merge merge;
    uint32_t last_row;
    uint32_t last_column;
    size_t at = 0;

    bool good = fuhe_xlsx_reference_parse(reference, &at, &merge.row, &merge.column);
    at += good && at < reference.length && reference.bytes[at] == ':';
    good = good && fuhe_xlsx_reference_parse(reference, &at, &last_row, &last_column) && at == reference.length;
    if (!good || last_row < merge.row || last_column < merge.column) {
        return bad_reference(sheet, reference, err);
    }
    merge.row_span = last_row - merge.row + 1;
    merge.column_span = last_column - merge.column + 1;
    return fuhe_sheet_add_merge(&sheet->cells, &merge, err);
}

/* --- values --- */

static enum fuhe_status find_string(const struct sheet *sheet, struct fuhe_xlsx_shared *found, struct fuhe_error *err) {
    const struct fuhe_xlsx_texts *strings = &sheet->book->strings;
    const uint32_t index = fuhe_text_to_whole(found->text, UINT32_MAX, UINT32_MAX);

    if (index >= strings->count) {
        return fuhe_package_complain(err, sheet->part, "a cell asks for a shared string that is not there");
    }
    *found = strings->items[index];
    return FUHE_STATUS_OK;
}

/* Runs of their own look say themselves whether they are crossed out. */
static enum fuhe_status find_text(struct sheet *sheet, struct fuhe_xlsx_shared *found, struct fuhe_error *err) {
    const struct fuhe_xlsx_texts *formats = &sheet->book->formats;
    const struct fuhe_xlsx_shared style =
        sheet->style < formats->count ? formats->items[sheet->style] : (struct fuhe_xlsx_shared){0};
    fuhe_text *text = &found->text;

    *found = fuhe_xlsx_text_line(&sheet->text);
    if (sheet->text.builder.failed) {
        return out_of_memory(err);
    }
    if (text->length == 0) {
        return FUHE_STATUS_OK;
    }
    if (sheet->type == 's') {
        FUHE_TRY(find_string(sheet, found, err));
    }
    found->struck = found->struck == FUHE_STRUCK_NOT ? style.struck : found->struck;
    if (sheet->type == 'b') {
        *text = fuhe_text_equals(*text, FUHE_TEXT("1")) ? FUHE_TEXT("TRUE") : FUHE_TEXT("FALSE");
    } else if (sheet->type == 'n') {
        *text = fuhe_sheet_number_print(*text, style.text, sheet->book->days_from_1904, sheet->number);
    }
    return FUHE_STATUS_OK;
}

/* Shared strings are borrowed, everything else is copied. */
static enum fuhe_status keep_cell(struct sheet *sheet, const struct fuhe_xlsx_shared *found, struct fuhe_error *err) {
    const struct fuhe_sheet_cell cell = {sheet->row, sheet->column, found->text, found->struck};

    return sheet->type == 's' ? fuhe_sheet_add_cell(&sheet->cells, &cell, err)
                              : fuhe_sheet_copy_cell(&sheet->cells, &cell, err);
}

/* --- elements --- */

static enum fuhe_status begin_row(struct sheet *sheet, const struct fuhe_tag *tag, struct fuhe_error *err) {
    const uint32_t number = fuhe_tag_number(tag, "r", sheet->next_row + 1, FUHE_SHEET_ROWS_MAX + 1);

    if (number == 0 || number > FUHE_SHEET_ROWS_MAX) {
        return bad_reference(sheet, fuhe_tag_attribute(tag, "r"), err);
    }
    sheet->row = number - 1;
    sheet->next_row = number;
    sheet->next_column = 0;
    return FUHE_STATUS_OK;
}

static const struct {
    const char *name;
    char type;
} types[] = {{"s", 's'}, {"str", 't'}, {"inlineStr", 't'}, {"b", 'b'}, {"e", 't'}, {"d", 't'}};

static char type_of(const struct fuhe_tag *tag) {
    const fuhe_text name = fuhe_tag_attribute(tag, "t");

    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (fuhe_text_equals(name, fuhe_text_of(types[i].name))) {
            return types[i].type;
        }
    }
    return 'n';
}

static enum fuhe_status begin_cell(struct sheet *sheet, const struct fuhe_tag *tag, struct fuhe_error *err) {
    const fuhe_text reference = fuhe_tag_attribute(tag, "r");
    size_t at = 0;

    sheet->column = sheet->next_column;
    if (reference.length > 0 &&
        (!fuhe_xlsx_reference_parse(reference, &at, &sheet->row, &sheet->column) || at < reference.length)) {
        return bad_reference(sheet, reference, err);
    }
    if (sheet->column >= FUHE_LIMIT_GRID_COLUMNS) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_COLUMNS, "16385", "16384");
    }
    sheet->next_column = sheet->column + 1;
    sheet->style = fuhe_tag_number(tag, "s", 0, UINT32_MAX);
    sheet->type = type_of(tag);
    sheet->in_cell = true;
    fuhe_xlsx_text_clear(&sheet->text);
    return FUHE_STATUS_OK;
}

static enum fuhe_status begin_element(void *context, const struct fuhe_tag *tag, struct fuhe_error *err) {
    struct sheet *sheet = context;
    const char *name = tag->name;

    if (strcmp(name, "row") == 0) {
        return begin_row(sheet, tag, err);
    }
    if (strcmp(name, "c") == 0) {
        return begin_cell(sheet, tag, err);
    }
    if (strcmp(name, "mergeCell") == 0) {
        return add_merge(sheet, fuhe_tag_attribute(tag, "ref"), err);
    }
    fuhe_xlsx_text_begin(&sheet->text, tag);
    return FUHE_STATUS_OK;
}

static enum fuhe_status end_element(void *context, const char *name, struct fuhe_error *err) {
    struct sheet *sheet = context;
    struct fuhe_xlsx_shared found;

    fuhe_xlsx_text_end(&sheet->text, name);
    if (strcmp(name, "c") != 0 || !sheet->in_cell) {
        return FUHE_STATUS_OK;
    }
    sheet->in_cell = false;
    FUHE_TRY(find_text(sheet, &found, err));
    return found.text.length == 0 ? FUHE_STATUS_OK : keep_cell(sheet, &found, err);
}

static enum fuhe_status take_text(void *context, fuhe_text text, struct fuhe_error *err) {
    struct sheet *sheet = context;

    (void)err;
    if (sheet->in_cell) {
        fuhe_xlsx_text_add(&sheet->text, text);
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_xlsx_sheet_read(struct fuhe_xlsx_book *book, const char *part, fuhe_text name,
                                      struct fuhe_error *err) {
    const struct fuhe_part_events events = {begin_element, end_element, take_text};
    struct sheet sheet = {.book = book,
                          .part = part,
                          .cells = {.document = book->document, .text_bytes = &book->text_bytes, .part = part}};
    const enum fuhe_status status = fuhe_part_read(book->package, part, &events, &sheet, err);

    fuhe_xlsx_text_release(&sheet.text);
    return status == FUHE_STATUS_OK ? fuhe_sheet_make_grid(&sheet.cells, name, err) : status;
}
