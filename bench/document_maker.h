/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BENCH_DOCUMENT_MAKER_H
#define FUHE_BENCH_DOCUMENT_MAKER_H

#include "bench/sheet.h"

/* Made-up forms as documents of office programs: one table with merged cells, in nine columns, as units file it. */

enum document_kind {
    DOCUMENT_XLSX,
    DOCUMENT_DOCX,
    DOCUMENT_ODS,
    DOCUMENT_ODT,
    DOCUMENT_HTML,
    DOCUMENT_MARKDOWN,
    DOCUMENT_KIND_COUNT
};

extern const char *const document_kind_names[DOCUMENT_KIND_COUNT];

/* A table of texts. Cells stand row by row. */
struct table_cell {
    int row;
    int column;
    int row_span;
    int column_span;
    char text[600];
};

enum { TABLE_COLUMNS = 9, TABLE_CELLS_MAX = 400 };

struct form_table {
    struct table_cell cells[TABLE_CELLS_MAX];
    size_t count;
    int rows;
};

/* The table of a form. */
void form_table_make(struct sheet *sheet, struct form_table *table);

/* Adds the document of a kind to buffer. Ends the program when it cannot. */
void document_make(enum document_kind kind, const struct form_table *table, struct text_buffer *buffer);

/* --- of one kind --- */

/* What a package consists of; rows are ended by one without name. */
struct document_part {
    const char *name;
    const char *content; /* NULL: what write gives */
    void (*write)(const struct form_table *table, struct text_buffer *buffer);
};

extern const struct document_part document_xlsx_parts[];
extern const struct document_part document_docx_parts[];
extern const struct document_part document_ods_parts[];
extern const struct document_part document_odt_parts[];

/* The cell that covers a place, NULL for none. */
const struct table_cell *form_table_at(const struct form_table *table, int row, int column);
bool table_cell_begins(const struct table_cell *cell, int row, int column);

#endif
