/* SPDX-License-Identifier: Apache-2.0 */
/* Codes of number formats: sections for positive, negative and zero, words around digits. What is not understood
 * (fractions, powers, scaling by thousands, conditions) makes the whole General. */
#include "doors/sheet_pattern.h"

#include <string.h>

static size_t character_length(fuhe_text text, size_t at) {
    size_t end = at;

    if (at < text.length) {
        (void)fuhe_text_next(text, &end);
    }
    return end - at;
}

/* The text up to a closing character; *at goes behind that. */
static fuhe_text until(fuhe_text code, char closing, size_t *at) {
    const size_t begin = *at;

    while (*at < code.length && code.bytes[*at] != closing) {
        ++*at;
    }
    const fuhe_text text = {code.bytes + begin, *at - begin};
    *at += *at < code.length;
    return text;
}

struct fuhe_sheet_token fuhe_sheet_token_next(fuhe_text code, size_t *at) {
    const char byte = code.bytes[*at];
    const size_t begin = *at;

    if (byte == '"') {
        ++*at;
        return (struct fuhe_sheet_token){.words = until(code, '"', at)};
    }
    if (byte == '[') {
        ++*at;
        return (struct fuhe_sheet_token){.letter = '[', .inside = until(code, ']', at)};
    }
    if (byte == '\\' || byte == '_' || byte == '*') {
        const size_t length = character_length(code, begin + 1);
        *at = begin + 1 + length;
        return (struct fuhe_sheet_token){.words = {code.bytes + begin + 1, byte == '\\' ? length : 0}};
    }
    *at += character_length(code, begin);
    if (byte >= 'A' && byte <= 'Z') {
        return (struct fuhe_sheet_token){.letter = (char)(byte + ('a' - 'A'))};
    }
    if ((byte >= 'a' && byte <= 'z') || (byte != '\0' && strchr("0#?.,%/@;", byte) != NULL)) {
        return (struct fuhe_sheet_token){.letter = byte};
    }
    return (struct fuhe_sheet_token){.words = {code.bytes + begin, *at - begin}};
}

/* --- sections --- */

enum { SECTIONS_MAX = 4 };

static size_t split(fuhe_text code, fuhe_text sections[SECTIONS_MAX]) {
    size_t count = 0;
    size_t begin = 0;

    for (size_t at = 0; at < code.length && count + 1 < SECTIONS_MAX;) {
        const size_t start = at;
        if (fuhe_sheet_token_next(code, &at).letter == ';') {
            sections[count++] = (fuhe_text){code.bytes + begin, start - begin};
            begin = at;
        }
    }
    sections[count++] = fuhe_text_from(code, begin);
    return count;
}

static fuhe_text choose(fuhe_text code, const struct fuhe_sheet_decimal *decimal, bool *takes_sign) {
    fuhe_text sections[SECTIONS_MAX];
    const size_t count = split(code, sections);

    *takes_sign = decimal->negative && count > 1;
    if (decimal->negative && count > 1) {
        return sections[1];
    }
    return decimal->count == 0 && count > 2 ? sections[2] : sections[0];
}

/* --- one section --- */

struct parse {
    struct fuhe_sheet_pattern *pattern;
    bool behind_point;
    bool ended; /* words have come behind the digits */
    bool comma; /* the last character of the digits was one */
    bool understood;
};

static void add_words(struct parse *parse, fuhe_text words) {
    struct fuhe_sheet_pattern *pattern = parse->pattern;
    char *text = pattern->has_digits ? pattern->suffix : pattern->prefix;
    size_t *length = pattern->has_digits ? &pattern->suffix_length : &pattern->prefix_length;

    if (words.length == 0) {
        return;
    }
    if (*length + words.length > FUHE_SHEET_WORDS_SIZE) {
        parse->understood = false;
        return;
    }
    memcpy(text + *length, words.bytes, words.length);
    *length += words.length;
    parse->ended = pattern->has_digits;
}

static void add_digit(struct parse *parse, char letter) {
    struct fuhe_sheet_digits *digits = &parse->pattern->digits;

    parse->pattern->has_digits = true;
    digits->thousands = digits->thousands || parse->comma;
    parse->comma = false;
    if (parse->ended || digits->decimals_max == FUHE_SHEET_PLACES_MAX || digits->whole_min == FUHE_SHEET_PLACES_MAX) {
        parse->understood = false; /* words between digits */
    } else if (!parse->behind_point) {
        digits->whole_min += letter == '0';
    } else {
        digits->decimals_max++;
        digits->decimals_min = letter == '0' ? digits->decimals_max : digits->decimals_min;
    }
}

/* [红色] says nothing about the text, [$¥-804] has a sign of money, conditions and elapsed times are not understood. */
static void add_bracket(struct parse *parse, fuhe_text inside) {
    if (inside.length > 0 && inside.bytes[0] == '$') {
        size_t at = 1;
        add_words(parse, until(inside, '-', &at));
    } else if (inside.length > 0 && strchr("<>=hHmMsS", inside.bytes[0]) != NULL &&
               !fuhe_text_equals(inside, FUHE_TEXT("Magenta"))) {
        parse->understood = false;
    }
}

static void take(struct parse *parse, const struct fuhe_sheet_token *token) {
    switch (token->letter) {
    case 0:
        add_words(parse, token->words);
        break;
    case '0':
    case '#':
    case '?':
        add_digit(parse, token->letter);
        break;
    case '.':
        parse->understood = parse->understood && !parse->behind_point && !parse->comma;
        parse->behind_point = true;
        break;
    case ',':
        parse->understood = parse->understood && parse->pattern->has_digits && !parse->behind_point;
        parse->comma = true;
        break;
    case '%':
        parse->understood = parse->understood && parse->pattern->percents == 0;
        parse->pattern->percents = 1;
        add_words(parse, FUHE_TEXT("%"));
        break;
    case '[':
        add_bracket(parse, token->inside);
        break;
    case 'y':
    case 'm':
    case 'd':
    case 'h':
    case 's':
        parse->pattern->kind = FUHE_SHEET_PATTERN_DATE;
        break;
    default:
        parse->understood = false;
        break;
    }
}

static bool is_general(fuhe_text section) {
    return section.length == 0 || fuhe_text_equals(section, FUHE_TEXT("@")) ||
           fuhe_text_starts_with(section, FUHE_TEXT("General"));
}

void fuhe_sheet_pattern_parse(fuhe_text code, const struct fuhe_sheet_decimal *decimal,
                              struct fuhe_sheet_pattern *pattern) {
    struct parse parse = {.pattern = pattern, .understood = true};

    *pattern = (struct fuhe_sheet_pattern){.kind = FUHE_SHEET_PATTERN_NUMBER};
    pattern->section = choose(code, decimal, &pattern->takes_sign);
    if (is_general(pattern->section)) {
        pattern->kind = FUHE_SHEET_PATTERN_GENERAL;
        return;
    }
    for (size_t at = 0; at < pattern->section.length;) {
        const struct fuhe_sheet_token token = fuhe_sheet_token_next(pattern->section, &at);
        take(&parse, &token);
    }
    const bool says_nothing = !pattern->has_digits && pattern->prefix_length == 0;
    if (pattern->kind == FUHE_SHEET_PATTERN_NUMBER && (!parse.understood || parse.comma || says_nothing)) {
        pattern->kind = FUHE_SHEET_PATTERN_GENERAL;
    }
}
