/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes through all doors, whether they recognise them or not. Every cell lies within its grid, begins where it says,
 * and is the only one there; texts are UTF-8 without white space at their ends. */
#include <stdint.h>
#include <stdlib.h>

#include "doors/door.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static void check_text(fuhe_text text) {
    require(fuhe_text_trim(text).length == text.length);
    for (size_t at = 0; at < text.length;) {
        const size_t start = at;
        require(fuhe_text_next(text, &at) != 0xFFFD || at - start == 3);
    }
}

static void check_grid(const struct fuhe_grid *grid) {
    require(grid->rows > 0 && grid->columns > 0 && grid->columns <= FUHE_LIMIT_GRID_COLUMNS);
    for (size_t i = 0; i < grid->cell_count; i++) {
        const struct fuhe_grid_cell *cell = &grid->cells[i];
        require(cell->row_span > 0 && cell->row + cell->row_span <= grid->rows);
        require(cell->column_span > 0 && cell->column + cell->column_span <= grid->columns);
        require(fuhe_grid_begins_at(grid, cell->row, cell->column) == cell);
        require(fuhe_grid_at(grid, cell->row + cell->row_span - 1, cell->column + cell->column_span - 1) == cell);
        check_text(cell->text);
    }
}

static void try_door(const struct fuhe_door *door, fuhe_text bytes) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;
    struct fuhe_error error = {0};

    require(arena != NULL);
    fuhe_door_document_begin(&document, arena);
    const enum fuhe_status status = door->read(bytes, &document, &error);
    require(status == FUHE_STATUS_OK ? error.status == FUHE_STATUS_OK : status == error.status);
    for (size_t i = 0; i < document.block_count; i++) {
        if (document.blocks[i].kind == FUHE_BLOCK_GRID) {
            check_grid(&document.blocks[i].grid);
        } else {
            require(document.blocks[i].paragraph.text.length > 0);
            check_text(document.blocks[i].paragraph.text);
        }
    }
    fuhe_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    const fuhe_text text = {(const char *)bytes, size};
    struct fuhe_error error = {0};
    const struct fuhe_door *door = fuhe_door_find(text, &error);

    require((door == NULL) == (error.status != FUHE_STATUS_OK));
    try_door(&fuhe_door_html, text);
    try_door(&fuhe_door_markdown, text);
    try_door(&fuhe_door_xlsx, text);
    return 0;
}
