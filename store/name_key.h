/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_NAME_KEY_H
#define FUHE_STORE_NAME_KEY_H

#include "engine/error.h"
#include "engine/text.h"

struct sqlite3;

/* A number that is equal for names that differ only in blanks, punctuation and full-width forms, and hardly ever for
 * others; `key` is FUHE_NAME_KEY_START, or that of a name before it. Between two digits such a mark counts: 1、2 is not
 * 12. */
enum { FUHE_NAME_KEY_START = 1 };
uint64_t fuhe_name_key(uint64_t key, fuhe_text name);

/* Gives queries the function name_key(name, …): the key of the names together. */
FUHE_MUST_USE enum fuhe_status fuhe_name_key_add(struct sqlite3 *database, struct fuhe_error *err);

#endif
