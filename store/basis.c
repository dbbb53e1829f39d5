/* SPDX-License-Identifier: Apache-2.0 */
/* Bases and packs are few and known by their hashes; they are looked for once a run. */
#include "store/basis.h"

/* A statement with one hash, which gives an id; 0 when there is none. */
static enum fuhe_status find_by_hash(sqlite3 *database, const char *sql, const struct fuhe_hash *hash, int64_t *id,
                                     struct fuhe_error *err) {
    sqlite3_stmt *statement = NULL;
    bool row = false;
    enum fuhe_status status = fuhe_database_prepare(database, sql, &statement, err);

    if (status == FUHE_STATUS_OK) {
        fuhe_database_bind_hash(statement, 1, hash);
        status = fuhe_database_step(statement, &row, err);
    }
    if (status == FUHE_STATUS_OK) {
        *id = row ? sqlite3_column_int64(statement, 0) : 0;
    }
    (void)sqlite3_finalize(statement);
    return status;
}

static enum fuhe_status run_once(sqlite3_stmt *statement, struct fuhe_error *err) {
    const enum fuhe_status status = fuhe_database_run(statement, err);

    (void)sqlite3_finalize(statement);
    return status;
}

/* --- packs --- */

static enum fuhe_status add_grade(sqlite3 *database, int64_t pack, const struct fuhe_grade *grade, size_t ordinal,
                                  struct fuhe_error *err) {
    sqlite3_stmt *statement;

    FUHE_TRY(fuhe_database_prepare(database, "INSERT INTO grade VALUES (?, ?, ?, ?, ?)", &statement, err));
    (void)sqlite3_bind_int64(statement, 1, pack);
    (void)sqlite3_bind_int64(statement, 2, (int64_t)ordinal);
    fuhe_database_bind_text(statement, 3, grade->id);
    fuhe_database_bind_text(statement, 4, grade->name.zh);
    fuhe_database_bind_text(statement, 5, grade->name.en);
    return run_once(statement, err);
}

static enum fuhe_status add_pack(sqlite3 *database, const struct fuhe_pack *pack, fuhe_text document,
                                 const struct fuhe_hash *hash, int64_t *id, struct fuhe_error *err) {
    sqlite3_stmt *statement;

    FUHE_TRY(fuhe_database_prepare(database, "INSERT INTO pack (sha256, name, version, xml) VALUES (?, ?, ?, ?)",
                                   &statement, err));
    fuhe_database_bind_hash(statement, 1, hash);
    fuhe_database_bind_text(statement, 2, pack->id);
    fuhe_database_bind_text(statement, 3, pack->version);
    fuhe_database_bind_blob(statement, 4, document);
    FUHE_TRY(run_once(statement, err));
    *id = sqlite3_last_insert_rowid(database);
    for (size_t i = 0; i < pack->grade_count; i++) {
        FUHE_TRY(add_grade(database, *id, &pack->grades[i], i, err));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status find_pack(sqlite3 *database, const struct fuhe_pack *pack, fuhe_text document, int64_t *id,
                                  struct fuhe_error *err) {
    const struct fuhe_hash hash = fuhe_hash_of(document);

    FUHE_TRY(find_by_hash(database, "SELECT id FROM pack WHERE sha256 = ?", &hash, id, err));
    return *id != 0 ? FUHE_STATUS_OK : add_pack(database, pack, document, &hash, id, err);
}

/* --- the basis --- */

/* Of the version, which of the packs was asked for, the packs in order, and how documents are read. */
static struct fuhe_hash hash_basis(const struct fuhe_store_basis *wanted) {
    const struct fuhe_pack_library *library = wanted->library;
    struct fuhe_hashing hashing;

    fuhe_hashing_begin(&hashing);
    fuhe_hashing_add(&hashing, (fuhe_text){FUHE_VERSION, sizeof FUHE_VERSION});
    for (size_t i = 0; i < library->count; i++) {
        const struct fuhe_hash pack = fuhe_hash_of(library->documents[i]);
        fuhe_hashing_add(&hashing, wanted->rules == &library->packs[i] ? FUHE_TEXT("asked") : FUHE_TEXT("at hand"));
        fuhe_hashing_add(&hashing, (fuhe_text){(const char *)pack.bytes, sizeof pack.bytes});
    }
    if (wanted->words.length > 0) {
        fuhe_hashing_add(&hashing, FUHE_TEXT("words"));
        fuhe_hashing_add(&hashing, wanted->words);
    }
    if (wanted->converts) {
        fuhe_hashing_add(&hashing, FUHE_TEXT("converts"));
    }
    return fuhe_hashing_end(&hashing);
}

static enum fuhe_status add_basis_pack(sqlite3 *database, int64_t basis, size_t ordinal, int64_t pack,
                                       struct fuhe_error *err) {
    sqlite3_stmt *statement;

    FUHE_TRY(fuhe_database_prepare(database, "INSERT INTO basis_pack VALUES (?, ?, ?)", &statement, err));
    (void)sqlite3_bind_int64(statement, 1, basis);
    (void)sqlite3_bind_int64(statement, 2, (int64_t)ordinal);
    (void)sqlite3_bind_int64(statement, 3, pack);
    return run_once(statement, err);
}

static enum fuhe_status add_basis(sqlite3 *database, const struct fuhe_store_basis *wanted,
                                  const struct fuhe_hash *hash, int64_t asked, int64_t *basis, struct fuhe_error *err) {
    sqlite3_stmt *statement;

    FUHE_TRY(fuhe_database_prepare(
        database, "INSERT INTO basis (sha256, engine, asked, words, converts) VALUES (?, ?, nullif(?, 0), ?, ?)",
        &statement, err));
    fuhe_database_bind_hash(statement, 1, hash);
    fuhe_database_bind_text(statement, 2, FUHE_TEXT(FUHE_VERSION));
    (void)sqlite3_bind_int64(statement, 3, asked);
    fuhe_database_bind_blob(statement, 4, wanted->words);
    (void)sqlite3_bind_int(statement, 5, wanted->converts);
    FUHE_TRY(run_once(statement, err));
    *basis = sqlite3_last_insert_rowid(database);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_basis_find(sqlite3 *database, const struct fuhe_store_basis *wanted, int64_t *packs,
                                 int64_t *basis, struct fuhe_error *err) {
    const struct fuhe_pack_library *library = wanted->library;
    const struct fuhe_hash hash = hash_basis(wanted);
    int64_t asked = 0;

    for (size_t i = 0; i < library->count; i++) {
        FUHE_TRY(find_pack(database, &library->packs[i], library->documents[i], &packs[i], err));
        asked = wanted->rules == &library->packs[i] ? packs[i] : asked;
    }
    FUHE_TRY(find_by_hash(database, "SELECT id FROM basis WHERE sha256 = ?", &hash, basis, err));
    if (*basis != 0) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(add_basis(database, wanted, &hash, asked, basis, err));
    for (size_t i = 0; i < library->count; i++) {
        FUHE_TRY(add_basis_pack(database, *basis, i, packs[i], err));
    }
    return FUHE_STATUS_OK;
}
