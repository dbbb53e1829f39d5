/* SPDX-License-Identifier: Apache-2.0 */
/* The form as a table of a text document, with its title above it, and the instructions behind the last one. */
#include <stdio.h>

#include "blank/text.h"

enum { HEAD_HEIGHT = 440, ROW_HEIGHT = 520, GOAL_HEIGHT = 1300, FIRST_FIGURE = 3 };

/* Line of the table where the money has its total; its weight is the sixth cell of that row, its score the eighth. */
enum { FUND_LINE = 4 };

static struct fuhe_text_cell label(uint32_t column, uint32_t span) {
    return (struct fuhe_text_cell){.column = column, .span = span, .label = true};
}

static struct fuhe_text_cell entry(uint32_t column, uint32_t span) {
    return (struct fuhe_text_cell){.column = column, .span = span, .left = true};
}

static struct fuhe_text_cell middle(uint32_t column, uint32_t span) {
    return (struct fuhe_text_cell){.column = column, .span = span};
}

static uint32_t columns_of(const struct fuhe_text_form *form) {
    return fuhe_blank_column_count(form->blank);
}

/* The first column of a block; its word stands in the first row. */
static void put_block(struct fuhe_text_form *form, uint32_t column, bool first, const char *text) {
    struct fuhe_text_cell cell = label(column, 1);

    cell.merge = first ? FUHE_MERGE_FIRST : FUHE_MERGE_ON;
    fuhe_text_put(form, cell, first ? text : "");
}

static void write_head(struct fuhe_text_form *form) {
    const uint32_t count = columns_of(form);

    fuhe_text_open_row(form, HEAD_HEIGHT);
    fuhe_text_put(form, label(0, 2), "项目名称");
    fuhe_text_put(form, entry(2, count - 2), "");
    fuhe_text_close_row(form);
    fuhe_text_open_row(form, HEAD_HEIGHT);
    fuhe_text_put(form, label(0, 2), "主管部门");
    fuhe_text_put(form, entry(2, 2), "");
    fuhe_text_put(form, label(4, 1), "实施单位");
    fuhe_text_put(form, entry(5, count - 5), "");
    fuhe_text_close_row(form);
}

/* --- money ------------------------------------------------------------------------------------------------------- */

static uint32_t figure_span(const struct fuhe_text_form *form, uint32_t figure) {
    return figure + 1 == FUHE_BLANK_FIGURES ? columns_of(form) - FIRST_FIGURE - figure : 1;
}

static void write_fund(struct fuhe_text_form *form, uint32_t fund) {
    char weight[FUHE_DECIMAL_TEXT_SIZE];

    (void)fuhe_decimal_format(form->blank->request.pack->execution.weight, 0, weight);
    const char *const total[FUHE_BLANK_FIGURES] = {"", "", "", weight, "", ""};
    const char *const part[FUHE_BLANK_FIGURES] = {"", "", "", "—", "", "—"};

    fuhe_text_open_row(form, HEAD_HEIGHT);
    put_block(form, 0, false, "");
    fuhe_text_put(form, label(1, 2), fuhe_blank_funds[fund]);
    for (uint32_t i = 0; i < FUHE_BLANK_FIGURES; i++) {
        fuhe_text_put(form, middle(FIRST_FIGURE + i, figure_span(form, i)), (fund == 0 ? total : part)[i]);
    }
    fuhe_text_close_row(form);
}

static void write_funds(struct fuhe_text_form *form) {
    fuhe_text_open_row(form, HEAD_HEIGHT);
    put_block(form, 0, true, "资金\n情况\n(万元)");
    fuhe_text_put(form, label(1, 2), "资金来源");
    for (uint32_t i = 0; i < FUHE_BLANK_FIGURES; i++) {
        fuhe_text_put(form, label(FIRST_FIGURE + i, figure_span(form, i)), fuhe_blank_figures[i]);
    }
    fuhe_text_close_row(form);
    for (uint32_t fund = 0; fund < FUHE_BLANK_FUNDS; fund++) {
        write_fund(form, fund);
    }
}

static void write_goal(struct fuhe_text_form *form) {
    const uint32_t count = columns_of(form);

    fuhe_text_open_row(form, HEAD_HEIGHT);
    put_block(form, 0, true, "年度\n总体\n目标");
    fuhe_text_put(form, label(1, 4), "预期目标");
    fuhe_text_put(form, label(5, count - 5), "实际完成情况");
    fuhe_text_close_row(form);
    fuhe_text_open_row(form, GOAL_HEIGHT);
    put_block(form, 0, false, "");
    fuhe_text_put(form, entry(1, 4), "");
    fuhe_text_put(form, entry(5, count - 5), "");
    fuhe_text_close_row(form);
}

/* --- indicators -------------------------------------------------------------------------------------------------- */

static void write_indicator(struct fuhe_text_form *form, const struct fuhe_blank_group *group, uint32_t row) {
    fuhe_text_open_row(form, ROW_HEIGHT);
    put_block(form, FUHE_BLANK_BLOCK, false, "");
    fuhe_blank_level1(group, form->text);
    put_block(form, FUHE_BLANK_LEVEL1, row == 0, form->text);
    fuhe_text_open_cell(form, middle(FUHE_BLANK_LEVEL2, 1));
    fuhe_text_choice(form, fuhe_blank_columns[FUHE_BLANK_LEVEL2].heading, group->level2, group->level2_count,
                     fuhe_blank_level2(group, row));
    fuhe_text_close_cell(form);
    for (uint32_t column = FUHE_BLANK_NAME; column < columns_of(form); column++) {
        const bool text =
            column == FUHE_BLANK_NAME || column == FUHE_BLANK_REASON || column == FUHE_BLANK_REVIEWED_REASON;
        fuhe_text_put(form, text ? entry(column, 1) : middle(column, 1), "");
    }
    fuhe_text_close_row(form);
}

static void write_indicators(struct fuhe_text_form *form) {
    fuhe_text_open_row(form, ROW_HEIGHT);
    put_block(form, FUHE_BLANK_BLOCK, true, fuhe_blank_columns[FUHE_BLANK_BLOCK].heading);
    for (uint32_t column = FUHE_BLANK_LEVEL1; column < columns_of(form); column++) {
        fuhe_text_put(form, label(column, 1), fuhe_blank_columns[column].heading);
    }
    fuhe_text_close_row(form);
    for (uint32_t i = 0; i < form->blank->group_count; i++) {
        for (uint32_t row = 0; row < form->blank->groups[i].rows; row++) {
            write_indicator(form, &form->blank->groups[i], row);
        }
    }
}

/* --- end --------------------------------------------------------------------------------------------------------- */

/* Fields call cells by letter and line: in rows of indicators the weight is the seventh cell, the score the eighth. */
static void write_sum(struct fuhe_text_form *form, uint32_t column, const char *formula) {
    fuhe_text_open_cell(form, label(column, 1));
    fuhe_text_field(form, formula, "");
    fuhe_text_close_cell(form);
}

static void write_total(struct fuhe_text_form *form) {
    const uint32_t last = form->line;
    const uint32_t first = last - form->blank->rows + 1;
    const uint32_t count = columns_of(form);
    char whole[FUHE_DECIMAL_TEXT_SIZE];
    char weights[64];
    char scores[64];
    char texts[3][FUHE_BLANK_TEXT_SIZE];

    (void)fuhe_decimal_format(form->blank->request.pack->full_marks, 0, whole);
    (void)snprintf(weights, sizeof weights, " =SUM(G%u:G%u)+F%u ", (unsigned)first, (unsigned)last, FUND_LINE);
    (void)snprintf(scores, sizeof scores, " =SUM(H%u:H%u)+H%u ", (unsigned)first, (unsigned)last, FUND_LINE);
    (void)snprintf(texts[0], sizeof texts[0], "　√ 权重合计为%s", whole);
    (void)snprintf(texts[1], sizeof texts[1], "　× 权重合计应为%s，现为", whole);
    (void)snprintf(texts[2], sizeof texts[2], "合计应为%s分\n（按F9合计）", whole);
    fuhe_text_open_row(form, ROW_HEIGHT);
    fuhe_text_put(form, label(0, FUHE_BLANK_WEIGHT), "总分");
    write_sum(form, FUHE_BLANK_WEIGHT, weights);
    write_sum(form, FUHE_BLANK_SCORE, scores);
    fuhe_text_open_cell(form, entry(FUHE_BLANK_REASON, count - FUHE_BLANK_REASON));
    fuhe_text_run(form, texts[2], false);
    fuhe_text_compare(form, &(struct fuhe_text_comparison){weights, whole, texts[0], texts[1]});
    fuhe_text_close_cell(form);
    fuhe_text_close_row(form);
}

static void write_review(struct fuhe_text_form *form) {
    enum { CHOICES_MAX = 8 };
    const struct fuhe_pack *pack = form->blank->request.pack;
    char texts[CHOICES_MAX + 1][FUHE_BLANK_TEXT_SIZE];
    const char *choices[CHOICES_MAX + 1];
    size_t count = 0;

    fuhe_blank_grades(pack, pack->grade_count, texts[0]);
    choices[count++] = texts[0];
    for (size_t i = 0; i < pack->grade_count && i < CHOICES_MAX; i++, count++) {
        fuhe_blank_grades(pack, i, texts[count]);
        choices[count] = texts[count];
    }
    fuhe_text_open_row(form, ROW_HEIGHT);
    fuhe_text_put(form, label(0, 2), "偏差率（%）");
    fuhe_text_put(form, middle(2, 2), "");
    fuhe_text_put(form, label(4, 1), "复核档次");
    fuhe_text_open_cell(form, middle(5, columns_of(form) - 5));
    fuhe_text_choice(form, "复核档次", choices, count, texts[0]);
    fuhe_text_close_cell(form);
    fuhe_text_close_row(form);
}

/* --- table ------------------------------------------------------------------------------------------------------- */

static void write_border(struct fuhe_text_form *form, const char *edge) {
    fuhe_xml_writer_open(form->writer, edge);
    fuhe_xml_writer_attribute_string(form->writer, "w:val", "single");
    fuhe_xml_writer_attribute_string(form->writer, "w:sz", "4");
    fuhe_xml_writer_attribute_string(form->writer, "w:space", "0");
    fuhe_xml_writer_attribute_string(form->writer, "w:color", "auto");
    fuhe_xml_writer_close(form->writer);
}

static void write_margins(struct fuhe_text_form *form) {
    static const char *const sides[] = {"w:left", "w:right"};

    fuhe_xml_writer_open(form->writer, "w:tblCellMar");
    for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++) {
        fuhe_xml_writer_open(form->writer, sides[i]);
        fuhe_xml_writer_attribute_string(form->writer, "w:w", "60");
        fuhe_xml_writer_attribute_string(form->writer, "w:type", "dxa");
        fuhe_xml_writer_close(form->writer);
    }
    fuhe_xml_writer_close(form->writer);
}

static void write_table_properties(struct fuhe_text_form *form) {
    static const char *const edges[] = {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"};

    fuhe_xml_writer_open(form->writer, "w:tblPr");
    fuhe_xml_writer_open(form->writer, "w:tblW");
    fuhe_xml_writer_attribute_string(form->writer, "w:w", "0");
    fuhe_xml_writer_attribute_string(form->writer, "w:type", "auto");
    fuhe_xml_writer_close(form->writer);
    fuhe_text_mark(form, "w:jc", "center");
    fuhe_xml_writer_open(form->writer, "w:tblBorders");
    for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++) {
        write_border(form, edges[i]);
    }
    fuhe_xml_writer_close(form->writer);
    fuhe_xml_writer_open(form->writer, "w:tblLayout");
    fuhe_xml_writer_attribute_string(form->writer, "w:type", "fixed");
    fuhe_xml_writer_close(form->writer);
    write_margins(form);
    fuhe_xml_writer_close(form->writer);
    fuhe_xml_writer_open(form->writer, "w:tblGrid");
    for (uint32_t column = 0; column < columns_of(form); column++) {
        fuhe_text_number(form, "w:gridCol", "w:w", fuhe_text_width(form, column, 1));
    }
    fuhe_xml_writer_close(form->writer);
}

static void write_table(struct fuhe_text_form *form) {
    form->line = 0;
    fuhe_xml_writer_open(form->writer, "w:tbl");
    write_table_properties(form);
    write_head(form);
    write_funds(form);
    write_goal(form);
    write_indicators(form);
    write_total(form);
    if (form->blank->request.has_review) {
        write_review(form);
    }
    fuhe_xml_writer_close(form->writer);
}

/* --- document ---------------------------------------------------------------------------------------------------- */

static void write_paragraph(struct fuhe_text_form *form, const char *style, bool new_page, const char *text) {
    fuhe_xml_writer_open(form->writer, "w:p");
    fuhe_xml_writer_open(form->writer, "w:pPr");
    if (style != NULL) {
        fuhe_text_mark(form, "w:pStyle", style);
    }
    if (new_page) {
        fuhe_text_mark(form, "w:pageBreakBefore", NULL);
    }
    fuhe_text_number(form, "w:spacing", "w:before", style == NULL ? 80 : 0);
    fuhe_xml_writer_close(form->writer);
    fuhe_text_run(form, text, false);
    fuhe_xml_writer_close(form->writer);
}

static void write_instructions(struct fuhe_text_form *form) {
    static const char *const keeper[] = {
        "二级指标和复核档次在下拉列表中选择。",
        "填完后按Ctrl+A全选，再按F9，“总分”一行自动合计分值和得分，并提示权重合计是否相符。", NULL};

    write_paragraph(form, "Title", true, "填报说明");
    for (uint32_t line = 0; fuhe_blank_instruction(form->blank, keeper, line, form->text); line++) {
        write_paragraph(form, NULL, false, form->text);
    }
}

static void write_page(struct fuhe_text_form *form) {
    const bool broad = form->blank->request.has_review;
    enum { SHORT_EDGE = 11906, LONG_EDGE = 16838, MARGIN = 850 };
    static const char *const margins[] = {"w:top", "w:right", "w:bottom", "w:left", "w:header", "w:footer"};
    char number[FUHE_SIZE_TEXT_SIZE];

    fuhe_xml_writer_open(form->writer, "w:sectPr");
    fuhe_xml_writer_open(form->writer, "w:pgSz");
    size_t length = fuhe_size_format(broad ? LONG_EDGE : SHORT_EDGE, number);
    fuhe_xml_writer_attribute(form->writer, "w:w", (fuhe_text){number, length});
    length = fuhe_size_format(broad ? SHORT_EDGE : LONG_EDGE, number);
    fuhe_xml_writer_attribute(form->writer, "w:h", (fuhe_text){number, length});
    if (broad) {
        fuhe_xml_writer_attribute_string(form->writer, "w:orient", "landscape");
    }
    fuhe_xml_writer_close(form->writer);
    fuhe_xml_writer_open(form->writer, "w:pgMar");
    for (size_t i = 0; i < sizeof margins / sizeof margins[0]; i++) {
        length = fuhe_size_format(MARGIN, number);
        fuhe_xml_writer_attribute(form->writer, margins[i], (fuhe_text){number, length});
    }
    fuhe_xml_writer_attribute_string(form->writer, "w:gutter", "0");
    fuhe_xml_writer_close(form->writer);
    fuhe_xml_writer_close(form->writer);
}

enum fuhe_status fuhe_blank_write_document(const struct fuhe_blank *blank, struct fuhe_output *output,
                                           struct fuhe_error *err) {
    struct fuhe_text_form form = {.blank = blank, .writer = fuhe_xml_writer_new(output)};

    if (form.writer == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    fuhe_xml_writer_open(form.writer, "w:document");
    fuhe_xml_writer_attribute_string(form.writer, "xmlns:w",
                                     "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
    fuhe_xml_writer_open(form.writer, "w:body");
    for (uint32_t i = 0; i < blank->request.forms; i++) {
        fuhe_blank_title(blank->request.year, form.text);
        write_paragraph(&form, "Title", i > 0, form.text);
        write_table(&form);
        write_paragraph(&form, NULL, false, fuhe_blank_signature);
    }
    write_instructions(&form);
    write_page(&form);
    fuhe_xml_writer_close(form.writer);
    fuhe_xml_writer_close(form.writer);
    return fuhe_xml_writer_end(form.writer, err);
}
