/* SPDX-License-Identifier: Apache-2.0 */
/* What may be entered where: lists to choose from, limits of numbers with a sentence when they are passed, and what to
 * write, shown while a cell is being filled in. */
#include <stdio.h>
#include <string.h>

#include "blank/paper.h"

enum { PROMPT_CHARACTERS = 200, CHOICES_MAX = 8 };

/* The library takes texts that it does not change as texts that it may. */
static char *borrowed(const char *text) {
    return (char *)(uintptr_t)text;
}

static void add(struct fuhe_paper *paper, struct fuhe_paper_area area, lxw_data_validation *rule) {
    rule->dropdown = LXW_VALIDATION_ON;
    rule->error_title = borrowed("填写有误");
    if (paper->status != FUHE_STATUS_OK) {
        return;
    }
    const lxw_error error =
        worksheet_data_validation_range(paper->sheet, area.row, area.column, area.last_row, area.last_column, rule);
    /* Words of a rule pack may be longer than a list can hold: then there is none, and anything may be entered. */
    fuhe_paper_keep(paper, error == LXW_ERROR_255_STRING_LENGTH_EXCEEDED ? LXW_NO_ERROR : error);
}

/* Any value, with advice. */
static void advise(struct fuhe_paper *paper, struct fuhe_paper_area area, const char *title, const char *advice) {
    lxw_data_validation rule = {
        .validate = LXW_VALIDATION_TYPE_ANY, .input_title = borrowed(title), .input_message = borrowed(advice)};

    add(paper, area, &rule);
}

/* A number from 0 to what a formula gives. */
static void limit(struct fuhe_paper *paper, struct fuhe_paper_area area, const char *most, const char *error,
                  const char *advice) {
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_DECIMAL_FORMULA,
                                .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
                                .minimum_formula = borrowed("=0"),
                                .maximum_formula = borrowed(most),
                                .error_message = borrowed(error),
                                .input_message = borrowed(advice)};

    add(paper, area, &rule);
}

static void offer(struct fuhe_paper *paper, struct fuhe_paper_area area, const char *const *choices,
                  const char *advice) {
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_LIST,
                                .value_list = (char **)(uintptr_t)choices,
                                .show_error = LXW_VALIDATION_OFF,
                                .input_message = borrowed(advice)};

    add(paper, area, &rule);
}

static struct fuhe_paper_area column_of(const struct fuhe_paper *paper, lxw_col_t column) {
    return (struct fuhe_paper_area){FUHE_PAPER_INDICATORS, column, fuhe_paper_total_row(paper) - 1, column};
}

/* --- head and money ---------------------------------------------------------------------------------------------- */

static void write_years(struct fuhe_paper *paper) {
    const struct fuhe_paper_area title = {FUHE_PAPER_TITLE, 0, FUHE_PAPER_TITLE, 0};
    const uint32_t year = paper->blank->request.year;
    char texts[3][FUHE_BLANK_TEXT_SIZE];
    const char *choices[4] = {texts[0], texts[1], texts[2], NULL};

    for (uint32_t i = 0; i < 3 && year > 0; i++) {
        fuhe_blank_title(year + i - 1, texts[i]);
    }
    if (year > 0) {
        offer(paper, title, choices, "年度可在下拉列表中更换，也可直接修改。");
    }
}

static void write_money(struct fuhe_paper *paper) {
    const struct fuhe_paper_area money = {FUHE_PAPER_TOTAL_FUND, 3, FUHE_PAPER_FUNDS + FUHE_BLANK_FUNDS, 5};
    const struct fuhe_paper_area score = {FUHE_PAPER_TOTAL_FUND, 8, FUHE_PAPER_TOTAL_FUND, 8};
    char advice[FUHE_BLANK_TEXT_SIZE];
    char most[32];

    limit(paper, money, "=1000000000", "金额应为不小于0的数字，单位万元，不要带“万元”二字。",
          "单位：万元。没有的填0。");
    fuhe_blank_says(paper->blank->request.pack, FUHE_RULE_EXECUTION, PROMPT_CHARACTERS, advice);
    (void)snprintf(most, sizeof most, "=$G$%u", FUHE_PAPER_TOTAL_FUND + 1U);
    limit(paper, score, most, "得分应为不小于0、不大于分值的数字。", advice);
}

/* --- indicators -------------------------------------------------------------------------------------------------- */

static void write_levels(struct fuhe_paper *paper) {
    for (uint32_t i = 0; i < paper->blank->group_count; i++) {
        const struct fuhe_blank_group *group = &paper->blank->groups[i];
        const lxw_row_t first = FUHE_PAPER_INDICATORS + group->first;
        const struct fuhe_paper_area area = {first, FUHE_BLANK_LEVEL2, first + group->rows - 1, FUHE_BLANK_LEVEL2};
        const char *choices[FUHE_BLANK_LEVEL2_MAX + 1] = {NULL};
        for (uint32_t word = 0; word < group->level2_count; word++) {
            choices[word] = group->level2[word];
        }
        offer(paper, area, choices, "在下拉列表中选择。");
    }
}

struct choices {
    char texts[CHOICES_MAX][FUHE_BLANK_WORD_SIZE];
    const char *list[CHOICES_MAX + 1];
    size_t count;
};

static void add_choice(struct choices *choices, const struct fuhe_text_list *words) {
    if (words->count > 0 && choices->count < CHOICES_MAX) {
        char *text = choices->texts[choices->count];
        fuhe_blank_copy(words->items[0], SIZE_MAX, text, FUHE_BLANK_WORD_SIZE);
        choices->list[choices->count] = text;
        choices->count += strpbrk(text, "\",") == NULL; /* what parts a list */
    }
}

/* Words that the rule pack understands where a result is not a number: all done, and the first of each step. */
static void write_results(struct fuhe_paper *paper) {
    const struct fuhe_pack *pack = paper->blank->request.pack;
    struct choices choices = {.count = 0};

    add_choice(&choices, &pack->met_words);
    for (size_t i = 0; i < pack->scale_count; i++) {
        add_choice(&choices, &pack->scale[i].words);
    }
    choices.list[choices.count] = NULL;
    if (choices.count > 0) {
        offer(paper, column_of(paper, FUHE_BLANK_ACTUAL), choices.list,
              "按指标值的口径和单位填写，如“97%”“18.6万元”。定性指标可在下拉列表中选择。");
    }
}

static void write_points(struct fuhe_paper *paper) {
    char most[64];
    char whole[FUHE_DECIMAL_TEXT_SIZE];

    (void)fuhe_decimal_format(paper->blank->request.pack->full_marks, 0, whole);
    (void)snprintf(most, sizeof most, "=%s", whole);
    limit(paper, column_of(paper, FUHE_BLANK_WEIGHT), most, "分值应为不小于0的数字，且不大于满分。", NULL);
    (void)snprintf(most, sizeof most, "=$G%u", FUHE_PAPER_INDICATORS + 1U);
    limit(paper, column_of(paper, FUHE_BLANK_SCORE), most, "得分应为不小于0、不大于分值的数字。", NULL);
    if (paper->blank->request.has_review) {
        limit(paper, column_of(paper, FUHE_BLANK_REVIEWED_SCORE), most, "校验得分应为不小于0、不大于分值的数字。",
              "由复核人员填写。");
    }
}

static void write_grades(struct fuhe_paper *paper) {
    const struct fuhe_pack *pack = paper->blank->request.pack;
    const lxw_row_t row = fuhe_paper_total_row(paper) + 1;
    char texts[CHOICES_MAX][FUHE_BLANK_TEXT_SIZE];
    const char *choices[CHOICES_MAX + 1] = {NULL};

    for (size_t i = 0; i < pack->grade_count && i < CHOICES_MAX; i++) {
        fuhe_blank_grades(pack, i, texts[i]);
        choices[i] = texts[i];
    }
    offer(paper, (struct fuhe_paper_area){row, 5, row, 5}, choices, "由复核人员在下拉列表中选择。");
}

void fuhe_paper_write_entries(struct fuhe_paper *paper) {
    write_years(paper);
    write_money(paper);
    write_levels(paper);
    advise(paper, column_of(paper, FUHE_BLANK_TARGET), "年度指标值",
           "与批复的绩效目标一致，写明方向、数值和单位，如“≥95%”“≤20万元”“12次”。");
    write_results(paper);
    write_points(paper);
    advise(paper, column_of(paper, FUHE_BLANK_REASON), "偏差原因",
           "得分低于分值，或者完成值明显超过指标值的，说明原因和改进措施。");
    if (paper->blank->request.has_review) {
        write_grades(paper);
    }
}
