/* SPDX-License-Identifier: Apache-2.0 */
/* The ticks, boxes, signs and bullets that forms have; of all others it is only known that they are no letters. */
#include "doors/word_symbol.h"

#include <stddef.h>

struct symbol {
    uint32_t code; /* 0 behind the last one */
    const char *text;
};

struct fuhe_symbol_font {
    const char *name;
    const struct symbol *symbols;
    uint32_t plain_end; /* from the space up to here characters are what they are elsewhere */
};

enum { LATIN_END = 0x100, PRIVATE_BEGIN = 0xF000, PRIVATE_END = 0xF100 };

static const struct symbol wingdings[] = {
    {0x6C, "●"}, {0x6E, "■"}, {0x6F, "□"}, {0x70, "□"}, {0x71, "□"}, {0x72, "□"}, {0x75, "◆"}, {0x76, "◆"},
    {0xA1, "○"}, {0xA7, "■"}, {0xA8, "□"}, {0xFB, "✗"}, {0xFC, "✓"}, {0xFD, "☒"}, {0xFE, "☑"}, {0, NULL},
};
static const struct symbol wingdings_2[] = {
    {0x2A, "□"}, {0x30, "□"}, {0x4F, "✗"}, {0x50, "✓"}, {0x51, "☒"}, {0x52, "☑"}, {0x53, "☒"},
    {0x54, "☒"}, {0x97, "●"}, {0xA2, "■"}, {0xA3, "□"}, {0xA4, "□"}, {0, NULL},
};
static const struct symbol wingdings_3[] = {{0, NULL}};
static const struct symbol webdings[] = {{0x61, "✓"}, {0x63, "□"}, {0x67, "■"}, {0x6E, "●"}, {0x72, "✗"}, {0, NULL}};
static const struct symbol symbol_signs[] = {
    {0xA3, "≤"}, {0xB0, "°"}, {0xB1, "±"}, {0xB3, "≥"}, {0xB4, "×"}, {0xB7, "•"},
    {0xB8, "÷"}, {0xB9, "≠"}, {0xBB, "≈"}, {0xD6, "√"}, {0, NULL},
};

static const struct fuhe_symbol_font fonts[] = {
    {"Wingdings", wingdings, '!'}, {"Wingdings 2", wingdings_2, '!'}, {"Wingdings 3", wingdings_3, '!'},
    {"Webdings", webdings, '!'},   {"Symbol", symbol_signs, '@'},
};

const struct fuhe_symbol_font *fuhe_symbol_font_find(fuhe_text name) {
    for (size_t i = 0; i < sizeof fonts / sizeof fonts[0]; i++) {
        if (fuhe_text_equals(name, fuhe_text_of(fonts[i].name))) {
            return &fonts[i];
        }
    }
    return NULL;
}

fuhe_text fuhe_symbol_text(const struct fuhe_symbol_font *font, uint32_t code) {
    static const char plain[] = " !\"#$%&'()*+,-./0123456789:;<=>?";
    const uint32_t own = code >= PRIVATE_BEGIN && code < PRIVATE_END ? code - PRIVATE_BEGIN : code;

    if (own >= ' ' && own < font->plain_end) {
        return (fuhe_text){plain + (own - ' '), 1};
    }
    for (const struct symbol *symbol = font->symbols; symbol->code != 0; symbol++) {
        if (symbol->code == own) {
            return fuhe_text_of(symbol->text);
        }
    }
    return FUHE_TEXT("\xEF\xBF\xBD");
}

fuhe_text fuhe_symbol_next(const struct fuhe_symbol_font *font, fuhe_text text, size_t *at) {
    const size_t start = *at;
    const uint32_t character = fuhe_text_next(text, at);
    const bool is_picture =
        (character > ' ' && character < LATIN_END) || (character >= PRIVATE_BEGIN && character < PRIVATE_END);

    return is_picture ? fuhe_symbol_text(font, character) : (fuhe_text){text.bytes + start, *at - start};
}
