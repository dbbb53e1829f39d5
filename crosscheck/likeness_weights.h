/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CROSSCHECK_LIKENESS_WEIGHTS_H
#define FUHE_CROSSCHECK_LIKENESS_WEIGHTS_H

#include "crosscheck/likeness_sets.h"

/* How much a feature weighs, by the share of texts that have it: 6 for up to one text in 32, down to 1 for more than
 * half of them.
 *
 *     weight = 1 + min(5, floor(log2((texts + FUHE_LIKENESS_PRIOR) / those that have it)))
 *
 * Few texts cannot show that a phrase is common; so there are as many more that do not have it. Texts are counted in a
 * table of fixed size: features that share a counter look more common than they are, which is the cautious side. */
struct fuhe_likeness_weights;

enum {
    FUHE_LIKENESS_PRIOR = 256,
    FUHE_LIKENESS_WEIGHT_MAX = 6,
    FUHE_LIKENESS_COUNTERS_LOG2 = 18 /* of counters: at 10^6 texts of 100 features each stands for some 400 */
};

/* NULL when memory is out. */
struct fuhe_likeness_weights *fuhe_likeness_weights_new(void);
void fuhe_likeness_weights_free(struct fuhe_likeness_weights *weights); /* takes NULL */

void fuhe_likeness_weights_count(struct fuhe_likeness_weights *weights, const uint32_t *features, size_t count);

/* Behind the last count, before the first weight. */
void fuhe_likeness_weights_settle(struct fuhe_likeness_weights *weights);

unsigned fuhe_likeness_weight(const struct fuhe_likeness_weights *weights, uint32_t feature);

/* The weight of what both have, in thousandths of what either has, cut: 1000 only when they are the same. */
unsigned fuhe_likeness_similarity(const struct fuhe_likeness_weights *weights, const struct fuhe_likeness_set *a,
                                  const struct fuhe_likeness_set *b);

/* Spreads the bits of a feature, so that nothing hangs on how well its maker did; one to one. */
static inline uint32_t fuhe_likeness_scatter(uint32_t feature) {
    feature = (feature ^ feature >> 16) * UINT32_C(0x85EBCA6B);
    feature = (feature ^ feature >> 13) * UINT32_C(0xC2B2AE35);
    return feature ^ feature >> 16;
}

#endif
