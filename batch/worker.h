/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BATCH_WORKER_H
#define FUHE_BATCH_WORKER_H

#include "batch/archive.h"
#include "batch/scoring.h"

/* What one thread needs to work off pieces: a scoring, memory for files, and the archive that it looked into last. */
struct fuhe_batch_worker {
    struct fuhe_batch_scoring scoring;
    struct fuhe_buffer bytes; /* of the file at hand */
    struct fuhe_buffer shown; /* its name as shown */
    struct fuhe_archive *archive;
    size_t archive_number;
};

/* false when memory is out; the worker must be released all the same. */
bool fuhe_batch_worker_init(struct fuhe_batch_worker *worker, const struct fuhe_pack_library *library,
                            const struct fuhe_pack *rules, const struct fuhe_reader_options *reading);
void fuhe_batch_worker_release(struct fuhe_batch_worker *worker);

/* Works off a piece into worker->scoring.outcome. Fails only for want of memory, or as relieve does. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_worker_run(struct fuhe_batch_worker *worker, const struct fuhe_piece *piece);

#endif
