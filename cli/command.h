/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_COMMAND_H
#define FUHE_CLI_COMMAND_H

#include "cli/exit_codes.h"
#include "cli/options.h"

/* One word behind `fuhe`. */
struct fuhe_command {
    const char *name;
    const char *usage;                    /* what follows the name: "[OPTION…] FILE…"; a message id */
    const char *summary;                  /* one line; a message id (report/translate.h) */
    const struct fuhe_option *options;    /* ended by a row without name; --lang and --help come by themselves */
    const struct fuhe_exit_reason *exits; /* every code that it can give; ended by a row without meaning */
    enum fuhe_exit (*run)(int argc, char **argv); /* argv[0] is the command's own name */
};

extern const struct fuhe_command fuhe_command_score;
extern const struct fuhe_command fuhe_command_import;
extern const struct fuhe_command fuhe_command_batch;
extern const struct fuhe_command fuhe_command_merge;
extern const struct fuhe_command fuhe_command_report;
extern const struct fuhe_command fuhe_command_history;
extern const struct fuhe_command fuhe_command_diff;
extern const struct fuhe_command fuhe_command_stats;
extern const struct fuhe_command fuhe_command_sample;
extern const struct fuhe_command fuhe_command_impact;
extern const struct fuhe_command fuhe_command_verify;
extern const struct fuhe_command fuhe_command_check;
extern const struct fuhe_command fuhe_command_explain;
extern const struct fuhe_command fuhe_command_rules;
extern const struct fuhe_command fuhe_command_infer;
extern const struct fuhe_command fuhe_command_template;

/* Every command, ended by NULL (main.c). */
extern const struct fuhe_command *const fuhe_commands[];

#endif
