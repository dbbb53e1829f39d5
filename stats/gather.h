/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_GATHER_H
#define FUHE_STATS_GATHER_H

#include "stats/foremost.h"
#include "stats/statistics.h"
#include "store/replay.h"
#include "store/survey.h"

/* Inner part of gathering, for its files: the walk over the batch (gather.c) finds out which forms and departments are
 * to be shown, and these are then looked up again (gather_shown.c). */

struct fuhe_gathering {
    struct fuhe_statistics *statistics;
    struct fuhe_arena *arena;
    struct fuhe_survey *survey;
    struct fuhe_replay *replay;
    struct fuhe_correlation *correlation;
    struct fuhe_error *err;
    struct fuhe_distribution *all;
    struct fuhe_distribution *kinds; /* by category */
    struct fuhe_distribution *department;
    uint64_t department_number;
    struct fuhe_spread department_spread;
    struct fuhe_gauge department_gauge;
    struct fuhe_sign_test *tests; /* one a department that has enough deviations; not in the arena */
    size_t test_count;
    size_t test_capacity;
    struct fuhe_foremost outliers;
    struct fuhe_foremost nearest; /* to a cut between grades */
    struct fuhe_foremost risky;
    struct fuhe_foremost easy_departments;
    struct fuhe_foremost easy_forms;
};

/* The distance to the nearest neighbouring grade; absent when the form has no grade. */
struct fuhe_figure fuhe_gather_margin(const struct fuhe_review *review);

/* Fills the lists of statistics from the rankings. */
FUHE_MUST_USE enum fuhe_status fuhe_gather_shown(struct fuhe_gathering *gathering);

/* Names the first lines of the cross-check: gather_crosscheck.c. */
FUHE_MUST_USE enum fuhe_status fuhe_gather_crosscheck(struct fuhe_gathering *gathering);

#endif
