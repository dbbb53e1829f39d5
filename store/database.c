/* SPDX-License-Identifier: Apache-2.0 */
/* SQLite as this folder uses it. Result codes are turned into problems by a table; the words of the system are kept
 * where there are any, for they say more than those of SQLite. */
#include "store/database.h"

#include <errno.h>
#include <string.h>

/* --- failing --- */

struct failure {
    int code; /* primary result code */
    enum fuhe_status status;
    enum fuhe_problem problem;
};

static const struct failure failures[] = {
    {SQLITE_NOMEM, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY},
    {SQLITE_NOTADB, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_FOREIGN},
    {SQLITE_CORRUPT, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_DAMAGED},
    {SQLITE_SCHEMA, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_DAMAGED},
    {SQLITE_ERROR, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_DAMAGED}, /* a table or column that is not there */
    {SQLITE_CONSTRAINT, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_DAMAGED},
    {SQLITE_FULL, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE},
    {SQLITE_IOERR, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE},
    {SQLITE_READONLY, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE},
    {SQLITE_CANTOPEN, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_OPEN},
    {SQLITE_BUSY, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE},
    {SQLITE_LOCKED, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE},
    {SQLITE_PERM, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE},
};

static const char *words_of(sqlite3 *database, int code) {
    const int system = sqlite3_system_errno(database);

    if (code == SQLITE_FULL) {
        return strerror(ENOSPC);
    }
    const bool is_system = (code == SQLITE_IOERR || code == SQLITE_CANTOPEN) && system != 0;
    return is_system ? strerror(system) : sqlite3_errmsg(database);
}

enum fuhe_status fuhe_database_fail(sqlite3 *database, struct fuhe_error *err) {
    const int code = database == NULL ? SQLITE_NOMEM : sqlite3_errcode(database) & 0xFF;

    for (size_t i = 0; i < sizeof failures / sizeof failures[0]; i++) {
        if (failures[i].code == code) {
            const char *found = code == SQLITE_NOMEM ? NULL : words_of(database, code);
            return fuhe_error_set(err, failures[i].status, failures[i].problem, found, NULL);
        }
    }
    return fuhe_error_set(err, FUHE_STATUS_INTERNAL, FUHE_PROBLEM_INTERNAL, sqlite3_errmsg(database), NULL);
}

/* --- statements --- */

enum fuhe_status fuhe_database_execute(sqlite3 *database, const char *sql, struct fuhe_error *err) {
    return sqlite3_exec(database, sql, NULL, NULL, NULL) == SQLITE_OK ? FUHE_STATUS_OK
                                                                      : fuhe_database_fail(database, err);
}

enum fuhe_status fuhe_database_prepare(sqlite3 *database, const char *sql, sqlite3_stmt **statement,
                                       struct fuhe_error *err) {
    const int code = sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL);

    return code == SQLITE_OK ? FUHE_STATUS_OK : fuhe_database_fail(database, err);
}

enum fuhe_status fuhe_database_step(sqlite3_stmt *statement, bool *row, struct fuhe_error *err) {
    const int code = sqlite3_step(statement);

    *row = code == SQLITE_ROW;
    if (*row) {
        return FUHE_STATUS_OK;
    }
    if (code == SQLITE_DONE) {
        (void)sqlite3_reset(statement);
        return FUHE_STATUS_OK;
    }
    const enum fuhe_status status = fuhe_database_fail(sqlite3_db_handle(statement), err);
    (void)sqlite3_reset(statement);
    return status;
}

enum fuhe_status fuhe_database_run(sqlite3_stmt *statement, struct fuhe_error *err) {
    bool row = true;

    while (row) {
        FUHE_TRY(fuhe_database_step(statement, &row, err));
    }
    return FUHE_STATUS_OK;
}

/* --- values --- */

void fuhe_database_bind_text(sqlite3_stmt *statement, int parameter, fuhe_text text) {
    const char *bytes = text.bytes == NULL ? "" : text.bytes;

    (void)sqlite3_bind_text64(statement, parameter, bytes, text.length, SQLITE_STATIC, SQLITE_UTF8);
}

void fuhe_database_bind_blob(sqlite3_stmt *statement, int parameter, fuhe_text bytes) {
    const char *start = bytes.bytes == NULL ? "" : bytes.bytes;

    (void)sqlite3_bind_blob64(statement, parameter, start, bytes.length, SQLITE_STATIC);
}

void fuhe_database_bind_hash(sqlite3_stmt *statement, int parameter, const struct fuhe_hash *hash) {
    if (hash == NULL) {
        (void)sqlite3_bind_null(statement, parameter);
    } else {
        (void)sqlite3_bind_blob(statement, parameter, hash->bytes, FUHE_HASH_BYTES, SQLITE_STATIC);
    }
}

fuhe_text fuhe_database_text(sqlite3_stmt *statement, int column) {
    const char *bytes = (const char *)sqlite3_column_text(statement, column);

    return (fuhe_text){bytes, (size_t)sqlite3_column_bytes(statement, column)};
}

fuhe_text fuhe_database_blob(sqlite3_stmt *statement, int column) {
    const char *bytes = sqlite3_column_blob(statement, column);

    return (fuhe_text){bytes, (size_t)sqlite3_column_bytes(statement, column)};
}

bool fuhe_database_is_null(sqlite3_stmt *statement, int column) {
    return sqlite3_column_type(statement, column) == SQLITE_NULL;
}
