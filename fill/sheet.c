/* SPDX-License-Identifier: Apache-2.0 */
/* Cells are written in the order of rows and columns: into the element that they have, or as new ones in front of the
 * next cell of their row. Texts stand in the cells themselves, so that the strings that sheets share stay as they are.
 */
#include "fill/sheet.h"

#include <stdlib.h>

#include "engine/output.h"
#include "fill/sheet_columns.h"
#include "report/place.h"
#include "report/width.h"

struct sheet {
    struct fuhe_cell_map map;
    struct fuhe_write *writes;
    size_t count;
    struct fuhe_styles *styles;
    struct fuhe_splices *splices;
    size_t *formulas;
    struct fuhe_text_builder text;
    uint32_t last_row; /* that something is written in; likewise below */
    uint32_t last_column;
};

static uint32_t row_of(const struct fuhe_write *write) {
    return write->row + write->in_new_row;
}

static int compare_writes(const void *left, const void *right) {
    const struct fuhe_write *one = left;
    const struct fuhe_write *other = right;

    if (row_of(one) != row_of(other)) {
        return row_of(one) < row_of(other) ? -1 : 1;
    }
    return (one->column > other->column) - (one->column < other->column);
}

static int compare_numbers(const void *left, const void *right) {
    const uint32_t one = *(const uint32_t *)left;
    const uint32_t other = *(const uint32_t *)right;

    return (one > other) - (one < other);
}

/* --- pieces of text ---------------------------------------------------------------------------------------------- */

static void add(struct sheet *sheet, const char *text) {
    fuhe_text_builder_add(&sheet->text, fuhe_text_of(text));
}

static void add_number(struct sheet *sheet, uint32_t number) {
    char digits[FUHE_SIZE_TEXT_SIZE];

    fuhe_text_builder_add(&sheet->text, (fuhe_text){digits, fuhe_size_format(number, digits)});
}

/* "<x:" or "</x:" and the name: elements have the prefix that their sheet has. */
static void add_tag(struct sheet *sheet, const char *open, const char *name) {
    add(sheet, open);
    fuhe_text_builder_add(&sheet->text, sheet->map.data.prefix);
    add(sheet, name);
}

static void add_reference(struct sheet *sheet, uint32_t row, uint32_t column) {
    char letters[FUHE_PLACE_LETTERS];

    fuhe_text_builder_add(&sheet->text, fuhe_place_letters(column + 1, letters));
    add_number(sheet, row + 1);
}

/* Puts what has been added in the place of these bytes. */
static enum fuhe_status put(struct sheet *sheet, size_t begin, size_t end) {
    const enum fuhe_status status =
        sheet->text.failed ? FUHE_STATUS_NO_MEMORY
                           : fuhe_splices_add(sheet->splices, begin, end, fuhe_text_builder_text(&sheet->text));

    sheet->text.length = 0;
    return status;
}

/* --- cells ------------------------------------------------------------------------------------------------------- */

static uint32_t style_at(const struct sheet *sheet, uint32_t row, uint32_t column) {
    const struct fuhe_mapped_row *found = fuhe_cell_map_row(&sheet->map, row);
    const struct fuhe_mapped_cell *cell = found == NULL ? NULL : fuhe_cell_map_cell(&sheet->map, found, column);

    return cell == NULL ? 0 : cell->style;
}

static enum fuhe_status find_style(const struct sheet *sheet, const struct fuhe_write *write,
                                   const struct fuhe_mapped_cell *cell, uint32_t *style) {
    const uint32_t base =
        cell != NULL && cell->style > 0 ? cell->style : style_at(sheet, write->like_row, write->like_column);

    *style = base;
    if (write->kind == FUHE_WRITE_NUMBER) {
        return fuhe_styles_for_number(sheet->styles, base, write->text, style);
    }
    return write->kind == FUHE_WRITE_PROSE ? fuhe_styles_for_prose(sheet->styles, base, style) : FUHE_STATUS_OK;
}

static void add_cell(struct sheet *sheet, const struct fuhe_write *write, uint32_t style) {
    add_tag(sheet, "<", "c r=\"");
    add_reference(sheet, row_of(write), write->column);
    if (style > 0) {
        add(sheet, "\" s=\"");
        add_number(sheet, style);
    }
    if (write->kind == FUHE_WRITE_BLANK) {
        add(sheet, "\"/>");
        return;
    }
    if (write->kind == FUHE_WRITE_NUMBER) {
        add_tag(sheet, "\"><", "v>");
        fuhe_markup_escape(&sheet->text, write->text);
        add_tag(sheet, "</", "v>");
    } else {
        add_tag(sheet, "\" t=\"inlineStr\"><", "is><");
        fuhe_text_builder_add(&sheet->text, sheet->map.data.prefix);
        add(sheet, "t xml:space=\"preserve\">");
        fuhe_markup_escape(&sheet->text, write->text);
        add_tag(sheet, "</", "t>");
        add_tag(sheet, "</", "is>");
    }
    add_tag(sheet, "</", "c>");
}

/* In front of the next cell of the row, else at its end. */
static size_t find_place(const struct sheet *sheet, const struct fuhe_mapped_row *row, uint32_t column) {
    for (size_t i = 0; i < row->cell_count; i++) {
        const struct fuhe_mapped_cell *cell = &sheet->map.cells[row->first_cell + i];
        if (cell->column > column) {
            return cell->begin;
        }
    }
    return row->inside_end;
}

static enum fuhe_status write_cell(struct sheet *sheet, const struct fuhe_mapped_row *row, struct fuhe_write *write) {
    const struct fuhe_mapped_cell *cell = fuhe_cell_map_cell(&sheet->map, row, write->column);
    uint32_t style;

    if (fuhe_cell_map_is_reckoned(&sheet->map, row->number, write->column, cell)) {
        ++*sheet->formulas;
        write->is_void = true;
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(find_style(sheet, write, cell, &style));
    add_cell(sheet, write, style);
    const size_t place = cell != NULL ? cell->begin : find_place(sheet, row, write->column);
    return put(sheet, place, cell != NULL ? cell->end : place);
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

/* Sets the value of an attribute that a tag has to what has been added. */
static enum fuhe_status put_value(struct sheet *sheet, fuhe_text value) {
    const size_t begin = (size_t)(value.bytes - sheet->map.markup.bytes);

    return put(sheet, begin, begin + value.length);
}

/* A row may say how far its cells reach. */
static enum fuhe_status widen_row(struct sheet *sheet, const struct fuhe_mapped_row *row, uint32_t column) {
    const fuhe_text spans = fuhe_markup_attribute(&row->tag, "spans");
    const size_t colon = fuhe_text_find(spans, FUHE_TEXT(":"));

    if (spans.length == 0 || colon == spans.length ||
        fuhe_text_to_whole(fuhe_text_from(spans, colon + 1), UINT32_MAX, UINT32_MAX) > column) {
        return FUHE_STATUS_OK;
    }
    fuhe_text_builder_add(&sheet->text, (fuhe_text){spans.bytes, colon + 1});
    add_number(sheet, column + 1);
    return put_value(sheet, spans);
}

/* A height that nobody has set is that of the text before: without it, the row is as high as its text needs. */
static enum fuhe_status free_height(struct sheet *sheet, const struct fuhe_mapped_row *row) {
    static const char name[] = " ht=\"";
    const fuhe_text height = fuhe_markup_attribute(&row->tag, "ht");
    const fuhe_text custom = fuhe_markup_attribute(&row->tag, "customHeight");
    const size_t begin = (size_t)(height.bytes - sheet->map.markup.bytes) - (sizeof name - 1);

    if (height.length == 0 || fuhe_text_equals(custom, FUHE_TEXT("1")) || fuhe_text_equals(custom, FUHE_TEXT("true")) ||
        memcmp(sheet->map.markup.bytes + begin, name, sizeof name - 1) != 0) {
        return FUHE_STATUS_OK;
    }
    return fuhe_splices_add(sheet->splices, begin, begin + sizeof name + height.length, (fuhe_text){NULL, 0});
}

/* "19.71": what stands in front of the point. */
static uint32_t whole_of(fuhe_text number, uint32_t otherwise) {
    const fuhe_text whole = {number.bytes, fuhe_text_find(number, FUHE_TEXT("."))};

    return number.length == 0 ? otherwise : fuhe_text_to_whole(whole, otherwise, UINT32_MAX);
}

static uint32_t width_of_column(const struct sheet *sheet, uint32_t column) {
    enum { USUAL_WIDTH = 8 };

    for (size_t i = 0; i < sheet->map.span_count; i++) {
        const struct fuhe_mapped_columns *span = &sheet->map.spans[i];
        if (span->first <= column && column <= span->last) {
            return whole_of(fuhe_markup_attribute(&span->tag, "width"), USUAL_WIDTH);
        }
    }
    return USUAL_WIDTH;
}

/* How high the texts of a row need it, about. */
static uint32_t needed_height(const struct sheet *sheet, const struct fuhe_write *writes, size_t count) {
    enum { LINE_HEIGHT = 14, INDENT = 2 };
    uint32_t height = 0;

    for (size_t i = 0; i < count; i++) {
        const uint32_t width = width_of_column(sheet, writes[i].column);
        if (writes[i].kind == FUHE_WRITE_PROSE && width > INDENT) {
            const size_t lines = fuhe_width_of(writes[i].text) / (width - INDENT) + 1;
            const uint32_t needed = LINE_HEIGHT * (uint32_t)(lines < 25 ? lines : 25);
            height = needed > height ? needed : height;
        }
    }
    return height;
}

/* A row that somebody has made too low for what is written into a column of the form is made higher. */
static enum fuhe_status raise_row(struct sheet *sheet, const struct fuhe_mapped_row *row,
                                  const struct fuhe_write *writes, size_t count) {
    const fuhe_text height = fuhe_markup_attribute(&row->tag, "ht");
    const fuhe_text custom = fuhe_markup_attribute(&row->tag, "customHeight");
    const bool is_set = fuhe_text_equals(custom, FUHE_TEXT("1")) || fuhe_text_equals(custom, FUHE_TEXT("true"));
    const uint32_t needed = needed_height(sheet, writes, count);

    if (!is_set || height.length == 0 || whole_of(height, UINT32_MAX) >= needed) {
        return FUHE_STATUS_OK;
    }
    add_number(sheet, needed);
    return put_value(sheet, height);
}

static bool has_prose(const struct fuhe_write *writes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (writes[i].kind == FUHE_WRITE_PROSE) {
            return true;
        }
    }
    return false;
}

/* An element without anything in it gets an end tag; what is put at its end comes between. */
static enum fuhe_status open_row(struct sheet *sheet, const struct fuhe_mapped_row *row, bool before) {
    if (row->tag.kind != FUHE_TAG_EMPTY) {
        return FUHE_STATUS_OK;
    }
    if (before) {
        add(sheet, ">");
        return put(sheet, row->tag.end - 2, row->tag.end);
    }
    add(sheet, "</");
    fuhe_text_builder_add(&sheet->text, row->tag.name);
    add(sheet, ">");
    return put(sheet, row->end, row->end);
}

static enum fuhe_status write_row(struct sheet *sheet, const struct fuhe_mapped_row *row, struct fuhe_write *writes,
                                  size_t count) {
    FUHE_TRY(widen_row(sheet, row, writes[count - 1].column));
    if (has_prose(writes, count)) {
        FUHE_TRY(free_height(sheet, row));
        FUHE_TRY(raise_row(sheet, row, writes, count));
    }
    FUHE_TRY(open_row(sheet, row, true));
    for (size_t i = 0; i < count; i++) {
        FUHE_TRY(write_cell(sheet, row, &writes[i]));
    }
    return open_row(sheet, row, false);
}

static enum fuhe_status write_new_row(struct sheet *sheet, const struct fuhe_mapped_row *above,
                                      const struct fuhe_write *writes, size_t count) {
    uint32_t style;

    add_tag(sheet, "<", "row r=\"");
    add_number(sheet, row_of(writes) + 1);
    add(sheet, "\">");
    for (size_t i = 0; i < count; i++) {
        FUHE_TRY(find_style(sheet, &writes[i], NULL, &style));
        add_cell(sheet, &writes[i], style);
    }
    add_tag(sheet, "</", "row>");
    return put(sheet, above->end, above->end);
}

static enum fuhe_status write_rows(struct sheet *sheet, bool *good) {
    for (size_t i = 0, next; i < sheet->count && *good; i = next) {
        struct fuhe_write *writes = &sheet->writes[i];
        const uint32_t number = row_of(writes);
        for (next = i; next < sheet->count && row_of(&sheet->writes[next]) == number; next++) {
            const uint32_t column = sheet->writes[next].column;
            sheet->last_column = column > sheet->last_column ? column : sheet->last_column;
        }
        sheet->last_row = number;
        const struct fuhe_mapped_row *row = fuhe_cell_map_row(&sheet->map, number);
        const struct fuhe_mapped_row *above = number == 0 ? NULL : fuhe_cell_map_row(&sheet->map, number - 1);
        *good = row != NULL || above != NULL;
        if (row != NULL) {
            FUHE_TRY(write_row(sheet, row, writes, next - i));
        } else if (above != NULL) {
            FUHE_TRY(write_new_row(sheet, above, writes, next - i));
        }
    }
    return FUHE_STATUS_OK;
}

/* --- the sheet --------------------------------------------------------------------------------------------------- */

/* "A1:I40": where the cells of the sheet lie. */
static enum fuhe_status widen_dimension(struct sheet *sheet) {
    const fuhe_text reference = sheet->map.dimension.text.bytes == NULL
                                    ? (fuhe_text){NULL, 0}
                                    : fuhe_markup_attribute(&sheet->map.dimension, "ref");
    uint32_t row;
    uint32_t column;
    uint32_t last_row;
    uint32_t last_column;
    size_t at = 0;

    if (!fuhe_xlsx_reference_parse(reference, &at, &row, &column) || at == reference.length) {
        return FUHE_STATUS_OK;
    }
    at++;
    if (!fuhe_xlsx_reference_parse(reference, &at, &last_row, &last_column) ||
        (last_row >= sheet->last_row && last_column >= sheet->last_column)) {
        return FUHE_STATUS_OK;
    }
    add_reference(sheet, row, column);
    add(sheet, ":");
    add_reference(sheet, last_row > sheet->last_row ? last_row : sheet->last_row,
                  last_column > sheet->last_column ? last_column : sheet->last_column);
    return put_value(sheet, reference);
}

/* The rows that are written in, those that cells look like, and the one above a new row. */
static enum fuhe_status find_wanted(struct sheet *sheet) {
    uint32_t *rows = fuhe_arena_allocate(sheet->splices->arena, 2 * sheet->count, sizeof *rows);
    size_t kept = 0;

    if (rows == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < sheet->count; i++) {
        rows[2 * i] = row_of(&sheet->writes[i]);
        rows[2 * i + 1] = sheet->writes[i].like_row;
    }
    qsort(rows, 2 * sheet->count, sizeof *rows, compare_numbers);
    for (size_t i = 0; i < 2 * sheet->count; i++) {
        rows[kept] = rows[i];
        kept += i + 1 == 2 * sheet->count || rows[i + 1] != rows[i];
    }
    sheet->map.wanted = rows;
    sheet->map.wanted_count = kept;
    return FUHE_STATUS_OK;
}

static enum fuhe_status fill(struct sheet *sheet, bool *good) {
    FUHE_TRY(find_wanted(sheet));
    FUHE_TRY(fuhe_cell_map_read(&sheet->map, good));
    if (*good) {
        FUHE_TRY(write_rows(sheet, good));
        FUHE_TRY(widen_dimension(sheet));
        FUHE_TRY(fuhe_fill_columns(&sheet->map, sheet->writes, sheet->count, sheet->splices));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_fill_sheet(fuhe_text markup, struct fuhe_write *writes, size_t count, struct fuhe_styles *styles,
                                 struct fuhe_splices *splices, size_t *formulas) {
    struct sheet sheet = {.writes = writes, .count = count, .styles = styles, .splices = splices, .formulas = formulas};
    bool good = true;

    if (count == 0) {
        return FUHE_STATUS_OK;
    }
    sheet.map.arena = splices->arena;
    sheet.map.markup = markup;
    qsort(writes, count, sizeof *writes, compare_writes);
    const enum fuhe_status status = fill(&sheet, &good);
    fuhe_text_builder_release(&sheet.text);
    return status == FUHE_STATUS_OK && !good ? FUHE_STATUS_UNREADABLE : status;
}
