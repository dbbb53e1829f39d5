/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_IMPORT_WORDS_H
#define FUHE_CLI_IMPORT_WORDS_H

#include "engine/output.h"
#include "intake/intake.h"
#include "report/template.h"

/* Words for people about what was recognised in a document. */

/* "target", "自评得分": a value of the form. */
const char *fuhe_import_role(enum fuhe_role role);

/* Why a cell is taken for what it is, or what is doubtful about it: a sentence without its place. */
const char *fuhe_import_why(enum fuhe_reason_why why);

/* Writes a sentence with its words filled in, made harmless, for they come from documents. */
void fuhe_import_fill(struct fuhe_output *output, const char *sentence, const struct fuhe_template_word *words);

/* A number as a word of a sentence; text is its room. */
struct fuhe_template_word fuhe_import_number(const char *name, size_t number, char text[FUHE_SIZE_TEXT_SIZE]);

/* "table 8, row 12, column 3 (line 291)", "Sheet1!G17" */
void fuhe_import_place(struct fuhe_output *output, const struct fuhe_mark *mark);

#endif
