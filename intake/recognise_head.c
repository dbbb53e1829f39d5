/* SPDX-License-Identifier: Apache-2.0 */
/* The head of a form: its title with the year, and values beside their labels, one or several in a row, in a cell of
 * their own or behind a colon. */
#include <string.h>

#include "intake/heading.h"
#include "intake/recogniser_state.h"

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

bool fuhe_recogniser_is_remark(const struct fuhe_recogniser *state, fuhe_text text) {
    fuhe_text remark;

    return fuhe_words_find(state->words, FUHE_WORDS_LABEL, fuhe_heading_label(text, &remark)) == FUHE_ROLE_NOTE ||
           fuhe_words_find(state->words, FUHE_WORDS_LABEL, text) == FUHE_ROLE_NOTE;
}

static bool is_title(const struct fuhe_recogniser *state, fuhe_text text) {
    size_t begin;
    size_t end;

    return text.length < FUHE_WORD_SIZE && !fuhe_recogniser_is_remark(state, text) &&
           fuhe_words_search(state->words, FUHE_WORDS_TITLE, FUHE_ROLE_TITLE, text, 0, &begin, &end);
}

/* The rules are those of projects; a form of a department as a whole is read, and a person is told. */
static enum fuhe_status doubt_department(struct fuhe_recogniser *state, uint32_t column) {
    if (!fuhe_text_equals(state->open->form.kind.text, FUHE_TEXT("department"))) {
        return FUHE_STATUS_OK;
    }
    state->open->needs_look = true;
    return fuhe_recogniser_mark(state, column,
                                (struct fuhe_mark){.sureness = FUHE_SURE_UNSURE, .why = FUHE_WHY_DEPARTMENT});
}

static void take_title(struct fuhe_form *form, fuhe_text text, struct fuhe_place place) {
    const fuhe_text year = fuhe_recogniser_year(text);

    if (year.length > 0) {
        form->year = (struct fuhe_cell){year, place, FUHE_CELL_TEXT};
    }
    if (fuhe_text_contains(text, FUHE_TEXT("项目"))) {
        form->kind = (struct fuhe_cell){FUHE_TEXT("project"), place, FUHE_CELL_TEXT};
    } else if (fuhe_text_contains(text, FUHE_TEXT("整体支出"))) {
        form->kind = (struct fuhe_cell){FUHE_TEXT("department"), place, FUHE_CELL_TEXT};
    }
}

enum fuhe_status fuhe_recognise_title(struct fuhe_recogniser *state, bool *taken) {
    const uint32_t column = fuhe_recogniser_next(state, 0);
    const fuhe_text text = fuhe_recogniser_text(state, column);

    if (fuhe_recogniser_count(state) != 1) {
        return FUHE_STATUS_OK;
    }
    const bool title = is_title(state, text);
    if (title) {
        FUHE_TRY(fuhe_recogniser_open(state));
    } else if (state->open == NULL || state->stage != FUHE_STAGE_HEAD || !is_year(text)) {
        return FUHE_STATUS_OK;
    }
    *taken = true;
    take_title(&state->open->form, text, fuhe_recogniser_cell(state, state->row, column).place);
    FUHE_TRY(fuhe_recogniser_mark(state, column, (struct fuhe_mark){.role = FUHE_ROLE_TITLE, .why = FUHE_WHY_WORDS}));
    return title ? doubt_department(state, column) : FUHE_STATUS_OK;
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

static struct fuhe_cell *cell_of(struct fuhe_form *form, enum fuhe_role role) {
    return (struct fuhe_cell *)(void *)((char *)form + find_cell(role)->offset);
}

/* The label in front of a colon within one cell, and what stands behind it. */
static enum fuhe_role inline_label(const struct fuhe_recogniser *state, fuhe_text text, fuhe_text *value) {
    const fuhe_text label = fuhe_heading_label(text, value);

    return value->length > 0 ? fuhe_words_find(state->words, FUHE_WORDS_LABEL, label) : FUHE_ROLE_NONE;
}

static enum fuhe_status put(struct fuhe_recogniser *state, enum fuhe_role role, struct fuhe_cell value,
                            uint32_t column) {
    struct fuhe_cell *cell = cell_of(&state->open->form, role);

    if (cell->state == FUHE_CELL_TEXT && role != FUHE_ROLE_YEAR) {
        return FUHE_STATUS_OK; /* the first one counts; a second one stays unread */
    }
    if (role == FUHE_ROLE_YEAR) {
        value.text = value.text.length > 4 ? fuhe_recogniser_year(value.text) : value.text;
        value.state = value.text.length > 0 ? FUHE_CELL_TEXT : FUHE_CELL_ABSENT;
    }
    if ((role == FUHE_ROLE_DEPARTMENT || role == FUHE_ROLE_UNIT) && value.state == FUHE_CELL_TEXT) {
        value.text = fuhe_heading_without_seal(value.text);
        value.state = value.text.length > 0 ? FUHE_CELL_TEXT : FUHE_CELL_BLANK;
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

/* 自评总分 | 95.5 */
static enum fuhe_status take_total(struct fuhe_recogniser *state, uint32_t label, bool *taken) {
    struct fuhe_form *form = &state->open->form;
    const uint32_t column = fuhe_recogniser_next(state, label + 1);

    if (form->total_claimed.state == FUHE_CELL_TEXT ||
        !fuhe_recogniser_is_number(fuhe_recogniser_text(state, column))) {
        return FUHE_STATUS_OK;
    }
    *taken = true;
    form->has_total = true;
    form->total_claimed = fuhe_recogniser_cell(state, state->row, column);
    FUHE_TRY(fuhe_recogniser_mark(state, label, (struct fuhe_mark){.role = FUHE_ROLE_HEADING, .why = FUHE_WHY_WORDS}));
    return fuhe_recogniser_mark(state, column, (struct fuhe_mark){.role = FUHE_ROLE_TOTAL, .why = FUHE_WHY_LABEL});
}

static enum fuhe_status take_label(struct fuhe_recogniser *state, uint32_t column, bool *taken) {
    const fuhe_text text = fuhe_recogniser_text(state, column);
    fuhe_text value = {NULL, 0};
    enum fuhe_role role = fuhe_words_find(state->words, FUHE_WORDS_LABEL, text);

    if (role == FUHE_ROLE_TOTAL && state->open != NULL) {
        return take_total(state, column, taken);
    }
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

/* --- paragraphs above a table ------------------------------------------------------------------------------------ */

/* 续表, also all in brackets, which words are compared without. */
static bool is_continued(const struct fuhe_recogniser *state, fuhe_text text) {
    return fuhe_words_find(state->words, FUHE_WORDS_TITLE, text) == FUHE_ROLE_CONTINUED ||
           fuhe_words_find(state->words, FUHE_WORDS_TITLE, fuhe_heading_bracketed(text)) == FUHE_ROLE_CONTINUED;
}

/* What stands between the parts of a form that goes on over pages: 续表, the number of a page. */
static bool is_between(const struct fuhe_recogniser *state, fuhe_text text) {
    return fuhe_heading_is_page(text) || is_continued(state, text) ||
           (is_title(state, text) &&
            (fuhe_text_contains(text, FUHE_TEXT("（续")) || fuhe_text_contains(text, FUHE_TEXT("(续"))));
}

/* Whether text begins with a label and its colon. */
static bool begins_with_label(const struct fuhe_recogniser *state, fuhe_text text) {
    fuhe_text value;

    return fuhe_words_find(state->words, FUHE_WORDS_LABEL, fuhe_heading_label(fuhe_text_trim(text), &value)) !=
           FUHE_ROLE_NONE;
}

/* Where a gap begins that parts labels in a line: two spaces, a wide one, or one in front of the next label. */
static size_t find_gap(const struct fuhe_recogniser *state, fuhe_text text) {
    enum { LINE_BYTES = 400 }; /* longer texts are no lines of labels */
    static const char *const gaps[] = {"  ", "　", "\t"};
    size_t gap = text.length;

    for (size_t i = 0; i < sizeof gaps / sizeof gaps[0]; i++) {
        const size_t at = fuhe_text_find(text, fuhe_text_of(gaps[i]));
        gap = at < gap ? at : gap;
    }
    for (size_t at = 0; text.length <= LINE_BYTES && at < gap; at++) {
        gap = text.bytes[at] == ' ' && begins_with_label(state, fuhe_text_from(text, at)) ? at : gap;
    }
    return gap;
}

/* 项目名称：某项目　　主管部门：某局 */
static enum fuhe_status take_labels_above(struct fuhe_recogniser *state, const struct fuhe_paragraph *paragraph) {
    for (fuhe_text rest = paragraph->text; rest.length > 0;) {
        const fuhe_text part = {rest.bytes, find_gap(state, rest)};
        fuhe_text value = {NULL, 0};
        const enum fuhe_role role = inline_label(state, part, &value);
        if (role == FUHE_ROLE_DEPARTMENT || role == FUHE_ROLE_UNIT) {
            value = fuhe_heading_without_seal(value);
        }
        if (find_cell(role) != NULL && value.length > 0) {
            *cell_of(&state->head_above, role) = (struct fuhe_cell){value, paragraph->place, FUHE_CELL_TEXT};
        }
        const enum fuhe_role beside = fuhe_recogniser_beside(state, part, &value);
        if (beside != FUHE_ROLE_NONE) {
            const struct fuhe_cell cell = {value, paragraph->place, FUHE_CELL_TEXT};
            FUHE_TRY(fuhe_recogniser_take_beside(state, beside, &cell));
        }
        rest = fuhe_text_trim(fuhe_text_from(rest, part.length));
        while (fuhe_text_starts_with(rest, FUHE_TEXT("　"))) {
            rest = fuhe_text_trim(fuhe_text_from(rest, strlen("　")));
        }
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_recognise_paragraph(struct fuhe_recogniser *state, const struct fuhe_paragraph *paragraph) {
    const fuhe_text year = fuhe_recogniser_year(paragraph->text);
    const bool title = is_title(state, paragraph->text);

    if (is_between(state, paragraph->text)) {
        return FUHE_STATUS_OK;
    }
    if (title) {
        fuhe_recogniser_forget_above(state);
        state->title_above = (struct fuhe_cell){paragraph->text, paragraph->place, FUHE_CELL_TEXT};
    }
    if (year.length > 0 && (title || is_year(paragraph->text))) {
        state->year_above = (struct fuhe_cell){year, paragraph->place, FUHE_CELL_TEXT};
    }
    const enum fuhe_status status = take_labels_above(state, paragraph);
    state->may_go_on = false;
    return status;
}

void fuhe_recogniser_forget_above(struct fuhe_recogniser *state) {
    state->title_above = state->year_above = (struct fuhe_cell){0};
    state->head_above = (struct fuhe_form){0};
}

enum fuhe_status fuhe_recognise_above(struct fuhe_recogniser *state) {
    struct fuhe_form *form = &state->open->form;

    if (state->title_above.state == FUHE_CELL_TEXT) {
        take_title(form, state->title_above.text, state->title_above.place);
    }
    form->year = state->year_above.state == FUHE_CELL_TEXT ? state->year_above : form->year;
    state->title_above = state->year_above = (struct fuhe_cell){0};
    return doubt_department(state, fuhe_recogniser_next(state, 0));
}

void fuhe_recogniser_fill_above(struct fuhe_recogniser *state, struct fuhe_form *form) {
    for (size_t i = 0; i < sizeof head_cells / sizeof head_cells[0]; i++) {
        const struct fuhe_cell *above = cell_of(&state->head_above, head_cells[i].role);
        struct fuhe_cell *cell = cell_of(form, head_cells[i].role);
        *cell = cell->state == FUHE_CELL_ABSENT ? *above : *cell;
    }
}
