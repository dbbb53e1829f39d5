/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/value.h"

#include <string.h>

#include "tests/support/cases.h"
#include "tests/support/cells.h"

static void assert_decimal(fuhe_decimal value, const char *expected) {
    char text[FUHE_DECIMAL_TEXT_SIZE];

    (void)fuhe_decimal_format(value, 0, text);
    assert_string_equal(text, expected);
}

static void assert_text(fuhe_text text, const char *expected) {
    assert_true(fuhe_text_equals(text, fuhe_text_of(expected)));
}

/* --- numbers ------------------------------------------------------------------------------------------------------ */

struct number_case {
    const char *name; /* the cell itself */
    const char *number;
    enum fuhe_relation relation;
    enum fuhe_unit_kind unit_kind;
    const char *unit;
    int64_t scale;
    unsigned places;
    const char *half_step;
};

#define NONE FUHE_RELATION_NONE
#define AT_LEAST FUHE_RELATION_AT_LEAST
#define AT_MOST FUHE_RELATION_AT_MOST
#define ABOVE FUHE_RELATION_ABOVE
#define BELOW FUHE_RELATION_BELOW
#define EQUAL FUHE_RELATION_EQUAL
#define MONEY FUHE_UNIT_MONEY
#define PERCENT FUHE_UNIT_PERCENT
#define TIME FUHE_UNIT_TIME
#define COUNT FUHE_UNIT_COUNT

static const struct number_case number_cases[] = {
    {"5", "5", NONE, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {"0.92", "0.92", NONE, FUHE_UNIT_NONE, "", 1, 2, "0.005"},
    {"9.40", "9.4", NONE, FUHE_UNIT_NONE, "", 1, 2, "0.005"},
    {"0", "0", NONE, FUHE_UNIT_NONE, "", 1, 0, "0"},
    {"0.00", "0", NONE, FUHE_UNIT_NONE, "", 1, 2, "0"},
    {"-5%", "-5", NONE, PERCENT, "%", 1, 0, "0.5"},
    {"+5", "5", NONE, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {"13万元", "130000", NONE, MONEY, "元", 10000, 0, "5000"},
    {"21 万元", "210000", NONE, MONEY, "元", 10000, 0, "5000"},
    {"218.4万", "2184000", NONE, FUHE_UNIT_NONE, "", 10000, 1, "500"},
    {"5.34万元", "53400", NONE, MONEY, "元", 10000, 2, "50"},
    {"0.0594万元", "594", NONE, MONEY, "元", 10000, 4, "0.5"},
    {"0万元", "0", NONE, MONEY, "元", 10000, 0, "0"},
    {"1,433.26元", "1433.26", NONE, MONEY, "元", 1, 2, "0.005"},
    {"1，433.26元", "1433.26", NONE, MONEY, "元", 1, 2, "0.005"},
    {"1.2亿元", "120000000", NONE, MONEY, "元", 100000000, 1, "5000000"},
    {"3千元", "3000", NONE, MONEY, "元", 1000, 0, "500"},
    {"2百万元", "2000000", NONE, MONEY, "元", 1000000, 0, "500000"},
    {"1.5千万元", "15000000", NONE, MONEY, "元", 10000000, 1, "500000"},
    {"3.5万人", "35000", NONE, COUNT, "人", 10000, 1, "500"},
    {"103人", "103", NONE, COUNT, "人", 1, 0, "0.5"},
    {"26个领域", "26", NONE, COUNT, "个领域", 1, 0, "0.5"},
    {"80个工作日", "80", NONE, TIME, "个工作日", 1, 0, "0.5"},
    {"24小时", "24", NONE, TIME, "小时", 1, 0, "0.5"},
    {"3年", "3", NONE, TIME, "年", 1, 0, "0.5"},
    {"12个月", "12", NONE, TIME, "个月", 1, 0, "0.5"},
    {"100%", "100", NONE, PERCENT, "%", 1, 0, "0.5"},
    {"99.5％", "99.5", NONE, PERCENT, "％", 1, 1, "0.05"},
    {"99.5 %", "99.5", NONE, PERCENT, "%", 1, 1, "0.05"},
    {"95‰", "9.5", NONE, PERCENT, "‰", 1, 0, "0.05"},
    {"１２．５％", "12.5", NONE, PERCENT, "％", 1, 1, "0.05"},
    {"１２", "12", NONE, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {"－３", "-3", NONE, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {"1２人", "12", NONE, COUNT, "人", 1, 0, "0.5"},
    {"0起", "0", NONE, COUNT, "起", 1, 0, "0"},
    {"0次", "0", NONE, COUNT, "次", 1, 0, "0"},
    {"12公里", "12", NONE, COUNT, "公里", 1, 0, "0.5"},
    {"500平方米", "500", NONE, COUNT, "平方米", 1, 0, "0.5"},
    {"300㎡", "300", NONE, COUNT, "㎡", 1, 0, "0.5"},
    {"20GB", "20", NONE, COUNT, "GB", 1, 0, "0.5"},
    {"≥95%", "95", AT_LEAST, PERCENT, "%", 1, 0, "0.5"},
    {"≥ 95 %", "95", AT_LEAST, PERCENT, "%", 1, 0, "0.5"},
    {"≧95", "95", AT_LEAST, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {">=95", "95", AT_LEAST, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {"＞＝95", "95", AT_LEAST, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {"≤10次", "10", AT_MOST, COUNT, "次", 1, 0, "0.5"},
    {"≦10", "10", AT_MOST, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {"<=10", "10", AT_MOST, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {">3", "3", ABOVE, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {"＞3", "3", ABOVE, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {"＜5", "5", BELOW, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {"<5", "5", BELOW, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {"=7", "7", EQUAL, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {"＝7", "7", EQUAL, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {"等于7个", "7", EQUAL, COUNT, "个", 1, 0, "0.5"},
    {"不低于90%", "90", AT_LEAST, PERCENT, "%", 1, 0, "0.5"},
    {"不少于5家", "5", AT_LEAST, COUNT, "家", 1, 0, "0.5"},
    {"大于等于5", "5", AT_LEAST, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {"达到90%", "90", AT_LEAST, PERCENT, "%", 1, 0, "0.5"},
    {"不超过10次", "10", AT_MOST, COUNT, "次", 1, 0, "0.5"},
    {"不高于10万元", "100000", AT_MOST, MONEY, "元", 10000, 0, "5000"},
    {"控制在20万元以内", "200000", AT_MOST, MONEY, "元", 10000, 0, "5000"},
    {"小于等于3", "3", AT_MOST, FUHE_UNIT_NONE, "", 1, 0, "0.5"},
    {"超过3次", "3", ABOVE, COUNT, "次", 1, 0, "0.5"},
    {"低于3%", "3", BELOW, PERCENT, "%", 1, 0, "0.5"},
    {"95%以上", "95", AT_LEAST, PERCENT, "%", 1, 0, "0.5"},
    {"3个及以上", "3", AT_LEAST, COUNT, "个", 1, 0, "0.5"},
    {"10次以内", "10", AT_MOST, COUNT, "次", 1, 0, "0.5"},
    {"10万元以下", "100000", AT_MOST, MONEY, "元", 10000, 0, "5000"},
    {"5个工作日内", "5", AT_MOST, TIME, "个工作日", 1, 0, "0.5"},
    {"9.1234567000", "9.123457", NONE, FUHE_UNIT_NONE, "", 1, 10, "0.000001"},
    {"99.97333333%", "99.973333", NONE, PERCENT, "%", 1, 8, "0.000001"},
    {"1.2345678万元", "12345.678", NONE, MONEY, "元", 10000, 7, "0.01"},
    {"-1.2345678万元", "-12345.678", NONE, MONEY, "元", 10000, 7, "0.01"},
    {"1.23456789012万元", "12345.678901", NONE, MONEY, "元", 10000, 11, "0.01"},
    {"0.0000004", NULL, NONE, FUHE_UNIT_NONE, "", 1, 0, ""},
    {"95.0000001‰", NULL, NONE, FUHE_UNIT_NONE, "", 1, 0, ""},
    {"9.1234560", "9.123456", NONE, FUHE_UNIT_NONE, "", 1, 7, "0.000001"},
};

static void number_reads(void **state) {
    const struct number_case *row = *state;
    const struct fuhe_cell cell = cell_of(row->name);
    const struct fuhe_value value = fuhe_value_read(&cell);

    if (row->number == NULL) {
        assert_int_equal(value.kind, FUHE_VALUE_UNREADABLE);
        return;
    }
    assert_int_equal(value.kind, FUHE_VALUE_NUMBER);
    assert_decimal(value.number, row->number);
    assert_int_equal(value.relation, row->relation);
    assert_int_equal(value.unit_kind, row->unit_kind);
    assert_text(value.unit, row->unit);
    assert_int_equal(value.scale, row->scale);
    assert_int_equal(value.places, row->places);
    assert_decimal(value.half_step, row->half_step);
}

/* --- everything else ---------------------------------------------------------------------------------------------- */

struct kind_case {
    const char *name; /* the cell itself */
    enum fuhe_value_kind expected;
};

#define DIGITS_30 "100000000000000000000000000000"

static const struct kind_case kind_cases[] = {
    {"", FUHE_VALUE_NONE},
    {"　", FUHE_VALUE_NONE},
    {"—", FUHE_VALUE_NONE},
    {"——", FUHE_VALUE_NONE},
    {"-", FUHE_VALUE_NONE},
    {"－", FUHE_VALUE_NONE},
    {"–", FUHE_VALUE_NONE},
    {"/", FUHE_VALUE_NONE},
    {"／", FUHE_VALUE_NONE},
    {"空", FUHE_VALUE_NONE},
    {"———", FUHE_VALUE_NONE},
    {"//", FUHE_VALUE_NONE},
    {"……", FUHE_VALUE_NONE},
    {"。", FUHE_VALUE_NONE},
    {",", FUHE_VALUE_NONE},
    {"“”", FUHE_VALUE_NONE},
    {"（ ）", FUHE_VALUE_NONE},
    {"？", FUHE_VALUE_NONE},
    {"≥", FUHE_VALUE_NONE},
    {"≥ %", FUHE_VALUE_NONE},
    {"××", FUHE_VALUE_NONE},
    {"XX", FUHE_VALUE_NONE},
    {"≥××%", FUHE_VALUE_NONE},
    {"不低于XX％", FUHE_VALUE_NONE},
    {"××万元", FUHE_VALUE_NONE},
    {"xx个", FUHE_VALUE_NONE},
    {"＿＿个工作日", FUHE_VALUE_NONE},
    {"前××名", FUHE_VALUE_NONE},
    {"%", FUHE_VALUE_NONE},
    {"万元", FUHE_VALUE_NONE},
    {"个工作日", FUHE_VALUE_NONE},
    {"待定", FUHE_VALUE_NONE},
    {"待填写", FUHE_VALUE_NONE},
    {"暂无", FUHE_VALUE_NONE},
    {"未填", FUHE_VALUE_NONE},
    {"不适用", FUHE_VALUE_NONE},
    {"N/A", FUHE_VALUE_NONE},
    {"n/a", FUHE_VALUE_NONE},
    {"TBD", FUHE_VALUE_NONE},
    {"无", FUHE_VALUE_ZERO_WORD},
    {"零", FUHE_VALUE_ZERO_WORD},
    {"没有", FUHE_VALUE_ZERO_WORD},
    {"前5名", FUHE_VALUE_RANK},
    {"前５名", FUHE_VALUE_RANK},
    {"前 5 名", FUHE_VALUE_RANK},
    {"第2名", FUHE_VALUE_RANK},
    {"前5位", FUHE_VALUE_RANK},
    {"前10名以内", FUHE_VALUE_RANK},
    {"前5", FUHE_VALUE_RANK},
    {"第2", FUHE_VALUE_WORDS},
    {"第2季度", FUHE_VALUE_WORDS},
    {"前5%", FUHE_VALUE_WORDS},
    {"前5个月", FUHE_VALUE_WORDS},
    {"前0名", FUHE_VALUE_WORDS},
    {"前1.5名", FUHE_VALUE_WORDS},
    {"前", FUHE_VALUE_WORDS},
    {"前期完成", FUHE_VALUE_WORDS},
    {"完成", FUHE_VALUE_WORDS},
    {"满意", FUHE_VALUE_WORDS},
    {"提升", FUHE_VALUE_WORDS},
    {"有所提升", FUHE_VALUE_WORDS},
    {"基本完成", FUHE_VALUE_WORDS},
    {"无投诉", FUHE_VALUE_WORDS},
    {"没有投诉", FUHE_VALUE_WORDS},
    {"80-90%", FUHE_VALUE_WORDS},
    {"80%-90%", FUHE_VALUE_WORDS},
    {"3~5次", FUHE_VALUE_WORDS},
    {"3～5次", FUHE_VALUE_WORDS},
    {"3至5次", FUHE_VALUE_WORDS},
    {"约5次", FUHE_VALUE_WORDS},
    {"5次左右", FUHE_VALUE_WORDS},
    {"10余次", FUHE_VALUE_WORDS},
    {"10多个", FUHE_VALUE_WORDS},
    {"3次/月", FUHE_VALUE_WORDS},
    {"1/2", FUHE_VALUE_WORDS},
    {"1:2", FUHE_VALUE_WORDS},
    {"2024年", FUHE_VALUE_WORDS},
    {"2024年底", FUHE_VALUE_WORDS},
    {"2024年12月底前", FUHE_VALUE_WORDS},
    {"2024-12-31", FUHE_VALUE_WORDS},
    {"2024.12.31", FUHE_VALUE_WORDS},
    {"12月", FUHE_VALUE_WORDS},
    {"12月底前", FUHE_VALUE_WORDS},
    {"≤12月", FUHE_VALUE_WORDS},
    {"1. 完成", FUHE_VALUE_WORDS},
    {"1.完成", FUHE_VALUE_WORDS},
    {"1.项目", FUHE_VALUE_WORDS},
    {"1、完成", FUHE_VALUE_WORDS},
    {"100%完成", FUHE_VALUE_WORDS},
    {"3个已完成", FUHE_VALUE_WORDS},
    {"完成3个", FUHE_VALUE_WORDS},
    {"12345热线", FUHE_VALUE_WORDS},
    {"12345平台", FUHE_VALUE_WORDS},
    {"5A级景区", FUHE_VALUE_WORDS},
    {"12万%", FUHE_VALUE_WORDS},
    {"95%（含）", FUHE_VALUE_WORDS},
    {"不低于上年", FUHE_VALUE_WORDS},
    {"大幅提升", FUHE_VALUE_WORDS},
    {"≥完成", FUHE_VALUE_WORDS},
    {"+", FUHE_VALUE_WORDS},
    {"×", FUHE_VALUE_WORDS},
    {"√", FUHE_VALUE_WORDS},
    {"X", FUHE_VALUE_WORDS},
    {"XX小区", FUHE_VALUE_WORDS},
    {"-节约用水", FUHE_VALUE_WORDS},
    {"·对外开放", FUHE_VALUE_WORDS},
    {"达到", FUHE_VALUE_WORDS},
    {"前列", FUHE_VALUE_WORDS},
    {"未完成", FUHE_VALUE_WORDS},
    {"OK", FUHE_VALUE_WORDS},
    {"个", FUHE_VALUE_WORDS},
    {"#1楼", FUHE_VALUE_WORDS},
    {"人均3次", FUHE_VALUE_WORDS},
    {"0433-2512345", FUHE_VALUE_WORDS},
    {"1 2", FUHE_VALUE_WORDS},
    {"1.2.3", FUHE_VALUE_UNREADABLE},
    {"1.2.3万元", FUHE_VALUE_UNREADABLE},
    {"１.２.３", FUHE_VALUE_UNREADABLE},
    {"≥1.2.3%", FUHE_VALUE_UNREADABLE},
    {"1,43.26", FUHE_VALUE_UNREADABLE},
    {"5.", FUHE_VALUE_UNREADABLE},
    {".5", FUHE_VALUE_UNREADABLE},
    {"∞", FUHE_VALUE_UNREADABLE},
    {"≥∞", FUHE_VALUE_UNREADABLE},
    {"≥NaN", FUHE_VALUE_UNREADABLE},
    {"≥#REF!", FUHE_VALUE_UNREADABLE},
    {"NaN", FUHE_VALUE_UNREADABLE},
    {"#DIV/0!", FUHE_VALUE_UNREADABLE},
    {"#NULL!", FUHE_VALUE_UNREADABLE},
    {"#SPILL!", FUHE_VALUE_UNREADABLE},
    {"########", FUHE_VALUE_UNREADABLE},
    {"Err:502", FUHE_VALUE_UNREADABLE},
    {"1e5", FUHE_VALUE_UNREADABLE},
    {"1.5E+05", FUHE_VALUE_UNREADABLE},
    {"10^30", FUHE_VALUE_UNREADABLE},
    {DIGITS_30, FUHE_VALUE_UNREADABLE},
    {DIGITS_30 "个", FUHE_VALUE_UNREADABLE},
    {DIGITS_30 DIGITS_30 DIGITS_30 DIGITS_30, FUHE_VALUE_UNREADABLE},
    {"9999999亿元", FUHE_VALUE_UNREADABLE},
    {"0.00000001", FUHE_VALUE_UNREADABLE},
    {"9.123456‰", FUHE_VALUE_UNREADABLE},
    {"\xE5\xAE", FUHE_VALUE_WORDS},
    {"5\xE5\xAE", FUHE_VALUE_WORDS},
};

static void kind_is(void **state) {
    const struct kind_case *row = *state;
    const struct fuhe_cell cell = cell_of(row->name);
    const struct fuhe_value value = fuhe_value_read(&cell);

    assert_int_equal(value.kind, row->expected);
    assert_int_equal(value.scale, 1);
    assert_int_equal(value.relation, NONE);
    if (row->expected != FUHE_VALUE_RANK) {
        assert_int_equal(value.number.scaled, 0);
        assert_int_equal(value.unit.length, 0);
    }
}

static void absent_cell_is_none(void **state) {
    const struct fuhe_cell cell = cell_of(NULL);

    (void)state;
    assert_int_equal(fuhe_value_read(&cell).kind, FUHE_VALUE_NONE);
}

static void long_number_with_wide_digits_is_unreadable(void **state) {
    char text[3 * 80 + 1];
    struct fuhe_cell cell;

    (void)state;
    for (size_t i = 0; i < 80; i++) {
        (void)memcpy(text + 3 * i, "１", 3);
    }
    text[3 * 80] = '\0';
    cell = cell_of(text);
    assert_int_equal(fuhe_value_read(&cell).kind, FUHE_VALUE_UNREADABLE);
}

/* --- targets with operator and unit in cells of their own --------------------------------------------------------- */

struct target_case {
    const char *name;
    const char *target;
    const char *relation;
    const char *unit;
    enum fuhe_value_kind kind;
    enum fuhe_relation expected_relation;
    const char *number;
    enum fuhe_unit_kind unit_kind;
};

static const struct target_case target_cases[] = {
    {"operator and unit", "95", "≥", "%", FUHE_VALUE_NUMBER, AT_LEAST, "95", PERCENT},
    {"operator in words", "95", "不低于", "%", FUHE_VALUE_NUMBER, AT_LEAST, "95", PERCENT},
    {"money", "13", "≤", "万元", FUHE_VALUE_NUMBER, AT_MOST, "130000", MONEY},
    {"per mille", "95", "≥", "‰", FUHE_VALUE_NUMBER, AT_LEAST, "9.5", PERCENT},
    {"the target's own operator wins", "≤95", "≥", "个", FUHE_VALUE_NUMBER, AT_MOST, "95", COUNT},
    {"the target's own unit wins", "95%", "≥", "个", FUHE_VALUE_NUMBER, AT_LEAST, "95", PERCENT},
    {"no other cells", "95%", NULL, NULL, FUHE_VALUE_NUMBER, NONE, "95", PERCENT},
    {"qualitative", "完成", "定性", "/", FUHE_VALUE_WORDS, NONE, "0", FUHE_UNIT_NONE},
    {"a dash for the unit", "95", "=", "—", FUHE_VALUE_NUMBER, EQUAL, "95", FUHE_UNIT_NONE},
    {"an operator that is none", "95", "定量", "个", FUHE_VALUE_NUMBER, NONE, "95", COUNT},
    {"a unit that does not scale", "9.123456", "=", "‰", FUHE_VALUE_UNREADABLE, EQUAL, "0", FUHE_UNIT_NONE},
};

static void target_reads(void **state) {
    const struct target_case *row = *state;
    const struct fuhe_cell target = cell_of(row->target);
    const struct fuhe_cell relation = cell_of(row->relation);
    const struct fuhe_cell unit = cell_of(row->unit);
    const struct fuhe_value value = fuhe_value_read_target(&target, &relation, &unit);

    assert_int_equal(value.kind, row->kind);
    assert_int_equal(value.relation, row->expected_relation);
    assert_decimal(value.number, row->number);
    assert_int_equal(value.unit_kind, row->unit_kind);
}

/* --- two values beside each other --------------------------------------------------------------------------------- */

struct pair_case {
    const char *name;
    const char *value;
    const char *target;
    bool adopts;
    const char *number;
    bool comparable;
};

static const struct pair_case pair_cases[] = {
    {"bare number takes money", "218.4", "232万元", true, "2184000", true},
    {"bare number takes a count", "103", "114人", true, "103", true},
    {"bare number takes per mille", "95", "98‰", true, "9.5", true},
    {"zero takes the unit", "0", "13万元", true, "0", true},
    {"own unit stays", "218.4万", "232万元", false, "2184000", true},
    {"nothing to take", "5", "6", false, "5", true},
    {"words have no unit", "完成", "6人", false, "0", true},
    {"too large to scale", "9999999999", "1亿元", false, "0", true},
    {"money is no percentage", "5万元", "95%", false, "50000", false},
    {"count against count", "5人", "6名", false, "5", true},
    {"days against days", "5个工作日", "6工作日", false, "5", true},
    {"日 is 天", "5日", "6天", false, "5", true},
    {"hours are not days", "5小时", "6天", false, "5", false},
};

static void pair_compares(void **state) {
    const struct pair_case *row = *state;
    const struct fuhe_cell cell = cell_of(row->value);
    const struct fuhe_cell target_cell = cell_of(row->target);
    const struct fuhe_value target = fuhe_value_read(&target_cell);
    struct fuhe_value value = fuhe_value_read(&cell);

    assert_int_equal(fuhe_value_adopt_unit(&value, &target), row->adopts);
    assert_decimal(value.number, row->number);
    assert_int_equal(fuhe_value_comparable(&value, &target), row->comparable);
    assert_int_equal(fuhe_value_comparable(&target, &value), row->comparable);
}

/* --- figures ------------------------------------------------------------------------------------------------------ */

struct figure_case {
    const char *name;
    const char *cell;
    int64_t unit_scale;
    enum fuhe_value_kind kind;
    const char *number;
    const char *half_step;
};

static const struct figure_case figure_cases[] = {
    {"points", "9.4", 1, FUHE_VALUE_NUMBER, "9.4", "0.05"},
    {"points with their word", "9.4分", 1, FUHE_VALUE_NUMBER, "9.4", "0.05"},
    {"a rate with its sign", "82.43%", 1, FUHE_VALUE_NUMBER, "82.43", "0.005"},
    {"a rate with a wide sign", "82.43％", 1, FUHE_VALUE_NUMBER, "82.43", "0.005"},
    {"money in the form's unit", "295.91", 10000, FUHE_VALUE_NUMBER, "2959100", "50"},
    {"money that prints its unit", "295.91万元", 10000, FUHE_VALUE_NUMBER, "2959100", "50"},
    {"money that prints another unit", "295.91元", 10000, FUHE_VALUE_NUMBER, "295.91", "0.005"},
    {"money with the scale only", "295.91万", 10000, FUHE_VALUE_NUMBER, "2959100", "50"},
    {"negative", "-3", 1, FUHE_VALUE_NUMBER, "-3", "0.5"},
    {"zero is exact", "0", 10000, FUHE_VALUE_NUMBER, "0", "0"},
    {"full width", "１０", 1, FUHE_VALUE_NUMBER, "10", "0.5"},
    {"dash", "—", 1, FUHE_VALUE_NONE, "0", "0"},
    {"blank", "", 1, FUHE_VALUE_NONE, "0", "0"},
    {"absent", NULL, 1, FUHE_VALUE_NONE, "0", "0"},
    {"no money at all", "无", 10000, FUHE_VALUE_NONE, "0", "0"},
    {"words", "满分", 1, FUHE_VALUE_UNREADABLE, "0", "0"},
    {"a count is no figure", "5人", 1, FUHE_VALUE_UNREADABLE, "0", "0"},
    {"a rate is no money", "5%", 10000, FUHE_VALUE_UNREADABLE, "0", "0"},
    {"an operator", "≥5", 1, FUHE_VALUE_UNREADABLE, "0", "0"},
    {"two points", "1.2.3", 1, FUHE_VALUE_UNREADABLE, "0", "0"},
    {"out of range", "9999999999", 10000, FUHE_VALUE_UNREADABLE, "0", "0"},
};

static void figure_reads(void **state) {
    const struct figure_case *row = *state;
    const struct fuhe_cell cell = cell_of(row->cell);
    const struct fuhe_value value = fuhe_value_read_figure(&cell, row->unit_scale);

    assert_int_equal(value.kind, row->kind);
    assert_decimal(value.number, row->number);
    assert_decimal(value.half_step, row->half_step);
}

struct scale_case {
    const char *name;
    const char *unit;
    int64_t expected;
};

static const struct scale_case scale_cases[] = {
    {"ten thousands", "万元", 10000},
    {"hundred millions", "亿元", 100000000},
    {"yuan", "元", 1},
    {"thousands", "千元", 1000},
    {"with a label", "单位：元", 1},
    {"absent", NULL, 10000},
    {"blank", "", 10000},
    {"not understood", "美金", 10000},
};

static void money_scale_is(void **state) {
    const struct scale_case *row = *state;
    const struct fuhe_cell cell = cell_of(row->unit);
    assert_int_equal(fuhe_value_money_scale(&cell), row->expected);
}

int main(void) {
    const struct CMUnitTest single[] = {
        cmocka_unit_test(absent_cell_is_none),
        cmocka_unit_test(long_number_with_wide_digits_is_unreadable),
    };

    return RUN_CASES("numbers", number_cases, number_reads) + RUN_CASES("kinds", kind_cases, kind_is) +
           RUN_CASES("targets", target_cases, target_reads) + RUN_CASES("pairs", pair_cases, pair_compares) +
           RUN_CASES("figures", figure_cases, figure_reads) + RUN_CASES("money units", scale_cases, money_scale_is) +
           cmocka_run_group_tests_name("single", single, NULL, NULL);
}
