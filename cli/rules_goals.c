/* SPDX-License-Identifier: Apache-2.0 */
/* The goals of cases in words: the title of the rule that a goal is about, and what about it. */
#include "cli/rules_goals.h"

#include "report/messages.h"
#include "report/rulebook_model.h"
#include "report/template.h"
#include "report/translate.h"

struct words {
    enum fuhe_rule rule;
    const char *what; /* {value}: the edge; {name}: of what `index` means */
};

static const struct words goal_words[FUHE_GOAL_COUNT] = {
    [FUHE_GOAL_CASES] = {FUHE_RULE_NONE, N_("at least {value} cases")},
    [FUHE_GOAL_RULE] = {FUHE_RULE_NONE, N_("a case that shows the rule {name}")},
    [FUHE_GOAL_CATEGORY] = {FUHE_RULE_CATEGORIES, N_("a row of {name}")},
    [FUHE_GOAL_BAND_AT] = {FUHE_RULE_EXECUTION, N_("a rate of exactly {value} %")},
    [FUHE_GOAL_BAND_BELOW] = {FUHE_RULE_EXECUTION,
                              N_("a rate below {value} % by at most 0.01, that does not reach it")},
    [FUHE_GOAL_RATE_BETWEEN] = {FUHE_RULE_EXECUTION, N_("a rate above 0 and below 100 %")},
    [FUHE_GOAL_RATE_FULL] = {FUHE_RULE_EXECUTION, N_("a rate of exactly 100 %")},
    [FUHE_GOAL_RATE_SHORT] = {FUHE_RULE_EXECUTION, N_("a rate below 100 % by at most 0.01")},
    [FUHE_GOAL_RATE_OVER] = {FUHE_RULE_EXECUTION, N_("a rate above 100 %")},
    [FUHE_GOAL_RATE_ROUNDED] = {FUHE_RULE_EXECUTION, N_("a rate for which it matters that it is rounded first")},
    [FUHE_GOAL_BUDGET_ZERO] = {FUHE_RULE_EXECUTION, N_("a budget of zero")},
    [FUHE_GOAL_MORE_MET] = {FUHE_RULE_NUMBER_MORE, N_("exactly the target")},
    [FUHE_GOAL_MORE_SHORT] = {FUHE_RULE_NUMBER_MORE, N_("below the target")},
    [FUHE_GOAL_MORE_BEYOND] = {FUHE_RULE_NUMBER_MORE, N_("above the target, below twice of it")},
    [FUHE_GOAL_LESS_MET] = {FUHE_RULE_NUMBER_LESS, N_("exactly the target")},
    [FUHE_GOAL_LESS_UNDER] = {FUHE_RULE_NUMBER_LESS, N_("below the target")},
    [FUHE_GOAL_LESS_OVER] = {FUHE_RULE_NUMBER_LESS, N_("above the target, below twice of it")},
    [FUHE_GOAL_LESS_DOUBLE] = {FUHE_RULE_NUMBER_LESS, N_("twice the target or more")},
    [FUHE_GOAL_EQUAL_MET] = {FUHE_RULE_NUMBER_EQUAL, N_("exactly the target")},
    [FUHE_GOAL_EQUAL_UNDER] = {FUHE_RULE_NUMBER_EQUAL, N_("below the target")},
    [FUHE_GOAL_EQUAL_OVER] = {FUHE_RULE_NUMBER_EQUAL, N_("above the target, below twice of it")},
    [FUHE_GOAL_RANK_MET] = {FUHE_RULE_RANK, N_("exactly the target")},
    [FUHE_GOAL_RANK_BEHIND] = {FUHE_RULE_RANK, N_("a rank behind the target, not twice as far down")},
    [FUHE_GOAL_ZERO_MET] = {FUHE_RULE_ZERO_TARGET, N_("a result of zero")},
    [FUHE_GOAL_ZERO_MISSED] = {FUHE_RULE_ZERO_TARGET, N_("another result than zero")},
    [FUHE_GOAL_COST_MET] = {FUHE_RULE_COST, N_("exactly the target")},
    [FUHE_GOAL_COST_UNDER] = {FUHE_RULE_COST, N_("below the target")},
    [FUHE_GOAL_COST_OVER] = {FUHE_RULE_COST, N_("above the target, below twice of it")},
    [FUHE_GOAL_COST_DOUBLE] = {FUHE_RULE_COST, N_("twice the target or more")},
    [FUHE_GOAL_COST_UNPAID] = {FUHE_RULE_COST, N_("below the target, with a reason that says not paid yet")},
    [FUHE_GOAL_WORDS_MET] = {FUHE_RULE_WORDS, N_("a result in words that is met")},
    [FUHE_GOAL_STEP_INSIDE] = {FUHE_RULE_SCALE, N_("a claim inside the step that ends at {value} %")},
    [FUHE_GOAL_STEP_ABOVE] = {FUHE_RULE_SCALE, N_("a claim above the step that ends at {value} %")},
    [FUHE_GOAL_STEP_BELOW] = {FUHE_RULE_SCALE, N_("a claim below the step that ends at {value} %")},
    [FUHE_GOAL_JUDGEMENT] = {FUHE_RULE_JUDGEMENT, N_("a row that cannot be computed")},
    [FUHE_GOAL_EXPLAIN_AT] = {FUHE_RULE_OVER_COMPLETION,
                              N_("a result of exactly {value} times the target, with the finding over-completion")},
    [FUHE_GOAL_EXPLAIN_BELOW] = {FUHE_RULE_OVER_COMPLETION,
                                 N_("a result below {value} times the target by at most 0.01, without that finding")},
    [FUHE_GOAL_TIER_AT] = {FUHE_RULE_OVER_COMPLETION, N_("a result of exactly {value} times the target")},
    [FUHE_GOAL_TIER_BELOW] = {FUHE_RULE_OVER_COMPLETION, N_("a result below {value} times the target by at most 0.01")},
    [FUHE_GOAL_ROUNDED_UP] = {FUHE_RULE_ROUNDING, N_("a score that is rounded up")},
    [FUHE_GOAL_ROUNDED_DOWN] = {FUHE_RULE_ROUNDING, N_("a score that is rounded down")},
    [FUHE_GOAL_ROUNDED_TIE] = {FUHE_RULE_ROUNDING, N_("a score exactly between two that can be printed")},
    [FUHE_GOAL_VERDICT] = {FUHE_RULE_CLAIM, N_("a claim with the verdict “{name}”")},
    [FUHE_GOAL_FULL_UNMET] = {FUHE_RULE_CLAIM, N_("full marks claimed for a target that is not met")},
    [FUHE_GOAL_WEIGHTS] = {FUHE_RULE_WEIGHTS, N_("a form with the weights of the pack (weights=\"own\")")},
    [FUHE_GOAL_VARIANT] = {FUHE_RULE_WEIGHTS, N_("a form with the weights {name}")},
    [FUHE_GOAL_COUNTED_ONCE] = {FUHE_RULE_DUPLICATES, N_("a form with a row that counts once")},
    [FUHE_GOAL_DEVIATION] = {FUHE_RULE_DEVIATION, N_("a rate of deviation other than zero")},
    [FUHE_GOAL_GRADE_AT] = {FUHE_RULE_GRADES, N_("a total of exactly {value}")},
    [FUHE_GOAL_GRADE_BELOW] = {FUHE_RULE_GRADES, N_("a total just below {value}")},
    [FUHE_GOAL_UNSPENT_AT] =
        {FUHE_RULE_UNSPENT,
         N_("full output with a rate of exactly {value} %, without the finding unspent-full-output")},
    [FUHE_GOAL_UNSPENT_BELOW] = {FUHE_RULE_UNSPENT,
                                 N_("full output with a rate below {value} % by at most 0.01, with that finding")},
};

/* What the index of an item means. */
static fuhe_text name_of(const struct fuhe_pack *pack, const struct fuhe_goal_item *item) {
    if (item->goal == FUHE_GOAL_RULE) {
        return fuhe_text_of(fuhe_rule_name((enum fuhe_rule)item->index));
    }
    if (item->goal == FUHE_GOAL_CATEGORY) {
        return fuhe_text_of(fuhe_category_name((enum fuhe_category)item->index));
    }
    if (item->goal == FUHE_GOAL_VERDICT) {
        return fuhe_text_of(fuhe_verdict_name((enum fuhe_verdict)item->index));
    }
    return item->goal == FUHE_GOAL_VARIANT ? pack->variants[item->index].id : (fuhe_text){NULL, 0};
}

void fuhe_rules_write_goal(struct fuhe_output *output, const struct fuhe_pack *pack,
                           const struct fuhe_goal_item *item) {
    const struct words *words = &goal_words[item->goal];
    char value[FUHE_DECIMAL_TEXT_SIZE];

    (void)fuhe_decimal_format(item->value, 0, value);
    const struct fuhe_template_word values[] = {
        {"value", fuhe_text_of(value)}, {"name", name_of(pack, item)}, {NULL, {NULL, 0}}};
    if (words->rule != FUHE_RULE_NONE) {
        fuhe_output_string(output, fuhe_rulebook_title(words->rule));
        fuhe_output_string(output, _(": "));
    }
    fuhe_template_words(output, _(words->what), values);
}
