/* SPDX-License-Identifier: Apache-2.0 */
/* Which members of a pack belong to which rule: a table, by which single rules are compared and exchanged. */
#include "engine/pack_rule.h"

#include <string.h>

enum member_kind {
    MEMBER_PLAIN,    /* integers, decimals, enums: equal when their bytes are */
    MEMBER_WORDS,    /* struct fuhe_text_list */
    MEMBER_VARIANTS, /* arrays, whose count is another member */
    MEMBER_BANDS,
    MEMBER_STEPS,
    MEMBER_TIERS,
    MEMBER_GRADES
};

struct member {
    enum fuhe_rule rule;
    enum member_kind kind;
    size_t offset;
    size_t size;
    size_t count; /* of an array */
};

#define SIZE_OF(name) sizeof(((struct fuhe_pack *)NULL)->name)
#define PLAIN(rule, name)                                                                                              \
    { FUHE_RULE_##rule, MEMBER_PLAIN, offsetof(struct fuhe_pack, name), SIZE_OF(name), 0 }
#define WORDS(rule, name)                                                                                              \
    { FUHE_RULE_##rule, MEMBER_WORDS, offsetof(struct fuhe_pack, name), SIZE_OF(name), 0 }
/* An array is its pointer; the count has a row of its own. */
#define ARRAY(rule, kind, name, counter)                                                                               \
    {FUHE_RULE_##rule, MEMBER_##kind, offsetof(struct fuhe_pack, name), SIZE_OF(name),                                 \
     offsetof(struct fuhe_pack, counter)},                                                                             \
        PLAIN(rule, counter)
#define CATEGORY(name) categories[FUHE_CATEGORY_##name]

static const struct member members[] = {
    WORDS(CATEGORIES, CATEGORY(COST).words),
    WORDS(CATEGORIES, CATEGORY(OUTPUT).words),
    WORDS(CATEGORIES, CATEGORY(EFFECT).words),
    WORDS(CATEGORIES, CATEGORY(SATISFACTION).words),
    PLAIN(CATEGORIES, CATEGORY(OUTPUT).method),
    PLAIN(CATEGORIES, CATEGORY(EFFECT).method),
    PLAIN(CATEGORIES, CATEGORY(SATISFACTION).method),
    PLAIN(WEIGHTS, CATEGORY(COST).weight),
    PLAIN(WEIGHTS, CATEGORY(OUTPUT).weight),
    PLAIN(WEIGHTS, CATEGORY(EFFECT).weight),
    PLAIN(WEIGHTS, CATEGORY(SATISFACTION).weight),
    PLAIN(WEIGHTS, full_marks),
    ARRAY(WEIGHTS, VARIANTS, variants, variant_count),
    PLAIN(EXECUTION, execution.weight),
    PLAIN(EXECUTION, execution.method),
    PLAIN(EXECUTION, execution.basis),
    PLAIN(EXECUTION, execution.rate_places),
    PLAIN(EXECUTION, execution.zero_budget),
    ARRAY(EXECUTION, BANDS, execution.bands, execution.band_count),
    WORDS(EXECUTION, execution.total_words),
    PLAIN(NUMBER_LESS, less_method),
    PLAIN(NUMBER_EQUAL, equal_method),
    PLAIN(COST, CATEGORY(COST).method),
    WORDS(COST, unpaid_words),
    WORDS(WORDS, met_words),
    ARRAY(SCALE, STEPS, scale, scale_count),
    PLAIN(OVER_COMPLETION, over_explain),
    ARRAY(OVER_COMPLETION, TIERS, over_tiers, over_tier_count),
    PLAIN(ROUNDING, item_places),
    PLAIN(ROUNDING, item_rounding),
    PLAIN(ROUNDING, total_places),
    PLAIN(ROUNDING, total_rounding),
    PLAIN(CLAIM, accept),
    PLAIN(CLAIM, raise),
    PLAIN(DUPLICATES, duplicates),
    PLAIN(DEVIATION, deviation_base),
    ARRAY(GRADES, GRADES, grades, grade_count),
    PLAIN(UNSPENT, unspent_rate),
};

enum { MEMBER_COUNT = sizeof members / sizeof members[0] };

static const void *member_of(const struct fuhe_pack *pack, const struct member *member) {
    return (const char *)pack + member->offset;
}

/* --- comparing --------------------------------------------------------------------------------------------------- */

static bool same_words(const struct fuhe_text_list *a, const struct fuhe_text_list *b) {
    bool same = a->count == b->count;

    for (size_t i = 0; same && i < a->count; i++) {
        same = fuhe_text_equals(a->items[i], b->items[i]);
    }
    return same;
}

static bool same_bilingual(const struct fuhe_bilingual *a, const struct fuhe_bilingual *b) {
    return fuhe_text_equals(a->zh, b->zh) && fuhe_text_equals(a->en, b->en);
}

static bool same_variant(const struct fuhe_weight_variant *a, const struct fuhe_weight_variant *b) {
    bool same = fuhe_text_equals(a->id, b->id);

    for (size_t i = 0; same && i < FUHE_CATEGORY_COUNT; i++) {
        same = fuhe_decimal_equals(a->weights[i], b->weights[i]);
    }
    return same;
}

/* Whether item i of the arrays of two packs is the same. */
static bool same_item(const struct fuhe_pack *a, const struct fuhe_pack *b, enum member_kind kind, size_t i) {
    switch (kind) {
    case MEMBER_VARIANTS:
        return same_variant(&a->variants[i], &b->variants[i]);
    case MEMBER_BANDS:
        return fuhe_decimal_equals(a->execution.bands[i].from, b->execution.bands[i].from) &&
               fuhe_decimal_equals(a->execution.bands[i].score, b->execution.bands[i].score);
    case MEMBER_STEPS:
        return fuhe_decimal_equals(a->scale[i].low, b->scale[i].low) &&
               fuhe_decimal_equals(a->scale[i].high, b->scale[i].high) &&
               same_words(&a->scale[i].words, &b->scale[i].words);
    case MEMBER_TIERS:
        return fuhe_decimal_equals(a->over_tiers[i].ratio, b->over_tiers[i].ratio) &&
               fuhe_decimal_equals(a->over_tiers[i].cut, b->over_tiers[i].cut);
    case MEMBER_GRADES:
        return fuhe_text_equals(a->grades[i].id, b->grades[i].id) &&
               same_bilingual(&a->grades[i].name, &b->grades[i].name) &&
               fuhe_decimal_equals(a->grades[i].from, b->grades[i].from);
    case MEMBER_PLAIN:
    case MEMBER_WORDS:
        break;
    }
    return true;
}

static size_t count_of(const struct fuhe_pack *pack, const struct member *member) {
    size_t count;

    memcpy(&count, (const char *)pack + member->count, sizeof count);
    return count;
}

static bool same_array(const struct fuhe_pack *a, const struct fuhe_pack *b, const struct member *member) {
    const size_t count = count_of(a, member);
    bool same = count == count_of(b, member);

    for (size_t i = 0; same && i < count; i++) {
        same = same_item(a, b, member->kind, i);
    }
    return same;
}

static bool same_member(const struct fuhe_pack *a, const struct fuhe_pack *b, const struct member *member) {
    if (member->kind == MEMBER_PLAIN) {
        return memcmp(member_of(a, member), member_of(b, member), member->size) == 0;
    }
    if (member->kind == MEMBER_WORDS) {
        return same_words(member_of(a, member), member_of(b, member));
    }
    return same_array(a, b, member);
}

bool fuhe_pack_same_rule(const struct fuhe_pack *a, const struct fuhe_pack *b, enum fuhe_rule rule) {
    for (size_t i = 0; i < MEMBER_COUNT; i++) {
        if (members[i].rule == rule && !same_member(a, b, &members[i])) {
            return false;
        }
    }
    return true;
}

/* --- exchanging -------------------------------------------------------------------------------------------------- */

void fuhe_pack_take_rule(struct fuhe_pack *pack, const struct fuhe_pack *from, enum fuhe_rule rule) {
    for (size_t i = 0; i < MEMBER_COUNT; i++) {
        if (members[i].rule == rule) {
            memcpy((char *)pack + members[i].offset, member_of(from, &members[i]), members[i].size);
        }
    }
    pack->citations[rule] = from->citations[rule];
}
