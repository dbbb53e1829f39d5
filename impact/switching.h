/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_IMPACT_SWITCHING_H
#define FUHE_IMPACT_SWITCHING_H

#include "impact/impact.h"

/* One rule at a time. */

/* Finds the rules by which two packs differ and mixes the packs that switching needs; pair is zeroed but for `before`.
 * Fails for want of memory only. */
FUHE_MUST_USE enum fuhe_status fuhe_impact_pair_fill(struct fuhe_impact_pair *pair, const struct fuhe_pack *after,
                                                     struct fuhe_arena *arena);

/* What scaling to full marks does to the total of a review: 0 where it is not scaled. */
fuhe_decimal fuhe_impact_scaling(const struct fuhe_review *review);

/* A form that moves: its reviews by the packs of the pair. */
struct fuhe_impact_move {
    const struct fuhe_impact_pair *pair;
    const struct fuhe_review *reviews[FUHE_IMPACT_WHENS];
};

/* Whether some row, or the execution score, has another score. */
bool fuhe_impact_moves_parts(const struct fuhe_review *before, const struct fuhe_review *after);

/* Fills effects, scaling, rest and, when wanted, parts of a form whose sides are known. What lasts is made in `kept`,
 * what is needed for the work in `scratch`. */
FUHE_MUST_USE enum fuhe_status fuhe_impact_switch(const struct fuhe_impact_move *move, bool with_parts,
                                                  struct fuhe_arena *kept, struct fuhe_arena *scratch,
                                                  struct fuhe_impact_form *form);

#endif
