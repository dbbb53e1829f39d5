/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_BASIS_H
#define FUHE_STORE_BASIS_H

#include "store/database.h"
#include "xml/pack_library.h"

/* What results depend on beside the documents: the version of the engine, the rule packs at hand, and whether one of
 * them was asked for. Two runs with the same basis give the same result for the same bytes. */

/* Finds the basis in the database, or puts it there with its packs. packs gets the row of each pack of the library, for
 * which it has room. rules may be NULL. */
FUHE_MUST_USE enum fuhe_status fuhe_basis_find(sqlite3 *database, const struct fuhe_pack_library *library,
                                               const struct fuhe_pack *rules, int64_t *packs, int64_t *basis,
                                               struct fuhe_error *err);

#endif
