/* SPDX-License-Identifier: Apache-2.0 */
#include "doors/grid.h"
#include "tests/support/cases.h"

/* A table as a text: rows are parted by /, cells are a letter with its row and column span, "a12"; + behind it lets
 * later rows go on with it, ^ is a part of the cell above with its column span, "^2" (or, when there is none, a cell of
 * its own called ?), > with a number leaves columns out. A dot ends the row without a cell. Expected: which letter
 * covers each place, blank where none does. */
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
    {"a part of the cell above", "a11+b11/^1c11/^1d11", "ab/ac/ad"},
    {"parts of two cells above", "a11+b12+c11/^1^2d11/e11^2f11", "abbc/abbd/ebbf"},
    {"a part of nothing", "a11b11/^1c11", "ab/?c"},
    {"a part of nothing can be gone on with", "a11b11/^1c11/^1d11", "ab/?c/?d"},
    {"a part in the first row", "^1b11/^1c11", "?b/?c"},
    {"a part that is wider than the cell above", "a11+b11/^2c11", "ab /??c"},
    {"a part that is narrower than the cell above", "a12+b11/^1c11d11", "aab/?cd"},
    {"a part that begins within the cell above", "a12+b11/c11^1d11", "aab/c?d"},
    {"a part behind a row without one", "a11+b11/c11d11/^1e11", "ab/cd/?e"},
    {"a part behind a row that is not there", "a11+b11/./^1e11", "ab/  /?e"},
    {"a part beside a cell over two rows", "a21b11+c11/^1d11", "abc/abd"},
    {"columns without a cell in front", "a11+b11c11/>1d11e11/^1f11", "abc/ de/?f "},
    {"columns without a cell beside a part", "a11b11+c11/>1^1d11", "abc/ bd"},
};

static void add(struct fuhe_grid_builder *builder, const char *letter, uint32_t rows, uint32_t columns) {
    const struct fuhe_grid_cell cell = {.text = {letter, 1}, .row_span = rows, .column_span = columns};

    assert_int_equal(fuhe_grid_add(builder, &cell, NULL), FUHE_STATUS_OK);
}

static void go_on(struct fuhe_grid_builder *builder, uint32_t columns) {
    if (!fuhe_grid_go_on(builder, columns)) {
        add(builder, "?", 1, columns);
        fuhe_grid_let_go_on(builder);
    }
}

/* Does what a sign says; how many letters it takes. */
static size_t build_sign(struct fuhe_grid_builder *builder, const char *at) {
    switch (*at) {
    case '.':
        return 1;
    case '/':
        fuhe_grid_begin_row(builder);
        return 1;
    case '+':
        fuhe_grid_let_go_on(builder);
        return 1;
    case '^':
        go_on(builder, (uint32_t)(at[1] - '0'));
        return 2;
    case '>':
        fuhe_grid_skip(builder, (uint32_t)(at[1] - '0'));
        return 2;
    default:
        add(builder, at, (uint32_t)(at[1] - '0'), (uint32_t)(at[2] - '0'));
        return 3;
    }
}

static void build(struct fuhe_grid_builder *builder, const char *cells) {
    fuhe_grid_begin_row(builder);
    while (*cells != '\0') {
        cells += build_sign(builder, cells);
    }
}

static void grid_covers(void **state) {
    const struct grid_case *row = *state;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;
    struct fuhe_grid_builder builder;
    char text[128];
    size_t length = 0;

    fuhe_door_document_begin(&document, arena);
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
    struct fuhe_door_document document;
    struct fuhe_grid_builder builder;

    (void)state;
    fuhe_door_document_begin(&document, arena);
    fuhe_grid_begin(&builder, &document, (struct fuhe_place){0});
    build(&builder, "a22b11/c11");
    assert_int_equal(fuhe_grid_end(&builder, NULL), FUHE_STATUS_OK);
    const struct fuhe_grid *grid = &document.blocks[0].grid;
    assert_non_null(fuhe_grid_begins_at(grid, 0, 0));
    assert_null(fuhe_grid_begins_at(grid, 0, 1));
    assert_null(fuhe_grid_begins_at(grid, 1, 0));
    fuhe_arena_free(arena);
}

static enum fuhe_status fill_grid(struct fuhe_door_document *document, size_t cells) {
    const struct fuhe_grid_cell cell = {.row_span = 1, .column_span = 1};
    struct fuhe_grid_builder builder;

    fuhe_grid_begin(&builder, document, (struct fuhe_place){0});
    for (size_t i = 0; i < cells; i++) {
        if (i % 1000 == 0) {
            fuhe_grid_begin_row(&builder);
        }
        FUHE_TRY(fuhe_grid_add(&builder, &cell, NULL));
    }
    return fuhe_grid_end(&builder, NULL);
}

static void as_many_cells_as_are_allowed(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;

    (void)state;
    fuhe_door_document_begin(&document, arena);
    assert_int_equal(fill_grid(&document, FUHE_LIMIT_GRID_CELLS), FUHE_STATUS_OK);
    assert_int_equal(fill_grid(&document, 1), FUHE_STATUS_UNREADABLE);
    fuhe_arena_free(arena);
}

static void as_many_paragraphs_as_are_allowed(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;
    struct fuhe_error error = {0};

    (void)state;
    fuhe_door_document_begin(&document, arena);
    for (size_t i = 0; i < FUHE_LIMIT_DOCUMENT_BLOCKS; i++) {
        assert_int_equal(fuhe_door_document_add_text(&document, FUHE_TEXT("a"), (struct fuhe_place){0}, &error),
                         FUHE_STATUS_OK);
    }
    assert_int_equal(fuhe_door_document_add_text(&document, FUHE_TEXT("a"), (struct fuhe_place){0}, &error),
                     FUHE_STATUS_UNREADABLE);
    assert_int_equal(error.problem, FUHE_PROBLEM_LIMIT_BLOCKS);
    fuhe_arena_free(arena);
}

static void a_grid_without_cells_is_left_out(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;
    struct fuhe_grid_builder builder;

    (void)state;
    fuhe_door_document_begin(&document, arena);
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
    struct fuhe_door_document document;
    struct fuhe_grid_builder builder;
    struct fuhe_error error = {0};
    struct fuhe_grid_cell cell = {.text = FUHE_TEXT("x"), .row_span = 1, .column_span = 1001};
    enum fuhe_status status = FUHE_STATUS_OK;

    (void)state;
    fuhe_door_document_begin(&document, arena);
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

/* Columns that are left out count, however many are asked for. */
static void columns_left_out_are_limited(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;
    struct fuhe_grid_builder builder;
    struct fuhe_error error = {0};
    const struct fuhe_grid_cell cell = {.text = FUHE_TEXT("x"), .row_span = 1, .column_span = 1};

    (void)state;
    fuhe_door_document_begin(&document, arena);
    fuhe_grid_begin(&builder, &document, (struct fuhe_place){0});
    fuhe_grid_begin_row(&builder);
    fuhe_grid_skip(&builder, UINT32_MAX);
    fuhe_grid_skip(&builder, UINT32_MAX);
    assert_false(fuhe_grid_go_on(&builder, 1));
    assert_int_equal(fuhe_grid_add(&builder, &cell, &error), FUHE_STATUS_UNREADABLE);
    assert_int_equal(error.problem, FUHE_PROBLEM_LIMIT_COLUMNS);
    fuhe_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_first_place_begins_a_cell),   cmocka_unit_test(a_grid_without_cells_is_left_out),
        cmocka_unit_test(as_many_cells_as_are_allowed),         cmocka_unit_test(as_many_paragraphs_as_are_allowed),
        cmocka_unit_test(a_grid_of_too_many_places_is_refused), cmocka_unit_test(columns_left_out_are_limited),
    };
    int failures = RUN_CASES("grid", grid_cases, grid_covers);

    failures += cmocka_run_group_tests_name("grids", tests, NULL, NULL);
    return failures;
}
