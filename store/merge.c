/* SPDX-License-Identifier: Apache-2.0 */
/* One store after the other is attached and its rows are copied by the database, so memory does not grow with them. Row
 * numbers are moved behind those that are there; departments and packs are found by name and hash. The order of
 * documents needs no care: each shard has given them the numbers that they have in the whole. */
#include "store/merge.h"

#include <stdlib.h>
#include <string.h>

#include "store/database.h"
#include "store/merge_header.h"

struct merge {
    sqlite3 *database;
    int64_t last_reading; /* row numbers that are in use */
    int64_t last_form;
};

/* --- copying --- */

/* ?1: what the row numbers of readings are moved by; ?2: those of forms; ?3: the run in force. A form finds its reading
 * by number, so both are gone through in the order in which they were written. */
static const char *const copying[] = {
    "INSERT INTO main.department (name) SELECT name FROM source.department WHERE id IN "
    "(SELECT form.department FROM source.form CROSS JOIN source.reading ON reading.id = form.reading "
    "WHERE reading.last_run = ?3) ORDER BY id ON CONFLICT DO NOTHING",
    "DELETE FROM temp.department_of",
    "INSERT INTO temp.department_of SELECT there.id, here.id FROM source.department AS there "
    "CROSS JOIN main.department AS here ON here.name = there.name",
    "DELETE FROM temp.pack_of",
    "INSERT INTO temp.pack_of SELECT there.id, here.id FROM source.pack AS there "
    "CROSS JOIN main.pack AS here ON here.sha256 = there.sha256",
    "INSERT INTO main.reading (id, path, sha256, basis, first_run, last_run, ordinal, done, whole, around, findings) "
    "SELECT id + ?1, path, sha256, 1, 1, 1, ordinal, 1, whole, around, findings FROM source.reading "
    "WHERE last_run = ?3 ORDER BY ordinal",
    "INSERT INTO main.form (id, reading, seq, number, line, form_id, year, kind, project, department, pack, state, "
    "claimed_printed, claimed, verified, deviation, rate, grade_claimed, grade, firmness, budget_fen, errors, "
    "warnings, notes, codes, findings, risk) "
    "SELECT form.id + ?2, reading + ?1, seq, number, line, form_id, year, kind, project, department_of.here, "
    "pack_of.here, state, claimed_printed, claimed, verified, deviation, rate, grade_claimed, grade, firmness, "
    "budget_fen, errors, warnings, notes, codes, form.findings, risk FROM source.form "
    "CROSS JOIN source.reading ON reading.id = form.reading "
    "LEFT JOIN temp.department_of ON department_of.there = form.department "
    "LEFT JOIN temp.pack_of ON pack_of.there = form.pack WHERE reading.last_run = ?3 ORDER BY form.id",
    "INSERT INTO main.transcript SELECT transcript.form + ?2, cells FROM source.transcript "
    "CROSS JOIN source.form ON form.id = transcript.form CROSS JOIN source.reading ON reading.id = form.reading "
    "WHERE reading.last_run = ?3 ORDER BY transcript.form",
    "INSERT INTO main.failure SELECT reading + ?1, seq, problem, line, \"column\", subject, found, expected "
    "FROM source.failure CROSS JOIN source.reading ON reading.id = failure.reading WHERE reading.last_run = ?3",
};

/* What all shards have in common, from the first one; ?3 as above. */
static const char *const beginning[] = {
    "CREATE TEMP TABLE department_of (there INTEGER PRIMARY KEY, here INTEGER)",
    "CREATE TEMP TABLE pack_of (there INTEGER PRIMARY KEY, here INTEGER)",
    "INSERT INTO main.pack SELECT pack.* FROM source.pack WHERE id IN (SELECT basis_pack.pack FROM source.basis_pack "
    "JOIN source.run ON run.basis = basis_pack.basis WHERE run.number = ?3) ORDER BY id",
    "INSERT INTO main.grade SELECT * FROM source.grade WHERE pack IN (SELECT id FROM main.pack)",
    "INSERT INTO main.basis SELECT 1, sha256, basis.engine, asked, words, converts, built_in FROM source.basis "
    "JOIN source.run ON run.basis = basis.id WHERE run.number = ?3",
    "INSERT INTO main.basis_pack SELECT 1, ordinal, pack FROM source.basis_pack "
    "JOIN source.run ON run.basis = basis_pack.basis WHERE run.number = ?3",
    "INSERT INTO main.run (number, engine, rules, basis, arguments, folder, started, complete, named, taken, names) "
    "SELECT 1, engine, rules, 1, arguments, folder, started, 1, named, named, names FROM source.run WHERE number = ?3",
};

static const char earliest[] = "UPDATE main.run SET started = min(started, (SELECT started FROM source.run "
                               "WHERE number = ?3))";

static enum fuhe_status run_step(const struct merge *merge, const char *sql, int64_t run, struct fuhe_error *err) {
    const int64_t numbers[] = {merge->last_reading, merge->last_form, run};
    sqlite3_stmt *statement;

    FUHE_TRY(fuhe_database_prepare(merge->database, sql, &statement, err));
    for (int i = 0; i < sqlite3_bind_parameter_count(statement); i++) {
        (void)sqlite3_bind_int64(statement, i + 1, numbers[i]);
    }
    const enum fuhe_status status = fuhe_database_run(statement, err);
    (void)sqlite3_finalize(statement);
    return status;
}

static enum fuhe_status read_last(const struct merge *merge, const char *sql, int64_t *last, struct fuhe_error *err) {
    sqlite3_stmt *statement;
    bool row;

    FUHE_TRY(fuhe_database_prepare(merge->database, sql, &statement, err));
    const enum fuhe_status status = fuhe_database_step(statement, &row, err);
    *last = status == FUHE_STATUS_OK ? sqlite3_column_int64(statement, 0) : 0;
    (void)sqlite3_finalize(statement);
    return status;
}

static enum fuhe_status copy_rows(struct merge *merge, int64_t run, bool first, struct fuhe_error *err) {
    for (size_t i = 0; first && i < sizeof beginning / sizeof beginning[0]; i++) {
        FUHE_TRY(run_step(merge, beginning[i], run, err));
    }
    for (size_t i = 0; i < sizeof copying / sizeof copying[0]; i++) {
        FUHE_TRY(run_step(merge, copying[i], run, err));
    }
    FUHE_TRY(run_step(merge, earliest, run, err));
    FUHE_TRY(read_last(merge, "SELECT ifnull(max(id), 0) FROM main.reading", &merge->last_reading, err));
    return read_last(merge, "SELECT ifnull(max(id), 0) FROM main.form", &merge->last_form, err);
}

/* A shard in which a run has begun since it was looked at is not copied. */
static enum fuhe_status copy_attached(struct merge *merge, const struct fuhe_merge_header *header, bool first,
                                      struct fuhe_error *err) {
    struct fuhe_merge_header now;

    FUHE_TRY(fuhe_database_execute(merge->database, "BEGIN", err));
    FUHE_TRY(fuhe_merge_header_read(merge->database, "source", &now, err));
    if (!fuhe_merge_header_same(header, &now)) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_FOLDER_BUSY, NULL, NULL);
    }
    FUHE_TRY(copy_rows(merge, header->run, first, err));
    return fuhe_database_execute(merge->database, "COMMIT", err);
}

static enum fuhe_status copy_source(struct merge *merge, const struct fuhe_merge_source *source,
                                    const struct fuhe_merge_header *header, bool first, struct fuhe_error *err) {
    FUHE_TRY(fuhe_database_attach(merge->database, source->path, err));
    FUHE_TRY(copy_attached(merge, header, first, err));
    return fuhe_database_execute(merge->database, "DETACH source", err);
}

/* --- what must hold --- */

/* No number may be there twice. */
static enum fuhe_status check_overlap(const struct merge *merge, struct fuhe_error *err) {
    static const char sql[] = "SELECT path FROM reading WHERE (last_run, ordinal) IN (SELECT last_run, ordinal "
                              "FROM reading GROUP BY last_run, ordinal HAVING count(*) > 1 LIMIT 1) LIMIT 1";
    sqlite3_stmt *statement;
    bool row;

    FUHE_TRY(fuhe_database_prepare(merge->database, sql, &statement, err));
    enum fuhe_status status = fuhe_database_step(statement, &row, err);
    if (status == FUHE_STATUS_OK && row) {
        const char *path = (const char *)sqlite3_column_text(statement, 0);
        status = fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_MERGE_OVERLAP, path, NULL);
    }
    (void)sqlite3_finalize(statement);
    return status;
}

/* --- all together --- */

static enum fuhe_status copy_all(struct merge *merge, const struct fuhe_merge_source *sources,
                                 const struct fuhe_merge_header *headers, size_t count, size_t *culprit,
                                 struct fuhe_error *err) {
    for (size_t i = 0; i < count; i++) {
        *culprit = i;
        FUHE_TRY(copy_source(merge, &sources[i], &headers[i], i == 0, err));
    }
    *culprit = count;
    FUHE_TRY(check_overlap(merge, err));
    FUHE_TRY(fuhe_merge_headers_check_taken(headers, count, err));
    return fuhe_database_execute(merge->database, "PRAGMA main.journal_mode = WAL", err);
}

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

enum fuhe_status fuhe_merge_check(struct fuhe_merge_source *sources, size_t count, size_t *culprit,
                                  struct fuhe_error *err) {
    struct fuhe_merge_header *headers = calloc(count, sizeof *headers);

    if (headers == NULL) {
        return no_memory(err);
    }
    const enum fuhe_status status = fuhe_merge_headers_read(sources, headers, count, culprit, err);
    free(headers);
    return status;
}

enum fuhe_status fuhe_merge_write(struct fuhe_merge_source *sources, size_t count, const char *path, size_t *culprit,
                                  struct fuhe_error *err) {
    struct fuhe_merge_header *headers = calloc(count, sizeof *headers);
    struct merge merge = {0};

    if (headers == NULL) {
        return no_memory(err);
    }
    enum fuhe_status status = fuhe_merge_headers_read(sources, headers, count, culprit, err);
    if (status == FUHE_STATUS_OK) {
        status = fuhe_database_make(path, &merge.database, err);
    }
    if (status == FUHE_STATUS_OK) {
        status = copy_all(&merge, sources, headers, count, culprit, err);
    }
    (void)sqlite3_close(merge.database);
    free(headers);
    return status;
}
