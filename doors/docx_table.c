/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of a document of Word. Borders drawn by hand do not quite meet from row to row, and each such gap is a
 * column of the table's grid, which cells above and below take part in differently. The gaps are too narrow for a
 * letter; left out, cells that a reader sees below one another are so. Should a cell that is all gap have text, then
 * the column is none, for all rows: the document is read once more. Rows that a change took out are left out. */
#include "doors/door_docx.h"

#include <stdlib.h>

/* --- columns ------------------------------------------------------------------------------------------------------ */

enum {
    GAP_MAX = 120,      /* twentieths of a point: 2 mm */
    GAPS_OF_WIDEST = 5, /* and this small beside the widest column: some programs write one small number for all */
    WIDTH_MAX = 1 << 20
};

static enum fuhe_status add_column(struct fuhe_docx_columns *columns, uint32_t width, struct fuhe_arena *arena) {
    void *items = columns->numbers;

    if (columns->ended) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_arena_grow(arena, &items, columns->count, &columns->capacity, sizeof width));
    columns->numbers = items;
    columns->numbers[columns->count++] = width < WIDTH_MAX ? width : WIDTH_MAX;
    return FUHE_STATUS_OK;
}

static int compare_filled(const void *left, const void *right) {
    const struct fuhe_docx_filled *one = left;
    const struct fuhe_docx_filled *other = right;

    return one->table != other->table ? (one->table > other->table) - (one->table < other->table)
                                      : (one->column > other->column) - (one->column < other->column);
}

void fuhe_docx_sort_filled(struct fuhe_docx_filled_list *filled) {
    qsort(filled->items, filled->count, sizeof *filled->items, compare_filled);
    filled->is_known = true;
}

static bool is_filled(const struct fuhe_docx_filled_list *filled, uint32_t table, uint32_t column) {
    const struct fuhe_docx_filled wanted = {table, column};

    return filled->is_known && bsearch(&wanted, filled->items, filled->count, sizeof wanted, compare_filled) != NULL;
}

/* Of the open table. */
static void number_columns(struct fuhe_docx *docx) {
    struct fuhe_docx_columns *columns = &docx->columns[docx->flow.table_count - 1];
    const uint32_t table = fuhe_flow_table(&docx->flow)->grid.grid.number;
    uint32_t widest = 0;

    for (size_t i = 0; i < columns->count && !columns->ended; i++) {
        widest = columns->numbers[i] > widest ? columns->numbers[i] : widest;
    }
    for (size_t i = 0; i < columns->count && !columns->ended; i++) {
        const uint32_t width = columns->numbers[i];
        const bool is_gap = width > 0 && width < GAP_MAX && width * GAPS_OF_WIDEST < widest &&
                            !is_filled(docx->filled, table, (uint32_t)i);
        columns->numbers[i] = columns->total;
        columns->total += is_gap ? 0 : 1;
    }
    columns->ended = true;
}

/* The number of a column among those that count; of a gap that of the column behind it. */
static uint32_t number_of(const struct fuhe_docx_columns *columns, uint32_t column) {
    const uint32_t known = columns->ended ? (uint32_t)columns->count : 0;

    return column < known ? columns->numbers[column] : columns->total + (column - known);
}

/* --- tables, rows, cells ------------------------------------------------------------------------------------------ */

/* Of the innermost table, NULL outside of tables. */
static struct fuhe_docx_columns *columns_of(struct fuhe_docx *docx) {
    return docx->flow.table_count == 0 ? NULL : &docx->columns[docx->flow.table_count - 1];
}

enum fuhe_status fuhe_docx_begin_table(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)tag;
    docx->apart = false;
    FUHE_TRY(fuhe_flow_begin_table(&docx->flow, (struct fuhe_place){0}, err));
    *columns_of(docx) = (struct fuhe_docx_columns){0};
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_docx_take_column(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    struct fuhe_docx_columns *columns = columns_of(docx);
    const uint32_t width = fuhe_tag_number(tag, "w", 0, UINT32_MAX);

    return columns == NULL || add_column(columns, width, docx->flow.document->arena) == FUHE_STATUS_OK
               ? FUHE_STATUS_OK
               : fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

enum fuhe_status fuhe_docx_end_columns(struct fuhe_docx *docx, struct fuhe_error *err) {
    (void)err;
    if (docx->flow.table_count > 0) {
        number_columns(docx);
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_docx_end_table(struct fuhe_docx *docx, struct fuhe_error *err) {
    docx->apart = false;
    return fuhe_flow_end_table(&docx->flow, err);
}

enum fuhe_status fuhe_docx_begin_row(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)tag, (void)err;
    if (docx->flow.table_count > 0) {
        columns_of(docx)->next = 0;
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_docx_end_row(struct fuhe_docx *docx, struct fuhe_error *err) {
    docx->apart = false;
    return fuhe_flow_end_row(&docx->flow, err);
}

enum fuhe_status fuhe_docx_begin_row_properties(struct fuhe_docx *docx, const struct fuhe_tag *tag,
                                                struct fuhe_error *err) {
    (void)tag, (void)err;
    docx->in_row_properties = true;
    docx->row_is_deleted = false;
    return FUHE_STATUS_OK;
}

/* Of a deleted row all the rest is left out: the row begins with its first cell. */
enum fuhe_status fuhe_docx_end_row_properties(struct fuhe_docx *docx, struct fuhe_error *err) {
    (void)err;
    docx->in_row_properties = false;
    docx->skipped = docx->row_is_deleted;
    return FUHE_STATUS_OK;
}

/* Columns in front of the first cell. */
enum fuhe_status fuhe_docx_skip_columns(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)err;
    if (docx->in_row_properties && docx->flow.table_count > 0) {
        columns_of(docx)->next = fuhe_tag_number(tag, "val", 0, FUHE_LIMIT_GRID_COLUMNS);
    }
    return FUHE_STATUS_OK;
}

static struct fuhe_flow_table *table_with_open_cell(struct fuhe_docx *docx) {
    struct fuhe_flow_table *table = fuhe_flow_table(&docx->flow);

    return table != NULL && table->in_cell ? table : NULL;
}

static void leave_out_cell(struct fuhe_flow_table *table) {
    table->in_cell = false;
    table->text.length = table->struck.length = 0;
}

static uint32_t snapped_span(const struct fuhe_docx_columns *columns) {
    return number_of(columns, columns->next + columns->span) - number_of(columns, columns->next);
}

/* The open cell at its columns. */
static void place_cell(struct fuhe_docx *docx, struct fuhe_flow_table *table, uint32_t span) {
    struct fuhe_docx_columns *columns = columns_of(docx);
    const uint32_t column = number_of(columns, columns->next);

    columns->span = span;
    table->cell.column_span = snapped_span(columns) == 0 ? 1 : snapped_span(columns);
    if (column > table->grid.column) {
        fuhe_grid_skip(&table->grid, column - table->grid.column);
    }
}

enum fuhe_status fuhe_docx_begin_cell(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    const struct fuhe_grid_cell cell = {.row_span = 1, .column_span = 1, .number = docx->cells};

    (void)tag;
    docx->apart = docx->cell_goes_on = docx->cell_is_deleted = false;
    FUHE_TRY(fuhe_flow_begin_cell(&docx->flow, &cell, err));
    if (docx->flow.table_count > 0) {
        place_cell(docx, fuhe_flow_table(&docx->flow), 1);
    }
    return FUHE_STATUS_OK;
}

/* A cell that is all gap, with text. */
static enum fuhe_status note_filled(struct fuhe_docx *docx, struct fuhe_error *err) {
    struct fuhe_docx_filled_list *filled = docx->filled;
    void *items = filled->items;

    if (fuhe_arena_grow(docx->flow.document->arena, &items, filled->count, &filled->capacity, sizeof *filled->items) !=
        FUHE_STATUS_OK) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    filled->items = items;
    filled->items[filled->count++] =
        (struct fuhe_docx_filled){fuhe_flow_table(&docx->flow)->grid.grid.number, columns_of(docx)->next};
    return FUHE_STATUS_OK;
}

/* A cell that is all gap is left out, unless it has text for all that. */
enum fuhe_status fuhe_docx_end_cell(struct fuhe_docx *docx, struct fuhe_error *err) {
    struct fuhe_docx_columns *columns = columns_of(docx);
    const struct fuhe_text_builder *text = fuhe_flow_cell_text(&docx->flow);

    docx->apart = false;
    if (columns == NULL) {
        return FUHE_STATUS_OK;
    }
    if (text != NULL && snapped_span(columns) == 0) {
        if (fuhe_flow_cell_is_blank(fuhe_flow_table(&docx->flow))) {
            leave_out_cell(fuhe_flow_table(&docx->flow));
        } else if (!docx->filled->is_known) {
            FUHE_TRY(note_filled(docx, err));
        }
    }
    columns->next += docx->cell_is_deleted ? 0 : columns->span;
    docx->cell_is_deleted = false;
    return fuhe_flow_end_cell(&docx->flow, err);
}

enum fuhe_status fuhe_docx_set_column_span(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    struct fuhe_flow_table *table = table_with_open_cell(docx);
    const uint32_t columns = fuhe_tag_number(tag, "val", 1, FUHE_LIMIT_GRID_COLUMNS + 1);

    (void)err;
    if (table != NULL) {
        place_cell(docx, table, columns == 0 ? 1 : columns);
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_docx_set_merge(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    struct fuhe_flow_table *table = table_with_open_cell(docx);

    (void)err;
    if (table != NULL) {
        table->goes_on = true;
        docx->cell_goes_on = !fuhe_text_equals(fuhe_tag_attribute(tag, "val"), FUHE_TEXT("restart"));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_docx_set_cell_deleted(struct fuhe_docx *docx, const struct fuhe_tag *tag,
                                            struct fuhe_error *err) {
    (void)tag, (void)err;
    docx->cell_is_deleted = true;
    return FUHE_STATUS_OK;
}

/* A cell with nothing above that it could go on with is one of its own. */
enum fuhe_status fuhe_docx_end_cell_properties(struct fuhe_docx *docx, struct fuhe_error *err) {
    struct fuhe_flow_table *table = table_with_open_cell(docx);

    (void)err;
    if (table == NULL || table->is_layout) {
        return FUHE_STATUS_OK;
    }
    if (docx->cell_is_deleted || (docx->cell_goes_on && fuhe_grid_go_on(&table->grid, table->cell.column_span))) {
        leave_out_cell(table);
        docx->skipped = 1;
    }
    return FUHE_STATUS_OK;
}
