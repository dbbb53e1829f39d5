/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_RULES_SHOW_H
#define FUHE_CLI_RULES_SHOW_H

#include "cli/exit_codes.h"
#include "engine/output.h"
#include "xml/pack_library.h"

/* fuhe rules show: the packs that the operands name as rule books. format: "text", one after the other, or "html", one
 * page, which holds one pack. */
enum fuhe_exit fuhe_rules_show(struct fuhe_output *output, struct fuhe_pack_library *library, const char *format,
                               int count, char **operands);

#endif
