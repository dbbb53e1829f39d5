/* SPDX-License-Identifier: Apache-2.0 */
/* A cell's text in two pieces: what stands and what is crossed out. */
#include "doors/struck.h"

static bool is_blank(const struct fuhe_text_builder *builder) {
    return fuhe_text_trim(fuhe_text_builder_text(builder)).length == 0;
}

enum fuhe_struck fuhe_struck_settle(struct fuhe_text_builder *text, struct fuhe_text_builder *struck) {
    const bool is_struck = !is_blank(struck);
    const bool is_whole = is_struck && is_blank(text);

    if (is_whole) {
        text->length = 0;
        fuhe_text_builder_add(text, fuhe_text_builder_text(struck));
    }
    text->failed = text->failed || struck->failed;
    struck->length = 0;
    return is_whole ? FUHE_STRUCK_WHOLE : is_struck ? FUHE_STRUCK_PART : FUHE_STRUCK_NOT;
}
