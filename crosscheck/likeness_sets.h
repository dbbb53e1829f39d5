/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CROSSCHECK_LIKENESS_SETS_H
#define FUHE_CROSSCHECK_LIKENESS_SETS_H

#include "crosscheck/features.h"
#include "engine/error.h"

/* Sets of features in a temporary file, one behind the other, numbered from 0. */
struct fuhe_likeness_sets;

struct fuhe_likeness_set {
    uint64_t owner;
    uint32_t place; /* in the file, for fuhe_likeness_sets_read */
    size_t count;
    uint32_t features[FUHE_FEATURES_MAX];
};

FUHE_MUST_USE enum fuhe_status fuhe_likeness_sets_new(struct fuhe_likeness_sets **sets, struct fuhe_error *err);
void fuhe_likeness_sets_free(struct fuhe_likeness_sets *sets); /* takes NULL */

/* count <= FUHE_FEATURES_MAX */
FUHE_MUST_USE enum fuhe_status fuhe_likeness_sets_add(struct fuhe_likeness_sets *sets, uint64_t owner,
                                                      const uint32_t *features, size_t count, struct fuhe_error *err);
size_t fuhe_likeness_sets_count(const struct fuhe_likeness_sets *sets);

/* From the start again: each next gives one set, in the order in which they were added; asked as often as there are
 * sets. */
FUHE_MUST_USE enum fuhe_status fuhe_likeness_sets_rewind(struct fuhe_likeness_sets *sets, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_likeness_sets_next(struct fuhe_likeness_sets *sets, struct fuhe_likeness_set *set,
                                                       struct fuhe_error *err);

/* The set at a place that next gave. Next must not be asked behind it without a rewind. */
FUHE_MUST_USE enum fuhe_status fuhe_likeness_sets_read(struct fuhe_likeness_sets *sets, uint32_t place,
                                                       struct fuhe_likeness_set *set, struct fuhe_error *err);

#endif
