/* SPDX-License-Identifier: Apache-2.0 */
/* Several forms: sums, order, and forms that cannot be compared. The rules after take costs as a ceiling. */
#include "impact/impact.h"
#include "impact/words.h"

#include <stdio.h>

#include "tests/support/cases.h"
#include "tests/support/form_builder.h"
#include "tests/support/plain_pack.h"

struct batch {
    struct fuhe_pack packs[FUHE_IMPACT_WHENS];
    struct fuhe_arena *arena;
    struct fuhe_impact *impact;
    size_t number;
};

static void begin(struct batch *batch, bool keeps_all) {
    const struct fuhe_impact_request request = {
        .before = &batch->packs[0], .after = &batch->packs[1], .keeps_all = keeps_all};

    plain_pack_init(&batch->packs[0]);
    batch->packs[1] = batch->packs[0];
    batch->packs[1].categories[FUHE_CATEGORY_COST].method = FUHE_METHOD_CEILING;
    batch->impact = fuhe_impact_new(&request);
    batch->arena = fuhe_arena_new();
    batch->number = 0;
    assert_non_null(batch->impact);
}

static void end(struct batch *batch) {
    fuhe_impact_free(batch->impact);
    fuhe_arena_free(batch->arena);
}

struct change {
    const char *path;
    const char *text;
};

/* Adds the sound form with up to three cells changed; rows end with one without path. */
static void add(struct batch *batch, const char *id, const struct change *changes) {
    struct form_builder builder;

    form_builder_init(&builder);
    form_builder_set(&builder, "@id", id);
    for (; changes->path != NULL; changes++) {
        form_builder_set(&builder, changes->path, changes->text);
    }
    fuhe_arena_reset(batch->arena);
    assert_int_equal(fuhe_impact_add(batch->impact, "a.xml", batch->number++, &builder.form, batch->arena),
                     FUHE_STATUS_OK);
}

static const struct change none[] = {{NULL, NULL}};
/* Costs that meet their targets: 95 by both. */
static const struct change exact_costs[] = {
    {"indicators/indicator[1]/actual", "30万元"}, {"indicators/indicator[2]/actual", "10万元"}, {NULL, NULL}};
/* 59.9 by the rules before, 75 after. */
static const struct change poor[] = {{"indicators/indicator[1]/actual", "0.3万元"},
                                     {"indicators/indicator[1]/@score", "0.15"},
                                     {"indicators/indicator[3]/actual", "0人次"},
                                     {"indicators/indicator[3]/@score", "0"},
                                     {NULL, NULL}};
static const struct change no_score[] = {{"indicators/indicator[3]/@score", NULL}, {NULL, NULL}};
/* Its claimed execution score stands. */
static const struct change no_money[] = {
    {"funds/fund[1]/@budget", "约40"}, {"funds/fund[2]/@budget", "约40"}, {NULL, NULL}};
static const struct change nothing[] = {
    {"indicators/indicator[1]/@score", NULL}, {"indicators/indicator[2]/@score", NULL},
    {"indicators/indicator[3]/@score", NULL}, {"indicators/indicator[4]/@score", NULL},
    {"indicators/indicator[5]/@score", NULL}, {"indicators/indicator[6]/@score", NULL},
    {"indicators/indicator[7]/@score", NULL}, {NULL, NULL}};

static void expect_id(const char *expected, const struct fuhe_impact_form *form) {
    assert_int_equal(form->id.length, strlen(expected));
    assert_memory_equal(form->id.bytes, expected, form->id.length);
}

static void add_all(struct batch *batch) {
    add(batch, "moves", none);
    add(batch, "stays", exact_costs);
    add(batch, "turns", poor);
    add(batch, "partial", no_score);
    add(batch, "nothing", nothing);
    add(batch, "moneyless", no_money);
}

/* 1.5 points more in one row, as many less in the other. */
static const struct change balanced[] = {
    {"indicators/indicator[2]/actual", "13万元"}, {"indicators/indicator[2]/@score", "5"}, {NULL, NULL}};

static void rows_that_cancel_out_are_counted(void **state) {
    struct batch batch;

    (void)state;
    begin(&batch, false);
    add(&batch, "same", exact_costs);
    assert_false(fuhe_impact_says(batch.impact, FUHE_IMPACT_SAYS_BALANCED));
    add(&batch, "balanced", balanced);
    assert_int_equal(batch.impact->kinds[FUHE_IMPACT_SAME].forms, 2);
    assert_int_equal(batch.impact->balanced, 1);
    assert_true(fuhe_impact_says(batch.impact, FUHE_IMPACT_SAYS_BALANCED));
    end(&batch);
}

static void sums_count_each_form_once(void **state) {
    struct batch batch;

    (void)state;
    begin(&batch, false);
    add_all(&batch);
    const struct fuhe_impact *impact = batch.impact;
    assert_int_equal(impact->forms, 6);
    assert_int_equal(impact->kinds[FUHE_IMPACT_PARTIAL].forms, 1);
    assert_int_equal(impact->kinds[FUHE_IMPACT_UNSCORED].forms, 1);
    assert_int_equal(impact->scored.forms, 4);
    assert_int_equal(impact->raised, 3);
    assert_int_equal(impact->lowered, 0);
    assert_int_equal(impact->kinds[FUHE_IMPACT_UP].forms, 1);
    assert_int_equal(fuhe_impact_moved(impact).forms, 3);
    assert_true(fuhe_impact_moved(impact).money.scaled == (fuhe_int128)800000 * FUHE_DECIMAL_ONE);
    assert_int_equal(impact->scored.money.missing, 1);
    assert_int_equal(impact->rules[FUHE_RULE_COST].most.forms, 3);
    assert_int_equal(impact->rules[FUHE_RULE_COST].regrades, 1);
    end(&batch);
}

/* The last place is for no grade; partial forms are in no cell. */
static void the_matrix_has_the_rest(void **state) {
    struct batch batch;
    size_t forms = 0;

    (void)state;
    begin(&batch, false);
    add_all(&batch);
    for (size_t i = 0; i < 9; i++) {
        forms += batch.impact->matrix[i].forms;
    }
    assert_int_equal(batch.impact->places, 2);
    assert_int_equal(forms, 5);
    assert_int_equal(fuhe_impact_cell(batch.impact, 0, 0)->forms, 3);
    assert_int_equal(fuhe_impact_cell(batch.impact, 1, 0)->forms, 1);
    assert_int_equal(fuhe_impact_cell(batch.impact, 2, 2)->forms, 1);
    end(&batch);
}

static void averages_round_half_up(void **state) {
    struct batch batch;

    (void)state;
    begin(&batch, false);
    assert_false(fuhe_impact_average(batch.impact, FUHE_IMPACT_BEFORE).present);
    add(&batch, "moves", none);
    add(&batch, "stays", exact_costs);
    add(&batch, "stays too", exact_costs);
    /* 93.25, 95, 95; and 95 each. */
    assert_int_equal(fuhe_impact_average(batch.impact, FUHE_IMPACT_BEFORE).value.scaled, 94420000);
    assert_int_equal(fuhe_impact_average(batch.impact, FUHE_IMPACT_AFTER).value.scaled, 95000000);
    assert_int_equal(fuhe_impact_average_difference(batch.impact).value.scaled, 580000);
    end(&batch);
}

static void order_is_grades_first_then_size(void **state) {
    static const char *const ids[] = {"turns", "moves", "moneyless", "partial", "nothing", "stays"};
    struct batch batch;

    (void)state;
    begin(&batch, true);
    add_all(&batch);
    fuhe_impact_sort(batch.impact);
    assert_int_equal(batch.impact->item_count, 6);
    for (size_t i = 0; i < 6; i++) {
        expect_id(ids[i], &batch.impact->items[i]);
    }
    end(&batch);
}

static void forms_that_stay_are_forgotten(void **state) {
    struct batch batch;

    (void)state;
    begin(&batch, false);
    add_all(&batch);
    assert_int_equal(batch.impact->item_count, 5);
    end(&batch);
}

/* Without a pack before, each form takes the one that its year chooses; drafts and later ones are none. */
static void rules_in_force_are_chosen(void **state) {
    struct batch batch;
    struct fuhe_pack chosen[2];

    (void)state;
    plain_pack_init(&chosen[0]);
    chosen[0].to = 20231231;
    chosen[1] = chosen[0];
    chosen[1].from = 20240101;
    chosen[1].to = 0;
    begin(&batch, false);
    fuhe_impact_free(batch.impact);
    const struct fuhe_impact_request request = {.after = &batch.packs[1], .packs = chosen, .pack_count = 2, .usual = 2};
    batch.impact = fuhe_impact_new(&request);
    add(&batch, "now", none);
    add(&batch, "then", (const struct change[]){{"@year", "2023"}, {NULL, NULL}});
    add(&batch, "now again", none);
    assert_int_equal(batch.impact->pair_count, 2);
    assert_ptr_equal(batch.impact->pairs[0].before, &chosen[1]);
    assert_int_equal(batch.impact->pairs[0].forms, 2);
    assert_ptr_equal(batch.impact->pairs[1].before, &chosen[0]);
    assert_int_equal(batch.impact->kinds[FUHE_IMPACT_MOVED].forms, 3);
    end(&batch);
}

/* A doubt that neither points nor money hang on is none that a person must settle first. */
static void only_weighty_doubts_count(void **state) {
    static struct fuhe_doubt doubts[2];
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_pack pack;
    struct form_builder builder;
    const struct fuhe_impact_request request = {.before = &pack, .after = &pack, .keeps_all = true};

    (void)state;
    doubts[0].value.text = FUHE_TEXT("expected");
    doubts[1].value.text = FUHE_TEXT("score");
    plain_pack_init(&pack);
    form_builder_init(&builder);
    builder.form.doubts = doubts;
    struct fuhe_impact *impact = fuhe_impact_new(&request);
    for (size_t count = 0; count <= 2; count++) {
        builder.form.doubt_count = count;
        assert_int_equal(fuhe_impact_add(impact, "a.xml", count, &builder.form, arena), FUHE_STATUS_OK);
        assert_int_equal(impact->items[count].is_doubtful, count == 2);
    }
    assert_int_equal(impact->doubtful, 1);
    fuhe_impact_free(impact);
    fuhe_arena_free(arena);
}

/* By the rules after, execution has 20 points where the forms give it 10, or 9. */
static void weights_that_do_not_close_are_told(void **state) {
    static const struct {
        int64_t weight;
        enum fuhe_impact_weights weights;
        enum fuhe_impact_sentence sentence;
        size_t touches;
    } rows[] = {{10, FUHE_IMPACT_CLOSED, FUHE_IMPACT_SENTENCES, 0},
                {20, FUHE_IMPACT_SCALED, FUHE_IMPACT_SAYS_SCALED_AFTER, 4},
                {9, FUHE_IMPACT_SHORT, FUHE_IMPACT_SAYS_SHORT_AFTER, 0}};

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct batch batch;
        begin(&batch, true);
        batch.packs[1].execution.weight = FUHE_DECIMAL(rows[i].weight);
        add_all(&batch);
        assert_int_equal(batch.impact->weights[FUHE_IMPACT_BEFORE][FUHE_IMPACT_CLOSED].forms, 4);
        assert_int_equal(batch.impact->weights[FUHE_IMPACT_AFTER][rows[i].weights].forms, 4);
        assert_int_equal(batch.impact->scaling.touches, rows[i].touches);
        for (int said = FUHE_IMPACT_SAYS_SCALED_AFTER; said <= FUHE_IMPACT_SAYS_SHORT_BEFORE; said++) {
            assert_int_equal(fuhe_impact_says(batch.impact, (enum fuhe_impact_sentence)said),
                             said == (int)rows[i].sentence);
        }
        for (size_t form = 0; form < batch.impact->item_count; form++) {
            const bool is_compared = batch.impact->items[form].kind < FUHE_IMPACT_PARTIAL;
            assert_int_equal(batch.impact->items[form].is_open, is_compared && rows[i].weights != FUHE_IMPACT_CLOSED);
        }
        end(&batch);
    }
}

static void other_full_marks_are_said(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_pack packs[FUHE_IMPACT_WHENS];
    struct form_builder builder;

    (void)state;
    form_builder_init(&builder);
    for (int more = 0; more <= 1; more++) {
        plain_pack_init(&packs[0]);
        plain_pack_init(&packs[1]);
        packs[1].full_marks.scaled += more;
        const struct fuhe_impact_request request = {.before = &packs[0], .after = &packs[1]};
        struct fuhe_impact *impact = fuhe_impact_new(&request);
        assert_int_equal(fuhe_impact_add(impact, "a.xml", 0, &builder.form, arena), FUHE_STATUS_OK);
        assert_int_equal(fuhe_impact_says(impact, FUHE_IMPACT_SAYS_FULL_MARKS), more);
        fuhe_impact_free(impact);
    }
    fuhe_arena_free(arena);
}

static void repeated_forms_are_said(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_pack pack;
    struct form_builder builder;
    const struct fuhe_impact_request request = {.before = &pack, .after = &pack};

    (void)state;
    plain_pack_init(&pack);
    form_builder_init(&builder);
    struct fuhe_impact *impact = fuhe_impact_new(&request);
    for (size_t i = 0; i < 200; i++) {
        char score[8];
        (void)snprintf(score, sizeof score, "%zu", i % 100);
        form_builder_set(&builder, "indicators/indicator[1]/@score", score);
        assert_int_equal(fuhe_impact_add(impact, "a.xml", i, &builder.form, arena), FUHE_STATUS_OK);
        assert_int_equal(impact->repeated, i < 100 ? 0 : i - 99);
        assert_int_equal(fuhe_impact_says(impact, FUHE_IMPACT_SAYS_REPEATED), i >= 100);
    }
    fuhe_impact_free(impact);
    fuhe_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_that_do_not_close_are_told),
        cmocka_unit_test(sums_count_each_form_once),
        cmocka_unit_test(the_matrix_has_the_rest),
        cmocka_unit_test(averages_round_half_up),
        cmocka_unit_test(order_is_grades_first_then_size),
        cmocka_unit_test(forms_that_stay_are_forgotten),
        cmocka_unit_test(rules_in_force_are_chosen),
        cmocka_unit_test(only_weighty_doubts_count),
        cmocka_unit_test(other_full_marks_are_said),
        cmocka_unit_test(repeated_forms_are_said),
        cmocka_unit_test(rows_that_cancel_out_are_counted),
    };

    return cmocka_run_group_tests_name("sums of an impact", tests, NULL, NULL);
}
