/* SPDX-License-Identifier: Apache-2.0 */
/* Opening and closing. Whether a file is a store is told by its application id, before anything else is read; a file
 * without any table is one that a run was killed in making. Readers hold one snapshot for as long as they are open. */
#include "store/database.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* "fuhe" in ASCII. */
enum { APPLICATION = 0x66756865, WAIT_MILLISECONDS = 10000 };

/* Sizes were measured (store/README.md): large pages, for a run writes transcripts one behind the other, a cache
 * that is small beside the memory of the workers, and a log that goes to the database every 32 MiB. */
static const char making[] = "PRAGMA page_size = 65536; PRAGMA journal_mode = WAL;";
static const char making_whole[] = "PRAGMA page_size = 65536; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                                   "PRAGMA cache_size = -8192;";
static const char writing[] = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;"
                              "PRAGMA cache_size = -8192; PRAGMA wal_autocheckpoint = 512;"
                              "PRAGMA journal_size_limit = 67108864;";
static const char reading[] = "PRAGMA cache_size = -8192; PRAGMA query_only = ON; BEGIN;";

/* --- what it is --- */

static enum fuhe_status read_number(sqlite3 *database, const char *sql, int64_t *number, struct fuhe_error *err) {
    sqlite3_stmt *statement = NULL;
    bool row = false;
    enum fuhe_status status = fuhe_database_prepare(database, sql, &statement, err);

    if (status == FUHE_STATUS_OK) {
        status = fuhe_database_step(statement, &row, err);
    }
    if (status == FUHE_STATUS_OK) {
        *number = row ? sqlite3_column_int64(statement, 0) : 0;
    }
    (void)sqlite3_finalize(statement);
    return status;
}

static enum fuhe_status refuse_version(int64_t version, struct fuhe_error *err) {
    const bool is_newer = version > FUHE_STORE_VERSION;
    char found[24];
    char known[24];

    (void)snprintf(found, sizeof found, "%lld", (long long)version);
    (void)snprintf(known, sizeof known, "%d", FUHE_STORE_VERSION);
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, is_newer ? FUHE_PROBLEM_STORE_NEWER : FUHE_PROBLEM_STORE_OLDER,
                          found, known);
}

/* *empty: there is nothing in it at all. */
static enum fuhe_status identify(sqlite3 *database, bool *empty, struct fuhe_error *err) {
    int64_t application = 0;
    int64_t version = 0;
    int64_t things = 0;

    FUHE_TRY(read_number(database, "PRAGMA application_id", &application, err));
    FUHE_TRY(read_number(database, "PRAGMA user_version", &version, err));
    FUHE_TRY(read_number(database, "SELECT count(*) FROM sqlite_schema", &things, err));
    *empty = application == 0 && version == 0 && things == 0;
    if (*empty) {
        return FUHE_STATUS_OK;
    }
    if (application != APPLICATION || version < 1) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_FOREIGN, NULL, NULL);
    }
    return version == FUHE_STORE_VERSION ? FUHE_STATUS_OK : refuse_version(version, err);
}

/* --- opening --- */

static enum fuhe_status open_database(const char *path, int flags, sqlite3 **database, struct fuhe_error *err) {
    if (sqlite3_open_v2(path, database, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK) {
        return fuhe_database_fail(*database, err);
    }
    (void)sqlite3_busy_timeout(*database, WAIT_MILLISECONDS);
    return FUHE_STATUS_OK;
}

/* Says that nobody writes to a file: on a medium or in a folder that is only for reading, SQLite cannot make the files
 * by which readers and writers find each other. */
static const char unchanging[] = "?immutable=1";

/* The path as a URI, which can have something at its end. NULL when memory is out. */
static char *uniform_name(const char *path, const char *end) {
    char *name = malloc(3 * strlen(path) + sizeof "file:" + strlen(end) + 1);
    size_t used = sizeof "file:" - 1;

    if (name == NULL) {
        return NULL;
    }
    memcpy(name, "file:", used);
    for (const char *byte = path; *byte != '\0'; byte++) {
        used += (size_t)sprintf(name + used, strchr("?#%", *byte) != NULL ? "%%%02X" : "%c", (unsigned char)*byte);
    }
    memcpy(name + used, end, strlen(end) + 1);
    return name;
}

static enum fuhe_status open_unchanging(const char *path, sqlite3 **database, struct fuhe_error *err) {
    char *name = uniform_name(path, unchanging);

    if (name == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    const enum fuhe_status status = open_database(name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, database, err);
    free(name);
    return status;
}

/* Whether some of the database stands in its log still; true when that cannot be known. */
static bool has_log(const char *path) {
    char *name = malloc(strlen(path) + sizeof "-wal");

    if (name == NULL) {
        return true;
    }
    (void)sprintf(name, "%s-wal", path);
    FILE *log = fopen(name, "r");
    const bool found = log == NULL ? errno != ENOENT : fgetc(log) != EOF;
    free(name);
    if (log != NULL) {
        (void)fclose(log);
    }
    return found;
}

/* Whether a database cannot be opened as it is for want of a right to write, and can be taken for unchanging. */
static bool is_fixed(sqlite3 *database, const char *path) {
    const int code = database == NULL ? 0 : sqlite3_errcode(database) & 0xFF;

    return (code == SQLITE_CANTOPEN || code == SQLITE_READONLY) && !has_log(path);
}

/* With the right to write where there is one: who closes a database last puts its log away, and cannot without. Taken
 * for unchanging, a database is read without its log, so there must be none. */
static enum fuhe_status open_to_read(const char *path, sqlite3 **database, bool *empty, struct fuhe_error *err) {
    enum fuhe_status status = open_database(path, SQLITE_OPEN_READWRITE, database, err);

    if (status == FUHE_STATUS_OK) {
        status = identify(*database, empty, err);
    }
    if (status != FUHE_STATUS_UNWRITABLE || !is_fixed(*database, path)) {
        return status;
    }
    (void)sqlite3_close(*database);
    *database = NULL;
    FUHE_TRY(open_unchanging(path, database, err));
    return identify(*database, empty, err);
}

enum fuhe_status fuhe_database_open_again(const struct fuhe_store *store, sqlite3 **database, struct fuhe_error *err) {
    return open_database(store->path, SQLITE_OPEN_READONLY, database, err);
}

static enum fuhe_status attach_as(sqlite3 *database, const char *path, const char *end, struct fuhe_error *err) {
    char *name = uniform_name(path, end);
    sqlite3_stmt *statement = NULL;

    if (name == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    enum fuhe_status status = fuhe_database_prepare(database, "ATTACH ?1 AS source", &statement, err);
    if (status == FUHE_STATUS_OK) {
        fuhe_database_bind_text(statement, 1, fuhe_text_of(name));
        status = fuhe_database_run(statement, err);
    }
    (void)sqlite3_finalize(statement);
    free(name);
    return status;
}

enum fuhe_status fuhe_database_attach(sqlite3 *database, const char *path, struct fuhe_error *err) {
    const enum fuhe_status status = attach_as(database, path, "", err);

    return status == FUHE_STATUS_UNWRITABLE && is_fixed(database, path) ? attach_as(database, path, unchanging, err)
                                                                        : status;
}

/* An empty store object for the file at path. */
static struct fuhe_store *make_store(const char *path) {
    struct fuhe_store *store = calloc(1, sizeof *store);
    fuhe_text copy;

    if (store == NULL) {
        return NULL;
    }
    store->arena = fuhe_arena_new();
    if (store->arena == NULL ||
        fuhe_arena_copy(store->arena, (fuhe_text){path, strlen(path) + 1}, &copy) != FUHE_STATUS_OK) {
        fuhe_store_close(store);
        return NULL;
    }
    store->path = copy.bytes;
    return store;
}

static enum fuhe_status begin_reading(struct fuhe_store *store, struct fuhe_error *err) {
    bool empty;

    FUHE_TRY(open_to_read(store->path, &store->database, &empty, err));
    if (empty) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_EMPTY, NULL, NULL);
    }
    FUHE_TRY(fuhe_database_execute(store->database, reading, err));
    return fuhe_store_load_run(store, err);
}

static enum fuhe_status make_tables(sqlite3 *database, const char *settings, struct fuhe_error *err) {
    char numbers[80];

    (void)snprintf(numbers, sizeof numbers, "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT;",
                   (int)APPLICATION, (int)FUHE_STORE_VERSION);
    FUHE_TRY(fuhe_database_execute(database, settings, err));
    FUHE_TRY(fuhe_database_execute(database, "BEGIN IMMEDIATE;", err));
    FUHE_TRY(fuhe_database_execute(database, fuhe_store_schema, err));
    return fuhe_database_execute(database, numbers, err);
}

enum fuhe_status fuhe_database_make(const char *path, sqlite3 **database, struct fuhe_error *err) {
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI;

    FUHE_TRY(open_database(path, flags, database, err));
    return make_tables(*database, making_whole, err);
}

static enum fuhe_status begin_writing(struct fuhe_store *store, struct fuhe_error *err) {
    bool empty;

    store->writes = true;
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); /* nobody asks, and counting takes a lock each time */
    FUHE_TRY(open_database(store->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &store->database, err));
    FUHE_TRY(identify(store->database, &empty, err));
    if (empty) {
        FUHE_TRY(make_tables(store->database, making, err));
    }
    FUHE_TRY(fuhe_database_execute(store->database, writing, err));
    FUHE_TRY(fuhe_database_execute(store->database, "DELETE FROM reading WHERE done = 0", err));
    return fuhe_store_load_run(store, err);
}

static enum fuhe_status open_store(const char *path, struct fuhe_store **store, struct fuhe_error *err,
                                   enum fuhe_status (*begin)(struct fuhe_store *store, struct fuhe_error *err)) {
    struct fuhe_store *made = make_store(path);

    if (made == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    const enum fuhe_status status = begin(made, err);
    if (status != FUHE_STATUS_OK) {
        fuhe_store_close(made);
        return status;
    }
    *store = made;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_store_open(const char *path, struct fuhe_store **store, struct fuhe_error *err) {
    if (access(path, F_OK) != 0) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_NONE, NULL, NULL);
    }
    return open_store(path, store, err, begin_reading);
}

enum fuhe_status fuhe_store_open_to_write(const char *path, struct fuhe_store **store, struct fuhe_error *err) {
    return open_store(path, store, err, begin_writing);
}

void fuhe_store_close(struct fuhe_store *store) {
    if (store != NULL) {
        (void)sqlite3_close(store->database);
        fuhe_arena_free(store->arena);
        free(store);
    }
}

/* --- the latest run --- */

static enum fuhe_status copy_run(struct fuhe_store *store, sqlite3_stmt *statement) {
    fuhe_text *const texts[] = {&store->run.engine, &store->run.rules,   &store->run.arguments,
                                &store->run.folder, &store->run.started, &store->run.words};

    store->run.number = (uint64_t)sqlite3_column_int64(statement, 0);
    store->run.complete = sqlite3_column_int(statement, 1) != 0;
    store->run.shard =
        (struct fuhe_shard){(uint32_t)sqlite3_column_int64(statement, 8), (uint32_t)sqlite3_column_int64(statement, 9)};
    store->run.converts = sqlite3_column_int(statement, 10) != 0;
    for (int i = 0; i < (int)(sizeof texts / sizeof texts[0]); i++) {
        FUHE_TRY(fuhe_arena_copy(store->arena, fuhe_database_blob(statement, i + 2), texts[i]));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_store_load_run(struct fuhe_store *store, struct fuhe_error *err) {
    sqlite3_stmt *statement = NULL;
    enum fuhe_status status = fuhe_database_prepare(store->database,
                                                    "SELECT number, complete, run.engine, rules, arguments, folder, "
                                                    "started, words, shard, shards, converts FROM run "
                                                    "JOIN basis ON basis.id = run.basis ORDER BY number DESC LIMIT 1",
                                                    &statement, err);

    if (status == FUHE_STATUS_OK) {
        status = fuhe_database_step(statement, &store->has_run, err);
    }
    if (status == FUHE_STATUS_OK && store->has_run && copy_run(store, statement) != FUHE_STATUS_OK) {
        status = fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    (void)sqlite3_finalize(statement);
    return status;
}

bool fuhe_store_latest_run(const struct fuhe_store *store, struct fuhe_store_run *run) {
    if (store->has_run) {
        *run = store->run;
    }
    return store->has_run;
}
