/* SPDX-License-Identifier: Apache-2.0 */
/* Which cells a filled form differs in from the one that was recognised, and where they stand in its tables. A merged
 * cell for several rows can hold one value only: what would go there is counted as homeless instead. */
#include "fill/plan.h"

#include "fill/tick.h"
#include "doors/sheet.h"

struct planning {
    struct fuhe_plan *plan;
    const struct fuhe_intake *intake;
    const struct fuhe_recognised *recognised;
    const struct fuhe_form *filled;
    fuhe_text total; /* the verified one */
};

static const struct fuhe_grid *find_grid(const struct fuhe_intake *intake, uint32_t number) {
    for (size_t i = 0; i < intake->document.block_count && number > 0; i++) {
        const struct fuhe_block_of_text *block = &intake->document.blocks[i];
        if (block->kind == FUHE_BLOCK_GRID && block->grid.number == number) {
            return &block->grid;
        }
    }
    return NULL;
}

/* The cell of a grid at a place of a form; NULL when there is none. */
static const struct fuhe_grid_cell *find_cell(const struct planning *planning, struct fuhe_place place,
                                              const struct fuhe_grid **grid) {
    *grid = find_grid(planning->intake, place.table);
    return *grid == NULL ? NULL : fuhe_grid_at(*grid, place.line - 1, place.column - 1);
}

/* Where nothing stands on the right. */
static uint32_t reach_of(const struct fuhe_grid *grid) {
    return grid->reach > grid->columns ? grid->reach : grid->columns;
}

static bool same_cell(const struct fuhe_write *one, const struct fuhe_write *other) {
    return one->grid == other->grid && one->row == other->row && one->column == other->column &&
           one->in_new_row == other->in_new_row;
}

/* Whether a sheet ends in front of the cell. */
static bool is_beyond_sheet(const struct fuhe_write *write) {
    return write->grid->sheet.length > 0 && write->column >= FUHE_LIMIT_GRID_COLUMNS;
}

/* Two values for one cell: neither is written. */
static bool take_back(struct fuhe_plan *plan, const struct fuhe_write *write) {
    for (size_t i = plan->begin; i < plan->count; i++) {
        struct fuhe_write *other = &plan->items[i];
        if (same_cell(other, write)) {
            plan->homeless += other->is_void ? 1 : 2;
            other->is_void = true;
            return true;
        }
    }
    return false;
}

static enum fuhe_status add(struct fuhe_plan *plan, struct fuhe_write write) {
    void *items = plan->items;

    if (is_beyond_sheet(&write)) {
        plan->homeless += write.kind == FUHE_WRITE_NUMBER || write.kind == FUHE_WRITE_PROSE;
        return FUHE_STATUS_OK;
    }
    if (take_back(plan, &write)) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_arena_copy(plan->arena, write.text, &write.text));
    FUHE_TRY(fuhe_arena_copy(plan->arena, write.grade, &write.grade));
    FUHE_TRY(fuhe_arena_grow(plan->arena, &items, plan->count, &plan->capacity, sizeof write));
    plan->items = items;
    plan->items[plan->count++] = write;
    return FUHE_STATUS_OK;
}

static bool is_new(const struct fuhe_cell *cell, const struct fuhe_cell *filled) {
    return cell->state != FUHE_CELL_TEXT && filled->state == FUHE_CELL_TEXT;
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

/* The header that a row stands under. */
static const struct fuhe_header *find_header(const struct planning *planning, const struct fuhe_grid *grid,
                                             uint32_t row) {
    const struct fuhe_recognised *recognised = planning->recognised;
    const struct fuhe_header *found = NULL;

    for (size_t i = 0; i < recognised->header_count; i++) {
        const struct fuhe_header *header = &recognised->headers[i];
        if (header->grid->number < grid->number || (header->grid == grid && header->row <= row)) {
            found = header;
        }
    }
    return found;
}

/* Writes into the cell that a form has for it; what looks like a cell but is none is homeless. */
static enum fuhe_status write_own(struct planning *planning, const struct fuhe_cell *cell, struct fuhe_write write) {
    const struct fuhe_grid *grid;
    const struct fuhe_grid_cell *own = find_cell(planning, cell->place, &grid);

    if (own == NULL) {
        planning->plan->homeless++;
        return FUHE_STATUS_OK;
    }
    write.grid = grid;
    write.row = own->row;
    write.column = own->column;
    return add(planning->plan, write);
}

/* A row of indicators, and where what is new in it goes. */
struct row {
    const struct fuhe_grid *grid;
    const struct fuhe_header *header;
    uint32_t number;
    struct fuhe_place score_like; /* the cells that new ones look like */
    struct fuhe_place reason_like;
};

/* One value: into the cell that the form has for it, or into a new one. */
static enum fuhe_status plan_value(struct planning *planning, const struct row *row, const struct fuhe_cell *cell,
                                   const struct fuhe_cell *filled, bool is_reason) {
    const struct fuhe_place like = is_reason ? row->reason_like : row->score_like;
    const bool follows = is_reason && row->header->reviewed_score == row->header->grid->columns;
    struct fuhe_write write = {.kind = is_reason ? FUHE_WRITE_PROSE : FUHE_WRITE_NUMBER,
                               .value = is_reason ? FUHE_VALUE_REASON : FUHE_VALUE_SCORE,
                               .grid = row->grid,
                               .row = row->number,
                               .column = reach_of(row->grid) + follows,
                               .text = filled->text,
                               .like_row = like.line - 1,
                               .like_column = like.column - 1};

    if (cell->state != FUHE_CELL_ABSENT) {
        return is_new(cell, filled) ? write_own(planning, cell, write) : FUHE_STATUS_OK;
    }
    if (filled->state != FUHE_CELL_TEXT) {
        write.kind = FUHE_WRITE_BLANK;
        write.value = FUHE_VALUE_OTHER;
    }
    return add(planning->plan, write);
}

static enum fuhe_status plan_row(struct planning *planning, const struct fuhe_indicator *indicator,
                                 const struct fuhe_indicator *filled) {
    struct row row = {.grid = find_grid(planning->intake, indicator->place.table), .number = indicator->place.line - 1};

    row.header = row.grid == NULL ? NULL : find_header(planning, row.grid, row.number);
    if (row.header == NULL) {
        planning->plan->homeless += is_new(&indicator->reviewed_score, &filled->reviewed_score);
        return FUHE_STATUS_OK;
    }
    row.score_like = indicator->score.place.table > 0 ? indicator->score.place : indicator->place;
    const bool reason_looks =
        indicator->reason.state == FUHE_CELL_TEXT ||
        (row.grid->sheet.length > 0 && indicator->reason.place.table > 0); /* a blank text has no looks */
    row.reason_like = reason_looks ? indicator->reason.place : row.score_like;
    FUHE_TRY(plan_value(planning, &row, &indicator->reviewed_score, &filled->reviewed_score, false));
    return plan_value(planning, &row, &indicator->reviewed_reason, &filled->reviewed_reason, true);
}

/* --- headings ---------------------------------------------------------------------------------------------------- */

static bool has_new_columns(const struct fuhe_plan *plan) {
    for (size_t i = plan->begin; i < plan->count; i++) {
        const struct fuhe_write *write = &plan->items[i];
        if (write->kind != FUHE_WRITE_BLANK && write->column >= reach_of(write->grid)) {
            return true;
        }
    }
    return false;
}

/* Blank cells make new columns complete; without any value in them there are no new columns. */
static void drop_blanks(struct fuhe_plan *plan) {
    for (size_t i = plan->begin; i < plan->count; i++) {
        plan->items[i].is_void = plan->items[i].is_void || plan->items[i].kind == FUHE_WRITE_BLANK;
    }
}

/* Both columns are headed, whether there is a reason to give or not: the next reviewer finds them. */
static enum fuhe_status plan_headings(struct planning *planning, const struct fuhe_header *header) {
    const struct fuhe_grid *grid = header->grid;
    struct fuhe_write heading = {.kind = FUHE_WRITE_HEADING,
                                 .grid = grid,
                                 .row = header->row,
                                 .column = reach_of(grid),
                                 .like_row = header->row,
                                 .like_column = header->score < grid->columns ? header->score : 0};

    if (header->reviewed_score == grid->columns) {
        heading.text = FUHE_TEXT("校验得分");
        FUHE_TRY(add(planning->plan, heading));
        heading.column++;
    }
    if (header->reviewed_reason == grid->columns) {
        heading.text = FUHE_TEXT("偏差原因");
        FUHE_TRY(add(planning->plan, heading));
    }
    return FUHE_STATUS_OK;
}

/* --- the whole form ---------------------------------------------------------------------------------------------- */

/* The blank cell behind a label; NULL when there is none. */
static const struct fuhe_grid_cell *find_blank_behind(const struct fuhe_grid *grid,
                                                      const struct fuhe_grid_cell *label) {
    const struct fuhe_grid_cell *cell = fuhe_grid_at(grid, label->row, label->column + label->column_span);

    return cell != NULL && cell->row == label->row && cell->text.length == 0 ? cell : NULL;
}

/* `like` is the cell whose text a new one looks like. */
static enum fuhe_status write_cell(struct planning *planning, const struct fuhe_grid *grid,
                                   const struct fuhe_grid_cell *cell, const struct fuhe_grid_cell *like,
                                   struct fuhe_write write) {
    if (cell == NULL) {
        planning->plan->homeless++;
        return FUHE_STATUS_OK;
    }
    write.grid = grid;
    write.row = cell->row;
    write.column = cell->column;
    write.like_row = like->row;
    write.like_column = like->column;
    return add(planning->plan, write);
}

static enum fuhe_status write_behind(struct planning *planning, const struct fuhe_grid *grid,
                                     const struct fuhe_grid_cell *label, struct fuhe_write write) {
    return write_cell(planning, grid, label == NULL ? NULL : find_blank_behind(grid, label), label, write);
}

static enum fuhe_status plan_deviation(struct planning *planning) {
    const struct fuhe_write write = {.kind = FUHE_WRITE_NUMBER, .text = planning->filled->total_deviation_rate.text};
    const struct fuhe_grid *grid;
    const struct fuhe_grid_cell *label =
        find_cell(planning, planning->recognised->form.total_deviation_rate.place, &grid);

    return write_behind(planning, grid, label, write);
}

/* Behind its label; a grade that is printed with boxes gets its tick. */
static enum fuhe_status plan_grade(struct planning *planning) {
    struct fuhe_write write = {.kind = FUHE_WRITE_WORD, .text = planning->filled->total_grade.text};
    const struct fuhe_grid *grid;
    const struct fuhe_grid_cell *cell = find_cell(planning, planning->recognised->form.total_grade.place, &grid);
    struct fuhe_tick tick;

    if (cell == NULL || !fuhe_tick_find(cell->text, write.text, &tick)) {
        return write_behind(planning, grid, cell, write);
    }
    char *ticked = fuhe_arena_allocate(planning->plan->arena, cell->text.length + FUHE_TICK_SIZE, 1);
    if (ticked == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    write.grade = write.text;
    write.text = fuhe_tick_set(cell->text, &tick, ticked);
    return write_cell(planning, grid, cell, cell, write);
}

/* Of merged cells only the first shows what is in it: whether a row has others. */
static bool is_merged(const struct fuhe_grid *grid, uint32_t row) {
    for (size_t i = 0; i < grid->merge_count; i++) {
        const struct fuhe_sheet_merge *merge = &grid->merges[i];
        if (merge->row <= row && row - merge->row < merge->row_span) {
            return true;
        }
    }
    return false;
}

/* Whether nothing stands in the row below, nor reaches into it. */
static bool is_free_below(const struct fuhe_grid *grid, uint32_t row) {
    if (is_merged(grid, row + 1)) {
        return false;
    }
    for (uint32_t column = 0; column < grid->columns; column++) {
        const struct fuhe_grid_cell *cell = fuhe_grid_at(grid, row + 1, column);
        if (cell != NULL && (cell->text.length > 0 || cell->row <= row)) {
            return false;
        }
    }
    return true;
}

/* The row that the form ends with: its total, else its last indicator. */
static struct fuhe_place find_last_row(const struct fuhe_form *form) {
    if (form->total_claimed.place.table > 0) {
        return form->total_claimed.place;
    }
    return form->indicator_count > 0 ? form->indicators[form->indicator_count - 1].place : (struct fuhe_place){0};
}

/* The first cell of a row with text: labels below look like it. */
static uint32_t find_first(const struct fuhe_grid *grid, uint32_t row) {
    uint32_t column = 0;

    while (column + 1 < grid->columns && (fuhe_grid_begins_at(grid, row, column) == NULL ||
                                          fuhe_grid_begins_at(grid, row, column)->text.length == 0)) {
        column++;
    }
    return column;
}

struct line {
    const struct fuhe_grid *grid;
    struct fuhe_place like;
    uint32_t column;
    bool below;
};

static enum fuhe_status add_pair(struct planning *planning, struct line *line, const char *label,
                                 struct fuhe_write value) {
    struct fuhe_write word = {.kind = FUHE_WRITE_WORD, .text = fuhe_text_of(label)};

    word.grid = value.grid = line->grid;
    word.row = value.row = word.like_row = value.like_row = line->like.line - 1;
    word.like_column = find_first(line->grid, word.row);
    value.like_column = line->like.column - 1;
    word.in_new_row = value.in_new_row = line->below;
    word.column = line->column++;
    value.column = line->column++;
    FUHE_TRY(add(planning->plan, word));
    return add(planning->plan, value);
}

/* A form without cells for what is said of the whole: in a row of its own below, where that is free, else beside. */
static enum fuhe_status plan_new_line(struct planning *planning, bool has_rate, bool has_grade) {
    const struct fuhe_form *filled = planning->filled;
    struct line line = {.like = find_last_row(&planning->recognised->form)};

    line.grid = find_grid(planning->intake, line.like.table);
    if (line.grid == NULL) {
        planning->plan->homeless += (size_t)has_rate + has_grade;
        return FUHE_STATUS_OK;
    }
    line.below = line.grid->sheet.length == 0 || is_free_below(line.grid, line.like.line - 1);
    if (!line.below) {
        line.column = reach_of(line.grid) + 2;
    }
    if (has_rate) {
        const struct fuhe_write rate = {.kind = FUHE_WRITE_NUMBER, .text = filled->total_deviation_rate.text};
        FUHE_TRY(add_pair(planning, &line, "偏差率(%)", rate));
    }
    if (has_grade) {
        const struct fuhe_write grade = {.kind = FUHE_WRITE_WORD, .text = filled->total_grade.text};
        FUHE_TRY(add_pair(planning, &line, "复核档次", grade));
    }
    return FUHE_STATUS_OK;
}

/* The verified total stands beside the claimed one, under the heading of the reviewer's scores: where such a cell is
 * free, or their column is new. In a row that is shifted nothing stands under its heading. */
static enum fuhe_status plan_total(struct planning *planning, bool has_new) {
    const struct fuhe_cell *claimed = &planning->recognised->form.total_claimed;
    const struct fuhe_grid *grid = find_grid(planning->intake, claimed->place.table);
    const struct fuhe_header *header = grid == NULL ? NULL : find_header(planning, grid, claimed->place.line - 1);
    struct fuhe_write write = {.kind = FUHE_WRITE_NUMBER, .value = FUHE_VALUE_SCORE, .text = planning->total};

    if (planning->total.length == 0 || header == NULL || header->grid != grid ||
        (claimed->state == FUHE_CELL_TEXT && claimed->place.column - 1 != header->score)) {
        return FUHE_STATUS_OK;
    }
    write.grid = grid;
    write.row = write.like_row = claimed->place.line - 1;
    write.like_column = claimed->place.column - 1;
    if (header->reviewed_score == grid->columns) {
        write.column = reach_of(grid);
        return has_new ? add(planning->plan, write) : FUHE_STATUS_OK;
    }
    const struct fuhe_grid_cell *cell = fuhe_grid_begins_at(grid, write.row, header->reviewed_score);
    write.column = header->reviewed_score;
    return cell != NULL && cell->text.length == 0 && cell->row_span == 1 ? add(planning->plan, write) : FUHE_STATUS_OK;
}

static enum fuhe_status plan_whole(struct planning *planning) {
    const struct fuhe_form *form = &planning->recognised->form;
    const bool rate = is_new(&form->total_deviation_rate, &planning->filled->total_deviation_rate);
    const bool grade = is_new(&form->total_grade, &planning->filled->total_grade);
    const bool rate_absent = form->total_deviation_rate.state == FUHE_CELL_ABSENT;
    const bool grade_absent = form->total_grade.state == FUHE_CELL_ABSENT;

    if (rate && !rate_absent) {
        FUHE_TRY(plan_deviation(planning));
    }
    if (grade && !grade_absent) {
        FUHE_TRY(plan_grade(planning));
    }
    return (rate && rate_absent) || (grade && grade_absent)
               ? plan_new_line(planning, rate && rate_absent, grade && grade_absent)
               : FUHE_STATUS_OK;
}

enum fuhe_status fuhe_plan_form(struct fuhe_plan *plan, const struct fuhe_intake *intake,
                                const struct fuhe_recognised *recognised, const struct fuhe_form *filled,
                                fuhe_text total) {
    struct planning planning = {plan, intake, recognised, filled, total};

    plan->begin = plan->count;
    for (size_t i = 0; i < recognised->form.indicator_count; i++) {
        FUHE_TRY(plan_row(&planning, &recognised->form.indicators[i], &filled->indicators[i]));
    }
    const bool has_new = has_new_columns(plan);
    for (size_t i = 0; i < recognised->header_count && has_new; i++) {
        FUHE_TRY(plan_headings(&planning, &recognised->headers[i]));
    }
    if (!has_new) {
        drop_blanks(plan);
    }
    FUHE_TRY(plan_total(&planning, has_new));
    return plan_whole(&planning);
}
