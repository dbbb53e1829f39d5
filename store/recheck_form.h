/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_RECHECK_FORM_H
#define FUHE_STORE_RECHECK_FORM_H

#include "store/database.h"
#include "store/intake.h"
#include "store/records.h"
#include "xml/pack_library.h"

/* A form that was scored again, from its record, and the row that the store has of it. */

struct fuhe_fresh_form {
    fuhe_text department;
    const struct fuhe_pack *pack;
    fuhe_text cells;
    struct fuhe_entry_value values[FUHE_ENTRY_FORM_VALUES];
    struct fuhe_kept_bytes joined; /* cells that came in parts */
};

/* Reads the values of a record behind the name of its file; *records is moved behind them. The form stays in them.
 * false when memory is out. */
bool fuhe_fresh_form_read(struct fuhe_fresh_form *form, fuhe_text *records);

fuhe_text fuhe_fresh_form_id(const struct fuhe_fresh_form *form);
fuhe_text fuhe_fresh_form_project(const struct fuhe_fresh_form *form);
uint64_t fuhe_fresh_form_number(const struct fuhe_fresh_form *form); /* from 0 */

/* The columns of the row, behind its seq. */
#define FUHE_RECHECK_COLUMNS                                                                                           \
    "form.seq, form.number, form.line, form.form_id, form.year, form.kind, form.project, form.state,"                  \
    " form.claimed_printed, form.claimed, form.verified, form.deviation, form.rate, form.grade_claimed, form.grade,"   \
    " form.firmness, form.budget_fen, form.errors, form.warnings, form.notes, form.codes, form.findings, form.risk,"   \
    " department.name, pack.name, transcript.cells, pack.version, pack.sha256"
enum {
    FUHE_RECHECK_SEQ,
    FUHE_RECHECK_NUMBER,
    FUHE_RECHECK_ID = 3,
    FUHE_RECHECK_PROJECT = 6,
};

/* Whether row and form are the same form, whatever they say: by id, year and project, or in all their cells. */
bool fuhe_recheck_is_same(sqlite3_stmt *row, const struct fuhe_fresh_form *form);

/* What a row says and should say. */
enum { FUHE_RECHECK_TEXT_BYTES = 160 };
struct fuhe_recheck_difference {
    size_t fields;     /* that differ, places apart */
    const char *field; /* the weightiest of them */
    bool moved;        /* it stands at another place */
    char says[FUHE_RECHECK_TEXT_BYTES];
    char should[FUHE_RECHECK_TEXT_BYTES]; /* shortened */
};

/* arena is scratch. */
FUHE_MUST_USE enum fuhe_status fuhe_recheck_compare(sqlite3_stmt *row, const struct fuhe_fresh_form *form,
                                                    struct fuhe_arena *arena,
                                                    struct fuhe_recheck_difference *difference);

#endif
