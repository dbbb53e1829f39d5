/* SPDX-License-Identifier: Apache-2.0 */
/* The stable words of a review's enumerations, as they stand in JSON and XML. */
#include "engine/review.h"

static const char *const reading_names[] = {
    [FUHE_READING_MORE] = "more",
    [FUHE_READING_LESS] = "less",
    [FUHE_READING_EQUAL] = "equal",
    [FUHE_READING_RANK] = "rank",
    [FUHE_READING_ZERO] = "zero",
    [FUHE_READING_WORDS_MET] = "words-met",
    [FUHE_READING_WORDS_SCALE] = "words-scale",
    [FUHE_READING_JUDGEMENT] = "judgement",
};

static const char *const formula_names[] = {
    [FUHE_FORMULA_NONE] = "none",           [FUHE_FORMULA_FULL] = "full",
    [FUHE_FORMULA_ZERO] = "zero",           [FUHE_FORMULA_PROPORTION] = "proportion",
    [FUHE_FORMULA_INVERSE] = "inverse",     [FUHE_FORMULA_LINEAR_TO_DOUBLE] = "linear-to-double",
    [FUHE_FORMULA_OVER_TIER] = "over-tier", [FUHE_FORMULA_BAND] = "band",
    [FUHE_FORMULA_RATE] = "rate",
};

static const char *const basis_names[] = {
    [FUHE_BASIS_AS_LISTED] = "as-listed",
    [FUHE_BASIS_RESCALED] = "rescaled",
    [FUHE_BASIS_COUNT_ONCE] = "count-once",
};

static const char *const state_names[] = {
    [FUHE_REVIEW_SCORED] = "scored",
    [FUHE_REVIEW_PARTIAL] = "partial",
    [FUHE_REVIEW_UNSCORED] = "unscored",
};

static const char *const firmness_names[] = {
    [FUHE_FIRM] = "firm",
    [FUHE_FRAGILE] = "fragile",
    [FUHE_UNDECIDABLE] = "undecidable",
};

const char *fuhe_reading_name(enum fuhe_reading reading) {
    return reading_names[reading];
}

const char *fuhe_formula_name(enum fuhe_formula formula) {
    return formula_names[formula];
}

const char *fuhe_basis_name(enum fuhe_basis basis) {
    return basis_names[basis];
}

const char *fuhe_firmness_name(enum fuhe_firmness firmness) {
    return firmness_names[firmness];
}

const char *fuhe_review_state_name(enum fuhe_review_state state) {
    return state_names[state];
}
