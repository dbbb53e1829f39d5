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

bool fuhe_inference_has_any(const struct fuhe_inference *inference) {
    bool any = inference->execution.state == FUHE_EXECUTION_PROPOSED || inference->grades.is_proposed ||
               inference->rounding.is_decided || inference->wording.proposed > 0 || inference->weights.is_new;

    for (size_t i = 0; i < FUHE_FAMILY_COUNT; i++) {
        any = any || inference->methods.elections[i].is_decided;
    }
    return any;
}
