/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_REPLAY_H
#define FUHE_STORE_REPLAY_H

#include "engine/result.h"
#include "store/store.h"
#include "xml/pack_library.h"

/* Works out again what a run said: the same results, in the same order, as if the documents had been scored now, from
 * the store alone. */
struct fuhe_replay;

/* What it comes to. Any status but OK stops the replay and is handed on. Members may be NULL. */
struct fuhe_replay_sink {
    /* page counts the forms in force from 1, in input order: the name of a form's page. */
    enum fuhe_status (*form)(void *context, const struct fuhe_result *result, uint64_t page);
    enum fuhe_status (*unit)(void *context, const char *file, const struct fuhe_document *document,
                             const struct fuhe_unit_review *review);
    enum fuhe_status (*failure)(void *context, const char *file, const struct fuhe_error *error);
    /* Behind the last item of a document. */
    enum fuhe_status (*file)(void *context, const char *file);
    void *context;
};

/* Loads the rule packs of the latest run. Refused when the engine was another version: then the figures could be
 * others, and the run must be made again (FUHE_PROBLEM_STORE_ENGINE). store is borrowed. */
FUHE_MUST_USE enum fuhe_status fuhe_replay_new(struct fuhe_store *store, struct fuhe_replay **replay,
                                               struct fuhe_error *err);
void fuhe_replay_free(struct fuhe_replay *replay); /* takes NULL */

/* The rule packs by which the forms in force were scored. */
const struct fuhe_pack_library *fuhe_replay_library(const struct fuhe_replay *replay);

/* The one that scored all of them; NULL when they were chosen by the form. */
const struct fuhe_pack *fuhe_replay_rules(const struct fuhe_replay *replay);

/* Everything in force, in input order. A form whose figures are not those in the store is a damaged store
 * (FUHE_PROBLEM_STORE_DAMAGED). */
FUHE_MUST_USE enum fuhe_status fuhe_replay_all(struct fuhe_replay *replay, const struct fuhe_replay_sink *sink,
                                               struct fuhe_error *err);

/* The forms of one department (survey.h), in input order; units, failures and files are left out. */
FUHE_MUST_USE enum fuhe_status fuhe_replay_department(struct fuhe_replay *replay, uint64_t department,
                                                      const struct fuhe_replay_sink *sink, struct fuhe_error *err);

/* The form of one page (survey.h); nothing when there is none. */
FUHE_MUST_USE enum fuhe_status fuhe_replay_page(struct fuhe_replay *replay, uint64_t page,
                                                const struct fuhe_replay_sink *sink, struct fuhe_error *err);

#endif
