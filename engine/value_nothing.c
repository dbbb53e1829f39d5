/* SPDX-License-Identifier: Apache-2.0 */
/* Texts that look like an entry and are none: a pattern that was never filled in (≥××%), words that put it off (待定),
 * marks alone (……), the error of a spreadsheet (#REF!). Taken for words, the same pattern as target and as result would
 * be a target that is met. */
#include <string.h>

#include "engine/value_words.h"

#define WORD(literal)                                                                                                  \
    { (literal), sizeof(literal) - 1 }
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Words that say that the entry is still to come, or that there is none. */
static const fuhe_text put_off[] = {
    WORD("待定"),     WORD("待填"),   WORD("待填写"), WORD("待补充"), WORD("待统计"), WORD("待确定"),
    WORD("待测算"),   WORD("未填"),   WORD("未填写"), WORD("未填报"), WORD("暂无"),   WORD("暂缺"),
    WORD("暂无数据"), WORD("无数据"), WORD("不适用"), WORD("N/A"),    WORD("n/a"),    WORD("NA"),
    WORD("TBD"),      WORD("null"),   WORD("NULL"),   WORD("None"),
};

/* What stands where a number is to be filled in, or fills a cell with nothing: ×Xx_ and ——……·，。；：？、“”‘’（）【】□.
 */
static bool is_mark(uint32_t c) {
    static const uint16_t marks[] = {0x00B7, 0x00D7, 0x2010, 0x2013, 0x2014, 0x2015, 0x2018, 0x2019, 0x201C, 0x201D,
                                     0x2026, 0x2264, 0x2265, 0x2266, 0x2267, 0x25A1, 0x3001, 0x3002, 0x3010, 0x3011};

    if (c < 0x80) {
        return c != 0 && strchr(" -_/\\.,;:?*~'\"()[]<>=Xx", (int)c) != NULL;
    }
    for (size_t i = 0; i < COUNT(marks); i++) {
        if (marks[i] == c) {
            return true;
        }
    }
    return false;
}

/* Takes marks off the front of *text; how many there were. */
static size_t take_marks(fuhe_text *text) {
    size_t offset = 0;
    size_t count = 0;

    while (offset < text->length) {
        size_t behind = offset;
        if (!is_mark(fuhe_value_narrow(fuhe_text_next(*text, &behind)))) {
            break;
        }
        offset = behind;
        count++;
    }
    *text = fuhe_text_from(*text, offset);
    return count;
}

/* 万元, %, 个工作日; behind marks also what is counted, if that is short: "-节约用水" is an item of a list. */
static bool is_lone_unit(fuhe_text text, bool behind_marks) {
    enum { SHORT = sizeof "公里" - 1 };
    const int64_t scale = fuhe_value_take_scale(&text);
    enum fuhe_unit_kind kind;

    if (text.length == 0) {
        return scale != 1;
    }
    return fuhe_value_unit_kind(text, &kind) && (kind != FUHE_UNIT_COUNT || (behind_marks && text.length <= SHORT));
}

static bool begins_with_mark(fuhe_text text) {
    size_t offset = 0;

    return is_mark(fuhe_value_narrow(fuhe_text_next(text, &offset)));
}

/* Without the operator, or 前 and 第 of a rank, in front. */
static fuhe_text behind_word(fuhe_text text) {
    if (fuhe_text_starts_with(text, FUHE_TEXT("前")) || fuhe_text_starts_with(text, FUHE_TEXT("第"))) {
        return fuhe_text_from(text, sizeof "前" - 1);
    }
    (void)fuhe_value_take_front(&text);
    return text;
}

/* ≥××%, 前××名, “”, 万元; but × and X alone may be the answer to a yes or no, and 达到 is words. */
static bool is_pattern(fuhe_text text) {
    fuhe_text rest = behind_word(text);
    const bool is_behind = rest.length < text.length;
    const size_t marks = take_marks(&rest);

    if (rest.length > 0) {
        return (marks > 0 || !is_behind || begins_with_mark(text)) && is_lone_unit(rest, marks > 0);
    }
    if (marks == 1 && !is_behind) {
        return !fuhe_text_contains(FUHE_TEXT("×Xx"), text);
    }
    return marks > 0;
}

/* #NULL!, #NAME?, ######## where a column is too narrow, Err:502. */
static bool is_sheet_error(fuhe_text text) {
    if (text.bytes[0] != '#') {
        return fuhe_text_starts_with(text, FUHE_TEXT("Err:"));
    }
    return text.length > 1 && strchr("!?#A", text.bytes[text.length - 1]) != NULL;
}

enum fuhe_value_kind fuhe_value_nothing_kind(fuhe_text text) {
    enum { LONGEST = 32 };

    if (text.length > LONGEST) {
        return FUHE_VALUE_WORDS;
    }
    for (size_t i = 0; i < COUNT(put_off); i++) {
        if (fuhe_text_equals(text, put_off[i])) {
            return FUHE_VALUE_NONE;
        }
    }
    const fuhe_text figure = behind_word(text);
    if (figure.length == 0) {
        return begins_with_mark(text) ? FUHE_VALUE_NONE : FUHE_VALUE_WORDS;
    }
    const enum fuhe_value_kind kind = fuhe_value_word_kind(figure);
    if (kind == FUHE_VALUE_UNREADABLE || is_sheet_error(figure)) {
        return FUHE_VALUE_UNREADABLE;
    }
    return kind == FUHE_VALUE_NONE || is_pattern(text) ? FUHE_VALUE_NONE : FUHE_VALUE_WORDS;
}
