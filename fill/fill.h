/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_FILL_FILL_H
#define FUHE_FILL_FILL_H

#include "engine/output.h"
#include "fill/plan.h"

/* Writes a review into a copy of the document that it came from. Of a package only the parts change that hold forms,
 * and in them only the cells of the reviewer, and what says how far tables reach. */
struct fuhe_filling {
    fuhe_text bytes;
    struct fuhe_arena *arena;
    struct fuhe_intake intake;
    struct fuhe_plan plan;
    bool is_signed;                   /* the copy is not what was signed */
    size_t written[FUHE_VALUE_COUNT]; /* known at the end, like the cells with formulas, which were left alone */
    size_t formulas;
};

/* Whether a document that begins with these bytes is a package, not form XML. */
bool fuhe_filling_takes(fuhe_text head);

/* Reads the forms of a document, of which only workbooks and Word documents are taken. bytes, and the arena in which
 * all of it lives, are borrowed. */
FUHE_MUST_USE enum fuhe_status fuhe_filling_begin(struct fuhe_filling *filling, fuhe_text bytes,
                                                  const struct fuhe_words *words, struct fuhe_arena *arena,
                                                  struct fuhe_error *err);

/* Takes what a copy of one of its forms has in the reviewer's cells (reviewer.h), and its verified total. Forms that
 * are not added stay as they are. */
FUHE_MUST_USE enum fuhe_status fuhe_filling_add(struct fuhe_filling *filling, size_t form,
                                                const struct fuhe_form *filled, fuhe_text total);

FUHE_MUST_USE enum fuhe_status fuhe_filling_end(struct fuhe_filling *filling, struct fuhe_output *output,
                                                struct fuhe_error *err);

#endif
