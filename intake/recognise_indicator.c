/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of indicators: each value from under its heading, the levels also from the merged cells above. */
#include "intake/heading.h"
#include "intake/recognise_shift.h"

#include "xml/form_reader.h"

struct indicator_cell {
    enum fuhe_role role;
    size_t offset; /* in struct fuhe_indicator */
    bool number;
};

#define AT(member) offsetof(struct fuhe_indicator, member)

static const struct indicator_cell value_cells[] = {
    {FUHE_ROLE_WEIGHT, AT(weight), true},
    {FUHE_ROLE_SCORE, AT(score), true},
    {FUHE_ROLE_TARGET, AT(target), false},
    {FUHE_ROLE_RELATION, AT(relation), false},
    {FUHE_ROLE_VALUE_UNIT, AT(unit), false},
    {FUHE_ROLE_ADJUSTED, AT(adjusted), false},
    {FUHE_ROLE_ACTUAL, AT(actual), false},
    {FUHE_ROLE_REASON, AT(reason), false},
    {FUHE_ROLE_REVIEWED_SCORE, AT(reviewed_score), true},
    {FUHE_ROLE_REVIEWED_REASON, AT(reviewed_reason), false},
};

struct row {
    struct fuhe_recogniser *state;
    struct fuhe_indicator indicator;
    struct fuhe_shift shift;
    size_t index;
};

static enum fuhe_status mark(struct row *row, uint32_t column, enum fuhe_role role, enum fuhe_reason_why why) {
    struct fuhe_mark left = {.role = role, .why = why, .index = row->index};

    if (row->shift.columns > 0 || row->shift.unclear) {
        left.sureness = row->shift.unclear ? FUHE_SURE_UNSURE : FUHE_SURE_LIKELY;
        left.why = row->shift.unclear ? FUHE_WHY_SHIFT_UNCLEAR : FUHE_WHY_SHIFTED;
    } else if (why == FUHE_WHY_EXTENDED) {
        left.sureness = FUHE_SURE_LIKELY;
    } else if (why > FUHE_WHY_NOT_READ) {
        left.sureness = FUHE_SURE_UNSURE;
    }
    return fuhe_recogniser_mark(row->state, column, left);
}

static enum fuhe_status doubt(struct row *row, uint32_t column, enum fuhe_role role, enum fuhe_reason_why why) {
    return fuhe_recogniser_mark(
        row->state, column,
        (struct fuhe_mark){.role = role, .sureness = FUHE_SURE_UNSURE, .why = why, .index = row->index});
}

/* --- values ------------------------------------------------------------------------------------------------------ */

/* The column where the value under a heading stands: its own, or one to its right that has no heading. */
static uint32_t find_value(const struct row *row, enum fuhe_role role) {
    const struct fuhe_columns *columns = &row->state->indicators;
    const uint32_t own = fuhe_columns_find(columns, role);
    const uint32_t shift = row->shift.columns;

    if (own == columns->count || own < shift) {
        return columns->count;
    }
    for (uint32_t under = own; under < columns->count && columns->owners[under] == role; under++) {
        if (fuhe_recogniser_text(row->state, under - shift).length > 0) {
            return under - shift;
        }
    }
    return own - shift;
}

/* One value for several rows is shown to a person, once: it counts in the first. */
static bool spans_rows(const struct row *row, uint32_t column) {
    const struct fuhe_grid_cell *cell = fuhe_grid_at(row->state->grid, row->state->row, column);

    return cell != NULL && cell->row == row->state->row && cell->row_span > 1 && cell->text.length > 0;
}

/* One merged cell under two headings. */
static bool belongs_to_another(const struct row *row, uint32_t column, enum fuhe_role role) {
    const struct fuhe_grid_cell *cell = fuhe_grid_at(row->state->grid, row->state->row, column);
    const uint32_t under = cell == NULL ? 0 : cell->column + row->shift.columns;

    return cell != NULL && cell->column != column && row->state->indicators.owners[under] != role &&
           row->state->indicators.owners[under] != FUHE_ROLE_NONE;
}

/* The name of the row written into further columns: a merged cell over all of it, a sum rather than an indicator. */
static bool is_name_again(const struct row *row, uint32_t column, enum fuhe_role role) {
    const uint32_t name = find_value(row, FUHE_ROLE_NAME);
    const fuhe_text text = fuhe_recogniser_text(row->state, column);

    return !fuhe_recogniser_is_number(text) && (role == FUHE_ROLE_TARGET || role == FUHE_ROLE_ACTUAL) &&
           name < row->state->indicators.count && fuhe_text_equals(text, fuhe_recogniser_text(row->state, name));
}

static enum fuhe_status take_value(struct row *row, const struct indicator_cell *which) {
    struct fuhe_recogniser *state = row->state;
    const uint32_t column = find_value(row, which->role);
    struct fuhe_cell *to = (struct fuhe_cell *)(void *)((char *)&row->indicator + which->offset);
    const struct fuhe_grid_cell *cell = fuhe_grid_at(state->grid, state->row, column);
    enum fuhe_reason_why why = FUHE_WHY_HEADING;

    if (column == state->indicators.count) {
        return FUHE_STATUS_OK;
    }
    *to = cell != NULL && cell->row == state->row ? fuhe_recogniser_cell(state, state->row, column)
                                                  : fuhe_recogniser_blank(state, column);
    if (spans_rows(row, column)) {
        FUHE_TRY(doubt(row, column, which->role, FUHE_WHY_SPANS_ROWS));
    }
    if (to->state != FUHE_CELL_TEXT) {
        return FUHE_STATUS_OK;
    }
    if (which->number && !fuhe_recogniser_is_number(to->text) && !fuhe_recogniser_is_dash(to->text)) {
        why = FUHE_WHY_NOT_A_NUMBER;
    } else if (belongs_to_another(row, column, which->role) || is_name_again(row, column, which->role)) {
        why = FUHE_WHY_SHIFT_UNCLEAR;
    } else if (column + row->shift.columns != fuhe_columns_find(&state->indicators, which->role)) {
        why = FUHE_WHY_EXTENDED;
    }
    return mark(row, column, which->role, why);
}

/* Where no column has weights, they may stand behind the names: 群众满意度（10分）. */
static enum fuhe_status take_points(struct row *row) {
    const uint32_t column = find_value(row, FUHE_ROLE_NAME);
    struct fuhe_cell *weight = &row->indicator.weight;
    const fuhe_text points = fuhe_heading_points(row->indicator.name.text);

    if (points.length == 0 ||
        fuhe_columns_find(&row->state->indicators, FUHE_ROLE_WEIGHT) < row->state->indicators.count) {
        return FUHE_STATUS_OK;
    }
    *weight = row->indicator.name;
    weight->text = points;
    return fuhe_recogniser_mark(
        row->state, column,
        (struct fuhe_mark){
            .role = FUHE_ROLE_WEIGHT, .sureness = FUHE_SURE_LIKELY, .why = FUHE_WHY_IN_NAME, .index = row->index});
}

/* --- levels and name --------------------------------------------------------------------------------------------- */

static enum fuhe_status take_lead(struct row *row, struct fuhe_cell *to, uint32_t column, enum fuhe_role role) {
    *to = fuhe_recogniser_cell(row->state, row->state->row, column);
    return mark(row, column, role, FUHE_WHY_HEADING);
}

/* Without a shift each has its own column; a merged cell above counts for the rows that it covers. */
static enum fuhe_status take_leads_in_place(struct row *row) {
    static const struct indicator_cell leads[] = {{FUHE_ROLE_LEVEL1, AT(level1), false},
                                                  {FUHE_ROLE_LEVEL2, AT(level2), false},
                                                  {FUHE_ROLE_NAME, AT(name), false}};
    const struct fuhe_recogniser *state = row->state;

    for (size_t i = 0; i < sizeof leads / sizeof leads[0]; i++) {
        struct fuhe_cell *to = (struct fuhe_cell *)(void *)((char *)&row->indicator + leads[i].offset);
        const uint32_t column = find_value(row, leads[i].role);
        if (column == state->indicators.count) {
            continue;
        }
        *to = fuhe_recogniser_cell(state, state->row, column);
        if (to->state == FUHE_CELL_ABSENT) {
            *to = fuhe_recogniser_blank(row->state, column);
        }
        if (fuhe_recogniser_text(state, column).length > 0) {
            const bool own = column == fuhe_columns_find(&state->indicators, leads[i].role);
            FUHE_TRY(mark(row, column, leads[i].role, own ? FUHE_WHY_HEADING : FUHE_WHY_EXTENDED));
        }
    }
    return FUHE_STATUS_OK;
}

/* With a shift the last text in front of the values is the name, the one before it a level. */
static enum fuhe_status take_leads_shifted(struct row *row) {
    struct fuhe_recogniser *state = row->state;
    const uint32_t end = fuhe_shift_first_value(&state->indicators) - row->shift.columns;
    uint32_t columns[3];
    size_t count = 0;

    for (uint32_t column = fuhe_recogniser_next(state, 0); column < end && count < 3;
         column = fuhe_recogniser_next(state, column + 1)) {
        columns[count++] = column;
    }
    if (count > 0) {
        FUHE_TRY(take_lead(row, &row->indicator.name, columns[count - 1], FUHE_ROLE_NAME));
    }
    if (count == 3) {
        FUHE_TRY(take_lead(row, &row->indicator.level1, columns[0], FUHE_ROLE_LEVEL1));
        return take_lead(row, &row->indicator.level2, columns[1], FUHE_ROLE_LEVEL2);
    }
    if (count == 2) {
        const bool first = fuhe_recogniser_role(state, FUHE_WORDS_LEVEL1, columns[0]) == FUHE_ROLE_LEVEL1 &&
                           !fuhe_text_same_name(fuhe_recogniser_text(state, columns[0]), state->level1.text);
        return first ? take_lead(row, &row->indicator.level1, columns[0], FUHE_ROLE_LEVEL1)
                     : take_lead(row, &row->indicator.level2, columns[0], FUHE_ROLE_LEVEL2);
    }
    return FUHE_STATUS_OK;
}

/* A blank level is that of the row above; a new first level leaves the second of the group above behind. */
static void carry_levels(struct row *row) {
    struct fuhe_recogniser *state = row->state;
    struct fuhe_indicator *indicator = &row->indicator;
    const bool has_level2 = fuhe_columns_find(&state->indicators, FUHE_ROLE_LEVEL2) < state->indicators.count;

    if (indicator->level1.state == FUHE_CELL_TEXT) {
        if (!fuhe_text_equals(indicator->level1.text, state->level1.text)) {
            state->level2 = (struct fuhe_cell){0};
        }
        state->level1 = indicator->level1;
    } else if (state->level1_is_heading ||
               fuhe_columns_find(&state->indicators, FUHE_ROLE_LEVEL1) < state->indicators.count) {
        indicator->level1 = state->level1.state == FUHE_CELL_TEXT ? state->level1 : indicator->level1;
    }
    if (indicator->level2.state == FUHE_CELL_TEXT) {
        state->level2 = indicator->level2;
    } else if (has_level2 && state->level2.state == FUHE_CELL_TEXT) {
        indicator->level2 = state->level2;
    }
}

/* --- the row ----------------------------------------------------------------------------------------------------- */

static enum fuhe_status add(struct row *row) {
    struct fuhe_recogniser *state = row->state;
    struct fuhe_form *form = &state->open->form;
    void *items = form->indicators;

    if (form->indicator_count == FUHE_LIMIT_INDICATORS) {
        return fuhe_recogniser_refuse(state, FUHE_PROBLEM_LIMIT_INDICATORS, "1001", "1000");
    }
    FUHE_TRY(fuhe_arena_grow(state->arena, &items, form->indicator_count, &state->open->indicator_capacity,
                             sizeof row->indicator));
    form->indicators = items;
    form->indicators[form->indicator_count++] = row->indicator;
    return FUHE_STATUS_OK;
}

static bool is_text(const struct fuhe_cell *cell) {
    return cell->state == FUHE_CELL_TEXT;
}

static bool has_values(const struct fuhe_indicator *indicator) {
    return is_text(&indicator->target) || is_text(&indicator->actual) || is_text(&indicator->weight) ||
           is_text(&indicator->score);
}

static bool is_sub_row(const struct fuhe_indicator *indicator) {
    return fuhe_text_starts_with(indicator->name.text, FUHE_TEXT("其中")) && !is_text(&indicator->weight) &&
           !is_text(&indicator->score);
}

/* Values that no heading is over. */
static enum fuhe_status doubt_strays(struct row *row) {
    const struct fuhe_recogniser *state = row->state;
    const struct fuhe_mark heading = {.role = FUHE_ROLE_HEADING, .why = FUHE_WHY_WORDS};
    const struct fuhe_mark unread = {.role = FUHE_ROLE_NOTE, .why = FUHE_WHY_WORDS};

    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        const struct fuhe_grid_cell *cell = fuhe_grid_at(state->grid, state->row, column);
        const enum fuhe_role label = fuhe_recogniser_role(state, FUHE_WORDS_LABEL, column);
        const uint32_t under = column + row->shift.columns;
        const bool note = under < state->indicators.count && state->indicators.owners[under] == FUHE_ROLE_NOTE;
        const bool again = under > 0 && under < state->indicators.count && fuhe_recogniser_repeats(state, column) &&
                           state->indicators.roles[under] == FUHE_ROLE_NONE &&
                           state->indicators.owners[under] != FUHE_ROLE_HEADING &&
                           state->indicators.owners[under] != FUHE_ROLE_NONE;
        if (state->used[cell - state->grid->cells] || again) {
            continue;
        }
        if (label == FUHE_ROLE_BLOCK) {
            FUHE_TRY(fuhe_recogniser_mark(row->state, column, heading));
        } else if (note || fuhe_recogniser_doubts_heading(row->state, under)) {
            FUHE_TRY(fuhe_recogniser_mark(row->state, column, unread));
        } else {
            row->state->open->needs_look = true;
            FUHE_TRY(doubt(row, column, FUHE_ROLE_NONE, FUHE_WHY_NO_COLUMN));
        }
    }
    return FUHE_STATUS_OK;
}

/* 预算执行率 among the indicators stands for all its levels. */
static enum fuhe_status name_by_level(struct row *row) {
    const struct fuhe_recogniser *state = row->state;
    const uint32_t column = find_value(row, FUHE_ROLE_LEVEL1);
    const fuhe_text level1 =
        column < state->indicators.count ? fuhe_recogniser_text(state, column) : (fuhe_text){NULL, 0};

    if (is_text(&row->indicator.name) || is_text(&row->indicator.level2) || level1.length == 0 ||
        (fuhe_words_find(state->words, FUHE_WORDS_FUNDS, level1) != FUHE_ROLE_RATE &&
         fuhe_words_find(state->words, FUHE_WORDS_LABEL, level1) != FUHE_ROLE_FUNDS)) {
        return FUHE_STATUS_OK;
    }
    row->indicator.name = row->indicator.level1;
    return mark(row, column, FUHE_ROLE_NAME, FUHE_WHY_EXTENDED);
}

static enum fuhe_status take_leads(struct row *row) {
    FUHE_TRY(row->shift.columns > 0 ? take_leads_shifted(row) : take_leads_in_place(row));
    FUHE_TRY(name_by_level(row));
    carry_levels(row);
    if (!is_text(&row->indicator.name) && has_values(&row->indicator)) {
        const uint32_t own = find_value(row, FUHE_ROLE_NAME);
        const struct fuhe_grid_cell *cell = fuhe_grid_at(row->state->grid, row->state->row, own);
        const bool empty = cell != NULL && cell->row == row->state->row && cell->text.length == 0;
        const uint32_t column = empty ? own : fuhe_recogniser_next(row->state, 0);
        row->indicator.name = fuhe_recogniser_blank(row->state, column);
        return doubt(row, column, FUHE_ROLE_NAME, FUHE_WHY_NO_NAME);
    }
    return take_points(row);
}

/* Nothing, a dash, or a word for none: 无, 不涉及. */
static bool is_nothing(fuhe_text text) {
    return text.length == 0 || fuhe_recogniser_is_dash(text) || fuhe_heading_is_placeholder(text);
}

/* Whether the name is none, and no value is filled in either. */
static bool is_unused(const struct row *row) {
    const struct fuhe_recogniser *state = row->state;
    const uint32_t name = find_value(row, FUHE_ROLE_NAME);
    bool unused = name < state->indicators.count && fuhe_heading_is_placeholder(fuhe_recogniser_text(state, name));

    for (uint32_t column = fuhe_shift_first_value(&state->indicators); unused && column < state->indicators.count;
         column++) {
        unused = column < name || is_nothing(fuhe_recogniser_text(state, column));
    }
    return unused;
}

/* The rows below are under its levels all the same. */
static enum fuhe_status leave_out(struct row *row) {
    struct fuhe_recogniser *state = row->state;
    const uint32_t level1 = find_value(row, FUHE_ROLE_LEVEL1);
    const uint32_t level2 = find_value(row, FUHE_ROLE_LEVEL2);
    struct fuhe_mark unused = {.sureness = FUHE_SURE_LIKELY, .why = FUHE_WHY_UNUSED};

    row->indicator.level1 = fuhe_recogniser_cell(state, state->row, level1);
    row->indicator.level2 = fuhe_recogniser_cell(state, state->row, level2);
    carry_levels(row);
    state->open->has_unused_rows = true;
    FUHE_TRY(fuhe_recogniser_mark_heading(state));
    return fuhe_recogniser_mark(state, find_value(row, FUHE_ROLE_NAME), unused);
}

static enum fuhe_status take_row(struct fuhe_recogniser *state) {
    const uint32_t first = fuhe_recogniser_next(state, 0);
    struct row row = {.state = state, .shift = fuhe_shift_find(state), .index = state->open->form.indicator_count};

    if (is_unused(&row)) {
        return leave_out(&row);
    }
    row.indicator.place = fuhe_recogniser_cell(state, state->row, first).place;
    for (size_t i = 0; i < sizeof value_cells / sizeof value_cells[0]; i++) {
        FUHE_TRY(take_value(&row, &value_cells[i]));
    }
    FUHE_TRY(take_leads(&row));
    FUHE_TRY(doubt_strays(&row));
    if (is_sub_row(&row.indicator)) {
        return doubt(&row, first, FUHE_ROLE_NAME, FUHE_WHY_SUB_ROW);
    }
    if (!has_values(&row.indicator) && !is_text(&row.indicator.name)) {
        return FUHE_STATUS_OK; /* a row of a blank form that names only its level */
    }
    return add(&row);
}

/* A row of one cell over the whole width says something about the form, but is no indicator: 备注, 说明. */
static bool is_note(const struct fuhe_recogniser *state) {
    const uint32_t first = fuhe_recogniser_next(state, 0);
    const struct fuhe_grid_cell *cell = fuhe_grid_at(state->grid, state->row, first);

    if (cell == NULL || (fuhe_recogniser_is_remark(state, cell->text) && !fuhe_recogniser_is_filled(state))) {
        return true;
    }
    const bool wide = cell->column_span > 1 && 2 * cell->column_span > state->grid->columns;
    return fuhe_recogniser_count(state) == 1 && (wide || cell->text.length > 90 || fuhe_heading_is(cell->text));
}

/* A row that sums up a group. */
static bool is_subtotal(const struct fuhe_recogniser *state) {
    uint32_t column = fuhe_recogniser_is_filled(state) ? state->grid->columns : fuhe_recogniser_next(state, 0);

    while (column < state->grid->columns && fuhe_recogniser_role(state, FUHE_WORDS_TOTAL, column) != FUHE_ROLE_NOTE) {
        column = fuhe_recogniser_next(state, column + 1);
    }
    return column < state->grid->columns;
}

/* A row of nothing but dashes. */
static bool is_empty(const struct fuhe_recogniser *state) {
    uint32_t column = fuhe_recogniser_next(state, 0);

    while (column < state->grid->columns && fuhe_recogniser_is_dash(fuhe_recogniser_text(state, column))) {
        column = fuhe_recogniser_next(state, column + 1);
    }
    return column == state->grid->columns;
}

/* 总分：90分 in the only cell of the row. */
static bool is_total_in_words(const struct fuhe_recogniser *state) {
    const fuhe_text text = fuhe_recogniser_text(state, fuhe_recogniser_next(state, 0));
    size_t begin;
    size_t end;

    return fuhe_recogniser_count(state) == 1 && text.length < FUHE_WORD_SIZE &&
           fuhe_words_search(state->words, FUHE_WORDS_TOTAL, FUHE_ROLE_TOTAL, text, 0, &begin, &end) && begin == 0;
}

static bool is_number_under(const struct fuhe_recogniser *state, enum fuhe_role role) {
    const uint32_t column = fuhe_columns_find(&state->indicators, role);

    return column < state->indicators.count && fuhe_recogniser_is_number(fuhe_recogniser_text(state, column));
}

/* A sum in the middle of a form is taken for its end; the rows behind it are lost, and a person is told. */
static enum fuhe_status doubt_behind_end(struct fuhe_recogniser *state, bool *taken) {
    if (!state->indicators.present || is_note(state) ||
        (!is_number_under(state, FUHE_ROLE_WEIGHT) && !is_number_under(state, FUHE_ROLE_SCORE))) {
        return FUHE_STATUS_OK;
    }
    *taken = true;
    state->open->needs_look = true;
    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        FUHE_TRY(fuhe_recogniser_mark(state, column,
                                      (struct fuhe_mark){.sureness = FUHE_SURE_UNSURE, .why = FUHE_WHY_BEHIND_END}));
    }
    return FUHE_STATUS_OK;
}

/* The first level of 一、产出指标（50分） in a row of its own, over the rows that it names; empty for other rows. */
static fuhe_text level_heading(const struct fuhe_recogniser *state) {
    const fuhe_text text = fuhe_recogniser_text(state, fuhe_recogniser_next(state, 0));
    const size_t begin = fuhe_heading_is(text) ? fuhe_text_find(text, FUHE_TEXT("、")) : text.length;
    const fuhe_text name = begin < text.length ? fuhe_text_from(text, begin + strlen("、")) : text;
    const bool known = fuhe_recogniser_count(state) == 1 && is_note(state) &&
                       fuhe_words_find(state->words, FUHE_WORDS_LEVEL1, name) == FUHE_ROLE_LEVEL1;

    return known ? name : (fuhe_text){NULL, 0};
}

static enum fuhe_status take_level_heading(struct fuhe_recogniser *state, fuhe_text name) {
    const uint32_t column = fuhe_recogniser_next(state, 0);

    state->level1 = fuhe_recogniser_cell(state, state->row, column);
    state->level1.text = name;
    state->level2 = (struct fuhe_cell){0};
    state->level1_is_heading = true;
    return fuhe_recogniser_mark(state, column, (struct fuhe_mark){.role = FUHE_ROLE_HEADING, .why = FUHE_WHY_WORDS});
}

enum fuhe_status fuhe_recognise_indicator(struct fuhe_recogniser *state, bool *taken) {
    if (state->open != NULL && state->stage == FUHE_STAGE_END) {
        return doubt_behind_end(state, taken);
    }
    if (state->open == NULL || state->stage != FUHE_STAGE_INDICATORS || !state->indicators.present) {
        return FUHE_STATUS_OK;
    }
    if (is_total_in_words(state)) {
        *taken = true;
        return fuhe_recogniser_mark(
            state, fuhe_recogniser_next(state, 0),
            (struct fuhe_mark){.role = FUHE_ROLE_TOTAL, .sureness = FUHE_SURE_UNSURE, .why = FUHE_WHY_TOTAL_UNCLEAR});
    }
    if (level_heading(state).length > 0) {
        *taken = true;
        return take_level_heading(state, level_heading(state));
    }
    if (is_note(state) || is_subtotal(state)) {
        return FUHE_STATUS_OK;
    }
    *taken = true;
    if (is_empty(state)) {
        return fuhe_recogniser_mark_heading(state);
    }
    return take_row(state);
}
