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

    if (!fuhe_review_has_grade(review) || claimed >= recommended) {
        return 0;
    }
    return at_most(recommended - claimed, EACH_GRADE, GRADES_MOST);
}

static unsigned risk_of_deviation(struct fuhe_figure deviation) {
    const int64_t points = deviation.value.scaled;

    if (!deviation.present) {
        return 0;
    }
    return at_most(fuhe_magnitude_of(points) / FUHE_DECIMAL_ONE, points > 0 ? EACH_POINT_OVER : EACH_POINT_UNDER,
                   POINTS_MOST);
}

static void count_findings(const struct fuhe_finding_list *findings, size_t *errors, size_t *warnings) {
    for (size_t i = 0; i < findings->count; i++) {
        *errors += findings->items[i].severity == FUHE_SEVERITY_ERROR;
        *warnings += findings->items[i].severity == FUHE_SEVERITY_WARNING;
    }
}

/* All but the grade, which needs the rule pack. Only what is certain counts: who is scored in part may have claimed
 * what the missing part is worth. */
static struct fuhe_risk risk_of_figures(const struct fuhe_risk_figures *figures) {
    static const unsigned of_state[] = {
        [FUHE_REVIEW_SCORED] = 0, [FUHE_REVIEW_PARTIAL] = PARTIAL, [FUHE_REVIEW_UNSCORED] = UNSCORED};

    const bool whole = figures->state == FUHE_REVIEW_SCORED;

    return (struct fuhe_risk){.state = of_state[figures->state],
                              .deviation = whole ? risk_of_deviation(figures->deviation) : 0,
                              .findings = at_most(figures->errors, EACH_ERROR, ERRORS_MOST) +
                                          at_most(figures->warnings, EACH_WARNING, WARNINGS_MOST),
                              .firmness = whole && figures->firmness != FUHE_FIRM ? NOT_FIRM : 0};
}

struct fuhe_risk fuhe_risk_of(const struct fuhe_review *review) {
    struct fuhe_risk_figures figures = {
        .state = review->state, .deviation = fuhe_review_deviation(review), .firmness = review->grading.firmness};

    count_findings(&review->findings, &figures.errors, &figures.warnings);
    struct fuhe_risk risk = risk_of_figures(&figures);
    risk.grade = risk_of_grade(review);
    return risk;
}

/* What the other parts do not explain is the grade's, of a form that has one. */
struct fuhe_risk fuhe_risk_from_figures(const struct fuhe_risk_figures *figures, unsigned total) {
    struct fuhe_risk risk = risk_of_figures(figures);
    const unsigned others = fuhe_risk_total(&risk);

    risk.grade = figures->state == FUHE_REVIEW_SCORED && total > others ? total - others : 0;
    return risk;
}

unsigned fuhe_risk_total(const struct fuhe_risk *risk) {
    return risk->state + risk->grade + risk->deviation + risk->findings + risk->firmness;
}
