/* SPDX-License-Identifier: Apache-2.0 */
/* The staircase: rows of points and what is found in them, and small random clouds against trying everything. */
#include "infer/steps.h"

#include "tests/support/cases.h"

enum { POINTS_MAX = 8 };

/* A point in whole percent and points; weight 4 unless given. */
struct point {
    int at;
    int value;
    int weight;
};

struct row {
    const char *name;
    struct point points[POINTS_MAX];
    size_t count;
    size_t steps;
    size_t misfits;
    struct {
        int value;
        size_t support;
        int above; /* the fitting point below, of all steps but the lowest */
        int up_to;
        int cut;
        struct {
            int above;
            int up_to;
        } rival; /* another range for the cut; 0, 0: none */
    } expected[4];
};

static const struct row rows[] = {
    {"none at all", {{0}}, 0, 0, 0, {{0}}},
    {"one alone", {{50, 5}}, 1, 1, 0, {{5, 1, 0, 0, 0}}},
    {"four bands",
     {{17, 0}, {39, 0}, {68, 5}, {82, 7}, {99, 7}, {100, 10}},
     6,
     4,
     0,
     {{0, 2, 0, 0, 0}, {5, 1, 39, 68, 60}, {7, 2, 68, 82, 80}, {10, 1, 99, 100, 100}}},
    {"in any order",
     {{100, 10}, {17, 0}, {82, 7}},
     3,
     3,
     0,
     {{0, 1, 0, 0, 0}, {7, 1, 17, 82, 80}, {10, 1, 82, 100, 100}}},
    {"one that falls is no step",
     {{10, 5}, {20, 5}, {30, 0}, {40, 5}, {90, 10}},
     5,
     2,
     1,
     {{5, 3, 0, 0, 0}, {10, 1, 40, 90, 90}}},
    {"two at one place: the heavier",
     {{10, 0}, {50, 5}, {50, 7, 2}, {90, 10}},
     4,
     3,
     1,
     {{0, 1, 0, 0, 0}, {5, 1, 10, 50, 50}, {10, 1, 50, 90, 90}}},
    {"all the same", {{10, 10}, {50, 10}, {100, 10}}, 3, 1, 0, {{10, 3, 0, 0, 0}}},
    {"a light one that is worth its price",
     {{10, 0}, {20, 0}, {70, 5, 2}, {90, 10}},
     4,
     3,
     0,
     {{0, 2, 0, 0, 0}, {5, 1, 20, 70, 70}, {10, 1, 70, 90, 90}}},
    {"one of two is wrong, and nobody knows which",
     {{60, 5}, {70, 5}, {78, 7}, {80, 5}, {85, 7}, {90, 7}},
     6,
     2,
     1,
     {{5, 2, 0, 0, 0}, {7, 3, 70, 78, 75, {80, 85}}}},
    {"the heavier of two is right",
     {{60, 5}, {70, 5}, {78, 7, 2}, {80, 5}, {85, 7}, {90, 7}},
     6,
     2,
     1,
     {{5, 3, 0, 0, 0}, {7, 2, 80, 85, 85}}},
    {"both at one place",
     {{60, 5}, {80, 5}, {80, 7}, {90, 7}},
     4,
     2,
     1,
     {{5, 1, 0, 0, 0}, {7, 2, 60, 80, 80, {80, 90}}}},
    {"another step between them",
     {{60, 5}, {70, 7}, {71, 0}, {72, 9}, {80, 5}, {85, 7}},
     6,
     2,
     3,
     {{5, 1, 0, 0, 0}, {7, 2, 60, 70, 70, {80, 85}}}},
};

static struct fuhe_step_point point_of(const struct point *point, size_t source) {
    return (struct fuhe_step_point){.at = fuhe_fraction_of(FUHE_DECIMAL(point->at)),
                                    .value = FUHE_DECIMAL(point->value),
                                    .weight = point->weight == 0 ? 4 : (uint32_t)point->weight,
                                    .source = source};
}

static void test_row(void **state) {
    const struct row *row = *state;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_step_point points[POINTS_MAX];
    struct fuhe_steps steps;

    for (size_t i = 0; i < row->count; i++) {
        points[i] = point_of(&row->points[i], i);
    }
    assert_int_equal(fuhe_steps_fit(points, row->count, arena, &steps), FUHE_STATUS_OK);
    assert_int_equal(steps.count, row->steps);
    assert_int_equal(steps.misfits, row->misfits);
    for (size_t i = 0; i < steps.count; i++) {
        const struct fuhe_stair *step = &steps.items[i];
        assert_true(fuhe_decimal_equals(step->value, FUHE_DECIMAL(row->expected[i].value)));
        assert_int_equal(step->support, row->expected[i].support);
        assert_true(fuhe_decimal_equals(step->cut, FUHE_DECIMAL(row->expected[i].cut)));
        if (i > 0) {
            assert_int_equal(
                fuhe_fraction_compare_decimal(points[step[-1].highest].at, FUHE_DECIMAL(row->expected[i].above)), 0);
            assert_int_equal(
                fuhe_fraction_compare_decimal(points[step->lowest].at, FUHE_DECIMAL(row->expected[i].up_to)), 0);
        }
        assert_int_equal(step->rival_count, row->expected[i].rival.up_to > 0);
        for (size_t j = 0; j < step->rival_count; j++) {
            const struct fuhe_step_range *rival = &step->rivals[j];
            assert_int_equal(
                fuhe_fraction_compare_decimal(points[rival->above].at, FUHE_DECIMAL(row->expected[i].rival.above)), 0);
            assert_int_equal(
                fuhe_fraction_compare_decimal(points[rival->up_to].at, FUHE_DECIMAL(row->expected[i].rival.up_to)), 0);
        }
    }
    fuhe_arena_free(arena);
}

/* --- everything tried --------------------------------------------------------------------------------------------- */

/* Least cost of the points from `i` on (sorted by place) after a step of value `last` (-1: none yet): every value of
 * every place is tried. */
static int least_cost(const struct point *points, size_t count, size_t i, int last, int price) {
    size_t end = i;
    int all = 0;

    if (i == count) {
        return 0;
    }
    while (end < count && points[end].at == points[i].at) {
        all += points[end++].weight;
    }
    int best = all + least_cost(points, count, end, last, price);
    for (size_t j = i; j < end; j++) {
        int missed = all;
        for (size_t k = i; k < end; k++) {
            missed -= points[k].value == points[j].value ? points[k].weight : 0;
        }
        if (points[j].value >= last) {
            const int cost =
                missed + (points[j].value == last ? 0 : price) + least_cost(points, count, end, points[j].value, price);
            best = cost < best ? cost : best;
        }
    }
    return best;
}

static uint32_t draw(uint32_t *seed, uint32_t below) {
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 16) % below;
}

static void sort_points(struct point *points, size_t count) {
    for (size_t i = 1; i < count; i++) {
        for (size_t j = i; j > 0 && points[j].at < points[j - 1].at; j--) {
            const struct point held = points[j];
            points[j] = points[j - 1];
            points[j - 1] = held;
        }
    }
}

/* Weight of the points of two neighbouring steps that fit with the cut at `at`. */
static int fitting(const struct fuhe_step_point *points, const struct fuhe_stair *step, int at) {
    int sum = 0;

    for (size_t i = step[-1].lowest; i <= step->highest; i++) {
        const bool is_below = fuhe_fraction_compare_decimal(points[i].at, FUHE_DECIMAL(at)) < 0;
        const fuhe_decimal value = is_below ? step[-1].value : step->value;
        sum += fuhe_decimal_equals(points[i].value, value) ? (int)points[i].weight : 0;
    }
    return sum;
}

static bool holds(const struct fuhe_step_point *points, size_t above, size_t up_to, int at) {
    return fuhe_fraction_compare_decimal(points[above].at, FUHE_DECIMAL(at)) < 0 &&
           fuhe_fraction_compare_decimal(points[up_to].at, FUHE_DECIMAL(at)) >= 0;
}

/* The ranges of a cut, taken together, are all the places where it explains as much. */
static void assert_ranges(const struct fuhe_step_point *points, const struct fuhe_stair *step) {
    const int found = fitting(points, step, (int)(step->cut.scaled / FUHE_DECIMAL_ONE));

    for (int at = 0; at <= 7; at++) {
        size_t ranges = holds(points, step[-1].highest, step->lowest, at);
        if (!holds(points, step[-1].lowest, step->highest, at)) {
            continue;
        }
        for (size_t i = 0; i < step->rival_count; i++) {
            ranges += holds(points, step->rivals[i].above, step->rivals[i].up_to, at);
        }
        assert_int_equal(ranges, fitting(points, step, at) == found);
    }
}

static void test_everything_tried(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    uint32_t seed = 20240115;

    (void)state;
    for (int round = 0; round < 3000; round++) {
        struct point drawn[POINTS_MAX];
        struct fuhe_step_point points[POINTS_MAX];
        struct fuhe_steps steps;
        const size_t count = 1 + draw(&seed, POINTS_MAX);
        for (size_t i = 0; i < count; i++) {
            drawn[i] = (struct point){(int)draw(&seed, 7), (int)draw(&seed, 4), 1 + (int)draw(&seed, 4)};
            points[i] = point_of(&drawn[i], i);
        }
        sort_points(drawn, count);
        fuhe_arena_reset(arena);
        assert_int_equal(fuhe_steps_fit(points, count, arena, &steps), FUHE_STATUS_OK);
        assert_int_equal(steps.cost, least_cost(drawn, count, 0, -1, (int)fuhe_parameter_price(count)));
        for (size_t i = 1; i < steps.count; i++) {
            assert_ranges(points, &steps.items[i]);
        }
    }
    fuhe_arena_free(arena);
}

/* A start that costs more than it explains is none: many points make a step dear. */
static void test_start_at_a_loss(void **state) {
    enum { MANY = 400 };
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_step_point points[MANY];
    struct fuhe_steps steps;

    (void)state;
    for (size_t i = 0; i < MANY; i++) {
        const struct point drawn = {1 + (int)i, i == 0 ? 3 : 5, 4};
        points[i] = point_of(&drawn, i);
    }
    assert_int_equal(fuhe_steps_fit(points, MANY, arena, &steps), FUHE_STATUS_OK);
    assert_int_equal(steps.count, 1);
    assert_int_equal(steps.misfits, 1);
    assert_false(points[0].fits);
    fuhe_arena_free(arena);
}

/* --- round numbers ------------------------------------------------------------------------------------------------ */

static void test_roundest(void **state) {
    static const struct {
        int64_t above; /* in thousandths */
        int64_t up_to;
        int64_t expected;
    } ranges[] = {{68400, 81970, 80000}, {39530, 68400, 60000}, {99360, 100000, 100000}, {0, 200000, 200000},
                  {81000, 89000, 85000}, {81000, 84000, 84000}, {81200, 81700, 81500},   {81210, 81390, 81300},
                  {59999, 60000, 60000}, {60000, 60400, 60400}};
    fuhe_fraction above;
    fuhe_fraction up_to;

    (void)state;
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        above = fuhe_fraction_of((fuhe_decimal){ranges[i].above * 1000});
        up_to = fuhe_fraction_of((fuhe_decimal){ranges[i].up_to * 1000});
        assert_int_equal(fuhe_roundest(above, up_to).scaled, ranges[i].expected * 1000);
    }
    assert_int_equal(fuhe_fraction_scale(FUHE_DECIMAL(100), FUHE_DECIMAL(1), FUHE_DECIMAL(3), &up_to), FUHE_STATUS_OK);
    assert_int_equal(fuhe_roundest(fuhe_fraction_of((fuhe_decimal){33333332}), up_to).scaled, 33333333);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_everything_tried), cmocka_unit_test(test_start_at_a_loss),
                                       cmocka_unit_test(test_roundest)};

    return RUN_CASES("steps", rows, test_row) + cmocka_run_group_tests(tests, NULL, NULL);
}
