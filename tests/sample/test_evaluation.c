/* SPDX-License-Identifier: Apache-2.0 */
/* Estimates and bounds worked out by hand: 1,000,000.00 元, ten draws, so an interval of 100,000.00 元; factors at
 * 95 %: 2.995733, 4.743865, 6.295794. The forms not named here hold the rest of the money. */
#include "sample/evaluation.h"

#include "tests/support/cases.h"

enum { FORMS_MAX = 3 };

struct evaluation_case {
    const char *name;
    struct {
        int64_t fen;
        bool certain;
        int claimed; /* below zero for none */
        int reviewed;
        size_t hits; /* draws but the first; 0 when certain */
    } forms[FORMS_MAX];
    size_t count;
    size_t too_high;
    size_t too_low;
    size_t without;
    struct fuhe_evaluation_money whole; /* of forms too high */
    struct fuhe_evaluation_money points;
};

#define MONEY(estimate, estimate_percent, most, most_percent)                                                          \
    {                                                                                                                  \
        {true, (estimate)}, {(estimate_percent)}, {true, (most)}, {                                                    \
            (most_percent)                                                                                             \
        }                                                                                                              \
    }

static const struct evaluation_case evaluation_cases[] = {
    {"nothing too high",
     {{1000000, false, 90, 90}},
     1,
     0,
     0,
     0,
     MONEY(0, 0, 29957330, 29960000),
     MONEY(0, 0, 29957330, 29960000)},
    {"too low is set against nothing",
     {{1000000, false, 90, 95}},
     1,
     0,
     1,
     0,
     MONEY(0, 0, 29957330, 29960000),
     MONEY(0, 0, 29957330, 29960000)},
    {"no claim, nothing claimed too high",
     {{1000000, false, -1, 50}},
     1,
     0,
     0,
     1,
     MONEY(0, 0, 29957330, 29960000),
     MONEY(0, 0, 29957330, 29960000)},
    /* taintings 1 and 0.1: J (2.995733 + 0.1 × 1.748132) */
    {"one too high by a tenth",
     {{1000000, false, 100, 90}},
     1,
     1,
     0,
     0,
     MONEY(10000000, 10000000, 47438650, 47440000),
     MONEY(1000000, 1000000, 31705462, 31710000)},
    /* the larger tainting first: J (2.995733 + 0.5 × 1.748132 + 0.1 × 1.551929) */
    {"the larger tainting first",
     {{1000000, false, 100, 90}, {2000000, false, 50, 25}},
     2,
     2,
     0,
     0,
     MONEY(20000000, 20000000, 62957940, 62960000),
     MONEY(6000000, 6000000, 40249919, 40250000)},
    /* both draws count: J (2.995733 + 0.1 × 1.748132 + 0.1 × 1.551929) */
    {"drawn twice",
     {{9000000, false, 100, 90, 1}},
     1,
     1,
     0,
     0,
     MONEY(20000000, 20000000, 62957940, 62960000),
     MONEY(2000000, 2000000, 33257391, 33260000)},
    /* a certain form counts with its own money: 200,000.00 × 0.25 */
    {"a certain form is known",
     {{20000000, true, 80, 60}},
     1,
     1,
     0,
     0,
     MONEY(20000000, 20000000, 49957330, 49960000),
     MONEY(5000000, 5000000, 34957330, 34960000)},
    /* all but 50,000.00 is seen: no more than that can be added to what was found */
    {"never more than the money not seen",
     {{95000000, true, 100, 100}},
     1,
     0,
     0,
     0,
     MONEY(0, 0, 5000000, 5000000),
     MONEY(0, 0, 5000000, 5000000)},
    {"a claim of nothing",
     {{1000000, false, 0, 0}},
     1,
     0,
     0,
     0,
     MONEY(0, 0, 29957330, 29960000),
     MONEY(0, 0, 29957330, 29960000)},
};

static void assert_money(const struct fuhe_evaluation_money *actual, const struct fuhe_evaluation_money *expected) {
    assert_int_equal(actual->estimate.fen, expected->estimate.fen);
    assert_int_equal(actual->estimate_percent.scaled, expected->estimate_percent.scaled);
    assert_in_range(actual->most.fen, expected->most.fen - 20, expected->most.fen + 20);
    assert_int_equal(actual->most_percent.scaled, expected->most_percent.scaled);
}

static void test_evaluation(void **state) {
    const struct evaluation_case *row = *state;
    struct fuhe_sample_item items[FORMS_MAX] = {{0}};
    struct fuhe_figure scores[FORMS_MAX] = {{0}};
    struct fuhe_sample sample = {.request = {.method = FUHE_SAMPLE_MONEY, .count = 10, .confidence = 95},
                                 .money = {true, 100000000},
                                 .money_seen = {true, 0},
                                 .items = items,
                                 .count = row->count};
    const struct fuhe_reviewed reviewed = {.scores = scores};
    struct fuhe_evaluation evaluation;
    struct fuhe_arena *arena = fuhe_arena_new();

    assert_non_null(arena);
    for (size_t i = 0; i < row->count; i++) {
        const struct fuhe_figure claimed = {row->forms[i].claimed >= 0, FUHE_DECIMAL(row->forms[i].claimed)};
        items[i].budget = (struct fuhe_money){true, row->forms[i].fen};
        items[i].certain = row->forms[i].certain;
        items[i].hits = row->forms[i].certain ? 0 : row->forms[i].hits + 1;
        items[i].claimed_points = claimed.present ? claimed : (struct fuhe_figure){0};
        scores[i] = (struct fuhe_figure){true, FUHE_DECIMAL(row->forms[i].reviewed)};
        sample.money_seen.fen += row->forms[i].fen;
    }
    assert_int_equal(fuhe_evaluation_make(&sample, &reviewed, arena, &evaluation, NULL), FUHE_STATUS_OK);
    const struct fuhe_evaluation_line *line = &evaluation.lines[FUHE_AUDITED_CLAIMED];
    assert_int_equal(line->too_high, row->too_high);
    assert_int_equal(line->too_low, row->too_low);
    assert_int_equal(line->without, row->without);
    assert_money(&line->forms, &row->whole);
    assert_money(&line->points, &row->points);
    fuhe_arena_free(arena);
}

/* One that is not reviewed yet takes all figures away. */
static void test_unreviewed(void **state) {
    struct fuhe_sample_item items[1] = {{.budget = {true, 100}}};
    struct fuhe_figure scores[1] = {{0}};
    const struct fuhe_sample sample = {
        .request = {.count = 1, .confidence = 95}, .money = {true, 100}, .items = items, .count = 1};
    const struct fuhe_reviewed reviewed = {.scores = scores, .unreviewed = 1};
    struct fuhe_evaluation evaluation;

    (void)state;
    assert_int_equal(fuhe_evaluation_make(&sample, &reviewed, NULL, &evaluation, NULL), FUHE_STATUS_OK);
    assert_false(evaluation.complete);
}

/* 67.50 of the points that could be scored, held against 98 of all, would say that the rules are too strict. */
static void test_partial(void **state) {
    struct fuhe_sample_item items[] = {{.state = FUHE_REVIEW_PARTIAL,
                                        .budget = {true, 1000000},
                                        .claimed_points = {true, FUHE_DECIMAL(100)},
                                        .verified = {true, {67500000}},
                                        .hits = 1},
                                       {.state = FUHE_REVIEW_UNSCORED,
                                        .budget = {true, 1000000},
                                        .claimed_points = {true, FUHE_DECIMAL(98)},
                                        .hits = 1}};
    struct fuhe_figure scores[] = {{true, FUHE_DECIMAL(98)}, {true, FUHE_DECIMAL(98)}};
    const struct fuhe_sample sample = {.request = {.method = FUHE_SAMPLE_MONEY, .count = 10, .confidence = 95},
                                       .money = {true, 100000000},
                                       .money_seen = {true, 2000000},
                                       .items = items,
                                       .count = 2};
    const struct fuhe_reviewed reviewed = {.scores = scores};
    struct fuhe_evaluation evaluation;
    struct fuhe_arena *arena = fuhe_arena_new();

    (void)state;
    assert_non_null(arena);
    assert_int_equal(fuhe_evaluation_make(&sample, &reviewed, arena, &evaluation, NULL), FUHE_STATUS_OK);
    const struct fuhe_evaluation_line *verified = &evaluation.lines[FUHE_AUDITED_VERIFIED];
    assert_int_equal(verified->partial, 1);
    assert_int_equal(verified->without, 1);
    assert_int_equal(verified->too_low + verified->too_high + verified->as_reviewed, 0);
    const struct fuhe_evaluation_line *claimed = &evaluation.lines[FUHE_AUDITED_CLAIMED];
    assert_int_equal(claimed->partial, 0);
    assert_int_equal(claimed->too_high, 1);
    assert_int_equal(claimed->as_reviewed, 1);
    fuhe_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest others[] = {cmocka_unit_test(test_unreviewed), cmocka_unit_test(test_partial)};

    return RUN_CASES("evaluation", evaluation_cases, test_evaluation) +
           cmocka_run_group_tests_name("not every score is there", others, NULL, NULL);
}
