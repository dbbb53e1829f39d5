/* SPDX-License-Identifier: Apache-2.0 */
/* Forms are told apart by 128 bits of what they say: a hash table of fingerprints, searched slot after slot. */
#include "engine/repeats.h"

#include "engine/fingerprint.h"

enum { FIRST_SLOTS = 64 };

struct fuhe_repeat_slot {
    bool is_used;
    uint64_t first;
    uint64_t second;
};

static void add_cells(struct fuhe_fingerprint *fingerprint, const struct fuhe_cell *const *cells, size_t count) {
    for (size_t i = 0; i < count; i++) {
        fuhe_fingerprint_add(fingerprint, cells[i]->text);
    }
}

#define ADD_CELLS(fingerprint, ...)                                                                                    \
    do {                                                                                                               \
        const struct fuhe_cell *const cells[] = {__VA_ARGS__};                                                         \
        add_cells(fingerprint, cells, sizeof cells / sizeof cells[0]);                                                 \
    } while (0)

static struct fuhe_fingerprint fingerprint_of(const struct fuhe_form *form) {
    struct fuhe_fingerprint fingerprint = fuhe_fingerprint_new();

    ADD_CELLS(&fingerprint, &form->project, &form->year, &form->department, &form->unit, &form->total_claimed,
              &form->total_grade);
    for (size_t i = 0; i < form->fund_count; i++) {
        const struct fuhe_fund *fund = &form->funds[i];
        ADD_CELLS(&fingerprint, &fund->label, &fund->budget, &fund->executed, &fund->weight, &fund->score);
    }
    for (size_t i = 0; i < form->indicator_count; i++) {
        const struct fuhe_indicator *row = &form->indicators[i];
        ADD_CELLS(&fingerprint, &row->level1, &row->name, &row->weight, &row->score, &row->target, &row->relation,
                  &row->unit, &row->adjusted, &row->actual);
    }
    return fingerprint;
}

/* The slot of a form that came, or the free one where it belongs. */
static struct fuhe_repeat_slot *find_slot(struct fuhe_repeat_slot *slots, size_t slot_count, uint64_t first,
                                          uint64_t second) {
    size_t i = (size_t)(first ^ second) & (slot_count - 1);

    while (slots[i].is_used && (slots[i].first != first || slots[i].second != second)) {
        i = (i + 1) & (slot_count - 1);
    }
    return &slots[i];
}

/* At most half of the slots are used. */
static enum fuhe_status make_room(struct fuhe_repeats *repeats, struct fuhe_arena *arena) {
    const size_t slot_count = repeats->slot_count == 0 ? FIRST_SLOTS : 2 * repeats->slot_count;
    struct fuhe_repeat_slot *slots;

    if (2 * (repeats->count + 1) <= repeats->slot_count) {
        return FUHE_STATUS_OK;
    }
    slots = fuhe_arena_allocate(arena, slot_count, sizeof *slots);
    if (slots == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < repeats->slot_count; i++) {
        const struct fuhe_repeat_slot *old = &repeats->slots[i];
        if (old->is_used) {
            *find_slot(slots, slot_count, old->first, old->second) = *old;
        }
    }
    repeats->slots = slots;
    repeats->slot_count = slot_count;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_repeats_note(struct fuhe_repeats *repeats, const struct fuhe_form *form, struct fuhe_arena *arena,
                                   bool *is_new) {
    const struct fuhe_fingerprint fingerprint = fingerprint_of(form);

    *is_new = true;
    if (form->project.text.length == 0) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(make_room(repeats, arena));
    struct fuhe_repeat_slot *slot =
        find_slot(repeats->slots, repeats->slot_count, fingerprint.first, fingerprint.second);
    *is_new = !slot->is_used;
    repeats->count += *is_new;
    *slot = (struct fuhe_repeat_slot){true, fingerprint.first, fingerprint.second};
    return FUHE_STATUS_OK;
}
