/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe score FILE…: recomputes scores and reports. Here are its options only; scoring.c does the work. */
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/scoring.h"
#include "cli/spared.h"
#include "report/translate.h"
#include "report/width.h"

enum colour { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct choices {
    struct fuhe_scoring_request request;
    bool format_given;
    enum colour colour;
};

static bool apply_format(void *target, const char *value) {
    struct choices *choices = target;

    choices->format_given = true;
    choices->request.format = fuhe_report_find(value);
    return choices->request.format != NULL;
}

static bool apply_only(void *target, const char *value) {
    struct fuhe_report_options *options = &((struct choices *)target)->request.report;
    const enum fuhe_code code = fuhe_code_find(fuhe_text_of(value));

    if (code == FUHE_CODE_COUNT) {
        return false;
    }
    options->only_set = true;
    options->only[code] = true;
    return true;
}

static bool apply_colour(void *target, const char *value) {
    static const char *const words[] = {"auto", "always", "never"};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(value, words[i]) == 0) {
            ((struct choices *)target)->colour = (enum colour)i;
            return true;
        }
    }
    return false;
}

static const struct fuhe_option options[] = {
    {"format", 'f', N_("FORMAT"), N_("text (default), json, jsonl, xml or csv"), apply_format,
     "text, json, jsonl, xml, csv"},
    FUHE_OPTION_RULES(struct choices, request.rules.name),
    FUHE_OPTION_ALLOW_DRAFT(struct choices, request.rules.allows_draft),
    FUHE_OPTION_FAIL_ON(struct choices, request.fail_on),
    {"only", 0, N_("CODE"), N_("show and count findings of this code only; may be repeated"), apply_only,
     N_("fuhe explain lists the codes")},
    {"explain", 'e', NULL, N_("add each row's working and the ladder from full marks to the verified total"),
     FUHE_OPTION_FLAG(struct choices, request.report.explain)},
    {"fill", 0, NULL,
     N_("write the form back with verified scores, reasons, deviation rate and grade filled in where they are blank: "
        "form "
        "XML as XML, a workbook or Word document into a copy of itself (--output)"),
     FUHE_OPTION_FLAG(struct choices, request.fill)},
    FUHE_OPTION_WORDS(struct choices, request.teaching.words),
    FUHE_OPTION_CONVERT(struct choices, request.teaching.converts),
    {"output", 'o', N_("FILE"), N_("write to this file, which appears only when it is complete"),
     FUHE_OPTION_TEXT(struct choices, request.output_path)},
    {"color", 0, N_("WHEN"), N_("auto (default: on a terminal), always or never"), apply_colour, "auto, always, never"},
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static const struct fuhe_exit_reason exits[] = {
#define EXIT_REASON(name, code, meaning) {(code), meaning},
    FUHE_EXITS(EXIT_REASON)
#undef EXIT_REASON
        {FUHE_EXIT_OK, NULL},
};

static bool wants_colour(const struct choices *choices) {
    if (choices->colour == COLOUR_AUTO) {
        return choices->request.output_path == NULL && isatty(STDOUT_FILENO) == 1;
    }
    return choices->colour == COLOUR_ALWAYS;
}

/* A form may be filled in place; nothing else that is read may be written over. */
static enum fuhe_exit spare(const struct fuhe_scoring_request *request, int count, char **files) {
    enum fuhe_exit exit_code = fuhe_spare_rules(&fuhe_command_score, request->output_path, request->rules.name);

    if (exit_code == FUHE_EXIT_OK) {
        exit_code = fuhe_spare_file(&fuhe_command_score, request->output_path, request->teaching.words);
    }
    if (exit_code == FUHE_EXIT_OK && !request->fill) {
        exit_code = fuhe_spare_files(&fuhe_command_score, request->output_path, count, files);
    }
    return exit_code;
}

static enum fuhe_exit run(int argc, char **argv) {
    struct choices choices = {.request = {.rules = {.takes_folder = true},
                                          .format = &fuhe_report_text,
                                          .fail_on = {true, FUHE_SEVERITY_ERROR}}};
    enum fuhe_exit exit_code;
    int count;

    if (!fuhe_options_parse(&fuhe_command_score, argc, argv, &choices, &count, &exit_code)) {
        return exit_code;
    }
    if (count == 0) {
        return fuhe_options_complain(&fuhe_command_score, _("no file given"), "");
    }
    if (choices.request.fill && (choices.format_given || choices.request.report.explain || count > 1)) {
        return fuhe_options_complain(&fuhe_command_score,
                                     _("--fill writes one document: name one file, without --format or --explain"), "");
    }
    exit_code = spare(&choices.request, count, argv);
    if (exit_code != FUHE_EXIT_OK) {
        return exit_code;
    }
    if (choices.request.output_path != NULL) {
        fuhe_width_set_page(FUHE_WIDTH_PAGE_MAX);
    }
    choices.request.report.colour = wants_colour(&choices);
    return fuhe_scoring_run(&choices.request, count, argv);
}

const struct fuhe_command fuhe_command_score = {"score",
                                                N_("[OPTION…] FILE…"),
                                                N_("Recomputes every score, says where and why a claim differs, and "
                                                   "recommends the grade. FILE is a document with forms: Word, Excel, "
                                                   "OpenDocument, a web page, a text with tables, or form XML; - is "
                                                   "standard input."),
                                                options,
                                                exits,
                                                run};
