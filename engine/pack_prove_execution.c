/* SPDX-License-Identifier: Apache-2.0 */
/* Execution: a lower rate never scores more, all spent earns the whole weight, each band is reached. A rate that is
 * rounded first changes its band half a unit of its last place below the edge, so that is tried as well. */
#include "engine/pack_trial.h"

/* The lowest rate that becomes at least `edge` when it is rounded, and the rounded rate. */
static void add_rounded_edge(const struct fuhe_pack *pack, fuhe_decimal edge, struct fuhe_trial_values *rates) {
    const unsigned places = pack->execution.rate_places;
    fuhe_decimal rounded;

    if (pack->execution.basis != FUHE_RATE_PRINTED ||
        fuhe_decimal_round(edge, places, FUHE_ROUND_TRUNCATE, &rounded) != FUHE_STATUS_OK) {
        return;
    }
    const int64_t half = fuhe_half_step(places).scaled;
    const int64_t up = fuhe_decimal_equals(rounded, edge) ? rounded.scaled : rounded.scaled + 2 * half;
    if (places < FUHE_DECIMAL_PLACES) {
        fuhe_trial_add(rates, (fuhe_decimal){up - half - 1});
        fuhe_trial_add(rates, (fuhe_decimal){up - half});
        fuhe_trial_add(rates, (fuhe_decimal){up});
    }
}

static void list_rates(const struct fuhe_pack *pack, struct fuhe_trial_values *rates) {
    static const int64_t others[] = {0, 1, 10, 25, 50, 75, 90, 101, 150, 200, 1000};

    rates->count = 0;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        fuhe_trial_add(rates, FUHE_DECIMAL(others[i]));
    }
    fuhe_trial_add_edge(rates, FUHE_DECIMAL(100));
    add_rounded_edge(pack, FUHE_DECIMAL(100), rates);
    for (size_t i = 0; i < pack->execution.band_count; i++) {
        fuhe_trial_add_edge(rates, pack->execution.bands[i].from);
        add_rounded_edge(pack, pack->execution.bands[i].from, rates);
    }
    fuhe_trial_sort(rates);
}

/* "100 -> 5, 99.99 -> 7", rather than 99.999999, where that is as true. */
static enum fuhe_status fail_with_rates(const struct fuhe_pack *pack, struct fuhe_trial_point at,
                                        struct fuhe_trial_point below, struct fuhe_error *err) {
    struct fuhe_execution execution;
    const fuhe_decimal written = fuhe_trial_written_below(at.value);

    if (fuhe_trial_rate(pack, written, &execution) && fuhe_decimal_equals(execution.verified, below.points)) {
        below.value = written;
    }
    return fuhe_pack_fault_pair(err, FUHE_PROBLEM_PACK_NOT_MONOTONE, "execution", at, below);
}

static enum fuhe_status check_point(const struct fuhe_pack *pack, struct fuhe_trial_point below,
                                    struct fuhe_trial_point at, struct fuhe_error *err) {
    const fuhe_decimal weight = pack->execution.weight;
    const bool is_all = fuhe_decimal_compare(at.value, FUHE_DECIMAL(100)) >= 0;

    if (fuhe_decimal_compare(at.points, below.points) < 0) {
        return fail_with_rates(pack, at, below, err);
    }
    if (fuhe_decimal_compare(at.points, weight) > 0 || (is_all && !fuhe_decimal_equals(at.points, weight))) {
        return fuhe_pack_fault_full(err, "execution", at, weight);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status check_all_reached(const struct fuhe_pack *pack, const bool *is_reached,
                                          struct fuhe_error *err) {
    for (size_t i = 0; i < pack->execution.band_count; i++) {
        if (!is_reached[i]) {
            return fuhe_pack_fault_number(err, FUHE_PROBLEM_PACK_UNREACHABLE, "execution",
                                          pack->execution.bands[i].from);
        }
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_prove_execution(const struct fuhe_pack *pack, struct fuhe_pack_proof *proof,
                                      struct fuhe_error *err) {
    bool is_reached[FUHE_TRIAL_EDGES_MAX] = {false};
    struct fuhe_trial_values rates;
    struct fuhe_trial_point below = {{0}, {0}};

    list_rates(pack, &rates);
    for (size_t i = 0; i < rates.count; i++) {
        struct fuhe_execution execution;
        if (!fuhe_trial_rate(pack, rates.items[i], &execution)) {
            return fuhe_pack_fault_number(err, FUHE_PROBLEM_PACK_GAP, "execution", rates.items[i]);
        }
        const fuhe_decimal points = fuhe_trial_points(execution.exact, pack->execution.weight, execution.verified);
        const struct fuhe_trial_point at = {rates.items[i], points};
        FUHE_TRY(check_point(pack, below, at, err));
        if (execution.formula == FUHE_FORMULA_BAND) {
            is_reached[execution.band] = true;
        }
        fuhe_trial_note_jump(&proof->execution, below, at, pack->item_places);
        below = at;
        proof->rates++;
    }
    return check_all_reached(pack, is_reached, err);
}
