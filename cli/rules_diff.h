/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_RULES_DIFF_H
#define FUHE_CLI_RULES_DIFF_H

#include "cli/exit_codes.h"
#include "engine/output.h"
#include "xml/pack_library.h"

/* fuhe rules diff: what is different between the two packs that the operands name; FUHE_EXIT_FINDINGS when anything
 * is. format: "text" or "json". */
enum fuhe_exit fuhe_rules_diff(struct fuhe_output *output, struct fuhe_pack_library *library, const char *format,
                               int count, char **operands);

#endif
