/* SPDX-License-Identifier: Apache-2.0 */
/* The working of a score, with its numbers: "2 × 5.34 ÷ 13 = 267/325 ≈ 0.82". */
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

/* A number as the form prints it: in its own scale when target and result have the same, else in the base unit. */
static fuhe_decimal number_of(const struct fuhe_value *value, const struct fuhe_value *other) {
    const bool same = value->scale == other->scale && value->scale > 0;

    return same ? (fuhe_decimal){value->number.scaled / value->scale} : value->number;
}

static void write_target(struct fuhe_output *output, const struct fuhe_row *row) {
    fuhe_output_decimal(output, number_of(&row->target, &row->actual), 0);
}

static void write_actual(struct fuhe_output *output, const struct fuhe_row *row) {
    fuhe_output_decimal(output, number_of(&row->actual, &row->target), 0);
}

static void write_proportion(struct fuhe_output *output, const struct fuhe_row *row) {
    fuhe_output_decimal(output, row->weight, 0);
    fuhe_output_string(output, " × ");
    write_actual(output, row);
    fuhe_output_string(output, " ÷ ");
    write_target(output, row);
}

static void write_inverse(struct fuhe_output *output, const struct fuhe_row *row) {
    fuhe_output_decimal(output, row->weight, 0);
    fuhe_output_string(output, " × ");
    write_target(output, row);
    fuhe_output_string(output, " ÷ ");
    write_actual(output, row);
}

static void write_linear(struct fuhe_output *output, const struct fuhe_row *row) {
    fuhe_output_decimal(output, row->weight, 0);
    fuhe_output_string(output, " × (2 × ");
    write_target(output, row);
    fuhe_output_string(output, " − ");
    write_actual(output, row);
    fuhe_output_string(output, ") ÷ ");
    write_target(output, row);
}

/* "160 is at least 1.5 times 100, which costs 5 % of the weight: 10 × 95 ÷ 100": which tier, and what it leaves. */
static void write_over_tier(struct fuhe_output *output, const struct fuhe_row *row) {
    enum { ACTUAL, TARGET, RATIO, CUT, COUNT };
    const fuhe_decimal numbers[COUNT] = {number_of(&row->actual, &row->target), number_of(&row->target, &row->actual),
                                         row->over_tier->ratio, row->over_tier->cut};
    const fuhe_decimal kept = {FUHE_DECIMAL(100).scaled - row->over_tier->cut.scaled};
    char texts[COUNT][FUHE_DECIMAL_TEXT_SIZE];

    for (size_t i = 0; i < COUNT; i++) {
        (void)fuhe_decimal_format(numbers[i], 0, texts[i]);
    }
    const struct fuhe_template_word words[] = {{"actual", fuhe_text_of(texts[ACTUAL])},
                                               {"target", fuhe_text_of(texts[TARGET])},
                                               {"ratio", fuhe_text_of(texts[RATIO])},
                                               {"cut", fuhe_text_of(texts[CUT])},
                                               {NULL, {NULL, 0}}};
    fuhe_template_words(output, _("{actual} is at least {ratio} times {target}, which costs {cut} % of the weight: "),
                        words);
    fuhe_output_decimal(output, row->weight, 0);
    fuhe_output_string(output, " × ");
    fuhe_output_decimal(output, kept, 0);
    fuhe_output_string(output, " ÷ 100");
}

static bool same_rounded(fuhe_fraction exact, fuhe_decimal rounded) {
    return fuhe_fraction_compare_decimal(exact, rounded) == 0;
}

void fuhe_message_result(struct fuhe_output *output, fuhe_fraction exact, fuhe_decimal recomputed) {
    char fraction[FUHE_FRACTION_TEXT_SIZE];
    const size_t length = fuhe_fraction_format(exact, fraction);
    const bool whole = fuhe_text_find((fuhe_text){fraction, length}, FUHE_TEXT("/")) == length;

    fuhe_output_string(output, " = ");
    fuhe_output_text(output, (fuhe_text){fraction, length});
    if (!whole) {
        fuhe_output_string(output, same_rounded(exact, recomputed) ? " = " : " ≈ ");
        fuhe_output_decimal(output, recomputed, 2);
    }
}

static void write_full(struct fuhe_output *output, const struct fuhe_row *row) {
    fuhe_output_string(output, _("target met, full "));
    fuhe_output_decimal(output, row->weight, 0);
}

static void write_zero(struct fuhe_output *output, const struct fuhe_row *row) {
    (void)row;
    fuhe_output_string(output, _("target not met, 0"));
}

static const struct {
    void (*write)(struct fuhe_output *output, const struct fuhe_row *row);
    bool shows_result; /* whether "= exact ≈ rounded" follows */
} formulas[] = {
    [FUHE_FORMULA_NONE] = {NULL, false},
    [FUHE_FORMULA_FULL] = {write_full, false},
    [FUHE_FORMULA_ZERO] = {write_zero, false},
    [FUHE_FORMULA_PROPORTION] = {write_proportion, true},
    [FUHE_FORMULA_INVERSE] = {write_inverse, true},
    [FUHE_FORMULA_LINEAR_TO_DOUBLE] = {write_linear, true},
    [FUHE_FORMULA_OVER_TIER] = {write_over_tier, true},
    [FUHE_FORMULA_BAND] = {NULL, false}, /* of the execution score: fuhe_message_execution */
    [FUHE_FORMULA_RATE] = {NULL, false},
};

/* "; the claim of 9.4 stands": why the score that counts is not the one worked out. */
static void write_standing(struct fuhe_output *output, const struct fuhe_row *row) {
    char claim[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_decimal_format(row->claim.value, row->claim.places, claim);
    const struct fuhe_template_word words[] = {{"claim", {claim, length}}, {NULL, {NULL, 0}}};

    if (row->has_verified && !fuhe_decimal_equals(row->verified, row->recomputed) &&
        fuhe_decimal_equals(row->verified, row->claim.value)) {
        fuhe_template_words(output, _("; the claim of {claim} stands"), words);
    }
}

void fuhe_message_working(struct fuhe_output *output, const struct fuhe_row *row) {
    if (!row->has_exact || formulas[row->formula].write == NULL) {
        return;
    }
    formulas[row->formula].write(output, row);
    if (formulas[row->formula].shows_result) {
        fuhe_message_result(output, row->exact, row->recomputed);
    }
    write_standing(output, row);
}

/* An amount as the form prints it, or in the form's unit when it is a sum of rows. */
static void write_money(struct fuhe_output *output, const struct fuhe_form *form, const struct fuhe_cell *printed,
                        fuhe_decimal yuan) {
    if (printed != NULL && printed->state == FUHE_CELL_TEXT) {
        fuhe_output_text(output, printed->text);
    } else {
        const int64_t scale = fuhe_value_money_scale(&form->funds_unit);
        fuhe_output_decimal(output, (fuhe_decimal){yuan.scaled / scale}, 0);
    }
}

static void write_rate(struct fuhe_output *output, const struct fuhe_review *review) {
    const struct fuhe_execution *execution = &review->execution;
    const struct fuhe_fund *fund = execution->from_parts ? NULL : &review->form->funds[execution->fund];

    write_money(output, review->form, fund == NULL ? NULL : &fund->executed, execution->executed);
    fuhe_output_string(output, " ÷ ");
    write_money(output, review->form, fund == NULL ? NULL : &fund->budget, execution->budget);
    fuhe_output_string(output,
                       fuhe_fraction_compare_decimal(execution->rate, execution->rate_rounded) == 0 ? " = " : " ≈ ");
    fuhe_output_decimal(output, execution->rate_rounded, 2);
    fuhe_output_string(output, " %");
}

/* ", band [80, 100): 7" */
static void write_band(struct fuhe_output *output, const struct fuhe_execution_rule *rule, size_t index) {
    char from[FUHE_DECIMAL_TEXT_SIZE];
    char below[FUHE_DECIMAL_TEXT_SIZE];
    char score[FUHE_DECIMAL_TEXT_SIZE];
    const bool highest = index == 0;
    const bool lowest = rule->bands[index].from.scaled <= 0;
    const char *sentence = lowest ? _("; below {below} %: {score}") : _("; from {from} % to below {below} %: {score}");
    const struct fuhe_template_word words[] = {
        {"from", {from, fuhe_decimal_format(rule->bands[index].from, 0, from)}},
        {"below", {below, highest ? 0 : fuhe_decimal_format(rule->bands[index - 1].from, 0, below)}},
        {"score", {score, fuhe_decimal_format(rule->bands[index].score, 0, score)}},
        {NULL, {NULL, 0}},
    };

    fuhe_template_words(output, highest ? _("; from {from} %: {score}") : sentence, words);
}

void fuhe_message_execution(struct fuhe_output *output, const struct fuhe_review *review) {
    const struct fuhe_execution *execution = &review->execution;
    const struct fuhe_execution_rule *rule = &review->pack->execution;

    if (!execution->has_money || !execution->has_rate) {
        return;
    }
    write_rate(output, review);
    if (execution->formula == FUHE_FORMULA_BAND && execution->band < rule->band_count) {
        write_band(output, rule, execution->band);
    }
    if (execution->formula == FUHE_FORMULA_RATE) {
        fuhe_output_string(output, _("; in proportion"));
        fuhe_message_result(output, execution->exact, execution->recomputed);
    }
}
