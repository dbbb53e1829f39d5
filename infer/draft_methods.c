/* SPDX-License-Identifier: Apache-2.0 */
/* The methods that were elected, how scores are rounded, and words that earn full points. */
#include <string.h>

#include "infer/draft_rules.h"

/* What a rule says when this method is elected. */
struct method_words {
    enum fuhe_family family;
    int value;
    const char *zh;
    const char *en;
};

static const struct method_words method_words[] = {
    {FUHE_FAMILY_COST, FUHE_METHOD_PROPORTIONAL,
     "成本指标按完成值与指标值之比计分，最高为满分；支出少于指标值的，得分相应减少。",
     "Cost indicators score in proportion of actual to target cost, at most full marks; spending less earns less."},
    {FUHE_FAMILY_COST, FUHE_METHOD_CEILING, "成本不超过指标值得满分，超过的按反向指标计分。",
     "Full marks while the cost keeps to its target; above it as where less is better."},
    {FUHE_FAMILY_COST, FUHE_METHOD_CEILING_IF_SAVED,
     "成本不超过指标值得满分，超过的按反向指标计分；原因说明尚未支付的，由复核人员判断。",
     "Full marks while the cost keeps to its target, unless the reason says that it is not yet paid; above it as where "
     "less is better."},
    {FUHE_FAMILY_LESS, FUHE_LESS_LINEAR_TO_DOUBLE, "不超过指标值得满分；超过部分按比例扣分，达到指标值两倍时为0分。",
     "Full marks up to the target; above it points fall in proportion and reach 0 at twice the target."},
    {FUHE_FAMILY_LESS, FUHE_LESS_INVERSE, "不超过指标值得满分；超过的按指标值与完成值之比计分。",
     "Full marks up to the target; above it in the proportion of target to result."},
    {FUHE_FAMILY_EQUAL, FUHE_EQUAL_ALL_OR_NOTHING, "等于指标值得满分，否则不得分。",
     "Full marks when equal to the target, otherwise none."},
    {FUHE_FAMILY_EQUAL, FUHE_EQUAL_AS_MORE, "指标值为“＝”的，按完成值与指标值之比计分，超过的不扣分。",
     "A target with an equals sign scores in proportion to it; going beyond loses nothing."},
};

static const struct method_words *words_of(enum fuhe_family family, int value) {
    const struct method_words *words = method_words;

    while (words->family != family || words->value != value) {
        words++;
    }
    return words;
}

/* How a method is called in a sentence. */
static fuhe_text short_name(const char *word) {
    static const struct {
        const char *word;
        const char *zh;
    } names[] = {
        {"proportional", "按比例"},
        {"ceiling", "以指标值为上限"},
        {"ceiling-if-saved", "以指标值为上限（尚未支付的除外）"},
        {"more", "以多为好"},
        {"less", "以少为好"},
        {"linear-to-double", "两倍时为0"},
        {"inverse", "按指标值与完成值之比"},
        {"all-or-nothing", "相等才得分"},
        {"as-more", "按比例"},
    };
    size_t i = 0;

    while (strcmp(names[i].word, word) != 0) {
        i++;
    }
    return fuhe_text_of(names[i].zh);
}

static enum fuhe_status explain_election(const struct fuhe_election *election, struct fuhe_arena *arena,
                                         struct fuhe_bilingual *why) {
    struct fuhe_both both;
    struct fuhe_slots slots = {.count = 0};

    fuhe_slots_count(&slots, "telling", election->telling);
    fuhe_slots_count(&slots, "fits", election->rivals[election->best].fits);
    fuhe_slots_count(&slots, "any", election->any);
    FUHE_TRY(fuhe_both_begin(&both));
    fuhe_both_add(&both, "可以辨别方法的{telling}行中{fits}行相符（另有{any}行按任何方法都相符）",
                  "It explains {fits} of {telling} rows that can tell ({any} more fit any method)", &slots);
    for (size_t i = 0; i < election->rival_count; i++) {
        if (i != election->best) {
            struct fuhe_slots rival = {.count = 0};
            fuhe_slots_text(&rival, "method", fuhe_text_of(election->rivals[i].word));
            fuhe_slots_text(&rival, "zh", short_name(election->rivals[i].word));
            fuhe_slots_count(&rival, "fits", election->rivals[i].fits);
            fuhe_both_add(&both, "；{zh}的相符{fits}行", "; {method} explains {fits}", &rival);
        }
    }
    fuhe_both_add(&both, "。", ".", &slots);
    return fuhe_both_end(&both, arena, why);
}

static enum fuhe_status state_method(struct fuhe_drafting *drafting, enum fuhe_rule rule, fuhe_text clause,
                                     const struct fuhe_election *election) {
    const struct method_words *words = words_of(election->family, election->rivals[election->best].value);
    const struct fuhe_slots none = {.count = 0};

    fuhe_draft_state(drafting, rule, clause);
    FUHE_TRY(fuhe_both_say(words->zh, words->en, &none, drafting->arena, &drafting->draft->pack.citations[rule].says));
    return explain_election(election, drafting->arena, &drafting->draft->why[rule]);
}

static bool is_changed(const struct fuhe_election *election) {
    return election->is_decided && election->best != election->own;
}

/* Output, effect and satisfaction have their methods in one rule. */
static enum fuhe_status draft_categories(struct fuhe_drafting *drafting) {
    const struct fuhe_methods *methods = &drafting->inference->methods;
    const struct fuhe_slots none = {.count = 0};
    const struct fuhe_election *changed = NULL;

    for (int i = FUHE_FAMILY_OUTPUT; i <= FUHE_FAMILY_SATISFACTION; i++) {
        const struct fuhe_election *election = &methods->elections[i];
        if (is_changed(election)) {
            drafting->draft->pack.categories[i - FUHE_FAMILY_COST].method =
                (enum fuhe_method)election->rivals[election->best].value;
            changed = election;
        }
    }
    if (changed == NULL) {
        return FUHE_STATUS_OK;
    }
    fuhe_draft_state(drafting, FUHE_RULE_CATEGORIES, FUHE_TEXT("自评表各类指标的自评得分"));
    FUHE_TRY(fuhe_both_say("一级指标的分类同所依据的规则，只改变未写明方向的指标以多为好还是以少为好。",
                           "Categories are those of the base; only whether more or less is better changes where no "
                           "operator says so.",
                           &none, drafting->arena, &drafting->draft->pack.citations[FUHE_RULE_CATEGORIES].says));
    return explain_election(changed, drafting->arena, &drafting->draft->why[FUHE_RULE_CATEGORIES]);
}

enum fuhe_status fuhe_draft_methods(struct fuhe_drafting *drafting) {
    const struct fuhe_election *elections = drafting->inference->methods.elections;
    const struct fuhe_election *cost = &elections[FUHE_FAMILY_COST];
    const struct fuhe_election *less = &elections[FUHE_FAMILY_LESS];
    const struct fuhe_election *equal = &elections[FUHE_FAMILY_EQUAL];
    struct fuhe_pack *pack = &drafting->draft->pack;

    FUHE_TRY(draft_categories(drafting));
    if (is_changed(less)) {
        pack->less_method = (enum fuhe_less_method)less->rivals[less->best].value;
        FUHE_TRY(state_method(drafting, FUHE_RULE_NUMBER_LESS, FUHE_TEXT("自评表中带≤、＜的指标各行"), less));
    }
    if (is_changed(equal)) {
        pack->equal_method = (enum fuhe_equal_method)equal->rivals[equal->best].value;
        FUHE_TRY(state_method(drafting, FUHE_RULE_NUMBER_EQUAL, FUHE_TEXT("自评表中带＝的指标各行"), equal));
    }
    if (is_changed(cost)) {
        pack->categories[FUHE_CATEGORY_COST].method = (enum fuhe_method)cost->rivals[cost->best].value;
        FUHE_TRY(state_method(drafting, FUHE_RULE_COST, FUHE_TEXT("自评表成本指标各行"), cost));
    }
    return FUHE_STATUS_OK;
}

/* --- rounding ----------------------------------------------------------------------------------------------------- */

static const char *const rounding_zh[] = {[FUHE_ROUND_HALF_UP] = "四舍五入",
                                          [FUHE_ROUND_HALF_EVEN] = "四舍六入五成双",
                                          [FUHE_ROUND_TRUNCATE] = "直接舍去尾数"};
static const char *const rounding_en[] = {[FUHE_ROUND_HALF_UP] = "rounded half-up",
                                          [FUHE_ROUND_HALF_EVEN] = "rounded half to even",
                                          [FUHE_ROUND_TRUNCATE] = "cut off"};

static enum fuhe_status explain_rounding(const struct fuhe_rounding_habit *habit, struct fuhe_arena *arena,
                                         struct fuhe_bilingual *why) {
    struct fuhe_slots slots = {.count = 0};

    fuhe_slots_count(&slots, "rounded", habit->rounded);
    fuhe_slots_count(&slots, "telling", habit->telling);
    fuhe_slots_count(&slots, "half_up", habit->fits[FUHE_ROUND_HALF_UP]);
    fuhe_slots_count(&slots, "even", habit->fits[FUHE_ROUND_HALF_EVEN]);
    fuhe_slots_count(&slots, "cut", habit->fits[FUHE_ROUND_TRUNCATE]);
    return fuhe_both_say(
        "除不尽的得分{rounded}行，其中{telling}行可以辨别：四舍五入相符{half_up}行，五成双相符{even}行，"
        "舍去尾数相符{cut}行。",
        "Of {rounded} rows whose score had to be rounded {telling} can tell: half-up explains "
        "{half_up}, half to even {even}, cutting {cut}.",
        &slots, arena, why);
}

static enum fuhe_status draft_item_rounding(struct fuhe_drafting *drafting) {
    const struct fuhe_rounding_habit *habit = &drafting->inference->rounding;
    struct fuhe_pack *pack = &drafting->draft->pack;
    struct fuhe_slots slots = {.count = 0};
    struct fuhe_both both;

    pack->item_places = habit->item_places;
    pack->item_rounding = habit->rounding;
    if (pack->item_places == drafting->base->item_places && pack->item_rounding == drafting->base->item_rounding) {
        return FUHE_STATUS_OK;
    }
    fuhe_draft_state(drafting, FUHE_RULE_ROUNDING, FUHE_TEXT("自评得分的填写位数"));
    fuhe_slots_count(&slots, "places", pack->item_places);
    fuhe_slots_text(&slots, "zh", fuhe_text_of(rounding_zh[pack->item_rounding]));
    fuhe_slots_text(&slots, "en", fuhe_text_of(rounding_en[pack->item_rounding]));
    FUHE_TRY(fuhe_both_begin(&both));
    fuhe_both_add(&both, "各指标得分{zh}保留{places}位小数；总分等同所依据的规则。",
                  "Scores of rows are {en} to {places} places; totals are as in the base.", &slots);
    FUHE_TRY(fuhe_both_end(&both, drafting->arena, &pack->citations[FUHE_RULE_ROUNDING].says));
    return explain_rounding(habit, drafting->arena, &drafting->draft->why[FUHE_RULE_ROUNDING]);
}

enum fuhe_status fuhe_draft_rounding(struct fuhe_drafting *drafting) {
    const struct fuhe_rounding_habit *habit = &drafting->inference->rounding;
    const struct fuhe_slots none = {.count = 0};
    struct fuhe_pack *pack = &drafting->draft->pack;
    const bool cuts = habit->rounding == FUHE_ROUND_TRUNCATE;

    FUHE_TRY(draft_item_rounding(drafting));
    pack->accept = cuts ? FUHE_ACCEPT_TRUNCATED : FUHE_ACCEPT_ROUNDED;
    if (pack->accept == drafting->base->accept) {
        return FUHE_STATUS_OK;
    }
    fuhe_draft_state(drafting, FUHE_RULE_CLAIM, FUHE_TEXT("自评得分的填写精度"));
    FUHE_TRY(fuhe_both_say(cuts ? "自评得分是按规则计算的得分四舍五入或舍去尾数到其所填位数的，予以认可。"
                                : "自评得分是按规则计算的得分四舍五入到其所填位数的，予以认可。",
                           cuts ? "A claim that is the computed score rounded or cut to its own decimals stands."
                                : "A claim that is the computed score rounded to its own decimals stands.",
                           &none, drafting->arena, &pack->citations[FUHE_RULE_CLAIM].says));
    return explain_rounding(habit, drafting->arena, &drafting->draft->why[FUHE_RULE_CLAIM]);
}

/* --- words -------------------------------------------------------------------------------------------------------- */

static void list_words(const struct fuhe_wording *wording, struct fuhe_both *both) {
    size_t listed = 0;

    for (size_t i = 0; i < wording->count; i++) {
        struct fuhe_slots slots = {.count = 0};
        if (wording->items[i].is_proposed) {
            fuhe_slots_text(&slots, "word", wording->items[i].word);
            fuhe_slots_count(&slots, "count", wording->items[i].count);
            fuhe_both_add(both, listed == 0 ? "{word}（{count}行）" : "、{word}（{count}行）",
                          listed == 0 ? "{word} ({count} rows)" : ", {word} ({count} rows)", &slots);
            listed++;
        }
    }
}

enum fuhe_status fuhe_draft_words(struct fuhe_drafting *drafting) {
    const struct fuhe_wording *wording = &drafting->inference->wording;
    struct fuhe_text_list *words = &drafting->draft->pack.met_words;
    const struct fuhe_text_list base = drafting->base->met_words;
    const struct fuhe_slots none = {.count = 0};
    struct fuhe_both both;

    words->items = fuhe_arena_allocate(drafting->arena, base.count + wording->proposed, sizeof *words->items);
    if (words->items == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < base.count; i++) {
        words->items[i] = base.items[i];
    }
    for (size_t i = 0; i < wording->count; i++) {
        if (wording->items[i].is_proposed) {
            words->items[words->count++] = wording->items[i].word;
        }
    }
    fuhe_draft_state(drafting, FUHE_RULE_WORDS, FUHE_TEXT("自评表以文字填写的指标各行"));
    FUHE_TRY(fuhe_both_say("指标值和完成值以文字填写的，完成值为所列文字即得满分。",
                           "When target and result are in words, a result in one of these words earns full marks.",
                           &none, drafting->arena, &drafting->draft->pack.citations[FUHE_RULE_WORDS].says));
    FUHE_TRY(fuhe_both_begin(&both));
    fuhe_both_add(&both, "增加的文字，各行均填满分：", "Words added, every row of which claims full points: ", &none);
    list_words(wording, &both);
    fuhe_both_add(&both, "。", ".", &none);
    return fuhe_both_end(&both, drafting->arena, &drafting->draft->why[FUHE_RULE_WORDS]);
}
