/* SPDX-License-Identifier: Apache-2.0 */
/* Files that are a store and files that are none. */
#define _POSIX_C_SOURCE 200809L
#include "store/store.h"
#include "tests/support/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "xml/hash.h"

#define PATH "store-test.tmp"

static void remove_files(void) {
    (void)remove(PATH);
    (void)remove(PATH "-wal");
    (void)remove(PATH "-shm");
}

static void make_store(void) {
    struct fuhe_store *store = NULL;

    remove_files();
    assert_int_equal(fuhe_store_open_to_write(PATH, &store, NULL), FUHE_STATUS_OK);
    fuhe_store_close(store);
}

static void execute(const char *sql) {
    sqlite3 *database = NULL;

    assert_int_equal(sqlite3_open(PATH, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

static void write_bytes(const char *bytes, size_t length) {
    FILE *file = fopen(PATH, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

/* --- what a file may be --- */

static void make_nothing(void) {
    remove_files();
}

static void make_empty_file(void) {
    remove_files();
    write_bytes("", 0);
}

static void make_text(void) {
    remove_files();
    write_bytes("These are certainly not the bytes of any database at all.", 57);
}

static void make_other_database(void) {
    remove_files();
    execute("CREATE TABLE reading (id INTEGER PRIMARY KEY)");
}

static void make_newer(void) {
    make_store();
    execute("PRAGMA user_version = 3");
}

static void make_older(void) {
    make_store();
    execute("PRAGMA user_version = 1");
}

static void make_truncated(void) {
    make_store();
    assert_int_equal(truncate(PATH, 20000), 0);
}

static void make_without_runs(void) {
    make_store();
    execute("DROP TABLE run");
}

static const struct row {
    const char *name;
    void (*make)(void);
    enum fuhe_problem to_read;  /* NONE when it is a store */
    enum fuhe_problem to_write; /* likewise */
} rows[] = {
    {"no file", make_nothing, FUHE_PROBLEM_STORE_NONE, FUHE_PROBLEM_NONE},
    {"an empty file, left by a kill", make_empty_file, FUHE_PROBLEM_STORE_EMPTY, FUHE_PROBLEM_NONE},
    {"a store without any run", make_store, FUHE_PROBLEM_NONE, FUHE_PROBLEM_NONE},
    {"text", make_text, FUHE_PROBLEM_STORE_FOREIGN, FUHE_PROBLEM_STORE_FOREIGN},
    {"another database", make_other_database, FUHE_PROBLEM_STORE_FOREIGN, FUHE_PROBLEM_STORE_FOREIGN},
    {"a newer store", make_newer, FUHE_PROBLEM_STORE_NEWER, FUHE_PROBLEM_STORE_NEWER},
    {"an older store", make_older, FUHE_PROBLEM_STORE_OLDER, FUHE_PROBLEM_STORE_OLDER},
    {"a store that was cut", make_truncated, FUHE_PROBLEM_STORE_DAMAGED, FUHE_PROBLEM_STORE_DAMAGED},
    {"a table is missing", make_without_runs, FUHE_PROBLEM_STORE_DAMAGED, FUHE_PROBLEM_STORE_DAMAGED},
};

static void opens(void **state) {
    const struct row *row = *state;
    struct fuhe_store *store = NULL;
    struct fuhe_error error = {0};

    row->make();
    const enum fuhe_status read = fuhe_store_open(PATH, &store, &error);
    assert_string_equal(fuhe_problem_name(error.problem), fuhe_problem_name(row->to_read));
    assert_int_equal(read == FUHE_STATUS_OK, row->to_read == FUHE_PROBLEM_NONE);
    fuhe_store_close(store);
    store = NULL;
    error = (struct fuhe_error){0};
    const enum fuhe_status written = fuhe_store_open_to_write(PATH, &store, &error);
    assert_string_equal(fuhe_problem_name(error.problem), fuhe_problem_name(row->to_write));
    assert_int_equal(written == FUHE_STATUS_OK, row->to_write == FUHE_PROBLEM_NONE);
    if (row->to_write == FUHE_PROBLEM_NONE) {
        assert_false(fuhe_store_latest_run(store, &(struct fuhe_store_run){0}));
    }
    fuhe_store_close(store);
    remove_files();
}

/* --- readings --- */

static const char *const inserts =
    "INSERT INTO pack VALUES (1, x'01', 'p', '1', x'00', NULL); INSERT INTO basis VALUES (1, x'02', '0', NULL, x'', 0, "
    "0);"
    "INSERT INTO run (number, engine, rules, basis, arguments, folder, started, complete) "
    "VALUES (1, '0', '', 1, x'', x'', '', 0);"
    "INSERT INTO department VALUES (1, 'd');"
    "INSERT INTO reading (id, path, basis, first_run, last_run, ordinal, done) VALUES (1, 'a', 1, 1, 1, 1, 1);"
    "INSERT INTO reading (id, path, basis, first_run, last_run, ordinal, done) VALUES (2, 'b', 1, 1, 1, 2, 0);"
    "INSERT INTO form VALUES (7, 2, 0, 0, 1, 'i', '2024', '', 'x', 1, 1, 'scored', '90', 90000000, 89500000, 500000,"
    " 555600, 'a', 'b', 'firm', 12345, 1, 0, 0, 'item-score', '{\"item-score/error\":1}', 5);"
    "INSERT INTO transcript VALUES (7, x'00');"
    "INSERT INTO failure VALUES (2, 1, 'not-xml', 1, 1, '', '', '');";

static void expect_counts(int readings, int others) {
    sqlite3 *database = NULL;
    sqlite3_stmt *statement = NULL;

    assert_int_equal(sqlite3_open(PATH, &database), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(database,
                                        "SELECT (SELECT count(*) FROM reading), (SELECT count(*) FROM form) + "
                                        "(SELECT count(*) FROM transcript) + (SELECT count(*) FROM failure)",
                                        -1, &statement, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    assert_int_equal(sqlite3_column_int(statement, 0), readings);
    assert_int_equal(sqlite3_column_int(statement, 1), others);
    (void)sqlite3_finalize(statement);
    (void)sqlite3_close(database);
}

/* A document that was being read when its run was killed goes, with all that is of it; readers leave it alone. */
static void unfinished_readings_go(void **state) {
    struct fuhe_store *store = NULL;
    struct fuhe_store_run run = {0};

    (void)state;
    make_store();
    execute(inserts);
    assert_int_equal(fuhe_store_open(PATH, &store, NULL), FUHE_STATUS_OK);
    assert_true(fuhe_store_latest_run(store, &run));
    assert_int_equal(run.number, 1);
    assert_false(run.complete);
    fuhe_store_close(store);
    expect_counts(2, 3);
    assert_int_equal(fuhe_store_open_to_write(PATH, &store, NULL), FUHE_STATUS_OK);
    fuhe_store_close(store);
    expect_counts(1, 0);
    remove_files();
}

/* Who reads leaves nothing behind beside the store. */
static void reading_leaves_nothing(void **state) {
    struct fuhe_store *store = NULL;

    (void)state;
    make_store();
    assert_int_equal(fuhe_store_open(PATH, &store, NULL), FUHE_STATUS_OK);
    fuhe_store_close(store);
    assert_int_not_equal(access(PATH "-wal", F_OK), 0);
    assert_int_not_equal(access(PATH "-shm", F_OK), 0);
    remove_files();
}

/* Leaves what was inserted in the log, as a kill does, and the file by which readers find it where none can be made. */
static void make_unreadable_log(void) {
    sqlite3 *database = NULL;

    make_store();
    assert_int_equal(sqlite3_open(PATH, &database), SQLITE_OK);
    assert_int_equal(sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, inserts, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
    assert_int_equal(remove(PATH "-shm"), 0);
    assert_int_equal(symlink("nowhere", PATH "-shm"), 0);
}

/* Where nothing can be written, a store is read as it stands, but never without the log that belongs to it. */
static void log_is_not_left_out(void **state) {
    struct fuhe_store *store = NULL;
    struct fuhe_error error = {0};

    (void)state;
    make_unreadable_log();
    assert_int_equal(fuhe_store_open(PATH, &store, &error), FUHE_STATUS_UNWRITABLE);
    assert_string_equal(fuhe_problem_name(error.problem), fuhe_problem_name(FUHE_PROBLEM_OPEN));
    assert_int_equal(truncate(PATH "-wal", 0), 0);
    assert_int_equal(fuhe_store_open(PATH, &store, &error), FUHE_STATUS_OK);
    assert_false(fuhe_store_latest_run(store, &(struct fuhe_store_run){0}));
    fuhe_store_close(store);
    remove_files();
}

/* Figures for people are exact and have no needless zeros. */
static void view_shows_decimals(void **state) {
    sqlite3 *database = NULL;
    sqlite3_stmt *statement = NULL;

    (void)state;
    make_store();
    execute(inserts);
    execute("UPDATE reading SET done = 1; UPDATE form SET deviation = -50000, verified = NULL");
    assert_int_equal(sqlite3_open(PATH, &database), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(database,
                                        "SELECT file || ' ' || verified || ' ' || deviation || ' ' || rate || ' ' || "
                                        "budget || ' ' || (SELECT code || ' ' || severity || ' ' || count FROM finding)"
                                        " FROM review",
                                        -1, &statement, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    assert_string_equal((const char *)sqlite3_column_text(statement, 0), "b  -0.05 0.5556 123.45 item-score error 1");
    (void)sqlite3_finalize(statement);
    (void)sqlite3_close(database);
    remove_files();
}

/* --- hashes --- */

/* The figures of `sha256sum`. */
static void hash_is_sha256(void **state) {
    static const unsigned char abc[] = {0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40,
                                        0xde, 0x5d, 0xae, 0x22, 0x23, 0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17,
                                        0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad};
    struct fuhe_hashing hashing;

    (void)state;
    const struct fuhe_hash whole = fuhe_hash_of(FUHE_TEXT("abc"));
    assert_memory_equal(whole.bytes, abc, sizeof abc);
    fuhe_hashing_begin(&hashing);
    fuhe_hashing_add(&hashing, FUHE_TEXT("a"));
    fuhe_hashing_add(&hashing, FUHE_TEXT("bc"));
    const struct fuhe_hash pieces = fuhe_hashing_end(&hashing);
    assert_memory_equal(pieces.bytes, abc, sizeof abc);
}

int main(void) {
    const struct CMUnitTest others[] = {cmocka_unit_test(unfinished_readings_go), cmocka_unit_test(log_is_not_left_out),
                                        cmocka_unit_test(reading_leaves_nothing), cmocka_unit_test(view_shows_decimals),
                                        cmocka_unit_test(hash_is_sha256)};

    return RUN_CASES("opens", rows, opens) + cmocka_run_group_tests(others, NULL, NULL);
}
