/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_RISK_H
#define FUHE_ENGINE_RISK_H

#include "engine/review.h"

/* How soon a person should look at a form: an order of work, not a verdict, and never part of a score. Whole points, by
 * parts that a report can show; what they are is our own choice (docs/reports.md), no rule behind it. Of a form
 * that was not scored in full deviation and grade are not known (engine/review.h): their parts and firmness are 0. */
struct fuhe_risk {
    unsigned state;     /* 100 when unscored, 40 when partial */
    unsigned grade;     /* 30 for each grade claimed above the recommended one, at most 60 */
    unsigned deviation; /* 4 for each whole point claimed too much, 1 for each too little, at most 40 */
    unsigned findings;  /* 5 for each error, at most 30, and 1 for each warning, at most 10 */
    unsigned firmness;  /* 10 when the grade hangs on one reading; only where there is one */
};

struct fuhe_risk fuhe_risk_of(const struct fuhe_review *review);

/* The parts again, from the figures of a form that lists keep and the total that was worked out with them. */
struct fuhe_risk_figures {
    enum fuhe_review_state state;
    struct fuhe_figure deviation;
    size_t errors;
    size_t warnings;
    enum fuhe_firmness firmness;
};
struct fuhe_risk fuhe_risk_from_figures(const struct fuhe_risk_figures *figures, unsigned total);

unsigned fuhe_risk_total(const struct fuhe_risk *risk);

/* The grade that a form claims: the one printed on it, else the one that its claimed total has; pack->grade_count when
 * there is none. */
size_t fuhe_review_claimed_grade(const struct fuhe_review *review);

#endif
