/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes are hashed as they pass; the hash stands once there are no more. */
#include "batch/hashed_input.h"

static enum fuhe_status read_hashed(void *context, char *buffer, size_t size, size_t *count, struct fuhe_error *err) {
    struct fuhe_hashed_input *hashed = context;

    FUHE_TRY(hashed->from.read(hashed->from.context, buffer, size, count, err));
    if (*count > 0) {
        fuhe_hashing_add(&hashed->hashing, (fuhe_text){buffer, *count});
    } else if (!hashed->ended) {
        hashed->ended = true;
        hashed->hash = fuhe_hashing_end(&hashed->hashing);
    }
    return FUHE_STATUS_OK;
}

void fuhe_hashed_input_begin(struct fuhe_hashed_input *hashed, struct fuhe_input from) {
    hashed->from = from;
    hashed->ended = false;
    fuhe_hashing_begin(&hashed->hashing);
}

struct fuhe_input fuhe_input_from_hashed(struct fuhe_hashed_input *hashed) {
    return (struct fuhe_input){read_hashed, hashed};
}

const struct fuhe_hash *fuhe_hashed_input_hash(const struct fuhe_hashed_input *hashed) {
    return hashed->ended ? &hashed->hash : NULL;
}

bool fuhe_hash_input(const struct fuhe_input *input, struct fuhe_hash *hash) {
    struct fuhe_hashed_input hashed;
    char buffer[65536];
    size_t count = 1;

    fuhe_hashed_input_begin(&hashed, *input);
    while (count > 0) {
        if (read_hashed(&hashed, buffer, sizeof buffer, &count, NULL) != FUHE_STATUS_OK) {
            return false;
        }
    }
    *hash = hashed.hash;
    return true;
}
