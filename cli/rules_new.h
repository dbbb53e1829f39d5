/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_RULES_NEW_H
#define FUHE_CLI_RULES_NEW_H

#include "cli/exit_codes.h"
#include "engine/output.h"
#include "xml/pack_library.h"

/* What a new rule pack is to begin with. */
struct fuhe_rules_new_request {
    const char *base;   /* id of a pack that is built in, file or folder; NULL: the national one with costs */
    const char *folder; /* where it goes; NULL: a folder named like the pack */
    bool full;          /* a whole copy of the base instead of what differs from it */
};

/* Makes the folder of a rule pack to be written: pack, cases, sources and the schemas for editors. It appears only when
 * it is complete; nothing that is there already is touched. */
enum fuhe_exit fuhe_rules_new(struct fuhe_output *output, struct fuhe_pack_library *library, const char *id,
                              const struct fuhe_rules_new_request *request);

#endif
