/* SPDX-License-Identifier: Apache-2.0 */
/* Two sorted lists are merged: equal keys are the same form, those with the same key in their order. */
#include "cli/comparing.h"

#include <string.h>

#include "cli/review_change.h"

/* --- the walk --- */

/* Below zero when the review of the first store comes first; a list that has ended comes last. */
static int compare(const struct fuhe_history_review *a, const struct fuhe_history_review *b) {
    if (a == NULL || b == NULL) {
        return (a == NULL) - (b == NULL);
    }
    const size_t shorter = a->key.length < b->key.length ? a->key.length : b->key.length;
    const int order = memcmp(a->key.bytes, b->key.bytes, shorter);
    return order != 0 ? order : (a->key.length > b->key.length) - (a->key.length < b->key.length);
}

static enum fuhe_status walk(struct fuhe_history_cursor *const cursors[2], const struct fuhe_comparing_sink *sink,
                             struct fuhe_error *err) {
    const struct fuhe_history_review *before;
    const struct fuhe_history_review *after;

    FUHE_TRY(fuhe_history_cursor_next(cursors[0], &before, err));
    FUHE_TRY(fuhe_history_cursor_next(cursors[1], &after, err));
    while (before != NULL || after != NULL) {
        const int order = compare(before, after);

        FUHE_TRY(sink->pair(sink->context, order <= 0 ? before : NULL, order >= 0 ? after : NULL));
        if (order <= 0) {
            FUHE_TRY(fuhe_history_cursor_next(cursors[0], &before, err));
        }
        if (order >= 0) {
            FUHE_TRY(fuhe_history_cursor_next(cursors[1], &after, err));
        }
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_comparing_walk(struct fuhe_store *const stores[2], enum fuhe_history_key key,
                                     const struct fuhe_comparing_sink *sink, struct fuhe_error *err) {
    struct fuhe_history_cursor *cursors[2] = {NULL, NULL};
    enum fuhe_status status = fuhe_history_cursor_new(stores[0], key, &cursors[0], err);

    if (status == FUHE_STATUS_OK) {
        status = fuhe_history_cursor_new(stores[1], key, &cursors[1], err);
    }
    if (status == FUHE_STATUS_OK) {
        status = walk(cursors, sink, err);
    }
    fuhe_history_cursor_free(cursors[0]);
    fuhe_history_cursor_free(cursors[1]);
    return status;
}

/* --- the ground --- */

enum { YEARS_MAX = 64, YEAR_BYTES = 16 };

struct years {
    char words[YEARS_MAX][YEAR_BYTES];
    size_t count;
};

struct surveying {
    struct fuhe_comparing_ground *ground;
    struct fuhe_arena *arena;
    struct years years[2];
};

/* More years than there is room for, or longer ones, count as shared: then forms are compared as they are. */
static bool add_year(struct years *years, fuhe_text year) {
    char word[YEAR_BYTES] = "";

    if (year.length == 0 || year.length >= sizeof word) {
        return false;
    }
    memcpy(word, year.bytes, year.length);
    for (size_t i = 0; i < years->count; i++) {
        if (strcmp(years->words[i], word) == 0) {
            return true;
        }
    }
    if (years->count == YEARS_MAX) {
        return false;
    }
    memcpy(years->words[years->count++], word, sizeof word);
    return true;
}

static void note_side(struct surveying *surveying, size_t side, const struct fuhe_history_review *review) {
    if (review == NULL) {
        return;
    }
    surveying->ground->forms[side]++;
    if (!add_year(&surveying->years[side], review->form.year)) {
        surveying->ground->shares_year = true;
    }
}

static enum fuhe_status note_pair(void *context, const struct fuhe_history_review *before,
                                  const struct fuhe_history_review *after) {
    struct surveying *surveying = context;
    struct fuhe_comparing_ground *ground = surveying->ground;

    note_side(surveying, 0, before);
    note_side(surveying, 1, after);
    if (before == NULL || after == NULL) {
        return FUHE_STATUS_OK;
    }
    ground->pairs++;
    const unsigned changes = fuhe_review_changes(before, after) & (FUHE_CHANGE_RULES | FUHE_CHANGE_ENGINE);
    if (changes == 0 || ground->unlike++ > 0) {
        return FUHE_STATUS_OK;
    }
    ground->differs_in = changes;
    FUHE_TRY(fuhe_review_keep(before, surveying->arena, &ground->unlike_pair[0]));
    return fuhe_review_keep(after, surveying->arena, &ground->unlike_pair[1]);
}

static bool share_year(const struct years *a, const struct years *b) {
    for (size_t i = 0; i < a->count; i++) {
        for (size_t j = 0; j < b->count; j++) {
            if (strcmp(a->words[i], b->words[j]) == 0) {
                return true;
            }
        }
    }
    return false;
}

enum fuhe_status fuhe_comparing_survey(struct fuhe_store *const stores[2], enum fuhe_history_key key,
                                       struct fuhe_arena *arena, struct fuhe_comparing_ground *ground,
                                       struct fuhe_error *err) {
    struct surveying surveying = {.ground = ground, .arena = arena};
    const struct fuhe_comparing_sink sink = {note_pair, &surveying};

    *ground = (struct fuhe_comparing_ground){.pairs = 0};
    FUHE_TRY(fuhe_comparing_walk(stores, key, &sink, err));
    ground->shares_year = ground->shares_year || share_year(&surveying.years[0], &surveying.years[1]);
    return FUHE_STATUS_OK;
}
