/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as a text whose features are taken: whole, framed by punctuation, and by lines as the parts of an item. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "crosscheck/features.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { FRAME = 3, PARTS = 3 };

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static void check_set(const struct fuhe_features *features) {
    require(features->count <= FUHE_FEATURES_MAX && features->count <= features->characters);
    require((features->count == 0) == (features->characters == 0));
    for (size_t i = 1; i < features->count; i++) {
        require(features->items[i - 1] < features->items[i]);
    }
}

static void take(struct fuhe_features *features, fuhe_text text) {
    fuhe_features_reset(features);
    fuhe_features_add_shingles(features, text);
    fuhe_features_finish(features);
    check_set(features);
}

/* A full stop on both sides makes no difference. */
static void check_frame(const struct fuhe_features *plain, fuhe_text text) {
    static struct fuhe_features framed;
    char *bytes = malloc(text.length + 2 * FRAME);

    require(bytes != NULL);
    memcpy(bytes, "。", FRAME);
    if (text.length > 0) {
        memcpy(bytes + FRAME, text.bytes, text.length);
    }
    memcpy(bytes + FRAME + text.length, "。", FRAME);
    take(&framed, (fuhe_text){bytes, text.length + 2 * FRAME});
    require(framed.characters == plain->characters && framed.count == plain->count);
    require(memcmp(framed.items, plain->items, plain->count * sizeof plain->items[0]) == 0);
    free(bytes);
}

static void check_item(fuhe_text text) {
    static struct fuhe_features features;
    fuhe_text parts[PARTS];

    for (size_t i = 0; i < PARTS; i++) {
        const size_t end = fuhe_text_find(text, FUHE_TEXT("\n"));
        parts[i] = (fuhe_text){text.bytes, end};
        text = fuhe_text_from(text, end < text.length ? end + 1 : end);
    }
    fuhe_features_reset(&features);
    fuhe_features_add_item(&features, parts, PARTS);
    fuhe_features_add_item(&features, parts, PARTS);
    fuhe_features_finish(&features);
    require(features.count == (features.characters > 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static struct fuhe_features plain;
    const fuhe_text text = {(const char *)bytes, size};

    take(&plain, text);
    check_frame(&plain, text);
    check_item(text);
    return 0;
}
