/* SPDX-License-Identifier: Apache-2.0 */
/* A batch from start to end: rules, outputs, workers, progress, a stop by signal, and the closing line. */
#include "cli/batching.h"

#include <stdio.h>

#include "batch/batch.h"
#include "cli/batch_arguments.h"
#include "cli/batch_store.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/rules_named.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

enum { LOOK_MILLISECONDS = 100 };

/* One run. */
struct run {
    struct fuhe_batching_request request;
    struct fuhe_pack_library library;
    struct fuhe_teaching teaching;
    struct fuhe_batch_store store;           /* with a folder */
    struct fuhe_output_file standard_output; /* without */
    struct fuhe_tally tally;
    size_t unchanged;
    size_t said; /* of what could not be read */
    bool stopped;
    bool reader_left;
    struct fuhe_error error; /* of the output */
};

enum { SAID_MAX = 5 };

/* --- where results go --- */

static enum fuhe_status write_output(void *context, size_t format, fuhe_text bytes) {
    struct fuhe_output *output = &((struct run *)context)->standard_output.output;

    (void)format;
    fuhe_output_text(output, bytes);
    return output->status;
}

static enum fuhe_status write_store(void *context, size_t format, fuhe_text bytes) {
    struct run *run = context;

    (void)format;
    return fuhe_store_writer_take(run->store.writer, bytes, &run->error);
}

/* A failure is said at once; of many, the first ones are when all of them will be in the folder. */
static enum fuhe_status say_unscored(void *context, const struct fuhe_unscored *unscored) {
    struct run *run = context;

    if (run->request.quiet || unscored->is_form) {
        return FUHE_STATUS_OK;
    }
    if (run->request.folder == NULL || run->said++ < SAID_MAX) {
        fuhe_progress_make_way();
        fuhe_message_complain(unscored->file, &unscored->error);
    }
    return FUHE_STATUS_OK;
}

/* --- the run --- */

static void follow(const struct fuhe_batching_request *request, struct fuhe_batch *batch) {
    struct fuhe_progress progress;
    const bool shows = fuhe_progress_begin(&progress, request->quiet);

    while (!fuhe_batch_wait(batch, LOOK_MILLISECONDS)) {
        const struct fuhe_batch_progress state = fuhe_batch_progress(batch);
        if (fuhe_interrupt_asked()) {
            fuhe_batch_stop(batch);
        }
        if (shows) {
            fuhe_progress_show(&progress, &state);
        }
    }
    fuhe_progress_end(&progress);
}

static bool write_figure(struct fuhe_output *output, fuhe_text name, const void *context) {
    const struct run *run = context;
    const struct fuhe_report_summary summary = fuhe_tally_summary(&run->tally);
    const struct {
        const char *name;
        size_t value;
    } figures[] = {
        {"forms", summary.forms},
        {"files", summary.files},
        {"errors", summary.findings[FUHE_SEVERITY_ERROR]},
        {"warnings", summary.findings[FUHE_SEVERITY_WARNING]},
        {"notes", summary.findings[FUHE_SEVERITY_NOTE]},
        {"failures", summary.failures},
        {"unscored", summary.unscored},
        {"unchanged", run->unchanged},
    };

    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++) {
        if (!fuhe_text_equals(name, fuhe_text_of(figures[i].name))) {
            continue;
        }
        if (output != NULL) {
            fuhe_output_size(output, figures[i].value);
        }
        return true;
    }
    return false;
}

static void write_closing(struct run *run, struct fuhe_output *output) {
    const struct fuhe_template_word where[] = {{"folder", fuhe_text_of(run->request.folder)}, {NULL, {NULL, 0}}};
    const bool kept = run->request.folder != NULL;

    fuhe_template_write(output, _("Forms {forms}, files {files}; errors {errors}, warnings {warnings}, notes {notes}"),
                        write_figure, run);
    if (run->tally.failures > 0 || run->tally.states[FUHE_REVIEW_UNSCORED] > 0) {
        fuhe_template_write(output, _("; not read {failures}, not scored {unscored}"), write_figure, run);
        fuhe_template_words(output, kept ? _(" (see {folder}/unscored)") : "", where);
    }
    if (run->unchanged > 0) {
        fuhe_template_write(output, _("; files not changed since an earlier run {unchanged}"), write_figure, run);
    }
    fuhe_output_string(output, run->stopped ? _("; stopped early") : "");
    if (kept) {
        fuhe_template_words(output, _("; results are in {folder}"), where);
    }
    if (kept && run->stopped && !fuhe_batch_arguments_read_input(&run->request.source)) {
        fuhe_template_words(output, _("; to go on: fuhe batch --resume -o {folder}"), where);
    }
    fuhe_output_char(output, '\n');
}

/* Figures alone do not say that the wrong folder may have been named. */
static void write_nothing_there(const struct run *run, struct fuhe_output *output) {
    const bool may_be_empty = run->stopped || run->request.goes_on || fuhe_shard_is_part(&run->request.shard);

    if (run->tally.files == 0 && run->tally.failures == 0 && !may_be_empty) {
        fuhe_output_string(output, _("No form files are there: the named files and folders are empty."));
        fuhe_output_char(output, '\n');
    }
}

static void say_closing(struct run *run) {
    struct fuhe_memory_output *line = run->request.quiet ? NULL : fuhe_memory_output_new();

    if (line != NULL) {
        write_nothing_there(run, &line->output);
        write_closing(run, &line->output);
        const fuhe_text text = fuhe_memory_output_text(line);
        (void)fwrite(text.bytes, 1, text.length, stderr);
    }
    fuhe_memory_output_free(line);
}

static bool has_failed_on(const struct run *run) {
    bool found = false;

    for (size_t i = 0; i < FUHE_SEVERITY_COUNT; i++) {
        found |=
            i >= (size_t)run->request.fail_on.severity && fuhe_tally_findings(&run->tally, (enum fuhe_severity)i) > 0;
    }
    return found && run->request.fail_on.fails;
}

/* The largest of 3 to 6 wins, and wins over 1. A shard without any form is as good as another. */
static enum fuhe_exit exit_of(const struct run *run) {
    const bool may_be_empty = fuhe_shard_is_part(&run->request.shard);

    if (run->stopped || (run->tally.forms == 0 && !may_be_empty)) {
        return FUHE_EXIT_NOTHING;
    }
    if (run->tally.failures > 0 || run->tally.states[FUHE_REVIEW_UNSCORED] > 0) {
        return FUHE_EXIT_UNSCORED;
    }
    return has_failed_on(run) ? FUHE_EXIT_FINDINGS : FUHE_EXIT_OK;
}

/* What ended the batch, when it was not the output. */
static enum fuhe_exit complain_of(enum fuhe_status status) {
    const bool no_memory = status == FUHE_STATUS_NO_MEMORY;
    struct fuhe_error error;

    (void)fuhe_error_set(&error, status, no_memory ? FUHE_PROBLEM_NO_MEMORY : FUHE_PROBLEM_INTERNAL,
                         no_memory ? NULL : "batch", NULL);
    fuhe_message_complain(NULL, &error);
    return FUHE_EXIT_INTERNAL;
}

static enum fuhe_exit complain_of_output(const struct run *run) {
    if (!run->reader_left && run->error.status != FUHE_STATUS_OK) {
        fuhe_message_complain(run->request.folder == NULL ? _("standard output") : run->request.folder, &run->error);
    }
    return run->error.status == FUHE_STATUS_NO_MEMORY || run->error.status == FUHE_STATUS_INTERNAL ? FUHE_EXIT_INTERNAL
                                                                                                   : FUHE_EXIT_OUTPUT;
}

/* Scores what the request names; the status is what ended the batch. */
static enum fuhe_status score(struct run *run, struct fuhe_batch_request *request) {
    request->source = run->request.source;
    request->source.left_out = run->request.folder;
    request->library = &run->library;
    request->reading = &run->teaching.options;
    request->format_count = 1;
    request->workers = run->request.workers;
    request->shard = run->request.shard;
    request->sink.context = run;
    struct fuhe_batch *batch = fuhe_batch_start(request);
    if (batch == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    follow(&run->request, batch);
    return fuhe_batch_finish(batch, &run->tally, &run->stopped);
}

/* --- to standard output --- */

static enum fuhe_exit write_records(struct run *run, const struct fuhe_pack *rules) {
    static const struct fuhe_report_format *const formats[] = {&fuhe_report_jsonl};
    struct fuhe_batch_request request = {
        .rules = rules, .formats = formats, .sink = {.write = write_output, .unscored = say_unscored}};
    struct fuhe_report report = {.format = formats[0], .output = &run->standard_output.output};

    if (fuhe_output_file_open(&run->standard_output, NULL, &run->error) != FUHE_STATUS_OK) {
        return complain_of_output(run);
    }
    report.format->begin(&report);
    fuhe_interrupt_watch();
    const enum fuhe_status status = score(run, &request);
    if (status == FUHE_STATUS_OK) {
        const struct fuhe_report_summary summary = fuhe_tally_summary(&run->tally);
        report.format->end(&report, &summary);
    }
    const enum fuhe_status closed =
        fuhe_output_file_close(&run->standard_output, status == FUHE_STATUS_OK, &run->error);
    run->reader_left = run->standard_output.reader_left;
    if (closed != FUHE_STATUS_OK || status == FUHE_STATUS_UNWRITABLE) {
        return complain_of_output(run);
    }
    if (status != FUHE_STATUS_OK) {
        return complain_of(status);
    }
    say_closing(run);
    return exit_of(run);
}

/* Rules and words; what is wrong with them has been said unless the result is FUHE_EXIT_OK. */
static enum fuhe_exit load_basis(struct run *run, const struct fuhe_pack **rules) {
    struct fuhe_rules_request request = run->request.rules;

    request.allows_draft |= run->request.goes_on; /* what was allowed when the run began */
    const enum fuhe_exit exit_code = fuhe_rules_load(&run->library, &request, rules);

    return exit_code == FUHE_EXIT_OK ? fuhe_teaching_load(&run->teaching, &run->request.teaching) : exit_code;
}

/* --- into a folder --- */

static enum fuhe_exit conclude(struct run *run) {
    if (fuhe_batch_store_conclude(&run->store, &run->tally, &run->unchanged, &run->error) != FUHE_STATUS_OK) {
        return complain_of_output(run);
    }
    say_closing(run);
    return exit_of(run);
}

enum fuhe_exit fuhe_batching_conclude(const struct fuhe_batching_request *request, struct fuhe_batch_store *store) {
    struct run run = {.request = *request, .store = *store};
    const enum fuhe_exit exit_code = conclude(&run);

    *store = run.store;
    return exit_code;
}

/* What has been scored before something went wrong is kept, as far as that is still possible. */
static enum fuhe_exit score_into_store(struct run *run, const struct fuhe_pack *rules) {
    static const struct fuhe_report_format *const formats[] = {&fuhe_store_records};
    struct fuhe_batch_request request = {.rules = rules,
                                         .formats = formats,
                                         .reviews_only = true,
                                         .sink = {.write = write_store, .unscored = say_unscored}};

    if (fuhe_batch_store_begin(&run->store, &run->request, &run->library, rules, &run->teaching, &run->error) !=
        FUHE_STATUS_OK) {
        return complain_of_output(run);
    }
    request.store = run->store.writer;
    const enum fuhe_status status = score(run, &request);
    if (run->error.status != FUHE_STATUS_OK) {
        return complain_of_output(run);
    }
    if (fuhe_batch_store_end(&run->store, status == FUHE_STATUS_OK && !run->stopped, &run->error) != FUHE_STATUS_OK) {
        return complain_of_output(run);
    }
    return status == FUHE_STATUS_OK ? conclude(run) : complain_of(status);
}

/* Opens the folder; false after having said what is wrong with it. Who stops the run from now on is told so, and finds
 * the folder in order. */
static bool open_folder(struct run *run, enum fuhe_exit *exit_code) {
    fuhe_interrupt_watch();
    if (fuhe_batch_store_open(&run->store, &run->request, &run->error) == FUHE_STATUS_OK) {
        return true;
    }
    *exit_code = complain_of_output(run);
    return false;
}

static enum fuhe_exit begin_new(struct run *run) {
    const struct fuhe_pack *rules;
    enum fuhe_exit exit_code = load_basis(run, &rules);

    if (exit_code == FUHE_EXIT_OK && run->request.folder == NULL) {
        return write_records(run, rules);
    }
    if (exit_code != FUHE_EXIT_OK || !open_folder(run, &exit_code)) {
        return exit_code;
    }
    return score_into_store(run, rules);
}

/* A run that was complete but for the files beside the store is completed, too. */
static enum fuhe_exit end_complete(struct run *run) {
    struct fuhe_error nothing;

    (void)fuhe_error_set(&nothing, FUHE_STATUS_OK, FUHE_PROBLEM_RUN_COMPLETE, NULL, NULL);
    if (!run->request.quiet) {
        fuhe_message_complain(run->request.folder, &nothing);
    }
    return conclude(run);
}

static enum fuhe_exit go_on(struct run *run) {
    const struct fuhe_pack *rules;
    enum fuhe_exit exit_code;

    if (!open_folder(run, &exit_code)) {
        return run->error.status == FUHE_STATUS_UNREADABLE ? FUHE_EXIT_USAGE : exit_code;
    }
    if (fuhe_batch_store_is_complete(&run->store)) {
        return end_complete(run);
    }
    if (fuhe_batch_arguments_read_input(&run->request.source)) {
        (void)fprintf(stderr, "%s\n",
                      _("The run was to read standard input, which is gone. Give the same input to a new run: what is "
                        "known is not scored again."));
        return FUHE_EXIT_USAGE;
    }
    exit_code = load_basis(run, &rules);
    return exit_code == FUHE_EXIT_OK ? score_into_store(run, rules) : exit_code;
}

enum fuhe_exit fuhe_batching_run(const struct fuhe_batching_request *request) {
    static struct run run;

    run.request = *request;
    const enum fuhe_exit exit_code = request->goes_on ? go_on(&run) : begin_new(&run);
    fuhe_batch_store_close(&run.store);
    fuhe_teaching_release(&run.teaching);
    fuhe_pack_library_free(&run.library);
    return exit_code;
}
