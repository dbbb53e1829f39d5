/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_ODF_H
#define FUHE_DOORS_ODF_H

#include "doors/flow.h"
#include "doors/part.h"
#include "doors/sheet.h"
#include "doors/word_symbol.h"

/* --- styles, as far as they say what is seen ---------------------------------------------------------------------- */

/* Of what a style is one: the same name may stand for several. */
enum fuhe_odf_family { FUHE_ODF_OTHER, FUHE_ODF_TABLE, FUHE_ODF_CELL, FUHE_ODF_PARAGRAPH, FUHE_ODF_TEXT };

enum {
    FUHE_ODF_HIDDEN = 1,
    FUHE_ODF_APART = 2,
    FUHE_ODF_RAISED = 4,
    FUHE_ODF_STRUCK = 8,
    FUHE_ODF_STANDS = 16 /* even within what is crossed out */
};

struct fuhe_odf_style {
    fuhe_text name;
    enum fuhe_odf_family family;
    unsigned signs;                      /* of the above */
    const struct fuhe_symbol_font *font; /* NULL for one of letters */
};

struct fuhe_odf_styles {
    struct fuhe_arena *arena;
    struct fuhe_odf_style *items; /* those with signs or pictures; sorted once text begins */
    size_t count;
    size_t capacity;
    struct fuhe_odf_style now; /* the one that is open */
};

FUHE_MUST_USE enum fuhe_status fuhe_odf_styles_begin(struct fuhe_odf_styles *styles, const struct fuhe_tag *tag,
                                                     struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_odf_styles_end(struct fuhe_odf_styles *styles, const char *name,
                                                   struct fuhe_error *err);
void fuhe_odf_styles_sort(struct fuhe_odf_styles *styles);
/* A style without signs when the document has no such. */
struct fuhe_odf_style fuhe_odf_styles_find(const struct fuhe_odf_styles *styles, enum fuhe_odf_family family,
                                           fuhe_text name);

/* --- a document --------------------------------------------------------------------------------------------------- */

enum { FUHE_ODF_VALUE_SIZE = 64 };

/* A cell's tag. */
struct fuhe_odf_cell {
    uint32_t repeats;
    uint32_t row_span;
    uint32_t column_span;
    char value[FUHE_ODF_VALUE_SIZE]; /* for a cell that shows no text */
};

/* A table at hand. */
struct fuhe_odf_table {
    struct fuhe_odf_cell cell;
    uint32_t row_repeats;
    uint32_t blank_rows; /* that count only when something stands below them */
    bool row_is_blank;
};

struct fuhe_odf {
    struct fuhe_door_document *document;
    const struct fuhe_odf_kind *kind;
    struct fuhe_odf_styles styles;
    struct fuhe_flow flow; /* of texts */
    struct fuhe_odf_table tables[FUHE_LIMIT_TABLE_DEPTH];
    struct fuhe_sheet sheet; /* of workbooks */
    fuhe_text sheet_name;
    uint32_t row;
    uint32_t column;
    size_t first_cell; /* of the row at hand */
    size_t first_merge;
    bool in_sheet;
    bool in_cell;
    struct fuhe_text_builder text;   /* of the cell at hand that stands */
    struct fuhe_text_builder struck; /* and that is crossed out */
    size_t text_bytes;               /* of the file so far */
    size_t sheet_bytes;              /* of all cells so far, each as often as it is there */
    size_t skipped;                  /* depth within an element that is left out, 0 for none */
    bool in_text_box;                /* one that is left out, whose text has not been met */
    size_t depth;
    size_t paragraph; /* depth of the one at hand, 0 for none */
    size_t apart;     /* depth of what is held apart, 0 for none */
    size_t crossed;   /* depth of what is crossed out, 0 for none */
    size_t stands;    /* depth of what stands within it, 0 for none */
    size_t pictures;  /* depth of what is written in a font of pictures, 0 for none */
    const struct fuhe_symbol_font *font;
    bool in_body;
};

/* What texts and workbooks do in ways of their own. */
struct fuhe_odf_kind {
    bool has_paragraphs; /* outside of tables */
    /* As fuhe_flow_cell_text(). */
    struct fuhe_text_builder *(*cell_text)(struct fuhe_odf *odf);
    enum fuhe_status (*line_break)(struct fuhe_odf *odf, struct fuhe_error *err);
    enum fuhe_status (*begin_table)(struct fuhe_odf *odf, const struct fuhe_tag *tag, struct fuhe_error *err);
    enum fuhe_status (*end_table)(struct fuhe_odf *odf, struct fuhe_error *err);
    enum fuhe_status (*begin_row)(struct fuhe_odf *odf, uint32_t repeats, struct fuhe_error *err);
    enum fuhe_status (*end_row)(struct fuhe_odf *odf, struct fuhe_error *err);
    enum fuhe_status (*begin_cell)(struct fuhe_odf *odf, const struct fuhe_odf_cell *cell, struct fuhe_error *err);
    enum fuhe_status (*end_cell)(struct fuhe_odf *odf, struct fuhe_error *err);
};

extern const struct fuhe_odf_kind fuhe_odf_texts;
extern const struct fuhe_odf_kind fuhe_odf_workbooks;

/* Counts text against the limit of a document, once more for each time that it is repeated. */
FUHE_MUST_USE enum fuhe_status fuhe_odf_count(struct fuhe_odf *odf, fuhe_text text, struct fuhe_error *err);

/* Reads content.xml. document and kind are set, everything else is zero. */
FUHE_MUST_USE enum fuhe_status fuhe_odf_read(struct fuhe_odf *odf, struct fuhe_package *package,
                                             struct fuhe_error *err);

#endif
