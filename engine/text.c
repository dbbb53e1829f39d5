/* SPDX-License-Identifier: Apache-2.0 */
/* Slices of UTF-8. Comparing names ignores what printing and typing habits change: spaces, quotation marks, width. */
#include "engine/text.h"

#include <string.h>

/* The last byte of a Chinese character tells most words apart before they are compared. */
bool fuhe_text_equals(fuhe_text a, fuhe_text b) {
    return a.length == b.length && (a.length == 0 || (a.bytes[a.length - 1] == b.bytes[a.length - 1] &&
                                                      memcmp(a.bytes, b.bytes, a.length) == 0));
}

bool fuhe_text_starts_with(fuhe_text text, fuhe_text prefix) {
    return text.length >= prefix.length && fuhe_text_equals((fuhe_text){text.bytes, prefix.length}, prefix);
}

bool fuhe_text_ends_with(fuhe_text text, fuhe_text suffix) {
    return text.length >= suffix.length && fuhe_text_equals(fuhe_text_from(text, text.length - suffix.length), suffix);
}

size_t fuhe_text_find(fuhe_text text, fuhe_text part) {
    if (part.length == 0) {
        return 0;
    }
    for (size_t at = 0; at + part.length <= text.length; at++) {
        const char *hit = memchr(text.bytes + at, part.bytes[0], text.length - part.length + 1 - at);
        if (hit == NULL) {
            break;
        }
        at = (size_t)(hit - text.bytes);
        if (memcmp(hit, part.bytes, part.length) == 0) {
            return at;
        }
    }
    return text.length;
}

bool fuhe_text_contains(fuhe_text text, fuhe_text part) {
    return part.length == 0 || fuhe_text_find(text, part) < text.length;
}

fuhe_text fuhe_text_from(fuhe_text text, size_t from) {
    return from == 0 ? text : (fuhe_text){text.bytes + from, text.length - from};
}

static bool is_space(uint32_t character) {
    return character == ' ' || (character >= '\t' && character <= '\r') || character == 0xA0 || character == 0x3000 ||
           character == 0xFEFF;
}

/* What most texts are told by: white space beyond ASCII is C2 A0, E3 80 80 or EF BB BF. */
static bool may_begin_space(unsigned char byte) {
    return byte <= ' ' || byte == 0xC2 || byte == 0xE3 || byte == 0xEF;
}

static bool may_end_space(unsigned char byte) {
    return byte <= ' ' || byte == 0xA0 || byte == 0x80 || byte == 0xBF;
}

static size_t last_character(fuhe_text text) {
    size_t at = text.length - 1;

    while (at > 0 && ((unsigned char)text.bytes[at] & 0xC0) == 0x80) {
        at--;
    }
    return at;
}

static fuhe_text trim_start(fuhe_text text) {
    while (text.length > 0 && may_begin_space((unsigned char)text.bytes[0])) {
        size_t next = 0;
        if (!is_space(fuhe_text_next(text, &next))) {
            break;
        }
        text = (fuhe_text){text.bytes + next, text.length - next};
    }
    return text;
}

static fuhe_text trim_end(fuhe_text text) {
    while (text.length > 0 && may_end_space((unsigned char)text.bytes[text.length - 1])) {
        const size_t end = last_character(text);
        size_t at = end;
        if (!is_space(fuhe_text_next(text, &at))) {
            break;
        }
        text.length = end;
    }
    return text;
}

fuhe_text fuhe_text_trim(fuhe_text text) {
    return trim_end(trim_start(text));
}

/* Count of bytes of a character beyond ASCII by its first byte, and the bits of that byte that belong to it; 0 when it
 * is no first byte. */
static unsigned sequence_length(unsigned char first, uint32_t *bits) {
    if (first >= 0xC2 && first < 0xE0) {
        *bits = first & 0x1FU;
        return 2;
    }
    if (first >= 0xE0 && first < 0xF0) {
        *bits = first & 0x0FU;
        return 3;
    }
    if (first >= 0xF0 && first < 0xF5) {
        *bits = first & 0x07U;
        return 4;
    }
    return 0;
}

/* A character of more than one byte, or what is none. */
static uint32_t next_long(fuhe_text text, size_t *offset) {
    uint32_t character = 0;
    const unsigned length = sequence_length((unsigned char)text.bytes[*offset], &character);

    if (length == 0 || text.length - *offset < length) {
        *offset += 1;
        return 0xFFFD;
    }
    for (unsigned i = 1; i < length; i++) {
        const unsigned char byte = (unsigned char)text.bytes[*offset + i];
        if ((byte & 0xC0) != 0x80) {
            *offset += 1;
            return 0xFFFD;
        }
        character = character << 6 | (byte & 0x3FU);
    }
    *offset += length;
    return character;
}

uint32_t fuhe_text_next(fuhe_text text, size_t *offset) {
    const unsigned char *bytes = (const unsigned char *)text.bytes + *offset;

    if (bytes[0] < 0x80) {
        *offset += 1;
        return bytes[0];
    }
    /* Nearly every Chinese character. */
    if ((bytes[0] & 0xF0) == 0xE0 && text.length - *offset >= 3 && (bytes[1] & 0xC0) == 0x80 &&
        (bytes[2] & 0xC0) == 0x80) {
        *offset += 3;
        return (bytes[0] & 0x0FU) << 12 | (bytes[1] & 0x3FU) << 6 | (bytes[2] & 0x3FU);
    }
    return next_long(text, offset);
}

static bool is_quotation_mark(uint32_t character) {
    return character == '"' || character == '\'' || character == '`' || (character >= 0x2018 && character <= 0x201F) ||
           (character >= 0x300C && character <= 0x300F) || character == 0xAB || character == 0xBB ||
           (character >= 0x301D && character <= 0x301F);
}

/* The next character that counts in a name, in its narrow form; 0 at the end. */
static uint32_t next_of_name(fuhe_text text, size_t *offset) {
    while (*offset < text.length) {
        uint32_t character = fuhe_text_next(text, offset);
        if (character >= 0xFF01 && character <= 0xFF5E) {
            character -= 0xFF01 - '!';
        }
        if (!is_space(character) && !is_quotation_mark(character)) {
            return character;
        }
    }
    return 0;
}

/* Whether both begin with a Chinese character, and not with the same one. */
static bool begin_apart(fuhe_text a, fuhe_text b) {
    enum { FIRST_HAN = 0xE4, LAST_HAN = 0xE9, HAN_BYTES = 3 };

    if (a.length < HAN_BYTES || b.length < HAN_BYTES) {
        return false;
    }
    const unsigned char of_a = (unsigned char)a.bytes[0];
    const unsigned char of_b = (unsigned char)b.bytes[0];
    return of_a >= FIRST_HAN && of_a <= LAST_HAN && of_b >= FIRST_HAN && of_b <= LAST_HAN &&
           memcmp(a.bytes, b.bytes, HAN_BYTES) != 0;
}

bool fuhe_text_same_name(fuhe_text a, fuhe_text b) {
    size_t at_a = 0;
    size_t at_b = 0;
    uint32_t character;

    if (begin_apart(a, b)) {
        return false;
    }
    do {
        character = next_of_name(a, &at_a);
        if (character != next_of_name(b, &at_b)) {
            return false;
        }
    } while (character != 0);
    return true;
}

uint64_t fuhe_text_hash_name(fuhe_text text, uint64_t seed) {
    const uint64_t factor = 0x9E3779B97F4A7C15U;
    uint32_t character;
    size_t at = 0;

    do {
        character = next_of_name(text, &at);
        seed = (seed ^ character) * factor;
        seed ^= seed >> 29;
    } while (character != 0);
    return seed;
}
