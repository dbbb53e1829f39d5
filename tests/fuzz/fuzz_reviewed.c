/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as a reviewed table: it is refused with a place within it, or every form of the sample has a score within
 * bounds or none, counted. */
#include <stdint.h>
#include <stdlib.h>

#include "sample/reviewed.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static void require_scores(const struct fuhe_reviewed *reviewed, size_t count) {
    size_t unreviewed = 0;

    for (size_t i = 0; i < count; i++) {
        const struct fuhe_figure score = reviewed->scores[i];
        unreviewed += !score.present;
        require(score.value.scaled >= 0 && score.value.scaled <= FUHE_DECIMAL(FUHE_REVIEWED_SCORE_MAX).scaled);
    }
    require(unreviewed == reviewed->unreviewed);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static struct fuhe_sample_item items[] = {{.page = 1, .file = {"a.xml", 5}, .number = 1},
                                              {.page = 2, .file = {"a.xml", 5}, .number = 2}};
    static const struct fuhe_sample sample = {.request = {.method = FUHE_SAMPLE_MONEY, .count = 2, .seed = 1},
                                              .origin = {.fingerprint = "0a"},
                                              .items = items,
                                              .count = 2};
    static struct fuhe_arena *arena;
    struct fuhe_reviewed reviewed;
    struct fuhe_error error = {0};

    if (arena == NULL) {
        arena = fuhe_arena_new();
        require(arena != NULL);
    }
    fuhe_arena_reset(arena);
    const enum fuhe_status status =
        fuhe_reviewed_read((fuhe_text){(const char *)bytes, size}, &sample, arena, &reviewed, &error);
    if (status == FUHE_STATUS_OK) {
        require_scores(&reviewed, sample.count);
    } else {
        require(status == FUHE_STATUS_UNREADABLE && error.problem != FUHE_PROBLEM_NONE && error.line <= size + 1);
    }
    return 0;
}
