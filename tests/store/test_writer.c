/* SPDX-License-Identifier: Apache-2.0 */
/* Runs, document by document: what a sequence of marks leaves in force, as history, and known. */
#include "store/writer.h"
#include "report/memory_output.h"
#include "tests/support/cases.h"

#include <stdio.h>
#include <string.h>

#include <sqlite3.h>

#define PATH "writer-test.tmp"

enum { STEPS_MAX = 8 };

/* What happens to a document. */
struct step {
    char path;       /* '\0' ends the steps */
    char bytes;      /* 0: could not be read */
    bool unfinished; /* its mark never comes */
    size_t failures; /* items in front of the mark */
};

struct row {
    const char *name;
    struct step first[STEPS_MAX];  /* run 1 */
    bool first_stops;              /* it is not complete */
    bool goes_on;                  /* then the steps of the second go on with it */
    struct step second[STEPS_MAX]; /* run 2, unless it goes on */
    const char *in_force;          /* path, bytes, first run and count of failures, in order */
    const char *history;           /* likewise, with the last run */
};

static const struct row rows[] = {
    {"one run", {{'a', '1'}, {'b', '2'}}, false, false, {{'\0'}}, "a1@1 b2@1", ""},
    {"unchanged", {{'a', '1'}, {'b', '2'}}, false, false, {{'a', '1'}, {'b', '2'}}, "a1@1 b2@1", ""},
    {"changed", {{'a', '1'}, {'b', '2'}}, false, false, {{'a', '3'}, {'b', '2'}}, "a3@2 b2@1", "a1@1-1"},
    {"no longer named", {{'a', '1'}, {'b', '2'}}, false, false, {{'b', '2'}}, "b2@1", "a1@1-1"},
    {"in another order", {{'a', '1'}, {'b', '2'}}, false, false, {{'b', '2'}, {'a', '1'}}, "b2@1 a1@1", ""},
    {"named twice", {{'a', '1'}, {'b', '2'}, {'a', '1'}}, false, false, {{'\0'}}, "a1@1 b2@1", ""},
    {"named twice, changed meanwhile", {{'a', '1'}, {'a', '2'}}, false, false, {{'\0'}}, "a1@1 a2@1", ""},
    {"named twice, unreadable", {{'a', 0, false, 1}, {'a', 0, false, 1}}, false, false, {{'\0'}}, "a?@1+1", ""},
    {"unreadable in both runs", {{'a', 0, false, 1}}, false, false, {{'a', 0, false, 1}}, "a?@2+1", "a?@1-1+1"},
    {"failures are kept", {{'a', '1', false, 2}, {'b', '2'}}, false, false, {{'a', '1', false, 2}}, "a1@1+2", "b2@1-1"},
    {"goes on", {{'a', '1'}}, true, true, {{'a', '1'}, {'b', '2'}}, "a1@1 b2@1", ""},
    {"goes on behind an unfinished one",
     {{'a', '1'}, {'b', '2', true, 3}},
     true,
     true,
     {{'a', '1'}, {'b', '2', false, 3}},
     "a1@1 b2@1+3",
     ""},
    {"goes on, one is gone and one has changed",
     {{'a', '1'}, {'b', '2'}, {'c', '3'}},
     true,
     true,
     {{'b', '4'}, {'c', '3'}},
     "b4@1 c3@1",
     ""},
    {"goes on, named twice",
     {{'a', '1'}, {'b', '2'}},
     true,
     true,
     {{'a', '1'}, {'b', '2'}, {'a', '1'}},
     "a1@1 b2@1",
     ""},
    {"a new run instead of going on", {{'a', '1'}, {'b', '2'}}, true, false, {{'a', '1'}}, "a1@1", "b2@1-1"},
};

/* --- runs --- */

static struct fuhe_hash hash_of(char bytes) {
    return fuhe_hash_of((fuhe_text){&bytes, 1});
}

static void write_step(struct fuhe_report *report, const struct step *step, bool known) {
    const char name[] = {step->path, '\0'};
    const struct fuhe_hash hash = hash_of(step->bytes);
    const struct fuhe_file_mark mark = {.file = name, .hash = step->bytes == 0 ? NULL : hash.bytes, .known = known};
    struct fuhe_error error;

    (void)fuhe_error_set(&error, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_NOT_XML, "found", NULL);
    for (size_t i = 0; i < step->failures && !known; i++) {
        fuhe_store_records.failure(report, name, &error);
    }
    if (!step->unfinished) {
        fuhe_store_records.file(report, &mark);
    }
}

/* Writes the steps as a run. What the store knows is not read again when it is asked. */
static void write_run(const struct step *steps, bool goes_on, bool complete, bool asks) {
    struct fuhe_pack_library library;
    struct fuhe_store *store = NULL;
    struct fuhe_store_writer *writer = NULL;
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    assert_non_null(memory);
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_store_open_to_write(PATH, &store, NULL), FUHE_STATUS_OK);
    const struct fuhe_store_run_request request = {.library = &library, .goes_on = goes_on};
    assert_int_equal(fuhe_store_writer_new(store, &request, &writer, NULL), FUHE_STATUS_OK);
    struct fuhe_store_known *known = fuhe_store_known_new(writer);
    struct fuhe_report report = {.format = &fuhe_store_records, .output = &memory->output};
    for (const struct step *step = steps; step->path != '\0'; step++) {
        const char name[] = {step->path, '\0'};
        const struct fuhe_hash hash = hash_of(step->bytes);
        write_step(&report, step, asks && step->bytes != 0 && fuhe_store_is_known(known, name, &hash));
    }
    assert_int_equal(fuhe_store_writer_take(writer, fuhe_memory_output_text(memory), NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_store_writer_end(writer, complete, NULL), FUHE_STATUS_OK);
    fuhe_store_known_free(known);
    fuhe_store_writer_free(writer);
    fuhe_store_close(store);
    fuhe_pack_library_free(&library);
    fuhe_memory_output_free(memory);
}

/* --- what is there --- */

/* One text from all rows of a query. */
static void ask(const char *sql, char *text, size_t size) {
    sqlite3 *database = NULL;
    sqlite3_stmt *statement = NULL;
    size_t used = 0;

    text[0] = '\0';
    assert_int_equal(sqlite3_open(PATH, &database), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(database, sql, -1, &statement, NULL), SQLITE_OK);
    for (int i = 1; i <= 9; i++) {
        const struct fuhe_hash hash = hash_of((char)('0' + i));
        (void)sqlite3_bind_blob(statement, i, hash.bytes, FUHE_HASH_BYTES, SQLITE_TRANSIENT);
    }
    while (sqlite3_step(statement) == SQLITE_ROW) {
        used += (size_t)snprintf(text + used, size - used, "%s%s", used == 0 ? "" : " ",
                                 (const char *)sqlite3_column_text(statement, 0));
    }
    (void)sqlite3_finalize(statement);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

#define BYTES "CASE sha256 WHEN ?1 THEN '1' WHEN ?2 THEN '2' WHEN ?3 THEN '3' WHEN ?4 THEN '4' ELSE '?' END"
#define FAILURES                                                                                                       \
    "iif(EXISTS (SELECT 1 FROM failure WHERE reading = r.id), '+' || (SELECT count(*) FROM failure WHERE reading = "   \
    "r.id),"                                                                                                           \
    " '')"

static void check(const struct row *row, bool asks) {
    char text[200];

    (void)remove(PATH);
    write_run(row->first, false, !row->first_stops, asks);
    if (row->second[0].path != '\0') {
        write_run(row->second, row->goes_on, true, asks);
    }
    ask("SELECT path || " BYTES " || '@' || first_run || " FAILURES " FROM in_force AS r ORDER BY ordinal", text,
        sizeof text);
    assert_string_equal(text, row->in_force);
    ask("SELECT path || " BYTES " || '@' || first_run || '-' || last_run || " FAILURES
        " FROM reading AS r WHERE id NOT IN (SELECT id FROM in_force) ORDER BY path, id",
        text, sizeof text);
    assert_string_equal(text, row->history);
    ask("SELECT count(*) || ' ' || sum(complete) FROM run", text, sizeof text);
    const bool one = row->goes_on || row->second[0].path == '\0';
    assert_string_equal(text, one ? "1 1" : row->first_stops ? "2 1" : "2 2");
    (void)remove(PATH);
}

/* The same whether workers ask what is known, or read everything again. */
static void leaves(void **state) {
    check(*state, true);
    check(*state, false);
}

/* --- what goes on --- */

static void only_what_was_stopped_goes_on(void **state) {
    static const struct step steps[] = {{'a', '1'}, {'\0'}};
    struct fuhe_pack_library library;
    struct fuhe_store *store = NULL;
    struct fuhe_store_writer *writer = NULL;
    struct fuhe_error error = {0};

    (void)state;
    (void)remove(PATH);
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    const struct fuhe_store_run_request request = {.library = &library, .goes_on = true};
    assert_int_equal(fuhe_store_open_to_write(PATH, &store, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_store_writer_new(store, &request, &writer, &error), FUHE_STATUS_UNWRITABLE);
    assert_int_equal(error.problem, FUHE_PROBLEM_STORE_EMPTY);
    fuhe_store_close(store);
    write_run(steps, false, true, true);
    assert_int_equal(fuhe_store_open_to_write(PATH, &store, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_store_writer_new(store, &request, &writer, &error), FUHE_STATUS_UNWRITABLE);
    assert_int_equal(error.problem, FUHE_PROBLEM_RUN_COMPLETE);
    fuhe_store_close(store);
    fuhe_pack_library_free(&library);
    (void)remove(PATH);
}

/* A review holds for the runs from its first to its last: not over a run in which the document was another one, or was
 * not there. Over one that was stopped it may hold. */
static const struct three_runs {
    const char *name;
    struct step second[3];
    bool second_stops;
    const char *readings;
} three_runs[] = {
    {"comes back", {{'b', '2'}}, false, "a1@1-1 b2@2-2 a1@3-3"},
    {"is again what it was", {{'a', '2'}}, false, "a1@1-1 a2@2-2 a1@3-3"},
    {"the second run was stopped", {{'b', '2'}}, true, "a1@1-3 b2@2-2"},
};

static void holds(void **state) {
    static const struct step steps[] = {{'a', '1'}, {'\0'}};
    const struct three_runs *row = *state;
    char text[200];

    for (int asks = 0; asks < 2; asks++) {
        (void)remove(PATH);
        write_run(steps, false, true, asks != 0);
        write_run(row->second, false, !row->second_stops, asks != 0);
        write_run(steps, false, true, asks != 0);
        ask("SELECT path || " BYTES " || '@' || first_run || '-' || last_run FROM reading ORDER BY first_run", text,
            sizeof text);
        assert_string_equal(text, row->readings);
        (void)remove(PATH);
    }
}

/* While a run that goes on has not come to its end, a document counts once: as it was read last, and of those that it
 * has still to come to only what has the rules of now. */
static const struct unfinished {
    const char *name;
    const char *meanwhile; /* on the database */
    struct step second[5];
    const char *in_force;
} unfinished[] = {
    {"as they were", "SELECT 1", {{'a', '1'}}, "b2@1 c?@1+1 d3@1 d4@1 a1@1"},
    {"one has changed", "SELECT 1", {{'a', '3'}, {'b', '2'}}, "c?@1+1 d3@1 d4@1 a3@1 b2@1"},
    {"one fails again", "SELECT 1", {{'c', 0, false, 2}}, "a1@1 b2@1 d3@1 d4@1 c?@1+2"},
    {"two of one name", "SELECT 1", {{'a', '1'}, {'d', '3'}}, "b2@1 c?@1+1 a1@1 d3@1"},
    {"other rules", "UPDATE reading SET basis = basis + 1", {{'a', '1'}}, "a1@1"},
};

static void counts_once(void **state) {
    static const struct step steps[] = {{'a', '1'}, {'b', '2'}, {'c', 0, false, 1}, {'d', '3'}, {'d', '4'}, {'\0'}};
    const struct unfinished *row = *state;
    char text[200];

    for (int again = 0; again < 2; again++) {
        (void)remove(PATH);
        write_run(steps, false, false, true);
        if (again) {
            write_run(steps, true, false, true);
        }
        ask(row->meanwhile, text, sizeof text);
        write_run(row->second, true, false, true);
        ask("SELECT path || " BYTES " || '@' || first_run || " FAILURES " FROM in_force AS r ORDER BY ordinal", text,
            sizeof text);
        assert_string_equal(text, row->in_force);
    }
    (void)remove(PATH);
}

/* Other rules, other results: nothing is known then. */
static void rules_are_part_of_what_is_known(void **state) {
    const struct fuhe_hash hash = hash_of('1');
    static const struct step steps[] = {{'a', '1'}, {'\0'}};
    struct fuhe_pack_library library;
    struct fuhe_store *store = NULL;

    (void)state;
    (void)remove(PATH);
    write_run(steps, false, true, true);
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    for (size_t i = 0; i <= library.count; i++) {
        struct fuhe_store_writer *writer = NULL;
        const struct fuhe_store_run_request request = {.library = &library,
                                                       .rules = i == library.count ? NULL : &library.packs[i]};
        assert_int_equal(fuhe_store_open_to_write(PATH, &store, NULL), FUHE_STATUS_OK);
        assert_int_equal(fuhe_store_writer_new(store, &request, &writer, NULL), FUHE_STATUS_OK);
        struct fuhe_store_known *known = fuhe_store_known_new(writer);
        assert_int_equal(fuhe_store_is_known(known, "a", &hash), i == library.count);
        assert_false(fuhe_store_is_known(known, "b", &hash));
        fuhe_store_known_free(known);
        fuhe_store_writer_free(writer);
        fuhe_store_close(store);
    }
    fuhe_pack_library_free(&library);
    (void)remove(PATH);
}

int main(void) {
    const struct CMUnitTest others[] = {cmocka_unit_test(only_what_was_stopped_goes_on),
                                        cmocka_unit_test(rules_are_part_of_what_is_known)};

    return RUN_CASES("leaves", rows, leaves) + RUN_CASES("holds", three_runs, holds) +
           RUN_CASES("counts once", unfinished, counts_once) + cmocka_run_group_tests(others, NULL, NULL);
}
