/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the recogniser ask about the row at hand, the marks that they leave, and columns with roles. */
#include "intake/recogniser_state.h"

#include "engine/value.h"

fuhe_text fuhe_recogniser_text(const struct fuhe_recogniser *state, uint32_t column) {
    const struct fuhe_grid_cell *cell = fuhe_grid_begins_at(state->grid, state->row, column);

    return cell == NULL ? (fuhe_text){NULL, 0} : cell->text;
}

uint32_t fuhe_recogniser_next(const struct fuhe_recogniser *state, uint32_t column) {
    while (column < state->grid->columns && fuhe_recogniser_text(state, column).length == 0) {
        column++;
    }
    return column < state->grid->columns ? column : state->grid->columns;
}

bool fuhe_recogniser_repeats(const struct fuhe_recogniser *state, uint32_t column) {
    const fuhe_text text = fuhe_recogniser_text(state, column);

    return column > 0 && text.length > 0 && fuhe_text_equals(fuhe_recogniser_text(state, column - 1), text);
}

uint32_t fuhe_recogniser_count(const struct fuhe_recogniser *state) {
    uint32_t count = 0;

    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        count += !fuhe_recogniser_repeats(state, column);
    }
    return count;
}

enum fuhe_role fuhe_recogniser_role(const struct fuhe_recogniser *state, enum fuhe_word_section section,
                                    uint32_t column) {
    return fuhe_words_find(state->words, section, fuhe_recogniser_text(state, column));
}

struct fuhe_cell fuhe_recogniser_cell(const struct fuhe_recogniser *state, uint32_t row, uint32_t column) {
    const struct fuhe_grid_cell *cell = fuhe_grid_at(state->grid, row, column);

    if (cell == NULL) {
        return (struct fuhe_cell){0};
    }
    return (struct fuhe_cell){cell->text, fuhe_grid_address(state->grid, cell->row, cell->column),
                              cell->text.length > 0 ? FUHE_CELL_TEXT : FUHE_CELL_BLANK};
}

struct fuhe_cell fuhe_recogniser_blank(const struct fuhe_recogniser *state, uint32_t column) {
    struct fuhe_cell cell = fuhe_recogniser_cell(state, state->row, column);

    cell.text = (fuhe_text){NULL, 0};
    cell.state = FUHE_CELL_BLANK;
    return cell;
}

bool fuhe_recogniser_is_struck(const struct fuhe_recogniser *state) {
    uint32_t count = 0;

    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        const struct fuhe_grid_cell *cell = fuhe_grid_at(state->grid, state->row, column);
        if (cell->row_span == 1 && cell->struck != FUHE_STRUCK_WHOLE) {
            return false;
        }
        count += cell->row_span == 1;
    }
    return count > 1;
}

/* Points, weights, money and rates are printed as plain numbers, some with 分 or %. */
bool fuhe_recogniser_is_number(fuhe_text text) {
    const struct fuhe_cell cell = {text, {0}, FUHE_CELL_TEXT};

    return text.length > 0 && text.length < 40 && fuhe_value_read_figure(&cell, 1).kind == FUHE_VALUE_NUMBER;
}

bool fuhe_recogniser_is_dash(fuhe_text text) {
    return fuhe_value_is_dash(text);
}

enum fuhe_status fuhe_recogniser_refuse(const struct fuhe_recogniser *state, enum fuhe_problem problem,
                                        const char *found, const char *limit) {
    const struct fuhe_grid_cell *cell = fuhe_grid_at(state->grid, state->row, fuhe_recogniser_next(state, 0));

    (void)fuhe_error_set(state->err, FUHE_STATUS_UNREADABLE, problem, found, limit);
    if (cell != NULL) {
        fuhe_error_set_place(state->err, cell->place.line, cell->place.column);
    }
    return FUHE_STATUS_UNREADABLE;
}

static fuhe_text text_under(const struct fuhe_recogniser *state, enum fuhe_role role) {
    const uint32_t column = fuhe_columns_find(&state->indicators, role);

    return column == state->indicators.count ? (fuhe_text){NULL, 0} : fuhe_recogniser_text(state, column);
}

/* A word of the total repeated over the row by a converter is no value. */
static bool is_value(const struct fuhe_recogniser *state, fuhe_text text) {
    return text.length > 0 && !fuhe_recogniser_is_dash(text) &&
           fuhe_words_find(state->words, FUHE_WORDS_TOTAL, text) == FUHE_ROLE_NONE;
}

bool fuhe_recogniser_is_filled(const struct fuhe_recogniser *state) {
    return state->open != NULL && state->stage == FUHE_STAGE_INDICATORS && state->indicators.present &&
           is_value(state, text_under(state, FUHE_ROLE_TARGET)) &&
           is_value(state, text_under(state, FUHE_ROLE_ACTUAL)) &&
           fuhe_recogniser_is_number(text_under(state, FUHE_ROLE_WEIGHT)) &&
           fuhe_recogniser_is_number(text_under(state, FUHE_ROLE_SCORE));
}

/* --- marks ------------------------------------------------------------------------------------------------------- */

static const enum fuhe_role weighty[] = {
    FUHE_ROLE_INITIAL,    FUHE_ROLE_BUDGET, FUHE_ROLE_EXECUTED, FUHE_ROLE_FUND_LABEL, FUHE_ROLE_FUND_WEIGHT,
    FUHE_ROLE_FUND_SCORE, FUHE_ROLE_TARGET, FUHE_ROLE_ADJUSTED, FUHE_ROLE_ACTUAL,     FUHE_ROLE_NAME,
    FUHE_ROLE_WEIGHT,     FUHE_ROLE_SCORE,  FUHE_ROLE_TOTAL,
};

bool fuhe_role_has_weight(enum fuhe_role role) {
    for (size_t i = 0; i < sizeof weighty / sizeof weighty[0]; i++) {
        if (weighty[i] == role) {
            return true;
        }
    }
    return false;
}

/* What is not read, and the figures of a row of headings, which have marks of their own. */
static bool is_no_value(enum fuhe_role role, fuhe_text text) {
    return role == FUHE_ROLE_NOTE || role == FUHE_ROLE_NONE ||
           (role == FUHE_ROLE_HEADING && fuhe_recogniser_is_number(text));
}

/* What is crossed out is not sure, whatever it is used as; under a heading that is, points or money may stand. */
static bool doubt_struck(const struct fuhe_recogniser *state, const struct fuhe_grid_cell *cell,
                         struct fuhe_mark *mark) {
    if (cell == NULL || cell->struck == FUHE_STRUCK_NOT || cell->row != state->row ||
        mark->sureness == FUHE_SURE_UNSURE || is_no_value(mark->role, cell->text)) {
        return false;
    }
    const bool is_whole = cell->struck == FUHE_STRUCK_WHOLE;
    mark->why = !is_whole ? FUHE_WHY_STRUCK_PART : state->row_is_struck ? FUHE_WHY_STRUCK_ROW : FUHE_WHY_STRUCK_OUT;
    mark->sureness = FUHE_SURE_UNSURE;
    mark->role = is_whole && mark->role == FUHE_ROLE_HEADING ? FUHE_ROLE_NONE : mark->role;
    return is_whole && mark->role == FUHE_ROLE_NONE;
}

enum fuhe_status fuhe_recogniser_mark(struct fuhe_recogniser *state, uint32_t column, struct fuhe_mark mark) {
    struct fuhe_recognised *form = state->open;
    const struct fuhe_grid_cell *cell = fuhe_grid_at(state->grid, state->row, column);

    if (form == NULL) {
        return FUHE_STATUS_OK;
    }
    void *items = form->marks;
    FUHE_TRY(fuhe_arena_grow(state->arena, &items, form->mark_count, &form->mark_capacity, sizeof mark));
    form->marks = items;
    form->needs_look = doubt_struck(state, cell, &mark) || form->needs_look;
    mark.grid = state->grid;
    mark.row = cell == NULL ? state->row : cell->row;
    mark.column = cell == NULL ? column : cell->column;
    mark.line = cell == NULL ? 0 : cell->place.line;
    mark.text = cell == NULL ? (fuhe_text){NULL, 0} : cell->text;
    form->marks[form->mark_count++] = mark;
    form->needs_look = form->needs_look || (mark.sureness == FUHE_SURE_UNSURE && fuhe_role_has_weight(mark.role));
    if (cell != NULL) {
        state->used[cell - state->grid->cells] = true;
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_recogniser_mark_heading(struct fuhe_recogniser *state) {
    const struct fuhe_mark mark = {.role = FUHE_ROLE_HEADING, .why = FUHE_WHY_WORDS};

    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        FUHE_TRY(fuhe_recogniser_mark(state, column, mark));
    }
    return FUHE_STATUS_OK;
}

/* --- columns ----------------------------------------------------------------------------------------------------- */

enum fuhe_status fuhe_columns_begin(struct fuhe_columns *columns, struct fuhe_recogniser *state) {
    columns->count = state->grid->columns;
    columns->header_row = state->row;
    columns->roles = fuhe_arena_allocate(state->arena, columns->count, 1);
    columns->owners = fuhe_arena_allocate(state->arena, columns->count, 1);
    columns->headings = fuhe_arena_allocate(state->arena, columns->count, sizeof *columns->headings);
    columns->present = columns->roles != NULL && columns->owners != NULL && columns->headings != NULL;
    return columns->present ? FUHE_STATUS_OK : FUHE_STATUS_NO_MEMORY;
}

bool fuhe_columns_set(struct fuhe_columns *columns, const struct fuhe_recogniser *state, uint32_t column,
                      enum fuhe_role role) {
    const struct fuhe_grid_cell *cell = fuhe_grid_at(state->grid, state->row, column);

    const bool often = role == FUHE_ROLE_NONE || role == FUHE_ROLE_HEADING || role == FUHE_ROLE_NOTE;

    if (!often && fuhe_columns_find(columns, role) < columns->count) {
        return false;
    }
    for (uint32_t i = cell->column; i < cell->column + cell->column_span && i < columns->count; i++) {
        columns->roles[i] = (unsigned char)role;
    }
    return true;
}

bool fuhe_columns_is_again(const struct fuhe_columns *columns, const struct fuhe_recogniser *state, uint32_t column,
                           enum fuhe_role role) {
    uint32_t first = column;

    while (fuhe_recogniser_repeats(state, first)) {
        first--;
    }
    return first < column && columns->roles[first] == role;
}

/* Headings that are merged with the cell below them; what names a whole block reaches further down. */
static bool reaches_down(const struct fuhe_grid_cell *cell, const struct fuhe_columns *columns) {
    const unsigned char role = columns->roles[cell->column];

    return cell->row == columns->header_row && cell->row_span == 2 && cell->text.length > 0 && role != FUHE_ROLE_NONE &&
           role != FUHE_ROLE_HEADING && role != FUHE_ROLE_NOTE && role != FUHE_ROLE_FUND_LABEL;
}

static bool is_another_word(const struct fuhe_recogniser *state, enum fuhe_word_section section, uint32_t header_row,
                            uint32_t column) {
    const fuhe_text text = fuhe_recogniser_text(state, column);
    const struct fuhe_grid_cell *above = fuhe_grid_at(state->grid, header_row, column);

    return fuhe_words_find(state->words, section, text) != FUHE_ROLE_NONE &&
           (above == NULL || !fuhe_text_equals(above->text, text));
}

bool fuhe_columns_go_on(const struct fuhe_columns *columns, const struct fuhe_recogniser *state,
                        enum fuhe_word_section section) {
    bool words = true;

    if (!columns->present || columns->count != state->grid->columns || state->row != columns->header_row + 1) {
        return false;
    }
    for (uint32_t column = 0; column < columns->count; column++) {
        const struct fuhe_grid_cell *cell = fuhe_grid_at(state->grid, state->row, column);
        if (cell != NULL && reaches_down(cell, columns)) {
            return true;
        }
        words = words && (fuhe_recogniser_text(state, column).length == 0 ||
                          is_another_word(state, section, columns->header_row, column));
    }
    return words && fuhe_recogniser_count(state) > 1;
}

void fuhe_columns_clear_above(struct fuhe_columns *columns, const struct fuhe_recogniser *state) {
    for (uint32_t column = fuhe_recogniser_next(state, 0); column < columns->count;
         column = fuhe_recogniser_next(state, column + 1)) {
        const struct fuhe_grid_cell *above = fuhe_grid_at(state->grid, columns->header_row, column);
        const uint32_t begin = above == NULL ? column : above->column;
        const uint32_t end = above == NULL ? column + 1 : above->column + above->column_span;
        for (uint32_t i = begin; i < end && i < columns->count; i++) {
            columns->roles[i] = FUHE_ROLE_NONE;
        }
    }
}

void fuhe_columns_end(struct fuhe_columns *columns) {
    unsigned char owner = FUHE_ROLE_NONE;

    for (uint32_t i = 0; i < columns->count; i++) {
        owner = columns->roles[i] != FUHE_ROLE_NONE ? columns->roles[i] : owner;
        columns->owners[i] = owner;
    }
}

uint32_t fuhe_columns_find(const struct fuhe_columns *columns, enum fuhe_role role) {
    uint32_t column = 0;

    while (column < columns->count && columns->roles[column] != role) {
        column++;
    }
    return column;
}
