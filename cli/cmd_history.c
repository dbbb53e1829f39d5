/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe history FOLDER FORM: every review of a form over the runs of a batch, and of other years of its project. */
#include <string.h>

#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/files.h"
#include "cli/history.h"
#include "cli/store_files.h"
#include "report/messages.h"
#include "report/translate.h"

static const struct fuhe_option options[] = {
    FUHE_OPTION_JSON(struct fuhe_history, json),
    {"dates", 0, NULL, N_("show when each run began"), FUHE_OPTION_FLAG(struct fuhe_history, dates)},
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static const struct fuhe_exit_reason exits[] = {
    {FUHE_EXIT_OK, N_("shown")},
    {FUHE_EXIT_USAGE, N_("the command line is not understood")},
    {FUHE_EXIT_UNSCORED, N_("the results could not be read, or there is no such form in them")},
    {FUHE_EXIT_NOTHING, N_("stopped early, or no form has been scored")},
    {FUHE_EXIT_OUTPUT, N_("output could not be written")},
    {FUHE_EXIT_INTERNAL, N_("a fault of this program")},
    {FUHE_EXIT_OK, NULL},
};

static enum fuhe_status show(struct fuhe_history *history, const char *folder, const char *form,
                             struct fuhe_error *err) {
    struct fuhe_store *store = NULL;

    FUHE_TRY(fuhe_store_open_folder(folder, &store, err));
    enum fuhe_status status = FUHE_STATUS_NO_MEMORY;
    if (fuhe_history_begin(history)) {
        status = fuhe_history_of(store, fuhe_text_of(form), fuhe_history_take, history, err);
    } else {
        (void)fuhe_error_set(err, status, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    fuhe_history_end(history);
    fuhe_store_close(store);
    return status;
}

static enum fuhe_exit run(int argc, char **argv) {
    static struct fuhe_output_file file;
    struct fuhe_history history = {.output = &file.output};
    struct fuhe_error error = {0};
    enum fuhe_exit exit_code;
    int count;

    if (!fuhe_options_parse(&fuhe_command_history, argc, argv, &history, &count, &exit_code)) {
        return exit_code;
    }
    if (count != 2) {
        return fuhe_options_complain(&fuhe_command_history, _("name the folder of a batch and a form in it"), "");
    }
    if (fuhe_output_file_open(&file, NULL, &error) != FUHE_STATUS_OK) {
        return FUHE_EXIT_OUTPUT;
    }
    if (show(&history, argv[0], argv[1], &error) != FUHE_STATUS_OK && file.output.status == FUHE_STATUS_OK) {
        file.output.used = 0; /* nothing half-shown */
        fuhe_message_complain(argv[0], &error);
        exit_code = fuhe_store_exit(&error);
    } else {
        exit_code = FUHE_EXIT_OK;
    }
    return fuhe_output_file_finish(&file, exit_code);
}

const struct fuhe_command fuhe_command_history = {
    "history",
    N_("[OPTION…] FOLDER FORM"),
    N_("Shows every review that fuhe batch has made of a form in FOLDER, oldest first, what changed from one to the "
       "next, "
       "and the other years of the same project. FORM is the id of a form or the name of its project."),
    options,
    exits,
    run};
