/* SPDX-License-Identifier: Apache-2.0 */
/* The header of the indicators, in any order of columns, in one row or in two (指标值 over 年初, 调整后; 自评
 * and 复核 over 得分). A header that comes again replaces the columns. */
#include "intake/recogniser_state.h"

static bool is_one_of(enum fuhe_role role, const enum fuhe_role *roles, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (roles[i] == role) {
            return true;
        }
    }
    return false;
}

/* The column of 绩效指标, which names the indicators where no other column does. */
static uint32_t find_block(const struct fuhe_recogniser *state) {
    uint32_t column = fuhe_recogniser_next(state, 0);

    while (column < state->grid->columns && fuhe_recogniser_role(state, FUHE_WORDS_LABEL, column) != FUHE_ROLE_BLOCK) {
        column = fuhe_recogniser_next(state, column + 1);
    }
    return column;
}

bool fuhe_recogniser_is_header(const struct fuhe_recogniser *state) {
    static const enum fuhe_role names[] = {FUHE_ROLE_NAME, FUHE_ROLE_LEVEL2, FUHE_ROLE_LEVEL1};
    static const enum fuhe_role values[] = {FUHE_ROLE_TARGET, FUHE_ROLE_ACTUAL, FUHE_ROLE_WEIGHT,
                                            FUHE_ROLE_SCORE,  FUHE_ROLE_SELF,   FUHE_ROLE_REVIEWER};
    unsigned name_count = 0;
    unsigned value_count = 0;

    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        const enum fuhe_role role = fuhe_recogniser_role(state, FUHE_WORDS_INDICATOR, column);
        name_count += is_one_of(role, names, sizeof names / sizeof names[0]);
        value_count += is_one_of(role, values, sizeof values / sizeof values[0]);
    }
    if (name_count == 0) {
        return value_count >= 3 && find_block(state) < state->grid->columns;
    }
    return value_count >= 1 && name_count + value_count >= 3;
}

/* No form has more columns in a group; tables of thousands of columns need not be searched. */
enum { NEAR = 24 };

/* What stands above a heading, or further left where a merged cell has only its first column. */
static enum fuhe_role role_above(const struct fuhe_recogniser *state, uint32_t column) {
    const struct fuhe_grid_cell *above = NULL;

    if (state->row == 0) {
        return FUHE_ROLE_NONE;
    }
    const uint32_t least = column < NEAR ? 0 : column - NEAR;
    for (uint32_t at = column + 1; at > least && (above == NULL || above->text.length == 0); at--) {
        above = fuhe_grid_at(state->grid, state->row - 1, at - 1);
    }
    return above == NULL ? FUHE_ROLE_NONE : fuhe_words_find(state->words, FUHE_WORDS_INDICATOR, above->text);
}

/* Under 复核 the score and the reason are the reviewer's; form documents have no place for more of it. */
static enum fuhe_role reviewers(enum fuhe_role role) {
    if (role == FUHE_ROLE_SCORE || role == FUHE_ROLE_REVIEWED_SCORE) {
        return FUHE_ROLE_REVIEWED_SCORE;
    }
    return role == FUHE_ROLE_REASON || role == FUHE_ROLE_REVIEWED_REASON ? FUHE_ROLE_REVIEWED_REASON : FUHE_ROLE_NOTE;
}

static bool comes_behind(const struct fuhe_recogniser *state, uint32_t column, enum fuhe_role role) {
    const uint32_t columns = state->grid->columns;
    const uint32_t end = columns - column > NEAR ? column + NEAR : columns;

    for (column = fuhe_recogniser_next(state, column + 1); column < end;
         column = fuhe_recogniser_next(state, column + 1)) {
        if (fuhe_recogniser_role(state, FUHE_WORDS_INDICATOR, column) == role) {
            return true;
        }
    }
    return false;
}

/* 偏差原因 is the reviewer's behind a column of the reviewer's scores, or where the unit's own reason has a column
 * already. Weights in front of the name are those of a group, where the rows have their own. */
static enum fuhe_role settle(const struct fuhe_recogniser *state, uint32_t column, enum fuhe_role role) {
    const struct fuhe_columns *columns = &state->indicators;
    const bool either =
        role == FUHE_ROLE_REASON && fuhe_words_has(state->words, FUHE_WORDS_INDICATOR, FUHE_ROLE_REVIEWED_REASON,
                                                   fuhe_recogniser_text(state, column));

    if (role_above(state, column) == FUHE_ROLE_REVIEWER) {
        return reviewers(role);
    }
    if (either && fuhe_columns_is_again(columns, state, column, role)) {
        return role;
    }
    if (either && (fuhe_columns_find(columns, FUHE_ROLE_REVIEWED_SCORE) < columns->count ||
                   fuhe_columns_find(columns, FUHE_ROLE_REASON) < columns->count)) {
        return FUHE_ROLE_REVIEWED_REASON;
    }
    if (role == FUHE_ROLE_WEIGHT && comes_behind(state, column, FUHE_ROLE_NAME) &&
        comes_behind(state, column, FUHE_ROLE_WEIGHT)) {
        return FUHE_ROLE_NOTE;
    }
    return role;
}

static bool is_plain_heading(enum fuhe_role role) {
    return role == FUHE_ROLE_NONE || role == FUHE_ROLE_SELF || role == FUHE_ROLE_REVIEWER;
}

static enum fuhe_status take_cell(struct fuhe_recogniser *state, uint32_t column) {
    const enum fuhe_role role = settle(state, column, fuhe_recogniser_role(state, FUHE_WORDS_INDICATOR, column));
    const struct fuhe_mark heading = {.role = FUHE_ROLE_HEADING, .why = FUHE_WHY_WORDS};

    if (fuhe_columns_is_again(&state->indicators, state, column, role)) {
        return fuhe_recogniser_mark(state, column, heading); /* without a role it counts to the one on its left */
    }
    if (!fuhe_columns_set(&state->indicators, state, column, is_plain_heading(role) ? FUHE_ROLE_HEADING : role)) {
        (void)fuhe_columns_set(&state->indicators, state, column, FUHE_ROLE_HEADING);
        return fuhe_recogniser_mark(
            state, column,
            (struct fuhe_mark){.role = role, .sureness = FUHE_SURE_UNSURE, .why = FUHE_WHY_COLUMN_TWICE});
    }
    if (role == FUHE_ROLE_NOTE) {
        return fuhe_recogniser_mark(
            state, column, (struct fuhe_mark){.role = role, .sureness = FUHE_SURE_LIKELY, .why = FUHE_WHY_NO_PLACE});
    }
    return fuhe_recogniser_mark(state, column, heading);
}

/* 绩效指标 | 目标值 | 完成值 | 分值 | 得分 */
static void name_by_block(struct fuhe_recogniser *state) {
    struct fuhe_columns *columns = &state->indicators;
    const uint32_t block = find_block(state);

    if (block < columns->count && fuhe_columns_find(columns, FUHE_ROLE_NAME) == columns->count &&
        fuhe_columns_find(columns, FUHE_ROLE_LEVEL1) == columns->count &&
        fuhe_columns_find(columns, FUHE_ROLE_LEVEL2) == columns->count) {
        (void)fuhe_columns_set(columns, state, block, FUHE_ROLE_NAME);
    }
}

static enum fuhe_status add_header(struct fuhe_recogniser *state) {
    struct fuhe_recognised *form = state->open;
    void *items = form->headers;

    FUHE_TRY(fuhe_arena_grow(state->arena, &items, form->header_count, &form->header_capacity, sizeof *form->headers));
    form->headers = items;
    form->headers[form->header_count++] = (struct fuhe_header){.grid = state->grid, .row = state->row};
    return FUHE_STATUS_OK;
}

/* Of a header in two rows the columns are known with the second. */
static void settle_header(const struct fuhe_recogniser *state) {
    struct fuhe_header *header = &state->open->headers[state->open->header_count - 1];

    header->score = fuhe_columns_find(&state->indicators, FUHE_ROLE_SCORE);
    header->reviewed_score = fuhe_columns_find(&state->indicators, FUHE_ROLE_REVIEWED_SCORE);
    header->reviewed_reason = fuhe_columns_find(&state->indicators, FUHE_ROLE_REVIEWED_REASON);
}

/* The mark just made is that of the heading over the columns of its cell. */
static void note_heading(struct fuhe_recogniser *state, uint32_t column) {
    const struct fuhe_grid_cell *cell = fuhe_grid_at(state->grid, state->row, column);
    const struct fuhe_columns *columns = &state->indicators;

    for (uint32_t i = cell->column; i < cell->column + cell->column_span && i < columns->count; i++) {
        columns->headings[i] = (uint32_t)state->open->mark_count;
    }
}

static enum fuhe_status take_cells(struct fuhe_recogniser *state) {
    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        FUHE_TRY(take_cell(state, column));
        note_heading(state, column);
    }
    name_by_block(state);
    fuhe_columns_end(&state->indicators);
    settle_header(state);
    return FUHE_STATUS_OK;
}

/* Rows without the name of a project in front of them are read, and a person is told. */
static enum fuhe_status begin_form(struct fuhe_recogniser *state) {
    if (state->open == NULL) {
        FUHE_TRY(fuhe_recogniser_open(state));
    }
    const struct fuhe_form *form = &state->open->form;
    if (form->project.state != FUHE_CELL_ABSENT || state->head_above.project.state == FUHE_CELL_TEXT ||
        form->kind.state == FUHE_CELL_TEXT || form->indicator_count > 0) {
        return FUHE_STATUS_OK;
    }
    state->open->needs_look = true;
    return fuhe_recogniser_mark(
        state, fuhe_recogniser_next(state, 0),
        (struct fuhe_mark){.role = FUHE_ROLE_PROJECT, .sureness = FUHE_SURE_UNSURE, .why = FUHE_WHY_NO_BEGINNING});
}

/* --- headings that are not known --------------------------------------------------------------------------------- */

static bool is_known(const struct fuhe_recogniser *state, const struct fuhe_mark *heading) {
    return heading->role != FUHE_ROLE_HEADING ||
           fuhe_words_find(state->words, FUHE_WORDS_INDICATOR, heading->text) != FUHE_ROLE_NONE ||
           fuhe_words_find(state->words, FUHE_WORDS_LABEL, heading->text) != FUHE_ROLE_NONE;
}

/* What stands under it may be anything, and so may be points or money. */
bool fuhe_recogniser_doubts_heading(struct fuhe_recogniser *state, uint32_t column) {
    const size_t number = column < state->indicators.count ? state->indicators.headings[column] : 0;
    struct fuhe_mark *heading = number == 0 ? NULL : &state->open->marks[number - 1];
    const bool doubted = heading != NULL && heading->sureness == FUHE_SURE_UNSURE;

    if (heading == NULL || (!doubted && is_known(state, heading))) {
        return false;
    }
    heading->why = doubted ? heading->why : FUHE_WHY_UNKNOWN_HEADING;
    heading->sureness = FUHE_SURE_UNSURE;
    heading->role = fuhe_role_has_weight(heading->role) ? heading->role : FUHE_ROLE_NONE;
    state->open->needs_look = true;
    return true;
}

/* --- the header -------------------------------------------------------------------------------------------------- */

enum fuhe_status fuhe_recognise_header(struct fuhe_recogniser *state, bool *taken) {
    const bool rows = state->open != NULL && state->stage == FUHE_STAGE_INDICATORS;

    if (fuhe_recogniser_is_header(state)) {
        FUHE_TRY(begin_form(state));
        FUHE_TRY(fuhe_columns_begin(&state->indicators, state));
        FUHE_TRY(add_header(state));
        state->stage = FUHE_STAGE_INDICATORS;
    } else if (rows && fuhe_columns_go_on(&state->indicators, state, FUHE_WORDS_INDICATOR)) {
        fuhe_columns_clear_above(&state->indicators, state);
    } else {
        return FUHE_STATUS_OK;
    }
    *taken = true;
    return take_cells(state);
}
