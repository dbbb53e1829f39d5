/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_RULES_TEST_H
#define FUHE_CLI_RULES_TEST_H

#include "cli/exit_codes.h"
#include "engine/output.h"
#include "xml/pack_library.h"

/* Runs the cases of the packs that the operands name: ids of packs that are built in (all of them without operands),
 * folders with pack.xml and cases.xml, or files with cases.xml beside them. Says what differs and what is not hit. */
enum fuhe_exit fuhe_rules_test(struct fuhe_output *output, struct fuhe_pack_library *library, int count,
                               char **operands);

#endif
