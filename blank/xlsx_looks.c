/* SPDX-License-Identifier: Apache-2.0 */
/* Formats of the sheets, and writing cells with them. Only formulas are protected: rows may be added, taken out and
 * made higher, and the form's own words changed where a region has others. */
#include "blank/paper.h"

struct look {
    uint8_t align;
    uint8_t vertical;
    bool bold;
    bool border;
    unsigned size;
    lxw_color_t paper; /* 0 for none */
};

enum { GREY = 0xF2F2F2, FRAME = 0x404040 };

static const struct look looks[FUHE_LOOK_COUNT] = {
    [FUHE_LOOK_TITLE] = {LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, true, false, 18, 0},
    [FUHE_LOOK_LABEL] = {LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, true, true, 10, 0},
    [FUHE_LOOK_TEXT] = {LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, false, true, 10, 0},
    [FUHE_LOOK_WORD] = {LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, false, true, 10, 0},
    [FUHE_LOOK_NUMBER] = {LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, false, true, 10, 0},
    [FUHE_LOOK_FORMULA] = {LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, true, true, 10, GREY},
    [FUHE_LOOK_CHECK] = {LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, false, false, 10, GREY},
    [FUHE_LOOK_HEADING] = {LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, true, false, 16, 0},
    [FUHE_LOOK_LINE] = {LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, false, false, 10, 0},
    [FUHE_LOOK_OPEN] = {LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, false, false, 10, 0},
};

static const struct {
    lxw_color_t paper;
    lxw_color_t ink;
} marks[FUHE_MARK_COUNT] = {
    [FUHE_MARK_GOOD] = {0xE2F0D9, 0x375623},
    [FUHE_MARK_DOUBTFUL] = {0xFFF2CC, 0x7A5200},
    [FUHE_MARK_BAD] = {0xFBE0DD, 0x9C1C12},
};

static void set_look(lxw_format *format, enum fuhe_paper_look which) {
    const struct look *look = &looks[which];

    format_set_font_name(format, "宋体");
    format_set_font_size(format, look->size);
    format_set_align(format, look->align);
    format_set_align(format, look->vertical);
    format_set_text_wrap(format);
    if (look->bold) {
        format_set_bold(format);
    }
    if (which == FUHE_LOOK_TEXT) {
        format_set_indent(format, 1);
    }
    if (look->border) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, FRAME);
    }
    if (look->paper != 0) {
        format_set_bg_color(format, look->paper);
    }
    if (which != FUHE_LOOK_FORMULA && which != FUHE_LOOK_CHECK) {
        format_set_unlocked(format);
    }
}

void fuhe_paper_prepare(struct fuhe_paper *paper) {
    for (size_t i = 0; i < FUHE_LOOK_COUNT && paper->status == FUHE_STATUS_OK; i++) {
        paper->looks[i] = workbook_add_format(paper->file);
        if (paper->looks[i] == NULL) {
            paper->status = FUHE_STATUS_NO_MEMORY;
        } else {
            set_look(paper->looks[i], (enum fuhe_paper_look)i);
        }
    }
    for (size_t i = 0; i < FUHE_MARK_COUNT && paper->status == FUHE_STATUS_OK; i++) {
        paper->marks[i] = workbook_add_format(paper->file);
        if (paper->marks[i] == NULL) {
            paper->status = FUHE_STATUS_NO_MEMORY;
        } else {
            format_set_bg_color(paper->marks[i], marks[i].paper);
            format_set_font_color(paper->marks[i], marks[i].ink);
        }
    }
}

void fuhe_paper_keep(struct fuhe_paper *paper, lxw_error error) {
    if (error != LXW_NO_ERROR && paper->status == FUHE_STATUS_OK) {
        paper->status = error == LXW_ERROR_MEMORY_MALLOC_FAILED ? FUHE_STATUS_NO_MEMORY : FUHE_STATUS_INTERNAL;
    }
}

lxw_col_t fuhe_paper_last_column(const struct fuhe_paper *paper) {
    return (lxw_col_t)(fuhe_blank_column_count(paper->blank) - 1);
}

lxw_row_t fuhe_paper_total_row(const struct fuhe_paper *paper) {
    return FUHE_PAPER_INDICATORS + paper->blank->rows;
}

static bool is_one_cell(const struct fuhe_paper_area *area) {
    return area->row == area->last_row && area->column == area->last_column;
}

static void merge(struct fuhe_paper *paper, struct fuhe_paper_area area, lxw_format *format) {
    if (!is_one_cell(&area)) {
        fuhe_paper_keep(paper, worksheet_merge_range(paper->sheet, area.row, area.column, area.last_row,
                                                     area.last_column, "", format));
    }
}

void fuhe_paper_put(struct fuhe_paper *paper, struct fuhe_paper_area area, const char *text,
                    enum fuhe_paper_look look) {
    lxw_format *format = paper->looks[look];

    if (paper->status != FUHE_STATUS_OK) {
        return;
    }
    merge(paper, area, format);
    fuhe_paper_keep(paper, text[0] == '\0' ? worksheet_write_blank(paper->sheet, area.row, area.column, format)
                                           : worksheet_write_string(paper->sheet, area.row, area.column, text, format));
}

void fuhe_paper_put_formula(struct fuhe_paper *paper, struct fuhe_paper_area area, const char *formula,
                            const char *result, enum fuhe_paper_look look) {
    if (paper->status != FUHE_STATUS_OK) {
        return;
    }
    merge(paper, area, paper->looks[look]);
    fuhe_paper_keep(
        paper, worksheet_write_formula_str(paper->sheet, area.row, area.column, formula, paper->looks[look], result));
}
