/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_IMPACTING_H
#define FUHE_CLI_IMPACTING_H

#include "cli/exit_codes.h"
#include "cli/teaching.h"

enum { FUHE_IMPACTING_RULES_MAX = 2 };

enum fuhe_impacting_format { FUHE_IMPACTING_TEXT, FUHE_IMPACTING_JSON, FUHE_IMPACTING_HTML };

/* Reads forms once and writes what a change of rules does to them. */
struct fuhe_impacting_request {
    const char *rules[FUHE_IMPACTING_RULES_MAX]; /* before and after; only one: after, held against those in force */
    size_t rule_count;
    bool allows_draft;
    struct fuhe_teaching_request teaching;
    enum fuhe_impacting_format format;
    const char *output_path; /* NULL for standard output, but not of a page */
    bool all;                /* forms that do not move, too */
};

/* operands: files, folders, patterns, "-". A file that fails is said on standard error, and the others go on. */
enum fuhe_exit fuhe_impacting_run(const struct fuhe_impacting_request *request, int count, char **operands);

#endif
