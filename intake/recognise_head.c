/* SPDX-License-Identifier: Apache-2.0 */
/* The head of a form: its title with the year, and values beside their labels, one or several in a row, in a cell of
 * their own or behind a colon. */
#include "intake/recogniser_state.h"

static const fuhe_text colons[] = {{"：", 3}, {":", 1}};

/* --- title ------------------------------------------------------------------------------------------------------- */

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/* Four digits in front of 年, white space apart. */
fuhe_text fuhe_recogniser_year(fuhe_text text) {
    for (size_t at = 0; at + 4 <= text.length; at++) {
        size_t end = at;
        while (end < text.length && is_digit(text.bytes[end])) {
            end++;
        }
        const fuhe_text rest = fuhe_text_trim(fuhe_text_from(text, end));
        if (end - at == 4 && fuhe_text_starts_with(rest, FUHE_TEXT("年"))) {
            return (fuhe_text){text.bytes + at, 4};
        }
        at = end > at ? end - 1 : at;
    }
    return (fuhe_text){NULL, 0};
}

/* A line with nothing but a year, not a date: （2024年度）, 2024年. */
static bool is_year(fuhe_text text) {
    const fuhe_text narrow = fuhe_text_trim(text);

    return fuhe_recogniser_year(text).length > 0 && narrow.length < 30 &&
           (fuhe_text_contains(narrow, FUHE_TEXT("年度")) || fuhe_text_contains(narrow, FUHE_TEXT("年 度")) ||
            fuhe_text_ends_with(narrow, FUHE_TEXT("年")) || fuhe_text_ends_with(narrow, FUHE_TEXT("年）")) ||
            fuhe_text_ends_with(narrow, FUHE_TEXT("年)")));
}

/* 注：… and 说明：… speak of a form without being its title. */
static bool is_remark(const struct fuhe_recogniser *state, fuhe_text text) {
    for (size_t i = 0; i < sizeof colons / sizeof colons[0]; i++) {
        const fuhe_text front = {text.bytes, fuhe_text_find(text, colons[i])};
        if (fuhe_words_find(state->words, FUHE_WORDS_LABEL, front) == FUHE_ROLE_NOTE) {
            return true;
        }
    }
    return false;
}

static bool is_title(const struct fuhe_recogniser *state, fuhe_text text) {
    size_t begin;
    size_t end;

    return text.length < FUHE_WORD_SIZE && !is_remark(state, text) &&
           fuhe_words_search(state->words, FUHE_WORDS_TITLE, FUHE_ROLE_TITLE, text, 0, &begin, &end);
}

static void take_title(struct fuhe_form *form, fuhe_text text, struct fuhe_place place) {
    const fuhe_text year = fuhe_recogniser_year(text);

    if (year.length > 0) {
        form->year = (struct fuhe_cell){year, place, FUHE_CELL_TEXT};
    }
    if (fuhe_text_contains(text, FUHE_TEXT("项目"))) {
        form->kind = (struct fuhe_cell){FUHE_TEXT("project"), place, FUHE_CELL_TEXT};
    }
}

enum fuhe_status fuhe_recognise_title(struct fuhe_recogniser *state, bool *taken) {
    const uint32_t column = fuhe_recogniser_next(state, 0);
    const fuhe_text text = fuhe_recogniser_text(state, column);

    if (fuhe_recogniser_count(state) != 1) {
        return FUHE_STATUS_OK;
    }
    if (is_title(state, text)) {
        FUHE_TRY(fuhe_recogniser_open(state));
    } else if (state->open == NULL || state->stage != FUHE_STAGE_HEAD || !is_year(text)) {
        return FUHE_STATUS_OK;
    }
    *taken = true;
    take_title(&state->open->form, text, fuhe_recogniser_cell(state, state->row, column).place);
    return fuhe_recogniser_mark(state, column, (struct fuhe_mark){.role = FUHE_ROLE_TITLE, .why = FUHE_WHY_WORDS});
}

void fuhe_recognise_paragraph(struct fuhe_recogniser *state, const struct fuhe_paragraph *paragraph) {
    const fuhe_text year = fuhe_recogniser_year(paragraph->text);
    const bool title = is_title(state, paragraph->text);

    state->may_go_on = false;
    if (title) {
        state->title_above = (struct fuhe_cell){paragraph->text, paragraph->place, FUHE_CELL_TEXT};
        state->year_above = (struct fuhe_cell){0};
    }
    if (year.length > 0 && (title || is_year(paragraph->text))) {
        state->year_above = (struct fuhe_cell){year, paragraph->place, FUHE_CELL_TEXT};
    }
}

/* --- labels ------------------------------------------------------------------------------------------------------ */

struct head_cell {
    enum fuhe_role role;
    size_t offset; /* in struct fuhe_form */
};

static const struct head_cell head_cells[] = {
    {FUHE_ROLE_PROJECT, offsetof(struct fuhe_form, project)},
    {FUHE_ROLE_DEPARTMENT, offsetof(struct fuhe_form, department)},
    {FUHE_ROLE_UNIT, offsetof(struct fuhe_form, unit)},
    {FUHE_ROLE_CODE, offsetof(struct fuhe_form, id)},
    {FUHE_ROLE_YEAR, offsetof(struct fuhe_form, year)},
};

/* NULL when no cell of the head has that role. */
static const struct head_cell *find_cell(enum fuhe_role role) {
    for (size_t i = 0; i < sizeof head_cells / sizeof head_cells[0]; i++) {
        if (head_cells[i].role == role) {
            return &head_cells[i];
        }
    }
    return NULL;
}

/* The label in front of a colon within one cell, and what stands behind it. */
static enum fuhe_role inline_label(const struct fuhe_recogniser *state, fuhe_text text, fuhe_text *value) {
    for (size_t i = 0; i < sizeof colons / sizeof colons[0]; i++) {
        const size_t at = fuhe_text_find(text, colons[i]);
        if (at == text.length) {
            continue;
        }
        const enum fuhe_role role = fuhe_words_find(state->words, FUHE_WORDS_LABEL, (fuhe_text){text.bytes, at});
        *value = fuhe_text_trim(fuhe_text_from(text, at + colons[i].length));
        if (role != FUHE_ROLE_NONE && value->length > 0) {
            return role;
        }
    }
    return FUHE_ROLE_NONE;
}

static enum fuhe_status put(struct fuhe_recogniser *state, enum fuhe_role role, struct fuhe_cell value,
                            uint32_t column) {
    struct fuhe_form *form = &state->open->form;
    struct fuhe_cell *cell = (struct fuhe_cell *)(void *)((char *)form + find_cell(role)->offset);

    if (cell->state == FUHE_CELL_TEXT && role != FUHE_ROLE_YEAR) {
        return FUHE_STATUS_OK; /* the first one counts; a second one stays unread */
    }
    if (role == FUHE_ROLE_YEAR) {
        value.text = value.text.length > 4 ? fuhe_recogniser_year(value.text) : value.text;
        value.state = value.text.length > 0 ? FUHE_CELL_TEXT : FUHE_CELL_ABSENT;
    }
    if (role == FUHE_ROLE_CODE && value.state != FUHE_CELL_TEXT) {
        return FUHE_STATUS_OK;
    }
    if (value.state == FUHE_CELL_TEXT || cell->state == FUHE_CELL_ABSENT) {
        *cell = value;
    }
    return column < state->grid->columns
               ? fuhe_recogniser_mark(state, column, (struct fuhe_mark){.role = role, .why = FUHE_WHY_LABEL})
               : FUHE_STATUS_OK;
}

/* The next cell with text, unless that is a label itself: then the value is blank. */
static enum fuhe_status take_value(struct fuhe_recogniser *state, enum fuhe_role role, uint32_t label) {
    const uint32_t column = fuhe_recogniser_next(state, label + 1);
    const bool blank =
        column == state->grid->columns || fuhe_recogniser_role(state, FUHE_WORDS_LABEL, column) != FUHE_ROLE_NONE;

    FUHE_TRY(fuhe_recogniser_mark(state, label, (struct fuhe_mark){.role = FUHE_ROLE_HEADING, .why = FUHE_WHY_WORDS}));
    return blank ? put(state, role, fuhe_recogniser_blank(state, label), state->grid->columns)
                 : put(state, role, fuhe_recogniser_cell(state, state->row, column), column);
}

static bool opens(const struct fuhe_recogniser *state, enum fuhe_role role) {
    return role == FUHE_ROLE_PROJECT &&
           (state->open == NULL || (state->open->form.project.state != FUHE_CELL_ABSENT &&
                                    (state->stage == FUHE_STAGE_INDICATORS || state->stage == FUHE_STAGE_END)));
}

static enum fuhe_status take_label(struct fuhe_recogniser *state, uint32_t column, bool *taken) {
    const fuhe_text text = fuhe_recogniser_text(state, column);
    fuhe_text value = {NULL, 0};
    enum fuhe_role role = fuhe_words_find(state->words, FUHE_WORDS_LABEL, text);

    role = role != FUHE_ROLE_NONE ? role : inline_label(state, text, &value);
    if (find_cell(role) == NULL || (state->open == NULL && role != FUHE_ROLE_PROJECT)) {
        return FUHE_STATUS_OK;
    }
    if (opens(state, role)) {
        FUHE_TRY(fuhe_recogniser_open(state));
    }
    *taken = true;
    if (value.length > 0) {
        struct fuhe_cell cell = fuhe_recogniser_cell(state, state->row, column);
        cell.text = value;
        return put(state, role, cell, column);
    }
    return take_value(state, role, column);
}

/* Labels end where the indicators begin: a row of these may hold such a word too. */
enum fuhe_status fuhe_recognise_labels(struct fuhe_recogniser *state, bool *taken) {
    const bool rows =
        state->open != NULL && (state->stage == FUHE_STAGE_FUNDS || state->stage == FUHE_STAGE_INDICATORS);

    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        if (rows && fuhe_recogniser_role(state, FUHE_WORDS_LABEL, column) != FUHE_ROLE_PROJECT) {
            break;
        }
        FUHE_TRY(take_label(state, column, taken));
    }
    return FUHE_STATUS_OK;
}
