/* SPDX-License-Identifier: Apache-2.0 */
/* Weights of the categories: written when the forms have others than the base, and when the base's no longer close
 * beside the execution score. */
#include <string.h>

#include "infer/draft_rules.h"

enum { SEEN_TWICE = 2, SEEN_MAX = 8, VARIANT_ID_SIZE = 32 };

static size_t largest_of(const fuhe_decimal weights[FUHE_CATEGORY_COUNT]) {
    size_t largest = 0;

    for (size_t i = 1; i < FUHE_CATEGORY_COUNT; i++) {
        largest = fuhe_decimal_compare(weights[i], weights[largest]) > 0 ? i : largest;
    }
    return largest;
}

/* Lets weights of the base close beside another weight of execution, at the cost of the largest. False when that is too
 * small. */
static bool make_close(const struct fuhe_drafting *drafting, fuhe_decimal weights[FUHE_CATEGORY_COUNT]) {
    const size_t largest = largest_of(weights);
    const int64_t more = drafting->draft->pack.execution.weight.scaled - drafting->base->execution.weight.scaled;

    weights[largest].scaled -= more;
    return weights[largest].scaled >= 0;
}

static bool is_listed(const struct fuhe_pack *pack, const fuhe_decimal weights[FUHE_CATEGORY_COUNT]) {
    bool same = true;

    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        same = same && fuhe_decimal_equals(pack->categories[i].weight, weights[i]);
    }
    for (size_t i = 0; i < pack->variant_count && !same; i++) {
        same = memcmp(pack->variants[i].weights, weights, sizeof pack->variants[i].weights) == 0;
    }
    return same;
}

/* The variants of the base as far as they can close; one that had to be changed says so. */
static enum fuhe_status keep_variants(const struct fuhe_drafting *drafting, struct fuhe_pack *pack) {
    const bool changed = !fuhe_decimal_equals(pack->execution.weight, drafting->base->execution.weight);

    for (size_t i = 0; i < drafting->base->variant_count; i++) {
        struct fuhe_weight_variant variant = drafting->base->variants[i];
        struct fuhe_slots slots = {.count = 0};
        if (!make_close(drafting, variant.weights) || is_listed(pack, variant.weights)) {
            continue;
        }
        fuhe_slots_text(&slots, "id", variant.id);
        fuhe_slots_decimal(&slots, "full", pack->full_marks);
        if (changed) {
            FUHE_TRY(
                fuhe_both_say("同基础规则包的 {id}，调整为合计{full}分，须由人确认",
                              "As {id} of the base, changed so that it makes {full} points: a person must settle it",
                              &slots, drafting->arena, &variant.when));
        }
        pack->variants[pack->variant_count++] = variant;
    }
    return FUHE_STATUS_OK;
}

/* Other weights that close and that two forms have. */
static enum fuhe_status add_seen(const struct fuhe_drafting *drafting, struct fuhe_pack *pack) {
    const struct fuhe_weight_sets *sets = &drafting->inference->weights;
    size_t added = 0;

    for (size_t i = 0; i < sets->count && added < SEEN_MAX; i++) {
        const struct fuhe_weight_set *set = &sets->items[i];
        if (!set->closes || set->count < SEEN_TWICE || is_listed(pack, set->weights)) {
            continue;
        }
        struct fuhe_slots slots = {.count = 0};
        struct fuhe_bilingual id;
        struct fuhe_weight_variant *variant = &pack->variants[pack->variant_count++];
        memcpy(variant->weights, set->weights, sizeof variant->weights);
        fuhe_slots_count(&slots, "number", ++added);
        fuhe_slots_count(&slots, "count", set->count);
        FUHE_TRY(fuhe_both_say("seen-{number}", "seen-{number}", &slots, drafting->arena, &id));
        variant->id = id.en;
        FUHE_TRY(fuhe_both_say("{count}份自评表如此设置", "As {count} forms have it", &slots, drafting->arena,
                               &variant->when));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status say_weights(struct fuhe_drafting *drafting, bool is_seen) {
    struct fuhe_pack *pack = &drafting->draft->pack;
    const struct fuhe_weight_sets *sets = &drafting->inference->weights;
    struct fuhe_slots slots = {.count = 0};

    fuhe_draft_state(drafting, FUHE_RULE_WEIGHTS, FUHE_TEXT("自评表“分值（权重）”栏"));
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        fuhe_slots_decimal(&slots, fuhe_category_name((enum fuhe_category)i), pack->categories[i].weight);
    }
    fuhe_slots_decimal(&slots, "execution", pack->execution.weight);
    fuhe_slots_decimal(&slots, "full", pack->full_marks);
    fuhe_slots_count(&slots, "count", is_seen ? sets->items[sets->best].count : 0);
    fuhe_slots_count(&slots, "forms", sets->forms);
    FUHE_TRY(fuhe_both_say("成本{cost}分、产出{output}分、效益{effect}分、满意度{satisfaction}分，加预算执行率{"
                           "execution}分，合计{full}分。",
                           "Cost {cost}, output {output}, effect {effect}, satisfaction {satisfaction} and execution "
                           "{execution} make {full} points.",
                           &slots, drafting->arena, &pack->citations[FUHE_RULE_WEIGHTS].says));
    return is_seen
               ? fuhe_both_say("{forms}份自评表中{count}份如此设置。", "{count} of {forms} forms have these weights.",
                               &slots, drafting->arena, &drafting->draft->why[FUHE_RULE_WEIGHTS])
               : fuhe_both_say("自评表中没有合计{full}分的设置；由所依据规则的分值调整，使之合计{full}分，须由人确认。",
                               "No form has weights that make {full} points: those of the base are changed so that "
                               "they do. A person must settle them.",
                               &slots, drafting->arena, &drafting->draft->why[FUHE_RULE_WEIGHTS]);
}

/* Written when the forms have other weights than the base, or when the base's do not close beside execution. */
enum fuhe_status fuhe_draft_weights(struct fuhe_drafting *drafting) {
    struct fuhe_pack *pack = &drafting->draft->pack;
    const struct fuhe_weight_sets *sets = &drafting->inference->weights;
    const bool is_seen = sets->best < sets->count;
    fuhe_decimal weights[FUHE_CATEGORY_COUNT];

    if (!sets->is_new && fuhe_decimal_equals(pack->execution.weight, drafting->base->execution.weight)) {
        return FUHE_STATUS_OK;
    }
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        weights[i] = is_seen ? sets->items[sets->best].weights[i] : drafting->base->categories[i].weight;
    }
    if (!is_seen && !make_close(drafting, weights)) {
        pack->execution = drafting->base->execution; /* nothing that closes can be said beside such a weight */
        drafting->draft->rule_count -= drafting->draft->rules[FUHE_RULE_EXECUTION];
        drafting->draft->rules[FUHE_RULE_EXECUTION] = false;
        return FUHE_STATUS_OK;
    }
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        pack->categories[i].weight = weights[i];
    }
    pack->variants =
        fuhe_arena_allocate(drafting->arena, drafting->base->variant_count + SEEN_MAX + 1, sizeof *pack->variants);
    if (pack->variants == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    pack->variant_count = 0;
    FUHE_TRY(keep_variants(drafting, pack));
    FUHE_TRY(add_seen(drafting, pack));
    if (pack->variant_count == 0 && drafting->base->variant_count > 0) {
        /* An overlay without variants would have those of its base. */
        struct fuhe_weight_variant *own = &pack->variants[pack->variant_count++];
        *own = drafting->base->variants[0];
        memcpy(own->weights, weights, sizeof weights);
    }
    return say_weights(drafting, is_seen);
}
