/* SPDX-License-Identifier: Apache-2.0 */
/* Counts signs row by row; departments are sums of their forms, so that a form of two rows does not weigh as much as
 * one of sixty. Everything is a fraction until it is shown. */
#include "stats/gauge.h"

#include "engine/fraction.h"

/* Weights beyond this are slips of the pen and count as much. */
enum { WEIGHT_MOST = 100, HUNDREDTH = FUHE_DECIMAL_ONE / 100 };

const char *fuhe_ease_name(enum fuhe_ease ease) {
    static const char *const names[] = {[FUHE_EASE_FULL_MARKS] = "full-marks",
                                        [FUHE_EASE_TARGET_EQUAL] = "target-equal",
                                        [FUHE_EASE_WORDS] = "words",
                                        [FUHE_EASE_OVER_BUDGET] = "over-budget",
                                        [FUHE_EASE_ROUND_CLAIM] = "round-claims",
                                        [FUHE_EASE_STALE_YEAR] = "stale-year"};

    return names[ease];
}

static void count(struct fuhe_gauge *gauge, enum fuhe_ease ease, bool shows) {
    gauge->signs[ease].part += shows;
    gauge->signs[ease].whole++;
}

static bool is_whole(fuhe_decimal value) {
    return value.scaled % FUHE_DECIMAL_ONE == 0;
}

static bool is_words(enum fuhe_reading reading) {
    return reading == FUHE_READING_WORDS_MET || reading == FUHE_READING_WORDS_SCALE ||
           reading == FUHE_READING_JUDGEMENT;
}

/* A target that no result can be better than says nothing of how much was asked for: all of it, or none at all. */
static bool is_at_its_end(const struct fuhe_value *target) {
    const bool asks_for_more = target->relation == FUHE_RELATION_AT_LEAST;
    const bool asks_for_less = target->relation == FUHE_RELATION_AT_MOST;

    if (target->relation == FUHE_RELATION_ABOVE || target->relation == FUHE_RELATION_BELOW) {
        return false;
    }
    return (target->number.scaled == 0 && !asks_for_more) ||
           (target->unit_kind == FUHE_UNIT_PERCENT && !asks_for_less &&
            fuhe_decimal_equals(target->number, FUHE_DECIMAL(100)));
}

static void add_row(struct fuhe_gauge *gauge, const struct fuhe_row *row) {
    const fuhe_decimal weight = fuhe_decimal_min(row->weight, FUHE_DECIMAL(WEIGHT_MOST));

    if (row->has_weight && row->claim.present && row->weight.scaled > 0) {
        count(gauge, FUHE_EASE_FULL_MARKS, row->claim.value.scaled >= row->weight.scaled);
    }
    if (row->target.kind == FUHE_VALUE_NUMBER && row->actual.kind == FUHE_VALUE_NUMBER &&
        fuhe_value_comparable(&row->target, &row->actual) && !is_at_its_end(&row->target)) {
        count(gauge, FUHE_EASE_TARGET_EQUAL, fuhe_decimal_equals(row->target.number, row->actual.number));
    }
    if (row->has_weight && row->weight.scaled > 0) {
        const uint64_t points = (uint64_t)(weight.scaled / HUNDREDTH);
        gauge->signs[FUHE_EASE_WORDS].part += is_words(row->reading) ? points : 0;
        gauge->signs[FUHE_EASE_WORDS].whole += points;
    }
    if (row->has_exact && row->claim.present && !is_whole(row->recomputed)) {
        count(gauge, FUHE_EASE_ROUND_CLAIM, is_whole(row->claim.value));
    }
}

/* A check has looked into these: rounding, prices among costs, years that tell a story. */
static void add_findings(struct fuhe_gauge *gauge, const struct fuhe_review *review) {
    const bool has_costs = review->categories[FUHE_CATEGORY_COST].present && review->execution.has_money;
    bool over_budget = false;

    for (size_t i = 0; i < review->findings.count; i++) {
        const struct fuhe_finding *finding = &review->findings.items[i];
        gauge->signs[FUHE_EASE_STALE_YEAR].part += finding->code == FUHE_CODE_STALE_YEAR;
        over_budget = over_budget || (finding->code == FUHE_CODE_COST_TARGET_SUM && !finding->is_rounding &&
                                      finding->difference.present && finding->difference.value.scaled > 0);
    }
    gauge->signs[FUHE_EASE_STALE_YEAR].whole = review->row_count;
    if (has_costs) {
        count(gauge, FUHE_EASE_OVER_BUDGET, over_budget);
    }
}

struct fuhe_gauge fuhe_gauge_of(const struct fuhe_review *review) {
    struct fuhe_gauge gauge = {.forms = 1};

    for (size_t i = 0; i < review->row_count; i++) {
        if (!review->rows[i].is_execution) {
            add_row(&gauge, &review->rows[i]);
        }
    }
    add_findings(&gauge, review);
    return gauge;
}

void fuhe_gauge_add(struct fuhe_gauge *sum, const struct fuhe_gauge *added) {
    sum->forms += added->forms;
    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        sum->signs[i].part += added->signs[i].part;
        sum->signs[i].whole += added->signs[i].whole;
    }
}

static bool can_show(const struct fuhe_gauge *gauge, enum fuhe_ease ease) {
    return gauge->signs[ease].whole >= (ease == FUHE_EASE_ROUND_CLAIM ? FUHE_GAUGE_ROUND_MIN : 1);
}

/* The percentage of a sign, over a number of signs. */
static fuhe_fraction percent_of(const struct fuhe_gauge *gauge, size_t sign, size_t signs) {
    return (fuhe_fraction){(fuhe_int128)gauge->signs[sign].part * 100,
                           (fuhe_int128)gauge->signs[sign].whole * (int64_t)signs};
}

struct fuhe_figure fuhe_gauge_share(const struct fuhe_gauge *gauge, enum fuhe_ease ease) {
    const fuhe_fraction share = percent_of(gauge, ease, 1);
    struct fuhe_figure figure = {.present = can_show(gauge, ease)};

    figure.present =
        figure.present && fuhe_fraction_round(share, 1, FUHE_ROUND_HALF_UP, &figure.value) == FUHE_STATUS_OK;
    return figure;
}

struct fuhe_figure fuhe_gauge_index(const struct fuhe_gauge *gauge) {
    struct fuhe_figure index = {.present = false};
    struct fuhe_fraction_sum sum = {0};
    size_t shown = 0;

    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        shown += can_show(gauge, (enum fuhe_ease)i);
    }
    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        if (can_show(gauge, (enum fuhe_ease)i) &&
            fuhe_fraction_sum_add(&sum, percent_of(gauge, i, shown)) != FUHE_STATUS_OK) {
            return index;
        }
    }
    index.present = shown >= FUHE_GAUGE_SIGNS_MIN && fuhe_fraction_sum_round(&sum, 1, &index.value) == FUHE_STATUS_OK;
    return index;
}
