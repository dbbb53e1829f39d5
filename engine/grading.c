/* SPDX-License-Identifier: Apache-2.0 */
/* The grade of the verified total, how far the next grades are, and whether every defensible reading gives the same
 * one: weights as listed, rescaled or counted once; each figure rounded half-up or cut; each judgement at both ends. */
#include "engine/score.h"

/* How low and how high something can defensibly be. */
struct span {
    fuhe_decimal low;
    fuhe_decimal high;
};

static struct span span_add(struct span a, struct span b) {
    return (struct span){{a.low.scaled + b.low.scaled}, {a.high.scaled + b.high.scaled}};
}

static struct span span_cover(struct span a, struct span b) {
    return (struct span){fuhe_decimal_min(a.low, b.low), fuhe_decimal_max(a.high, b.high)};
}

static struct span span_at(fuhe_decimal value) {
    return (struct span){value, value};
}

/* --- one row ----------------------------------------------------------------------------------------------------- */

/* The verified score beside the exact one rounded half-up, at most to the weight, and cut. */
static struct span span_of_exact(const struct fuhe_pack *pack, fuhe_decimal weight, fuhe_fraction exact,
                                 fuhe_decimal verified) {
    struct span span = span_at(verified);
    fuhe_decimal rounded;

    if (fuhe_fraction_round(exact, pack->item_places, FUHE_ROUND_HALF_UP, &rounded) == FUHE_STATUS_OK) {
        span = span_cover(span, span_at(fuhe_decimal_min(rounded, weight)));
    }
    if (fuhe_fraction_round(exact, pack->item_places, FUHE_ROUND_TRUNCATE, &rounded) == FUHE_STATUS_OK) {
        span = span_cover(span, span_at(rounded));
    }
    return span;
}

static struct span span_of_row(const struct fuhe_pack *pack, const struct fuhe_row *row) {
    if (!row->has_verified) {
        return (struct span){FUHE_DECIMAL(0), row->has_weight ? row->weight : FUHE_DECIMAL(0)};
    }
    if (row->has_range) {
        return span_cover((struct span){row->low, row->high}, span_at(row->verified));
    }
    if (row->formula == FUHE_FORMULA_FULL || row->formula == FUHE_FORMULA_ZERO) {
        return span_at(row->verified);
    }
    return span_of_exact(pack, row->weight, row->exact, row->verified);
}

static struct span span_of_execution(const struct fuhe_pack *pack, const struct fuhe_execution *execution) {
    if (execution->state != FUHE_EXECUTION_SCORED) {
        return (struct span){FUHE_DECIMAL(0), pack->execution.weight};
    }
    return span_of_exact(pack, pack->execution.weight, execution->exact, execution->verified);
}

/* --- the whole form ---------------------------------------------------------------------------------------------- */

/* Totals of the rows as listed, and of those that count. */
struct spans {
    struct span listed;
    struct span counted;
};

static struct spans sum_spans(const struct fuhe_review *review) {
    const struct span execution = span_of_execution(review->pack, &review->execution);
    struct spans sums = {execution, execution};

    for (size_t i = 0; i < review->row_count; i++) {
        const struct span row = span_of_row(review->pack, &review->rows[i]);
        sums.listed = span_add(sums.listed, row);
        if (review->rows[i].counted) {
            sums.counted = span_add(sums.counted, row);
        }
    }
    return sums;
}

/* A bound is a total: rounded like one, and never past full marks. */
static enum fuhe_status bound_total(const struct fuhe_pack *pack, fuhe_decimal *bound) {
    FUHE_TRY(fuhe_decimal_round(*bound, pack->total_places, pack->total_rounding, bound));
    *bound = fuhe_decimal_min(*bound, pack->full_marks);
    return FUHE_STATUS_OK;
}

static enum fuhe_status cover_all_readings(const struct fuhe_review *review, struct span *all) {
    const struct spans sums = sum_spans(review);
    struct span rescaled;

    *all = sums.counted;
    if (review->totals.has_rescaled) {
        FUHE_TRY(fuhe_rescale(review, sums.listed.low, &rescaled.low));
        FUHE_TRY(fuhe_rescale(review, sums.listed.high, &rescaled.high));
        *all = span_cover(span_cover(*all, sums.listed), rescaled);
    }
    FUHE_TRY(bound_total(review->pack, &all->low));
    return bound_total(review->pack, &all->high);
}

/* Whether the grade changes when the recommended total moves from one end of `part` to the other, all else staying. */
static bool decides(const struct fuhe_review *review, fuhe_decimal part_verified, struct span part) {
    const fuhe_decimal rest = {review->totals.verified.scaled - part_verified.scaled};
    const struct span total = span_add(span_at(rest), part);

    return fuhe_pack_find_grade(review->pack, total.low) != fuhe_pack_find_grade(review->pack, total.high);
}

static int64_t width(struct span span) {
    return span.high.scaled - span.low.scaled;
}

/* The counted row with the widest span among those that decide alone; when none does, the widest of all. */
static size_t find_deciding_row(const struct fuhe_review *review, bool *alone) {
    size_t best = review->row_count;
    int64_t best_width = 0;

    *alone = false;
    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        if (!row->counted) {
            continue;
        }
        const struct span span = span_of_row(review->pack, row);
        const bool row_decides = decides(review, row->verified, span);
        const bool is_better = row_decides == *alone ? width(span) > best_width : row_decides;
        if (is_better) {
            best = i;
            best_width = width(span);
            *alone = row_decides;
        }
    }
    return best;
}

static bool weights_decide(const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;
    const size_t grade = review->grading.grade;

    return totals->has_rescaled && (fuhe_pack_find_grade(review->pack, totals->as_listed) != grade ||
                                    fuhe_pack_find_grade(review->pack, totals->rescaled) != grade);
}

/* Names what makes the grade fragile: a single row first, for that can be looked at. */
static void find_decider(struct fuhe_review *review) {
    const struct fuhe_execution *execution = &review->execution;
    bool alone;

    review->grading.deciding_row = find_deciding_row(review, &alone);
    if (alone) {
        review->grading.decider = FUHE_DECIDER_ROW;
    } else if (decides(review, execution->verified, span_of_execution(review->pack, execution))) {
        review->grading.decider = FUHE_DECIDER_EXECUTION;
    } else if (weights_decide(review) || review->grading.deciding_row == review->row_count) {
        review->grading.decider = FUHE_DECIDER_WEIGHTS;
    } else {
        review->grading.decider = FUHE_DECIDER_ROW;
    }
}

static void find_margins(struct fuhe_review *review) {
    struct fuhe_grading *grading = &review->grading;
    const struct fuhe_grade *grades = review->pack->grades;
    const int64_t total = review->totals.verified.scaled;

    grading->has_margin_up = grading->grade > 0;
    if (grading->has_margin_up) {
        grading->margin_up.scaled = grades[grading->grade - 1].from.scaled - total;
    }
    grading->has_margin_down = grading->grade + 1 < review->pack->grade_count;
    if (grading->has_margin_down) {
        grading->margin_down.scaled = total - grades[grading->grade].from.scaled;
    }
}

enum fuhe_status fuhe_grade_total(struct fuhe_review *review) {
    struct fuhe_grading *grading = &review->grading;
    struct span all;

    grading->firmness = FUHE_UNDECIDABLE;
    if (review->state == FUHE_REVIEW_UNSCORED) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(cover_all_readings(review, &all));
    grading->has_grade = true;
    grading->grade = fuhe_pack_find_grade(review->pack, review->totals.verified);
    grading->lowest = all.low;
    grading->highest = all.high;
    find_margins(review);

    const bool is_firm = fuhe_pack_find_grade(review->pack, all.low) == grading->grade &&
                         fuhe_pack_find_grade(review->pack, all.high) == grading->grade;
    grading->firmness = is_firm ? FUHE_FIRM : FUHE_FRAGILE;
    if (!is_firm) {
        find_decider(review);
    }
    return FUHE_STATUS_OK;
}
