/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_NAME_KEY_H
#define FUHE_STORE_NAME_KEY_H

#include "store/database.h"

/* Gives queries the function name_key(name, …): a number that is equal for names that differ only in blanks,
 * punctuation and full-width forms, and hardly ever for others. Between two digits such a mark counts: 1、2 is not 12.
 */
FUHE_MUST_USE enum fuhe_status fuhe_name_key_add(sqlite3 *database, struct fuhe_error *err);

#endif
