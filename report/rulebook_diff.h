/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_RULEBOOK_DIFF_H
#define FUHE_REPORT_RULEBOOK_DIFF_H

#include "report/rulebook_model.h"

/* What is different between two rule packs: by the items of their books, one by one. */

/* Aspects in which two items, or two parts, differ: 1 << FUHE_RULEBOOK_ASKS, … or'ed; 0 when they say the same. */
unsigned fuhe_rulebook_item_differs(const struct fuhe_rulebook_item *before, const struct fuhe_rulebook_item *after);
unsigned fuhe_rulebook_part_differs(const struct fuhe_rulebook_part *before, const struct fuhe_rulebook_part *after);

#define FUHE_RULEBOOK_HAS(aspects, aspect) (((aspects) & (1u << (aspect))) != 0)

/* Whether two rows of a kind are equal, and the row of an item that stands for the same thing: the same band, the same
 * variant; NULL when there is none. */
bool fuhe_rulebook_row_equals(enum fuhe_rulebook_kind kind, const struct fuhe_rulebook_row *a,
                              const struct fuhe_rulebook_row *b);
const struct fuhe_rulebook_row *fuhe_rulebook_row_like(const struct fuhe_rulebook_item *item,
                                                       const struct fuhe_rulebook_row *row);

bool fuhe_rulebook_same_words(const struct fuhe_text_list *a, const struct fuhe_text_list *b);

/* The place of a step on its scale: 0 for the best. */
size_t fuhe_rulebook_step_rank(const struct fuhe_rulebook_item *item, const struct fuhe_rulebook_row *step);

/* The step of another scale that stands for the same: of a scale of as many steps the one at its place, else the one
 * that shares most words; NULL when there is none. */
const struct fuhe_rulebook_row *fuhe_rulebook_step_like(const struct fuhe_rulebook_item *own,
                                                        const struct fuhe_rulebook_row *step,
                                                        const struct fuhe_rulebook_item *other);

struct fuhe_rulebook_diff {
    const struct fuhe_rulebook *before;
    const struct fuhe_rulebook *after;
    unsigned rules[FUHE_RULE_COUNT]; /* the aspects of each */
    size_t asking;                   /* rules that ask otherwise */
    size_t dressed;                  /* that ask the same, in other words or by another paper */
    size_t same;                     /* that are the same in all */
    bool differs;                    /* rules or anything else */
};

/* Holds two books against each other, which must outlive the result. */
void fuhe_rulebook_compare(const struct fuhe_rulebook *before, const struct fuhe_rulebook *after,
                           struct fuhe_rulebook_diff *diff);

/* For people: identity, the rules that ask otherwise, those that are only put or founded otherwise, severities,
 * sources, and how many are the same. */
void fuhe_rulebook_diff_write(struct fuhe_output *output, const struct fuhe_rulebook_diff *diff);

/* For machines, the same in every language: report/rules-diff.schema.json. */
void fuhe_rulebook_diff_write_json(struct fuhe_output *output, const struct fuhe_rulebook_diff *diff);

#endif
