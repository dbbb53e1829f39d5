/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_SPARED_H
#define FUHE_CLI_SPARED_H

#include "cli/command.h"
#include "xml/pack_library.h"

/* An output in place of what it is made from would destroy that. Each says so and returns FUHE_EXIT_USAGE when output
 * names a file that is read, FUHE_EXIT_OK otherwise; output and names may be NULL. */

/* Files that are read, or folders of them. */
enum fuhe_exit fuhe_spare_files(const struct fuhe_command *command, const char *output, int count, char **names);
enum fuhe_exit fuhe_spare_file(const struct fuhe_command *command, const char *output, const char *name);

/* A rule pack by id, file or folder, with the cases beside it. */
enum fuhe_exit fuhe_spare_rules(const struct fuhe_command *command, const char *output, const char *name);

/* The files that rule packs at hand were read from, their bases too. */
enum fuhe_exit fuhe_spare_library(const struct fuhe_command *command, const char *output,
                                  const struct fuhe_pack_library *library);

#endif
