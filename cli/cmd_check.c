/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe check FILE…: reads forms and shows how each cell was read; scores nothing and needs no rules. */
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/files.h"
#include "cli/teaching.h"
#include "report/messages.h"
#include "report/reading.h"
#include "report/translate.h"

/* One run. */
struct run {
    struct fuhe_output_file file;
    struct fuhe_memory_output *scratch;
    struct fuhe_reader *reader;
    struct fuhe_reading_count count;
    const char *current;
    size_t failures;
};

static enum fuhe_status take_form(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    struct run *run = context;

    (void)arena;
    fuhe_reading_form(&run->file.output, run->scratch, form, run->current, &run->count);
    return run->file.output.status == FUHE_STATUS_OK ? FUHE_STATUS_OK : FUHE_STATUS_STOPPED;
}

static void check_file(struct run *run, const char *path) {
    const struct fuhe_form_sink sink = {take_form, run};
    struct fuhe_document document = {0};
    struct fuhe_error error = {0};
    int descriptor = -1;
    enum fuhe_status status = fuhe_input_file_open(path, &descriptor, &error);

    run->current = path;
    if (status == FUHE_STATUS_OK) {
        const struct fuhe_input input = fuhe_input_from_descriptor(&descriptor);
        status = fuhe_reader_read(run->reader, &input, &sink, &document, &error);
        fuhe_input_file_close(descriptor);
    }
    if (status == FUHE_STATUS_OK) {
        fuhe_reading_document(&run->file.output, &document, &run->count);
    } else if (run->file.output.status == FUHE_STATUS_OK) {
        fuhe_message_complain(path, &error);
        run->failures++;
    }
}

static enum fuhe_exit exit_of(const struct run *run) {
    const struct fuhe_reading_count *count = &run->count;

    if (count->forms == 0 && run->file.output.status == FUHE_STATUS_OK) {
        return FUHE_EXIT_NOTHING;
    }
    if (run->failures > 0) {
        return FUHE_EXIT_UNSCORED;
    }
    return count->missing + count->unreadable + count->oddities + count->unread > 0 ? FUHE_EXIT_FINDINGS : FUHE_EXIT_OK;
}

static enum fuhe_exit check_all(struct run *run, int count, char **files) {
    struct fuhe_error error;

    if (run->scratch == NULL || run->reader == NULL) {
        (void)fuhe_error_set(&error, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
        fuhe_message_complain(NULL, &error);
        return FUHE_EXIT_INTERNAL;
    }
    if (fuhe_output_file_open(&run->file, NULL, &error) != FUHE_STATUS_OK) {
        return FUHE_EXIT_OUTPUT;
    }
    for (int i = 0; i < count && run->file.output.status == FUHE_STATUS_OK; i++) {
        check_file(run, files[i]);
    }
    fuhe_reading_summary(&run->file.output, &run->count);
    return fuhe_output_file_finish(&run->file, exit_of(run));
}

static const struct fuhe_option options[] = {
    FUHE_OPTION_WORDS(struct fuhe_teaching_request, words),
    FUHE_OPTION_CONVERT(struct fuhe_teaching_request, converts),
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static const struct fuhe_exit_reason exits[] = {
    {FUHE_EXIT_OK, N_("every form is complete and readable")},
    {FUHE_EXIT_FINDINGS, N_("something is missing, not readable or no part of a form")},
    {FUHE_EXIT_USAGE, N_("the command line is not understood")},
    {FUHE_EXIT_UNSCORED, N_("some file could not be read")},
    {FUHE_EXIT_NOTHING, N_("stopped early, or no form was read")},
    {FUHE_EXIT_OUTPUT, N_("output could not be written")},
    {FUHE_EXIT_INTERNAL, N_("a fault of this program")},
    {FUHE_EXIT_OK, NULL},
};

static enum fuhe_exit run(int argc, char **argv) {
    static struct run state;
    struct fuhe_teaching_request request = {0};
    struct fuhe_teaching teaching;
    enum fuhe_exit exit_code;
    int count;

    if (!fuhe_options_parse(&fuhe_command_check, argc, argv, &request, &count, &exit_code)) {
        return exit_code;
    }
    if (count == 0) {
        return fuhe_options_complain(&fuhe_command_check, _("no file given"), "");
    }
    exit_code = fuhe_teaching_load(&teaching, &request);
    if (exit_code == FUHE_EXIT_OK) {
        state.scratch = fuhe_memory_output_new();
        state.reader = fuhe_reader_new(&teaching.options);
        exit_code = check_all(&state, count, argv);
    }
    fuhe_reader_free(state.reader);
    fuhe_memory_output_free(state.scratch);
    fuhe_teaching_release(&teaching);
    return exit_code;
}

const struct fuhe_command fuhe_command_check = {"check",
                                                N_("[OPTION…] FILE…"),
                                                N_("Reads forms and shows how each cell was read, what is missing, not "
                                                   "readable or no part of a form; scores nothing. "
                                                   "Exits with 1 when there is any of these."),
                                                options,
                                                exits,
                                                run};
