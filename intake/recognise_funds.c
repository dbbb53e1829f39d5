/* SPDX-License-Identifier: Apache-2.0 */
/* The money block: a header with at least two columns of money, then a row for each source of money, in any order. What
 * stands left of the first figure names the row. A header that comes again is no row; where it stands in place of one,
 * that row is missing, and a person is told. */
#include "intake/heading.h"
#include "intake/recogniser_state.h"

#include "xml/form_reader.h"

struct fund_cell {
    enum fuhe_role role;
    size_t offset; /* in struct fuhe_fund */
};

static const struct fund_cell fund_cells[] = {
    {FUHE_ROLE_INITIAL, offsetof(struct fuhe_fund, initial)},
    {FUHE_ROLE_BUDGET, offsetof(struct fuhe_fund, budget)},
    {FUHE_ROLE_EXECUTED, offsetof(struct fuhe_fund, executed)},
    {FUHE_ROLE_RATE, offsetof(struct fuhe_fund, rate)},
    {FUHE_ROLE_FUND_WEIGHT, offsetof(struct fuhe_fund, weight)},
    {FUHE_ROLE_FUND_SCORE, offsetof(struct fuhe_fund, score)},
};

enum { FUND_CELLS = sizeof fund_cells / sizeof fund_cells[0] };

/* Whether a heading names a column of money. */
static bool is_money(enum fuhe_role role) {
    return role == FUHE_ROLE_INITIAL || role == FUHE_ROLE_BUDGET || role == FUHE_ROLE_EXECUTED;
}

/* 预算数 | 120 | 执行数 | 108 has its figures beside the words, and is no header. */
bool fuhe_recogniser_is_funds_header(const struct fuhe_recogniser *state) {
    unsigned columns = 0;
    bool figures = false;

    if (fuhe_recogniser_is_filled(state)) {
        return false;
    }
    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        columns += is_money(fuhe_recogniser_role(state, FUHE_WORDS_FUNDS, column));
        figures = figures || fuhe_recogniser_is_number(fuhe_recogniser_text(state, column));
    }
    return columns >= 2 && !figures;
}

/* The unit of money in brackets: 资金情况（万元）. */
static void take_unit(struct fuhe_recogniser *state, uint32_t column) {
    static const char *const units[] = {"万元", "亿元", "千元", "元"};
    struct fuhe_cell cell = fuhe_recogniser_cell(state, state->row, column);
    const size_t bracket = fuhe_text_find(cell.text, FUHE_TEXT("（")) < cell.text.length
                               ? fuhe_text_find(cell.text, FUHE_TEXT("（"))
                               : fuhe_text_find(cell.text, FUHE_TEXT("("));
    const fuhe_text inside = fuhe_text_from(cell.text, bracket);

    for (size_t i = 0; i < sizeof units / sizeof units[0] && state->open->form.funds_unit.state == FUHE_CELL_ABSENT;
         i++) {
        if (fuhe_text_contains(inside, fuhe_text_of(units[i]))) {
            cell.text = fuhe_text_of(units[i]);
            state->open->form.funds_unit = cell;
        }
    }
}

/* 年度预算 in front of 年初预算数 heads the names of the rows: below it stands no number. */
static bool heads_names(const struct fuhe_recogniser *state, enum fuhe_role role, uint32_t second) {
    const uint32_t first = fuhe_columns_find(&state->funds, role);
    struct fuhe_recogniser below = *state;

    below.row++;
    for (uint32_t column = 0; column < first; column++) {
        if (is_money((enum fuhe_role)state->funds.roles[column])) {
            return false;
        }
    }
    return is_money(role) && below.row < state->grid->rows &&
           !fuhe_recogniser_is_number(fuhe_recogniser_text(&below, first)) &&
           fuhe_recogniser_is_number(fuhe_recogniser_text(&below, second));
}

static void name_by(struct fuhe_recogniser *state, enum fuhe_role role) {
    for (uint32_t column = 0; column < state->funds.count; column++) {
        if (state->funds.roles[column] == role) {
            state->funds.roles[column] = FUHE_ROLE_FUND_LABEL;
        }
    }
}

/* Two columns of the same money: only a person can tell which of them counts. */
static enum fuhe_status doubt_column(struct fuhe_recogniser *state, uint32_t column, enum fuhe_role role) {
    return role == FUHE_ROLE_FUND_LABEL
               ? FUHE_STATUS_OK
               : fuhe_recogniser_mark(state, column,
                                      (struct fuhe_mark){.role = role,
                                                         .sureness = FUHE_SURE_UNSURE,
                                                         .why = FUHE_WHY_COLUMN_TWICE,
                                                         .index = state->open->form.fund_count});
}

/* The execution's points in the label of the block, where no column has them: 预算执行情况（20分）. */
static void take_points(struct fuhe_recogniser *state, uint32_t column) {
    struct fuhe_cell cell = fuhe_recogniser_cell(state, state->row, column);
    const fuhe_text points = fuhe_heading_points(cell.text);

    if (points.length > 0 && fuhe_recogniser_role(state, FUHE_WORDS_LABEL, column) == FUHE_ROLE_FUNDS) {
        cell.text = points;
        state->fund_points = cell;
        state->fund_points_column = column;
    }
}

static enum fuhe_status take_heading(struct fuhe_recogniser *state, uint32_t column) {
    const enum fuhe_role role = fuhe_recogniser_role(state, FUHE_WORDS_FUNDS, column);

    take_unit(state, column);
    take_points(state, column);
    if (fuhe_columns_find(&state->funds, role) < column && heads_names(state, role, column)) {
        name_by(state, role);
    }
    if (fuhe_columns_is_again(&state->funds, state, column, role)) {
        return FUHE_STATUS_OK;
    }
    if (!fuhe_columns_set(&state->funds, state, column, role)) {
        return doubt_column(state, column, role);
    }
    return role != FUHE_ROLE_NOTE
               ? FUHE_STATUS_OK
               : fuhe_recogniser_mark(
                     state, column,
                     (struct fuhe_mark){.role = role, .sureness = FUHE_SURE_LIKELY, .why = FUHE_WHY_NO_PLACE});
}

static enum fuhe_status take_headings(struct fuhe_recogniser *state) {
    FUHE_TRY(fuhe_recogniser_mark_heading(state));
    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        FUHE_TRY(take_heading(state, column));
    }
    state->stage = FUHE_STAGE_FUNDS;
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_repeated_header(struct fuhe_recogniser *state) {
    const uint32_t column = fuhe_recogniser_next(state, 0);

    FUHE_TRY(fuhe_recogniser_mark_heading(state));
    return fuhe_recogniser_mark(state, column,
                                (struct fuhe_mark){.role = FUHE_ROLE_FUND_LABEL,
                                                   .sureness = FUHE_SURE_UNSURE,
                                                   .why = FUHE_WHY_HEADER_REPEATED,
                                                   .index = state->open->form.fund_count});
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

static uint32_t first_figure(const struct fuhe_columns *columns) {
    uint32_t column = 0;

    while (column < columns->count &&
           (columns->roles[column] == FUHE_ROLE_NONE || columns->roles[column] == FUHE_ROLE_NOTE ||
            columns->roles[column] == FUHE_ROLE_FUND_LABEL)) {
        column++;
    }
    return column;
}

static fuhe_text without_colon(fuhe_text text) {
    text = fuhe_text_ends_with(text, FUHE_TEXT("：")) ? (fuhe_text){text.bytes, text.length - 3} : text;
    text = fuhe_text_ends_with(text, FUHE_TEXT(":")) ? (fuhe_text){text.bytes, text.length - 1} : text;
    return fuhe_text_trim(text);
}

static enum fuhe_status join(struct fuhe_recogniser *state, fuhe_text first, fuhe_text second, fuhe_text *joined) {
    char *bytes = fuhe_arena_allocate(state->arena, first.length + second.length, 1);

    if (bytes == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    memcpy(bytes, first.bytes, first.length);
    memcpy(bytes + first.length, second.bytes, second.length);
    *joined = (fuhe_text){bytes, first.length + second.length};
    return FUHE_STATUS_OK;
}

/* The name of the row: what stands last in front of its figures, with a 其中 that has a cell of its own. */
static enum fuhe_status take_name(struct fuhe_recogniser *state, struct fuhe_fund *fund) {
    const uint32_t end = first_figure(&state->funds);
    const struct fuhe_mark mark = {
        .role = FUHE_ROLE_FUND_LABEL, .why = FUHE_WHY_HEADING, .index = state->open->form.fund_count};
    fuhe_text among = {NULL, 0};

    for (uint32_t column = fuhe_recogniser_next(state, 0); column < end;
         column = fuhe_recogniser_next(state, column + 1)) {
        const bool block = fuhe_recogniser_role(state, FUHE_WORDS_LABEL, column) == FUHE_ROLE_FUNDS;
        const struct fuhe_cell cell = fuhe_recogniser_cell(state, state->row, column);
        if (state->funds.roles[column] == FUHE_ROLE_NOTE) {
            continue;
        }
        if (block && fuhe_recogniser_next(state, column + 1) < end) {
            FUHE_TRY(fuhe_recogniser_mark(state, column,
                                          (struct fuhe_mark){.role = FUHE_ROLE_HEADING, .why = FUHE_WHY_WORDS}));
            continue;
        }
        if (fuhe_text_starts_with(cell.text, FUHE_TEXT("其中")) && cell.text.length <= sizeof "其中：" - 1) {
            among = cell.text;
        }
        fund->label = cell;
        FUHE_TRY(fuhe_recogniser_mark(state, column, mark));
    }
    fund->label.text = without_colon(fund->label.text);
    if (among.length > 0 && !fuhe_text_starts_with(fund->label.text, FUHE_TEXT("其中"))) {
        return join(state, among, fund->label.text, &fund->label.text);
    }
    return FUHE_STATUS_OK;
}

/* A percentage is neither money nor points. */
static bool fits(enum fuhe_role role, fuhe_text text) {
    const bool percent = fuhe_text_ends_with(text, FUHE_TEXT("%")) || fuhe_text_ends_with(text, FUHE_TEXT("％"));
    const bool points = role == FUHE_ROLE_RATE || role == FUHE_ROLE_FUND_WEIGHT;

    return (fuhe_recogniser_is_number(text) && (points || !percent)) || fuhe_recogniser_is_dash(text);
}

static enum fuhe_status take_figure(struct fuhe_recogniser *state, const struct fund_cell *which,
                                    struct fuhe_fund *fund, bool *any) {
    const uint32_t column = fuhe_columns_find(&state->funds, which->role);
    struct fuhe_cell *to = (struct fuhe_cell *)(void *)((char *)fund + which->offset);
    struct fuhe_mark mark = {.role = which->role, .why = FUHE_WHY_HEADING, .index = state->open->form.fund_count};

    if (column == state->funds.count) {
        return FUHE_STATUS_OK;
    }
    const struct fuhe_grid_cell *cell = fuhe_grid_at(state->grid, state->row, column);
    *to = fuhe_recogniser_cell(state, state->row, column);
    if (to->state == FUHE_CELL_ABSENT) { /* a row that ends early */
        *to = fuhe_recogniser_blank(state, column);
    }
    if (to->state != FUHE_CELL_TEXT) {
        return FUHE_STATUS_OK;
    }
    if (cell->row != state->row || (cell->row_span > 1 && which->role != FUHE_ROLE_FUND_WEIGHT &&
                                    which->role != FUHE_ROLE_FUND_SCORE && which->role != FUHE_ROLE_RATE)) {
        mark.sureness = cell->row == state->row ? FUHE_SURE_UNSURE : FUHE_SURE_CERTAIN;
        mark.why = FUHE_WHY_SPANS_ROWS;
    }
    if (cell->row != state->row) { /* one value for several rows counts in the first */
        *to = fuhe_recogniser_blank(state, column);
        return FUHE_STATUS_OK;
    }
    *any = true;
    if (mark.sureness != FUHE_SURE_UNSURE && !fits(which->role, to->text)) {
        mark.sureness = FUHE_SURE_UNSURE;
        mark.why = FUHE_WHY_NOT_A_NUMBER;
    }
    return fuhe_recogniser_mark(state, column, mark);
}

static enum fuhe_status add_fund(struct fuhe_recogniser *state, const struct fuhe_fund *fund) {
    struct fuhe_form *form = &state->open->form;
    void *items = form->funds;

    if (form->fund_count == FUHE_LIMIT_FUNDS) {
        return fuhe_recogniser_refuse(state, FUHE_PROBLEM_LIMIT_FUNDS, "101", "100");
    }
    FUHE_TRY(fuhe_arena_grow(state->arena, &items, form->fund_count, &state->open->fund_capacity, sizeof *fund));
    form->funds = items;
    form->funds[form->fund_count++] = *fund;
    return FUHE_STATUS_OK;
}

/* A figure written again under a heading that is written again. */
static bool is_repeated_under(const struct fuhe_recogniser *state, uint32_t column) {
    struct fuhe_recogniser header = *state;

    header.row = state->funds.header_row;
    return fuhe_recogniser_repeats(state, column) && fuhe_recogniser_repeats(&header, column);
}

/* Figures that no heading is over. */
static enum fuhe_status doubt_strays(struct fuhe_recogniser *state) {
    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        const struct fuhe_grid_cell *cell = fuhe_grid_at(state->grid, state->row, column);
        if (state->used[cell - state->grid->cells] || !fuhe_recogniser_is_number(cell->text) ||
            state->funds.roles[column] == FUHE_ROLE_NOTE || is_repeated_under(state, column)) {
            continue;
        }
        state->open->needs_look = true;
        FUHE_TRY(fuhe_recogniser_mark(state, column,
                                      (struct fuhe_mark){.sureness = FUHE_SURE_UNSURE,
                                                         .why = FUHE_WHY_NO_COLUMN,
                                                         .index = state->open->form.fund_count}));
    }
    return FUHE_STATUS_OK;
}

/* Points in the label of the block are those of the first row with a score. */
static enum fuhe_status give_points(struct fuhe_recogniser *state, struct fuhe_fund *fund) {
    const struct fuhe_mark mark = {.role = FUHE_ROLE_FUND_WEIGHT,
                                   .sureness = FUHE_SURE_LIKELY,
                                   .why = FUHE_WHY_IN_NAME,
                                   .index = state->open->form.fund_count};

    if (state->fund_points.state != FUHE_CELL_TEXT || !fuhe_recogniser_is_number(fund->score.text) ||
        fuhe_columns_find(&state->funds, FUHE_ROLE_FUND_WEIGHT) < state->funds.count) {
        return FUHE_STATUS_OK;
    }
    fund->weight = state->fund_points;
    state->fund_points = (struct fuhe_cell){0};
    const uint32_t row = state->row;
    state->row = state->funds.header_row;
    const enum fuhe_status status = fuhe_recogniser_mark(state, state->fund_points_column, mark);
    state->row = row;
    return status;
}

static enum fuhe_status take_row(struct fuhe_recogniser *state, bool *taken) {
    struct fuhe_fund fund = {0};
    bool any = false;

    FUHE_TRY(take_name(state, &fund));
    for (size_t i = 0; i < FUND_CELLS; i++) {
        FUHE_TRY(take_figure(state, &fund_cells[i], &fund, &any));
    }
    *taken = any || fund.label.state == FUHE_CELL_TEXT;
    if (!*taken) {
        return FUHE_STATUS_OK;
    }
    const uint32_t first = fuhe_recogniser_next(state, 0);
    fund.place = fuhe_recogniser_cell(state, state->row, first).place;
    const bool named = fund.label.state == FUHE_CELL_TEXT;
    if (!named || fuhe_recogniser_is_number(fund.label.text)) { /* a figure in place of a name: the row is shifted */
        fund.label = named ? fund.label : fuhe_recogniser_blank(state, 0);
        FUHE_TRY(fuhe_recogniser_mark(state, first,
                                      (struct fuhe_mark){.role = FUHE_ROLE_FUND_LABEL,
                                                         .sureness = FUHE_SURE_UNSURE,
                                                         .why = FUHE_WHY_NO_NAME,
                                                         .index = state->open->form.fund_count}));
    }
    FUHE_TRY(doubt_strays(state));
    FUHE_TRY(give_points(state, &fund));
    return add_fund(state, &fund);
}

/* A row of labels that is none of the block: 年度总体目标, 备注, … */
static bool is_label(const struct fuhe_recogniser *state) {
    const enum fuhe_role role = fuhe_recogniser_role(state, FUHE_WORDS_LABEL, fuhe_recogniser_next(state, 0));

    return role != FUHE_ROLE_NONE && role != FUHE_ROLE_FUNDS;
}

/* What begins another block: the label of one (资金管理情况), or a heading over the width of the table. */
static bool begins_another(const struct fuhe_recogniser *state) {
    const uint32_t first = fuhe_recogniser_next(state, 0);
    const struct fuhe_grid_cell *cell = fuhe_grid_at(state->grid, state->row, first);
    const enum fuhe_role role = fuhe_recogniser_role(state, FUHE_WORDS_LABEL, first);
    const bool wide = cell->column_span > 1 && 2 * cell->column_span > state->grid->columns;

    return role == FUHE_ROLE_BLOCK || role == FUHE_ROLE_GOAL ||
           (fuhe_recogniser_count(state) == 1 && (wide || fuhe_heading_is(cell->text)));
}

/* 总分 is no source of money, as 合计 may be. */
static bool is_total_of_form(const struct fuhe_recogniser *state) {
    const uint32_t first = fuhe_recogniser_next(state, 0);

    return fuhe_recogniser_role(state, FUHE_WORDS_TOTAL, first) == FUHE_ROLE_TOTAL &&
           fuhe_text_contains(fuhe_recogniser_text(state, first), FUHE_TEXT("分"));
}

enum fuhe_status fuhe_recognise_funds(struct fuhe_recogniser *state, bool *taken) {
    const bool rows = state->open != NULL && state->stage == FUHE_STAGE_FUNDS && state->funds.present;

    if (rows && fuhe_columns_go_on(&state->funds, state, FUHE_WORDS_FUNDS)) {
        *taken = true;
        fuhe_columns_clear_above(&state->funds, state);
        return take_headings(state);
    }
    if (state->open != NULL && fuhe_recogniser_is_funds_header(state)) {
        *taken = true;
        if (state->stage == FUHE_STAGE_FUNDS) {
            return take_repeated_header(state);
        }
        state->fund_points = (struct fuhe_cell){0};
        FUHE_TRY(fuhe_columns_begin(&state->funds, state));
        return take_headings(state);
    }
    if (rows && is_total_of_form(state)) {
        state->funds.present = false;
        state->stage = state->indicators.present ? FUHE_STAGE_INDICATORS : FUHE_STAGE_GOAL;
        return FUHE_STATUS_OK;
    }
    if (rows && begins_another(state)) {
        state->funds.present = false;
        state->stage = FUHE_STAGE_GOAL;
        return FUHE_STATUS_OK;
    }
    return rows && !is_label(state) ? take_row(state, taken) : FUHE_STATUS_OK;
}
