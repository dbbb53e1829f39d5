/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_REPEATS_H
#define FUHE_ENGINE_REPEATS_H

#include "engine/arena.h"
#include "engine/form.h"

struct fuhe_repeat_slot;

/* Which forms came before: the same form in two files, or in a file that is named twice. Zeroed to begin with. */
struct fuhe_repeats {
    struct fuhe_repeat_slot *slots; /* a hash table, its size a power of two */
    size_t slot_count;
    size_t count;
};

/* Notes a form; *is_new is false when one of the same project came before with the same figures and claims. Forms
 * without a project are always new. The table grows in arena. */
FUHE_MUST_USE enum fuhe_status fuhe_repeats_note(struct fuhe_repeats *repeats, const struct fuhe_form *form,
                                                 struct fuhe_arena *arena, bool *is_new);

#endif
