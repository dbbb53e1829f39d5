/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_PACK_PROVE_H
#define FUHE_ENGINE_PACK_PROVE_H

#include "engine/pack.h"

/* Proofs by trial: tiny forms are scored by the pack, as every form is, at each value where something can change. What
 * a pack says is then held against what it does. Part of fuhe_pack_validate; asked again where people want to see it.
 */

/* The largest step between two values beside each other. */
struct fuhe_jump {
    bool present;
    fuhe_decimal below; /* the last value in front of the edge that people would write down */
    fuhe_decimal at;
    fuhe_decimal points_below;
    fuhe_decimal points_at;
};

struct fuhe_pack_proof {
    size_t rates;                /* of execution that were tried */
    size_t results;              /* of indicators */
    size_t missing;              /* cells without a readable value */
    struct fuhe_jump execution;  /* rates in percent */
    struct fuhe_jump completion; /* beyond the target, in multiples of it; points in percent of the weight */
};

/* Proves a pack whose structure holds (pack_validate.c). On failure FUHE_STATUS_INVALID with a counter-example in err.
 * proof may be NULL. */
FUHE_MUST_USE enum fuhe_status fuhe_pack_prove(const struct fuhe_pack *pack, struct fuhe_pack_proof *proof,
                                               struct fuhe_error *err);

/* The lowest and the highest total of a grade at the pack's places; false when no total has it. */
bool fuhe_pack_grade_totals(const struct fuhe_pack *pack, size_t grade, fuhe_decimal *lowest, fuhe_decimal *highest);

#endif
