/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_CLAIM_H
#define FUHE_ENGINE_CLAIM_H

#include "engine/fraction.h"
#include "engine/pack.h"

/* A claim is compared at its own printed precision, so that an honest rounding is never called a slip. */

enum fuhe_verdict {
    FUHE_VERDICT_EXACT,     /* the claim is the exact score at the pack's places */
    FUHE_VERDICT_ROUNDED,   /* … rounded half-up to the decimals that the claim prints */
    FUHE_VERDICT_TRUNCATED, /* … cut to the decimals that the claim prints */
    FUHE_VERDICT_OVERSTATED,
    FUHE_VERDICT_UNDERSTATED,
    FUHE_VERDICT_JUDGEMENT, /* no exact score can be computed; the claim stands, at most the weight */
    FUHE_VERDICT_UNSCORED   /* no claim or no weight */
};

const char *fuhe_verdict_name(enum fuhe_verdict verdict); /* "exact" */

/* A printed figure of points: value, and how many decimals it shows, of which value holds six. */
struct fuhe_claim {
    bool present;
    fuhe_decimal value;
    unsigned places;
};

/* The exact score at the pack's places, but never more than the weight, which may print more places than that. */
FUHE_MUST_USE enum fuhe_status fuhe_points_round(fuhe_fraction exact, fuhe_decimal weight, const struct fuhe_pack *pack,
                                                 fuhe_decimal *points);

struct fuhe_judged {
    enum fuhe_verdict verdict;
    fuhe_decimal recomputed; /* the exact score at the pack's places, at most the weight */
    fuhe_decimal verified;
};

/* Judges a claim against the exact score of a row of the given weight. claim->present must be true. */
FUHE_MUST_USE enum fuhe_status fuhe_claim_judge(const struct fuhe_claim *claim, fuhe_fraction exact,
                                                fuhe_decimal weight, const struct fuhe_pack *pack,
                                                struct fuhe_judged *judged);

/* The same where figures behind the exact score were rounded to six places, which leaves it open by `open` points
 * either way. */
FUHE_MUST_USE enum fuhe_status fuhe_claim_judge_open(const struct fuhe_claim *claim, fuhe_fraction exact,
                                                     fuhe_decimal open, fuhe_decimal weight,
                                                     const struct fuhe_pack *pack, struct fuhe_judged *judged);

/* Whether `printed` is an honest rounding, half-up at `places` decimals, of `value`. */
bool fuhe_claim_rounds(fuhe_decimal printed, unsigned places, fuhe_decimal value);

#endif
