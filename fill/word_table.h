/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_FILL_WORD_TABLE_H
#define FUHE_FILL_WORD_TABLE_H

#include "fill/plan.h"
#include "fill/word_cell.h"

/* A Word document that is being filled in. */
struct fuhe_word {
    struct fuhe_table_map map;
    struct fuhe_splices *splices;
    struct fuhe_word_text text;
    struct fuhe_plan *plan;
};

/* The cell of the document that stands at a place of a grid; NULL when there is none. */
const struct fuhe_table_cell *fuhe_word_cell_at(const struct fuhe_word *word, const struct fuhe_grid *grid,
                                                uint32_t row, uint32_t column);

/* The row of the document that is a row of a grid; NULL when there is none. */
const struct fuhe_table_row *fuhe_word_row_at(const struct fuhe_word *word, const struct fuhe_grid *grid, uint32_t row);

/* Adds the new columns of a table, whose other columns make room for them; `writes` are those of its grid, in the order
 * of rows and columns. */
FUHE_MUST_USE enum fuhe_status fuhe_word_add_columns(struct fuhe_word *word, const struct fuhe_write *writes,
                                                     size_t count);

#endif
