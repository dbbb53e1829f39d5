/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe batch PATH…: many files at once. Here are its options only; batching.c does the work. */
#include <string.h>

#include "cli/batching.h"
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/jobs.h"
#include "report/translate.h"

struct choices {
    struct fuhe_batching_request request;
    bool to_standard_output;
};

static bool apply_format(void *target, const char *value) {
    ((struct choices *)target)->to_standard_output = true;
    return strcmp(value, "jsonl") == 0;
}

static bool apply_shard(void *target, const char *value) {
    return fuhe_shard_read(value, &((struct choices *)target)->request.shard);
}

static const struct fuhe_option options[] = {
    {"output", 'o', N_("FOLDER"),
     N_("keep the results there, in review.sqlite; with summary.json and unscored/. New, empty, or of an earlier run"),
     FUHE_OPTION_TEXT(struct choices, request.folder)},
    {"resume", 0, NULL, N_("go on with the run of that folder that was stopped or killed"),
     FUHE_OPTION_FLAG(struct choices, request.goes_on)},
    {"format", 'f', "FORMAT", N_("jsonl: write the records to standard output instead"), apply_format, "jsonl"},
    {"files-from", 0, N_("LIST"),
     N_("read names of files and folders from a file too, one a line or each ended by NUL; - is "
        "standard input"),
     FUHE_OPTION_TEXT(struct choices, request.source.list)},
    FUHE_OPTION_JOBS(struct choices, request.workers),
    FUHE_OPTION_RULES(struct choices, request.rules.name),
    FUHE_OPTION_ALLOW_DRAFT(struct choices, request.rules.allows_draft),
    FUHE_OPTION_WORDS(struct choices, request.teaching.words),
    FUHE_OPTION_CONVERT(struct choices, request.teaching.converts),
    FUHE_OPTION_FAIL_ON(struct choices, request.fail_on),
    {"shard", 0, "I/N",
     N_("score only share I of N of the documents, one of several machines that are given the same ones; fuhe merge "
        "puts "
        "the shares together"),
     apply_shard, "I/N, 1 ≤ I ≤ N ≤ 10000"},
    FUHE_OPTION_QUIET(struct choices, request.quiet),
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static const struct fuhe_exit_reason exits[] = {
#define EXIT_REASON(name, code, meaning) {(code), meaning},
    FUHE_EXITS(EXIT_REASON)
#undef EXIT_REASON
        {FUHE_EXIT_OK, NULL},
};

/* How many times. */
static int reads_input(const struct choices *choices) {
    const struct fuhe_source_request *source = &choices->request.source;
    int times = source->list != NULL && strcmp(source->list, "-") == 0;

    for (size_t i = 0; i < source->operand_count; i++) {
        times += strcmp(source->operands[i], "-") == 0;
    }
    return times;
}

static bool says_what(const struct fuhe_source_request *source) {
    return source->operand_count > 0 || source->list != NULL;
}

static bool says_how(const struct fuhe_batching_request *request) {
    return request->teaching.words != NULL || request->teaching.converts;
}

/* What is wrong with the command line, NULL when nothing is. */
static const char *fault_of(const struct choices *choices) {
    const struct fuhe_batching_request *request = &choices->request;

    const bool is_shard = request->shard.count > 0;

    if (request->goes_on &&
        (says_what(&request->source) || request->rules.name != NULL || says_how(request) || is_shard)) {
        return _("--resume takes files, rules, words and shard from the run that it goes on with");
    }
    if (request->goes_on && (request->folder == NULL || choices->to_standard_output)) {
        return _("say with -o FOLDER which run to go on with");
    }
    if (!request->goes_on && !says_what(&request->source)) {
        return _("no file given");
    }
    if ((request->folder == NULL) == !choices->to_standard_output) {
        return _("say where the results go: either -o FOLDER or --format jsonl");
    }
    if (is_shard && reads_input(choices) > 0) {
        return _("standard input cannot be shared out; name files that every machine can read");
    }
    if (is_shard && request->folder == NULL) {
        return _("a shard needs -o FOLDER");
    }
    return reads_input(choices) > 1 ? _("standard input can be read once only") : NULL;
}

static enum fuhe_exit run(int argc, char **argv) {
    struct choices choices = {.request = {.rules = {.takes_folder = true}, .fail_on = {true, FUHE_SEVERITY_ERROR}}};
    enum fuhe_exit exit_code;
    int count;

    choices.request.workers = fuhe_jobs_default();
    if (!fuhe_options_parse(&fuhe_command_batch, argc, argv, &choices, &count, &exit_code)) {
        return exit_code;
    }
    choices.request.source.operands = argv;
    choices.request.source.operand_count = (size_t)count;
    const char *fault = fault_of(&choices);
    return fault != NULL ? fuhe_options_complain(&fuhe_command_batch, fault, "") : fuhe_batching_run(&choices.request);
}

const struct fuhe_command fuhe_command_batch = {
    "batch",
    N_("[OPTION…] PATH…"),
    N_("Scores many files at once, with workers, and keeps the results in "
       "a folder. PATH is a document with forms (Word, "
       "Excel, OpenDocument, a web page, a text with tables, form XML), a folder of "
       "them, a zip archive, a quoted pattern, or - for standard input. "
       "What cannot be read is kept apart and never stops "
       "the others."),
    options,
    exits,
    run};
