/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INFER_BOTH_H
#define FUHE_INFER_BOTH_H

#include "engine/arena.h"
#include "engine/pack.h"
#include "infer/sentence.h"
#include "report/memory_output.h"

/* A text in both languages at once, put together piece by piece: what a pack says must not depend on the language of
 * the person who runs the program. */
struct fuhe_both {
    struct fuhe_memory_output *zh;
    struct fuhe_memory_output *en;
};

FUHE_MUST_USE enum fuhe_status fuhe_both_begin(struct fuhe_both *both);
void fuhe_both_add(struct fuhe_both *both, const char *zh, const char *en, const struct fuhe_slots *slots);

/* The whole text, in arena; frees what was begun whatever the outcome. */
FUHE_MUST_USE enum fuhe_status fuhe_both_end(struct fuhe_both *both, struct fuhe_arena *arena,
                                             struct fuhe_bilingual *text);

/* A text of one piece. */
FUHE_MUST_USE enum fuhe_status fuhe_both_say(const char *zh, const char *en, const struct fuhe_slots *slots,
                                             struct fuhe_arena *arena, struct fuhe_bilingual *text);

#endif
