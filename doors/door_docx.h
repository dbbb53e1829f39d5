/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_DOOR_DOCX_H
#define FUHE_DOORS_DOOR_DOCX_H

#include "doors/flow.h"
#include "doors/part.h"
#include "doors/word_symbol.h"

/* A run: text of one look. */
struct fuhe_docx_run {
    const struct fuhe_symbol_font *font; /* NULL for one of letters */
    bool open;
    bool apart; /* hidden */
    bool struck;
    bool raised;
    bool in_text;
};

/* A field of a form of old, whose value is not among its text. */
struct fuhe_docx_field {
    enum { FUHE_DOCX_NO_FIELD, FUHE_DOCX_CHECK_BOX, FUHE_DOCX_LIST } kind;
    uint32_t value; /* ticked or not; the entry that is chosen */
    bool is_chosen; /* the value is known */
    uint32_t entry; /* the next one */
};

/* The columns of a table: what its grid says of their widths, then which of them count. */
struct fuhe_docx_columns {
    uint32_t *numbers; /* the width of each; from the end of the grid on its number among those that count */
    size_t count;
    size_t capacity;
    uint32_t total; /* of those that count */
    bool ended;
    uint32_t next; /* of the row at hand: where the next cell begins */
    uint32_t span; /* of the cell at hand */
};

/* A column that is as narrow as a gap and has text for all that. */
struct fuhe_docx_filled {
    uint32_t table; /* its number */
    uint32_t column;
};

/* All of a document: what is met while it is read is known when it is read once more. */
struct fuhe_docx_filled_list {
    struct fuhe_docx_filled *items;
    size_t count;
    size_t capacity;
    bool is_known; /* the document has been read once; the items are sorted */
};

struct fuhe_docx {
    struct fuhe_flow flow;
    struct fuhe_docx_columns columns[FUHE_LIMIT_TABLE_DEPTH]; /* of each open table */
    struct fuhe_docx_filled_list *filled;
    struct fuhe_docx_run run;
    struct fuhe_docx_field field;
    size_t text_bytes; /* of the document so far */
    bool apart;        /* how the text before is held */
    uint32_t cells;    /* elements of cells so far, also of those that are left out */
    size_t skipped;    /* depth within an element that is left out, 0 for none */
    size_t text_box;   /* the depth therein of a text box, 0 for none */
    bool text_box_has_text;
    bool in_fallback;    /* what is there once more, for older programs */
    size_t controls;     /* depth of content controls */
    size_t place_holder; /* the depth of the one that only asks for its content, 0 for none */
    bool in_row_properties;
    bool row_is_deleted;
    bool cell_is_deleted;
    bool cell_goes_on; /* with the one above */
};

/* Text of the run at hand, as it looks on the page. */
FUHE_MUST_USE enum fuhe_status fuhe_docx_add(struct fuhe_docx *docx, fuhe_text text, struct fuhe_error *err);

/* A character of a font of symbols. */
FUHE_MUST_USE enum fuhe_status fuhe_docx_add_symbol(struct fuhe_docx *docx, fuhe_text font, fuhe_text code,
                                                    struct fuhe_error *err);

FUHE_MUST_USE enum fuhe_status fuhe_docx_break(struct fuhe_docx *docx, struct fuhe_error *err);

void fuhe_docx_sort_filled(struct fuhe_docx_filled_list *filled);

/* What is done when an element of tables begins or ends. */
typedef enum fuhe_status fuhe_docx_beginning(struct fuhe_docx *docx, const struct fuhe_tag *tag,
                                             struct fuhe_error *err);
typedef enum fuhe_status fuhe_docx_ending(struct fuhe_docx *docx, struct fuhe_error *err);

fuhe_docx_beginning fuhe_docx_begin_table;
fuhe_docx_ending fuhe_docx_end_table;
fuhe_docx_beginning fuhe_docx_take_column;
fuhe_docx_ending fuhe_docx_end_columns;
fuhe_docx_beginning fuhe_docx_begin_row;
fuhe_docx_ending fuhe_docx_end_row;
fuhe_docx_beginning fuhe_docx_begin_row_properties;
fuhe_docx_ending fuhe_docx_end_row_properties;
fuhe_docx_beginning fuhe_docx_skip_columns;
fuhe_docx_beginning fuhe_docx_begin_cell;
fuhe_docx_ending fuhe_docx_end_cell;
fuhe_docx_beginning fuhe_docx_set_column_span;
fuhe_docx_beginning fuhe_docx_set_merge;
fuhe_docx_beginning fuhe_docx_set_cell_deleted;
fuhe_docx_ending fuhe_docx_end_cell_properties;

#endif
