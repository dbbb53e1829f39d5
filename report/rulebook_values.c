/* SPDX-License-Identifier: Apache-2.0 */
/* The values of each rule in words: one small function a rule, found through a table. */
#include "report/messages.h"
#include "report/rulebook.h"
#include "report/template.h"
#include "report/translate.h"
#include "report/width.h"

enum { VALUE_COLUMN = FUHE_RULEBOOK_INDENT + FUHE_RULEBOOK_LABEL };

static const char *const execution_methods[] = {
    [FUHE_EXECUTION_BANDS] = N_("by bands"),
    [FUHE_EXECUTION_LINEAR] = N_("in proportion to the rate, at most full marks"),
};
static const char *const zero_budgets[] = {
    [FUHE_ZERO_BUDGET_UNSCORED] = N_("not scored"),
    [FUHE_ZERO_BUDGET_NO_POINTS] = N_("no points"),
    [FUHE_ZERO_BUDGET_FULL] = N_("full marks"),
};
static const char *const methods[] = {
    [FUHE_METHOD_MORE] = N_("more is better: weight × result ÷ target, at most the weight"),
    [FUHE_METHOD_LESS] = N_("less is better: full marks up to the target"),
    [FUHE_METHOD_PROPORTIONAL] = N_("weight × actual cost ÷ target, at most the weight"),
    [FUHE_METHOD_CEILING] = N_("full marks up to the target"),
    [FUHE_METHOD_CEILING_IF_SAVED] = N_("full marks up to the target, unless the money is merely not paid yet"),
};
static const char *const less_methods[] = {
    [FUHE_LESS_LINEAR_TO_DOUBLE] = N_("weight × (1 − (result − target) ÷ target), zero from twice the target"),
    [FUHE_LESS_INVERSE] = N_("weight × target ÷ result"),
};
static const char *const equal_methods[] = {
    [FUHE_EQUAL_ALL_OR_NOTHING] = N_("full marks or none"),
    [FUHE_EQUAL_AS_MORE] = N_("as when more is better"),
};
static const char *const roundings[] = {
    [FUHE_ROUND_HALF_UP] = N_("{places} decimals, half up"),
    [FUHE_ROUND_HALF_EVEN] = N_("{places} decimals, half to even"),
    [FUHE_ROUND_TRUNCATE] = N_("{places} decimals, cut off"),
};
static const char *const acceptances[] = {
    [FUHE_ACCEPT_EXACT] = N_("only the exact score"),
    [FUHE_ACCEPT_ROUNDED] = N_("also when rounded to its own decimals"),
    [FUHE_ACCEPT_TRUNCATED] = N_("also when rounded or cut to its own decimals"),
};
static const char *const duplicate_modes[] = {
    [FUHE_DUPLICATES_KEEP] = N_("each counts"),
    [FUHE_DUPLICATES_COUNT_ONCE] = N_("counts once when the weights then close"),
};
static const char *const deviation_bases[] = {
    [FUHE_DEVIATION_OF_CLAIM] = N_("percent of the claimed points"),
    [FUHE_DEVIATION_OF_VERIFIED] = N_("percent of the verified points"),
};

/* A value and its name in a sentence; a list of fewer than FIGURES_MAX ends with a NULL name. */
struct figure {
    const char *name;
    fuhe_decimal value;
};

enum { FIGURES_MAX = FUHE_CATEGORY_COUNT };

static void write_figures(struct fuhe_output *output, const char *sentence, const struct figure *figures) {
    char texts[FIGURES_MAX][FUHE_DECIMAL_TEXT_SIZE];
    struct fuhe_template_word words[FIGURES_MAX + 1] = {{NULL, {NULL, 0}}};

    for (size_t i = 0; i < FIGURES_MAX && figures[i].name != NULL; i++) {
        const size_t length = fuhe_decimal_format(figures[i].value, 0, texts[i]);
        words[i] = (struct fuhe_template_word){figures[i].name, {texts[i], length}};
    }
    fuhe_template_words(output, sentence, words);
}

static void write_points(struct fuhe_output *output, fuhe_decimal points) {
    const struct figure figures[] = {{"points", points}, {NULL, {0}}};

    write_figures(output, _("{points} points"), figures);
}

static void begin(struct fuhe_output *output, const char *label) {
    fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
    fuhe_width_left(output, fuhe_text_of(label), FUHE_RULEBOOK_LABEL);
}

static void end(struct fuhe_output *output) {
    fuhe_output_char(output, '\n');
}

static void write_choice(struct fuhe_output *output, const char *label, const char *choice) {
    begin(output, label);
    fuhe_width_wrap(output, fuhe_text_of(_(choice)), VALUE_COLUMN, fuhe_width_page());
    end(output);
}

static void write_list(struct fuhe_output *output, const char *label, const struct fuhe_text_list *words) {
    begin(output, label);
    fuhe_rulebook_words(output, words, VALUE_COLUMN);
    end(output);
}

void fuhe_rulebook_words(struct fuhe_output *output, const struct fuhe_text_list *words, size_t indent) {
    const fuhe_text separator = fuhe_text_of(fuhe_message_list_separator());
    size_t column = indent;

    for (size_t i = 0; i < words->count; i++) {
        const size_t width = fuhe_width_of(separator) + fuhe_width_of(words->items[i]);
        if (i > 0 && column + width > fuhe_width_page()) {
            fuhe_output_text(output, fuhe_text_trim(separator));
            end(output);
            fuhe_width_spaces(output, indent);
            column = indent;
        } else if (i > 0) {
            fuhe_output_text(output, separator);
        }
        fuhe_width_write(output, words->items[i]);
        column += width;
    }
}

static void write_categories(struct fuhe_output *output, const struct fuhe_pack *pack) {
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        write_list(output, fuhe_message_category((enum fuhe_category)i), &pack->categories[i].words);
        if (i != FUHE_CATEGORY_COST && pack->categories[i].method != FUHE_METHOD_MORE) {
            write_choice(output, "", methods[pack->categories[i].method]);
        }
    }
}

static void write_variant(struct fuhe_output *output, const struct fuhe_weight_variant *variant) {
    struct figure figures[FUHE_CATEGORY_COUNT];

    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        figures[i] = (struct figure){fuhe_category_name((enum fuhe_category)i), variant->weights[i]};
    }
    begin(output, _("Allowed as well"));
    fuhe_width_wrap(output, fuhe_message_choose(variant->when), VALUE_COLUMN, fuhe_width_page());
    end(output);
    fuhe_width_spaces(output, VALUE_COLUMN);
    write_figures(output, _("cost {cost}, output {output}, effect {effect}, satisfaction {satisfaction}"), figures);
    end(output);
}

static void write_weights(struct fuhe_output *output, const struct fuhe_pack *pack) {
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        begin(output, fuhe_message_category((enum fuhe_category)i));
        write_points(output, pack->categories[i].weight);
        end(output);
    }
    begin(output, _("Budget execution"));
    write_points(output, pack->execution.weight);
    end(output);
    begin(output, _("Full marks"));
    write_points(output, pack->full_marks);
    end(output);
    for (size_t i = 0; i < pack->variant_count; i++) {
        write_variant(output, &pack->variants[i]);
    }
}

static void write_band(struct fuhe_output *output, const struct fuhe_execution_rule *execution, size_t index) {
    const struct fuhe_band *band = &execution->bands[index];
    const bool highest = index == 0;
    const bool lowest = index + 1 == execution->band_count;
    const struct figure figures[] = {{"from", band->from},
                                     {"score", band->score},
                                     {"to", highest ? FUHE_DECIMAL(0) : execution->bands[index - 1].from},
                                     {NULL, {0}}};
    const char *sentence = N_("from {from} % to below {to} %: {score} points");

    if (highest) {
        sentence = N_("at least {from} %: {score} points");
    } else if (lowest) {
        sentence = N_("below {to} %: {score} points");
    }
    begin(output, highest ? _("Bands") : "");
    write_figures(output, _(sentence), figures);
    end(output);
}

static void write_execution(struct fuhe_output *output, const struct fuhe_pack *pack) {
    const struct fuhe_execution_rule *execution = &pack->execution;
    const struct figure places[] = {{"places", {(int64_t)execution->rate_places * FUHE_DECIMAL_ONE}}, {NULL, {0}}};

    begin(output, _("Full marks"));
    write_points(output, execution->weight);
    end(output);
    write_choice(output, _("Method"), execution_methods[execution->method]);
    for (size_t i = 0; i < execution->band_count; i++) {
        write_band(output, execution, i);
    }
    begin(output, _("Rate"));
    if (execution->basis == FUHE_RATE_EXACT) {
        fuhe_output_string(output, _("exact, not rounded"));
    } else {
        write_figures(output, _("rounded to {places} decimals first"), places);
    }
    end(output);
    write_choice(output, _("Budget of zero"), zero_budgets[execution->zero_budget]);
    write_list(output, _("Total row"), &execution->total_words);
}

static void write_less(struct fuhe_output *output, const struct fuhe_pack *pack) {
    write_choice(output, _("Above the target"), less_methods[pack->less_method]);
}

static void write_equal(struct fuhe_output *output, const struct fuhe_pack *pack) {
    write_choice(output, _("Method"), equal_methods[pack->equal_method]);
}

static void write_cost(struct fuhe_output *output, const struct fuhe_pack *pack) {
    write_choice(output, _("Method"), methods[pack->categories[FUHE_CATEGORY_COST].method]);
    write_list(output, _("Words for not paid yet"), &pack->unpaid_words);
}

static void write_met_words(struct fuhe_output *output, const struct fuhe_pack *pack) {
    write_list(output, _("Words for full marks"), &pack->met_words);
}

static void write_scale(struct fuhe_output *output, const struct fuhe_pack *pack) {
    for (size_t i = 0; i < pack->scale_count; i++) {
        const struct figure figures[] = {{"low", pack->scale[i].low}, {"high", pack->scale[i].high}, {NULL, {0}}};
        fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
        write_figures(output, _("{low} to {high} percent of the weight"), figures);
        end(output);
        write_list(output, "", &pack->scale[i].words);
    }
}

static void write_over(struct fuhe_output *output, const struct fuhe_pack *pack) {
    const struct figure explain[] = {{"ratio", pack->over_explain}, {NULL, {0}}};

    begin(output, _("Reason asked for"));
    if (pack->over_explain.scaled == 0) {
        fuhe_output_string(output, _("never"));
    } else {
        write_figures(output, _("from {ratio} times the target"), explain);
    }
    end(output);
    begin(output, _("Points taken off"));
    fuhe_output_string(output, pack->over_tier_count == 0 ? _("none") : "");
    for (size_t i = 0; i < pack->over_tier_count; i++) {
        const struct figure tier[] = {
            {"ratio", pack->over_tiers[i].ratio}, {"cut", pack->over_tiers[i].cut}, {NULL, {0}}};
        fuhe_output_string(output, i == 0 ? "" : _("; "));
        write_figures(output, _("{cut} percent of the weight from {ratio} times the target"), tier);
    }
    end(output);
}

static void write_one_rounding(struct fuhe_output *output, const char *label, unsigned places,
                               enum fuhe_rounding rounding) {
    const struct figure figures[] = {{"places", {(int64_t)places * FUHE_DECIMAL_ONE}}, {NULL, {0}}};

    begin(output, label);
    write_figures(output, _(roundings[rounding]), figures);
    end(output);
}

static void write_rounding(struct fuhe_output *output, const struct fuhe_pack *pack) {
    write_one_rounding(output, _("Score of a row"), pack->item_places, pack->item_rounding);
    write_one_rounding(output, _("Totals and rates"), pack->total_places, pack->total_rounding);
}

static void write_claim(struct fuhe_output *output, const struct fuhe_pack *pack) {
    write_choice(output, _("A claim stands"), acceptances[pack->accept]);
    write_choice(output, _("A claim too low"), pack->raise ? N_("is raised") : N_("stays as it is"));
}

static void write_duplicates(struct fuhe_output *output, const struct fuhe_pack *pack) {
    write_choice(output, _("Listed twice"), duplicate_modes[pack->duplicates]);
}

static void write_deviation(struct fuhe_output *output, const struct fuhe_pack *pack) {
    write_choice(output, _("Rate"), deviation_bases[pack->deviation_base]);
}

static void write_grades(struct fuhe_output *output, const struct fuhe_pack *pack) {
    for (size_t i = 0; i < pack->grade_count; i++) {
        const struct fuhe_grade *grade = &pack->grades[i];
        const struct figure figures[] = {{"from", grade->from}, {NULL, {0}}};
        fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
        fuhe_width_left(output, fuhe_message_choose(grade->name), FUHE_RULEBOOK_LABEL);
        write_figures(output, _("from {from} points"), figures);
        end(output);
    }
}

static void write_unspent(struct fuhe_output *output, const struct fuhe_pack *pack) {
    const struct figure figures[] = {{"rate", pack->unspent_rate}, {NULL, {0}}};

    begin(output, _("Execution"));
    write_figures(output, _("below {rate} %"), figures);
    end(output);
}

static void (*const writers[FUHE_RULE_COUNT])(struct fuhe_output *, const struct fuhe_pack *) = {
    [FUHE_RULE_CATEGORIES] = write_categories, [FUHE_RULE_WEIGHTS] = write_weights,
    [FUHE_RULE_EXECUTION] = write_execution,   [FUHE_RULE_NUMBER_LESS] = write_less,
    [FUHE_RULE_NUMBER_EQUAL] = write_equal,    [FUHE_RULE_COST] = write_cost,
    [FUHE_RULE_WORDS] = write_met_words,       [FUHE_RULE_SCALE] = write_scale,
    [FUHE_RULE_OVER_COMPLETION] = write_over,  [FUHE_RULE_ROUNDING] = write_rounding,
    [FUHE_RULE_CLAIM] = write_claim,           [FUHE_RULE_DUPLICATES] = write_duplicates,
    [FUHE_RULE_DEVIATION] = write_deviation,   [FUHE_RULE_GRADES] = write_grades,
    [FUHE_RULE_UNSPENT] = write_unspent,
};

void fuhe_rulebook_values(struct fuhe_output *output, const struct fuhe_pack *pack, enum fuhe_rule rule) {
    if (writers[rule] != NULL) {
        writers[rule](output, pack);
    }
}
