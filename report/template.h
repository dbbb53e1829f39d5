/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_TEMPLATE_H
#define FUHE_REPORT_TEMPLATE_H

#include "engine/output.h"

/* Sentences with named places to fill in, "{row}: the claim is {score}": translators may move them about. */

/* Writes the value of a name to output, or only says whether it is there when output is NULL. */
typedef bool (*fuhe_template_value)(struct fuhe_output *output, fuhe_text name, const void *context);

/* Whether every name in the template has a value. */
bool fuhe_template_fits(const char *sentence, fuhe_template_value value, const void *context);

/* Writes the sentence with its names filled in; a name without a value leaves nothing. */
void fuhe_template_write(struct fuhe_output *output, const char *sentence, fuhe_template_value value,
                         const void *context);

/* One name with a fixed text. */
struct fuhe_template_word {
    const char *name;
    fuhe_text text;
};

/* Writes the sentence with the words of a list, ended by a row without name. */
void fuhe_template_words(struct fuhe_output *output, const char *sentence, const struct fuhe_template_word *words);

#endif
