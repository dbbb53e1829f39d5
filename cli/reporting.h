/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_REPORTING_H
#define FUHE_CLI_REPORTING_H

#include <stdbool.h>

#include "cli/exit_codes.h"

/* Makes a report from the store of a batch, and works out how the program ends. */
struct fuhe_reporting_request {
    const char *folder; /* of the batch */
    const char *output; /* folder of the report; NULL for "report" in the folder of the batch */
    unsigned products;  /* a set of enum fuhe_product (cli/makers.h) */
    bool no_bom;
    bool quiet;
};

enum fuhe_exit fuhe_reporting_run(const struct fuhe_reporting_request *request);

#endif
