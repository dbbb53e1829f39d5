/* SPDX-License-Identifier: Apache-2.0 */
/* One form and two packs that differ in a rule or two: which rule is named, and what it does. */
#include "impact/impact.h"

#include <stdio.h>

#include "tests/support/cases.h"
#include "tests/support/form_builder.h"
#include "tests/support/plain_pack.h"

/* --- changes of a pack -------------------------------------------------------------------------------------------- */

/* Arrays of which a pack borrows; one set for each side. */
struct lent {
    struct fuhe_band bands[3];
    struct fuhe_grade grades[2];
};

static void leave(struct fuhe_pack *pack, struct lent *lent) {
    (void)pack;
    (void)lent;
}

static void score_band(struct fuhe_pack *pack, struct lent *lent, int64_t scaled) {
    memcpy(lent->bands, pack->execution.bands, sizeof lent->bands);
    lent->bands[1].score.scaled = scaled;
    pack->execution.bands = lent->bands;
}

static void cut_grade(struct fuhe_pack *pack, struct lent *lent, int64_t scaled) {
    memcpy(lent->grades, pack->grades, sizeof lent->grades);
    lent->grades[0].from.scaled = scaled;
    pack->grades = lent->grades;
}

static void raise_band(struct fuhe_pack *pack, struct lent *lent) {
    score_band(pack, lent, 6000000);
}

static void take_ceiling(struct fuhe_pack *pack, struct lent *lent) {
    (void)lent;
    pack->categories[FUHE_CATEGORY_COST].method = FUHE_METHOD_CEILING;
}

static void round_to_points(struct fuhe_pack *pack, struct lent *lent) {
    (void)lent;
    pack->total_places = 0;
}

static void raise_cut(struct fuhe_pack *pack, struct lent *lent) {
    cut_grade(pack, lent, 96000000);
}

static void forget_met_words(struct fuhe_pack *pack, struct lent *lent) {
    (void)lent;
    pack->met_words.count = 0;
}

static void raise_band_and_take_ceiling(struct fuhe_pack *pack, struct lent *lent) {
    raise_band(pack, lent);
    take_ceiling(pack, lent);
}

static void raise_band_as_much_as_ceiling(struct fuhe_pack *pack, struct lent *lent) {
    score_band(pack, lent, 6750000);
    take_ceiling(pack, lent);
}

static void take_ceiling_and_round(struct fuhe_pack *pack, struct lent *lent) {
    take_ceiling(pack, lent);
    round_to_points(pack, lent);
}

static void take_ceiling_and_raise_cut(struct fuhe_pack *pack, struct lent *lent) {
    take_ceiling(pack, lent);
    raise_cut(pack, lent);
}

static void cut_high(struct fuhe_pack *pack, struct lent *lent) {
    cut_grade(pack, lent, 95500000);
}

static void cut_high_raise_and_ceiling(struct fuhe_pack *pack, struct lent *lent) {
    cut_high(pack, lent);
    raise_band_and_take_ceiling(pack, lent);
}

static void weigh_execution(struct fuhe_pack *pack, struct lent *lent) {
    (void)lent;
    pack->execution.weight = FUHE_DECIMAL(20);
}

static void weigh_execution_less(struct fuhe_pack *pack, struct lent *lent) {
    (void)lent;
    pack->execution.weight = FUHE_DECIMAL(9);
}

static void weigh_and_raise_band(struct fuhe_pack *pack, struct lent *lent) {
    weigh_execution(pack, lent);
    score_band(pack, lent, 10000000);
}

static void weigh_raise_and_take_ceiling(struct fuhe_pack *pack, struct lent *lent) {
    weigh_and_raise_band(pack, lent);
    take_ceiling(pack, lent);
}

static void cut_at_ninety(struct fuhe_pack *pack, struct lent *lent) {
    cut_grade(pack, lent, 90000000);
}

static void cut_at_ninety_and_weigh(struct fuhe_pack *pack, struct lent *lent) {
    cut_at_ninety(pack, lent);
    weigh_execution(pack, lent);
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

/* The form has 93.25 by the plain pack: 13.5 and 4.75 for its costs, 5 for execution, the rest full. */
static const struct impact_case {
    const char *name;
    void (*before)(struct fuhe_pack *pack, struct lent *lent);
    void (*after)(struct fuhe_pack *pack, struct lent *lent);
    enum fuhe_impact_kind kind;
    const char *difference;
    const char *effects; /* "!" decides, "#" makes the grade alone */
    const char *scaling; /* to full marks, with the same signs */
    const char *rest;
    const char *parts; /* rows from 0, "x" for execution, with the rules that change them alone */
} cases[] = {
    {"the same rules", leave, leave, FUHE_IMPACT_SAME, "0", "", "0", "0", ""},
    {"a rule that touches nothing", leave, forget_met_words, FUHE_IMPACT_SAME, "0", "", "0", "0", ""},
    {"execution", leave, raise_band, FUHE_IMPACT_MOVED, "1", "execution 1!", "0", "0", "x execution"},
    {"costs", leave, take_ceiling, FUHE_IMPACT_MOVED, "1.75", "cost 1.75!", "0", "0", "0 cost 1 cost"},
    {"rounding", leave, round_to_points, FUHE_IMPACT_MOVED, "-0.25", "rounding -0.25!", "0", "0", ""},
    {"a cut: another grade of the same total", leave, raise_cut, FUHE_IMPACT_DOWN, "0", "grades 0!#", "0", "0", ""},
    {"two rules, one does more", leave, raise_band_and_take_ceiling, FUHE_IMPACT_MOVED, "2.75",
     "execution 1, cost 1.75!", "0", "0", "0 cost 1 cost x execution"},
    {"two rules that do as much", leave, raise_band_as_much_as_ceiling, FUHE_IMPACT_MOVED, "3.5",
     "execution 1.75!, cost 1.75!", "0", "0", "0 cost 1 cost x execution"},
    {"two rules that act together", leave, take_ceiling_and_round, FUHE_IMPACT_MOVED, "1.75",
     "cost 1.75!, rounding -0.25", "0", "0.25", "0 cost 1 cost"},
    {"one moves the total, another the grade", leave, take_ceiling_and_raise_cut, FUHE_IMPACT_DOWN, "1.75",
     "cost 1.75!, grades 0#", "0", "0", "0 cost 1 cost"},
    {"two rules that make the grade only together", cut_high, cut_high_raise_and_ceiling, FUHE_IMPACT_UP, "2.75",
     "execution 1, cost 1.75!", "0", "0", "0 cost 1 cost x execution"},
    {"execution of more points: none is lost but to scaling", leave, weigh_execution, FUHE_IMPACT_MOVED, "-8.48",
     "execution 0", "-8.48!", "0", ""},
    {"execution of more points, and more for the same rate", leave, weigh_and_raise_band, FUHE_IMPACT_MOVED, "-3.93",
     "execution 5", "-8.93!", "0", "x execution"},
    {"scaling is no rule acting together with others", leave, weigh_raise_and_take_ceiling, FUHE_IMPACT_MOVED, "-2.34",
     "execution 5, cost 1.75", "-9.09!", "0", "0 cost 1 cost x execution"},
    {"scaling makes the grade alone", cut_at_ninety, cut_at_ninety_and_weigh, FUHE_IMPACT_DOWN, "-8.48", "execution 0",
     "-8.48!#", "0", ""},
    {"weights that fall short leave the total as listed", leave, weigh_execution_less, FUHE_IMPACT_SAME, "0", "", "0",
     "0", ""},
};

struct trial {
    struct form_builder builder;
    struct fuhe_pack packs[FUHE_IMPACT_WHENS];
    struct lent lent[FUHE_IMPACT_WHENS];
    struct fuhe_arena *arena;
    struct fuhe_impact *impact;
};

static void begin(struct trial *trial, const struct impact_case *row, bool backwards) {
    form_builder_init(&trial->builder);
    form_builder_set(&trial->builder, "funds/fund[1]/@score", "6.75"); /* stands for no other figure */
    for (size_t when = 0; when < FUHE_IMPACT_WHENS; when++) {
        plain_pack_init(&trial->packs[when]);
    }
    row->before(&trial->packs[0], &trial->lent[0]);
    row->after(&trial->packs[1], &trial->lent[1]);

    const struct fuhe_impact_request request = {
        .before = &trial->packs[backwards], .after = &trial->packs[!backwards], .keeps_all = true, .keeps_parts = true};
    trial->impact = fuhe_impact_new(&request);
    trial->arena = fuhe_arena_new();
    assert_non_null(trial->impact);
    assert_non_null(trial->arena);
    assert_int_equal(fuhe_impact_add(trial->impact, "a.xml", 0, &trial->builder.form, trial->arena), FUHE_STATUS_OK);
    assert_int_equal(trial->impact->item_count, 1);
}

static void end(struct trial *trial) {
    fuhe_impact_free(trial->impact);
    fuhe_arena_free(trial->arena);
}

static void expect_decimal(const char *expected, fuhe_decimal value) {
    char text[FUHE_DECIMAL_TEXT_SIZE];

    fuhe_decimal_format(value, 0, text);
    assert_string_equal(text, expected);
}

static void describe_effects(const struct fuhe_impact_form *form, char *text, size_t size) {
    size_t used = 0;

    text[0] = '\0';
    for (size_t i = 0; i < form->effect_count; i++) {
        const struct fuhe_impact_effect *effect = &form->effects[i];
        char points[FUHE_DECIMAL_TEXT_SIZE];
        assert_true(effect->known);
        fuhe_decimal_format(effect->points, 0, points);
        used +=
            (size_t)snprintf(text + used, size - used, "%s%s %s%s%s", i == 0 ? "" : ", ", fuhe_rule_name(effect->rule),
                             points, effect->decides ? "!" : "", effect->regrades ? "#" : "");
    }
}

static void expect_scaling(const char *expected, const struct fuhe_impact_effect *scaling) {
    char text[FUHE_DECIMAL_TEXT_SIZE + 2];

    fuhe_decimal_format(scaling->points, 0, text);
    strcat(text, scaling->decides ? "!" : "");
    strcat(text, scaling->regrades ? "#" : "");
    assert_string_equal(text, expected);
}

static void describe_parts(const struct fuhe_impact_form *form, char *text, size_t size) {
    size_t used = 0;

    text[0] = '\0';
    for (size_t i = 0; i < form->part_count; i++) {
        const struct fuhe_impact_part *part = &form->parts[i];
        used += (size_t)snprintf(text + used, size - used, i == 0 ? "" : " ");
        used += part->is_execution ? (size_t)snprintf(text + used, size - used, "x")
                                   : (size_t)snprintf(text + used, size - used, "%zu", part->row);
        for (int rule = 0; rule < FUHE_RULE_COUNT; rule++) {
            if ((part->rules >> rule & 1) != 0) {
                used += (size_t)snprintf(text + used, size - used, " %s", fuhe_rule_name((enum fuhe_rule)rule));
            }
        }
    }
}

static void names_the_rule(void **state) {
    const struct impact_case *row = *state;
    struct trial trial;
    char text[256];

    begin(&trial, row, false);
    const struct fuhe_impact_form *form = &trial.impact->items[0];
    assert_int_equal(form->kind, row->kind);
    expect_decimal(row->difference, form->difference);
    expect_decimal(row->rest, form->rest);
    expect_scaling(row->scaling, &form->scaling);
    describe_effects(form, text, sizeof text);
    assert_string_equal(text, row->effects);
    describe_parts(form, text, sizeof text);
    assert_string_equal(text, row->parts);
    end(&trial);
}

static enum fuhe_impact_kind mirrored(enum fuhe_impact_kind kind) {
    return kind == FUHE_IMPACT_UP ? FUHE_IMPACT_DOWN : kind == FUHE_IMPACT_DOWN ? FUHE_IMPACT_UP : kind;
}

static void expect_transposed(const struct fuhe_impact *impact, const struct fuhe_impact *back) {
    for (size_t before = 0; before <= impact->places; before++) {
        for (size_t after = 0; after <= impact->places; after++) {
            assert_int_equal(fuhe_impact_cell(impact, before, after)->forms,
                             fuhe_impact_cell(back, after, before)->forms);
        }
    }
}

/* The way back is the opposite; effects of single rules are so where only one differs. */
static void turns_round(void **state) {
    const struct impact_case *row = *state;
    struct trial there;
    struct trial back;

    begin(&there, row, false);
    begin(&back, row, true);
    const struct fuhe_impact_form *form = &there.impact->items[0];
    const struct fuhe_impact_form *other = &back.impact->items[0];
    assert_int_equal(other->kind, mirrored(form->kind));
    assert_int_equal(other->difference.scaled, -form->difference.scaled);
    assert_int_equal(other->effect_count, form->effect_count);
    expect_transposed(there.impact, back.impact);
    for (size_t i = 0; form->effect_count == 1 && i < 1; i++) {
        assert_int_equal(other->effects[i].points.scaled, -form->effects[i].points.scaled);
        assert_int_equal(other->effects[i].decides, form->effects[i].decides);
        assert_int_equal(other->effects[i].regrades, form->effects[i].regrades);
    }
    end(&there);
    end(&back);
}

int main(void) {
    const int failed = RUN_CASES("impact", cases, names_the_rule);

    return failed + RUN_CASES("impact, the other way round", cases, turns_round);
}
