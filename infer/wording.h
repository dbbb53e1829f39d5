/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INFER_WORDING_H
#define FUHE_INFER_WORDING_H

#include "infer/observation.h"

/* What results in words were given: rows whose target and result are different words. */

enum { FUHE_WORD_SUPPORT = 2 }; /* rows that it takes to propose a word */

struct fuhe_word_use {
    fuhe_text word;
    size_t count;       /* rows with this result */
    size_t full;        /* of them, those that claim all of their weight */
    fuhe_decimal least; /* claims in percent of the weight */
    fuhe_decimal most;
    bool is_known;    /* the base pack says what it is worth */
    bool is_proposed; /* as a word that earns full points */
    size_t row;       /* the first such row */
};

struct fuhe_wording {
    struct fuhe_word_use *items; /* the most frequent first */
    size_t count;
    size_t proposed;
};

FUHE_MUST_USE enum fuhe_status fuhe_wording_infer(const struct fuhe_observations *observations,
                                                  struct fuhe_arena *arena, struct fuhe_wording *wording);

#endif
