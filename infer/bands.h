/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INFER_BANDS_H
#define FUHE_INFER_BANDS_H

#include "infer/steps.h"

/* Weights of points that bands are found in. */
enum { FUHE_WEIGHT_PRINTED = 4, FUHE_WEIGHT_TOLD = 2 };

/* The staircase of least cost all of whose steps stand. Points of a value whose step does not stand are barred: they
 * are misfits. A step costs more than a misfit does, so one score is no band:
 *
 * - whole and half points take two scores, printed or told from totals;
 * - other points are no band that anybody would write down, unless two printed scores show them, of which one told from
 *   a total is half;
 * - whole or half points that one score shows stand between two bands that more show. The ends of the scale, none and
 *   `full` at 100 %, need such a band on one side only.
 *
 * One step alone stands by whatever it has: it is no band. */
FUHE_MUST_USE enum fuhe_status fuhe_bands_fit(struct fuhe_step_point *points, size_t count, fuhe_decimal full,
                                              struct fuhe_arena *arena, struct fuhe_steps *steps);

#endif
