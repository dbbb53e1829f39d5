/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INFER_EXECUTION_H
#define FUHE_INFER_EXECUTION_H

#include "infer/observation.h"
#include "infer/steps.h"

/* By which rule execution was scored: bands, found as a staircase, or a line, weight times rate. The one that explains
 * more at the price of fewer figures is proposed. A printed score weighs twice as much as one told from a total. */

enum fuhe_execution_state_found {
    FUHE_EXECUTION_UNSEEN,      /* no form has a rate and a score */
    FUHE_EXECUTION_FLAT,        /* every score that fits is the same: no cut can be told */
    FUHE_EXECUTION_UNEXPLAINED, /* neither bands nor a line explain half of the scores */
    FUHE_EXECUTION_PROPOSED
};

const char *fuhe_execution_state_found_name(enum fuhe_execution_state_found state); /* "flat" */

/* What a line at its best explains. */
struct fuhe_line {
    bool tried;
    fuhe_decimal weight;
    enum fuhe_rate_basis basis;
    unsigned places;   /* of the rate, when printed */
    size_t fits;       /* scores that it explains */
    size_t rival_fits; /* with the other basis */
    uint64_t cost;
};

struct fuhe_execution_proposal {
    enum fuhe_execution_state_found state;
    struct fuhe_execution_rule rule; /* when proposed; total_words and zero_budget are the base pack's */
    bool top_is_assumed; /* no form was seen to get full points: the first band is what is printed as weight */
    size_t direct;       /* scores observed as printed */
    size_t inferred;     /* told from totals */
    size_t beyond;       /* rates above 100 % */
    struct fuhe_step_point *points; /* sorted; source: index into executions */
    struct fuhe_steps steps;
    size_t band_fits; /* scores that the steps explain */
    struct fuhe_line line;
    size_t fits; /* scores that the proposal explains, by the engine's verdict */
    size_t *misfits;
    size_t misfit_count;
};

FUHE_MUST_USE enum fuhe_status fuhe_execution_infer(const struct fuhe_observations *observations,
                                                    struct fuhe_arena *arena, struct fuhe_execution_proposal *proposal);

#endif
