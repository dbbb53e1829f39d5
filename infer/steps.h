/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INFER_STEPS_H
#define FUHE_INFER_STEPS_H

#include "engine/arena.h"
#include "engine/fraction.h"

/* The staircase that explains most of a cloud of points: values that never fall while the figure that they hang on
 * rises. Execution bands (points by rate) and grades (rank by total) are both found by it. */

struct fuhe_step_point {
    fuhe_fraction at;   /* a rate, a total */
    fuhe_decimal value; /* points, a rank */
    uint32_t weight;    /* what it costs not to explain it; above 0 */
    size_t source;      /* the caller's own */
    bool is_barred;     /* not to be explained, whatever it costs */
    bool fits;          /* an output */
};

/* Where a cut can lie: above one point and up to another; indices of the sorted points. */
struct fuhe_step_range {
    size_t above;
    size_t up_to;
};

/* One step. Its cut lies above the highest fitting point of the step below and at or below its own lowest. */
struct fuhe_stair {
    fuhe_decimal value;
    size_t support; /* points that fit */
    size_t lowest;  /* indices of the lowest and highest of them, in the sorted points */
    size_t highest;
    fuhe_decimal cut;               /* proposed: the roundest number of the range; 0 for the lowest step */
    struct fuhe_step_range *rivals; /* other ranges whose cuts explain as much, the lowest first */
    size_t rival_count;
};

struct fuhe_steps {
    struct fuhe_stair *items; /* lowest first */
    size_t count;
    size_t misfits;
    uint64_t cost; /* weight of what is not explained, and the price of the steps */
};

/* Price of one parameter of a rule that explains `count` points: a step must explain more than it costs, and one in
 * fifty points is too little where there are many. */
uint64_t fuhe_parameter_price(size_t count);

/* Sorts the points by where they are, and finds the staircase of least cost: the exact optimum, in O(n log n), and the
 * same in whatever order the points come. No step at all when none is worth its price. */
FUHE_MUST_USE enum fuhe_status fuhe_steps_fit(struct fuhe_step_point *points, size_t count, struct fuhe_arena *arena,
                                              struct fuhe_steps *steps);

/* The roundest number in (above, up_to]: the largest multiple in it of 100, else of 10, 5, 1, 0.5, 0.1 and so on. Of
 * equally round ones the largest, which gives nobody more than some form was seen to get. A range that holds no number
 * of six places gives up_to, cut. */
fuhe_decimal fuhe_roundest(fuhe_fraction above, fuhe_fraction up_to);

#endif
