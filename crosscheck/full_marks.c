/* SPDX-License-Identifier: Apache-2.0 */
/* Departments all of whose forms claim full marks, however many documents they came in. */
#include "crosscheck/family.h"

void fuhe_full_marks_add(struct fuhe_crosscheck *crosscheck, const struct fuhe_review *review, uint64_t page) {
    struct fuhe_full_marks *full_marks = &crosscheck->full_marks;
    const struct fuhe_claim *claimed = &review->totals.claimed;

    full_marks->first = full_marks->forms++ == 0 ? page : full_marks->first;
    full_marks->full += claimed->present && fuhe_decimal_equals(claimed->value, review->pack->full_marks);
    full_marks->verified +=
        review->state == FUHE_REVIEW_SCORED && fuhe_decimal_equals(review->totals.verified, review->pack->full_marks);
    full_marks->marks = review->pack->full_marks;
}

enum fuhe_status fuhe_full_marks_end_department(struct fuhe_crosscheck *crosscheck, uint64_t department) {
    struct fuhe_crosscheck_count *count = &crosscheck->counts[FUHE_CODE_ALL_FULL_MARKS];
    const struct fuhe_full_marks found = crosscheck->full_marks;
    const struct fuhe_line_group group = {
        .code = FUHE_CODE_ALL_FULL_MARKS, .members = (uint32_t)found.forms, .mild = (uint32_t)found.verified};
    const struct fuhe_crosscheck_line line = {
        .department = department, .like = found.first, .claimed = fuhe_figure_of(found.marks)};

    crosscheck->full_marks = (struct fuhe_full_marks){.forms = 0};
    count->compared += found.forms >= FUHE_CROSSCHECK_FULL_MARKS_FORMS_MIN;
    if (found.forms < FUHE_CROSSCHECK_FULL_MARKS_FORMS_MIN || found.full < found.forms) {
        return FUHE_STATUS_OK;
    }
    count->forms += found.forms;
    FUHE_TRY(fuhe_lines_open_group(&crosscheck->lines, &group));
    return fuhe_lines_add(&crosscheck->lines, &line);
}
