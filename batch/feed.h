/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BATCH_FEED_H
#define FUHE_BATCH_FEED_H

#include <stdatomic.h>

#include "batch/piece.h"
#include "batch/source.h"
#include "store/writer.h"

/* Turns names into pieces of work, in order: small files together, entries of archives together, long documents in
 * parts. For one thread at a time. */
struct fuhe_feed;

/* Everything is borrowed. known may be NULL; else a long file with the bytes of an earlier run is given as one that
 * is known. hashes: the hashes of long documents are wanted. A long document of another shard is given as such. *stop,
 * once true, ends waiting for input that does not come. NULL when memory is out. */
struct fuhe_feed *fuhe_feed_new(const struct fuhe_source_request *request, const struct fuhe_shard *shard,
                                struct fuhe_store_known *known, bool hashes, const atomic_bool *stop);
void fuhe_feed_free(struct fuhe_feed *feed); /* takes NULL; frees a document that was not cut to its end */

/* The next piece; *given is false when there is none. Fails only for want of memory. */
FUHE_MUST_USE enum fuhe_status fuhe_feed_next(struct fuhe_feed *feed, struct fuhe_piece *piece, bool *given);

/* How far it is. */
struct fuhe_feed_progress {
    size_t files;   /* begun */
    size_t pending; /* names known to come */
    size_t bytes;   /* of the files begun, as far as they have been read */
    size_t left;    /* of the file at hand, not yet read */
};

struct fuhe_feed_progress fuhe_feed_progress(const struct fuhe_feed *feed);

#endif
