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

enum { MOST_BASES = 8 };

static enum fuhe_status read_part(sqlite3_stmt *parts, int64_t pack, bool *row, struct fuhe_error *err) {
    (void)sqlite3_reset(parts);
    (void)sqlite3_bind_int64(parts, 1, pack);
    return fuhe_database_step(parts, row, err);
}

/* The hash that the bytes of a pack have: those of its bases come first. parts gives base and document of a pack. */
static enum fuhe_status hash_pack(sqlite3_stmt *parts, int64_t pack, struct fuhe_hash *hash, struct fuhe_error *err) {
    int64_t chain[MOST_BASES + 1];
    struct fuhe_hashing hashing;
    size_t length = 0;
    bool row = false;

    while (pack != 0 && length <= MOST_BASES) {
        chain[length++] = pack;
        FUHE_TRY(read_part(parts, pack, &row, err));
        pack = row ? sqlite3_column_int64(parts, 0) : 0;
    }
    fuhe_hashing_begin(&hashing);
    while (length > 0) {
        FUHE_TRY(read_part(parts, chain[--length], &row, err));
        fuhe_hashing_add(&hashing, row ? fuhe_database_blob(parts, 1) : (fuhe_text){NULL, 0});
    }
    *hash = fuhe_hashing_end(&hashing);
    (void)sqlite3_reset(parts);
    return FUHE_STATUS_OK;
}

static enum fuhe_status list_packs(sqlite3_stmt *rows, sqlite3_stmt *parts,
                                   enum fuhe_status (*take)(void *context, const struct fuhe_store_pack *pack),
                                   void *context, struct fuhe_error *err) {
    struct fuhe_store_pack pack;
    bool row = false;

    FUHE_TRY(fuhe_database_step(rows, &row, err));
    while (row) {
        pack.id = fuhe_database_text(rows, 0);
        pack.version = fuhe_database_text(rows, 1);
        (void)read_hash(rows, 2, &pack.hash);
        FUHE_TRY(hash_pack(parts, sqlite3_column_int64(rows, 3), &pack.found, err));
        FUHE_TRY(take(context, &pack));
        FUHE_TRY(fuhe_database_step(rows, &row, err));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_store_list_packs(struct fuhe_store *store,
                                       enum fuhe_status (*take)(void *context, const struct fuhe_store_pack *pack),
                                       void *context, struct fuhe_error *err) {
    static const char sql[] = "SELECT pack.name, pack.version, pack.sha256, pack.id FROM run"
                              " JOIN basis_pack ON basis_pack.basis = run.basis JOIN pack ON pack.id = basis_pack.pack"
                              " WHERE run.number = (SELECT max(number) FROM run) ORDER BY basis_pack.ordinal";
    sqlite3_stmt *rows = NULL;
    sqlite3_stmt *parts = NULL;
    enum fuhe_status status = fuhe_database_prepare(store->database, sql, &rows, err);

    if (status == FUHE_STATUS_OK) {
        status = fuhe_database_prepare(store->database, "SELECT base, xml FROM pack WHERE id = ?", &parts, err);
    }
    if (status == FUHE_STATUS_OK) {
        status = list_packs(rows, parts, take, context, err);
    }
    (void)sqlite3_finalize(rows);
    (void)sqlite3_finalize(parts);
    return status;
}
