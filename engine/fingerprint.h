/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_FINGERPRINT_H
#define FUHE_ENGINE_FINGERPRINT_H

#include "engine/text.h"

/* 128 bits that stand for a text: equal for texts that differ only in white space, punctuation and width; different,
 * for all practical purposes, for all others. Nobody gains by forging one, so it need not withstand attack. */
struct fuhe_fingerprint {
    uint64_t first;
    uint64_t second;
    size_t characters; /* that count */
};

struct fuhe_fingerprint fuhe_fingerprint_new(void);

/* The next character that counts, in its narrow form, and *offset behind it; 0 at the end. */
uint32_t fuhe_fingerprint_next(fuhe_text text, size_t *offset);

/* Takes in one more text. */
void fuhe_fingerprint_add(struct fuhe_fingerprint *fingerprint, fuhe_text text);

#endif
