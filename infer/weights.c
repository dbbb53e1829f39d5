/* SPDX-License-Identifier: Apache-2.0 */
/* Counts equal sets of weights by sorting. */
#include "infer/weights.h"

#include <stdlib.h>

enum { SEEN_TWICE = 2 }; /* one form may be one mistake */

static int compare_weights(const struct fuhe_weight_set *a, const struct fuhe_weight_set *b) {
    int order = 0;

    for (size_t i = 0; i < FUHE_CATEGORY_COUNT && order == 0; i++) {
        order = fuhe_decimal_compare(a->weights[i], b->weights[i]);
    }
    return order;
}

static int by_weights(const void *a, const void *b) {
    const struct fuhe_weight_set *first = a;
    const struct fuhe_weight_set *second = b;
    const int order = compare_weights(first, second);

    return order != 0 ? order : (first->form > second->form) - (first->form < second->form);
}

static int by_count(const void *a, const void *b) {
    const struct fuhe_weight_set *first = a;
    const struct fuhe_weight_set *second = b;

    if (first->count != second->count) {
        return first->count < second->count ? 1 : -1;
    }
    return (first->form > second->form) - (first->form < second->form);
}

static void merge_equal(struct fuhe_weight_sets *sets) {
    const size_t all = sets->count;

    sets->count = 0;
    for (size_t i = 0; i < all; i++) {
        if (sets->count > 0 && compare_weights(&sets->items[sets->count - 1], &sets->items[i]) == 0) {
            sets->items[sets->count - 1].count++;
        } else {
            sets->items[sets->count++] = sets->items[i];
        }
    }
}

static void add_up(const struct fuhe_pack *base, fuhe_decimal execution, struct fuhe_weight_set *set) {
    set->sum = execution;
    set->closes = true;
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        set->closes = set->closes && fuhe_decimal_add(set->sum, set->weights[i], &set->sum) == FUHE_STATUS_OK;
    }
    set->closes = set->closes && fuhe_decimal_equals(set->sum, base->full_marks);
}

static bool is_of_base(const struct fuhe_pack *base, const struct fuhe_weight_set *set) {
    struct fuhe_weight_set own = {.count = 0};
    bool found;

    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        own.weights[i] = base->categories[i].weight;
    }
    found = compare_weights(&own, set) == 0;
    for (size_t i = 0; i < base->variant_count && !found; i++) {
        for (size_t j = 0; j < FUHE_CATEGORY_COUNT; j++) {
            own.weights[j] = base->variants[i].weights[j];
        }
        found = compare_weights(&own, set) == 0;
    }
    return found;
}

enum fuhe_status fuhe_weights_infer(const struct fuhe_observations *observations, fuhe_decimal execution,
                                    struct fuhe_arena *arena, struct fuhe_weight_sets *sets) {
    *sets = (struct fuhe_weight_sets){.execution = execution};
    sets->items = fuhe_arena_allocate(arena, observations->form_count, sizeof *sets->items);
    if (sets->items == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < observations->form_count; i++) {
        const struct fuhe_seen_form *form = &observations->forms[i];
        if (form->has_weights) {
            struct fuhe_weight_set *set = &sets->items[sets->count++];
            *set = (struct fuhe_weight_set){.count = 1, .form = i};
            memcpy(set->weights, form->weights, sizeof set->weights);
            add_up(observations->base, execution, set);
            sets->closing += set->closes;
        }
    }
    sets->forms = sets->count;
    qsort(sets->items, sets->count, sizeof *sets->items, by_weights);
    merge_equal(sets);
    qsort(sets->items, sets->count, sizeof *sets->items, by_count);
    while (sets->best < sets->count && !sets->items[sets->best].closes) {
        sets->best++;
    }
    sets->is_new = sets->best < sets->count && sets->items[sets->best].count >= SEEN_TWICE &&
                   !is_of_base(observations->base, &sets->items[sets->best]);
    return FUHE_STATUS_OK;
}
