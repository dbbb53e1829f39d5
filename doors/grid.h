/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_GRID_H
#define FUHE_DOORS_GRID_H

#include "doors/struck.h"
#include "engine/arena.h"
#include "engine/form.h"

/* What every kind of document becomes: paragraphs and grids of cells, in the order of the document. Nothing here is
 * interpreted. All of it lives in the arena that the document was begun with. */

/* Rows and columns count from 0 here and from 1 in what people read. */
struct fuhe_grid_cell {
    fuhe_text text;          /* trimmed, in UTF-8; empty for a blank cell */
    struct fuhe_place place; /* in the file, as far as its kind has lines */
    uint32_t row;
    uint32_t column;
    uint32_t row_span; /* at least 1; within the grid */
    uint32_t column_span;
    enum fuhe_struck struck;
    uint32_t number; /* of its element among those of the part that it stands in, from 1; 0 where that is not known */
};

struct fuhe_sheet_merge;

struct fuhe_grid {
    uint32_t number;  /* of the table in its document, from 1, in the order in which tables begin */
    fuhe_text sheet;  /* empty when the document has no sheets */
    const char *part; /* of the package that it stands in; NULL for other documents */
    uint32_t reach;   /* columns that are taken in its sheet, also by merged cells without text; 0 when it has none */
    const struct fuhe_sheet_merge *merges; /* of its sheet, with and without text; NULL for none */
    size_t merge_count;
    struct fuhe_place place;
    uint32_t rows;
    uint32_t columns;
    struct fuhe_grid_cell *cells; /* row by row */
    size_t cell_count;
    uint32_t *covers; /* rows * columns: 1 + the cell that covers the place, 0 for none */
};

struct fuhe_paragraph {
    fuhe_text text;
    struct fuhe_place place;
};

enum fuhe_block_kind { FUHE_BLOCK_PARAGRAPH, FUHE_BLOCK_GRID };

struct fuhe_block_of_text {
    enum fuhe_block_kind kind;
    struct fuhe_paragraph paragraph;
    struct fuhe_grid grid;
};

/* A document as a door reads it. */
struct fuhe_door_document {
    struct fuhe_arena *arena;
    struct fuhe_block_of_text *blocks;
    size_t block_count;
    size_t block_capacity;
    size_t cell_count; /* of all grids */
    uint32_t table_count;
    size_t hidden_sheets;      /* that were left out */
    size_t embedded_documents; /* that were left out */
    size_t text_boxes;         /* with text, that were left out */
};

enum {
    FUHE_LIMIT_DOCUMENT_BLOCKS = 250000,
    FUHE_LIMIT_GRID_CELLS = 1000000, /* of a document */
    FUHE_LIMIT_GRID_COLUMNS = 16384,
    FUHE_LIMIT_GRID_PLACES = 4000000, /* rows times columns of one grid */
    FUHE_LIMIT_TABLE_DEPTH = 16       /* tables within tables */
};

void fuhe_door_document_begin(struct fuhe_door_document *document, struct fuhe_arena *arena);

/* Adds a paragraph, trimmed and copied; one without text is left out. */
FUHE_MUST_USE enum fuhe_status fuhe_door_document_add_text(struct fuhe_door_document *document, fuhe_text text,
                                                           struct fuhe_place place, struct fuhe_error *err);

/* A grid under construction; several may be, one within another. */
struct fuhe_grid_builder {
    struct fuhe_door_document *document;
    struct fuhe_grid grid;
    size_t capacity;
    uint32_t *taken; /* of each column: the first row that is free again */
    size_t taken_capacity;
    uint32_t *open;  /* of each column: 1 + the cell there that later rows may go on with, 0 for none */
    uint32_t column; /* where the next cell of the row may begin */
};

/* Takes the next number of a table. */
void fuhe_grid_begin(struct fuhe_grid_builder *builder, struct fuhe_door_document *document, struct fuhe_place place);
void fuhe_grid_begin_row(struct fuhe_grid_builder *builder);

/* Adds a cell at the next free column of the row begun last. Text is trimmed and copied. A row span of 0 reaches to the
 * end of the grid. */
FUHE_MUST_USE enum fuhe_status fuhe_grid_add(struct fuhe_grid_builder *builder, const struct fuhe_grid_cell *cell,
                                             struct fuhe_error *err);

/* Lets later rows go on with the cell added last: for tables that say of each cell whether it is a part of the one
 * above, not of one how far it reaches. */
void fuhe_grid_let_go_on(struct fuhe_grid_builder *builder);

/* Lets the cell above reach into the row begun last, at the next free column, in place of adding a cell. False, and
 * nothing done, unless a cell that may go on ends just above and has these very columns. */
bool fuhe_grid_go_on(struct fuhe_grid_builder *builder, uint32_t column_span);

/* Leaves columns without a cell. */
void fuhe_grid_skip(struct fuhe_grid_builder *builder, uint32_t columns);

/* Cuts spans to the grid and adds it to the document; a grid without cells is left out. */
FUHE_MUST_USE enum fuhe_status fuhe_grid_end(struct fuhe_grid_builder *builder, struct fuhe_error *err);

/* The place of a cell in a form: its address in the table, whatever kind of document that is in. */
struct fuhe_place fuhe_grid_address(const struct fuhe_grid *grid, uint32_t row, uint32_t column);

/* The cell that covers a place, NULL for none; row and column may be beyond the grid. */
const struct fuhe_grid_cell *fuhe_grid_at(const struct fuhe_grid *grid, uint32_t row, uint32_t column);

/* The cell that begins at a place, NULL when none does. */
const struct fuhe_grid_cell *fuhe_grid_begins_at(const struct fuhe_grid *grid, uint32_t row, uint32_t column);

#endif
