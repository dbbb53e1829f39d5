/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_RECHECK_PRIVATE_H
#define FUHE_STORE_RECHECK_PRIVATE_H

#include "store/recheck.h"
#include "store/recheck_form.h"

/* What the files of the recheck share: recheck.c walks over documents, recheck_pairs.c over the forms of one. */

enum fuhe_recheck_statement {
    FUHE_RECHECK_DOCUMENTS,
    FUHE_RECHECK_FIND_DOCUMENT,
    FUHE_RECHECK_FIND_ROW,
    FUHE_RECHECK_LOOK_AHEAD,
    FUHE_RECHECK_FAILURES,
    FUHE_RECHECK_STATEMENTS
};

/* Columns of the document at hand. */
enum {
    FUHE_RECHECK_ORDINAL,
    FUHE_RECHECK_READING,
    FUHE_RECHECK_PATH,
    FUHE_RECHECK_HASH,
    FUHE_RECHECK_WHOLE,
    FUHE_RECHECK_AROUND,
    FUHE_RECHECK_FINDINGS,
    FUHE_RECHECK_FORMS
};

struct fuhe_recheck {
    sqlite3_stmt *statements[FUHE_RECHECK_STATEMENTS];
    enum fuhe_status (*take)(void *context, const struct fuhe_recheck_fault *fault);
    void *context;
    struct fuhe_error *err; /* of the call at hand */
    struct fuhe_arena *arena;
    struct fuhe_recheck_totals totals;
    bool has_document; /* the row of DOCUMENTS is one that is still to come, or at hand */
    uint64_t page;     /* of its first form */
    bool is_open;      /* it is at hand */
    bool is_ignored;   /* what is at hand is not in the store */
    /* Of the document at hand. */
    int64_t next_form; /* seq */
    int64_t next_failure;
    uint64_t passed; /* rows of forms */
    uint64_t held;
    uint64_t faults;
    bool is_underivable; /* what read it then is not there now */
    struct fuhe_fresh_form fresh;
    bool is_waiting; /* a form that does not fit the next row */
    struct fuhe_fresh_form waiting;
    struct fuhe_kept_bytes waiting_record;
    struct fuhe_kept_bytes findings;
    struct fuhe_kept_bytes moved; /* seq of each form that did nothing but move, int64_t */
    char reason[FUHE_RECHECK_TEXT_BYTES];
};

enum fuhe_status fuhe_recheck_no_memory(struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_recheck_keep(struct fuhe_recheck *recheck, struct fuhe_kept_bytes *kept,
                                                 const void *bytes, size_t length);
sqlite3_stmt *fuhe_recheck_document_row(const struct fuhe_recheck *recheck);

/* The row from `seq` on that comes first; *row is NULL when there is none. */
FUHE_MUST_USE enum fuhe_status fuhe_recheck_find_row(struct fuhe_recheck *recheck, enum fuhe_recheck_statement which,
                                                     int64_t seq, sqlite3_stmt **row);

FUHE_MUST_USE enum fuhe_status fuhe_recheck_tell(struct fuhe_recheck *recheck, struct fuhe_recheck_fault fault);
FUHE_MUST_USE enum fuhe_status fuhe_recheck_tell_form(struct fuhe_recheck *recheck, enum fuhe_recheck_kind kind,
                                                      sqlite3_stmt *row,
                                                      const struct fuhe_recheck_difference *difference);

/* Finds the row of the fresh form and holds them against each other. record: the form, to be kept if need be. */
FUHE_MUST_USE enum fuhe_status fuhe_recheck_pair_form(struct fuhe_recheck *recheck, fuhe_text record);

/* The form that waits is the one of the next row, or a new one. */
FUHE_MUST_USE enum fuhe_status fuhe_recheck_settle_waiting(struct fuhe_recheck *recheck, bool is_new);

/* Rows up to that seq have no form any more. */
FUHE_MUST_USE enum fuhe_status fuhe_recheck_pass_gone(struct fuhe_recheck *recheck, int64_t end);

#endif
