/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_SAMPLE_DELIMITED_H
#define FUHE_SAMPLE_DELIMITED_H

#include "engine/arena.h"

/* A table as spreadsheets save it: RFC 4180, with commas, semicolons or tabs between cells, any kind of line end, in
 * UTF-8 (with a byte order mark or without), UTF-16 with one, or GB18030 (GBK). */

enum { FUHE_DELIMITED_BYTES_MAX = 16 << 20, FUHE_DELIMITED_CELLS_MAX = 256 };

struct fuhe_delimited_cell {
    fuhe_text text;  /* without quotation marks and white space around */
    uint32_t column; /* where it begins, in characters, from 1 */
};

struct fuhe_delimited {
    struct fuhe_arena *arena; /* borrowed */
    char *bytes;              /* UTF-8, its own copy */
    size_t length;
    size_t offset;
    char delimiter;
    uint32_t line;        /* of the next record, from 1 */
    uint32_t column;      /* of the next character */
    uint32_t record_line; /* of the record read last */
    size_t cell_count;
    struct fuhe_delimited_cell cells[FUHE_DELIMITED_CELLS_MAX];
};

/* Begins to read; the delimiter is the one that the first line has most of. Bytes that are in none of these encodings:
 * FUHE_PROBLEM_TABLE_ENCODING. */
FUHE_MUST_USE enum fuhe_status fuhe_delimited_begin(struct fuhe_delimited *table, fuhe_text bytes,
                                                    struct fuhe_arena *arena, struct fuhe_error *err);

/* Reads the next record that has a cell with something in it; *found is false behind the last one. */
FUHE_MUST_USE enum fuhe_status fuhe_delimited_next(struct fuhe_delimited *table, bool *found, struct fuhe_error *err);

#endif
