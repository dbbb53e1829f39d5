/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_BATCH_ARGUMENTS_H
#define FUHE_CLI_BATCH_ARGUMENTS_H

#include "cli/batching.h"
#include "engine/arena.h"

/* The arguments of a run as the store keeps them, so that it can be gone on with: those that say what is to be scored
 * and how, each ended by NUL, as one would write them on the command line. */

/* Writes them for a request. The text lives in arena. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_arguments_write(const struct fuhe_batching_request *request,
                                                          struct fuhe_arena *arena, fuhe_text *arguments);

/* Reads them into a request, whose other members stay. The texts stay in arguments, which must outlive it; arrays are
 * the arena's. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_arguments_read(fuhe_text arguments, struct fuhe_arena *arena,
                                                         struct fuhe_batching_request *request);

/* Whether standard input is among what is read: a form document, or the list of names. */
bool fuhe_batch_arguments_read_input(const struct fuhe_source_request *source);

#endif
