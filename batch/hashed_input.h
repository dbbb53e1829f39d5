/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BATCH_HASHED_INPUT_H
#define FUHE_BATCH_HASHED_INPUT_H

#include "xml/hash.h"
#include "xml/input.h"

/* Input that is hashed while it is read. */
struct fuhe_hashed_input {
    struct fuhe_input from;
    struct fuhe_hashing hashing;
    bool ended; /* all of it was read */
    struct fuhe_hash hash;
};

void fuhe_hashed_input_begin(struct fuhe_hashed_input *hashed, struct fuhe_input from);

/* The same bytes; hashed is borrowed. */
struct fuhe_input fuhe_input_from_hashed(struct fuhe_hashed_input *hashed);

/* NULL when it was not read to its end. */
const struct fuhe_hash *fuhe_hashed_input_hash(const struct fuhe_hashed_input *hashed);

/* Reads input to its end for nothing but its hash; false when that fails. */
bool fuhe_hash_input(const struct fuhe_input *input, struct fuhe_hash *hash);

#endif
