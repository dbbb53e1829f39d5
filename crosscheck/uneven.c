/* SPDX-License-Identifier: Apache-2.0 */
/* The same defect treated differently within a department: full points here, a deduction there. Three defects are
 * looked at: a number that misses its target, an execution rate below what gives full points, and results in the same
 * words. Which of the two treatments is right is for the rules to say (findings of the form); here it only matters that
 * both exist, in different forms. */
#include <stdlib.h>

#include "crosscheck/family.h"
#include "engine/fingerprint.h"

enum { KEY_EXECUTION = 1, KEY_CATEGORIES, KEY_WORDS = 64 };

static enum fuhe_status note(struct fuhe_uneven *uneven, const struct fuhe_treatment *treatment) {
    void *items = uneven->items;

    if (uneven->count == FUHE_TREATMENTS_MAX) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_lines_make_room(&items, uneven->count, &uneven->capacity, sizeof *uneven->items));
    uneven->items = items;
    uneven->items[uneven->count++] = *treatment;
    return FUHE_STATUS_OK;
}

/* --- defects of a form -------------------------------------------------------------------------------------------- */

static bool is_number_missed(const struct fuhe_row *row) {
    const bool by_formula = row->formula == FUHE_FORMULA_PROPORTION || row->formula == FUHE_FORMULA_INVERSE ||
                            row->formula == FUHE_FORMULA_LINEAR_TO_DOUBLE || row->formula == FUHE_FORMULA_ZERO;
    const bool is_number = row->reading != FUHE_READING_WORDS_MET && row->reading != FUHE_READING_WORDS_SCALE &&
                           row->reading != FUHE_READING_JUDGEMENT;

    return row->has_exact && by_formula && is_number && fuhe_decimal_compare(row->recomputed, row->weight) < 0;
}

/* Words on the pack's scale are less than met whatever the target was; of others only those are the same that answer
 * the same target. */
static uint64_t key_of_words(const struct fuhe_indicator *indicator, const struct fuhe_row *row) {
    struct fuhe_fingerprint fingerprint = fuhe_fingerprint_new();

    fuhe_fingerprint_add(&fingerprint, indicator->actual.text);
    if (fingerprint.characters == 0) {
        return 0;
    }
    if (row->reading == FUHE_READING_JUDGEMENT) {
        fuhe_fingerprint_add(&fingerprint, indicator->target.text);
        fuhe_fingerprint_add(&fingerprint, indicator->adjusted.text);
    }
    return fingerprint.first | KEY_WORDS;
}

static bool is_in_words(const struct fuhe_row *row) {
    return row->actual.kind == FUHE_VALUE_WORDS &&
           (row->reading == FUHE_READING_WORDS_SCALE || row->reading == FUHE_READING_JUDGEMENT);
}

static enum fuhe_status add_row(struct fuhe_uneven *uneven, const struct fuhe_indicator *indicator,
                                const struct fuhe_row *row, struct fuhe_treatment *treatment) {
    if (!row->counted || !row->has_weight || !row->claim.present || row->weight.scaled <= 0) {
        return FUHE_STATUS_OK;
    }
    treatment->weight = row->weight;
    treatment->claimed = row->claim.value;
    treatment->is_mild = fuhe_decimal_compare(row->claim.value, row->weight) >= 0;
    if (is_number_missed(row) && row->category != FUHE_CATEGORY_NONE) {
        if (treatment->is_mild && row->verdict != FUHE_VERDICT_OVERSTATED) {
            return FUHE_STATUS_OK; /* right as it is printed */
        }
        treatment->defect = FUHE_DEFECT_TARGET;
        treatment->key = KEY_CATEGORIES + (uint64_t)row->category;
        treatment->recomputed = row->recomputed;
        return note(uneven, treatment);
    }
    treatment->defect = FUHE_DEFECT_WORDS;
    treatment->recomputed = (fuhe_decimal){0};
    treatment->key = is_in_words(row) ? key_of_words(indicator, row) : 0;
    return treatment->key == 0 ? FUHE_STATUS_OK : note(uneven, treatment);
}

static enum fuhe_status add_execution(struct fuhe_uneven *uneven, const struct fuhe_review *review,
                                      struct fuhe_treatment *treatment) {
    const struct fuhe_execution *execution = &review->execution;
    const fuhe_decimal weight = review->pack->execution.weight;

    if (execution->state != FUHE_EXECUTION_SCORED || !execution->claim.present ||
        fuhe_decimal_compare(execution->recomputed, weight) >= 0) {
        return FUHE_STATUS_OK;
    }
    treatment->defect = FUHE_DEFECT_EXECUTION;
    treatment->key = KEY_EXECUTION;
    treatment->weight = weight;
    treatment->claimed = execution->claim.value;
    treatment->recomputed = execution->recomputed;
    treatment->is_mild = fuhe_decimal_compare(execution->claim.value, weight) >= 0;
    return treatment->is_mild && execution->verdict != FUHE_VERDICT_OVERSTATED ? FUHE_STATUS_OK
                                                                               : note(uneven, treatment);
}

enum fuhe_status fuhe_uneven_add(struct fuhe_crosscheck *crosscheck, const struct fuhe_review *review, uint64_t page) {
    struct fuhe_uneven *uneven = &crosscheck->uneven;
    struct fuhe_treatment treatment = {.page = (uint32_t)page};
    const size_t before = uneven->count;

    FUHE_TRY(add_execution(uneven, review, &treatment));
    for (size_t i = 0; i < review->row_count && i < UINT16_MAX; i++) {
        treatment.row = (uint16_t)(i + 1);
        FUHE_TRY(add_row(uneven, &review->form->indicators[i], &review->rows[i], &treatment));
    }
    uneven->compared += uneven->count > before;
    return FUHE_STATUS_OK;
}

/* --- the department ----------------------------------------------------------------------------------------------- */

static int compare(uint64_t a, uint64_t b) {
    return (a > b) - (a < b);
}

static int compare_treatments(const void *a, const void *b) {
    const struct fuhe_treatment *first = a;
    const struct fuhe_treatment *second = b;
    int order = compare(first->key, second->key);

    order = order != 0 ? order : compare(first->page, second->page);
    return order != 0 ? order : compare(first->row, second->row);
}

/* Whether both treatments exist, and in more than one project: then some two projects are at odds. A form that came in
 * again corrected is not at odds with itself. */
static bool is_uneven(const struct fuhe_crosscheck *crosscheck, const struct fuhe_treatment *treatments, size_t count,
                      size_t mild) {
    const struct fuhe_crosscheck_form *forms = crosscheck->forms;

    if (mild == 0 || mild == count) {
        return false;
    }
    for (size_t i = 1; i < count; i++) {
        if (forms[treatments[i].page - 1].first != forms[treatments[0].page - 1].first) {
            return true;
        }
    }
    return false;
}

static struct fuhe_crosscheck_line line_of(const struct fuhe_treatment *treatment, uint64_t department) {
    return (struct fuhe_crosscheck_line){.department = department,
                                         .page = treatment->page,
                                         .row = treatment->row,
                                         .weight = fuhe_figure_of(treatment->weight),
                                         .claimed = fuhe_figure_of(treatment->claimed),
                                         .recomputed = {treatment->defect != FUHE_DEFECT_WORDS, treatment->recomputed},
                                         .treated_mildly = treatment->is_mild};
}

static enum fuhe_status add_group(struct fuhe_crosscheck *crosscheck, uint64_t department,
                                  const struct fuhe_treatment *treatments, size_t count) {
    struct fuhe_line_group group = {.code = FUHE_CODE_UNEVEN_TREATMENT,
                                    .defect = (enum fuhe_defect)treatments[0].defect,
                                    .members = (uint32_t)count};
    size_t held_against = 0;

    for (size_t i = 0; i < count; i++) {
        group.mild += treatments[i].is_mild;
    }
    if (!is_uneven(crosscheck, treatments, count, group.mild)) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_lines_open_group(&crosscheck->lines, &group));
    for (size_t i = 0; i < count; i++) {
        const struct fuhe_crosscheck_line line = line_of(&treatments[i], department);
        if (line.treated_mildly || held_against++ < FUHE_CROSSCHECK_HELD_AGAINST_MAX) {
            FUHE_TRY(fuhe_lines_add(&crosscheck->lines, &line));
        }
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_uneven_end_department(struct fuhe_crosscheck *crosscheck, uint64_t department) {
    struct fuhe_uneven *uneven = &crosscheck->uneven;
    const size_t count = uneven->count;

    uneven->count = 0;
    if (count < 2) {
        return FUHE_STATUS_OK;
    }
    qsort(uneven->items, count, sizeof *uneven->items, compare_treatments);
    for (size_t start = 0, end; start < count; start = end) {
        end = start + 1;
        while (end < count && uneven->items[end].key == uneven->items[start].key) {
            end++;
        }
        FUHE_TRY(add_group(crosscheck, department, uneven->items + start, end - start));
    }
    return FUHE_STATUS_OK;
}
