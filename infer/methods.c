/* SPDX-License-Identifier: Apache-2.0 */
/* Elections. The method for less-is-better is elected first, because ceilings on costs follow it; the others are
 * independent of each other. Then all is done once more: rows of a family for which less is not better turned out to be
 * slips, and slips say nothing of how less is better. A method wins that explains more than half of the rows that can
 * tell, clearly more than any other, and among them claims below full marks: those are written by units that work
 * nothing out as well. Where none wins the base pack's stays. */
#include "infer/methods.h"

static const char *const family_names[FUHE_FAMILY_COUNT] = {
    [FUHE_FAMILY_COST] = "cost",       [FUHE_FAMILY_OUTPUT] = "output",
    [FUHE_FAMILY_EFFECT] = "effect",   [FUHE_FAMILY_SATISFACTION] = "satisfaction",
    [FUHE_FAMILY_MORE] = "at-least",   [FUHE_FAMILY_LESS] = "at-most",
    [FUHE_FAMILY_EQUAL] = "equal",     [FUHE_FAMILY_RANK] = "rank",
    [FUHE_FAMILY_ZERO] = "zero-target"};

const char *fuhe_family_name(enum fuhe_family family) {
    return family_names[family];
}

static const char *const state_names[] = {
    [FUHE_ELECTION_ALIKE] = "alike",           [FUHE_ELECTION_FEW] = "too-few",
    [FUHE_ELECTION_SPLIT] = "no-majority",     [FUHE_ELECTION_TWO] = "two-practices",
    [FUHE_ELECTION_FULL_MARKS] = "full-marks", [FUHE_ELECTION_DECIDED] = "proposed"};

const char *fuhe_election_state_name(enum fuhe_election_state state) {
    return state_names[state];
}

/* A method that may stand, and the trial that shows it, by the method for less-is-better. */
struct candidate {
    const char *word;
    int value;
    enum fuhe_trial trials[2]; /* by enum fuhe_less_method */
};

#define ALWAYS(trial)                                                                                                  \
    { (trial), (trial) }
#define OTHERS                                                                                                         \
    {                                                                                                                  \
        {"more", FUHE_METHOD_MORE, ALWAYS(FUHE_TRIAL_PROPORTIONAL)}, {                                                 \
            "less", FUHE_METHOD_LESS, {                                                                                \
                FUHE_TRIAL_LESS_LINEAR, FUHE_TRIAL_LESS_INVERSE                                                        \
            }                                                                                                          \
        }                                                                                                              \
    }
#define ONLY(word)                                                                                                     \
    {                                                                                                                  \
        { (word), 0, ALWAYS(FUHE_TRIAL_PROPORTIONAL) }                                                                 \
    }

static const struct candidate candidates[FUHE_FAMILY_COUNT][FUHE_RIVALS_MAX] = {
    [FUHE_FAMILY_COST] = {{"proportional", FUHE_METHOD_PROPORTIONAL, ALWAYS(FUHE_TRIAL_PROPORTIONAL)},
                          {"ceiling", FUHE_METHOD_CEILING, {FUHE_TRIAL_CEILING_LINEAR, FUHE_TRIAL_CEILING_INVERSE}},
                          {"ceiling-if-saved",
                           FUHE_METHOD_CEILING_IF_SAVED,
                           {FUHE_TRIAL_SAVED_LINEAR, FUHE_TRIAL_SAVED_INVERSE}}},
    [FUHE_FAMILY_OUTPUT] = OTHERS,
    [FUHE_FAMILY_EFFECT] = OTHERS,
    [FUHE_FAMILY_SATISFACTION] = OTHERS,
    [FUHE_FAMILY_MORE] = ONLY("more"),
    [FUHE_FAMILY_LESS] = {{"linear-to-double", FUHE_LESS_LINEAR_TO_DOUBLE, ALWAYS(FUHE_TRIAL_PROPORTIONAL)},
                          {"inverse", FUHE_LESS_INVERSE, ALWAYS(FUHE_TRIAL_CEILING_INVERSE)}},
    [FUHE_FAMILY_EQUAL] = {{"all-or-nothing", FUHE_EQUAL_ALL_OR_NOTHING, ALWAYS(FUHE_TRIAL_PROPORTIONAL)},
                           {"as-more", FUHE_EQUAL_AS_MORE, ALWAYS(FUHE_TRIAL_CEILING_LINEAR)}},
    [FUHE_FAMILY_RANK] = ONLY("rank"),
    [FUHE_FAMILY_ZERO] = ONLY("zero-target"),
};

/* --- which rows belong to which family --------------------------------------------------------------------------- */

/* The family of a row; FUHE_FAMILY_COUNT when it is no figure that can be scored. */
static enum fuhe_family family_of(const struct fuhe_seen_row *row) {
    static const struct {
        enum fuhe_rule rule;
        enum fuhe_family family;
    } families[] = {
        {FUHE_RULE_COST, FUHE_FAMILY_COST},
        {FUHE_RULE_NUMBER_MORE, FUHE_FAMILY_MORE},
        {FUHE_RULE_NUMBER_LESS, FUHE_FAMILY_LESS},
        {FUHE_RULE_NUMBER_EQUAL, FUHE_FAMILY_EQUAL},
        {FUHE_RULE_RANK, FUHE_FAMILY_RANK},
        {FUHE_RULE_ZERO_TARGET, FUHE_FAMILY_ZERO},
        {FUHE_RULE_OVER_COMPLETION, FUHE_FAMILY_MORE},
    };
    enum fuhe_family family = FUHE_FAMILY_COUNT;

    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
        family = families[i].rule == row->rule ? families[i].family : family;
    }
    if (family == FUHE_FAMILY_MORE && row->relation == FUHE_RELATION_NONE) {
        return (enum fuhe_family)(FUHE_FAMILY_COST + (int)row->category);
    }
    return family;
}

/* A row without an operator speaks for a way of less-is-better when that alone explains it. */
static bool speaks_of_less(const struct fuhe_seen_row *row, enum fuhe_family family) {
    const bool is_cost = family == FUHE_FAMILY_COST;
    const struct fuhe_outcome *linear = &row->outcomes[is_cost ? FUHE_TRIAL_CEILING_LINEAR : FUHE_TRIAL_LESS_LINEAR];
    const struct fuhe_outcome *inverse = &row->outcomes[is_cost ? FUHE_TRIAL_CEILING_INVERSE : FUHE_TRIAL_LESS_INVERSE];

    return family <= FUHE_FAMILY_SATISFACTION && !row->outcomes[FUHE_TRIAL_PROPORTIONAL].fits && linear->computed &&
           inverse->computed && linear->fits != inverse->fits;
}

/* Whether the family was found to score by a method under which less is not better. */
static bool is_settled_otherwise(const struct fuhe_election *election) {
    const int value = election->rivals[election->best].value;

    return election->is_decided && (value == FUHE_METHOD_PROPORTIONAL || value == FUHE_METHOD_MORE);
}

static bool belongs(const struct fuhe_methods *methods, const struct fuhe_seen_row *row, enum fuhe_family family) {
    const enum fuhe_family own = family_of(row);

    return own == family || (family == FUHE_FAMILY_LESS && own < FUHE_FAMILY_COUNT && speaks_of_less(row, own) &&
                             !is_settled_otherwise(&methods->elections[own]));
}

static enum fuhe_trial trial_of(const struct fuhe_methods *methods, enum fuhe_family family, size_t rival,
                                const struct fuhe_seen_row *row) {
    static const enum fuhe_trial of_costs[] = {FUHE_TRIAL_CEILING_LINEAR, FUHE_TRIAL_CEILING_INVERSE};
    static const enum fuhe_trial of_others[] = {FUHE_TRIAL_LESS_LINEAR, FUHE_TRIAL_LESS_INVERSE};

    if (family == FUHE_FAMILY_LESS && row->relation == FUHE_RELATION_NONE) {
        return row->category == FUHE_CATEGORY_COST ? of_costs[rival] : of_others[rival];
    }
    return candidates[family][rival].trials[methods->less];
}

/* --- counting ---------------------------------------------------------------------------------------------------- */

static const struct fuhe_outcome *outcome_of(const struct fuhe_methods *methods, const struct fuhe_election *election,
                                             size_t rival, const struct fuhe_seen_row *row) {
    return &row->outcomes[trial_of(methods, election->family, rival, row)];
}

/* Whether two methods would print different scores, or one explains the claim and another does not. */
static bool can_tell(const struct fuhe_methods *methods, const struct fuhe_election *election,
                     const struct fuhe_seen_row *row) {
    const struct fuhe_outcome *first = NULL;

    for (size_t i = 0; i < election->rival_count; i++) {
        const struct fuhe_outcome *outcome = outcome_of(methods, election, i, row);
        if (!outcome->computed) {
            continue;
        }
        if (first != NULL && (first->fits != outcome->fits || !fuhe_decimal_equals(first->printed, outcome->printed))) {
            return true;
        }
        first = outcome;
    }
    return false;
}

/* False when no method scores the row. */
static bool fits_any(const struct fuhe_methods *methods, const struct fuhe_election *election,
                     const struct fuhe_seen_row *row) {
    for (size_t i = 0; i < election->rival_count; i++) {
        if (outcome_of(methods, election, i, row)->fits) {
            return true;
        }
    }
    return false;
}

static bool is_full(const struct fuhe_seen_row *row) {
    return fuhe_decimal_compare(row->claim.value, row->weight) >= 0;
}

/* Full marks for a result that falls short of its target are the commonest slip, and no sign that less is better. */
static bool is_idle(const struct fuhe_methods *methods, const struct fuhe_election *election,
                    const struct fuhe_seen_row *row) {
    if (election->family < FUHE_FAMILY_OUTPUT || election->family > FUHE_FAMILY_SATISFACTION || !is_full(row)) {
        return false;
    }
    for (size_t i = 0; i < election->rival_count; i++) {
        if (election->rivals[i].value == FUHE_METHOD_MORE && outcome_of(methods, election, i, row)->fits) {
            return false;
        }
    }
    return fits_any(methods, election, row);
}

static void count_row(const struct fuhe_methods *methods, struct fuhe_election *election,
                      const struct fuhe_seen_row *row) {
    election->rows++;
    if (!can_tell(methods, election, row)) {
        election->any += fits_any(methods, election, row);
        return;
    }
    if (is_idle(methods, election, row)) {
        election->idle++;
        return;
    }
    election->telling++;
    for (size_t i = 0; i < election->rival_count; i++) {
        const struct fuhe_outcome *outcome = outcome_of(methods, election, i, row);
        const bool speaks = i == election->own || !outcome_of(methods, election, election->own, row)->fits;
        election->rivals[i].fits += outcome->fits;
        election->rivals[i].misfits += outcome->computed && !outcome->fits;
        election->rivals[i].partial += outcome->fits && speaks && !is_full(row);
    }
}

/* --- deciding ---------------------------------------------------------------------------------------------------- */

/* Above zero when a explains more than b. */
static int compare_rivals(const struct fuhe_rival *a, const struct fuhe_rival *b) {
    if (a->fits != b->fits) {
        return a->fits > b->fits ? 1 : -1;
    }
    return (a->misfits < b->misfits) - (a->misfits > b->misfits);
}

/* The first of those that explain most: the exception for what is unpaid is worth nothing where it explains no more
 * than the plain ceiling, which stands before it. */
static size_t find_best(const struct fuhe_election *election) {
    size_t best = 0;

    for (size_t i = 1; i < election->rival_count; i++) {
        best = compare_rivals(&election->rivals[i], &election->rivals[best]) > 0 ? i : best;
    }
    return best;
}

static void count_apart(const struct fuhe_methods *methods, struct fuhe_election *election, size_t best,
                        const struct fuhe_seen_row *row) {
    if (!can_tell(methods, election, row) || is_idle(methods, election, row) ||
        outcome_of(methods, election, best, row)->fits) {
        return;
    }
    for (size_t i = 0; i < election->rival_count; i++) {
        election->rivals[i].apart += outcome_of(methods, election, i, row)->fits;
    }
}

/* The method that explains most of what the best does not. */
static size_t find_rival(const struct fuhe_election *election, size_t best) {
    size_t rival = best;

    for (size_t i = 0; i < election->rival_count; i++) {
        rival = election->rivals[i].apart > election->rivals[rival].apart ? i : rival;
    }
    return rival;
}

static enum fuhe_election_state judge(const struct fuhe_election *election, size_t best) {
    const struct fuhe_rival *first = &election->rivals[best];
    const struct fuhe_rival *second = &election->rivals[find_rival(election, best)];
    const size_t alone = first->fits - (second->fits - second->apart); /* rows that the second does not explain */

    if (election->rival_count == 1 || election->telling == 0) {
        return FUHE_ELECTION_ALIKE;
    }
    if (election->telling < FUHE_VOTES_MIN) {
        return FUHE_ELECTION_FEW;
    }
    if (first->fits < FUHE_VOTES_MIN) {
        return FUHE_ELECTION_SPLIT;
    }
    if (second != first && alone < FUHE_CLEARLY * second->apart) {
        return FUHE_ELECTION_TWO;
    }
    if (2 * first->fits <= election->telling) {
        return FUHE_ELECTION_SPLIT;
    }
    return first->partial < FUHE_VOTES_MIN ? FUHE_ELECTION_FULL_MARKS : FUHE_ELECTION_DECIDED;
}

static void decide(const struct fuhe_observations *observations, const struct fuhe_methods *methods,
                   struct fuhe_election *election) {
    const size_t best = find_best(election);

    for (size_t i = 0; i < observations->row_count; i++) {
        if (belongs(methods, &observations->rows[i], election->family)) {
            count_apart(methods, election, best, &observations->rows[i]);
        }
    }
    election->state = judge(election, best);
    election->is_decided = election->state == FUHE_ELECTION_DECIDED;
    election->leading = best;
    election->rival = find_rival(election, best);
    election->best = election->is_decided ? best : election->own;
}

static int own_value(const struct fuhe_pack *base, enum fuhe_family family) {
    if (family <= FUHE_FAMILY_SATISFACTION) {
        return (int)base->categories[family - FUHE_FAMILY_COST].method;
    }
    if (family == FUHE_FAMILY_LESS) {
        return (int)base->less_method;
    }
    return family == FUHE_FAMILY_EQUAL ? (int)base->equal_method : 0;
}

static void open_election(const struct fuhe_pack *base, enum fuhe_family family, struct fuhe_election *election) {
    *election = (struct fuhe_election){.family = family};
    for (size_t i = 0; i < FUHE_RIVALS_MAX && candidates[family][i].word != NULL; i++) {
        election->rivals[i] =
            (struct fuhe_rival){.word = candidates[family][i].word, .value = candidates[family][i].value};
        election->rival_count++;
        election->own = candidates[family][i].value == own_value(base, family) ? i : election->own;
    }
}

/* --- the rows that do not fit ------------------------------------------------------------------------------------ */

/* What the outcome of an election is for a row. */
enum standing { STANDS, DIFFERS, IS_UNSCORED };

static enum standing standing_of(const struct fuhe_methods *methods, const struct fuhe_election *election,
                                 const struct fuhe_seen_row *row) {
    if (election->is_decided) {
        const struct fuhe_outcome *outcome = outcome_of(methods, election, election->best, row);
        return !outcome->computed ? IS_UNSCORED : outcome->fits ? STANDS : DIFFERS;
    }
    for (size_t i = 0; i < election->rival_count; i++) {
        if (outcome_of(methods, election, i, row)->computed) {
            return fits_any(methods, election, row) ? STANDS : DIFFERS;
        }
    }
    return IS_UNSCORED;
}

/* Every row of the family stands, differs, or is scored by nobody. */
static enum fuhe_status list_misfits(const struct fuhe_observations *observations, const struct fuhe_methods *methods,
                                     struct fuhe_arena *arena, struct fuhe_election *election) {
    election->misfits = fuhe_arena_allocate(arena, election->rows, sizeof *election->misfits);
    if (election->misfits == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < observations->row_count; i++) {
        if (!belongs(methods, &observations->rows[i], election->family)) {
            continue;
        }
        const enum standing standing = standing_of(methods, election, &observations->rows[i]);
        election->fit += standing == STANDS;
        election->unscored += standing == IS_UNSCORED;
        if (standing == DIFFERS) {
            election->misfits[election->misfit_count++] = i;
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status hold_election(const struct fuhe_observations *observations, enum fuhe_family family,
                                      struct fuhe_arena *arena, struct fuhe_methods *methods) {
    struct fuhe_election *election = &methods->elections[family];

    open_election(observations->base, family, election);
    for (size_t i = 0; i < observations->row_count; i++) {
        if (belongs(methods, &observations->rows[i], family)) {
            count_row(methods, election, &observations->rows[i]);
        }
    }
    decide(observations, methods, election);
    return list_misfits(observations, methods, arena, election);
}

static enum fuhe_status hold_all(const struct fuhe_observations *observations, struct fuhe_arena *arena,
                                 struct fuhe_methods *methods) {
    FUHE_TRY(hold_election(observations, FUHE_FAMILY_LESS, arena, methods));
    const struct fuhe_election *less = &methods->elections[FUHE_FAMILY_LESS];
    methods->less = (enum fuhe_less_method)less->rivals[less->best].value;
    for (size_t i = 0; i < FUHE_FAMILY_COUNT; i++) {
        if (i != FUHE_FAMILY_LESS) {
            FUHE_TRY(hold_election(observations, (enum fuhe_family)i, arena, methods));
        }
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_methods_elect(const struct fuhe_observations *observations, struct fuhe_arena *arena,
                                    struct fuhe_methods *methods) {
    *methods = (struct fuhe_methods){.less = observations->base->less_method};
    FUHE_TRY(hold_all(observations, arena, methods));
    return hold_all(observations, arena, methods);
}

const struct fuhe_outcome *fuhe_methods_outcome(const struct fuhe_methods *methods, const struct fuhe_seen_row *row) {
    const enum fuhe_family family = family_of(row);

    if (family == FUHE_FAMILY_COUNT) {
        return NULL;
    }
    return outcome_of(methods, &methods->elections[family], methods->elections[family].best, row);
}
