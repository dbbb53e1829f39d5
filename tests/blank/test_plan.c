/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>

#include "blank/words.h"
#include "report/memory_output.h"
#include "tests/support/cases.h"
#include "xml/pack_library.h"

static struct fuhe_pack_library library;

/* "成本指标 20 3, …": each group with its points and rows. */
static void describe(const struct fuhe_blank *blank, char *text, size_t size) {
    size_t length = 0;

    text[0] = '\0';
    for (uint32_t i = 0; i < blank->group_count; i++) {
        char weight[FUHE_DECIMAL_TEXT_SIZE];
        (void)fuhe_decimal_format(blank->groups[i].weight, 0, weight);
        length += (size_t)snprintf(text + length, size - length, "%s%s %s %u", i > 0 ? ", " : "",
                                   blank->groups[i].level1, weight, (unsigned)blank->groups[i].rows);
    }
}

struct plan_case {
    const char *name;
    const char *pack;
    struct fuhe_blank_request request;
    const char *expected;
};

#define ROWS(...)                                                                                                      \
    {                                                                                                                  \
        .has_rows = {true, true, true, true}, .rows = { __VA_ARGS__ }                                                  \
    }

static const struct plan_case plan_cases[] = {
    {"national", "mof-2020", {0}, "产出指标 50 6, 效益指标 30 4, 满意度指标 10 2"},
    {"with cost", "mof-2021-cost", {0}, "成本指标 20 3, 产出指标 40 6, 效益指标 20 4, 满意度指标 10 2"},
    {"rows as asked for", "jilin-yanbian", ROWS(1, 2, 3, 4),
     "成本指标 20 1, 产出指标 40 2, 效益指标 20 3, 满意度指标 10 4"},
    {"a variant without satisfaction", "jilin-yanbian", ROWS(1, 1, 1, 0),
     "成本指标 20 1, 产出指标 40 1, 效益指标 30 1"},
    {"a variant without cost", "mof-2021-cost", ROWS(0, 1, 1, 1), "产出指标 50 1, 效益指标 30 1, 满意度指标 10 1"},
    {"no rule weighs cost here", "mof-2020", ROWS(2, 1, 1, 1),
     "成本指标 0 2, 产出指标 0 1, 效益指标 0 1, 满意度指标 0 1"},
    {"only one group", "mof-2020", ROWS(0, 5, 0, 0), "产出指标 0 5"},
};

static void plan_holds(void **state) {
    const struct plan_case *row = *state;
    struct fuhe_blank_request request = row->request;
    struct fuhe_blank blank;
    char text[512];

    request.pack = &library.packs[fuhe_pack_library_find(&library, row->pack)];
    assert_true(fuhe_blank_plan(&request, &blank));
    describe(&blank, text, sizeof text);
    assert_string_equal(text, row->expected);
}

static void no_rows_no_form(void **state) {
    struct fuhe_blank_request request = ROWS(0, 0, 0, 0);
    struct fuhe_blank blank;

    (void)state;
    request.pack = &library.packs[0];
    assert_false(fuhe_blank_plan(&request, &blank));
}

struct level2_case {
    const char *name;
    const char *pack;
    uint32_t rows; /* of the output */
    const char *expected;
};

static const struct level2_case level2_cases[] = {
    {"one row", "mof-2021-cost", 1, "数量指标"},
    {"two rows", "mof-2021-cost", 2, "数量指标 质量指标"},
    {"as many as words", "mof-2021-cost", 3, "数量指标 质量指标 时效指标"},
    {"shared out", "mof-2021-cost", 6, "数量指标 数量指标 质量指标 质量指标 时效指标 时效指标"},
    {"cost among the output", "mof-2020", 4, "数量指标 质量指标 时效指标 成本指标"},
};

static void level2_holds(void **state) {
    const struct level2_case *row = *state;
    struct fuhe_blank_request request = ROWS(0, row->rows, 0, 0);
    struct fuhe_blank blank;
    char text[512] = "";

    request.pack = &library.packs[fuhe_pack_library_find(&library, row->pack)];
    assert_true(fuhe_blank_plan(&request, &blank));
    for (uint32_t i = 0; i < row->rows; i++) {
        (void)strcat(text, i > 0 ? " " : "");
        (void)strcat(text, fuhe_blank_level2(&blank.groups[0], i));
    }
    assert_string_equal(text, row->expected);
}

static void instructions_end(void **state) {
    static const char *const keeper[] = {"甲", "乙", NULL};
    struct fuhe_blank_request request = {.pack = &library.packs[fuhe_pack_library_find(&library, "mof-2020")]};
    struct fuhe_blank blank;
    char text[FUHE_BLANK_TEXT_SIZE];
    uint32_t lines = 0;
    bool weights = false;

    (void)state;
    assert_true(fuhe_blank_plan(&request, &blank));
    while (fuhe_blank_instruction(&blank, keeper, lines, text)) {
        weights = weights ||
                  strstr(text, "产出指标50分、效益指标30分、满意度指标10分、预算执行率10分，合计应为100分。") != NULL;
        lines++;
        assert_true(lines < 100);
    }
    assert_int_equal(lines, 12);
    assert_true(weights);
}

static void weights_of_no_rule_are_not_said(void **state) {
    const struct fuhe_pack *pack = &library.packs[fuhe_pack_library_find(&library, "mof-2020")];
    const struct fuhe_blank_request request = {
        .pack = pack, .forms = 1, .has_rows = {[FUHE_CATEGORY_SATISFACTION] = true}};
    const char *const keeper[] = {NULL};
    char text[FUHE_BLANK_TEXT_SIZE];
    struct fuhe_blank blank;
    bool found = false;

    (void)state;
    assert_true(fuhe_blank_plan(&request, &blank));
    for (uint32_t line = 0; fuhe_blank_instruction(&blank, keeper, line, text); line++) {
        found = found || strstr(text, " 各项指标分值连同预算执行率10分，合计应为100分。") != NULL;
    }
    assert_true(found);
}

static void words_hold(void **state) {
    const struct fuhe_pack *pack = &library.packs[fuhe_pack_library_find(&library, "mof-2020")];
    char text[FUHE_BLANK_TEXT_SIZE];

    (void)state;
    fuhe_blank_title(2025, text);
    assert_string_equal(text, "项目支出绩效自评表（2025年度）");
    fuhe_blank_title(0, text);
    assert_string_equal(text, "项目支出绩效自评表（　　　　年度）");
    fuhe_blank_grades(pack, pack->grade_count, text);
    assert_string_equal(text, "□优　□良　□中　□差");
    fuhe_blank_grades(pack, 1, text);
    assert_string_equal(text, "□优　☑良　□中　□差");
    fuhe_blank_says(pack, FUHE_RULE_EXECUTION, 5, text);
    assert_string_equal(text, "执行率先四");
}

/* Words of a pack of somebody's own: longer than a list or a cell of ours holds, with marks that formulas use. */
static void odd_words_are_written(void **state) {
    static char bytes[3 * 400];
    struct fuhe_pack pack = library.packs[fuhe_pack_library_find(&library, "mof-2020")];
    fuhe_text words[2] = {FUHE_TEXT("产出\"<&>指标"), {bytes, sizeof bytes}};
    struct fuhe_memory_output *memory = fuhe_memory_output_new();
    struct fuhe_blank blank;
    struct fuhe_error error;

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = "长"[i % 3];
    }
    pack.categories[FUHE_CATEGORY_OUTPUT].words = (struct fuhe_text_list){&words[0], 1};
    pack.categories[FUHE_CATEGORY_EFFECT].words = (struct fuhe_text_list){&words[1], 1};
    pack.met_words = (struct fuhe_text_list){&words[1], 1};
    pack.citations[FUHE_RULE_EXECUTION].says.zh = words[1];
    assert_non_null(memory);
    assert_true(fuhe_blank_plan(&(struct fuhe_blank_request){.pack = &pack, .forms = 2, .has_review = true}, &blank));
    assert_int_equal(strlen(blank.groups[1].level1), FUHE_BLANK_WORD_SIZE / 3 * 3 - 3);
    assert_int_equal(fuhe_blank_write_xlsx(&blank, SCRATCH_FILE, &memory->output, &error), FUHE_STATUS_OK);
    assert_memory_equal(fuhe_memory_output_text(memory).bytes, "PK", 2);
    fuhe_memory_output_reset(memory);
    assert_int_equal(fuhe_blank_write_docx(&blank, &memory->output, &error), FUHE_STATUS_OK);
    assert_memory_equal(fuhe_memory_output_text(memory).bytes, "PK", 2);
    fuhe_memory_output_free(memory);
    assert_int_equal(remove(SCRATCH_FILE), 0);
}

static void a_file_that_cannot_be_made(void **state) {
    const struct fuhe_blank_request request = {.pack = &library.packs[0], .forms = 1};
    struct fuhe_memory_output *memory = fuhe_memory_output_new();
    struct fuhe_blank blank;
    struct fuhe_error error = {0};

    (void)state;
    assert_non_null(memory);
    assert_true(fuhe_blank_plan(&request, &blank));
    assert_int_equal(fuhe_blank_write_xlsx(&blank, "/nowhere/a.xlsx", &memory->output, &error), FUHE_STATUS_UNWRITABLE);
    assert_string_equal(error.subject, "/nowhere/a.xlsx");
    fuhe_memory_output_free(memory);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_rows_no_form),
        cmocka_unit_test(instructions_end),
        cmocka_unit_test(weights_of_no_rule_are_not_said),
        cmocka_unit_test(words_hold),
        cmocka_unit_test(odd_words_are_written),
        cmocka_unit_test(a_file_that_cannot_be_made),
    };
    struct fuhe_error error;

    if (fuhe_pack_library_init(&library, &error) != FUHE_STATUS_OK) {
        return 1;
    }
    const int failed = RUN_CASES("plan", plan_cases, plan_holds) +
                       RUN_CASES("second level", level2_cases, level2_holds) +
                       cmocka_run_group_tests_name("words", tests, NULL, NULL);
    fuhe_pack_library_free(&library);
    return failed;
}
