/* SPDX-License-Identifier: Apache-2.0 */
/* Weights against full marks and against the shares of the categories; indicators that stand twice. */
#include "engine/checks/check.h"
#include "engine/score.h"

/* With a weight missing or a category unknown the sums mean nothing; those have their own findings. */
static bool weights_are_known(const struct fuhe_review *review) {
    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        if (!row->is_execution && (!row->has_weight || row->category == FUHE_CATEGORY_NONE)) {
            return false;
        }
    }
    return review->row_count > 0;
}

static bool pack_has_weights(const struct fuhe_pack *pack) {
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        if (pack->categories[i].weight.scaled > 0) {
            return true;
        }
    }
    return false;
}

static enum fuhe_status check_sum(const struct fuhe_check_context *context) {
    const struct fuhe_review *review = context->review;

    if (review->totals.weights_close) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_finding finding =
        fuhe_finding_about(FUHE_CODE_WEIGHT_SUM, FUHE_BLOCK_FORM, "indicators", review->form->indicators[0].place);
    fuhe_finding_compare(&finding, review->totals.weight_sum, review->pack->full_marks);
    return fuhe_check_report(context, &finding);
}

static struct fuhe_place place_of_category(const struct fuhe_review *review, size_t category) {
    for (size_t i = 0; i < review->row_count; i++) {
        if (review->rows[i].category == category) {
            return review->form->indicators[i].place;
        }
    }
    return review->form->indicators[0].place;
}

/* Shares of another set that the rules allow are only pointed out. */
static enum fuhe_status check_categories(const struct fuhe_check_context *context) {
    const struct fuhe_review *review = context->review;
    const enum fuhe_severity most = review->totals.variant != NULL ? FUHE_SEVERITY_NOTE : FUHE_SEVERITY_ERROR;

    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        const fuhe_decimal expected = review->pack->categories[i].weight;
        if (fuhe_decimal_equals(review->categories[i].weight, expected)) {
            continue;
        }
        struct fuhe_finding finding =
            fuhe_finding_about(FUHE_CODE_CATEGORY_WEIGHT, FUHE_BLOCK_CATEGORY, NULL, place_of_category(review, i));
        finding.category = (enum fuhe_category)i;
        fuhe_finding_compare(&finding, review->categories[i].weight, expected);
        FUHE_TRY(fuhe_check_report_at_most(context, &finding, most));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status report_duplicate(const struct fuhe_check_context *context, size_t index,
                                         enum fuhe_severity most) {
    const struct fuhe_indicator *indicator = &context->review->form->indicators[index];
    struct fuhe_finding finding =
        fuhe_finding_about_row(FUHE_CODE_DUPLICATE_INDICATOR, index, "@name", indicator->name.place);

    finding.quote = indicator->name.text;
    if (!context->review->rows[index].counted) {
        finding.claimed = fuhe_figure_of(context->review->rows[index].weight);
    }
    return fuhe_check_report_at_most(context, &finding, most);
}

static bool stands_before(const struct fuhe_review *review, size_t index) {
    for (size_t i = 0; i < index; i++) {
        if (fuhe_rows_are_alike(review, i, index)) {
            return true;
        }
    }
    return false;
}

/* The row that counts once is a warning; rows that are alike without such a rule are a note, unless one of them is the
 * row that was left out. */
static enum fuhe_status check_duplicates(const struct fuhe_check_context *context) {
    const struct fuhe_review *review = context->review;
    size_t dropped = 0;

    while (dropped < review->row_count && (review->rows[dropped].counted || review->rows[dropped].is_execution)) {
        dropped++;
    }
    if (dropped < review->row_count) {
        return report_duplicate(context, dropped, FUHE_SEVERITY_ERROR);
    }
    for (size_t i = 1; i < review->row_count; i++) {
        if (stands_before(review, i)) {
            FUHE_TRY(report_duplicate(context, i, FUHE_SEVERITY_NOTE));
        }
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_check_weights(const struct fuhe_check_context *context) {
    if (weights_are_known(context->review) && pack_has_weights(context->review->pack)) {
        FUHE_TRY(check_sum(context));
        FUHE_TRY(check_categories(context));
    }
    return check_duplicates(context);
}
