/* SPDX-License-Identifier: Apache-2.0 */
/* What a form has in paragraphs beside its table: the unit of its money, and its total and grade where the table has
 * none. Behind an unfinished form they are its own; else they are kept for the form that begins below. */
#include "intake/heading.h"
#include "intake/recogniser_state.h"

enum fuhe_role fuhe_recogniser_beside(const struct fuhe_recogniser *state, fuhe_text text, fuhe_text *value) {
    static const char *const units[] = {"元", "千元", "万元", "亿元"};
    const fuhe_text label = fuhe_heading_label(text, value);
    const enum fuhe_role role = fuhe_words_find(state->words, FUHE_WORDS_LABEL, label);

    for (size_t i = 0; fuhe_text_ends_with(label, FUHE_TEXT("单位")) && i < sizeof units / sizeof units[0]; i++) {
        if (fuhe_text_equals(*value, fuhe_text_of(units[i]))) {
            return FUHE_ROLE_VALUE_UNIT;
        }
    }
    if (role == FUHE_ROLE_TOTAL && fuhe_recogniser_is_number(*value)) {
        return role;
    }
    return role == FUHE_ROLE_GRADE && fuhe_recogniser_is_grade(*value) ? role : FUHE_ROLE_NONE;
}

static struct fuhe_cell *cell_of(struct fuhe_form *form, enum fuhe_role role) {
    if (role == FUHE_ROLE_VALUE_UNIT) {
        return &form->funds_unit;
    }
    return role == FUHE_ROLE_TOTAL ? &form->total_claimed : &form->total_grade;
}

static enum fuhe_status add_mark(struct fuhe_recogniser *state, struct fuhe_recognised *form, struct fuhe_mark mark) {
    void *items = form->marks;

    FUHE_TRY(fuhe_arena_grow(state->arena, &items, form->mark_count, &form->mark_capacity, sizeof mark));
    form->marks = items;
    form->marks[form->mark_count++] = mark;
    form->needs_look = form->needs_look || mark.sureness == FUHE_SURE_UNSURE;
    return FUHE_STATUS_OK;
}

static enum fuhe_status give(struct fuhe_recogniser *state, struct fuhe_recognised *form, enum fuhe_role role,
                             const struct fuhe_cell *value) {
    struct fuhe_cell *cell = cell_of(&form->form, role);
    const struct fuhe_mark mark = {.role = role,
                                   .sureness = FUHE_SURE_LIKELY,
                                   .why = FUHE_WHY_BESIDE,
                                   .row = FUHE_MARK_NOWHERE,
                                   .column = FUHE_MARK_NOWHERE,
                                   .line = value->place.line,
                                   .text = value->text};

    if (value->state != FUHE_CELL_TEXT || cell->state == FUHE_CELL_TEXT) {
        return FUHE_STATUS_OK;
    }
    *cell = *value;
    form->form.has_total = true;
    return add_mark(state, form, mark);
}

enum fuhe_status fuhe_recogniser_take_beside(struct fuhe_recogniser *state, enum fuhe_role role,
                                             const struct fuhe_cell *value) {
    const bool behind = state->open != NULL && state->may_go_on && state->stage == FUHE_STAGE_INDICATORS &&
                        state->open->form.indicator_count > 0;

    if (behind && role != FUHE_ROLE_VALUE_UNIT && cell_of(&state->open->form, role)->state != FUHE_CELL_TEXT) {
        return give(state, state->open, role, value);
    }
    *cell_of(&state->head_above, role) = *value;
    return FUHE_STATUS_OK;
}

/* The unit in the table counts; a person is told of another one above it. */
static enum fuhe_status give_unit(struct fuhe_recogniser *state, struct fuhe_recognised *form) {
    const struct fuhe_cell *above = &state->head_above.funds_unit;
    struct fuhe_cell *unit = &form->form.funds_unit;
    const struct fuhe_grid_cell *cell = unit->state != FUHE_CELL_TEXT || unit->place.line == 0
                                            ? NULL
                                            : fuhe_grid_at(state->grid, unit->place.line - 1, unit->place.column - 1);

    if (above->state != FUHE_CELL_TEXT || form->form.fund_count == 0) {
        return FUHE_STATUS_OK;
    }
    if (cell == NULL) {
        *unit = *above;
        return FUHE_STATUS_OK;
    }
    return fuhe_text_equals(unit->text, above->text) ? FUHE_STATUS_OK
                                                     : add_mark(state, form,
                                                                (struct fuhe_mark){.role = FUHE_ROLE_FUND_LABEL,
                                                                                   .sureness = FUHE_SURE_UNSURE,
                                                                                   .why = FUHE_WHY_UNIT_UNCLEAR,
                                                                                   .grid = state->grid,
                                                                                   .row = cell->row,
                                                                                   .column = cell->column,
                                                                                   .line = cell->place.line,
                                                                                   .text = cell->text});
}

enum fuhe_status fuhe_recogniser_give_above(struct fuhe_recogniser *state, struct fuhe_recognised *form) {
    FUHE_TRY(give_unit(state, form));
    FUHE_TRY(give(state, form, FUHE_ROLE_TOTAL, &state->head_above.total_claimed));
    return give(state, form, FUHE_ROLE_GRADE, &state->head_above.total_grade);
}

/* --- tables without a beginning behind a form without an end ------------------------------------------------------ */

/* Levels or a total in front of numbers. */
static bool is_row_of_points(const struct fuhe_recogniser *state) {
    unsigned numbers = 0;
    bool level = fuhe_recogniser_role(state, FUHE_WORDS_TOTAL, fuhe_recogniser_next(state, 0)) == FUHE_ROLE_TOTAL;

    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        const fuhe_text text = fuhe_recogniser_text(state, column);
        numbers += fuhe_recogniser_is_number(text);
        level = level || fuhe_text_ends_with(text, FUHE_TEXT("指标"));
    }
    return level && numbers >= 2;
}

enum fuhe_status fuhe_recogniser_doubt_lost_table(struct fuhe_recogniser *state) {
    const struct fuhe_form *form = state->open == NULL ? NULL : &state->open->form;

    if (form == NULL || state->stage != FUHE_STAGE_INDICATORS || form->total_claimed.state == FUHE_CELL_TEXT) {
        return FUHE_STATUS_OK;
    }
    for (state->row = 0; state->row < state->grid->rows; state->row++) {
        const uint32_t column = fuhe_recogniser_next(state, 0);
        const struct fuhe_grid_cell *cell = fuhe_grid_at(state->grid, state->row, column);
        if (cell != NULL && is_row_of_points(state)) {
            return add_mark(state, state->open,
                            (struct fuhe_mark){.sureness = FUHE_SURE_UNSURE,
                                               .why = FUHE_WHY_LOST_TABLE,
                                               .grid = state->grid,
                                               .row = cell->row,
                                               .column = cell->column,
                                               .line = cell->place.line,
                                               .text = cell->text});
        }
    }
    return FUHE_STATUS_OK;
}
