/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_TABLE_H
#define FUHE_STATS_TABLE_H

#include "stats/statistics_words.h"

/* Lines of the text for people: headings, explanations, cells. */

enum { FUHE_TABLE_INDENT = 2, FUHE_TABLE_CELL = 8, FUHE_TABLE_NAME = 34 };

/* The heading of a part, and its method or why it is left out. */
void fuhe_table_part(struct fuhe_output *output, const struct fuhe_statistics *statistics,
                     enum fuhe_statistics_part part);
void fuhe_table_paragraph(struct fuhe_output *output, const char *text);

/* A paragraph with counts in it, "{n} forms"; numbers are ended by a row without name. */
struct fuhe_table_number {
    const char *name;
    size_t number;
};
enum { FUHE_TABLE_NUMBERS_MAX = 4 };
void fuhe_table_sentence(struct fuhe_output *output, const char *sentence, const struct fuhe_table_number *numbers);

/* The first cell of a line, indented; a longer text pushes the others. */
void fuhe_table_name(struct fuhe_output *output, fuhe_text name);
/* "project (id)", with file and number when another form of the list is called the same. */
void fuhe_table_form(struct fuhe_output *output, const struct fuhe_statistics_forms *forms, size_t index);

/* Cells to the right of it. */
void fuhe_table_word(struct fuhe_output *output, const char *word);
void fuhe_table_count(struct fuhe_output *output, size_t count);
void fuhe_table_figure(struct fuhe_output *output, struct fuhe_figure figure, unsigned places); /* "—" when absent */
void fuhe_table_probability(struct fuhe_output *output, fuhe_decimal p);                        /* "<0.0001" */
void fuhe_table_end(struct fuhe_output *output);

/* The parts of the text on single forms: statistics_text_forms.c; on what they show beside one another:
 * statistics_text_crosscheck.c. */
void fuhe_statistics_text_stability(const struct fuhe_statistics *statistics, struct fuhe_output *output);
void fuhe_statistics_text_gauge(const struct fuhe_statistics *statistics, struct fuhe_output *output);
void fuhe_statistics_text_crosscheck(const struct fuhe_statistics *statistics, struct fuhe_output *output);

#endif
