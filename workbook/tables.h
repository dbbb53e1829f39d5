/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_WORKBOOK_TABLES_H
#define FUHE_WORKBOOK_TABLES_H

#include "engine/result.h"
#include "sample/sample.h"
#include "stats/statistics.h"
#include "store/survey.h"
#include "workbook/sheet.h"

/* The sheets of a file, one pair of functions or two each: add makes the sheet, the others write lines. */

/* 规则: where the cuts and bands of a pack stand, so that formulas can look them up. */
struct fuhe_pack_lines {
    const struct fuhe_pack *pack;
    struct fuhe_lines cuts;
    struct fuhe_lines bands;
};
void fuhe_rules_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit);
void fuhe_rules_write(struct fuhe_sheet *sheet, const struct fuhe_pack *pack, struct fuhe_pack_lines *lines);

/* 指标明细: all lines of a form, which are returned. */
void fuhe_details_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit);
struct fuhe_lines fuhe_details_write(struct fuhe_sheet *sheet, const struct fuhe_result *result, uint64_t page,
                                     const struct fuhe_pack_lines *rules);
void fuhe_details_finish(struct fuhe_sheet *sheet);

/* 汇总 */
void fuhe_summary_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit);
void fuhe_summary_write(struct fuhe_sheet *sheet, const struct fuhe_result *result, uint64_t page,
                        struct fuhe_lines details, const struct fuhe_pack_lines *rules);
void fuhe_summary_finish(struct fuhe_sheet *sheet);

/* 问题清单 */
void fuhe_findings_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit);
void fuhe_findings_write_form(struct fuhe_sheet *sheet, const struct fuhe_result *result, uint64_t page);
void fuhe_findings_write_unit(struct fuhe_sheet *sheet, const char *file, const struct fuhe_unit_review *review);
void fuhe_findings_write_failure(struct fuhe_sheet *sheet, const char *file, const struct fuhe_error *error);
void fuhe_findings_finish(struct fuhe_sheet *sheet);

/* 部门统计. forms: the last line of the overview when formulas over it are right and quick, else 0: figures. */
void fuhe_departments_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit);
void fuhe_departments_write_row(struct fuhe_sheet *sheet, const struct fuhe_survey_department *department,
                                size_t forms);
void fuhe_departments_finish(struct fuhe_sheet *sheet);

/* 目标难易: a form on a line, then a department on a line. */
void fuhe_ease_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit);
void fuhe_ease_write_form(struct fuhe_sheet *sheet, const struct fuhe_result *result, uint64_t page);
void fuhe_ease_write_department(struct fuhe_sheet *sheet, const struct fuhe_survey_department *department,
                                const struct fuhe_gauge *gauge);

/* 统计, 横向比对, 抽样: made and written in one go. samples: one for each method. */
void fuhe_statistics_write_sheet(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit,
                                 const struct fuhe_statistics *statistics);
struct fuhe_crosscheck_extent {
    const struct fuhe_crosscheck *crosscheck;
    struct fuhe_survey *survey; /* knows the names of forms */
    size_t lines;               /* at most; what is beyond is left to the tables of the report */
};
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_write_sheet(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit,
                                                           const struct fuhe_crosscheck_extent *extent,
                                                           struct fuhe_error *err);
void fuhe_samples_write_sheet(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit, const struct fuhe_sample *samples);

/* 说明 */
struct fuhe_about {
    bool complete; /* the run was */
    size_t forms;  /* of this file */
    size_t file;   /* which one, from 1 */
    bool has_next;
    const struct fuhe_statistics *statistics; /* whose methods are told; NULL for none */
    const struct fuhe_sample *samples;        /* likewise */
};
void fuhe_about_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit);
void fuhe_about_write(struct fuhe_sheet *sheet, const struct fuhe_about *about);

/* Why a form's total deviates, in one or two sentences. */
void fuhe_cause_write(struct fuhe_output *output, const struct fuhe_result *result);

/* "财预〔2020〕10号 附件2", or that it is practice; nothing without a rule. */
void fuhe_clause_write(struct fuhe_output *output, const struct fuhe_pack *pack, enum fuhe_rule rule);

#endif
