/* SPDX-License-Identifier: Apache-2.0 */
/* A window of characters slides over the text, and each place of it is mixed into 32 bits. A text that does not fill
 * the window is the one feature of what is in it: characters are never 0, so it cannot be taken for a longer one. */
#include "crosscheck/features.h"

#include "engine/fingerprint.h"

void fuhe_features_reset(struct fuhe_features *features) {
    features->count = 0;
    features->characters = 0;
}

static uint32_t next_character(fuhe_text text, size_t *offset) {
    const uint32_t character = fuhe_fingerprint_next(text, offset);

    return character >= 'A' && character <= 'Z' ? character - 'A' + 'a' : character;
}

static uint64_t mix(uint64_t hash, uint64_t value) {
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ (hash >> 32);
}

/* Of the mixed bits the upper ones depend on all. */
static uint32_t finish(uint64_t hash) {
    return (uint32_t)((hash * UINT64_C(0xD6E8FEB86659FD93)) >> 32);
}

static void take(struct fuhe_features *features, uint32_t feature) {
    if (features->count < FUHE_FEATURES_MAX) {
        features->items[features->count++] = feature;
    }
}

/* The last four characters, the newest in the lower half of second. */
struct window {
    uint64_t first;
    uint64_t second;
};

static void slide(struct window *window, uint32_t character) {
    window->first = window->first << 32 | window->second >> 32;
    window->second = window->second << 32 | character;
}

static uint32_t feature_of(const struct window *window) {
    return finish(mix(mix(UINT64_C(0x243F6A8885A308D3), window->first), window->second));
}

void fuhe_features_add_shingles(struct fuhe_features *features, fuhe_text text) {
    struct window window = {0, 0};
    size_t characters = 0;
    size_t at = 0;

    for (uint32_t character = next_character(text, &at); character != 0; character = next_character(text, &at)) {
        slide(&window, character);
        characters++;
        if (characters >= FUHE_FEATURES_SHINGLE) {
            take(features, feature_of(&window));
        }
    }
    if (characters > 0 && characters < FUHE_FEATURES_SHINGLE) {
        take(features, feature_of(&window));
    }
    features->characters += characters;
}

void fuhe_features_add_item(struct fuhe_features *features, const fuhe_text *texts, size_t count) {
    uint64_t hash = UINT64_C(0x13198A2E03707344);
    size_t characters = 0;

    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        for (uint32_t character = next_character(texts[i], &at); character != 0;
             character = next_character(texts[i], &at)) {
            hash = mix(hash, character);
            characters++;
        }
        hash = mix(hash, 0); /* the end of a text counts */
    }
    if (characters > 0) {
        take(features, finish(hash));
    }
    features->characters += characters;
}

/* One pass of a radix sort, by the byte at shift. */
static void sort_by_byte(const uint32_t *from, uint32_t *to, size_t count, unsigned shift) {
    size_t starts[257] = {0};

    for (size_t i = 0; i < count; i++) {
        starts[(from[i] >> shift & 0xFF) + 1]++;
    }
    for (size_t i = 1; i < 256; i++) {
        starts[i] += starts[i - 1];
    }
    for (size_t i = 0; i < count; i++) {
        to[starts[from[i] >> shift & 0xFF]++] = from[i];
    }
}

void fuhe_features_finish(struct fuhe_features *features) {
    uint32_t turned[FUHE_FEATURES_MAX];
    size_t kept = 0;

    for (unsigned shift = 0; shift < 32; shift += 16) {
        sort_by_byte(features->items, turned, features->count, shift);
        sort_by_byte(turned, features->items, features->count, shift + 8);
    }
    for (size_t i = 0; i < features->count; i++) {
        if (kept == 0 || features->items[kept - 1] != features->items[i]) {
            features->items[kept++] = features->items[i];
        }
    }
    features->count = kept;
}
