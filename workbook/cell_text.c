/* SPDX-License-Identifier: Apache-2.0 */
/* One pass over the characters of a text, each copied or replaced, as long as there is room for it and the mark. */
#include "workbook/cell_text.h"

#include <stdio.h>
#include <string.h>

#define CUT_MARK "…"

struct range {
    uint32_t first;
    uint32_t last;
};

/* Controls but the line end, and the marks that turn the direction of writing. */
static const struct range hidden[] = {
    {0x00, 0x09}, {0x0B, 0x1F}, {0x7F, 0x9F}, {0x061C, 0x061C}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
};

static bool is_hidden(uint32_t character) {
    for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++) {
        if (character >= hidden[i].first && character <= hidden[i].last) {
            return true;
        }
    }
    return false;
}

static bool is_hex(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'F') || (byte >= 'a' && byte <= 'f');
}

/* Whether a spreadsheet would take what stands here for the code of a character. */
static bool is_code(fuhe_text text, size_t offset) {
    const char *bytes = text.bytes + offset;

    return text.length - offset >= 7 && bytes[0] == '_' && bytes[1] == 'x' && is_hex(bytes[2]) && is_hex(bytes[3]) &&
           is_hex(bytes[4]) && is_hex(bytes[5]) && bytes[6] == '_';
}

/* What stands for the character at *offset, which moves behind it. */
static fuhe_text next_piece(fuhe_text source, size_t *offset, char buffer[16]) {
    const size_t start = *offset;
    const uint32_t character = fuhe_text_next(source, offset);

    if (is_code(source, start)) {
        return FUHE_TEXT("_x005F_");
    }
    if (is_hidden(character)) {
        const int length = snprintf(buffer, 16, character < 0x100 ? "\\x%02X" : "\\u%04X", (unsigned)character);
        return (fuhe_text){buffer, (size_t)length};
    }
    if (character == 0xFFFD || character == 0xFFFE || character == 0xFFFF) {
        return FUHE_TEXT("\xEF\xBF\xBD");
    }
    return (fuhe_text){source.bytes + start, *offset - start};
}

/* Characters as a spreadsheet counts them: beyond the first plane they are two. */
static size_t characters_of(fuhe_text piece) {
    size_t offset = 0;
    size_t count = 0;

    while (offset < piece.length) {
        count += fuhe_text_next(piece, &offset) > 0xFFFF ? 2 : 1;
    }
    return count;
}

const char *fuhe_cell_text_make(fuhe_text source, char text[FUHE_CELL_TEXT_SIZE]) {
    size_t length = 0;
    size_t characters = 0;
    size_t cut = 0; /* where the text ends when the mark has to go behind it */
    size_t offset = 0;

    while (offset < source.length) {
        char buffer[16];
        const fuhe_text piece = next_piece(source, &offset, buffer);
        const size_t count = characters_of(piece);
        if (characters + count > FUHE_CELL_CHARACTERS_MAX) {
            memcpy(text + cut, CUT_MARK, sizeof CUT_MARK);
            return text;
        }
        memcpy(text + length, piece.bytes, piece.length);
        length += piece.length;
        characters += count;
        cut = characters < FUHE_CELL_CHARACTERS_MAX ? length : cut;
    }
    text[length] = '\0';
    return text;
}

/* Characters of three bytes and more are taken as wide; the bytes behind the first one take no room. */
static size_t columns_of(unsigned char byte) {
    if (byte >= 0xE0) {
        return 2;
    }
    return byte < 0x80 || byte >= 0xC0 ? 1 : 0;
}

size_t fuhe_cell_text_lines(const char *text, unsigned width) {
    size_t lines = 1;
    size_t used = 0;

    for (; *text != '\0'; text++) {
        const size_t columns = columns_of((unsigned char)*text);
        if (*text == '\n' || used + columns > width) {
            lines++;
            used = 0;
        }
        used += *text == '\n' ? 0 : columns;
    }
    return lines;
}
