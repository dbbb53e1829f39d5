/* SPDX-License-Identifier: Apache-2.0 */
/* Looks documents up by name and hash, beside the writer, through a connection of its own. Each question is a
 * transaction of its own, so that the log of the writer can be emptied meanwhile. A question that fails is answered
 * with "no": then the document is read once more, which is never wrong. */
#include "store/known.h"

#include <stdlib.h>

struct fuhe_store_known {
    sqlite3 *database; /* NULL when nothing can be known */
    sqlite3_stmt *question;
};

struct fuhe_store_known *fuhe_known_open(const struct fuhe_store *store, int64_t basis, int64_t newest) {
    static const char sql[] = "SELECT 1 FROM reading WHERE path = ?1 AND sha256 = ?2 AND basis = ?3 AND id <= ?4 "
                              "AND done = 1 AND " FUHE_KNOWN_HOLDS;
    struct fuhe_store_known *known = calloc(1, sizeof *known);

    if (known == NULL || newest == 0) {
        return known;
    }
    if (fuhe_database_open_again(store, &known->database, NULL) != FUHE_STATUS_OK ||
        fuhe_database_prepare(known->database, sql, &known->question, NULL) != FUHE_STATUS_OK) {
        return known;
    }
    (void)sqlite3_bind_int64(known->question, 3, basis);
    (void)sqlite3_bind_int64(known->question, 4, newest);
    return known;
}

void fuhe_store_known_free(struct fuhe_store_known *known) {
    if (known != NULL) {
        (void)sqlite3_finalize(known->question);
        (void)sqlite3_close(known->database);
        free(known);
    }
}

bool fuhe_store_knows_any(const struct fuhe_store_known *known) {
    return known->question != NULL;
}

bool fuhe_store_is_known(struct fuhe_store_known *known, const char *file, const struct fuhe_hash *hash) {
    bool row = false;

    if (known->question == NULL) {
        return false;
    }
    fuhe_database_bind_text(known->question, 1, fuhe_text_of(file));
    fuhe_database_bind_hash(known->question, 2, hash);
    const enum fuhe_status status = fuhe_database_step(known->question, &row, NULL);
    (void)sqlite3_reset(known->question);
    return status == FUHE_STATUS_OK && row;
}
