/* SPDX-License-Identifier: Apache-2.0 */
/* One form over all runs. Which forms are meant is found step by step, from an id to parts of a name, and kept in a
 * temporary table; then their readings come in order, and one that shows nothing new is taken into the one before. */
#include "store/history.h"

#include "store/history_row.h"
#include "store/transcript.h"

/* --- names --- */

static fuhe_text argument(sqlite3_value *value) {
    const char *bytes = (const char *)sqlite3_value_text(value);

    return (fuhe_text){bytes, (size_t)sqlite3_value_bytes(value)};
}

/* same_name(a, b) */
static void same_name(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    sqlite3_result_int(context, fuhe_text_same_name(argument(values[0]), argument(values[1])));
}

static bool is_blank(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* has_words(name, words): every one of the words, between blanks, is in the name; no words are in none. */
static void has_words(sqlite3_context *context, int count, sqlite3_value **values) {
    const fuhe_text name = argument(values[0]);
    const fuhe_text words = argument(values[1]);
    size_t found = 0;
    size_t start = 0;
    bool all = true;

    (void)count;
    for (size_t i = 0; i <= words.length; i++) {
        if (i < words.length && !is_blank(words.bytes[i])) {
            continue;
        }
        if (i > start) {
            all = all && fuhe_text_contains(name, (fuhe_text){words.bytes + start, i - start});
            found++;
        }
        start = i + 1;
    }
    sqlite3_result_int(context, all && found > 0);
}

static enum fuhe_status add_functions(sqlite3 *database, struct fuhe_error *err) {
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;

    if (sqlite3_create_function_v2(database, "same_name", 2, flags, NULL, same_name, NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_create_function_v2(database, "has_words", 2, flags, NULL, has_words, NULL, NULL, NULL) != SQLITE_OK) {
        return fuhe_database_fail(database, err);
    }
    return FUHE_STATUS_OK;
}

/* --- which forms are meant --- */

#define MEANT                                                                                                          \
    "INSERT INTO temp.history_meant SELECT form.id FROM form JOIN reading ON reading.id = form.reading"                \
    " WHERE reading.done = 1 AND "

/* From the narrowest meaning of the words on; the first that finds any form is the one. */
static const char *const meanings[] = {
    MEANT "form.form_id = ?1",
    MEANT "same_name(form.project, ?1)",
    MEANT "has_words(form.project, ?1)",
};

static const char add_other_years[] = "INSERT OR IGNORE INTO temp.history_meant SELECT form.id FROM form"
                                      " JOIN reading ON reading.id = form.reading WHERE reading.done = 1"
                                      " AND form.project <> '' AND (form.department, form.project) IN"
                                      " (SELECT department, project FROM form WHERE id IN temp.history_meant)";

static enum fuhe_status run_meaning(sqlite3 *database, const char *sql, fuhe_text wanted, bool *found,
                                    struct fuhe_error *err) {
    sqlite3_stmt *statement = NULL;
    enum fuhe_status status = fuhe_database_prepare(database, sql, &statement, err);

    if (status == FUHE_STATUS_OK) {
        fuhe_database_bind_text(statement, 1, wanted);
        status = fuhe_database_run(statement, err);
    }
    (void)sqlite3_finalize(statement);
    *found = status == FUHE_STATUS_OK && sqlite3_changes(database) > 0;
    return status;
}

static enum fuhe_status refuse_unknown(fuhe_text wanted, struct fuhe_error *err) {
    char found[sizeof err->found + 8]; /* longer, so that what is too long is cut between characters */
    const size_t length = wanted.length < sizeof found ? wanted.length : sizeof found - 1;

    for (size_t i = 0; i < length; i++) {
        found[i] = wanted.bytes[i];
    }
    found[length] = '\0';
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_FORM_UNKNOWN, found, NULL);
}

static enum fuhe_status find_meant(sqlite3 *database, fuhe_text wanted, struct fuhe_error *err) {
    static const char make[] = "PRAGMA query_only = OFF; DROP TABLE IF EXISTS temp.history_meant;"
                               "CREATE TEMP TABLE history_meant (form INTEGER PRIMARY KEY);";
    bool found = wanted.length == 0;

    FUHE_TRY(add_functions(database, err));
    FUHE_TRY(fuhe_database_execute(database, make, err));
    if (found) {
        return refuse_unknown(wanted, err);
    }
    for (size_t i = 0; i < sizeof meanings / sizeof meanings[0] && !found; i++) {
        FUHE_TRY(run_meaning(database, meanings[i], wanted, &found, err));
    }
    return found ? fuhe_database_execute(database, add_other_years, err) : refuse_unknown(wanted, err);
}

/* --- reviews that follow one another --- */

/* A review that waits for the next one. */
struct pending {
    struct fuhe_arena *arena;
    struct fuhe_history_review review;
    fuhe_text cells;
    struct fuhe_form form;
    int64_t copy; /* of several forms of one name in a document */
};

struct telling {
    sqlite3_stmt *statement;
    enum fuhe_status (*take)(void *context, const struct fuhe_history_review *review);
    void *context;
    struct pending pending[2];
    size_t next;  /* which of them is free */
    bool waiting; /* there is one in the other */
    struct fuhe_error *err;
};

enum { CELLS = FUHE_HISTORY_COLUMN_COUNT, COPY };

/* Forms alike in name are numbered within a reading. */
static const char reviews[] =
    "SELECT " FUHE_HISTORY_COLUMNS ", transcript.cells, row_number() OVER (PARTITION BY form.reading, form.department,"
    " form.project, form.year ORDER BY form.seq) AS copy"
    " FROM temp.history_meant AS meant CROSS JOIN form ON form.id = meant.form" FUHE_HISTORY_JOINS
    " LEFT JOIN transcript ON transcript.form = form.id"
    " ORDER BY department.name, form.project, form.year, reading.path, copy, reading.first_run, reading.id";

static enum fuhe_status keep_row(struct telling *telling, struct pending *pending) {
    fuhe_arena_reset(pending->arena);
    FUHE_TRY(fuhe_history_row_read(telling->statement, &pending->review, telling->err));
    pending->copy = sqlite3_column_int64(telling->statement, COPY);
    enum fuhe_status status = fuhe_history_row_keep(&pending->review, pending->arena);
    if (status == FUHE_STATUS_OK) {
        status = fuhe_arena_copy(pending->arena, fuhe_database_blob(telling->statement, CELLS), &pending->cells);
    }
    if (status == FUHE_STATUS_OK) {
        status = fuhe_transcript_read_form(pending->cells, pending->arena, &pending->form);
    }
    if (status == FUHE_STATUS_NO_MEMORY) {
        return fuhe_error_set(telling->err, status, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    return status == FUHE_STATUS_OK ? status : fuhe_survey_damaged(telling->err, "transcript.cells");
}

static bool goes_on(const struct pending *earlier, const struct pending *later) {
    return earlier->copy == later->copy && fuhe_text_equals(earlier->review.form.file, later->review.form.file) &&
           earlier->review.last_run + 1 == later->review.first_run &&
           fuhe_history_row_same(&earlier->review, &later->review) &&
           fuhe_transcript_same_form(&earlier->form, &later->form);
}

/* The earlier review, as it still stands in a later reading. */
static void go_on(struct fuhe_history_review *earlier, const struct fuhe_history_review *later) {
    earlier->last_run = later->last_run;
    earlier->in_force = later->in_force;
    earlier->has_hash = later->has_hash;
    earlier->hash = later->hash;
    earlier->form.number = later->form.number;
}

static enum fuhe_status tell_waiting(struct telling *telling) {
    if (!telling->waiting) {
        return FUHE_STATUS_OK;
    }
    telling->waiting = false;
    return telling->take(telling->context, &telling->pending[1 - telling->next].review);
}

static enum fuhe_status tell(struct telling *telling) {
    bool row = true;

    FUHE_TRY(fuhe_database_step(telling->statement, &row, telling->err));
    while (row) {
        struct pending *later = &telling->pending[telling->next];
        struct pending *earlier = &telling->pending[1 - telling->next];
        FUHE_TRY(keep_row(telling, later));
        if (telling->waiting && goes_on(earlier, later)) {
            go_on(&earlier->review, &later->review);
        } else {
            FUHE_TRY(tell_waiting(telling));
            telling->waiting = true;
            telling->next = 1 - telling->next;
        }
        FUHE_TRY(fuhe_database_step(telling->statement, &row, telling->err));
    }
    return tell_waiting(telling);
}

enum fuhe_status fuhe_history_of(struct fuhe_store *store, fuhe_text form,
                                 enum fuhe_status (*take)(void *context, const struct fuhe_history_review *review),
                                 void *context, struct fuhe_error *err) {
    struct telling telling = {.take = take, .context = context, .err = err};
    enum fuhe_status status = find_meant(store->database, fuhe_text_trim(form), err);

    if (status != FUHE_STATUS_OK) {
        return status;
    }
    telling.pending[0].arena = fuhe_arena_new();
    telling.pending[1].arena = fuhe_arena_new();
    if (telling.pending[0].arena == NULL || telling.pending[1].arena == NULL) {
        status = fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    if (status == FUHE_STATUS_OK) {
        status = fuhe_database_prepare(store->database, reviews, &telling.statement, err);
    }
    if (status == FUHE_STATUS_OK) {
        status = tell(&telling);
    }
    (void)sqlite3_finalize(telling.statement);
    fuhe_arena_free(telling.pending[0].arena);
    fuhe_arena_free(telling.pending[1].arena);
    return status;
}
