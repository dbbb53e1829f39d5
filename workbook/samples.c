/* SPDX-License-Identifier: Apache-2.0 */
/* 抽样: the forms to review by hand, by risk and by money, with an empty column for what the review gives. */
#include "report/messages.h"
#include "report/translate.h"
#include "sample/sample_words.h"
#include "workbook/tables.h"

enum column {
    METHOD,
    NUMBER,
    PROJECT,
    DEPARTMENT,
    YEAR,
    BUDGET,
    HITS,
    CERTAIN,
    CLAIMED,
    VERIFIED,
    REVIEWED,
    REMARK,
    DEVIATION,
    GRADE_CLAIMED,
    GRADE,
    RISK,
    WHY,
    FINDINGS,
    FILE_NAME,
    FILE_NUMBER,
    ID,
    COLUMN_COUNT
};

static const struct fuhe_column columns[COLUMN_COUNT] = {
    [METHOD] = {N_("Drawn by"), 9, FUHE_LOOK_WORD},
    [NUMBER] = {N_("No."), 6, FUHE_LOOK_COUNT},
    [PROJECT] = {N_("Project name"), 30, FUHE_LOOK_TEXT},
    [DEPARTMENT] = {N_("Department or unit"), 24, FUHE_LOOK_TEXT},
    [YEAR] = {N_("Year"), 6, FUHE_LOOK_WORD},
    [BUDGET] = {N_("Budget (10,000 yuan)"), 14, FUHE_LOOK_POINTS},
    [HITS] = {N_("Times drawn"), 7, FUHE_LOOK_COUNT},
    [CERTAIN] = {N_("Taken for certain"), 9, FUHE_LOOK_WORD},
    [CLAIMED] = {N_("Claimed score"), 9, FUHE_LOOK_POINTS},
    [VERIFIED] = {N_("Verified score"), 9, FUHE_LOOK_POINTS},
    [REVIEWED] = {N_("Score by hand"), 11, FUHE_LOOK_BLANK},
    [REMARK] = {N_("Remarks of the reviewer"), 24, FUHE_LOOK_BLANK},
    [DEVIATION] = {N_("Deviation"), 9, FUHE_LOOK_SIGNED},
    [GRADE_CLAIMED] = {N_("Claimed grade"), 9, FUHE_LOOK_WORD},
    [GRADE] = {N_("Review grade"), 9, FUHE_LOOK_WORD},
    [RISK] = {N_("Risk"), 7, FUHE_LOOK_COUNT},
    [WHY] = {N_("How the risk adds up"), 40, FUHE_LOOK_TEXT},
    [FINDINGS] = {N_("Findings"), 70, FUHE_LOOK_TEXT},
    [FILE_NAME] = {N_("File"), 34, FUHE_LOOK_TEXT},
    [FILE_NUMBER] = {N_("No. in the file"), 8, FUHE_LOOK_COUNT},
    [ID] = {N_("Form id"), 16, FUHE_LOOK_TEXT},
};

static void write_names(struct fuhe_sheet *sheet, const struct fuhe_sample_item *item, bool by_money) {
    /* Hundredths of a yuan are millionths of ten thousand yuan. */
    const fuhe_decimal budget = {item->budget.fen};

    fuhe_sheet_word(sheet, METHOD, by_money ? _("money") : _("risk"));
    fuhe_sheet_count(sheet, NUMBER, item->page);
    fuhe_sheet_text(sheet, PROJECT, item->project);
    fuhe_sheet_text(sheet, DEPARTMENT, item->department);
    fuhe_sheet_text(sheet, YEAR, item->year);
    fuhe_sheet_decimal(sheet, BUDGET, item->budget.present, budget);
    fuhe_sheet_decimal(sheet, HITS, by_money, FUHE_DECIMAL((int64_t)item->hits));
    fuhe_sheet_word(sheet, CERTAIN, by_money ? fuhe_word(item->certain ? FUHE_WORD_YES : FUHE_WORD_NO) : "");
}

static void write_item(struct fuhe_sheet *sheet, const struct fuhe_sample_item *item, bool by_money) {
    const fuhe_text grade = fuhe_message_choose((struct fuhe_bilingual){item->grade_name, item->grade});

    write_names(sheet, item, by_money);
    fuhe_sheet_decimal(sheet, CLAIMED, item->claimed_points.present, item->claimed_points.value);
    fuhe_sheet_decimal(sheet, VERIFIED, item->verified.present, item->verified.value);
    fuhe_sheet_empty(sheet, REVIEWED);
    fuhe_sheet_empty(sheet, REMARK);
    fuhe_sheet_decimal(sheet, DEVIATION, item->deviation.present, item->deviation.value);
    fuhe_sheet_text(sheet, GRADE_CLAIMED,
                    fuhe_message_choose((struct fuhe_bilingual){item->grade_claimed_name, item->grade_claimed}));
    fuhe_sheet_text(sheet, GRADE, grade);
    fuhe_sheet_count(sheet, RISK, item->risk);
    fuhe_sample_write_risk(item, fuhe_sheet_scratch(sheet));
    fuhe_sheet_put_scratch(sheet, WHY);
    fuhe_sample_write_findings(item, fuhe_sheet_scratch(sheet));
    fuhe_sheet_put_scratch(sheet, FINDINGS);
    fuhe_sheet_word(sheet, FILE_NAME, fuhe_message_file(item->file.bytes));
    fuhe_sheet_count(sheet, FILE_NUMBER, item->number);
    fuhe_sheet_text(sheet, ID, item->id);
    fuhe_sheet_next(sheet);
}

void fuhe_samples_write_sheet(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit, const struct fuhe_sample *samples) {
    fuhe_sheet_add(sheet, kit, FUHE_SHEET_SAMPLE, columns, COLUMN_COUNT,
                   (struct fuhe_sheet_page){PROJECT + 1, GRADE + 1});
    for (size_t i = 0; i < FUHE_SAMPLE_METHOD_COUNT; i++) {
        const bool by_money = samples[i].request.method == FUHE_SAMPLE_MONEY;
        for (size_t j = 0; j < samples[i].count; j++) {
            write_item(sheet, &samples[i].items[j], by_money);
        }
    }
    fuhe_sheet_mark_sign(sheet, DEVIATION);
    fuhe_sheet_finish(sheet);
}
