/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CROSSCHECK_CROSSCHECK_WORDS_H
#define FUHE_CROSSCHECK_CROSSCHECK_WORDS_H

#include "crosscheck/crosscheck.h"

/* What the cross-check is called, how it was made and what a line says, in the language that was set: the same words in
 * the text, in tables, on pages and in a workbook. */

const char *fuhe_crosscheck_title(void); /* "Cross-check of all forms" */

/* That a finding is a reason to look, and nothing more. */
const char *fuhe_crosscheck_caution(void);

const char *fuhe_crosscheck_heading(enum fuhe_code code); /* "Copied goals" */

/* False when there is too little to compare. */
bool fuhe_crosscheck_is_judged(const struct fuhe_crosscheck *crosscheck, enum fuhe_code code);

/* The families in the order in which people read them: those with something to look at first, and statements behind all
 * others when there is nothing to say of them. */
void fuhe_crosscheck_reading_order(const struct fuhe_crosscheck *crosscheck,
                                   enum fuhe_code order[FUHE_CROSSCHECK_FAMILIES]);

/* The method in a sentence, with its n and limits; of what cannot be judged, why not. */
void fuhe_crosscheck_write_method(const struct fuhe_crosscheck *crosscheck, enum fuhe_code code,
                                  struct fuhe_output *output);

/* How many findings and forms; of statements, how many the whole has cleared. */
void fuhe_crosscheck_write_count(const struct fuhe_crosscheck *crosscheck, enum fuhe_code code,
                                 struct fuhe_output *output);

/* What a line says of its form, department or document, without naming them. */
void fuhe_crosscheck_write_line(const struct fuhe_crosscheck_line *line, struct fuhe_output *output);

#endif
