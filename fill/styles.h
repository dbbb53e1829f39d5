/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_FILL_STYLES_H
#define FUHE_FILL_STYLES_H

#include "fill/splice.h"
#include "doors/door_xlsx.h"

/* The cell styles of a workbook, and those that are added to them: like another one, but showing a number as it is, or
 * breaking long text into lines. */
enum fuhe_style_change { FUHE_STYLE_GENERAL, FUHE_STYLE_WRAPPED, FUHE_STYLE_CHANGES };

struct fuhe_style {
    size_t begin; /* of its element */
    size_t end;
    uint32_t changed[FUHE_STYLE_CHANGES]; /* the style that is like it but for one thing; 0 for none yet */
};

struct fuhe_styles {
    const char *part; /* NULL: the workbook has none */
    fuhe_text markup; /* of the part */
    struct fuhe_style *items;
    uint32_t count;
    size_t capacity;
    uint32_t added;
    size_t count_begin; /* of the value that says how many there are; both 0 for none */
    size_t count_end;
    size_t list_end; /* where the list ends */
    struct fuhe_splices splices;
    const struct fuhe_xlsx_texts *formats; /* the code of each style */
};

/* Reads a styles part, whose bytes are borrowed. */
FUHE_MUST_USE enum fuhe_status fuhe_styles_read(struct fuhe_styles *styles, struct fuhe_arena *arena, fuhe_text markup);

/* The style in which a cell of that style shows a decimal number as it is. */
FUHE_MUST_USE enum fuhe_status fuhe_styles_for_number(struct fuhe_styles *styles, uint32_t style, fuhe_text number,
                                                      uint32_t *found);
/* Likewise for text of several lines. */
FUHE_MUST_USE enum fuhe_status fuhe_styles_for_prose(struct fuhe_styles *styles, uint32_t style, uint32_t *found);

/* Notes what changes in the part; once, at the end. */
FUHE_MUST_USE enum fuhe_status fuhe_styles_end(struct fuhe_styles *styles);

#endif
