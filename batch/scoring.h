/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BATCH_SCORING_H
#define FUHE_BATCH_SCORING_H

#include "batch/outcome.h"
#include "batch/piece.h"
#include "intake/reader.h"
#include "store/writer.h"
#include "xml/pack_library.h"

/* Scores documents, whole ones and parts, and keeps what comes out of them. A form of form XML that cannot be read
 * costs only itself: then the forms of its document are read one by one. Any other document is read as a whole or not
 * at all. One for each worker. */
struct fuhe_batch_scoring {
    const struct fuhe_pack_library *library;
    const struct fuhe_pack *rules;  /* for every form; NULL to choose */
    bool reviews_only;              /* nobody wants explanations */
    struct fuhe_store_known *known; /* borrowed; may be NULL */
    struct fuhe_shard shard;        /* whose documents are scored */
    struct fuhe_reader *reader;
    struct fuhe_unit *unit; /* of the document or part being scored */
    struct fuhe_arena *unit_arena;
    struct fuhe_outcome *outcome; /* where results go */
    /* Called when much waits in the outcome, which it may empty; any status but OK ends the scoring. */
    enum fuhe_status (*relieve)(void *context);
    void *context;

    /* The document or part at hand. */
    const char *file;
    size_t number; /* of the next form */
    size_t forms;
    size_t failures;
    struct fuhe_place last; /* of the last form that was read */
    const struct fuhe_pack *last_pack;
    struct fuhe_document around;
    struct fuhe_buffer decoded;
};

/* reading may be NULL. false when memory is out; the scoring must be released all the same. */
bool fuhe_batch_scoring_init(struct fuhe_batch_scoring *scoring, const struct fuhe_pack_library *library,
                             const struct fuhe_pack *rules, const struct fuhe_reader_options *reading);
void fuhe_batch_scoring_release(struct fuhe_batch_scoring *scoring);

/* Each fails only for want of memory, or as relieve does; what is wrong with a document is in the outcome. file is as
 * shown. */

/* A whole document in memory, if it belongs to the shard. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_score_bytes(struct fuhe_batch_scoring *scoring, const char *file,
                                                      fuhe_text bytes);

/* A document whose bytes are those of an earlier run. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_score_known(struct fuhe_batch_scoring *scoring, const char *file,
                                                      const struct fuhe_hash *hash);

/* A document that belongs to another shard. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_score_elsewhere(struct fuhe_batch_scoring *scoring, const char *file);

/* A whole document that is read as it goes; it ends at its first fault. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_score_stream(struct fuhe_batch_scoring *scoring, const char *file,
                                                       const struct fuhe_input *input);

/* A part. What has to come together with other parts stays in scoring: unit, forms, failures, last_pack, around, and
 * number, behind the last form. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_score_part(struct fuhe_batch_scoring *scoring, const struct fuhe_part *part,
                                                     fuhe_text bytes);

/* A file that cannot be read at all, if its name belongs to the shard. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_score_failure(struct fuhe_batch_scoring *scoring, const char *file,
                                                        const struct fuhe_error *error);

#endif
