/* SPDX-License-Identifier: Apache-2.0 */
/* Projects with more than one form: in several documents as the survey has them (department, project and year), within
 * one document only of one unit, for many units of a department run a project of the same name. */
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
    const uint64_t key = fuhe_repeats_key(result->form);
    void *items = repeats->items;

    if (key == 0) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_lines_make_room(&items, repeats->count, &repeats->capacity, sizeof *repeats->items));
    repeats->items = items;
    repeats->items[repeats->count++] =
        (struct fuhe_project_form){.project = key,
                                   .unit = fold(fuhe_name_key(FUHE_NAME_KEY_START, result->form->unit.text)),
                                   .page = (uint32_t)page,
                                   .document = document_of(result->file)};
    repeats->compared++;
    return FUHE_STATUS_OK;
}

/* --- the department ----------------------------------------------------------------------------------------------- */

static int compare(uint64_t a, uint64_t b) {
    return (a > b) - (a < b);
}

static int compare_projects(const void *a, const void *b) {
    const struct fuhe_project_form *first = a;
    const struct fuhe_project_form *second = b;
    const int order = compare(first->project, second->project);

    return order != 0 ? order : compare(first->page, second->page);
}

static int compare_units(const void *a, const void *b) {
    const struct fuhe_project_form *first = a;
    const struct fuhe_project_form *second = b;
    const int order = compare(first->unit, second->unit);

    return order != 0 ? order : compare(first->page, second->page);
}

static enum fuhe_status add_group(struct fuhe_crosscheck *crosscheck, uint64_t department,
                                  const struct fuhe_project_form *forms, size_t count) {
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

static enum fuhe_status add_units(struct fuhe_crosscheck *crosscheck, uint64_t department,
                                  struct fuhe_project_form *forms, size_t count) {
    qsort(forms, count, sizeof *forms, compare_units);
    for (size_t start = 0, end; start < count; start = end) {
        end = start + 1;
        while (end < count && forms[end].unit == forms[start].unit) {
            end++;
        }
        FUHE_TRY(add_group(crosscheck, department, forms + start, end - start));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status add_project(struct fuhe_crosscheck *crosscheck, uint64_t department,
                                    struct fuhe_project_form *forms, size_t count) {
    bool is_one_document = true;

    for (size_t i = 0; i < count; i++) {
        crosscheck->forms[forms[i].page - 1].first = forms[0].page;
        is_one_document = is_one_document && forms[i].document == forms[0].document;
    }
    return is_one_document ? add_units(crosscheck, department, forms, count)
                           : add_group(crosscheck, department, forms, count);
}

enum fuhe_status fuhe_repeats_end_department(struct fuhe_crosscheck *crosscheck, uint64_t department) {
    struct fuhe_repeats *repeats = &crosscheck->repeats;
    const size_t count = repeats->count;

    repeats->count = 0;
    if (count < 2) {
        return FUHE_STATUS_OK;
    }
    qsort(repeats->items, count, sizeof *repeats->items, compare_projects);
    for (size_t start = 0, end; start < count; start = end) {
        end = start + 1;
        while (end < count && repeats->items[end].project == repeats->items[start].project) {
            end++;
        }
        FUHE_TRY(add_project(crosscheck, department, repeats->items + start, end - start));
    }
    return FUHE_STATUS_OK;
}
