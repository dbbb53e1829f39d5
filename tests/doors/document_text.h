/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_DOORS_DOCUMENT_TEXT_H
#define FUHE_TESTS_DOORS_DOCUMENT_TEXT_H

#include <stdlib.h>

#include "doors/door.h"
#include "tests/support/text_line.h"

/* A document as doors read it, on one line: paragraphs in <>, grids in [] with rows parted by / and cells by |. A cell
 * that spans has its text once, followed by ^ (rows) or < (columns) in the other places. What is crossed out as a whole
 * has ~~ in front and behind, what stands of a cell ~~ in front. */
static inline void document_text_add_cell(struct text_line *text, const struct fuhe_grid_cell *cell) {
    text_line_add(text, cell->struck != FUHE_STRUCK_NOT ? FUHE_TEXT("~~") : FUHE_TEXT(""));
    text_line_add(text, cell->text);
    text_line_add(text, cell->struck == FUHE_STRUCK_WHOLE ? FUHE_TEXT("~~") : FUHE_TEXT(""));
}

static inline void document_text_add_grid(struct text_line *text, const struct fuhe_grid *grid) {
    text_line_add(text, FUHE_TEXT("["));
    for (uint32_t row = 0; row < grid->rows; row++) {
        text_line_add(text, row > 0 ? FUHE_TEXT("/") : FUHE_TEXT(""));
        for (uint32_t column = 0; column < grid->columns; column++) {
            const struct fuhe_grid_cell *cell = fuhe_grid_at(grid, row, column);
            text_line_add(text, column > 0 ? FUHE_TEXT("|") : FUHE_TEXT(""));
            if (cell != NULL && cell->row < row) {
                text_line_add(text, FUHE_TEXT("^"));
            } else if (cell != NULL && cell->column < column) {
                text_line_add(text, FUHE_TEXT("<"));
            } else if (cell != NULL) {
                document_text_add_cell(text, cell);
            }
        }
    }
    text_line_add(text, FUHE_TEXT("]"));
}

static inline void document_text_write(const struct fuhe_door_document *document, struct text_line *text) {
    *text = (struct text_line){.bytes = ""};
    for (size_t i = 0; i < document->block_count; i++) {
        const struct fuhe_block_of_text *block = &document->blocks[i];
        if (block->kind == FUHE_BLOCK_GRID) {
            document_text_add_grid(text, &block->grid);
        } else {
            text_line_add(text, FUHE_TEXT("<"));
            text_line_add(text, block->paragraph.text);
            text_line_add(text, FUHE_TEXT(">"));
        }
    }
}

/* A document that a door is found for and reads as expected, or refuses for a problem. Its bytes are freed. */
static inline void document_text_check(fuhe_text bytes, const struct fuhe_door *door, const char *expected,
                                       enum fuhe_problem problem) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;
    struct text_line text;
    struct fuhe_error error = {0};

    assert_ptr_equal(fuhe_door_find(bytes, &error), door);
    fuhe_door_document_begin(&document, arena);
    const enum fuhe_status status = door->read(bytes, &document, &error);
    assert_int_equal(error.problem, problem);
    assert_int_equal(status, error.status);
    if (status == FUHE_STATUS_OK) {
        document_text_write(&document, &text);
        assert_string_equal(text.bytes, expected);
    }
    fuhe_arena_free(arena);
    free((void *)(uintptr_t)bytes.bytes);
}

#endif
