/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_HISTORY_H
#define FUHE_CLI_HISTORY_H

#include "report/memory_output.h"
#include "store/history.h"

/* Shows the reviews of a form one after the other, each held against the one before. */
struct fuhe_history {
    struct fuhe_output *output;
    bool json;
    bool dates; /* of runs */
    size_t count;
    struct fuhe_memory_output *scratch;
    struct fuhe_arena *arenas[2]; /* for the one before, and for the next one */
    struct fuhe_history_review before;
};

/* false when memory is out; end it all the same. */
bool fuhe_history_begin(struct fuhe_history *history);
enum fuhe_status fuhe_history_take(void *history, const struct fuhe_history_review *review);
void fuhe_history_end(struct fuhe_history *history);

#endif
