/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_BATCHING_H
#define FUHE_CLI_BATCHING_H

#include "batch/source.h"
#include "cli/exit_codes.h"
#include "cli/options.h"

/* Scores any number of files with workers, into a folder or as records to standard output, and works out how the
 * program ends. */
struct fuhe_batching_request {
    struct fuhe_source_request source;
    const char *folder; /* NULL for standard output */
    bool goes_on;       /* with the latest run of the folder, which knows source and rules */
    const char *rules;  /* id or file; NULL to choose by region and year */
    size_t workers;
    bool quiet;
    struct fuhe_fail_on fail_on;
};

enum fuhe_exit fuhe_batching_run(const struct fuhe_batching_request *request);

#endif
