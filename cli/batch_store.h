/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_BATCH_STORE_H
#define FUHE_CLI_BATCH_STORE_H

#include "cli/batch_folder.h"
#include "cli/batching.h"
#include "store/writer.h"

/* A run whose results go into the store of a folder; what else is in the folder is made from the store at the end, so
 * that a run that was killed and gone on with leaves the same. */
struct fuhe_batch_store {
    struct fuhe_batch_folder folder;
    struct fuhe_store *store;
    struct fuhe_store_writer *writer;
    struct fuhe_arena *arena; /* of what is known of the run */
};

/* Takes the folder and opens its store. For a request that goes on with a run, there must be one; what it is to read is
 * filled into the request. Must be closed whatever the outcome. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_store_open(struct fuhe_batch_store *store,
                                                     struct fuhe_batching_request *request, struct fuhe_error *err);
void fuhe_batch_store_close(struct fuhe_batch_store *store);

/* Whether the latest run is complete, so that there is nothing to go on with. */
bool fuhe_batch_store_is_complete(const struct fuhe_batch_store *store);

/* Begins the run, or goes on with it. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_store_begin(struct fuhe_batch_store *store,
                                                      const struct fuhe_batching_request *request,
                                                      const struct fuhe_pack_library *library,
                                                      const struct fuhe_pack *rules,
                                                      const struct fuhe_teaching *teaching, struct fuhe_error *err);

/* Ends the run: all was read, or it can be gone on with. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_store_end(struct fuhe_batch_store *store, bool complete,
                                                    struct fuhe_error *err);

/* Writes the other files of the folder. *tally counts what is in force, *unchanged the documents that had not to be
 * scored again. Names of grades live as long as the store is open. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_store_conclude(struct fuhe_batch_store *store, struct fuhe_tally *tally,
                                                         size_t *unchanged, struct fuhe_error *err);

#endif
