/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CROSSCHECK_LIKENESS_H
#define FUHE_CROSSCHECK_LIKENESS_H

#include <stddef.h>
#include <stdint.h>

#include "engine/error.h"

/* Finds texts that are near copies of one another among any number of them, in time linear in their number. A text is a
 * set of features (features.h). Two texts are alike when the features that both have weigh at least
 * FUHE_LIKENESS_LIMIT thousandths of those that either has; a feature weighs the more the fewer texts have it, so that
 * phrases which everybody uses count little. Likely pairs are found by MinHash signatures in bands (Broder 1997;
 * Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, ch. 3), and each is then weighed feature by feature: what is
 * reported is exact, and a few pairs near the limit may be missed. The result depends on the texts and their order
 * alone.
 *
 * Features wait in temporary files; memory is some 20 bytes a text while they are looked for, then 24 bytes a match. */
enum { FUHE_LIKENESS_LIMIT = 800 };

struct fuhe_likeness;

FUHE_MUST_USE enum fuhe_status fuhe_likeness_new(struct fuhe_likeness **likeness, struct fuhe_error *err);
void fuhe_likeness_free(struct fuhe_likeness *likeness); /* takes NULL */

/* owner is the caller's word for the text and is given back as it is. features are a set: sorted upwards, each once; of
 * more than FUHE_FEATURES_MAX the first count. A text without any is like none. */
FUHE_MUST_USE enum fuhe_status fuhe_likeness_add(struct fuhe_likeness *likeness, uint64_t owner,
                                                 const uint32_t *features, size_t count, struct fuhe_error *err);

/* A text that is like another. */
struct fuhe_likeness_match {
    uint64_t owner;
    uint64_t like;       /* owner of the text of the group that it is like: an earlier one, a later one only when it is
                            like no earlier one; its own for the first of a group */
    uint32_t group;      /* from 0, in the order of their first texts; texts of a group are linked by likeness */
    unsigned similarity; /* to that text, in thousandths, cut; 1000 only when all features are the same */
};

/* Valid as long as likeness, by group, then in the order in which texts were added. Called once, behind the last
 * add. */
struct fuhe_likeness_matches {
    const struct fuhe_likeness_match *items;
    size_t count;
    size_t groups;
};
FUHE_MUST_USE enum fuhe_status fuhe_likeness_find(struct fuhe_likeness *likeness, struct fuhe_likeness_matches *matches,
                                                  struct fuhe_error *err);

#endif
