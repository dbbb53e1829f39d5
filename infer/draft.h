/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INFER_DRAFT_H
#define FUHE_INFER_DRAFT_H

#include "infer/inference.h"
#include "xml/pack_writer.h"

/* An inference as a rule pack: a draft that names the base pack and states each rule in which the claims differ from
 * it, with the forms as its source. */
struct fuhe_draft {
    struct fuhe_pack pack; /* borrows from the base */
    bool rules[FUHE_RULE_COUNT];
    struct fuhe_bilingual why[FUHE_RULE_COUNT];
    size_t rule_count;
};

/* id names the pack. Everything lives in arena. Fails only for want of memory. */
FUHE_MUST_USE enum fuhe_status fuhe_draft_make(const struct fuhe_inference *inference, fuhe_text id,
                                               struct fuhe_arena *arena, struct fuhe_draft *draft);

/* As fuhe_overlay_write. */
FUHE_MUST_USE enum fuhe_status fuhe_draft_write(const struct fuhe_draft *draft, const struct fuhe_pack *base,
                                                struct fuhe_output *output, struct fuhe_error *err);

/* For people: which rules of the base the draft changes, and how it is written, or that it was written to a file of
 * this name; NULL: it was not. */
void fuhe_draft_write_summary(const struct fuhe_draft *draft, const struct fuhe_pack *base, const char *file,
                              struct fuhe_output *output);

#endif
