/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_FILL_PLAN_H
#define FUHE_FILL_PLAN_H

#include "intake/intake.h"

/* What is to be written into which cell of a document, whatever its kind. */
enum fuhe_write_kind {
    FUHE_WRITE_BLANK, /* nothing, where a new column needs a cell */
    FUHE_WRITE_HEADING,
    FUHE_WRITE_NUMBER,
    FUHE_WRITE_WORD, /* a short text */
    FUHE_WRITE_PROSE /* a text of several lines */
};

/* What it is, where it is counted. */
enum fuhe_write_value { FUHE_VALUE_OTHER, FUHE_VALUE_SCORE, FUHE_VALUE_REASON, FUHE_VALUE_COUNT };

struct fuhe_write {
    enum fuhe_write_kind kind;
    const struct fuhe_grid *grid;
    uint32_t row;    /* in the grid, from 0 */
    uint32_t column; /* likewise; from the grid's reach on: a new column */
    bool in_new_row; /* below the row, in a new one */
    fuhe_text grade; /* that is ticked in the text of the cell; empty for every other value */
    bool is_void;    /* not written: two values for one cell, or a cell with a formula */
    enum fuhe_write_value value;
    fuhe_text text;
    uint32_t like_row; /* the cell whose looks a new one has */
    uint32_t like_column;
};

struct fuhe_plan {
    struct fuhe_arena *arena;
    struct fuhe_write *items;
    size_t count;
    size_t capacity;
    size_t begin;    /* of those of the form at hand */
    size_t homeless; /* values for which the form has no cell of their own */
};

/* Adds what `filled`, a copy of the recognised form with the reviewer's cells, has more than that one. Columns of the
 * reviewer that the form does not have come behind everything else, and what is said of the whole form below or beside
 * the row of its total. The verified total, empty for none, comes into that row. Texts are copied. */
FUHE_MUST_USE enum fuhe_status fuhe_plan_form(struct fuhe_plan *plan, const struct fuhe_intake *intake,
                                              const struct fuhe_recognised *recognised, const struct fuhe_form *filled,
                                              fuhe_text total);

#endif
