/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_FILL_REVIEWER_H
#define FUHE_FILL_REVIEWER_H

#include "engine/result.h"

/* Works out the reviewer's cells: 校验得分, 偏差原因, 偏差率 and 复核档次, in the language that was set. A cell that
 * somebody has filled in already is left as it is. */
struct fuhe_reviewer;

/* NULL when memory is out. */
struct fuhe_reviewer *fuhe_reviewer_new(void);
void fuhe_reviewer_free(struct fuhe_reviewer *reviewer); /* takes NULL */

/* A copy of a form with these cells filled in, and what it has no cells for. */
struct fuhe_reviewed {
    struct fuhe_form form;
    fuhe_text total; /* the verified one; empty when there is none */
    size_t scores;   /* that were filled in */
    size_t reasons;
    size_t judgements; /* scores that stand as claimed until a person has judged them; so say their reasons */
    bool leaves_grade; /* which waits for those: the grade is not firm */
};

/* It is valid until the next call, and no longer than the result. */
FUHE_MUST_USE enum fuhe_status fuhe_reviewer_fill(struct fuhe_reviewer *reviewer, const struct fuhe_result *result,
                                                  struct fuhe_reviewed *reviewed);

#endif
