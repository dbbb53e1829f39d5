/* SPDX-License-Identifier: Apache-2.0 */
/* Options of the same effect form a level. For each first level two pointers run towards each other over the sorted
 * levels and meet every other two that give the rest. The sets behind such a hit are counted without listing them, by
 * inclusion and exclusion of the owners that its levels share; only those that may rank among the best are listed. */
#include "engine/reconcile_search.h"

#include <stdlib.h>

#include "engine/reconcile_rank.h"

enum { NODE_BUDGET = 8000000, OWNERS_A_WORD = 64 };

/* The options of one effect: members[first] to members[first + count - 1], in order of likelihood. */
struct level {
    size_t first;
    size_t count;
    int64_t change_low; /* of the weights, by any of them */
    int64_t change_high;
    bool has_duplicate;
};

struct search {
    const struct fuhe_option *items;
    struct fuhe_search_goal goal;
    uint32_t *members; /* places in items */
    struct level *levels;
    int64_t *effects; /* of each level, ascending */
    uint64_t *owners; /* of each level, a bit each */
    size_t words;     /* for the owners of one level */
    size_t level_count;
    struct fuhe_ranking ranking;
    struct fuhe_explanation *explanation;
};

/* Levels whose effects give the difference, ascending, and the options picked from them so far. */
struct hit {
    size_t levels[FUHE_CAUSE_SLIPS_MAX];
    uint32_t picks[FUHE_CAUSE_SLIPS_MAX];
};

struct member {
    int64_t effect;
    uint32_t place;
};

static int by_effect(const void *left, const void *right) {
    const struct member *a = left;
    const struct member *b = right;

    return a->effect != b->effect ? (a->effect > b->effect) - (a->effect < b->effect)
                                  : (a->place > b->place) - (a->place < b->place);
}

static bool spend(struct search *search, uint64_t nodes) {
    if (search->explanation->nodes + nodes > NODE_BUDGET) {
        search->explanation->budget_reached = true;
        return false;
    }
    search->explanation->nodes += nodes;
    return true;
}

/* Counting. */

static int64_t shared_owners(const struct search *search, const size_t *levels, size_t count) {
    int64_t shared = 0;

    for (size_t word = 0; word < search->words; word++) {
        uint64_t bits = search->owners[levels[0] * search->words + word];
        for (size_t i = 1; i < count; i++) {
            bits &= search->owners[levels[i] * search->words + word];
        }
        shared += bits == 0 ? 0 : __builtin_popcountll(bits);
    }
    return shared;
}

/* Ways to pick one option of each level, of different owners. A level has at most one option of an owner. */
static uint64_t count_sets(const struct search *search, const size_t *levels, size_t size) {
    const int64_t a = (int64_t)search->levels[levels[0]].count;
    const int64_t b = (int64_t)search->levels[levels[1]].count;
    const int64_t c = (int64_t)search->levels[levels[2]].count;

    if (size == 1) {
        return (uint64_t)a;
    }
    const int64_t ab = shared_owners(search, levels, 2);
    if (size == 2) {
        return (uint64_t)((a * b - ab) / (levels[0] == levels[1] ? 2 : 1));
    }
    const int64_t bc = shared_owners(search, levels + 1, 2);
    const int64_t ac = shared_owners(search, (const size_t[]){levels[0], levels[2]}, 2);
    const int64_t abc = ab == 0 || bc == 0 ? 0 : shared_owners(search, levels, 3);
    const int64_t ordered = a * b * c - ab * c - ac * b - bc * a + 2 * abc;
    const int equal_pairs = (levels[0] == levels[1]) + (levels[1] == levels[2]);
    const int64_t orders[] = {1, 2, 6};
    return (uint64_t)(ordered / orders[equal_pairs]);
}

/* Listing. */

static enum fuhe_standing standing_of(const struct search *search, const uint32_t *picks, size_t size) {
    int64_t change = 0;
    bool duplicate = false;

    for (size_t i = 0; i < size; i++) {
        change += search->items[picks[i]].weight_change;
        duplicate = duplicate || search->items[picks[i]].duplicate;
    }
    if (search->goal.weights_short == 0 || change != search->goal.weights_short) {
        return FUHE_STANDING_NONE;
    }
    return duplicate ? FUHE_STANDING_DROPS_DUPLICATE : FUHE_STANDING_CLOSES;
}

/* The best standing that the options of these levels could have together. */
static enum fuhe_standing best_standing(const struct search *search, const size_t *levels, size_t size) {
    int64_t low = 0;
    int64_t high = 0;
    bool duplicate = false;

    for (size_t i = 0; i < size; i++) {
        const struct level *level = &search->levels[levels[i]];
        low += level->change_low;
        high += level->change_high;
        duplicate = duplicate || level->has_duplicate;
    }
    const int64_t wanted = search->goal.weights_short;
    if (wanted == 0 || wanted < low || wanted > high) {
        return FUHE_STANDING_NONE;
    }
    return duplicate ? FUHE_STANDING_DROPS_DUPLICATE : FUHE_STANDING_CLOSES;
}

static struct fuhe_candidate candidate_of(const uint32_t *picks, size_t size, enum fuhe_standing standing) {
    struct fuhe_candidate candidate = {.standing = standing};

    for (size_t i = 0; i < size; i++) {
        candidate.picks[i] = picks[i];
    }
    fuhe_candidate_sort(&candidate, size);
    return candidate;
}

static bool is_allowed(const struct search *search, const struct hit *hit, size_t depth) {
    const uint32_t pick = hit->picks[depth];

    for (size_t i = 0; i < depth; i++) {
        const bool out_of_order = hit->levels[i] == hit->levels[depth] && hit->picks[i] >= pick;
        if (out_of_order || search->items[hit->picks[i]].owner == search->items[pick].owner) {
            return false;
        }
    }
    return true;
}

/* Lists the sets of a hit from depth on. Picks not made yet stand at the best option of their level, so that hit->picks
 * bounds all sets to come: as soon as the bound is not admitted, neither is any later option. */
static void list_sets(struct search *search, struct hit *hit, size_t depth, enum fuhe_standing best) {
    const size_t size = search->ranking.size;
    const struct level *level = &search->levels[hit->levels[depth]];
    const uint32_t *members = search->members + level->first;

    for (size_t i = 0; i < level->count; i++) {
        hit->picks[depth] = members[i];
        const struct fuhe_candidate bound = candidate_of(hit->picks, size, best);
        if (!spend(search, 1) || !fuhe_ranking_admits(&search->ranking, &bound)) {
            break;
        }
        if (!is_allowed(search, hit, depth)) {
            continue;
        }
        if (depth + 1 < size) {
            list_sets(search, hit, depth + 1, best);
            continue;
        }
        const struct fuhe_candidate found = candidate_of(hit->picks, size, standing_of(search, hit->picks, size));
        fuhe_ranking_add(&search->ranking, &found);
    }
    hit->picks[depth] = members[0];
}

static void take_hit(struct search *search, struct hit *hit) {
    const size_t size = search->ranking.size;
    const uint64_t sets = count_sets(search, hit->levels, size);

    if (sets == 0) {
        return;
    }
    search->explanation->sets += sets;
    for (size_t i = 0; i < size; i++) {
        hit->picks[i] = search->members[search->levels[hit->levels[i]].first];
    }
    list_sets(search, hit, 0, best_standing(search, hit->levels, size));
}

/* Searching. */

/* The first level in [from, end) whose effect is at least that; end when there is none. */
static size_t find_level(const struct search *search, size_t from, size_t end, int64_t effect) {
    while (from < end) {
        const size_t middle = from + (end - from) / 2;
        if (search->effects[middle] < effect) {
            from = middle + 1;
        } else {
            end = middle;
        }
    }
    return from;
}

/* Takes every pair of levels, from level `from` on, whose effects sum to wanted; they are the last two of the hit. */
static void search_pairs(struct search *search, struct hit *hit, size_t from, int64_t wanted) {
    const int64_t *effects = search->effects;
    const int64_t highest = effects[search->level_count - 1];
    size_t *last_two = hit->levels + search->ranking.size - 2;
    size_t end = find_level(search, from, search->level_count, wanted - effects[from] + 1);
    size_t low = find_level(search, from, end, wanted - highest);

    if (!spend(search, end - low + 1)) {
        return;
    }
    while (low < end) {
        const int64_t sum = effects[low] + effects[end - 1];
        if (sum == wanted) {
            last_two[0] = low;
            last_two[1] = end - 1;
            take_hit(search, hit);
        }
        low += sum <= wanted;
        end -= sum >= wanted;
    }
}

static void search_sets(struct search *search) {
    const int64_t wanted = search->goal.difference;
    struct hit hit = {{0}, {0}};

    if (search->level_count == 0) {
        return;
    }
    if (search->ranking.size == 2) {
        search_pairs(search, &hit, 0, wanted);
        return;
    }
    for (size_t i = 0; i < search->level_count && !search->explanation->budget_reached; i++) {
        hit.levels[0] = i;
        if (search->ranking.size == 3) {
            search_pairs(search, &hit, i, wanted - search->effects[i]);
        } else if (search->effects[i] == wanted) {
            take_hit(search, &hit);
        }
    }
}

/* Preparing. */

static enum fuhe_status sort_members(struct search *search, size_t count, struct fuhe_arena *arena,
                                     struct member **sorted) {
    struct member *members = fuhe_arena_allocate(arena, count, sizeof *members);

    search->members = fuhe_arena_allocate(arena, count, sizeof *search->members);
    search->levels = fuhe_arena_allocate(arena, count, sizeof *search->levels);
    search->effects = fuhe_arena_allocate(arena, count, sizeof *search->effects);
    search->owners = fuhe_arena_allocate(arena, count, search->words * sizeof *search->owners);
    if (members == NULL || search->members == NULL || search->levels == NULL || search->effects == NULL ||
        search->owners == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        members[i] = (struct member){search->items[i].effect, (uint32_t)i};
    }
    qsort(members, count, sizeof *members, by_effect);
    *sorted = members;
    return FUHE_STATUS_OK;
}

static void add_to_level(struct search *search, size_t index, const struct fuhe_option *option) {
    struct level *level = &search->levels[index];
    const int64_t change = option->weight_change;

    level->change_low = level->count == 0 || change < level->change_low ? change : level->change_low;
    level->change_high = level->count == 0 || change > level->change_high ? change : level->change_high;
    level->has_duplicate = level->has_duplicate || option->duplicate;
    level->count++;
    search->owners[index * search->words + option->owner / OWNERS_A_WORD] |= UINT64_C(1)
                                                                             << option->owner % OWNERS_A_WORD;
}

static enum fuhe_status build_levels(struct search *search, size_t count, struct fuhe_arena *arena) {
    struct member *sorted = NULL;

    FUHE_TRY(sort_members(search, count, arena, &sorted));
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || sorted[i].effect != sorted[i - 1].effect) {
            search->levels[search->level_count].first = i;
            search->effects[search->level_count] = sorted[i].effect;
            search->level_count++;
        }
        search->members[i] = sorted[i].place;
        add_to_level(search, search->level_count - 1, &search->items[sorted[i].place]);
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_search_smallest(const struct fuhe_options *options, struct fuhe_search_goal goal,
                                      struct fuhe_arena *arena, struct fuhe_explanation *explanation) {
    struct search search = {
        .items = options->items,
        .goal = goal,
        .words = (options->owner_count + OWNERS_A_WORD - 1) / OWNERS_A_WORD,
        .ranking = {.options = options},
        .explanation = explanation,
    };

    FUHE_TRY(build_levels(&search, options->count, arena));
    while (explanation->sets == 0 && search.ranking.size < FUHE_CAUSE_SLIPS_MAX && !explanation->budget_reached) {
        search.ranking.size++;
        search_sets(&search);
    }
    explanation->size = explanation->sets > 0 ? search.ranking.size : 0;
    return fuhe_ranking_finish(&search.ranking, arena, explanation);
}
