/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>

#include "intake/words.h"
#include "tests/support/cases.h"

struct find_case {
    const char *name;
    enum fuhe_word_section section;
    const char *text;
    const char *expected;
};

static const struct find_case find_cases[] = {
    {"a word", FUHE_WORDS_LABEL, "项目名称", "project"},
    {"white space and a colon", FUHE_WORDS_LABEL, " 项 目\n名　称：", "project"},
    {"a bracket at the end", FUHE_WORDS_FUNDS, "执行率（B/A）", "rate"},
    {"full-width brackets and percent", FUHE_WORDS_FUNDS, "执行率（％）", "rate"},
    {"a bracket within", FUHE_WORDS_LABEL, "项目(政策)名称", "project"},
    {"nothing but a bracket", FUHE_WORDS_FUNDS, "（执行率）", "none"},
    {"a longer text", FUHE_WORDS_LABEL, "项目名称和编号", "none"},
    {"blank", FUHE_WORDS_LABEL, " ", "none"},
    {"the same word over funds", FUHE_WORDS_FUNDS, "得分", "fund-score"},
    {"and over indicators", FUHE_WORDS_INDICATOR, "得分", "score"},
    {"any ending", FUHE_WORDS_INDICATOR, "未完成原因和改进措施", "reason"},
    {"the beginning alone", FUHE_WORDS_INDICATOR, "未完成原因", "reason"},
    {"another section", FUHE_WORDS_LABEL, "得分", "none"},
};

static void find_gives(void **state) {
    const struct find_case *row = *state;
    struct fuhe_words *words = fuhe_words_new();

    assert_non_null(words);
    assert_string_equal(fuhe_role_name(fuhe_words_find(words, row->section, fuhe_text_of(row->text))), row->expected);
    fuhe_words_free(words);
}

struct teach_case {
    const char *name;
    const char *text;
    const char *word; /* of the label section */
    const char *expected;
    uint32_t line; /* of the fault, 0 for none */
};

static const struct teach_case teach_cases[] = {
    {"one word", "[label]\nproject = 工程名称", "工程名称", "project", 0},
    {"several", "[label]\n\n# words of one county\nunit = 甲 | 承办科室 |乙\n", "承办科室", "unit", 0},
    {"words are added", "[label]\nproject = 工程名称\n", "项目名称", "project", 0},
    {"lines of Windows", "[label]\r\nproject = 工程名称\r\n", "工程名称", "project", 0},
    {"no section", "project = 工程名称\n", "工程名称", "none", 1},
    {"an unknown section", "[label]\n[labels]\n", "工程名称", "none", 2},
    {"an unknown role", "[label]\nprojct = 工程名称\n", "工程名称", "none", 2},
    {"no equals sign", "[label]\nproject 工程名称\n", "工程名称", "none", 2},
};

static void teach_adds(void **state) {
    const struct teach_case *row = *state;
    struct fuhe_words *words = fuhe_words_new();
    struct fuhe_error error = {0};

    assert_non_null(words);
    const enum fuhe_status status = fuhe_words_teach(words, fuhe_text_of(row->text), &error);
    assert_int_equal(status, row->line == 0 ? FUHE_STATUS_OK : FUHE_STATUS_UNREADABLE);
    assert_int_equal(error.line, row->line);
    assert_string_equal(fuhe_role_name(fuhe_words_find(words, FUHE_WORDS_LABEL, fuhe_text_of(row->word))),
                        row->expected);
    fuhe_words_free(words);
}

static void the_longest_phrase_is_found(void **state) {
    struct fuhe_words *words = fuhe_words_new();
    const fuhe_text text = FUHE_TEXT("A项目绩效自评得分为95分，自评得分95");
    size_t begin = 0;
    size_t end = 0;

    (void)state;
    assert_true(fuhe_words_search(words, FUHE_WORDS_NARRATIVE, FUHE_ROLE_TOTAL, text, 0, &begin, &end));
    assert_int_equal(begin, 1);
    assert_true(fuhe_text_starts_with(fuhe_text_from(text, end), FUHE_TEXT("95分")));
    assert_true(fuhe_words_search(words, FUHE_WORDS_NARRATIVE, FUHE_ROLE_TOTAL, text, end, &begin, &end));
    assert_int_equal(end, text.length - 2);
    assert_false(fuhe_words_search(words, FUHE_WORDS_NARRATIVE, FUHE_ROLE_TOTAL, text, end, &begin, &end));
    fuhe_words_free(words);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_longest_phrase_is_found)};
    int failures = RUN_CASES("find", find_cases, find_gives);

    failures += RUN_CASES("teach", teach_cases, teach_adds);
    failures += cmocka_run_group_tests_name("search", tests, NULL, NULL);
    return failures;
}
