/* SPDX-License-Identifier: Apache-2.0 */
/* From rows to the total: category sums, weights that do not close, the row that counts once, rescaling, deviation. */
#include "engine/score.h"

#include <string.h>

/* Sums cannot overflow: points are at most 10^6 each and a form has few thousand rows (score.h, form_reader.h). */
static fuhe_decimal plus(fuhe_decimal a, fuhe_decimal b) {
    return (fuhe_decimal){a.scaled + b.scaled};
}

static fuhe_decimal minus(fuhe_decimal a, fuhe_decimal b) {
    return (fuhe_decimal){a.scaled - b.scaled};
}

/* --- weights ----------------------------------------------------------------------------------------------------- */

static void sum_weights(struct fuhe_review *review) {
    struct fuhe_totals *totals = &review->totals;

    totals->weight_sum = review->pack->execution.weight;
    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        if (row->has_weight) {
            totals->weight_sum = plus(totals->weight_sum, row->weight);
        }
        if (row->category != FUHE_CATEGORY_NONE) {
            struct fuhe_category_result *category = &review->categories[row->category];
            category->present = true;
            category->weight = plus(category->weight, row->weight);
        }
    }
    totals->weights_close = fuhe_decimal_equals(totals->weight_sum, review->pack->full_marks);
}

static bool weights_fit(const struct fuhe_review *review, const fuhe_decimal expected[FUHE_CATEGORY_COUNT]) {
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        if (!fuhe_decimal_equals(review->categories[i].weight, expected[i])) {
            return false;
        }
    }
    return true;
}

/* The set of expected weights that the form follows: the pack's own, or the first variant that fits exactly. */
static void choose_expected_weights(struct fuhe_review *review) {
    const struct fuhe_pack *pack = review->pack;
    fuhe_decimal expected[FUHE_CATEGORY_COUNT];

    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        expected[i] = pack->categories[i].weight;
    }
    if (!weights_fit(review, expected)) {
        for (size_t i = 0; i < pack->variant_count && review->totals.variant == NULL; i++) {
            if (weights_fit(review, pack->variants[i].weights)) {
                review->totals.variant = &pack->variants[i];
                memcpy(expected, pack->variants[i].weights, sizeof expected);
            }
        }
    }
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        review->categories[i].expected = expected[i];
    }
}

/* --- duplicates -------------------------------------------------------------------------------------------------- */

static bool is_over_share(const struct fuhe_review *review, size_t row) {
    const enum fuhe_category category = review->rows[row].category;

    return category != FUHE_CATEGORY_NONE &&
           fuhe_decimal_compare(review->categories[category].weight, review->categories[category].expected) > 0;
}

bool fuhe_rows_are_alike(const struct fuhe_review *review, size_t a, size_t b) {
    const struct fuhe_indicator *first = &review->form->indicators[a];
    const struct fuhe_indicator *second = &review->form->indicators[b];

    return review->rows[a].likeness == review->rows[b].likeness &&
           fuhe_decimal_equals(review->rows[a].weight, review->rows[b].weight) && first->name.text.length > 0 &&
           fuhe_text_same_name(first->name.text, second->name.text) &&
           fuhe_text_same_name(first->target.text, second->target.text) &&
           fuhe_text_same_name(first->relation.text, second->relation.text) &&
           fuhe_text_same_name(first->unit.text, second->unit.text) &&
           fuhe_text_same_name(first->adjusted.text, second->adjusted.text) &&
           fuhe_text_same_name(first->actual.text, second->actual.text);
}

/* The later of two like rows goes, unless only the earlier one is in a category over its share. */
static size_t choose_dropped(const struct fuhe_review *review, size_t earlier, size_t later) {
    if (is_over_share(review, later)) {
        return later;
    }
    return is_over_share(review, earlier) ? earlier : review->row_count;
}

/* The row that a duplicate rule leaves out; row_count when there is none. Leaving it out must give full marks
 * exactly. */
static size_t find_dropped(const struct fuhe_review *review) {
    const fuhe_decimal excess = minus(review->totals.weight_sum, review->pack->full_marks);

    if (review->pack->duplicates == FUHE_DUPLICATES_KEEP || excess.scaled <= 0) {
        return review->row_count;
    }
    for (size_t later = 1; later < review->row_count; later++) {
        if (!review->rows[later].has_weight || !fuhe_decimal_equals(review->rows[later].weight, excess)) {
            continue;
        }
        for (size_t earlier = 0; earlier < later; earlier++) {
            const size_t dropped = choose_dropped(review, earlier, later);
            if (dropped < review->row_count && fuhe_rows_are_alike(review, earlier, later)) {
                return dropped;
            }
        }
    }
    return review->row_count;
}

/* --- totals ------------------------------------------------------------------------------------------------------ */

static enum fuhe_status round_total(const struct fuhe_review *review, fuhe_decimal *total) {
    return fuhe_decimal_round(*total, review->pack->total_places, review->pack->total_rounding, total);
}

enum fuhe_status fuhe_rescale(const struct fuhe_review *review, fuhe_decimal total, fuhe_decimal *rescaled) {
    fuhe_fraction exact;

    FUHE_TRY(fuhe_fraction_scale(total, review->pack->full_marks, review->totals.weight_sum, &exact));
    return fuhe_fraction_round(exact, review->pack->total_places, review->pack->total_rounding, rescaled);
}

static void add_row(struct fuhe_review *review, const struct fuhe_row *row, fuhe_decimal *counted) {
    struct fuhe_totals *totals = &review->totals;

    totals->sum_of_claims = plus(totals->sum_of_claims, row->claim.value);
    totals->as_listed = plus(totals->as_listed, row->verified);
    if (row->counted) {
        *counted = plus(*counted, row->verified);
    }
    if (row->category != FUHE_CATEGORY_NONE) {
        struct fuhe_category_result *category = &review->categories[row->category];
        category->claimed = plus(category->claimed, row->claim.value);
        category->verified = plus(category->verified, row->counted ? row->verified : FUHE_DECIMAL(0));
    }
}

/* What has no claim or no verified score holds zero there, which adds nothing. */
static enum fuhe_status sum_scores(struct fuhe_review *review, fuhe_decimal *counted) {
    const struct fuhe_execution *execution = &review->execution;
    const fuhe_decimal verified = execution->has_verified ? execution->verified : FUHE_DECIMAL(0);
    struct fuhe_totals *totals = &review->totals;

    totals->sum_of_claims = execution->claim.present ? execution->claim.value : verified;
    totals->as_listed = verified;
    *counted = verified;
    for (size_t i = 0; i < review->row_count; i++) {
        add_row(review, &review->rows[i], counted);
    }
    FUHE_TRY(round_total(review, &totals->as_listed));
    return round_total(review, counted);
}

/* Weights that close need no choice; a row that counts once explains an excess; any other excess is scaled away, for no
 * total may pass full marks; weights that fall short stay as listed, for nobody can say what the missing row earned. */
static enum fuhe_status recommend(struct fuhe_review *review, bool has_dropped, fuhe_decimal counted) {
    struct fuhe_totals *totals = &review->totals;

    totals->basis = FUHE_BASIS_AS_LISTED;
    totals->verified = counted;
    if (totals->weights_close || totals->weight_sum.scaled <= 0) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_rescale(review, totals->as_listed, &totals->rescaled));
    totals->has_rescaled = true;
    if (has_dropped) {
        totals->basis = FUHE_BASIS_COUNT_ONCE;
    } else if (fuhe_decimal_compare(totals->weight_sum, review->pack->full_marks) > 0) {
        totals->basis = FUHE_BASIS_RESCALED;
        totals->verified = totals->rescaled;
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status compute_deviation(struct fuhe_review *review) {
    struct fuhe_totals *totals = &review->totals;
    fuhe_fraction rate;

    totals->claimed = fuhe_points_read(&review->form->total_claimed);
    if (!totals->claimed.present || review->state == FUHE_REVIEW_UNSCORED) {
        return FUHE_STATUS_OK;
    }
    const fuhe_decimal deviation = minus(totals->claimed.value, totals->verified);
    totals->has_deviation = true;
    totals->deviation_points = deviation;
    FUHE_TRY(round_total(review, &totals->deviation_points));

    const bool of_claim = review->pack->deviation_base == FUHE_DEVIATION_OF_CLAIM;
    const fuhe_decimal base = of_claim ? totals->claimed.value : totals->verified;
    if (base.scaled == 0) {
        return FUHE_STATUS_OK;
    }
    totals->has_deviation_rate = true;
    FUHE_TRY(fuhe_fraction_scale(deviation, FUHE_DECIMAL(100), base, &rate));
    return fuhe_fraction_round(rate, review->pack->total_places, review->pack->total_rounding, &totals->deviation_rate);
}

static enum fuhe_review_state find_state(const struct fuhe_review *review) {
    size_t verified = 0;
    size_t rows = 0;

    for (size_t i = 0; i < review->row_count; i++) {
        verified += review->rows[i].has_verified;
        rows += !review->rows[i].is_execution;
    }
    if (verified == 0) {
        return FUHE_REVIEW_UNSCORED;
    }
    const bool complete = verified == rows && review->execution.has_verified;
    return complete ? FUHE_REVIEW_SCORED : FUHE_REVIEW_PARTIAL;
}

enum fuhe_status fuhe_total_rows(struct fuhe_review *review) {
    fuhe_decimal counted;

    sum_weights(review);
    choose_expected_weights(review);
    const size_t dropped = find_dropped(review);
    if (dropped < review->row_count) {
        review->rows[dropped].counted = false;
    }
    review->state = find_state(review);
    FUHE_TRY(sum_scores(review, &counted));
    FUHE_TRY(recommend(review, dropped < review->row_count, counted));
    return compute_deviation(review);
}

enum fuhe_status fuhe_review_exact_total(const struct fuhe_review *review, fuhe_decimal *total) {
    const struct fuhe_execution *execution = &review->execution;
    struct fuhe_fraction_sum sum = {0, 0, 0};

    if (execution->has_verified) {
        const bool computed = execution->state == FUHE_EXECUTION_SCORED;
        FUHE_TRY(fuhe_fraction_sum_add(&sum, computed ? execution->exact : fuhe_fraction_of(execution->verified)));
    }
    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        if (row->counted && row->has_verified) {
            FUHE_TRY(fuhe_fraction_sum_add(&sum, row->has_exact ? row->exact : fuhe_fraction_of(row->verified)));
        }
    }
    return fuhe_fraction_sum_round(&sum, 4, total);
}
