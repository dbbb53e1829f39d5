/* SPDX-License-Identifier: Apache-2.0 */
/* The first eight bytes of a SHA-256 are as good as a number drawn at random: shards come out alike in size. */
#include "store/shard.h"

bool fuhe_shard_is_part(const struct fuhe_shard *shard) {
    return shard->count > 1;
}

bool fuhe_shard_takes(const struct fuhe_shard *shard, const struct fuhe_hash *hash, const char *file) {
    enum { USED = 8 };
    uint64_t number = 0;

    if (!fuhe_shard_is_part(shard)) {
        return true;
    }
    const struct fuhe_hash told = hash != NULL ? *hash : fuhe_hash_of(fuhe_text_of(file));
    for (size_t i = 0; i < USED; i++) {
        number = number << 8 | told.bytes[i];
    }
    return number % shard->count + 1 == shard->number;
}

/* Reads a number from 1 on and moves *text behind it; 0 when there is none, or it is too large. */
static uint32_t read_number(const char **text) {
    uint32_t number = 0;

    for (; **text >= '0' && **text <= '9'; (*text)++) {
        number = 10 * number + (uint32_t)(**text - '0');
        if (number > FUHE_SHARDS_MAX) {
            return 0;
        }
    }
    return number;
}

bool fuhe_shard_read(const char *text, struct fuhe_shard *shard) {
    struct fuhe_shard read = {.number = read_number(&text)};

    if (*text != '/') {
        return false;
    }
    text++;
    read.count = read_number(&text);
    *shard = read;
    return *text == '\0' && read.number >= 1 && read.number <= read.count;
}
