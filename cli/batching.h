/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_BATCHING_H
#define FUHE_CLI_BATCHING_H

#include "batch/source.h"
#include "cli/exit_codes.h"
#include "cli/rules_named.h"
#include "cli/options.h"
#include "cli/teaching.h"
#include "store/shard.h"

/* Scores any number of files with workers, into a folder or as records to standard output, and works out how the
 * program ends. */
struct fuhe_batching_request {
    struct fuhe_source_request source;
    const char *folder; /* NULL for standard output */
    bool goes_on;       /* with the latest run of the folder, which knows source, rules and shard */
    struct fuhe_rules_request rules;
    struct fuhe_teaching_request teaching;
    size_t workers;
    struct fuhe_shard shard; /* zeroed for all documents */
    bool quiet;
    struct fuhe_fail_on fail_on;
};

enum fuhe_exit fuhe_batching_run(const struct fuhe_batching_request *request);

/* Only the end of it, for results that are in the folder already: summary, closing line, exit code. */
struct fuhe_batch_store;
enum fuhe_exit fuhe_batching_conclude(const struct fuhe_batching_request *request, struct fuhe_batch_store *store);

#endif
