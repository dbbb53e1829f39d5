/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_KNOWN_H
#define FUHE_STORE_KNOWN_H

#include "store/database.h"
#include "store/writer.h"

/* Of a reading: whether it can still hold. What was not named, or was another one, in the complete run before this one
 * is read anew, for a reading holds for all runs from its first to its last. */
#define FUHE_KNOWN_HOLDS "last_run >= (SELECT ifnull(max(number), 0) FROM run WHERE complete = 1)"

/* Makes what answers of the readings up to `newest`, by this basis. NULL when memory is out. */
struct fuhe_store_known *fuhe_known_open(const struct fuhe_store *store, int64_t basis, int64_t newest);

#endif
