/* SPDX-License-Identifier: Apache-2.0 */
/* Counts which roundings give the claims. */
#include "infer/rounding.h"

enum { ONE_IN = 10, EVERY_ROUNDING = FUHE_GIVES_HALF_UP | FUHE_GIVES_HALF_EVEN | FUHE_GIVES_CUT };

static const uint8_t bits[] = {
    [FUHE_ROUND_HALF_UP] = FUHE_GIVES_HALF_UP,
    [FUHE_ROUND_HALF_EVEN] = FUHE_GIVES_HALF_EVEN,
    [FUHE_ROUND_TRUNCATE] = FUHE_GIVES_CUT,
};

/* What the row scores, when it was rounded at all. */
static const struct fuhe_outcome *rounded_outcome(const struct fuhe_methods *methods, const struct fuhe_seen_row *row) {
    const struct fuhe_outcome *outcome = fuhe_methods_outcome(methods, row);

    return outcome != NULL && outcome->computed && outcome->fits && outcome->is_rounded && outcome->gives != 0 ? outcome
                                                                                                               : NULL;
}

static void count_row(const struct fuhe_seen_row *row, const struct fuhe_outcome *outcome,
                      struct fuhe_rounding_habit *habit) {
    habit->rounded++;
    habit->places[row->claim.places < FUHE_DECIMAL_PLACES ? row->claim.places : FUHE_DECIMAL_PLACES]++;
    if (outcome->gives == EVERY_ROUNDING) {
        return;
    }
    habit->telling++;
    for (size_t i = 0; i <= FUHE_ROUND_TRUNCATE; i++) {
        habit->fits[i] += (outcome->gives & bits[i]) != 0;
    }
}

/* Half-up or half to even: they differ by ties alone, and one row may be a mistake. */
static enum fuhe_rounding choose_half(const struct fuhe_pack *base, struct fuhe_rounding_habit *habit) {
    const size_t up = habit->fits[FUHE_ROUND_HALF_UP];
    const size_t even = habit->fits[FUHE_ROUND_HALF_EVEN];

    habit->is_convention = (up > even ? up - even : even - up) < FUHE_VOTES_MIN;
    if (habit->is_convention) {
        return base->item_rounding == FUHE_ROUND_HALF_EVEN ? FUHE_ROUND_HALF_EVEN : FUHE_ROUND_HALF_UP;
    }
    return up > even ? FUHE_ROUND_HALF_UP : FUHE_ROUND_HALF_EVEN;
}

static void count_places(struct fuhe_rounding_habit *habit) {
    size_t seen = 0;

    for (unsigned places = FUHE_DECIMAL_PLACES + 1; places-- > 0;) {
        seen += habit->places[places];
        if (ONE_IN * seen >= habit->rounded && seen >= FUHE_VOTES_MIN) {
            habit->item_places = places;
            return;
        }
    }
}

static void decide(const struct fuhe_pack *base, struct fuhe_rounding_habit *habit) {
    const enum fuhe_rounding half = choose_half(base, habit);
    const size_t cuts = habit->fits[FUHE_ROUND_TRUNCATE];
    const size_t halves = habit->fits[half];
    const size_t most = cuts > halves ? cuts : halves;
    const size_t least = cuts > halves ? halves : cuts;

    habit->is_decided = most >= FUHE_VOTES_MIN && 2 * most > habit->telling && most >= FUHE_CLEARLY * least;
    habit->is_convention = habit->is_convention && habit->is_decided && cuts <= halves;
    if (habit->is_decided) {
        habit->rounding = cuts > halves ? FUHE_ROUND_TRUNCATE : half;
        count_places(habit);
    }
}

enum fuhe_status fuhe_rounding_infer(const struct fuhe_observations *observations, const struct fuhe_methods *methods,
                                     struct fuhe_arena *arena, struct fuhe_rounding_habit *habit) {
    *habit = (struct fuhe_rounding_habit){.rounding = observations->base->item_rounding,
                                          .item_places = observations->base->item_places};
    for (size_t i = 0; i < observations->row_count; i++) {
        const struct fuhe_outcome *outcome = rounded_outcome(methods, &observations->rows[i]);
        if (outcome != NULL) {
            count_row(&observations->rows[i], outcome, habit);
        }
    }
    decide(observations->base, habit);
    habit->misfits = fuhe_arena_allocate(arena, habit->telling, sizeof *habit->misfits);
    if (habit->misfits == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; habit->is_decided && i < observations->row_count; i++) {
        const struct fuhe_outcome *outcome = rounded_outcome(methods, &observations->rows[i]);
        if (outcome != NULL && (outcome->gives & bits[habit->rounding]) == 0) {
            habit->misfits[habit->misfit_count++] = i;
        }
    }
    return FUHE_STATUS_OK;
}
