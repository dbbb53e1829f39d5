/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_VERIFY_DOCUMENTS_H
#define FUHE_VERIFY_DOCUMENTS_H

#include "batch/batch.h"
#include "store/recheck.h"
#include "store/replay.h"
#include "store/writer.h"
#include "verify/fault.h"
#include "verify/names.h"

/* Reads the documents of a run again, scores them by its rule packs, with workers, and holds them against the store. */
struct fuhe_verify_documents {
    struct fuhe_fault_sink sink;
    struct fuhe_names *names;
    struct fuhe_recheck *recheck;
    struct fuhe_reader_options reading; /* of the run */
    struct fuhe_words *words;           /* that it was taught; NULL for none */
    struct fuhe_batch_request request;
    struct fuhe_batch *batch; /* to be waited for */
    struct fuhe_error error;
};

/* Starts the workers. folder and moved as for fuhe_names_new. Everything is borrowed; nothing else may use the store
 * until they are at their end. Must be released whatever the outcome. */
FUHE_MUST_USE enum fuhe_status fuhe_verify_documents_start(struct fuhe_verify_documents *documents,
                                                           struct fuhe_store *store, const struct fuhe_replay *replay,
                                                           const char *folder, bool moved, size_t workers,
                                                           struct fuhe_error *err);

/* When all is done. */
FUHE_MUST_USE enum fuhe_status fuhe_verify_documents_finish(struct fuhe_verify_documents *documents,
                                                            struct fuhe_recheck_totals *totals, struct fuhe_error *err);
void fuhe_verify_documents_release(struct fuhe_verify_documents *documents);

#endif
