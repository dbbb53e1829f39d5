/* SPDX-License-Identifier: Apache-2.0 */
/* The values of each rule: one small function a rule, found through a table. */
#include "report/messages.h"
#include "report/rulebook_maker.h"
#include "report/translate.h"

static const struct fuhe_rulebook_choice execution_methods[] = {
    [FUHE_EXECUTION_BANDS] = {"bands", N_("by bands")},
    [FUHE_EXECUTION_LINEAR] = {"linear", N_("in proportion to the rate, at most full marks")},
};
static const struct fuhe_rulebook_choice zero_budgets[] = {
    [FUHE_ZERO_BUDGET_UNSCORED] = {"unscored", N_("not scored")},
    [FUHE_ZERO_BUDGET_NO_POINTS] = {"no-points", N_("no points")},
    [FUHE_ZERO_BUDGET_FULL] = {"full", N_("full marks")},
};
static const struct fuhe_rulebook_choice methods[] = {
    [FUHE_METHOD_MORE] = {"more", N_("more is better: weight × result ÷ target, at most the weight")},
    [FUHE_METHOD_LESS] = {"less", N_("less is better: full marks up to the target")},
    [FUHE_METHOD_PROPORTIONAL] = {"proportional", N_("weight × actual cost ÷ target, at most the weight")},
    [FUHE_METHOD_CEILING] = {"ceiling", N_("full marks up to the target")},
    [FUHE_METHOD_CEILING_IF_SAVED] = {"ceiling-if-saved",
                                      N_("full marks up to the target, unless the money is merely not paid yet")},
};
static const struct fuhe_rulebook_choice less_methods[] = {
    [FUHE_LESS_LINEAR_TO_DOUBLE] = {"linear-to-double",
                                    N_("weight × (1 − (result − target) ÷ target), zero from twice the target")},
    [FUHE_LESS_INVERSE] = {"inverse", N_("weight × target ÷ result")},
};
static const struct fuhe_rulebook_choice equal_methods[] = {
    [FUHE_EQUAL_ALL_OR_NOTHING] = {"all-or-nothing", N_("full marks or none")},
    [FUHE_EQUAL_AS_MORE] = {"as-more", N_("as when more is better")},
};
static const struct fuhe_rulebook_choice roundings[] = {
    [FUHE_ROUND_HALF_UP] = {"half-up", N_("{places} decimals, half up")},
    [FUHE_ROUND_HALF_EVEN] = {"half-even", N_("{places} decimals, half to even")},
    [FUHE_ROUND_TRUNCATE] = {"truncate", N_("{places} decimals, cut off")},
};
static const struct fuhe_rulebook_choice bases[] = {
    [FUHE_RATE_EXACT] = {"exact", N_("exact, not rounded")},
    [FUHE_RATE_PRINTED] = {"printed", N_("rounded to {places} decimals first")},
};
static const struct fuhe_rulebook_choice acceptances[] = {
    [FUHE_ACCEPT_EXACT] = {"exact", N_("only the exact score")},
    [FUHE_ACCEPT_ROUNDED] = {"rounded", N_("also when rounded to its own decimals")},
    [FUHE_ACCEPT_TRUNCATED] = {"truncated", N_("also when rounded or cut to its own decimals")},
};
static const struct fuhe_rulebook_choice raises[] = {{"no", N_("stays as it is")}, {"yes", N_("is raised")}};
static const struct fuhe_rulebook_choice duplicate_modes[] = {
    [FUHE_DUPLICATES_KEEP] = {"keep", N_("each counts")},
    [FUHE_DUPLICATES_COUNT_ONCE] = {"count-once", N_("counts once when the weights then close")},
};
static const struct fuhe_rulebook_choice deviation_bases[] = {
    [FUHE_DEVIATION_OF_CLAIM] = {"claim", N_("percent of the claimed points")},
    [FUHE_DEVIATION_OF_VERIFIED] = {"verified", N_("percent of the verified points")},
};

static void add_categories(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    static const char *const method_names[FUHE_CATEGORY_COUNT] = {
        [FUHE_CATEGORY_OUTPUT] = "output-method",
        [FUHE_CATEGORY_EFFECT] = "effect-method",
        [FUHE_CATEGORY_SATISFACTION] = "satisfaction-method",
    };

    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        const struct fuhe_category_rule *category = &pack->categories[i];
        const char *label = fuhe_message_category((enum fuhe_category)i);
        fuhe_rulebook_add_words(maker, fuhe_category_name((enum fuhe_category)i), label, &category->words);
        if (method_names[i] != NULL) {
            struct fuhe_rulebook_item *item =
                fuhe_rulebook_add_choice(maker, method_names[i], label, &methods[category->method]);
            item->hidden = category->method == FUHE_METHOD_MORE;
            item->continues = true;
        }
    }
}

static void add_variants(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    struct fuhe_rulebook_row *rows =
        fuhe_rulebook_add_table(maker, FUHE_RULEBOOK_VARIANTS, "variants", _("Allowed as well"), pack->variant_count)
            ->rows;

    for (size_t i = 0; rows != NULL && i < pack->variant_count; i++) {
        const struct fuhe_weight_variant *variant = &pack->variants[i];
        struct fuhe_rulebook_figure figures[FUHE_CATEGORY_COUNT];
        for (size_t j = 0; j < FUHE_CATEGORY_COUNT; j++) {
            figures[j] = (struct fuhe_rulebook_figure){fuhe_category_name((enum fuhe_category)j), variant->weights[j]};
            rows[i].figures[j] = variant->weights[j];
        }
        rows[i].id = variant->id;
        rows[i].name = variant->when;
        rows[i].text = fuhe_rulebook_sentence(
            maker, _("cost {cost}, output {output}, effect {effect}, satisfaction {satisfaction}"), figures);
    }
}

static void add_weights(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        fuhe_rulebook_add_points(maker, fuhe_category_name((enum fuhe_category)i),
                                 fuhe_message_category((enum fuhe_category)i), pack->categories[i].weight);
    }
    fuhe_rulebook_add_points(maker, "execution", _("Budget execution"), pack->execution.weight)->repeated = true;
    fuhe_rulebook_add_points(maker, "full-marks", _("Full marks"), pack->full_marks);
    add_variants(maker, pack);
}

static fuhe_text band_text(struct fuhe_rulebook_maker *maker, const struct fuhe_execution_rule *execution,
                           size_t index) {
    const struct fuhe_band *band = &execution->bands[index];
    const bool highest = index == 0;
    const struct fuhe_rulebook_figure figures[] = {{"from", band->from},
                                                   {"score", band->score},
                                                   {"to", highest ? FUHE_DECIMAL(0) : execution->bands[index - 1].from},
                                                   {NULL, {0}}};
    const char *sentence = N_("from {from} % to below {to} %: {score} points");

    if (highest) {
        sentence = N_("at least {from} %: {score} points");
    } else if (index + 1 == execution->band_count) {
        sentence = N_("below {to} %: {score} points");
    }
    return fuhe_rulebook_sentence(maker, _(sentence), figures);
}

static void add_bands(struct fuhe_rulebook_maker *maker, const struct fuhe_execution_rule *execution) {
    struct fuhe_rulebook_row *rows =
        fuhe_rulebook_add_table(maker, FUHE_RULEBOOK_BANDS, "bands", _("Bands"), execution->band_count)->rows;

    for (size_t i = 0; rows != NULL && i < execution->band_count; i++) {
        rows[i].figures[0] = execution->bands[i].from;
        rows[i].figures[1] = execution->bands[i].score;
        rows[i].text = band_text(maker, execution, i);
    }
}

/* What follows from the values: a figure of the proofs, no value of its own. */
static void add_jump(struct fuhe_rulebook_maker *maker, const struct fuhe_jump *jump, bool is_shown,
                     const char *sentence) {
    const struct fuhe_rulebook_figure figures[] = {
        {"below", jump->below}, {"at", jump->at}, {"points_below", jump->points_below}, {"points_at", jump->points_at}};

    fuhe_rulebook_add(maker, (struct fuhe_rulebook_item){.name = "largest-jump",
                                                         .label = _("Largest jump"),
                                                         .hidden = !is_shown || !jump->present,
                                                         .repeated = true,
                                                         .text = fuhe_rulebook_sentence(maker, sentence, figures)});
}

/* A choice whose words name a number of decimals. */
static void add_decimals(struct fuhe_rulebook_maker *maker, const char *name, const char *label,
                         const struct fuhe_rulebook_choice *choice, unsigned places) {
    const struct fuhe_rulebook_figure figures[] = {{"places", FUHE_DECIMAL(places)}, {NULL, {0}}};
    const fuhe_text text = fuhe_rulebook_sentence(maker, _(choice->words), figures);

    fuhe_rulebook_add_choice(maker, name, label, choice)->text = text;
}

static void add_execution(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    const struct fuhe_execution_rule *execution = &pack->execution;

    fuhe_rulebook_add_points(maker, "weight", _("Full marks"), execution->weight);
    fuhe_rulebook_add_choice(maker, "method", _("Method"), &execution_methods[execution->method]);
    add_bands(maker, execution);
    add_jump(maker, &maker->proof.execution, execution->band_count > 0,
             _("{points_below} points at {below} %, {points_at} at {at} %"));
    add_decimals(maker, "basis", _("Rate"), &bases[execution->basis], execution->rate_places);
    fuhe_rulebook_add_places(maker, "places", _("Decimals of the rate"), execution->rate_places);
    fuhe_rulebook_add_choice(maker, "zero-budget", _("Budget of zero"), &zero_budgets[execution->zero_budget]);
    fuhe_rulebook_add_words(maker, "words", _("Total row"), &execution->total_words);
}

static void add_less(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    fuhe_rulebook_add_choice(maker, "method", _("Above the target"), &less_methods[pack->less_method]);
}

static void add_equal(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    fuhe_rulebook_add_choice(maker, "method", _("Method"), &equal_methods[pack->equal_method]);
}

static void add_cost(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    fuhe_rulebook_add_choice(maker, "method", _("Method"), &methods[pack->categories[FUHE_CATEGORY_COST].method]);
    fuhe_rulebook_add_words(maker, "words", _("Words for not paid yet"), &pack->unpaid_words);
}

static void add_met_words(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    fuhe_rulebook_add_words(maker, "words", _("Words for full marks"), &pack->met_words);
}

static void add_scale(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    struct fuhe_rulebook_row *rows =
        fuhe_rulebook_add_table(maker, FUHE_RULEBOOK_STEPS, "steps", _("Steps"), pack->scale_count)->rows;

    for (size_t i = 0; rows != NULL && i < pack->scale_count; i++) {
        const struct fuhe_scale_step *step = &pack->scale[i];
        const struct fuhe_rulebook_figure figures[] = {{"low", step->low}, {"high", step->high}, {NULL, {0}}};
        rows[i].figures[0] = step->low;
        rows[i].figures[1] = step->high;
        rows[i].words = step->words;
        rows[i].text = fuhe_rulebook_sentence(maker, _("{low} to {high} percent of the weight"), figures);
    }
}

static void add_explain(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    const struct fuhe_rulebook_figure figures[] = {{"ratio", pack->over_explain}, {NULL, {0}}};
    const bool never = pack->over_explain.scaled == 0;

    fuhe_rulebook_add(maker,
                      (struct fuhe_rulebook_item){
                          .name = "explain",
                          .label = _("Reason asked for"),
                          .value = never ? FUHE_TEXT("") : fuhe_rulebook_decimal(maker, pack->over_explain),
                          .text = never ? fuhe_text_of(_("never"))
                                        : fuhe_rulebook_sentence(maker, _("from {ratio} times the target"), figures)});
}

static void add_over(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    add_explain(maker, pack);
    struct fuhe_rulebook_item *item =
        fuhe_rulebook_add_table(maker, FUHE_RULEBOOK_TIERS, "tiers", _("Points taken off"), pack->over_tier_count);
    item->hidden = false;
    item->text = fuhe_text_of(_("none"));
    for (size_t i = 0; i < item->row_count; i++) {
        const struct fuhe_over_tier *tier = &pack->over_tiers[i];
        const struct fuhe_rulebook_figure figures[] = {{"ratio", tier->ratio}, {"cut", tier->cut}, {NULL, {0}}};
        item->rows[i].figures[0] = tier->ratio;
        item->rows[i].figures[1] = tier->cut;
        item->rows[i].text =
            fuhe_rulebook_sentence(maker, _("{cut} percent of the weight from {ratio} times the target"), figures);
    }
    add_jump(maker, &maker->proof.completion, pack->over_tier_count > 0,
             _("{points_below} % of the weight at {below} times the target, {points_at} % at {at} times"));
}

static void add_rounding(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    add_decimals(maker, "item-mode", _("Score of a row"), &roundings[pack->item_rounding], pack->item_places);
    fuhe_rulebook_add_places(maker, "item-places", _("Decimals of a row's score"), pack->item_places);
    add_decimals(maker, "total-mode", _("Totals and rates"), &roundings[pack->total_rounding], pack->total_places);
    fuhe_rulebook_add_places(maker, "total-places", _("Decimals of totals"), pack->total_places);
}

static void add_claim(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    fuhe_rulebook_add_choice(maker, "accept", _("A claim stands"), &acceptances[pack->accept]);
    fuhe_rulebook_add_choice(maker, "raise", _("A claim too low"), &raises[pack->raise]);
}

static void add_duplicates(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    fuhe_rulebook_add_choice(maker, "mode", _("Listed twice"), &duplicate_modes[pack->duplicates]);
}

static void add_deviation(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    fuhe_rulebook_add_choice(maker, "base", _("Rate"), &deviation_bases[pack->deviation_base]);
}

static void add_grades(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    struct fuhe_rulebook_row *rows =
        fuhe_rulebook_add_table(maker, FUHE_RULEBOOK_GRADES, "grades", _("Grades"), pack->grade_count)->rows;

    for (size_t i = 0; rows != NULL && i < pack->grade_count; i++) {
        const struct fuhe_rulebook_figure figures[] = {{"from", pack->grades[i].from}, {NULL, {0}}};
        rows[i].id = pack->grades[i].id;
        rows[i].name = pack->grades[i].name;
        rows[i].figures[0] = pack->grades[i].from;
        rows[i].text = fuhe_rulebook_sentence(maker, _("from {from} points"), figures);
    }
}

static void add_unspent(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    const struct fuhe_rulebook_figure figures[] = {{"rate", pack->unspent_rate}, {NULL, {0}}};

    fuhe_rulebook_add(maker,
                      (struct fuhe_rulebook_item){.name = "rate",
                                                  .label = _("Execution"),
                                                  .value = fuhe_rulebook_decimal(maker, pack->unspent_rate),
                                                  .text = fuhe_rulebook_sentence(maker, _("below {rate} %"), figures)});
}

static void (*const adders[FUHE_RULE_COUNT])(struct fuhe_rulebook_maker *, const struct fuhe_pack *) = {
    [FUHE_RULE_CATEGORIES] = add_categories, [FUHE_RULE_WEIGHTS] = add_weights,
    [FUHE_RULE_EXECUTION] = add_execution,   [FUHE_RULE_NUMBER_LESS] = add_less,
    [FUHE_RULE_NUMBER_EQUAL] = add_equal,    [FUHE_RULE_COST] = add_cost,
    [FUHE_RULE_WORDS] = add_met_words,       [FUHE_RULE_SCALE] = add_scale,
    [FUHE_RULE_OVER_COMPLETION] = add_over,  [FUHE_RULE_ROUNDING] = add_rounding,
    [FUHE_RULE_CLAIM] = add_claim,           [FUHE_RULE_DUPLICATES] = add_duplicates,
    [FUHE_RULE_DEVIATION] = add_deviation,   [FUHE_RULE_GRADES] = add_grades,
    [FUHE_RULE_UNSPENT] = add_unspent,
};

void fuhe_rulebook_add_values(struct fuhe_rulebook_maker *maker, enum fuhe_rule rule) {
    if (adders[rule] != NULL) {
        adders[rule](maker, maker->pack);
    }
}
