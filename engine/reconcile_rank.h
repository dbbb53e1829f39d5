/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_RECONCILE_RANK_H
#define FUHE_ENGINE_RECONCILE_RANK_H

#include "engine/reconcile_slips.h"

/* Part of reconcile.h: keeps the most convincing sets of slips. */

/* How a set stands to the weights of the form, the more the better. */
enum fuhe_standing { FUHE_STANDING_NONE, FUHE_STANDING_CLOSES, FUHE_STANDING_DROPS_DUPLICATE };

/* A set of options: places in fuhe_options.items. The same type serves for a bound on sets: no set in question is
 * better in any pick or in standing. */
struct fuhe_candidate {
    uint32_t picks[FUHE_CAUSE_SLIPS_MAX];
    enum fuhe_standing standing;
};

struct fuhe_ranking {
    const struct fuhe_options *options;
    size_t size;                                       /* picks in each candidate */
    struct fuhe_candidate best[FUHE_CAUSES_SHOWN_MAX]; /* best first, picks ascending */
    size_t count;
};

/* Puts the picks (the first `size`) in ascending order. */
void fuhe_candidate_sort(struct fuhe_candidate *candidate, size_t size);

/* Whether the candidate, its picks ascending, would have a place among the best. */
bool fuhe_ranking_admits(const struct fuhe_ranking *ranking, const struct fuhe_candidate *candidate);

void fuhe_ranking_add(struct fuhe_ranking *ranking, const struct fuhe_candidate *candidate);

/* The ranked candidates as causes, in the arena. */
FUHE_MUST_USE enum fuhe_status fuhe_ranking_finish(const struct fuhe_ranking *ranking, struct fuhe_arena *arena,
                                                   struct fuhe_explanation *explanation);

#endif
