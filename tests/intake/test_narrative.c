/* SPDX-License-Identifier: Apache-2.0 */
/* Items of the published narrative, which form each belongs to, and the department's statement. */
#include <string.h>

#include "intake/intake.h"
#include "tests/support/text_line.h"

#define FORM(name, budget, total)                                                                                                       \
    "\n| 项目名称 | " name " | | | | |\n| 资金情况 | | 全年预算数 | 全年执行数 | | |\n| | 年度资金总额 | " budget                       \
    " | 30 | | |\n| 三级指标 | 指标值 | 完成值 | 权重 | 得分 | |\n| 培训 | 10次 | 9次 | 20 | 18 | |\n| 总分 | | | " \
    "| " total " | |\n\n"
#define ITEM(name, budget, total)                                                                                      \
    name "项目绩效自评情况：根据年初设定的绩效目标，项目绩效自评得分为 " total " 分。项目全年预算数为 " budget         \
         " 万元，执行数为 30 万元，完成预算的 75%。办得好。"

/* Items as "name total/budget/executed/rate text =form": = by name, ~ by figures, ? none; then the statement. */
struct prose_case {
    const char *name;
    const char *text;
    const char *expected;
};

static const struct prose_case prose_cases[] = {
    {"by name", FORM("热线", "40", "90") "1. " ITEM("热线", "40", "90") "\n", "热线 90/40/30/75 办得好。 =热线\n"},
    {"a name with other spaces and quotes", FORM("“热线”12345", "40", "90") ITEM("热线 12345", "41", "91"),
     "热线 12345 91/41/30/75 办得好。 =“热线”12345\n"},
    {"by figures", FORM("热线", "40", "90.0") FORM("网站", "50", "90") "（1）" ITEM("政务热线", "40", "90"),
     "政务热线 90/40/30/75 办得好。 ~热线\n"},
    {"figures of two forms", FORM("热线", "40", "90") FORM("网站", "40", "90") ITEM("政务热线", "40", "90"),
     "政务热线 90/40/30/75 办得好。 ?\n"},
    {"figures of two items", FORM("热线", "40", "90") ITEM("甲", "40", "90") "\n" ITEM("乙", "40", "90"),
     "甲 90/40/30/75 办得好。 ?\n乙 90/40/30/75 办得好。 ?\n"},
    {"another total", FORM("热线", "40", "91") ITEM("甲", "40", "90"), "甲 90/40/30/75 办得好。 ?\n"},
    {"broken within a sentence",
     "1. 热线项目绩效自评情况：根据年初设定\n\n的绩效目标，项目绩效自评得分为 90 分。项目全年预\n算数为 40 "
     "万元，执行数为 30 万元，完成预算的 75%。办\n得好。",
     "热线 90/40/30/75 办得好。 ?\n"},
    {"broken behind a complete sentence", ITEM("热线", "40", "90") "\n下一步：改进。\n",
     "热线 90/40/30/75 办得好。下一步：改进。 ?\n"},
    {"a heading ends an item", ITEM("热线", "40", "90") "\n（二）其他\n第二部分 说明\n",
     "热线 90/40/30/75 办得好。 ?\n"},
    {"a table ends an item", ITEM("热线", "40", "90") "\n| a | b |\n说明", "热线 90/40/30/75 办得好。 ?\n"},
    {"two items", "1. " ITEM("甲", "40", "90") "\n2. " ITEM("乙", "50", "91"),
     "甲 90/40/30/75 办得好。 ?\n乙 91/50/30/75 办得好。 ?\n"},
    {"without the phrase behind the name", "甲，项目自评得分为90分，全年预算数为40万元，执行数为30万元。",
     "甲 90/40/30/ ?\n"},
    {"money in yuan", "甲项目绩效自评情况：自评得分为90分，全年预算数为400000元。", "甲 90/400000元// ?\n"},
    {"no figure behind the phrase", "各项目绩效自评得分为优。", ""},
    {"the statement", "其中，二级项目 15 个，共涉及资金 400.19 万元，占一般公共预算项目支出总额的 42.46%。",
     "15 400.19 42.46  万元\n"},
    {"with project spending", "基本支出 1 万元；项目支出 942.48 万元。二级项目15个，共涉及资金400.19万元，占42.46%。",
     "15 400.19 42.46 942.48 万元\n"},
    {"spending that differs", "项目支出 942.48 万元。项目支出 900 万元。项目15个，共涉及资金400.19万元，占42.46%。",
     "15 400.19 42.46  万元 unclear\n"},
    {"spending of something else", "一般公共预算项目支出 942.48 万元。项目15个，共涉及资金400.19万元。",
     "15 400.19   万元\n"},
    {"no project", "组织对 0 个项目开展绩效自评，共涉及资金 0.00 万元。", ""},
    {"the second sentence is about none", "项目15个，共涉及资金4万元。项目0个，共涉及资金0万元。", "15 4   万元\n"},
    {"two statements", "项目15个，共涉及资金4万元。项目3个，共涉及资金1万元。", "15 4   万元 unclear\n"},
    {"in cells of a table beside the name",
     FORM("热线", "40",
          "90") "| 序号 | 项目名称 | 自评情况 |\n| 1 | 热线 | 项目绩效自评得分为 90 分。项目全年预算数为 40 "
                "万元，执行数为 30 万元，完成预算的 75%。办得好。 |\n| 2 | 网站 | 项目绩效自评得分为 80 分。 |\n",
     "热线 90/40/30/75 办得好。 =热线\n网站 80/// ?\n"},
    {"all in one cell",
     FORM("热线", "40", "90")
         FORM("网站", "50", "80") "| 情况 |\n| 一、自评情况 组织对 2 个项目开展自评，共涉及资金 90 万元，占 5%。 "
                                  "1. " ITEM("热线", "40", "90") " 2. " ITEM("网站", "50", "80") " 二、其他 |\n",
     "热线 90/40/30/75 办得好。 =热线\n网站 80/50/30/75 办得好。 =网站\n2 90 5  万元\n"},
    {"below the form in its table",
     "| 项目名称 | 热线 | | | |\n| 三级指标 | 指标值 | 完成值 | 权重 | 得分 |\n| 培训 | 10次 | 9次 | 20 | 18 |\n| 总分 "
     "| | | | 90 |\n"
     "| " ITEM("热线", "40", "90") " | | | | |\n| 注：自评得分由单位填写。 | | | | |\n",
     "热线 90/40/30/75 办得好。 =热线\n"},
};

static void add_item(struct text_line *text, const struct fuhe_narrative *item) {
    const struct fuhe_disclosed *disclosed = &item->disclosed;
    const struct fuhe_cell *cells[] = {&disclosed->total, &disclosed->budget, &disclosed->executed, &disclosed->rate,
                                       &disclosed->text};

    text_line_add(text, disclosed->name.text);
    for (size_t i = 0; i < 5; i++) {
        const bool parted = i > 0 && i < 4;
        if (i < 4 || cells[i]->text.length > 0) {
            text_line_add(text, parted ? FUHE_TEXT("/") : FUHE_TEXT(" "));
        }
        text_line_add(text, cells[i]->text);
    }
    text_line_add(text, item->form == NULL ? FUHE_TEXT(" ?") : (item->by_figures ? FUHE_TEXT(" ~") : FUHE_TEXT(" =")));
    text_line_add(text, item->form == NULL ? FUHE_TEXT("") : item->form->form.project.text);
    text_line_add(text, FUHE_TEXT("\n"));
}

static void add_statement(struct text_line *text, const struct fuhe_recognition *recognition) {
    const struct fuhe_statement *statement = &recognition->document.statement;
    const struct fuhe_cell *cells[] = {&statement->projects, &statement->funds, &statement->share, &statement->spending,
                                       &statement->unit};

    for (size_t i = 0; statement->present && i < 5; i++) {
        text_line_add(text, i > 0 ? FUHE_TEXT(" ") : FUHE_TEXT(""));
        text_line_add(text, cells[i]->text);
    }
    text_line_add(text, recognition->statement_is_unclear ? FUHE_TEXT(" unclear") : FUHE_TEXT(""));
    text_line_add(text, statement->present ? FUHE_TEXT("\n") : FUHE_TEXT(""));
}

static void prose_is_read(void **state) {
    const struct prose_case *row = *state;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_words *words = fuhe_words_new();
    struct fuhe_intake intake;
    struct fuhe_error error = {0};
    struct text_line text = {.bytes = ""};

    assert_int_equal(fuhe_intake_read(fuhe_text_of(row->text), words, arena, &intake, &error), FUHE_STATUS_OK);
    for (size_t i = 0; i < intake.recognition.narrative_count; i++) {
        add_item(&text, &intake.recognition.narratives[i]);
    }
    add_statement(&text, &intake.recognition);
    assert_string_equal(text.bytes, row->expected);
    fuhe_words_free(words);
    fuhe_arena_free(arena);
}

int main(void) {
    return RUN_CASES("narrative", prose_cases, prose_is_read);
}
