/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_REPORTING_H
#define FUHE_CLI_REPORTING_H

#include <stdbool.h>

#include "cli/exit_codes.h"
#include "engine/output.h"
#include "store/store.h"

/* Makes a report from the store of a batch, and works out how the program ends. */
struct fuhe_reporting_request {
    const char *folder; /* of the batch */
    const char *output; /* folder of the report; NULL for "report" in the folder of the batch */
    unsigned products;  /* a set of enum fuhe_product (cli/makers.h) */
    bool no_bom;
    bool quiet;
};

/* Derives the files of a report again that can be diverted (makers.h), from a store; nothing is written. */
struct fuhe_derivation {
    struct fuhe_store *store;
    bool no_bom;
    bool quiet;
    enum fuhe_status (*divert)(void *context, const char *file, struct fuhe_output **output, struct fuhe_error *err);
    void *context;
};

FUHE_MUST_USE enum fuhe_status fuhe_reporting_derive(const struct fuhe_derivation *derivation, struct fuhe_error *err);

enum fuhe_exit fuhe_reporting_run(const struct fuhe_reporting_request *request);

#endif
