/* SPDX-License-Identifier: Apache-2.0 */
/* Lists every slip that is possible on a form: the common ones of all rows first, then the far-fetched, so that a limit
 * on their number costs far-fetched ones only. Then drops those that an other, likelier slip of the same row equals. */
#include "engine/reconcile_slips.h"

#include <stdlib.h>

#include "engine/review.h"

enum { OPTIONS_MAX = 8192 };

/* The collection in the making; row and claim are those of the row at hand. */
struct collector {
    const struct fuhe_review *review;
    struct fuhe_arena *arena;
    struct fuhe_options *options;
    size_t capacity;
    size_t row;
    fuhe_fraction exact; /* the score that a far-fetched slip starts from */
    fuhe_decimal *weights;
    size_t weight_count; /* distinct ones */
};

struct change {
    enum fuhe_slip_kind kind;
    size_t owner;
    fuhe_decimal from;
    fuhe_decimal to;
    fuhe_decimal weight_change;
};

static const fuhe_decimal nothing = {0};

/* Figures beyond any points that a form can have are left alone. */
static bool in_range(int64_t points) {
    return points >= -FUHE_EFFECT_MAX && points <= FUHE_EFFECT_MAX;
}

static enum fuhe_status propose(struct collector *collector, struct change change) {
    struct fuhe_options *options = collector->options;
    fuhe_decimal effect;

    if (fuhe_decimal_subtract(change.to, change.from, &effect) != FUHE_STATUS_OK || effect.scaled == 0 ||
        !in_range(effect.scaled) || !in_range(change.weight_change.scaled)) {
        return FUHE_STATUS_OK;
    }
    if (options->count == OPTIONS_MAX) {
        options->cut = true;
        return FUHE_STATUS_OK;
    }
    void *items = options->items;
    FUHE_TRY(fuhe_arena_grow(collector->arena, &items, options->count, &collector->capacity, sizeof *options->items));
    options->items = items;
    options->items[options->count++] = (struct fuhe_option){
        .slip = {change.kind, collector->row, change.from, change.to},
        .effect = effect.scaled,
        .weight_change = change.weight_change.scaled,
        .owner = (uint32_t)change.owner,
        .duplicate = change.kind == FUHE_SLIP_ROW_LEFT_OUT && !collector->review->rows[collector->row].counted,
    };
    return FUHE_STATUS_OK;
}

/* A slip that brings the row at hand from its claim to other points. */
static enum fuhe_status propose_points(struct collector *collector, enum fuhe_slip_kind kind, fuhe_decimal to) {
    const fuhe_decimal claim = collector->review->rows[collector->row].claim.value;

    return propose(collector, (struct change){kind, collector->row, claim, to, nothing});
}

/* Common slips. */

static enum fuhe_status collect_row_common(struct collector *collector, const struct fuhe_row *row) {
    const fuhe_decimal claim = row->claim.value;
    fuhe_decimal negative;
    fuhe_decimal twice;

    if (row->has_exact) {
        FUHE_TRY(propose_points(collector, FUHE_SLIP_ROW_RECOMPUTED, row->recomputed));
    }
    if (fuhe_decimal_multiply_whole(row->weight, -1, &negative) == FUHE_STATUS_OK) {
        FUHE_TRY(propose(collector, (struct change){FUHE_SLIP_ROW_LEFT_OUT, collector->row, claim, nothing, negative}));
    }
    if (fuhe_decimal_multiply_whole(claim, 2, &twice) == FUHE_STATUS_OK) {
        FUHE_TRY(propose(collector, (struct change){FUHE_SLIP_ROW_TWICE, collector->row, claim, twice, row->weight}));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status collect_execution(struct collector *collector) {
    const struct fuhe_execution *execution = &collector->review->execution;
    const struct fuhe_execution_rule *rule = &collector->review->pack->execution;
    const size_t owner = collector->review->row_count;
    const fuhe_decimal points = execution->claim.present ? execution->claim.value : execution->verified;
    fuhe_decimal negative;

    if (!execution->claim.present && !execution->has_verified) {
        return FUHE_STATUS_OK;
    }
    if (fuhe_decimal_multiply_whole(rule->weight, -1, &negative) == FUHE_STATUS_OK) {
        FUHE_TRY(propose(collector, (struct change){FUHE_SLIP_EXECUTION_LEFT_OUT, owner, points, nothing, negative}));
    }
    if (rule->method == FUHE_EXECUTION_LINEAR) {
        const fuhe_decimal computed = execution->state == FUHE_EXECUTION_SCORED ? execution->recomputed : points;
        return propose(collector, (struct change){FUHE_SLIP_EXECUTION_BAND, owner, points, computed, nothing});
    }
    for (size_t i = 0; i < rule->band_count; i++) {
        if (rule->bands[i].score.scaled != 0) {
            FUHE_TRY(propose(collector,
                             (struct change){FUHE_SLIP_EXECUTION_BAND, owner, points, rule->bands[i].score, nothing}));
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status collect_missing_row(struct collector *collector) {
    const struct fuhe_review *review = collector->review;
    fuhe_decimal shortage;

    if (fuhe_decimal_subtract(review->pack->full_marks, review->totals.weight_sum, &shortage) != FUHE_STATUS_OK ||
        shortage.scaled <= 0) {
        return FUHE_STATUS_OK;
    }
    return propose(collector, (struct change){FUHE_SLIP_ROW_MISSING_FROM_FORM, review->row_count + 1, nothing, shortage,
                                              shortage});
}

/* Far-fetched slips. */

static enum fuhe_status collect_fewer_places(struct collector *collector, enum fuhe_slip_kind kind,
                                             enum fuhe_rounding rounding) {
    for (unsigned places = 0; places <= 1; places++) {
        fuhe_decimal points;
        if (fuhe_fraction_round(collector->exact, places, rounding, &points) == FUHE_STATUS_OK) {
            FUHE_TRY(propose_points(collector, kind, points));
        }
    }
    return FUHE_STATUS_OK;
}

static int64_t power_of_ten(unsigned exponent) {
    int64_t power = 1;

    while (exponent-- > 0) {
        power *= 10;
    }
    return power;
}

/* Neighbouring digits p and q (to its right, worth `worth` each unit) changed over add 9 * worth * (q - p). */
static enum fuhe_status collect_swapped_digits(struct collector *collector, const struct fuhe_claim *claim) {
    const unsigned places = claim->places < FUHE_DECIMAL_PLACES ? claim->places : FUHE_DECIMAL_PLACES;
    const int64_t scaled = claim->value.scaled;
    int64_t worth = power_of_ten(FUHE_DECIMAL_PLACES - places);

    for (; in_range(scaled) && (scaled / worth / 10 != 0 || worth < FUHE_DECIMAL_ONE / 10); worth *= 10) {
        const int64_t right = scaled / worth % 10;
        const int64_t left = scaled / worth / 10 % 10;
        if (worth == FUHE_DECIMAL_ONE / 10) {
            continue; /* the point stands between them */
        }
        const fuhe_decimal swapped = {scaled + 9 * worth * (right - left)};
        FUHE_TRY(propose_points(collector, FUHE_SLIP_DIGITS_SWAPPED, swapped));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status collect_other_weights(struct collector *collector, fuhe_decimal weight) {
    const struct fuhe_pack *pack = collector->review->pack;
    const fuhe_fraction exact = fuhe_fraction_reduce(collector->exact);
    fuhe_fraction scaled;

    if (weight.scaled <= 0 || __builtin_mul_overflow(exact.denominator, weight.scaled, &scaled.denominator)) {
        return FUHE_STATUS_OK;
    }
    for (size_t i = 0; i < collector->weight_count; i++) {
        const fuhe_decimal other = collector->weights[i];
        fuhe_decimal points;
        if (other.scaled != weight.scaled &&
            !__builtin_mul_overflow(exact.numerator, other.scaled, &scaled.numerator) &&
            fuhe_fraction_round(scaled, pack->item_places, pack->item_rounding, &points) == FUHE_STATUS_OK) {
            FUHE_TRY(propose_points(collector, FUHE_SLIP_OTHER_WEIGHT, points));
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status collect_row_far_fetched(struct collector *collector, const struct fuhe_row *row) {
    collector->exact = row->has_exact ? row->exact : fuhe_fraction_of(row->claim.value);
    FUHE_TRY(collect_fewer_places(collector, FUHE_SLIP_ROW_ROUNDED, FUHE_ROUND_HALF_UP));
    FUHE_TRY(collect_fewer_places(collector, FUHE_SLIP_ROW_CUT, FUHE_ROUND_TRUNCATE));
    FUHE_TRY(collect_swapped_digits(collector, &row->claim));
    if (!row->has_weight) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(collect_other_weights(collector, row->weight));
    return propose_points(collector, FUHE_SLIP_FULL_MARKS, row->weight);
}

static enum fuhe_status collect_rows(struct collector *collector,
                                     enum fuhe_status (*collect)(struct collector *, const struct fuhe_row *)) {
    for (size_t i = 0; i < collector->review->row_count; i++) {
        const struct fuhe_row *row = &collector->review->rows[i];
        if (row->claim.present) {
            collector->row = i;
            FUHE_TRY(collect(collector, row));
        }
    }
    collector->row = 0;
    return FUHE_STATUS_OK;
}

/* Order and duplicates. */

static int compare(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

static int by_points(const void *left, const void *right) {
    return compare(((const fuhe_decimal *)left)->scaled, ((const fuhe_decimal *)right)->scaled);
}

static int by_effect(const void *left, const void *right) {
    const struct fuhe_option *a = left;
    const struct fuhe_option *b = right;

    if (a->owner != b->owner) {
        return compare(a->owner, b->owner);
    }
    return a->effect != b->effect ? compare(a->effect, b->effect) : compare(a->slip.kind, b->slip.kind);
}

static int by_likelihood(const void *left, const void *right) {
    const struct fuhe_option *a = left;
    const struct fuhe_option *b = right;

    if (a->slip.kind != b->slip.kind) {
        return compare(a->slip.kind, b->slip.kind);
    }
    return a->owner != b->owner ? compare(a->owner, b->owner) : compare(a->effect, b->effect);
}

static enum fuhe_status collect_weights(struct collector *collector) {
    const struct fuhe_review *review = collector->review;
    size_t count = 0;

    collector->weights = fuhe_arena_allocate(collector->arena, review->row_count + 1, sizeof *collector->weights);
    if (collector->weights == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < review->row_count; i++) {
        if (review->rows[i].has_weight && review->rows[i].weight.scaled > 0) {
            collector->weights[count++] = review->rows[i].weight;
        }
    }
    qsort(collector->weights, count, sizeof *collector->weights, by_points);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || collector->weights[i].scaled != collector->weights[i - 1].scaled) {
            collector->weights[collector->weight_count++] = collector->weights[i];
        }
    }
    return FUHE_STATUS_OK;
}

/* Leaves one option for each owner and effect, and puts the rest in order. */
static void settle(struct fuhe_options *options) {
    struct fuhe_option *items = options->items;
    size_t kept = 0;

    if (options->count == 0) {
        return;
    }
    qsort(items, options->count, sizeof *items, by_effect);
    for (size_t i = 0; i < options->count; i++) {
        if (kept == 0 || items[i].owner != items[kept - 1].owner || items[i].effect != items[kept - 1].effect) {
            items[kept++] = items[i];
        }
    }
    options->count = kept;
    qsort(items, kept, sizeof *items, by_likelihood);
}

enum fuhe_status fuhe_options_collect(const struct fuhe_review *review, bool far_fetched, struct fuhe_arena *arena,
                                      struct fuhe_options *options) {
    struct collector collector = {.review = review, .arena = arena, .options = options};

    *options = (struct fuhe_options){.owner_count = review->row_count + 2};
    FUHE_TRY(collect_missing_row(&collector));
    FUHE_TRY(collect_execution(&collector));
    FUHE_TRY(collect_rows(&collector, collect_row_common));
    if (far_fetched) {
        FUHE_TRY(collect_weights(&collector));
        FUHE_TRY(collect_rows(&collector, collect_row_far_fetched));
    }
    settle(options);
    return FUHE_STATUS_OK;
}
