/* SPDX-License-Identifier: Apache-2.0 */
/* In which order forms deserve a look. Every part has a most, so that no single kind of fault drowns the others. */
#include "engine/risk.h"

#include "engine/magnitude.h"

enum {
    UNSCORED = 100,
    PARTIAL = 40,
    EACH_GRADE = 30,
    GRADES_MOST = 60,
    EACH_POINT_OVER = 4,
    EACH_POINT_UNDER = 1,
    POINTS_MOST = 40,
    EACH_ERROR = 5,
    ERRORS_MOST = 30,
    EACH_WARNING = 1,
    WARNINGS_MOST = 10,
    NOT_FIRM = 10
};

static bool is_name_of(fuhe_text word, const struct fuhe_grade *grade) {
    return fuhe_text_same_name(word, grade->name.zh) || fuhe_text_same_name(word, grade->name.en) ||
           fuhe_text_same_name(word, grade->id);
}

size_t fuhe_review_claimed_grade(const struct fuhe_review *review) {
    const struct fuhe_pack *pack = review->pack;
    const struct fuhe_claim *claimed = &review->totals.claimed;
    const fuhe_text printed = review->form->total_grade.text;

    for (size_t i = 0; i < pack->grade_count && printed.length > 0; i++) {
        if (is_name_of(printed, &pack->grades[i])) {
            return i;
        }
    }
    for (size_t i = 0; i < pack->grade_count && claimed->present; i++) {
        if (claimed->value.scaled >= pack->grades[i].from.scaled) {
            return i;
        }
    }
    return pack->grade_count;
}

static unsigned at_most(uint64_t count, unsigned each, unsigned most) {
    return count >= most / each ? most : (unsigned)count * each;
}

/* Grades stand in the pack from the highest down. */
static unsigned risk_of_grade(const struct fuhe_review *review) {
    const size_t claimed = fuhe_review_claimed_grade(review);
    const size_t recommended = review->grading.grade;

    if (!review->grading.has_grade || claimed >= recommended) {
        return 0;
    }
    return at_most(recommended - claimed, EACH_GRADE, GRADES_MOST);
}

static unsigned risk_of_deviation(const struct fuhe_totals *totals) {
    const int64_t points = totals->deviation_points.scaled;

    if (!totals->has_deviation) {
        return 0;
    }
    return at_most(fuhe_magnitude_of(points) / FUHE_DECIMAL_ONE, points > 0 ? EACH_POINT_OVER : EACH_POINT_UNDER,
                   POINTS_MOST);
}

static unsigned risk_of_findings(const struct fuhe_finding_list *findings) {
    size_t counts[FUHE_SEVERITY_COUNT] = {0};

    for (size_t i = 0; i < findings->count; i++) {
        counts[findings->items[i].severity]++;
    }
    return at_most(counts[FUHE_SEVERITY_ERROR], EACH_ERROR, ERRORS_MOST) +
           at_most(counts[FUHE_SEVERITY_WARNING], EACH_WARNING, WARNINGS_MOST);
}

struct fuhe_risk fuhe_risk_of(const struct fuhe_review *review) {
    static const unsigned of_state[] = {
        [FUHE_REVIEW_SCORED] = 0, [FUHE_REVIEW_PARTIAL] = PARTIAL, [FUHE_REVIEW_UNSCORED] = UNSCORED};

    return (struct fuhe_risk){.state = of_state[review->state],
                              .grade = risk_of_grade(review),
                              .deviation = risk_of_deviation(&review->totals),
                              .findings = risk_of_findings(&review->findings),
                              .firmness = review->grading.firmness == FUHE_FIRM ? 0 : NOT_FIRM};
}

unsigned fuhe_risk_total(const struct fuhe_risk *risk) {
    return risk->state + risk->grade + risk->deviation + risk->findings + risk->firmness;
}
