/* SPDX-License-Identifier: Apache-2.0 */
/* Formulas of the overview: the total over the rows that count, its deviation from the claim, and the grade. */
#include <stdio.h>

#include "workbook/formula.h"
#include "workbook/words.h"

/* Tenths of a millionth, finer than any decimal: recovers sums and differences of decimals below 10^6. */
enum { SUM_GUARD = 8 };

enum { RANGE_SIZE = 96 };

static void write_range(struct fuhe_lines rows, enum fuhe_detail_column column, char range[RANGE_SIZE]) {
    (void)snprintf(range, RANGE_SIZE, "'%s'!%c%zu:%c%zu", fuhe_sheet_name(FUHE_SHEET_DETAILS), 'A' + (int)column,
                   rows.first, 'A' + (int)column, rows.last);
}

void fuhe_formula_weights(struct fuhe_lines rows, struct fuhe_formula_text *formula) {
    char range[RANGE_SIZE];

    write_range(rows, FUHE_DETAIL_WEIGHT, range);
    (void)snprintf(formula->text, sizeof formula->text, "=ROUND(SUM(%s),6)", range);
}

/* The sum of the verified scores that count, before it is rounded. */
static fuhe_decimal sum_of_counted(const struct fuhe_review *review) {
    fuhe_decimal sum = review->execution.has_verified ? review->execution.verified : FUHE_DECIMAL(0);

    for (size_t i = 0; i < review->row_count; i++) {
        sum.scaled += review->rows[i].counted ? review->rows[i].verified.scaled : 0;
    }
    return sum;
}

static void write_sum(const struct fuhe_review *review, struct fuhe_lines rows, char text[FUHE_ROUNDING_TEXT_SIZE]) {
    char verified[RANGE_SIZE];
    char counted[RANGE_SIZE];
    char expression[3 * RANGE_SIZE];

    write_range(rows, FUHE_DETAIL_VERIFIED, verified);
    write_range(rows, FUHE_DETAIL_COUNTED, counted);
    (void)snprintf(expression, sizeof expression, "SUMIFS(%s,%s,\"%s\")", verified, counted, fuhe_word(FUHE_WORD_YES));
    (void)fuhe_rounding_text(expression, review->pack->total_rounding, review->pack->total_places, SUM_GUARD, text);
}

/* Figures of such a size that the guard no longer fits. */
static bool is_huge(fuhe_decimal value) {
    return value.scaled >= FUHE_DECIMAL(1000000).scaled || value.scaled <= -FUHE_DECIMAL(1000000).scaled;
}

static void write_rescaled(const struct fuhe_review *review, const char *sum, size_t line,
                           struct fuhe_formula_text *formula) {
    const struct fuhe_pack *pack = review->pack;
    char full_marks[FUHE_DECIMAL_TEXT_SIZE];
    char expression[FUHE_ROUNDING_TEXT_SIZE];
    char text[FUHE_ROUNDING_TEXT_SIZE];
    fuhe_fraction exact;

    if (fuhe_fraction_scale(review->totals.as_listed, pack->full_marks, review->totals.weight_sum, &exact) !=
        FUHE_STATUS_OK) {
        return;
    }
    const unsigned guard = fuhe_rounding_guard(exact, pack->total_places);
    (void)fuhe_decimal_format(pack->full_marks, 0, full_marks);
    (void)snprintf(expression, sizeof expression, "%.400s*%s/%c%zu", sum, full_marks, 'A' + FUHE_SUMMARY_WEIGHTS, line);
    if (guard > 0) {
        (void)snprintf(formula->text, sizeof formula->text, "=%s",
                       fuhe_rounding_text(expression, pack->total_rounding, pack->total_places, guard, text));
    }
}

void fuhe_formula_total(const struct fuhe_review *review, struct fuhe_lines rows, size_t line,
                        struct fuhe_formula_text *formula) {
    char sum[FUHE_ROUNDING_TEXT_SIZE];

    formula->text[0] = '\0';
    if (review->state == FUHE_REVIEW_UNSCORED || is_huge(sum_of_counted(review))) {
        return;
    }
    write_sum(review, rows, sum);
    if (review->totals.basis == FUHE_BASIS_RESCALED) {
        write_rescaled(review, sum, line, formula);
    } else {
        (void)snprintf(formula->text, sizeof formula->text, "=%s", sum);
    }
}

static void name_difference(size_t line, char text[64]) {
    (void)snprintf(text, 64, "%c%zu-%c%zu", 'A' + FUHE_SUMMARY_CLAIMED, line, 'A' + FUHE_SUMMARY_VERIFIED, line);
}

void fuhe_formula_deviation(const struct fuhe_review *review, size_t line, struct fuhe_formula_text *formula) {
    const struct fuhe_pack *pack = review->pack;
    char difference[64];
    char text[FUHE_ROUNDING_TEXT_SIZE];

    formula->text[0] = '\0';
    if (review->totals.has_deviation && !is_huge(review->totals.claimed.value) && !is_huge(review->totals.verified)) {
        name_difference(line, difference);
        (void)snprintf(formula->text, sizeof formula->text, "=%s",
                       fuhe_rounding_text(difference, pack->total_rounding, pack->total_places, SUM_GUARD, text));
    }
}

/* The exact rate in percent; false when there is none. */
static bool find_rate(const struct fuhe_review *review, fuhe_fraction *rate) {
    const struct fuhe_totals *totals = &review->totals;
    const bool of_claim = review->pack->deviation_base == FUHE_DEVIATION_OF_CLAIM;
    const fuhe_decimal apart = {totals->claimed.value.scaled - totals->verified.scaled};

    return totals->has_deviation_rate &&
           fuhe_fraction_scale(apart, FUHE_DECIMAL(100), of_claim ? totals->claimed.value : totals->verified, rate) ==
               FUHE_STATUS_OK;
}

void fuhe_formula_rate(const struct fuhe_review *review, size_t line, struct fuhe_formula_text *formula) {
    const struct fuhe_pack *pack = review->pack;
    const bool of_claim = pack->deviation_base == FUHE_DEVIATION_OF_CLAIM;
    const int base = 'A' + (of_claim ? FUHE_SUMMARY_CLAIMED : FUHE_SUMMARY_VERIFIED);
    char difference[64];
    char expression[160];
    char text[FUHE_ROUNDING_TEXT_SIZE];
    fuhe_fraction rate;

    formula->text[0] = '\0';
    if (!find_rate(review, &rate) || is_huge(review->totals.claimed.value) || is_huge(review->totals.verified)) {
        return;
    }
    const unsigned guard = fuhe_rounding_guard(rate, pack->total_places);
    name_difference(line, difference);
    (void)snprintf(expression, sizeof expression, "ROUND(%s,%d)*100/%c%zu", difference, SUM_GUARD, base, line);
    if (guard > 0) {
        (void)snprintf(formula->text, sizeof formula->text, "=%s",
                       fuhe_rounding_text(expression, pack->total_rounding, pack->total_places, guard, text));
    }
}

static void write_cuts(struct fuhe_lines cuts, enum fuhe_rule_column column, char range[RANGE_SIZE]) {
    (void)snprintf(range, RANGE_SIZE, "'%s'!$%c$%zu:$%c$%zu", fuhe_sheet_name(FUHE_SHEET_RULES), 'A' + (int)column,
                   cuts.first, 'A' + (int)column, cuts.last);
}

void fuhe_formula_grade(struct fuhe_lines cuts, size_t line, struct fuhe_formula_text *formula) {
    char from[RANGE_SIZE];
    char name[RANGE_SIZE];

    write_cuts(cuts, FUHE_RULE_FROM, from);
    write_cuts(cuts, FUHE_RULE_NAME, name);
    (void)snprintf(formula->text, sizeof formula->text, "=LOOKUP(%c%zu,%s,%s)", 'A' + FUHE_SUMMARY_VERIFIED, line, from,
                   name);
}

void fuhe_formula_change(struct fuhe_lines cuts, size_t line, struct fuhe_formula_text *formula) {
    char names[RANGE_SIZE];
    const int claimed = 'A' + FUHE_SUMMARY_GRADE_CLAIMED;
    const int grade = 'A' + FUHE_SUMMARY_GRADE;

    write_cuts(cuts, FUHE_RULE_NAME, names);
    (void)snprintf(formula->text, sizeof formula->text,
                   "=IF(%c%zu=%c%zu,\"%s\",IF(MATCH(%c%zu,%s,0)>MATCH(%c%zu,%s,0),\"%s\",\"%s\"))", claimed, line,
                   grade, line, fuhe_word(FUHE_WORD_SAME), claimed, line, names, grade, line, names,
                   fuhe_word(FUHE_WORD_LOWERED), fuhe_word(FUHE_WORD_RAISED));
}
