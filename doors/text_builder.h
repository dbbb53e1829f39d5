/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_TEXT_BUILDER_H
#define FUHE_DOORS_TEXT_BUILDER_H

#include "engine/error.h"
#include "engine/text.h"

/* Text that grows. Memory that is out is kept as a state, asked for once at the end. */
struct fuhe_text_builder {
    char *bytes;
    size_t length;
    size_t capacity;
    bool failed;
};

void fuhe_text_builder_add(struct fuhe_text_builder *builder, fuhe_text text);
void fuhe_text_builder_release(struct fuhe_text_builder *builder);

/* What has been added; valid until more is. */
fuhe_text fuhe_text_builder_text(const struct fuhe_text_builder *builder);

bool fuhe_text_builder_ends_with_digit(const struct fuhe_text_builder *builder);

#endif
