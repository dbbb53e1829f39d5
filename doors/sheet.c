/* SPDX-License-Identifier: Apache-2.0 */
/* A sheet as one grid. Cells may come in any order and merged ranges behind all of them, so both are kept first. */
#include "doors/sheet.h"

#include <stdlib.h>

#include "doors/door.h"

static enum fuhe_status out_of_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

enum fuhe_status fuhe_sheet_add_cell(struct fuhe_sheet *sheet, const struct fuhe_sheet_cell *cell,
                                     struct fuhe_error *err) {
    void *items = sheet->cells;

    *sheet->text_bytes += cell->text.length;
    if (*sheet->text_bytes > FUHE_LIMIT_INTAKE_BYTES) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_BYTES, NULL, "64");
    }
    if (sheet->cell_count >= FUHE_LIMIT_GRID_CELLS) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_CELLS, "> 1000000", "1000000");
    }
    if (fuhe_arena_grow(sheet->document->arena, &items, sheet->cell_count, &sheet->cell_capacity, sizeof *cell) !=
        FUHE_STATUS_OK) {
        return out_of_memory(err);
    }
    sheet->cells = items;
    sheet->cells[sheet->cell_count++] = *cell;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_sheet_copy_cell(struct fuhe_sheet *sheet, const struct fuhe_sheet_cell *cell,
                                      struct fuhe_error *err) {
    struct fuhe_sheet_cell copy = *cell;

    if (fuhe_arena_copy(sheet->document->arena, cell->text, &copy.text) != FUHE_STATUS_OK) {
        return out_of_memory(err);
    }
    return fuhe_sheet_add_cell(sheet, &copy, err);
}

enum fuhe_status fuhe_sheet_add_merge(struct fuhe_sheet *sheet, const struct fuhe_sheet_merge *merge,
                                      struct fuhe_error *err) {
    void *items = sheet->merges;

    if (sheet->merge_count == FUHE_LIMIT_GRID_CELLS) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_CELLS, "> 1000000", "1000000");
    }
    if (fuhe_arena_grow(sheet->document->arena, &items, sheet->merge_count, &sheet->merge_capacity, sizeof *merge) !=
        FUHE_STATUS_OK) {
        return out_of_memory(err);
    }
    sheet->merges = items;
    sheet->merges[sheet->merge_count++] = *merge;
    return FUHE_STATUS_OK;
}

/* --- the grid --- */

static int compare(uint32_t row, uint32_t column, uint32_t other_row, uint32_t other_column) {
    return row != other_row ? (row > other_row) - (row < other_row) : (column > other_column) - (column < other_column);
}

static int compare_cells(const void *left, const void *right) {
    const struct fuhe_sheet_cell *one = left;
    const struct fuhe_sheet_cell *other = right;

    return compare(one->row, one->column, other->row, other->column);
}

static int compare_merges(const void *left, const void *right) {
    const struct fuhe_sheet_merge *one = left;
    const struct fuhe_sheet_merge *other = right;

    return compare(one->row, one->column, other->row, other->column);
}

/* Where the next cells and merges of the walk are. */
struct walk {
    const struct fuhe_sheet *sheet;
    struct fuhe_grid_builder builder;
    size_t cell;
    size_t merge;
    uint32_t columns;
};

static uint32_t next_free(const struct fuhe_grid_builder *builder, uint32_t row) {
    uint32_t column = builder->column;

    while (column < builder->taken_capacity && builder->taken[column] > row) {
        column++;
    }
    return column;
}

/* The cell at a place: its text, and how far it reaches within the columns with text. */
static struct fuhe_grid_cell make_cell(struct walk *walk, uint32_t row, uint32_t column) {
    const struct fuhe_sheet *sheet = walk->sheet;
    struct fuhe_grid_cell made = {.row_span = 1, .column_span = 1};

    for (; walk->cell < sheet->cell_count; walk->cell++) {
        const struct fuhe_sheet_cell *cell = &sheet->cells[walk->cell];
        if (compare(cell->row, cell->column, row, column) > 0) {
            break;
        }
        if (cell->row == row && cell->column == column) {
            made.text = cell->text;
            made.struck = cell->struck;
        }
    }
    for (; walk->merge < sheet->merge_count; walk->merge++) {
        const struct fuhe_sheet_merge *merge = &sheet->merges[walk->merge];
        if (compare(merge->row, merge->column, row, column) > 0) {
            break;
        }
        if (merge->row == row && merge->column == column) {
            const uint32_t room = walk->columns - column;
            made.row_span = merge->row_span;
            made.column_span = merge->column_span < room ? merge->column_span : room;
        }
    }
    return made;
}

/* A row without any text has no cells: it parts what stands above from what stands below. */
static enum fuhe_status add_row(struct walk *walk, uint32_t row, struct fuhe_error *err) {
    fuhe_grid_begin_row(&walk->builder);
    if (walk->cell == walk->sheet->cell_count || walk->sheet->cells[walk->cell].row > row) {
        return FUHE_STATUS_OK;
    }
    for (;;) {
        const uint32_t column = next_free(&walk->builder, row);
        if (column >= walk->columns) {
            break;
        }
        const struct fuhe_grid_cell cell = make_cell(walk, row, column);
        FUHE_TRY(fuhe_grid_add(&walk->builder, &cell, err));
    }
    while (walk->cell < walk->sheet->cell_count && walk->sheet->cells[walk->cell].row <= row) {
        walk->cell++; /* text under a merged cell */
    }
    return FUHE_STATUS_OK;
}

static uint32_t find_reach(const struct fuhe_sheet *sheet) {
    uint32_t reach = 0;

    for (size_t i = 0; i < sheet->cell_count; i++) {
        reach = sheet->cells[i].column >= reach ? sheet->cells[i].column + 1 : reach;
    }
    for (size_t i = 0; i < sheet->merge_count; i++) {
        const uint32_t end = sheet->merges[i].column + sheet->merges[i].column_span;
        reach = end > reach ? end : reach;
    }
    return reach;
}

enum fuhe_status fuhe_sheet_make_grid(struct fuhe_sheet *sheet, fuhe_text name, struct fuhe_error *err) {
    struct walk walk = {.sheet = sheet};

    if (sheet->cell_count == 0) {
        return FUHE_STATUS_OK;
    }
    qsort(sheet->cells, sheet->cell_count, sizeof *sheet->cells, compare_cells);
    if (sheet->merge_count > 0) {
        qsort(sheet->merges, sheet->merge_count, sizeof *sheet->merges, compare_merges);
    }
    for (size_t i = 0; i < sheet->cell_count; i++) {
        walk.columns = sheet->cells[i].column >= walk.columns ? sheet->cells[i].column + 1 : walk.columns;
    }
    fuhe_grid_begin(&walk.builder, sheet->document, (struct fuhe_place){0});
    walk.builder.grid.sheet = name;
    walk.builder.grid.part = sheet->part;
    walk.builder.grid.reach = find_reach(sheet);
    walk.builder.grid.merges = sheet->merges;
    walk.builder.grid.merge_count = sheet->merge_count;
    for (uint32_t row = 0; row <= sheet->cells[sheet->cell_count - 1].row; row++) {
        FUHE_TRY(add_row(&walk, row, err));
    }
    return fuhe_grid_end(&walk.builder, err);
}
