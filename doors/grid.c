/* SPDX-License-Identifier: Apache-2.0 */
/* Grids as tables draw them: a cell takes the next column that no cell from above reaches into, and covers as many rows
 * and columns as it spans. Which cell covers a place is looked up in one array, made when the grid ends. */
#include "doors/grid.h"

#include "engine/output.h"

#include <string.h>

static enum fuhe_status out_of_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

static enum fuhe_status over_limit(enum fuhe_problem problem, size_t found, size_t limit, struct fuhe_place place,
                                   struct fuhe_error *err) {
    (void)fuhe_error_set_limit(err, problem, found, limit, "");
    fuhe_error_set_place(err, place.line, place.column);
    return FUHE_STATUS_UNREADABLE;
}

void fuhe_door_document_begin(struct fuhe_door_document *document, struct fuhe_arena *arena) {
    *document = (struct fuhe_door_document){.arena = arena};
}

static enum fuhe_status add_block(struct fuhe_door_document *document, const struct fuhe_block_of_text *block,
                                  struct fuhe_error *err) {
    const struct fuhe_place place = block->kind == FUHE_BLOCK_GRID ? block->grid.place : block->paragraph.place;
    void *items = document->blocks;

    if (document->block_count == FUHE_LIMIT_DOCUMENT_BLOCKS) {
        return over_limit(FUHE_PROBLEM_LIMIT_BLOCKS, document->block_count + 1, FUHE_LIMIT_DOCUMENT_BLOCKS, place, err);
    }
    if (fuhe_arena_grow(document->arena, &items, document->block_count, &document->block_capacity, sizeof *block) !=
        FUHE_STATUS_OK) {
        return out_of_memory(err);
    }
    document->blocks = items;
    document->blocks[document->block_count++] = *block;
    return FUHE_STATUS_OK;
}

/* A copy in which U+FFFE and U+FFFF, which no XML may hold, have become U+FFFD. */
static enum fuhe_status copy_text(struct fuhe_arena *arena, fuhe_text text, fuhe_text *copy) {
    char *bytes = fuhe_arena_allocate(arena, text.length, 1);

    if (bytes == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    memcpy(bytes, text.bytes, text.length);
    for (char *at = bytes; (at = memchr(at, '\xEF', text.length - (size_t)(at - bytes))) != NULL; at++) {
        if ((size_t)(at - bytes) + 2 < text.length && at[1] == '\xBF' && (at[2] == '\xBE' || at[2] == '\xBF')) {
            at[2] = '\xBD';
        }
    }
    *copy = (fuhe_text){bytes, text.length};
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_door_document_add_text(struct fuhe_door_document *document, fuhe_text text,
                                             struct fuhe_place place, struct fuhe_error *err) {
    struct fuhe_block_of_text block = {.kind = FUHE_BLOCK_PARAGRAPH, .paragraph = {.place = place}};

    text = fuhe_text_trim(text);
    if (text.length == 0) {
        return FUHE_STATUS_OK;
    }
    if (copy_text(document->arena, text, &block.paragraph.text) != FUHE_STATUS_OK) {
        return out_of_memory(err);
    }
    return add_block(document, &block, err);
}

/* --- building ---------------------------------------------------------------------------------------------------- */

void fuhe_grid_begin(struct fuhe_grid_builder *builder, struct fuhe_door_document *document, struct fuhe_place place) {
    *builder = (struct fuhe_grid_builder){.document = document};
    builder->grid.number = ++document->table_count;
    builder->grid.place = place;
}

void fuhe_grid_begin_row(struct fuhe_grid_builder *builder) {
    builder->grid.rows++;
    builder->column = 0;
}

/* Makes room to note of `columns` columns until where they are taken. */
static enum fuhe_status widen(struct fuhe_grid_builder *builder, uint32_t columns) {
    size_t capacity = builder->taken_capacity;

    if (columns <= capacity) {
        return FUHE_STATUS_OK;
    }
    while (capacity < columns) {
        capacity = capacity == 0 ? 16 : 2 * capacity;
    }
    uint32_t *taken = fuhe_arena_allocate(builder->document->arena, capacity, sizeof *taken);
    uint32_t *open = fuhe_arena_allocate(builder->document->arena, capacity, sizeof *open);
    if (taken == NULL || open == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    if (builder->taken_capacity > 0) {
        memcpy(taken, builder->taken, builder->taken_capacity * sizeof *taken);
        memcpy(open, builder->open, builder->taken_capacity * sizeof *open);
    }
    builder->taken = taken;
    builder->open = open;
    builder->taken_capacity = capacity;
    return FUHE_STATUS_OK;
}

static uint32_t next_free(const struct fuhe_grid_builder *builder) {
    uint32_t column = builder->column;

    while (column < builder->taken_capacity && builder->taken[column] >= builder->grid.rows) {
        column++;
    }
    return column;
}

/* Columns that the cell may have before it meets one that reaches down from above. */
static uint32_t free_columns(const struct fuhe_grid_builder *builder, uint32_t first, uint32_t wanted, uint32_t row) {
    uint32_t count = 1;

    while (count < wanted && (first + count >= builder->taken_capacity || builder->taken[first + count] <= row)) {
        count++;
    }
    return count;
}

/* Whether the grid may be `end` columns wide, and the document have `cells`. */
static enum fuhe_status check_limits(const struct fuhe_grid_builder *builder, size_t end, size_t cells,
                                     struct fuhe_place place, struct fuhe_error *err) {
    const size_t places = builder->grid.rows * (end > builder->grid.columns ? end : builder->grid.columns);

    if (end > FUHE_LIMIT_GRID_COLUMNS) {
        return over_limit(FUHE_PROBLEM_LIMIT_COLUMNS, end, FUHE_LIMIT_GRID_COLUMNS, place, err);
    }
    if (cells > FUHE_LIMIT_GRID_CELLS) {
        return over_limit(FUHE_PROBLEM_LIMIT_CELLS, cells, FUHE_LIMIT_GRID_CELLS, place, err);
    }
    return places <= FUHE_LIMIT_GRID_PLACES
               ? FUHE_STATUS_OK
               : over_limit(FUHE_PROBLEM_LIMIT_CELLS, places, FUHE_LIMIT_GRID_PLACES, place, err);
}

static enum fuhe_status append(struct fuhe_grid_builder *builder, struct fuhe_grid_cell *cell) {
    struct fuhe_grid *grid = &builder->grid;
    struct fuhe_arena *arena = builder->document->arena;
    void *items = grid->cells;
    const fuhe_text text = fuhe_text_trim(cell->text);

    cell->text = (fuhe_text){NULL, 0};
    if (text.length > 0) {
        FUHE_TRY(copy_text(arena, text, &cell->text));
    }
    FUHE_TRY(fuhe_arena_grow(arena, &items, grid->cell_count, &builder->capacity, sizeof *cell));
    grid->cells = items;
    grid->cells[grid->cell_count++] = *cell;
    builder->document->cell_count++;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_grid_add(struct fuhe_grid_builder *builder, const struct fuhe_grid_cell *cell,
                               struct fuhe_error *err) {
    struct fuhe_grid *grid = &builder->grid;
    const uint32_t row = grid->rows - 1;
    struct fuhe_grid_cell added = *cell;
    const uint32_t column = next_free(builder);

    added.row = row;
    added.column = column;
    added.column_span = free_columns(builder, column, cell->column_span, row);
    const uint32_t end = column + added.column_span;
    FUHE_TRY(check_limits(builder, end, builder->document->cell_count + 1, cell->place, err));
    if (widen(builder, end) != FUHE_STATUS_OK || append(builder, &added) != FUHE_STATUS_OK) {
        return out_of_memory(err);
    }
    const uint32_t below = cell->row_span == 0 || cell->row_span > UINT32_MAX - row ? UINT32_MAX : row + cell->row_span;
    for (uint32_t i = column; i < end; i++) {
        builder->taken[i] = below;
        builder->open[i] = 0;
    }
    builder->column = end;
    grid->columns = end > grid->columns ? end : grid->columns;
    return FUHE_STATUS_OK;
}

void fuhe_grid_let_go_on(struct fuhe_grid_builder *builder) {
    const struct fuhe_grid *grid = &builder->grid;
    const struct fuhe_grid_cell *cell = &grid->cells[grid->cell_count - 1];

    builder->open[cell->column] = (uint32_t)grid->cell_count;
}

bool fuhe_grid_go_on(struct fuhe_grid_builder *builder, uint32_t column_span) {
    struct fuhe_grid *grid = &builder->grid;
    const uint32_t row = grid->rows - 1;
    const uint32_t column = next_free(builder);
    const uint32_t open = column < builder->taken_capacity ? builder->open[column] : 0;

    if (open == 0) {
        return false;
    }
    struct fuhe_grid_cell *cell = &grid->cells[open - 1];
    if (cell->column_span != column_span || cell->row + cell->row_span != row) {
        return false;
    }
    cell->row_span++;
    for (uint32_t i = column; i < column + column_span; i++) {
        builder->taken[i] = row + 1;
    }
    builder->column = column + column_span;
    return true;
}

void fuhe_grid_skip(struct fuhe_grid_builder *builder, uint32_t columns) {
    const uint32_t room = FUHE_LIMIT_GRID_COLUMNS - builder->column;

    builder->column += columns < room ? columns : room;
}

static void cover(struct fuhe_grid *grid, size_t index) {
    const struct fuhe_grid_cell *cell = &grid->cells[index];

    for (uint32_t row = cell->row; row < cell->row + cell->row_span; row++) {
        for (uint32_t column = cell->column; column < cell->column + cell->column_span; column++) {
            grid->covers[(size_t)row * grid->columns + column] = (uint32_t)index + 1;
        }
    }
}

enum fuhe_status fuhe_grid_end(struct fuhe_grid_builder *builder, struct fuhe_error *err) {
    struct fuhe_grid *grid = &builder->grid;
    struct fuhe_block_of_text block = {.kind = FUHE_BLOCK_GRID};

    if (grid->cell_count == 0) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(check_limits(builder, grid->columns, builder->document->cell_count, grid->place,
                          err)); /* rows without cells count too */
    grid->covers =
        fuhe_arena_allocate(builder->document->arena, (size_t)grid->rows * grid->columns, sizeof *grid->covers);
    if (grid->covers == NULL) {
        return out_of_memory(err);
    }
    for (size_t i = 0; i < grid->cell_count; i++) {
        struct fuhe_grid_cell *cell = &grid->cells[i];
        const uint32_t left = grid->rows - cell->row;
        cell->row_span = cell->row_span == 0 || cell->row_span > left ? left : cell->row_span;
        cover(grid, i);
    }
    block.grid = *grid;
    return add_block(builder->document, &block, err);
}

/* --- looking ----------------------------------------------------------------------------------------------------- */

const struct fuhe_grid_cell *fuhe_grid_at(const struct fuhe_grid *grid, uint32_t row, uint32_t column) {
    if (row >= grid->rows || column >= grid->columns) {
        return NULL;
    }
    const uint32_t cell = grid->covers[(size_t)row * grid->columns + column];
    return cell == 0 ? NULL : &grid->cells[cell - 1];
}

const struct fuhe_grid_cell *fuhe_grid_begins_at(const struct fuhe_grid *grid, uint32_t row, uint32_t column) {
    const struct fuhe_grid_cell *cell = fuhe_grid_at(grid, row, column);

    return cell != NULL && cell->row == row && cell->column == column ? cell : NULL;
}

struct fuhe_place fuhe_grid_address(const struct fuhe_grid *grid, uint32_t row, uint32_t column) {
    return (struct fuhe_place){row + 1, column + 1, grid->number};
}
