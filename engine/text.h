/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_TEXT_H
#define FUHE_ENGINE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A borrowed run of UTF-8 bytes, not necessarily ended by NUL. An empty text may have bytes == NULL. */
typedef struct fuhe_text {
    const char *bytes;
    size_t length;
} fuhe_text;

/* A text from a string literal. */
#define FUHE_TEXT(literal) ((fuhe_text){(literal), sizeof(literal) - 1})

/* NULL gives the empty text. Compilers measure literals. */
static inline fuhe_text fuhe_text_of(const char *string) {
    return (fuhe_text){string, string == NULL ? 0 : strlen(string)};
}

bool fuhe_text_equals(fuhe_text a, fuhe_text b);
bool fuhe_text_starts_with(fuhe_text text, fuhe_text prefix);
bool fuhe_text_ends_with(fuhe_text text, fuhe_text suffix);
bool fuhe_text_contains(fuhe_text text, fuhe_text part);

/* Byte offset of part in text, or text.length when it is not there. */
size_t fuhe_text_find(fuhe_text text, fuhe_text part);

/* The text from byte offset `from` to its end; from <= text.length. */
fuhe_text fuhe_text_from(fuhe_text text, size_t from);

/* Without white space at both ends: ASCII, no-break space U+00A0, ideographic space U+3000, U+FEFF. */
fuhe_text fuhe_text_trim(fuhe_text text);

/* Decodes the character at *offset (< text.length) and moves *offset behind it. A byte that is not UTF-8 gives U+FFFD.
 */
uint32_t fuhe_text_next(fuhe_text text, size_t *offset);

/* Equal when white space, quotation marks of every kind and full-width forms are ignored: how names are matched. */
bool fuhe_text_same_name(fuhe_text a, fuhe_text b);

/* A number that is equal for texts of the same name, and hardly ever for others; `seed` chains several texts. */
uint64_t fuhe_text_hash_name(fuhe_text text, uint64_t seed);

#endif
