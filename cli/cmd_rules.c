/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe rules list | show ID… | diff A B | check [ID|FILE…] | test [ID|FOLDER…] | new ID: the rule packs at hand, some
 * of them as books, what is different between two, whether one is sound, whether its cases hold, and what a new one
 * begins with. */
#include <string.h>

#include "cli/command.h"
#include "cli/files.h"
#include "cli/rules_check.h"
#include "cli/rules_diff.h"
#include "cli/rules_new.h"
#include "cli/rules_show.h"
#include "cli/rules_test.h"
#include "cli/spared.h"
#include "report/messages.h"
#include "report/rulebook.h"
#include "report/translate.h"
#include "report/width.h"

static struct fuhe_pack_library library;
static struct fuhe_output_file file;
static struct choices {
    const char *format;
    const char *output; /* NULL: standard output; for a new pack, a folder named like it */
    const char *base;   /* of a new pack */
    bool full;
} choices;

/* --- actions ----------------------------------------------------------------------------------------------------- */

static enum fuhe_exit list(int count, char **operands) {
    if (count > 0) {
        return fuhe_options_complain(&fuhe_command_rules, _("nothing more is expected after list"), operands[0]);
    }
    fuhe_rulebook_list(&file.output, library.packs, library.count);
    return FUHE_EXIT_OK;
}

static enum fuhe_exit show(int count, char **operands) {
    return fuhe_rules_show(&file.output, &library, choices.format, count, operands);
}

static enum fuhe_exit diff(int count, char **operands) {
    return fuhe_rules_diff(&file.output, &library, choices.format, count, operands);
}

static enum fuhe_exit check(int count, char **operands) {
    return fuhe_rules_check(&file.output, &library, count, operands);
}

static enum fuhe_exit test(int count, char **operands) {
    return fuhe_rules_test(&file.output, &library, count, operands);
}

static enum fuhe_exit begin(int count, char **operands) {
    const struct fuhe_rules_new_request request = {
        .base = choices.base, .folder = choices.output, .full = choices.full};

    if (count != 1) {
        return fuhe_options_complain(&fuhe_command_rules, _("new takes the id of the new rule pack"), "");
    }
    return fuhe_rules_new(&file.output, &library, operands[0], &request);
}

struct action {
    const char *name;
    const char *format; /* beside text; NULL for none */
    bool makes_folder;  /* --output is not where it writes to */
    enum fuhe_exit (*run)(int count, char **operands);
};

static const struct action actions[] = {
    {"list", NULL, false, list},   {"show", "html", false, show}, {"diff", "json", false, diff},
    {"check", NULL, false, check}, {"test", NULL, false, test},   {"new", NULL, true, begin},
};

static const struct action *find_action(const char *name) {
    for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++) {
        if (strcmp(actions[i].name, name) == 0) {
            return &actions[i];
        }
    }
    return NULL;
}

/* --- options ----------------------------------------------------------------------------------------------------- */

static bool apply_format(void *target, const char *value) {
    ((struct choices *)target)->format = value;
    return strcmp(value, "text") == 0 || strcmp(value, "html") == 0 || strcmp(value, "json") == 0;
}

static const struct fuhe_option options[] = {
    {"format", 'f', "FORMAT", N_("text (default); show also gives html, a page to print; diff also json"), apply_format,
     "text, html, json"},
    {"output", 'o', N_("FILE"),
     N_("write to this file, which appears only when it is complete; with new: the folder to make (named like the "
        "pack)"),
     FUHE_OPTION_TEXT(struct choices, output)},
    {"base", 'b', N_("ID|FILE"), N_("with new: the pack that it changes (mof-2021-cost), also by its file or folder"),
     FUHE_OPTION_TEXT(struct choices, base)},
    {"full", 0, NULL, N_("with new: a whole copy of the base instead of the changes"),
     FUHE_OPTION_FLAG(struct choices, full)},
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static bool has_format(const struct action *action) {
    return strcmp(choices.format, "text") == 0 ||
           (action->format != NULL && strcmp(choices.format, action->format) == 0);
}

/* --- the command ------------------------------------------------------------------------------------------------- */

/* A file appears when there is something to put in it. */
static enum fuhe_exit act(const struct action *action, int count, char **operands) {
    struct fuhe_error error;
    const enum fuhe_status status = fuhe_pack_library_init(&library, &error);
    const char *path = action->makes_folder ? NULL : choices.output;

    if (status != FUHE_STATUS_OK) {
        fuhe_message_complain(NULL, &error);
        return FUHE_EXIT_INTERNAL;
    }
    if (fuhe_output_file_open(&file, path, &error) != FUHE_STATUS_OK) {
        fuhe_message_complain(path, &error);
        return FUHE_EXIT_OUTPUT;
    }
    if (path != NULL) {
        fuhe_width_set_page(FUHE_WIDTH_PAGE_MAX);
    }
    const enum fuhe_exit exit_code = action->run(count, operands);
    const enum fuhe_exit spared = fuhe_spare_library(&fuhe_command_rules, path, &library);
    if (spared != FUHE_EXIT_OK) {
        return fuhe_output_file_settle(&file, spared, false);
    }
    return fuhe_output_file_settle(&file, exit_code, exit_code == FUHE_EXIT_OK || file.output.used > 0);
}

static const struct fuhe_exit_reason exits[] = {
    {FUHE_EXIT_OK, N_("shown or made, or both are the same, or every rule pack holds together, or every case holds")},
    {FUHE_EXIT_FINDINGS, N_("diff: the two rule packs differ")},
    {FUHE_EXIT_USAGE, N_("the command line is not understood, or no rule pack has this id")},
    {FUHE_EXIT_RULES,
     N_("a rule pack or its cases cannot be read, it is not valid, a case differs, or something has no case")},
    {FUHE_EXIT_NOTHING, N_("stopped early")},
    {FUHE_EXIT_OUTPUT, N_("output could not be written")},
    {FUHE_EXIT_INTERNAL, N_("a fault of this program")},
    {FUHE_EXIT_OK, NULL},
};

static enum fuhe_exit run(int argc, char **argv) {
    enum fuhe_exit exit_code;
    int count;

    choices = (struct choices){.format = "text"};
    if (!fuhe_options_parse(&fuhe_command_rules, argc, argv, &choices, &count, &exit_code)) {
        return exit_code;
    }
    const struct action *action = count == 0 ? NULL : find_action(argv[0]);
    if (action == NULL) {
        return fuhe_options_complain(&fuhe_command_rules, _("expected is list, show, diff, check, test or new"),
                                     count == 0 ? "" : argv[0]);
    }
    if (!has_format(action)) {
        return fuhe_options_complain(&fuhe_command_rules, _("not a format of this action"), choices.format);
    }
    for (int i = 1; i < count; i++) {
        exit_code = fuhe_spare_rules(&fuhe_command_rules, choices.output, argv[i]);
        if (exit_code != FUHE_EXIT_OK) {
            return exit_code;
        }
    }
    exit_code = act(action, count - 1, argv + 1);
    fuhe_pack_library_free(&library);
    return exit_code;
}

const struct fuhe_command fuhe_command_rules = {
    "rules",
    N_("list | show ID… | diff A B | check [ID|FILE…] | test [ID|FOLDER…] | new ID"),
    N_("Lists the rule packs, shows them as rule books, says what is different between two, proves that they are "
       "sound, "
       "runs their cases, or begins a new one."),
    options,
    exits,
    run};
