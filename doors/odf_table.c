/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of an OpenDocument text. Rows and cells that are repeated are rare here; blank rows count only when something
 * stands below them. */
#include "doors/odf.h"

/* NULL outside of tables. */
static struct fuhe_odf_table *table_of(struct fuhe_odf *odf) {
    return odf->flow.table_count == 0 ? NULL : &odf->tables[odf->flow.table_count - 1];
}

static enum fuhe_status begin_table(struct fuhe_odf *odf, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)tag;
    FUHE_TRY(fuhe_flow_begin_table(&odf->flow, (struct fuhe_place){0}, err));
    *table_of(odf) = (struct fuhe_odf_table){.row_repeats = 1};
    return FUHE_STATUS_OK;
}

static enum fuhe_status end_table(struct fuhe_odf *odf, struct fuhe_error *err) {
    return fuhe_flow_end_table(&odf->flow, err);
}

static enum fuhe_status begin_row(struct fuhe_odf *odf, uint32_t repeats, struct fuhe_error *err) {
    struct fuhe_odf_table *table = table_of(odf);

    if (table == NULL) {
        return FUHE_STATUS_OK;
    }
    if (fuhe_flow_table(&odf->flow)->grid.grid.rows + table->blank_rows > FUHE_LIMIT_GRID_PLACES) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_CELLS, "> 4000000", "4000000");
    }
    for (; table->blank_rows > 0; table->blank_rows--) {
        FUHE_TRY(fuhe_flow_begin_row(&odf->flow, err));
    }
    table->row_repeats = repeats;
    table->row_is_blank = true;
    return fuhe_flow_begin_row(&odf->flow, err);
}

/* The last row of the table once more. */
static enum fuhe_status copy_row(struct fuhe_odf *odf, size_t first, size_t end, struct fuhe_error *err) {
    struct fuhe_grid_builder *builder = &fuhe_flow_table(&odf->flow)->grid;

    fuhe_grid_begin_row(builder);
    for (size_t i = first; i < end; i++) {
        const struct fuhe_grid_cell cell = builder->grid.cells[i];
        FUHE_TRY(fuhe_odf_count(odf, cell.text, err));
        fuhe_grid_skip(builder, cell.column > builder->column ? cell.column - builder->column : 0);
        FUHE_TRY(fuhe_grid_add(builder, &cell, err));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status end_row(struct fuhe_odf *odf, struct fuhe_error *err) {
    struct fuhe_odf_table *table = table_of(odf);

    if (table == NULL) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_flow_end_row(&odf->flow, err));
    if (table->row_is_blank) {
        table->blank_rows = table->row_repeats - 1;
        return FUHE_STATUS_OK;
    }
    const struct fuhe_grid_builder *builder = &fuhe_flow_table(&odf->flow)->grid;
    const size_t end = builder->grid.cell_count;
    size_t first = end;
    while (first > 0 && builder->grid.cells[first - 1].row + 1 == builder->grid.rows) {
        first--;
    }
    for (uint32_t i = 1; i < table->row_repeats && first < end; i++) {
        FUHE_TRY(copy_row(odf, first, end, err));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status begin_cell(struct fuhe_odf *odf, const struct fuhe_odf_cell *cell, struct fuhe_error *err) {
    const struct fuhe_grid_cell begun = {.row_span = cell->row_span, .column_span = cell->column_span};

    if (table_of(odf) != NULL) {
        table_of(odf)->cell = *cell;
    }
    return fuhe_flow_begin_cell(&odf->flow, &begun, err);
}

static struct fuhe_text_builder *cell_text(struct fuhe_odf *odf) {
    return fuhe_flow_cell_text(&odf->flow);
}

/* The cell that has just ended once more, as often as it says. */
static enum fuhe_status repeat_cell(struct fuhe_odf *odf, uint32_t repeats, struct fuhe_error *err) {
    struct fuhe_grid_builder *builder = &fuhe_flow_table(&odf->flow)->grid;
    const struct fuhe_grid_cell cell = builder->grid.cells[builder->grid.cell_count - 1];

    if (cell.text.length == 0) {
        fuhe_grid_skip(builder, repeats - 1);
        return FUHE_STATUS_OK;
    }
    for (uint32_t i = 1; i < repeats; i++) {
        FUHE_TRY(fuhe_odf_count(odf, cell.text, err));
        FUHE_TRY(fuhe_grid_add(builder, &cell, err));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status end_cell(struct fuhe_odf *odf, struct fuhe_error *err) {
    struct fuhe_text_builder *text = fuhe_flow_cell_text(&odf->flow);
    struct fuhe_odf_table *table = table_of(odf);

    if (text == NULL) {
        return fuhe_flow_end_cell(&odf->flow, err);
    }
    if (fuhe_flow_cell_is_blank(fuhe_flow_table(&odf->flow))) {
        fuhe_text_builder_add(text, fuhe_text_of(table->cell.value));
    }
    table->row_is_blank = table->row_is_blank && fuhe_flow_cell_is_blank(fuhe_flow_table(&odf->flow));
    FUHE_TRY(fuhe_flow_end_cell(&odf->flow, err));
    return table->cell.repeats > 1 ? repeat_cell(odf, table->cell.repeats, err) : FUHE_STATUS_OK;
}

static enum fuhe_status line_break(struct fuhe_odf *odf, struct fuhe_error *err) {
    return fuhe_flow_break(&odf->flow, err);
}

const struct fuhe_odf_kind fuhe_odf_texts = {true,      cell_text, line_break, begin_table, end_table,
                                             begin_row, end_row,   begin_cell, end_cell};
