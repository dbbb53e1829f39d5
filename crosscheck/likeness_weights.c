/* SPDX-License-Identifier: Apache-2.0 */
/* Counts while texts come by, then makes a byte of each counter: the bytes stay in the processor's cache. */
#include "crosscheck/likeness_weights.h"

#include <stdlib.h>
#include <string.h>

enum { COUNTERS = 1 << FUHE_LIKENESS_COUNTERS_LOG2 };

struct fuhe_likeness_weights {
    uint64_t texts;
    uint32_t counters[COUNTERS];
    uint8_t weights[COUNTERS];
};

struct fuhe_likeness_weights *fuhe_likeness_weights_new(void) {
    return calloc(1, sizeof(struct fuhe_likeness_weights));
}

void fuhe_likeness_weights_free(struct fuhe_likeness_weights *weights) {
    free(weights);
}

static size_t counter_of(uint32_t feature) {
    return fuhe_likeness_scatter(feature) >> (32 - FUHE_LIKENESS_COUNTERS_LOG2);
}

void fuhe_likeness_weights_count(struct fuhe_likeness_weights *weights, const uint32_t *features, size_t count) {
    weights->texts++;
    for (size_t i = 0; i < count; i++) {
        uint32_t *counter = &weights->counters[counter_of(features[i])];
        *counter += *counter < UINT32_MAX;
    }
}

static uint8_t weight_of(uint64_t texts, uint64_t having) {
    uint8_t weight = 1;

    while (weight < FUHE_LIKENESS_WEIGHT_MAX && having << weight <= texts) {
        weight++;
    }
    return weight;
}

void fuhe_likeness_weights_settle(struct fuhe_likeness_weights *weights) {
    for (size_t i = 0; i < COUNTERS; i++) {
        weights->weights[i] = weight_of(weights->texts + FUHE_LIKENESS_PRIOR, weights->counters[i]);
    }
}

unsigned fuhe_likeness_weight(const struct fuhe_likeness_weights *weights, uint32_t feature) {
    return weights->weights[counter_of(feature)];
}

unsigned fuhe_likeness_similarity(const struct fuhe_likeness_weights *weights, const struct fuhe_likeness_set *a,
                                  const struct fuhe_likeness_set *b) {
    uint64_t both = 0;
    uint64_t either = 0;
    size_t i = 0;
    size_t k = 0;

    if (a->count == b->count && memcmp(a->features, b->features, a->count * sizeof a->features[0]) == 0) {
        return 1000;
    }
    while (i < a->count || k < b->count) {
        const bool of_a = i < a->count && (k == b->count || a->features[i] <= b->features[k]);
        const bool of_b = k < b->count && (i == a->count || b->features[k] <= a->features[i]);
        const unsigned weight = fuhe_likeness_weight(weights, of_a ? a->features[i] : b->features[k]);
        either += weight;
        both += of_a && of_b ? weight : 0;
        i += of_a;
        k += of_b;
    }
    return (unsigned)(both * 1000 / either);
}
