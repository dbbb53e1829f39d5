/* SPDX-License-Identifier: Apache-2.0 */
/* The yearly goal: 预期目标 and 实际完成情况 side by side with the texts beneath, or each in front of its text, or one
 * text behind 年度总体目标. */
#include "intake/recogniser_state.h"

/* NULL for goals of more than the year, which form documents have no place for. */
static struct fuhe_cell *cell_of(struct fuhe_form *form, enum fuhe_role role) {
    if (role == FUHE_ROLE_NOTE) {
        return NULL;
    }
    return role == FUHE_ROLE_EXPECTED ? &form->goal_expected : &form->goal_achieved;
}

/* Texts of several rows are one text, a space between them. */
static enum fuhe_status add_text(struct fuhe_recogniser *state, enum fuhe_role role, uint32_t column) {
    struct fuhe_cell *cell = cell_of(&state->open->form, role);
    const struct fuhe_cell more = fuhe_recogniser_cell(state, state->row, column);

    if (cell == NULL) {
        return FUHE_STATUS_OK; /* stays unread */
    }
    if (cell->state == FUHE_CELL_TEXT) {
        const size_t length = cell->text.length + 1 + more.text.length;
        char *bytes = fuhe_arena_allocate(state->arena, length, 1);
        if (bytes == NULL) {
            return FUHE_STATUS_NO_MEMORY;
        }
        memcpy(bytes, cell->text.bytes, cell->text.length);
        bytes[cell->text.length] = ' ';
        memcpy(bytes + cell->text.length + 1, more.text.bytes, more.text.length);
        cell->text = (fuhe_text){bytes, length};
    } else {
        *cell = more;
    }
    return fuhe_recogniser_mark(state, column, (struct fuhe_mark){.role = role, .why = FUHE_WHY_HEADING});
}

static void mark_blank(struct fuhe_recogniser *state, enum fuhe_role role, uint32_t column) {
    struct fuhe_cell *cell = cell_of(&state->open->form, role);

    if (cell != NULL && cell->state == FUHE_CELL_ABSENT) {
        *cell = fuhe_recogniser_blank(state, column);
    }
}

/* --- heading ----------------------------------------------------------------------------------------------------- */

/* 年度总体目标 in front, also where a converter has written it into each of its columns. */
static bool is_row_label(const struct fuhe_recogniser *state, uint32_t column) {
    const uint32_t first = fuhe_recogniser_next(state, 0);

    return fuhe_recogniser_role(state, FUHE_WORDS_LABEL, column) == FUHE_ROLE_GOAL &&
           fuhe_text_equals(fuhe_recogniser_text(state, column), fuhe_recogniser_text(state, first));
}

struct heading {
    unsigned found;
    bool labelled; /* the row begins with 年度总体目标 */
    bool followed; /* text that is no heading stands in the row */
};

static struct heading look_at(const struct fuhe_recogniser *state) {
    struct heading heading = {0};

    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        const bool word = fuhe_recogniser_role(state, FUHE_WORDS_GOAL, column) != FUHE_ROLE_NONE;
        const bool label = is_row_label(state, column);
        heading.labelled = heading.labelled || label;
        heading.found += word && !label;
        heading.followed = heading.followed || (!word && !label);
    }
    return heading;
}

static enum fuhe_status take_columns(struct fuhe_recogniser *state) {
    FUHE_TRY(fuhe_columns_begin(&state->goal, state));
    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        const enum fuhe_role role = fuhe_recogniser_role(state, FUHE_WORDS_GOAL, column);
        if (role != FUHE_ROLE_NONE && !is_row_label(state, column) &&
            fuhe_columns_set(&state->goal, state, column, role)) {
            mark_blank(state, role, column);
        }
    }
    fuhe_columns_end(&state->goal);
    state->stage = FUHE_STAGE_GOAL;
    return fuhe_recogniser_mark_heading(state);
}

/* Behind one label only one text is the goal; what a second one is, no heading says. */
static enum fuhe_status take_beside_label(struct fuhe_recogniser *state, enum fuhe_role role, uint32_t column,
                                          uint32_t *texts) {
    const struct fuhe_cell *goal = cell_of(&state->open->form, role);
    const bool again = goal != NULL && goal->state == FUHE_CELL_TEXT &&
                       fuhe_text_equals(goal->text, fuhe_recogniser_text(state, column)); /* written into each column */

    if (*texts > 0 && goal != NULL) {
        return fuhe_recogniser_mark(state, column,
                                    (struct fuhe_mark){.role = role,
                                                       .sureness = again ? FUHE_SURE_CERTAIN : FUHE_SURE_UNSURE,
                                                       .why = again ? FUHE_WHY_HEADING : FUHE_WHY_NO_COLUMN});
    }
    ++*texts;
    return add_text(state, role, column);
}

/* 年度总体目标 | text, or 预期目标 | text | 实际完成情况 | text. */
static enum fuhe_status take_beside(struct fuhe_recogniser *state) {
    enum fuhe_role role = FUHE_ROLE_EXPECTED;
    uint32_t texts = 0; /* since the last label */

    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        const enum fuhe_role word = fuhe_recogniser_role(state, FUHE_WORDS_GOAL, column);
        const enum fuhe_role label = fuhe_recogniser_role(state, FUHE_WORDS_LABEL, column);
        if (word == FUHE_ROLE_NONE && label != FUHE_ROLE_GOAL) {
            FUHE_TRY(take_beside_label(state, role, column, &texts));
            continue;
        }
        texts = 0;
        role = word != FUHE_ROLE_NONE && label != FUHE_ROLE_GOAL ? word : role;
        mark_blank(state, role, column);
        FUHE_TRY(
            fuhe_recogniser_mark(state, column, (struct fuhe_mark){.role = FUHE_ROLE_HEADING, .why = FUHE_WHY_WORDS}));
    }
    state->goal.present = false;
    state->stage = FUHE_STAGE_GOAL;
    return FUHE_STATUS_OK;
}

/* --- texts ------------------------------------------------------------------------------------------------------- */

static bool is_label(const struct fuhe_recogniser *state, uint32_t column) {
    const enum fuhe_role role = fuhe_recogniser_role(state, FUHE_WORDS_LABEL, column);

    return role != FUHE_ROLE_NONE && role != FUHE_ROLE_GOAL;
}

/* Converters write the text of a merged cell into each column. */
static bool is_written_again(const struct fuhe_recogniser *state, uint32_t column, enum fuhe_role role) {
    return column > 0 && state->goal.owners[column - 1] == role &&
           fuhe_text_equals(fuhe_recogniser_text(state, column - 1), fuhe_recogniser_text(state, column));
}

static enum fuhe_status take_texts(struct fuhe_recogniser *state, bool *taken) {
    if (is_label(state, fuhe_recogniser_next(state, 0))) {
        return FUHE_STATUS_OK;
    }
    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        const enum fuhe_role role = (enum fuhe_role)state->goal.owners[column];
        if (role != FUHE_ROLE_NONE && is_written_again(state, column, role)) {
            FUHE_TRY(fuhe_recogniser_mark(state, column, (struct fuhe_mark){.role = role, .why = FUHE_WHY_HEADING}));
        } else if (role != FUHE_ROLE_NONE) {
            *taken = true;
            FUHE_TRY(add_text(state, role, column));
        }
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_recognise_goal(struct fuhe_recogniser *state, bool *taken) {
    if (state->open == NULL || state->stage == FUHE_STAGE_INDICATORS || state->stage == FUHE_STAGE_END) {
        return FUHE_STATUS_OK;
    }
    const struct heading heading = look_at(state);
    if (state->stage == FUHE_STAGE_GOAL && state->goal.present && heading.labelled && heading.found == 0) {
        FUHE_TRY(fuhe_recogniser_mark(state, fuhe_recogniser_next(state, 0),
                                      (struct fuhe_mark){.role = FUHE_ROLE_HEADING, .why = FUHE_WHY_WORDS}));
        return take_texts(state, taken); /* the label of merged rows, written in each of them */
    }
    if (heading.found >= 2 || (heading.labelled && (heading.found > 0 || heading.followed))) {
        *taken = true;
        return heading.followed ? take_beside(state) : take_columns(state);
    }
    return state->stage == FUHE_STAGE_GOAL && state->goal.present ? take_texts(state, taken) : FUHE_STATUS_OK;
}
