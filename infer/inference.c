/* SPDX-License-Identifier: Apache-2.0 */
/* Runs the guesses in the order in which they need each other. */
#include "infer/inference.h"

enum fuhe_status fuhe_infer(const struct fuhe_observations *observations, struct fuhe_arena *arena,
                            struct fuhe_inference *inference) {
    *inference = (struct fuhe_inference){.observations = observations};
    FUHE_TRY(fuhe_execution_infer(observations, arena, &inference->execution));
    FUHE_TRY(fuhe_methods_elect(observations, arena, &inference->methods));
    FUHE_TRY(fuhe_rounding_infer(observations, &inference->methods, arena, &inference->rounding));
    FUHE_TRY(fuhe_weights_infer(observations, inference->execution.rule.weight, arena, &inference->weights));
    FUHE_TRY(fuhe_grades_infer(observations, arena, &inference->grades));
    return fuhe_wording_infer(observations, arena, &inference->wording);
}

static bool proposes_weights(const struct fuhe_inference *inference) {
    return inference->weights.is_new ||
           (inference->execution.state == FUHE_EXECUTION_PROPOSED &&
            !fuhe_decimal_equals(inference->execution.rule.weight, inference->observations->base->execution.weight));
}

static bool proposes_methods(const struct fuhe_inference *inference) {
    for (size_t i = 0; i < FUHE_FAMILY_COUNT; i++) {
        if (inference->methods.elections[i].is_decided) {
            return true;
        }
    }
    return false;
}

bool fuhe_inference_proposes(const struct fuhe_inference *inference, enum fuhe_proposal proposal) {
    switch (proposal) {
    case FUHE_PROPOSES_EXECUTION:
        return inference->execution.state == FUHE_EXECUTION_PROPOSED;
    case FUHE_PROPOSES_WEIGHTS:
        return proposes_weights(inference);
    case FUHE_PROPOSES_METHODS:
        return proposes_methods(inference);
    case FUHE_PROPOSES_ROUNDING:
        return inference->rounding.is_decided;
    case FUHE_PROPOSES_WORDS:
        return inference->wording.proposed > 0;
    case FUHE_PROPOSES_GRADES:
        return inference->grades.is_proposed;
    case FUHE_PROPOSAL_COUNT:
        break;
    }
    return false;
}

bool fuhe_inference_has_any(const struct fuhe_inference *inference) {
    for (int i = 0; i < FUHE_PROPOSAL_COUNT; i++) {
        if (fuhe_inference_proposes(inference, (enum fuhe_proposal)i)) {
            return true;
        }
    }
    return false;
}
