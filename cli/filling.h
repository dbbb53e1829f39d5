/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_FILLING_H
#define FUHE_CLI_FILLING_H

#include "engine/result.h"
#include "fill/fill.h"
#include "fill/reviewer.h"
#include "xml/input.h"

/* What was filled in, and what is left for a person. */
struct fuhe_filled_count {
    size_t forms;
    size_t scores;
    size_t reasons;
    size_t judgements;
    size_t grades; /* left blank */
};

/* A document that fuhe score --fill writes a review into, and what is said of it on standard error. */
struct fuhe_filled_document {
    const char *path;
    struct fuhe_text_builder bytes;
    struct fuhe_arena *arena;
    struct fuhe_words *own_words;
    struct fuhe_filling filling;
    size_t left_out; /* forms that a person must look at first */
    struct fuhe_filled_count count;
};

/* Reads the document. words is NULL for the program's own. Released in any case. */
FUHE_MUST_USE enum fuhe_status fuhe_filled_document_begin(struct fuhe_filled_document *document, const char *path,
                                                          const struct fuhe_input *input,
                                                          const struct fuhe_words *words, struct fuhe_error *err);

/* Takes the result of one of its forms. */
FUHE_MUST_USE enum fuhe_status fuhe_filled_document_add(struct fuhe_filled_document *document,
                                                        struct fuhe_reviewer *reviewer,
                                                        const struct fuhe_result *result);

/* Writes the document, and says what was left out of it. */
FUHE_MUST_USE enum fuhe_status fuhe_filled_document_end(struct fuhe_filled_document *document,
                                                        struct fuhe_output *output, struct fuhe_error *err);
void fuhe_filled_document_release(struct fuhe_filled_document *document);

/* Adds what was filled in in a form. */
void fuhe_filled_count_add(struct fuhe_filled_count *count, const struct fuhe_reviewed *reviewed);

/* Says it on standard error. `target` is NULL where the result went to standard output: then only what is left. */
void fuhe_filled_count_say(const struct fuhe_filled_count *count, const char *path, const char *target);

#endif
