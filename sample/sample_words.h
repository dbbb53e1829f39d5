/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_SAMPLE_SAMPLE_WORDS_H
#define FUHE_SAMPLE_SAMPLE_WORDS_H

#include "sample/sample.h"

/* What a sample is and what follows from it, in the language that was set: the same words in the text and on pages. */

enum fuhe_sample_sentence {
    FUHE_SAMPLE_DRAWING,    /* how it was drawn, or why it could not be */
    FUHE_SAMPLE_PART,       /* that it is drawn from a part of the batch alone */
    FUHE_SAMPLE_OUTSIDE,    /* what cannot be drawn */
    FUHE_SAMPLE_UNREADABLE, /* what could not be read */
    FUHE_SAMPLE_REPEATS,    /* projects that came in repeatedly */
    FUHE_SAMPLE_MEANING,    /* what may be said when it has been reviewed: the upper bound */
    FUHE_SAMPLE_CONDITION,  /* when that holds */
    FUHE_SAMPLE_RECKONING   /* how to have the review reckoned up */
};

/* False, and nothing is written, when there is nothing to say. */
bool fuhe_sample_write_sentence(const struct fuhe_sample *sample, enum fuhe_sample_sentence sentence,
                                struct fuhe_output *output);

/* "risk 38: points claimed too high 20, findings 18" */
void fuhe_sample_write_risk(const struct fuhe_sample_item *item, struct fuhe_output *output);

/* The titles of its findings; nothing when there are none. */
void fuhe_sample_write_findings(const struct fuhe_sample_item *item, struct fuhe_output *output);

#endif
