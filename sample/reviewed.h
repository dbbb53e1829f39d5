/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_SAMPLE_REVIEWED_H
#define FUHE_SAMPLE_REVIEWED_H

#include "sample/sample.h"

/* What the review by hand gave: the table of a sample by money (sample_csv.c) with its column “reviewed” filled in. */
struct fuhe_reviewed {
    struct fuhe_figure *scores; /* of each item of the sample, absent when not reviewed yet; in the arena */
    size_t unreviewed;
    size_t passed_over; /* lines of a sample by risk */
};

enum { FUHE_REVIEWED_SCORE_MAX = 100 };

/* Every item of the sample must be there once, and nothing else; columns are found by their headings. */
FUHE_MUST_USE enum fuhe_status fuhe_reviewed_read(fuhe_text bytes, const struct fuhe_sample *sample,
                                                  struct fuhe_arena *arena, struct fuhe_reviewed *reviewed,
                                                  struct fuhe_error *err);

#endif
