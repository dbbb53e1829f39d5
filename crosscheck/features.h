/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CROSSCHECK_FEATURES_H
#define FUHE_CROSSCHECK_FEATURES_H

#include "engine/text.h"

/* The set of features of a text, for likeness.h. Blanks, punctuation, width and letter case make no difference. */

enum {
    FUHE_FEATURES_MAX = 2048, /* of a text; what is beyond is left out */
    FUHE_FEATURES_SHINGLE = 4 /* characters */
};

struct fuhe_features {
    uint32_t items[FUHE_FEATURES_MAX];
    size_t count;
    size_t characters; /* that count: of all texts added */
};

void fuhe_features_reset(struct fuhe_features *features);

/* Every run of FUHE_FEATURES_SHINGLE characters; a shorter text is one feature. */
void fuhe_features_add_shingles(struct fuhe_features *features, fuhe_text text);

/* The texts together as one feature: an indicator with its target. */
void fuhe_features_add_item(struct fuhe_features *features, const fuhe_text *texts, size_t count);

/* Sorts and drops repeated ones; behind the last add. */
void fuhe_features_finish(struct fuhe_features *features);

#endif
