/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_FOREMOST_H
#define FUHE_STATS_FOREMOST_H

#include "engine/arena.h"
#include "stats/gauge.h"

/* The first few of any number of forms or departments, in order. */

struct fuhe_foremost_item {
    int64_t key;     /* the highest first */
    uint64_t number; /* page of a form or number of a department; the lowest first where keys are equal */
    struct fuhe_figure value;
    size_t peers; /* of how many it was picked out */
    struct fuhe_gauge gauge;
};

struct fuhe_foremost {
    struct fuhe_foremost_item *items;
    size_t count;
    size_t capacity;
};

/* Memory is the arena's. */
FUHE_MUST_USE enum fuhe_status fuhe_foremost_init(struct fuhe_foremost *ranking, size_t capacity,
                                                  struct fuhe_arena *arena);
void fuhe_foremost_add(struct fuhe_foremost *ranking, const struct fuhe_foremost_item *item);

#endif
