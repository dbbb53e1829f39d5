/* SPDX-License-Identifier: Apache-2.0 */
/* Totals, weights that do not close, deviation, grade and its firmness, on small made-up forms. */
#include <string.h>

#include "engine/score.h"
#include "tests/support/cases.h"

static struct fuhe_grade grades[] = {{.from = {90000000}}, {.from = {80000000}}, {.from = {60000000}}, {.from = {0}}};
static struct fuhe_weight_variant variants[] = {
    {.weights = {{20000000}, {40000000}, {30000000}, {0}}},
};

static struct fuhe_pack pack_of(bool count_once) {
    static const int weights[FUHE_CATEGORY_COUNT] = {20, 40, 20, 10};
    struct fuhe_pack pack = {0};

    fuhe_pack_init(&pack);
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        pack.categories[i].weight = FUHE_DECIMAL(weights[i]);
    }
    pack.execution.weight = FUHE_DECIMAL(10);
    pack.variants = variants;
    pack.variant_count = 1;
    pack.accept = FUHE_ACCEPT_ROUNDED;
    pack.raise = true;
    pack.duplicates = count_once ? FUHE_DUPLICATES_COUNT_ONCE : FUHE_DUPLICATES_KEEP;
    pack.grades = grades;
    pack.grade_count = sizeof grades / sizeof grades[0];
    return pack;
}

/* One row: category, name, weight, claim, and the range it leaves open when it is a judgement. */
struct small_row {
    enum fuhe_category category;
    const char *name;
    int weight;
    int verified; /* hundredths of a point; -1: unscored */
    bool judgement;
    const char *target; /* NULL: the same for all */
    const char *unit;   /* likewise, in a cell of its own */
};

struct total_case {
    const char *name;
    struct small_row rows[6];
    const char *claimed;
    bool count_once;
    enum fuhe_review_state state;
    enum fuhe_basis basis;
    const char *verified;
    const char *as_listed;
    const char *rescaled; /* NULL: none */
    const char *deviation_points;
    const char *deviation_rate; /* NULL: none */
    size_t grade;
    enum fuhe_firmness firmness;
    enum fuhe_decider decider;
    size_t deciding_row;
    size_t dropped; /* 9: none */
};

#define COST FUHE_CATEGORY_COST
#define OUTPUT FUHE_CATEGORY_OUTPUT
#define EFFECT FUHE_CATEGORY_EFFECT
#define SATISFACTION FUHE_CATEGORY_SATISFACTION
#define LISTED FUHE_BASIS_AS_LISTED

static const struct total_case total_cases[] = {
    {"weights close",
     {{COST, "a", 20, 2000, false},
      {OUTPUT, "b", 40, 4000, false},
      {EFFECT, "c", 20, 2000, false},
      {SATISFACTION, "d", 10, 1000, false}},
     "100",
     true,
     FUHE_REVIEW_SCORED,
     LISTED,
     "100",
     "100",
     NULL,
     "0",
     "0",
     0,
     FUHE_FIRM,
     FUHE_DECIDER_NONE,
     0,
     9},
    {"over-claimed",
     {{COST, "a", 20, 500, false},
      {OUTPUT, "b", 40, 4000, false},
      {EFFECT, "c", 20, 2000, false},
      {SATISFACTION, "d", 10, 1000, false}},
     "88",
     true,
     FUHE_REVIEW_SCORED,
     LISTED,
     "85",
     "85",
     NULL,
     "3",
     "3.41",
     1,
     FUHE_FIRM,
     FUHE_DECIDER_NONE,
     0,
     9},
    {"claimed nothing",
     {{COST, "a", 20, 500, false},
      {OUTPUT, "b", 40, 4000, false},
      {EFFECT, "c", 20, 2000, false},
      {SATISFACTION, "d", 10, 1000, false}},
     "0",
     true,
     FUHE_REVIEW_SCORED,
     LISTED,
     "85",
     "85",
     NULL,
     "-85",
     NULL,
     1,
     FUHE_FIRM,
     FUHE_DECIDER_NONE,
     0,
     9},
    {"weights fall short",
     {{COST, "a", 20, 2000, false}, {OUTPUT, "b", 40, 4000, false}, {EFFECT, "c", 25, 2500, false}},
     "100",
     true,
     FUHE_REVIEW_SCORED,
     LISTED,
     "95",
     "95",
     "100",
     "5",
     "5",
     0,
     FUHE_FIRM,
     FUHE_DECIDER_NONE,
     0,
     9},
    {"a row stands twice: the one in the category over its share is left out",
     {{COST, "a", 20, 2000, false},
      {OUTPUT, "b", 40, 4000, false},
      {EFFECT, "c", 20, 2000, false},
      {EFFECT, "d", 5, 500, false},
      {SATISFACTION, "d", 5, 500, false},
      {SATISFACTION, "e", 5, 500, false}},
     "100",
     true,
     FUHE_REVIEW_SCORED,
     FUHE_BASIS_COUNT_ONCE,
     "100",
     "105",
     "100",
     "0",
     "0",
     0,
     FUHE_FIRM,
     FUHE_DECIDER_NONE,
     0,
     3},
    {"a row that is left out decides nothing",
     {{COST, "a", 20, 1100, false},
      {OUTPUT, "b", 40, 4000, false},
      {EFFECT, "c", 20, 2000, false},
      {EFFECT, "d", 5, 500, true},
      {SATISFACTION, "d", 5, 500, true},
      {SATISFACTION, "e", 5, 500, false}},
     "91",
     true,
     FUHE_REVIEW_SCORED,
     FUHE_BASIS_COUNT_ONCE,
     "91",
     "96",
     "91.43",
     "0",
     "0",
     0,
     FUHE_FRAGILE,
     FUHE_DECIDER_ROW,
     4,
     3},
    {"the same, but the pack keeps duplicates: rescaled",
     {{COST, "a", 20, 1000, false},
      {OUTPUT, "b", 40, 4000, false},
      {EFFECT, "c", 20, 2000, false},
      {EFFECT, "d", 5, 500, false},
      {SATISFACTION, "d", 5, 500, false},
      {SATISFACTION, "e", 5, 500, false}},
     "95",
     false,
     FUHE_REVIEW_SCORED,
     FUHE_BASIS_RESCALED,
     "90.48",
     "95",
     "90.48",
     "4.52",
     "4.76",
     0,
     FUHE_FIRM,
     FUHE_DECIDER_NONE,
     0,
     9},
    {"leaving the duplicate out would not close the weights: rescaled",
     {{COST, "a", 20, 2000, false},
      {OUTPUT, "b", 40, 4000, false},
      {EFFECT, "c", 24, 2400, false},
      {EFFECT, "d", 5, 500, false},
      {SATISFACTION, "d", 5, 500, false},
      {SATISFACTION, "e", 5, 500, false}},
     "100",
     true,
     FUHE_REVIEW_SCORED,
     FUHE_BASIS_RESCALED,
     "100",
     "109",
     "100",
     "0",
     "0",
     0,
     FUHE_FIRM,
     FUHE_DECIDER_NONE,
     0,
     9},
    {"both in the category over its share: the later is left out",
     {{COST, "a", 20, 2000, false},
      {OUTPUT, "b", 40, 4000, false},
      {EFFECT, "c", 20, 2000, false},
      {SATISFACTION, "d", 10, 1000, false},
      {SATISFACTION, "d", 10, 500, false}},
     "100",
     true,
     FUHE_REVIEW_SCORED,
     FUHE_BASIS_COUNT_ONCE,
     "100",
     "105",
     "95.45",
     "0",
     "0",
     0,
     FUHE_FIRM,
     FUHE_DECIDER_NONE,
     0,
     4},
    {"another target is another indicator",
     {{COST, "a", 20, 2000, false},
      {OUTPUT, "b", 40, 4000, false},
      {EFFECT, "c", 20, 2000, false},
      {SATISFACTION, "d", 10, 1000, false, "满意"},
      {SATISFACTION, "d", 10, 1000, false, "完成"}},
     "100",
     true,
     FUHE_REVIEW_SCORED,
     FUHE_BASIS_RESCALED,
     "100",
     "110",
     "100",
     "0",
     "0",
     0,
     FUHE_FIRM,
     FUHE_DECIDER_NONE,
     0,
     9},
    {"another unit in a cell of its own is another indicator",
     {{COST, "a", 20, 2000, false},
      {OUTPUT, "b", 40, 4000, false},
      {EFFECT, "c", 20, 2000, false},
      {SATISFACTION, "d", 10, 1000, false, "5", "人"},
      {SATISFACTION, "d", 10, 1000, false, "5", "次"}},
     "100",
     true,
     FUHE_REVIEW_SCORED,
     FUHE_BASIS_RESCALED,
     "100",
     "110",
     "100",
     "0",
     "0",
     0,
     FUHE_FIRM,
     FUHE_DECIDER_NONE,
     0,
     9},
    {"a row without a score decides",
     {{COST, "a", 20, 2000, false},
      {OUTPUT, "b", 40, 4000, false},
      {EFFECT, "c", 20, 1000, false},
      {SATISFACTION, "d", 10, -1, false}},
     "80",
     true,
     FUHE_REVIEW_PARTIAL,
     LISTED,
     "80",
     "80",
     NULL,
     "0",
     "0",
     1,
     FUHE_FRAGILE,
     FUHE_DECIDER_ROW,
     3,
     9},
    {"two like rows in categories within their shares are no duplicate",
     {{COST, "a", 30, 3000, false},
      {OUTPUT, "b", 40, 4000, false},
      {EFFECT, "d", 10, 1000, false},
      {SATISFACTION, "d", 10, 1000, false}},
     "100",
     true,
     FUHE_REVIEW_SCORED,
     LISTED,
     "100",
     "100",
     NULL,
     "0",
     "0",
     0,
     FUHE_FIRM,
     FUHE_DECIDER_NONE,
     0,
     9},
    {"a judgement decides",
     {{COST, "a", 20, 1500, false},
      {OUTPUT, "b", 40, 4000, false},
      {EFFECT, "c", 20, 1800, true},
      {SATISFACTION, "d", 10, 1000, false}},
     "93",
     true,
     FUHE_REVIEW_SCORED,
     LISTED,
     "93",
     "93",
     NULL,
     "0",
     "0",
     0,
     FUHE_FRAGILE,
     FUHE_DECIDER_ROW,
     2,
     9},
    {"a judgement that cannot reach another grade",
     {{COST, "a", 20, 0, false},
      {OUTPUT, "b", 40, 500, false},
      {EFFECT, "c", 20, 1800, true},
      {SATISFACTION, "d", 10, 1000, false}},
     "43",
     true,
     FUHE_REVIEW_SCORED,
     LISTED,
     "43",
     "43",
     NULL,
     "0",
     "0",
     3,
     FUHE_FIRM,
     FUHE_DECIDER_NONE,
     0,
     9},
    {"rescaling decides",
     {{COST, "a", 20, 2000, false}, {OUTPUT, "b", 40, 4000, false}, {EFFECT, "c", 20, 1800, false}},
     "88",
     true,
     FUHE_REVIEW_SCORED,
     LISTED,
     "88",
     "88",
     "97.78",
     "0",
     "0",
     1,
     FUHE_FRAGILE,
     FUHE_DECIDER_WEIGHTS,
     6,
     9},
    {"one row without a score",
     {{COST, "a", 20, 2000, false},
      {OUTPUT, "b", 40, 4000, false},
      {EFFECT, "c", 20, 2000, false},
      {SATISFACTION, "d", 10, -1, false}},
     "90",
     true,
     FUHE_REVIEW_PARTIAL,
     LISTED,
     "90",
     "90",
     NULL,
     "0",
     "0",
     0,
     FUHE_FIRM,
     FUHE_DECIDER_NONE,
     0,
     9},
    {"no row with a score",
     {{COST, "a", 20, -1, false}, {OUTPUT, "b", 70, -1, false}},
     "90",
     true,
     FUHE_REVIEW_UNSCORED,
     LISTED,
     "10",
     "10",
     NULL,
     NULL,
     NULL,
     0,
     FUHE_UNDECIDABLE,
     FUHE_DECIDER_NONE,
     0,
     9},
};

static void expect_decimal(const char *expected, fuhe_decimal value) {
    char text[FUHE_DECIMAL_TEXT_SIZE];

    fuhe_decimal_format(value, 0, text);
    assert_string_equal(text, expected);
}

static void build_row(const struct small_row *small, struct fuhe_indicator *indicator, struct fuhe_row *row) {
    const bool scored = small->verified >= 0;

    indicator->name.text = fuhe_text_of(small->name);
    indicator->target.text = fuhe_text_of(small->target);
    indicator->unit.text = fuhe_text_of(small->unit);
    *row = (struct fuhe_row){.category = small->category,
                             .has_weight = true,
                             .weight = FUHE_DECIMAL(small->weight),
                             .claim = {scored, {scored ? small->verified * 10000 : 0}, 2},
                             .verified = {scored ? small->verified * 10000 : 0},
                             .has_verified = scored,
                             .has_range = small->judgement,
                             .high = FUHE_DECIMAL(small->weight),
                             .has_exact = scored && !small->judgement,
                             .formula = FUHE_FORMULA_FULL,
                             .counted = true};
}

static void form_is_totalled(void **state) {
    const struct total_case *row = *state;
    const struct fuhe_pack pack = pack_of(row->count_once);
    struct fuhe_indicator indicators[6] = {0};
    struct fuhe_row rows[6] = {0};
    struct fuhe_form form = {.indicators = indicators};
    struct fuhe_review review = {.form = &form, .pack = &pack, .rows = rows};

    form.total_claimed = (struct fuhe_cell){.text = fuhe_text_of(row->claimed), .state = FUHE_CELL_TEXT};
    while (review.row_count < 6 && row->rows[review.row_count].name != NULL) {
        build_row(&row->rows[review.row_count], &indicators[review.row_count], &rows[review.row_count]);
        review.row_count++;
    }
    form.indicator_count = review.row_count;
    review.execution = (struct fuhe_execution){.state = FUHE_EXECUTION_SCORED,
                                               .exact = fuhe_fraction_of(FUHE_DECIMAL(10)),
                                               .has_verified = true,
                                               .verified = FUHE_DECIMAL(10)};

    assert_int_equal(fuhe_total_rows(&review), FUHE_STATUS_OK);
    assert_int_equal(fuhe_grade_total(&review), FUHE_STATUS_OK);
    assert_int_equal(review.state, row->state);
    assert_string_equal(fuhe_basis_name(review.totals.basis), fuhe_basis_name(row->basis));
    expect_decimal(row->verified, review.totals.verified);
    expect_decimal(row->as_listed, review.totals.as_listed);
    assert_int_equal(review.totals.has_rescaled, row->rescaled != NULL);
    if (row->rescaled != NULL) {
        expect_decimal(row->rescaled, review.totals.rescaled);
    }
    assert_int_equal(review.totals.has_deviation, row->deviation_points != NULL);
    if (row->deviation_points != NULL) {
        expect_decimal(row->deviation_points, review.totals.deviation_points);
    }
    assert_int_equal(review.totals.has_deviation_rate, row->deviation_rate != NULL);
    if (row->deviation_rate != NULL) {
        expect_decimal(row->deviation_rate, review.totals.deviation_rate);
    }
    assert_int_equal(review.grading.grade, row->grade);
    assert_string_equal(fuhe_firmness_name(review.grading.firmness), fuhe_firmness_name(row->firmness));
    assert_int_equal(review.grading.decider, row->decider);
    if (row->decider == FUHE_DECIDER_ROW) {
        assert_int_equal(review.grading.deciding_row, row->deciding_row);
    }
    for (size_t i = 0; i < review.row_count; i++) {
        assert_int_equal(rows[i].counted, i != row->dropped);
    }
    if (row->state != FUHE_REVIEW_UNSCORED) {
        assert_true(fuhe_decimal_compare(review.grading.highest, pack.full_marks) <= 0);
    }
}

int main(void) {
    return RUN_CASES("totals", total_cases, form_is_totalled);
}
