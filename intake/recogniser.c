/* SPDX-License-Identifier: Apache-2.0 */
/* Walks over the blocks of a document and the rows of its tables and offers each row to the parts of a form in turn. A
 * table counts only when it has the words of a form; it goes on with the form before it when that has not ended,
 * nothing but tables lies between, and it has no beginning of its own. */
#include "intake/recogniser.h"

#include <string.h>

#include "engine/output.h"
#include "intake/recogniser_state.h"
#include "xml/form_reader.h"

typedef enum fuhe_status (*part)(struct fuhe_recogniser *state, bool *taken);

/* Titles and labels before blocks, headers before rows. */
static const part parts[] = {
    fuhe_recognise_title, fuhe_recognise_header, fuhe_recognise_funds,  fuhe_recognise_review,
    fuhe_recognise_total, fuhe_recognise_goal,   fuhe_recognise_labels, fuhe_recognise_indicator,
};

static enum fuhe_status take_row(struct fuhe_recogniser *state) {
    bool taken = fuhe_recogniser_count(state) == 0;

    for (size_t i = 0; !taken && i < sizeof parts / sizeof parts[0]; i++) {
        FUHE_TRY(parts[i](state, &taken));
    }
    if (state->open != NULL) {
        state->open->last_grid = state->grid;
        state->open->last_row = state->row;
    }
    return FUHE_STATUS_OK;
}

/* --- is it a form? ----------------------------------------------------------------------------------------------- */

struct signs {
    bool title;
    bool project;
    bool funds;
    bool goal;
    bool header;
    bool results; /* the header has actual values or scores, as forms of planned goals do not */
    bool total;
};

static void look_at_cell(const struct fuhe_recogniser *state, uint32_t column, struct signs *signs) {
    size_t begin;
    size_t end;
    const fuhe_text text = fuhe_recogniser_text(state, column);
    const enum fuhe_role label = fuhe_words_find(state->words, FUHE_WORDS_LABEL, text);

    signs->project = signs->project || label == FUHE_ROLE_PROJECT;
    signs->goal = signs->goal || label == FUHE_ROLE_GOAL;
    signs->total = signs->total || fuhe_words_find(state->words, FUHE_WORDS_TOTAL, text) == FUHE_ROLE_TOTAL;
    signs->title =
        signs->title || (text.length < FUHE_WORD_SIZE &&
                         fuhe_words_search(state->words, FUHE_WORDS_TITLE, FUHE_ROLE_TITLE, text, 0, &begin, &end));
}

static bool is_printed(const struct fuhe_cell *cell) {
    return cell->state == FUHE_CELL_TEXT;
}

/* Planned goals have the same levels and targets; what has been reached is in self-assessments only. */
static bool has_results(const struct fuhe_recogniser *state) {
    for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
         column = fuhe_recogniser_next(state, column + 1)) {
        const enum fuhe_role role = fuhe_recogniser_role(state, FUHE_WORDS_INDICATOR, column);
        if (role == FUHE_ROLE_ACTUAL || role == FUHE_ROLE_SCORE || role == FUHE_ROLE_SELF) {
            return true;
        }
    }
    return false;
}

static struct signs look_at(struct fuhe_recogniser *state) {
    struct signs signs = {0};
    bool second = false; /* the row above is a header */

    for (state->row = 0; state->row < state->grid->rows; state->row++) {
        const bool header = fuhe_recogniser_is_header(state);
        signs.header = signs.header || header;
        signs.results = signs.results || ((header || second) && has_results(state));
        const bool funds = fuhe_recogniser_is_funds_header(state);
        const bool project = signs.project;
        signs.funds = signs.funds || funds;
        second = header;
        for (uint32_t column = fuhe_recogniser_next(state, 0); column < state->grid->columns;
             column = fuhe_recogniser_next(state, column + 1)) {
            look_at_cell(state, column, &signs);
        }
        signs.project = funds ? project : signs.project; /* a list of projects has both in one row */
    }
    state->row = 0;
    return signs;
}

/* The name of a project alone is in many tables. */
static bool begins_form(const struct fuhe_recogniser *state, const struct signs *signs) {
    const bool title = signs->title || is_printed(&state->title_above);
    const bool project = signs->project || is_printed(&state->head_above.project);

    if (signs->header) {
        return title || signs->results;
    }
    return project && (signs->funds || signs->goal);
}

static bool goes_on(const struct fuhe_recogniser *state, const struct signs *signs) {
    const struct fuhe_recognised *open = state->open;

    if (open == NULL || !state->may_go_on || signs->title || signs->project || is_printed(&state->title_above) ||
        is_printed(&state->head_above.project)) {
        return false;
    }
    if (signs->header) {
        return open->form.indicator_count == 0 || state->stage != FUHE_STAGE_END;
    }
    return state->stage == FUHE_STAGE_INDICATORS && state->grid->columns == open->last_grid->columns;
}

/* --- forms ------------------------------------------------------------------------------------------------------- */

/* After its sheet, else its table. rank: among the forms that begin in the same table, from 1. */
static enum fuhe_status name_form(struct fuhe_recogniser *state, struct fuhe_recognised *form, size_t rank) {
    const fuhe_text sheet = form->first_grid->sheet;
    const fuhe_text word = sheet.length > 0 ? sheet : FUHE_TEXT("table-");
    size_t length = word.length;

    if (form->form.id.state == FUHE_CELL_TEXT) {
        return FUHE_STATUS_OK;
    }
    char *id = fuhe_arena_allocate(state->arena, length + 2 * FUHE_SIZE_TEXT_SIZE, 1);
    if (id == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    memcpy(id, word.bytes, length);
    if (sheet.length == 0) {
        length += fuhe_size_format(form->first_grid->number, id + length);
    }
    if (rank > 1) {
        id[length++] = '-';
        length += fuhe_size_format(rank, id + length);
    }
    form->form.id = (struct fuhe_cell){{id, length}, form->form.place, FUHE_CELL_TEXT};
    return FUHE_STATUS_OK;
}

/* The names of the sheets that a form stands on. Marks come grid by grid. */
static enum fuhe_status name_tables(struct fuhe_recogniser *state, struct fuhe_recognised *form) {
    struct fuhe_table_name *names = NULL;
    size_t capacity = 0;

    for (size_t i = 0; i < form->mark_count && form->form.table_name_count < FUHE_LIMIT_TABLE_NAMES; i++) {
        const struct fuhe_grid *grid = form->marks[i].grid;
        const size_t count = form->form.table_name_count;
        void *items = names;
        if (grid == NULL || grid->sheet.length == 0 || (count > 0 && names[count - 1].table == grid->number)) {
            continue;
        }
        FUHE_TRY(fuhe_arena_grow(state->arena, &items, count, &capacity, sizeof *names));
        names = items;
        names[count] = (struct fuhe_table_name){grid->number, grid->sheet};
        form->form.table_names = names;
        form->form.table_name_count++;
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_recogniser_open(struct fuhe_recogniser *state) {
    struct fuhe_recognition *recognition = state->recognition;
    struct fuhe_recognised *form = fuhe_arena_allocate(state->arena, 1, sizeof *form);
    void *items = recognition->forms;

    if (form == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    FUHE_TRY(fuhe_arena_grow(state->arena, &items, recognition->form_count, &recognition->form_capacity,
                             sizeof(struct fuhe_recognised *)));
    recognition->forms = items;
    recognition->forms[recognition->form_count++] = form;
    form->form.document = &recognition->document;
    form->first_grid = form->last_grid = state->grid;
    form->first_row = form->last_row = state->row;
    form->form.place = fuhe_grid_address(state->grid, state->row, fuhe_recogniser_next(state, 0));
    state->open = form;
    state->stage = FUHE_STAGE_HEAD;
    state->funds.present = state->goal.present = state->indicators.present = false;
    state->level1 = state->level2 = state->fund_points = (struct fuhe_cell){0};
    state->level1_is_heading = false;
    state->groups = FUHE_DECIMAL(0);
    return fuhe_recognise_above(state);
}

/* --- blocks ------------------------------------------------------------------------------------------------------ */

/* The columns of a form that goes on in another table are taken over only where that has as many. */
static enum fuhe_status take_over_columns(struct fuhe_recogniser *state) {
    if (state->indicators.present && state->indicators.count != state->grid->columns) {
        state->indicators.present = false;
    }
    state->funds.present = state->funds.present && state->funds.count == state->grid->columns;
    state->goal.present = state->goal.present && state->goal.count == state->grid->columns;
    return FUHE_STATUS_OK;
}

/* An item of the narrative is read later. */
static bool is_narrative(const struct fuhe_recogniser *state, fuhe_text text) {
    enum { ITEM_BYTES_MIN = 90 };
    size_t begin;
    size_t end;

    return text.length >= ITEM_BYTES_MIN &&
           fuhe_words_search(state->words, FUHE_WORDS_NARRATIVE, FUHE_ROLE_TOTAL, text, 0, &begin, &end);
}

/* Words of a merged cell that are written into each column are shown once. */
static bool is_again(const struct fuhe_recogniser *state, const struct fuhe_grid_cell *cell) {
    return fuhe_recogniser_repeats(state, cell->column) && !fuhe_recogniser_is_number(cell->text) &&
           !fuhe_recogniser_is_dash(cell->text);
}

/* The label of the funds, 预算数 or 执行数. */
static bool is_of_funds(const struct fuhe_recogniser *state, fuhe_text text) {
    const enum fuhe_role role = fuhe_words_find(state->words, FUHE_WORDS_FUNDS, text);

    return role == FUHE_ROLE_BUDGET || role == FUHE_ROLE_EXECUTED ||
           fuhe_words_find(state->words, FUHE_WORDS_LABEL, text) == FUHE_ROLE_FUNDS;
}

/* Words of the funds in a form of which no fund could be read are more than a remark. */
static enum fuhe_status mark_as_unread(struct fuhe_recogniser *state, const struct fuhe_grid_cell *cell) {
    struct fuhe_mark unread = {.sureness = FUHE_SURE_LIKELY, .why = FUHE_WHY_NOT_READ};

    if (state->open->form.fund_count == 0 && is_of_funds(state, cell->text)) {
        unread = (struct fuhe_mark){
            .role = FUHE_ROLE_FUND_LABEL, .sureness = FUHE_SURE_UNSURE, .why = FUHE_WHY_FUNDS_UNREAD};
    }
    return fuhe_recogniser_mark(state, cell->column, unread);
}

/* What stands in the rows of a form and has been used for nothing. `first` is the first form with rows in the grid. */
static enum fuhe_status mark_unread(struct fuhe_recogniser *state, size_t first) {
    const struct fuhe_recognition *recognition = state->recognition;

    for (size_t i = 0; i < state->grid->cell_count && first < recognition->form_count; i++) {
        const struct fuhe_grid_cell *cell = &state->grid->cells[i];
        while (first + 1 < recognition->form_count && recognition->forms[first + 1]->first_row <= cell->row) {
            first++;
        }
        state->open = recognition->forms[first];
        state->row = cell->row;
        const bool begun = state->open->first_grid != state->grid || state->open->first_row <= cell->row;
        if (cell->text.length > 0 && !state->used[i] && begun && !is_narrative(state, cell->text) &&
            !is_again(state, cell)) {
            FUHE_TRY(mark_as_unread(state, cell));
        }
    }
    return FUHE_STATUS_OK;
}

/* opens: a form begins with the table, for no row of it says so. */
static enum fuhe_status take_rows(struct fuhe_recogniser *state, bool opens) {
    const size_t count = state->recognition->form_count;
    const size_t first = count - (state->open != NULL);

    state->used = fuhe_arena_allocate(state->arena, state->grid->cell_count, sizeof *state->used);
    if (state->used == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    state->row = 0;
    if (opens) {
        FUHE_TRY(fuhe_recogniser_open(state));
    }
    for (state->row = 0; state->row < state->grid->rows; state->row++) {
        state->row_is_struck = fuhe_recogniser_is_struck(state);
        FUHE_TRY(take_row(state));
    }
    if (count < state->recognition->form_count) {
        fuhe_recogniser_fill_above(state, &state->recognition->forms[count]->form);
        FUHE_TRY(fuhe_recogniser_give_above(state, state->recognition->forms[count]));
    }
    struct fuhe_recognised *const open = state->open;
    FUHE_TRY(mark_unread(state, first));
    state->open = open;
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_grid(struct fuhe_recogniser *state, const struct fuhe_grid *grid) {
    state->grid = grid;
    const struct signs signs = look_at(state);
    const bool goes = goes_on(state, &signs);

    if (!goes && !begins_form(state, &signs)) {
        state->recognition->other_tables++;
        FUHE_TRY(fuhe_recogniser_doubt_lost_table(state));
        state->open = NULL;
        fuhe_recogniser_forget_above(state);
        return FUHE_STATUS_OK;
    }
    if (goes) {
        FUHE_TRY(take_over_columns(state));
    } else {
        state->open = NULL;
    }
    FUHE_TRY(take_rows(state, !goes && !signs.title));
    state->may_go_on = state->stage != FUHE_STAGE_END;
    fuhe_recogniser_forget_above(state);
    return FUHE_STATUS_OK;
}

static bool has_unread_figure(const struct fuhe_recognised *form) {
    for (size_t i = 0; i < form->mark_count; i++) {
        if (form->marks[i].why == FUHE_WHY_NOT_READ && fuhe_recogniser_is_number(form->marks[i].text)) {
            return true;
        }
    }
    return false;
}

/* Rows of a beginning that is none are lost; a person is told at the form in front. */
static enum fuhe_status doubt_lost_rows(struct fuhe_recogniser *state, struct fuhe_recognised *front,
                                        const struct fuhe_recognised *lost) {
    void *items = front->marks;

    if (!has_unread_figure(lost)) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_arena_grow(state->arena, &items, front->mark_count, &front->mark_capacity, sizeof *front->marks));
    front->marks = items;
    struct fuhe_mark *mark = &front->marks[front->mark_count++];
    *mark = lost->marks[0];
    mark->role = FUHE_ROLE_NONE;
    mark->sureness = FUHE_SURE_UNSURE;
    mark->why = FUHE_WHY_BEHIND_END;
    front->needs_look = true;
    return FUHE_STATUS_OK;
}

/* A beginning of a form without any row is none. */
static enum fuhe_status drop_empty_forms(struct fuhe_recogniser *state) {
    struct fuhe_recognition *recognition = state->recognition;
    size_t kept = 0;

    for (size_t i = 0; i < recognition->form_count; i++) {
        struct fuhe_recognised *form = recognition->forms[i];
        if (form->form.indicator_count > 0 || form->form.fund_count > 0 || form->has_unused_rows) {
            recognition->forms[kept++] = form;
        } else if (kept == 0 || recognition->forms[kept - 1]->last_grid != form->first_grid) {
            recognition->other_tables++;
        } else {
            FUHE_TRY(doubt_lost_rows(state, recognition->forms[kept - 1], form));
        }
    }
    recognition->form_count = kept;
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_blocks(struct fuhe_recogniser *state, const struct fuhe_door_document *document) {
    for (size_t i = 0; i < document->block_count; i++) {
        const struct fuhe_block_of_text *block = &document->blocks[i];
        if (block->kind == FUHE_BLOCK_PARAGRAPH) {
            FUHE_TRY(fuhe_recognise_paragraph(state, &block->paragraph));
        } else {
            FUHE_TRY(take_grid(state, &block->grid));
        }
    }
    FUHE_TRY(drop_empty_forms(state));
    size_t rank = 0;
    for (size_t i = 0; i < state->recognition->form_count; i++) {
        struct fuhe_recognised *form = state->recognition->forms[i];
        rank = i > 0 && state->recognition->forms[i - 1]->first_grid == form->first_grid ? rank + 1 : 1;
        FUHE_TRY(name_form(state, form, rank));
        FUHE_TRY(name_tables(state, form));
        FUHE_TRY(fuhe_doubts_fill(form, state->arena));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_recognise(const struct fuhe_door_document *document, const struct fuhe_words *words,
                                struct fuhe_recognition *recognition, struct fuhe_error *err) {
    struct fuhe_recogniser state = {.words = words, .arena = document->arena, .recognition = recognition, .err = err};
    enum fuhe_status status;

    *recognition = (struct fuhe_recognition){.document = {.is_collection = true}};
    status = take_blocks(&state, document);
    if (status == FUHE_STATUS_OK) {
        status = fuhe_recognise_narrative(document, words, recognition);
    }
    if (status == FUHE_STATUS_NO_MEMORY) {
        return fuhe_error_set(err, status, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    fuhe_recognise_match(recognition);
    return status;
}
