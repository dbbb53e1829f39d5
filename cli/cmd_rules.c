/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe rules list | show ID | check [ID|FILE…] | test [ID|FOLDER…] | new ID: the rule packs at hand, one of them as a
 * book, whether one is sound, whether its cases hold, and what a new one begins with. */
#include <string.h>

#include "cli/command.h"
#include "cli/files.h"
#include "cli/rules_check.h"
#include "cli/rules_new.h"
#include "cli/rules_show.h"
#include "cli/rules_test.h"
#include "report/messages.h"
#include "report/rulebook.h"
#include "report/translate.h"

static struct fuhe_pack_library library;
static struct fuhe_output_file file;
static struct fuhe_rules_new_request new_request;

static enum fuhe_exit list(int count, char **operands) {
    if (count > 0) {
        return fuhe_options_complain(&fuhe_command_rules, _("nothing more is expected after list"), operands[0]);
    }
    fuhe_rulebook_list(&file.output, library.packs, library.count);
    return FUHE_EXIT_OK;
}

static enum fuhe_exit show(int count, char **operands) {
    return fuhe_rules_show(&file.output, &library, count, operands);
}

static enum fuhe_exit check(int count, char **operands) {
    return fuhe_rules_check(&file.output, &library, count, operands);
}

static enum fuhe_exit test(int count, char **operands) {
    return fuhe_rules_test(&file.output, &library, count, operands);
}

static enum fuhe_exit begin(int count, char **operands) {
    if (count != 1) {
        return fuhe_options_complain(&fuhe_command_rules, _("new takes the id of the new rule pack"), "");
    }
    return fuhe_rules_new(&file.output, &library, operands[0], &new_request);
}

struct action {
    const char *name;
    enum fuhe_exit (*run)(int count, char **operands);
};

static const struct action actions[] = {
    {"list", list}, {"show", show}, {"check", check}, {"test", test}, {"new", begin}};

static const struct action *find_action(const char *name) {
    for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++) {
        if (strcmp(actions[i].name, name) == 0) {
            return &actions[i];
        }
    }
    return NULL;
}

static enum fuhe_exit act(const struct action *action, int count, char **operands) {
    struct fuhe_error error;
    const enum fuhe_status status = fuhe_pack_library_init(&library, &error);

    if (status != FUHE_STATUS_OK) {
        fuhe_message_complain(NULL, &error);
        return FUHE_EXIT_INTERNAL;
    }
    if (fuhe_output_file_open(&file, NULL, &error) != FUHE_STATUS_OK) {
        fuhe_message_complain(NULL, &error);
        return FUHE_EXIT_OUTPUT;
    }
    return fuhe_output_file_finish(&file, action->run(count, operands));
}

static bool apply_base(void *target, const char *value) {
    ((struct fuhe_rules_new_request *)target)->base = value;
    return value[0] != '\0';
}

static bool apply_full(void *target, const char *value) {
    (void)value;
    ((struct fuhe_rules_new_request *)target)->full = true;
    return true;
}

static bool apply_output(void *target, const char *value) {
    ((struct fuhe_rules_new_request *)target)->folder = value;
    return value[0] != '\0';
}

static const struct fuhe_option options[] = {
    {"base", 'b', N_("ID"), N_("with new: the pack that it changes (mof-2021-cost)"), apply_base, NULL},
    {"full", 0, NULL, N_("with new: a whole copy of the base instead of the changes"), apply_full, NULL},
    {"output", 'o', N_("FOLDER"), N_("with new: the folder to make (named like the pack)"), apply_output, NULL},
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static const struct fuhe_exit_reason exits[] = {
    {FUHE_EXIT_OK, N_("shown or made, or every rule pack holds together, or every case holds")},
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

    if (!fuhe_options_parse(&fuhe_command_rules, argc, argv, &new_request, &count, &exit_code)) {
        return exit_code;
    }
    const struct action *action = count == 0 ? NULL : find_action(argv[0]);
    if (action == NULL) {
        return fuhe_options_complain(&fuhe_command_rules, _("expected is list, show, check, test or new"),
                                     count == 0 ? "" : argv[0]);
    }
    exit_code = act(action, count - 1, argv + 1);
    fuhe_pack_library_free(&library);
    return exit_code;
}

const struct fuhe_command fuhe_command_rules = {
    "rules",
    N_("list | show ID | check [ID|FILE…] | test [ID|FOLDER…] | new [OPTION…] ID"),
    N_("Lists the rule packs, shows one as a rule book, proves that it is sound, runs its cases, or begins a new one."),
    options,
    exits,
    run};
