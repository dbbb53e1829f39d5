/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_RECONCILE_SEARCH_H
#define FUHE_ENGINE_RECONCILE_SEARCH_H

#include "engine/reconcile_slips.h"

/* Part of reconcile.h: the smallest sets of options that give a difference. */

struct fuhe_search_goal {
    int64_t difference;    /* that the effects must sum to, points x 10^6; at most FUHE_EFFECT_MAX either way */
    int64_t weights_short; /* full marks less the sum of weights, points x 10^6; zero when the weights close */
};

/* Searches the options for sets of one, then two, then three; stops at the first size that has any.
 * Fills size, sets, causes and cause_count of the explanation, adds to nodes and sets budget_reached. */
FUHE_MUST_USE enum fuhe_status fuhe_search_smallest(const struct fuhe_options *options, struct fuhe_search_goal goal,
                                                    struct fuhe_arena *arena, struct fuhe_explanation *explanation);

#endif
