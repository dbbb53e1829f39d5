/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_IMPORT_TEXT_H
#define FUHE_CLI_IMPORT_TEXT_H

#include "cli/import_words.h"

/* What was found in a document: forms, narrative, statement, what a person must look at. */
void fuhe_import_write_summary(struct fuhe_output *output, const char *path, const struct fuhe_intake *intake);

/* Each form as it was recognised, with the address of every value. False when memory is out. */
bool fuhe_import_write_forms(struct fuhe_output *output, const struct fuhe_intake *intake);

/* What is doubtful about a form; `all`: what is only likely and what was not read, too. False when memory is out. */
bool fuhe_import_write_doubts(struct fuhe_output *output, const struct fuhe_recognised *form, bool all);

/* Whether a person must look at something in it. */
bool fuhe_import_needs_look(const struct fuhe_recognition *recognition);

#endif
