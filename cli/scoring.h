/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_SCORING_H
#define FUHE_CLI_SCORING_H

#include "cli/exit_codes.h"
#include "cli/rules_named.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/teaching.h"
#include "report/report.h"

/* Scores files one after the other into one report (or, filled in, into one form document), and works out how the
 * program ends. A file that fails is said on standard error, and the others go on. */
struct fuhe_scoring_request {
    const struct fuhe_report_format *format;
    struct fuhe_report_options report;
    struct fuhe_rules_request rules;
    struct fuhe_teaching_request teaching;
    const char *output_path; /* NULL for standard output */
    bool fill;               /* write the form back instead of a report */
    struct fuhe_fail_on fail_on;
};

enum fuhe_exit fuhe_scoring_run(const struct fuhe_scoring_request *request, int count, char **files);

#endif
