/* SPDX-License-Identifier: Apache-2.0 */
#include "store/documents.h"

#include <stdlib.h>
#include <string.h>

#include "store/database.h"
#include "store/survey_form.h"

struct fuhe_store_documents {
    sqlite3 *database; /* of its own, so that it may be used while another thread uses the store */
    sqlite3_stmt *rows;
    uint64_t page; /* of the next form */
    bool is_over;
};

enum fuhe_status fuhe_store_documents_new(struct fuhe_store *store, struct fuhe_store_documents **documents,
                                          struct fuhe_error *err) {
    static const char sql[] = "SELECT path, sha256, (SELECT count(*) FROM form WHERE form.reading = in_force.id)"
                              " FROM in_force ORDER BY ordinal";
    struct fuhe_store_documents *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    made->page = 1;
    enum fuhe_status status = fuhe_database_open_again(store, &made->database, err);
    if (status == FUHE_STATUS_OK) {
        status = fuhe_database_prepare(made->database, sql, &made->rows, err);
    }
    if (status != FUHE_STATUS_OK) {
        fuhe_store_documents_free(made);
        return status;
    }
    *documents = made;
    return FUHE_STATUS_OK;
}

void fuhe_store_documents_free(struct fuhe_store_documents *documents) {
    if (documents != NULL) {
        (void)sqlite3_finalize(documents->rows);
        (void)sqlite3_close(documents->database);
        free(documents);
    }
}

/* A hash from a column; false when there is none. */
static bool read_hash(sqlite3_stmt *row, int column, struct fuhe_hash *hash) {
    const fuhe_text bytes = fuhe_database_blob(row, column);
    const bool is_hash = bytes.length == sizeof hash->bytes;

    memset(hash->bytes, 0, sizeof hash->bytes);
    if (is_hash) {
        memcpy(hash->bytes, bytes.bytes, sizeof hash->bytes);
    }
    return is_hash;
}

enum fuhe_status fuhe_store_documents_next(struct fuhe_store_documents *documents, struct fuhe_store_document *document,
                                           bool *given, struct fuhe_error *err) {
    *given = false;
    if (documents->is_over) {
        return FUHE_STATUS_OK; /* another step would begin anew */
    }
    FUHE_TRY(fuhe_database_step(documents->rows, given, err));
    documents->is_over = !*given;
    if (*given) {
        document->file = fuhe_database_text(documents->rows, 0).bytes;
        document->has_hash = read_hash(documents->rows, 1, &document->hash);
        document->forms = fuhe_survey_count(documents->rows, 2);
        document->first_page = documents->page;
        documents->page += document->forms;
    }
    return FUHE_STATUS_OK;
}

/* --- rule packs --- */

static enum fuhe_status list_packs(sqlite3_stmt *rows,
                                   enum fuhe_status (*take)(void *context, const struct fuhe_store_pack *pack),
                                   void *context, struct fuhe_error *err) {
    struct fuhe_store_pack pack;
    bool row = false;

    FUHE_TRY(fuhe_database_step(rows, &row, err));
    while (row) {
        pack.id = fuhe_database_text(rows, 0);
        pack.version = fuhe_database_text(rows, 1);
        (void)read_hash(rows, 2, &pack.hash);
        pack.found = fuhe_hash_of(fuhe_database_blob(rows, 3));
        FUHE_TRY(take(context, &pack));
        FUHE_TRY(fuhe_database_step(rows, &row, err));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_store_list_packs(struct fuhe_store *store,
                                       enum fuhe_status (*take)(void *context, const struct fuhe_store_pack *pack),
                                       void *context, struct fuhe_error *err) {
    static const char sql[] = "SELECT pack.name, pack.version, pack.sha256, pack.xml FROM run"
                              " JOIN basis_pack ON basis_pack.basis = run.basis JOIN pack ON pack.id = basis_pack.pack"
                              " WHERE run.number = (SELECT max(number) FROM run) ORDER BY basis_pack.ordinal";
    sqlite3_stmt *rows = NULL;

    FUHE_TRY(fuhe_database_prepare(store->database, sql, &rows, err));
    const enum fuhe_status status = list_packs(rows, take, context, err);
    (void)sqlite3_finalize(rows);
    return status;
}
