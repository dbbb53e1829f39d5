/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_SAMPLE_PARAGRAPH_H
#define FUHE_SAMPLE_PARAGRAPH_H

#include "report/template.h"
#include "store/survey.h"

/* Sentences with figures in them, set as paragraphs. */

/* One name with its text, which a figure brings along. */
struct fuhe_paragraph_word {
    const char *name; /* NULL: ends a list */
    char text[64];
};
struct fuhe_paragraph_word fuhe_word_count(const char *name, uint64_t count);
struct fuhe_paragraph_word fuhe_word_decimal(const char *name, fuhe_decimal value, unsigned places);
struct fuhe_paragraph_word fuhe_word_money(const char *name, struct fuhe_money money); /* rounded half-up */
struct fuhe_paragraph_word fuhe_word_bound(const char *name, struct fuhe_money money); /* rounded up */

/* The sentence alone, and as a paragraph of its own. */
void fuhe_words_write(struct fuhe_output *output, const char *sentence, const struct fuhe_paragraph_word *words);
void fuhe_paragraph_write(struct fuhe_output *output, size_t indent, const char *sentence,
                          const struct fuhe_paragraph_word *words);

/* A text of any length in the same setting. */
void fuhe_paragraph_text(struct fuhe_output *output, size_t indent, fuhe_text text);

#endif
