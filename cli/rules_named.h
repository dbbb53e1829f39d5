/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_RULES_NAMED_H
#define FUHE_CLI_RULES_NAMED_H

#include "cli/exit_codes.h"
#include "xml/pack_library.h"

/* The rule pack that the user names: by id (ID or ID@VERSION), or by file when the name ends in ".xml". NULL after
 * having said what is wrong; *exit_code is set then. */
const struct fuhe_pack *fuhe_rules_named(struct fuhe_pack_library *library, const char *name,
                                         enum fuhe_exit *exit_code);

/* The pack that the user asks for. */
struct fuhe_rules_request {
    const char *name; /* id, file or folder; NULL to choose by region and year */
    bool allows_draft;
    bool takes_folder; /* whose packs join those at hand, to choose among by region and year */
};

/* Loads the library and finds the pack that is asked for; *rules is NULL when there is no name, or that of a folder. A
 * draft is refused unless it is allowed. What is wrong has been said unless the result is FUHE_EXIT_OK. The library
 * must be freed whatever the outcome. */
enum fuhe_exit fuhe_rules_load(struct fuhe_pack_library *library, const struct fuhe_rules_request *request,
                               const struct fuhe_pack **rules);

/* The same in a library that is loaded; a file that is named is added to it. */
enum fuhe_exit fuhe_rules_find(struct fuhe_pack_library *library, const struct fuhe_rules_request *request,
                               const struct fuhe_pack **rules);

/* Whether a name is that of a folder of packs: not an id, and not the folder of one pack. */
bool fuhe_rules_names_folder(const struct fuhe_pack_library *library, const char *name);

/* How the program ends when a pack cannot be read or used. */
enum fuhe_exit fuhe_rules_exit(enum fuhe_status status);

#endif
