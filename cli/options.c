/* SPDX-License-Identifier: Apache-2.0 */
/* One table of options parses the arguments and prints the help, so the two cannot disagree. */
#include "cli/options.h"

#include <stdio.h>
#include <string.h>

#include "api/fuhe.h"
#include "cli/command.h"
#include "cli/files.h"
#include "report/messages.h"
#include "report/translate.h"
#include "report/width.h"

/* --lang is acted upon before anything is parsed; here only its value is checked. */
static bool apply_language(void *target, const char *value) {
    (void)target;
    return strcmp(value, "zh") == 0 || strcmp(value, "en") == 0;
}

/* These come with every command. */
static const struct fuhe_option common_options[] = {
    {"lang", 0, "zh|en", N_("language of what people read (default: that of the locale)"), apply_language, "zh, en"},
    {"help", 'h', NULL, N_("show this help"), NULL, NULL},
    {"version", 'V', NULL, N_("show the version"), NULL, NULL},
    {NULL, 0, NULL, NULL, NULL, NULL},
};

enum fuhe_exit fuhe_options_complain(const struct fuhe_command *command, const char *message, const char *what) {
    const char *name = command == NULL ? "" : command->name;
    const char *space = command == NULL ? "" : " ";

    (void)fprintf(stderr, "fuhe%s%s: %s%s%s\n", space, name, message, what[0] == '\0' ? "" : _(": "), what);
    (void)fprintf(stderr, "%s fuhe%s%s --help\n", _("For help:"), space, name);
    return FUHE_EXIT_USAGE;
}

static const struct fuhe_option *find_long(const struct fuhe_option *options, const char *name, size_t length) {
    for (; options->name != NULL; options++) {
        if (strlen(options->name) == length && strncmp(options->name, name, length) == 0) {
            return options;
        }
    }
    return NULL;
}

static const struct fuhe_option *find_letter(const struct fuhe_option *options, char letter) {
    for (; options->name != NULL; options++) {
        if (options->letter == letter) {
            return options;
        }
    }
    return NULL;
}

/* Finds the option of "--name", "--name=value", "-o" or "-ovalue"; *value is what is attached to it, else NULL. */
static const struct fuhe_option *find_option(const struct fuhe_option *options, const char *argument,
                                             const char **value) {
    const char *equals = strchr(argument, '=');

    if (argument[1] == '-') {
        const size_t length = equals == NULL ? strlen(argument + 2) : (size_t)(equals - argument) - 2;
        *value = equals == NULL ? NULL : equals + 1;
        return find_long(options, argument + 2, length);
    }
    *value = argument[2] == '\0' ? NULL : argument + 2;
    return find_letter(options, argument[1]);
}

static const struct fuhe_option *find_anywhere(const struct fuhe_command *command, const char *argument,
                                               const char **value) {
    const struct fuhe_option *option = find_option(command->options, argument, value);

    return option != NULL ? option : find_option(common_options, argument, value);
}

enum parse_result { PARSE_OK, PARSE_HELP, PARSE_VERSION, PARSE_WRONG };

static enum parse_result wrong(const struct fuhe_command *command, const char *message, const char *what) {
    (void)fuhe_options_complain(command, message, what);
    return PARSE_WRONG;
}

static enum parse_result wrong_value(const struct fuhe_command *command, const struct fuhe_option *option,
                                     const char *value) {
    char what[256];

    if (option->expected == NULL) {
        (void)snprintf(what, sizeof what, "--%s %s", option->name, value);
    } else {
        (void)snprintf(what, sizeof what, "--%s %s (%s)", option->name, value, _(option->expected));
    }
    return wrong(command, _("value not understood"), what);
}

static void *member_of(void *target, const struct fuhe_option *option) {
    return option->member == 0 ? target : (char *)target + option->member;
}

/* Parses the option at argv[*index], and the value behind it when it stands apart. */
static enum parse_result parse_option(const struct fuhe_command *command, int argc, char **argv, int *index,
                                      void *target) {
    const char *value = NULL;
    const char *argument = argv[*index];
    const struct fuhe_option *option = find_anywhere(command, argument, &value);

    if (option == NULL) {
        return wrong(command, _("unknown option"), argument);
    }
    if (option->argument == NULL && value != NULL) {
        return wrong(command, _("option takes no value"), argument);
    }
    if (option->apply == NULL) {
        return strcmp(option->name, "help") == 0 ? PARSE_HELP : PARSE_VERSION;
    }
    if (option->argument != NULL && value == NULL) {
        if (*index + 1 >= argc || strncmp(argv[*index + 1], "--", 2) == 0) {
            return wrong(command, _("option needs a value"), argument);
        }
        *index += 1;
        value = argv[*index];
    }
    return option->apply(member_of(target, option), value) ? PARSE_OK : wrong_value(command, option, value);
}

bool fuhe_option_take_text(void *text, const char *value) {
    *(const char **)text = value;
    return value[0] != '\0';
}

bool fuhe_option_take_flag(void *flag, const char *value) {
    (void)value;
    *(bool *)flag = true;
    return true;
}

bool fuhe_options_read_fail_on(const char *value, struct fuhe_fail_on *fail_on) {
    for (size_t i = 0; i < FUHE_SEVERITY_COUNT; i++) {
        if (strcmp(value, fuhe_severity_name((enum fuhe_severity)i)) == 0) {
            *fail_on = (struct fuhe_fail_on){true, (enum fuhe_severity)i};
            return true;
        }
    }
    fail_on->fails = false;
    return strcmp(value, "never") == 0;
}

const char *fuhe_options_language(int argc, char **argv) {
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strncmp(argv[i], "--lang=", 7) == 0) {
            return argv[i] + 7;
        }
        if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc) {
            return argv[i + 1];
        }
    }
    return NULL;
}

bool fuhe_options_read_number(const char *value, uint64_t least, uint64_t most, uint64_t *number) {
    *number = 0;
    for (const char *digit = value; *digit != '\0'; digit++) {
        if (*digit < '0' || *digit > '9' || *number > most) {
            return false;
        }
        *number = 10 * *number + (uint64_t)(*digit - '0');
    }
    return value[0] != '\0' && *number >= least && *number <= most;
}

enum { HELP_COLUMN = 28, EXIT_COLUMN = 6 };

static void write_option(const struct fuhe_option *option, struct fuhe_output *output) {
    char left[64];
    const char letter[] = {'-', option->letter, ',', ' ', '\0'};

    (void)snprintf(left, sizeof left, "  %s--%s%s%s", option->letter == 0 ? "    " : letter, option->name,
                   option->argument == NULL ? "" : " ", option->argument == NULL ? "" : _(option->argument));
    fuhe_width_left(output, fuhe_text_of(left), HELP_COLUMN);
    fuhe_width_wrap(output, fuhe_text_of(_(option->help)), HELP_COLUMN, fuhe_width_page());
    fuhe_output_char(output, '\n');
}

static void write_options(const struct fuhe_option *options, struct fuhe_output *output) {
    for (; options->name != NULL; options++) {
        write_option(options, output);
    }
}

static void write_exits(const struct fuhe_exit_reason *exits, struct fuhe_output *output) {
    for (; exits->meaning != NULL; exits++) {
        char left[16];

        (void)snprintf(left, sizeof left, "  %d", (int)exits->code);
        fuhe_width_left(output, fuhe_text_of(left), EXIT_COLUMN);
        fuhe_width_wrap(output, fuhe_text_of(_(exits->meaning)), EXIT_COLUMN, fuhe_width_page());
        fuhe_output_char(output, '\n');
    }
}

static void write_help(const struct fuhe_command *command, struct fuhe_output *output) {
    fuhe_output_string(output, _("Usage: fuhe "));
    fuhe_output_string(output, command->name);
    fuhe_output_char(output, ' ');
    fuhe_output_string(output, _(command->usage));
    fuhe_output_string(output, "\n\n");
    fuhe_width_wrap(output, fuhe_text_of(_(command->summary)), 0, fuhe_width_page());
    fuhe_output_string(output, _("\n\nOptions:\n"));
    write_options(command->options, output);
    write_options(common_options, output);
    fuhe_output_string(output, _("\nExit codes (the largest of those that apply):\n"));
    write_exits(command->exits, output);
}

static void write_version(const struct fuhe_command *command, struct fuhe_output *output) {
    (void)command;
    fuhe_output_string(output, "fuhe ");
    fuhe_output_string(output, fuhe_version());
    fuhe_output_char(output, '\n');
}

/* Writes something short to standard output. */
static enum fuhe_exit show(const struct fuhe_command *command,
                           void (*write)(const struct fuhe_command *, struct fuhe_output *)) {
    static struct fuhe_output_file file;
    struct fuhe_error error;

    if (fuhe_output_file_open(&file, NULL, &error) != FUHE_STATUS_OK) {
        return FUHE_EXIT_OUTPUT;
    }
    write(command, &file.output);
    return fuhe_output_file_finish(&file, FUHE_EXIT_OK);
}

enum fuhe_exit fuhe_options_show_version(void) {
    return show(NULL, write_version);
}

/* Parses every option; moves the operands to the front and counts them. */
static enum parse_result parse_all(const struct fuhe_command *command, int argc, char **argv, void *target,
                                   int *operand_count) {
    bool only_operands = false;

    *operand_count = 0;
    for (int i = 1; i < argc; i++) {
        if (only_operands || argv[i][0] != '-' || argv[i][1] == '\0') {
            argv[(*operand_count)++] = argv[i];
        } else if (strcmp(argv[i], "--") == 0) {
            only_operands = true;
        } else {
            const enum parse_result result = parse_option(command, argc, argv, &i, target);
            if (result != PARSE_OK) {
                return result;
            }
        }
    }
    return PARSE_OK;
}

bool fuhe_options_parse(const struct fuhe_command *command, int argc, char **argv, void *target, int *operand_count,
                        enum fuhe_exit *exit_code) {
    const enum parse_result result = parse_all(command, argc, argv, target, operand_count);

    if (result == PARSE_HELP) {
        *exit_code = show(command, write_help);
    }
    if (result == PARSE_VERSION) {
        *exit_code = fuhe_options_show_version();
    }
    if (result == PARSE_WRONG) {
        *exit_code = FUHE_EXIT_USAGE;
    }
    return result == PARSE_OK;
}
