/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_MERGING_H
#define FUHE_CLI_MERGING_H

#include "cli/exit_codes.h"
#include "cli/options.h"

/* Puts the shards of a batch together into a new folder, and works out how the program ends. */
struct fuhe_merging_request {
    char **folders; /* of the shards */
    size_t count;   /* at least 1 */
    const char *output;
    bool quiet;
    struct fuhe_fail_on fail_on;
};

enum fuhe_exit fuhe_merging_run(const struct fuhe_merging_request *request);

#endif
