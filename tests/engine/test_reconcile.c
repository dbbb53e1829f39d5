/* SPDX-License-Identifier: Apache-2.0 */
/* The cause finder on rows of the published forms and on forms made for one kind of slip each. An independent program
 * in tests/oracle/ checks it against brute force on many more. */
#include "engine/reconcile.h"

#include "tests/support/bare_review.h"
#include "tests/support/cases.h"

#define ROWS(...)                                                                                                      \
    (const struct bare_row[]){__VA_ARGS__}, sizeof((const struct bare_row[]){__VA_ARGS__}) / sizeof(struct bare_row)

/* hotline-operation: weights give 105, 群众满意度 (rows 9 and 10) stands twice. */
#define HOTLINE_OPERATION                                                                                              \
    ROWS({"2", "0", "0", "10", false}, {"2", "1.14", "5.7", "10", false}, {"2", "0.92", "5.34", "13", false},          \
         {"2", "2", "5", "5", false}, {"2", "1.12", "9.5", "17", false}, {"10", "9.4", "218.4", "232", false},         \
         {"20", "20", "43", "43", false}, {"20", "20", "2", "2", false}, {"20", "20", "1", "1", false},                \
         {"5", "5", "1", "1", true}, {"5", "5", "1", "1", false}, {"5", "5", "1", "1", false})

/* hotline-move: weights give 95. */
#define HOTLINE_MOVE                                                                                                   \
    ROWS({"5", "5", "15.4", "15.4", false}, {"5", "5", "20", "20", false}, {"5", "5", "11.6", "11.6", false},          \
         {"5", "5", "3", "3", false}, {"5", "5", "2", "2", false}, {"5", "5", "2", "2", false},                        \
         {"10", "10", "15", "15", false}, {"5", "5", "24", "24", false}, {"5", "5", "15", "15", false},                \
         {"5", "5", "2", "2", false}, {"20", "20", "1", "1", false}, {"5", "5", "1", "1", false},                      \
         {"5", "5", "1", "1", false})

struct slip_expected {
    enum fuhe_slip_kind kind;
    size_t row;
    const char *to;
};

struct explain_case {
    const char *name;
    const char *execution;
    const struct bare_row *rows;
    size_t row_count;
    const char *total;
    enum fuhe_explanation_state state;
    size_t size;
    uint64_t sets;
    struct slip_expected best[FUHE_CAUSE_SLIPS_MAX];
    bool closes_weights;
    bool drops_duplicate;
};

static const struct explain_case explain_cases[] = {
    {"hotline-operation, disclosed: the duplicate left out comes first",
     "7",
     HOTLINE_OPERATION,
     "91.48",
     FUHE_EXPLANATION_FOUND,
     2,
     3,
     {{FUHE_SLIP_ROW_RECOMPUTED, 2, "0.82"}, {FUHE_SLIP_ROW_LEFT_OUT, 9, "0"}},
     true,
     true},
    {"hotline-operation, claimed: not explained",
     "7",
     HOTLINE_OPERATION,
     "91.43",
     FUHE_EXPLANATION_NOT_FOUND,
     3,
     2,
     {{FUHE_SLIP_EXECUTION_BAND, 0, "10"}, {FUHE_SLIP_DIGITS_SWAPPED, 2, "0.29"}, {FUHE_SLIP_OTHER_WEIGHT, 5, "1.88"}},
     false,
     false},
    {"hotline-move: a missing row comes before eleven counted twice",
     "10",
     HOTLINE_MOVE,
     "100.00",
     FUHE_EXPLANATION_FOUND,
     1,
     12,
     {{FUHE_SLIP_ROW_MISSING_FROM_FORM, 0, "5"}},
     true,
     false},
    {"the claims add up", "10", HOTLINE_MOVE, "95.00", FUHE_EXPLANATION_ADDS_UP, 0, 0, {{0, 0, NULL}}, false, false},
    {"nothing gives it", "10", HOTLINE_MOVE, "95.003", FUHE_EXPLANATION_NOT_FOUND, 0, 0, {{0, 0, NULL}}, false, false},
    {"no row with a claim",
     NULL,
     ROWS({"90", NULL, NULL, NULL, false}),
     "3",
     FUHE_EXPLANATION_NOT_FOUND,
     0,
     0,
     {{0, 0, NULL}},
     false,
     false},
    {"a row without weight left out",
     "10",
     ROWS({NULL, "6", NULL, NULL, false}, {"90", "90", "1", "1", false}),
     "100",
     FUHE_EXPLANATION_FOUND,
     1,
     1,
     {{FUHE_SLIP_ROW_LEFT_OUT, 0, "0"}},
     false,
     false},
    {"recomputed",
     "10",
     ROWS({"30", "29", "114", "120", false}, {"60", "60", "1", "1", false}),
     "98.5",
     FUHE_EXPLANATION_FOUND,
     1,
     1,
     {{FUHE_SLIP_ROW_RECOMPUTED, 0, "28.5"}},
     false,
     false},
    {"recomputed, though the claim stands as rounded",
     "10",
     ROWS({"30", "28.3", "103", "109", false}, {"60", "60", "1", "1", false}),
     "98.35",
     FUHE_EXPLANATION_FOUND,
     1,
     1,
     {{FUHE_SLIP_ROW_RECOMPUTED, 0, "28.35"}},
     false,
     false},
    {"a row left out",
     "10",
     ROWS({"31", "31", "1", "1", false}, {"59", "59", "1", "1", false}),
     "69",
     FUHE_EXPLANATION_FOUND,
     1,
     1,
     {{FUHE_SLIP_ROW_LEFT_OUT, 0, "0"}},
     false,
     false},
    {"a row twice",
     "10",
     ROWS({"31", "31", "1", "1", false}, {"59", "59", "1", "1", false}),
     "131",
     FUHE_EXPLANATION_FOUND,
     1,
     1,
     {{FUHE_SLIP_ROW_TWICE, 0, "62"}},
     false,
     false},
    {"the row left out whose weight closes the sum comes first",
     "10",
     ROWS({"8", "4", "4", "8", false}, {"6", "4", "4", "6", false}, {"82", "82", "1", "1", false}),
     "96",
     FUHE_EXPLANATION_FOUND,
     1,
     2,
     {{FUHE_SLIP_ROW_LEFT_OUT, 1, "0"}},
     true,
     false},
    {"of rows that close the sum the duplicate comes first",
     "10",
     ROWS({"4", "4", "1", "1", false}, {"4", "4", "1", "1", true}, {"86", "86", "1", "1", false}),
     "100",
     FUHE_EXPLANATION_FOUND,
     1,
     2,
     {{FUHE_SLIP_ROW_LEFT_OUT, 1, "0"}},
     true,
     true},
    {"execution left out",
     "7",
     ROWS({"40", "39", "39", "40", false}, {"50", "50", "1", "1", false}),
     "89",
     FUHE_EXPLANATION_FOUND,
     1,
     1,
     {{FUHE_SLIP_EXECUTION_LEFT_OUT, 0, "0"}},
     false,
     false},
    {"execution of another band",
     "7",
     ROWS({"40", "39", "39", "40", false}, {"50", "50", "1", "1", false}),
     "99",
     FUHE_EXPLANATION_FOUND,
     1,
     1,
     {{FUHE_SLIP_EXECUTION_BAND, 0, "10"}},
     false,
     false},
    {"rounded to one place",
     "10",
     ROWS({"40", "33.67", "101", "120", false}, {"50", "50", "1", "1", false}),
     "93.7",
     FUHE_EXPLANATION_FAR_FETCHED,
     1,
     1,
     {{FUHE_SLIP_ROW_ROUNDED, 0, "33.7"}},
     false,
     false},
    {"cut to no place",
     "10",
     ROWS({"40", "33.67", "101", "120", false}, {"50", "50", "1", "1", false}),
     "93",
     FUHE_EXPLANATION_FAR_FETCHED,
     1,
     1,
     {{FUHE_SLIP_ROW_CUT, 0, "33"}},
     false,
     false},
    {"digits swapped before the point",
     "10",
     ROWS({"40", "38.17", "38.17", "40", false}, {"50", "48.5", "48.5", "50", false}),
     "141.67",
     FUHE_EXPLANATION_FAR_FETCHED,
     1,
     1,
     {{FUHE_SLIP_DIGITS_SWAPPED, 0, "83.17"}},
     false,
     false},
    {"digits swapped behind the point",
     "10",
     ROWS({"40", "38.17", "38.17", "40", false}, {"50", "50", "1", "1", false}),
     "98.71",
     FUHE_EXPLANATION_FAR_FETCHED,
     1,
     1,
     {{FUHE_SLIP_DIGITS_SWAPPED, 0, "38.71"}},
     false,
     false},
    {"by the weight of another row",
     "10",
     ROWS({"40", "38.17", "38.17", "40", false}, {"47", "47", "1", "1", false}, {"3", "2.1", NULL, NULL, false}),
     "61.96",
     FUHE_EXPLANATION_FAR_FETCHED,
     1,
     1,
     {{FUHE_SLIP_OTHER_WEIGHT, 0, "2.86"}},
     false,
     false},
    {"a judgement by the weight of another row",
     "10",
     ROWS({"40", "38.17", "38.17", "40", false}, {"47", "47", "1", "1", false}, {"3", "2.1", NULL, NULL, false}),
     "123.17",
     FUHE_EXPLANATION_FAR_FETCHED,
     1,
     1,
     {{FUHE_SLIP_OTHER_WEIGHT, 2, "28"}},
     false,
     false},
    {"full marks",
     "10",
     ROWS({"41", "38.17", "38.17", "41", false}, {"49", "49", "1", "1", false}),
     "100",
     FUHE_EXPLANATION_FAR_FETCHED,
     1,
     1,
     {{FUHE_SLIP_FULL_MARKS, 0, "41"}},
     false,
     false},
    {"figures out of range",
     "10",
     ROWS({"90", "90", "1", "1", false}),
     "9000000000000",
     FUHE_EXPLANATION_NOT_FOUND,
     0,
     0,
     {{0, 0, NULL}},
     false,
     false},
};

static void assert_best(const struct fuhe_explanation *explanation, const struct explain_case *row) {
    const struct fuhe_cause *best = &explanation->causes[0];

    assert_int_equal(best->slip_count, row->size);
    for (size_t i = 0; i < row->size; i++) {
        const struct slip_expected *expected = &row->best[i];
        assert_string_equal(fuhe_slip_name(best->slips[i].kind), fuhe_slip_name(expected->kind));
        assert_int_equal(best->slips[i].row, expected->row);
        assert_int_equal(best->slips[i].to.scaled, bare_decimal(expected->to).scaled);
    }
    assert_int_equal(best->closes_weights, row->closes_weights);
    assert_int_equal(best->drops_duplicate, row->drops_duplicate);
}

static void explains(void **state) {
    static struct bare_review bare;
    const struct explain_case *row = *state;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_explanation explanation;

    bare_review_build(&bare, row->execution, row->rows, row->row_count);
    assert_int_equal(fuhe_reconcile(&bare.review, bare_decimal(row->total), arena, &explanation), FUHE_STATUS_OK);
    assert_string_equal(fuhe_explanation_name(explanation.state), fuhe_explanation_name(row->state));
    assert_int_equal(explanation.size, row->size);
    assert_int_equal(explanation.sets, row->sets);
    assert_int_equal(explanation.cause_count, row->sets);
    assert_false(explanation.budget_reached);
    if (row->sets > 0) {
        assert_best(&explanation, row);
    }
    fuhe_arena_free(arena);
}

static void unscored_form_has_no_explanation(void **state) {
    static struct bare_review bare;
    const struct bare_row row = {"90", "90", "1", "1", false};
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_explanation explanation;

    (void)state;
    bare_review_build(&bare, "10", &row, 1);
    bare.review.state = FUHE_REVIEW_UNSCORED;
    assert_int_equal(fuhe_reconcile(&bare.review, bare_decimal("5"), arena, &explanation), FUHE_STATUS_OK);
    assert_int_equal(explanation.state, FUHE_EXPLANATION_NONE);
    fuhe_arena_free(arena);
}

/* No bands, but the total may have been made with the score that the line gives: 9.94 instead of 10. */
static void linear_pack_has_the_recomputed_points(void **state) {
    static struct bare_review bare;
    const struct bare_row row = {"90", "89", NULL, NULL, false};
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_explanation explanation;

    (void)state;
    bare_review_build(&bare, "10", &row, 1);
    bare.pack.execution.method = FUHE_EXECUTION_LINEAR;
    bare.review.execution.recomputed = bare_decimal("9.94");
    assert_int_equal(fuhe_reconcile(&bare.review, bare_decimal("96"), arena, &explanation), FUHE_STATUS_OK);
    assert_int_equal(explanation.state, FUHE_EXPLANATION_NOT_FOUND);
    assert_int_equal(fuhe_reconcile(&bare.review, bare_decimal("98.94"), arena, &explanation), FUHE_STATUS_OK);
    assert_int_equal(explanation.state, FUHE_EXPLANATION_FOUND);
    assert_int_equal(explanation.sets, 1);
    assert_int_equal(explanation.causes[0].slips[0].kind, FUHE_SLIP_EXECUTION_BAND);
    fuhe_arena_free(arena);
}

/* Many sets: all are counted, the best are shown, and they are shown in order. */
static void counts_all_and_shows_the_best(void **state) {
    static struct bare_review bare;
    struct bare_row rows[45];
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_explanation explanation;

    (void)state;
    for (size_t i = 0; i < 45; i++) {
        rows[i] = (struct bare_row){"2", "2", "1", "1", false};
    }
    bare_review_build(&bare, "10", rows, 45);
    assert_int_equal(fuhe_reconcile(&bare.review, bare_decimal("94"), arena, &explanation), FUHE_STATUS_OK);
    assert_int_equal(explanation.state, FUHE_EXPLANATION_FOUND);
    assert_int_equal(explanation.size, 3);
    /* Three of 45 rows left out, or two of 45 twice and execution left out. */
    assert_int_equal(explanation.sets, 45 * 44 * 43 / 6 + 45 * 44 / 2);
    assert_int_equal(explanation.cause_count, FUHE_CAUSES_SHOWN_MAX);
    for (size_t i = 0; i < explanation.cause_count; i++) {
        assert_int_equal(explanation.causes[i].slips[0].row, 0);
        assert_int_equal(explanation.causes[i].slips[1].row, 1);
        assert_int_equal(explanation.causes[i].slips[2].row, 2 + i);
    }
    fuhe_arena_free(arena);
}

static void stops_at_its_budget(void **state) {
    static struct bare_review bare;
    static struct bare_row rows[300];
    static char weights[300][16];
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_explanation explanation;

    (void)state;
    for (size_t i = 0; i < 300; i++) {
        const size_t length = fuhe_decimal_format((fuhe_decimal){(int64_t)(i * i * 7919 + 1000003)}, 0, weights[i]);
        assert_true(length < sizeof weights[i]);
        rows[i] = (struct bare_row){weights[i], weights[i], "3", "7", false};
    }
    bare_review_build(&bare, "10", rows, 300);
    assert_int_equal(fuhe_reconcile(&bare.review, bare_decimal("0.000001"), arena, &explanation), FUHE_STATUS_OK);
    assert_true(explanation.budget_reached);
    fuhe_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unscored_form_has_no_explanation),
        cmocka_unit_test(linear_pack_has_the_recomputed_points),
        cmocka_unit_test(counts_all_and_shows_the_best),
        cmocka_unit_test(stops_at_its_budget),
    };

    return RUN_CASES("explains", explain_cases, explains) + cmocka_run_group_tests_name("search", tests, NULL, NULL);
}
