/* SPDX-License-Identifier: Apache-2.0 */
/* A sorted list that lets go of its last: few come in, once it is full. */
#include "stats/foremost.h"

enum fuhe_status fuhe_foremost_init(struct fuhe_foremost *ranking, size_t capacity, struct fuhe_arena *arena) {
    *ranking = (struct fuhe_foremost){.items = fuhe_arena_allocate(arena, capacity, sizeof *ranking->items),
                                      .capacity = capacity};
    return ranking->items == NULL ? FUHE_STATUS_NO_MEMORY : FUHE_STATUS_OK;
}

static bool is_before(const struct fuhe_foremost_item *a, const struct fuhe_foremost_item *b) {
    return a->key > b->key || (a->key == b->key && a->number < b->number);
}

void fuhe_foremost_add(struct fuhe_foremost *ranking, const struct fuhe_foremost_item *item) {
    const bool is_full = ranking->count == ranking->capacity;
    size_t place = ranking->count;

    if (is_full && !is_before(item, &ranking->items[place - 1])) {
        return;
    }
    place -= is_full;
    for (; place > 0 && is_before(item, &ranking->items[place - 1]); place--) {
        ranking->items[place] = ranking->items[place - 1];
    }
    ranking->items[place] = *item;
    ranking->count += !is_full;
}
