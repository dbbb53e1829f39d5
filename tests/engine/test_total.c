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
    const char *verified;
    const char *as_listed; /* NULL: as verified */
    const char *rescaled;  /* NULL: none */
    const char *points;    /* deviation; NULL: 0 */
    const char *rate;      /* NULL: 0; "": none */
    bool keeps_duplicates;
    bool has_dropped;
    size_t dropped;
    size_t grade;
    enum fuhe_review_state state;
    enum fuhe_basis basis;
    enum fuhe_firmness firmness;
    enum fuhe_decider decider;
    size_t deciding_row;
};

#define COST FUHE_CATEGORY_COST
#define OUTPUT FUHE_CATEGORY_OUTPUT
#define EFFECT FUHE_CATEGORY_EFFECT
#define SATISFACTION FUHE_CATEGORY_SATISFACTION

static const struct total_case total_cases[] = {
    {.name = "weights close",
     .rows = {{COST, "a", 20, 2000}, {OUTPUT, "b", 40, 4000}, {EFFECT, "c", 20, 2000}, {SATISFACTION, "d", 10, 1000}},
     .claimed = "100",
     .verified = "100"},
    {.name = "over-claimed",
     .rows = {{COST, "a", 20, 500}, {OUTPUT, "b", 40, 4000}, {EFFECT, "c", 20, 2000}, {SATISFACTION, "d", 10, 1000}},
     .claimed = "88",
     .verified = "85",
     .points = "3",
     .rate = "3.41",
     .grade = 1},
    {.name = "claimed nothing",
     .rows = {{COST, "a", 20, 500}, {OUTPUT, "b", 40, 4000}, {EFFECT, "c", 20, 2000}, {SATISFACTION, "d", 10, 1000}},
     .claimed = "0",
     .verified = "85",
     .points = "-85",
     .rate = "",
     .grade = 1},
    {.name = "weights fall short",
     .rows = {{COST, "a", 20, 2000}, {OUTPUT, "b", 40, 4000}, {EFFECT, "c", 25, 2500}},
     .claimed = "100",
     .verified = "95",
     .rescaled = "100",
     .points = "5",
     .rate = "5"},
    {.name = "a row stands twice: the one in the category over its share is left out",
     .rows = {{COST, "a", 20, 2000},
              {OUTPUT, "b", 40, 4000},
              {EFFECT, "c", 20, 2000},
              {EFFECT, "d", 5, 500},
              {SATISFACTION, "d", 5, 500},
              {SATISFACTION, "e", 5, 500}},
     .claimed = "100",
     .verified = "100",
     .basis = FUHE_BASIS_COUNT_ONCE,
     .as_listed = "105",
     .rescaled = "100",
     .has_dropped = true,
     .dropped = 3},
    {.name = "a row that is left out decides nothing",
     .rows = {{COST, "a", 20, 1100},
              {OUTPUT, "b", 40, 4000},
              {EFFECT, "c", 20, 2000},
              {EFFECT, "d", 5, 500, true},
              {SATISFACTION, "d", 5, 500, true},
              {SATISFACTION, "e", 5, 500}},
     .claimed = "91",
     .verified = "91",
     .basis = FUHE_BASIS_COUNT_ONCE,
     .as_listed = "96",
     .rescaled = "91.43",
     .firmness = FUHE_FRAGILE,
     .decider = FUHE_DECIDER_ROW,
     .deciding_row = 4,
     .has_dropped = true,
     .dropped = 3},
    {.name = "the same, but the pack keeps duplicates: rescaled",
     .rows = {{COST, "a", 20, 1000},
              {OUTPUT, "b", 40, 4000},
              {EFFECT, "c", 20, 2000},
              {EFFECT, "d", 5, 500},
              {SATISFACTION, "d", 5, 500},
              {SATISFACTION, "e", 5, 500}},
     .claimed = "95",
     .verified = "90.48",
     .keeps_duplicates = true,
     .basis = FUHE_BASIS_RESCALED,
     .as_listed = "95",
     .rescaled = "90.48",
     .points = "4.52",
     .rate = "4.76"},
    {.name = "leaving the duplicate out would not close the weights: rescaled",
     .rows = {{COST, "a", 20, 2000},
              {OUTPUT, "b", 40, 4000},
              {EFFECT, "c", 24, 2400},
              {EFFECT, "d", 5, 500},
              {SATISFACTION, "d", 5, 500},
              {SATISFACTION, "e", 5, 500}},
     .claimed = "100",
     .verified = "100",
     .basis = FUHE_BASIS_RESCALED,
     .as_listed = "109",
     .rescaled = "100"},
    {.name = "both in the category over its share: the later is left out",
     .rows = {{COST, "a", 20, 2000},
              {OUTPUT, "b", 40, 4000},
              {EFFECT, "c", 20, 2000},
              {SATISFACTION, "d", 10, 1000},
              {SATISFACTION, "d", 10, 500}},
     .claimed = "100",
     .verified = "100",
     .basis = FUHE_BASIS_COUNT_ONCE,
     .as_listed = "105",
     .rescaled = "95.45",
     .has_dropped = true,
     .dropped = 4},
    {.name = "another target is another indicator",
     .rows = {{COST, "a", 20, 2000},
              {OUTPUT, "b", 40, 4000},
              {EFFECT, "c", 20, 2000},
              {SATISFACTION, "d", 10, 1000, false, "满意"},
              {SATISFACTION, "d", 10, 1000, false, "完成"}},
     .claimed = "100",
     .verified = "100",
     .basis = FUHE_BASIS_RESCALED,
     .as_listed = "110",
     .rescaled = "100"},
    {.name = "another unit in a cell of its own is another indicator",
     .rows = {{COST, "a", 20, 2000},
              {OUTPUT, "b", 40, 4000},
              {EFFECT, "c", 20, 2000},
              {SATISFACTION, "d", 10, 1000, false, "5", "人"},
              {SATISFACTION, "d", 10, 1000, false, "5", "次"}},
     .claimed = "100",
     .verified = "100",
     .basis = FUHE_BASIS_RESCALED,
     .as_listed = "110",
     .rescaled = "100"},
    {.name = "a row without a score decides",
     .rows = {{COST, "a", 20, 2000}, {OUTPUT, "b", 40, 4000}, {EFFECT, "c", 20, 1000}, {SATISFACTION, "d", 10, -1}},
     .claimed = "80",
     .verified = "80",
     .state = FUHE_REVIEW_PARTIAL,
     .grade = 1,
     .firmness = FUHE_FRAGILE,
     .decider = FUHE_DECIDER_ROW,
     .deciding_row = 3},
    {.name = "two like rows in categories within their shares are no duplicate",
     .rows = {{COST, "a", 30, 3000}, {OUTPUT, "b", 40, 4000}, {EFFECT, "d", 10, 1000}, {SATISFACTION, "d", 10, 1000}},
     .claimed = "100",
     .verified = "100"},
    {.name = "a judgement decides",
     .rows =
         {{COST, "a", 20, 1500}, {OUTPUT, "b", 40, 4000}, {EFFECT, "c", 20, 1800, true}, {SATISFACTION, "d", 10, 1000}},
     .claimed = "93",
     .verified = "93",
     .firmness = FUHE_FRAGILE,
     .decider = FUHE_DECIDER_ROW,
     .deciding_row = 2},
    {.name = "a judgement that cannot reach another grade",
     .rows = {{COST, "a", 20, 0}, {OUTPUT, "b", 40, 500}, {EFFECT, "c", 20, 1800, true}, {SATISFACTION, "d", 10, 1000}},
     .claimed = "43",
     .verified = "43",
     .grade = 3},
    {.name = "rescaling decides",
     .rows = {{COST, "a", 20, 2000}, {OUTPUT, "b", 40, 4000}, {EFFECT, "c", 20, 1800}},
     .claimed = "88",
     .verified = "88",
     .rescaled = "97.78",
     .grade = 1,
     .firmness = FUHE_FRAGILE,
     .decider = FUHE_DECIDER_WEIGHTS},
    {.name = "one row without a score",
     .rows = {{COST, "a", 20, 2000}, {OUTPUT, "b", 40, 4000}, {EFFECT, "c", 20, 2000}, {SATISFACTION, "d", 10, -1}},
     .claimed = "90",
     .verified = "90",
     .state = FUHE_REVIEW_PARTIAL},
    {.name = "no row with a score",
     .rows = {{COST, "a", 20, -1}, {OUTPUT, "b", 70, -1}},
     .claimed = "90",
     .verified = "10",
     .state = FUHE_REVIEW_UNSCORED,
     .firmness = FUHE_UNDECIDABLE},
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

static void check_totals(const struct total_case *row, const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;
    const bool is_scored = row->state != FUHE_REVIEW_UNSCORED;
    const bool has_rate = is_scored && (row->rate == NULL || row->rate[0] != '\0');

    assert_int_equal(review->state, row->state);
    assert_string_equal(fuhe_basis_name(totals->basis), fuhe_basis_name(row->basis));
    expect_decimal(row->verified, totals->verified);
    expect_decimal(row->as_listed == NULL ? row->verified : row->as_listed, totals->as_listed);
    assert_int_equal(totals->has_rescaled, row->rescaled != NULL);
    expect_decimal(row->rescaled == NULL ? "0" : row->rescaled, totals->rescaled);
    assert_int_equal(totals->has_deviation, is_scored);
    expect_decimal(row->points == NULL ? "0" : row->points, totals->deviation_points);
    assert_int_equal(totals->has_deviation_rate, has_rate);
    expect_decimal(!has_rate || row->rate == NULL ? "0" : row->rate, totals->deviation_rate);
}

static void check_grading(const struct total_case *row, const struct fuhe_grading *grading) {
    assert_int_equal(grading->grade, row->grade);
    assert_string_equal(fuhe_firmness_name(grading->firmness), fuhe_firmness_name(row->firmness));
    assert_int_equal(grading->decider, row->decider);
    if (row->decider == FUHE_DECIDER_ROW) {
        assert_int_equal(grading->deciding_row, row->deciding_row);
    }
    assert_true(fuhe_decimal_compare(grading->highest, FUHE_DECIMAL(100)) <= 0);
}

static void form_is_totalled(void **state) {
    const struct total_case *row = *state;
    const struct fuhe_pack pack = pack_of(!row->keeps_duplicates);
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
    check_totals(row, &review);
    check_grading(row, &review.grading);
    for (size_t i = 0; i < review.row_count; i++) {
        assert_int_equal(rows[i].counted, !row->has_dropped || i != row->dropped);
    }
}

int main(void) {
    return RUN_CASES("totals", total_cases, form_is_totalled);
}
