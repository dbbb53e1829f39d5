/* SPDX-License-Identifier: Apache-2.0 */
/* Sheets of an OpenDocument workbook. Rows and cells are repeated where they are alike: what is blank only moves the
 * place on, what has text counts as often as it is there. */
#include <string.h>

#include "doors/odf.h"

static enum fuhe_status begin_sheet(struct fuhe_odf *odf, const struct fuhe_tag *tag, struct fuhe_error *err) {
    const fuhe_text style = fuhe_tag_attribute(tag, "style-name");

    if (odf->in_sheet || (fuhe_odf_styles_find(&odf->styles, FUHE_ODF_TABLE, style).signs & FUHE_ODF_HIDDEN) != 0) {
        odf->document->hidden_sheets += !odf->in_sheet;
        odf->skipped = 1;
        return FUHE_STATUS_OK;
    }
    odf->in_sheet = true;
    odf->row = odf->column = 0;
    odf->sheet = (struct fuhe_sheet){.document = odf->document, .text_bytes = &odf->sheet_bytes};
    return fuhe_arena_copy(odf->document->arena, fuhe_tag_attribute(tag, "name"), &odf->sheet_name) == FUHE_STATUS_OK
               ? FUHE_STATUS_OK
               : fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

static enum fuhe_status end_sheet(struct fuhe_odf *odf, struct fuhe_error *err) {
    if (!odf->in_sheet) {
        return FUHE_STATUS_OK;
    }
    odf->in_sheet = odf->in_cell = false;
    return fuhe_sheet_make_grid(&odf->sheet, odf->sheet_name, err);
}

static enum fuhe_status begin_row(struct fuhe_odf *odf, uint32_t repeats, struct fuhe_error *err) {
    (void)err;
    odf->tables[0].row_repeats = repeats;
    odf->column = 0;
    odf->first_cell = odf->sheet.cell_count;
    odf->first_merge = odf->sheet.merge_count;
    return FUHE_STATUS_OK;
}

/* The row at hand once more, `down` rows below. */
static enum fuhe_status copy_row(struct fuhe_odf *odf, size_t cells, size_t merges, uint32_t down,
                                 struct fuhe_error *err) {
    for (size_t i = odf->first_cell; i < cells; i++) {
        struct fuhe_sheet_cell cell = odf->sheet.cells[i];
        cell.row += down;
        FUHE_TRY(fuhe_sheet_add_cell(&odf->sheet, &cell, err));
    }
    for (size_t i = odf->first_merge; i < merges; i++) {
        struct fuhe_sheet_merge merge = odf->sheet.merges[i];
        merge.row += down;
        FUHE_TRY(fuhe_sheet_add_merge(&odf->sheet, &merge, err));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status end_row(struct fuhe_odf *odf, struct fuhe_error *err) {
    const size_t cells = odf->sheet.cell_count;
    const size_t merges = odf->sheet.merge_count;
    const uint32_t repeats = odf->tables[0].row_repeats;

    for (uint32_t down = 1; down < repeats && cells > odf->first_cell; down++) {
        FUHE_TRY(copy_row(odf, cells, merges, down, err));
    }
    odf->row = odf->row < FUHE_SHEET_ROWS_MAX ? odf->row + repeats : odf->row;
    return FUHE_STATUS_OK;
}

static enum fuhe_status begin_cell(struct fuhe_odf *odf, const struct fuhe_odf_cell *cell, struct fuhe_error *err) {
    (void)err;
    odf->in_cell = odf->in_sheet;
    odf->text.length = odf->struck.length = 0;
    odf->tables[0].cell = *cell;
    return FUHE_STATUS_OK;
}

static struct fuhe_text_builder *cell_text(struct fuhe_odf *odf) {
    struct fuhe_text_builder *text = odf->flow.is_struck ? &odf->struck : &odf->text;

    return odf->in_cell ? text : NULL;
}

/* A merged range counts without text, too: what it covers is no column of its own. */
static enum fuhe_status keep_merge(struct fuhe_odf *odf, uint32_t column, struct fuhe_error *err) {
    const struct fuhe_odf_cell *cell = &odf->tables[0].cell;
    const struct fuhe_sheet_merge merge = {odf->row, column, cell->row_span, cell->column_span};

    return cell->row_span > 1 || cell->column_span > 1 ? fuhe_sheet_add_merge(&odf->sheet, &merge, err)
                                                       : FUHE_STATUS_OK;
}

/* Cells that are alike share one text. */
static enum fuhe_status keep_cells(struct fuhe_odf *odf, fuhe_text text, enum fuhe_struck struck,
                                   struct fuhe_error *err) {
    struct fuhe_sheet_cell cell = {.row = odf->row, .struck = struck};

    if (fuhe_arena_copy(odf->document->arena, text, &cell.text) != FUHE_STATUS_OK) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    for (uint32_t i = 0; i < odf->tables[0].cell.repeats; i++) {
        cell.column = odf->column + i;
        if (cell.column >= FUHE_LIMIT_GRID_COLUMNS) {
            return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_COLUMNS, "> 16384", "16384");
        }
        if (cell.row >= FUHE_SHEET_ROWS_MAX) {
            return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_CELLS, "> 1000000", "1000000");
        }
        FUHE_TRY(fuhe_sheet_add_cell(&odf->sheet, &cell, err));
        FUHE_TRY(keep_merge(odf, cell.column, err));
    }
    return FUHE_STATUS_OK;
}

static bool is_blank(const struct fuhe_text_builder *builder) {
    return fuhe_text_trim(fuhe_text_builder_text(builder)).length == 0;
}

static enum fuhe_status end_cell(struct fuhe_odf *odf, struct fuhe_error *err) {
    const struct fuhe_odf_cell *cell = &odf->tables[0].cell;

    if (!odf->in_cell) {
        return FUHE_STATUS_OK;
    }
    if (is_blank(&odf->text) && is_blank(&odf->struck)) {
        fuhe_text_builder_add(cell_text(odf), fuhe_text_of(cell->value));
    }
    odf->in_cell = false;
    const enum fuhe_struck struck = fuhe_struck_settle(&odf->text, &odf->struck);
    fuhe_flow_collapse(&odf->text);
    if (odf->text.failed) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    const fuhe_text text = fuhe_text_trim(fuhe_text_builder_text(&odf->text));
    FUHE_TRY(text.length > 0 ? keep_cells(odf, text, struck, err) : keep_merge(odf, odf->column, err));
    odf->column = odf->column < FUHE_LIMIT_GRID_COLUMNS ? odf->column + cell->repeats : odf->column;
    return FUHE_STATUS_OK;
}

static enum fuhe_status line_break(struct fuhe_odf *odf, struct fuhe_error *err) {
    (void)err;
    fuhe_text_builder_add(&odf->text, FUHE_TEXT(" "));
    fuhe_text_builder_add(&odf->struck, FUHE_TEXT(" "));
    return FUHE_STATUS_OK;
}

const struct fuhe_odf_kind fuhe_odf_workbooks = {false,     cell_text, line_break, begin_sheet, end_sheet,
                                                 begin_row, end_row,   begin_cell, end_cell};
