/* SPDX-License-Identifier: Apache-2.0 */
/* Union-find where the earlier text is always the root, so a group is known by its first text. */
#include "crosscheck/likeness_groups.h"

#include <stdlib.h>

static enum fuhe_status out_of_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

enum fuhe_status fuhe_likeness_groups_init(struct fuhe_likeness_groups *groups, size_t count, struct fuhe_error *err) {
    const size_t room = count > 0 ? count : 1;

    groups->count = count;
    groups->parents = malloc(room * sizeof groups->parents[0]);
    groups->likes = malloc(room * sizeof groups->likes[0]);
    groups->similarities = calloc(room, sizeof groups->similarities[0]);
    if (groups->parents == NULL || groups->likes == NULL || groups->similarities == NULL) {
        fuhe_likeness_groups_reset(groups);
        return out_of_memory(err);
    }
    for (size_t i = 0; i < count; i++) {
        groups->parents[i] = (uint32_t)i;
        groups->likes[i] = (uint32_t)i;
    }
    return FUHE_STATUS_OK;
}

void fuhe_likeness_groups_reset(struct fuhe_likeness_groups *groups) {
    free(groups->parents);
    free(groups->likes);
    free(groups->similarities);
    *groups = (struct fuhe_likeness_groups){0};
}

static uint32_t first_of(struct fuhe_likeness_groups *groups, uint32_t text) {
    while (groups->parents[text] != text) {
        groups->parents[text] = groups->parents[groups->parents[text]];
        text = groups->parents[text];
    }
    return text;
}

bool fuhe_likeness_groups_settled(struct fuhe_likeness_groups *groups, uint32_t earlier, uint32_t later) {
    return groups->likes[later] < later && first_of(groups, earlier) == first_of(groups, later);
}

/* An earlier text is worth more than a later one, then a more similar one, then one that comes first. */
static bool is_better(const struct fuhe_likeness_groups *groups, uint32_t text, uint32_t like, unsigned similarity) {
    const uint32_t known = groups->likes[text];

    if (known == text || (known < text) != (like < text)) {
        return known == text || like < text;
    }
    return similarity != groups->similarities[text] ? similarity > groups->similarities[text] : like < known;
}

static void point(struct fuhe_likeness_groups *groups, uint32_t text, uint32_t like, unsigned similarity) {
    if (is_better(groups, text, like, similarity)) {
        groups->likes[text] = like;
        groups->similarities[text] = (uint16_t)similarity;
    }
}

void fuhe_likeness_groups_join(struct fuhe_likeness_groups *groups, uint32_t earlier, uint32_t later,
                               unsigned similarity) {
    const uint32_t a = first_of(groups, earlier);
    const uint32_t b = first_of(groups, later);

    groups->parents[a > b ? a : b] = a > b ? b : a;
    point(groups, later, earlier, similarity);
    point(groups, earlier, later, similarity);
}

bool fuhe_likeness_groups_repeats(const struct fuhe_likeness_groups *groups, uint32_t text) {
    return groups->likes[text] < text && groups->similarities[text] == 1000;
}

/* --- listing --- */

enum { ALONE = UINT32_MAX };

struct listing {
    struct fuhe_likeness_match *items;
    uint32_t *next; /* of a first text: where the next text of its group goes; of another: where it went */
    size_t count;
    size_t groups;
};

static void count_members(struct fuhe_likeness_groups *groups, struct listing *listing) {
    for (size_t i = 0; i < groups->count; i++) {
        listing->next[first_of(groups, (uint32_t)i)]++;
    }
    for (size_t i = 0; i < groups->count; i++) {
        const uint32_t members = listing->next[i];
        listing->next[i] = members > 1 ? (uint32_t)listing->count : ALONE;
        listing->count += members > 1 ? members : 0;
    }
}

/* The text that it is like is a number as yet. */
static void list_text(struct fuhe_likeness_groups *groups, struct listing *listing, uint32_t text, uint64_t owner) {
    const uint32_t first = first_of(groups, text);

    if (listing->next[first] == ALONE) {
        return;
    }
    const uint32_t at = listing->next[first]++;
    if (first == text) {
        listing->items[at] = (struct fuhe_likeness_match){owner, text, (uint32_t)listing->groups++, 1000};
        groups->likes[text] = at; /* what the first is like is not told: here is where it went */
    } else {
        listing->items[at] = (struct fuhe_likeness_match){owner, groups->likes[text], listing->items[at - 1].group,
                                                          groups->similarities[text]};
        listing->next[text] = at;
    }
}

static uint32_t where_is(const struct fuhe_likeness_groups *groups, const struct listing *listing, uint64_t text) {
    return groups->parents[text] == text ? groups->likes[text] : listing->next[text];
}

static enum fuhe_status list_texts(struct fuhe_likeness_groups *groups, struct fuhe_likeness_sets *sets,
                                   struct listing *listing, struct fuhe_error *err) {
    struct fuhe_likeness_set set;

    FUHE_TRY(fuhe_likeness_sets_rewind(sets, err));
    for (size_t i = 0; i < groups->count; i++) {
        FUHE_TRY(fuhe_likeness_sets_next(sets, &set, err));
        list_text(groups, listing, (uint32_t)i, set.owner);
    }
    for (size_t i = 0; i < listing->count; i++) {
        listing->items[i].like = listing->items[where_is(groups, listing, listing->items[i].like)].owner;
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status list_groups(struct fuhe_likeness_groups *groups, struct fuhe_likeness_sets *sets,
                                    struct listing *listing, struct fuhe_error *err) {
    if (listing->next == NULL) {
        return out_of_memory(err);
    }
    count_members(groups, listing);
    if (listing->count == 0) {
        return FUHE_STATUS_OK;
    }
    listing->items = malloc(listing->count * sizeof listing->items[0]);
    return listing->items == NULL ? out_of_memory(err) : list_texts(groups, sets, listing, err);
}

enum fuhe_status fuhe_likeness_groups_list(struct fuhe_likeness_groups *groups, struct fuhe_likeness_sets *sets,
                                           struct fuhe_likeness_matches *matches, struct fuhe_error *err) {
    struct listing listing = {.next = calloc(groups->count + 1, sizeof listing.next[0])};
    const enum fuhe_status status = list_groups(groups, sets, &listing, err);

    free(listing.next);
    if (status != FUHE_STATUS_OK) {
        free(listing.items);
        return status;
    }
    *matches = (struct fuhe_likeness_matches){listing.items, listing.count, listing.groups};
    return FUHE_STATUS_OK;
}
