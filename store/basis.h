/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_BASIS_H
#define FUHE_STORE_BASIS_H

#include "store/database.h"
#include "xml/pack_library.h"

/* What results depend on beside the documents: the version of the engine, the rule packs at hand, whether one of
 * them was asked for, and how documents are read that are no form XML. Two runs with the same basis give the same
 * result for the same bytes. */

struct fuhe_store_basis {
    const struct fuhe_pack_library *library;
    const struct fuhe_pack *rules; /* NULL to choose by the form */
    fuhe_text words;               /* that forms in documents are known by, beside the engine's own */
    bool converts;                 /* documents of old kinds are converted */
};

/* Finds the basis in the database, or puts it there with its packs. packs gets the row of each pack of the library, for
 * which it has room. */
FUHE_MUST_USE enum fuhe_status fuhe_basis_find(sqlite3 *database, const struct fuhe_store_basis *wanted, int64_t *packs,
                                               int64_t *basis, struct fuhe_error *err);

#endif
