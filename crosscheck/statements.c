/* SPDX-License-Identifier: Apache-2.0 */
/* What a department disclosed as a whole may stand in one document and its forms in several. A statement that does not
 * fit its own document is held against all forms of the department and year, all of them and each project once, by the
 * check that its document was held against; what fits one of these is cleared. */
#include <stdlib.h>

#include "crosscheck/family.h"
#include "store/name_key.h"

enum fuhe_status fuhe_statements_new(struct fuhe_crosscheck *crosscheck) {
    struct fuhe_statements *statements = &crosscheck->statements;

    statements->arena = fuhe_arena_new();
    return statements->arena == NULL ? FUHE_STATUS_NO_MEMORY : FUHE_STATUS_OK;
}

void fuhe_statements_release(struct fuhe_crosscheck *crosscheck) {
    struct fuhe_statements *statements = &crosscheck->statements;

    free(statements->items);
    free(statements->seen);
    fuhe_arena_free(statements->arena);
    for (size_t i = 0; i < FUHE_STATEMENT_YEARS_MAX; i++) {
        fuhe_unit_free(statements->years[i].all);
        fuhe_unit_free(statements->years[i].once);
    }
    *statements = (struct fuhe_statements){.items = NULL};
}

/* --- taking note -------------------------------------------------------------------------------------------------- */

/* Departments are numbered by their first forms, documents come by theirs; a department's first document may have no
 * statement, so that this is not the same order. */
static void insert(struct fuhe_statements *statements, const struct fuhe_open_statement *statement) {
    size_t place = statements->count++;

    for (; place > 0 && statements->items[place - 1].department > statement->department; place--) {
        statements->items[place] = statements->items[place - 1];
    }
    statements->items[place] = *statement;
}

enum fuhe_status fuhe_statements_take(struct fuhe_crosscheck *crosscheck,
                                      const struct fuhe_survey_statement *statement) {
    struct fuhe_statements *statements = &crosscheck->statements;
    struct fuhe_open_statement open = {.department = statement->department,
                                       .page = statement->page,
                                       .year = statement->year,
                                       .around = {.statement = statement->around->statement},
                                       .differs_in_projects = statement->differs_in_projects,
                                       .differs_in_funds = statement->differs_in_funds,
                                       .open = statement->open};
    struct fuhe_cell *const cells[] = {&open.around.statement.projects, &open.around.statement.funds,
                                       &open.around.statement.unit};
    void *items = statements->items;

    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        FUHE_TRY(fuhe_arena_copy(statements->arena, cells[i]->text, &cells[i]->text));
    }
    FUHE_TRY(fuhe_lines_make_room(&items, statements->count, &statements->capacity, sizeof *statements->items));
    statements->items = items;
    insert(statements, &open);
    return FUHE_STATUS_OK;
}

/* --- the forms of the department ---------------------------------------------------------------------------------- */

static bool has_statement(struct fuhe_statements *statements, uint64_t department) {
    while (statements->next < statements->count && statements->items[statements->next].department < department) {
        statements->next++;
    }
    return statements->next < statements->count && statements->items[statements->next].department == department;
}

static struct fuhe_statement_forms *find_year(struct fuhe_statements *statements, uint64_t year) {
    for (size_t i = 0; i < statements->year_count; i++) {
        if (statements->years[i].year == year) {
            return &statements->years[i];
        }
    }
    return NULL;
}

static enum fuhe_status open_year(struct fuhe_statements *statements, uint64_t year) {
    struct fuhe_statement_forms *forms = &statements->years[statements->year_count];

    if (find_year(statements, year) != NULL || statements->year_count == FUHE_STATEMENT_YEARS_MAX) {
        return FUHE_STATUS_OK;
    }
    forms->year = year;
    forms->all = forms->all == NULL ? fuhe_unit_new() : forms->all;
    forms->once = forms->once == NULL ? fuhe_unit_new() : forms->once;
    statements->year_count++;
    return forms->all == NULL || forms->once == NULL ? FUHE_STATUS_NO_MEMORY : FUHE_STATUS_OK;
}

/* The years of the department's statements. */
static enum fuhe_status open_years(struct fuhe_statements *statements, uint64_t department) {
    for (size_t i = statements->next; i < statements->count && statements->items[i].department == department; i++) {
        FUHE_TRY(open_year(statements, statements->items[i].year));
    }
    return FUHE_STATUS_OK;
}

/* The place of a key in the table, or the free one where it belongs. */
static uint64_t *find_seen(uint64_t *seen, size_t capacity, uint64_t key) {
    size_t place = key % capacity;

    while (seen[place] != 0 && seen[place] != key) {
        place = (place + 1) % capacity;
    }
    return &seen[place];
}

static enum fuhe_status enlarge(struct fuhe_statements *statements) {
    enum { FIRST = 127 };
    const size_t capacity = statements->seen_capacity == 0 ? FIRST : 2 * statements->seen_capacity + 1;
    uint64_t *larger = calloc(capacity, sizeof *larger);

    if (larger == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < statements->seen_capacity; i++) {
        if (statements->seen[i] != 0) {
            *find_seen(larger, capacity, statements->seen[i]) = statements->seen[i];
        }
    }
    free(statements->seen);
    statements->seen = larger;
    statements->seen_capacity = capacity;
    return FUHE_STATUS_OK;
}

/* A form without the name of a project is one of its own. */
static enum fuhe_status is_first(struct fuhe_statements *statements, const struct fuhe_form *form, bool *first) {
    const uint64_t key = fuhe_repeats_key(form);
    uint64_t *place = NULL;

    *first = true;
    if (key == 0) {
        return FUHE_STATUS_OK;
    }
    if (2 * statements->seen_count >= statements->seen_capacity) {
        FUHE_TRY(enlarge(statements));
    }
    place = find_seen(statements->seen, statements->seen_capacity, key);
    *first = *place == 0;
    *place = key;
    statements->seen_count += *first;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_statements_add(struct fuhe_crosscheck *crosscheck, const struct fuhe_review *review,
                                     uint64_t department) {
    struct fuhe_statements *statements = &crosscheck->statements;
    const uint64_t year = fuhe_name_key(FUHE_NAME_KEY_START, review->form->year.text);
    const bool is_any_year = year == fuhe_name_key(FUHE_NAME_KEY_START, FUHE_TEXT(""));
    bool first = false;

    if (!has_statement(statements, department)) {
        return FUHE_STATUS_OK;
    }
    if (statements->year_count == 0) {
        FUHE_TRY(open_years(statements, department));
    }
    FUHE_TRY(is_first(statements, review->form, &first));
    for (size_t i = 0; i < statements->year_count; i++) {
        struct fuhe_statement_forms *forms = &statements->years[i];
        if (is_any_year || forms->year == 0 || forms->year == year) {
            FUHE_TRY(fuhe_unit_add(forms->all, review));
            FUHE_TRY(first ? fuhe_unit_add(forms->once, review) : FUHE_STATUS_OK);
        }
    }
    return FUHE_STATUS_OK;
}

/* --- holding against ---------------------------------------------------------------------------------------------- */

static const struct fuhe_unit_finding *find(const struct fuhe_unit_review *review, enum fuhe_code code) {
    for (size_t i = 0; i < review->finding_count; i++) {
        if (review->findings[i].finding.code == code) {
            return &review->findings[i];
        }
    }
    return NULL;
}

/* The finding has money in the statement's own unit. */
static struct fuhe_figure in_yuan(struct fuhe_figure figure, int64_t scale) {
    figure.present =
        figure.present && fuhe_decimal_multiply_whole(figure.value, scale, &figure.value) == FUHE_STATUS_OK;
    return figure;
}

static enum fuhe_status report(struct fuhe_crosscheck *crosscheck, const struct fuhe_open_statement *statement,
                               const struct fuhe_unit_finding *found) {
    const enum fuhe_code code = found->finding.code;
    const bool is_money = code == FUHE_CODE_STATEMENT_FUNDS;
    const int64_t scale = is_money ? fuhe_value_money_scale(&statement->around.statement.unit) : 1;
    const struct fuhe_line_group group = {.code = code, .members = (uint32_t)found->form_count};
    const struct fuhe_crosscheck_line line = {.department = statement->department,
                                              .like = statement->page,
                                              .claimed = in_yuan(found->finding.claimed, scale),
                                              .recomputed = in_yuan(found->finding.recomputed, scale)};

    crosscheck->counts[code].forms += found->form_count;
    FUHE_TRY(fuhe_lines_open_group(&crosscheck->lines, &group));
    return fuhe_lines_add(&crosscheck->lines, &line);
}

static enum fuhe_status settle(struct fuhe_crosscheck *crosscheck, const struct fuhe_open_statement *statement,
                               enum fuhe_code code, const struct fuhe_unit_review *all,
                               const struct fuhe_unit_review *once) {
    const struct fuhe_unit_finding *found = find(all, code);

    if (code == FUHE_CODE_STATEMENT_FUNDS && !(all->has_sums && once->has_sums)) {
        return FUHE_STATUS_OK; /* some form's money is not known: nothing fits, nothing does not */
    }
    if (found == NULL || find(once, code) == NULL) {
        crosscheck->counts[code].cleared++;
        return FUHE_STATUS_OK;
    }
    return statement->open ? FUHE_STATUS_OK : report(crosscheck, statement, find(once, code));
}

static enum fuhe_status hold_against(struct fuhe_crosscheck *crosscheck, const struct fuhe_open_statement *statement) {
    const struct fuhe_statement_forms *forms = find_year(&crosscheck->statements, statement->year);
    struct fuhe_unit_review all;
    struct fuhe_unit_review once;

    if (forms == NULL) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_unit_review_forms(forms->all, &statement->around, NULL, crosscheck->arena, &all));
    FUHE_TRY(fuhe_unit_review_forms(forms->once, &statement->around, NULL, crosscheck->arena, &once));
    if (statement->differs_in_projects) {
        FUHE_TRY(settle(crosscheck, statement, FUHE_CODE_STATEMENT_PROJECTS, &all, &once));
    }
    return statement->differs_in_funds ? settle(crosscheck, statement, FUHE_CODE_STATEMENT_FUNDS, &all, &once)
                                       : FUHE_STATUS_OK;
}

enum fuhe_status fuhe_statements_end_department(struct fuhe_crosscheck *crosscheck, uint64_t department) {
    struct fuhe_statements *statements = &crosscheck->statements;

    while (has_statement(statements, department)) {
        FUHE_TRY(hold_against(crosscheck, &statements->items[statements->next++]));
    }
    for (size_t i = 0; i < statements->year_count; i++) {
        fuhe_unit_reset(statements->years[i].all);
        fuhe_unit_reset(statements->years[i].once);
    }
    statements->year_count = 0;
    for (size_t i = 0; i < statements->seen_capacity && statements->seen_count > 0; i++) {
        statements->seen[i] = 0;
    }
    statements->seen_count = 0;
    return FUHE_STATUS_OK;
}
