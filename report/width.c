/* SPDX-License-Identifier: Apache-2.0 */
/* Display width and line breaking for mixed Chinese and Latin text, after the East Asian Width property. A line may
 * break at a space, and on either side of a wide character unless the next one is punctuation that closes. */
#include "report/width.h"

#include <utf8proc.h>

enum { LINE_SEPARATOR = 0x2028, PARAGRAPH_SEPARATOR = 0x2029, FIRST_WIDE = 0x1100 };

static size_t page_columns = FUHE_WIDTH_PAGE_MAX;

size_t fuhe_width_page(void) {
    return page_columns;
}

void fuhe_width_set_page(size_t columns) {
    const size_t enough = columns < FUHE_WIDTH_PAGE_MIN ? FUHE_WIDTH_PAGE_MIN : columns;

    page_columns = enough > FUHE_WIDTH_PAGE_MAX ? FUHE_WIDTH_PAGE_MAX : enough;
}

/* What is shown for a character: itself, a space for what would move the cursor, 0 for what must not reach a terminal.
 */
static uint32_t harmless(uint32_t character) {
    const utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)character);

    if (character == '\t' || character == '\n' || character == '\r' || character == LINE_SEPARATOR ||
        character == PARAGRAPH_SEPARATOR) {
        return ' ';
    }
    if (category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF) {
        return 0;
    }
    return character;
}

static size_t width_of_character(uint32_t character) {
    const int width = character == 0 ? 0 : utf8proc_charwidth((utf8proc_int32_t)character);

    return width < 0 ? 0 : (size_t)width;
}

static void write_character(struct fuhe_output *output, uint32_t character) {
    utf8proc_uint8_t bytes[4];

    if (character != 0) {
        const utf8proc_ssize_t length = utf8proc_encode_char((utf8proc_int32_t)character, bytes);
        fuhe_output_text(output, (fuhe_text){(const char *)bytes, (size_t)length});
    }
}

size_t fuhe_width_of(fuhe_text text) {
    size_t width = 0;

    for (size_t offset = 0; offset < text.length;) {
        width += width_of_character(harmless(fuhe_text_next(text, &offset)));
    }
    return width;
}

void fuhe_width_write(struct fuhe_output *output, fuhe_text text) {
    for (size_t offset = 0; offset < text.length;) {
        write_character(output, harmless(fuhe_text_next(text, &offset)));
    }
}

void fuhe_width_spaces(struct fuhe_output *output, size_t count) {
    for (; count > 0; count--) {
        fuhe_output_char(output, ' ');
    }
}

static size_t missing(fuhe_text text, size_t columns) {
    const size_t width = fuhe_width_of(text);

    return width < columns ? columns - width : 0;
}

void fuhe_width_left(struct fuhe_output *output, fuhe_text text, size_t columns) {
    fuhe_width_write(output, text);
    fuhe_width_spaces(output, missing(text, columns));
}

void fuhe_width_right(struct fuhe_output *output, fuhe_text text, size_t columns) {
    fuhe_width_spaces(output, missing(text, columns));
    fuhe_width_write(output, text);
}

/* Punctuation that stays with what stands before it. */
static bool closes(uint32_t character) {
    static const char marks[] = "，。、；：！？）》」』】”’…％%,.;:!?)";
    const fuhe_text all = {marks, sizeof marks - 1};

    for (size_t offset = 0; offset < all.length;) {
        if (fuhe_text_next(all, &offset) == character) {
            return true;
        }
    }
    return false;
}

/* Punctuation that stays with what follows. */
static bool opens(uint32_t character) {
    static const char marks[] = "（《「『【“‘(";
    const fuhe_text all = {marks, sizeof marks - 1};

    for (size_t offset = 0; offset < all.length;) {
        if (fuhe_text_next(all, &offset) == character) {
            return true;
        }
    }
    return false;
}

static bool is_wide(uint32_t character) {
    return character >= FIRST_WIDE && width_of_character(character) == 2;
}

/* Byte offset behind the piece that starts at `start` and must stay on one line, its leading spaces included. */
static size_t piece_end(fuhe_text text, size_t start) {
    size_t offset = start;
    uint32_t before = ' ';

    while (offset < text.length) {
        size_t next = offset;
        const uint32_t character = harmless(fuhe_text_next(text, &next));
        const bool may_break = before != ' ' && !closes(character) && !opens(before) &&
                               (character == ' ' || is_wide(character) || is_wide(before));

        if (may_break) {
            return offset;
        }
        before = character;
        offset = next;
    }
    return text.length;
}

static fuhe_text skip_spaces(fuhe_text text) {
    size_t offset = 0;

    while (offset < text.length && (text.bytes[offset] == ' ' || text.bytes[offset] == '\n')) {
        offset++;
    }
    return fuhe_text_from(text, offset);
}

void fuhe_width_wrap(struct fuhe_output *output, fuhe_text text, size_t indent, size_t page) {
    size_t column = indent;

    for (size_t start = 0; start < text.length;) {
        const size_t end = piece_end(text, start);
        fuhe_text piece = {text.bytes + start, end - start};

        if (column > indent && column + fuhe_width_of(piece) > page) {
            fuhe_output_char(output, '\n');
            fuhe_width_spaces(output, indent);
            piece = skip_spaces(piece);
            column = indent;
        }
        fuhe_width_write(output, piece);
        column += fuhe_width_of(piece);
        start = end;
    }
}
