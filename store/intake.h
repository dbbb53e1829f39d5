/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_INTAKE_H
#define FUHE_STORE_INTAKE_H

#include "store/database.h"
#include "store/records.h"
#include "xml/pack_library.h"

/* Puts records into the tables, one at a time: for the writer, which sees to transactions and runs. */

/* Bytes that are kept from one record to the next, or put together from several. Zeroed, they are empty. */
struct fuhe_kept_bytes {
    char *bytes;
    size_t length;
    size_t capacity;
};

enum { FUHE_INTAKE_STATEMENTS = 9, FUHE_INTAKE_DEPARTMENTS = 512, FUHE_INTAKE_NAME_BYTES = 120 };

/* A department that was looked up lately. */
struct fuhe_kept_department {
    int64_t id; /* 0: none is kept here */
    size_t length;
    char name[FUHE_INTAKE_NAME_BYTES];
};

struct fuhe_intake {
    sqlite3 *database;
    const struct fuhe_pack_library *library; /* borrowed */
    int64_t *packs;                          /* row of each pack of the library; owned */
    int64_t basis;
    int64_t run;
    int64_t ordinal;           /* of the document at hand */
    int64_t taken;             /* documents before it that belong to the shard */
    struct fuhe_hashing names; /* of all documents before it */
    bool is_open;              /* some of the document is in already */
    int64_t reading;
    int64_t seq; /* of its next item */
    struct fuhe_kept_bytes findings;
    struct fuhe_kept_bytes cells;
    struct fuhe_kept_department departments[FUHE_INTAKE_DEPARTMENTS];
    sqlite3_stmt *statements[FUHE_INTAKE_STATEMENTS];
};

/* The members above `taken` have been filled in, and `names` has begun. The intake must be released whatever the
 * outcome. */
FUHE_MUST_USE enum fuhe_status fuhe_intake_begin(struct fuhe_intake *intake, struct fuhe_error *err);
void fuhe_intake_release(struct fuhe_intake *intake);

/* Takes the first record off records. */
FUHE_MUST_USE enum fuhe_status fuhe_intake_take(struct fuhe_intake *intake, fuhe_text *records, struct fuhe_error *err);

/* Gives up what is in of a document whose end has not come. */
FUHE_MUST_USE enum fuhe_status fuhe_intake_drop(struct fuhe_intake *intake, struct fuhe_error *err);

#endif
