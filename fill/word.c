/* SPDX-License-Identifier: Apache-2.0 */
/* Word documents: into cells that are there, into new columns, and into new rows below the total. */
#include <stdlib.h>

#include "fill/parts.h"
#include "fill/word_table.h"

static int compare_writes(const void *left, const void *right) {
    const struct fuhe_write *one = left;
    const struct fuhe_write *other = right;

    if (one->grid != other->grid) {
        return one->grid->number < other->grid->number ? -1 : 1;
    }
    if (one->row != other->row) {
        return one->row < other->row ? -1 : 1;
    }
    if (one->in_new_row != other->in_new_row) {
        return one->in_new_row ? 1 : -1;
    }
    return (one->column > other->column) - (one->column < other->column);
}

const struct fuhe_table_cell *fuhe_word_cell_at(const struct fuhe_word *word, const struct fuhe_grid *grid,
                                                uint32_t row, uint32_t column) {
    const struct fuhe_grid_cell *cell = fuhe_grid_at(grid, row, column);

    return cell == NULL || cell->number == 0 || cell->number > word->map.cell_count
               ? NULL
               : &word->map.cells[cell->number - 1];
}

const struct fuhe_table_row *fuhe_word_row_at(const struct fuhe_word *word, const struct fuhe_grid *grid,
                                              uint32_t row) {
    for (uint32_t column = 0; column < grid->columns; column++) {
        const struct fuhe_table_cell *cell =
            fuhe_grid_begins_at(grid, row, column) == NULL ? NULL : fuhe_word_cell_at(word, grid, row, column);
        if (cell != NULL && cell->row != SIZE_MAX) {
            return &word->map.rows[cell->row];
        }
    }
    return NULL;
}

/* --- cells that are there ---------------------------------------------------------------------------------------- */

static enum fuhe_status write_cell(struct fuhe_word *word, const struct fuhe_write *write) {
    const struct fuhe_table_cell *cell = fuhe_word_cell_at(word, write->grid, write->row, write->column);
    const struct fuhe_table_cell *like = fuhe_word_cell_at(word, write->grid, write->like_row, write->like_column);
    bool done = false;

    if (cell != NULL && write->grade.length > 0) {
        FUHE_TRY(fuhe_word_tick(word->splices, word->map.markup, cell, write->grade, &done));
    } else if (cell != NULL) {
        FUHE_TRY(fuhe_word_put(&word->text, word->splices, word->map.markup, cell, like, write->text, &done));
    }
    word->plan->homeless += !done;
    return FUHE_STATUS_OK;
}

/* --- new rows ---------------------------------------------------------------------------------------------------- */

/* Whether the row behind goes on with a cell of this one: then nothing can come between. */
static bool goes_on(const struct fuhe_word *word, const struct fuhe_table_row *row) {
    const size_t next = (size_t)(row - word->map.rows) + 1;

    for (size_t i = 0; i < word->map.cell_count; i++) {
        const struct fuhe_table_cell *cell = &word->map.cells[i];
        if (cell->goes_on && cell->row != SIZE_MAX && cell->row == next && word->map.rows[next].table == row->table) {
            return true;
        }
    }
    return false;
}

/* The cells of a new row share the columns of the table. */
static enum fuhe_status add_row(struct fuhe_word *word, const struct fuhe_write *writes, size_t count,
                                uint32_t more_columns) {
    const struct fuhe_table_row *above = fuhe_word_row_at(word, writes->grid, writes->row);

    if (above == NULL || above->table == SIZE_MAX || above->last_cell == SIZE_MAX || goes_on(word, above)) {
        word->plan->homeless += count / 2;
        return FUHE_STATUS_OK;
    }
    const uint32_t columns = word->map.tables[above->table].width + more_columns;
    const uint32_t share = columns >= count ? columns / (uint32_t)count : 1;
    fuhe_word_open(&word->text, "tr>");
    for (size_t i = 0; i < count; i++) {
        const struct fuhe_table_cell *like =
            fuhe_word_cell_at(word, writes[i].grid, writes[i].like_row, writes[i].like_column);
        const uint32_t rest = columns > share * (count - 1) ? columns - share * ((uint32_t)count - 1) : 1;
        fuhe_word_add_cell(&word->text, word->map.markup, like == NULL ? &word->map.cells[above->last_cell] : like,
                           i + 1 == count ? rest : share, 0, writes[i].text);
    }
    fuhe_word_close(&word->text, "tr");
    const enum fuhe_status status =
        word->text.bytes.failed
            ? FUHE_STATUS_NO_MEMORY
            : fuhe_splices_add(word->splices, above->end, above->end, fuhe_text_builder_text(&word->text.bytes));
    word->text.bytes.length = 0;
    return status;
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

static uint32_t count_new_columns(const struct fuhe_write *writes, size_t count) {
    uint32_t found = 0;

    for (size_t i = 0; i < count; i++) {
        const bool is_new = !writes[i].in_new_row && writes[i].column >= writes[i].grid->columns;
        const uint32_t behind = is_new ? writes[i].column + 1 - writes[i].grid->columns : 0;
        found = behind > found ? behind : found;
    }
    return found;
}

static enum fuhe_status fill_table(struct fuhe_word *word, const struct fuhe_write *writes, size_t count) {
    const uint32_t more = count_new_columns(writes, count);

    FUHE_TRY(fuhe_word_add_columns(word, writes, count));
    for (size_t i = 0, next; i < count; i = next) {
        next = i + 1;
        if (writes[i].in_new_row) {
            while (next < count && writes[next].in_new_row && writes[next].row == writes[i].row) {
                next++;
            }
            FUHE_TRY(add_row(word, writes + i, next - i, more));
        } else if (writes[i].column < writes[i].grid->columns) {
            FUHE_TRY(write_cell(word, &writes[i]));
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status fill(struct fuhe_word *word) {
    struct fuhe_write *items = word->plan->items;

    FUHE_TRY(fuhe_table_map_read(&word->map));
    qsort(items, word->plan->count, sizeof *items, compare_writes);
    for (size_t i = 0; i < word->map.cell_count; i++) {
        word->text.prefix = word->map.cells[i].tag.prefix;
    }
    for (size_t i = 0, next; i < word->plan->count; i = next) {
        for (next = i + 1; next < word->plan->count && items[next].grid == items[i].grid;) {
            next++;
        }
        FUHE_TRY(fill_table(word, items + i, next - i));
    }
    return FUHE_STATUS_OK;
}

/* A document whose elements have no prefix cannot have attributes of its own. */
static enum fuhe_status fill_part(struct fuhe_parts *parts, struct fuhe_plan *plan, const char *name,
                                  struct fuhe_error *err) {
    struct fuhe_splices splices = {.arena = parts->arena};
    struct fuhe_word word = {.splices = &splices, .plan = plan};
    fuhe_text markup;

    FUHE_TRY(fuhe_parts_load(parts, name, &markup, err));
    word.map.arena = parts->arena;
    word.map.markup = markup;
    const enum fuhe_status status = fill(&word);
    fuhe_text_builder_release(&word.text.bytes);
    if (status != FUHE_STATUS_OK) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    return !fuhe_markup_is_utf8(markup) || word.text.prefix.length == 0
               ? fuhe_package_complain(err, name, "it is not in UTF-8, or its elements have no prefix")
               : fuhe_parts_add(parts, name, markup, &splices, err);
}

enum fuhe_status fuhe_word_fill(struct fuhe_parts *parts, struct fuhe_plan *plan, size_t *formulas,
                                struct fuhe_error *err) {
    struct fuhe_relations relations;

    *formulas = 0;
    if (plan->count == 0) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_relations_read(parts->package, "", parts->arena, &relations, err));
    const struct fuhe_relation *document = fuhe_relations_by_type(&relations, "officeDocument");
    return document == NULL ? fuhe_package_complain(err, "_rels/.rels", "it does not say which part is the document")
                            : fill_part(parts, plan, document->target, err);
}
