/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INFER_WEIGHTS_H
#define FUHE_INFER_WEIGHTS_H

#include "infer/observation.h"

/* The weights of the categories as forms list them. */
struct fuhe_weight_set {
    fuhe_decimal weights[FUHE_CATEGORY_COUNT];
    fuhe_decimal sum; /* with execution */
    bool closes;      /* it gives full marks */
    size_t count;     /* forms */
    size_t form;      /* the first of them */
};

struct fuhe_weight_sets {
    fuhe_decimal execution;        /* the points that execution is taken to be worth */
    struct fuhe_weight_set *items; /* the most frequent first */
    size_t count;
    size_t forms;   /* whose weights could be read */
    size_t closing; /* of them, those that give full marks */
    bool is_new;    /* the most frequent set that closes is none of the base pack's, and two forms have it */
    size_t best;    /* index of that set; count when no set closes */
};

FUHE_MUST_USE enum fuhe_status fuhe_weights_infer(const struct fuhe_observations *observations, fuhe_decimal execution,
                                                  struct fuhe_arena *arena, struct fuhe_weight_sets *sets);

#endif
