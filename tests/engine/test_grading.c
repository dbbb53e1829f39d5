/* SPDX-License-Identifier: Apache-2.0 */
/* The bounds of a grade: margins to its neighbours, and the least and most that can be defended. */
#include "engine/score.h"
#include "tests/support/cases.h"

static struct fuhe_grade grades[] = {{.from = {90000000}}, {.from = {80000000}}, {.from = {60000000}}, {.from = {0}}};

static struct fuhe_pack pack_of(unsigned total_places) {
    struct fuhe_pack pack = {0};

    fuhe_pack_init(&pack);
    pack.execution.weight = FUHE_DECIMAL(10);
    pack.grades = grades;
    pack.grade_count = sizeof grades / sizeof grades[0];
    pack.total_places = total_places;
    return pack;
}

static void expect_decimal(const char *expected, fuhe_decimal value) {
    char text[FUHE_DECIMAL_TEXT_SIZE];

    fuhe_decimal_format(value, 0, text);
    assert_string_equal(text, expected);
}

/* A form of one row, totalled and graded. The caller keeps what the review points to. */
struct one_row_form {
    struct fuhe_pack pack;
    struct fuhe_indicator indicator;
    struct fuhe_row row;
    struct fuhe_form form;
    struct fuhe_review review;
};

static void grade_one_row(struct one_row_form *one, int hundredths, unsigned total_places,
                          struct fuhe_execution execution) {
    *one = (struct one_row_form){.pack = pack_of(total_places)};
    one->row = (struct fuhe_row){.category = FUHE_CATEGORY_OUTPUT,
                                 .has_weight = true,
                                 .weight = FUHE_DECIMAL(90),
                                 .has_verified = true,
                                 .verified = {hundredths * 10000},
                                 .has_exact = true,
                                 .formula = FUHE_FORMULA_FULL,
                                 .counted = true};
    one->form = (struct fuhe_form){.indicators = &one->indicator, .indicator_count = 1};
    one->review = (struct fuhe_review){
        .form = &one->form, .pack = &one->pack, .rows = &one->row, .row_count = 1, .execution = execution};
    assert_int_equal(fuhe_total_rows(&one->review), FUHE_STATUS_OK);
    assert_int_equal(fuhe_grade_total(&one->review), FUHE_STATUS_OK);
}

static struct fuhe_execution no_points(void) {
    return (struct fuhe_execution){
        .state = FUHE_EXECUTION_SCORED, .has_verified = true, .exact = fuhe_fraction_of(FUHE_DECIMAL(0))};
}

/* Margins of a total to the grades around it. */
static void margins_reach_the_next_grades(void **state) {
    struct one_row_form one;

    (void)state;
    grade_one_row(&one, 8150, 2, no_points());
    assert_int_equal(one.review.grading.grade, 1);
    assert_true(one.review.grading.has_margin_up);
    expect_decimal("8.5", one.review.grading.margin_up);
    assert_true(one.review.grading.has_margin_down);
    expect_decimal("1.5", one.review.grading.margin_down);
}

/* Without an execution score anything up to its weight could be defended. */
static void missing_execution_decides(void **state) {
    struct one_row_form one;

    (void)state;
    grade_one_row(&one, 8500, 2, (struct fuhe_execution){.state = FUHE_EXECUTION_UNSCORED});
    assert_int_equal(one.review.state, FUHE_REVIEW_PARTIAL);
    assert_int_equal(one.review.grading.firmness, FUHE_FRAGILE);
    assert_int_equal(one.review.grading.decider, FUHE_DECIDER_EXECUTION);
    expect_decimal("85", one.review.grading.lowest);
    expect_decimal("95", one.review.grading.highest);
}

/* The bounds are totals, so they are rounded like the total between them. */
static void bounds_are_rounded_like_totals(void **state) {
    struct one_row_form one;

    (void)state;
    grade_one_row(&one, 8996, 1, no_points());
    expect_decimal("90", one.review.totals.verified);
    expect_decimal("90", one.review.grading.lowest);
    expect_decimal("90", one.review.grading.highest);
    assert_int_equal(one.review.grading.firmness, FUHE_FIRM);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(margins_reach_the_next_grades),
                                       cmocka_unit_test(missing_execution_decides),
                                       cmocka_unit_test(bounds_are_rounded_like_totals)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
