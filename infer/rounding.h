/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INFER_ROUNDING_H
#define FUHE_INFER_ROUNDING_H

#include "infer/methods.h"

/* How the scores were rounded: among the rows that the elected methods explain, those whose exact score has more
 * decimals than the claim prints. */
struct fuhe_rounding_habit {
    size_t rounded;                         /* such rows */
    size_t places[FUHE_DECIMAL_PLACES + 1]; /* of those, by the decimals that the claim prints */
    size_t telling;                         /* of those, not the same by every rounding */
    size_t fits[FUHE_ROUND_TRUNCATE + 1];   /* of those that tell, by enum fuhe_rounding */
    bool is_decided; /* one rounding explains more than half of those that tell, two at least, clearly more than others
                      */
    bool is_convention;          /* half-up and half to even explain the same, give or take one row: it is the base
                                    pack's, or half-up */
    enum fuhe_rounding rounding; /* the base pack's when it is not */
    unsigned item_places;        /* the most that a tenth of the rows, and two, print; else the base pack's */
    size_t *misfits;             /* indices of rows that only another rounding explains */
    size_t misfit_count;
};

FUHE_MUST_USE enum fuhe_status fuhe_rounding_infer(const struct fuhe_observations *observations,
                                                   const struct fuhe_methods *methods, struct fuhe_arena *arena,
                                                   struct fuhe_rounding_habit *habit);

#endif
