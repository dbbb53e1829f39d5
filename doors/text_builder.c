/* SPDX-License-Identifier: Apache-2.0 */
/* Text that grows: cells and paragraphs arrive in pieces. */
#include "doors/text_builder.h"

#include <stdlib.h>

static bool make_room(struct fuhe_text_builder *builder, size_t more) {
    size_t capacity = builder->capacity == 0 ? 256 : builder->capacity;

    while (capacity - builder->length < more) {
        if (capacity > SIZE_MAX / 2) {
            return false;
        }
        capacity *= 2;
    }
    if (capacity == builder->capacity) {
        return true;
    }
    char *bytes = realloc(builder->bytes, capacity);
    if (bytes == NULL) {
        return false;
    }
    builder->bytes = bytes;
    builder->capacity = capacity;
    return true;
}

void fuhe_text_builder_add(struct fuhe_text_builder *builder, fuhe_text text) {
    if (text.length == 0 || builder->failed) {
        return;
    }
    if (!make_room(builder, text.length)) {
        builder->failed = true;
        return;
    }
    memcpy(builder->bytes + builder->length, text.bytes, text.length);
    builder->length += text.length;
}

void fuhe_text_builder_release(struct fuhe_text_builder *builder) {
    free(builder->bytes);
    *builder = (struct fuhe_text_builder){0};
}

fuhe_text fuhe_text_builder_text(const struct fuhe_text_builder *builder) {
    return (fuhe_text){builder->bytes, builder->length};
}

bool fuhe_text_builder_ends_with_digit(const struct fuhe_text_builder *builder) {
    const size_t length = builder->length;

    return length > 0 && builder->bytes[length - 1] >= '0' && builder->bytes[length - 1] <= '9';
}
