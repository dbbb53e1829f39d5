/* SPDX-License-Identifier: Apache-2.0 */
/* Sums, and messages above the form that change while it is filled in: do the weights close, as a whole and by group,
 * is a score above its weight, do the sources of money add up. */
#include <stdio.h>
#include <string.h>

#include "blank/paper.h"

#define CHECKS_BAD "×"
#define CHECKS_GOOD "√"
#define CHECKS_DOUBTFUL "！"

/* Lines of the sheet, from 1, as formulas count. */
struct lines {
    unsigned first; /* of the indicators */
    unsigned last;
    unsigned fund; /* the total of the money */
};

static struct lines lines_of(const struct fuhe_paper *paper) {
    return (struct lines){FUHE_PAPER_INDICATORS + 1, fuhe_paper_total_row(paper), FUHE_PAPER_TOTAL_FUND + 1};
}

static struct fuhe_paper_area cells(lxw_row_t row, lxw_col_t column, lxw_col_t last_column) {
    return (struct fuhe_paper_area){row, column, row, last_column};
}

/* --- sums of the form -------------------------------------------------------------------------------------------- */

static void write_sums(struct fuhe_paper *paper) {
    char formula[FUHE_FORMULA_SIZE];
    const struct lines at = lines_of(paper);
    const lxw_row_t row = fuhe_paper_total_row(paper);

    (void)snprintf(formula, sizeof formula, "=IF(COUNT(G%u:G%u)=0,\"\",ROUND(SUM(G%u:G%u)+N(G%u),6))", at.first,
                   at.last, at.first, at.last, at.fund);
    fuhe_paper_put_formula(paper, cells(row, FUHE_BLANK_WEIGHT, FUHE_BLANK_WEIGHT), formula, "", FUHE_LOOK_FORMULA);
    (void)snprintf(formula, sizeof formula, "=IF(COUNT(H%u:H%u)=0,\"\",ROUND(SUM(H%u:H%u)+N(I%u),6))", at.first,
                   at.last, at.first, at.last, at.fund);
    fuhe_paper_put_formula(paper, cells(row, FUHE_BLANK_SCORE, FUHE_BLANK_SCORE), formula, "", FUHE_LOOK_FORMULA);
}

/* --- weights ----------------------------------------------------------------------------------------------------- */

static void write_weight_check(struct fuhe_paper *paper) {
    const struct lines at = lines_of(paper);
    const struct fuhe_pack *pack = paper->blank->request.pack;
    const unsigned total = fuhe_paper_total_row(paper) + 1;
    char whole[FUHE_DECIMAL_TEXT_SIZE];
    char weight[FUHE_DECIMAL_TEXT_SIZE];
    char formula[FUHE_FORMULA_SIZE];

    (void)fuhe_decimal_format(pack->full_marks, 0, whole);
    (void)fuhe_decimal_format(pack->execution.weight, 0, weight);
    (void)snprintf(paper->text, sizeof paper->text, "请填写各指标分值，连同预算执行率%s分，合计应为%s", weight, whole);
    (void)snprintf(formula, sizeof formula,
                   "=IF(COUNT(G%u:G%u)=0,\"%s\",IF(G%u=%s,\"" CHECKS_GOOD " 权重合计为%s\",\"" CHECKS_BAD
                   " 权重合计应为%s，现为\"&G%u))",
                   at.first, at.last, paper->text, total, whole, whole, whole, total);
    fuhe_paper_put_formula(paper, cells(FUHE_PAPER_CHECKS, 1, 4), formula, paper->text, FUHE_LOOK_CHECK);
}

static void write_group_check(struct fuhe_paper *paper, uint32_t which, struct fuhe_paper_area area) {
    const struct fuhe_blank_group *group = &paper->blank->groups[which];
    const struct lines at = lines_of(paper);
    const unsigned first = at.first + group->first;
    char weight[FUHE_DECIMAL_TEXT_SIZE];
    char sum[64];
    char formula[FUHE_FORMULA_SIZE];

    (void)fuhe_decimal_format(group->weight, 0, weight);
    (void)snprintf(sum, sizeof sum, "ROUND(SUM(G%u:G%u),6)", first, first + group->rows - 1);
    (void)snprintf(paper->text, sizeof paper->text, "%s%s分", group->level1, weight);
    (void)snprintf(formula, sizeof formula,
                   "=IF(COUNT(G%u:G%u)=0,\"%s\",IF(%s=%s,\"" CHECKS_GOOD " %s\",\"" CHECKS_DOUBTFUL
                   " %s应为%s分，现为\"&%s))",
                   at.first, at.last, paper->text, sum, weight, paper->text, group->level1, weight, sum);
    fuhe_paper_put_formula(paper, area, formula, paper->text, FUHE_LOOK_CHECK);
}

/* A formula cannot hold a word with quotation marks as it is. */
static bool has_check(const struct fuhe_blank_group *group) {
    return group->weight.scaled > 0 && strchr(group->level1, '"') == NULL;
}

static void write_group_checks(struct fuhe_paper *paper) {
    static const struct {
        lxw_col_t column;
        lxw_col_t last_column;
    } places[FUHE_CATEGORY_COUNT] = {{1, 2}, {3, 3}, {4, 5}, {6, 8}};
    const lxw_col_t last = fuhe_paper_last_column(paper);

    fuhe_paper_put(paper, (struct fuhe_paper_area){FUHE_PAPER_CHECKS, 0, FUHE_PAPER_GROUPS, 0}, "填表\n检查",
                   FUHE_LOOK_CHECK);
    for (uint32_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        const struct fuhe_paper_area area =
            cells(FUHE_PAPER_GROUPS, places[i].column, i + 1 == FUHE_CATEGORY_COUNT ? last : places[i].last_column);
        if (i < paper->blank->group_count && has_check(&paper->blank->groups[i])) {
            write_group_check(paper, i, area);
        } else {
            fuhe_paper_put(paper, area, "", FUHE_LOOK_CHECK);
        }
    }
}

/* --- scores and money -------------------------------------------------------------------------------------------- */

static void write_score_check(struct fuhe_paper *paper) {
    const struct lines at = lines_of(paper);
    const unsigned part = at.fund + 1;
    const unsigned last = at.fund + FUHE_BLANK_FUNDS - 1;
    char over[256];
    char sums[512] = "";
    char formula[FUHE_FORMULA_SIZE];
    size_t length = 0;

    (void)snprintf(over, sizeof over, "SUMPRODUCT(ISNUMBER(H%u:H%u)*ISNUMBER(G%u:G%u)*(H%u:H%u>G%u:G%u))", at.first,
                   at.last, at.first, at.last, at.first, at.last, at.first, at.last);
    for (char column = 'D'; column <= 'F'; column++) {
        length += (size_t)snprintf(sums + length, sizeof sums - length,
                                   "%sAND(COUNT(%c%u)=1,COUNT(%c%u:%c%u)>0,ROUND(SUM(%c%u:%c%u)-%c%u,6)<>0)",
                                   column == 'D' ? "" : ",", column, at.fund, column, part, column, last, column, part,
                                   column, last, column, at.fund);
    }
    (void)snprintf(formula, sizeof formula,
                   "=IF(%s>0,\"" CHECKS_BAD " 有\"&%s&\"项得分超过分值\",IF(OR(%s),\"" CHECKS_DOUBTFUL
                   " 各项资金之和不等于年度资金总额\",IF(COUNT(H%u:H%u)=0,\"\",\"" CHECKS_GOOD " 得分均不超过分值\")))",
                   over, over, sums, at.first, at.last);
    fuhe_paper_put_formula(paper, cells(FUHE_PAPER_CHECKS, 5, fuhe_paper_last_column(paper)), formula, "",
                           FUHE_LOOK_CHECK);
}

/* --- colours ----------------------------------------------------------------------------------------------------- */

static void mark(struct fuhe_paper *paper, struct fuhe_paper_area area, const char *formula,
                 enum fuhe_paper_mark look) {
    lxw_conditional_format format = {
        .type = LXW_CONDITIONAL_TYPE_FORMULA, .value_string = (char *)(uintptr_t)formula, .format = paper->marks[look]};

    fuhe_paper_keep(paper, worksheet_conditional_format_range(paper->sheet, area.row, area.column, area.last_row,
                                                              area.last_column, &format));
}

static void write_marks(struct fuhe_paper *paper) {
    const struct lines at = lines_of(paper);
    const struct fuhe_paper_area messages = {FUHE_PAPER_CHECKS, 1, FUHE_PAPER_GROUPS, fuhe_paper_last_column(paper)};
    const struct fuhe_paper_area scores = {at.first - 1, FUHE_BLANK_SCORE, at.last - 1, FUHE_BLANK_SCORE};
    char formula[256];

    mark(paper, messages, "=LEFT(B1,1)=\"" CHECKS_GOOD "\"", FUHE_MARK_GOOD);
    mark(paper, messages, "=LEFT(B1,1)=\"" CHECKS_DOUBTFUL "\"", FUHE_MARK_DOUBTFUL);
    mark(paper, messages, "=LEFT(B1,1)=\"" CHECKS_BAD "\"", FUHE_MARK_BAD);
    (void)snprintf(formula, sizeof formula, "=AND(ISNUMBER(H%u),ISNUMBER(G%u),H%u>G%u)", at.first, at.first, at.first,
                   at.first);
    mark(paper, scores, formula, FUHE_MARK_BAD);
}

void fuhe_paper_write_checks(struct fuhe_paper *paper) {
    write_sums(paper);
    write_weight_check(paper);
    write_group_checks(paper);
    write_score_check(paper);
    write_marks(paper);
}
