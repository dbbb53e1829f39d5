/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_TRANSCRIPT_SHAPE_H
#define FUHE_STORE_TRANSCRIPT_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

/* What stands in a transcript in which order: one table for who writes and who reads. A change here is a new version.
 */

/* The second version is that of forms out of documents: places in tables, names of the tables, doubts of the reading.
 * All other forms are written in the first one, in as many bytes as ever. */
enum { FUHE_TRANSCRIPT_VERSION = 1, FUHE_TRANSCRIPT_VERSION_OF_TABLES = 2 };

enum fuhe_transcript_field_kind {
    FUHE_TRANSCRIPT_PLACE,  /* a struct fuhe_place */
    FUHE_TRANSCRIPT_CELL,   /* a struct fuhe_cell */
    FUHE_TRANSCRIPT_TEXT,   /* a fuhe_text */
    FUHE_TRANSCRIPT_FLAG,   /* a bool; when it is false, the next `guards` fields are not there */
    FUHE_TRANSCRIPT_ODDITY, /* an enum fuhe_oddity_kind */
    FUHE_TRANSCRIPT_NUMBER, /* a uint32_t */
    FUHE_TRANSCRIPT_ROWS    /* an array */
};

struct fuhe_transcript_shape;

struct fuhe_transcript_field {
    enum fuhe_transcript_field_kind kind;
    unsigned guards;
    bool is_place;                           /* it says where something stands, not what */
    size_t offset;                           /* in its record; of rows, that of the pointer to them */
    size_t count;                            /* of rows: the offset of their number */
    size_t most;                             /* of rows: how many there may be */
    const struct fuhe_transcript_shape *row; /* of rows: the shape of each */
};

struct fuhe_transcript_shape {
    char mark;   /* stands behind the version, so that a form is not taken for a document; of no meaning in rows */
    size_t size; /* of the record */
    size_t count;
    size_t first_count; /* fields of the first version */
    const struct fuhe_transcript_field *fields;
};

struct fuhe_form;

/* Whether a form needs the second version. */
bool fuhe_transcript_has_tables(const struct fuhe_form *form);

extern const struct fuhe_transcript_shape fuhe_transcript_form;     /* of struct fuhe_form */
extern const struct fuhe_transcript_shape fuhe_transcript_document; /* of struct fuhe_document */

#endif
