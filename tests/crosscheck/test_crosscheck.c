/* SPDX-License-Identifier: Apache-2.0 */
/* What forms show beside one another, family by family. Forms are built in one place and written over before the next:
 * nothing of them may be kept. Statements need a store: tests/oracle/crosscheck_oracle.py has them. */
#include "crosscheck/crosscheck.h"

#include <stdio.h>
#include <string.h>

#include "crosscheck/crosscheck_words.h"
#include "report/memory_output.h"
#include "tests/support/cases.h"
#include "tests/support/form_builder.h"
#include "xml/pack_library.h"

enum { FORMS_MAX = 6, CHANGES_MAX = 4 };

struct change {
    const char *path;
    const char *text;
};

struct made_form {
    char department; /* '1' …; 0 is '1' */
    char file;       /* a document of its own unless some form has the same */
    struct change changes[CHANGES_MAX];
};

struct crosscheck_case {
    const char *name;
    const char *code;
    const char *expected; /* "page/row* page|page page": groups of lines; * was treated mildly, ~ is like another */
    size_t count;
    struct made_form forms[FORMS_MAX]; /* a sound form with a project of its own; department by department */
};

#define GOAL(text)                                                                                                     \
    { "goal/expected", text }
#define OWN_GOAL GOAL("新建社区矫正中心两处，监管对象的教育帮扶全面到位。")
#define NEAR_GOAL GOAL("为群众提供及时便捷的法律咨询服务，平台全年稳定运行，无故障。")
#define LONG_GOAL "为群众提供及时便捷的法律咨询服务，平台运行稳定可靠，答复及时准确，案件回访到位，群众满意。"
#define PROJECT                                                                                                        \
    { "project", "同一个项目" }
#define REASON(row, text)                                                                                              \
    { "indicators/indicator[" row "]/reason", text }
#define LATE "因资金拨付较晚，部分工作推迟到下年度完成。"
#define MISSED(claim)                                                                                                  \
    {"indicators/indicator[3]/actual", "600人次"}, {                                                                   \
        "indicators/indicator[3]/@score", claim                                                                        \
    }
#define WORDS(words, claim)                                                                                            \
    {"indicators/indicator[6]/actual", words}, {                                                                       \
        "indicators/indicator[6]/@score", claim                                                                        \
    }
#define OTHER_UNIT                                                                                                     \
    { "unit", "延边州法律援助中心" }
#define DEPARTMENT                                                                                                     \
    { "department", "延边州司法局" }
#define NO_NAME                                                                                                        \
    { "unit", "" }
#define NONE "该项指标已按计划全部完成，没有偏差。"
#define EXECUTION(claim)                                                                                               \
    { "funds/fund[1]/@score", claim }
#define CLAIMED(total)                                                                                                 \
    { "total/@claimed", total }

static const struct crosscheck_case cases[] = {
    {"one form", "copied-goal", "", 1, {{0}}},
    {"the same goal", "copied-goal", "1 2~", 2, {{0}}},
    {"a goal nearly the same", "copied-goal", "1 3~", 3, {{0}, {.changes = {OWN_GOAL}}, {.changes = {NEAR_GOAL}}}},
    {"goals of two departments", "copied-goal", "1 2~", 2, {{0}, {.department = '2'}}},
    {"two goals", "copied-goal", "1 3~|2 4~", 4, {{0}, {.changes = {OWN_GOAL}}, {0}, {.changes = {OWN_GOAL}}}},
    {"a short goal",
     "copied-goal",
     "",
     2,
     {{.changes = {GOAL("平台稳定运行。")}}, {.changes = {GOAL("平台稳定运行。")}}}},
    {"no goal", "copied-goal", "", 2, {{.changes = {GOAL(NULL)}}, {.changes = {GOAL("")}}}},
    {"the goal of one project", "copied-goal", "", 2, {{.changes = {PROJECT}}, {.changes = {PROJECT}}}},
    {"a decimal point counts",
     "copied-indicators",
     "",
     2,
     {{0},
      {.changes = {{"indicators/indicator[3]/target", "≥120.0人次"},
                   {"indicators/indicator[5]/target", "≥9.5%"},
                   {"indicators/indicator[7]/target", "≥9.0%"}}}}},
    {"one project in two years",
     "copied-goal",
     "",
     2,
     {{.changes = {PROJECT}}, {.changes = {PROJECT, {"@year", "2023"}}}}},
    {"a project has one line",
     "copied-goal",
     "1 3~",
     3,
     {{.changes = {PROJECT}}, {.changes = {PROJECT}}, {.changes = {{"project", "另一个项目"}}}}},
    {"a project is no copy of itself by way of another",
     "copied-goal",
     "1 3~",
     3,
     {{.changes = {GOAL(LONG_GOAL)}},
      {.changes = {PROJECT, GOAL(LONG_GOAL "全年"
                                           "接待来访群众六千人")}},
      {.changes = {PROJECT, GOAL(LONG_GOAL "全年")}}}},
    {"one project of two units",
     "copied-goal",
     "",
     2,
     {{.file = 'a', .changes = {PROJECT}}, {.file = 'a', .changes = {PROJECT, OTHER_UNIT}}}},
    {"projects without a name are different ones",
     "copied-goal",
     "1 2~",
     2,
     {{.changes = {{"project", ""}}}, {.changes = {{"project", ""}}}}},
    {"the same indicators", "copied-indicators", "1 2~", 2, {{0}}},
    {"other targets",
     "copied-indicators",
     "",
     2,
     {{0},
      {.changes = {{"indicators/indicator[3]/target", "≥9人次"},
                   {"indicators/indicator[5]/target", "≥9%"},
                   {"indicators/indicator[6]/target", "改善"}}}}},
    {"the same reason",
     "copied-reason",
     "1/1 2/2~ 3/1~",
     3,
     {{.changes = {REASON("1", LATE)}},
      {.changes = {REASON("1", "另有原因，见所附说明材料。"), REASON("2", LATE)}},
      {.changes = {REASON("1", LATE), REASON("2", LATE)}}}},
    {"a reason of two", "copied-reason", "", 2, {{.changes = {REASON("1", LATE)}}, {.changes = {REASON("1", LATE)}}}},
    {"a short reason", "copied-reason", "", 4, {{0}}},
    {"no deviation to give a reason for",
     "copied-reason",
     "",
     3,
     {{.changes = {REASON("6", NONE)}}, {.changes = {REASON("6", NONE)}}, {.changes = {REASON("6", NONE)}}}},
    {"a project again", "duplicate-project", "1 2~", 2, {{.changes = {PROJECT}}, {.changes = {PROJECT}}}},
    {"another unit in another document",
     "duplicate-project",
     "1 3~",
     3,
     {{.changes = {PROJECT}}, {.changes = {PROJECT, OTHER_UNIT}}, {.changes = {PROJECT}}}},
    {"no unit in another document",
     "duplicate-project",
     "1 2~",
     2,
     {{.changes = {PROJECT}}, {.changes = {PROJECT, DEPARTMENT, {"unit", ""}}}}},
    {"another unit in one document",
     "duplicate-project",
     "1 3~",
     3,
     {{.file = 'a', .changes = {PROJECT}},
      {.file = 'a', .changes = {PROJECT, OTHER_UNIT}},
      {.file = 'a', .changes = {PROJECT}}}},
    {"no department is no department",
     "duplicate-project",
     "",
     2,
     {{.changes = {PROJECT, NO_NAME}}, {.changes = {PROJECT, NO_NAME}}}},
    {"another year", "duplicate-project", "", 2, {{.changes = {PROJECT}}, {.changes = {PROJECT, {"@year", "2023"}}}}},
    {"another department",
     "duplicate-project",
     "",
     2,
     {{.changes = {PROJECT}}, {.department = '2', .changes = {PROJECT}}}},
    {"all at full marks",
     "all-full-marks",
     "0~",
     3,
     {{.changes = {CLAIMED("100")}}, {.changes = {CLAIMED("100.00")}}, {.changes = {CLAIMED("100")}}}},
    {"a project of no department",
     "copied-goal",
     "",
     2,
     {{.changes = {PROJECT, NO_NAME}}, {.changes = {PROJECT, NO_NAME}}}},
    {"three of no department at full marks",
     "all-full-marks",
     "",
     3,
     {{.changes = {CLAIMED("100"), NO_NAME}},
      {.changes = {CLAIMED("100"), {"unit", "—"}}},
      {.changes = {CLAIMED("100"), NO_NAME}}}},
    {"two at full marks", "all-full-marks", "", 2, {{.changes = {CLAIMED("100")}}, {.changes = {CLAIMED("100")}}}},
    {"three in two departments",
     "all-full-marks",
     "",
     3,
     {{.changes = {CLAIMED("100")}}, {.changes = {CLAIMED("100")}}, {.department = '2', .changes = {CLAIMED("100")}}}},
    {"one without a claim",
     "all-full-marks",
     "",
     3,
     {{.changes = {CLAIMED("100")}}, {.changes = {CLAIMED("100")}}, {.changes = {CLAIMED(NULL)}}}},
    {"a target missed", "uneven-treatment", "1/3* 2/3", 2, {{.changes = {MISSED("20")}}, {.changes = {MISSED("10")}}}},
    {"a target missed by all alike",
     "uneven-treatment",
     "",
     2,
     {{.changes = {MISSED("20")}}, {.changes = {MISSED("20")}}}},
    {"deducted by all", "uneven-treatment", "", 2, {{.changes = {MISSED("10")}}, {.changes = {MISSED("9")}}}},
    {"a target missed in two departments",
     "uneven-treatment",
     "",
     2,
     {{.changes = {MISSED("20")}}, {.department = '2', .changes = {MISSED("10")}}}},
    {"a project corrected",
     "uneven-treatment",
     "",
     2,
     {{.changes = {PROJECT, MISSED("20")}}, {.changes = {PROJECT, MISSED("10")}}}},
    {"targets of two categories",
     "uneven-treatment",
     "",
     2,
     {{.changes = {MISSED("20")}},
      {.changes = {{"indicators/indicator[7]/actual", "80%"}, {"indicators/indicator[7]/@score", "8.89"}}}}},
    {"no claim", "uneven-treatment", "", 2, {{.changes = {MISSED("20")}}, {.changes = {MISSED("")}}}},
    {"execution", "uneven-treatment", "1 2* 3", 3, {{0}, {.changes = {EXECUTION("10")}}, {0}}},
    {"words of the scale",
     "uneven-treatment",
     "1/6* 2/6",
     2,
     {{.changes = {WORDS("基本完成", "20")}}, {.changes = {WORDS("基本完成。", "16")}}}},
    {"other words",
     "uneven-treatment",
     "",
     2,
     {{.changes = {WORDS("有所提升", "20")}}, {.changes = {WORDS("略有提升", "16")}}}},
    {"words for the same target",
     "uneven-treatment",
     "1/6* 2/6",
     2,
     {{.changes = {WORDS("有所提升", "20")}}, {.changes = {WORDS("有所提升", "16")}}}},
    {"words for another target",
     "uneven-treatment",
     "",
     2,
     {{.changes = {WORDS("有所提升", "20")}},
      {.changes = {WORDS("有所提升", "16"), {"indicators/indicator[6]/target", "显著提升"}}}}},
    {"words that meet the target", "uneven-treatment", "", 2, {{0}, {.changes = {WORDS("提升", "16")}}}},
};

static struct fuhe_pack_library library;

static char department_of(const struct made_form *form) {
    return form->department == 0 ? '1' : form->department;
}

static void add_form(struct fuhe_crosscheck *crosscheck, const struct made_form *made, size_t page) {
    static struct form_builder builder;
    struct fuhe_arena *arena = fuhe_arena_new();
    char project[] = "项目0";
    char file[] = "0.xml";
    struct fuhe_result result = {.file = file, .form = &builder.form};

    assert_non_null(arena);
    project[strlen(project) - 1] = (char)('0' + page);
    file[0] = made->file != 0 ? made->file : (char)('0' + page);
    form_builder_init(&builder);
    form_builder_set(&builder, "project", project);
    for (size_t i = 0; i < CHANGES_MAX && made->changes[i].path != NULL; i++) {
        form_builder_set(&builder, made->changes[i].path, made->changes[i].text);
    }
    const struct fuhe_pack *pack = &library.packs[fuhe_pack_library_find(&library, "jilin-yanbian")];
    assert_int_equal(fuhe_review_form(&builder.form, pack, arena, &result.review), FUHE_STATUS_OK);
    assert_int_equal(fuhe_crosscheck_add(crosscheck, &result, page, (uint64_t)(department_of(made) - '0'), NULL),
                     FUHE_STATUS_OK);
    memset(&builder, 0x5A, sizeof builder);
    memset(file, 'x', sizeof file - 1);
    fuhe_arena_free(arena);
}

static struct fuhe_crosscheck *crosscheck_of(const struct crosscheck_case *row) {
    struct fuhe_crosscheck *crosscheck = NULL;

    assert_int_equal(fuhe_crosscheck_new(&crosscheck, NULL), FUHE_STATUS_OK);
    for (size_t i = 0; i < row->count; i++) {
        const char department = department_of(&row->forms[i]);
        add_form(crosscheck, &row->forms[i], i + 1);
        if (i + 1 == row->count || department_of(&row->forms[i + 1]) != department) {
            const struct fuhe_survey_department whole = {.number = (uint64_t)(department - '0')};
            assert_int_equal(fuhe_crosscheck_end_department(crosscheck, &whole, NULL), FUHE_STATUS_OK);
        }
    }
    assert_int_equal(fuhe_crosscheck_finish(crosscheck, NULL), FUHE_STATUS_OK);
    return crosscheck;
}

/* The lines of a code as in the table of cases. */
static void describe(const struct fuhe_crosscheck *crosscheck, enum fuhe_code code, char *text, size_t size) {
    size_t group = 0;
    size_t length = 0;

    text[0] = '\0';
    for (size_t i = 0; i < fuhe_crosscheck_lines(crosscheck); i++) {
        const struct fuhe_crosscheck_line line = fuhe_crosscheck_line(crosscheck, i);
        if (line.code != code) {
            continue;
        }
        const char *const before = length == 0 ? "" : line.group != group ? "|" : " ";
        length += (size_t)snprintf(text + length, size - length, "%s%d", before, (int)line.page);
        if (line.row > 0) {
            length += (size_t)snprintf(text + length, size - length, "/%zu", line.row);
        }
        length += (size_t)snprintf(text + length, size - length, "%s%s", line.treated_mildly ? "*" : "",
                                   line.like > 0 ? "~" : "");
        group = line.group;
    }
}

/* Each line of a form is found by its page, and no other. */
static void check_pages(const struct fuhe_crosscheck *crosscheck, size_t pages) {
    size_t indices[64];
    size_t found = 0;

    for (size_t page = 1; page <= pages; page++) {
        const size_t count = fuhe_crosscheck_of_page(crosscheck, page, indices, 64);
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(fuhe_crosscheck_line(crosscheck, indices[i]).page, page);
        }
        found += count;
    }
    for (size_t i = 0; i < fuhe_crosscheck_lines(crosscheck); i++) {
        found += fuhe_crosscheck_line(crosscheck, i).page == 0;
    }
    assert_int_equal(found, fuhe_crosscheck_lines(crosscheck));
    assert_int_equal(fuhe_crosscheck_of_page(crosscheck, 0, indices, 64), 0);
    assert_int_equal(fuhe_crosscheck_of_page(crosscheck, pages + 1, indices, 64), 0);
}

static void forms_show(void **state) {
    const struct crosscheck_case *row = *state;
    struct fuhe_crosscheck *crosscheck = crosscheck_of(row);
    const enum fuhe_code code = fuhe_code_find(fuhe_text_of(row->code));
    char text[256];

    describe(crosscheck, code, text, sizeof text);
    assert_string_equal(text, row->expected);
    assert_int_equal(fuhe_crosscheck_count(crosscheck, code).groups > 0, row->expected[0] != '\0');
    check_pages(crosscheck, row->count);
    fuhe_crosscheck_free(crosscheck);
}

/* --- many forms --------------------------------------------------------------------------------------------------- */

static void few_of_many_are_kept(void **state) {
    static const struct made_form mild = {.changes = {MISSED("20")}};
    static const struct made_form strict = {.changes = {MISSED("10")}};
    const struct fuhe_survey_department whole = {.number = 1};
    struct fuhe_crosscheck *crosscheck = NULL;

    (void)state;
    assert_int_equal(fuhe_crosscheck_new(&crosscheck, NULL), FUHE_STATUS_OK);
    for (size_t page = 1; page <= 50; page++) {
        add_form(crosscheck, page % 10 == 0 ? &mild : &strict, page);
    }
    assert_int_equal(fuhe_crosscheck_end_department(crosscheck, &whole, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_crosscheck_finish(crosscheck, NULL), FUHE_STATUS_OK);
    const struct fuhe_crosscheck_count count = fuhe_crosscheck_count(crosscheck, FUHE_CODE_UNEVEN_TREATMENT);
    const struct fuhe_crosscheck_line last = fuhe_crosscheck_line(crosscheck, fuhe_crosscheck_lines(crosscheck) - 1);
    assert_int_equal(count.lines, 5 + FUHE_CROSSCHECK_HELD_AGAINST_MAX);
    assert_int_equal(count.compared, 50);
    assert_int_equal(last.page, 50);
    assert_int_equal(last.members, 50);
    assert_int_equal(last.mild, 5);
    assert_true(last.treated_mildly && fuhe_decimal_equals(last.claimed.value, FUHE_DECIMAL(20)) &&
                fuhe_decimal_equals(last.recomputed.value, FUHE_DECIMAL(10)));
    fuhe_crosscheck_free(crosscheck);
}

static void nothing_shows_nothing(void **state) {
    struct fuhe_crosscheck *crosscheck = NULL;

    (void)state;
    fuhe_crosscheck_free(NULL);
    assert_int_equal(fuhe_crosscheck_new(&crosscheck, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_crosscheck_finish(crosscheck, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_crosscheck_lines(crosscheck), 0);
    for (size_t i = 0; i < FUHE_CROSSCHECK_FAMILIES; i++) {
        assert_false(fuhe_crosscheck_is_judged(crosscheck, fuhe_crosscheck_families[i]));
    }
    fuhe_crosscheck_free(crosscheck);
}

/* No name of a figure is left to be filled in, whatever a line says. */
static void lines_are_sentences(void **state) {
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    (void)state;
    assert_non_null(memory);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fuhe_crosscheck *crosscheck = crosscheck_of(&cases[i]);
        for (size_t j = 0; j < fuhe_crosscheck_lines(crosscheck); j++) {
            const struct fuhe_crosscheck_line line = fuhe_crosscheck_line(crosscheck, j);
            fuhe_memory_output_reset(memory);
            fuhe_crosscheck_write_line(&line, &memory->output);
            const fuhe_text text = fuhe_memory_output_text(memory);
            assert_true(text.length > 0 && text.bytes[text.length - 1] == '.');
            assert_false(fuhe_text_contains(text, FUHE_TEXT("{")) || fuhe_text_contains(text, FUHE_TEXT("  ")));
        }
        fuhe_crosscheck_free(crosscheck);
    }
    fuhe_memory_output_free(memory);
}

int main(void) {
    const struct CMUnitTest whole[] = {cmocka_unit_test(few_of_many_are_kept), cmocka_unit_test(nothing_shows_nothing),
                                       cmocka_unit_test(lines_are_sentences)};
    int failures = 0;

    if (fuhe_pack_library_init(&library, NULL) != FUHE_STATUS_OK) {
        return 1;
    }
    failures = RUN_CASES("families", cases, forms_show) + cmocka_run_group_tests_name("whole", whole, NULL, NULL);
    fuhe_pack_library_free(&library);
    return failures;
}
