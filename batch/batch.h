/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BATCH_BATCH_H
#define FUHE_BATCH_BATCH_H

#include "batch/outcome.h"
#include "batch/source.h"
#include "intake/reader.h"
#include "store/shard.h"
#include "xml/pack_library.h"

/* Scores many files with workers and hands results on in input order: the same bytes for any number of workers, in
 * memory that does not grow with the number of forms. */
struct fuhe_batch;

/* Takes results, in order, in calls that never overlap but may come from any thread. Any status but OK stops the
 * batch. */
struct fuhe_batch_sink {
    enum fuhe_status (*write)(void *context, size_t format, fuhe_text bytes); /* rendered in that format */
    enum fuhe_status (*unscored)(void *context, const struct fuhe_unscored *unscored);
    void *context;
};

struct fuhe_batch_request {
    struct fuhe_source_request source;
    const struct fuhe_pack_library *library;   /* borrowed, like all below */
    const struct fuhe_pack *rules;             /* for every form; NULL to choose by the form */
    const struct fuhe_reader_options *reading; /* of documents that are no form XML; may be NULL */
    const struct fuhe_report_format *const *formats;
    size_t format_count;     /* at most FUHE_BATCH_FORMATS_MAX; their begin and end are the caller's to call */
    bool reviews_only;       /* the formats need no explanations and no ladder */
    size_t workers;          /* at least 1 */
    struct fuhe_shard shard; /* what is not of it is only named; zeroed for everything */
    /* Where the results go, to be asked what is known from before; NULL when they go elsewhere. */
    const struct fuhe_store_writer *store;
    struct fuhe_batch_sink sink;
};

struct fuhe_batch_progress {
    size_t files; /* begun */
    size_t forms; /* handed on */
    size_t failures;
    size_t done;  /* of `whole` */
    size_t whole; /* what is known to be done, in units of work; grows while folders are looked into */
};

/* Starts the workers. The request is borrowed. NULL when memory or threads are out. */
struct fuhe_batch *fuhe_batch_start(const struct fuhe_batch_request *request);

/* Waits until all is done, at most so long; true when it is. */
bool fuhe_batch_wait(struct fuhe_batch *batch, unsigned milliseconds);
struct fuhe_batch_progress fuhe_batch_progress(struct fuhe_batch *batch);

/* Begins nothing more; what has been begun is handed on. Then wait. */
void fuhe_batch_stop(struct fuhe_batch *batch);

/* Joins the workers (when all is done), frees the batch and adds up what was done. *stopped: not all was begun. OK, or
 * what ended the batch. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_finish(struct fuhe_batch *batch, struct fuhe_tally *tally, bool *stopped);

#endif
