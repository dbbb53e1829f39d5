/* SPDX-License-Identifier: Apache-2.0 */
#include "store/headline.h"

#include "store/survey_form.h"

static bool same_figure(struct fuhe_figure kept, bool present, fuhe_decimal value) {
    return kept.present == present && (!present || fuhe_decimal_equals(kept.value, value));
}

static bool same_state(fuhe_text kept, enum fuhe_review_state state) {
    enum fuhe_review_state found;

    return fuhe_survey_find_state(kept, &found) && found == state;
}

static bool same_grade(fuhe_text kept, const struct fuhe_review *review) {
    const struct fuhe_grading *grading = &review->grading;

    return fuhe_text_equals(kept, grading->has_grade ? review->pack->grades[grading->grade].id : (fuhe_text){NULL, 0});
}

/* Columns follow one another from the worst severity down. */
static bool same_counts(sqlite3_stmt *statement, int column, const struct fuhe_finding_list *findings) {
    static const enum fuhe_severity severities[] = {FUHE_SEVERITY_ERROR, FUHE_SEVERITY_WARNING, FUHE_SEVERITY_NOTE};
    size_t counts[FUHE_SEVERITY_COUNT] = {0};
    bool same = true;

    for (size_t i = 0; i < findings->count; i++) {
        counts[findings->items[i].severity]++;
    }
    for (int i = 0; i < FUHE_SEVERITY_COUNT; i++) {
        same = same && fuhe_survey_count(statement, column + i) == counts[severities[i]];
    }
    return same;
}

bool fuhe_headline_agrees(sqlite3_stmt *statement, int column, const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;

    return same_state(fuhe_database_text(statement, column), review->state) &&
           same_figure(fuhe_survey_figure(statement, column + 1), totals->claimed.present, totals->claimed.value) &&
           same_figure(fuhe_survey_figure(statement, column + 2), review->state != FUHE_REVIEW_UNSCORED,
                       totals->verified) &&
           same_figure(fuhe_survey_figure(statement, column + 3), totals->has_deviation, totals->deviation_points) &&
           same_grade(fuhe_database_text(statement, column + 4), review) &&
           same_counts(statement, column + 5, &review->findings);
}
