/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as the parts of a workbook, which a check sum keeps from a fuzzer of whole files: sheet, strings, styles and
 * workbook, parted by zero bytes, are put into a package of their own and read. Cells lie within their grids. */
#include <stdint.h>
#include <stdlib.h>
#include <zip.h>

#include "intake/door.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"

static const char *const fixed_parts[][2] = {
    {"[Content_Types].xml", "spreadsheetml.sheet.main+xml"},
    {"_rels/.rels", RELATIONS "<Relationship Id='a' Type='/officeDocument' Target='b.xml'/></Relationships>"},
    {"_rels/b.xml.rels", RELATIONS "<Relationship Id='a' Type='/worksheet' Target='0'/>"
                                   "<Relationship Id='b' Type='/sharedStrings' Target='1'/>"
                                   "<Relationship Id='c' Type='/styles' Target='2'/></Relationships>"},
};
static const char *const free_parts[] = {"0", "1", "2", "b.xml"};

static void add_part(zip_t *zip, const char *name, fuhe_text part) {
    zip_source_t *source = zip_source_buffer(zip, part.bytes, part.length, 0);

    require(source != NULL);
    const zip_int64_t index = zip_file_add(zip, name, source, 0);
    require(index >= 0 && zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0) == 0);
}

/* The file that an archive with these parts is; the caller frees it. */
static char *make_package(fuhe_text input, size_t *length) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *zip = source == NULL ? NULL : zip_open_from_source(source, ZIP_TRUNCATE, &error);

    require(zip != NULL);
    zip_source_keep(source);
    for (size_t i = 0; i < sizeof fixed_parts / sizeof fixed_parts[0]; i++) {
        add_part(zip, fixed_parts[i][0], fuhe_text_of(fixed_parts[i][1]));
    }
    for (size_t i = 0; i < sizeof free_parts / sizeof free_parts[0]; i++) {
        const char *end = input.length == 0 ? NULL : memchr(input.bytes, '\0', input.length);
        const size_t part = end == NULL ? input.length : (size_t)(end - input.bytes);
        add_part(zip, free_parts[i], (fuhe_text){input.bytes, part});
        input = fuhe_text_from(input, end == NULL ? part : part + 1);
    }
    require(zip_close(zip) == 0);
    zip_stat_t information;
    require(zip_source_stat(source, &information) == 0 && zip_source_open(source) == 0);
    char *made = malloc(information.size);
    require(made != NULL && zip_source_read(source, made, information.size) == (zip_int64_t)information.size);
    (void)zip_source_close(source);
    zip_source_free(source);
    *length = information.size;
    return made;
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

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct fuhe_intake_document document;
    struct fuhe_error error = {0};
    size_t length;
    char *package = make_package((fuhe_text){(const char *)bytes, size}, &length);
    struct fuhe_arena *arena = fuhe_arena_new();

    require(arena != NULL);
    fuhe_intake_document_begin(&document, arena);
    const fuhe_text text = {package, length};
    require(fuhe_door_find(text, &error) == &fuhe_door_xlsx);
    const enum fuhe_status status = fuhe_door_xlsx.read(text, &document, &error);
    require(status == error.status);
    for (size_t i = 0; i < document.block_count; i++) {
        check_grid(&document.blocks[i].grid);
    }
    fuhe_arena_free(arena);
    free(package);
    return 0;
}
