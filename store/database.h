/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_DATABASE_H
#define FUHE_STORE_DATABASE_H

#include <sqlite3.h>

#include "engine/arena.h"
#include "xml/hash.h"
#include "store/store.h"

/* The database behind a store, for the files of this folder: what all of them need of SQLite. Failures of SQLite become
 * errors of ours here and nowhere else. */

struct fuhe_store {
    sqlite3 *database;
    struct fuhe_arena *arena; /* of the texts of the run, and the path */
    const char *path;
    bool writes; /* else what it shows does not change while it is open */
    bool has_run;
    struct fuhe_store_run run;
};

/* Fills err with what SQLite has failed of, and returns its status: UNREADABLE when the database is damaged or none,
 * UNWRITABLE when it cannot be written, NO_MEMORY, INTERNAL. */
enum fuhe_status fuhe_database_fail(sqlite3 *database, struct fuhe_error *err);

/* Any number of statements without results. */
FUHE_MUST_USE enum fuhe_status fuhe_database_execute(sqlite3 *database, const char *sql, struct fuhe_error *err);

/* Prepares one statement; finalize takes NULL. */
FUHE_MUST_USE enum fuhe_status fuhe_database_prepare(sqlite3 *database, const char *sql, sqlite3_stmt **statement,
                                                     struct fuhe_error *err);

/* *row: there is a row of results. A statement without a further row has been reset and can be bound again. */
FUHE_MUST_USE enum fuhe_status fuhe_database_step(sqlite3_stmt *statement, bool *row, struct fuhe_error *err);

/* Runs a statement that has no results. */
FUHE_MUST_USE enum fuhe_status fuhe_database_run(sqlite3_stmt *statement, struct fuhe_error *err);

/* Parameters count from 1. Texts and blobs are borrowed until the statement has been run. Binding fails only for want
 * of memory or a wrong number, and then running the statement fails, too. */
void fuhe_database_bind_text(sqlite3_stmt *statement, int parameter, fuhe_text text);
void fuhe_database_bind_blob(sqlite3_stmt *statement, int parameter, fuhe_text bytes);
void fuhe_database_bind_hash(sqlite3_stmt *statement, int parameter, const struct fuhe_hash *hash); /* NULL is NULL */

/* Columns count from 0. Texts and blobs are valid until the next step. */
fuhe_text fuhe_database_text(sqlite3_stmt *statement, int column);
fuhe_text fuhe_database_blob(sqlite3_stmt *statement, int column);
bool fuhe_database_is_null(sqlite3_stmt *statement, int column);

/* Opens another connection to the store's database, for reading. */
FUHE_MUST_USE enum fuhe_status fuhe_database_open_again(const struct fuhe_store *store, sqlite3 **database,
                                                        struct fuhe_error *err);

/* Makes a new store's database in an empty file. What is written to it is not safe before it is closed, and a failure
 * leaves it damaged: for a file that nobody sees before it is complete. *database must be closed in any case. */
FUHE_MUST_USE enum fuhe_status fuhe_database_make(const char *path, sqlite3 **database, struct fuhe_error *err);

/* Makes the store at path, which exists, the schema "source" of such a database, to be read. */
FUHE_MUST_USE enum fuhe_status fuhe_database_attach(sqlite3 *database, const char *path, struct fuhe_error *err);

/* Reads the latest run into the store. */
FUHE_MUST_USE enum fuhe_status fuhe_store_load_run(struct fuhe_store *store, struct fuhe_error *err);

/* Made at build time from schema.sql. */
extern const char fuhe_store_schema[];

#endif
