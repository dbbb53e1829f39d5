/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_RECORDS_H
#define FUHE_STORE_RECORDS_H

#include "engine/output.h"
#include "engine/text.h"

/* What workers hand to the writer of the store, in memory and within one run: records, each of them a kind and some
 * values. The values are those of a row of the database, so that the writer need only bind them, behind some that it
 * has to look at. */

enum fuhe_entry_kind { FUHE_ENTRY_FORM, FUHE_ENTRY_FAILURE, FUHE_ENTRY_UNIT, FUHE_ENTRY_FILE };

enum fuhe_entry_type {
    FUHE_ENTRY_NULL,
    FUHE_ENTRY_NUMBER,
    FUHE_ENTRY_TEXT,
    FUHE_ENTRY_BLOB,
    FUHE_ENTRY_PART /* of a blob: more of it follows */
};

struct fuhe_entry_value {
    enum fuhe_entry_type type;
    int64_t number;
    fuhe_text bytes; /* of the record */
};

/* Of a form: file, department, address of the pack, transcript, and then the columns of `form` from `number` on, but
 * for the department and the pack. Of a failure: file, and the columns from `problem` on. Of a unit: file, findings. Of
 * a file: name, hash, elsewhere, known, whole, transcript of what stands around its forms. */
enum { FUHE_ENTRY_FORM_VALUES = 22, FUHE_ENTRY_FAILURE_VALUES = 6 };

/* --- writing --- */

void fuhe_entry_begin(struct fuhe_output *output, enum fuhe_entry_kind kind);
void fuhe_entry_null(struct fuhe_output *output);
void fuhe_entry_number(struct fuhe_output *output, int64_t number);
void fuhe_entry_text(struct fuhe_output *output, fuhe_text text);
void fuhe_entry_blob(struct fuhe_output *output, enum fuhe_entry_type type, fuhe_text bytes);

/* --- reading --- */

/* The next kind, or value; bytes are moved behind it. Records are whole and have been written by this program. */
enum fuhe_entry_kind fuhe_entry_next_kind(fuhe_text *bytes);
struct fuhe_entry_value fuhe_entry_next(fuhe_text *bytes);

#endif
