/* SPDX-License-Identifier: Apache-2.0 */
/* MinHash with weights: of each hash function the least value over the features counts, and a feature of weight w has
 * its values divided by w, so that it is the least nearly as often as w features of weight 1 would be. The inner loop
 * goes over the hash functions, which compilers turn into vector instructions. */
#include "crosscheck/likeness_signature.h"

void fuhe_likeness_hashes_init(struct fuhe_likeness_hashes *hashes) {
    uint64_t state = UINT64_C(0x452821E638D01377);

    for (size_t i = 0; i < FUHE_LIKENESS_HASHES; i++) {
        state = state * UINT64_C(0x5851F42D4C957F2D) + UINT64_C(0x14057B7EF767814F);
        hashes->factors[i] = (uint32_t)(state >> 32) | 1;
        state = state * UINT64_C(0x5851F42D4C957F2D) + UINT64_C(0x14057B7EF767814F);
        hashes->summands[i] = (uint32_t)(state >> 32);
    }
}

static void lower(const struct fuhe_likeness_hashes *hashes, uint32_t feature, uint32_t share,
                  uint32_t least[FUHE_LIKENESS_HASHES]) {
    for (size_t i = 0; i < FUHE_LIKENESS_HASHES; i++) {
        const uint32_t hash = feature * hashes->factors[i] + hashes->summands[i];
        const uint32_t value = (uint32_t)(((uint64_t)hash * share) >> 32);
        least[i] = value < least[i] ? value : least[i];
    }
}

static uint32_t number_of_band(const uint32_t least[FUHE_LIKENESS_ROWS]) {
    uint64_t number = 0;

    for (size_t i = 0; i < FUHE_LIKENESS_ROWS; i++) {
        number = (number ^ least[i]) * UINT64_C(0x9E3779B97F4A7C15);
        number ^= number >> 29;
    }
    return (uint32_t)(number >> 16);
}

void fuhe_likeness_sign(const struct fuhe_likeness_hashes *hashes, const struct fuhe_likeness_weights *weights,
                        const struct fuhe_likeness_set *set, uint32_t bands[FUHE_LIKENESS_BANDS]) {
    uint32_t least[FUHE_LIKENESS_HASHES];

    for (size_t i = 0; i < FUHE_LIKENESS_HASHES; i++) {
        least[i] = UINT32_MAX;
    }
    for (size_t i = 0; i < set->count; i++) {
        const uint32_t share = UINT32_MAX / fuhe_likeness_weight(weights, set->features[i]);
        lower(hashes, fuhe_likeness_scatter(set->features[i]), share, least);
    }
    for (size_t i = 0; i < FUHE_LIKENESS_BANDS; i++) {
        bands[i] = number_of_band(least + i * FUHE_LIKENESS_ROWS);
    }
}
