/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe merge FOLDER…: the shards of a batch as one. Here are its options only; merging.c does the work. */
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/merging.h"
#include "report/translate.h"

static const struct fuhe_option options[] = {
    {"output", 'o', N_("FOLDER"), N_("put the results there: a new or empty folder"),
     FUHE_OPTION_TEXT(struct fuhe_merging_request, output)},
    FUHE_OPTION_FAIL_ON(struct fuhe_merging_request, fail_on),
    FUHE_OPTION_QUIET(struct fuhe_merging_request, quiet),
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static const struct fuhe_exit_reason exits[] = {
    {FUHE_EXIT_OK, N_("put together; no finding at or above --fail-on")},
    {FUHE_EXIT_FINDINGS, N_("findings at or above --fail-on")},
    {FUHE_EXIT_USAGE, N_("the command line is not understood")},
    {FUHE_EXIT_UNSCORED, N_("some form could not be read or scored; or the shards do not belong together, and nothing "
                            "was put together")},
    {FUHE_EXIT_NOTHING, N_("stopped early, or no form has been scored")},
    {FUHE_EXIT_OUTPUT, N_("output could not be written")},
    {FUHE_EXIT_INTERNAL, N_("a fault of this program")},
    {FUHE_EXIT_OK, NULL},
};

static enum fuhe_exit run(int argc, char **argv) {
    struct fuhe_merging_request request = {.fail_on = {true, FUHE_SEVERITY_ERROR}};
    enum fuhe_exit exit_code;
    int count;

    if (!fuhe_options_parse(&fuhe_command_merge, argc, argv, &request, &count, &exit_code)) {
        return exit_code;
    }
    if (count < 1) {
        return fuhe_options_complain(&fuhe_command_merge, _("name the folders of all shards"), "");
    }
    if (request.output == NULL) {
        return fuhe_options_complain(&fuhe_command_merge, _("say with -o FOLDER where the results go"), "");
    }
    request.folders = argv;
    request.count = (size_t)count;
    return fuhe_merging_run(&request);
}

const struct fuhe_command fuhe_command_merge = {"merge",
                                                N_("[OPTION…] FOLDER…"),
                                                N_("Puts the results of all shards of a batch (fuhe batch --shard I/N) "
                                                   "together, in any order. The new folder is what "
                                                   "one run over all documents would have left."),
                                                options,
                                                exits,
                                                run};
