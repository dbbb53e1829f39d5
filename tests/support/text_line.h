/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_SUPPORT_TEXT_LINE_H
#define FUHE_TESTS_SUPPORT_TEXT_LINE_H

#include <string.h>

#include "engine/text.h"
#include "tests/support/cases.h"

/* What was found, written out as one text that a row can hold as a whole. */
struct text_line {
    char bytes[4096];
    size_t length;
};

static inline void text_line_add(struct text_line *line, fuhe_text more) {
    assert_true(line->length + more.length < sizeof line->bytes);
    memcpy(line->bytes + line->length, more.bytes == NULL ? "" : more.bytes, more.length);
    line->length += more.length;
    line->bytes[line->length] = '\0';
}

#endif
