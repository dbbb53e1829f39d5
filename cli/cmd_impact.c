/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe impact --rules A --rules B FILE…: what a change of rules does to forms. Here are its options only. */
#include <string.h>

#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/impacting.h"
#include "cli/spared.h"
#include "report/translate.h"
#include "report/width.h"

static bool apply_rules(void *target, const char *value) {
    struct fuhe_impacting_request *request = target;

    if (request->rule_count == FUHE_IMPACTING_RULES_MAX || value[0] == '\0') {
        return false;
    }
    request->rules[request->rule_count++] = value;
    return true;
}

static bool apply_format(void *target, const char *value) {
    static const char *const words[] = {"text", "json", "html"};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(value, words[i]) == 0) {
            ((struct fuhe_impacting_request *)target)->format = (enum fuhe_impacting_format)i;
            return true;
        }
    }
    return false;
}

static const struct fuhe_option options[] = {
    {"rules", 'r', N_("ID|FILE"),
     N_("rule pack, by id or as an .xml file: twice, the one before the change and the one after it; once, the one "
        "after, held against the rules that each form's region and year choose"),
     apply_rules, N_("one or two rule packs")},
    FUHE_OPTION_ALLOW_DRAFT(struct fuhe_impacting_request, allows_draft),
    {"format", 'f', N_("FORMAT"), N_("text (default), json or html"), apply_format, "text, json, html"},
    {"output", 'o', N_("FILE"), N_("write to this file; a page (html) needs it"),
     FUHE_OPTION_TEXT(struct fuhe_impacting_request, output_path)},
    {"all", 'a', NULL, N_("list every form, also those that do not move"),
     FUHE_OPTION_FLAG(struct fuhe_impacting_request, all)},
    FUHE_OPTION_WORDS(struct fuhe_impacting_request, teaching.words),
    FUHE_OPTION_CONVERT(struct fuhe_impacting_request, teaching.converts),
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static const struct fuhe_exit_reason exits[] = {
    {FUHE_EXIT_OK, N_("every form was scored by both, whether it moves or not")},
    {FUHE_EXIT_USAGE, N_("the command line is not understood")},
    {FUHE_EXIT_UNSCORED, N_("some form could not be read or scored")},
    {FUHE_EXIT_RULES, N_("a rule pack is not valid")},
    {FUHE_EXIT_NOTHING, N_("no form was found in any document")},
    {FUHE_EXIT_OUTPUT, N_("output could not be written")},
    {FUHE_EXIT_INTERNAL, N_("a fault of this program")},
    {FUHE_EXIT_OK, NULL},
};

static enum fuhe_exit spare(const struct fuhe_impacting_request *request, int count, char **files) {
    enum fuhe_exit exit_code = fuhe_spare_file(&fuhe_command_impact, request->output_path, request->teaching.words);

    for (size_t i = 0; i < request->rule_count && exit_code == FUHE_EXIT_OK; i++) {
        exit_code = fuhe_spare_rules(&fuhe_command_impact, request->output_path, request->rules[i]);
    }
    return exit_code == FUHE_EXIT_OK ? fuhe_spare_files(&fuhe_command_impact, request->output_path, count, files)
                                     : exit_code;
}

/* What is missing on the command line; NULL when nothing is. */
static const char *find_missing(const struct fuhe_impacting_request *request, int count) {
    if (request->rule_count == 0) {
        return _("no rules given: name the rule pack after the change with --rules, or both, the one before it first");
    }
    if (request->format == FUHE_IMPACTING_HTML && request->output_path == NULL) {
        return _("a page is written to a file: name it with --output");
    }
    return count == 0 ? _("no file given") : NULL;
}

static enum fuhe_exit run(int argc, char **argv) {
    struct fuhe_impacting_request request = {.format = FUHE_IMPACTING_TEXT};
    enum fuhe_exit exit_code;
    int count;

    if (!fuhe_options_parse(&fuhe_command_impact, argc, argv, &request, &count, &exit_code)) {
        return exit_code;
    }
    const char *missing = find_missing(&request, count);
    if (missing != NULL) {
        return fuhe_options_complain(&fuhe_command_impact, missing, "");
    }
    exit_code = spare(&request, count, argv);
    if (exit_code != FUHE_EXIT_OK) {
        return exit_code;
    }
    if (request.output_path != NULL) {
        fuhe_width_set_page(FUHE_WIDTH_PAGE_MAX);
    }
    return fuhe_impacting_run(&request, count, argv);
}

const struct fuhe_command fuhe_command_impact = {
    "impact",
    N_("--rules ID|FILE [--rules ID|FILE] [OPTION…] FILE…"),
    N_("Says what a change of rules does: which forms change their grade, how much money is behind them, and which "
       "rule "
       "does it. FILE is a document with forms as for fuhe score, or a folder or .zip archive of them."),
    options,
    exits,
    run};
