/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_SHARD_H
#define FUHE_STORE_SHARD_H

#include <stdbool.h>
#include <stdint.h>

#include "xml/hash.h"

/* A share of the documents of a run, when several machines take a share each. Which one a document belongs to is told
 * by its bytes, so the order and the folder in which documents are named make no difference. */

enum { FUHE_SHARDS_MAX = 10000 };

struct fuhe_shard {
    uint32_t number; /* from 1 */
    uint32_t count;  /* of shards; below 2: there is one, which takes everything */
};

/* Whether there are others. */
bool fuhe_shard_is_part(const struct fuhe_shard *shard);

/* Whether the document belongs to the shard. hash is NULL when its bytes could not be read to their end: then its name
 * decides. */
bool fuhe_shard_takes(const struct fuhe_shard *shard, const struct fuhe_hash *hash, const char *file);

/* Reads "2/8"; false when it is none. */
bool fuhe_shard_read(const char *text, struct fuhe_shard *shard);

#endif
