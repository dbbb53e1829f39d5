/* SPDX-License-Identifier: Apache-2.0 */
/* Forms of which the share is known without drawing, or by symmetry; and the same seed gives the same. */
#include "stats/stability.h"

#include "tests/support/cases.h"

enum { ROWS_MAX = 4, DRAWS = 20000 };

struct stability_case {
    const char *name;
    bool has_grade;
    size_t grade;
    int64_t execution;           /* points */
    int64_t rows[ROWS_MAX][2];   /* weight and verified score, in points; ended by 0 */
    int64_t rescaled_from;       /* sum of weights that is rescaled; 0 for none */
    enum fuhe_rounding rounding; /* of totals */
    enum fuhe_stability_state state;
    size_t kept_least;
    size_t kept_most;
};

static const struct stability_case stability_cases[] = {
    {"no grade", false, 0, 10, {{45, 45}, {45, 45}}, 0, FUHE_ROUND_HALF_UP, FUHE_STABILITY_NO_GRADE, 0, 0},
    {"one row", true, 0, 10, {{90, 90}}, 0, FUHE_ROUND_HALF_UP, FUHE_STABILITY_FEW_ROWS, 0, 0},
    {"full marks stay", true, 0, 10, {{45, 45}, {45, 45}}, 0, FUHE_ROUND_HALF_UP, FUHE_STABILITY_DONE, DRAWS, DRAWS},
    {"nothing earned stays", true, 3, 0, {{45, 0}, {45, 0}}, 0, FUHE_ROUND_HALF_UP, FUHE_STABILITY_DONE, DRAWS, DRAWS},
    {"the same share in all rows, on the cut",
     true,
     1,
     10,
     {{50, 40}, {40, 32}},
     0,
     FUHE_ROUND_HALF_UP,
     FUHE_STABILITY_DONE,
     DRAWS,
     DRAWS},
    /* 10 + 90 x 7/9 = 80: half of the weights of the rows are above it, but for what rounds up */
    {"on the cut, half of them",
     true,
     1,
     35,
     {{45, 45}, {45, 0}},
     0,
     FUHE_ROUND_HALF_UP,
     FUHE_STABILITY_DONE,
     DRAWS * 48 / 100,
     DRAWS * 52 / 100},
    {"another grade than any draw has",
     true,
     0,
     0,
     {{45, 9}, {45, 0}},
     0,
     FUHE_ROUND_HALF_UP,
     FUHE_STABILITY_DONE,
     0,
     0},
    /* Of 120 points 108 are 90 of 100. */
    {"rescaled, on the cut",
     true,
     0,
     10,
     {{60, 98}, {50, 0}},
     120,
     FUHE_ROUND_HALF_UP,
     FUHE_STABILITY_DONE,
     1,
     DRAWS - 1},
    {"rescaled full marks",
     true,
     0,
     10,
     {{60, 60}, {50, 50}},
     120,
     FUHE_ROUND_HALF_UP,
     FUHE_STABILITY_DONE,
     DRAWS,
     DRAWS},
};

static struct fuhe_grade grades[] = {{.from = {90000000}}, {.from = {80000000}}, {.from = {60000000}}, {.from = {0}}};

static struct fuhe_stability draw(const struct stability_case *row, uint32_t seed) {
    const struct fuhe_pack pack = {.full_marks = FUHE_DECIMAL(100),
                                   .grades = grades,
                                   .grade_count = 4,
                                   .total_places = 2,
                                   .total_rounding = row->rounding};
    struct fuhe_row rows[ROWS_MAX + 1] = {{.is_execution = true, .has_weight = true, .weight = FUHE_DECIMAL(10)}};
    struct fuhe_review review = {.pack = &pack, .rows = rows, .row_count = 1};
    struct fuhe_stability_drawer *drawer = fuhe_stability_drawer_new();
    struct fuhe_stability stability;

    assert_non_null(drawer);
    for (; row->rows[review.row_count - 1][0] != 0; review.row_count++) {
        rows[review.row_count] = (struct fuhe_row){.has_weight = true,
                                                   .weight = FUHE_DECIMAL(row->rows[review.row_count - 1][0]),
                                                   .has_verified = true,
                                                   .verified = FUHE_DECIMAL(row->rows[review.row_count - 1][1]),
                                                   .counted = true};
    }
    review.execution.has_verified = true;
    review.execution.verified = FUHE_DECIMAL(row->execution);
    review.grading.has_grade = row->has_grade;
    review.grading.grade = row->grade;
    review.totals.basis = row->rescaled_from > 0 ? FUHE_BASIS_RESCALED : FUHE_BASIS_AS_LISTED;
    review.totals.weight_sum = FUHE_DECIMAL(row->rescaled_from);
    assert_int_equal(fuhe_stability_draw(drawer, &review, seed, DRAWS, &stability), FUHE_STATUS_OK);
    fuhe_stability_drawer_free(drawer);
    return stability;
}

static void test_stability(void **state) {
    const struct stability_case *row = *state;
    const struct fuhe_stability stability = draw(row, 1);

    assert_int_equal(stability.state, row->state);
    assert_in_range(stability.kept, row->kept_least, row->kept_most);
    assert_int_equal(draw(row, 1).kept, stability.kept);
    assert_int_equal(stability.share.scaled, (int64_t)(stability.kept * 1000000 / DRAWS / 100 * 100 +
                                                       (stability.kept * 1000000 / DRAWS % 100 >= 50 ? 100 : 0)));
    assert_in_range(draw(row, 2).kept, row->kept_least, row->kept_most);
}

int main(void) {
    return RUN_CASES("stability", stability_cases, test_stability);
}
