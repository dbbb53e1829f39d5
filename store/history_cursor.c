/* SPDX-License-Identifier: Apache-2.0 */
/* Reviews in force by keys. Keys are sorted by the database in a temporary table with nothing else in it, so that
 * little has to be moved. */
#include <stdlib.h>

#include "store/history.h"
#include "store/history_row.h"

struct fuhe_history_cursor {
    sqlite3_stmt *statement;
    bool ended;
    struct fuhe_history_review review;
};

/* Parts of a key are kept apart by a character that no XML document holds. */
#define APART " || char(31) || "

/* For each kind of key, a table of its own: two cursors may be under way. */
struct keyed {
    const char *make;
    const char *list;
};

#define MAKE(table, key)                                                                                               \
    "PRAGMA query_only = OFF; DROP TABLE IF EXISTS temp." table ";"                                                    \
    "CREATE TEMP TABLE " table " (place INTEGER PRIMARY KEY, form INTEGER NOT NULL, key TEXT NOT NULL);"               \
    "INSERT INTO temp." table " (form, key) SELECT form.id, " key " AS sorted FROM in_force AS reading"                \
    " CROSS JOIN form ON form.reading = reading.id CROSS JOIN department ON department.id = form.department"           \
    " ORDER BY sorted, reading.ordinal, form.seq;"
#define LIST(table)                                                                                                    \
    "SELECT " FUHE_HISTORY_COLUMNS ", keyed.key FROM temp." table " AS keyed"                                          \
    " CROSS JOIN form ON form.id = keyed.form" FUHE_HISTORY_JOINS " ORDER BY keyed.place"

static const struct keyed keyed[] = {
    [FUHE_HISTORY_BY_FORM] = {MAKE("history_by_form",
                                   "department.name" APART "form.year" APART "CASE"
                                   " WHEN form.form_id <> '' THEN 'id' " APART "form.form_id"
                                   " WHEN form.project <> '' THEN 'project' " APART "form.project"
                                   " ELSE 'file' " APART "reading.path" APART "printf('%020d', form.number) END"),
                              LIST("history_by_form")},
    [FUHE_HISTORY_BY_PROJECT] = {MAKE("history_by_project", "department.name" APART "form.project"),
                                 LIST("history_by_project")},
};

enum fuhe_status fuhe_history_cursor_new(struct fuhe_store *store, enum fuhe_history_key key,
                                         struct fuhe_history_cursor **cursor, struct fuhe_error *err) {
    struct fuhe_history_cursor *made = NULL;

    FUHE_TRY(fuhe_database_execute(store->database, keyed[key].make, err));
    made = calloc(1, sizeof *made);
    if (made == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    const enum fuhe_status status = fuhe_database_prepare(store->database, keyed[key].list, &made->statement, err);
    if (status != FUHE_STATUS_OK) {
        fuhe_history_cursor_free(made);
        return status;
    }
    *cursor = made;
    return FUHE_STATUS_OK;
}

void fuhe_history_cursor_free(struct fuhe_history_cursor *cursor) {
    if (cursor != NULL) {
        (void)sqlite3_finalize(cursor->statement);
        free(cursor);
    }
}

enum fuhe_status fuhe_history_cursor_next(struct fuhe_history_cursor *cursor, const struct fuhe_history_review **review,
                                          struct fuhe_error *err) {
    bool row = false;

    if (!cursor->ended) {
        FUHE_TRY(fuhe_database_step(cursor->statement, &row, err));
    }
    cursor->ended = !row;
    if (cursor->ended) {
        *review = NULL;
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_history_row_read(cursor->statement, &cursor->review, err));
    cursor->review.key = fuhe_database_text(cursor->statement, FUHE_HISTORY_COLUMN_COUNT);
    *review = &cursor->review;
    return FUHE_STATUS_OK;
}
