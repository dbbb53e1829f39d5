/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_FILL_CELL_MAP_H
#define FUHE_FILL_CELL_MAP_H

#include "fill/markup.h"
#include "fill/plan.h"

/* Where the rows and cells of a sheet stand in its part: of those rows that matter. */
struct fuhe_mapped_cell {
    uint32_t column;
    uint32_t style;
    size_t begin;
    size_t end;
    bool has_formula;
};

struct fuhe_mapped_row {
    uint32_t number; /* from 0 */
    struct fuhe_markup_tag tag;
    size_t inside_end; /* where its end tag begins */
    size_t end;
    size_t first_cell;
    size_t cell_count;
};

/* Cells that one formula fills, which stands in the first of them. */
struct fuhe_mapped_range {
    uint32_t row;
    uint32_t column;
    uint32_t last_row;
    uint32_t last_column;
};

/* What is said of columns: how wide they are, whether they are hidden. */
struct fuhe_mapped_columns {
    struct fuhe_markup_tag tag;
    size_t end;
    uint32_t first; /* from 0 */
    uint32_t last;
};

struct fuhe_cell_map {
    struct fuhe_arena *arena;
    fuhe_text markup;
    const uint32_t *wanted; /* the rows that matter, in their order */
    size_t wanted_count;
    struct fuhe_mapped_row *rows;
    size_t row_count;
    size_t row_capacity;
    struct fuhe_mapped_cell *cells;
    size_t cell_count;
    size_t cell_capacity;
    struct fuhe_markup_tag data;       /* sheetData */
    struct fuhe_markup_tag dimension;  /* text.bytes is NULL where there is none */
    size_t columns_end;                /* where the end tag of cols begins; 0 for none */
    struct fuhe_mapped_columns *spans; /* of cols, in their order */
    size_t span_count;
    size_t span_capacity;
    struct fuhe_mapped_range *ranges;
    size_t range_count;
    size_t range_capacity;
};

/* False in *good for a part that is not as sheets are: in another encoding, or with rows out of order. */
FUHE_MUST_USE enum fuhe_status fuhe_cell_map_read(struct fuhe_cell_map *map, bool *good);

/* NULL when there is none. */
const struct fuhe_mapped_row *fuhe_cell_map_row(const struct fuhe_cell_map *map, uint32_t number);
const struct fuhe_mapped_cell *fuhe_cell_map_cell(const struct fuhe_cell_map *map, const struct fuhe_mapped_row *row,
                                                  uint32_t column);

/* Whether a formula gives the cell its value, its own or one of a range of cells; the cell may be NULL. */
bool fuhe_cell_map_is_reckoned(const struct fuhe_cell_map *map, uint32_t row, uint32_t column,
                               const struct fuhe_mapped_cell *cell);

#endif
