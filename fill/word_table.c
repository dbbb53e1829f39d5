/* SPDX-License-Identifier: Apache-2.0 */
/* New columns of a table in Word: rows with something to write get cells, of all others the last cell reaches over the
 * new columns, so that the table stays a rectangle. The table stays as wide as it is: what the new columns take, all
 * others give, each in its proportion. */
#include "fill/word_table.h"

#include "engine/output.h"
#include "doors/part.h"

enum { WIDTH_MAX = 100000, SCORE_PERCENT = 8, REASON_PERCENT = 17, OWN_WIDTH = 6000, NARROWEST = 120, NEW_MIN = 480 };

struct columns {
    struct fuhe_word *word;
    const struct fuhe_table *table;
    size_t table_index;
    uint32_t count;
    uint32_t widths[2]; /* at most two are added */
    uint32_t total;     /* of the table, 0 when it does not say */
    uint32_t left;      /* for the columns that it has */
    const struct fuhe_write *writes;
    size_t write_count;
    size_t *firsts; /* of each row of the document */
};

static enum fuhe_status put(struct fuhe_word *word, size_t begin, size_t end) {
    const enum fuhe_status status =
        word->text.bytes.failed
            ? FUHE_STATUS_NO_MEMORY
            : fuhe_splices_add(word->splices, begin, end, fuhe_text_builder_text(&word->text.bytes));

    word->text.bytes.length = 0;
    return status;
}

static enum fuhe_status put_number(struct fuhe_word *word, fuhe_text old, uint32_t value) {
    char digits[FUHE_SIZE_TEXT_SIZE];
    const size_t begin = (size_t)(old.bytes - word->map.markup.bytes);

    fuhe_text_builder_add(&word->text.bytes, (fuhe_text){digits, fuhe_size_format(value, digits)});
    return put(word, begin, begin + old.length);
}

/* A column that is read stays wide enough to be. */
static uint32_t scale(const struct columns *columns, uint32_t width) {
    const uint32_t scaled = columns->total == 0 ? width : (uint32_t)((uint64_t)width * columns->left / columns->total);

    return width >= NARROWEST && scaled < NARROWEST ? NARROWEST : scaled;
}

/* --- widths ------------------------------------------------------------------------------------------------------ */

/* Where the tags of the list of columns begin. */
static size_t find_grid(const struct columns *columns, size_t from) {
    const fuhe_text markup = columns->word->map.markup;
    struct fuhe_markup_tag tag;
    size_t at = from;

    while (at < columns->table->grid_end && fuhe_markup_next(markup, &at, &tag)) {
        if (tag.kind == FUHE_TAG_BEGIN && fuhe_markup_is(&tag, "tblGrid")) {
            return at;
        }
    }
    return columns->table->grid_end;
}

/* The list may hold what it was before a change: that is behind the columns. */
static bool next_column(const struct columns *columns, size_t *at, struct fuhe_markup_tag *tag) {
    return *at < columns->table->grid_end && fuhe_markup_next(columns->word->map.markup, at, tag) &&
           tag->kind != FUHE_TAG_END && fuhe_markup_is(tag, "gridCol");
}

static void find_widths(struct columns *columns, size_t grid) {
    struct fuhe_markup_tag tag;
    uint32_t used = 0;
    uint32_t listed = 0;

    for (size_t at = grid; next_column(columns, &at, &tag); listed++) {
        const uint32_t width = fuhe_text_to_whole(fuhe_markup_attribute(&tag, "w"), 0, WIDTH_MAX);
        columns->total += columns->total < WIDTH_MAX ? width : 0;
    }
    columns->total = listed < columns->table->width ? 0 : columns->total; /* not all of them */
    const uint32_t base = columns->total > 0 ? columns->total : OWN_WIDTH;
    for (uint32_t i = 0; i < columns->count; i++) {
        const bool is_reason = i + 1 == columns->count && columns->count > 1;
        const uint32_t width = base * (is_reason ? REASON_PERCENT : SCORE_PERCENT) / 100;
        columns->widths[i] = width < NEW_MIN ? NEW_MIN : width;
        used += columns->widths[i];
    }
    columns->left = columns->total > used ? columns->total - used : columns->total;
}

static enum fuhe_status write_grid(struct columns *columns, size_t grid) {
    struct fuhe_word *word = columns->word;
    struct fuhe_markup_tag tag;
    size_t end = grid;

    if (columns->total == 0) {
        return FUHE_STATUS_OK;
    }
    for (size_t at = grid; next_column(columns, &at, &tag); end = at) {
        const fuhe_text width = fuhe_markup_attribute(&tag, "w");
        const uint32_t number = fuhe_text_to_whole(width, 0, WIDTH_MAX);
        if (number > 0) {
            FUHE_TRY(put_number(word, width, scale(columns, number)));
        }
    }
    for (uint32_t i = 0; i < columns->count; i++) {
        fuhe_word_open(&word->text, "gridCol");
        fuhe_word_attribute(&word->text, "w", columns->widths[i]);
        fuhe_word_add(&word->text, "/>");
        FUHE_TRY(put(word, end, end));
    }
    return FUHE_STATUS_OK;
}

/* --- cells ------------------------------------------------------------------------------------------------------- */

/* The first tag of a name within the properties of a cell. */
static bool find_property(const struct fuhe_word *word, const struct fuhe_table_cell *cell, const char *name,
                          struct fuhe_markup_tag *found) {
    size_t at = cell->tag.end;

    while (at < cell->inside_end && fuhe_markup_next(word->map.markup, &at, found) && !fuhe_markup_is(found, "p") &&
           !fuhe_markup_is(found, "tcPrChange")) {
        if (found->kind != FUHE_TAG_END && fuhe_markup_is(found, name)) {
            return true;
        }
    }
    return false;
}

/* How wide a cell is, with what it gets more. */
static enum fuhe_status scale_cell(struct columns *columns, const struct fuhe_table_cell *cell, uint32_t more) {
    struct fuhe_markup_tag tag;

    if (!find_property(columns->word, cell, "tcW", &tag)) {
        return FUHE_STATUS_OK;
    }
    const fuhe_text width = fuhe_markup_attribute(&tag, "w");
    const uint32_t number = fuhe_text_to_whole(width, 0, WIDTH_MAX);
    const bool is_absolute = fuhe_text_equals(fuhe_markup_attribute(&tag, "type"), FUHE_TEXT("dxa"));
    return number == 0 || !is_absolute ? FUHE_STATUS_OK
                                       : put_number(columns->word, width, scale(columns, number) + more);
}

/* Behind the properties of a cell that come before its span. */
static size_t place_of_span(const struct fuhe_word *word, const struct fuhe_table_cell *cell, size_t first) {
    static const char *const before[] = {"cnfStyle", "tcW"};
    struct fuhe_markup_tag tag;
    size_t place = first;

    for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
        if (find_property(word, cell, before[i], &tag)) {
            place = fuhe_markup_end(word->map.markup, &tag, NULL);
        }
    }
    return place;
}

/* Lets a cell reach over more columns. */
static enum fuhe_status extend(struct columns *columns, const struct fuhe_table_cell *cell) {
    struct fuhe_word *word = columns->word;
    struct fuhe_markup_tag tag;
    size_t begin = cell->tag.end;
    size_t end = begin;

    if (find_property(word, cell, "gridSpan", &tag)) {
        return put_number(word, fuhe_markup_attribute(&tag, "val"), cell->span + columns->count);
    }
    const bool has_properties = find_property(word, cell, "tcPr", &tag);
    const bool is_open = has_properties && tag.kind == FUHE_TAG_BEGIN;
    if (is_open) {
        begin = end = place_of_span(word, cell, tag.end);
    } else if (has_properties) {
        begin = tag.begin;
        end = tag.end;
    }
    if (!is_open) {
        fuhe_word_open(&word->text, "tcPr>");
    }
    fuhe_word_open(&word->text, "gridSpan");
    fuhe_word_attribute(&word->text, "val", cell->span + columns->count);
    fuhe_word_add(&word->text, "/>");
    if (!is_open) {
        fuhe_word_close(&word->text, "tcPr");
    }
    return put(word, begin, end);
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

/* Notes of each row of the document where the writes into its new columns begin, from 1; they come row by row. */
static enum fuhe_status index_writes(struct columns *columns) {
    const struct fuhe_table_map *map = &columns->word->map;

    columns->firsts = fuhe_arena_allocate(map->arena, map->row_count, sizeof *columns->firsts);
    if (columns->firsts == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = columns->write_count; i > 0; i--) {
        const struct fuhe_write *write = &columns->writes[i - 1];
        const struct fuhe_table_row *row = fuhe_word_row_at(columns->word, write->grid, write->row);
        if (!write->in_new_row && write->column >= write->grid->columns && row != NULL) {
            columns->firsts[row - map->rows] = i;
        }
    }
    return FUHE_STATUS_OK;
}

static const struct fuhe_write *find_write(const struct columns *columns, size_t row, uint32_t number) {
    const size_t first = columns->firsts[row];

    for (size_t i = first; i > 0 && i <= columns->write_count && i < first + 2; i++) {
        const struct fuhe_write *write = &columns->writes[i - 1];
        if (write->row == columns->writes[first - 1].row && !write->in_new_row &&
            write->column == write->grid->columns + number) {
            return write;
        }
    }
    return NULL;
}

static bool is_written(const struct columns *columns, size_t row) {
    return columns->firsts[row] > 0;
}

static const struct fuhe_table_cell *find_like(const struct columns *columns, const struct fuhe_write *write,
                                               const struct fuhe_table_row *row) {
    const struct fuhe_table_cell *like =
        write == NULL ? NULL : fuhe_word_cell_at(columns->word, write->grid, write->like_row, write->like_column);

    return like == NULL ? &columns->word->map.cells[row->last_cell] : like;
}

/* A row that ends early gets cells without anything up to the new columns. */
static enum fuhe_status fill_gap(struct columns *columns, const struct fuhe_table_row *row) {
    struct fuhe_word *word = columns->word;
    const uint32_t gap = columns->table->width - row->width;

    if (gap == 0) {
        return FUHE_STATUS_OK;
    }
    if (row->after_end > 0) {
        FUHE_TRY(fuhe_splices_add(word->splices, row->after_begin, row->after_end, (fuhe_text){NULL, 0}));
    }
    fuhe_word_add_cell(&word->text, word->map.markup, &word->map.cells[row->last_cell], gap, 0, (fuhe_text){NULL, 0});
    return put(word, row->inside_end, row->inside_end);
}

static enum fuhe_status add_cells(struct columns *columns, size_t index) {
    struct fuhe_word *word = columns->word;
    const struct fuhe_table_row *row = &word->map.rows[index];

    FUHE_TRY(fill_gap(columns, row));
    for (uint32_t i = 0; i < columns->count; i++) {
        const struct fuhe_write *write = find_write(columns, index, i);
        fuhe_word_add_cell(&word->text, word->map.markup, find_like(columns, write, row), 1, columns->widths[i],
                           write == NULL ? (fuhe_text){NULL, 0} : write->text);
    }
    return put(word, row->inside_end, row->inside_end);
}

static enum fuhe_status write_row(struct columns *columns, size_t index) {
    struct fuhe_word *word = columns->word;
    const struct fuhe_table_row *row = &word->map.rows[index];
    const uint32_t more = columns->widths[0] + columns->widths[1];

    if (is_written(columns, index)) {
        return add_cells(columns, index);
    }
    const struct fuhe_table_cell *last = &word->map.cells[row->last_cell];
    if (row->width < columns->table->width) {
        return FUHE_STATUS_OK; /* it ends early as it is */
    }
    if (last->is_merged) {
        fuhe_word_add_cell(&word->text, word->map.markup, last, columns->count, more, (fuhe_text){NULL, 0});
        return put(word, row->inside_end, row->inside_end);
    }
    return extend(columns, last);
}

static enum fuhe_status scale_cells(struct columns *columns) {
    const struct fuhe_table_map *map = &columns->word->map;
    const uint32_t all = columns->widths[0] + columns->widths[1];

    for (size_t i = 0; i < map->cell_count && columns->total > 0; i++) {
        const struct fuhe_table_cell *cell = &map->cells[i];
        if (cell->row == SIZE_MAX || map->rows[cell->row].table != columns->table_index) {
            continue;
        }
        const struct fuhe_table_row *row = &map->rows[cell->row];
        const bool reaches = row->last_cell == i && row->width == columns->table->width && !cell->is_merged &&
                             !is_written(columns, cell->row);
        FUHE_TRY(scale_cell(columns, cell, reaches ? all : 0));
    }
    return FUHE_STATUS_OK;
}

static uint32_t count_columns(const struct fuhe_write *writes, size_t count) {
    uint32_t found = 0;

    for (size_t i = 0; i < count; i++) {
        const uint32_t behind = writes[i].column + 1 > writes[i].grid->columns && !writes[i].in_new_row
                                    ? writes[i].column + 1 - writes[i].grid->columns
                                    : 0;
        found = behind > found ? behind : found;
    }
    return found > 2 ? 2 : found;
}

enum fuhe_status fuhe_word_add_columns(struct fuhe_word *word, const struct fuhe_write *writes, size_t count) {
    struct columns columns = {
        .word = word, .count = count_columns(writes, count), .writes = writes, .write_count = count};
    const struct fuhe_table_row *first = fuhe_word_row_at(word, writes->grid, writes->row);

    if (columns.count == 0 || first == NULL || first->table == SIZE_MAX) {
        return FUHE_STATUS_OK;
    }
    columns.table_index = first->table;
    columns.table = &word->map.tables[first->table];
    FUHE_TRY(index_writes(&columns));
    const size_t grid = find_grid(&columns, columns.table->begin);
    find_widths(&columns, grid);
    FUHE_TRY(write_grid(&columns, grid));
    FUHE_TRY(scale_cells(&columns));
    for (size_t i = 0; i < word->map.row_count; i++) {
        const struct fuhe_table_row *row = &word->map.rows[i];
        if (row->table == columns.table_index && row->last_cell != SIZE_MAX) {
            FUHE_TRY(write_row(&columns, i));
        }
    }
    return FUHE_STATUS_OK;
}
