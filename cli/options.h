/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_OPTIONS_H
#define FUHE_CLI_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "cli/exit_codes.h"
#include "engine/finding.h"

/* The command line of a command: a table of options that both parses arguments and prints the help. */

struct fuhe_command;

struct fuhe_option {
    const char *name;     /* "format", without dashes */
    char letter;          /* 'o' for -o, 0 when there is none */
    const char *argument; /* name of its value for the help, "FILE"; NULL when it takes none */
    const char *help;     /* a message id (report/translate.h) */
    bool (*apply)(void *target, const char *value); /* false when the value is not one of those expected */
    const char *expected; /* what apply takes, "text, json"; may be NULL; may be a message id */
};

/* Parses argv[1…] of a command into target through the options of the command. Operands are moved to the front of argv;
 * *operand_count is their number. "--" ends the options; "-" is an operand. False when the command is over already:
 * help was asked for and shown, or what is wrong has been said; *exit_code then says how it ended. */
bool fuhe_options_parse(const struct fuhe_command *command, int argc, char **argv, void *target, int *operand_count,
                        enum fuhe_exit *exit_code);

/* The value of --fail-on: whether findings make the program fail, and from which severity on. */
struct fuhe_fail_on {
    bool fails;
    enum fuhe_severity severity;
};

/* False when the value is neither a severity nor "never". */
bool fuhe_options_read_fail_on(const char *value, struct fuhe_fail_on *fail_on);

/* The value of --lang anywhere in the arguments, NULL when there is none: messages about the command line itself should
 * already be in that language. */
const char *fuhe_options_language(int argc, char **argv);

/* Writes the version of the program to standard output. */
enum fuhe_exit fuhe_options_show_version(void);

/* "fuhe score: message" and a hint at the help, on standard error. Returns FUHE_EXIT_USAGE. */
enum fuhe_exit fuhe_options_complain(const struct fuhe_command *command, const char *message, const char *what);

/* Reads a whole number within bounds, digits only; false for anything else. */
bool fuhe_options_read_number(const char *value, uint64_t least, uint64_t most, uint64_t *number);

#endif
