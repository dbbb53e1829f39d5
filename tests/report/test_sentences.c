/* SPDX-License-Identifier: Apache-2.0 */
/* What is said about a finding is true of the form: each row changes a sound form a little and has the sentence. */
#include <string.h>

#include "engine/result.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "tests/support/cases.h"
#include "tests/support/form_builder.h"
#include "xml/pack_library.h"

enum { CHANGES_MAX = 12 };

struct change {
    const char *path;
    const char *text;
};

struct sentence_case {
    const char *name;
    const char *code;     /* of the finding; or what else is said, see `say` */
    const char *expected; /* NULL: there is no such finding */
    struct change changes[CHANGES_MAX];
};

#define ROW(number, cell) "indicators/indicator[" #number "]/" cell
#define FUND(number, cell) "funds/fund[" #number "]/" cell

/* The row on the effect a second time. */
#define TWICE                                                                                                          \
    {ROW(8, "@level1"), "效益指标"}, {ROW(8, "@level2"), "社会效益指标"}, {ROW(8, "@name"), "群众法律意识"},           \
        {ROW(8, "target"), "提升"}, {ROW(8, "actual"), "提升"}, {ROW(8, "@weight"), "20"}, {                           \
        ROW(8, "@score"), "20"                                                                                         \
    }

static const struct sentence_case sentence_cases[] = {
    {"a reason for a target that is not met",
     "reason-missing",
     "法律咨询服务: the result “1100人次” does not meet the target “≥1200人次”, but no reason is given.",
     {{ROW(3, "actual"), "1100人次"}, {ROW(3, "@score"), "18"}}},
    {"no reason where only the claim is short", "reason-missing", NULL, {{ROW(3, "@score"), "19"}}},
    {"… by words", "reason-missing", NULL, {{ROW(6, "@score"), "18"}}},
    {"… by zero",
     "reason-missing",
     NULL,
     {{ROW(3, "target"), "0起"}, {ROW(3, "actual"), "0起"}, {ROW(3, "@score"), "18"}}},
    {"a reason for money that is not spent",
     "reason-missing",
     "宣传印刷费: the cost “9.5万元” is below the target “10万元” and earns less by the rules, but no reason is given.",
     {{ROW(2, "reason"), ""}}},
    {"a reason for points that nobody can compute",
     "reason-missing",
     "群众法律意识: the claimed score 18 is below the weight of 20, but no reason is given.",
     {{ROW(6, "actual"), "有所提升"}, {ROW(6, "@score"), "18"}}},
    {"full marks for a target that is not met",
     "full-marks-unmet",
     "法律咨询服务: full marks (20) are claimed, but the result “1180人次” does not meet the target “≥1200人次”; "
     "the rules give 19.67.",
     {{ROW(3, "actual"), "1180人次"}}},
    {"full marks for money that is not spent",
     "full-marks-unmet",
     "宣传印刷费: full marks (5) are claimed; the cost “9.5万元” is below the target “10万元”, and by the rules "
     "spending "
     "less earns less: 4.75.",
     {{ROW(2, "@score"), "5"}}},
    {"money in groups of three digits",
     "funds-sum",
     "Funds, amount executed: the total row has 1,234,567.89 万元, the other rows add up to 36.5 万元.",
     {{FUND(1, "@budget"), "1400000"}, {FUND(1, "@executed"), "1234567.89"}, {FUND(2, "@budget"), "1400000"}}},
    {"a total as it is printed",
     "total-verified",
     "The claimed total is 95.4; the verified total is 95.25 (0.15 more).",
     {{"total/@claimed", "95.4"}}},
    {"a sum of what is printed",
     "total-sum",
     "The claimed total is 96; the claimed scores add up to 95.25 (0.75 more).",
     {{"total/@claimed", "96"}}},
    {"a sum with an execution score that is not printed",
     "total-sum",
     "The claimed total is 96; the claimed scores and 7.00 by the rules for the execution score, which is not filled "
     "in, add up to 95.25 (0.75 more).",
     {{"total/@claimed", "96"}, {FUND(1, "@score"), ""}}},
    {"deviation in the scores",
     "explanation",
     "The scores as claimed give 95.55; any deviation lies in the scores themselves.",
     {{ROW(1, "@score"), "13.8"}, {"total/@claimed", "95.55"}}},
    {"deviation in the weights alone",
     "explanation",
     "The scores as claimed give 115.25; the deviation of 20.00 points comes from the weights: the duplicate row "
     "counts "
     "once.",
     {TWICE, {"total/@claimed", "115.25"}}},
    {"deviation in both",
     "explanation",
     "The scores as claimed give 115.55; 20.00 points of the deviation come from the weights (the duplicate row counts "
     "once), the rest lies in the scores themselves.",
     {TWICE, {ROW(1, "@score"), "13.8"}, {"total/@claimed", "115.55"}}},
    {"a form that is scored in part",
     "explanation",
     "The scores as claimed give 75.55; what is not scored counts nothing in it.",
     {{ROW(3, "@score"), ""}, {ROW(1, "@score"), "13.8"}, {"total/@claimed", "75.55"}}},
    {"what a partial form lacks",
     "partial",
     "not complete: 20 of 100 points could not be scored",
     {{ROW(3, "@score"), ""}}},
    {"a whole form lacks nothing", "partial", NULL, {{NULL, NULL}}},
    {"a rounded claim stands",
     "working",
     "20 × 1100 ÷ 1200 = 55/3 ≈ 18.33; the claim of 18.3 stands",
     {{ROW(3, "actual"), "1100人次"}, {ROW(3, "@score"), "18.3"}}},
    {"a document of another region is followed by analogy",
     "citation",
     "Deviation is claimed less verified points; its rate is that divided by the claimed points. — "
     "部门预算项目绩效自评复核工作底稿（成都市郫都区，2025年度） 偏差率＝（自评得分－复核得分）÷自评得分 (by analogy)",
     {{NULL, NULL}}},
    {"an execution score that is not printed",
     "explanation",
     "The scores as claimed give 95.55; any deviation lies in the scores themselves. In the scores as claimed the "
     "execution score is not filled in; 7.00 by the rules.",
     {{FUND(1, "@score"), ""}, {ROW(1, "@score"), "13.8"}, {"total/@claimed", "95.55"}}},
};

static struct fuhe_pack_library library;

static const struct fuhe_pack *pack_of_yanbian(void) {
    const size_t index = fuhe_pack_library_find(&library, "jilin-yanbian");

    assert_true(index < library.count);
    return &library.packs[index];
}

static const struct fuhe_finding *find(const struct fuhe_review *review, enum fuhe_code code) {
    for (size_t i = 0; i < review->findings.count; i++) {
        if (review->findings.items[i].code == code) {
            return &review->findings.items[i];
        }
    }
    return NULL;
}

/* Nothing when there is no such finding. */
static void say(struct fuhe_output *output, const struct fuhe_result *result, const char *code) {
    const struct fuhe_pack *pack = result->review.pack;

    if (strcmp(code, "explanation") == 0) {
        fuhe_message_explanation(output, &result->review, &result->claimed);
        return;
    }
    if (strcmp(code, "partial") == 0) {
        fuhe_message_partial(output, &result->review);
        return;
    }
    if (strcmp(code, "working") == 0) {
        fuhe_message_working(output, &result->review.rows[2]);
        return;
    }
    if (strcmp(code, "citation") == 0) {
        fuhe_message_citation(output, &pack->citations[FUHE_RULE_DEVIATION]);
        return;
    }
    const struct fuhe_finding *finding = find(&result->review, fuhe_code_find(fuhe_text_of(code)));
    if (finding != NULL) {
        fuhe_message_finding(output, &result->review, finding);
    }
}

static void sentence_is_true(void **state) {
    const struct sentence_case *row = *state;
    const struct fuhe_pack_choice choice = {.pack = pack_of_yanbian()};
    struct fuhe_memory_output *memory = fuhe_memory_output_new();
    struct fuhe_arena *arena = fuhe_arena_new();
    struct form_builder builder;
    struct fuhe_result result;

    assert_non_null(memory);
    assert_non_null(arena);
    form_builder_init(&builder);
    for (size_t i = 0; i < CHANGES_MAX && row->changes[i].path != NULL; i++) {
        form_builder_set(&builder, row->changes[i].path, row->changes[i].text);
    }
    assert_int_equal(fuhe_result_make(&builder.form, choice, arena, &result), FUHE_STATUS_OK);
    say(&memory->output, &result, row->code);
    fuhe_output_char(&memory->output, '\0');
    assert_string_equal(fuhe_memory_output_text(memory).bytes, row->expected == NULL ? "" : row->expected);
    fuhe_memory_output_free(memory);
    fuhe_arena_free(arena);
}

int main(void) {
    if (fuhe_pack_library_init(&library, NULL) != FUHE_STATUS_OK) {
        return 1;
    }
    const int failures = RUN_CASES("sentences", sentence_cases, sentence_is_true);
    fuhe_pack_library_free(&library);
    return failures;
}
