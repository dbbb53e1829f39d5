/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_DOORS_DOCUMENT_TEXT_H
#define FUHE_TESTS_DOORS_DOCUMENT_TEXT_H

#include <string.h>

#include "doors/grid.h"
#include "tests/support/cases.h"

/* A document as doors read it, on one line: paragraphs in <>, grids in [] with rows parted by / and cells by |. A cell
 * that spans has its text once, followed by ^ (rows) or < (columns) in the other places. */
struct document_text {
    char bytes[4096];
    size_t length;
};

static inline void document_text_add(struct document_text *text, fuhe_text more) {
    assert_true(text->length + more.length < sizeof text->bytes);
    memcpy(text->bytes + text->length, more.bytes == NULL ? "" : more.bytes, more.length);
    text->length += more.length;
    text->bytes[text->length] = '\0';
}

static inline void document_text_add_grid(struct document_text *text, const struct fuhe_grid *grid) {
    document_text_add(text, FUHE_TEXT("["));
    for (uint32_t row = 0; row < grid->rows; row++) {
        document_text_add(text, row > 0 ? FUHE_TEXT("/") : FUHE_TEXT(""));
        for (uint32_t column = 0; column < grid->columns; column++) {
            const struct fuhe_grid_cell *cell = fuhe_grid_at(grid, row, column);
            document_text_add(text, column > 0 ? FUHE_TEXT("|") : FUHE_TEXT(""));
            if (cell != NULL && cell->row < row) {
                document_text_add(text, FUHE_TEXT("^"));
            } else if (cell != NULL) {
                document_text_add(text, cell->column < column ? FUHE_TEXT("<") : cell->text);
            }
        }
    }
    document_text_add(text, FUHE_TEXT("]"));
}

static inline void document_text_write(const struct fuhe_door_document *document, struct document_text *text) {
    *text = (struct document_text){.bytes = ""};
    for (size_t i = 0; i < document->block_count; i++) {
        const struct fuhe_block_of_text *block = &document->blocks[i];
        if (block->kind == FUHE_BLOCK_GRID) {
            document_text_add_grid(text, &block->grid);
        } else {
            document_text_add(text, FUHE_TEXT("<"));
            document_text_add(text, block->paragraph.text);
            document_text_add(text, FUHE_TEXT(">"));
        }
    }
}

#endif
