/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_FLOW_H
#define FUHE_DOORS_FLOW_H

#include "doors/grid.h"
#include "doors/text_builder.h"

/* The text and tables of a page, in the order in which they are met. Text goes into the cell at hand, or into a
 * paragraph where there is none. A table within another one is a table of its own; one around others that has at most
 * two columns only lays out a page: its text becomes paragraphs, so that a title stands in front of the table that it
 * is over. */

struct fuhe_flow_table {
    struct fuhe_grid_builder grid;
    struct fuhe_grid_cell cell;      /* the one that is open; its spans may still change */
    struct fuhe_text_builder text;   /* that stands */
    struct fuhe_text_builder struck; /* that is crossed out */
    bool in_cell;
    bool in_row;
    bool is_layout;
    bool goes_on; /* rows below may go on with the cell that is open */
};

struct fuhe_flow {
    struct fuhe_door_document *document;
    struct fuhe_flow_table tables[FUHE_LIMIT_TABLE_DEPTH];
    size_t table_count;
    struct fuhe_text_builder paragraph;
    struct fuhe_place paragraph_place;
    bool is_struck; /* the text that comes now is crossed out */
};

void fuhe_flow_begin(struct fuhe_flow *flow, struct fuhe_door_document *document);

/* Ends all that is open. */
FUHE_MUST_USE enum fuhe_status fuhe_flow_end(struct fuhe_flow *flow, struct fuhe_error *err);
void fuhe_flow_release(struct fuhe_flow *flow);

/* The innermost table, NULL outside of tables. */
struct fuhe_flow_table *fuhe_flow_table(struct fuhe_flow *flow);

/* The text of the cell at hand so far, of what is crossed out while text is; NULL where text goes into paragraphs. */
struct fuhe_text_builder *fuhe_flow_cell_text(struct fuhe_flow *flow);

/* Whether the cell at hand has no text so far, neither standing nor crossed out. */
bool fuhe_flow_cell_is_blank(const struct fuhe_flow_table *table);

void fuhe_flow_text(struct fuhe_flow *flow, fuhe_text text, struct fuhe_place place);

/* A new line: what stands before and behind it does not run together. */
FUHE_MUST_USE enum fuhe_status fuhe_flow_break(struct fuhe_flow *flow, struct fuhe_error *err);

FUHE_MUST_USE enum fuhe_status fuhe_flow_begin_table(struct fuhe_flow *flow, struct fuhe_place place,
                                                     struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_flow_end_table(struct fuhe_flow *flow, struct fuhe_error *err);

/* Rows and cells end those before them. Outside of tables there are none: nothing is done. */
FUHE_MUST_USE enum fuhe_status fuhe_flow_begin_row(struct fuhe_flow *flow, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_flow_end_row(struct fuhe_flow *flow, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_flow_begin_cell(struct fuhe_flow *flow, const struct fuhe_grid_cell *cell,
                                                    struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_flow_end_cell(struct fuhe_flow *flow, struct fuhe_error *err);

/* White space becomes one space, and nothing where a line of the file ends between Chinese characters. */
void fuhe_flow_collapse(struct fuhe_text_builder *builder);

#endif
