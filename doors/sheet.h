/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_SHEET_H
#define FUHE_DOORS_SHEET_H

#include "doors/grid.h"

/* A sheet of a workbook: cells with text at their places and merged ranges, both in any order. Rows and columns count
 * from 0. */
enum { FUHE_SHEET_ROWS_MAX = 1048576 };

struct fuhe_sheet_cell {
    uint32_t row;
    uint32_t column;
    fuhe_text text;
    enum fuhe_struck struck;
};

struct fuhe_sheet_merge {
    uint32_t row;
    uint32_t column;
    uint32_t row_span;
    uint32_t column_span;
};

/* Begins with zeros beside the first two. */
struct fuhe_sheet {
    struct fuhe_door_document *document;
    size_t *text_bytes; /* of all cells of the workbook so far */
    const char *part;   /* of the package that it stands in; NULL when it is not known */
    struct fuhe_sheet_cell *cells;
    size_t cell_count;
    size_t cell_capacity;
    struct fuhe_sheet_merge *merges;
    size_t merge_count;
    size_t merge_capacity;
};

/* The text is borrowed. */
FUHE_MUST_USE enum fuhe_status fuhe_sheet_add_cell(struct fuhe_sheet *sheet, const struct fuhe_sheet_cell *cell,
                                                   struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_sheet_copy_cell(struct fuhe_sheet *sheet, const struct fuhe_sheet_cell *cell,
                                                    struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_sheet_add_merge(struct fuhe_sheet *sheet, const struct fuhe_sheet_merge *merge,
                                                    struct fuhe_error *err);

/* Adds the grid to the document. It ends at the last row and column with text: what lies beyond is colour and lines. */
FUHE_MUST_USE enum fuhe_status fuhe_sheet_make_grid(struct fuhe_sheet *sheet, fuhe_text name, struct fuhe_error *err);

#endif
