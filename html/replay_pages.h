/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_REPLAY_PAGES_H
#define FUHE_HTML_REPLAY_PAGES_H

#include "engine/result.h"
#include "html/parts.h"
#include "store/survey.h"

/* Lists that are written while results come in, in input order: what could not be scored or read, and what only whole
 * documents show. */

extern const struct fuhe_parts_plan fuhe_unscored_plan;  /* unscored.html */
extern const struct fuhe_parts_plan fuhe_documents_plan; /* documents.html */

/* A row for a form that could not be scored, with what stood in the way. */
FUHE_MUST_USE enum fuhe_status fuhe_unscored_add_form(struct fuhe_parts *parts, const struct fuhe_result *result,
                                                      uint64_t page, struct fuhe_error *err);

/* A row for a file, or a part of one, that could not be read. */
FUHE_MUST_USE enum fuhe_status fuhe_unscored_add_failure(struct fuhe_parts *parts, const char *file,
                                                         const struct fuhe_error *error, struct fuhe_error *err);

/* Before any other row: one for each project that came in more than once, with the files and links to the forms. */
FUHE_MUST_USE enum fuhe_status fuhe_documents_add_repeats(struct fuhe_parts *parts, struct fuhe_survey *survey,
                                                          struct fuhe_error *err);

/* A row for each finding over the forms of a document. */
FUHE_MUST_USE enum fuhe_status fuhe_documents_add(struct fuhe_parts *parts, const char *file,
                                                  const struct fuhe_unit_review *review, struct fuhe_error *err);

#endif
