/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe verify FOLDER: whether a report still follows from its documents. Here are its options only; verifying.c does
 * the work. */
#include <string.h>

#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/jobs.h"
#include "cli/verifying.h"
#include "report/translate.h"

static bool apply_format(void *target, const char *value) {
    ((struct fuhe_verifying_request *)target)->json = strcmp(value, "jsonl") == 0;
    return strcmp(value, "jsonl") == 0 || strcmp(value, "text") == 0;
}

static const struct fuhe_option options[] = {
    {"inputs", 0, N_("DIR"),
     N_("the documents stand below this folder now; default: where they were when the batch was called"),
     FUHE_OPTION_TEXT(struct fuhe_verifying_request, inputs)},
    {"report", 0, N_("DIR"), N_("the report is there instead of in FOLDER/report"),
     FUHE_OPTION_TEXT(struct fuhe_verifying_request, report)},
    {"format", 'f', "FORMAT", N_("text (default), jsonl: a line for each thing that does not hold, and a summary"),
     apply_format, "text, jsonl"},
    FUHE_OPTION_JOBS(struct fuhe_verifying_request, workers),
    {"quiet", 'q', NULL, N_("show no progress"), FUHE_OPTION_FLAG(struct fuhe_verifying_request, quiet)},
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static const struct fuhe_exit_reason exits[] = {
    {FUHE_EXIT_OK, N_("everything holds")},
    {FUHE_EXIT_FINDINGS, N_("something does not hold")},
    {FUHE_EXIT_USAGE, N_("the command line is not understood")},
    {FUHE_EXIT_UNSCORED, N_("something could not be derived again: documents are missing, it needs another version of "
                            "fuhe, or the results could not be read")},
    {FUHE_EXIT_NOTHING, N_("stopped early, or no form has been scored")},
    {FUHE_EXIT_OUTPUT, N_("output could not be written")},
    {FUHE_EXIT_INTERNAL, N_("a fault of this program")},
    {FUHE_EXIT_OK, NULL},
};

static enum fuhe_exit run(int argc, char **argv) {
    struct fuhe_verifying_request request = {.workers = fuhe_jobs_default()};
    enum fuhe_exit exit_code;
    int count;

    if (!fuhe_options_parse(&fuhe_command_verify, argc, argv, &request, &count, &exit_code)) {
        return exit_code;
    }
    if (count != 1) {
        return fuhe_options_complain(&fuhe_command_verify, _("name one folder: the one given to fuhe batch -o"), "");
    }
    request.folder = argv[0];
    return fuhe_verifying_run(&request);
}

const struct fuhe_command fuhe_command_verify = {
    "verify",
    N_("[OPTION…] FOLDER"),
    N_("Reads the documents of a batch again, derives its results and the lines of its report anew, and says what no "
       "longer holds: by form, by line, by file."),
    options,
    exits,
    run};
