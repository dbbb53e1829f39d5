/* SPDX-License-Identifier: Apache-2.0 */
/* Runs and transactions. A transaction holds so much that its cost is small beside that of its rows, and so little that
 * it fits the cache; the first ones hold less, so that little is lost of a run that has only begun. What is in one when
 * the program is killed is read again by the run that goes on. */
#include "store/writer.h"

#include <stdlib.h>

#include "store/basis.h"
#include "store/intake.h"
#include "store/known.h"

enum { TRANSACTION_BYTES_MIN = 1 << 14, TRANSACTION_BYTES_MAX = 2 << 20 };

/* What a run that goes on takes away from the places of documents that it has still to come to. */
#define FUHE_ORDINAL_STEP "1099511627776"

struct fuhe_store_writer {
    struct fuhe_store *store;
    struct fuhe_intake intake;
    int64_t newest; /* reading when the run began; 0 when there was none */
    size_t pending; /* bytes in the transaction */
    size_t limit;   /* when it ends */
};

/* --- beginning --- */

/* Runs a statement whose one parameter is the number of the run. */
static enum fuhe_status run_for(const struct fuhe_store_writer *writer, const char *sql, struct fuhe_error *err) {
    sqlite3_stmt *statement;

    FUHE_TRY(fuhe_database_prepare(writer->store->database, sql, &statement, err));
    (void)sqlite3_bind_int64(statement, 1, writer->intake.run);
    const enum fuhe_status status = fuhe_database_run(statement, err);
    (void)sqlite3_finalize(statement);
    return status;
}

static enum fuhe_status write_run(const struct fuhe_store_writer *writer, const struct fuhe_store_run_request *request,
                                  struct fuhe_error *err) {
    const uint32_t shards = fuhe_shard_is_part(&request->shard) ? request->shard.count : 1;
    sqlite3_stmt *statement;

    FUHE_TRY(
        fuhe_database_prepare(writer->store->database,
                              "INSERT INTO run (number, engine, rules, basis, arguments, folder, started, complete, "
                              "shard, shards) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9) ON CONFLICT DO UPDATE SET "
                              "engine = ?2, basis = ?4",
                              &statement, err));
    (void)sqlite3_bind_int64(statement, 1, writer->intake.run);
    fuhe_database_bind_text(statement, 2, FUHE_TEXT(FUHE_VERSION));
    fuhe_database_bind_text(statement, 3, request->asked_rules);
    (void)sqlite3_bind_int64(statement, 4, writer->intake.basis);
    fuhe_database_bind_blob(statement, 5, request->arguments);
    fuhe_database_bind_blob(statement, 6, request->folder);
    fuhe_database_bind_text(statement, 7, request->started);
    (void)sqlite3_bind_int64(statement, 8, shards > 1 ? request->shard.number : 1);
    (void)sqlite3_bind_int64(statement, 9, shards);
    const enum fuhe_status status = fuhe_database_run(statement, err);
    (void)sqlite3_finalize(statement);
    return status;
}

static enum fuhe_status begin_run(struct fuhe_store_writer *writer, const struct fuhe_store_run_request *request,
                                  struct fuhe_error *err) {
    const struct fuhe_store *store = writer->store;

    writer->intake.run = store->has_run ? (int64_t)store->run.number + !request->goes_on : 1;
    FUHE_TRY(write_run(writer, request, err));
    return run_for(writer, "UPDATE reading SET ordinal = ordinal - " FUHE_ORDINAL_STEP " WHERE last_run = ?1", err);
}

static enum fuhe_status find_newest(struct fuhe_store_writer *writer, struct fuhe_error *err) {
    sqlite3_stmt *statement;
    bool row = false;

    FUHE_TRY(fuhe_database_prepare(writer->store->database, "SELECT ifnull(max(id), 0) FROM reading", &statement, err));
    const enum fuhe_status status = fuhe_database_step(statement, &row, err);
    writer->newest = row ? sqlite3_column_int64(statement, 0) : 0;
    (void)sqlite3_finalize(statement);
    return status;
}

static enum fuhe_status begin(struct fuhe_store_writer *writer, const struct fuhe_store_run_request *request,
                              struct fuhe_error *err) {
    struct fuhe_intake *intake = &writer->intake;

    intake->database = writer->store->database;
    intake->library = request->library;
    intake->ordinal = 1;
    fuhe_hashing_begin(&intake->names);
    intake->packs = calloc(request->library->count, sizeof *intake->packs);
    if (intake->packs == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    FUHE_TRY(fuhe_database_execute(intake->database, "BEGIN IMMEDIATE", err));
    FUHE_TRY(find_newest(writer, err));
    const struct fuhe_store_basis basis = {request->library, request->rules, request->words, request->converts};
    FUHE_TRY(fuhe_basis_find(intake->database, &basis, intake->packs, &intake->basis, err));
    FUHE_TRY(begin_run(writer, request, err));
    FUHE_TRY(fuhe_database_execute(intake->database, "COMMIT; BEGIN IMMEDIATE", err));
    return fuhe_intake_begin(intake, err);
}

enum fuhe_status fuhe_store_writer_new(struct fuhe_store *store, const struct fuhe_store_run_request *request,
                                       struct fuhe_store_writer **writer, struct fuhe_error *err) {
    if (request->goes_on && (!store->has_run || store->run.complete)) {
        return fuhe_error_set(err, FUHE_STATUS_UNWRITABLE,
                              store->has_run ? FUHE_PROBLEM_RUN_COMPLETE : FUHE_PROBLEM_STORE_EMPTY, NULL, NULL);
    }
    struct fuhe_store_writer *made = calloc(1, sizeof *made);
    if (made == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    made->store = store;
    made->limit = TRANSACTION_BYTES_MIN;
    const enum fuhe_status status = begin(made, request, err);
    if (status != FUHE_STATUS_OK) {
        fuhe_store_writer_free(made);
        return status;
    }
    *writer = made;
    return FUHE_STATUS_OK;
}

/* --- records --- */

enum fuhe_status fuhe_store_writer_take(struct fuhe_store_writer *writer, fuhe_text records, struct fuhe_error *err) {
    while (records.length > 0) {
        const size_t left = records.length;
        FUHE_TRY(fuhe_intake_take(&writer->intake, &records, err));
        writer->pending += left - records.length;
        if (writer->pending > writer->limit) {
            FUHE_TRY(fuhe_database_execute(writer->store->database, "COMMIT; BEGIN IMMEDIATE", err));
            writer->pending = 0;
            writer->limit = writer->limit < TRANSACTION_BYTES_MAX ? 2 * writer->limit : writer->limit;
        }
    }
    return FUHE_STATUS_OK;
}

/* --- ending --- */

/* Documents that an earlier part of the run has read and this one has not come to any more: what they were in the run
 * before is history; what was first read in this run has never been in force. */
static enum fuhe_status settle_unnamed(struct fuhe_store_writer *writer, struct fuhe_error *err) {
    static const char *const steps[] = {
        "DELETE FROM reading WHERE last_run = ?1 AND ordinal < 1 AND first_run = ?1",
        "UPDATE reading SET last_run = ?1 - 1 WHERE last_run = ?1 AND ordinal < 1",
    };

    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        FUHE_TRY(run_for(writer, steps[i], err));
    }
    return FUHE_STATUS_OK;
}

/* Says that the run is complete, and what it came by: what the other shards must have come by, too. */
static enum fuhe_status complete_run(struct fuhe_store_writer *writer, struct fuhe_error *err) {
    struct fuhe_intake *intake = &writer->intake;
    const struct fuhe_hash names = fuhe_hashing_end(&intake->names);
    sqlite3_stmt *statement;

    FUHE_TRY(fuhe_database_prepare(writer->store->database,
                                   "UPDATE run SET complete = 1, named = ?2, taken = ?3, names = ?4 WHERE number = ?1",
                                   &statement, err));
    (void)sqlite3_bind_int64(statement, 1, intake->run);
    (void)sqlite3_bind_int64(statement, 2, intake->ordinal - 1);
    (void)sqlite3_bind_int64(statement, 3, intake->taken);
    fuhe_database_bind_hash(statement, 4, &names);
    const enum fuhe_status status = fuhe_database_run(statement, err);
    (void)sqlite3_finalize(statement);
    return status;
}

enum fuhe_status fuhe_store_writer_end(struct fuhe_store_writer *writer, bool complete, struct fuhe_error *err) {
    FUHE_TRY(fuhe_intake_drop(&writer->intake, err));
    if (complete) {
        FUHE_TRY(settle_unnamed(writer, err));
        FUHE_TRY(complete_run(writer, err));
    }
    FUHE_TRY(fuhe_database_execute(writer->store->database, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)", err));
    return fuhe_store_load_run(writer->store, err);
}

void fuhe_store_writer_free(struct fuhe_store_writer *writer) {
    if (writer == NULL) {
        return;
    }
    fuhe_intake_release(&writer->intake);
    if (sqlite3_get_autocommit(writer->store->database) == 0) {
        (void)sqlite3_exec(writer->store->database, "ROLLBACK", NULL, NULL, NULL);
    }
    free(writer);
}

/* --- what is known --- */

struct fuhe_store_known *fuhe_store_known_new(const struct fuhe_store_writer *writer) {
    return fuhe_known_open(writer->store, writer->intake.basis, writer->newest);
}
