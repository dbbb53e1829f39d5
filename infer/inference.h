/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INFER_INFERENCE_H
#define FUHE_INFER_INFERENCE_H

#include "infer/execution.h"
#include "infer/grades.h"
#include "infer/rounding.h"
#include "infer/weights.h"
#include "infer/wording.h"

/* Guesses rules from claims: everything that the claims of some forms speak for, each with what supports it and what
 * speaks against it. It says how forms were scored, which may not be how a rule reads. */
struct fuhe_inference {
    const struct fuhe_observations *observations;
    struct fuhe_execution_proposal execution;
    struct fuhe_methods methods;
    struct fuhe_rounding_habit rounding;
    struct fuhe_weight_sets weights;
    struct fuhe_grade_proposal grades;
    struct fuhe_wording wording;
};

/* observations are borrowed. Fails only for want of memory. */
FUHE_MUST_USE enum fuhe_status fuhe_infer(const struct fuhe_observations *observations, struct fuhe_arena *arena,
                                          struct fuhe_inference *inference);

/* What may be proposed. Report and draft ask the same question: a draft states nothing that the report does not
 * propose. */
enum fuhe_proposal {
    FUHE_PROPOSES_EXECUTION,
    FUHE_PROPOSES_WEIGHTS, /* others than the base's, or none that close beside the execution score that is proposed */
    FUHE_PROPOSES_METHODS,
    FUHE_PROPOSES_ROUNDING,
    FUHE_PROPOSES_WORDS,
    FUHE_PROPOSES_GRADES,
    FUHE_PROPOSAL_COUNT
};

bool fuhe_inference_proposes(const struct fuhe_inference *inference, enum fuhe_proposal proposal);

/* Whether anything can be proposed at all. */
bool fuhe_inference_has_any(const struct fuhe_inference *inference);

#endif
