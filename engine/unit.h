/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_UNIT_H
#define FUHE_ENGINE_UNIT_H

#include "engine/review.h"

/* All forms of one document (a department's submission): what only the whole can show. Remembers a few words a form,
 * never the form itself, and at most FUHE_UNIT_FORMS_MAX of them. */
enum { FUHE_UNIT_FORMS_MAX = 100000 };

struct fuhe_unit;

/* NULL when memory is out. */
struct fuhe_unit *fuhe_unit_new(void);
void fuhe_unit_free(struct fuhe_unit *unit);  /* takes NULL */
void fuhe_unit_reset(struct fuhe_unit *unit); /* for the next document */

/* Takes note of a review. Nothing of it is kept. */
FUHE_MUST_USE enum fuhe_status fuhe_unit_add(struct fuhe_unit *unit, const struct fuhe_review *review);

/* Takes over what another unit remembers, as of forms that come behind: adding forms in parts that are joined in order
 * is adding them one by one. */
FUHE_MUST_USE enum fuhe_status fuhe_unit_join(struct fuhe_unit *unit, const struct fuhe_unit *later);

/* A finding over several forms. */
struct fuhe_unit_finding {
    struct fuhe_finding finding; /* block is FUHE_BLOCK_STATEMENT or FUHE_BLOCK_GOAL or FUHE_BLOCK_FORM */
    const size_t *forms;         /* their order numbers in the document, from 0; NULL when all are meant */
    const fuhe_text *form_ids;   /* likewise */
    size_t form_count;
    fuhe_text address; /* of its place, as fuhe_place_address has it; empty for a place in a text */
};

struct fuhe_unit_review {
    size_t form_count;
    bool complete; /* false when there were more forms than are remembered */
    bool has_sums; /* the money of every form is known: funds could be held against it */
    struct fuhe_unit_finding *findings;
    size_t finding_count;
};

/* Runs the checks over the forms added. document (may be NULL) has the department's statement. The result lives in
 * arena. */
FUHE_MUST_USE enum fuhe_status fuhe_unit_review_forms(const struct fuhe_unit *unit,
                                                      const struct fuhe_document *document,
                                                      const struct fuhe_pack *pack, struct fuhe_arena *arena,
                                                      struct fuhe_unit_review *review);

#endif
