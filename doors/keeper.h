/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_KEEPER_H
#define FUHE_DOORS_KEEPER_H

#include "engine/error.h"

/* Keeps a folder for programs that run in it: removes it in the end and kills what still runs, when it is told to or
 * when this process is gone, whatever ended it. */
struct fuhe_keeper {
    const char *folder;
    int process;
    int line; /* that it listens at */
};

/* folder is absolute and stays with the caller. */
FUHE_MUST_USE enum fuhe_status fuhe_keeper_begin(struct fuhe_keeper *keeper, const char *folder,
                                                 struct fuhe_error *err);

/* Returns when the folder is gone. */
void fuhe_keeper_end(struct fuhe_keeper *keeper);

/* Runs a program in the folder, out of sight, within limits, and waits for it. Arguments begin with its name, which is
 * looked for in PATH, and end with NULL. How it ends says nothing, but that it was there and ended in time. */
FUHE_MUST_USE enum fuhe_status fuhe_keeper_run(const struct fuhe_keeper *keeper, const char *const *arguments,
                                               unsigned seconds, struct fuhe_error *err);

#endif
