/* SPDX-License-Identifier: Apache-2.0 */
/* The workbook: as many sheets with a form as were asked for, and one that says how to fill them in. The library writes
 * to a file only, which is read back. Nothing in it tells when it was made. */
#include <stdio.h>

#include "blank/paper.h"
#include "report/width.h"

enum { FIXED_DATE = 1577836800 /* of creation, which the format asks for: 2020-01-01 */ };

static const char *const keeper[] = {
    "二级指标、定性结果可在下拉列表中选择；灰色单元格为公式，自动计算，其余单元格均可填写和修改。",
    "表格上方的“填表检查”随填随查：红色须改正，黄色须说明，绿色为相符。打印时不出现。", NULL};

static void write_instructions(struct fuhe_paper *paper) {
    enum { COLUMN_DIGITS = 78, LINE_DIGITS = 82, LINE_HEIGHT = 18 };
    lxw_row_t row = 1;

    paper->sheet = workbook_add_worksheet(paper->file, "填报说明");
    if (paper->sheet == NULL) {
        paper->status = FUHE_STATUS_NO_MEMORY;
        return;
    }
    fuhe_paper_keep(paper, worksheet_set_column(paper->sheet, 0, 0, COLUMN_DIGITS, NULL));
    fuhe_paper_put(paper, (struct fuhe_paper_area){0}, "填报说明", FUHE_LOOK_HEADING);
    fuhe_paper_keep(paper, worksheet_set_row(paper->sheet, 0, 2 * LINE_HEIGHT, NULL));
    for (uint32_t line = 0; fuhe_blank_instruction(paper->blank, keeper, line, paper->text); line++, row++) {
        const size_t lines = fuhe_width_of(fuhe_text_of(paper->text)) / LINE_DIGITS + 1;
        fuhe_paper_put(paper, (struct fuhe_paper_area){row, 0, row, 0}, paper->text, FUHE_LOOK_LINE);
        fuhe_paper_keep(paper, worksheet_set_row(paper->sheet, row, (unsigned)(LINE_HEIGHT * lines), NULL));
    }
    worksheet_set_paper(paper->sheet, FUHE_PAPER_A4);
    worksheet_fit_to_pages(paper->sheet, 1, 0);
}

static void write_sheets(struct fuhe_paper *paper) {
    for (uint32_t i = 0; i < paper->blank->request.forms && paper->status == FUHE_STATUS_OK; i++) {
        (void)snprintf(paper->text, sizeof paper->text, i == 0 ? "自评表" : "自评表%u", (unsigned)i + 1);
        paper->sheet = workbook_add_worksheet(paper->file, paper->text);
        if (paper->sheet == NULL) {
            paper->status = FUHE_STATUS_NO_MEMORY;
            return;
        }
        fuhe_paper_write(paper);
    }
    if (paper->status == FUHE_STATUS_OK) {
        write_instructions(paper);
    }
}

static void set_properties(lxw_workbook *file) {
    lxw_doc_properties properties = {
        .title = (char *)(uintptr_t) "项目支出绩效自评表", .author = (char *)(uintptr_t) "fuhe", .created = FIXED_DATE};

    (void)workbook_set_properties(file, &properties);
}

static enum fuhe_status complain(enum fuhe_status status, const char *draft, const char *reason,
                                 struct fuhe_error *err) {
    const bool is_memory = status == FUHE_STATUS_NO_MEMORY;

    (void)fuhe_error_set(err, status, is_memory ? FUHE_PROBLEM_NO_MEMORY : FUHE_PROBLEM_WRITE,
                         is_memory ? NULL : reason, NULL);
    fuhe_error_set_subject(err, draft);
    return status;
}

static enum fuhe_status make(const struct fuhe_blank *blank, const char *draft, struct fuhe_error *err) {
    struct fuhe_paper paper = {.blank = blank, .file = workbook_new(draft)};

    if (paper.file == NULL) {
        return complain(FUHE_STATUS_NO_MEMORY, draft, NULL, err);
    }
    set_properties(paper.file);
    fuhe_paper_prepare(&paper);
    if (paper.status == FUHE_STATUS_OK) {
        write_sheets(&paper);
    }
    if (paper.status != FUHE_STATUS_OK) {
        lxw_workbook_free(paper.file);
        return complain(paper.status, draft, "the sheets could not be made", err);
    }
    const lxw_error error = workbook_close(paper.file);
    return error == LXW_NO_ERROR ? FUHE_STATUS_OK : complain(FUHE_STATUS_UNWRITABLE, draft, lxw_strerror(error), err);
}

enum fuhe_status fuhe_blank_write_xlsx(const struct fuhe_blank *blank, const char *draft, struct fuhe_output *output,
                                       struct fuhe_error *err) {
    char bytes[16384];
    size_t length;

    FUHE_TRY(make(blank, draft, err));
    FILE *file = fopen(draft, "rb");
    if (file == NULL) {
        return complain(FUHE_STATUS_UNWRITABLE, draft, "it is not there any more", err);
    }
    while ((length = fread(bytes, 1, sizeof bytes, file)) > 0) {
        fuhe_output_text(output, (fuhe_text){bytes, length});
    }
    const bool failed = ferror(file) != 0;
    (void)fclose(file);
    return failed ? complain(FUHE_STATUS_UNWRITABLE, draft, "it could not be read again", err) : FUHE_STATUS_OK;
}
