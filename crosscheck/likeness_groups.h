/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CROSSCHECK_LIKENESS_GROUPS_H
#define FUHE_CROSSCHECK_LIKENESS_GROUPS_H

#include <stdbool.h>

#include "crosscheck/likeness.h"
#include "crosscheck/likeness_sets.h"

/* Texts by their number, the groups that they are in, and the text that each is like. 10 bytes a text. */
struct fuhe_likeness_groups {
    size_t count;
    uint32_t *parents;      /* towards the first text of the group */
    uint32_t *likes;        /* its own number: none */
    uint16_t *similarities; /* to it */
};

FUHE_MUST_USE enum fuhe_status fuhe_likeness_groups_init(struct fuhe_likeness_groups *groups, size_t count,
                                                         struct fuhe_error *err);
void fuhe_likeness_groups_reset(struct fuhe_likeness_groups *groups);

/* Nothing is to be learnt from holding these two against each other. */
bool fuhe_likeness_groups_settled(struct fuhe_likeness_groups *groups, uint32_t earlier, uint32_t later);

/* Both are alike. */
void fuhe_likeness_groups_join(struct fuhe_likeness_groups *groups, uint32_t earlier, uint32_t later,
                               unsigned similarity);

/* The same as an earlier text. */
bool fuhe_likeness_groups_repeats(const struct fuhe_likeness_groups *groups, uint32_t text);

/* The texts that are in a group, as likeness.h says; matches->items are the caller's to free. Owners are from sets. */
FUHE_MUST_USE enum fuhe_status fuhe_likeness_groups_list(struct fuhe_likeness_groups *groups,
                                                         struct fuhe_likeness_sets *sets,
                                                         struct fuhe_likeness_matches *matches, struct fuhe_error *err);

#endif
