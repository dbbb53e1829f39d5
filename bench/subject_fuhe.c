/* SPDX-License-Identifier: Apache-2.0 */
/* The library: its reader alone, reader with scoring and every check, and the same with results written as JSON lines
 * into memory. Packs are chosen by the form, as in real use. */
#include <stdlib.h>

#include "api/fuhe.h"
#include "bench/subject.h"
#include "report/report.h"

static enum fuhe_status ignore_form(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    (void)context, (void)form, (void)arena;
    return FUHE_STATUS_OK;
}

static void *start_reader(void) {
    return fuhe_form_reader_new();
}

static bool read_document(void *state, const char *bytes, size_t length) {
    struct fuhe_memory_input memory = {.bytes = bytes, .length = length};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    const struct fuhe_form_sink sink = {ignore_form, NULL};

    return fuhe_form_reader_read(state, &input, &sink, NULL, NULL) == FUHE_STATUS_OK;
}

static void stop_reader(void *state) {
    fuhe_form_reader_free(state);
}

struct scoring {
    struct fuhe_pack_library library;
    struct fuhe_scorer *scorer;
    struct fuhe_score_sink sink;
    struct fuhe_output output;
    struct fuhe_report report;
    size_t written;
};

static enum fuhe_status ignore_result(void *context, const struct fuhe_result *result) {
    (void)context, (void)result;
    return FUHE_STATUS_OK;
}

static enum fuhe_status ignore_unit(void *context, const struct fuhe_document *document,
                                    const struct fuhe_unit_review *review) {
    (void)context, (void)document, (void)review;
    return FUHE_STATUS_OK;
}

static enum fuhe_status write_result(void *context, const struct fuhe_result *result) {
    struct scoring *scoring = context;

    scoring->report.format->form(&scoring->report, result);
    return scoring->output.status;
}

static enum fuhe_status write_unit(void *context, const struct fuhe_document *document,
                                   const struct fuhe_unit_review *review) {
    struct scoring *scoring = context;

    scoring->report.format->unit(&scoring->report, "-", document, review);
    return scoring->output.status;
}

static enum fuhe_status count_bytes(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    struct scoring *scoring = context;

    (void)bytes, (void)err;
    scoring->written += length;
    return FUHE_STATUS_OK;
}

static void stop_scoring(void *state) {
    struct scoring *scoring = state;

    if (scoring != NULL) {
        fuhe_scorer_free(scoring->scorer);
        fuhe_pack_library_free(&scoring->library);
        free(scoring);
    }
}

static void *start_scoring(void) {
    struct scoring *scoring = calloc(1, sizeof *scoring);

    if (scoring == NULL) {
        return NULL;
    }
    scoring->sink = (struct fuhe_score_sink){ignore_result, ignore_unit, scoring};
    if (fuhe_pack_library_init(&scoring->library, NULL) == FUHE_STATUS_OK) {
        scoring->scorer = fuhe_scorer_new(&scoring->library, NULL);
    }
    if (scoring->scorer == NULL) {
        stop_scoring(scoring);
        return NULL;
    }
    return scoring;
}

static void *start_reporting(void) {
    struct scoring *scoring = start_scoring();

    if (scoring != NULL) {
        fuhe_output_init(&scoring->output, count_bytes, scoring);
        scoring->report = (struct fuhe_report){.format = &fuhe_report_jsonl, .output = &scoring->output};
        scoring->sink = (struct fuhe_score_sink){write_result, write_unit, scoring};
        scoring->report.format->begin(&scoring->report);
    }
    return scoring;
}

static bool score_document(void *state, const char *bytes, size_t length) {
    struct scoring *scoring = state;

    return fuhe_scorer_score_buffer(scoring->scorer, bytes, length, "-", &scoring->sink, NULL) == FUHE_STATUS_OK;
}

const struct subject subject_reader = {"reader", "the form reader alone", start_reader, read_document, stop_reader};
const struct subject subject_scorer = {"scorer", "reader, scoring, every check", start_scoring, score_document,
                                       stop_scoring};
const struct subject subject_scorer_jsonl = {"scorer-jsonl", "the same, results written as JSON lines", start_reporting,
                                             score_document, stop_scoring};
