/* SPDX-License-Identifier: Apache-2.0 */
/* The header of the indicators, in any order of columns, in one row or in two (指标值 over 符号, 数值, 单位). A header
 * that comes again replaces the columns. */
#include "intake/recogniser_state.h"

static bool is_one_of(enum fuhe_role role, const enum fuhe_role *roles, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (roles[i] == role) {
            return true;
        }
    }
    return false;
}

bool fuhe_recogniser_is_header(const struct fuhe_recogniser *state) {
    static const enum fuhe_role names[] = {FUHE_ROLE_NAME, FUHE_ROLE_LEVEL2, FUHE_ROLE_LEVEL1};
    static const enum fuhe_role values[] = {FUHE_ROLE_TARGET, FUHE_ROLE_ACTUAL, FUHE_ROLE_WEIGHT, FUHE_ROLE_SCORE};
    unsigned name_count = 0;
    unsigned value_count = 0;

    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        const enum fuhe_role role = fuhe_recogniser_role(state, FUHE_WORDS_INDICATOR, column);
        name_count += is_one_of(role, names, sizeof names / sizeof names[0]);
        value_count += is_one_of(role, values, sizeof values / sizeof values[0]);
    }
    return name_count >= 1 && value_count >= 1 && name_count + value_count >= 3;
}

/* 偏差原因 is the reviewer's behind a column of the reviewer's scores, or where the unit's own reason has a column
 * already. */
static enum fuhe_role settle(const struct fuhe_recogniser *state, uint32_t column, enum fuhe_role role) {
    const struct fuhe_columns *columns = &state->indicators;
    const bool either =
        role == FUHE_ROLE_REASON && fuhe_words_has(state->words, FUHE_WORDS_INDICATOR, FUHE_ROLE_REVIEWED_REASON,
                                                   fuhe_recogniser_text(state, column));

    if (either && (fuhe_columns_find(columns, FUHE_ROLE_REVIEWED_SCORE) < columns->count ||
                   fuhe_columns_find(columns, FUHE_ROLE_REASON) < columns->count)) {
        return FUHE_ROLE_REVIEWED_REASON;
    }
    return role;
}

static enum fuhe_status take_cell(struct fuhe_recogniser *state, uint32_t column) {
    const enum fuhe_role role = settle(state, column, fuhe_recogniser_role(state, FUHE_WORDS_INDICATOR, column));

    if (!fuhe_columns_set(&state->indicators, state, column, role == FUHE_ROLE_NONE ? FUHE_ROLE_HEADING : role)) {
        (void)fuhe_columns_set(&state->indicators, state, column, FUHE_ROLE_HEADING);
        return fuhe_recogniser_mark(
            state, column,
            (struct fuhe_mark){.role = role, .sureness = FUHE_SURE_UNSURE, .why = FUHE_WHY_COLUMN_TWICE});
    }
    if (role == FUHE_ROLE_NOTE) {
        return fuhe_recogniser_mark(
            state, column, (struct fuhe_mark){.role = role, .sureness = FUHE_SURE_LIKELY, .why = FUHE_WHY_NO_PLACE});
    }
    return fuhe_recogniser_mark(state, column, (struct fuhe_mark){.role = FUHE_ROLE_HEADING, .why = FUHE_WHY_WORDS});
}

/* A second row of the header has nothing but its words, each under a cell of the first that reaches over it. */
static bool is_second_row(const struct fuhe_recogniser *state) {
    uint32_t words = 0;

    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        if (fuhe_recogniser_role(state, FUHE_WORDS_INDICATOR, column) == FUHE_ROLE_NONE) {
            return false;
        }
        words++;
    }
    return words > 0 && !fuhe_recogniser_is_header(state);
}

static void clear_role(struct fuhe_columns *columns, uint32_t column, uint32_t count) {
    const unsigned char role = columns->roles[column];
    const uint32_t begin = fuhe_columns_find(columns, (enum fuhe_role)role);

    for (uint32_t i = begin; role != FUHE_ROLE_NONE && i < columns->count && columns->roles[i] == role; i++) {
        columns->roles[i] = FUHE_ROLE_NONE;
    }
    for (uint32_t i = column; i < column + count && i < columns->count; i++) {
        columns->roles[i] = FUHE_ROLE_NONE;
    }
}

static enum fuhe_status take_second_row(struct fuhe_recogniser *state) {
    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        clear_role(&state->indicators, column, 1);
    }
    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        FUHE_TRY(take_cell(state, column));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_recognise_header(struct fuhe_recogniser *state, bool *taken) {
    if (state->open == NULL) {
        return FUHE_STATUS_OK;
    }
    if (fuhe_recogniser_is_header(state)) {
        FUHE_TRY(fuhe_columns_begin(&state->indicators, state));
        for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
             column = fuhe_recogniser_next(state, column + 1)) {
            FUHE_TRY(take_cell(state, column));
        }
        *taken = true;
        state->stage = FUHE_STAGE_INDICATORS;
    } else if (state->stage == FUHE_STAGE_INDICATORS && state->indicators.present &&
               state->row == state->indicators.header_row + 1 && is_second_row(state)) {
        *taken = true;
        FUHE_TRY(take_second_row(state));
    } else {
        return FUHE_STATUS_OK;
    }
    fuhe_columns_end(&state->indicators);
    return FUHE_STATUS_OK;
}
