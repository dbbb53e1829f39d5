/* SPDX-License-Identifier: Apache-2.0 */
/* Tables are a stack; what is innermost takes the text. White space is put in order when a cell or paragraph ends. */
#include "doors/flow.h"

enum { LAYOUT_COLUMNS_MAX = 2 };

static enum fuhe_status out_of_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

void fuhe_flow_begin(struct fuhe_flow *flow, struct fuhe_door_document *document) {
    *flow = (struct fuhe_flow){.document = document};
}

void fuhe_flow_release(struct fuhe_flow *flow) {
    for (size_t i = 0; i < FUHE_LIMIT_TABLE_DEPTH; i++) {
        fuhe_text_builder_release(&flow->tables[i].text);
        fuhe_text_builder_release(&flow->tables[i].struck);
    }
    fuhe_text_builder_release(&flow->paragraph);
}

struct fuhe_flow_table *fuhe_flow_table(struct fuhe_flow *flow) {
    return flow->table_count == 0 ? NULL : &flow->tables[flow->table_count - 1];
}

struct fuhe_text_builder *fuhe_flow_cell_text(struct fuhe_flow *flow) {
    struct fuhe_flow_table *table = fuhe_flow_table(flow);

    if (table == NULL || !table->in_cell || table->is_layout) {
        return NULL;
    }
    return flow->is_struck ? &table->struck : &table->text;
}

bool fuhe_flow_cell_is_blank(const struct fuhe_flow_table *table) {
    return fuhe_text_trim(fuhe_text_builder_text(&table->text)).length == 0 &&
           fuhe_text_trim(fuhe_text_builder_text(&table->struck)).length == 0;
}

/* --- text -------------------------------------------------------------------------------------------------------- */

static bool is_space(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_wide(unsigned char byte) {
    return byte >= 0xE3;
}

/* The first byte of the last character. */
static unsigned char last_begins(fuhe_text text) {
    size_t at = text.length;

    while (at > 0 && ((unsigned char)text.bytes[--at] & 0xC0) == 0x80) {
    }
    return text.length == 0 ? 0 : (unsigned char)text.bytes[at];
}

void fuhe_flow_collapse(struct fuhe_text_builder *builder) {
    const fuhe_text text = fuhe_text_builder_text(builder);
    struct fuhe_text_builder collapsed = {0};

    for (size_t at = 0; at < text.length;) {
        const size_t start = at;
        bool breaks = false;
        for (; at < text.length && is_space(text.bytes[at]); at++) {
            breaks = breaks || text.bytes[at] == '\n' || text.bytes[at] == '\r';
        }
        const bool joins = breaks && at < text.length && is_wide((unsigned char)text.bytes[at]) &&
                           is_wide(last_begins(fuhe_text_builder_text(&collapsed)));
        if (at > start && !joins) {
            fuhe_text_builder_add(&collapsed, FUHE_TEXT(" "));
        }
        const size_t word = at;
        while (at < text.length && !is_space(text.bytes[at])) {
            at++;
        }
        fuhe_text_builder_add(&collapsed, (fuhe_text){text.bytes + word, at - word});
    }
    collapsed.failed = collapsed.failed || builder->failed;
    fuhe_text_builder_release(builder);
    *builder = collapsed;
}

static enum fuhe_status end_paragraph(struct fuhe_flow *flow, struct fuhe_error *err) {
    fuhe_flow_collapse(&flow->paragraph);
    if (flow->paragraph.failed) {
        return out_of_memory(err);
    }
    const fuhe_text text = fuhe_text_builder_text(&flow->paragraph);
    flow->paragraph.length = 0;
    return fuhe_door_document_add_text(flow->document, text, flow->paragraph_place, err);
}

void fuhe_flow_text(struct fuhe_flow *flow, fuhe_text text, struct fuhe_place place) {
    struct fuhe_text_builder *cell = fuhe_flow_cell_text(flow);

    if (cell != NULL) {
        fuhe_text_builder_add(cell, text);
        return;
    }
    if (flow->paragraph.length == 0) {
        if (fuhe_text_trim(text).length == 0) {
            return;
        }
        flow->paragraph_place = place;
    }
    fuhe_text_builder_add(&flow->paragraph, text);
}

enum fuhe_status fuhe_flow_break(struct fuhe_flow *flow, struct fuhe_error *err) {
    if (fuhe_flow_cell_text(flow) == NULL) {
        return end_paragraph(flow, err);
    }
    fuhe_text_builder_add(&fuhe_flow_table(flow)->text, FUHE_TEXT(" "));
    fuhe_text_builder_add(&fuhe_flow_table(flow)->struck, FUHE_TEXT(" "));
    return FUHE_STATUS_OK;
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

static enum fuhe_status add_cell(struct fuhe_flow_table *table, struct fuhe_error *err) {
    table->cell.struck = fuhe_struck_settle(&table->text, &table->struck);
    fuhe_flow_collapse(&table->text);
    table->cell.text = fuhe_text_builder_text(&table->text);
    table->text.length = 0;
    if (table->text.failed) {
        return out_of_memory(err);
    }
    FUHE_TRY(fuhe_grid_add(&table->grid, &table->cell, err));
    if (table->goes_on) {
        fuhe_grid_let_go_on(&table->grid);
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_flow_end_cell(struct fuhe_flow *flow, struct fuhe_error *err) {
    struct fuhe_flow_table *table = fuhe_flow_table(flow);

    if (table == NULL || !table->in_cell) {
        return FUHE_STATUS_OK;
    }
    table->in_cell = false;
    return table->is_layout ? end_paragraph(flow, err) : add_cell(table, err);
}

enum fuhe_status fuhe_flow_begin_row(struct fuhe_flow *flow, struct fuhe_error *err) {
    struct fuhe_flow_table *table = fuhe_flow_table(flow);

    if (table == NULL) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_flow_end_cell(flow, err));
    table->in_row = true;
    fuhe_grid_begin_row(&table->grid);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_flow_end_row(struct fuhe_flow *flow, struct fuhe_error *err) {
    struct fuhe_flow_table *table = fuhe_flow_table(flow);

    if (table == NULL) {
        return FUHE_STATUS_OK;
    }
    table->in_row = false;
    return fuhe_flow_end_cell(flow, err);
}

enum fuhe_status fuhe_flow_begin_cell(struct fuhe_flow *flow, const struct fuhe_grid_cell *cell,
                                      struct fuhe_error *err) {
    struct fuhe_flow_table *table = fuhe_flow_table(flow);

    if (table == NULL) {
        return FUHE_STATUS_OK;
    }
    if (!table->in_row) {
        FUHE_TRY(fuhe_flow_begin_row(flow, err));
    }
    FUHE_TRY(fuhe_flow_end_cell(flow, err));
    table->in_cell = true;
    table->goes_on = false;
    table->cell = *cell;
    return FUHE_STATUS_OK;
}

/* The text that the cells of a table have is given back as paragraphs. */
static enum fuhe_status make_layout(struct fuhe_flow *flow, struct fuhe_flow_table *table, struct fuhe_error *err) {
    struct fuhe_grid *grid = &table->grid.grid;

    for (size_t i = 0; i < grid->cell_count; i++) {
        FUHE_TRY(fuhe_door_document_add_text(flow->document, grid->cells[i].text, grid->cells[i].place, err));
    }
    flow->document->cell_count -= grid->cell_count;
    grid->cell_count = 0;
    table->is_layout = true;
    flow->paragraph_place = table->cell.place;
    fuhe_text_builder_add(&flow->paragraph, fuhe_text_builder_text(&table->struck));
    fuhe_text_builder_add(&flow->paragraph, fuhe_text_builder_text(&table->text));
    table->text.length = table->struck.length = 0;
    return end_paragraph(flow, err);
}

enum fuhe_status fuhe_flow_begin_table(struct fuhe_flow *flow, struct fuhe_place place, struct fuhe_error *err) {
    struct fuhe_flow_table *around = fuhe_flow_table(flow);

    if (flow->table_count == FUHE_LIMIT_TABLE_DEPTH) {
        (void)fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_TABLES, "17", "16");
        fuhe_error_set_place(err, place.line, 0);
        return FUHE_STATUS_UNREADABLE;
    }
    FUHE_TRY(end_paragraph(flow, err));
    if (around != NULL && !around->is_layout && around->grid.grid.columns <= LAYOUT_COLUMNS_MAX) {
        FUHE_TRY(make_layout(flow, around, err));
    }
    struct fuhe_flow_table *table = &flow->tables[flow->table_count++];
    table->in_cell = table->in_row = table->is_layout = false;
    table->text.length = table->struck.length = 0;
    fuhe_grid_begin(&table->grid, flow->document, place);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_flow_end_table(struct fuhe_flow *flow, struct fuhe_error *err) {
    struct fuhe_flow_table *table = fuhe_flow_table(flow);

    if (table == NULL) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_flow_end_cell(flow, err));
    flow->table_count--;
    return fuhe_grid_end(&table->grid, err);
}

enum fuhe_status fuhe_flow_end(struct fuhe_flow *flow, struct fuhe_error *err) {
    while (flow->table_count > 0) {
        FUHE_TRY(fuhe_flow_end_table(flow, err));
    }
    return end_paragraph(flow, err);
}
