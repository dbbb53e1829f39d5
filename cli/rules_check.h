/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_RULES_CHECK_H
#define FUHE_CLI_RULES_CHECK_H

#include "cli/exit_codes.h"
#include "engine/output.h"
#include "xml/pack_library.h"

/* Proves the packs that the operands name, ids of packs that are built in (all of them without operands) or files, and
 * says that they hold together or why not. */
enum fuhe_exit fuhe_rules_check(struct fuhe_output *output, struct fuhe_pack_library *library, int count,
                                char **operands);

#endif
