/* SPDX-License-Identifier: Apache-2.0 */
#include "intake/grid.h"
#include "tests/support/cases.h"

/* A table as a text: rows are parted by /, cells are a letter with its row and column span, "a12". A dot ends the row
 * without a cell. Expected: which letter covers each place, blank where none does. */
struct grid_case {
    const char *name;
    const char *cells;
    const char *expected;
};

static const struct grid_case grid_cases[] = {
    {"plain", "a11b11/c11d11", "ab/cd"},
    {"a cell over two rows moves the next row on", "a21b11/c11", "ab/ac"},
    {"a cell over two columns", "a12b11/c11d11e11", "aab/cde"},
    {"a cell over rows and columns", "a22b11/c11/d11e11f11", "aab/aac/def"},
    {"rows end early", "a11b11c11/d11", "abc/d  "},
    {"a row without cells", "a11b11/./c11", "ab/  /c "},
    {"a span beyond the end is cut", "a91b11/c11", "ab/ac"},
    {"a span of no rows reaches to the end", "a01b11/c11/d11", "ab/ac/ad"},
    {"a wide cell ends where one reaches down", "a11b21c11/d13", "abc/db "},
    {"two cells reach down side by side", "a21b21c11/d11/e11", "abc/abd/e  "},
};

static void build(struct fuhe_grid_builder *builder, const char *cells) {
    const struct fuhe_place nowhere = {0, 0};

    fuhe_grid_begin_row(builder);
    for (const char *at = cells; *at != '\0';) {
        if (*at == '/' || *at == '.') {
            if (*at++ == '/') {
                fuhe_grid_begin_row(builder);
            }
            continue;
        }
        const struct fuhe_grid_cell cell = {{at, 1}, nowhere, 0, 0, (uint32_t)(at[1] - '0'), (uint32_t)(at[2] - '0')};
        assert_int_equal(fuhe_grid_add(builder, &cell, NULL), FUHE_STATUS_OK);
        at += 3;
    }
}

static void grid_covers(void **state) {
    const struct grid_case *row = *state;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_intake_document document;
    struct fuhe_grid_builder builder;
    char text[128];
    size_t length = 0;

    fuhe_intake_document_begin(&document, arena);
    fuhe_grid_begin(&builder, &document, (struct fuhe_place){0});
    build(&builder, row->cells);
    assert_int_equal(fuhe_grid_end(&builder, NULL), FUHE_STATUS_OK);
    assert_int_equal(document.block_count, 1);
    const struct fuhe_grid *grid = &document.blocks[0].grid;
    for (uint32_t i = 0; i < grid->rows; i++) {
        for (uint32_t k = 0; k < grid->columns; k++) {
            const struct fuhe_grid_cell *cell = fuhe_grid_at(grid, i, k);
            text[length++] = cell == NULL ? ' ' : cell->text.bytes[0];
        }
        text[length++] = i + 1 < grid->rows ? '/' : '\0';
    }
    assert_string_equal(text, row->expected);
    assert_null(fuhe_grid_at(grid, grid->rows, 0));
    assert_null(fuhe_grid_at(grid, 0, grid->columns));
    fuhe_arena_free(arena);
}

static void only_the_first_place_begins_a_cell(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_intake_document document;
    struct fuhe_grid_builder builder;

    (void)state;
    fuhe_intake_document_begin(&document, arena);
    fuhe_grid_begin(&builder, &document, (struct fuhe_place){0});
    build(&builder, "a22b11/c11");
    assert_int_equal(fuhe_grid_end(&builder, NULL), FUHE_STATUS_OK);
    const struct fuhe_grid *grid = &document.blocks[0].grid;
    assert_non_null(fuhe_grid_begins_at(grid, 0, 0));
    assert_null(fuhe_grid_begins_at(grid, 0, 1));
    assert_null(fuhe_grid_begins_at(grid, 1, 0));
    fuhe_arena_free(arena);
}

static void a_grid_without_cells_is_left_out(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_intake_document document;
    struct fuhe_grid_builder builder;

    (void)state;
    fuhe_intake_document_begin(&document, arena);
    fuhe_grid_begin(&builder, &document, (struct fuhe_place){0});
    fuhe_grid_begin_row(&builder);
    assert_int_equal(fuhe_grid_end(&builder, NULL), FUHE_STATUS_OK);
    assert_int_equal(document.block_count, 0);
    assert_int_equal(document.table_count, 1);
    fuhe_arena_free(arena);
}

/* 4,000 rows of one cell and one of 1,001 columns would have more places than a grid may have. */
static void a_grid_of_too_many_places_is_refused(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_intake_document document;
    struct fuhe_grid_builder builder;
    struct fuhe_error error = {0};
    struct fuhe_grid_cell cell = {.text = FUHE_TEXT("x"), .row_span = 1, .column_span = 1001};
    enum fuhe_status status = FUHE_STATUS_OK;

    (void)state;
    fuhe_intake_document_begin(&document, arena);
    fuhe_grid_begin(&builder, &document, (struct fuhe_place){0});
    for (size_t i = 0; i < 4000 && status == FUHE_STATUS_OK; i++) {
        fuhe_grid_begin_row(&builder);
        status = fuhe_grid_add(&builder, &cell, &error);
        cell.column_span = 1;
    }
    assert_int_equal(status, FUHE_STATUS_UNREADABLE);
    assert_int_equal(error.problem, FUHE_PROBLEM_LIMIT_CELLS);
    fuhe_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_first_place_begins_a_cell),
        cmocka_unit_test(a_grid_without_cells_is_left_out),
        cmocka_unit_test(a_grid_of_too_many_places_is_refused),
    };
    int failures = RUN_CASES("grid", grid_cases, grid_covers);

    failures += cmocka_run_group_tests_name("grids", tests, NULL, NULL);
    return failures;
}
