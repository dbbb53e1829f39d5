/* SPDX-License-Identifier: Apache-2.0 */
/* Shares over parts and wholes, and the gauge: a share is 100 part/whole, the index the mean of the shares that are
 * there, each of them unrounded. */
#include <stdio.h>

#include "workbook/formula.h"

enum { PLACES = 1, EXPRESSION_SIZE = 128, EXACT_LIMIT_BITS = 80, USUAL_GUARD = 10 };

static void write_share(enum fuhe_ease sign, size_t line, char text[EXPRESSION_SIZE]) {
    const char part = (char)('A' + FUHE_EASE_COLUMN_PARTS + 2 * (int)sign);

    (void)snprintf(text, EXPRESSION_SIZE, "100*%c%zu/%c%zu", part, line, (char)(part + 1), line);
}

/* "=ROUND(ROUND(expression,10),1)", or nothing where no guard is safe. */
static void write_rounded(const char *expression, unsigned places, unsigned guard, struct fuhe_formula_text *formula) {
    char rounded[FUHE_ROUNDING_TEXT_SIZE];

    formula->text[0] = '\0';
    if (guard > 0) {
        (void)fuhe_rounding_text(expression, FUHE_ROUND_HALF_UP, places, guard, rounded);
        (void)snprintf(formula->text, sizeof formula->text, "=%s", rounded);
    }
}

void fuhe_formula_ease_share(const struct fuhe_gauge *gauge, enum fuhe_ease sign, size_t line,
                             struct fuhe_formula_text *formula) {
    const fuhe_fraction exact = {(fuhe_int128)gauge->signs[sign].part * 100, (fuhe_int128)gauge->signs[sign].whole};
    char expression[EXPRESSION_SIZE];

    formula->text[0] = '\0';
    if (exact.denominator > 0) {
        write_share(sign, line, expression);
        write_rounded(expression, PLACES, fuhe_rounding_guard(exact, PLACES), formula);
    }
}

void fuhe_formula_statistic_share(uint64_t part, uint64_t whole, unsigned places, char column, size_t line,
                                  struct fuhe_formula_text *formula) {
    const unsigned factor = places == PLACES ? 100 : 1;
    const fuhe_fraction exact = {(fuhe_int128)part * factor, (fuhe_int128)whole};
    char expression[EXPRESSION_SIZE];

    formula->text[0] = '\0';
    if (exact.denominator > 0) {
        (void)snprintf(expression, sizeof expression, "%s%c%zu/%c%zu", factor == 1 ? "" : "100*", column, line,
                       (char)(column + 1), line);
        write_rounded(expression, places, fuhe_rounding_guard(exact, places), formula);
    }
}

void fuhe_formula_ease_signs(size_t line, struct fuhe_formula_text *formula) {
    const char first = (char)('A' + FUHE_EASE_COLUMN_SHARES);

    (void)snprintf(formula->text, sizeof formula->text, "=COUNT(%c%zu:%c%zu)", first, line,
                   (char)(first + FUHE_EASE_COUNT - 1), line);
}

/* Adds a share to the exact sum; false when the common denominator becomes too large for fuhe_rounding_guard. */
static bool add_share(fuhe_fraction *sum, uint64_t part, uint64_t whole) {
    const fuhe_fraction share = fuhe_fraction_reduce((fuhe_fraction){(fuhe_int128)part * 100, (fuhe_int128)whole});
    const fuhe_int128 limit = (fuhe_int128)1 << EXACT_LIMIT_BITS;

    if (share.denominator > limit / sum->denominator) {
        return false;
    }
    *sum = fuhe_fraction_reduce((fuhe_fraction){sum->numerator * share.denominator + share.numerator * sum->denominator,
                                                sum->denominator * share.denominator});
    return true;
}

/* Of a sum with too large a denominator: no step of the rounding is near when the sixth place shows it. */
static unsigned guard_of_long(const struct fuhe_fraction_sum *sum) {
    enum { STEP = FUHE_DECIMAL_ONE / 20 };
    fuhe_decimal rounded;

    if (fuhe_fraction_sum_round(sum, FUHE_DECIMAL_PLACES, &rounded) != FUHE_STATUS_OK) {
        return 0;
    }
    const int64_t rest = rounded.scaled % STEP;
    return rest > 1 && rest < STEP - 1 ? USUAL_GUARD : 0;
}

static unsigned guard_of(const struct fuhe_gauge *gauge, size_t signs) {
    struct fuhe_fraction_sum any = {0};
    fuhe_fraction exact = {0, 1};
    bool is_short = true;

    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        const uint64_t part = gauge->signs[i].part;
        const uint64_t whole = gauge->signs[i].whole * signs;
        if (!fuhe_gauge_share(gauge, (enum fuhe_ease)i).present) {
            continue;
        }
        is_short = is_short && add_share(&exact, part, whole);
        if (fuhe_fraction_sum_add(&any, (fuhe_fraction){(fuhe_int128)part * 100, (fuhe_int128)whole}) !=
            FUHE_STATUS_OK) {
            return 0;
        }
    }
    return is_short ? fuhe_rounding_guard(exact, PLACES) : guard_of_long(&any);
}

void fuhe_formula_ease_index(const struct fuhe_gauge *gauge, size_t line, struct fuhe_formula_text *formula) {
    char expression[EXPRESSION_SIZE * FUHE_EASE_COUNT] = "(";
    size_t length = 1;
    size_t signs = 0;

    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        char share[EXPRESSION_SIZE];
        if (fuhe_gauge_share(gauge, (enum fuhe_ease)i).present) {
            write_share((enum fuhe_ease)i, line, share);
            length +=
                (size_t)snprintf(expression + length, sizeof expression - length, "%s%s", signs > 0 ? "+" : "", share);
            signs++;
        }
    }
    (void)snprintf(expression + length, sizeof expression - length, ")/%zu", signs);
    formula->text[0] = '\0';
    if (signs > 0) {
        write_rounded(expression, PLACES, guard_of(gauge, signs), formula);
    }
}
