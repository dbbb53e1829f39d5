/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_MERGE_H
#define FUHE_STORE_MERGE_H

#include <stddef.h>

#include "engine/error.h"

/* Puts the shards of a run together: the store that one run over everything would have left, with one run in it, which
 * is complete. What was read by earlier runs of the shards and is in force no longer stays behind. */

struct fuhe_merge_source {
    const char *folder; /* as people named it */
    const char *path;   /* of the store in it */
};

/* Looks whether the stores belong together: every shard of one run once, all of them complete, by the same engine and
 * rules, of the same documents. *culprit is the source that is at fault, count for none of them; sources come to stand
 * in the order of their shards. */
FUHE_MUST_USE enum fuhe_status fuhe_merge_check(struct fuhe_merge_source *sources, size_t count, size_t *culprit,
                                                struct fuhe_error *err);

/* Writes the store into an empty file, when they do. What is in the file after a failure is of no use. */
FUHE_MUST_USE enum fuhe_status fuhe_merge_write(struct fuhe_merge_source *sources, size_t count, const char *path,
                                                size_t *culprit, struct fuhe_error *err);

#endif
