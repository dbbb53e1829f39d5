/* SPDX-License-Identifier: Apache-2.0 */
/* JSON: one document (report/review.schema.json), or JSON Lines with one object a line. Forms are streamed; in the one
 * document units and failures come after the forms, so they wait in memory. */
#include <stdlib.h>

#include "report/memory_output.h"
#include "report/record.h"

/* What waits for the end of the document. */
struct json_state {
    struct fuhe_memory_output *units;
    struct fuhe_memory_output *failures;
};

static void start_object(struct fuhe_record *record, struct fuhe_output *output) {
    fuhe_record_init(record, FUHE_RECORD_JSON, output);
    fuhe_record_open(record, NULL);
}

static void note_memory(struct fuhe_report *report) {
    if (report->output->status == FUHE_STATUS_OK) {
        report->output->status =
            fuhe_error_set(&report->output->error, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
}

static void json_begin(struct fuhe_report *report) {
    struct json_state *state = calloc(1, sizeof *state);

    report->state = state;
    if (state != NULL) {
        state->units = fuhe_memory_output_new();
        state->failures = fuhe_memory_output_new();
    }
    if (state == NULL || state->units == NULL || state->failures == NULL) {
        note_memory(report);
    }
    fuhe_output_string(report->output, "{\"schema\":\"fuhe-review/1\",\"engine\":\"" FUHE_VERSION "\",\"forms\":[");
}

static void json_form(struct fuhe_report *report, const struct fuhe_result *result) {
    struct fuhe_record record;

    fuhe_output_string(report->output, report->written == 0 ? "\n" : ",\n");
    start_object(&record, report->output);
    fuhe_record_form(&record, &report->options, result);
    fuhe_record_close(&record);
}

/* Begins an item of a list that waits in memory. NULL when there is none, for want of memory. */
static struct fuhe_record *start_waiting(struct fuhe_record *record, struct fuhe_memory_output *list) {
    if (list == NULL) {
        return NULL;
    }
    fuhe_output_string(&list->output, list->length + list->output.used == 0 ? "\n" : ",\n");
    start_object(record, &list->output);
    return record;
}

static void json_unit(struct fuhe_report *report, const char *file, const struct fuhe_document *document,
                      const struct fuhe_unit_review *review) {
    const struct json_state *state = report->state;
    struct fuhe_record record;

    (void)document;
    if (state != NULL && start_waiting(&record, state->units) != NULL) {
        fuhe_record_unit(&record, &report->options, file, review);
        fuhe_record_close(&record);
    }
}

static void json_failure(struct fuhe_report *report, const char *file, const struct fuhe_error *error) {
    const struct json_state *state = report->state;
    struct fuhe_record record;

    if (state != NULL && start_waiting(&record, state->failures) != NULL) {
        fuhe_record_failure(&record, file, error);
        fuhe_record_close(&record);
    }
}

/* Writes what waited, and frees it. */
static void release(struct fuhe_report *report, struct fuhe_memory_output *list) {
    if (list == NULL) {
        return;
    }
    fuhe_output_text(report->output, fuhe_memory_output_text(list));
    if (list->output.status != FUHE_STATUS_OK) {
        note_memory(report);
    }
    fuhe_memory_output_free(list);
}

static void json_end(struct fuhe_report *report, const struct fuhe_report_summary *summary) {
    struct json_state *state = report->state;
    struct fuhe_record record;

    if (state == NULL) {
        return; /* memory was out at the beginning, which the output remembers */
    }
    fuhe_output_string(report->output, "],\n\"units\":[");
    release(report, state->units);
    fuhe_output_string(report->output, "],\n\"failures\":[");
    release(report, state->failures);
    fuhe_output_string(report->output, "],\n\"summary\":");
    start_object(&record, report->output);
    fuhe_record_summary(&record, summary);
    fuhe_record_close(&record);
    fuhe_output_string(report->output, "}\n");
    free(state);
    report->state = NULL;
}

/* Begins a line of JSON Lines. */
static void start_line(struct fuhe_record *record, struct fuhe_report *report, const char *type) {
    start_object(record, report->output);
    fuhe_record_word(record, "schema", "fuhe-review/1");
    fuhe_record_word(record, "type", type);
}

static void end_line(struct fuhe_record *record) {
    fuhe_record_close(record);
    fuhe_output_char(record->output, '\n');
}

static void lines_begin(struct fuhe_report *report) {
    (void)report;
}

static void lines_form(struct fuhe_report *report, const struct fuhe_result *result) {
    struct fuhe_record record;

    start_line(&record, report, "form");
    fuhe_record_form(&record, &report->options, result);
    end_line(&record);
}

static void lines_unit(struct fuhe_report *report, const char *file, const struct fuhe_document *document,
                       const struct fuhe_unit_review *review) {
    struct fuhe_record record;

    (void)document;
    start_line(&record, report, "unit");
    fuhe_record_unit(&record, &report->options, file, review);
    end_line(&record);
}

static void lines_failure(struct fuhe_report *report, const char *file, const struct fuhe_error *error) {
    struct fuhe_record record;

    start_line(&record, report, "failure");
    fuhe_record_failure(&record, file, error);
    end_line(&record);
}

static void lines_end(struct fuhe_report *report, const struct fuhe_report_summary *summary) {
    struct fuhe_record record;

    start_line(&record, report, "summary");
    fuhe_record_summary(&record, summary);
    end_line(&record);
}

const struct fuhe_report_format fuhe_report_json = {"json",       json_begin, json_form, json_unit,
                                                    json_failure, json_end,   NULL};
const struct fuhe_report_format fuhe_report_jsonl = {"jsonl",       lines_begin, lines_form, lines_unit,
                                                     lines_failure, lines_end,   NULL};
