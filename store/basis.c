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

/* The row of the base, which stands before an overlay in the library; 0 of a pack that is none. */
static int64_t row_of_base(const struct fuhe_pack_library *library, const struct fuhe_pack *pack,
                           const int64_t *packs) {
    if (pack->base == NULL) {
        return 0;
    }
    return packs[fuhe_pack_library_find_hash(library, pack->base->hash)];
}

static enum fuhe_status add_pack(sqlite3 *database, const struct fuhe_pack_library *library, size_t index,
                                 int64_t *packs, struct fuhe_error *err) {
    const struct fuhe_pack *pack = &library->packs[index];
    const struct fuhe_hash hash = fuhe_hash_parse(pack->hash);
    int64_t *id = &packs[index];
    sqlite3_stmt *statement;

    FUHE_TRY(fuhe_database_prepare(
        database, "INSERT INTO pack (sha256, name, version, xml, base) VALUES (?, ?, ?, ?, nullif(?, 0))", &statement,
        err));
    fuhe_database_bind_hash(statement, 1, &hash);
    fuhe_database_bind_text(statement, 2, pack->id);
    fuhe_database_bind_text(statement, 3, pack->version);
    fuhe_database_bind_blob(statement, 4, library->documents[index]);
    (void)sqlite3_bind_int64(statement, 5, row_of_base(library, pack, packs));
    FUHE_TRY(run_once(statement, err));
    *id = sqlite3_last_insert_rowid(database);
    for (size_t i = 0; i < pack->grade_count; i++) {
        FUHE_TRY(add_grade(database, *id, &pack->grades[i], i, err));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status find_pack(sqlite3 *database, const struct fuhe_pack_library *library, size_t index,
                                  int64_t *packs, struct fuhe_error *err) {
    const struct fuhe_hash hash = fuhe_hash_parse(library->packs[index].hash);

    FUHE_TRY(find_by_hash(database, "SELECT id FROM pack WHERE sha256 = ?", &hash, &packs[index], err));
    return packs[index] != 0 ? FUHE_STATUS_OK : add_pack(database, library, index, packs, err);
}

/* --- the basis --- */

/* What a pack is there for. One that the user gave goes before those built in that fit a form as well. */
static fuhe_text standing_of(const struct fuhe_store_basis *wanted, size_t index) {
    if (wanted->rules == &wanted->library->packs[index]) {
        return FUHE_TEXT("asked");
    }
    return index < wanted->library->built_in ? FUHE_TEXT("at hand") : FUHE_TEXT("given");
}

/* Of the version, which of the packs was asked for, the packs in order, and how documents are read. */
static struct fuhe_hash hash_basis(const struct fuhe_store_basis *wanted) {
    const struct fuhe_pack_library *library = wanted->library;
    struct fuhe_hashing hashing;

    fuhe_hashing_begin(&hashing);
    fuhe_hashing_add(&hashing, (fuhe_text){FUHE_VERSION, sizeof FUHE_VERSION});
    for (size_t i = 0; i < library->count; i++) {
        const struct fuhe_hash pack = fuhe_hash_parse(library->packs[i].hash);
        fuhe_hashing_add(&hashing, standing_of(wanted, i));
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
        database,
        "INSERT INTO basis (sha256, engine, asked, words, converts, built_in) VALUES (?, ?, nullif(?, 0), ?, ?, ?)",
        &statement, err));
    fuhe_database_bind_hash(statement, 1, hash);
    fuhe_database_bind_text(statement, 2, FUHE_TEXT(FUHE_VERSION));
    (void)sqlite3_bind_int64(statement, 3, asked);
    fuhe_database_bind_blob(statement, 4, wanted->words);
    (void)sqlite3_bind_int(statement, 5, wanted->converts);
    (void)sqlite3_bind_int64(statement, 6, (int64_t)wanted->library->built_in);
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
        FUHE_TRY(find_pack(database, library, i, packs, err));
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
