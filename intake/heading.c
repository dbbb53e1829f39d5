/* SPDX-License-Identifier: Apache-2.0 */
/* Headings, numbers of items and of pages, ends of sentences: what tells the parts of a text from one another. */
#include "intake/heading.h"

#include <string.h>

static const char *const sentence_ends[] = {"。", "！", "？", "；", "!", "?", ";"};
static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

bool fuhe_heading_ends_sentence(fuhe_text text) {
    for (size_t i = 0; i < sizeof sentence_ends / sizeof sentence_ends[0]; i++) {
        if (fuhe_text_ends_with(text, fuhe_text_of(sentence_ends[i]))) {
            return true;
        }
    }
    return text.length == 0;
}

/* Behind at most four numerals: no heading has more. */
static size_t skip_numerals(fuhe_text text, size_t at) {
    enum { NUMERAL_BYTES = 3, NUMERALS = sizeof numerals / sizeof numerals[0] };

    for (unsigned count = 0; count < 4; count++) {
        size_t i = 0;
        while (i < NUMERALS && !fuhe_text_starts_with(fuhe_text_from(text, at), fuhe_text_of(numerals[i]))) {
            i++;
        }
        if (i == NUMERALS) {
            break;
        }
        at += NUMERAL_BYTES;
    }
    return at;
}

bool fuhe_heading_is(fuhe_text text) {
    const bool part = fuhe_text_starts_with(text, FUHE_TEXT("第"));
    const bool bracket = fuhe_text_starts_with(text, FUHE_TEXT("（"));
    const size_t from = part || bracket ? 3 : (fuhe_text_starts_with(text, FUHE_TEXT("(")) ? 1 : 0);
    const size_t end = skip_numerals(text, from);
    const fuhe_text rest = fuhe_text_from(text, end);

    if (end == from) {
        return false;
    }
    return fuhe_text_starts_with(rest, part ? FUHE_TEXT("部分") : (bracket ? FUHE_TEXT("）") : FUHE_TEXT("、"))) ||
           (!part && !bracket && from == 1 && fuhe_text_starts_with(rest, FUHE_TEXT(")")));
}

size_t fuhe_heading_number(fuhe_text text) {
    static const char *const ends[] = {".", "、", "．", "）", ")"};
    size_t at =
        fuhe_text_starts_with(text, FUHE_TEXT("（")) ? 3 : (fuhe_text_starts_with(text, FUHE_TEXT("(")) ? 1 : 0);
    const size_t digits = at;

    while (at < text.length && at < digits + 3 && text.bytes[at] >= '0' && text.bytes[at] <= '9') {
        at++;
    }
    for (size_t i = 0; at > digits && i < sizeof ends / sizeof ends[0]; i++) {
        if (fuhe_text_starts_with(fuhe_text_from(text, at), fuhe_text_of(ends[i]))) {
            return at + strlen(ends[i]);
        }
    }
    return 0;
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/* Behind digits and what stands around the number of a page. */
static size_t skip_page(fuhe_text text, size_t at) {
    static const char *const around[] = {"第", "页", "共", "/", "-", "—", "－", "–", "·", " ", "　"};

    if (is_digit(text.bytes[at])) {
        return at + 1;
    }
    for (size_t i = 0; i < sizeof around / sizeof around[0]; i++) {
        if (fuhe_text_starts_with(fuhe_text_from(text, at), fuhe_text_of(around[i]))) {
            return at + strlen(around[i]);
        }
    }
    return at;
}

bool fuhe_heading_is_page(fuhe_text text) {
    enum { PAGE_BYTES_MAX = 40 };
    size_t at = 0;
    bool digits = false;

    while (at < text.length && text.length <= PAGE_BYTES_MAX && skip_page(text, at) > at) {
        digits = digits || is_digit(text.bytes[at]);
        at = skip_page(text, at);
    }
    return digits && at == text.length;
}

fuhe_text fuhe_heading_label(fuhe_text text, fuhe_text *value) {
    const fuhe_text wide = FUHE_TEXT("：");
    const size_t narrow = fuhe_text_find(text, FUHE_TEXT(":"));
    const size_t at = fuhe_text_find((fuhe_text){text.bytes, narrow}, wide);
    const size_t length = at < narrow ? wide.length : 1;

    *value = (fuhe_text){NULL, 0};
    if (at == text.length) {
        return *value;
    }
    *value = fuhe_text_trim(fuhe_text_from(text, at + length));
    return fuhe_text_trim((fuhe_text){text.bytes, at});
}

fuhe_text fuhe_heading_bracketed(fuhe_text text) {
    text = fuhe_text_trim(text);
    const bool wide = fuhe_text_starts_with(text, FUHE_TEXT("（"));
    const size_t open = wide ? strlen("（") : 1;
    const size_t close = fuhe_text_ends_with(text, FUHE_TEXT("）")) ? strlen("）") : 1;

    if ((!wide && !fuhe_text_starts_with(text, FUHE_TEXT("("))) || text.length < open + close ||
        (close == 1 && !fuhe_text_ends_with(text, FUHE_TEXT(")")))) {
        return (fuhe_text){NULL, 0};
    }
    return fuhe_text_trim((fuhe_text){text.bytes + open, text.length - open - close});
}

fuhe_text fuhe_heading_without_seal(fuhe_text text) {
    static const char *const seals[] = {"盖章", "公章", "签章", "印章", "加盖公章", "单位盖章", "单位公章", "章"};
    size_t bracket = text.length;

    for (size_t at = 0; at < text.length; at++) {
        const fuhe_text rest = fuhe_text_from(text, at);
        const bool open = fuhe_text_starts_with(rest, FUHE_TEXT("（")) || fuhe_text_starts_with(rest, FUHE_TEXT("("));
        bracket = open ? at : bracket;
    }
    const fuhe_text inside = fuhe_heading_bracketed(fuhe_text_from(text, bracket));
    for (size_t i = 0; i < sizeof seals / sizeof seals[0]; i++) {
        if (fuhe_text_equals(inside, fuhe_text_of(seals[i]))) {
            return fuhe_text_trim((fuhe_text){text.bytes, bracket});
        }
    }
    return text;
}

/* Behind all of the given words that stand at `at` one after another. */
static size_t skip_words(fuhe_text text, size_t at, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (fuhe_text_starts_with(fuhe_text_from(text, at), fuhe_text_of(words[i]))) {
            at += strlen(words[i]);
            i = SIZE_MAX; /* again from the first */
        }
    }
    return at;
}

bool fuhe_heading_is_placeholder(fuhe_text text) {
    static const char *const none[] = {"无", "不涉及", "不适用", "无此项", "未涉及", "没有"};
    static const char *const fillers[] = {"…", ".", "。", "·", "—", "-", "－", "–", "/", "／", "\\", " ", "　"};
    static const char *const numbers[] = {"0", "1", "2", "3",  "4", "5",  "6", "7", "8", "9", "n",
                                          "N", "X", "x", "：", ":", "、", ".", "…", " ", "　"};

    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        if (fuhe_text_equals(text, fuhe_text_of(none[i]))) {
            return true;
        }
    }
    return text.length > 0 &&
           (skip_words(text, 0, fillers, sizeof fillers / sizeof fillers[0]) == text.length ||
            (fuhe_text_starts_with(text, FUHE_TEXT("指标")) &&
             skip_words(text, strlen("指标"), numbers, sizeof numbers / sizeof numbers[0]) == text.length));
}

static bool is_figure(fuhe_text text) {
    size_t at = 0;

    while (at < text.length && (is_digit(text.bytes[at]) || text.bytes[at] == '.')) {
        at++;
    }
    return at > 0 && at == text.length && is_digit(text.bytes[0]) && is_digit(text.bytes[at - 1]);
}

fuhe_text fuhe_heading_points(fuhe_text text) {
    static const struct {
        fuhe_text open;
        fuhe_text close;
    } brackets[] = {{{"（", 3}, {"分）", 6}}, {{"(", 1}, {"分)", 4}}};

    text = fuhe_text_trim(text);
    for (size_t i = 0; i < sizeof brackets / sizeof brackets[0]; i++) {
        size_t begin = text.length;
        if (!fuhe_text_ends_with(text, brackets[i].close)) {
            continue;
        }
        const size_t end = text.length - brackets[i].close.length;
        for (size_t at = 0; at < end; at++) {
            begin = fuhe_text_starts_with(fuhe_text_from(text, at), brackets[i].open) ? at + brackets[i].open.length
                                                                                      : begin;
        }
        if (begin < end && is_figure((fuhe_text){text.bytes + begin, end - begin})) {
            return (fuhe_text){text.bytes + begin, end - begin + strlen("分")};
        }
    }
    return (fuhe_text){NULL, 0};
}
