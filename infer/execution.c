/* SPDX-License-Identifier: Apache-2.0 */
/* Bands are the cheapest staircase whose steps stand (bands.c). A line is tried with the few weights that most forms
 * speak for, on the exact and on the printed rate, through the engine's own scoring. */
#include "infer/execution.h"

#include "infer/bands.h"

#include <stdlib.h>

enum { WEIGHTS_TRIED = 4, LINE_PARAMETERS = 2 };

static const char *const state_names[] = {
    [FUHE_EXECUTION_UNSEEN] = "unseen",
    [FUHE_EXECUTION_FLAT] = "flat",
    [FUHE_EXECUTION_UNEXPLAINED] = "unexplained",
    [FUHE_EXECUTION_PROPOSED] = "proposed",
};

const char *fuhe_execution_state_found_name(enum fuhe_execution_state_found state) {
    return state_names[state];
}

static uint32_t weight_of(const struct fuhe_seen_execution *seen) {
    return seen->inferred ? FUHE_WEIGHT_TOLD : FUHE_WEIGHT_PRINTED;
}

/* Whether the rule explains the score, by the engine's verdict. */
static bool explains(const struct fuhe_pack *pack, const struct fuhe_seen_execution *seen) {
    struct fuhe_execution execution = seen->execution;

    return fuhe_execution_rescore(pack, &execution) == FUHE_STATUS_OK &&
           (execution.verdict == FUHE_VERDICT_EXACT || execution.verdict == FUHE_VERDICT_ROUNDED ||
            execution.verdict == FUHE_VERDICT_TRUNCATED);
}

/* --- a figure that most forms speak for --------------------------------------------------------------------------- */

static int compare_decimals(const void *a, const void *b) {
    return fuhe_decimal_compare(*(const fuhe_decimal *)a, *(const fuhe_decimal *)b);
}

/* The most frequent of sorted figures that is not among the `known`; false when there is none left. */
static bool next_frequent(const fuhe_decimal *votes, size_t count, const fuhe_decimal *known, size_t known_count,
                          fuhe_decimal *most) {
    size_t best = 0;
    size_t end;

    for (size_t i = 0; i < count; i = end) {
        bool is_known = false;
        for (end = i + 1; end < count && fuhe_decimal_equals(votes[end], votes[i]); end++) {
        }
        for (size_t j = 0; j < known_count; j++) {
            is_known = is_known || fuhe_decimal_equals(known[j], votes[i]);
        }
        if (!is_known && end - i > best) {
            best = end - i;
            *most = votes[i];
        }
    }
    return best > 0;
}

/* The weight that a line through this score would have, to the nearest whole point. */
static bool weight_by_line(const struct fuhe_seen_execution *seen, fuhe_decimal *weight) {
    const struct fuhe_execution *execution = &seen->execution;
    fuhe_fraction exact;

    if (execution->claim.value.scaled <= 0 || execution->executed.scaled <= 0) {
        return false;
    }
    if (fuhe_fraction_compare_decimal(execution->rate, FUHE_DECIMAL(100)) >= 0) {
        *weight = execution->claim.value;
        return true;
    }
    return fuhe_fraction_scale(execution->claim.value, execution->budget, execution->executed, &exact) ==
               FUHE_STATUS_OK &&
           fuhe_fraction_round(exact, 0, FUHE_ROUND_HALF_UP, weight) == FUHE_STATUS_OK;
}

/* --- the line ----------------------------------------------------------------------------------------------------- */

/* The decimals that most rates are printed with; the base pack's when none is. */
static unsigned places_of_rates(const struct fuhe_observations *observations) {
    size_t counts[FUHE_DECIMAL_PLACES + 1] = {0};
    unsigned most = observations->base->execution.rate_places;
    size_t best = 0;

    for (size_t i = 0; i < observations->execution_count; i++) {
        const struct fuhe_claim *rate = &observations->executions[i].rate;
        if (rate->present && rate->places > 0 && rate->places <= FUHE_DECIMAL_PLACES) {
            counts[rate->places]++;
        }
    }
    for (unsigned places = 1; places <= FUHE_DECIMAL_PLACES; places++) {
        if (counts[places] > best) {
            best = counts[places];
            most = places;
        }
    }
    return most;
}

static void try_line(const struct fuhe_observations *observations, struct fuhe_line *line) {
    struct fuhe_pack pack = *observations->base;

    pack.execution.method = FUHE_EXECUTION_LINEAR;
    pack.execution.weight = line->weight;
    pack.execution.basis = line->basis;
    pack.execution.rate_places = line->places;
    line->cost = LINE_PARAMETERS * fuhe_parameter_price(observations->execution_count);
    for (size_t i = 0; i < observations->execution_count; i++) {
        const bool fits = explains(&pack, &observations->executions[i]);
        line->fits += fits;
        line->cost += fits ? 0 : weight_of(&observations->executions[i]);
    }
    line->tried = true;
}

/* Both bases with one weight; the exact rate unless the printed one explains more. */
static void try_weight(const struct fuhe_observations *observations, fuhe_decimal weight, unsigned places,
                       struct fuhe_line *best) {
    struct fuhe_line exact = {.weight = weight, .basis = FUHE_RATE_EXACT, .places = places};
    struct fuhe_line printed = {.weight = weight, .basis = FUHE_RATE_PRINTED, .places = places};

    try_line(observations, &exact);
    try_line(observations, &printed);
    exact.rival_fits = printed.fits;
    printed.rival_fits = exact.fits;
    const struct fuhe_line *better = printed.cost < exact.cost ? &printed : &exact;
    if (!best->tried || better->cost < best->cost) {
        *best = *better;
    }
}

static enum fuhe_status fit_line(const struct fuhe_observations *observations, struct fuhe_arena *arena,
                                 struct fuhe_line *line) {
    const size_t most = 2 * observations->execution_count;
    fuhe_decimal *votes = fuhe_arena_allocate(arena, most, sizeof *votes);
    fuhe_decimal tried[WEIGHTS_TRIED];
    size_t vote_count = 0;
    size_t tried_count = 0;

    if (votes == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < observations->execution_count; i++) {
        const struct fuhe_seen_execution *seen = &observations->executions[i];
        if (seen->weight.present && seen->weight.value.scaled > 0) {
            votes[vote_count++] = seen->weight.value;
        }
        vote_count += weight_by_line(seen, &votes[vote_count]);
    }
    qsort(votes, vote_count, sizeof *votes, compare_decimals);
    while (tried_count < WEIGHTS_TRIED && next_frequent(votes, vote_count, tried, tried_count, &tried[tried_count])) {
        try_weight(observations, tried[tried_count++], places_of_rates(observations), line);
    }
    return FUHE_STATUS_OK;
}

/* --- the bands ---------------------------------------------------------------------------------------------------- */

/* The points that execution is worth as printed beside its score; the base pack's when nowhere. */
static enum fuhe_status printed_weight(const struct fuhe_observations *observations, struct fuhe_arena *arena,
                                       fuhe_decimal *weight) {
    fuhe_decimal *votes = fuhe_arena_allocate(arena, observations->execution_count, sizeof *votes);
    size_t count = 0;

    if (votes == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < observations->execution_count; i++) {
        if (observations->executions[i].weight.present) {
            votes[count++] = observations->executions[i].weight.value;
        }
    }
    qsort(votes, count, sizeof *votes, compare_decimals);
    *weight = observations->base->execution.weight;
    (void)next_frequent(votes, count, NULL, 0, weight);
    return FUHE_STATUS_OK;
}

static enum fuhe_status fit_steps(const struct fuhe_observations *observations, struct fuhe_arena *arena,
                                  struct fuhe_execution_proposal *proposal) {
    const size_t count = observations->execution_count;
    fuhe_decimal weight;

    proposal->points = fuhe_arena_allocate(arena, count, sizeof *proposal->points);
    if (proposal->points == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        const struct fuhe_seen_execution *seen = &observations->executions[i];
        const bool beyond = fuhe_fraction_compare_decimal(seen->execution.rate, FUHE_DECIMAL(100)) > 0;
        proposal->points[i] = (struct fuhe_step_point){
            .at = beyond ? fuhe_fraction_of(FUHE_DECIMAL(100)) : seen->execution.rate,
            .value = seen->execution.claim.value,
            .weight = weight_of(seen),
            .source = i,
        };
        proposal->beyond += beyond;
        proposal->direct += !seen->inferred;
        proposal->inferred += seen->inferred;
    }
    FUHE_TRY(printed_weight(observations, arena, &weight));
    FUHE_TRY(fuhe_bands_fit(proposal->points, count, weight, arena, &proposal->steps));
    proposal->band_fits = count - proposal->steps.misfits;
    return FUHE_STATUS_OK;
}

/* Where no form reached the full points below 100 %, they are for 100 %. */
static enum fuhe_status propose_bands(const struct fuhe_observations *observations, struct fuhe_arena *arena,
                                      struct fuhe_execution_proposal *proposal) {
    const struct fuhe_steps *steps = &proposal->steps;
    const struct fuhe_stair *top = &steps->items[steps->count - 1];
    struct fuhe_execution_rule *rule = &proposal->rule;
    const bool reaches_full = fuhe_fraction_compare_decimal(proposal->points[top->highest].at, FUHE_DECIMAL(100)) >= 0;

    FUHE_TRY(printed_weight(observations, arena, &rule->weight));
    proposal->top_is_assumed = !reaches_full && fuhe_decimal_compare(top->value, rule->weight) < 0;
    rule->method = FUHE_EXECUTION_BANDS;
    rule->bands = fuhe_arena_allocate(arena, steps->count + 1, sizeof *rule->bands);
    if (rule->bands == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    rule->band_count = 0;
    if (proposal->top_is_assumed) {
        rule->bands[rule->band_count++] = (struct fuhe_band){FUHE_DECIMAL(100), rule->weight};
    } else {
        rule->weight = top->value;
    }
    for (size_t i = steps->count; i-- > 0;) {
        rule->bands[rule->band_count++] = (struct fuhe_band){steps->items[i].cut, steps->items[i].value};
    }
    return FUHE_STATUS_OK;
}

static void propose_line(struct fuhe_execution_proposal *proposal) {
    struct fuhe_execution_rule *rule = &proposal->rule;

    rule->method = FUHE_EXECUTION_LINEAR;
    rule->weight = proposal->line.weight;
    rule->basis = proposal->line.basis;
    rule->rate_places = rule->basis == FUHE_RATE_PRINTED ? proposal->line.places : rule->rate_places;
    rule->bands = NULL;
    rule->band_count = 0;
}

/* --- the choice --------------------------------------------------------------------------------------------------- */

static enum fuhe_execution_state_found choose(const struct fuhe_observations *observations,
                                              const struct fuhe_execution_proposal *proposal, bool *is_line) {
    const struct fuhe_line *line = &proposal->line;

    *is_line = line->tried && line->cost <= proposal->steps.cost;
    if (observations->execution_count == 0) {
        return FUHE_EXECUTION_UNSEEN;
    }
    if (2 * (*is_line ? line->fits : proposal->band_fits) <= observations->execution_count) {
        return FUHE_EXECUTION_UNEXPLAINED;
    }
    return !*is_line && proposal->steps.count < 2 ? FUHE_EXECUTION_FLAT : FUHE_EXECUTION_PROPOSED;
}

static enum fuhe_status list_misfits(const struct fuhe_observations *observations, struct fuhe_arena *arena,
                                     struct fuhe_execution_proposal *proposal) {
    struct fuhe_pack pack = *observations->base;

    pack.execution = proposal->rule;
    proposal->misfits = fuhe_arena_allocate(arena, observations->execution_count, sizeof *proposal->misfits);
    if (proposal->misfits == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < observations->execution_count; i++) {
        if (explains(&pack, &observations->executions[i])) {
            proposal->fits++;
        } else {
            proposal->misfits[proposal->misfit_count++] = i;
        }
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_execution_infer(const struct fuhe_observations *observations, struct fuhe_arena *arena,
                                      struct fuhe_execution_proposal *proposal) {
    bool is_line;

    *proposal = (struct fuhe_execution_proposal){.rule = observations->base->execution};
    FUHE_TRY(fit_steps(observations, arena, proposal));
    FUHE_TRY(fit_line(observations, arena, &proposal->line));
    proposal->state = choose(observations, proposal, &is_line);
    if (proposal->state != FUHE_EXECUTION_PROPOSED) {
        return FUHE_STATUS_OK;
    }
    if (is_line) {
        propose_line(proposal);
    } else {
        FUHE_TRY(propose_bands(observations, arena, proposal));
    }
    return list_misfits(observations, arena, proposal);
}
