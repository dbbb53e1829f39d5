/* SPDX-License-Identifier: Apache-2.0 */
/* The program: sets the language, finds the command in a table and hands over. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/files.h"
#include "cli/interrupt.h"
#include "report/messages.h"
#include "report/translate.h"
#include "report/width.h"

const struct fuhe_command *const fuhe_commands[] = {
    &fuhe_command_score,
    &fuhe_command_import,
    &fuhe_command_batch,
    &fuhe_command_merge,
    &fuhe_command_report,
    &fuhe_command_history,
    &fuhe_command_diff,
    &fuhe_command_stats,
    &fuhe_command_sample,
    &fuhe_command_impact,
    &fuhe_command_verify,
    &fuhe_command_check,
    &fuhe_command_explain,
    &fuhe_command_rules,
    &fuhe_command_infer,
    &fuhe_command_template,
    NULL,
};

static struct fuhe_output_file standard_output;

static void write_overview(struct fuhe_output *output) {
    fuhe_output_string(output, _("Usage: fuhe COMMAND [OPTION…] [FILE…]\n\n"));
    fuhe_width_wrap(
        output,
        fuhe_text_of(_("Recomputes the scores of project expenditure performance self-assessment forms, says "
                       "where and why a claim differs, and recommends the review grade.")),
        0, fuhe_width_page());
    fuhe_output_string(output, _("\n\nCommands:\n"));
    for (const struct fuhe_command *const *command = fuhe_commands; *command != NULL; command++) {
        fuhe_output_string(output, "  ");
        fuhe_width_left(output, fuhe_text_of((*command)->name), 10);
        fuhe_width_wrap(output, fuhe_text_of(_((*command)->summary)), 12, fuhe_width_page());
        fuhe_output_char(output, '\n');
    }
    fuhe_output_string(output, _("\n'fuhe COMMAND --help' shows the options of a command.\n"));
}

static const struct fuhe_command *find_command(const char *name) {
    for (const struct fuhe_command *const *command = fuhe_commands; *command != NULL; command++) {
        if (strcmp((*command)->name, name) == 0) {
            return *command;
        }
    }
    return NULL;
}

static enum fuhe_exit show_overview(void) {
    struct fuhe_error error;

    if (fuhe_output_file_open(&standard_output, NULL, &error) != FUHE_STATUS_OK) {
        return FUHE_EXIT_OUTPUT;
    }
    write_overview(&standard_output.output);
    return fuhe_output_file_finish(&standard_output, FUHE_EXIT_OK);
}

/* Translations stand beside the program (../share/locale), in the build folder as when installed; else where they were
 * to be installed. */
static const char *find_locale_folder(void) {
    static char folder[FUHE_PATH_BYTES];
    const ssize_t length = readlink("/proc/self/exe", folder, sizeof folder - sizeof "/../share/locale");
    char *slash = NULL;

    if (length > 0) {
        folder[length] = '\0';
        slash = strrchr(folder, '/');
    }
    if (slash == NULL) {
        return FUHE_LOCALE_FOLDER;
    }
    memcpy(slash, "/../share/locale", sizeof "/../share/locale");
    return access(folder, R_OK) == 0 ? folder : FUHE_LOCALE_FOLDER;
}

static bool is_one_of(const char *word, const char *a, const char *b) {
    return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

/* "fuhe help" is --help, "fuhe help COMMAND" that of the command. */
static enum fuhe_exit help(int argc, char **argv) {
    static char option[] = "--help";
    const struct fuhe_command *command = argc > 2 ? find_command(argv[2]) : NULL;

    if (argc > 2 && strncmp(argv[2], "-", 1) != 0 && command == NULL) {
        return fuhe_options_complain(NULL, _("unknown command"), argv[2]);
    }
    return command == NULL ? show_overview() : command->run(2, (char *[]){argv[2], option, NULL});
}

static enum fuhe_exit run(int argc, char **argv) {
    if (argc < 2) {
        return fuhe_options_complain(NULL, _("no command given"), "");
    }
    if (is_one_of(argv[1], "--version", "-V")) {
        return fuhe_options_show_version();
    }
    if (is_one_of(argv[1], "--help", "-h")) {
        return show_overview();
    }
    if (strcmp(argv[1], "help") == 0) {
        return help(argc, argv);
    }
    const struct fuhe_command *command = find_command(argv[1]);
    if (command == NULL) {
        return fuhe_options_complain(NULL, _("unknown command"), argv[1]);
    }
    return command->run(argc - 1, argv + 1);
}

/* "--lang" may stand before the command, too. */
static void skip_language(int *argc, char ***argv) {
    int skipped = 0;

    if (*argc > 1 && strncmp((*argv)[1], "--lang=", 7) == 0) {
        skipped = 1;
    } else if (*argc > 2 && strcmp((*argv)[1], "--lang") == 0) {
        skipped = 2;
    }
    *argc -= skipped;
    *argv += skipped;
}

/* Text on a terminal keeps within it; elsewhere it is the same everywhere. */
static void fit_terminal(void) {
    struct winsize size;

    if (isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        fuhe_width_set_page(size.ws_col);
    }
}

int main(int argc, char **argv) {
    const char *language = fuhe_options_language(argc, argv);
    const char *folder = find_locale_folder();

    (void)signal(SIGPIPE, SIG_IGN);
    fuhe_interrupt_prepare();
    fit_terminal();
    if (!fuhe_language_set(language, folder)) {
        (void)fuhe_language_set(NULL, folder);
        char what[64];
        (void)snprintf(what, sizeof what, "--lang %s (zh, en)", language);
        return (int)fuhe_options_complain(NULL, _("value not understood"), what);
    }
    skip_language(&argc, &argv);
    return (int)run(argc, argv);
}
