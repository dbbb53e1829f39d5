/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_WORD_SYMBOL_H
#define FUHE_DOORS_WORD_SYMBOL_H

#include "engine/text.h"

/* A font whose letters are pictures: "R" in Wingdings 2 is a ticked box. */
struct fuhe_symbol_font;

/* NULL for a font of letters. */
const struct fuhe_symbol_font *fuhe_symbol_font_find(fuhe_text name);

/* What a character of such a font looks like. Codes are those of the font, or moved to U+F000 and on. U+FFFD when that
 * is not known: nothing on the page is passed over. */
fuhe_text fuhe_symbol_text(const struct fuhe_symbol_font *font, uint32_t code);

/* The character of a text at *at, which is moved on, as it looks in a font: Chinese ones are taken from another. */
fuhe_text fuhe_symbol_next(const struct fuhe_symbol_font *font, fuhe_text text, size_t *at);

#endif
