/* SPDX-License-Identifier: Apache-2.0 */
/* Execution: bands with the range of each cut, or a line. */
#include "engine/pack_rule.h"
#include "infer/draft_rules.h"

static enum fuhe_status say_bands(const struct fuhe_drafting *drafting, struct fuhe_bilingual *says) {
    const struct fuhe_execution_rule *rule = &drafting->draft->pack.execution;
    struct fuhe_both both;

    FUHE_TRY(fuhe_both_begin(&both));
    for (size_t i = 0; i < rule->band_count; i++) {
        struct fuhe_slots slots = {.count = 0};
        const bool is_last = i + 1 == rule->band_count;
        fuhe_slots_decimal(&slots, "from", rule->bands[is_last && i > 0 ? i - 1 : i].from);
        fuhe_slots_decimal(&slots, "score", rule->bands[i].score);
        if (i == 0) {
            fuhe_both_add(&both, "按预算执行率分档计分：{from}%及以上得{score}分",
                          "Execution is scored by bands of the rate: from {from} % {score} points", &slots);
        } else {
            fuhe_both_add(&both, is_last ? "，不足{from}%得{score}分。" : "，{from}%及以上得{score}分",
                          is_last ? ", below {from} % {score}." : ", from {from} % {score}", &slots);
        }
    }
    return fuhe_both_end(&both, drafting->arena, says);
}

static enum fuhe_status say_line(const struct fuhe_drafting *drafting, struct fuhe_bilingual *says) {
    const struct fuhe_execution_rule *rule = &drafting->draft->pack.execution;
    struct fuhe_slots slots = {.count = 0};

    fuhe_slots_decimal(&slots, "weight", rule->weight);
    fuhe_slots_count(&slots, "places", rule->rate_places);
    return rule->basis == FUHE_RATE_EXACT
               ? fuhe_both_say("预算执行得分＝{weight}分×执行率，最高{weight}分。",
                               "Execution scores {weight} points times the rate, at most {weight}.", &slots,
                               drafting->arena, says)
               : fuhe_both_say(
                     "预算执行得分＝{weight}分×执行率（执行率先四舍五入保留{places}位小数），最高{weight}分。",
                     "Execution scores {weight} points times the rate, rounded to {places} places first, at most "
                     "{weight}.",
                     &slots, drafting->arena, says);
}

/* One score may be one mistake. */
static void say_singles(struct fuhe_both *both, const struct fuhe_steps *steps) {
    for (size_t i = steps->count; i-- > 0;) {
        struct fuhe_slots slots = {.count = 0};
        if (steps->items[i].support == 1) {
            fuhe_slots_decimal(&slots, "score", steps->items[i].value);
            fuhe_both_add(both, "{score}分的一档只有一个得分为据。", " One score alone speaks for {score} points.",
                          &slots);
        }
    }
}

static enum fuhe_status explain_execution(const struct fuhe_drafting *drafting, struct fuhe_bilingual *why) {
    const struct fuhe_execution_proposal *proposal = &drafting->inference->execution;
    struct fuhe_slots slots = {.count = 0};
    struct fuhe_both both;

    fuhe_slots_count(&slots, "fits", proposal->fits);
    fuhe_slots_count(&slots, "of", proposal->direct + proposal->inferred);
    fuhe_slots_count(&slots, "direct", proposal->direct);
    fuhe_slots_count(&slots, "inferred", proposal->inferred);
    FUHE_TRY(fuhe_both_begin(&both));
    fuhe_both_add(&both,
                  "{of}个执行得分中{fits}个相符（其中填有得分的{direct}个，由总分减各行得分推得的{inferred}个）。",
                  "It explains {fits} of {of} scores ({direct} printed, {inferred} told from totals).", &slots);
    if (proposal->rule.method == FUHE_EXECUTION_BANDS) {
        fuhe_draft_say_cuts(&both, proposal->points, &proposal->steps, "%");
        say_singles(&both, &proposal->steps);
        if (proposal->top_is_assumed) {
            fuhe_both_add(&both, "没有自评表得满分，100%得满分只是假定。",
                          " No form earns full points: that they are for 100 % is assumed.", &slots);
        }
    }
    return fuhe_both_end(&both, drafting->arena, why);
}

enum fuhe_status fuhe_draft_execution(struct fuhe_drafting *drafting) {
    struct fuhe_pack *pack = &drafting->draft->pack;

    pack->execution = drafting->inference->execution.rule;
    if (fuhe_pack_same_rule(pack, drafting->base, FUHE_RULE_EXECUTION)) {
        pack->execution = drafting->base->execution;
        return FUHE_STATUS_OK;
    }
    fuhe_draft_state(drafting, FUHE_RULE_EXECUTION, FUHE_TEXT("自评表“资金情况”的得分，未填的由总分推得"));
    struct fuhe_citation *citation = &pack->citations[FUHE_RULE_EXECUTION];
    FUHE_TRY(pack->execution.method == FUHE_EXECUTION_BANDS ? say_bands(drafting, &citation->says)
                                                            : say_line(drafting, &citation->says));
    return explain_execution(drafting, &drafting->draft->why[FUHE_RULE_EXECUTION]);
}
