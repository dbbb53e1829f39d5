/* SPDX-License-Identifier: Apache-2.0 */
/* One whole scoring, from bytes to findings, whose outcome can be compared with that of another run. */
#include "tests/robust/scoring_run.h"

#include <stdio.h>
#include <stdlib.h>

enum { DOCUMENT_SIZE_MAX = 1 << 20 };

struct document document_load(const char *path) {
    struct document document = {malloc(DOCUMENT_SIZE_MAX), 0};
    FILE *file = fopen(path, "rb");

    if (file == NULL || document.bytes == NULL) {
        free(document.bytes);
        document.bytes = NULL;
    } else {
        document.length = fread(document.bytes, 1, DOCUMENT_SIZE_MAX, file);
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    return document;
}

/* FNV-1a, eight bytes at a time. */
static void mix(struct outcome *outcome, uint64_t value) {
    outcome->digest = (outcome->digest ^ value) * UINT64_C(1099511628211);
}

static void mix_findings(struct outcome *outcome, const struct fuhe_finding *findings, size_t count) {
    for (size_t i = 0; i < count; i++) {
        mix(outcome, (uint64_t)findings[i].code);
        mix(outcome, (uint64_t)findings[i].place.line);
        mix(outcome, (uint64_t)findings[i].claimed.value.scaled);
    }
    outcome->findings += count;
}

static enum fuhe_status take_result(void *context, const struct fuhe_result *result) {
    struct outcome *outcome = context;
    const struct fuhe_review *review = &result->review;

    outcome->forms++;
    mix(outcome, (uint64_t)review->totals.verified.scaled);
    mix(outcome, (uint64_t)review->grading.grade);
    mix(outcome, result->claimed.sets);
    for (size_t i = 0; i < review->row_count; i++) {
        mix(outcome, (uint64_t)review->rows[i].verdict);
        mix(outcome, (uint64_t)review->rows[i].verified.scaled);
    }
    mix_findings(outcome, review->findings.items, review->findings.count);
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_unit(void *context, const struct fuhe_document *document,
                                  const struct fuhe_unit_review *review) {
    (void)document;
    for (size_t i = 0; i < review->finding_count; i++) {
        mix_findings(context, &review->findings[i].finding, 1);
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status scoring_run(const struct fuhe_pack_library *library, const struct document *document,
                             struct outcome *outcome) {
    const struct fuhe_score_sink sink = {take_result, take_unit, outcome};
    struct fuhe_scorer *scorer = fuhe_scorer_new(library, NULL);
    struct fuhe_error error;

    *outcome = (struct outcome){0};
    if (scorer == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    const enum fuhe_status status =
        fuhe_scorer_score_buffer(scorer, document->bytes, document->length, "form.xml", &sink, &error);
    fuhe_scorer_free(scorer);
    return status;
}
