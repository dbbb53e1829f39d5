/* SPDX-License-Identifier: Apache-2.0 */
/* Runs the cases of a rule pack: each becomes a form, is scored as every form is, and is compared with what it says.
 * Comparison ends at the first difference; later ones mostly follow from it. */
#include "engine/pack_case.h"

#include <stdio.h>
#include <string.h>

/* --- the form ---------------------------------------------------------------------------------------------------- */

static enum fuhe_status make_form(const struct fuhe_pack_case *example, const struct fuhe_pack *pack,
                                  struct fuhe_arena *arena, struct fuhe_form **made) {
    struct fuhe_form *form = fuhe_arena_allocate(arena, 1, sizeof *form);
    struct fuhe_fund *fund = fuhe_arena_allocate(arena, 1, sizeof *fund);
    struct fuhe_indicator *indicators = fuhe_arena_allocate(arena, example->row_count, sizeof *indicators);

    if (form == NULL || fund == NULL || indicators == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < example->row_count; i++) {
        indicators[i] = example->rows[i].indicator;
    }
    *fund = example->execution.fund;
    if (fund->label.state != FUHE_CELL_TEXT) {
        fund->label = (struct fuhe_cell){pack->execution.total_words.items[0], fund->place, FUHE_CELL_TEXT};
    }
    form->place = example->place;
    form->funds = fund;
    form->fund_count = example->execution.present ? 1 : 0;
    form->indicators = indicators;
    form->indicator_count = example->row_count;
    form->has_total = example->total.present;
    form->total_claimed = example->total.claim;
    *made = form;
    return FUHE_STATUS_OK;
}

/* --- comparison -------------------------------------------------------------------------------------------------- */

static void differ(struct fuhe_case_difference *difference, struct fuhe_place place, const char *what,
                   const char *expected, const char *actual) {
    if (difference->found) {
        return;
    }
    difference->found = true;
    difference->place = place;
    difference->what = what;
    (void)snprintf(difference->expected, sizeof difference->expected, "%s", expected);
    (void)snprintf(difference->actual, sizeof difference->actual, "%s", actual);
}

static void compare_texts(struct fuhe_case_difference *difference, struct fuhe_place place, const char *what,
                          fuhe_text expected, fuhe_text actual) {
    char texts[2][64];

    if (expected.length == 0 || fuhe_text_equals(expected, actual)) {
        return;
    }
    (void)snprintf(texts[0], sizeof texts[0], "%.*s", (int)expected.length, expected.bytes);
    (void)snprintf(texts[1], sizeof texts[1], "%.*s", (int)actual.length, actual.length == 0 ? "" : actual.bytes);
    differ(difference, place, what, texts[0], texts[1]);
}

static void compare_figures(struct fuhe_case_difference *difference, struct fuhe_place place, const char *what,
                            struct fuhe_figure expected, struct fuhe_figure actual) {
    char texts[2][FUHE_DECIMAL_TEXT_SIZE] = {"", ""};

    if (!expected.present || (actual.present && fuhe_decimal_equals(expected.value, actual.value))) {
        return;
    }
    (void)fuhe_decimal_format(expected.value, 0, texts[0]);
    if (actual.present) {
        (void)fuhe_decimal_format(actual.value, 0, texts[1]);
    }
    differ(difference, place, what, texts[0], texts[1]);
}

static void compare_score(struct fuhe_case_difference *difference, struct fuhe_place place,
                          const struct fuhe_expected_score *expected, struct fuhe_figure score,
                          enum fuhe_verdict verdict) {
    compare_figures(difference, place, "score", expected->score, score);
    if (expected->has_verdict && expected->verdict != verdict) {
        differ(difference, place, "verdict", fuhe_verdict_name(expected->verdict), fuhe_verdict_name(verdict));
    }
}

/* Rules by which a row is scored; the others (rounding, claim, …) are at work beside one of them. */
static bool is_scoring_rule(enum fuhe_rule rule) {
    return rule >= FUHE_RULE_NUMBER_MORE && rule <= FUHE_RULE_JUDGEMENT;
}

static void compare_rows(const struct fuhe_pack_case *example, const struct fuhe_review *review,
                         struct fuhe_case_difference *difference) {
    for (size_t i = 0; i < example->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        const struct fuhe_place place = example->rows[i].indicator.place;
        const struct fuhe_figure score = {row->has_verified, row->verified};
        compare_score(difference, place, &example->rows[i].expected, score, row->verdict);
        if (i == 0 && is_scoring_rule(example->shows) && row->rule != example->shows) {
            differ(difference, place, "shows", fuhe_rule_name(example->shows), fuhe_rule_name(row->rule));
        }
    }
}

static void compare_execution(const struct fuhe_pack_case *example, const struct fuhe_review *review,
                              struct fuhe_case_difference *difference) {
    const struct fuhe_execution *execution = &review->execution;
    const struct fuhe_place place = example->execution.fund.place;
    const struct fuhe_figure score = {execution->has_verified, execution->verified};
    struct fuhe_figure band = {.present = execution->formula == FUHE_FORMULA_BAND};

    if (band.present) {
        band.value = review->pack->execution.bands[execution->band].from;
    }
    compare_figures(difference, place, "band", example->execution.band, band);
    compare_score(difference, place, &example->execution.expected, score, execution->verdict);
}

static fuhe_text grade_of(const struct fuhe_review *review) {
    return fuhe_review_has_grade(review) ? review->pack->grades[review->grading.grade].id : FUHE_TEXT("none");
}

static fuhe_text variant_of(const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;

    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        if (!fuhe_decimal_equals(review->categories[i].weight, review->categories[i].expected)) {
            return FUHE_TEXT("none");
        }
    }
    return totals->variant == NULL ? FUHE_TEXT("own") : totals->variant->id;
}

static void compare_total(const struct fuhe_case_total *expected, const struct fuhe_review *review,
                          struct fuhe_case_difference *difference) {
    const struct fuhe_figure score = {review->state != FUHE_REVIEW_UNSCORED, review->totals.verified};

    const bool was_found = difference->found;

    compare_figures(difference, expected->place, "score", expected->score, score);
    if (difference->found && !was_found && review->totals.basis == FUHE_BASIS_RESCALED) {
        difference->rescaled_from = fuhe_figure_of(review->totals.weight_sum);
    }
    compare_texts(difference, expected->place, "grade", expected->grade, grade_of(review));
    compare_texts(difference, expected->place, "weights", expected->variant, variant_of(review));
    compare_figures(difference, expected->place, "deviation", expected->deviation, fuhe_review_deviation(review));
    compare_figures(difference, expected->place, "rate", expected->rate, fuhe_review_deviation_rate(review));
}

bool fuhe_review_has_finding(const struct fuhe_review *review, enum fuhe_code code) {
    for (size_t i = 0; i < review->findings.count; i++) {
        if (review->findings.items[i].code == code) {
            return true;
        }
    }
    return false;
}

static void compare_findings(const struct fuhe_pack_case *example, const struct fuhe_review *review,
                             struct fuhe_case_difference *difference) {
    for (size_t i = 0; i < example->findings.count; i++) {
        if (!fuhe_review_has_finding(review, example->findings.codes[i])) {
            differ(difference, example->place, "findings", fuhe_code_name(example->findings.codes[i]), "");
        }
    }
    for (size_t i = 0; i < example->silent.count; i++) {
        if (fuhe_review_has_finding(review, example->silent.codes[i])) {
            differ(difference, example->place, "no-findings", "", fuhe_code_name(example->silent.codes[i]));
        }
    }
}

enum fuhe_status fuhe_pack_case_run(const struct fuhe_pack_case *example, const struct fuhe_pack *pack,
                                    struct fuhe_arena *arena, struct fuhe_review *review,
                                    struct fuhe_case_difference *difference) {
    struct fuhe_form *form;

    memset(difference, 0, sizeof *difference);
    FUHE_TRY(make_form(example, pack, arena, &form));
    FUHE_TRY(fuhe_review_form(form, pack, arena, review));
    compare_rows(example, review, difference);
    if (example->execution.present) {
        compare_execution(example, review, difference);
    }
    if (example->total.present) {
        compare_total(&example->total, review, difference);
    }
    compare_findings(example, review, difference);
    return FUHE_STATUS_OK;
}
