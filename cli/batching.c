/* SPDX-License-Identifier: Apache-2.0 */
/* A batch from start to end: rules, outputs, workers, progress, a stop by signal, and the closing line. */
#include "cli/batching.h"

#include <signal.h>
#include <stdio.h>

#include "batch/batch.h"
#include "cli/batch_folder.h"
#include "cli/progress.h"
#include "cli/rules_named.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

enum { LOOK_MILLISECONDS = 100 };

static const struct fuhe_report_format *const formats[] = {&fuhe_report_jsonl, &fuhe_report_csv_forms};

/* One run. */
struct run {
    const struct fuhe_batching_request *request;
    struct fuhe_pack_library library;
    struct fuhe_batch_folder folder;
    struct fuhe_output_file standard_output;
    struct fuhe_tally tally;
    bool stopped;
    bool reader_left;
    struct fuhe_error error; /* of the output */
};

/* --- where results go --- */

static struct fuhe_output *output_of(struct run *run, size_t format) {
    return run->request->folder == NULL ? &run->standard_output.output : &run->folder.files[format].output;
}

static enum fuhe_status write_bytes(void *context, size_t format, fuhe_text bytes) {
    struct run *run = context;
    struct fuhe_output *output = output_of(run, format);

    fuhe_output_text(output, bytes);
    return output->status;
}

/* Without a folder to keep it in, a failure is said at once. */
static enum fuhe_status write_unscored(void *context, const struct fuhe_unscored *unscored) {
    struct run *run = context;

    if (run->request->folder != NULL) {
        return fuhe_batch_folder_add_unscored(&run->folder, unscored, &run->error);
    }
    if (!run->request->quiet && !unscored->is_form) {
        fuhe_progress_make_way();
        fuhe_message_complain(unscored->file, &unscored->error);
    }
    return FUHE_STATUS_OK;
}

static size_t format_count(const struct run *run) {
    return run->request->folder == NULL ? 1 : 2;
}

static enum fuhe_status open_outputs(struct run *run, struct fuhe_error *err) {
    if (run->request->folder == NULL) {
        return fuhe_output_file_open(&run->standard_output, NULL, err);
    }
    return fuhe_batch_folder_open(&run->folder, run->request->folder, err);
}

static struct fuhe_report report_of(struct run *run, size_t format) {
    return (struct fuhe_report){.format = formats[format], .output = output_of(run, format)};
}

static void begin_reports(struct run *run) {
    for (size_t i = 0; i < format_count(run); i++) {
        struct fuhe_report report = report_of(run, i);
        formats[i]->begin(&report);
    }
}

static void end_reports(struct run *run) {
    const struct fuhe_report_summary summary = fuhe_tally_summary(&run->tally);

    for (size_t i = 0; i < format_count(run); i++) {
        struct fuhe_report report = report_of(run, i);
        formats[i]->end(&report, &summary);
    }
    if (run->request->folder != NULL) {
        fuhe_tally_write(&run->tally, !run->stopped, &run->folder.files[FUHE_BATCH_SUMMARY].output);
    }
}

static enum fuhe_status close_outputs(struct run *run, bool keep) {
    if (run->request->folder != NULL) {
        return fuhe_batch_folder_close(&run->folder, keep, &run->error);
    }
    const enum fuhe_status status = fuhe_output_file_close(&run->standard_output, keep, &run->error);
    run->reader_left = run->standard_output.reader_left;
    return status;
}

/* --- the run --- */

static volatile sig_atomic_t interrupted;

static void on_signal(int number) {
    (void)number;
    interrupted = 1;
}

/* The first signal stops the batch in good order, the second one at once. */
static void watch_signals(void) {
    static const int numbers[] = {SIGHUP, SIGINT, SIGTERM};
    struct sigaction action = {.sa_handler = on_signal};
    struct sigaction before;

    interrupted = 0;
    (void)sigemptyset(&action.sa_mask);
    action.sa_flags = (int)SA_RESETHAND;
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        if (sigaction(numbers[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN) {
            (void)sigaction(numbers[i], &action, NULL);
        }
    }
}

static void follow(const struct fuhe_batching_request *request, struct fuhe_batch *batch) {
    struct fuhe_progress progress;
    const bool shows = fuhe_progress_begin(&progress, request->quiet);

    while (!fuhe_batch_wait(batch, LOOK_MILLISECONDS)) {
        const struct fuhe_batch_progress state = fuhe_batch_progress(batch);
        if (interrupted != 0) {
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
    const struct fuhe_template_word where[] = {{"folder", fuhe_text_of(run->request->folder)}, {NULL, {NULL, 0}}};

    fuhe_template_write(output, _("Forms {forms}, files {files}; errors {errors}, warnings {warnings}, notes {notes}"),
                        write_figure, run);
    if (run->tally.failures > 0 || run->tally.states[FUHE_REVIEW_UNSCORED] > 0) {
        fuhe_template_write(output, _("; not read {failures}, not scored {unscored}"), write_figure, run);
    }
    fuhe_output_string(output, run->stopped ? _("; stopped early") : "");
    if (run->request->folder != NULL) {
        fuhe_template_words(output, _("; results are in {folder}"), where);
    }
    fuhe_output_char(output, '\n');
}

static void say_closing(struct run *run) {
    struct fuhe_memory_output *line = run->request->quiet ? NULL : fuhe_memory_output_new();

    if (line != NULL) {
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
            i >= (size_t)run->request->fail_on.severity && fuhe_tally_findings(&run->tally, (enum fuhe_severity)i) > 0;
    }
    return found && run->request->fail_on.fails;
}

/* The largest of 3 to 6 wins, and wins over 1. */
static enum fuhe_exit exit_of(const struct run *run) {
    if (run->stopped || run->tally.forms == 0) {
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
        fuhe_message_complain(run->request->folder == NULL ? _("standard output") : run->request->folder, &run->error);
    }
    return FUHE_EXIT_OUTPUT;
}

/* Ends the outputs and says how it went. status is what ended the batch. */
static enum fuhe_exit conclude(struct run *run, enum fuhe_status status) {
    const bool output_failed = status == FUHE_STATUS_UNWRITABLE;

    if (status == FUHE_STATUS_OK) {
        end_reports(run);
    }
    if (close_outputs(run, status == FUHE_STATUS_OK) != FUHE_STATUS_OK || output_failed) {
        return complain_of_output(run);
    }
    if (status != FUHE_STATUS_OK) {
        return complain_of(status);
    }
    say_closing(run);
    return exit_of(run);
}

static enum fuhe_exit run_batch(struct run *run, const struct fuhe_pack *rules) {
    struct fuhe_batch_request request = {.source = run->request->source,
                                         .library = &run->library,
                                         .rules = rules,
                                         .formats = formats,
                                         .format_count = format_count(run),
                                         .workers = run->request->workers,
                                         .sink = {write_bytes, write_unscored, run}};

    if (open_outputs(run, &run->error) != FUHE_STATUS_OK) {
        return complain_of_output(run);
    }
    request.source.left_out = run->request->folder;
    begin_reports(run);
    watch_signals();
    struct fuhe_batch *batch = fuhe_batch_start(&request);
    if (batch == NULL) {
        return conclude(run, FUHE_STATUS_NO_MEMORY);
    }
    follow(run->request, batch);
    return conclude(run, fuhe_batch_finish(batch, &run->tally, &run->stopped));
}

enum fuhe_exit fuhe_batching_run(const struct fuhe_batching_request *request) {
    static struct run run;
    const struct fuhe_pack *rules;

    run.request = request;
    enum fuhe_exit exit_code = fuhe_rules_load(&run.library, request->rules, &rules);
    if (exit_code == FUHE_EXIT_OK) {
        exit_code = run_batch(&run, rules);
    }
    fuhe_pack_library_free(&run.library);
    return exit_code;
}
