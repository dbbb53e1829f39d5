/* SPDX-License-Identifier: Apache-2.0 */
/* A short sorted list of the best sets. Options stand in order of likelihood, so ascending picks that are compared one
 * after the other give the order of sets, once kinds and standing are settled. */
#include "engine/reconcile_rank.h"

void fuhe_candidate_sort(struct fuhe_candidate *candidate, size_t size) {
    for (size_t i = 1; i < size; i++) {
        for (size_t j = i; j > 0 && candidate->picks[j - 1] > candidate->picks[j]; j--) {
            const uint32_t pick = candidate->picks[j];
            candidate->picks[j] = candidate->picks[j - 1];
            candidate->picks[j - 1] = pick;
        }
    }
}

static bool is_better(const struct fuhe_ranking *ranking, const struct fuhe_candidate *a,
                      const struct fuhe_candidate *b) {
    const struct fuhe_option *items = ranking->options->items;

    for (size_t i = 0; i < ranking->size; i++) {
        const enum fuhe_slip_kind kind_a = items[a->picks[i]].slip.kind;
        const enum fuhe_slip_kind kind_b = items[b->picks[i]].slip.kind;
        if (kind_a != kind_b) {
            return kind_a < kind_b;
        }
    }
    if (a->standing != b->standing) {
        return a->standing > b->standing;
    }
    for (size_t i = 0; i < ranking->size; i++) {
        if (a->picks[i] != b->picks[i]) {
            return a->picks[i] < b->picks[i];
        }
    }
    return false;
}

bool fuhe_ranking_admits(const struct fuhe_ranking *ranking, const struct fuhe_candidate *candidate) {
    return ranking->count < FUHE_CAUSES_SHOWN_MAX ||
           is_better(ranking, candidate, &ranking->best[FUHE_CAUSES_SHOWN_MAX - 1]);
}

void fuhe_ranking_add(struct fuhe_ranking *ranking, const struct fuhe_candidate *candidate) {
    if (!fuhe_ranking_admits(ranking, candidate)) {
        return;
    }
    size_t place = ranking->count < FUHE_CAUSES_SHOWN_MAX ? ranking->count++ : FUHE_CAUSES_SHOWN_MAX - 1;
    for (; place > 0 && is_better(ranking, candidate, &ranking->best[place - 1]); place--) {
        ranking->best[place] = ranking->best[place - 1];
    }
    ranking->best[place] = *candidate;
}

enum fuhe_status fuhe_ranking_finish(const struct fuhe_ranking *ranking, struct fuhe_arena *arena,
                                     struct fuhe_explanation *explanation) {
    struct fuhe_cause *causes = fuhe_arena_allocate(arena, ranking->count, sizeof *causes);

    if (causes == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < ranking->count; i++) {
        const struct fuhe_candidate *candidate = &ranking->best[i];
        causes[i].slip_count = ranking->size;
        causes[i].closes_weights = candidate->standing >= FUHE_STANDING_CLOSES;
        causes[i].drops_duplicate = candidate->standing == FUHE_STANDING_DROPS_DUPLICATE;
        for (size_t pick = 0; pick < ranking->size; pick++) {
            causes[i].slips[pick] = ranking->options->items[candidate->picks[pick]].slip;
        }
    }
    explanation->causes = causes;
    explanation->cause_count = ranking->count;
    return FUHE_STATUS_OK;
}
