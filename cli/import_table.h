/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_IMPORT_TABLE_H
#define FUHE_CLI_IMPORT_TABLE_H

#include "engine/output.h"

/* A table for a terminal: columns as wide as their texts, brought within the page by cutting the widest. */
struct fuhe_import_table {
    size_t columns;
    size_t rows;
    size_t capacity;  /* of rows */
    fuhe_text *cells; /* rows * columns; borrowed texts */
};

enum { FUHE_IMPORT_COLUMNS_MAX = 20 };

/* Adds a row; texts and the array are copied by reference. False when memory is out. */
bool fuhe_import_table_add(struct fuhe_import_table *table, const fuhe_text *cells);

/* Writes it, indented; row 0 is the heading. */
void fuhe_import_table_write(const struct fuhe_import_table *table, struct fuhe_output *output, size_t indent);

void fuhe_import_table_release(struct fuhe_import_table *table);

#endif
