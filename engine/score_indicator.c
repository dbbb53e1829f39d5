/* SPDX-License-Identifier: Apache-2.0 */
/* One row: which formula the reading of its target means, and what the claim is worth beside it. What cannot be
 * computed is a judgement: the claim stands and a person must look. Formulas: docs/rule-packs.md. */
#include "engine/score.h"

enum { POINTS_MAX = 1000000 };

struct fuhe_claim fuhe_points_read(const struct fuhe_cell *cell) {
    const struct fuhe_value value = fuhe_value_read_figure(cell, 1);
    const bool usable = value.kind == FUHE_VALUE_NUMBER && value.number.scaled >= 0 &&
                        fuhe_decimal_compare(value.number, FUHE_DECIMAL(POINTS_MAX)) <= 0;

    return usable ? (struct fuhe_claim){true, value.number, value.places} : (struct fuhe_claim){0};
}

/* --- the formula ------------------------------------------------------------------------------------------------- */

/* A formula and, for those with a fraction, factor and divisor of the weight. */
struct working {
    enum fuhe_formula formula;
    fuhe_decimal factor;
    fuhe_decimal divisor;
    const struct fuhe_over_tier *over_tier;
};

static const struct working full = {.formula = FUHE_FORMULA_FULL};
static const struct working zero = {.formula = FUHE_FORMULA_ZERO};

static struct working work_over_target(const struct fuhe_pack *pack, fuhe_decimal target, fuhe_decimal actual) {
    for (size_t i = 0; i < pack->over_tier_count; i++) {
        fuhe_fraction ratio;
        const struct fuhe_over_tier *tier = &pack->over_tiers[i];
        const bool computed = fuhe_fraction_scale(actual, FUHE_DECIMAL(1), target, &ratio) == FUHE_STATUS_OK;
        if (computed && fuhe_fraction_compare_decimal(ratio, tier->ratio) >= 0) {
            if (tier->cut.scaled == 0) {
                return full; /* a tier that takes nothing off is there for people to read */
            }
            const fuhe_decimal kept = {FUHE_DECIMAL(100).scaled - tier->cut.scaled};
            return (struct working){FUHE_FORMULA_OVER_TIER, kept, FUHE_DECIMAL(100), tier};
        }
    }
    return full;
}

static struct working work_more(const struct fuhe_pack *pack, fuhe_decimal target, fuhe_decimal actual) {
    if (fuhe_decimal_compare(actual, target) >= 0) {
        return target.scaled > 0 ? work_over_target(pack, target, actual) : full;
    }
    if (actual.scaled <= 0) {
        return zero;
    }
    return (struct working){FUHE_FORMULA_PROPORTION, actual, target, NULL};
}

static struct working work_inverse(fuhe_decimal target, fuhe_decimal actual) {
    if (fuhe_decimal_compare(actual, target) <= 0) {
        return full;
    }
    return target.scaled <= 0 ? zero : (struct working){FUHE_FORMULA_INVERSE, target, actual, NULL};
}

static struct working work_less(const struct fuhe_pack *pack, fuhe_decimal target, fuhe_decimal actual) {
    if (pack->less_method == FUHE_LESS_INVERSE || fuhe_decimal_compare(actual, target) <= 0) {
        return work_inverse(target, actual);
    }
    /* The rest of 2t - a by way of the excess a - t, which is in range where 2t may not be. */
    if (target.scaled <= 0 || actual.scaled - target.scaled >= target.scaled) {
        return zero;
    }
    const fuhe_decimal rest = {target.scaled - (actual.scaled - target.scaled)};
    return (struct working){FUHE_FORMULA_LINEAR_TO_DOUBLE, rest, target, NULL};
}

static struct working work_equal(const struct fuhe_pack *pack, fuhe_decimal target, fuhe_decimal actual) {
    if (fuhe_decimal_equals(actual, target)) {
        return full;
    }
    return pack->equal_method == FUHE_EQUAL_AS_MORE ? work_more(pack, target, actual) : zero;
}

static struct working work_row(const struct fuhe_row *row, const struct fuhe_pack *pack) {
    const fuhe_decimal target = row->target.number;
    const fuhe_decimal actual = row->actual.number;

    switch (row->reading) {
    case FUHE_READING_MORE:
        return work_more(pack, target, actual);
    case FUHE_READING_LESS:
        return work_less(pack, target, actual);
    case FUHE_READING_EQUAL:
        return work_equal(pack, target, actual);
    case FUHE_READING_RANK:
        return work_inverse(target, actual);
    case FUHE_READING_ZERO:
        return actual.scaled == 0 ? full : zero;
    case FUHE_READING_WORDS_MET:
        return full;
    case FUHE_READING_WORDS_SCALE:
    case FUHE_READING_JUDGEMENT:
        break;
    }
    return (struct working){.formula = FUHE_FORMULA_NONE};
}

static enum fuhe_status compute_exact(struct fuhe_row *row, const struct working *working) {
    if (working->formula == FUHE_FORMULA_FULL || working->formula == FUHE_FORMULA_ZERO) {
        const fuhe_decimal points = working->formula == FUHE_FORMULA_FULL ? row->weight : FUHE_DECIMAL(0);
        row->exact = fuhe_fraction_of(points);
        return FUHE_STATUS_OK;
    }
    return fuhe_fraction_scale(row->weight, working->factor, working->divisor, &row->exact);
}

/* Figures too large to compute with are for a person to judge. */
static void compute_score(struct fuhe_row *row, const struct fuhe_pack *pack) {
    const struct working working = work_row(row, pack);

    if (!row->has_weight || working.formula == FUHE_FORMULA_NONE) {
        return;
    }
    if (compute_exact(row, &working) != FUHE_STATUS_OK ||
        fuhe_points_round(row->exact, row->weight, pack, &row->recomputed) != FUHE_STATUS_OK) {
        row->reading = FUHE_READING_JUDGEMENT;
        row->rule = FUHE_RULE_JUDGEMENT;
        return;
    }
    row->has_exact = true;
    row->formula = working.formula;
    row->over_tier = working.over_tier;
    if (row->over_tier != NULL) {
        row->rule = FUHE_RULE_OVER_COMPLETION;
    }
}

/* --- the claim --------------------------------------------------------------------------------------------------- */

/* No exact score: the claim stands, at most the weight, and anything up to the weight could be defended. */
static void let_claim_stand(struct fuhe_row *row) {
    row->verdict = FUHE_VERDICT_JUDGEMENT;
    row->verified = fuhe_decimal_min(row->claim.value, row->weight);
    row->has_verified = true;
    row->has_range = true;
    row->low = FUHE_DECIMAL(0);
    row->high = row->weight;
}

static enum fuhe_status band_edge(const struct fuhe_row *row, const struct fuhe_pack *pack, fuhe_decimal percent,
                                  fuhe_decimal *edge) {
    fuhe_fraction exact;

    FUHE_TRY(fuhe_fraction_scale(row->weight, percent, FUHE_DECIMAL(100), &exact));
    return fuhe_points_round(exact, row->weight, pack, edge);
}

/* Whether the claim lies above (1), on (0) or below (-1) the edge as it is before any rounding: a claim may print more
 * decimals than scores are rounded to. */
static int against_edge(const struct fuhe_row *row, fuhe_decimal percent) {
    const fuhe_int128 claim = (fuhe_int128)row->claim.value.scaled * 100 * FUHE_DECIMAL_ONE;
    const fuhe_int128 edge = (fuhe_int128)row->weight.scaled * percent.scaled;

    return (claim > edge) - (claim < edge);
}

/* Whether the claim is that edge at the claim's own decimals. Full marks are never a rounding. */
static bool is_edge_rounded(const struct fuhe_row *row, fuhe_decimal edge) {
    return fuhe_decimal_compare(row->claim.value, row->weight) < 0 &&
           fuhe_claim_rounds(row->claim.value, row->claim.places, edge);
}

/* A claim inside the band of its words stands; outside, it moves to the nearest edge. */
static enum fuhe_status judge_by_scale(const struct fuhe_indicator *indicator, const struct fuhe_pack *pack,
                                       struct fuhe_row *row) {
    const struct fuhe_scale_step *step = fuhe_scale_step_of(indicator, pack);
    const fuhe_decimal claim = row->claim.value;

    let_claim_stand(row);
    FUHE_TRY(band_edge(row, pack, step->low, &row->low));
    FUHE_TRY(band_edge(row, pack, step->high, &row->high));
    if (is_edge_rounded(row, row->low) || is_edge_rounded(row, row->high)) {
        return FUHE_STATUS_OK;
    }
    if (fuhe_decimal_compare(claim, row->high) > 0 && against_edge(row, step->high) > 0) {
        row->verdict = FUHE_VERDICT_OVERSTATED;
        row->recomputed = row->high;
        row->verified = row->high;
    } else if (fuhe_decimal_compare(claim, row->low) < 0 && against_edge(row, step->low) < 0) {
        row->verdict = FUHE_VERDICT_UNDERSTATED;
        row->recomputed = row->low;
        row->verified = pack->raise ? row->low : claim;
    }
    return FUHE_STATUS_OK;
}

/* By how much the score of a row is open whose target or result was rounded to six places: each by half a unit of the
 * last, which a score that falls from a result of twice the target to none takes twice. */
static fuhe_decimal open_points(const struct fuhe_row *row) {
    const fuhe_decimal least = fuhe_decimal_min(row->target.number, row->actual.number);

    if ((row->target.rest == 0 && row->actual.rest == 0) || least.scaled <= 0) {
        return FUHE_DECIMAL(0);
    }
    return (fuhe_decimal){2 * row->weight.scaled / least.scaled + 1};
}

static enum fuhe_status judge_claim(const struct fuhe_indicator *indicator, const struct fuhe_pack *pack,
                                    struct fuhe_row *row) {
    struct fuhe_judged judged;

    if (!row->has_weight || !row->claim.present) {
        row->verdict = FUHE_VERDICT_UNSCORED;
        return FUHE_STATUS_OK;
    }
    if (row->reading == FUHE_READING_WORDS_SCALE) {
        return judge_by_scale(indicator, pack, row);
    }
    if (!row->has_exact) {
        let_claim_stand(row);
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_claim_judge_open(&row->claim, row->exact, open_points(row), row->weight, pack, &judged));
    row->verdict = judged.verdict;
    row->verified = judged.verified;
    row->has_verified = true;
    return FUHE_STATUS_OK;
}

void fuhe_read_cells(const struct fuhe_indicator *indicator, struct fuhe_row *row) {
    const struct fuhe_claim weight = fuhe_points_read(&indicator->weight);

    row->has_weight = weight.present;
    row->weight = weight.value;
    row->claim = fuhe_points_read(&indicator->score);
    row->target = fuhe_value_read_target(fuhe_target_cell(indicator), &indicator->relation, &indicator->unit);
    row->actual = fuhe_value_read(&indicator->actual);
    row->unit_is_lent = fuhe_value_adopt_unit(&row->actual, &row->target);
}

enum fuhe_status fuhe_score_row(const struct fuhe_indicator *indicator, const struct fuhe_pack *pack,
                                struct fuhe_row *row) {
    row->counted = true;
    fuhe_read_row(indicator, pack, row);
    compute_score(row, pack);
    return judge_claim(indicator, pack, row);
}

enum fuhe_status fuhe_score_indicator(const struct fuhe_indicator *indicator, const struct fuhe_pack *pack,
                                      struct fuhe_row *row) {
    fuhe_read_cells(indicator, row);
    return fuhe_score_row(indicator, pack, row);
}
