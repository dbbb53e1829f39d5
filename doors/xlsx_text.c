/* SPDX-License-Identifier: Apache-2.0 */
/* Text of a workbook, in runs of one look. What is raised behind a figure must not run into what stands beside it: a
 * space makes such a figure doubtful. What is crossed out is held by itself. */
#include <string.h>

#include "doors/door_xlsx.h"

static const char *const values[] = {"t", "v", NULL};
static const char *const pronunciations[] = {"rPh", "phoneticPr", NULL};

void fuhe_xlsx_text_release(struct fuhe_xlsx_text *text) {
    fuhe_text_builder_release(&text->builder);
    fuhe_text_builder_release(&text->struck);
}

void fuhe_xlsx_text_clear(struct fuhe_xlsx_text *text) {
    text->builder.length = text->struck.length = 0;
    text->is_crossed = text->is_raised = text->is_apart = false;
}

void fuhe_xlsx_text_begin(struct fuhe_xlsx_text *text, const struct fuhe_tag *tag) {
    const fuhe_text height = fuhe_tag_attribute(tag, "val");

    text->pronounced += fuhe_name_is(tag->name, pronunciations);
    text->in_value = text->pronounced == 0 && fuhe_name_is(tag->name, values);
    if (strcmp(tag->name, "r") == 0) {
        text->is_crossed = text->is_raised = false;
    } else if (strcmp(tag->name, "strike") == 0) {
        text->is_crossed = fuhe_tag_is_on(tag);
    } else if (strcmp(tag->name, "vertAlign") == 0) {
        text->is_raised =
            fuhe_text_equals(height, FUHE_TEXT("superscript")) || fuhe_text_equals(height, FUHE_TEXT("subscript"));
    }
}

void fuhe_xlsx_text_end(struct fuhe_xlsx_text *text, const char *name) {
    text->pronounced -= fuhe_name_is(name, pronunciations);
    text->in_value = false;
}

void fuhe_xlsx_text_add(struct fuhe_xlsx_text *text, fuhe_text more) {
    struct fuhe_text_builder *builder = text->is_crossed ? &text->struck : &text->builder;

    if (!text->in_value) {
        return;
    }
    const bool apart = text->is_raised && fuhe_text_builder_ends_with_digit(builder);
    if (apart != text->is_apart) {
        fuhe_text_builder_add(builder, FUHE_TEXT(" "));
        text->is_apart = apart;
    }
    fuhe_text_builder_add(builder, more);
}

struct fuhe_xlsx_shared fuhe_xlsx_text_line(struct fuhe_xlsx_text *text) {
    const fuhe_text carriage_return = FUHE_TEXT("_x000D_"); /* as the format writes what XML cannot keep */
    struct fuhe_text_builder *builder = &text->builder;
    const enum fuhe_struck struck = fuhe_struck_settle(builder, &text->struck);
    const fuhe_text all = fuhe_text_builder_text(builder);
    size_t length = 0;

    for (size_t at = 0; at < all.length;) {
        const bool escaped = fuhe_text_starts_with(fuhe_text_from(all, at), carriage_return);
        const char byte = escaped || (all.bytes[at] >= '\t' && all.bytes[at] <= '\r') ? ' ' : all.bytes[at];
        at += escaped ? carriage_return.length : 1;
        if (byte != ' ' || length == 0 || builder->bytes[length - 1] != ' ') {
            builder->bytes[length++] = byte;
        }
    }
    builder->length = length;
    return (struct fuhe_xlsx_shared){fuhe_text_trim(fuhe_text_builder_text(builder)), struck};
}
