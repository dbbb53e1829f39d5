/* SPDX-License-Identifier: Apache-2.0 */
/* The words of the value reader: operators, scales, units, and texts that stand for "no entry", zero or a broken
 * number. A unit is known by the measure word that it begins with, so that "12345热线" is never taken for a count. */
#include "engine/value_words.h"

#include <string.h>

#define WORD(literal)                                                                                                  \
    { (literal), sizeof(literal) - 1 }

struct kind_row {
    fuhe_text word;
    enum fuhe_value_kind kind;
};

static const struct kind_row fixed_words[] = {
    {WORD("—"), FUHE_VALUE_NONE},
    {WORD("——"), FUHE_VALUE_NONE},
    {WORD("-"), FUHE_VALUE_NONE},
    {WORD("--"), FUHE_VALUE_NONE},
    {WORD("–"), FUHE_VALUE_NONE},
    {WORD("－"), FUHE_VALUE_NONE},
    {WORD("―"), FUHE_VALUE_NONE},
    {WORD("/"), FUHE_VALUE_NONE},
    {WORD("／"), FUHE_VALUE_NONE},
    {WORD("\\"), FUHE_VALUE_NONE},
    {WORD("空"), FUHE_VALUE_NONE},
    {WORD("无"), FUHE_VALUE_ZERO_WORD},
    {WORD("零"), FUHE_VALUE_ZERO_WORD},
    {WORD("没有"), FUHE_VALUE_ZERO_WORD},
    {WORD("〇"), FUHE_VALUE_ZERO_WORD},
    {WORD("∞"), FUHE_VALUE_UNREADABLE},
    {WORD("+∞"), FUHE_VALUE_UNREADABLE},
    {WORD("-∞"), FUHE_VALUE_UNREADABLE},
    {WORD("NaN"), FUHE_VALUE_UNREADABLE},
    {WORD("nan"), FUHE_VALUE_UNREADABLE},
    {WORD("NAN"), FUHE_VALUE_UNREADABLE},
    {WORD("inf"), FUHE_VALUE_UNREADABLE},
    {WORD("Inf"), FUHE_VALUE_UNREADABLE},
    {WORD("INF"), FUHE_VALUE_UNREADABLE},
    {WORD("#DIV/0!"), FUHE_VALUE_UNREADABLE},
    {WORD("#N/A"), FUHE_VALUE_UNREADABLE},
    {WORD("#VALUE!"), FUHE_VALUE_UNREADABLE},
    {WORD("#REF!"), FUHE_VALUE_UNREADABLE},
    {WORD("#NUM!"), FUHE_VALUE_UNREADABLE},
    {WORD("#NAME?"), FUHE_VALUE_UNREADABLE},
};

struct relation_row {
    fuhe_text word;
    enum fuhe_relation relation;
};

/* A word stands before any shorter one that it begins with. */
static const struct relation_row front_words[] = {
    {WORD("不低于"), FUHE_RELATION_AT_LEAST},     {WORD("不少于"), FUHE_RELATION_AT_LEAST},
    {WORD("不小于"), FUHE_RELATION_AT_LEAST},     {WORD("不得低于"), FUHE_RELATION_AT_LEAST},
    {WORD("不得少于"), FUHE_RELATION_AT_LEAST},   {WORD("大于等于"), FUHE_RELATION_AT_LEAST},
    {WORD("大于或等于"), FUHE_RELATION_AT_LEAST}, {WORD("至少"), FUHE_RELATION_AT_LEAST},
    {WORD("最少"), FUHE_RELATION_AT_LEAST},       {WORD("达到"), FUHE_RELATION_AT_LEAST},
    {WORD("达"), FUHE_RELATION_AT_LEAST},         {WORD("不超过"), FUHE_RELATION_AT_MOST},
    {WORD("不高于"), FUHE_RELATION_AT_MOST},      {WORD("不多于"), FUHE_RELATION_AT_MOST},
    {WORD("不大于"), FUHE_RELATION_AT_MOST},      {WORD("不得超过"), FUHE_RELATION_AT_MOST},
    {WORD("不得高于"), FUHE_RELATION_AT_MOST},    {WORD("小于等于"), FUHE_RELATION_AT_MOST},
    {WORD("小于或等于"), FUHE_RELATION_AT_MOST},  {WORD("至多"), FUHE_RELATION_AT_MOST},
    {WORD("最多"), FUHE_RELATION_AT_MOST},        {WORD("控制在"), FUHE_RELATION_AT_MOST},
    {WORD("超过"), FUHE_RELATION_ABOVE},          {WORD("大于"), FUHE_RELATION_ABOVE},
    {WORD("高于"), FUHE_RELATION_ABOVE},          {WORD("多于"), FUHE_RELATION_ABOVE},
    {WORD("小于"), FUHE_RELATION_BELOW},          {WORD("少于"), FUHE_RELATION_BELOW},
    {WORD("低于"), FUHE_RELATION_BELOW},          {WORD("等于"), FUHE_RELATION_EQUAL},
};

/* Likewise for ends. */
static const struct relation_row back_words[] = {
    {WORD("及以上"), FUHE_RELATION_AT_LEAST}, {WORD("或以上"), FUHE_RELATION_AT_LEAST},
    {WORD("以上"), FUHE_RELATION_AT_LEAST},   {WORD("及以内"), FUHE_RELATION_AT_MOST},
    {WORD("之内"), FUHE_RELATION_AT_MOST},    {WORD("以内"), FUHE_RELATION_AT_MOST},
    {WORD("及以下"), FUHE_RELATION_AT_MOST},  {WORD("或以下"), FUHE_RELATION_AT_MOST},
    {WORD("以下"), FUHE_RELATION_AT_MOST},    {WORD("内"), FUHE_RELATION_AT_MOST},
};

struct scale_row {
    fuhe_text word;
    int64_t factor;
};

static const struct scale_row scale_words[] = {
    {WORD("万亿"), 1000000000000},
    {WORD("万"), 10000},
    {WORD("亿"), 100000000},
};

/* Only money is counted in these. */
static const struct scale_row money_scales[] = {
    {WORD("千万元"), 10000000},
    {WORD("百万元"), 1000000},
    {WORD("千元"), 1000},
};

struct unit_row {
    fuhe_text word;
    enum fuhe_unit_kind kind;
};

static const struct unit_row units[] = {
    {WORD("元"), FUHE_UNIT_MONEY},    {WORD("元整"), FUHE_UNIT_MONEY},    {WORD("%"), FUHE_UNIT_PERCENT},
    {WORD("％"), FUHE_UNIT_PERCENT},  {WORD("‰"), FUHE_UNIT_PERCENT},     {WORD("个工作日"), FUHE_UNIT_TIME},
    {WORD("工作日"), FUHE_UNIT_TIME}, {WORD("个自然日"), FUHE_UNIT_TIME}, {WORD("自然日"), FUHE_UNIT_TIME},
    {WORD("天"), FUHE_UNIT_TIME},     {WORD("日"), FUHE_UNIT_TIME},       {WORD("小时"), FUHE_UNIT_TIME},
    {WORD("个小时"), FUHE_UNIT_TIME}, {WORD("分钟"), FUHE_UNIT_TIME},     {WORD("秒"), FUHE_UNIT_TIME},
    {WORD("秒钟"), FUHE_UNIT_TIME},   {WORD("周"), FUHE_UNIT_TIME},       {WORD("个月"), FUHE_UNIT_TIME},
    {WORD("个季度"), FUHE_UNIT_TIME}, {WORD("年"), FUHE_UNIT_TIME},       {WORD("个年度"), FUHE_UNIT_TIME},
};

/* Beginnings of units whose first character alone would say too little ("12345平台"). */
static const fuhe_text long_measures[] = {
    WORD("平方"), WORD("立方"), WORD("公里"), WORD("公斤"), WORD("公顷"),   WORD("公升"),
    WORD("千米"), WORD("千瓦"), WORD("千克"), WORD("兆瓦"), WORD("厘米"),   WORD("毫米"),
    WORD("毫升"), WORD("小时"), WORD("课时"), WORD("学时"), WORD("工作日"), WORD("自然日"),
};

/* 丈个乡亩人令件份位例倍元克册分列匹升单卷口只台名吨周场块堂处天头套孔字宗家寸对尺届师幅幢年度座张户所扇批把支斤日时期本村条枚枝架栋校株根档桶棵次款段点片版班瓦瓶盏盒盘眼种秒笔箱篇米类组群艇艘节袋起趟车轮辆遍道部里镇门间队页顶顷项颗首
 */
static const uint16_t measures[] = {
    0x4E08, 0x4E2A, 0x4E61, 0x4EA9, 0x4EBA, 0x4EE4, 0x4EF6, 0x4EFD, 0x4F4D, 0x4F8B, 0x500D, 0x5143, 0x514B,
    0x518C, 0x5206, 0x5217, 0x5339, 0x5347, 0x5355, 0x5377, 0x53E3, 0x53EA, 0x53F0, 0x540D, 0x5428, 0x5468,
    0x573A, 0x5757, 0x5802, 0x5904, 0x5929, 0x5934, 0x5957, 0x5B54, 0x5B57, 0x5B97, 0x5BB6, 0x5BF8, 0x5BF9,
    0x5C3A, 0x5C4A, 0x5E08, 0x5E45, 0x5E62, 0x5E74, 0x5EA6, 0x5EA7, 0x5F20, 0x6237, 0x6240, 0x6247, 0x6279,
    0x628A, 0x652F, 0x65A4, 0x65E5, 0x65F6, 0x671F, 0x672C, 0x6751, 0x6761, 0x679A, 0x679D, 0x67B6, 0x680B,
    0x6821, 0x682A, 0x6839, 0x6863, 0x6876, 0x68F5, 0x6B21, 0x6B3E, 0x6BB5, 0x70B9, 0x7247, 0x7248, 0x73ED,
    0x74E6, 0x74F6, 0x76CF, 0x76D2, 0x76D8, 0x773C, 0x79CD, 0x79D2, 0x7B14, 0x7BB1, 0x7BC7, 0x7C73, 0x7C7B,
    0x7EC4, 0x7FA4, 0x8247, 0x8258, 0x8282, 0x888B, 0x8D77, 0x8D9F, 0x8F66, 0x8F6E, 0x8F86, 0x904D, 0x9053,
    0x90E8, 0x91CC, 0x9547, 0x95E8, 0x95F4, 0x961F, 0x9875, 0x9876, 0x9877, 0x9879, 0x9897, 0x9996,
};

/* 不与为余全初到前右后和在均多完左已底成或是未每约至达: with one of these behind it, a number is part of a sentence. */
static const uint16_t no_unit[] = {
    0x4E0D, 0x4E0E, 0x4E3A, 0x4F59, 0x5168, 0x521D, 0x5230, 0x524D, 0x53F3, 0x540E, 0x548C, 0x5728, 0x5747,
    0x591A, 0x5B8C, 0x5DE6, 0x5DF2, 0x5E95, 0x6210, 0x6216, 0x662F, 0x672A, 0x6BCF, 0x7EA6, 0x81F3, 0x8FBE,
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

uint32_t fuhe_value_narrow(uint32_t character) {
    if (character >= 0xFF01 && character <= 0xFF5E) {
        return character - (0xFF01 - '!');
    }
    if (character == 0x2212) {
        return '-';
    }
    return character == 0x3000 || character == 0xA0 ? ' ' : character;
}

enum fuhe_value_kind fuhe_value_word_kind(fuhe_text text) {
    if (text.length > sizeof "#DIV/0!" - 1) {
        return FUHE_VALUE_WORDS;
    }
    for (size_t i = 0; i < COUNT(fixed_words); i++) {
        if (text.bytes[0] == fixed_words[i].word.bytes[0] && fuhe_text_equals(text, fixed_words[i].word)) {
            return fixed_words[i].kind;
        }
    }
    return FUHE_VALUE_WORDS;
}

/* The operator that a sign stands for, by itself and with '=' behind it. */
static enum fuhe_relation sign_relation(uint32_t sign, bool or_equal) {
    switch (sign) {
    case '>':
        return or_equal ? FUHE_RELATION_AT_LEAST : FUHE_RELATION_ABOVE;
    case '<':
        return or_equal ? FUHE_RELATION_AT_MOST : FUHE_RELATION_BELOW;
    case '=':
        return FUHE_RELATION_EQUAL;
    case 0x2265: /* ≥ */
    case 0x2267: /* ≧ */
    case 0x2A7E: /* ⩾ */
        return FUHE_RELATION_AT_LEAST;
    case 0x2264: /* ≤ */
    case 0x2266: /* ≦ */
    case 0x2A7D: /* ⩽ */
        return FUHE_RELATION_AT_MOST;
    default:
        return FUHE_RELATION_NONE;
    }
}

static enum fuhe_relation take_sign(fuhe_text *text) {
    size_t offset = 0;
    const uint32_t sign = fuhe_value_narrow(fuhe_text_next(*text, &offset));
    size_t behind = offset;
    const bool or_equal = (sign == '>' || sign == '<') && offset < text->length &&
                          fuhe_value_narrow(fuhe_text_next(*text, &behind)) == '=';
    const enum fuhe_relation relation = sign_relation(sign, or_equal);

    if (relation != FUHE_RELATION_NONE) {
        *text = fuhe_text_from(*text, or_equal ? behind : offset);
    }
    return relation;
}

enum fuhe_relation fuhe_value_take_front(fuhe_text *text) {
    const enum fuhe_relation relation = text->length == 0 ? FUHE_RELATION_NONE : take_sign(text);

    if (relation != FUHE_RELATION_NONE) {
        return relation;
    }
    for (size_t i = 0; i < COUNT(front_words); i++) {
        if (fuhe_text_starts_with(*text, front_words[i].word)) {
            *text = fuhe_text_from(*text, front_words[i].word.length);
            return front_words[i].relation;
        }
    }
    return FUHE_RELATION_NONE;
}

enum fuhe_relation fuhe_value_take_back(fuhe_text *text) {
    if (text->length == 0 || strchr("\x8A\x85\x8B", text->bytes[text->length - 1]) == NULL) {
        return FUHE_RELATION_NONE; /* the last bytes of 上 内 下, which end every row */
    }
    for (size_t i = 0; i < COUNT(back_words); i++) {
        if (fuhe_text_ends_with(*text, back_words[i].word)) {
            text->length -= back_words[i].word.length;
            return back_words[i].relation;
        }
    }
    return FUHE_RELATION_NONE;
}

int64_t fuhe_value_take_scale(fuhe_text *text) {
    for (size_t i = 0; i < COUNT(scale_words); i++) {
        if (text->length > 0 && text->bytes[0] == scale_words[i].word.bytes[0] &&
            fuhe_text_starts_with(*text, scale_words[i].word)) {
            *text = fuhe_text_from(*text, scale_words[i].word.length);
            return scale_words[i].factor;
        }
    }
    for (size_t i = 0; i < COUNT(money_scales); i++) {
        if (fuhe_text_equals(*text, money_scales[i].word)) {
            *text = fuhe_text_from(*text, text->length - (sizeof "元" - 1));
            return money_scales[i].factor;
        }
    }
    return 1;
}

static bool is_in(uint32_t character, const uint16_t *sorted, size_t count) {
    size_t low = 0;

    while (low < count) {
        const size_t middle = low + (count - low) / 2;
        if (sorted[middle] == character) {
            return true;
        }
        if (sorted[middle] < character) {
            low = middle + 1;
        } else {
            count = middle;
        }
    }
    return false;
}

static bool begins_with_measure(fuhe_text text) {
    size_t offset = 0;

    if (is_in(fuhe_text_next(text, &offset), measures, COUNT(measures))) {
        return true;
    }
    for (size_t i = 0; i < COUNT(long_measures); i++) {
        if (fuhe_text_starts_with(text, long_measures[i])) {
            return true;
        }
    }
    return false;
}

/* km, GB, ㎡, ℃: a few letters or signs, nothing else. */
static bool is_letter_unit(fuhe_text text) {
    size_t offset = 0;
    unsigned count = 0;

    while (offset < text.length) {
        const uint32_t c = fuhe_text_next(text, &offset);
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!letter && c != 0x2103 && c != 0xB2 && c != 0xB3 && (c < 0x3300 || c > 0x33FF)) {
            return false;
        }
        count++;
    }
    return count <= 4;
}

static bool is_measure(fuhe_text text) {
    enum { CHARACTERS_MAX = 6 };
    size_t offset = 0;
    unsigned count = 0;

    if (!begins_with_measure(text)) {
        return is_letter_unit(text);
    }
    while (offset < text.length) {
        const uint32_t c = fuhe_text_next(text, &offset);
        if (c < 0x4E00 || c > 0x9FFF || is_in(c, no_unit, COUNT(no_unit)) || ++count > CHARACTERS_MAX) {
            return false;
        }
    }
    return true;
}

bool fuhe_value_unit_kind(fuhe_text text, enum fuhe_unit_kind *kind) {
    *kind = FUHE_UNIT_NONE;
    if (text.length == 0) {
        return true;
    }
    for (size_t i = 0; i < COUNT(units); i++) {
        if (text.bytes[0] == units[i].word.bytes[0] && fuhe_text_equals(text, units[i].word)) {
            *kind = units[i].kind;
            return true;
        }
    }
    *kind = FUHE_UNIT_COUNT;
    return is_measure(text);
}
