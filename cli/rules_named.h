/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_RULES_NAMED_H
#define FUHE_CLI_RULES_NAMED_H

#include "cli/exit_codes.h"
#include "xml/pack_library.h"

/* The rule pack that the user names: by id, or by file when the name ends in ".xml". NULL after having said what is
 * wrong; *exit_code is set then. */
const struct fuhe_pack *fuhe_rules_named(struct fuhe_pack_library *library, const char *name,
                                         enum fuhe_exit *exit_code);

/* How the program ends when a pack cannot be read or used. */
enum fuhe_exit fuhe_rules_exit(enum fuhe_status status);

#endif
