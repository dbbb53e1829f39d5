/* SPDX-License-Identifier: Apache-2.0 */
/* Grades are ordered by the mean of the totals that they stand beside; then their cuts are a staircase. */
#include "infer/grades.h"

#include <stdlib.h>

enum { NAME_BYTES_MAX = 24, LABELS_MAX = 16 };

static size_t find_label(const struct fuhe_grade_proposal *proposal, fuhe_text name) {
    size_t i = 0;

    while (i < proposal->label_count && !fuhe_text_same_name(proposal->labels[i].name, name)) {
        i++;
    }
    return i;
}

static void add_form(const struct fuhe_observations *observations, size_t index, struct fuhe_grade_proposal *proposal) {
    const struct fuhe_seen_form *form = &observations->forms[index];
    const size_t label = find_label(proposal, form->grade);

    if (form->grade.length == 0) {
        return;
    }
    if (!form->has_total || form->grade.length > NAME_BYTES_MAX || label == LABELS_MAX) {
        proposal->unread++;
        return;
    }
    if (label == proposal->label_count) {
        proposal->labels[proposal->label_count++] = (struct fuhe_grade_label){.name = form->grade, .form = index};
    }
    proposal->labels[label].count++;
    proposal->labels[label].sum += form->total.scaled;
    proposal->printed++;
}

static int by_mean(const void *a, const void *b) {
    const struct fuhe_grade_label *first = a;
    const struct fuhe_grade_label *second = b;
    const fuhe_int128 left = first->sum * (fuhe_int128)second->count;
    const fuhe_int128 right = second->sum * (fuhe_int128)first->count;

    if (left != right) {
        return left < right ? -1 : 1;
    }
    return (first->form > second->form) - (first->form < second->form);
}

static enum fuhe_status fit(const struct fuhe_observations *observations, struct fuhe_arena *arena,
                            struct fuhe_grade_proposal *proposal) {
    size_t count = 0;

    proposal->points = fuhe_arena_allocate(arena, proposal->printed, sizeof *proposal->points);
    if (proposal->points == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < observations->form_count && count < proposal->printed; i++) {
        const struct fuhe_seen_form *form = &observations->forms[i];
        const size_t label = find_label(proposal, form->grade);
        if (form->has_total && form->grade.length > 0 && label < proposal->label_count) {
            proposal->points[count++] = (struct fuhe_step_point){
                .at = fuhe_fraction_of(form->total),
                .value = FUHE_DECIMAL(label),
                .weight = 4,
                .source = i,
            };
        }
    }
    FUHE_TRY(fuhe_steps_fit(proposal->points, count, arena, &proposal->steps));
    proposal->is_proposed = proposal->steps.count > 1 && 2 * proposal->steps.misfits < count;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_grades_infer(const struct fuhe_observations *observations, struct fuhe_arena *arena,
                                   struct fuhe_grade_proposal *proposal) {
    *proposal = (struct fuhe_grade_proposal){.printed = 0};
    proposal->labels = fuhe_arena_allocate(arena, LABELS_MAX, sizeof *proposal->labels);
    if (proposal->labels == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < observations->form_count; i++) {
        add_form(observations, i, proposal);
    }
    qsort(proposal->labels, proposal->label_count, sizeof *proposal->labels, by_mean);
    return fit(observations, arena, proposal);
}
