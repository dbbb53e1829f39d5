/* SPDX-License-Identifier: Apache-2.0 */
/* Addresses. The name of a sheet stands in quotes wherever a spreadsheet would ask for them, so that an address can be
 * put into its name box as it is. */
#include "engine/place.h"

#include "engine/output.h"

enum { NAME_BYTES = 240 };

fuhe_text fuhe_place_letters(uint32_t column, char text[FUHE_PLACE_LETTERS]) {
    const uint32_t letters = 26;
    size_t begin = FUHE_PLACE_LETTERS;

    for (uint32_t left = column; left > 0 && begin > 0; left = (left - 1) / letters) {
        text[--begin] = (char)('A' + (left - 1) % letters);
    }
    return (fuhe_text){text + begin, FUHE_PLACE_LETTERS - begin};
}

/* --- names of sheets --------------------------------------------------------------------------------------------- */

static bool is_digit(uint32_t character) {
    return character >= '0' && character <= '9';
}

static bool is_latin(uint32_t character) {
    return (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
}

/* Punctuation beyond ASCII: general, Chinese, full-width. What is left there are letters. */
static bool is_punctuation(uint32_t character) {
    return character < 0xC0 || (character >= 0x2000 && character < 0x2E80) ||
           (character >= 0x3000 && character < 0x3040) || (character >= 0xFE10 && character < 0xFE70) ||
           character >= 0xFF00;
}

static bool is_plain(uint32_t character) {
    return character < 0x80 ? is_latin(character) || is_digit(character) || character == '_'
                            : !is_punctuation(character);
}

/* Whether a name could be one of a cell, A1, XFD12, R1C1, or of a row or column, R, C, RC. */
static bool is_like_a_cell(fuhe_text name) {
    size_t letters = 0;
    size_t marks = 0;

    while (letters < name.length && is_latin((unsigned char)name.bytes[letters])) {
        marks += memchr("RrCc", name.bytes[letters], 4) != NULL;
        letters++;
    }
    for (size_t i = letters; i < name.length; i++) {
        if (!is_digit((unsigned char)name.bytes[i]) && memchr("Cc", name.bytes[i], 2) == NULL) {
            return false;
        }
    }
    return letters < name.length ? letters <= 3 : marks == letters && letters <= 2;
}

static bool needs_quotes(fuhe_text name) {
    for (size_t offset = 0; offset < name.length;) {
        if (!is_plain(fuhe_text_next(name, &offset))) {
            return true;
        }
    }
    return name.length == 0 || is_digit((unsigned char)name.bytes[0]) || is_like_a_cell(name);
}

fuhe_text fuhe_place_sheet(const struct fuhe_form *form, uint32_t table) {
    for (size_t i = 0; form != NULL && i < form->table_name_count; i++) {
        if (form->table_names[i].table == table) {
            return form->table_names[i].name;
        }
    }
    return (fuhe_text){NULL, 0};
}

/* --- addresses --------------------------------------------------------------------------------------------------- */

/* 'Bob''s sheet'; cut between characters where it is longer than names of sheets may be. Returns its length. */
static size_t put_sheet(fuhe_text name, char text[FUHE_PLACE_ADDRESS_SIZE]) {
    const bool quoted = needs_quotes(name);
    size_t length = 0;

    if (quoted) {
        text[length++] = '\'';
    }
    for (size_t i = 0; i < name.length;) {
        const size_t start = i;
        (void)fuhe_text_next(name, &i);
        if (length + (i - start) > NAME_BYTES) {
            memcpy(text + length, "…", sizeof "…" - 1);
            length += sizeof "…" - 1;
            break;
        }
        if (name.bytes[start] == '\'') {
            text[length++] = '\'';
        }
        memcpy(text + length, name.bytes + start, i - start);
        length += i - start;
    }
    if (quoted) {
        text[length++] = '\'';
    }
    return length;
}

fuhe_text fuhe_place_in_sheet(fuhe_text sheet, struct fuhe_place place, char text[FUHE_PLACE_ADDRESS_SIZE]) {
    char letters[FUHE_PLACE_LETTERS];
    const fuhe_text column = fuhe_place_letters(place.column, letters);
    size_t length = put_sheet(sheet, text);

    text[length++] = '!';
    memcpy(text + length, column.bytes, column.length);
    length += column.length;
    length += fuhe_size_format(place.line, text + length);
    return (fuhe_text){text, length};
}

/* " 12" with a word in front. */
static size_t put_count(const char *word, uint32_t count, char *text) {
    const size_t length = strlen(word);

    memcpy(text, word, length);
    return length + fuhe_size_format(count, text + length);
}

fuhe_text fuhe_place_address(const struct fuhe_form *form, struct fuhe_place place,
                             char text[FUHE_PLACE_ADDRESS_SIZE]) {
    const fuhe_text sheet = fuhe_place_sheet(form, place.table);

    if (!fuhe_place_is_of_table(place)) {
        return (fuhe_text){text, 0};
    }
    if (sheet.length > 0) {
        return fuhe_place_in_sheet(sheet, place, text);
    }
    size_t length = put_count("table ", place.table, text);
    length += put_count(", row ", place.line, text + length);
    length += put_count(", column ", place.column, text + length);
    return (fuhe_text){text, length};
}
