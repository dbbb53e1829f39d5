/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_STORE_FILES_H
#define FUHE_CLI_STORE_FILES_H

#include "cli/exit_codes.h"
#include "store/store.h"

/* Finding the store of a batch, for the commands that read one. */

/* Opens the store in the folder that was given to `fuhe batch -o`. */
FUHE_MUST_USE enum fuhe_status fuhe_store_open_folder(const char *folder, struct fuhe_store **store,
                                                      struct fuhe_error *err);

/* Says on standard error when the results are those of one shard of several. */
void fuhe_store_say_shard(const char *folder, const struct fuhe_store_run *latest);

/* How the program ends when a store cannot be read, or what is made of it cannot be written. */
enum fuhe_exit fuhe_store_exit(const struct fuhe_error *error);

#endif
