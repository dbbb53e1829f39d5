/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BLANK_BLANK_H
#define FUHE_BLANK_BLANK_H

#include "engine/output.h"
#include "engine/pack.h"

/* Empty forms (项目支出绩效自评表) for units to fill in, with the groups and weights of a rule pack. The forms are in
 * Chinese in any locale. The same request gives the same bytes. */

enum {
    FUHE_BLANK_GROUP_ROWS_MAX = 50,
    FUHE_BLANK_FORMS_MAX = 50,
    FUHE_BLANK_LEVEL2_MAX = 4,
    FUHE_BLANK_WORD_SIZE = 96
};

/* What is asked for. */
struct fuhe_blank_request {
    const struct fuhe_pack *pack;       /* borrowed */
    uint32_t year;                      /* 0: the title leaves room for it */
    bool has_rows[FUHE_CATEGORY_COUNT]; /* else as many as are usual */
    uint32_t rows[FUHE_CATEGORY_COUNT];
    uint32_t forms;  /* in the file, at least 1 */
    bool has_review; /* with the reviewer's cells: 校验得分, 偏差原因, 偏差率, 复核档次 */
};

/* The indicators of one category. */
struct fuhe_blank_group {
    enum fuhe_category category;
    char level1[FUHE_BLANK_WORD_SIZE];
    fuhe_decimal weight; /* 0 when the rules expect none */
    const char *level2[FUHE_BLANK_LEVEL2_MAX];
    uint32_t level2_count;
    uint32_t first; /* row, counted from 0 over all groups */
    uint32_t rows;
};

/* A form to be written. */
struct fuhe_blank {
    struct fuhe_blank_request request;
    struct fuhe_blank_group groups[FUHE_CATEGORY_COUNT];
    uint32_t group_count;
    uint32_t rows; /* of all groups */
};

/* False when no row is left. */
bool fuhe_blank_plan(const struct fuhe_blank_request *request, struct fuhe_blank *blank);

/* The word that the second level of a row begins with. */
const char *fuhe_blank_level2(const struct fuhe_blank_group *group, uint32_t row);

/* As a workbook. draft is a file that may be overwritten; the caller removes it. */
FUHE_MUST_USE enum fuhe_status fuhe_blank_write_xlsx(const struct fuhe_blank *blank, const char *draft,
                                                     struct fuhe_output *output, struct fuhe_error *err);

/* As a text document. */
FUHE_MUST_USE enum fuhe_status fuhe_blank_write_docx(const struct fuhe_blank *blank, struct fuhe_output *output,
                                                     struct fuhe_error *err);

#endif
