/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BATCH_GATHERING_H
#define FUHE_BATCH_GATHERING_H

#include "batch/outcome.h"
#include "engine/unit.h"
#include "xml/hash.h"

/* What the parts of a long document show together: the same as the document read as a whole. */

/* What comes out of a part beside its results. */
struct fuhe_part_yield {
    struct fuhe_unit *unit;
    struct fuhe_arena *arena; /* of around */
    struct fuhe_document around;
    const struct fuhe_pack *last_pack; /* NULL when there was no form */
    size_t numbers;                    /* of forms, broken ones included */
    size_t forms;                      /* read */
    size_t failures;
};

/* false when memory is out; must be released all the same. */
bool fuhe_part_yield_init(struct fuhe_part_yield *yield);
void fuhe_part_yield_release(struct fuhe_part_yield *yield);

/* Where a start tag has been put in front of a part: what is odd in it has been told with the first part. */
struct fuhe_part_front {
    struct fuhe_place behind;
    uint32_t columns; /* 0 when nothing has been put in front */
};

/* Copies what stands around the forms of a part, but for the front. */
FUHE_MUST_USE enum fuhe_status fuhe_part_yield_keep(struct fuhe_part_yield *yield, const struct fuhe_document *around,
                                                    const struct fuhe_part_front *front);

/* The sum of the parts so far. */
struct fuhe_gathering {
    struct fuhe_part_yield sum;
    size_t oddity_capacity;
    bool has_stray_text; /* told once for the whole collection */
    size_t shift;        /* what the numbers that parts are given must be corrected by; may have wrapped round */
};

bool fuhe_gathering_init(struct fuhe_gathering *gathering);
void fuhe_gathering_release(struct fuhe_gathering *gathering);

/* Adds the next part, in the order of the document. */
FUHE_MUST_USE enum fuhe_status fuhe_gathering_add(struct fuhe_gathering *gathering,
                                                  const struct fuhe_part_yield *yield);

/* The closing words on the document: what all its forms show, unless some could not be read; and that it ends here.
 * hash is NULL when its bytes were not read to their end. */
FUHE_MUST_USE enum fuhe_status fuhe_gathering_close(struct fuhe_gathering *gathering, const char *file,
                                                    const struct fuhe_hash *hash, struct fuhe_outcome *outcome);

#endif
