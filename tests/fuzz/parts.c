/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as parts of a package, which a check sum keeps from a fuzzer of whole files. */
#include "tests/fuzz/parts.h"

#include <stdlib.h>

enum { PARTS_MAX = 16 };

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static fuhe_text make_package(const struct package_plan *plan, fuhe_text input) {
    struct archive_part parts[PARTS_MAX];
    size_t count = 0;

    require(plan->fixed_count + plan->free_count <= PARTS_MAX);
    while (count < plan->fixed_count) {
        parts[count] = plan->fixed[count];
        count++;
    }
    for (size_t i = 0; i < plan->free_count; i++) {
        const char *end = input.length == 0 ? NULL : memchr(input.bytes, '\0', input.length);
        const size_t length = end == NULL ? input.length : (size_t)(end - input.bytes);
        parts[count++] = (struct archive_part){plan->free_names[i], {input.bytes, length}};
        input = fuhe_text_from(input, end == NULL ? length : length + 1);
    }
    return archive_make(parts, count);
}

static void check_grid(const struct fuhe_grid *grid) {
    for (size_t i = 0; i < grid->cell_count; i++) {
        const struct fuhe_grid_cell *cell = &grid->cells[i];
        require(cell->row_span > 0 && cell->row + cell->row_span <= grid->rows);
        require(cell->column_span > 0 && cell->column + cell->column_span <= grid->columns);
        require(fuhe_grid_begins_at(grid, cell->row, cell->column) == cell);
        require(fuhe_text_trim(cell->text).length == cell->text.length);
    }
}

void read_parts(const struct package_plan *plan, const uint8_t *bytes, size_t size) {
    struct fuhe_door_document document;
    struct fuhe_error error = {0};
    const fuhe_text package = make_package(plan, (fuhe_text){(const char *)bytes, size});
    struct fuhe_arena *arena = fuhe_arena_new();

    require(arena != NULL);
    fuhe_door_document_begin(&document, arena);
    require(fuhe_door_find(package, &error) == plan->door);
    const enum fuhe_status status = plan->door->read(package, &document, &error);
    require(status == error.status);
    for (size_t i = 0; i < document.block_count; i++) {
        check_grid(&document.blocks[i].grid);
    }
    fuhe_arena_free(arena);
    free((void *)(uintptr_t)package.bytes);
}
