/* SPDX-License-Identifier: Apache-2.0 */
/* A table as it stands in its document, spans and all, with numbers of rows and columns around it; in each cell what it
 * was read as. Of tables without end the page has a part, and says which. */
#include <stdlib.h>

#include "html/intake_parts.h"
#include "report/place.h"
#include "report/template.h"
#include "report/translate.h"

enum {
    COLUMNS_MAX = 60, /* beyond the last one that was read */
    PLACES_MAX = 60000,
    OTHER_PLACES_MAX = 2000, /* of a table that is no form */
    ROWS_IN_FRONT = 3,       /* of a form that begins far below */
    TEXT_MAX = 1500,         /* bytes of a cell */
    TEXT_SHORT = 60
};

/* --- what there is room for -------------------------------------------------------------------------------------- */

struct used_part {
    bool any;
    uint32_t first_row;
    uint32_t column_end;
};

static struct used_part find_used(const struct fuhe_recognition *recognition, const struct fuhe_grid *grid) {
    struct used_part used = {.first_row = UINT32_MAX};

    for (size_t i = 0; i < recognition->form_count; i++) {
        const struct fuhe_recognised *form = recognition->forms[i];
        for (size_t m = 0; m < form->mark_count; m++) {
            const struct fuhe_mark *mark = &form->marks[m];
            if (mark->grid == grid && mark->why != FUHE_WHY_NOT_READ) {
                used.any = true;
                used.first_row = mark->row < used.first_row ? mark->row : used.first_row;
                used.column_end = mark->column >= used.column_end ? mark->column + 1 : used.column_end;
            }
        }
    }
    return used;
}

struct fuhe_intake_view fuhe_intake_view_of(const struct fuhe_recognition *recognition, const struct fuhe_grid *grid) {
    const struct used_part used = find_used(recognition, grid);
    const uint32_t wished = used.column_end > COLUMNS_MAX ? used.column_end : COLUMNS_MAX;
    const uint32_t columns = grid->columns < wished ? grid->columns : wished;
    const uint32_t rows = (used.any ? PLACES_MAX : OTHER_PLACES_MAX) / columns + 1;
    const bool starts_below = used.any && grid->rows > rows && used.first_row > ROWS_IN_FRONT;
    const uint32_t first = starts_below ? used.first_row - ROWS_IN_FRONT : 0;

    return (struct fuhe_intake_view){first, grid->rows - first < rows ? grid->rows : first + rows, columns};
}

static size_t places_of(const struct fuhe_intake_view *view) {
    return (size_t)(view->row_end - view->first_row) * view->column_end;
}

/* --- marks ------------------------------------------------------------------------------------------------------- */

/* Of two marks of a cell the less sure one is shown, then the one that says more than that it is a heading. */
static bool says_more(const struct fuhe_mark *mark, const struct fuhe_mark *shown) {
    if (shown == NULL || mark->sureness != shown->sureness) {
        return shown == NULL || mark->sureness > shown->sureness;
    }
    return fuhe_intake_group_of(shown) == FUHE_INTAKE_HEADING && fuhe_intake_group_of(mark) != FUHE_INTAKE_HEADING;
}

/* For each cell of a grid the mark to be shown, NULL for none. The caller's to free; NULL when memory is out. */
static const struct fuhe_mark **marks_of(const struct fuhe_recognition *recognition, const struct fuhe_grid *grid) {
    const struct fuhe_mark **marks = calloc(grid->cell_count, sizeof *marks);

    for (size_t i = 0; marks != NULL && i < recognition->form_count; i++) {
        const struct fuhe_recognised *form = recognition->forms[i];
        for (size_t m = 0; m < form->mark_count; m++) {
            const struct fuhe_mark *mark = &form->marks[m];
            const struct fuhe_grid_cell *cell = mark->grid == grid ? fuhe_grid_at(grid, mark->row, mark->column) : NULL;
            if (cell != NULL && says_more(mark, marks[cell - grid->cells])) {
                marks[cell - grid->cells] = mark;
            }
        }
    }
    return marks;
}

/* --- cells ------------------------------------------------------------------------------------------------------- */

void fuhe_intake_anchor(struct fuhe_intake_page *page, const struct fuhe_grid *grid, uint32_t row, uint32_t column) {
    const struct {
        const char *mark;
        size_t number;
    } parts[] = {{"d", page->document}, {"t", grid->number}, {"r", row + 1U}, {"c", column + 1U}};
    struct fuhe_output *output = fuhe_page_text(page->page);

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        fuhe_output_string(output, parts[i].mark);
        fuhe_output_size(output, parts[i].number);
    }
}

static void write_number(struct fuhe_intake_page *page, const char *before, size_t number, const char *behind) {
    fuhe_page_markup(page->page, before);
    fuhe_output_size(fuhe_page_text(page->page), number);
    fuhe_page_markup(page->page, behind);
}

/* Long texts are cut between characters; when the page is full, at a few words. */
static void write_text(struct fuhe_intake_page *page, fuhe_text text) {
    const size_t most = page->bytes_left > TEXT_MAX ? TEXT_MAX : TEXT_SHORT;
    size_t length = text.length < most ? text.length : most;

    while (length > 0 && length < text.length && ((unsigned char)text.bytes[length] & 0xC0) == 0x80) {
        length--;
    }
    page->bytes_left -= length < page->bytes_left ? length : page->bytes_left;
    fuhe_page_write(page->page, (fuhe_text){text.bytes, length});
    fuhe_page_word(page->page, length < text.length ? "…" : "");
}

static const char *const sureness_classes[] = {"", " likely", " unsure"};

/* "? weight: a number is expected here" */
static void write_caption(struct fuhe_intake_page *page, const struct fuhe_mark *mark) {
    const enum fuhe_intake_group group = fuhe_intake_group_of(mark);
    const bool is_unread = group == FUHE_INTAKE_UNREAD;

    if (group == FUHE_INTAKE_HEADING && mark->sureness == FUHE_SURE_CERTAIN) {
        return;
    }
    fuhe_page_markup(page->page, "<small>");
    fuhe_page_word(page->page, mark->sureness == FUHE_SURE_UNSURE                 ? "? "
                               : mark->sureness == FUHE_SURE_LIKELY && !is_unread ? "~ "
                                                                                  : "");
    fuhe_page_word(page->page, is_unread ? _("not used") : page->wording->role(mark->role));
    if (mark->sureness == FUHE_SURE_UNSURE) {
        fuhe_page_word(page->page, _(": "));
        fuhe_page_word(page->page, page->wording->why(mark->why));
    }
    fuhe_page_markup(page->page, "</small>");
}

static void write_class(struct fuhe_page *page, const struct fuhe_mark *mark) {
    const enum fuhe_intake_group group = fuhe_intake_group_of(mark);
    const bool quietly = group == FUHE_INTAKE_UNREAD && mark->sureness == FUHE_SURE_LIKELY;

    fuhe_page_markup(page, " class=\"");
    fuhe_page_markup(page, fuhe_intake_group_class(group));
    fuhe_page_markup(page, quietly ? "" : sureness_classes[mark->sureness]);
    fuhe_page_markup(page, "\"");
}

static void write_spans(struct fuhe_intake_page *page, const struct fuhe_grid_cell *cell,
                        const struct fuhe_intake_view *view) {
    const uint32_t rows = view->row_end - cell->row;
    const uint32_t columns = view->column_end - cell->column;
    const uint32_t height = cell->row_span < rows ? cell->row_span : rows;
    const uint32_t width = cell->column_span < columns ? cell->column_span : columns;

    if (height > 1) {
        write_number(page, " rowspan=\"", height, "\"");
    }
    if (width > 1) {
        write_number(page, " colspan=\"", width, "\"");
    }
}

static void write_cell(struct fuhe_intake_page *page, const struct fuhe_grid *grid, const struct fuhe_grid_cell *cell,
                       const struct fuhe_mark *mark, const struct fuhe_intake_view *view) {
    fuhe_page_markup(page->page, "<td");
    if (mark != NULL) {
        fuhe_page_markup(page->page, " id=\"");
        fuhe_intake_anchor(page, grid, cell->row, cell->column);
        fuhe_page_markup(page->page, "\"");
        write_class(page->page, mark);
    }
    write_spans(page, cell, view);
    fuhe_page_markup(page->page, ">");
    write_text(page, cell->text);
    if (mark != NULL) {
        write_caption(page, mark);
    }
    fuhe_page_markup(page->page, "</td>");
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

static void write_column_numbers(struct fuhe_intake_page *page, const struct fuhe_grid *grid, uint32_t end) {
    char letters[FUHE_PLACE_LETTERS];

    fuhe_page_markup(page->page, "<thead><tr><td></td>");
    for (uint32_t column = 0; column < end; column++) {
        fuhe_page_markup(page->page, "<th scope=\"col\">");
        if (grid->sheet.length > 0) {
            fuhe_page_write(page->page, fuhe_place_letters(column + 1, letters));
        } else {
            fuhe_output_size(fuhe_page_text(page->page), column + 1U);
        }
        fuhe_page_markup(page->page, "</th>");
    }
    fuhe_page_markup(page->page, "</tr></thead>\n<tbody>\n");
}

static void write_row(struct fuhe_intake_page *page, const struct fuhe_grid *grid, uint32_t row,
                      const struct fuhe_mark **marks, const struct fuhe_intake_view *view) {
    write_number(page, "<tr><th scope=\"row\">", row + 1U, "</th>");
    for (uint32_t column = 0; column < view->column_end; column++) {
        const struct fuhe_grid_cell *cell = fuhe_grid_at(grid, row, column);
        if (cell == NULL || cell->row < view->first_row) {
            fuhe_page_markup(page->page, "<td></td>");
        } else if (cell->row == row && cell->column == column) {
            write_cell(page, grid, cell, marks[cell - grid->cells], view);
        }
    }
    fuhe_page_markup(page->page, "</tr>\n");
}

static void write_cut(struct fuhe_intake_page *page, const struct fuhe_grid *grid,
                      const struct fuhe_intake_view *view) {
    char numbers[5][FUHE_SIZE_TEXT_SIZE];
    const size_t values[] = {view->first_row + 1U, view->row_end, grid->rows, view->column_end, grid->columns};
    static const char *const names[] = {"first", "last", "rows", "column", "columns"};
    struct fuhe_template_word words[6] = {{NULL, {NULL, 0}}};

    if (view->first_row == 0 && view->row_end == grid->rows && view->column_end == grid->columns) {
        return;
    }
    for (size_t i = 0; i < 5; i++) {
        words[i] = (struct fuhe_template_word){names[i], {numbers[i], fuhe_size_format(values[i], numbers[i])}};
    }
    fuhe_page_markup(page->page, "<p class=\"incomplete\">");
    fuhe_template_words(fuhe_page_text(page->page),
                        view->row_end == view->first_row
                            ? _("This table is not shown: the page is full. It has {rows} rows and {columns} columns.")
                            : _("Cut: of {rows} rows the page shows {first} to {last}, of {columns} columns the first "
                                "{column}."),
                        words);
    fuhe_page_markup(page->page, "</p>\n");
}

static void write_rows(struct fuhe_intake_page *page, const struct fuhe_grid *grid, const struct fuhe_mark **marks,
                       const struct fuhe_intake_view *view) {
    fuhe_page_markup(page->page, "<div class=\"frame\" role=\"region\" tabindex=\"0\" aria-label=\"");
    fuhe_page_word(page->page, _("The table of the document"));
    fuhe_page_markup(page->page, "\"><table class=\"grid\">\n");
    write_column_numbers(page, grid, view->column_end);
    for (uint32_t row = view->first_row; row < view->row_end; row++) {
        write_row(page, grid, row, marks, view);
    }
    fuhe_page_markup(page->page, "</tbody>\n</table></div>\n");
}

void fuhe_intake_table(struct fuhe_intake_page *page, const struct fuhe_recognition *recognition,
                       const struct fuhe_grid *grid) {
    struct fuhe_intake_view view = fuhe_intake_view_of(recognition, grid);
    const struct fuhe_mark **marks = marks_of(recognition, grid);

    if (marks == NULL) {
        fuhe_output_no_memory(&page->page->file.output);
        return;
    }
    if (places_of(&view) > page->places_left) {
        view.row_end = view.first_row;
    }
    page->places_left -= places_of(&view);
    write_cut(page, grid, &view);
    if (view.row_end > view.first_row) {
        write_rows(page, grid, marks, &view);
    }
    free(marks);
}
