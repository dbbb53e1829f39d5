/* SPDX-License-Identifier: Apache-2.0 */
/* Hands forms to the families of findings, and ends departments and the whole in the order in which the families need
 * one another: copies leave out what repeats say is one project. */
#include "crosscheck/crosscheck.h"

#include <stdlib.h>

#include "crosscheck/family.h"
#include "store/name_key.h"

const enum fuhe_code fuhe_crosscheck_families[FUHE_CROSSCHECK_FAMILIES] = {
    FUHE_CODE_STATEMENT_PROJECTS, FUHE_CODE_STATEMENT_FUNDS, FUHE_CODE_COPIED_GOAL,       FUHE_CODE_COPIED_INDICATORS,
    FUHE_CODE_COPIED_REASON,      FUHE_CODE_ALL_FULL_MARKS,  FUHE_CODE_DUPLICATE_PROJECT, FUHE_CODE_UNEVEN_TREATMENT};

const char *fuhe_defect_name(enum fuhe_defect defect) {
    static const char *const names[] = {[FUHE_DEFECT_NONE] = "",
                                        [FUHE_DEFECT_TARGET] = "target",
                                        [FUHE_DEFECT_EXECUTION] = "execution",
                                        [FUHE_DEFECT_WORDS] = "words"};

    return names[defect];
}

/* --- life --------------------------------------------------------------------------------------------------------- */

/* Whoever fails says why, but for want of memory. */
static enum fuhe_status said(enum fuhe_status status, struct fuhe_error *err) {
    return status == FUHE_STATUS_NO_MEMORY ? fuhe_error_set(err, status, FUHE_PROBLEM_NO_MEMORY, NULL, NULL) : status;
}

static enum fuhe_status fill(struct fuhe_crosscheck *crosscheck, struct fuhe_error *err) {
    crosscheck->arena = fuhe_arena_new();
    if (crosscheck->arena == NULL) {
        return said(FUHE_STATUS_NO_MEMORY, err);
    }
    FUHE_TRY(said(fuhe_statements_new(crosscheck), err));
    return fuhe_copies_new(crosscheck, err);
}

enum fuhe_status fuhe_crosscheck_new(struct fuhe_crosscheck **crosscheck, struct fuhe_error *err) {
    struct fuhe_crosscheck *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return said(FUHE_STATUS_NO_MEMORY, err);
    }
    const enum fuhe_status status = fill(made, err);
    if (status != FUHE_STATUS_OK) {
        fuhe_crosscheck_free(made);
        return status;
    }
    *crosscheck = made;
    return FUHE_STATUS_OK;
}

/* What is needed only while departments come by. */
static void release_departments(struct fuhe_crosscheck *crosscheck) {
    fuhe_statements_release(crosscheck);
    fuhe_arena_free(crosscheck->arena);
    free(crosscheck->repeats.items);
    free(crosscheck->uneven.items);
    crosscheck->arena = NULL;
    crosscheck->repeats = (struct fuhe_repeats){.items = NULL};
    crosscheck->uneven = (struct fuhe_uneven){.items = NULL};
}

/* What is needed until copies are found, too. */
static void release_forms(struct fuhe_crosscheck *crosscheck) {
    fuhe_copies_release(crosscheck);
    free(crosscheck->forms);
    crosscheck->forms = NULL;
}

void fuhe_crosscheck_free(struct fuhe_crosscheck *crosscheck) {
    if (crosscheck != NULL) {
        release_departments(crosscheck);
        release_forms(crosscheck);
        fuhe_lines_release(&crosscheck->lines);
        free(crosscheck);
    }
}

/* --- feeding ------------------------------------------------------------------------------------------------------ */

struct taking {
    struct fuhe_crosscheck *crosscheck;
    struct fuhe_error *err;
};

static enum fuhe_status take_statement(void *context, const struct fuhe_survey_statement *statement) {
    struct taking *taking = context;

    return said(fuhe_statements_take(taking->crosscheck, statement), taking->err);
}

enum fuhe_status fuhe_crosscheck_add_statements(struct fuhe_crosscheck *crosscheck, struct fuhe_survey *survey,
                                                struct fuhe_error *err) {
    struct taking taking = {crosscheck, err};
    struct fuhe_survey_stated stated;

    FUHE_TRY(fuhe_survey_statements(survey, &stated, take_statement, &taking, err));
    crosscheck->counts[FUHE_CODE_STATEMENT_PROJECTS].compared = stated.projects;
    crosscheck->counts[FUHE_CODE_STATEMENT_FUNDS].compared = stated.funds;
    return FUHE_STATUS_OK;
}

/* Pages of a department come upwards, but departments come one after the other. */
static enum fuhe_status remember(struct fuhe_crosscheck *crosscheck, uint64_t page, uint64_t department) {
    void *forms = crosscheck->forms;

    while (crosscheck->form_count < page) {
        FUHE_TRY(fuhe_lines_make_room(&forms, crosscheck->form_count, &crosscheck->form_capacity,
                                      sizeof *crosscheck->forms));
        crosscheck->forms = forms;
        crosscheck->forms[crosscheck->form_count++] = (struct fuhe_crosscheck_form){0, 0};
    }
    crosscheck->forms[page - 1] = (struct fuhe_crosscheck_form){(uint32_t)department, (uint32_t)page};
    return FUHE_STATUS_OK;
}

/* Forms that name neither department nor unit come as one department, but are not. */
static bool has_department(const struct fuhe_form *form) {
    const struct fuhe_cell *printed = form->department.text.length > 0 ? &form->department : &form->unit;

    return fuhe_name_key(FUHE_NAME_KEY_START, printed->text) != fuhe_name_key(FUHE_NAME_KEY_START, FUHE_TEXT(""));
}

static enum fuhe_status add(struct fuhe_crosscheck *crosscheck, const struct fuhe_result *result, uint64_t page,
                            uint64_t department) {
    FUHE_TRY(remember(crosscheck, page, department));
    FUHE_TRY(fuhe_repeats_add(crosscheck, result, page));
    crosscheck->has_name = has_department(result->form);
    if (!crosscheck->has_name) {
        return FUHE_STATUS_OK;
    }
    crosscheck->repeats.compared += fuhe_repeats_key(result->form) != 0;
    FUHE_TRY(fuhe_uneven_add(crosscheck, &result->review, page));
    fuhe_full_marks_add(crosscheck, &result->review, page);
    return fuhe_statements_add(crosscheck, &result->review, department);
}

enum fuhe_status fuhe_crosscheck_add(struct fuhe_crosscheck *crosscheck, const struct fuhe_result *result,
                                     uint64_t page, uint64_t department, struct fuhe_error *err) {
    FUHE_TRY(said(add(crosscheck, result, page, department), err));
    return fuhe_copies_add(crosscheck, &result->review, page, err);
}

static enum fuhe_status end_department(struct fuhe_crosscheck *crosscheck, uint64_t department) {
    if (crosscheck->has_name) {
        FUHE_TRY(fuhe_repeats_end_department(crosscheck, department));
    }
    FUHE_TRY(fuhe_uneven_end_department(crosscheck, department));
    FUHE_TRY(fuhe_repeats_join_units(crosscheck, department));
    FUHE_TRY(fuhe_full_marks_end_department(crosscheck, department));
    return fuhe_statements_end_department(crosscheck, department);
}

enum fuhe_status fuhe_crosscheck_end_department(struct fuhe_crosscheck *crosscheck,
                                                const struct fuhe_survey_department *department,
                                                struct fuhe_error *err) {
    const enum fuhe_status status = said(end_department(crosscheck, department->number), err);

    fuhe_arena_reset(crosscheck->arena);
    return status;
}

/* --- the whole ---------------------------------------------------------------------------------------------------- */

static void count_groups(struct fuhe_crosscheck *crosscheck) {
    const struct fuhe_lines *lines = &crosscheck->lines;

    for (size_t i = 0; i < lines->group_count; i++) {
        crosscheck->counts[lines->groups[i].code].groups++;
    }
    for (size_t i = 0; i < lines->count; i++) {
        crosscheck->counts[lines->groups[lines->items[i].group].code].lines++;
    }
}

/* Each form once for each code; a department or a document as a whole has counted its forms already. */
static void count_forms(struct fuhe_crosscheck *crosscheck) {
    const struct fuhe_lines *lines = &crosscheck->lines;

    for (size_t page = 1; page <= lines->pages; page++) {
        uint64_t last_code = FUHE_CODE_COUNT;
        for (uint32_t i = lines->starts[page]; i < lines->starts[page + 1]; i++) {
            const struct fuhe_packed_line *line = &lines->items[lines->by_page[i]];
            const enum fuhe_code code = lines->groups[line->group].code;
            crosscheck->counts[code].forms += code != last_code;
            last_code = code;
        }
    }
}

enum fuhe_status fuhe_crosscheck_finish(struct fuhe_crosscheck *crosscheck, struct fuhe_error *err) {
    crosscheck->counts[FUHE_CODE_DUPLICATE_PROJECT].compared = crosscheck->repeats.compared;
    crosscheck->counts[FUHE_CODE_UNEVEN_TREATMENT].compared = crosscheck->uneven.compared;
    release_departments(crosscheck);
    FUHE_TRY(fuhe_copies_finish(crosscheck, err));
    release_forms(crosscheck);
    FUHE_TRY(said(fuhe_lines_sort(&crosscheck->lines, crosscheck->form_count), err));
    count_groups(crosscheck);
    count_forms(crosscheck);
    return FUHE_STATUS_OK;
}

/* --- what was found ----------------------------------------------------------------------------------------------- */

struct fuhe_crosscheck_count fuhe_crosscheck_count(const struct fuhe_crosscheck *crosscheck, enum fuhe_code code) {
    return crosscheck->counts[code];
}

size_t fuhe_crosscheck_lines(const struct fuhe_crosscheck *crosscheck) {
    return crosscheck->lines.count;
}

struct fuhe_crosscheck_line fuhe_crosscheck_line(const struct fuhe_crosscheck *crosscheck, size_t index) {
    return fuhe_lines_unpack(&crosscheck->lines, index);
}

size_t fuhe_crosscheck_of_page(const struct fuhe_crosscheck *crosscheck, uint64_t page, size_t *indices,
                               size_t capacity) {
    const struct fuhe_lines *lines = &crosscheck->lines;

    if (page == 0 || page > lines->pages) {
        return 0;
    }
    const size_t start = lines->starts[page];
    const size_t count = lines->starts[page + 1] - start;
    for (size_t i = 0; i < count && i < capacity; i++) {
        indices[i] = lines->by_page[start + i];
    }
    return count;
}
