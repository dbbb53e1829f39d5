/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/pack_rule.h"
#include "tests/support/cases.h"
#include "tests/support/plain_pack.h"

#include <string.h>

struct change_case {
    const char *name;
    void (*change)(struct fuhe_pack *pack);
    enum fuhe_rule rule; /* that it belongs to; NONE: to no rule */
};

static void change_identity(struct fuhe_pack *pack) {
    pack->id = FUHE_TEXT("other");
}

static void change_paper(struct fuhe_pack *pack) {
    pack->citations[FUHE_RULE_EXECUTION].clause = FUHE_TEXT("another clause");
}

static void change_severity(struct fuhe_pack *pack) {
    pack->severities[FUHE_CODE_TOTAL_SUM] = FUHE_SEVERITY_NOTE;
}

static void change_category_method(struct fuhe_pack *pack) {
    pack->categories[FUHE_CATEGORY_EFFECT].method = FUHE_METHOD_LESS;
}

static void change_category_words(struct fuhe_pack *pack) {
    static fuhe_text word;

    word = FUHE_TEXT("产出指标");
    pack->categories[FUHE_CATEGORY_OUTPUT].words = plain_words(&word, 1);
}

static void change_weight(struct fuhe_pack *pack) {
    pack->categories[FUHE_CATEGORY_OUTPUT].weight = FUHE_DECIMAL(41);
}

static void change_variant(struct fuhe_pack *pack) {
    static struct fuhe_weight_variant variant;

    variant = pack->variants[0];
    variant.weights[FUHE_CATEGORY_OUTPUT] = FUHE_DECIMAL(51);
    pack->variants = &variant;
}

static void drop_variant(struct fuhe_pack *pack) {
    pack->variant_count = 0;
}

static void change_band(struct fuhe_pack *pack) {
    static struct fuhe_band bands[3];

    memcpy(bands, pack->execution.bands, sizeof bands);
    bands[1].score = FUHE_DECIMAL(6);
    pack->execution.bands = bands;
}

static void change_basis(struct fuhe_pack *pack) {
    pack->execution.basis = FUHE_RATE_PRINTED;
}

static void change_less(struct fuhe_pack *pack) {
    pack->less_method = FUHE_LESS_INVERSE;
}

static void change_cost(struct fuhe_pack *pack) {
    pack->categories[FUHE_CATEGORY_COST].method = FUHE_METHOD_CEILING;
}

static void change_met_words(struct fuhe_pack *pack) {
    pack->met_words.count = 0;
}

static void change_step(struct fuhe_pack *pack) {
    static struct fuhe_scale_step steps[2];

    memcpy(steps, pack->scale, sizeof steps);
    steps[1].high = FUHE_DECIMAL(70);
    pack->scale = steps;
}

static void add_tier(struct fuhe_pack *pack) {
    static struct fuhe_over_tier tier;

    tier = (struct fuhe_over_tier){FUHE_DECIMAL(2), FUHE_DECIMAL(10)};
    pack->over_tiers = &tier;
    pack->over_tier_count = 1;
}

static void change_grade_name(struct fuhe_pack *pack) {
    static struct fuhe_grade grades[2];

    memcpy(grades, pack->grades, sizeof grades);
    grades[0].name.zh = FUHE_TEXT("优");
    pack->grades = grades;
}

static void change_places(struct fuhe_pack *pack) {
    pack->total_places = 1;
}

static const struct change_case change_cases[] = {
    {"the id", change_identity, FUHE_RULE_NONE},
    {"the paper alone", change_paper, FUHE_RULE_NONE},
    {"a severity", change_severity, FUHE_RULE_NONE},
    {"how a category is scored", change_category_method, FUHE_RULE_CATEGORIES},
    {"words of a category", change_category_words, FUHE_RULE_CATEGORIES},
    {"a weight", change_weight, FUHE_RULE_WEIGHTS},
    {"a weight of a variant", change_variant, FUHE_RULE_WEIGHTS},
    {"one variant fewer", drop_variant, FUHE_RULE_WEIGHTS},
    {"points of a band", change_band, FUHE_RULE_EXECUTION},
    {"the rate looked at", change_basis, FUHE_RULE_EXECUTION},
    {"less is better", change_less, FUHE_RULE_NUMBER_LESS},
    {"cost", change_cost, FUHE_RULE_COST},
    {"words that meet", change_met_words, FUHE_RULE_WORDS},
    {"an end of a step", change_step, FUHE_RULE_SCALE},
    {"one tier more", add_tier, FUHE_RULE_OVER_COMPLETION},
    {"the name of a grade", change_grade_name, FUHE_RULE_GRADES},
    {"places of totals", change_places, FUHE_RULE_ROUNDING},
};

/* A change is seen in its rule and in no other; taking that rule back undoes it. */
static void change_belongs_to_its_rule(void **state) {
    const struct change_case *row = *state;
    struct fuhe_pack plain;
    struct fuhe_pack changed;

    plain_pack_init(&plain);
    changed = plain;
    row->change(&changed);
    for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        assert_int_equal(fuhe_pack_same_rule(&plain, &changed, (enum fuhe_rule)rule), rule != row->rule);
    }
    if (row->rule != FUHE_RULE_NONE) {
        fuhe_pack_take_rule(&changed, &plain, row->rule);
        assert_true(fuhe_pack_same_rule(&plain, &changed, row->rule));
    }
}

/* Marks the bytes of a member that belongs to no rule. */
#define OWN(name) memset(&pack.name, 0, sizeof pack.name)

/* Whoever adds a member to the pack has to say which rule it belongs to: else rules are compared without it. */
static void every_member_belongs_somewhere(void **state) {
    enum { PADDING = 7 };
    static struct fuhe_pack blank;
    static struct fuhe_pack pack;
    size_t run = 0;

    (void)state;
    memset(&pack, 0xAA, sizeof pack);
    for (size_t rule = FUHE_RULE_NONE; rule < FUHE_RULE_COUNT; rule++) {
        fuhe_pack_take_rule(&pack, &blank, (enum fuhe_rule)rule);
    }
    OWN(id), OWN(version), OWN(status), OWN(from), OWN(to), OWN(title), OWN(issuer), OWN(regions), OWN(needs_cost);
    OWN(sources), OWN(source_count), OWN(severities), OWN(base), OWN(hash);
    for (size_t i = 0; i < sizeof pack; i++) {
        run = ((const unsigned char *)&pack)[i] == 0xAA ? run + 1 : 0;
        assert_true(run <= PADDING);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_member_belongs_somewhere)};
    int failures = cmocka_run_group_tests_name("members", tests, NULL, NULL);

    failures += RUN_CASES("change", change_cases, change_belongs_to_its_rule);
    return failures;
}
