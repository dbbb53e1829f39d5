/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_STABILITY_H
#define FUHE_STATS_STABILITY_H

#include "engine/review.h"

/* How much the recommended grade leans on the weights that the unit chose: the weights of the indicators are drawn anew
 * many times, each row keeps the share of its weight that it earned, execution keeps its points, and it is counted how
 * often the grade stays. */

enum {
    FUHE_STABILITY_DRAWS = 10000,       /* the share is then good to about one percent, 1.96 sqrt(1/4 / 10000) */
    FUHE_STABILITY_CONCENTRATION = 100, /* of the Dirichlet distribution: 10 points of 90 become 10 +- 2.8 */
    FUHE_STABILITY_ROWS_MIN = 2         /* the weight of a single row cannot move */
};

enum fuhe_stability_state {
    FUHE_STABILITY_DONE,
    FUHE_STABILITY_NO_GRADE,
    FUHE_STABILITY_FEW_ROWS /* that have weight and score */
};

const char *fuhe_stability_name(enum fuhe_stability_state state); /* "done" */

struct fuhe_stability {
    enum fuhe_stability_state state;
    size_t rows;
    size_t kept;        /* of the draws */
    fuhe_decimal share; /* kept / draws, four places */
};

/* What draws are made with: a random number generator and room for rows. Not for use by two threads. */
struct fuhe_stability_drawer;

/* NULL when memory is out. */
struct fuhe_stability_drawer *fuhe_stability_drawer_new(void);
void fuhe_stability_drawer_free(struct fuhe_stability_drawer *drawer); /* takes NULL */

/* Every form starts from the seed, so what is said of one does not depend on which others are looked at. */
FUHE_MUST_USE enum fuhe_status fuhe_stability_draw(struct fuhe_stability_drawer *drawer,
                                                   const struct fuhe_review *review, uint32_t seed, size_t draws,
                                                   struct fuhe_stability *stability);

#endif
