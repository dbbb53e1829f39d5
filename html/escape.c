/* SPDX-License-Identifier: Apache-2.0 */
/* What comes from a form may be anything: here it loses the power to be markup, to hide, or to turn lines about. */
#include "html/escape.h"

#define REPLACEMENT "\xEF\xBF\xBD"

static bool is_within(uint32_t character, uint32_t first, uint32_t last) {
    return character >= first && character <= last;
}

bool fuhe_escape_is_hidden(uint32_t character) {
    return character < ' ' || is_within(character, 0x7F, 0x9F) || is_within(character, 0x200E, 0x200F) ||
           is_within(character, 0x202A, 0x202E) || is_within(character, 0x2066, 0x2069) || character == 0x61C ||
           character == 0xFEFF || is_within(character, 0xFFFD, 0xFFFF) || is_within(character, 0xD800, 0xDFFF);
}

/* What stands for a character that cannot stand for itself; NULL for all others. */
static const char *escape_of(uint32_t character) {
    switch (character) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\r':
        return "\n";
    case '\t':
    case '\n':
        return NULL;
    default:
        return fuhe_escape_is_hidden(character) ? REPLACEMENT : NULL;
    }
}

static bool is_continuation(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static bool is_plain_ascii(unsigned char byte) {
    return byte >= ' ' && byte < 0x7F && byte != '&' && byte != '<' && byte != '>' && byte != '"' && byte != '\'';
}

/* The offset behind characters that surely stand for themselves: most of ASCII, and those of three bytes that begin
 * with E3 to E9, as nearly all Chinese ones do. */
static size_t skip_plain(fuhe_text text, size_t offset) {
    while (offset < text.length) {
        const unsigned char byte = (unsigned char)text.bytes[offset];
        const bool is_three = byte >= 0xE3 && byte <= 0xE9 && text.length - offset >= 3 &&
                              is_continuation(text.bytes[offset + 1]) && is_continuation(text.bytes[offset + 2]);
        if (!is_three && !is_plain_ascii(byte)) {
            break;
        }
        offset += is_three ? 3 : 1;
    }
    return offset;
}

void fuhe_escape_text(struct fuhe_output *output, fuhe_text text) {
    size_t written = 0;

    for (size_t offset = skip_plain(text, 0); offset < text.length; offset = skip_plain(text, offset)) {
        const size_t start = offset;
        const char *escape = escape_of(fuhe_text_next(text, &offset));

        if (escape != NULL) {
            fuhe_output_text(output, (fuhe_text){text.bytes + written, start - written});
            fuhe_output_string(output, escape);
            written = offset;
        }
    }
    fuhe_output_text(output, fuhe_text_from(text, written));
}

static bool is_unreserved(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '-' || byte == '.' || byte == '_' || byte == '~' || byte == '/';
}

void fuhe_escape_path(struct fuhe_output *output, fuhe_text path) {
    static const char digits[] = "0123456789ABCDEF";

    for (size_t i = 0; i < path.length; i++) {
        const unsigned char byte = (unsigned char)path.bytes[i];
        if (is_unreserved(path.bytes[i])) {
            fuhe_output_char(output, path.bytes[i]);
        } else {
            fuhe_output_text(output, (fuhe_text){(char[]){'%', digits[byte >> 4], digits[byte & 0xF]}, 3});
        }
    }
}
