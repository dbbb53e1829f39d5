/* SPDX-License-Identifier: Apache-2.0 */
/* The library: its reader alone, reader with scoring and every check, and the same with results written. */
#include "bench/scoring.h"
#include "bench/subject.h"

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

static void *start_scoring(void) {
    return scoring_start(false);
}

static void *start_reporting(void) {
    return scoring_start(true);
}

static bool score_document(void *state, const char *bytes, size_t length) {
    struct scoring *scoring = state;

    return fuhe_scorer_score_buffer(scoring->scorer, bytes, length, "-", &scoring->sink, NULL) == FUHE_STATUS_OK;
}

static void stop_scoring(void *state) {
    scoring_stop(state);
}

const struct subject subject_reader = {"reader", "the form reader alone", start_reader, read_document, stop_reader};
const struct subject subject_scorer = {"scorer", "reader, scoring, every check", start_scoring, score_document,
                                       stop_scoring};
const struct subject subject_scorer_jsonl = {"scorer-jsonl", "the same, results written as JSON lines", start_reporting,
                                             score_document, stop_scoring};
