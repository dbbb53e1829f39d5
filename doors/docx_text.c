/* SPDX-License-Identifier: Apache-2.0 */
/* The text of a document of Word as it looks. What is hidden or raised behind a figure must not run into what stands
 * beside it: a space makes such a figure doubtful. What is crossed out is held by itself. */
#include "doors/door.h"
#include "doors/door_docx.h"

enum { HEXADECIMAL = 16 };

enum fuhe_status fuhe_docx_break(struct fuhe_docx *docx, struct fuhe_error *err) {
    docx->apart = false;
    return fuhe_flow_break(&docx->flow, err);
}

static enum fuhe_status hold_apart(struct fuhe_docx *docx, struct fuhe_error *err) {
    const struct fuhe_text_builder *cell = fuhe_flow_cell_text(&docx->flow);

    if (cell == NULL) {
        return FUHE_STATUS_OK;
    }
    const bool apart = docx->run.apart || (docx->run.raised && fuhe_text_builder_ends_with_digit(cell));
    if (apart != docx->apart) {
        FUHE_TRY(fuhe_docx_break(docx, err));
        docx->apart = apart;
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status take(struct fuhe_docx *docx, fuhe_text text, struct fuhe_error *err) {
    docx->text_bytes += text.length;
    if (docx->text_bytes > FUHE_LIMIT_INTAKE_BYTES) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_BYTES, NULL, "64");
    }
    if (docx->place_holder == 0 && text.length > 0) {
        FUHE_TRY(hold_apart(docx, err));
        docx->flow.is_struck = docx->run.struck;
        fuhe_flow_text(&docx->flow, text, (struct fuhe_place){0});
        docx->flow.is_struck = false;
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_docx_add(struct fuhe_docx *docx, fuhe_text text, struct fuhe_error *err) {
    if (docx->run.font == NULL) {
        return take(docx, text, err);
    }
    for (size_t at = 0; at < text.length;) {
        FUHE_TRY(take(docx, fuhe_symbol_next(docx->run.font, text, &at), err));
    }
    return FUHE_STATUS_OK;
}

/* 0, which no font has, when it is no hexadecimal number of at most four digits. */
static uint32_t parse_code(fuhe_text code) {
    uint32_t number = 0;

    for (size_t at = 0; at < code.length; at++) {
        const char digit = code.bytes[at];
        const char small = (char)(digit | ' ');
        const bool is_letter = small >= 'a' && small <= 'f';
        if (at == 4 || (!is_letter && (digit < '0' || digit > '9'))) {
            return 0;
        }
        number = HEXADECIMAL * number + (uint32_t)(is_letter ? small - 'a' + 10 : digit - '0');
    }
    return number;
}

/* A character of a font of letters, below U+10000, as UTF-8. */
static fuhe_text encode(uint32_t character, char *bytes) {
    if (character < ' ' || (character >= 0xD800 && character < 0xF900)) {
        return FUHE_TEXT("\xEF\xBF\xBD"); /* none, or known to the font alone */
    }
    if (character < 0x80) {
        bytes[0] = (char)character;
        return (fuhe_text){bytes, 1};
    }
    if (character < 0x800) {
        bytes[0] = (char)(0xC0 | (character >> 6));
        bytes[1] = (char)(0x80 | (character & 0x3F));
        return (fuhe_text){bytes, 2};
    }
    bytes[0] = (char)(0xE0 | (character >> 12));
    bytes[1] = (char)(0x80 | ((character >> 6) & 0x3F));
    bytes[2] = (char)(0x80 | (character & 0x3F));
    return (fuhe_text){bytes, 3};
}

enum fuhe_status fuhe_docx_add_symbol(struct fuhe_docx *docx, fuhe_text name, fuhe_text code, struct fuhe_error *err) {
    const struct fuhe_symbol_font *font = fuhe_symbol_font_find(name);
    const uint32_t character = parse_code(code);
    char bytes[4];

    return take(docx, font == NULL ? encode(character, bytes) : fuhe_symbol_text(font, character), err);
}
