/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CROSSCHECK_LIKENESS_SIGNATURE_H
#define FUHE_CROSSCHECK_LIKENESS_SIGNATURE_H

#include "crosscheck/likeness_weights.h"

/* Numbers that stand for a text, one a band. Two texts of similarity s have the same number in a given band with
 * probability s^FUHE_LIKENESS_ROWS, hence in one of the bands at least with 1 - (1 - s^5)^12: 99 % at 0.8, 32 % at 0.5,
 * 3 % at 0.3. */
enum {
    FUHE_LIKENESS_BANDS = 12,
    FUHE_LIKENESS_ROWS = 5,
    FUHE_LIKENESS_HASHES = FUHE_LIKENESS_BANDS * FUHE_LIKENESS_ROWS
};

/* The hash functions, always the same. */
struct fuhe_likeness_hashes {
    uint32_t factors[FUHE_LIKENESS_HASHES];
    uint32_t summands[FUHE_LIKENESS_HASHES];
};

void fuhe_likeness_hashes_init(struct fuhe_likeness_hashes *hashes);

/* set has features. */
void fuhe_likeness_sign(const struct fuhe_likeness_hashes *hashes, const struct fuhe_likeness_weights *weights,
                        const struct fuhe_likeness_set *set, uint32_t bands[FUHE_LIKENESS_BANDS]);

#endif
