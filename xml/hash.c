/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256, by nettle. */
#include "xml/hash.h"

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

void fuhe_hash_format(const struct fuhe_hash *hash, char text[FUHE_HASH_TEXT_SIZE]) {
    static const char digits[] = "0123456789abcdef";

    for (size_t i = 0; i < FUHE_HASH_BYTES; i++) {
        text[2 * i] = digits[hash->bytes[i] >> 4];
        text[2 * i + 1] = digits[hash->bytes[i] & 15];
    }
    text[2 * FUHE_HASH_BYTES] = '\0';
}

/* 16 for what is no digit. */
static unsigned value_of(char digit) {
    if (digit >= '0' && digit <= '9') {
        return (unsigned)(digit - '0');
    }
    return digit >= 'a' && digit <= 'f' ? (unsigned)(digit - 'a') + 10 : 16;
}

struct fuhe_hash fuhe_hash_parse(fuhe_text text) {
    static const struct fuhe_hash none = {{0}};
    struct fuhe_hash hash = none;

    for (size_t i = 0; text.length == 2 * FUHE_HASH_BYTES && i < FUHE_HASH_BYTES; i++) {
        const unsigned high = value_of(text.bytes[2 * i]);
        const unsigned low = value_of(text.bytes[2 * i + 1]);
        if (high == 16 || low == 16) {
            return none;
        }
        hash.bytes[i] = (unsigned char)(high << 4 | low);
    }
    return hash;
}
