/* SPDX-License-Identifier: Apache-2.0 */
/* Projects with more than one form: of one department, project, year and unit. What is the same project but for the
 * year is no finding, but no other project either: who goes on with a project may go on with its texts. So may units
 * of a department that run a project of the same name. */
#include <stdlib.h>

#include "crosscheck/family.h"
#include "store/name_key.h"

uint64_t fuhe_repeats_key(const struct fuhe_form *form) {
    const uint64_t project = fuhe_name_key(FUHE_NAME_KEY_START, form->project.text);

    if (project == fuhe_name_key(FUHE_NAME_KEY_START, FUHE_TEXT(""))) {
        return 0;
    }
    return fuhe_name_key(project, form->year.text);
}

static uint32_t fold(uint64_t number) {
    return (uint32_t)(number ^ number >> 32);
}

/* Of the bytes of its name, where blanks and marks count. */
static uint32_t document_of(const char *file) {
    uint64_t key = FUHE_NAME_KEY_START;

    for (; *file != '\0'; file++) {
        key = (key ^ (unsigned char)*file) * 0x9E3779B97F4A7C15U;
        key ^= key >> 29;
    }
    return fold(key);
}

enum fuhe_status fuhe_repeats_add(struct fuhe_crosscheck *crosscheck, const struct fuhe_result *result, uint64_t page) {
    struct fuhe_repeats *repeats = &crosscheck->repeats;
    const struct fuhe_form *form = result->form;
    void *items = repeats->items;

    if (fuhe_repeats_key(form) == 0) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_lines_make_room(&items, repeats->count, &repeats->capacity, sizeof *repeats->items));
    repeats->items = items;
    repeats->items[repeats->count++] =
        (struct fuhe_project_form){.project = fuhe_name_key(FUHE_NAME_KEY_START, form->project.text),
                                   .year = fold(fuhe_name_key(FUHE_NAME_KEY_START, form->year.text)),
                                   .unit = fold(fuhe_name_key(FUHE_NAME_KEY_START, form->unit.text)),
                                   .document = document_of(result->file),
                                   .page = (uint32_t)page};
    return FUHE_STATUS_OK;
}

/* --- runs of forms that have something in common ------------------------------------------------------------------ */

static int compare(uint64_t a, uint64_t b) {
    return (a > b) - (a < b);
}

static int by_page(const struct fuhe_project_form *a, const struct fuhe_project_form *b) {
    return compare(a->page, b->page);
}

static int by_project(const void *a, const void *b) {
    const int order =
        compare(((const struct fuhe_project_form *)a)->project, ((const struct fuhe_project_form *)b)->project);

    return order != 0 ? order : by_page(a, b);
}

static int by_year(const void *a, const void *b) {
    const int order = compare(((const struct fuhe_project_form *)a)->year, ((const struct fuhe_project_form *)b)->year);

    return order != 0 ? order : by_page(a, b);
}

static int by_unit(const void *a, const void *b) {
    const int order = compare(((const struct fuhe_project_form *)a)->unit, ((const struct fuhe_project_form *)b)->unit);

    return order != 0 ? order : by_page(a, b);
}

static bool same_project(const struct fuhe_project_form *a, const struct fuhe_project_form *b) {
    return a->project == b->project;
}

static bool same_year(const struct fuhe_project_form *a, const struct fuhe_project_form *b) {
    return a->year == b->year;
}

static bool same_unit(const struct fuhe_project_form *a, const struct fuhe_project_form *b) {
    return a->unit == b->unit;
}

struct split {
    int (*order)(const void *a, const void *b);
    bool (*same)(const struct fuhe_project_form *a, const struct fuhe_project_form *b);
};

static const struct split projects = {by_project, same_project};
static const struct split years = {by_year, same_year};
static const struct split units = {by_unit, same_unit};

typedef enum fuhe_status take_run(struct fuhe_crosscheck *crosscheck, uint64_t department,
                                  struct fuhe_project_form *forms, size_t count);

/* Sorts forms, and hands on each run of those that are the same. */
static enum fuhe_status split_forms(struct fuhe_crosscheck *crosscheck, uint64_t department,
                                    struct fuhe_project_form *forms, size_t count, const struct split *split,
                                    take_run *take) {
    if (count > 1) {
        qsort(forms, count, sizeof *forms, split->order);
    }
    for (size_t start = 0, end; start < count; start = end) {
        end = start + 1;
        while (end < count && split->same(&forms[start], &forms[end])) {
            end++;
        }
        FUHE_TRY(take(crosscheck, department, forms + start, end - start));
    }
    return FUHE_STATUS_OK;
}

static bool names_unit(const struct fuhe_project_form *form) {
    return form->unit != fold(fuhe_name_key(FUHE_NAME_KEY_START, FUHE_TEXT("")));
}

static bool is_one_unit(const struct fuhe_project_form *forms, size_t count) {
    const struct fuhe_project_form *named = NULL;

    for (size_t i = 0; i < count; i++) {
        if (names_unit(&forms[i]) && named != NULL && !same_unit(named, &forms[i])) {
            return false;
        }
        named = names_unit(&forms[i]) ? &forms[i] : named;
    }
    return true;
}

static bool is_one_document(const struct fuhe_project_form *forms, size_t count) {
    for (size_t i = 1; i < count; i++) {
        if (forms[i].document != forms[0].document) {
            return false;
        }
    }
    return true;
}

/* Many units of a department may run a project of the same name, each for itself. In another document the unit may have
 * been left out. */
static bool is_one_project(const struct fuhe_project_form *forms, size_t count) {
    return !is_one_document(forms, count) && is_one_unit(forms, count);
}

/* --- the department ----------------------------------------------------------------------------------------------- */

static enum fuhe_status add_group(struct fuhe_crosscheck *crosscheck, uint64_t department,
                                  struct fuhe_project_form *forms, size_t count) {
    const struct fuhe_line_group group = {.code = FUHE_CODE_DUPLICATE_PROJECT, .members = (uint32_t)count};

    if (count < 2) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_lines_open_group(&crosscheck->lines, &group));
    for (size_t i = 0; i < count; i++) {
        const struct fuhe_crosscheck_line line = {
            .department = department, .page = forms[i].page, .like = i == 0 ? 0 : forms[0].page};
        FUHE_TRY(fuhe_lines_add(&crosscheck->lines, &line));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_year(struct fuhe_crosscheck *crosscheck, uint64_t department,
                                  struct fuhe_project_form *forms, size_t count) {
    return is_one_project(forms, count) ? add_group(crosscheck, department, forms, count)
                                        : split_forms(crosscheck, department, forms, count, &units, add_group);
}

static enum fuhe_status join(struct fuhe_crosscheck *crosscheck, uint64_t department, struct fuhe_project_form *forms,
                             size_t count) {
    (void)department;
    for (size_t i = 0; i < count; i++) {
        crosscheck->forms[forms[i].page - 1].first = forms[0].page;
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_project(struct fuhe_crosscheck *crosscheck, uint64_t department,
                                     struct fuhe_project_form *forms, size_t count) {
    if (count < 2) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(is_one_project(forms, count) ? join(crosscheck, department, forms, count)
                                          : split_forms(crosscheck, department, forms, count, &units, join));
    return split_forms(crosscheck, department, forms, count, &years, take_year);
}

enum fuhe_status fuhe_repeats_end_department(struct fuhe_crosscheck *crosscheck, uint64_t department) {
    const struct fuhe_repeats *repeats = &crosscheck->repeats;

    return split_forms(crosscheck, department, repeats->items, repeats->count, &projects, take_project);
}

enum fuhe_status fuhe_repeats_join_units(struct fuhe_crosscheck *crosscheck, uint64_t department) {
    struct fuhe_repeats *repeats = &crosscheck->repeats;
    const size_t count = repeats->count;

    repeats->count = 0;
    return split_forms(crosscheck, department, repeats->items, count, &projects, join);
}
