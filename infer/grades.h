/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INFER_GRADES_H
#define FUHE_INFER_GRADES_H

#include "infer/observation.h"
#include "infer/steps.h"

/* The cuts of the grades, from forms that print a grade beside a claimed total. */

/* A grade as printed. */
struct fuhe_grade_label {
    fuhe_text name;
    size_t count;
    size_t form;     /* the first that prints it */
    fuhe_int128 sum; /* of the claimed totals, for their order */
};

struct fuhe_grade_proposal {
    size_t printed;                  /* forms with a total and one grade */
    size_t unread;                   /* forms whose grade is more than one short word */
    struct fuhe_grade_label *labels; /* the worst first, by mean total: the values of the steps are indices */
    size_t label_count;
    bool is_proposed;
    struct fuhe_step_point *points; /* sorted; source: index into forms */
    struct fuhe_steps steps;
};

FUHE_MUST_USE enum fuhe_status fuhe_grades_infer(const struct fuhe_observations *observations, struct fuhe_arena *arena,
                                                 struct fuhe_grade_proposal *proposal);

#endif
