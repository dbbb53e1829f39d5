/* SPDX-License-Identifier: Apache-2.0 */
/* Formulas of indicators are short templates in which {w} {t} {a} stand for cells of their line. Which one fits is
 * looked up by how the target reads; whether it is safe in binary arithmetic is asked of the exact value. */
#include "workbook/formula.h"

#include <stdio.h>
#include <string.h>

#include "workbook/words.h"

/* --- templates --------------------------------------------------------------------------------------------------- */

static const struct {
    char name;
    char column;
} cells[] = {
    {'w', 'A' + FUHE_DETAIL_WEIGHT},   {'t', 'A' + FUHE_DETAIL_TARGET_NUMBER}, {'a', 'A' + FUHE_DETAIL_ACTUAL_NUMBER},
    {'c', 'A' + FUHE_DETAIL_CLAIM},    {'r', 'A' + FUHE_DETAIL_RECOMPUTED},    {'b', 'A' + FUHE_DETAIL_BASIS},
    {'v', 'A' + FUHE_DETAIL_VERIFIED},
};

/* The cell that a name of one letter stands for, on that line. */
static void name_cell(char name, size_t line, char reference[32]) {
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        if (cells[i].name == name) {
            (void)snprintf(reference, 32, "%c%zu", cells[i].column, line);
            return;
        }
    }
}

/* Appends as much as there is room for: formulas are far shorter. */
static void append(char *text, size_t size, const char *piece, size_t piece_length) {
    const size_t length = strlen(text);
    const size_t room = size - 1 - length;
    const size_t put = piece_length < room ? piece_length : room;

    memcpy(text + length, piece, put);
    text[length + put] = '\0';
}

/* Writes the template with its {x} as cells of a line. */
static void fill(const char *template, size_t line, char *text, size_t size) {
    text[0] = '\0';
    for (const char *open = strchr(template, '{'); open != NULL; open = strchr(template, '{')) {
        char reference[32];
        append(text, size, template, (size_t)(open - template));
        name_cell(open[1], line, reference);
        append(text, size, reference, strlen(reference));
        template = open + 3;
    }
    append(text, size, template, strlen(template));
}

/* "=" and the expression rounded; "" when it cannot be trusted. */
static void finish(const char *expression, fuhe_fraction exact, enum fuhe_rounding rounding, unsigned places,
                   struct fuhe_formula_text *formula) {
    const unsigned guard = fuhe_rounding_guard(exact, places);
    char text[FUHE_ROUNDING_TEXT_SIZE];

    formula->text[0] = '\0';
    if (guard > 0) {
        (void)snprintf(formula->text, sizeof formula->text, "=%s",
                       fuhe_rounding_text(expression, rounding, places, guard, text));
    }
}

/* --- one indicator ----------------------------------------------------------------------------------------------- */

#define MORE "{w}*MIN(1,{a}/{t})"
#define MORE_FROM_ZERO "{w}*MAX(0,MIN(1,{a}/{t}))"
#define INVERSE "{w}*MIN(1,{t}/{a})"
#define LINEAR "{w}*MAX(0,MIN(1,(2*{t}-{a})/{t}))"
#define IF_ZERO "IF({a}=0,{w},0)"
#define IF_EQUAL "IF({a}={t},{w},0)"
#define FULL "{w}"
#define ZERO "0*{w}"

/* Results within a millionth of a millionth of their target are as good as equal to a spreadsheet. */
static bool nearly_equal(const struct fuhe_row *row) {
    const fuhe_int128 apart = (fuhe_int128)row->actual.number.scaled - row->target.number.scaled;

    return apart != 0 && (apart < 0 ? -apart : apart) * FUHE_DECIMAL_ONE * FUHE_DECIMAL_ONE <
                             (row->target.number.scaled < 0 ? -(fuhe_int128)row->target.number.scaled
                                                            : (fuhe_int128)row->target.number.scaled);
}

static const char *template_of_more(const struct fuhe_row *row, const struct fuhe_pack *pack) {
    if (row->formula == FUHE_FORMULA_FULL && pack->over_tier_count > 0) {
        return FULL;
    }
    return row->actual.number.scaled > 0 ? MORE : MORE_FROM_ZERO;
}

static const char *template_of_equal(const struct fuhe_row *row, const struct fuhe_pack *pack) {
    if (pack->equal_method == FUHE_EQUAL_AS_MORE) {
        return template_of_more(row, pack);
    }
    return nearly_equal(row) ? ZERO : IF_EQUAL;
}

/* By what was computed alone: where there is no sound target, or numbers had no part in it. */
static const char *template_of_formula(enum fuhe_formula formula) {
    return formula == FUHE_FORMULA_FULL ? FULL : ZERO;
}

static const char *template_of(const struct fuhe_row *row, const struct fuhe_pack *pack) {
    if (row->reading == FUHE_READING_ZERO) {
        return IF_ZERO;
    }
    if (row->reading == FUHE_READING_WORDS_MET || row->target.number.scaled <= 0) {
        return template_of_formula(row->formula);
    }
    if (row->reading == FUHE_READING_MORE) {
        return template_of_more(row, pack);
    }
    if (row->reading == FUHE_READING_EQUAL) {
        return template_of_equal(row, pack);
    }
    if (row->reading == FUHE_READING_LESS && pack->less_method == FUHE_LESS_LINEAR_TO_DOUBLE) {
        return LINEAR;
    }
    return row->actual.number.scaled > 0 ? INVERSE : FULL;
}

/* Points kept of a weight: "G2*80/100". */
static void share_of_weight(fuhe_decimal percent, size_t line, char expression[64]) {
    char text[FUHE_DECIMAL_TEXT_SIZE];

    (void)fuhe_decimal_format(percent, 0, text);
    (void)snprintf(expression, 64, "%c%zu*%s/100", 'A' + FUHE_DETAIL_WEIGHT, line, text);
}

/* What the tier that a result reached leaves of the weight. */
static fuhe_decimal kept_of(const struct fuhe_row *row, const struct fuhe_pack *pack) {
    for (size_t i = 0; i < pack->over_tier_count; i++) {
        const fuhe_decimal kept = {FUHE_DECIMAL(100).scaled - pack->over_tiers[i].cut.scaled};
        fuhe_fraction points;
        if (fuhe_fraction_scale(row->weight, kept, FUHE_DECIMAL(100), &points) == FUHE_STATUS_OK &&
            fuhe_fraction_compare(points, row->exact) == 0) {
            return kept;
        }
    }
    return FUHE_DECIMAL(0);
}

/* Whether a score that is rounded could pass the weight, which then prints more decimals. */
static bool passes(fuhe_decimal weight, const struct fuhe_pack *pack) {
    fuhe_decimal rounded;

    return fuhe_decimal_round(weight, pack->item_places, pack->item_rounding, &rounded) == FUHE_STATUS_OK &&
           fuhe_decimal_compare(rounded, weight) > 0;
}

/* "=MIN(G2,…)": no row earns more than its weight. */
static void cap(size_t line, struct fuhe_formula_text *formula) {
    const struct fuhe_formula_text rounded = *formula;

    if (rounded.text[0] != '\0') {
        (void)snprintf(formula->text, sizeof formula->text, "=MIN(%c%zu,%.600s)", 'A' + FUHE_DETAIL_WEIGHT, line,
                       rounded.text + 1);
    }
}

/* The edge of a band of words is never above the weight. */
static void write_edge(const struct fuhe_row *row, const struct fuhe_pack *pack, fuhe_decimal percent, size_t line,
                       struct fuhe_formula_text *formula) {
    char expression[64];
    fuhe_fraction exact;

    share_of_weight(percent, line, expression);
    if (fuhe_fraction_scale(row->weight, percent, FUHE_DECIMAL(100), &exact) == FUHE_STATUS_OK) {
        finish(expression, exact, pack->item_rounding, pack->item_places, formula);
        cap(line, formula);
    }
}

void fuhe_formula_row(const struct fuhe_row *row, const struct fuhe_pack *pack, const fuhe_decimal *percent,
                      size_t line, struct fuhe_formula_text *formula) {
    char expression[128];

    formula->text[0] = '\0';
    if (percent != NULL) {
        write_edge(row, pack, *percent, line, formula);
        return;
    }
    if (!row->has_exact) {
        return;
    }
    if (row->formula == FUHE_FORMULA_OVER_TIER) {
        share_of_weight(kept_of(row, pack), line, expression);
    } else {
        fill(template_of(row, pack), line, expression, sizeof expression);
    }
    finish(expression, row->exact, pack->item_rounding, pack->item_places, formula);
    if (passes(row->weight, pack)) {
        cap(line, formula);
    }
}

/* --- execution --------------------------------------------------------------------------------------------------- */

enum { RATE_GUARD = 9, BILLION = 1000000000 };

/* Whether the rate lies on the edge of each band, or at least a billionth beside it. */
static bool is_clear_of_bands(const struct fuhe_execution *execution, const struct fuhe_execution_rule *rule) {
    for (size_t i = 0; i < rule->band_count; i++) {
        const fuhe_int128 edge = (fuhe_int128)rule->bands[i].from.scaled * 1000;
        const fuhe_fraction below = {edge - 1, BILLION};
        const fuhe_fraction above = {edge + 1, BILLION};
        const bool is_edge = fuhe_fraction_compare_decimal(execution->rate, rule->bands[i].from) == 0;
        const bool is_near =
            fuhe_fraction_compare(execution->rate, below) > 0 && fuhe_fraction_compare(execution->rate, above) < 0;
        if (is_near && !is_edge) {
            return false;
        }
    }
    return true;
}

/* The rate in percent that the pack's method looks at; false when it cannot be trusted. */
static bool write_rate(const struct fuhe_execution *execution, const struct fuhe_execution_rule *rule, size_t line,
                       char rate[FUHE_ROUNDING_TEXT_SIZE]) {
    char expression[64];

    fill("100*{a}/{t}", line, expression, sizeof expression);
    if (rule->basis == FUHE_RATE_EXACT) {
        (void)snprintf(rate, FUHE_ROUNDING_TEXT_SIZE, "ROUND(%s,%d)", expression, RATE_GUARD);
        return is_clear_of_bands(execution, rule);
    }
    const unsigned guard = fuhe_rounding_guard(execution->rate, rule->rate_places);
    (void)fuhe_rounding_text(expression, FUHE_ROUND_HALF_UP, rule->rate_places, guard, rate);
    return guard > 0;
}

static void write_band(const struct fuhe_execution *execution, const struct fuhe_execution_rule *rule,
                       struct fuhe_lines bands, size_t line, struct fuhe_formula_text *formula) {
    char rate[FUHE_ROUNDING_TEXT_SIZE];
    const char *sheet = fuhe_sheet_name(FUHE_SHEET_RULES);

    if (write_rate(execution, rule, line, rate)) {
        (void)snprintf(formula->text, sizeof formula->text, "=LOOKUP(%.160s,'%s'!$%c$%zu:$%c$%zu,'%s'!$%c$%zu:$%c$%zu)",
                       rate, sheet, 'A' + FUHE_RULE_FROM, bands.first, 'A' + FUHE_RULE_FROM, bands.last, sheet,
                       'A' + FUHE_RULE_SCORE, bands.first, 'A' + FUHE_RULE_SCORE, bands.last);
    }
}

static void write_line(const struct fuhe_execution *execution, const struct fuhe_pack *pack, size_t line,
                       struct fuhe_formula_text *formula) {
    char rate[FUHE_ROUNDING_TEXT_SIZE];
    char expression[256];

    if (pack->execution.basis == FUHE_RATE_EXACT) {
        fill(MORE, line, expression, sizeof expression);
    } else if (write_rate(execution, &pack->execution, line, rate)) {
        (void)snprintf(expression, sizeof expression, "%c%zu*MIN(100,%.160s)/100", 'A' + FUHE_DETAIL_WEIGHT, line,
                       rate);
    } else {
        return;
    }
    finish(expression, execution->exact, pack->item_rounding, pack->item_places, formula);
}

void fuhe_formula_execution(const struct fuhe_execution *execution, const struct fuhe_pack *pack,
                            struct fuhe_lines bands, size_t line, struct fuhe_formula_text *formula) {
    char expression[64];

    formula->text[0] = '\0';
    if (execution->state != FUHE_EXECUTION_SCORED) {
        return;
    }
    if (execution->formula == FUHE_FORMULA_BAND) {
        write_band(execution, &pack->execution, bands, line, formula);
    } else if (execution->formula == FUHE_FORMULA_RATE) {
        write_line(execution, pack, line, formula);
    } else {
        fill(template_of_formula(execution->formula), line, expression, sizeof expression);
        finish(expression, execution->exact, pack->item_rounding, pack->item_places, formula);
    }
    if (execution->formula != FUHE_FORMULA_BAND && passes(pack->execution.weight, pack)) {
        cap(line, formula);
    }
}

/* --- verified ---------------------------------------------------------------------------------------------------- */

void fuhe_formula_verified(enum fuhe_verdict verdict, size_t line, struct fuhe_formula_text *formula) {
    char template[128];

    (void)snprintf(template, sizeof template, "=IF({b}=\"%s\",{c},{r})", fuhe_word(FUHE_WORD_BY_CLAIM));
    fill(verdict == FUHE_VERDICT_JUDGEMENT ? "=MIN({c},{w})" : template, line, formula->text, sizeof formula->text);
}

void fuhe_formula_difference(size_t line, struct fuhe_formula_text *formula) {
    fill("=ROUND({c}-{v},6)", line, formula->text, sizeof formula->text);
}
