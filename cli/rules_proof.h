/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_RULES_PROOF_H
#define FUHE_CLI_RULES_PROOF_H

#include "engine/output.h"
#include "engine/pack_prove.h"

/* What was proved of a pack, as a short list in words, with the figures that its author wants to see. */
void fuhe_rules_write_proof(struct fuhe_output *output, const struct fuhe_pack *pack,
                            const struct fuhe_pack_proof *proof);

#endif
