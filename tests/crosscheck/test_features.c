/* SPDX-License-Identifier: Apache-2.0 */
/* Which texts have the same features, how many they have, and what lies beyond the room for them. */
#include "crosscheck/features.h"

#include "tests/support/cases.h"

struct pair_case {
    const char *name;
    const char *a;
    const char *b;
    size_t count; /* features of a */
    size_t shared;
};

static const struct pair_case pair_cases[] = {
    {"the same", "完成全年建设任务", "完成全年建设任务", 5, 5},
    {"punctuation and blanks", "完成全年，建设任务。", " 完成全年 建设 任务 ", 5, 5},
    {"full width", "完成ＡＢ１２项", "完成AB12项", 4, 4},
    {"full width blank and dash", "完成　全年—建设", "完成全年建设", 3, 3},
    {"letter case", "完成AbC项", "完成aBc项", 3, 3},
    {"one character more", "完成全年建设", "完成全年建设了", 3, 3},
    {"one character changed in the middle", "一二三四五六七八九", "一二三四甲六七八九", 6, 2},
    {"the order of sentences", "一二三四。五六七八", "五六七八。一二三四", 5, 2},
    {"a repeated phrase counts once", "一二三四一二三四", "二三四一二三四一", 4, 4},
    {"four characters", "按期完成", "按期完成", 1, 1},
    {"shorter than a shingle", "完成", "完成。", 1, 1},
    {"shorter than a shingle, other text", "完成", "成完", 1, 0},
    {"a short text is not the end of a longer one", "全年", "一年全年", 1, 0},
    {"blank", "", "　 ，。", 0, 0},
    {"only punctuation", "——……", "完成全年", 0, 0},
    {"bytes that are no text", "\xFF\xFE\xE4\xBD", "完成全年", 1, 0},
};

static size_t shared_of(const struct fuhe_features *a, const struct fuhe_features *b) {
    size_t shared = 0;

    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        shared += a->items[i] == b->items[k];
        const bool step_a = a->items[i] <= b->items[k];
        const bool step_b = b->items[k] <= a->items[i];
        i += step_a;
        k += step_b;
    }
    return shared;
}

static void take_shingles(struct fuhe_features *features, const char *text) {
    fuhe_features_reset(features);
    fuhe_features_add_shingles(features, fuhe_text_of(text));
    fuhe_features_finish(features);
}

static void test_pair(void **state) {
    const struct pair_case *row = *state;
    static struct fuhe_features a;
    static struct fuhe_features b;

    take_shingles(&a, row->a);
    take_shingles(&b, row->b);
    assert_int_equal(a.count, row->count);
    assert_int_equal(shared_of(&a, &b), row->shared);
    assert_int_equal(shared_of(&b, &a), row->shared);
}

struct item_case {
    const char *name;
    const char *a[2];
    const char *b[2];
    size_t count; /* features of a */
    bool same;
};

static const struct item_case item_cases[] = {
    {"the same", {"培训人次", "≥100人次"}, {"培训人次", "≥100人次"}, 1, true},
    {"punctuation and width", {"培训（人次）", "100"}, {"培训人次", "１００。"}, 1, true},
    {"letter case", {"GDP增长", "5"}, {"gdp增长", "5"}, 1, true},
    {"another target", {"培训人次", "100"}, {"培训人次", "120"}, 1, false},
    {"swapped", {"甲", "乙"}, {"乙", "甲"}, 1, false},
    {"where one ends counts", {"培训", "1"}, {"培训1", ""}, 1, false},
    {"no target", {"培训", ""}, {"培训", "，"}, 1, true},
    {"neither name nor target", {"", "。"}, {"培训", ""}, 0, false},
};

static void take_item(struct fuhe_features *features, const char *const texts[2]) {
    const fuhe_text both[2] = {fuhe_text_of(texts[0]), fuhe_text_of(texts[1])};

    fuhe_features_reset(features);
    fuhe_features_add_item(features, both, 2);
    fuhe_features_finish(features);
}

static void test_item(void **state) {
    const struct item_case *row = *state;
    static struct fuhe_features a;
    static struct fuhe_features b;

    take_item(&a, row->a);
    take_item(&b, row->b);
    assert_int_equal(a.count, row->count);
    assert_int_equal(shared_of(&a, &b) == 1, row->same);
}

static size_t write_character(char *at, uint32_t character) {
    at[0] = (char)(0xE0 | character >> 12);
    at[1] = (char)(0x80 | (character >> 6 & 0x3F));
    at[2] = (char)(0x80 | (character & 0x3F));
    return 3;
}

/* Long texts: sorted, each once, cut at the limit, and hardly any two shingles taken for one. */
static void test_long_text(void **state) {
    enum { CHARACTERS = 5000 };
    static char bytes[CHARACTERS * 3];
    static struct fuhe_features features;
    size_t length = 0;

    (void)state;
    for (uint32_t i = 0; i < CHARACTERS; i++) {
        length += write_character(bytes + length, 0x4E00 + i * 7 % 20000);
    }
    fuhe_features_reset(&features);
    fuhe_features_add_shingles(&features, (fuhe_text){bytes, length});
    assert_int_equal(features.characters, CHARACTERS);
    fuhe_features_finish(&features);
    assert_in_range(features.count, FUHE_FEATURES_MAX - 1, FUHE_FEATURES_MAX);
    for (size_t i = 1; i < features.count; i++) {
        assert_true(features.items[i - 1] < features.items[i]);
    }
}

/* Numbers that are stored in results must be the same on every machine. */
static void test_numbers(void **state) {
    static struct fuhe_features features;
    const fuhe_text item[] = {FUHE_TEXT("培训人次"), FUHE_TEXT("100")};

    (void)state;
    take_shingles(&features, "按期完成");
    assert_int_equal(features.items[0], 0x2BB769E4);
    fuhe_features_reset(&features);
    fuhe_features_add_item(&features, item, 2);
    fuhe_features_add_shingles(&features, FUHE_TEXT("按期"));
    assert_int_equal(features.characters, 9);
    fuhe_features_finish(&features);
    assert_int_equal(features.count, 2);
    assert_int_equal(features.items[0], 0x036A386A);
}

int main(void) {
    static const struct CMUnitTest tests[] = {cmocka_unit_test(test_long_text), cmocka_unit_test(test_numbers)};
    int failures = RUN_CASES("pairs", pair_cases, test_pair);

    failures += RUN_CASES("items", item_cases, test_item);
    failures += cmocka_run_group_tests_name("whole", tests, NULL, NULL);
    return failures;
}
