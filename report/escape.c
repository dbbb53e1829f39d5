/* SPDX-License-Identifier: Apache-2.0 */
/* Escaping for JSON (RFC 8259) and XML 1.0. Nearly all text is Chinese characters and digits that stand for themselves,
 * so a table of first bytes passes those on, two Chinese characters at a time; all others are decoded and looked at. */
#include "report/escape.h"

#include <stdio.h>
#include <string.h>

#include "engine/eight_bytes.h"

enum { REPLACEMENT = 0xFFFD };

#define REPLACEMENT_BYTES "\xEF\xBF\xBD"

/* What a first byte promises, 32 bytes a line: p, a character that stands for itself in both styles; 3, one of three
 * bytes that does so, if two more follow; f, the same, unless it is one of the last of its plane; others need a closer
 * look. */
static const char first_bytes[] = "................................"
                                  "pp.ppp.ppppppppppppppppppppp.p.p" /* " & < > */
                                  "pppppppppppppppppppppppppppp.ppp" /* \ */
                                  "ppppppppppppppppppppppppppppppp."
                                  "................................"
                                  "................................"
                                  "................................"
                                  ".333333333333.3f................";

static const char *json_escape(uint32_t character, char escape[8]) {
    if (character == '"' || character == '\\') {
        (void)snprintf(escape, 8, "\\%c", (char)character);
        return escape;
    }
    if (character < ' ') {
        (void)snprintf(escape, 8, "\\u%04x", (unsigned)character);
        return escape;
    }
    return NULL;
}

static const char *xml_escape(uint32_t character, char escape[8]) {
    switch (character) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\t':
    case '\n':
    case '\r':
        (void)snprintf(escape, 8, "&#%u;", (unsigned)character);
        return escape;
    default:
        return character < ' ' || character == 0xFFFE || character == 0xFFFF ? REPLACEMENT_BYTES : NULL;
    }
}

/* What stands for a character that cannot stand for itself; NULL for all others. */
static const char *escape_of(enum fuhe_record_style style, uint32_t character, char buffer[8]) {
    const char *escape = style == FUHE_RECORD_JSON ? json_escape(character, buffer) : xml_escape(character, buffer);

    return escape == NULL && character == REPLACEMENT ? REPLACEMENT_BYTES : escape;
}

/* Writes the character at *offset, decoded and looked at. */
static char *write_character(enum fuhe_record_style style, fuhe_text text, size_t *offset, char *to) {
    const size_t start = *offset;
    char buffer[8];
    const char *escape = escape_of(style, fuhe_text_next(text, offset), buffer);
    const fuhe_text written = escape == NULL ? (fuhe_text){text.bytes + start, *offset - start} : fuhe_text_of(escape);

    memcpy(to, written.bytes, written.length);
    return to + written.length;
}

static char promise_of(char byte) {
    return first_bytes[(unsigned char)byte];
}

static bool is_continuation(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Whether a text begins with a character of three bytes that stands for itself. */
static bool begins_with_three(const char *bytes, size_t length) {
    const char promise = promise_of(bytes[0]);

    return length >= 3 && (promise == '3' || (promise == 'f' && (unsigned char)bytes[1] != 0xBF)) &&
           is_continuation(bytes[1]) && is_continuation(bytes[2]);
}

/* Whether eight bytes begin with two of them. */
static bool begin_with_twice_three(uint64_t eight) {
    return first_bytes[eight & 0xFF] == '3' && first_bytes[eight >> 24 & 0xFF] == '3' &&
           (eight & UINT64_C(0xC0C000C0C000)) == UINT64_C(0x808000808000);
}

char *fuhe_escape(enum fuhe_record_style style, fuhe_text text, char *to) {
    size_t offset = 0;

    while (offset < text.length) {
        const char *const bytes = text.bytes + offset;
        const size_t left = text.length - offset;
        if (left >= FUHE_EIGHT && begin_with_twice_three(fuhe_eight_load(bytes))) {
            memcpy(to, bytes, FUHE_EIGHT);
            offset += 6;
            to += 6;
        } else if (promise_of(bytes[0]) == 'p') {
            *to++ = bytes[0];
            offset++;
        } else if (begins_with_three(bytes, left)) {
            memcpy(to, bytes, 3);
            offset += 3;
            to += 3;
        } else {
            to = write_character(style, text, &offset, to);
        }
    }
    return to;
}
