/* SPDX-License-Identifier: Apache-2.0 */
/* Totals: forms with each set of weights close and reach full marks, under the name of that set; each grade has a total
 * at the pack's places, and a form that has it. The rows of these forms claim what they need and leave target and
 * result blank, so that every claim stands. */
#include <stdio.h>

#include "engine/pack_trial.h"

struct trial_form {
    struct fuhe_form form;
    struct fuhe_indicator indicators[FUHE_CATEGORY_COUNT];
    struct fuhe_row rows[FUHE_CATEGORY_COUNT];
    char weights[FUHE_CATEGORY_COUNT][FUHE_DECIMAL_TEXT_SIZE];
    char claims[FUHE_CATEGORY_COUNT][FUHE_DECIMAL_TEXT_SIZE];
};

/* What comes of it. */
struct outcome {
    struct fuhe_totals totals;
    struct fuhe_grading grading;
};

static void fill_row(struct trial_form *trial, size_t row, fuhe_decimal weight, fuhe_decimal claim) {
    (void)fuhe_decimal_format(weight, 0, trial->weights[row]);
    (void)fuhe_decimal_format(claim, 0, trial->claims[row]);
    trial->indicators[row] = (struct fuhe_indicator){.weight = fuhe_trial_cell(trial->weights[row]),
                                                     .score = fuhe_trial_cell(trial->claims[row])};
}

/* Scores a form with these weights, whose rows claim `points` in all and whose money is executed at `rate`. */
static enum fuhe_status try_form(const struct fuhe_pack *pack, const fuhe_decimal weights[FUHE_CATEGORY_COUNT],
                                 fuhe_decimal points, fuhe_decimal rate, struct outcome *outcome) {
    struct trial_form trial = {.form = {.indicators = trial.indicators}};
    struct fuhe_review review = {.form = &trial.form, .pack = pack, .rows = trial.rows};

    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        if (weights[i].scaled == 0) {
            continue;
        }
        const size_t row = review.row_count++;
        const fuhe_decimal claim = fuhe_decimal_min(weights[i], points);
        points.scaled -= claim.scaled;
        fill_row(&trial, row, weights[i], claim);
        trial.rows[row].category = (enum fuhe_category)i;
        FUHE_TRY(fuhe_score_indicator(&trial.indicators[row], pack, &trial.rows[row]));
    }
    trial.form.indicator_count = review.row_count;
    (void)fuhe_trial_rate(pack, rate, &review.execution);
    FUHE_TRY(fuhe_total_rows(&review));
    FUHE_TRY(fuhe_grade_total(&review));
    *outcome = (struct outcome){review.totals, review.grading};
    return FUHE_STATUS_OK;
}

/* --- weights ----------------------------------------------------------------------------------------------------- */

static enum fuhe_status fail_ambiguous(const struct fuhe_pack *pack, size_t variant, fuhe_text named,
                                       struct fuhe_error *err) {
    enum { MOST = 64 };
    const fuhe_text id = pack->variants[variant].id;
    char subject[96];
    char found[96];

    (void)snprintf(subject, sizeof subject, "variant %.*s", (int)(id.length < MOST ? id.length : MOST), id.bytes);
    (void)snprintf(found, sizeof found, "%.*s", (int)(named.length < MOST ? named.length : MOST), named.bytes);
    return fuhe_pack_fault(err, FUHE_PROBLEM_PACK_AMBIGUOUS, subject, found, NULL);
}

static enum fuhe_status check_set(const struct fuhe_pack *pack, const fuhe_decimal weights[FUHE_CATEGORY_COUNT],
                                  const struct fuhe_weight_variant *variant, struct fuhe_error *err) {
    const fuhe_decimal rows = {pack->full_marks.scaled - pack->execution.weight.scaled};
    struct outcome outcome;

    FUHE_TRY(try_form(pack, weights, rows, FUHE_DECIMAL(100), &outcome));
    const struct fuhe_totals *totals = &outcome.totals;
    if (totals->variant != variant && variant != NULL) {
        const fuhe_text named = totals->variant == NULL ? FUHE_TEXT("weights") : totals->variant->id;
        return fail_ambiguous(pack, (size_t)(variant - pack->variants), named, err);
    }
    if (!totals->weights_close || !fuhe_decimal_equals(totals->verified, pack->full_marks)) {
        return fuhe_pack_fault_full(err, variant == NULL ? "weights" : "variant",
                                    (struct fuhe_trial_point){totals->weight_sum, totals->verified}, pack->full_marks);
    }
    return FUHE_STATUS_OK;
}

static void own_weights(const struct fuhe_pack *pack, fuhe_decimal weights[FUHE_CATEGORY_COUNT]) {
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        weights[i] = pack->categories[i].weight;
    }
}

static enum fuhe_status check_weights(const struct fuhe_pack *pack, struct fuhe_error *err) {
    fuhe_decimal weights[FUHE_CATEGORY_COUNT];

    own_weights(pack, weights);
    if (pack->needs_cost && weights[FUHE_CATEGORY_COST].scaled == 0) {
        return fuhe_pack_fault(err, FUHE_PROBLEM_PACK_VALUE, "weights", "0",
                               "points for cost, as the pack is for forms with cost indicators");
    }
    FUHE_TRY(check_set(pack, weights, NULL, err));
    for (size_t i = 0; i < pack->variant_count; i++) {
        FUHE_TRY(check_set(pack, pack->variants[i].weights, &pack->variants[i], err));
    }
    return FUHE_STATUS_OK;
}

/* --- grades ------------------------------------------------------------------------------------------------------ */

/* One unit of the last place of a total. */
static int64_t unit_of(const struct fuhe_pack *pack) {
    int64_t unit = FUHE_DECIMAL_ONE;

    for (unsigned i = 0; i < pack->total_places; i++) {
        unit /= 10;
    }
    return unit;
}

/* Up to a multiple of the unit; neither is below zero. */
static int64_t round_up(int64_t scaled, int64_t unit) {
    return (scaled + unit - 1) / unit * unit;
}

bool fuhe_pack_grade_totals(const struct fuhe_pack *pack, size_t grade, fuhe_decimal *lowest, fuhe_decimal *highest) {
    const int64_t unit = unit_of(pack);

    lowest->scaled = round_up(pack->grades[grade].from.scaled, unit);
    highest->scaled = grade == 0 ? pack->full_marks.scaled : round_up(pack->grades[grade - 1].from.scaled, unit) - unit;
    return lowest->scaled <= highest->scaled;
}

/* Whether a form whose money earns the points of this rate has a total of the grade. */
static bool is_reached_at(const struct fuhe_pack *pack, size_t grade, fuhe_decimal rate) {
    const int64_t rows = pack->full_marks.scaled - pack->execution.weight.scaled;
    fuhe_decimal weights[FUHE_CATEGORY_COUNT];
    fuhe_decimal lowest;
    fuhe_decimal highest;
    struct fuhe_execution execution;
    struct outcome outcome;

    if (!fuhe_pack_grade_totals(pack, grade, &lowest, &highest) || !fuhe_trial_rate(pack, rate, &execution)) {
        return false;
    }
    const fuhe_decimal least = {round_up(fuhe_decimal_max(lowest, execution.verified).scaled, unit_of(pack))};
    const fuhe_decimal most = fuhe_decimal_min(highest, (fuhe_decimal){execution.verified.scaled + rows});
    own_weights(pack, weights);
    return fuhe_decimal_compare(least, most) <= 0 &&
           try_form(pack, weights, (fuhe_decimal){least.scaled - execution.verified.scaled}, rate, &outcome) ==
               FUHE_STATUS_OK &&
           outcome.grading.has_grade && outcome.grading.grade == grade &&
           fuhe_decimal_equals(outcome.totals.verified, least);
}

static bool is_reached(const struct fuhe_pack *pack, size_t grade) {
    if (is_reached_at(pack, grade, FUHE_DECIMAL(100)) || is_reached_at(pack, grade, FUHE_DECIMAL(0))) {
        return true;
    }
    for (size_t i = 0; i < pack->execution.band_count; i++) {
        if (is_reached_at(pack, grade, pack->execution.bands[i].from)) {
            return true;
        }
    }
    return false;
}

enum fuhe_status fuhe_prove_totals(const struct fuhe_pack *pack, struct fuhe_pack_proof *proof,
                                   struct fuhe_error *err) {
    (void)proof;
    FUHE_TRY(check_weights(pack, err));
    for (size_t i = 0; i < pack->grade_count; i++) {
        if (!is_reached(pack, i)) {
            return fuhe_pack_fault_number(err, FUHE_PROBLEM_PACK_UNREACHABLE, "grades", pack->grades[i].from);
        }
    }
    return FUHE_STATUS_OK;
}
