/* SPDX-License-Identifier: Apache-2.0 */
/* Converters drop leading cells that were merged with the row above, so that everything behind them stands too far
 * left. Each possible shift is judged by what then stands under the headings: numbers under weight and score, something
 * under target and actual value, nothing where no heading is. The best one is taken; between equals nobody can tell. */
#include "intake/recognise_shift.h"

#include "engine/value.h"

enum { SHIFT_MAX = 3, LEAST_GOOD = 3, CLEAR = 2 /* points between the best reading and the next */ };

static bool is_lead(unsigned char role) {
    return role == FUHE_ROLE_NONE || role == FUHE_ROLE_HEADING || role == FUHE_ROLE_LEVEL1 ||
           role == FUHE_ROLE_LEVEL2 || role == FUHE_ROLE_NAME || role == FUHE_ROLE_NOTE;
}

uint32_t fuhe_shift_first_value(const struct fuhe_columns *columns) {
    uint32_t column = 0;

    while (column < columns->count && is_lead(columns->roles[column])) {
        column++;
    }
    return column;
}

/* What a cell under a heading says for the reading. */
static int judge_cell(const struct fuhe_recogniser *state, enum fuhe_role role, fuhe_text text) {
    if (role == FUHE_ROLE_WEIGHT || role == FUHE_ROLE_SCORE) {
        if (fuhe_recogniser_is_number(text)) {
            return 2;
        }
        return fuhe_recogniser_is_dash(text) ? 0 : -3;
    }
    if (role == FUHE_ROLE_TARGET || role == FUHE_ROLE_ACTUAL) {
        return 1;
    }
    if (role == FUHE_ROLE_NONE || role == FUHE_ROLE_HEADING) {
        return fuhe_words_find(state->words, FUHE_WORDS_LABEL, text) == FUHE_ROLE_BLOCK ? 0 : -4;
    }
    return 0;
}

/* A level by its words, which no indicator is named after. */
static bool is_level(const struct fuhe_recogniser *state, fuhe_text text) {
    return fuhe_text_ends_with(text, FUHE_TEXT("指标")) ||
           fuhe_words_find(state->words, FUHE_WORDS_LEVEL1, text) == FUHE_ROLE_LEVEL1;
}

static fuhe_text text_under(const struct fuhe_recogniser *state, enum fuhe_role role, uint32_t shift) {
    const uint32_t column = fuhe_columns_find(&state->indicators, role);

    return column < shift || column == state->indicators.count ? (fuhe_text){NULL, 0}
                                                               : fuhe_recogniser_text(state, column - shift);
}

/* What the levels and the name in front say: leads is how many texts there are, name the last one. */
static int judge_leads(const struct fuhe_recogniser *state, uint32_t shift, uint32_t leads, fuhe_text name) {
    if (shift > 0) {
        return leads == 0 || leads > 3 ? -100 : (is_level(state, name) ? -2 : 0);
    }
    const fuhe_text level1 = text_under(state, FUHE_ROLE_LEVEL1, 0);
    const bool known = fuhe_words_find(state->words, FUHE_WORDS_LEVEL1, level1) == FUHE_ROLE_LEVEL1;
    return (known ? 2 : 0) - (is_level(state, text_under(state, FUHE_ROLE_NAME, 0)) ? 2 : 0);
}

/* Hardly any score is above its weight. */
static int judge_score(const struct fuhe_recogniser *state, uint32_t shift) {
    const struct fuhe_cell weight = {text_under(state, FUHE_ROLE_WEIGHT, shift), {0}, FUHE_CELL_TEXT};
    const struct fuhe_cell score = {text_under(state, FUHE_ROLE_SCORE, shift), {0}, FUHE_CELL_TEXT};

    if (!fuhe_recogniser_is_number(weight.text) || !fuhe_recogniser_is_number(score.text)) {
        return 0;
    }
    return fuhe_decimal_compare(fuhe_value_read_figure(&score, 1).number, fuhe_value_read_figure(&weight, 1).number) > 0
               ? -2
               : 0;
}

/* With a shift, all that stands before the first value is levels and name; without, each has its column. */
static int judge(const struct fuhe_recogniser *state, uint32_t shift) {
    const struct fuhe_columns *columns = &state->indicators;
    const uint32_t first = fuhe_shift_first_value(columns);
    uint32_t leads = 0;
    fuhe_text name = {NULL, 0};
    int points = shift > 0 ? -1 : 0;

    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        const uint32_t under = column + shift;
        const unsigned char role = under < columns->count ? columns->owners[under] : FUHE_ROLE_NONE;
        if (shift > 0 && under < first) {
            leads++;
            name = fuhe_recogniser_text(state, column);
        } else {
            points += judge_cell(state, (enum fuhe_role)role, fuhe_recogniser_text(state, column));
        }
    }
    return points + judge_leads(state, shift, leads, name) + judge_score(state, shift);
}

static bool is_covered_from_above(const struct fuhe_recogniser *state, enum fuhe_role role) {
    const struct fuhe_grid_cell *cell =
        fuhe_grid_at(state->grid, state->row, fuhe_columns_find(&state->indicators, role));

    return cell != NULL && cell->row < state->row;
}

/* Whether a level stands, or reaches down, where its heading is, or a document has its cells in true columns. */
static bool leads_are_in_place(const struct fuhe_recogniser *state) {
    const fuhe_text name = text_under(state, FUHE_ROLE_NAME, 0);
    const uint32_t first = fuhe_recogniser_next(state, 0);
    const bool under_block = first < state->indicators.count && state->indicators.owners[first] == FUHE_ROLE_HEADING &&
                             judge_cell(state, FUHE_ROLE_HEADING, fuhe_recogniser_text(state, first)) < 0;

    return name.length > 0 && !is_level(state, name) && !under_block &&
           (is_level(state, text_under(state, FUHE_ROLE_LEVEL2, 0)) || is_covered_from_above(state, FUHE_ROLE_LEVEL1) ||
            is_covered_from_above(state, FUHE_ROLE_LEVEL2) || state->grid->part != NULL);
}

/* Whether each heading of the values has its cell, though a figure may be no number: 2 5, 25/25, 合格. */
static bool is_complete(const struct fuhe_recogniser *state) {
    static const enum fuhe_role roles[] = {FUHE_ROLE_TARGET, FUHE_ROLE_ACTUAL, FUHE_ROLE_WEIGHT, FUHE_ROLE_SCORE};
    bool complete = leads_are_in_place(state);

    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
        complete = complete && (fuhe_columns_find(&state->indicators, roles[i]) == state->indicators.count ||
                                text_under(state, roles[i], 0).length > 0);
    }
    return complete && (fuhe_recogniser_is_number(text_under(state, FUHE_ROLE_WEIGHT, 0)) ||
                        fuhe_recogniser_is_number(text_under(state, FUHE_ROLE_SCORE, 0)));
}

/* A row that ends before its points although it has some values: a cell may be missing anywhere in it. */
static bool ends_early(const struct fuhe_recogniser *state, uint32_t shift) {
    static const enum fuhe_role roles[] = {FUHE_ROLE_WEIGHT, FUHE_ROLE_SCORE};
    bool early = false;
    bool any = false;

    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
        const uint32_t column = fuhe_columns_find(&state->indicators, roles[i]);
        early = early || (column < state->indicators.count && column >= shift &&
                          fuhe_grid_at(state->grid, state->row, column - shift) == NULL);
    }
    for (uint32_t column = fuhe_recogniser_next(state, 0); early && column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        any = any || fuhe_recogniser_is_number(fuhe_recogniser_text(state, column));
    }
    return any;
}

struct fuhe_shift fuhe_shift_find(const struct fuhe_recogniser *state) {
    const uint32_t first = fuhe_shift_first_value(&state->indicators);
    struct fuhe_shift best = {0, false};
    int most = judge(state, 0);

    if (is_complete(state)) {
        return best;
    }
    for (uint32_t shift = 1; shift <= SHIFT_MAX && shift < first; shift++) {
        const int points = judge(state, shift);
        if (points < LEAST_GOOD || points < most) {
            best.unclear = best.unclear || (points >= LEAST_GOOD && most - points < CLEAR && best.columns > 0);
            continue;
        }
        best.unclear = points - most < CLEAR;
        best.columns = points > most ? shift : best.columns;
        most = points;
    }
    best.unclear = best.unclear || ends_early(state, best.columns);
    return best;
}
