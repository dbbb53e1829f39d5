/* SPDX-License-Identifier: Apache-2.0 */
/* The heaviest rising chain: every point may be taken after points of the same or a lower value that lie before it,
 * and a change of value has its price. A Fenwick tree over the values gives the best chain below a value. */
#include "infer/steps.h"

#include <stdlib.h>

enum { NOBODY = -1, POINTS_PER_PRICE = 50 };

uint64_t fuhe_parameter_price(size_t count) {
    return 1 + count / POINTS_PER_PRICE;
}

static int compare_points(const void *a, const void *b) {
    const struct fuhe_step_point *first = a;
    const struct fuhe_step_point *second = b;
    int order = fuhe_fraction_compare(first->at, second->at);

    if (order == 0) {
        order = fuhe_decimal_compare(first->value, second->value);
    }
    return order != 0 ? order : (first->source > second->source) - (first->source < second->source);
}

static int compare_values(const void *a, const void *b) {
    return fuhe_decimal_compare(*(const fuhe_decimal *)a, *(const fuhe_decimal *)b);
}

/* --- the chain --------------------------------------------------------------------------------------------------- */

/* All points of one value at one place. */
struct knot {
    size_t first;
    size_t count;
    size_t value; /* its rank */
    int64_t gain;
    int64_t best; /* of a chain that ends here */
    int64_t before;
};

struct search {
    fuhe_decimal *values; /* different ones, rising */
    size_t value_count;
    struct knot *knots;
    size_t knot_count;
    int64_t *last;  /* by value: the best knot of that value, or NOBODY */
    int64_t *below; /* the Fenwick tree: the best knot of a stretch of values */
    int64_t price;
};

static bool is_better(const struct search *search, int64_t candidate, int64_t than) {
    return candidate != NOBODY && (than == NOBODY || search->knots[candidate].best > search->knots[than].best);
}

static int64_t best_below(const struct search *search, size_t value) {
    int64_t best = NOBODY;

    for (size_t i = value; i > 0; i -= i & (~i + 1)) {
        if (is_better(search, search->below[i], best)) {
            best = search->below[i];
        }
    }
    return best;
}

static void offer(struct search *search, int64_t knot) {
    const size_t value = search->knots[knot].value;

    if (is_better(search, knot, search->last[value])) {
        search->last[value] = knot;
    }
    for (size_t i = value + 1; i <= search->value_count; i += i & (~i + 1)) {
        if (is_better(search, knot, search->below[i])) {
            search->below[i] = knot;
        }
    }
}

static void chain(struct search *search, struct knot *knot) {
    const int64_t same = search->last[knot->value];
    const int64_t found = best_below(search, knot->value);
    const int64_t lower = found != NOBODY && search->knots[found].best > 0 ? found : NOBODY; /* a loss is no start */
    const int64_t stay = same == NOBODY ? INT64_MIN : search->knots[same].best;
    const int64_t step = (lower == NOBODY ? 0 : search->knots[lower].best) - search->price;

    knot->best = knot->gain + (stay >= step ? stay : step);
    knot->before = stay >= step ? same : lower;
}

static size_t rank_of(const struct search *search, fuhe_decimal value) {
    const fuhe_decimal *found = bsearch(&value, search->values, search->value_count, sizeof value, compare_values);

    return found == NULL ? 0 : (size_t)(found - search->values);
}

static void tie_knots(struct search *search, const struct fuhe_step_point *points, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct knot *last = search->knot_count == 0 ? NULL : &search->knots[search->knot_count - 1];
        const bool alike = last != NULL && fuhe_fraction_compare(points[i].at, points[last->first].at) == 0 &&
                           fuhe_decimal_equals(points[i].value, points[last->first].value);
        if (!alike) {
            last = &search->knots[search->knot_count++];
            *last = (struct knot){.first = i, .value = rank_of(search, points[i].value)};
        }
        last->count++;
        last->gain += points[i].is_barred ? 0 : points[i].weight;
    }
}

/* One place at a time: knots of one place do not follow each other. */
static int64_t best_chain(struct search *search, const struct fuhe_step_point *points) {
    int64_t best = NOBODY;
    size_t end;

    for (size_t i = 0; i < search->knot_count; i = end) {
        for (end = i; end < search->knot_count && fuhe_fraction_compare(points[search->knots[end].first].at,
                                                                        points[search->knots[i].first].at) == 0;
             end++) {
            chain(search, &search->knots[end]);
        }
        for (size_t j = i; j < end; j++) {
            offer(search, (int64_t)j);
            best = is_better(search, (int64_t)j, best) ? (int64_t)j : best;
        }
    }
    return best != NOBODY && search->knots[best].best > 0 ? best : NOBODY;
}

static enum fuhe_status prepare(struct search *search, const struct fuhe_step_point *points, size_t count,
                                struct fuhe_arena *arena) {
    search->values = fuhe_arena_allocate(arena, count, sizeof *search->values);
    search->knots = fuhe_arena_allocate(arena, count, sizeof *search->knots);
    search->last = fuhe_arena_allocate(arena, count, sizeof *search->last);
    search->below = fuhe_arena_allocate(arena, count + 1, sizeof *search->below);
    if (search->values == NULL || search->knots == NULL || search->last == NULL || search->below == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        search->values[i] = points[i].value;
        search->last[i] = NOBODY;
        search->below[i] = NOBODY;
    }
    search->below[count] = NOBODY;
    qsort(search->values, count, sizeof *search->values, compare_values);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !fuhe_decimal_equals(search->values[i], search->values[search->value_count - 1])) {
            search->values[search->value_count++] = search->values[i];
        }
    }
    search->price = (int64_t)fuhe_parameter_price(count);
    tie_knots(search, points, count);
    return FUHE_STATUS_OK;
}

/* --- the steps --------------------------------------------------------------------------------------------------- */

static void mark_chain(const struct search *search, int64_t last, struct fuhe_step_point *points) {
    for (int64_t i = last; i != NOBODY; i = search->knots[i].before) {
        for (size_t j = 0; j < search->knots[i].count; j++) {
            points[search->knots[i].first + j].fits = true;
        }
    }
}

static void take_point(struct fuhe_steps *steps, const struct fuhe_step_point *points, size_t i) {
    struct fuhe_stair *step = steps->count == 0 ? NULL : &steps->items[steps->count - 1];

    if (step == NULL || !fuhe_decimal_equals(step->value, points[i].value)) {
        const size_t below = step == NULL ? i : step->highest;
        step = &steps->items[steps->count++];
        *step = (struct fuhe_stair){.value = points[i].value, .lowest = i};
        step->cut = steps->count == 1 ? FUHE_DECIMAL(0) : fuhe_roundest(points[below].at, points[i].at);
    }
    step->support++;
    step->highest = i;
}

/* --- other cuts --------------------------------------------------------------------------------------------------- */

/* The cut between two steps is moved up, place by place, from the lowest point of the lower one. Where as much fits as
 * with the cut that was found, the points do not say which of the two it is. */
struct moving {
    const struct fuhe_step_point *points;
    const struct fuhe_stair *lower;
    const struct fuhe_stair *upper;
    int64_t gain; /* over a cut below everything */
    size_t above; /* the last point of the lower step that it was moved over */
};

/* Moves the cut over all points at one place; returns the first one behind them. */
static size_t move_over(struct moving *moving, size_t from) {
    const struct fuhe_step_point *points = moving->points;
    size_t i = from;

    for (; i <= moving->upper->highest && fuhe_fraction_compare(points[i].at, points[from].at) == 0; i++) {
        if (fuhe_decimal_equals(points[i].value, moving->lower->value)) {
            moving->gain += points[i].weight;
            moving->above = i;
        } else if (fuhe_decimal_equals(points[i].value, moving->upper->value)) {
            moving->gain -= points[i].weight;
        }
    }
    return i;
}

static size_t next_of_upper(const struct moving *moving, size_t i) {
    while (!fuhe_decimal_equals(moving->points[i].value, moving->upper->value)) {
        i++;
    }
    return i;
}

/* Counts the other ranges that explain as much, and lists them unless list is NULL. */
static size_t list_rivals(struct moving moving, int64_t found, struct fuhe_step_range *list) {
    size_t count = 0;
    size_t next;

    for (size_t i = moving.lower->lowest;
         fuhe_fraction_compare(moving.points[i].at, moving.points[moving.upper->highest].at) < 0; i = next) {
        next = move_over(&moving, i);
        if (moving.gain != found || moving.above < i) {
            continue;
        }
        const size_t up_to = next_of_upper(&moving, next);
        if (up_to == moving.upper->lowest) {
            continue;
        }
        if (list != NULL) {
            list[count] = (struct fuhe_step_range){moving.above, up_to};
        }
        count++;
    }
    return count;
}

static enum fuhe_status find_rivals(const struct fuhe_step_point *points, struct fuhe_arena *arena,
                                    const struct fuhe_stair *lower, struct fuhe_stair *upper) {
    const struct moving start = {.points = points, .lower = lower, .upper = upper};
    struct moving moving = start;

    for (size_t i = lower->lowest; fuhe_fraction_compare(points[i].at, points[upper->lowest].at) < 0;) {
        i = move_over(&moving, i);
    }
    upper->rival_count = list_rivals(start, moving.gain, NULL);
    upper->rivals = fuhe_arena_allocate(arena, upper->rival_count, sizeof *upper->rivals);
    if (upper->rivals == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    (void)list_rivals(start, moving.gain, upper->rivals);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_steps_fit(struct fuhe_step_point *points, size_t count, struct fuhe_arena *arena,
                                struct fuhe_steps *steps) {
    struct search search = {.values = NULL};

    *steps = (struct fuhe_steps){.items = NULL};
    if (count == 0) {
        return FUHE_STATUS_OK;
    }
    qsort(points, count, sizeof *points, compare_points);
    for (size_t i = 0; i < count; i++) {
        points[i].fits = false;
    }
    FUHE_TRY(prepare(&search, points, count, arena));
    mark_chain(&search, best_chain(&search, points), points);
    steps->items = fuhe_arena_allocate(arena, search.value_count, sizeof *steps->items);
    if (steps->items == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        if (points[i].fits) {
            take_point(steps, points, i);
        } else {
            steps->misfits++;
            steps->cost += points[i].weight;
        }
    }
    steps->cost += (uint64_t)search.price * steps->count;
    for (size_t i = 1; i < steps->count; i++) {
        FUHE_TRY(find_rivals(points, arena, &steps->items[i - 1], &steps->items[i]));
    }
    return FUHE_STATUS_OK;
}

/* --- round numbers ------------------------------------------------------------------------------------------------ */

/* In millionths: 100, 10, 5, 1, 0.5 and so on. 50 is no rounder than 60. */
static const int64_t units[] = {100000000, 10000000, 5000000, 1000000, 500000, 100000, 50000, 10000,
                                5000,      1000,     500,     100,     50,     10,     5,     1};

fuhe_decimal fuhe_roundest(fuhe_fraction above, fuhe_fraction up_to) {
    fuhe_decimal most;

    if (fuhe_fraction_round(up_to, FUHE_DECIMAL_PLACES, FUHE_ROUND_TRUNCATE, &most) != FUHE_STATUS_OK) {
        return FUHE_DECIMAL(0);
    }
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        const fuhe_decimal multiple = {most.scaled / units[i] * units[i]};
        if (fuhe_fraction_compare_decimal(above, multiple) < 0) {
            return multiple;
        }
    }
    return most;
}
