/* SPDX-License-Identifier: Apache-2.0 */
/* Lays a form out as a table, and packs tables into documents. Packages are made in memory by the library that the
 * program reads them with. */
#include "bench/document_maker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

const char *const document_kind_names[DOCUMENT_KIND_COUNT] = {"xlsx", "docx", "ods", "odt", "html", "markdown"};

static void fail(const char *what) {
    (void)fprintf(stderr, "%s\n", what);
    exit(EXIT_FAILURE);
}

/* --- the table --- */

static void add(struct form_table *table, int column, int row_span, int column_span, const char *text) {
    if (table->count == TABLE_CELLS_MAX) {
        fail("a form has too many cells");
    }
    struct table_cell *cell = &table->cells[table->count++];
    *cell = (struct table_cell){table->rows, column, row_span, column_span, ""};
    (void)snprintf(cell->text, sizeof cell->text, "%s", text);
}

static void add_row(struct form_table *table, int first, const char *const *texts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        add(table, first + (int)i, 1, 1, texts[i]);
    }
    table->rows++;
}

static void add_fund(struct form_table *table, const char *label, int64_t budget, int64_t executed, const char *score) {
    char budget_text[32];
    char executed_text[32];
    char rate[32];

    sheet_format_hundredths(budget, budget_text);
    sheet_format_hundredths(executed, executed_text);
    sheet_format_hundredths(budget == 0 ? 0 : sheet_hundredths(executed * 100, budget), rate);
    const char *const texts[] = {label, budget_text, budget_text, executed_text, rate, "10", score};
    add_row(table, 1, texts, sizeof texts / sizeof texts[0]);
}

static void add_head(struct sheet *sheet, struct form_table *table) {
    char text[300];
    static const char *const funds[] = {"项目资金", "年初预算数", "全年预算数", "全年执行数", "执行率", "分值", "得分"};
    char score[32];

    add(table, 0, 1, TABLE_COLUMNS, "项目支出绩效自评表（2024年度）");
    table->rows++;
    add(table, 0, 1, 2, "项目名称");
    (void)snprintf(text, sizeof text, "%s%s经费（2024-%06d号）", sheet->place, sheet->subject, (int)sheet->number);
    add(table, 2, 1, TABLE_COLUMNS - 2, text);
    table->rows++;
    add(table, 0, 1, 2, "实施单位");
    (void)snprintf(text, sizeof text, "%s%s", sheet->place, sheet->bureau);
    add(table, 2, 1, TABLE_COLUMNS - 2, text);
    table->rows++;
    add(table, 0, 5, 1, "资金情况（万元）");
    add_row(table, 1, funds, sizeof funds / sizeof funds[0]);
    sheet_format_hundredths(sheet->execution_claim, score);
    add_fund(table, "年度资金总额", sheet->budget, sheet->executed, score);
    add_fund(table, "当年财政拨款", sheet->budget, sheet->executed, "—");
    add_fund(table, "上年结转资金", 0, 0, "—");
    add_fund(table, "其他资金", 0, 0, "—");
}

static void add_goal(const struct sheet *sheet, struct form_table *table) {
    char text[600];

    add(table, 0, 2, 1, "年度总体目标");
    add(table, 1, 1, 4, "预期目标");
    add(table, 5, 1, 4, "实际完成情况");
    table->rows++;
    (void)snprintf(text, sizeof text, "目标1：%s。资金按规定及时足额支付，专款专用，提高财政资金使用效益。",
                   sheet->purpose);
    add(table, 1, 1, 4, text);
    (void)snprintf(text, sizeof text, "%s，各项任务按计划推进，资金使用合规，发挥了应有的效益。", sheet->purpose);
    add(table, 5, 1, 4, text);
    table->rows++;
}

static int same_below(const struct sheet *sheet, size_t row, bool level2) {
    int count = 1;

    for (size_t i = row + 1; i < sheet->row_count && sheet->rows[i].level1 == sheet->rows[row].level1 &&
                             (!level2 || sheet->rows[i].level2 == sheet->rows[row].level2);
         i++) {
        count++;
    }
    return count;
}

static bool goes_on(const struct sheet *sheet, size_t row, bool level2) {
    return row > 0 && sheet->rows[row - 1].level1 == sheet->rows[row].level1 &&
           (!level2 || sheet->rows[row - 1].level2 == sheet->rows[row].level2);
}

static void add_indicator(const struct sheet *sheet, size_t index, struct form_table *table) {
    const struct sheet_row *row = &sheet->rows[index];
    char target[192];
    char weight[32];
    char claim[32];

    if (!goes_on(sheet, index, false)) {
        add(table, 1, same_below(sheet, index, false), 1, row->level1);
    }
    if (!goes_on(sheet, index, true)) {
        add(table, 2, same_below(sheet, index, true), 1, row->level2);
    }
    (void)snprintf(target, sizeof target, "%s%s%s", row->relation == NULL ? "" : row->relation, row->target,
                   row->unit == NULL ? "" : row->unit);
    sheet_format_hundredths(row->weight * 100, weight);
    sheet_format_hundredths(row->claim, claim);
    const char *const texts[] = {row->name, target, row->actual, weight, claim, row->reason};
    add_row(table, 3, texts, sizeof texts / sizeof texts[0]);
}

void form_table_make(struct sheet *sheet, struct form_table *table) {
    static const char *const header[] = {"一级指标",   "二级指标", "三级指标", "年度指标值",
                                         "实际完成值", "分值",     "得分",     "偏差原因分析及改进措施"};
    char total[32];

    table->count = 0;
    table->rows = 0;
    add_head(sheet, table);
    add_goal(sheet, table);
    add(table, 0, (int)sheet->row_count + 1, 1, "绩效指标");
    add_row(table, 1, header, sizeof header / sizeof header[0]);
    for (size_t i = 0; i < sheet->row_count; i++) {
        add_indicator(sheet, i, table);
    }
    sheet_format_hundredths(sheet->total, total);
    add(table, 0, 1, 6, "总分");
    add(table, 6, 1, 1, "100");
    add(table, 7, 1, 1, total);
    table->rows++;
}

const struct table_cell *form_table_at(const struct form_table *table, int row, int column) {
    for (size_t i = 0; i < table->count; i++) {
        const struct table_cell *cell = &table->cells[i];
        if (row >= cell->row && row < cell->row + cell->row_span && column >= cell->column &&
            column < cell->column + cell->column_span) {
            return cell;
        }
    }
    return NULL;
}

bool table_cell_begins(const struct table_cell *cell, int row, int column) {
    return cell->row == row && cell->column == column;
}

/* --- texts --- */

static void make_html(const struct form_table *table, struct text_buffer *buffer) {
    text_buffer_put(buffer, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>绩效自评表</title></head>\n"
                            "<body>\n<table border=\"1\" cellspacing=\"0\">\n");
    for (size_t i = 0; i < table->count; i++) {
        const struct table_cell *cell = &table->cells[i];
        if (i == 0 || table->cells[i - 1].row != cell->row) {
            text_buffer_put(buffer, i == 0 ? "<tr>\n" : "</tr>\n<tr>\n");
        }
        text_buffer_print(buffer,
                          "<td rowspan=\"%d\" colspan=\"%d\" style=\"border: 1px solid #000; text-align: center\">"
                          "<p><span style=\"font-family: 仿宋; font-size: 12pt\">%s</span></p></td>\n",
                          cell->row_span, cell->column_span, cell->text);
    }
    text_buffer_put(buffer, "</tr>\n</table>\n</body></html>\n");
}

/* With merged cells as converters leave them: blank. */
static void make_markdown(const struct form_table *table, struct text_buffer *buffer) {
    for (int row = 0; row < table->rows; row++) {
        text_buffer_put(buffer, "|");
        for (int column = 0; column < TABLE_COLUMNS; column++) {
            const struct table_cell *cell = form_table_at(table, row, column);
            text_buffer_print(buffer, " %s |", cell != NULL && table_cell_begins(cell, row, column) ? cell->text : "");
        }
        text_buffer_put(buffer, row == 0 ? "\n|---|---|---|---|---|---|---|---|---|\n" : "\n");
    }
}

/* --- packages --- */

static void add_part(zip_t *zip, const struct document_part *part, const struct form_table *table,
                     struct text_buffer *content) {
    *content = (struct text_buffer){0};
    if (part->content != NULL) {
        text_buffer_put(content, part->content);
    } else {
        part->write(table, content);
    }
    zip_source_t *source = zip_source_buffer(zip, content->bytes, content->used, 0);
    if (source == NULL || zip_file_add(zip, part->name, source, 0) < 0) {
        fail("a part cannot be packed");
    }
}

static void read_back(zip_source_t *archive, struct text_buffer *buffer) {
    static char piece[65536];
    zip_int64_t count;

    if (zip_source_open(archive) != 0) {
        fail("a package cannot be read back");
    }
    while ((count = zip_source_read(archive, piece, sizeof piece)) > 0) {
        text_buffer_add(buffer, piece, (size_t)count);
    }
    (void)zip_source_close(archive);
}

enum { PARTS_MAX = 12 };

static void make_package(const struct document_part *parts, const struct form_table *table,
                         struct text_buffer *buffer) {
    struct text_buffer contents[PARTS_MAX];
    zip_source_t *archive = zip_source_buffer_create(NULL, 0, 0, NULL);
    size_t count = 0;

    zip_source_keep(archive);
    zip_t *zip = zip_open_from_source(archive, ZIP_TRUNCATE, NULL);
    if (zip == NULL) {
        fail("a package cannot be made");
    }
    for (; parts[count].name != NULL; count++) {
        add_part(zip, &parts[count], table, &contents[count]);
    }
    if (zip_close(zip) != 0) {
        fail("a package cannot be packed");
    }
    read_back(archive, buffer);
    zip_source_free(archive);
    for (size_t i = 0; i < count; i++) {
        text_buffer_free(&contents[i]);
    }
}

void document_make(enum document_kind kind, const struct form_table *table, struct text_buffer *buffer) {
    static const struct document_part *const packages[] = {document_xlsx_parts, document_docx_parts, document_ods_parts,
                                                           document_odt_parts};

    if (kind == DOCUMENT_HTML) {
        make_html(table, buffer);
    } else if (kind == DOCUMENT_MARKDOWN) {
        make_markdown(table, buffer);
    } else {
        make_package(packages[kind], table, buffer);
    }
}
