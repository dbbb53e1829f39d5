/* SPDX-License-Identifier: Apache-2.0 */
/* Each part of the recogniser on small documents. What is recognised is written in short: head, fund rows (label
 * initial/budget/executed/rate weight score), indicators (levels name weight score target>actual), total, and what is
 * only likely (~) or for a person to look at (!), with its row and column. */
#include <stdio.h>
#include <string.h>

#include "intake/intake.h"
#include "tests/support/text_line.h"

/* A head and rows that make a table a form, each as wide as the others. */
#define TITLE "| 项目支出绩效自评表（2024年度） | | | | | | | |\n"
#define PROJECT "| 项目名称 | 甲 | | | | | | |\n"
#define MONEY "| 资金情况（万元） | 项目资金 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 得分 | |\n"
#define SUM "| | 年度资金总额 | 50 | 40 | 30 | 75 | 5 | |\n"
#define HEADER "| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 权重 | 自评得分 |\n"
#define ROW "| 绩效指标 | 产出指标 | 数量指标 | 培训 | 10次 | 9次 | 20 | 18 |\n"
#define TOTAL "| 总分 | | | | | | | 23 |\n"

struct form_case {
    const char *name;
    const char *text;
    const char *expected; /* forms on lines of their own */
};

static const struct form_case form_cases[] = {
#include "tests/intake/recogniser_cases.inc"
};

static void add_cell(struct text_line *text, const char *before, const struct fuhe_cell *cell) {
    if (cell->state == FUHE_CELL_TEXT) {
        text_line_add(text, fuhe_text_of(before));
        text_line_add(text, cell->text);
    }
}

static void add_funds(struct text_line *text, const struct fuhe_form *form) {
    add_cell(text, "; unit ", &form->funds_unit);
    for (size_t i = 0; i < form->fund_count; i++) {
        const struct fuhe_fund *fund = &form->funds[i];
        text_line_add(text, FUHE_TEXT("; F"));
        add_cell(text, " ", &fund->label);
        add_cell(text, " ", &fund->initial);
        add_cell(text, "/", &fund->budget);
        add_cell(text, "/", &fund->executed);
        add_cell(text, "/", &fund->rate);
        add_cell(text, " w", &fund->weight);
        add_cell(text, " s", &fund->score);
    }
}

static void add_indicators(struct text_line *text, const struct fuhe_form *form) {
    for (size_t i = 0; i < form->indicator_count; i++) {
        const struct fuhe_indicator *row = &form->indicators[i];
        text_line_add(text, FUHE_TEXT("; I"));
        add_cell(text, " ", &row->level1);
        add_cell(text, "/", &row->level2);
        add_cell(text, "/", &row->name);
        add_cell(text, " w", &row->weight);
        add_cell(text, " s", &row->score);
        add_cell(text, " ", &row->relation);
        add_cell(text, " ", &row->target);
        add_cell(text, " u", &row->unit);
        add_cell(text, "=>", &row->adjusted);
        add_cell(text, ">", &row->actual);
        add_cell(text, " r:", &row->reason);
        add_cell(text, " rs", &row->reviewed_score);
        add_cell(text, " rr:", &row->reviewed_reason);
    }
}

static void add_doubts(struct text_line *text, const struct fuhe_recognised *form) {
    bool unsure = false;

    for (size_t i = 0; i < form->mark_count; i++) {
        const struct fuhe_mark *mark = &form->marks[i];
        char number[32];
        if (mark->sureness == FUHE_SURE_CERTAIN) {
            continue;
        }
        unsure = unsure || mark->sureness == FUHE_SURE_UNSURE;
        (void)snprintf(number, sizeof number, "@%u.%u", mark->row + 1, mark->column + 1);
        text_line_add(text, mark->sureness == FUHE_SURE_UNSURE ? FUHE_TEXT(" !") : FUHE_TEXT(" ~"));
        text_line_add(text, fuhe_text_of(fuhe_why_name(mark->why)));
        text_line_add(text, fuhe_text_of(number));
    }
    assert_true(unsure || !form->needs_look);
}

static void add_form(struct text_line *text, const struct fuhe_recognised *recognised) {
    const struct fuhe_form *form = &recognised->form;

    text_line_add(text, form->id.text);
    add_cell(text, " ", &form->year);
    add_cell(text, " ", &form->kind);
    add_cell(text, " ", &form->project);
    add_cell(text, " D", &form->department);
    add_cell(text, " U", &form->unit);
    add_funds(text, form);
    add_cell(text, "; E ", &form->goal_expected);
    add_cell(text, "; A ", &form->goal_achieved);
    add_indicators(text, form);
    add_cell(text, "; T ", &form->total_claimed);
    add_cell(text, "; G ", &form->total_grade);
    add_cell(text, "; R ", &form->total_deviation_rate);
    add_doubts(text, recognised);
    text_line_add(text, FUHE_TEXT("\n"));
}

static void recogniser_finds(void **state) {
    const struct form_case *row = *state;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_words *words = fuhe_words_new();
    struct fuhe_intake intake;
    struct fuhe_error error = {0};
    struct text_line text = {.bytes = ""};

    assert_int_equal(fuhe_intake_read(fuhe_text_of(row->text), words, arena, &intake, &error), FUHE_STATUS_OK);
    for (size_t i = 0; i < intake.recognition.form_count; i++) {
        add_form(&text, intake.recognition.forms[i]);
    }
    assert_string_equal(text.bytes, row->expected);
    fuhe_words_free(words);
    fuhe_arena_free(arena);
}

int main(void) {
    return RUN_CASES("recogniser", form_cases, recogniser_finds);
}
