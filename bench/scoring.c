/* SPDX-License-Identifier: Apache-2.0 */
/* A scorer with sinks that count. */
#include "bench/scoring.h"

#include <stdlib.h>

static enum fuhe_status count_result(void *context, const struct fuhe_result *result) {
    struct scoring *scoring = context;

    (void)result;
    scoring->forms++;
    return FUHE_STATUS_OK;
}

static enum fuhe_status write_result(void *context, const struct fuhe_result *result) {
    struct scoring *scoring = context;

    scoring->forms++;
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

static void start_report(struct scoring *scoring) {
    fuhe_output_init(&scoring->output, count_bytes, scoring);
    scoring->report = (struct fuhe_report){.format = &fuhe_report_jsonl, .output = &scoring->output};
    scoring->sink = (struct fuhe_score_sink){write_result, write_unit, scoring};
    scoring->report.format->begin(&scoring->report);
}

struct scoring *scoring_start(bool report) {
    struct scoring *scoring = calloc(1, sizeof *scoring);

    if (scoring == NULL) {
        return NULL;
    }
    scoring->sink = (struct fuhe_score_sink){count_result, NULL, scoring};
    if (fuhe_pack_library_init(&scoring->library, NULL) == FUHE_STATUS_OK) {
        scoring->scorer = fuhe_scorer_new(&scoring->library, NULL);
    }
    if (scoring->scorer == NULL) {
        scoring_stop(scoring);
        return NULL;
    }
    if (report) {
        start_report(scoring);
    }
    return scoring;
}

void scoring_stop(struct scoring *scoring) {
    if (scoring != NULL) {
        fuhe_scorer_free(scoring->scorer);
        fuhe_pack_library_free(&scoring->library);
        free(scoring);
    }
}

bool scoring_read(struct scoring *scoring, int descriptor) {
    const struct fuhe_input input = fuhe_input_from_descriptor(&descriptor);

    return fuhe_scorer_score(scoring->scorer, &input, "-", &scoring->sink, NULL) == FUHE_STATUS_OK;
}
