/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BATCH_LISTING_H
#define FUHE_BATCH_LISTING_H

#include "engine/error.h"
#include "engine/text.h"

/* Names in one block, sorted by their bytes. Zeroed, it is empty. */
struct fuhe_listing {
    char *bytes;
    size_t used;
    size_t capacity;
    const char **names;
    size_t count;
};

/* The names in a folder, but for files left behind (name.h). */
FUHE_MUST_USE enum fuhe_status fuhe_listing_read_folder(struct fuhe_listing *listing, const char *path,
                                                        struct fuhe_error *err);

/* The names that a pattern stands for; none is no failure. */
FUHE_MUST_USE enum fuhe_status fuhe_listing_match(struct fuhe_listing *listing, const char *pattern,
                                                  struct fuhe_error *err);

void fuhe_listing_reset(struct fuhe_listing *listing); /* frees */

#endif
