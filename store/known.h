/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_KNOWN_H
#define FUHE_STORE_KNOWN_H

#include "store/database.h"
#include "store/writer.h"

/* Makes what answers of the readings up to `newest`, by this basis. NULL when memory is out. */
struct fuhe_store_known *fuhe_known_open(const struct fuhe_store *store, int64_t basis, int64_t newest);

#endif
