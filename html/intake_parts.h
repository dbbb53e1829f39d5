/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_INTAKE_PARTS_H
#define FUHE_HTML_INTAKE_PARTS_H

#include "html/intake_page.h"

/* The parts of a page of documents as they were read. */

/* What cells are told apart by on the page: by a colour, and by the words in them. */
enum fuhe_intake_group {
    FUHE_INTAKE_UNREAD,
    FUHE_INTAKE_HEADING,
    FUHE_INTAKE_FACT,
    FUHE_INTAKE_GOAL,
    FUHE_INTAKE_MONEY,
    FUHE_INTAKE_NAME,
    FUHE_INTAKE_TARGET,
    FUHE_INTAKE_ACTUAL,
    FUHE_INTAKE_WEIGHT,
    FUHE_INTAKE_SCORE,
    FUHE_INTAKE_REASON,
    FUHE_INTAKE_REVIEW,
    FUHE_INTAKE_GROUP_COUNT
};

/* What a cell was read as, in a word; "" for what the page says without words. */
enum fuhe_intake_group fuhe_intake_group_of(const struct fuhe_mark *mark);
const char *fuhe_intake_group_class(enum fuhe_intake_group group);

/* What the colours and frames mean. */
void fuhe_intake_legend(struct fuhe_page *page);

/* The part of a grid that the page has room for. */
struct fuhe_intake_view {
    uint32_t first_row;
    uint32_t row_end;
    uint32_t column_end;
};
struct fuhe_intake_view fuhe_intake_view_of(const struct fuhe_recognition *recognition, const struct fuhe_grid *grid);

/* Where a cell stands on the page: "d1t2r4c3", as the value of an id or, behind a '#', of a link. */
void fuhe_intake_anchor(struct fuhe_intake_page *page, const struct fuhe_grid *grid, uint32_t row, uint32_t column);

/* The table of a grid, with what its cells were read as. */
void fuhe_intake_table(struct fuhe_intake_page *page, const struct fuhe_recognition *recognition,
                       const struct fuhe_grid *grid);

/* The figures of all forms, a row each: whether they were read right shows in their sums. */
void fuhe_intake_figures(struct fuhe_intake_page *page, const struct fuhe_recognition *recognition);

/* How many things about a form are that sure, a shifted row being one. */
size_t fuhe_intake_count(const struct fuhe_recognised *form, enum fuhe_sureness sureness);

/* What a person must look at, form by form, and what was not read for certain. */
void fuhe_intake_doubts(struct fuhe_intake_page *page, const struct fuhe_recognition *recognition);

#endif
