/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_HASH_H
#define FUHE_XML_HASH_H

#include <nettle/sha2.h>

#include "engine/text.h"

/* SHA-256 of the bytes of a document: anybody can hold it against `sha256sum`. */
enum { FUHE_HASH_BYTES = 32 };

struct fuhe_hash {
    unsigned char bytes[FUHE_HASH_BYTES];
};

struct fuhe_hash fuhe_hash_of(fuhe_text bytes);

/* The same, piece by piece. */
struct fuhe_hashing {
    struct sha256_ctx state;
};

void fuhe_hashing_begin(struct fuhe_hashing *hashing);
void fuhe_hashing_add(struct fuhe_hashing *hashing, fuhe_text bytes);
struct fuhe_hash fuhe_hashing_end(struct fuhe_hashing *hashing);

/* Writes it in hexadecimal digits. */
enum { FUHE_HASH_TEXT_SIZE = 2 * FUHE_HASH_BYTES + 1 };
void fuhe_hash_format(const struct fuhe_hash *hash, char text[FUHE_HASH_TEXT_SIZE]);

/* Reads what fuhe_hash_format wrote; of any other text, all zeros. */
struct fuhe_hash fuhe_hash_parse(fuhe_text text);

#endif
