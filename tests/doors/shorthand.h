/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_DOORS_SHORTHAND_H
#define FUHE_TESTS_DOORS_SHORTHAND_H

#include <string.h>

#include "engine/text.h"
#include "tests/support/cases.h"

/* Signs that stand for the long words of a kind of document, so that a row of a table shows what it is about. */
struct shorthand {
    fuhe_text sign;
    fuhe_text meaning;
};

#define TEXT(literal)                                                                                                  \
    { (literal), sizeof(literal) - 1 }

struct shorthands {
    const struct shorthand *signs; /* the first that fits counts: "[]" before "[" */
    size_t count;
};

/* Adds a body, its signs written out, to a part; *length is moved on. */
static inline void shorthand_write(const struct shorthands *known, const char *body, char *part, size_t size,
                                   size_t *length) {
    for (fuhe_text left = fuhe_text_of(body); left.length > 0;) {
        struct shorthand here = {{left.bytes, 1}, {left.bytes, 1}};
        for (size_t i = known->count; i > 0; i--) {
            here = fuhe_text_starts_with(left, known->signs[i - 1].sign) ? known->signs[i - 1] : here;
        }
        assert_true(*length + here.meaning.length < size);
        memcpy(part + *length, here.meaning.bytes, here.meaning.length);
        *length += here.meaning.length;
        left = fuhe_text_from(left, here.sign.length);
    }
}

#endif
