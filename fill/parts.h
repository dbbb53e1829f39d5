/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_FILL_PARTS_H
#define FUHE_FILL_PARTS_H

#include "fill/plan.h"
#include "fill/rewrite.h"
#include "fill/splice.h"
#include "doors/part.h"

/* The parts of a package that are written anew. */
struct fuhe_parts {
    struct fuhe_package *package;
    struct fuhe_arena *arena;
    struct fuhe_new_part *items;
    size_t count;
    size_t capacity;
};

/* The whole of a part, in the arena. */
FUHE_MUST_USE enum fuhe_status fuhe_parts_load(struct fuhe_parts *parts, const char *name, fuhe_text *content,
                                               struct fuhe_error *err);

/* Adds a part with its changes made; none when there are none. */
FUHE_MUST_USE enum fuhe_status fuhe_parts_add(struct fuhe_parts *parts, const char *name, fuhe_text content,
                                              struct fuhe_splices *splices, struct fuhe_error *err);

/* The kinds of documents: each writes what is planned into its parts, and adds those. Cells with formulas are counted.
 */
FUHE_MUST_USE enum fuhe_status fuhe_workbook_fill(struct fuhe_parts *parts, struct fuhe_plan *plan, size_t *formulas,
                                                  struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_word_fill(struct fuhe_parts *parts, struct fuhe_plan *plan, size_t *formulas,
                                              struct fuhe_error *err);

#endif
