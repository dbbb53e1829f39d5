/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256, by nettle. */
#include "store/hash.h"

void fuhe_hashing_begin(struct fuhe_hashing *hashing) {
    sha256_init(&hashing->state);
}

void fuhe_hashing_add(struct fuhe_hashing *hashing, fuhe_text bytes) {
    sha256_update(&hashing->state, bytes.length, (const uint8_t *)bytes.bytes);
}

struct fuhe_hash fuhe_hashing_end(struct fuhe_hashing *hashing) {
    struct fuhe_hash hash;

    sha256_digest(&hashing->state, sizeof hash.bytes, hash.bytes);
    return hash;
}

struct fuhe_hash fuhe_hash_of(fuhe_text bytes) {
    struct fuhe_hashing hashing;

    fuhe_hashing_begin(&hashing);
    fuhe_hashing_add(&hashing, bytes);
    return fuhe_hashing_end(&hashing);
}
