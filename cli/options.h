/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_OPTIONS_H
#define FUHE_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
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
    size_t member; /* offset of what apply is given within the target; a row that leaves it out has the whole target */
};

/* The offset of a member that is of the type it must be; anything else does not compile. */
#define FUHE_OPTION_MEMBER(type, member, of) _Generic(((type *)0)->member, of : offsetof(type, member))

/* The end of a row: its value is kept in a const char *, and must not be empty; or it sets a bool. */
#define FUHE_OPTION_TEXT(type, member) fuhe_option_take_text, NULL, FUHE_OPTION_MEMBER(type, member, const char *)
#define FUHE_OPTION_FLAG(type, member) fuhe_option_take_flag, NULL, FUHE_OPTION_MEMBER(type, member, bool)

bool fuhe_option_take_text(void *text, const char *value);
bool fuhe_option_take_flag(void *flag, const char *value);

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
