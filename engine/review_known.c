/* SPDX-License-Identifier: Apache-2.0 */
/* What is known of a form as a whole: nothing that follows from a total while the total leaves something out. */
#include "engine/review.h"

static bool is_whole(const struct fuhe_review *review) {
    return review->state == FUHE_REVIEW_SCORED;
}

struct fuhe_figure fuhe_review_deviation(const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;

    return (struct fuhe_figure){is_whole(review) && totals->has_deviation, totals->deviation_points};
}

struct fuhe_figure fuhe_review_deviation_rate(const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;

    return (struct fuhe_figure){is_whole(review) && totals->has_deviation_rate, totals->deviation_rate};
}

bool fuhe_review_has_grade(const struct fuhe_review *review) {
    return is_whole(review) && review->grading.has_grade;
}

bool fuhe_row_claims_exactly(const struct fuhe_row *row) {
    return row->claim.present && row->has_exact && fuhe_fraction_compare_decimal(row->exact, row->claim.value) == 0 &&
           row->has_verified && fuhe_decimal_equals(row->verified, row->claim.value);
}

size_t fuhe_review_doubts(const struct fuhe_review *review) {
    size_t count = 0;

    for (size_t i = 0; i < review->findings.count; i++) {
        const struct fuhe_finding *finding = &review->findings.items[i];
        count += finding->code == FUHE_CODE_DOUBTFUL_READING && finding->severity == FUHE_SEVERITY_ERROR;
    }
    return count;
}
