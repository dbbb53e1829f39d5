/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/text.h"
#include "tests/support/cases.h"

struct pair_case {
    const char *name;
    const char *a;
    const char *b;
    bool expected;
};

static const struct pair_case same_name_cases[] = {
    {"equal", "政务热线", "政务热线", true},
    {"spaces are ignored", "延边州 12345 政务热线", "延边州12345政务热线", true},
    {"ideographic space", "延边州　热线", "延边州热线", true},
    {"quotation marks", "购买“综窗”服务", "购买\"综窗\"服务", true},
    {"corner brackets", "「一网通办」", "一网通办", true},
    {"full-width forms", "项目（一期）ＡＢ１", "项目(一期)AB1", true},
    {"other words", "政务热线", "政务热线费", false},
    {"one is empty", "", "热线", false},
    {"both are empty", "", " ", true},
};

static void same_name_holds(void **state) {
    const struct pair_case *row = *state;
    const bool same_hash = fuhe_text_hash_name(fuhe_text_of(row->a), 7) == fuhe_text_hash_name(fuhe_text_of(row->b), 7);
    assert_int_equal(fuhe_text_same_name(fuhe_text_of(row->a), fuhe_text_of(row->b)), row->expected);
    assert_int_equal(same_hash, row->expected);
}

struct trim_case {
    const char *name;
    const char *text;
    const char *expected;
};

static const struct trim_case trim_cases[] = {
    {"nothing to trim", "完成", "完成"},
    {"both ends", " \t完 成\r\n", "完 成"},
    {"ideographic and no-break", "　\xC2\xA0完成\xC2\xA0　", "完成"},
    {"only space", " 　 ", ""},
    {"broken byte stays", "\xE5", "\xE5"},
};

static void trim_gives(void **state) {
    const struct trim_case *row = *state;
    const fuhe_text trimmed = fuhe_text_trim(fuhe_text_of(row->text));
    assert_true(fuhe_text_equals(trimmed, fuhe_text_of(row->expected)));
}

struct next_case {
    const char *name;
    const char *bytes;
    uint32_t expected;
    size_t length;
};

static const struct next_case next_cases[] = {
    {"ascii", "a", 'a', 1},
    {"two bytes", "\xC2\xB7", 0xB7, 2},
    {"three bytes", "完", 0x5B8C, 3},
    {"four bytes", "\xF0\xA0\x80\x80", 0x20000, 4},
    {"cut short", "\xE5\xAE", 0xFFFD, 1},
    {"stray continuation", "\x80", 0xFFFD, 1},
    {"overlong", "\xC0\x80", 0xFFFD, 1},
};

static void next_decodes(void **state) {
    const struct next_case *row = *state;
    size_t offset = 0;
    assert_int_equal(fuhe_text_next(fuhe_text_of(row->bytes), &offset), row->expected);
    assert_int_equal(offset, row->length);
}

struct find_case {
    const char *name;
    const char *text;
    const char *part;
    size_t expected;
};

static const struct find_case find_cases[] = {
    {"at the start", "待支付合同款", "待支付", 0},
    {"later", "合同款待支付", "待支付", 9},
    {"not there", "合同款", "待支付", 9},
    {"longer than the text", "待", "待支付", 3},
    {"after a false start", "待待支付", "待支付", 3},
    {"empty part", "abc", "", 0},
};

static void find_gives(void **state) {
    const struct find_case *row = *state;
    assert_int_equal(fuhe_text_find(fuhe_text_of(row->text), fuhe_text_of(row->part)), row->expected);
}

int main(void) {
    return RUN_CASES("same name", same_name_cases, same_name_holds) + RUN_CASES("trim", trim_cases, trim_gives) +
           RUN_CASES("next", next_cases, next_decodes) + RUN_CASES("find", find_cases, find_gives);
}
