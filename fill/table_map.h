/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_FILL_TABLE_MAP_H
#define FUHE_FILL_TABLE_MAP_H

#include "engine/arena.h"
#include "fill/markup.h"

/* Where the tables, rows and cells of a Word document stand in its part. Cells have the numbers that intake gives them:
 * all elements of that name, in their order. */
struct fuhe_table_cell {
    struct fuhe_markup_tag tag;
    size_t inside_end; /* where its end tag begins */
    size_t row;        /* index of its row */
    uint32_t span;     /* columns */
    bool is_merged;    /* with the cell above or below */
    bool goes_on;      /* with the one above */
};

struct fuhe_table_row {
    struct fuhe_markup_tag tag;
    size_t inside_end;
    size_t end;
    size_t table;       /* index of its table */
    size_t last_cell;   /* index; SIZE_MAX for none */
    uint32_t width;     /* columns, also those that it leaves out in front */
    size_t after_begin; /* what says how many it leaves out at its end; both 0 for nothing */
    size_t after_end;
};

struct fuhe_table {
    size_t begin;    /* where its first tag ends */
    size_t grid_end; /* where the end tag of the list of its columns begins; 0 for none */
    uint32_t width;  /* of its widest row */
};

struct fuhe_table_map {
    struct fuhe_arena *arena;
    fuhe_text markup;
    struct fuhe_table *tables;
    size_t table_count;
    size_t table_capacity;
    struct fuhe_table_row *rows;
    size_t row_count;
    size_t row_capacity;
    struct fuhe_table_cell *cells;
    size_t cell_count;
    size_t cell_capacity;
};

FUHE_MUST_USE enum fuhe_status fuhe_table_map_read(struct fuhe_table_map *map);

#endif
