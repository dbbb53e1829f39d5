/* SPDX-License-Identifier: Apache-2.0 */
/* Whole collections of made-up goals, searched and held against one another pair by pair: what is reported is exact,
 * nearly nothing is missed, and what makes no difference makes none. */
#include "crosscheck/likeness.h"

#include "crosscheck/features.h"
#include "crosscheck/likeness_weights.h"
#include "tests/crosscheck/made_goals.h"
#include "tests/support/cases.h"

enum { GOALS_MAX = 300 };

/* Goals, their sets, and what was found. The owner of a goal is its place. */
struct collection {
    size_t count;
    struct fuhe_likeness_set sets[GOALS_MAX];
    struct fuhe_likeness_weights *weights;
    struct fuhe_likeness *likeness;
    struct fuhe_likeness_matches matches;
    const struct fuhe_likeness_match *match_of[GOALS_MAX]; /* NULL: none */
};

static struct collection collections[2];

static void add_goal(struct collection *collection, const struct made_goal *goal) {
    static struct fuhe_features features;
    static char text[MADE_GOAL_BYTES];
    struct fuhe_likeness_set *set = &collection->sets[collection->count++];
    const size_t length = made_goal_write(goal, text);

    fuhe_features_reset(&features);
    fuhe_features_add_shingles(&features, (fuhe_text){text, length});
    fuhe_features_finish(&features);
    set->count = features.count;
    for (size_t i = 0; i < features.count; i++) {
        set->features[i] = features.items[i];
    }
}

static void begin(struct collection *collection) {
    collection->count = 0;
}

/* Owners count backwards when the goals are added in that order. */
static void search(struct collection *collection, bool backwards) {
    collection->weights = fuhe_likeness_weights_new();
    assert_non_null(collection->weights);
    assert_int_equal(fuhe_likeness_new(&collection->likeness, NULL), FUHE_STATUS_OK);
    for (size_t i = 0; i < collection->count; i++) {
        const size_t owner = backwards ? collection->count - 1 - i : i;
        const struct fuhe_likeness_set *set = &collection->sets[owner];
        fuhe_likeness_weights_count(collection->weights, set->features, set->count);
        assert_int_equal(fuhe_likeness_add(collection->likeness, owner, set->features, set->count, NULL),
                         FUHE_STATUS_OK);
    }
    fuhe_likeness_weights_settle(collection->weights);
    assert_int_equal(fuhe_likeness_find(collection->likeness, &collection->matches, NULL), FUHE_STATUS_OK);
    for (size_t i = 0; i < collection->count; i++) {
        collection->match_of[i] = NULL;
    }
    for (size_t i = 0; i < collection->matches.count; i++) {
        collection->match_of[collection->matches.items[i].owner] = &collection->matches.items[i];
    }
}

static void end(struct collection *collection) {
    fuhe_likeness_free(collection->likeness);
    fuhe_likeness_weights_free(collection->weights);
}

static unsigned similarity(const struct collection *collection, size_t a, size_t b) {
    return fuhe_likeness_similarity(collection->weights, &collection->sets[a], &collection->sets[b]);
}

static bool linked(const struct collection *collection, size_t a, size_t b) {
    const struct fuhe_likeness_match *of_a = collection->match_of[a];
    const struct fuhe_likeness_match *of_b = collection->match_of[b];

    return of_a != NULL && of_b != NULL && of_a->group == of_b->group;
}

/* --- what is found --- */

struct recall_case {
    const char *name;
    struct made_goal change;
    size_t pairs_least;
};

/* What of a goal its copy has otherwise, 1 for another one; letter: so many goals have one form letter. */
static const struct recall_case recall_cases[] = {
    {"other figures", {.figures = 1, .dropped = -1}, 80},
    {"another place", {.place = 1, .dropped = -1}, 80},
    {"a sentence more", {.inserted = 1, .dropped = -1}, 80},
    {"a sentence less", {.dropped = 4}, 30},
    {"other figures and another place", {.figures = 1, .place = 1, .dropped = -1}, 30},
    {"other figures and a sentence more", {.figures = 1, .inserted = 1, .dropped = -1}, 30},
    {"among form letters, other figures", {.letter = 40, .figures = 1, .dropped = -1}, 30},
    {"among form letters, another place", {.letter = 40, .place = 1, .dropped = -1}, 30},
};

/* Every third goal is a copy of the one before the one before it, changed; the order is the same as drawn. */
static void add_goals(struct collection *collection, const struct made_goal *change) {
    begin(collection);
    for (uint32_t i = 0; i < GOALS_MAX; i++) {
        const bool copy = i % 3 == 2;
        const uint32_t number = copy ? i - 2 : i;
        struct made_goal goal = {.words = number, .figures = number, .place = number, .dropped = -1};
        goal.letter = change->letter == 0 ? 0 : 1 + i / change->letter;
        if (copy) {
            goal.figures += change->figures * 7919;
            goal.place += change->place;
            goal.dropped = change->dropped;
            goal.inserted = change->inserted * i;
        }
        add_goal(collection, &goal);
    }
}

/* Of all pairs at or above the limit. */
static void test_recall(void **state) {
    const struct recall_case *row = *state;
    struct collection *collection = &collections[0];
    size_t pairs = 0;
    size_t found = 0;

    add_goals(collection, &row->change);
    search(collection, false);
    for (size_t a = 0; a < collection->count; a++) {
        for (size_t b = a + 1; b < collection->count; b++) {
            const bool alike = similarity(collection, a, b) >= FUHE_LIKENESS_LIMIT;
            pairs += alike;
            found += alike && linked(collection, a, b);
        }
    }
    print_message("%s: %zu of %zu pairs\n", row->name, found, pairs);
    assert_true(pairs >= row->pairs_least);
    assert_true(found * 100 >= pairs * 97);
    end(collection);
}

static void test_exactness(void **state) {
    const struct recall_case *row = *state;
    struct collection *collection = &collections[0];

    add_goals(collection, &row->change);
    search(collection, false);
    for (size_t i = 0; i < collection->matches.count; i++) {
        const struct fuhe_likeness_match *match = &collection->matches.items[i];
        const bool first = i == 0 || match[-1].group != match->group;
        assert_true(linked(collection, match->owner, match->like));
        assert_int_equal(match->similarity, similarity(collection, match->owner, match->like));
        assert_true(match->similarity >= FUHE_LIKENESS_LIMIT);
        assert_int_equal(match->like == match->owner, first);
        assert_int_equal(match->group, first && i > 0 ? match[-1].group + 1 : first ? 0 : match[-1].group);
        assert_true(first || match[-1].owner < match->owner);
    }
    end(collection);
}

/* --- what makes no difference --- */

static void test_other_order(void **state) {
    static const struct made_goal change = {.figures = 1, .dropped = -1};
    size_t well_above = 0;

    (void)state;
    add_goals(&collections[0], &change);
    collections[1] = collections[0];
    search(&collections[0], false);
    search(&collections[1], true);
    for (size_t a = 0; a < GOALS_MAX; a++) {
        for (size_t b = a + 1; b < GOALS_MAX; b++) {
            if (similarity(&collections[0], a, b) >= 870) {
                assert_true(linked(&collections[0], a, b) && linked(&collections[1], a, b));
                well_above++;
            }
        }
    }
    assert_true(well_above >= 30);
    end(&collections[0]);
    end(&collections[1]);
}

/* Goals that are like none take no pair away that is well above the limit. */
static void test_unrelated_goals(void **state) {
    static const struct made_goal change = {.figures = 1, .dropped = -1};
    size_t well_above = 0;

    (void)state;
    add_goals(&collections[0], &change);
    collections[0].count = GOALS_MAX / 2;
    collections[1] = collections[0];
    for (uint32_t i = 0; i < GOALS_MAX / 2; i++) {
        add_goal(&collections[1], &(struct made_goal){.words = 90000 + i, .figures = i, .place = i, .dropped = -1});
    }
    search(&collections[0], false);
    search(&collections[1], false);
    for (size_t i = 0; i < collections[0].matches.count; i++) {
        const struct fuhe_likeness_match *match = &collections[0].matches.items[i];
        if (match->similarity >= 850) {
            assert_true(linked(&collections[1], match->owner, match->like));
            well_above++;
        }
    }
    assert_true(well_above >= 30);
    end(&collections[0]);
    end(&collections[1]);
}

static void test_signs(void **state) {
    struct collection *collection = &collections[0];

    (void)state;
    begin(collection);
    for (uint32_t i = 0; i < 200; i++) {
        const uint32_t number = i / 2;
        add_goal(collection,
                 &(struct made_goal){.words = number, .figures = number, .dropped = -1, .other_signs = i % 2 == 1});
    }
    search(collection, false);
    assert_int_equal(collection->matches.groups, 100);
    for (size_t i = 0; i < 200; i++) {
        assert_int_equal(collection->match_of[i]->similarity, 1000);
        assert_int_equal(collection->match_of[i]->like, i / 2 * 2);
    }
    end(collection);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_other_order),
        cmocka_unit_test(test_unrelated_goals),
        cmocka_unit_test(test_signs),
    };
    int failures = RUN_CASES("recall", recall_cases, test_recall);

    failures += RUN_CASES("exactness", recall_cases, test_exactness);
    failures += cmocka_run_group_tests_name("no difference", tests, NULL, NULL);
    return failures;
}
