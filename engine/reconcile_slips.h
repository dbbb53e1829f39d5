/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_RECONCILE_SLIPS_H
#define FUHE_ENGINE_RECONCILE_SLIPS_H

#include "engine/reconcile.h"

/* Part of reconcile.h: every slip that is possible on a form. */

struct fuhe_option {
    struct fuhe_slip slip;
    int64_t effect;        /* on the total, points x 10^6; never zero, small enough to add three of them */
    int64_t weight_change; /* on the sum of weights, points x 10^6 */
    uint32_t owner;        /* what it changes: two options of one owner exclude each other and differ in effect */
    bool duplicate;        /* it leaves out a row that the review does not count */
};

/* In order of likelihood: by kind, then row, then points. */
struct fuhe_options {
    struct fuhe_option *items;
    size_t count;
    size_t owner_count;
    bool cut; /* there are more than can be searched: far-fetched ones are left out */
};

/* Largest effect of an option, and largest difference that options can explain. */
#define FUHE_EFFECT_MAX (INT64_MAX / 8)

/* All options, or the common ones alone: these are the same in both. */
FUHE_MUST_USE enum fuhe_status fuhe_options_collect(const struct fuhe_review *review, bool far_fetched,
                                                    struct fuhe_arena *arena, struct fuhe_options *options);

#endif
