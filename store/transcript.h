/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_TRANSCRIPT_H
#define FUHE_STORE_TRANSCRIPT_H

#include "engine/arena.h"
#include "engine/form.h"
#include "engine/output.h"

/* A form, or what stands around the forms of a document, as bytes: every cell as printed with its place, nothing
 * computed. Small, fast to write and to read, and the same for the same form on every machine (docs/store.md has the
 * layout). Begins with a version. What is read may be any bytes: a transcript that does not hold together is refused,
 * never half read. */

void fuhe_transcript_write_form(struct fuhe_output *output, const struct fuhe_form *form);
void fuhe_transcript_write_document(struct fuhe_output *output, const struct fuhe_document *document);

/* The texts of what is read stay in bytes, which must outlive it; arrays are the arena's. document of the form is left
 * NULL. FUHE_STATUS_UNREADABLE when bytes are no transcript. */
FUHE_MUST_USE enum fuhe_status fuhe_transcript_read_form(fuhe_text bytes, struct fuhe_arena *arena,
                                                         struct fuhe_form *form);
FUHE_MUST_USE enum fuhe_status fuhe_transcript_read_document(fuhe_text bytes, struct fuhe_arena *arena,
                                                             struct fuhe_document *document);

/* Whether both say the same in every cell, wherever it stands. */
bool fuhe_transcript_same_form(const struct fuhe_form *a, const struct fuhe_form *b);

#endif
