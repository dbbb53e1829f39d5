/* SPDX-License-Identifier: Apache-2.0 */
/* Runs the proofs by trial, one after the other; the first that fails tells its counter-example. */
#include "engine/pack_trial.h"

enum fuhe_status fuhe_pack_prove(const struct fuhe_pack *pack, struct fuhe_pack_proof *proof, struct fuhe_error *err) {
    static enum fuhe_status (*const proofs[])(const struct fuhe_pack *, struct fuhe_pack_proof *,
                                              struct fuhe_error *) = {
        fuhe_prove_execution, fuhe_prove_results, fuhe_prove_scale, fuhe_prove_missing, fuhe_prove_totals,
    };
    struct fuhe_pack_proof found = {0};

    for (size_t i = 0; i < sizeof proofs / sizeof proofs[0]; i++) {
        FUHE_TRY(proofs[i](pack, &found, err));
    }
    if (proof != NULL) {
        *proof = found;
    }
    return FUHE_STATUS_OK;
}
