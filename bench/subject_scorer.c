/* SPDX-License-Identifier: Apache-2.0 */
/* The library at work: reading, scoring and every check, without and with results written. */
#include "bench/scoring.h"
#include "bench/subject.h"

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

const struct subject subject_scorer = {"scorer", "reader, scoring, every check", start_scoring, score_document,
                                       stop_scoring};
const struct subject subject_scorer_jsonl = {"scorer-jsonl", "the same, results written as JSON lines", start_reporting,
                                             score_document, stop_scoring};
