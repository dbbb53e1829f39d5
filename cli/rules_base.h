/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_RULES_BASE_H
#define FUHE_CLI_RULES_BASE_H

#include "cli/exit_codes.h"
#include "cli/files.h"
#include "doors/text_builder.h"
#include "xml/pack_library.h"

/* The rule pack that a new one begins from, with its documents. */
struct fuhe_rules_base {
    const struct fuhe_pack *pack; /* in the library */
    fuhe_text document;           /* the bytes of its XML */
    fuhe_text cases;              /* those of its cases, empty when there are none */
    bool built_in;
    char file[FUHE_PATH_BYTES]; /* that it was read from, unless it is built in */
    struct fuhe_text_builder held;
};

/* By id, or a file or folder, whose cases lie beside the pack. What is wrong has been said unless the result is
 * FUHE_EXIT_OK. Must be released whatever the outcome; no pack may be added to the library meanwhile. */
enum fuhe_exit fuhe_rules_base_find(struct fuhe_rules_base *base, struct fuhe_pack_library *library, const char *name);
void fuhe_rules_base_release(struct fuhe_rules_base *base);

#endif
