/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INFER_INFERENCE_WRITE_H
#define FUHE_INFER_INFERENCE_WRITE_H

#include "engine/output.h"
#include "infer/inference.h"

/* An inference for people, in the language that was set, and for machines (infer/inference.schema.json). */
void fuhe_inference_write_text(const struct fuhe_inference *inference, struct fuhe_output *output);
void fuhe_inference_write_json(const struct fuhe_inference *inference, struct fuhe_output *output);

/* --- parts of the text -------------------------------------------------------------------------------------------- */

/* The heading of a part, below an empty line. */
void fuhe_inference_write_head(struct fuhe_output *output, const char *head);

void fuhe_inference_write_execution(const struct fuhe_inference *inference, struct fuhe_output *output);

/* What a method that a pack calls by this word does, in words. */
const char *fuhe_inference_method(const char *word);

/* The name of a form: its project, else its id, else its number in the input. */
fuhe_text fuhe_inference_form(const struct fuhe_observations *observations, size_t form,
                              char room[FUHE_SIZE_TEXT_SIZE]);

/* Lists rows that a rule does not explain, the first few, with what it would give and how many there are. */
void fuhe_inference_write_rows(const struct fuhe_inference *inference, const size_t *rows, size_t count,
                               struct fuhe_output *output);

/* The same for rows that fit a method, but are rounded in another way than most. */
void fuhe_inference_write_rounded(const struct fuhe_inference *inference, const size_t *rows, size_t count,
                                  struct fuhe_output *output);

/* The same for execution scores. */
void fuhe_inference_write_executions(const struct fuhe_inference *inference, struct fuhe_output *output);

/* Forms that fit no step of the grades. */
void fuhe_inference_write_grades(const struct fuhe_inference *inference, struct fuhe_output *output);

#endif
