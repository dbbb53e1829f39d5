/* SPDX-License-Identifier: Apache-2.0 */
/* Judges a claimed score against the exact one. The claim is compared at the precision that it prints: 9.4 for 9.4138
 * is an honest rounding, not a slip; only what no rounding explains is over- or understated. */
#include "engine/claim.h"

#include "engine/value.h"

static const char *const verdict_names[] = {
    [FUHE_VERDICT_EXACT] = "exact",
    [FUHE_VERDICT_ROUNDED] = "rounded",
    [FUHE_VERDICT_TRUNCATED] = "truncated",
    [FUHE_VERDICT_OVERSTATED] = "overstated",
    [FUHE_VERDICT_UNDERSTATED] = "understated",
    [FUHE_VERDICT_JUDGEMENT] = "judgement",
    [FUHE_VERDICT_UNSCORED] = "unscored",
};

const char *fuhe_verdict_name(enum fuhe_verdict verdict) {
    return verdict_names[verdict];
}

/* The places to compare at: a figure may print more zeros than a decimal has places. */
static unsigned comparable_places(unsigned printed) {
    return printed < FUHE_DECIMAL_PLACES ? printed : FUHE_DECIMAL_PLACES;
}

/* Whether the claim takes more than the row can give, or all of it for a target that is not met: no rounding excuses
 * that. */
static bool overreaches(fuhe_decimal claim, fuhe_fraction exact, fuhe_decimal weight) {
    const int against_weight = fuhe_decimal_compare(claim, weight);
    return against_weight > 0 || (against_weight == 0 && fuhe_fraction_compare_decimal(exact, weight) < 0);
}

/* Whether the claim is the exact score within what six places cannot hold, of the claim or of the figures behind the
 * score. */
static bool is_within(const struct fuhe_claim *claim, fuhe_decimal open, fuhe_decimal exact) {
    const int64_t difference = claim->value.scaled - exact.scaled;
    const int64_t allowed = fuhe_half_step(claim->places).scaled + open.scaled;

    return (claim->places > FUHE_DECIMAL_PLACES || open.scaled > 0) && difference <= allowed && -difference <= allowed;
}

static enum fuhe_status compare_as_printed(const struct fuhe_claim *claim, fuhe_fraction exact, fuhe_decimal open,
                                           enum fuhe_verdict *verdict) {
    const unsigned places = comparable_places(claim->places);
    fuhe_decimal rounded;
    fuhe_decimal cut;
    fuhe_decimal finest;

    FUHE_TRY(fuhe_fraction_round(exact, FUHE_DECIMAL_PLACES, FUHE_ROUND_HALF_UP, &finest));
    FUHE_TRY(fuhe_fraction_round(exact, places, FUHE_ROUND_HALF_UP, &rounded));
    FUHE_TRY(fuhe_fraction_round(exact, places, FUHE_ROUND_TRUNCATE, &cut));
    if (fuhe_decimal_equals(claim->value, rounded) || is_within(claim, open, finest)) {
        *verdict = FUHE_VERDICT_ROUNDED;
    } else if (fuhe_decimal_equals(claim->value, cut)) {
        *verdict = FUHE_VERDICT_TRUNCATED;
    } else {
        const bool more = fuhe_fraction_compare_decimal(exact, claim->value) < 0;
        *verdict = more ? FUHE_VERDICT_OVERSTATED : FUHE_VERDICT_UNDERSTATED;
    }
    return FUHE_STATUS_OK;
}

static bool accepts(const struct fuhe_pack *pack, enum fuhe_verdict verdict) {
    switch (verdict) {
    case FUHE_VERDICT_EXACT:
        return true;
    case FUHE_VERDICT_ROUNDED:
        return pack->accept != FUHE_ACCEPT_EXACT;
    case FUHE_VERDICT_TRUNCATED:
        return pack->accept == FUHE_ACCEPT_TRUNCATED;
    case FUHE_VERDICT_OVERSTATED:
    case FUHE_VERDICT_UNDERSTATED:
    case FUHE_VERDICT_JUDGEMENT:
    case FUHE_VERDICT_UNSCORED:
        break;
    }
    return false;
}

enum fuhe_status fuhe_points_round(fuhe_fraction exact, fuhe_decimal weight, const struct fuhe_pack *pack,
                                   fuhe_decimal *points) {
    fuhe_decimal rounded;

    FUHE_TRY(fuhe_fraction_round(exact, pack->item_places, pack->item_rounding, &rounded));
    *points = fuhe_decimal_min(rounded, weight);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_claim_judge(const struct fuhe_claim *claim, fuhe_fraction exact, fuhe_decimal weight,
                                  const struct fuhe_pack *pack, struct fuhe_judged *judged) {
    return fuhe_claim_judge_open(claim, exact, FUHE_DECIMAL(0), weight, pack, judged);
}

enum fuhe_status fuhe_claim_judge_open(const struct fuhe_claim *claim, fuhe_fraction exact, fuhe_decimal open,
                                       fuhe_decimal weight, const struct fuhe_pack *pack, struct fuhe_judged *judged) {
    enum fuhe_verdict verdict = FUHE_VERDICT_EXACT;
    fuhe_decimal recomputed;

    FUHE_TRY(fuhe_points_round(exact, weight, pack, &recomputed));
    if (!fuhe_decimal_equals(claim->value, recomputed)) {
        if (overreaches(claim->value, exact, weight)) {
            verdict = FUHE_VERDICT_OVERSTATED;
        } else {
            FUHE_TRY(compare_as_printed(claim, exact, open, &verdict));
        }
    }
    const bool kept_low = !pack->raise && fuhe_decimal_compare(claim->value, recomputed) < 0;
    judged->verdict = verdict;
    judged->recomputed = recomputed;
    judged->verified = kept_low || accepts(pack, verdict) ? claim->value : recomputed;
    return FUHE_STATUS_OK;
}

bool fuhe_claim_rounds(fuhe_decimal printed, unsigned places, fuhe_decimal value) {
    fuhe_decimal rounded;

    return fuhe_decimal_round(value, comparable_places(places), FUHE_ROUND_HALF_UP, &rounded) == FUHE_STATUS_OK &&
           fuhe_decimal_equals(printed, rounded);
}
