/* SPDX-License-Identifier: Apache-2.0 */
/* Sets wait in a file while their features are counted. Then texts are put in order, first by a number that stands for
 * the whole set, which brings the same texts together, and those that repeat none once by each band of their
 * signatures. Where neighbours have the same number they may be alike: each is weighed against the first of them and
 * the one before it, so that the work grows with the texts, however many are in one place. */
#include "crosscheck/likeness.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "crosscheck/likeness_groups.h"
#include "crosscheck/likeness_order.h"
#include "crosscheck/likeness_signature.h"

enum { NEIGHBOURS = 3, NOT_READ = UINT32_MAX };

/* A set held in memory, and whose it is. */
struct held {
    uint32_t text;
    struct fuhe_likeness_set set;
};

struct fuhe_likeness {
    struct fuhe_likeness_sets *sets;
    struct fuhe_likeness_weights *weights;
    const struct fuhe_likeness_match *items; /* what was found */
    /* while it is looked for */
    FILE *signatures; /* of texts that repeat none */
    size_t signed_texts;
    uint32_t *places; /* of sets */
    uint64_t *order;  /* a number in the upper half, the text in the lower */
    struct fuhe_likeness_groups groups;
    struct fuhe_likeness_hashes hashes;
    struct held held[NEIGHBOURS];
};

enum fuhe_status fuhe_likeness_new(struct fuhe_likeness **likeness, struct fuhe_error *err) {
    struct fuhe_likeness *made = calloc(1, sizeof *made);

    if (made != NULL) {
        made->weights = fuhe_likeness_weights_new();
    }
    if (made == NULL || made->weights == NULL) {
        fuhe_likeness_free(made);
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    const enum fuhe_status status = fuhe_likeness_sets_new(&made->sets, err);
    if (status != FUHE_STATUS_OK) {
        fuhe_likeness_free(made);
        return status;
    }
    *likeness = made;
    return FUHE_STATUS_OK;
}

/* What only the search needs, except for the groups. */
static void forget_search(struct fuhe_likeness *likeness) {
    if (likeness->signatures != NULL) {
        (void)fclose(likeness->signatures);
    }
    free(likeness->places);
    free(likeness->order);
    likeness->signatures = NULL;
    likeness->places = NULL;
    likeness->order = NULL;
}

void fuhe_likeness_free(struct fuhe_likeness *likeness) {
    if (likeness != NULL) {
        forget_search(likeness);
        fuhe_likeness_groups_reset(&likeness->groups);
        fuhe_likeness_sets_free(likeness->sets);
        fuhe_likeness_weights_free(likeness->weights);
        free((void *)(uintptr_t)likeness->items);
        free(likeness);
    }
}

enum fuhe_status fuhe_likeness_add(struct fuhe_likeness *likeness, uint64_t owner, const uint32_t *features,
                                   size_t count, struct fuhe_error *err) {
    if (count == 0) {
        return FUHE_STATUS_OK;
    }
    count = count < FUHE_FEATURES_MAX ? count : FUHE_FEATURES_MAX;
    FUHE_TRY(fuhe_likeness_sets_add(likeness->sets, owner, features, count, err));
    fuhe_likeness_weights_count(likeness->weights, features, count);
    return FUHE_STATUS_OK;
}

/* --- weighing neighbours --- */

static enum fuhe_status hold(struct fuhe_likeness *likeness, struct held *held, uint32_t text, struct fuhe_error *err) {
    if (held->text == text) {
        return FUHE_STATUS_OK;
    }
    held->text = NOT_READ;
    FUHE_TRY(fuhe_likeness_sets_read(likeness->sets, likeness->places[text], &held->set, err));
    held->text = text;
    return FUHE_STATUS_OK;
}

struct pair {
    uint32_t earlier;
    uint32_t later;
};

static enum fuhe_status weigh(struct fuhe_likeness *likeness, struct pair pair, struct held *earlier,
                              struct held *later, struct fuhe_error *err) {
    if (fuhe_likeness_groups_settled(&likeness->groups, pair.earlier, pair.later)) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(hold(likeness, earlier, pair.earlier, err));
    FUHE_TRY(hold(likeness, later, pair.later, err));
    const unsigned similarity = fuhe_likeness_similarity(likeness->weights, &earlier->set, &later->set);
    if (similarity >= FUHE_LIKENESS_LIMIT) {
        fuhe_likeness_groups_join(&likeness->groups, pair.earlier, pair.later, similarity);
    }
    return FUHE_STATUS_OK;
}

/* All of `order` have the same number. Two sets take turns in being the one before. */
static enum fuhe_status weigh_neighbours(struct fuhe_likeness *likeness, const uint64_t *order, size_t count,
                                         struct fuhe_error *err) {
    struct held *held = likeness->held;

    for (size_t i = 1; i < count; i++) {
        struct held *later = &held[1 + i % 2];
        struct held *before = &held[2 - i % 2];
        const uint32_t text = (uint32_t)order[i];
        FUHE_TRY(weigh(likeness, (struct pair){(uint32_t)order[0], text}, &held[0], later, err));
        if (i > 1) {
            FUHE_TRY(weigh(likeness, (struct pair){(uint32_t)order[i - 1], text}, before, later, err));
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status weigh_order(struct fuhe_likeness *likeness, size_t count, struct fuhe_error *err) {
    const uint64_t *order = likeness->order;
    size_t start = 0;

    fuhe_likeness_order(likeness->order, count);
    for (size_t i = 1; i <= count; i++) {
        if (i == count || order[i] >> 32 != order[start] >> 32) {
            FUHE_TRY(weigh_neighbours(likeness, order + start, i - start, err));
            start = i;
        }
    }
    return FUHE_STATUS_OK;
}

/* --- the same texts --- */

static uint32_t number_of_set(const struct fuhe_likeness_set *set) {
    uint64_t number = set->count;

    for (size_t i = 0; i < set->count; i++) {
        number = (number ^ set->features[i]) * UINT64_C(0x9E3779B97F4A7C15);
        number ^= number >> 29;
    }
    return (uint32_t)(number >> 16);
}

static enum fuhe_status join_same_texts(struct fuhe_likeness *likeness, struct fuhe_error *err) {
    struct fuhe_likeness_set *set = &likeness->held[0].set;

    FUHE_TRY(fuhe_likeness_sets_rewind(likeness->sets, err));
    for (size_t i = 0; i < likeness->groups.count; i++) {
        FUHE_TRY(fuhe_likeness_sets_next(likeness->sets, set, err));
        likeness->places[i] = set->place;
        likeness->order[i] = (uint64_t)number_of_set(set) << 32 | i;
    }
    return weigh_order(likeness, likeness->groups.count, err);
}

/* --- likely pairs --- */

struct signature {
    uint32_t text;
    uint32_t bands[FUHE_LIKENESS_BANDS];
};

static enum fuhe_status write_failed(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, strerror(errno), NULL);
}

static enum fuhe_status sign_texts(struct fuhe_likeness *likeness, struct fuhe_error *err) {
    struct fuhe_likeness_set *set = &likeness->held[0].set;
    struct signature signature;

    likeness->held[0].text = NOT_READ;
    fuhe_likeness_hashes_init(&likeness->hashes);
    FUHE_TRY(fuhe_likeness_sets_rewind(likeness->sets, err));
    for (size_t i = 0; i < likeness->groups.count; i++) {
        FUHE_TRY(fuhe_likeness_sets_next(likeness->sets, set, err));
        if (fuhe_likeness_groups_repeats(&likeness->groups, (uint32_t)i)) {
            continue;
        }
        signature.text = (uint32_t)i;
        fuhe_likeness_sign(&likeness->hashes, likeness->weights, set, signature.bands);
        if (fwrite(&signature, sizeof signature, 1, likeness->signatures) != 1) {
            return write_failed(err);
        }
        likeness->signed_texts++;
    }
    return fflush(likeness->signatures) == 0 ? FUHE_STATUS_OK : write_failed(err);
}

static enum fuhe_status weigh_band(struct fuhe_likeness *likeness, size_t band, struct fuhe_error *err) {
    struct signature signature;

    rewind(likeness->signatures);
    for (size_t i = 0; i < likeness->signed_texts; i++) {
        if (fread(&signature, sizeof signature, 1, likeness->signatures) != 1) {
            return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_READ, strerror(errno), NULL);
        }
        likeness->order[i] = (uint64_t)signature.bands[band] << 32 | signature.text;
    }
    return weigh_order(likeness, likeness->signed_texts, err);
}

/* --- finding --- */

static enum fuhe_status prepare_search(struct fuhe_likeness *likeness, size_t count, struct fuhe_error *err) {
    for (size_t i = 0; i < NEIGHBOURS; i++) {
        likeness->held[i].text = NOT_READ;
    }
    likeness->places = malloc((count + 1) * sizeof likeness->places[0]);
    likeness->order = malloc((count + 1) * sizeof likeness->order[0]);
    if (likeness->places == NULL || likeness->order == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    likeness->signatures = tmpfile();
    if (likeness->signatures == NULL) {
        return write_failed(err);
    }
    return fuhe_likeness_groups_init(&likeness->groups, count, err);
}

static enum fuhe_status search(struct fuhe_likeness *likeness, struct fuhe_error *err) {
    fuhe_likeness_weights_settle(likeness->weights);
    FUHE_TRY(prepare_search(likeness, fuhe_likeness_sets_count(likeness->sets), err));
    FUHE_TRY(join_same_texts(likeness, err));
    FUHE_TRY(sign_texts(likeness, err));
    for (size_t band = 0; band < FUHE_LIKENESS_BANDS; band++) {
        FUHE_TRY(weigh_band(likeness, band, err));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_likeness_find(struct fuhe_likeness *likeness, struct fuhe_likeness_matches *matches,
                                    struct fuhe_error *err) {
    enum fuhe_status status = search(likeness, err);

    forget_search(likeness);
    if (status == FUHE_STATUS_OK) {
        status = fuhe_likeness_groups_list(&likeness->groups, likeness->sets, matches, err);
    }
    fuhe_likeness_groups_reset(&likeness->groups);
    if (status == FUHE_STATUS_OK) {
        likeness->items = matches->items;
    }
    return status;
}
