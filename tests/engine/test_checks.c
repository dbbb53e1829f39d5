/* SPDX-License-Identifier: Apache-2.0 */
/* The edges of the checks: each row changes a sound form a little and says whether a code comes, how severe and where.
 * NEVER rows are the innocents. */
#include <stdio.h>

#include "engine/review.h"

#include "tests/support/cases.h"
#include "tests/support/form_builder.h"
#include "xml/pack_library.h"

enum { CHANGES_MAX = 6, NEVER = FUHE_SEVERITY_COUNT };

struct change {
    const char *path;
    const char *text;
};

struct check_case {
    const char *name;
    const char *code;
    int severity;
    const char *path; /* of the finding, the form's total when NULL and severity is not NEVER */
    struct change changes[CHANGES_MAX];
};

#define NOTE FUHE_SEVERITY_NOTE
#define WARNING FUHE_SEVERITY_WARNING
#define ERROR FUHE_SEVERITY_ERROR
#define ROW(number, cell) "indicators/indicator[" #number "]/" cell
#define FUND(number, cell) "funds/fund[" #number "]/" cell

static const struct check_case item_cases[] = {
    {"understated", "item-score", WARNING, ROW(1, "@score"), {{ROW(1, "@score"), "13.2"}}},
    {"overstated", "item-score", ERROR, ROW(1, "@score"), {{ROW(1, "@score"), "13.6"}}},
    {"rounded to no places", "item-rounded", NOTE, ROW(1, "@score"), {{ROW(1, "@score"), "14"}}},
    {"rounded is no wrong score", "item-score", NEVER, NULL, {{ROW(1, "@score"), "14"}}},
    {"full marks by rounding",
     "full-marks-unmet",
     ERROR,
     ROW(2, "@score"),
     {{ROW(2, "actual"), "9.98万元"}, {ROW(2, "@score"), "5"}}},
    {"one defect, one finding", "item-score", NEVER, NULL, {{ROW(3, "actual"), "1100人次"}}},
    {"over the weight", "score-over-weight", ERROR, ROW(7, "@score"), {{ROW(7, "@score"), "10.01"}}},
    {"over the weight is no item-score too", "item-score", NEVER, NULL, {{ROW(7, "@score"), "10.01"}}},
    {"words over the weight",
     "score-over-weight",
     ERROR,
     ROW(6, "@score"),
     {{ROW(6, "actual"), "有所提升"}, {ROW(6, "@score"), "21"}}},
    {"part of the words at full marks", "full-marks-unmet", ERROR, ROW(6, "@score"), {{ROW(6, "actual"), "部分完成"}}},
    {"words inside their band",
     "judgement",
     NOTE,
     ROW(6, "actual"),
     {{ROW(6, "actual"), "基本完成"}, {ROW(6, "@score"), "18"}}},
    {"a missing result is no judgement", "judgement", NEVER, NULL, {{ROW(6, "actual"), ""}}},
    {"just below the ratio", "over-completion", NEVER, NULL, {{ROW(3, "actual"), "1559人次"}}},
    {"at the ratio", "over-completion", NOTE, ROW(3, "actual"), {{ROW(3, "actual"), "1560人次"}}},
    {"less is better", "over-completion", NEVER, NULL, {{ROW(4, "actual"), "1个工作日"}}},
    {"more cost", "over-completion", NEVER, NULL, {{ROW(2, "actual"), "19万元"}, {ROW(2, "@score"), "5"}}},
};

/* 19.3846… and 9.4842…, each less than half a cent above its claim, together more than that. */
#define EXACT_ROWS                                                                                                     \
    {ROW(3, "target"), "≥1300人次"}, {ROW(3, "@score"), "19.38"}, {ROW(5, "actual"), "90.1%"}, {                       \
        ROW(5, "@score"), "9.48"                                                                                       \
    }

static const struct check_case sum_cases[] = {
    {"total at fewer places", "total-sum", NOTE, "total/@claimed", {{"total/@claimed", "95.3"}}},
    {"… which is no deviation", "total-verified", NEVER, NULL, {{"total/@claimed", "95.3"}}},
    {"more places", "total-sum", NEVER, NULL, {{"total/@claimed", "95.250"}}},
    {"a cent off", "total-sum", ERROR, "total/@claimed", {{"total/@claimed", "95.26"}}},
    {"below the verified total", "total-verified", WARNING, "total/@claimed", {{"total/@claimed", "95.24"}}},
    {"sum of exact scores instead of rounded ones",
     "total-sum",
     NOTE,
     "total/@claimed",
     {{ROW(3, "target"), "≥1300人次"}, {ROW(3, "@score"), "19.4"}, {"total/@claimed", "94.63"}}},
    {"neither by claims nor exactly",
     "total-sum",
     ERROR,
     "total/@claimed",
     {{ROW(3, "target"), "≥1300人次"}, {ROW(3, "@score"), "19.4"}, {"total/@claimed", "94.66"}}},
    {"sum of exact scores where each row is right to the cent",
     "total-sum",
     NOTE,
     "total/@claimed",
     {EXACT_ROWS, {"total/@claimed", "94.12"}}},
    {"… which is no deviation to speak of",
     "total-verified",
     NOTE,
     "total/@claimed",
     {EXACT_ROWS, {"total/@claimed", "94.12"}}},
    {"… but a cent more is", "total-verified", ERROR, "total/@claimed", {EXACT_ROWS, {"total/@claimed", "94.13"}}},
    {"a claim is missing", "total-sum", NEVER, NULL, {{ROW(3, "@score"), ""}}},
    {"… and the verified total lacks it", "total-verified", NEVER, NULL, {{ROW(3, "@score"), ""}}},
    {"no execution score claimed", "total-sum", NEVER, NULL, {{FUND(1, "@score"), NULL}}},
    {"weights fall short", "weight-sum", ERROR, "indicators", {{ROW(7, "@weight"), "5"}, {ROW(7, "@score"), "5"}}},
    {"a weight is missing", "weight-sum", NEVER, NULL, {{ROW(7, "@weight"), ""}}},
    {"… so no category is wrong", "category-weight", NEVER, NULL, {{ROW(7, "@weight"), ""}}},
    {"an allowed set of weights",
     "category-weight",
     NOTE,
     "indicators",
     {{ROW(7, "@level1"), "效益指标"}, {ROW(7, "@name"), "服务覆盖面"}}},
    {"an unknown category", "category-weight", NEVER, NULL, {{ROW(7, "@level1"), "其他指标"}}},
    {"like rows without a rule",
     "duplicate-indicator",
     NOTE,
     ROW(2, "@name"),
     {{ROW(1, "@weight"), "10"},
      {ROW(1, "@score"), "9"},
      {ROW(2, "@name"), "平台运维费"},
      {ROW(2, "target"), "30万元"},
      {ROW(2, "actual"), "27万元"},
      {ROW(2, "@weight"), "10"}}},
    {"like rows but for the result",
     "duplicate-indicator",
     NEVER,
     NULL,
     {{ROW(2, "@name"), "平台运维费"}, {ROW(1, "@weight"), "5"}, {ROW(2, "target"), "30万元"}}},
};

static const struct check_case money_cases[] = {
    {"whole numbers leave a wide interval", "execution-rate", NEVER, NULL, {{FUND(1, "@rate"), "92.5"}}},
    {"outside it", "execution-rate", WARNING, FUND(1, "@rate"), {{FUND(1, "@rate"), "92.65"}}},
    {"cut instead of rounded",
     "execution-rate",
     NOTE,
     FUND(1, "@rate"),
     {{FUND(1, "@budget"), "40.00000"}, {FUND(1, "@executed"), "36.59000"}, {FUND(1, "@rate"), "91.4"}}},
    {"a fraction for a percentage", "execution-rate", WARNING, FUND(1, "@rate"), {{FUND(1, "@rate"), "0.9125"}}},
    {"0 for something small", "execution-rate", NEVER, NULL, {{FUND(1, "@executed"), "0.15"}, {FUND(1, "@rate"), "0"}}},
    {"no budget, no rate", "execution-rate", NEVER, NULL, {{FUND(3, "@rate"), "100"}}},
    {"a part row too", "execution-rate", WARNING, FUND(2, "@rate"), {{FUND(2, "@rate"), "19.25"}}},
    {"too low a band", "execution-score", WARNING, FUND(1, "@score"), {{FUND(1, "@score"), "5"}}},
    {"more than there is to have", "execution-score", ERROR, FUND(1, "@score"), {{FUND(1, "@score"), "17"}}},
    {"an unreadable score is not missing", "execution-score-missing", NEVER, NULL, {{FUND(1, "@score"), "七"}}},
    {"… but unreadable", "unreadable-value", ERROR, FUND(1, "@score"), {{FUND(1, "@score"), "七"}}},
    {"money that cannot be read", "unreadable-value", ERROR, FUND(2, "@budget"), {{FUND(2, "@budget"), "4 0 0"}}},
    {"over by the printing only", "execution-over-100", NEVER, NULL, {{FUND(1, "@executed"), "40.3"}}},
    {"a total row without figures",
     "funds-total-missing",
     WARNING,
     "funds/fund[1]",
     {{FUND(1, "@budget"), ""}, {FUND(1, "@executed"), ""}}},
    {"a total row that cannot be read", "funds-total-missing", NEVER, NULL, {{FUND(1, "@budget"), "4 0"}}},
    {"still another word for the total", "funds-total-missing", NEVER, NULL, {{FUND(1, "@label"), "年度预算总额"}}},
    {"a plain word for the total", "funds-total-missing", NEVER, NULL, {{FUND(1, "@label"), "总计"}}},
    {"another word for the total", "funds-total-missing", NEVER, NULL, {{FUND(1, "@label"), "资金总额"}}},
    {"the score stands in a part row",
     "execution-score",
     ERROR,
     FUND(1, "@score"),
     {{FUND(1, "@label"), "当年财政拨款"}, {FUND(2, "@label"), "财政专户资金"}, {FUND(1, "@score"), "10"}}},
    {"no row has a score",
     "execution-score-missing",
     WARNING,
     "funds",
     {{FUND(1, "@label"), "当年财政拨款"}, {FUND(2, "@label"), "财政专户资金"}, {FUND(1, "@score"), "—"}}},
    {"a budget of zero leaves the claim to a person",
     "judgement",
     WARNING,
     FUND(1, "@score"),
     {{FUND(1, "@budget"), "0"}, {FUND(1, "@executed"), "0"}}},
    {"a rate that cannot be read", "unreadable-value", ERROR, FUND(2, "@rate"), {{FUND(2, "@rate"), "9 1"}}},
    {"a result of last year", "stale-year", WARNING, ROW(6, "actual"), {{ROW(6, "actual"), "2023年有所提升"}}},
    {"negative money is no amount", "unreadable-value", ERROR, FUND(1, "@executed"), {{FUND(1, "@executed"), "-36.5"}}},
    {"the score of a total row without figures",
     "execution-score",
     ERROR,
     FUND(1, "@score"),
     {{FUND(1, "@budget"), ""}, {FUND(1, "@executed"), ""}, {FUND(1, "@score"), "10"}, {FUND(2, "@score"), "7"}}},
    {"parts over the budget",
     "execution-over-100",
     WARNING,
     "funds",
     {{FUND(1, "@label"), "当年财政拨款"}, {FUND(2, "@label"), "财政专户资金"}, {FUND(1, "@executed"), "60"}}},
    {"part of the output is not full",
     "unspent-full-output",
     NEVER,
     NULL,
     {{FUND(1, "@executed"), "0"}, {ROW(5, "@score"), "9"}}},
    {"nothing spent, all output", "unspent-full-output", WARNING, "indicators", {{FUND(1, "@executed"), "0"}}},
    {"parts fall short", "funds-sum", WARNING, FUND(1, "@executed"), {{FUND(2, "@executed"), "30"}}},
    {"parts within their printing", "funds-sum", NOTE, FUND(1, "@executed"), {{FUND(2, "@executed"), "36.53"}}},
    {"a blank part is nothing", "funds-sum", NEVER, NULL, {{FUND(3, "@executed"), ""}}},
    {"only the total is filled in",
     "funds-sum",
     NEVER,
     NULL,
     {{FUND(2, "@budget"), ""}, {FUND(3, "@budget"), ""}, {FUND(4, "@budget"), ""}}},
    {"a part of a part", "funds-sum", NEVER, NULL, {{FUND(3, "@label"), "其中：上级补助"}, {FUND(3, "@budget"), "12"}}},
    {"more parts than the form has",
     "funds-sum",
     NEVER,
     NULL,
     {{FUND(5, "@label"), "单位资金"}, {FUND(5, "@budget"), "12"}}},
    {"costs in yuan", "cost-actual-sum", NEVER, NULL, {{ROW(2, "actual"), "95000元"}}},
    {"costs within their printing", "cost-actual-sum", NOTE, "indicators", {{ROW(2, "actual"), "9.6万元"}}},
    {"a cost that is no money", "cost-target-sum", NEVER, NULL, {{ROW(1, "target"), "60%"}, {ROW(1, "actual"), "60%"}}},
    {"a price", "cost-target-sum", NEVER, NULL, {{ROW(2, "target"), "3万元"}, {ROW(2, "@name"), "人均培训成本"}}},
};

static const struct check_case text_cases[] = {
    {"a dash is no reason", "reason-missing", WARNING, ROW(1, "reason"), {{ROW(1, "reason"), "—"}}},
    {"no cell for reasons", "reason-missing", WARNING, ROW(1, "reason"), {{ROW(1, "reason"), NULL}}},
    {"a reason for doing better", "reason-needless", NEVER, NULL, {{ROW(5, "reason"), "回访力度加大。"}}},
    {"a reason that says none", "reason-needless", NEVER, NULL, {{ROW(4, "reason"), "无偏差"}}},
    {"words met with a reason", "reason-needless", NOTE, ROW(6, "reason"), {{ROW(6, "reason"), "受疫情影响。"}}},
    {"money at another scale", "unit-mismatch", NEVER, NULL, {{ROW(2, "actual"), "95000元"}}},
    {"like units", "unit-mismatch", NOTE, ROW(3, "actual"), {{ROW(3, "actual"), "1260人"}}},
    {"unlike units", "unit-mismatch", WARNING, ROW(5, "actual"), {{ROW(5, "actual"), "96件"}}},
    {"with and without 个", "unit-mismatch", NEVER, NULL, {{ROW(4, "actual"), "3工作日"}}},
    {"wide and narrow signs", "unit-mismatch", NEVER, NULL, {{ROW(5, "actual"), "96％"}}},
    {"a unit cell of its own",
     "unit-missing",
     NEVER,
     NULL,
     {{ROW(3, "target"), "≥1200"}, {ROW(3, "target/@unit"), "人次"}, {ROW(3, "actual"), "1260"}}},
    {"the target has none", "unit-missing", NOTE, ROW(3, "actual"), {{ROW(3, "target"), "≥1200"}}},
    {"a zero needs none", "unit-missing", NEVER, NULL, {{ROW(2, "actual"), "0"}}},
    {"last year in a target",
     "stale-year",
     WARNING,
     ROW(6, "target"),
     {{ROW(6, "target"), "2023年底前建成"}, {ROW(6, "actual"), "已完成"}}},
    {"this year in a target",
     "stale-year",
     NEVER,
     NULL,
     {{ROW(6, "target"), "2024年底前建成"}, {ROW(6, "actual"), "已完成"}}},
    {"a row of another category asks", "satisfaction-missing", NOTE, "indicators", {{ROW(7, "@level1"), "产出指标"}}},
    {"measured in percent", "satisfaction-unmeasured", NEVER, NULL, {{ROW(7, "target"), "90%以上"}}},
    {"a number that belongs", "vague-name", NEVER, NULL, {{ROW(3, "@name"), "12345热线接听量"}}},
    {"a generation of mobile networks", "vague-name", NEVER, NULL, {{ROW(3, "@name"), "建设IPv6"}}},
    {"a name that says nothing", "vague-name", NOTE, ROW(3, "@name"), {{ROW(3, "@name"), "项目数量"}}},
    {"no year", "missing-value", ERROR, "@year", {{"@year", NULL}}},
    {"no project", "missing-value", ERROR, "project", {{"project", ""}}},
    {"no total", "missing-value", ERROR, "total/@claimed", {{"total/@claimed", "—"}}},
    {"no weight", "missing-value", ERROR, ROW(2, "@weight"), {{ROW(2, "@weight"), NULL}}},
    {"a year in words", "unreadable-value", ERROR, "@year", {{"@year", "本年度"}}},
    {"a negative weight", "unreadable-value", ERROR, ROW(2, "@weight"), {{ROW(2, "@weight"), "-5"}}},
    {"a weight of 10^30",
     "unreadable-value",
     ERROR,
     ROW(2, "@weight"),
     {{ROW(2, "@weight"), "1000000000000000000000000000000"}}},
    {"an adjusted target", "unreadable-value", ERROR, ROW(3, "target/@adjusted"), {{ROW(3, "target/@adjusted"), "∞"}}},
    {"the merged cell above", "unknown-category", NEVER, NULL, {{ROW(2, "@level1"), ""}}},
    {"no category at all", "unknown-category", ERROR, ROW(1, "@level1"), {{ROW(1, "@level1"), ""}}},
    {"a later year than the rules", "rules-period", WARNING, "@year", {{"@year", "2015"}}},
    {"published at fewer places", "disclosed-total", NEVER, NULL, {{"disclosed/@total", "95"}}},
    {"published at more places", "disclosed-total", NEVER, NULL, {{"disclosed/@total", "95.250"}}},
    {"published in yuan", "disclosed-funds", NEVER, NULL, {{"disclosed/@budget", "400000元"}}},
    {"published money that cannot be read",
     "unreadable-value",
     ERROR,
     "disclosed/@budget",
     {{"disclosed/@budget", "四十"}}},
    {"published rate cut",
     "disclosed-rate",
     NEVER,
     NULL,
     {{FUND(1, "@budget"), "40.00000"}, {FUND(1, "@executed"), "36.59000"}, {"disclosed/@rate", "91.4"}}},
    {"published rate off",
     "disclosed-rate",
     WARNING,
     "disclosed/@rate",
     {{FUND(1, "@budget"), "40.00000"}, {FUND(1, "@executed"), "36.59000"}, {"disclosed/@rate", "91.3"}}},
    {"not published", "disclosed-rate", NEVER, NULL, {{"disclosed/@rate", NULL}}},
};

static struct fuhe_pack_library library;

static const struct fuhe_pack *pack_of_yanbian(void) {
    const size_t index = fuhe_pack_library_find(&library, "jilin-yanbian");
    assert_true(index < library.count);
    return &library.packs[index];
}

static int load_packs(void **state) {
    (void)state;
    return fuhe_pack_library_init(&library, NULL) == FUHE_STATUS_OK ? 0 : -1;
}

static const struct fuhe_finding *find(const struct fuhe_review *review, enum fuhe_code code) {
    for (size_t i = 0; i < review->findings.count; i++) {
        if (review->findings.items[i].code == code) {
            return &review->findings.items[i];
        }
    }
    return NULL;
}

/* The execution score printed as a row of its own, above a category that is printed once. */
#define EXECUTION_ROW(score)                                                                                           \
    {ROW(8, "@level1"), "预算执行率（10分）"}, {ROW(8, "@weight"), "10"}, {ROW(8, "@score"), score}, {                 \
        ROW(8, "target"), "100%"                                                                                       \
    }

static const struct check_case execution_row_cases[] = {
    {"it is no indicator", "unknown-category", NEVER, NULL, {EXECUTION_ROW("7"), {FUND(1, "@score"), NULL}}},
    {"its weight is that of execution", "weight-sum", NEVER, NULL, {EXECUTION_ROW("7"), {FUND(1, "@score"), NULL}}},
    {"its score is the claim", "execution-score-missing", NEVER, NULL, {EXECUTION_ROW("7"), {FUND(1, "@score"), NULL}}},
    {"… and counts once", "total-sum", NEVER, NULL, {EXECUTION_ROW("7"), {FUND(1, "@score"), NULL}}},
    {"… and is no missing cell", "missing-value", NEVER, NULL, {EXECUTION_ROW("7"), {FUND(1, "@score"), NULL}}},
    {"too much of it", "execution-score", ERROR, ROW(8, "@score"), {EXECUTION_ROW("10"), {FUND(1, "@score"), NULL}}},
    {"printed twice", "total-sum", NEVER, NULL, {EXECUTION_ROW("7")}},
    {"printed twice alike", "execution-score", NEVER, NULL, {EXECUTION_ROW("7")}},
    {"printed twice, not alike", "execution-score", ERROR, ROW(8, "@score"), {EXECUTION_ROW("10")}},
    {"another weight than the rules give",
     "weight-sum",
     ERROR,
     "indicators",
     {{ROW(7, "@weight"), "5"}, EXECUTION_ROW("7")}},
    {"a blank category below it is not known",
     "unknown-category",
     ERROR,
     ROW(9, "@level1"),
     {EXECUTION_ROW("7"), {ROW(9, "@name"), "覆盖面"}, {ROW(9, "@weight"), "0"}}},
};

static void check_holds(void **state) {
    const struct check_case *row = *state;
    const enum fuhe_code code = fuhe_code_find(fuhe_text_of(row->code));
    struct fuhe_arena *arena = fuhe_arena_new();
    struct form_builder builder;
    struct fuhe_review review;

    assert_non_null(arena);
    assert_true(code < FUHE_CODE_COUNT);
    form_builder_init(&builder);
    for (size_t i = 0; i < CHANGES_MAX && row->changes[i].path != NULL; i++) {
        form_builder_set(&builder, row->changes[i].path, row->changes[i].text);
    }
    assert_int_equal(fuhe_review_form(&builder.form, pack_of_yanbian(), arena, &review), FUHE_STATUS_OK);

    const struct fuhe_finding *finding = find(&review, code);
    if (row->severity == NEVER) {
        assert_null(finding);
    } else {
        char path[FUHE_PATH_SIZE];
        assert_non_null(finding);
        fuhe_finding_path(finding, path);
        assert_string_equal(path, row->path);
        assert_int_equal(finding->severity, row->severity);
    }
    fuhe_arena_free(arena);
}

static void sound_form_gives_nothing(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct form_builder builder;
    struct fuhe_review review;

    (void)state;
    assert_non_null(arena);
    form_builder_init(&builder);
    assert_int_equal(fuhe_review_form(&builder.form, pack_of_yanbian(), arena, &review), FUHE_STATUS_OK);
    assert_int_equal(review.findings.count, 0);
    assert_null(review.findings.items);
    fuhe_arena_free(arena);
}

/* The rows below an unknown category that is printed once are no further findings. */
static void unknown_category_is_reported_once(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct form_builder builder;
    struct fuhe_review review;
    size_t count = 0;

    (void)state;
    assert_non_null(arena);
    form_builder_init(&builder);
    form_builder_set(&builder, ROW(1, "@level1"), "其他指标");
    form_builder_set(&builder, ROW(2, "@level1"), "");
    assert_int_equal(fuhe_review_form(&builder.form, pack_of_yanbian(), arena, &review), FUHE_STATUS_OK);
    for (size_t i = 0; i < review.findings.count; i++) {
        count += review.findings.items[i].code == FUHE_CODE_UNKNOWN_CATEGORY;
    }
    assert_int_equal(count, 1);
    fuhe_arena_free(arena);
}

static void form_without_rows_or_money_is_reported(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct form_builder builder;
    struct fuhe_review review;

    (void)state;
    assert_non_null(arena);
    form_builder_init(&builder);
    builder.form.indicator_count = 0;
    builder.form.fund_count = 0;
    assert_int_equal(fuhe_review_form(&builder.form, pack_of_yanbian(), arena, &review), FUHE_STATUS_OK);
    assert_string_equal(find(&review, FUHE_CODE_MISSING_VALUE)->cell, "indicators");
    assert_string_equal(find(&review, FUHE_CODE_FUNDS_TOTAL_MISSING)->cell, "funds");
    assert_null(find(&review, FUHE_CODE_EXECUTION_SCORE_MISSING));
    assert_null(find(&review, FUHE_CODE_WEIGHT_SUM));
    fuhe_arena_free(arena);
}

/* Execution that only a row of indicators tells of: there is no rate to compute, so its claim is for a person. */
static void execution_row_without_money_is_reported(void **state) {
    static const char *const scores[] = {"7", ""};
    static const enum fuhe_code codes[] = {FUHE_CODE_JUDGEMENT, FUHE_CODE_EXECUTION_SCORE_MISSING};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct fuhe_arena *arena = fuhe_arena_new();
        struct form_builder builder;
        struct fuhe_review review;
        assert_non_null(arena);
        form_builder_init(&builder);
        form_builder_set(&builder, ROW(8, "@level1"), "预算执行率");
        form_builder_set(&builder, ROW(8, "@score"), scores[i]);
        builder.form.fund_count = 0;
        assert_int_equal(fuhe_review_form(&builder.form, pack_of_yanbian(), arena, &review), FUHE_STATUS_OK);
        assert_non_null(find(&review, codes[i]));
        assert_int_equal(find(&review, codes[i])->block, FUHE_BLOCK_INDICATOR);
        assert_int_equal(find(&review, codes[i])->index, 7);
        fuhe_arena_free(arena);
    }
}

/* A finding's figures are what its message shows. */
static void figures_are_filled(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct form_builder builder;
    struct fuhe_review review;
    const struct fuhe_finding *finding = NULL;

    (void)state;
    assert_non_null(arena);
    form_builder_init(&builder);
    form_builder_set(&builder, ROW(2, "target"), "12万元");
    assert_int_equal(fuhe_review_form(&builder.form, pack_of_yanbian(), arena, &review), FUHE_STATUS_OK);
    finding = find(&review, FUHE_CODE_COST_TARGET_SUM);
    assert_non_null(finding);
    assert_true(fuhe_decimal_equals(finding->claimed.value, FUHE_DECIMAL(42)));
    assert_true(fuhe_decimal_equals(finding->recomputed.value, FUHE_DECIMAL(40)));
    assert_true(fuhe_decimal_equals(finding->difference.value, FUHE_DECIMAL(2)));
    assert_true(fuhe_decimal_equals(finding->low.value, FUHE_DECIMAL(41)));
    assert_true(fuhe_decimal_equals(finding->high.value, FUHE_DECIMAL(43)));
    fuhe_arena_free(arena);
}

/* A form of so many rows that they are told apart by hashes. Rows 0 and 80 are alike but for a space and quotes. */
static void duplicate_is_found_on_a_long_form(void **state) {
    enum { ROWS = 100, EARLIER = 0, LATER = 80, NAME_SIZE = 32 };
    static char names[ROWS][NAME_SIZE];
    static struct fuhe_indicator rows[ROWS];
    struct fuhe_arena *arena = fuhe_arena_new();
    struct form_builder builder;
    struct fuhe_review review;
    size_t count = 0;

    (void)state;
    assert_non_null(arena);
    form_builder_init(&builder);
    for (size_t i = 0; i < ROWS; i++) {
        (void)snprintf(names[i], NAME_SIZE, "服务%zu", i);
        rows[i] = builder.rows[2];
        rows[i].name.text = fuhe_text_of(names[i]);
    }
    rows[LATER].name.text = FUHE_TEXT("“服务” 0");
    builder.form.indicators = rows;
    builder.form.indicator_count = ROWS;
    assert_int_equal(fuhe_review_form(&builder.form, pack_of_yanbian(), arena, &review), FUHE_STATUS_OK);
    for (size_t i = 0; i < review.findings.count; i++) {
        if (review.findings.items[i].code == FUHE_CODE_DUPLICATE_INDICATOR) {
            assert_int_equal(review.findings.items[i].index, LATER);
            count++;
        }
    }
    assert_int_equal(count, 1);
    assert_int_equal(review.rows[EARLIER].likeness, review.rows[LATER].likeness);
    assert_int_not_equal(review.rows[1].likeness, review.rows[2].likeness);
    fuhe_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest single[] = {cmocka_unit_test(sound_form_gives_nothing),
                                        cmocka_unit_test(unknown_category_is_reported_once),
                                        cmocka_unit_test(form_without_rows_or_money_is_reported),
                                        cmocka_unit_test(figures_are_filled),
                                        cmocka_unit_test(execution_row_without_money_is_reported),
                                        cmocka_unit_test(duplicate_is_found_on_a_long_form)};
    int failures = load_packs(NULL);

    failures += RUN_CASES("items", item_cases, check_holds) + RUN_CASES("sums", sum_cases, check_holds) +
                RUN_CASES("execution row", execution_row_cases, check_holds) +
                RUN_CASES("money", money_cases, check_holds) + RUN_CASES("texts", text_cases, check_holds) +
                cmocka_run_group_tests_name("single", single, NULL, NULL);
    fuhe_pack_library_free(&library);
    return failures;
}
