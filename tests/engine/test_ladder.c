/* SPDX-License-Identifier: Apache-2.0 */
/* The points-lost ladder: steps by hand, and the property that every ladder sums, on forms made from a fixed seed. */
#include "engine/ladder.h"

#include "tests/support/bare_review.h"
#include "tests/support/cases.h"

enum { STEPS_MAX = 6, ROWS_MAX = 5 };

struct step_expected {
    enum fuhe_loss loss;
    int row; /* -1: none */
    const char *points;
};

struct ladder_case {
    const char *name;
    const char *execution;
    struct bare_row rows[ROWS_MAX];
    size_t row_count;
    struct step_expected steps[STEPS_MAX];
    size_t step_count;
    const char *end;
};

static const struct ladder_case ladder_cases[] = {
    {"full marks have no step", "10", {{"90", "90", "1", "1", false}}, 1, {{0, 0, NULL}}, 0, "100"},
    {"execution, then rows from the largest loss",
     "7",
     {{"30", "30", "1", "1", false}, {"30", "28.5", "114", "120", false}, {"30", "20", "2", "3", false}},
     3,
     {{FUHE_LOSS_EXECUTION, -1, "3"}, {FUHE_LOSS_TARGET_UNMET, 2, "10"}, {FUHE_LOSS_TARGET_UNMET, 1, "1.5"}},
     3,
     "85.5"},
    {"equal losses as listed",
     "10",
     {{"30", "28.5", "114", "120", false}, {"30", "30", "1", "1", false}, {"30", "28.5", "114", "120", false}},
     3,
     {{FUHE_LOSS_TARGET_UNMET, 0, "1.5"}, {FUHE_LOSS_TARGET_UNMET, 2, "1.5"}},
     2,
     "97"},
    {"weights short", "10", {{"85", "85", "1", "1", false}}, 1, {{FUHE_LOSS_WEIGHTS_SHORT, -1, "5"}}, 1, "95"},
    {"weights over, a duplicate",
     "10",
     {{"85", "85", "1", "1", false}, {"5", "4", "4", "5", true}, {"5", "4", "4", "5", false}},
     3,
     {{FUHE_LOSS_WEIGHTS_OVER, -1, "-5"}, {FUHE_LOSS_DUPLICATE, 1, "5"}, {FUHE_LOSS_TARGET_UNMET, 2, "1"}},
     3,
     "99"},
    {"a claim that stands below the weight",
     "10",
     {{"50", "50", "1", "1", false}, {"40", "36", NULL, NULL, false}},
     2,
     {{FUHE_LOSS_CLAIMED_LESS, 1, "4"}},
     1,
     "96"},
    {"nothing claimed",
     NULL,
     {{"50", NULL, "1", "1", false}, {"40", "40", "1", "1", false}},
     2,
     {{FUHE_LOSS_UNSCORED, -1, "10"}, {FUHE_LOSS_UNSCORED, 0, "50"}},
     2,
     "40"},
    {"a row without weight",
     "10",
     {{NULL, "6", NULL, NULL, false}, {"90", "90", "1", "1", false}},
     2,
     {{0, 0, NULL}},
     0,
     "100"},
};

static void descends(void **state) {
    static struct bare_review bare;
    const struct ladder_case *row = *state;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_ladder ladder;

    bare_review_build(&bare, row->execution, row->rows, row->row_count);
    assert_int_equal(fuhe_ladder_build(&bare.review, arena, &ladder), FUHE_STATUS_OK);
    assert_int_equal(ladder.count, row->step_count);
    for (size_t i = 0; i < row->step_count; i++) {
        const struct fuhe_step *step = &ladder.steps[i];
        assert_string_equal(fuhe_loss_name(step->loss), fuhe_loss_name(row->steps[i].loss));
        assert_int_equal(step->has_row ? (int)step->row : -1, row->steps[i].row);
        assert_int_equal(step->points.scaled, bare_decimal(row->steps[i].points).scaled);
    }
    assert_int_equal(ladder.end.scaled, bare_decimal(row->end).scaled);
    fuhe_arena_free(arena);
}

struct loss_case {
    const char *name;
    enum fuhe_rule rule;
    enum fuhe_reading reading;
    enum fuhe_formula formula;
    bool full; /* the rules would give full marks */
    enum fuhe_loss expected;
};

static const struct loss_case loss_cases[] = {
    {"cost with nothing spent", FUHE_RULE_COST, FUHE_READING_MORE, FUHE_FORMULA_ZERO, false, FUHE_LOSS_COST_UNSPENT},
    {"output short of its target", FUHE_RULE_NUMBER_MORE, FUHE_READING_MORE, FUHE_FORMULA_PROPORTION, false,
     FUHE_LOSS_TARGET_UNMET},
    {"cost unspent", FUHE_RULE_COST, FUHE_READING_MORE, FUHE_FORMULA_PROPORTION, false, FUHE_LOSS_COST_UNSPENT},
    {"cost over its ceiling", FUHE_RULE_COST, FUHE_READING_LESS, FUHE_FORMULA_INVERSE, false,
     FUHE_LOSS_TARGET_EXCEEDED},
    {"more than double of a limit", FUHE_RULE_NUMBER_LESS, FUHE_READING_LESS, FUHE_FORMULA_ZERO, false,
     FUHE_LOSS_TARGET_EXCEEDED},
    {"over-completion", FUHE_RULE_OVER_COMPLETION, FUHE_READING_MORE, FUHE_FORMULA_OVER_TIER, false,
     FUHE_LOSS_TARGET_EXCEEDED},
    {"rank missed", FUHE_RULE_RANK, FUHE_READING_RANK, FUHE_FORMULA_INVERSE, false, FUHE_LOSS_TARGET_UNMET},
    {"words on a scale", FUHE_RULE_SCALE, FUHE_READING_WORDS_SCALE, FUHE_FORMULA_NONE, false, FUHE_LOSS_TARGET_UNMET},
    {"claimed below full marks", FUHE_RULE_COST, FUHE_READING_MORE, FUHE_FORMULA_PROPORTION, true,
     FUHE_LOSS_CLAIMED_LESS},
};

static void names_loss(void **state) {
    static struct bare_review bare;
    const struct loss_case *row = *state;
    const struct bare_row source = {"90", "80", "80", "90", false};
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_ladder ladder;

    bare_review_build(&bare, "10", &source, 1);
    bare.rows[0].rule = row->rule;
    bare.rows[0].reading = row->reading;
    bare.rows[0].formula = row->formula;
    bare.rows[0].recomputed = row->full ? bare.rows[0].weight : bare.rows[0].recomputed;
    assert_int_equal(fuhe_ladder_build(&bare.review, arena, &ladder), FUHE_STATUS_OK);
    assert_int_equal(ladder.count, 1);
    assert_string_equal(fuhe_loss_name(ladder.steps[0].loss), fuhe_loss_name(row->expected));
    fuhe_arena_free(arena);
}

static void unscored_form_has_no_steps(void **state) {
    static struct bare_review bare;
    const struct bare_row row = {"90", NULL, NULL, NULL, false};
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_ladder ladder;

    (void)state;
    bare_review_build(&bare, NULL, &row, 1);
    bare.review.state = FUHE_REVIEW_UNSCORED;
    assert_int_equal(fuhe_ladder_build(&bare.review, arena, &ladder), FUHE_STATUS_OK);
    assert_int_equal(ladder.count, 0);
    fuhe_arena_free(arena);
}

/* A form of the seed, with weights, claims and a basis that need not make sense together. */
static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

static void make_form(struct bare_review *bare, uint32_t *seed) {
    static char texts[2][64][FUHE_DECIMAL_TEXT_SIZE];
    struct bare_row rows[64];
    const size_t count = next_random(seed) % 64 + 1;

    for (size_t i = 0; i < count; i++) {
        const fuhe_decimal weight = {(int64_t)(next_random(seed) % 2000 + 1) * 10000};
        const fuhe_decimal actual = {(int64_t)(next_random(seed) % 1300) * 10000};
        fuhe_decimal_format(weight, 0, texts[0][i]);
        fuhe_decimal_format(actual, 2, texts[1][i]);
        rows[i] = (struct bare_row){texts[0][i], texts[1][i], texts[1][i], "13", next_random(seed) % 9 == 0};
        rows[i].weight = next_random(seed) % 11 == 0 ? NULL : rows[i].weight;
        rows[i].claim = next_random(seed) % 11 == 0 ? NULL : rows[i].claim;
        rows[i].target = next_random(seed) % 5 == 0 ? NULL : rows[i].target;
        rows[i].dropped = rows[i].dropped && rows[i].weight != NULL;
    }
    bare_review_build(bare, next_random(seed) % 7 == 0 ? NULL : "5", rows, count);
}

static void assert_sums(const struct fuhe_review *review, const struct fuhe_ladder *ladder) {
    fuhe_decimal left = ladder->full;

    assert_int_equal(ladder->full.scaled, review->pack->full_marks.scaled);
    for (size_t i = 0; i < ladder->count; i++) {
        assert_int_not_equal(ladder->steps[i].points.scaled, 0);
        left.scaled -= ladder->steps[i].points.scaled;
        assert_int_equal(ladder->steps[i].left.scaled, left.scaled);
    }
    assert_int_equal(ladder->end.scaled, left.scaled);
    assert_int_equal(ladder->end.scaled, review->totals.verified.scaled);
}

static void always_sums(void **state) {
    static struct bare_review bare;
    struct fuhe_arena *arena = fuhe_arena_new();
    uint32_t seed = 20240101;

    (void)state;
    for (int i = 0; i < 5000; i++) {
        struct fuhe_ladder ladder;
        make_form(&bare, &seed);
        assert_int_equal(fuhe_ladder_build(&bare.review, arena, &ladder), FUHE_STATUS_OK);
        assert_sums(&bare.review, &ladder);
        /* Row by row nothing is left over: only rescaling and rounding make a last step. */
        assert_true(ladder.count == 0 || ladder.steps[ladder.count - 1].loss < FUHE_LOSS_RESCALED);
        fuhe_arena_reset(arena);
    }
    fuhe_arena_free(arena);
}

static void last_step_leads_to_the_total(void **state) {
    static struct bare_review bare;
    struct fuhe_arena *arena = fuhe_arena_new();
    uint32_t seed = 7;

    (void)state;
    for (int i = 0; i < 1000; i++) {
        struct fuhe_ladder ladder;
        const bool rescaled = i % 2 == 0;
        make_form(&bare, &seed);
        bare.review.totals.basis = rescaled ? FUHE_BASIS_RESCALED : FUHE_BASIS_AS_LISTED;
        bare.review.totals.verified.scaled -= 4321;
        assert_int_equal(fuhe_ladder_build(&bare.review, arena, &ladder), FUHE_STATUS_OK);
        assert_sums(&bare.review, &ladder);
        assert_int_equal(ladder.steps[ladder.count - 1].loss, rescaled ? FUHE_LOSS_RESCALED : FUHE_LOSS_ROUNDED);
        fuhe_arena_reset(arena);
    }
    fuhe_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unscored_form_has_no_steps),
        cmocka_unit_test(always_sums),
        cmocka_unit_test(last_step_leads_to_the_total),
    };

    return RUN_CASES("descends", ladder_cases, descends) + RUN_CASES("names loss", loss_cases, names_loss) +
           cmocka_run_group_tests_name("sums", tests, NULL, NULL);
}
