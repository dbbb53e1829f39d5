/* SPDX-License-Identifier: Apache-2.0 */
/* The form on a sheet, from its title to its last row, as the Ministry lays it out. */
#include <stdio.h>
#include <stdlib.h>

#include "blank/paper.h"

enum { GOAL_HEIGHT = 120, ROW_HEIGHT = 38, HEAD_HEIGHT = 30, TITLE_HEIGHT = 36, CHECK_HEIGHT = 22, FIRST_FIGURE = 3 };

static struct fuhe_paper_area cells(lxw_row_t row, lxw_col_t column, lxw_col_t last_column) {
    return (struct fuhe_paper_area){row, column, row, last_column};
}

static struct fuhe_paper_area block(lxw_row_t row, lxw_row_t last_row, lxw_col_t column) {
    return (struct fuhe_paper_area){row, column, last_row, column};
}

static void put_figure(struct fuhe_paper *paper, lxw_row_t row, lxw_col_t column, fuhe_decimal value) {
    char text[FUHE_DECIMAL_TEXT_SIZE];

    (void)fuhe_decimal_format(value, 0, text);
    fuhe_paper_keep(
        paper, worksheet_write_number(paper->sheet, row, column, strtod(text, NULL), paper->looks[FUHE_LOOK_NUMBER]));
}

static void write_head(struct fuhe_paper *paper) {
    const lxw_col_t last = fuhe_paper_last_column(paper);

    fuhe_blank_title(paper->blank->request.year, paper->text);
    fuhe_paper_put(paper, cells(FUHE_PAPER_TITLE, 0, last), paper->text, FUHE_LOOK_TITLE);
    fuhe_paper_put(paper, cells(FUHE_PAPER_PROJECT, 0, 1), "项目名称", FUHE_LOOK_LABEL);
    fuhe_paper_put(paper, cells(FUHE_PAPER_PROJECT, 2, last), "", FUHE_LOOK_TEXT);
    fuhe_paper_put(paper, cells(FUHE_PAPER_DEPARTMENT, 0, 1), "主管部门", FUHE_LOOK_LABEL);
    fuhe_paper_put(paper, cells(FUHE_PAPER_DEPARTMENT, 2, 3), "", FUHE_LOOK_TEXT);
    fuhe_paper_put(paper, cells(FUHE_PAPER_DEPARTMENT, 4, 4), "实施单位", FUHE_LOOK_LABEL);
    fuhe_paper_put(paper, cells(FUHE_PAPER_DEPARTMENT, 5, last), "", FUHE_LOOK_TEXT);
}

/* --- money ------------------------------------------------------------------------------------------------------- */

/* Figures stand in the columns of the indicators; the last one reaches to the edge. */
static struct fuhe_paper_area figure(const struct fuhe_paper *paper, lxw_row_t row, uint32_t which) {
    const lxw_col_t column = (lxw_col_t)(FIRST_FIGURE + which);

    return cells(row, column, which + 1 == FUHE_BLANK_FIGURES ? fuhe_paper_last_column(paper) : column);
}

static void put_rate(struct fuhe_paper *paper, lxw_row_t row) {
    char formula[FUHE_FORMULA_SIZE];
    const unsigned line = row + 1;

    /* Rounded twice: what is 82.425 may be a little less in a spreadsheet. */
    (void)snprintf(formula, sizeof formula, "=IF(N(E%u)=0,\"\",ROUND(ROUND(N(F%u)/E%u*100,9),2))", line, line, line);
    fuhe_paper_put_formula(paper, figure(paper, row, 4), formula, "", FUHE_LOOK_FORMULA);
}

static void write_fund(struct fuhe_paper *paper, uint32_t fund) {
    const lxw_row_t row = FUHE_PAPER_TOTAL_FUND + fund;
    const bool total = fund == 0;

    fuhe_paper_put(paper, cells(row, 1, 2), fuhe_blank_funds[fund], FUHE_LOOK_LABEL);
    for (uint32_t i = 0; i < 3; i++) {
        fuhe_paper_put(paper, figure(paper, row, i), "", FUHE_LOOK_NUMBER);
    }
    if (total) {
        put_figure(paper, row, FIRST_FIGURE + 3, paper->blank->request.pack->execution.weight);
    } else {
        fuhe_paper_put(paper, figure(paper, row, 3), "—", FUHE_LOOK_NUMBER);
    }
    put_rate(paper, row);
    fuhe_paper_put(paper, figure(paper, row, 5), total ? "" : "—", FUHE_LOOK_NUMBER);
}

static void write_funds(struct fuhe_paper *paper) {
    fuhe_paper_put(paper, block(FUHE_PAPER_FUNDS, FUHE_PAPER_FUNDS + FUHE_BLANK_FUNDS, 0), "资金\n情况\n(万元)",
                   FUHE_LOOK_LABEL);
    fuhe_paper_put(paper, cells(FUHE_PAPER_FUNDS, 1, 2), "资金来源", FUHE_LOOK_LABEL);
    for (uint32_t i = 0; i < FUHE_BLANK_FIGURES; i++) {
        fuhe_paper_put(paper, figure(paper, FUHE_PAPER_FUNDS, i), fuhe_blank_figures[i], FUHE_LOOK_LABEL);
    }
    for (uint32_t fund = 0; fund < FUHE_BLANK_FUNDS; fund++) {
        write_fund(paper, fund);
    }
}

static void write_goal(struct fuhe_paper *paper) {
    const lxw_col_t last = fuhe_paper_last_column(paper);

    fuhe_paper_put(paper, block(FUHE_PAPER_GOAL, FUHE_PAPER_GOAL_TEXT, 0), "年度\n总体\n目标", FUHE_LOOK_LABEL);
    fuhe_paper_put(paper, cells(FUHE_PAPER_GOAL, 1, 4), "预期目标", FUHE_LOOK_LABEL);
    fuhe_paper_put(paper, cells(FUHE_PAPER_GOAL, 5, last), "实际完成情况", FUHE_LOOK_LABEL);
    fuhe_paper_put(paper, cells(FUHE_PAPER_GOAL_TEXT, 1, 4), "", FUHE_LOOK_TEXT);
    fuhe_paper_put(paper, cells(FUHE_PAPER_GOAL_TEXT, 5, last), "", FUHE_LOOK_TEXT);
}

/* --- indicators -------------------------------------------------------------------------------------------------- */

static enum fuhe_paper_look look_of(lxw_col_t column) {
    switch (column) {
    case FUHE_BLANK_WEIGHT:
    case FUHE_BLANK_SCORE:
    case FUHE_BLANK_REVIEWED_SCORE:
        return FUHE_LOOK_NUMBER;
    case FUHE_BLANK_LEVEL2:
    case FUHE_BLANK_TARGET:
    case FUHE_BLANK_ACTUAL:
        return FUHE_LOOK_WORD;
    default:
        return FUHE_LOOK_TEXT;
    }
}

static void write_group(struct fuhe_paper *paper, const struct fuhe_blank_group *group) {
    const lxw_row_t first = FUHE_PAPER_INDICATORS + group->first;

    fuhe_blank_level1(group, paper->text);
    fuhe_paper_put(paper, block(first, first + group->rows - 1, FUHE_BLANK_LEVEL1), paper->text, FUHE_LOOK_LABEL);
    for (uint32_t i = 0; i < group->rows; i++) {
        fuhe_paper_put(paper, cells(first + i, FUHE_BLANK_LEVEL2, FUHE_BLANK_LEVEL2), fuhe_blank_level2(group, i),
                       FUHE_LOOK_WORD);
        for (lxw_col_t column = FUHE_BLANK_NAME; column <= fuhe_paper_last_column(paper); column++) {
            fuhe_paper_put(paper, cells(first + i, column, column), "", look_of(column));
        }
        fuhe_paper_keep(paper, worksheet_set_row(paper->sheet, first + i, ROW_HEIGHT, NULL));
    }
}

static void write_indicators(struct fuhe_paper *paper) {
    const lxw_row_t total = fuhe_paper_total_row(paper);

    fuhe_paper_put(paper, block(FUHE_PAPER_HEADER, total - 1, 0), fuhe_blank_columns[0].heading, FUHE_LOOK_LABEL);
    for (lxw_col_t column = 1; column <= fuhe_paper_last_column(paper); column++) {
        fuhe_paper_put(paper, cells(FUHE_PAPER_HEADER, column, column), fuhe_blank_columns[column].heading,
                       FUHE_LOOK_LABEL);
    }
    for (uint32_t i = 0; i < paper->blank->group_count; i++) {
        write_group(paper, &paper->blank->groups[i]);
    }
}

/* --- end --------------------------------------------------------------------------------------------------------- */

static void write_end(struct fuhe_paper *paper) {
    const lxw_row_t row = fuhe_paper_total_row(paper);
    const lxw_col_t last = fuhe_paper_last_column(paper);
    const struct fuhe_pack *pack = paper->blank->request.pack;

    fuhe_paper_put(paper, cells(row, 0, FUHE_BLANK_WEIGHT - 1), "总分", FUHE_LOOK_LABEL);
    for (lxw_col_t column = FUHE_BLANK_REASON; column <= last; column++) {
        fuhe_paper_put(paper, cells(row, column, column), "", look_of(column));
    }
    if (!paper->blank->request.has_review) {
        return;
    }
    fuhe_blank_grades(pack, pack->grade_count, paper->text);
    fuhe_paper_put(paper, cells(row + 1, 0, 1), "偏差率（%）", FUHE_LOOK_LABEL);
    fuhe_paper_put(paper, cells(row + 1, 2, 3), "", FUHE_LOOK_NUMBER);
    fuhe_paper_put(paper, cells(row + 1, 4, 4), "复核档次", FUHE_LOOK_LABEL);
    fuhe_paper_put(paper, cells(row + 1, 5, last), paper->text, FUHE_LOOK_WORD);
}

/* --- page -------------------------------------------------------------------------------------------------------- */

static void set_heights(struct fuhe_paper *paper) {
    const lxw_row_t end = fuhe_paper_total_row(paper) + (paper->blank->request.has_review ? 1 : 0);

    for (lxw_row_t row = FUHE_PAPER_PROJECT; row < FUHE_PAPER_INDICATORS; row++) {
        fuhe_paper_keep(paper, worksheet_set_row(paper->sheet, row, HEAD_HEIGHT, NULL));
    }
    for (lxw_row_t row = end; row >= fuhe_paper_total_row(paper); row--) {
        fuhe_paper_keep(paper, worksheet_set_row(paper->sheet, row, HEAD_HEIGHT, NULL));
    }
    fuhe_paper_keep(paper, worksheet_set_row(paper->sheet, FUHE_PAPER_CHECKS, CHECK_HEIGHT, NULL));
    fuhe_paper_keep(paper, worksheet_set_row(paper->sheet, FUHE_PAPER_GROUPS, CHECK_HEIGHT, NULL));
    fuhe_paper_keep(paper, worksheet_set_row(paper->sheet, FUHE_PAPER_TITLE, TITLE_HEIGHT, NULL));
    fuhe_paper_keep(paper, worksheet_set_row(paper->sheet, FUHE_PAPER_GOAL_TEXT, GOAL_HEIGHT, NULL));
    fuhe_paper_keep(paper, worksheet_set_row(paper->sheet, FUHE_PAPER_FUNDS, ROW_HEIGHT, NULL));
    fuhe_paper_keep(paper, worksheet_set_row(paper->sheet, FUHE_PAPER_HEADER, ROW_HEIGHT, NULL));
}

/* One page across; the checks above the form stay in view and do not go on paper. */
static void set_page(struct fuhe_paper *paper) {
    enum { ROWS_OF_A_PAGE = 20 };
    const lxw_col_t last = fuhe_paper_last_column(paper);
    const bool has_review = paper->blank->request.has_review;

    for (lxw_col_t column = 0; column <= last; column++) {
        fuhe_paper_keep(paper, worksheet_set_column(paper->sheet, column, column, fuhe_blank_columns[column].digits,
                                                    paper->looks[FUHE_LOOK_OPEN]));
    }
    fuhe_paper_keep(paper, worksheet_set_column(paper->sheet, (lxw_col_t)(last + 1), LXW_COL_MAX - 1, 9,
                                                paper->looks[FUHE_LOOK_OPEN]));
    worksheet_set_paper(paper->sheet, FUHE_PAPER_A4);
    worksheet_set_margins(paper->sheet, 0.4, 0.4, 0.6, 0.7);
    worksheet_fit_to_pages(paper->sheet, 1, paper->blank->rows <= ROWS_OF_A_PAGE ? 1 : 0);
    worksheet_center_horizontally(paper->sheet);
    fuhe_paper_keep(paper, worksheet_repeat_rows(paper->sheet, FUHE_PAPER_HEADER, FUHE_PAPER_HEADER));
    fuhe_paper_keep(paper, worksheet_print_area(paper->sheet, FUHE_PAPER_TITLE, 0,
                                                fuhe_paper_total_row(paper) + (has_review ? 1 : 0), last));
    (void)snprintf(paper->text, sizeof paper->text, "&L&9%s", fuhe_blank_signature);
    fuhe_paper_keep(paper, worksheet_set_footer(paper->sheet, paper->text));
    worksheet_freeze_panes(paper->sheet, FUHE_PAPER_TITLE, 0);
}

static void protect(struct fuhe_paper *paper) {
    lxw_protection allowed = {.format_cells = 1,
                              .format_columns = 1,
                              .format_rows = 1,
                              .insert_columns = 1,
                              .insert_rows = 1,
                              .insert_hyperlinks = 1,
                              .delete_columns = 1,
                              .delete_rows = 1,
                              .sort = 1,
                              .autofilter = 1};

    worksheet_protect(paper->sheet, NULL, &allowed);
}

void fuhe_paper_write(struct fuhe_paper *paper) {
    set_page(paper);
    set_heights(paper);
    write_head(paper);
    write_funds(paper);
    write_goal(paper);
    write_indicators(paper);
    write_end(paper);
    fuhe_paper_write_checks(paper);
    fuhe_paper_write_entries(paper);
    protect(paper);
}
