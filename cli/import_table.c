/* SPDX-License-Identifier: Apache-2.0 */
/* Tables for a terminal. A text that does not fit ends in "…": the document itself has the whole of it. */
#include "cli/import_table.h"

#include <stdlib.h>
#include <string.h>

#include "report/width.h"

enum { GAP = 2, NARROWEST = 6 };

static const char ellipsis[] = "…";

bool fuhe_import_table_add(struct fuhe_import_table *table, const fuhe_text *cells) {
    if (table->rows == table->capacity) {
        const size_t capacity = table->capacity == 0 ? 32 : 2 * table->capacity;
        fuhe_text *grown = realloc(table->cells, capacity * table->columns * sizeof *grown);
        if (grown == NULL) {
            return false;
        }
        table->cells = grown;
        table->capacity = capacity;
    }
    memcpy(table->cells + table->rows * table->columns, cells, table->columns * sizeof *cells);
    table->rows++;
    return true;
}

void fuhe_import_table_release(struct fuhe_import_table *table) {
    free(table->cells);
    table->cells = NULL;
    table->rows = table->capacity = 0;
}

static size_t measure(const struct fuhe_import_table *table, size_t column) {
    size_t widest = 0;

    for (size_t row = 0; row < table->rows; row++) {
        const size_t width = fuhe_width_of(table->cells[row * table->columns + column]);
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* Takes from the widest column until the table fits. */
static void fit(size_t *widths, size_t columns, size_t page) {
    for (;;) {
        size_t sum = 0;
        size_t widest = 0;
        for (size_t i = 0; i < columns; i++) {
            sum += widths[i] + (widths[i] > 0 ? GAP : 0);
            widest = widths[i] > widths[widest] ? i : widest;
        }
        if (sum <= page + GAP || widths[widest] <= NARROWEST) {
            return;
        }
        widths[widest]--;
    }
}

static void write_cut(struct fuhe_output *output, fuhe_text text, size_t width) {
    size_t end = 0;

    if (fuhe_width_of(text) <= width) {
        fuhe_width_left(output, text, width);
        return;
    }
    for (size_t at = 0; at < text.length;) {
        (void)fuhe_text_next(text, &at);
        if (fuhe_width_of((fuhe_text){text.bytes, at}) + 1 > width) {
            break;
        }
        end = at;
    }
    const fuhe_text kept = {text.bytes, end};
    fuhe_width_write(output, kept);
    fuhe_output_string(output, ellipsis);
    fuhe_width_spaces(output, width - 1 - fuhe_width_of(kept));
}

static void write_row(const struct fuhe_import_table *table, size_t row, const size_t *widths,
                      struct fuhe_output *output) {
    size_t pending = 0; /* spaces before the next text: none at the end of a line */

    for (size_t column = 0; column < table->columns; column++) {
        const fuhe_text text = table->cells[row * table->columns + column];
        if (widths[column] == 0) {
            continue;
        }
        if (text.length == 0) {
            pending += widths[column] + GAP;
            continue;
        }
        const size_t width = fuhe_width_of(text) < widths[column] ? fuhe_width_of(text) : widths[column];
        fuhe_width_spaces(output, pending);
        write_cut(output, text, width);
        pending = widths[column] - width + GAP;
    }
    fuhe_output_char(output, '\n');
}

void fuhe_import_table_write(const struct fuhe_import_table *table, struct fuhe_output *output, size_t indent) {
    size_t widths[FUHE_IMPORT_COLUMNS_MAX] = {0};

    for (size_t column = 0; column < table->columns; column++) {
        widths[column] = measure(table, column);
    }
    fit(widths, table->columns, fuhe_width_page() - indent);
    for (size_t row = 0; row < table->rows; row++) {
        fuhe_width_spaces(output, indent);
        write_row(table, row, widths, output);
    }
}
