/* SPDX-License-Identifier: Apache-2.0 */
/* Axes and figures: where a value is drawn, which steps are round, how counts, shares and money are written. */
#include "tests/support/cases.h"

#include <stdlib.h>

#include "html/chart.h"
#include "html/figures.h"
#include "html/grades.h"
#include "report/messages.h"

/* --- axes --- */

struct step_case {
    const char *name;
    int64_t span, most, step;
};

static const struct step_case step_cases[] = {
    {"nothing to show", 0, 5, 1},
    {"fits as it is", 5, 5, 1},
    {"just too much", 6, 5, 2},
    {"by two", 11, 5, 2},
    {"by five", 20, 5, 5},
    {"by ten", 50, 5, 10},
    {"a million", 1000000, 5, 200000},
    {"just over five steps of five", 30, 5, 10},
};

static void step_is_round(void **state) {
    const struct step_case *row = *state;

    assert_int_equal(fuhe_chart_step(row->span, row->most), row->step);
}

struct up_case {
    const char *name;
    int64_t value, step, up;
};

static const struct up_case up_cases[] = {
    {"a multiple stays", 20, 5, 20},
    {"goes up", 21, 5, 25},
    {"zero", 0, 5, 0},
    {"below zero, towards it", -7, 5, -5},
};

static void value_goes_up(void **state) {
    const struct up_case *row = *state;

    assert_int_equal(fuhe_chart_round_up(row->value, row->step), row->up);
}

struct place_case {
    const char *name;
    struct fuhe_chart_axis axis;
    int64_t value, place;
};

static const struct place_case place_cases[] = {
    {"begin", {0, 100, 50, 1000}, 0, 50},
    {"end", {0, 100, 50, 1000}, 100, 1050},
    {"between", {0, 100, 50, 1000}, 25, 300},
    {"upwards", {0, 100, 1000, -1000}, 25, 750},
    {"before the begin", {10, 20, 5, 100}, 3, 5},
    {"behind the end", {10, 20, 5, 100}, 30, 105},
    {"an axis without length", {7, 7, 5, 100}, 7, 5},
    {"below zero", {-20, 0, 0, 100}, -5, 75},
};

static void value_has_its_place(void **state) {
    const struct place_case *row = *state;

    assert_int_equal(fuhe_chart_place(&row->axis, row->value), row->place);
}

/* --- figures --- */

static struct fuhe_figure_text yuan(int64_t fen) {
    return fuhe_figures_money((struct fuhe_money){true, fen});
}

static void figures_are_written_for_people(void **state) {
    (void)state;
    assert_string_equal(fuhe_figures_count(0).bytes, "0");
    assert_string_equal(fuhe_figures_count(999).bytes, "999");
    assert_string_equal(fuhe_figures_count(1000).bytes, "1,000");
    assert_string_equal(fuhe_figures_count(UINT64_MAX).bytes, "18,446,744,073,709,551,615");
    assert_string_equal(fuhe_figures_points(FUHE_DECIMAL(-3)).bytes, "-3.00");
    assert_string_equal(fuhe_figures_percent(0, 0).bytes, "—");
    assert_string_equal(fuhe_figures_percent(1, 3).bytes, "33.3%");
    assert_string_equal(fuhe_figures_percent(1, 2000).bytes, "0.1%"); /* 0.05: half goes up */
    assert_string_equal(fuhe_figures_percent(1, 2001).bytes, "0.0%");
    assert_string_equal(fuhe_figures_each(17, 2).bytes, "8.5");
    assert_string_equal(fuhe_figures_each(0, 0).bytes, "—");
}

static void money_is_exact_or_rounded_by_language(void **state) {
    (void)state;
    assert_string_equal(fuhe_figures_money((struct fuhe_money){false, 5}).bytes, "—");
    assert_string_equal(yuan(1234567890).bytes, "12,345,678.90 yuan");
    assert_string_equal(yuan(-5).bytes, "-0.05 yuan");
    assert_string_equal(yuan(INT64_MIN).bytes, "-92,233,720,368,547,758.08 yuan");
    assert_true(fuhe_language_set("zh", LOCALE_FOLDER));
    assert_string_equal(yuan(1234567890).bytes, "1,234.57万元");
    assert_string_equal(yuan(4999).bytes, "0.00万元");
    assert_string_equal(yuan(5000).bytes, "0.01万元");
    assert_true(fuhe_language_set("en", LOCALE_FOLDER));
}

/* --- the scatter --- */

static void scatter_keeps_the_first_and_counts_all(void **state) {
    struct fuhe_chart_scatter *scatter = calloc(1, sizeof *scatter);

    (void)state;
    assert_non_null(scatter);
    for (size_t i = 0; i < FUHE_SCATTER_DOTS_MAX + 5; i++) {
        fuhe_chart_scatter_add(scatter, FUHE_DECIMAL(100), (fuhe_decimal){99999999});
    }
    fuhe_chart_scatter_add(scatter, FUHE_DECIMAL(-4), FUHE_DECIMAL(5000)); /* lie on the edge */
    assert_int_equal(scatter->count, FUHE_SCATTER_DOTS_MAX + 6);
    assert_int_equal(scatter->cells[100][99], FUHE_SCATTER_DOTS_MAX + 5);
    assert_int_equal(scatter->cells[0][FUHE_SCATTER_MAX], 1);
    free(scatter);
}

/* --- grades --- */

static void matrix_has_the_best_grade_first(void **state) {
    struct fuhe_pack_library library;
    struct fuhe_tally tally;
    struct fuhe_chart_grades grades;
    fuhe_text ids[FUHE_TALLY_GRADES_MAX];

    (void)state;
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    fuhe_tally_reset(&tally);
    tally.grades[1] = FUHE_TEXT("poor");
    tally.grades[2] = FUHE_TEXT("excellent");
    tally.grades[3] = FUHE_TEXT("good"); /* nobody's */
    tally.grade_count = 4;
    tally.matrix[2][1] = 7;
    tally.matrix[0][0] = 2;
    fuhe_grades_matrix(&library, &tally, &grades, ids);
    assert_int_equal(grades.count, 3);
    assert_true(fuhe_text_equals(ids[0], FUHE_TEXT("excellent")));
    assert_true(fuhe_text_equals(ids[1], FUHE_TEXT("poor")));
    assert_int_equal(ids[2].length, 0);
    assert_int_equal(grades.forms[0][1], 7);
    assert_int_equal(grades.forms[2][2], 2);
    fuhe_pack_library_free(&library);
}

static void a_grade_is_named_as_on_its_forms(void **state) {
    static const struct {
        const char *pack;
        const char *expected;
    } rows[] = {{"mof-2020", "优"}, {"mof-2020", "优"}, {"yanbian-2024", "优/优秀"}};
    struct fuhe_pack_library library;
    struct fuhe_tally tally;
    struct fuhe_grade_names names;
    struct fuhe_chart_grades grades;
    fuhe_text ids[FUHE_TALLY_GRADES_MAX];

    (void)state;
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_true(fuhe_language_set("zh", LOCALE_FOLDER));
    fuhe_tally_reset(&tally);
    tally.grades[1] = FUHE_TEXT("excellent");
    tally.grade_count = 2;
    tally.matrix[1][1] = 3;
    fuhe_grades_matrix(&library, &tally, &grades, ids);
    fuhe_grades_names_init(&names, &tally);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct fuhe_survey_form form = {.pack = fuhe_text_of(rows[i].pack), .grade = FUHE_TEXT("excellent")};
        fuhe_grades_names_add(&names, &library, &form);
        fuhe_grades_names_put(&names, &grades, ids);
        assert_true(fuhe_text_equals(grades.names[0], fuhe_text_of(rows[i].expected)));
    }
    fuhe_pack_library_free(&library);
    assert_true(fuhe_language_set("en", LOCALE_FOLDER));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_written_for_people),
        cmocka_unit_test(money_is_exact_or_rounded_by_language),
        cmocka_unit_test(scatter_keeps_the_first_and_counts_all),
        cmocka_unit_test(matrix_has_the_best_grade_first),
        cmocka_unit_test(a_grade_is_named_as_on_its_forms),
    };

    (void)fuhe_language_set("en", LOCALE_FOLDER);
    return RUN_CASES("steps", step_cases, step_is_round) + RUN_CASES("rounding up", up_cases, value_goes_up) +
           RUN_CASES("places", place_cases, value_has_its_place) +
           _cmocka_run_group_tests("figures", tests, sizeof tests / sizeof tests[0], NULL, NULL);
}
