/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_PROGRESS_H
#define FUHE_CLI_PROGRESS_H

#include "batch/batch.h"

/* How far a batch is, on standard error: a bar with rate and time left on a terminal, else a line every few seconds. */
struct fuhe_progress {
    bool quiet;
    bool on_terminal;
    int64_t began; /* milliseconds of a clock that only goes forward */
    int64_t shown;
    struct fuhe_memory_output *line;
};

/* false when memory is out. */
bool fuhe_progress_begin(struct fuhe_progress *progress, bool quiet);

/* Shows how far it is, when it is time to. */
void fuhe_progress_show(struct fuhe_progress *progress, const struct fuhe_batch_progress *state);

/* Clears the line of the bar for a message. */
void fuhe_progress_make_way(void);

/* Takes the bar away. */
void fuhe_progress_end(struct fuhe_progress *progress);

#endif
