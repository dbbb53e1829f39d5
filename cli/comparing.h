/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_COMPARING_H
#define FUHE_CLI_COMPARING_H

#include "engine/arena.h"
#include "store/history.h"

/* Goes through the reviews in force of two stores at once, form by form. */
struct fuhe_comparing_sink {
    /* before is NULL for a form that is new, after for one that is gone. Any status but OK ends it. */
    enum fuhe_status (*pair)(void *context, const struct fuhe_history_review *before,
                             const struct fuhe_history_review *after);
    void *context;
};

FUHE_MUST_USE enum fuhe_status fuhe_comparing_walk(struct fuhe_store *const stores[2], enum fuhe_history_key key,
                                                   const struct fuhe_comparing_sink *sink, struct fuhe_error *err);

/* What must be known before two stores are compared. */
struct fuhe_comparing_ground {
    bool shares_year; /* some year of forms is in both, or some form has none */
    size_t forms[2];
    size_t pairs;
    size_t unlike;       /* pairs that were scored by different rules, or by different versions of the engine */
    unsigned differs_in; /* what is different in the first of them (cli/review_change.h) */
    struct fuhe_history_review unlike_pair[2];
};

/* Texts of the result are the arena's. */
FUHE_MUST_USE enum fuhe_status fuhe_comparing_survey(struct fuhe_store *const stores[2], enum fuhe_history_key key,
                                                     struct fuhe_arena *arena, struct fuhe_comparing_ground *ground,
                                                     struct fuhe_error *err);

#endif
