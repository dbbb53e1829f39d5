/* SPDX-License-Identifier: Apache-2.0 */
/* Years named in a text. Digits are rare in prose, so the text is searched for them and only their surroundings are
 * looked at. In doubt a number is no year. */
#include "engine/checks/years.h"

#include <stddef.h>

enum { YOUNGEST_WITH_TWO_DIGITS = 3 };

#define WORD(literal)                                                                                                  \
    { (literal), sizeof(literal) - 1 }

/* Behind 年: an edition or a document's date, a span up to now, or a length of time. */
static const fuhe_text not_past[] = {
    WORD("版"),   WORD("修订"), WORD("印发"), WORD("发布"), WORD("颁布"), WORD("制定"),
    WORD("出台"), WORD("起"),   WORD("至今"), WORD("以来"), WORD("开始"),
};

/* Around the number, when the year is only what this one is compared with. */
static const fuhe_text comparison_starts[] = {WORD("较"), WORD("比"), WORD("与"), WORD("同")};
static const fuhe_text comparison_ends[] = {WORD("年相比"), WORD("年度相比"), WORD("年同期"), WORD("年度同期")};

/* Behind 年, when two digits stand before it. */
static const fuhe_text lengths[] = {
    WORD("内"), WORD("期"), WORD("间"), WORD("来"), WORD("后"), WORD("前"),   WORD("以"),
    WORD("左"), WORD("制"), WORD("多"), WORD("余"), WORD("级"), WORD("历史"), WORD("工"),
};

/* Before two digits. */
static const fuhe_text length_starts[] = {
    WORD("近"),   WORD("前"), WORD("后"), WORD("约"),   WORD("满"),   WORD("共"), WORD("历时"),
    WORD("为期"), WORD("达"), WORD("第"), WORD("过去"), WORD("连续"), WORD("已"), WORD("超过"),
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool starts_with_any(fuhe_text text, const fuhe_text *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (fuhe_text_starts_with(text, words[i])) {
            return true;
        }
    }
    return false;
}

static bool ends_with_any(fuhe_text text, const fuhe_text *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (fuhe_text_ends_with(text, words[i])) {
            return true;
        }
    }
    return false;
}

/* A run of digits and what stands around it. */
struct number {
    fuhe_text before;
    fuhe_text behind; /* without white space at its start */
    size_t digits;
    int32_t value; /* of up to four digits */
};

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/* The next run of digits from *at, which moves behind it; false when there is none. */
static bool next_number(fuhe_text text, size_t *at, struct number *number) {
    size_t start = *at;

    while (start < text.length && !is_digit(text.bytes[start])) {
        start++;
    }
    number->value = 0;
    *at = start;
    while (*at < text.length && is_digit(text.bytes[*at])) {
        number->value = number->value % 1000 * 10 + (text.bytes[*at] - '0');
        (*at)++;
    }
    number->digits = *at - start;
    number->before = (fuhe_text){text.bytes, start};
    number->behind = fuhe_text_from(text, *at);
    while (number->behind.length > 0 && number->behind.bytes[0] == ' ') {
        number->behind = fuhe_text_from(number->behind, 1);
    }
    return number->digits > 0;
}

/* How many titles are open at a place of the text that only moves forward: 《 not closed by 》. */
struct titles {
    size_t at;
    size_t open;
};

static void move_to(struct titles *titles, fuhe_text text, size_t place) {
    while (titles->at < place) {
        const uint32_t character = fuhe_text_next(text, &titles->at);
        if (character == 0x300A) {
            titles->open++;
        } else if (character == 0x300B && titles->open > 0) {
            titles->open--;
        }
    }
}

enum mention { MENTION_NONE, MENTION_PAST, MENTION_CURRENT };

/* 2024.12 and 2024-12 speak of the year as well as 2024年 does, but only 2023年 accuses. */
static enum mention weigh_four_digits(const struct number *number, int32_t year) {
    const fuhe_text nian = FUHE_TEXT("年");

    if (number->value < 1990 || number->value > year + 50) {
        return MENTION_NONE;
    }
    if (number->value >= year) {
        return MENTION_CURRENT;
    }
    if (!fuhe_text_starts_with(number->behind, nian) ||
        starts_with_any(fuhe_text_from(number->behind, nian.length), not_past, COUNT(not_past))) {
        return MENTION_NONE;
    }
    return MENTION_PAST;
}

static enum mention weigh_two_digits(const struct number *number, int32_t year) {
    const fuhe_text nian = FUHE_TEXT("年");
    const int32_t named = year - year % 100 + number->value;

    if (named < year - YOUNGEST_WITH_TWO_DIGITS || named > year + YOUNGEST_WITH_TWO_DIGITS ||
        !fuhe_text_starts_with(number->behind, nian)) {
        return MENTION_NONE;
    }
    const fuhe_text behind = fuhe_text_from(number->behind, nian.length);
    if (starts_with_any(behind, lengths, COUNT(lengths)) || starts_with_any(behind, not_past, COUNT(not_past)) ||
        ends_with_any(number->before, length_starts, COUNT(length_starts)) ||
        fuhe_text_ends_with(number->before, FUHE_TEXT("."))) {
        return MENTION_NONE;
    }
    return named >= year ? MENTION_CURRENT : MENTION_PAST;
}

static bool is_compared_with(const struct number *number) {
    return ends_with_any(number->before, comparison_starts, COUNT(comparison_starts)) ||
           starts_with_any(number->behind, comparison_ends, COUNT(comparison_ends));
}

static enum mention weigh(const struct number *number, int32_t year) {
    enum mention mention = MENTION_NONE;

    if (number->digits == 4) {
        mention = weigh_four_digits(number, year);
    } else if (number->digits == 2) {
        mention = weigh_two_digits(number, year);
    }
    return mention == MENTION_PAST && is_compared_with(number) ? MENTION_NONE : mention;
}

bool fuhe_years_are_past(fuhe_text text, int32_t year) {
    struct titles titles = {0, 0};
    struct number number;
    bool past = false;

    for (size_t at = 0; at < text.length && next_number(text, &at, &number);) {
        const enum mention mention = weigh(&number, year);
        if (mention == MENTION_CURRENT) {
            return false;
        }
        if (mention == MENTION_PAST && !past) {
            move_to(&titles, text, number.before.length);
            past = titles.open == 0;
        }
    }
    return past;
}
