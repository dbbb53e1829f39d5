/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_RULES_FOLDER_H
#define FUHE_CLI_RULES_FOLDER_H

#include "cli/files.h"
#include "xml/pack_library.h"

bool fuhe_rules_is_folder(const char *path);

/* Whether a folder is that of one pack: it has a pack.xml itself. */
bool fuhe_rules_has_pack(const char *folder);

/* The pack in the folder of one pack (FOLDER/pack.xml, in joined); any other path as it is. */
const char *fuhe_rules_file_of(const char *path, char joined[FUHE_PATH_BYTES]);

/* Adds the rule packs of a folder to those at hand: its .xml files (but cases.xml), and the pack.xml of each folder in
 * it, by name. What is wrong has been said unless the result is FUHE_EXIT_OK. */
enum fuhe_exit fuhe_rules_add_folder(struct fuhe_pack_library *library, const char *path);

/* Refuses the pack at index when another one has its id and version. */
enum fuhe_exit fuhe_rules_refuse_twin(const struct fuhe_pack_library *library, size_t index, const char *path);

#endif
