/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_VERIFYING_H
#define FUHE_CLI_VERIFYING_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/exit_codes.h"

/* Verifies the results of a batch and the report made of them, and works out how the program ends. */
struct fuhe_verifying_request {
    const char *folder; /* of the batch */
    const char *inputs; /* where the documents stand now; NULL: where they stood */
    const char *report; /* NULL for "report" in the folder of the batch */
    bool json;
    size_t workers;
    bool quiet;
};

enum fuhe_exit fuhe_verifying_run(const struct fuhe_verifying_request *request);

#endif
