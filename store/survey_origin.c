/* SPDX-License-Identifier: Apache-2.0 */
/* The documents in force by the hashes that they have already, in input order. One whose bytes could not be read to
 * their end counts with zero bytes in their place. */
#include <stdio.h>
#include <string.h>

#include "store/survey.h"
#include "store/survey_private.h"

enum { DIGITS = 16 };

static void add_document(sqlite3_stmt *statement, struct fuhe_hashing *hashing) {
    struct fuhe_hash hash = {{0}};
    const void *bytes = sqlite3_column_blob(statement, 0);

    if (bytes != NULL && sqlite3_column_bytes(statement, 0) == FUHE_HASH_BYTES) {
        memcpy(hash.bytes, bytes, FUHE_HASH_BYTES);
    }
    fuhe_hashing_add(hashing, (fuhe_text){(const char *)hash.bytes, FUHE_HASH_BYTES});
}

static enum fuhe_status add_documents(sqlite3_stmt *statement, struct fuhe_hashing *hashing, struct fuhe_error *err) {
    bool row = true;

    FUHE_TRY(fuhe_database_step(statement, &row, err));
    while (row) {
        add_document(statement, hashing);
        FUHE_TRY(fuhe_database_step(statement, &row, err));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_survey_origin(struct fuhe_survey *survey, struct fuhe_survey_origin *origin,
                                    struct fuhe_error *err) {
    struct fuhe_store_run latest;
    struct fuhe_hashing hashing;
    sqlite3_stmt *statement = NULL;

    fuhe_hashing_begin(&hashing);
    enum fuhe_status status =
        fuhe_database_prepare(survey->store->database, "SELECT sha256 FROM in_force ORDER BY ordinal", &statement, err);
    if (status == FUHE_STATUS_OK) {
        status = add_documents(statement, &hashing, err);
    }
    (void)sqlite3_finalize(statement);
    const struct fuhe_hash hash = fuhe_hashing_end(&hashing);
    size_t end = (size_t)snprintf(origin->fingerprint, sizeof origin->fingerprint, "sha256:");
    for (size_t i = 0; i < DIGITS / 2; i++, end += 2) {
        (void)snprintf(&origin->fingerprint[end], 3, "%02x", (unsigned)hash.bytes[i]);
    }
    origin->whole =
        fuhe_store_latest_run(survey->store, &latest) && latest.complete && !fuhe_shard_is_part(&latest.shard);
    return status;
}
