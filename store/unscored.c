/* SPDX-License-Identifier: Apache-2.0 */
/* Forms and failures stand in different tables; the database brings them into one order. */
#include "store/unscored.h"

#include <string.h>

#include "store/database.h"

static const char list[] =
    "SELECT reading.path, item.* FROM in_force AS reading JOIN ("
    "SELECT reading, seq, 1, number, line, 0, form_id, project, '', '' FROM form WHERE state = 'unscored' UNION ALL "
    "SELECT reading, seq, 0, 0, line, \"column\", problem, subject, found, expected FROM failure"
    ") AS item ON item.reading = reading.id ORDER BY reading.ordinal, item.seq";

/* Columns of the list. */
enum { FILE_NAME, READING, SEQ, IS_FORM, NUMBER, LINE, COLUMN, ID_OR_PROBLEM, PROJECT_OR_SUBJECT, FOUND, EXPECTED };

static void copy(fuhe_text text, char *place, size_t size) {
    const size_t length = text.length < size ? text.length : size - 1;

    memcpy(place, length > 0 ? text.bytes : "", length);
    place[length] = '\0';
}

static struct fuhe_error read_error(sqlite3_stmt *statement) {
    const fuhe_text problem = fuhe_database_text(statement, ID_OR_PROBLEM);
    struct fuhe_error error = {.status = FUHE_STATUS_UNREADABLE,
                               .problem = fuhe_problem_find(problem.bytes, problem.length),
                               .line = (uint32_t)sqlite3_column_int64(statement, LINE),
                               .column = (uint32_t)sqlite3_column_int64(statement, COLUMN)};

    copy(fuhe_database_text(statement, PROJECT_OR_SUBJECT), error.subject, sizeof error.subject);
    copy(fuhe_database_text(statement, FOUND), error.found, sizeof error.found);
    copy(fuhe_database_text(statement, EXPECTED), error.expected, sizeof error.expected);
    return error;
}

static struct fuhe_store_unscored read_row(sqlite3_stmt *statement) {
    struct fuhe_store_unscored unscored = {.file = fuhe_database_text(statement, FILE_NAME),
                                           .is_form = sqlite3_column_int(statement, IS_FORM) != 0};

    if (!unscored.is_form) {
        unscored.error = read_error(statement);
        return unscored;
    }
    unscored.number = (size_t)sqlite3_column_int64(statement, NUMBER);
    unscored.line = (uint32_t)sqlite3_column_int64(statement, LINE);
    unscored.id = fuhe_database_text(statement, ID_OR_PROBLEM);
    unscored.project = fuhe_database_text(statement, PROJECT_OR_SUBJECT);
    return unscored;
}

enum fuhe_status fuhe_store_list_unscored(struct fuhe_store *store,
                                          enum fuhe_status (*take)(void *context,
                                                                   const struct fuhe_store_unscored *unscored),
                                          void *context, struct fuhe_error *err) {
    sqlite3_stmt *statement = NULL;
    enum fuhe_status status = fuhe_database_prepare(store->database, list, &statement, err);
    bool row = status == FUHE_STATUS_OK;

    while (row && status == FUHE_STATUS_OK) {
        status = fuhe_database_step(statement, &row, err);
        if (row && status == FUHE_STATUS_OK) {
            const struct fuhe_store_unscored unscored = read_row(statement);
            status = take(context, &unscored);
        }
    }
    (void)sqlite3_finalize(statement);
    return status;
}

enum fuhe_status fuhe_store_count_unchanged(struct fuhe_store *store, size_t *count, struct fuhe_error *err) {
    sqlite3_stmt *statement = NULL;
    bool row = false;
    enum fuhe_status status = fuhe_database_prepare(
        store->database, "SELECT count(*) FROM in_force WHERE first_run < last_run", &statement, err);

    if (status == FUHE_STATUS_OK) {
        status = fuhe_database_step(statement, &row, err);
    }
    *count = row ? (size_t)sqlite3_column_int64(statement, 0) : 0;
    (void)sqlite3_finalize(statement);
    return status;
}
