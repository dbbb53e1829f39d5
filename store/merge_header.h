/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_MERGE_HEADER_H
#define FUHE_STORE_MERGE_HEADER_H

#include "store/database.h"
#include "store/merge.h"

/* What the latest run of a store says of itself, by which shards are known to belong together. */
struct fuhe_merge_header {
    int64_t run; /* 0: there is none */
    bool complete;
    char engine[64];
    struct fuhe_hash basis; /* of engine and rule packs */
    struct fuhe_shard shard;
    int64_t named; /* documents */
    int64_t taken; /* documents of the shard */
    struct fuhe_hash names;
};

/* Reads it from a schema of the database. */
FUHE_MUST_USE enum fuhe_status fuhe_merge_header_read(sqlite3 *database, const char *schema,
                                                      struct fuhe_merge_header *header, struct fuhe_error *err);
bool fuhe_merge_header_same(const struct fuhe_merge_header *a, const struct fuhe_merge_header *b);

/* Reads those of all sources, brings both into the order of the shards and looks whether they belong together; culprit
 * as in merge.h. */
FUHE_MUST_USE enum fuhe_status fuhe_merge_headers_read(struct fuhe_merge_source *sources,
                                                       struct fuhe_merge_header *headers, size_t count, size_t *culprit,
                                                       struct fuhe_error *err);

/* Whether every document was taken by some shard. */
FUHE_MUST_USE enum fuhe_status fuhe_merge_headers_check_taken(const struct fuhe_merge_header *headers, size_t count,
                                                              struct fuhe_error *err);

#endif
