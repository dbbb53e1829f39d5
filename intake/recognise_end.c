/* SPDX-License-Identifier: Apache-2.0 */
/* The end of a form: its total, in whatever column a converter left it, and the row of the reviewer with 偏差率 and the
 * boxes of 复核档次. */
#include "intake/heading.h"
#include "intake/recogniser_state.h"

#include "engine/value.h"

/* --- total ------------------------------------------------------------------------------------------------------- */

/* The word of the total; only numbers may stand in front of it, where the column of scores is the first. */
static uint32_t find_total(const struct fuhe_recogniser *state) {
    uint32_t column = fuhe_recogniser_next(state, 0);

    while (column < state->grid->columns && fuhe_recogniser_is_number(fuhe_recogniser_text(state, column))) {
        column = fuhe_recogniser_next(state, column + 1);
    }
    return fuhe_recogniser_role(state, FUHE_WORDS_TOTAL, column) == FUHE_ROLE_TOTAL ? column : state->grid->columns;
}

static enum fuhe_role review_role(const struct fuhe_recogniser *state, uint32_t column) {
    const enum fuhe_role role = fuhe_recogniser_role(state, FUHE_WORDS_LABEL, column);

    return role == FUHE_ROLE_DEVIATION || role == FUHE_ROLE_GRADE ? role : FUHE_ROLE_NONE;
}

/* What stands behind a label of the reviewer is no total. */
static uint32_t next_number(const struct fuhe_recogniser *state, uint32_t column) {
    column = fuhe_recogniser_next(state, column);
    while (column < state->grid->columns && !fuhe_recogniser_is_number(fuhe_recogniser_text(state, column))) {
        const bool ends = review_role(state, column) != FUHE_ROLE_NONE;
        column = ends ? state->grid->columns : fuhe_recogniser_next(state, column + 1);
    }
    return column;
}

/* Whether the row has a number that stands under none of the headings of points: then it may be shifted as a whole. */
static bool has_stray_number(const struct fuhe_recogniser *state) {
    for (uint32_t column = next_number(state, 0); column < state->grid->columns;
         column = next_number(state, column + 1)) {
        const unsigned char role = state->indicators.roles[column];
        if (role != FUHE_ROLE_WEIGHT && role != FUHE_ROLE_SCORE && role != FUHE_ROLE_REVIEWED_SCORE &&
            role != FUHE_ROLE_NOTE) {
            return true;
        }
    }
    return false;
}

/* Whether somebody has reviewed the rows in front of the total. */
static bool is_reviewed(const struct fuhe_form *form) {
    return form->indicator_count > 0 &&
           form->indicators[form->indicator_count - 1].reviewed_score.state == FUHE_CELL_TEXT;
}

/* Whether a number of the row could be the total: one that is not under the weights, nor what the reviewer made of it.
 */
static bool has_claim(const struct fuhe_recogniser *state, uint32_t weight, uint32_t reviewed) {
    const bool skips = is_reviewed(&state->open->form);
    uint32_t column = next_number(state, 0);

    while (column < state->grid->columns && (column == weight || (skips && column == reviewed))) {
        column = next_number(state, column + 1);
    }
    return column < state->grid->columns;
}

struct choice {
    uint32_t column; /* of the total; the count of columns for none */
    enum fuhe_sureness sureness;
    enum fuhe_reason_why why;
};

/* Under the heading of the scores; else as far from there as the word of the row stands from the left edge; else the
 * only number of the row, unless that is under the weights or the reviewer's scores. */
static struct choice choose(const struct fuhe_recogniser *state, uint32_t label) {
    const struct fuhe_columns *columns = &state->indicators;
    const uint32_t score = columns->present ? fuhe_columns_find(columns, FUHE_ROLE_SCORE) : state->grid->columns;
    const uint32_t weight = columns->present ? fuhe_columns_find(columns, FUHE_ROLE_WEIGHT) : state->grid->columns;
    const uint32_t reviewed =
        columns->present ? fuhe_columns_find(columns, FUHE_ROLE_REVIEWED_SCORE) : state->grid->columns;
    const uint32_t first = next_number(state, 0);
    struct choice choice = {first, FUHE_SURE_UNSURE, FUHE_WHY_TOTAL_UNCLEAR};

    if (first == state->grid->columns) {
        return choice; /* not filled in */
    }
    if (fuhe_recogniser_is_number(fuhe_recogniser_text(state, score))) {
        choice.column = score;
        return has_stray_number(state) ? choice : (struct choice){score, FUHE_SURE_CERTAIN, FUHE_WHY_HEADING};
    }
    if (!has_claim(state, weight, reviewed)) {
        choice.column = state->grid->columns; /* only the sum of the weights, or what the reviewer made of it */
        return choice;
    }
    if (score < state->grid->columns && fuhe_recogniser_is_number(fuhe_recogniser_text(state, score + label))) {
        return (struct choice){score + label, FUHE_SURE_LIKELY, FUHE_WHY_ONLY_NUMBER};
    }
    if (first < state->grid->columns && first != weight && first != reviewed &&
        next_number(state, first + 1) == state->grid->columns) {
        return (struct choice){first, FUHE_SURE_LIKELY, FUHE_WHY_ONLY_NUMBER};
    }
    if (first == weight) {
        choice.column = next_number(state, first + 1);
    }
    return choice;
}

static bool has_project_label(const struct fuhe_recogniser *state) {
    uint32_t column = fuhe_recogniser_next(state, 0);

    while (column < state->grid->columns &&
           fuhe_recogniser_role(state, FUHE_WORDS_LABEL, column) != FUHE_ROLE_PROJECT) {
        column = fuhe_recogniser_next(state, column + 1);
    }
    return column < state->grid->columns;
}

/* Another sum further down under the same header is that of the form: this one is of a group. */
static bool is_sum_of_group(const struct fuhe_recogniser *state) {
    struct fuhe_recogniser ahead = *state;

    for (ahead.row++; ahead.row < ahead.grid->rows; ahead.row++) {
        if (fuhe_recogniser_is_header(&ahead) || has_project_label(&ahead)) {
            return false;
        }
        if (!fuhe_recogniser_is_filled(&ahead) && find_total(&ahead) < ahead.grid->columns) {
            return next_number(&ahead, 0) < ahead.grid->columns;
        }
    }
    return false;
}

/* Adds what a group has; sums out of range are none that a total could be held against. */
static void add_group(struct fuhe_recogniser *state, const struct choice *choice) {
    if (choice->column < state->grid->columns) {
        const struct fuhe_cell sum = fuhe_recogniser_cell(state, state->row, choice->column);
        (void)!fuhe_decimal_add(state->groups, fuhe_value_read_figure(&sum, 1).number, &state->groups);
    }
}

/* The last sum of a form without a sum of all is that of a group too. */
static bool is_less_than_groups(const struct fuhe_recogniser *state, const struct fuhe_cell *claimed) {
    return fuhe_decimal_compare(fuhe_value_read_figure(claimed, 1).number, state->groups) < 0;
}

/* Whether the total stands behind its word in one cell: 自评总分：96分. */
static bool is_inline(const struct fuhe_recogniser *state, fuhe_text *value) {
    const fuhe_text text = fuhe_recogniser_text(state, fuhe_recogniser_next(state, 0));
    const fuhe_text label = fuhe_heading_label(text, value);

    return fuhe_words_find(state->words, FUHE_WORDS_TOTAL, label) == FUHE_ROLE_TOTAL &&
           fuhe_recogniser_is_number(*value) && !fuhe_recogniser_is_filled(state);
}

static enum fuhe_status claim(struct fuhe_recogniser *state, struct choice choice, struct fuhe_cell claimed) {
    struct fuhe_form *form = &state->open->form;
    const bool another =
        form->total_claimed.state == FUHE_CELL_TEXT && !fuhe_text_equals(form->total_claimed.text, claimed.text);

    if (another || is_less_than_groups(state, &claimed)) {
        choice.sureness = FUHE_SURE_UNSURE;
        choice.why = FUHE_WHY_TOTAL_UNCLEAR;
    }
    form->total_claimed = claimed;
    return fuhe_recogniser_mark(
        state, choice.column,
        (struct fuhe_mark){.role = FUHE_ROLE_TOTAL, .sureness = choice.sureness, .why = choice.why});
}

static enum fuhe_status claim_inline(struct fuhe_recogniser *state, fuhe_text value) {
    const uint32_t column = fuhe_recogniser_next(state, 0);
    struct fuhe_cell claimed = fuhe_recogniser_cell(state, state->row, column);

    claimed.text = value;
    state->open->form.has_total = true;
    state->stage = FUHE_STAGE_END;
    return claim(state, (struct choice){column, FUHE_SURE_CERTAIN, FUHE_WHY_LABEL}, claimed);
}

/* Text that a total may be meant by: with a figure anywhere, under the scores even without one. */
static bool may_be_meant(const struct fuhe_recogniser *state, uint32_t column, uint32_t score) {
    const fuhe_text text = fuhe_recogniser_text(state, column);
    const bool word = fuhe_recogniser_role(state, FUHE_WORDS_TOTAL, column) != FUHE_ROLE_NONE ||
                      fuhe_recogniser_role(state, FUHE_WORDS_LABEL, column) != FUHE_ROLE_NONE;
    bool figure = column == score;

    for (size_t i = 0; i < text.length && !figure; i++) {
        figure = text.bytes[i] >= '0' && text.bytes[i] <= '9';
    }
    return figure && text.length > 0 && !word && !fuhe_recogniser_is_number(text) && !fuhe_recogniser_is_dash(text) &&
           !fuhe_recogniser_is_remark(state, text);
}

/* The cell of a total that is no bare number: under the scores, or else the first between its word and there. */
static uint32_t find_meant(const struct fuhe_recogniser *state, uint32_t label) {
    const struct fuhe_columns *columns = &state->indicators;
    const uint32_t none = state->grid->columns;
    const uint32_t score = columns->present ? fuhe_columns_find(columns, FUHE_ROLE_SCORE) : none;

    if (score < none && may_be_meant(state, score, score)) {
        return score;
    }
    for (uint32_t column = fuhe_recogniser_next(state, label + 1);
         column < score && review_role(state, column) == FUHE_ROLE_NONE;
         column = fuhe_recogniser_next(state, column + 1)) {
        const bool weight = columns->present && columns->roles[column] == FUHE_ROLE_WEIGHT;
        if (!weight && may_be_meant(state, column, none)) {
            return column;
        }
    }
    return none;
}

/* 99.4 of 99.4分（优） and of 得分：99.4; the whole text of what is no number even so. */
static fuhe_text plain_total(fuhe_text text) {
    fuhe_text value;
    const fuhe_text label = fuhe_heading_label(text, &value);
    const size_t wide = fuhe_text_find(text, FUHE_TEXT("（"));
    const size_t narrow = fuhe_text_find(text, FUHE_TEXT("("));
    const fuhe_text front = fuhe_text_trim((fuhe_text){text.bytes, wide < narrow ? wide : narrow});

    if (fuhe_recogniser_is_number(front)) {
        return front;
    }
    return label.length > 0 && fuhe_recogniser_is_number(value) ? value : text;
}

/* Whoever fills in 约99 or 99. 4 means a total: a person is told. */
static enum fuhe_status claim_meant(struct fuhe_recogniser *state, uint32_t column) {
    struct fuhe_form *form = &state->open->form;

    form->total_claimed = fuhe_recogniser_cell(state, state->row, column);
    form->total_claimed.text = plain_total(form->total_claimed.text);
    return fuhe_recogniser_mark(
        state, column,
        (struct fuhe_mark){.role = FUHE_ROLE_TOTAL, .sureness = FUHE_SURE_UNSURE, .why = FUHE_WHY_NOT_A_NUMBER});
}

/* A row of the total without a number; the total may be in the head. */
static enum fuhe_status claim_none(struct fuhe_recogniser *state, uint32_t label) {
    struct fuhe_cell *claimed = &state->open->form.total_claimed;
    const uint32_t meant = find_meant(state, label);

    if (meant < state->grid->columns) {
        return claim_meant(state, meant);
    }
    *claimed = claimed->state == FUHE_CELL_TEXT ? *claimed : fuhe_recogniser_blank(state, label);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_recognise_total(struct fuhe_recogniser *state, bool *taken) {
    const bool rows = state->open != NULL && state->stage == FUHE_STAGE_INDICATORS;
    const uint32_t label = rows ? find_total(state) : state->grid->columns;
    fuhe_text value;

    if (rows && is_inline(state, &value)) {
        *taken = true;
        return claim_inline(state, value);
    }
    if (label == state->grid->columns) {
        return FUHE_STATUS_OK;
    }
    const struct choice choice = choose(state, label);
    struct fuhe_form *form = &state->open->form;
    *taken = true;
    if (is_sum_of_group(state)) {
        add_group(state, &choice); /* stays unread */
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_recogniser_mark_heading(state));
    form->has_total = true;
    state->stage = FUHE_STAGE_END;
    if (choice.column == state->grid->columns) {
        return claim_none(state, label);
    }
    return claim(state, choice, fuhe_recogniser_cell(state, state->row, choice.column));
}

/* --- review ------------------------------------------------------------------------------------------------------ */

static const char *const grades[] = {"优秀", "良好", "一般", "较差", "优", "良", "中", "差", "合格", "不合格"};
static const char *const ticks[] = {"√", "✓", "✔", "☑", "■", "●", "☒", "V", "v"};
static const char *const boxes[] = {"()", "（）", "( )", "（ ）", "□", "○", "☐"};

static bool contains_any(fuhe_text text, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (fuhe_text_contains(text, fuhe_text_of(words[i]))) {
            return true;
        }
    }
    return false;
}

#define CONTAINS_ANY(text, words) contains_any(text, words, sizeof(words) / sizeof(words)[0])

/* Cells like () 优秀 () 良好 () 一般 () 较差: at least two grades, each with a box or a tick. */
static bool is_choice(fuhe_text text) {
    unsigned count = 0;

    for (size_t i = 0; i < 4; i++) {
        count +=
            fuhe_text_contains(text, fuhe_text_of(grades[i])) || fuhe_text_contains(text, fuhe_text_of(grades[i + 4]));
    }
    return text.length < 200 && count >= 2 && (CONTAINS_ANY(text, boxes) || CONTAINS_ANY(text, ticks));
}

/* The grade at the start of text; the longer word first. */
static const char *grade_at(fuhe_text text) {
    for (size_t i = 0; i < sizeof grades / sizeof grades[0]; i++) {
        if (fuhe_text_starts_with(text, fuhe_text_of(grades[i]))) {
            return grades[i];
        }
    }
    return NULL;
}

static bool begins_with_tick(fuhe_text text) {
    for (size_t i = 0; i < sizeof ticks / sizeof ticks[0]; i++) {
        if (fuhe_text_starts_with(text, fuhe_text_of(ticks[i]))) {
            return true;
        }
    }
    return false;
}

/* A tick stands in front of its grade, or behind it when the text begins with a grade. Counts the ticked grades and
 * gives the last one. */
static unsigned find_ticked(fuhe_text text, const char **grade) {
    const bool behind = grade_at(text) != NULL;
    const char *last = NULL;
    bool ticked = false;
    unsigned count = 0;

    for (size_t at = 0; at < text.length;) {
        const fuhe_text rest = fuhe_text_from(text, at);
        const char *word = grade_at(rest);
        ticked = ticked || begins_with_tick(rest);
        last = word != NULL ? word : last;
        if (ticked && (behind || word != NULL)) {
            *grade = last;
            count++;
            ticked = false;
        }
        if (word != NULL) {
            at += strlen(word);
        } else {
            (void)fuhe_text_next(text, &at);
        }
    }
    return count;
}

/* Behind a label in front of the boxes: 自评等次：优□ 良□. */
static fuhe_text without_label(fuhe_text text) {
    fuhe_text value;
    const fuhe_text label = fuhe_heading_label(text, &value);

    return value.length > 0 && !CONTAINS_ANY(label, grades) ? value : text;
}

static enum fuhe_status take_choice(struct fuhe_recogniser *state, uint32_t column) {
    struct fuhe_form *form = &state->open->form;
    struct fuhe_mark mark = {.role = FUHE_ROLE_GRADE, .why = FUHE_WHY_LABEL};
    struct fuhe_cell cell = fuhe_recogniser_cell(state, state->row, column);
    const char *grade = NULL;
    const unsigned count = find_ticked(without_label(cell.text), &grade);

    cell.text = count == 1 ? fuhe_text_of(grade) : (fuhe_text){NULL, 0};
    cell.state = count == 1 ? FUHE_CELL_TEXT : FUHE_CELL_BLANK;
    form->total_grade = cell;
    form->has_total = true;
    if (count > 1) {
        mark.sureness = FUHE_SURE_UNSURE;
        mark.why = FUHE_WHY_TICKS;
        state->open->needs_look = true;
    }
    return fuhe_recogniser_mark(state, column, mark);
}

bool fuhe_recogniser_is_grade(fuhe_text text) {
    return grade_at(text) != NULL && text.length <= 6;
}

static bool fits(enum fuhe_role role, fuhe_text text) {
    return role == FUHE_ROLE_GRADE ? fuhe_recogniser_is_grade(text)
                                   : role == FUHE_ROLE_DEVIATION && fuhe_recogniser_is_number(text);
}

/* 自评等级：优 */
static enum fuhe_role inline_role(const struct fuhe_recogniser *state, uint32_t column, fuhe_text *value) {
    const fuhe_text label = fuhe_heading_label(fuhe_recogniser_text(state, column), value);
    const enum fuhe_role role = fuhe_words_find(state->words, FUHE_WORDS_LABEL, label);

    return fits(role, *value) ? role : FUHE_ROLE_NONE;
}

static enum fuhe_status take_plain(struct fuhe_recogniser *state, uint32_t column, enum fuhe_role role,
                                   fuhe_text text) {
    struct fuhe_form *form = &state->open->form;
    struct fuhe_cell *cell = role == FUHE_ROLE_GRADE ? &form->total_grade : &form->total_deviation_rate;

    if (!fits(role, text)) {
        return FUHE_STATUS_OK; /* stays unread */
    }
    form->has_total = true;
    *cell = fuhe_recogniser_cell(state, state->row, column);
    cell->text = text;
    return fuhe_recogniser_mark(state, column, (struct fuhe_mark){.role = role, .why = FUHE_WHY_LABEL});
}

static bool is_review(const struct fuhe_recogniser *state) {
    if (fuhe_recogniser_is_filled(state)) {
        return false;
    }
    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        fuhe_text value;
        if (review_role(state, column) != FUHE_ROLE_NONE || is_choice(fuhe_recogniser_text(state, column)) ||
            inline_role(state, column, &value) != FUHE_ROLE_NONE) {
            return true;
        }
    }
    return false;
}

enum fuhe_status fuhe_recognise_review(struct fuhe_recogniser *state, bool *taken) {
    enum fuhe_role role = FUHE_ROLE_NONE;

    if (state->open == NULL || (state->stage != FUHE_STAGE_INDICATORS && state->stage != FUHE_STAGE_END) ||
        !is_review(state)) {
        return FUHE_STATUS_OK;
    }
    if (state->stage == FUHE_STAGE_INDICATORS) {
        FUHE_TRY(fuhe_recognise_total(state, taken)); /* in the same row */
    }
    *taken = true;
    state->stage = FUHE_STAGE_END;
    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        fuhe_text value;
        const enum fuhe_role inlined = inline_role(state, column, &value);
        if (is_choice(fuhe_recogniser_text(state, column))) {
            FUHE_TRY(take_choice(state, column));
        } else if (inlined != FUHE_ROLE_NONE) {
            FUHE_TRY(take_plain(state, column, inlined, value));
        } else if (review_role(state, column) != FUHE_ROLE_NONE) {
            role = review_role(state, column);
            struct fuhe_cell *cell =
                role == FUHE_ROLE_GRADE ? &state->open->form.total_grade : &state->open->form.total_deviation_rate;
            *cell = cell->state == FUHE_CELL_ABSENT ? fuhe_recogniser_blank(state, column) : *cell;
            FUHE_TRY(fuhe_recogniser_mark(state, column,
                                          (struct fuhe_mark){.role = FUHE_ROLE_HEADING, .why = FUHE_WHY_WORDS}));
        } else if (role != FUHE_ROLE_NONE) {
            FUHE_TRY(take_plain(state, column, role, fuhe_recogniser_text(state, column)));
            role = FUHE_ROLE_NONE;
        }
    }
    return FUHE_STATUS_OK;
}
