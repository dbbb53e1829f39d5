/* SPDX-License-Identifier: Apache-2.0 */
/* Scoring of files: opens each, hands it to the scorer, passes the results on to the report and keeps count. */
#include "cli/scoring.h"

#include "api/fuhe.h"
#include "cli/filling.h"
#include "cli/heap.h"
#include "cli/rules_named.h"
#include "cli/spared.h"
#include "report/messages.h"
#include "xml/form_writer.h"
#include "xml/peeked_input.h"

/* One run. */
struct run {
    const struct fuhe_scoring_request *request;
    struct fuhe_output_file file;
    struct fuhe_report report;
    struct fuhe_report_summary summary;
    struct fuhe_reviewer *reviewer;        /* of --fill */
    struct fuhe_form_writer *writer;       /* begun with the first form, which tells what kind of document it is */
    struct fuhe_filled_document *document; /* that is filled in itself; NULL for form XML */
    struct fuhe_pack_library library;
    struct fuhe_teaching teaching;
    struct fuhe_scorer *scorer;
    const char *current; /* the file being scored */
    bool has_failed_on;  /* some finding reached fail_on */
    size_t left_out;     /* forms of a document that were not filled in */
    struct fuhe_filled_count filled;
    bool stopped;         /* output or memory failed: no use going on */
    enum fuhe_exit fault; /* of this program, FUHE_EXIT_OK when there was none */
};

static void count_finding(struct run *run, const struct fuhe_finding *finding) {
    if (fuhe_report_shows(&run->request->report, finding)) {
        run->summary.findings[finding->severity]++;
        run->has_failed_on |= run->request->fail_on.fails && finding->severity >= run->request->fail_on.severity;
    }
}

static enum fuhe_status write_form(struct run *run, const struct fuhe_result *result) {
    const struct fuhe_document *document = result->form->document;
    struct fuhe_reviewed reviewed;

    if (run->writer == NULL) {
        run->writer = fuhe_form_writer_new(&run->file.output, document, document != NULL && document->is_collection);
    }
    if (run->writer == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    FUHE_TRY(fuhe_reviewer_fill(run->reviewer, result, &reviewed));
    fuhe_filled_count_add(&run->filled, &reviewed);
    fuhe_form_writer_write(run->writer, &reviewed.form);
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_result(void *context, const struct fuhe_result *result) {
    struct run *run = context;

    for (size_t i = 0; i < result->review.findings.count; i++) {
        count_finding(run, &result->review.findings.items[i]);
    }
    run->summary.unscored += result->review.state == FUHE_REVIEW_UNSCORED;
    if (run->document != NULL) {
        FUHE_TRY(fuhe_filled_document_add(run->document, run->reviewer, result));
    } else if (run->request->fill) {
        FUHE_TRY(write_form(run, result));
    } else {
        run->report.format->form(&run->report, result);
        run->report.written++;
    }
    run->summary.forms++;
    return run->file.output.status == FUHE_STATUS_OK ? FUHE_STATUS_OK : FUHE_STATUS_STOPPED;
}

static enum fuhe_status take_unit(void *context, const struct fuhe_document *document,
                                  const struct fuhe_unit_review *review) {
    struct run *run = context;

    for (size_t i = 0; i < review->finding_count; i++) {
        count_finding(run, &review->findings[i].finding);
    }
    if (!run->request->fill) {
        run->report.format->unit(&run->report, run->current, document, review);
    }
    return FUHE_STATUS_OK;
}

static void take_failure(struct run *run, const struct fuhe_error *error) {
    run->summary.failures++;
    fuhe_message_complain(run->current, error);
    if (!run->request->fill) {
        run->report.format->failure(&run->report, run->current, error);
    }
}

/* What is wrong with a document is the document's matter; everything else ends the run. */
static void settle(struct run *run, enum fuhe_status status, const struct fuhe_error *error) {
    if (status == FUHE_STATUS_OK) {
        return;
    }
    if (run->file.output.status != FUHE_STATUS_OK) {
        run->stopped = true; /* said when the output is closed */
        return;
    }
    if (status != FUHE_STATUS_UNREADABLE) {
        run->stopped = true;
        run->fault = FUHE_EXIT_INTERNAL;
    }
    take_failure(run, error);
}

static enum fuhe_status score_document(struct run *run, const struct fuhe_score_sink *sink, struct fuhe_error *error) {
    const fuhe_text bytes = fuhe_text_builder_text(&run->document->bytes);

    FUHE_TRY(fuhe_scorer_score_buffer(run->scorer, bytes.bytes, bytes.length, run->current, sink, error));
    FUHE_TRY(fuhe_filled_document_end(run->document, &run->file.output, error));
    run->left_out = run->document->left_out;
    run->filled = run->document->count;
    return FUHE_STATUS_OK;
}

/* A document is filled in itself, form XML is written anew. */
static enum fuhe_status fill_file(struct run *run, const struct fuhe_input *input, const struct fuhe_score_sink *sink,
                                  struct fuhe_error *error) {
    struct fuhe_peeked_input peeked;
    struct fuhe_filled_document document;
    const bool is_document = fuhe_reader_takes_whole(fuhe_peeked_input_begin(&peeked, input));
    const struct fuhe_input whole = fuhe_input_from_peeked(&peeked);

    if (!is_document) {
        return fuhe_scorer_score(run->scorer, &whole, run->current, sink, error);
    }
    run->fault = FUHE_EXIT_USAGE;
    if (run->request->output_path == NULL) {
        return fuhe_error_set(error, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_FILL_OUTPUT, NULL, NULL);
    }
    if (fuhe_input_file_is(run->current, run->request->output_path)) {
        return fuhe_error_set(error, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_FILL_SAME, NULL, NULL);
    }
    run->fault = FUHE_EXIT_OK;
    enum fuhe_status status =
        fuhe_filled_document_begin(&document, run->current, &whole, run->teaching.options.words, error);
    if (status == FUHE_STATUS_OK) {
        run->document = &document;
        status = score_document(run, sink, error);
        run->document = NULL;
    }
    fuhe_filled_document_release(&document);
    return status;
}

static void score_file(struct run *run, const char *path) {
    const struct fuhe_score_sink sink = {take_result, take_unit, run};
    struct fuhe_error error = {0};
    int descriptor = -1;
    enum fuhe_status status = fuhe_input_file_open(path, &descriptor, &error);

    run->current = path;
    run->summary.files++;
    if (status == FUHE_STATUS_OK) {
        const struct fuhe_input input = fuhe_input_from_descriptor(&descriptor);
        status = run->request->fill ? fill_file(run, &input, &sink, &error)
                                    : fuhe_scorer_score(run->scorer, &input, path, &sink, &error);
        fuhe_input_file_close(descriptor);
    }
    settle(run, status, &error);
}

/* The largest of 3 to 6 wins, and wins over 1. */
static enum fuhe_exit exit_of(const struct run *run) {
    if (run->fault != FUHE_EXIT_OK) {
        return run->fault;
    }
    if (run->summary.forms == 0 && !run->stopped) {
        return FUHE_EXIT_NOTHING;
    }
    if (run->summary.failures > 0 || run->summary.unscored > 0) {
        return FUHE_EXIT_UNSCORED;
    }
    return run->has_failed_on || run->left_out > 0 ? FUHE_EXIT_FINDINGS : FUHE_EXIT_OK;
}

static void score_all(struct run *run, int count, char **files) {
    for (int i = 0; i < count && !run->stopped; i++) {
        score_file(run, files[i]);
    }
}

static enum fuhe_exit write_report(struct run *run, int count, char **files) {
    run->report = (struct fuhe_report){
        .format = run->request->format, .options = run->request->report, .output = &run->file.output};
    run->report.format->begin(&run->report);
    score_all(run, count, files);
    run->report.format->end(&run->report, &run->summary);
    return fuhe_output_file_finish(&run->file, exit_of(run));
}

/* A form that could not be read to its end is not written: half a form would pass for a whole one. */
static enum fuhe_exit write_forms(struct run *run, int count, char **files) {
    struct fuhe_error error;

    run->reviewer = fuhe_reviewer_new();
    if (run->reviewer == NULL) {
        return fuhe_output_file_settle(&run->file, fuhe_out_of_memory(), false);
    }
    score_all(run, count, files);
    const enum fuhe_status status = run->writer == NULL ? FUHE_STATUS_OK : fuhe_form_writer_end(run->writer, &error);
    fuhe_reviewer_free(run->reviewer);
    if (status != FUHE_STATUS_OK && run->file.output.status == FUHE_STATUS_OK) {
        return fuhe_output_file_settle(&run->file, fuhe_out_of_memory(), false);
    }
    const enum fuhe_exit exit_code = fuhe_output_file_settle(&run->file, exit_of(run), run->summary.failures == 0);
    if (run->summary.failures == 0 && run->file.output.status == FUHE_STATUS_OK) {
        fuhe_filled_count_say(&run->filled, run->current, run->request->output_path);
    }
    return exit_code;
}

static enum fuhe_exit score_with(struct run *run, const struct fuhe_pack *rules, int count, char **files) {
    struct fuhe_error error;

    run->scorer = fuhe_scorer_new_with(&run->library, rules, &run->teaching.options);
    if (run->scorer == NULL) {
        return fuhe_out_of_memory();
    }
    if (fuhe_output_file_open(&run->file, run->request->output_path, &error) != FUHE_STATUS_OK) {
        fuhe_message_complain(run->request->output_path, &error);
        fuhe_scorer_free(run->scorer);
        return FUHE_EXIT_OUTPUT;
    }
    const enum fuhe_exit exit_code =
        run->request->fill ? write_forms(run, count, files) : write_report(run, count, files);
    fuhe_scorer_free(run->scorer);
    return exit_code;
}

enum fuhe_exit fuhe_scoring_run(const struct fuhe_scoring_request *request, int count, char **files) {
    static struct run run;
    const struct fuhe_pack *rules;

    run.request = request;
    enum fuhe_exit exit_code = fuhe_rules_load(&run.library, &request->rules, &rules);
    if (exit_code == FUHE_EXIT_OK) {
        exit_code = fuhe_spare_library(&fuhe_command_score, request->output_path, &run.library);
    }
    if (exit_code == FUHE_EXIT_OK) {
        exit_code = fuhe_teaching_load(&run.teaching, &request->teaching);
    }
    if (exit_code == FUHE_EXIT_OK) {
        exit_code = score_with(&run, rules, count, files);
    }
    fuhe_teaching_release(&run.teaching);
    fuhe_pack_library_free(&run.library);
    return exit_code;
}
