/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INFER_DRAFT_RULES_H
#define FUHE_INFER_DRAFT_RULES_H

#include "infer/both.h"
#include "infer/draft.h"

/* The rules of a draft, one function each, called only for what the inference proposes: it changes the values when the
 * claims speak against the base's, and then says what the rule is and why. Private to the draft. */
struct fuhe_drafting {
    const struct fuhe_inference *inference;
    const struct fuhe_pack *base;
    struct fuhe_arena *arena;
    struct fuhe_draft *draft;
};

/* Marks a rule as stated by the draft and cites the forms for it: the cells that it was seen in. */
void fuhe_draft_state(struct fuhe_drafting *drafting, enum fuhe_rule rule, fuhe_text clause);

FUHE_MUST_USE enum fuhe_status fuhe_draft_execution(struct fuhe_drafting *drafting);
FUHE_MUST_USE enum fuhe_status fuhe_draft_weights(struct fuhe_drafting *drafting); /* after execution */
FUHE_MUST_USE enum fuhe_status fuhe_draft_methods(struct fuhe_drafting *drafting);
FUHE_MUST_USE enum fuhe_status fuhe_draft_rounding(struct fuhe_drafting *drafting);
FUHE_MUST_USE enum fuhe_status fuhe_draft_words(struct fuhe_drafting *drafting);
FUHE_MUST_USE enum fuhe_status fuhe_draft_grades(struct fuhe_drafting *drafting);

/* The range in which each cut of a staircase can lie, the highest first, as sentences. sign: " %" behind a figure of
 * this kind, or nothing. */
void fuhe_draft_say_cuts(struct fuhe_both *both, const struct fuhe_step_point *points, const struct fuhe_steps *steps,
                         const char *sign);

#endif
