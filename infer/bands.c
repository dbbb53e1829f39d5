/* SPDX-License-Identifier: Apache-2.0 */
/* Takes out what does not stand, and looks again: first the odd points, then what lies between, the lightest first, and
 * last the ends of the scale. */
#include "infer/bands.h"

enum { HALF_A_POINT = 500000 };

struct scale {
    struct fuhe_step_point *points;
    size_t count;
    const struct fuhe_steps *steps;
    fuhe_decimal full;
};

static bool is_round(fuhe_decimal points) {
    return points.scaled % HALF_A_POINT == 0;
}

static uint64_t weight_of(const struct scale *scale, size_t step) {
    const struct fuhe_stair *stair = &scale->steps->items[step];
    uint64_t sum = 0;

    for (size_t i = stair->lowest; i <= stair->highest; i++) {
        sum += scale->points[i].fits ? scale->points[i].weight : 0;
    }
    return sum;
}

static bool is_supported(const struct scale *scale, size_t step) {
    const struct fuhe_stair *stair = &scale->steps->items[step];

    return stair->support > 1 && (is_round(stair->value) || weight_of(scale, step) >= 2 * FUHE_WEIGHT_PRINTED);
}

/* None at the bottom, full points at the top: what every scale has. */
static bool is_end(const struct scale *scale, size_t step) {
    const struct fuhe_stair *stair = &scale->steps->items[step];
    const bool is_top = step + 1 == scale->steps->count && fuhe_decimal_equals(stair->value, scale->full) &&
                        fuhe_fraction_compare_decimal(scale->points[stair->highest].at, FUHE_DECIMAL(100)) >= 0;

    return is_top || (step == 0 && stair->value.scaled == 0);
}

/* Whether a neighbour that is an end itself holds another one up: it must not, or both would rest on nothing. */
static bool holds(const struct scale *scale, size_t step, size_t neighbour) {
    return is_supported(scale, neighbour) || (is_end(scale, neighbour) && !is_end(scale, step));
}

static bool stands(const struct scale *scale, size_t step) {
    const bool end = is_end(scale, step);
    const bool below = step > 0 ? holds(scale, step, step - 1) : end;
    const bool above = step + 1 < scale->steps->count ? holds(scale, step, step + 1) : end;

    return is_supported(scale, step) || (is_round(scale->steps->items[step].value) && below && above);
}

/* The order in which what does not stand is taken out; 0: it stands. */
static uint64_t order_of(const struct scale *scale, size_t step) {
    if (stands(scale, step)) {
        return 0;
    }
    if (!is_round(scale->steps->items[step].value)) {
        return 1;
    }
    return is_end(scale, step) ? UINT64_MAX : 1 + weight_of(scale, step);
}

static void bar(const struct scale *scale, fuhe_decimal value) {
    for (size_t i = 0; i < scale->count; i++) {
        scale->points[i].is_barred = scale->points[i].is_barred || fuhe_decimal_equals(scale->points[i].value, value);
    }
}

/* False when every step stands. */
static bool bar_next(const struct scale *scale) {
    uint64_t next = 0;

    for (size_t i = 0; i < scale->steps->count; i++) {
        const uint64_t order = order_of(scale, i);
        next = order > 0 && (next == 0 || order < next) ? order : next;
    }
    for (size_t i = 0; i < scale->steps->count && next > 0; i++) {
        if (order_of(scale, i) == next) {
            bar(scale, scale->steps->items[i].value);
        }
    }
    return next > 0;
}

enum fuhe_status fuhe_bands_fit(struct fuhe_step_point *points, size_t count, fuhe_decimal full,
                                struct fuhe_arena *arena, struct fuhe_steps *steps) {
    struct fuhe_arena *scratch = fuhe_arena_new();
    struct fuhe_steps tried;
    const struct scale scale = {points, count, &tried, full};
    enum fuhe_status status = scratch == NULL ? FUHE_STATUS_NO_MEMORY : FUHE_STATUS_OK;
    bool again = true;

    for (size_t i = 0; i < count; i++) {
        points[i].is_barred = false;
    }
    while (again && status == FUHE_STATUS_OK) {
        fuhe_arena_reset(scratch);
        status = fuhe_steps_fit(points, count, scratch, &tried);
        again = status == FUHE_STATUS_OK && tried.count > 1 && bar_next(&scale);
    }
    fuhe_arena_free(scratch);
    FUHE_TRY(status);
    return fuhe_steps_fit(points, count, arena, steps);
}
