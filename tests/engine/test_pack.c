/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/pack.h"
#include "tests/support/cases.h"
#include "tests/support/plain_pack.h"

struct category_case {
    const char *name;
    const char *level1;
    enum fuhe_category expected;
};

static const struct category_case category_cases[] = {
    {"cost", "成本指标", FUHE_CATEGORY_COST},
    {"output with its points behind", "产出指标（50分）", FUHE_CATEGORY_OUTPUT},
    {"effect", "效益指标", FUHE_CATEGORY_EFFECT},
    {"a synonym", "效果指标", FUHE_CATEGORY_EFFECT},
    {"satisfaction", "满意度指标", FUHE_CATEGORY_SATISFACTION},
    {"broken by a narrow cell", " 产 出\n指标", FUHE_CATEGORY_OUTPUT},
    {"broken by an ideographic space", "成　本指标", FUHE_CATEGORY_COST},
    {"numbered", "一、产出指标", FUHE_CATEGORY_OUTPUT},
    {"numbered in brackets", "（二） 效益指标", FUHE_CATEGORY_EFFECT},
    {"numbered in digits", "3.满意度指标", FUHE_CATEGORY_SATISFACTION},
    {"numbered in full-width digits", "１．成本指标", FUHE_CATEGORY_COST},
    {"nothing but a number", "一、", FUHE_CATEGORY_NONE},
    {"the word is not at the start", "其他成本指标", FUHE_CATEGORY_NONE},
    {"cut short", "效益", FUHE_CATEGORY_NONE},
    {"unknown", "管理指标", FUHE_CATEGORY_NONE},
    {"blank", "", FUHE_CATEGORY_NONE},
    {"very long", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
     FUHE_CATEGORY_NONE},
    {"not UTF-8", "\xE5\xE5", FUHE_CATEGORY_NONE},
};

static void category_is(void **state) {
    const struct category_case *row = *state;
    struct fuhe_pack pack;

    plain_pack_init(&pack);
    assert_int_equal(fuhe_pack_find_category(&pack, fuhe_text_of(row->level1)), row->expected);
}

struct grade_case {
    const char *name;
    int64_t scaled;
    size_t expected;
};

static const struct grade_case grade_cases[] = {
    {"full marks", 100000000, 0},       {"on the cut", 60000000, 0}, {"a millionth below", 59999999, 1}, {"zero", 0, 1},
    {"above full marks", 105000000, 0}, {"below zero", -1, 1},
};

static void grade_is(void **state) {
    const struct grade_case *row = *state;
    struct fuhe_pack pack;

    plain_pack_init(&pack);
    assert_int_equal(fuhe_pack_find_grade(&pack, (fuhe_decimal){row->scaled}), row->expected);
}

struct list_case {
    const char *name;
    const char *text;
    bool has;
    bool within;
};

static const struct list_case list_cases[] = {
    {"the word", "待支付", true, true},
    {"spaces are ignored", "待 支付", true, false},
    {"inside a sentence", "合同款待支付。", false, true},
    {"the other word", "尾款", true, true},
    {"neither", "已支付", false, false},
    {"blank", "", false, false},
};

static void list_answers(void **state) {
    const struct list_case *row = *state;
    fuhe_text words[] = {FUHE_TEXT("待支付"), FUHE_TEXT("尾款")};
    const struct fuhe_text_list list = {words, 2};

    assert_int_equal(fuhe_text_list_has(&list, fuhe_text_of(row->text)), row->has);
    assert_int_equal(fuhe_text_list_within(&list, fuhe_text_of(row->text)), row->within);
}

static void init_gives_usual_values(void **state) {
    struct fuhe_pack pack;

    (void)state;
    fuhe_pack_init(&pack);
    assert_true(fuhe_decimal_equals(pack.full_marks, FUHE_DECIMAL(100)));
    assert_int_equal(pack.item_places, 2);
    assert_int_equal(pack.severities[FUHE_CODE_ITEM_ROUNDED], FUHE_SEVERITY_NOTE);
    assert_int_equal(pack.severities[FUHE_CODE_ITEM_SCORE], FUHE_SEVERITY_ERROR);
    assert_false(pack.citations[FUHE_RULE_COST].present);
}

static void names_are_stable(void **state) {
    (void)state;
    assert_string_equal(fuhe_confidence_name(FUHE_CONFIDENCE_SOURCE), "source");
    assert_string_equal(fuhe_confidence_name(FUHE_CONFIDENCE_NONE), "none");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(init_gives_usual_values),
        cmocka_unit_test(names_are_stable),
    };
    int failures = cmocka_run_group_tests_name("pack", tests, NULL, NULL);
    failures += RUN_CASES("category", category_cases, category_is);
    failures += RUN_CASES("grade", grade_cases, grade_is);
    failures += RUN_CASES("list", list_cases, list_answers);
    return failures;
}
