/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_FILL_WORD_CELL_H
#define FUHE_FILL_WORD_CELL_H

#include "fill/splice.h"
#include "fill/table_map.h"

/* Cells of Word documents: what they look like, and text put into them. */
struct fuhe_word_text {
    struct fuhe_text_builder bytes;
    fuhe_text prefix; /* of elements and attributes, with its colon */
};

/* "<w:name" or "</w:name", whatever the prefix is. */
void fuhe_word_open(struct fuhe_word_text *text, const char *name);
void fuhe_word_close(struct fuhe_word_text *text, const char *name);
void fuhe_word_attribute(struct fuhe_word_text *text, const char *name, uint32_t value);
void fuhe_word_add(struct fuhe_word_text *text, const char *bytes);

/* A run with a text that looks like the first one of a cell, which may be NULL. */
void fuhe_word_add_run(struct fuhe_word_text *text, fuhe_text markup, const struct fuhe_table_cell *like,
                       fuhe_text content);

/* A cell like another one, over so many columns and so wide, with a text or, when that is empty, without. */
void fuhe_word_add_cell(struct fuhe_word_text *text, fuhe_text markup, const struct fuhe_table_cell *like,
                        uint32_t columns, uint32_t width, fuhe_text content);

/* Puts a text into the content control of a cell that shows what to fill in, else into its first paragraph. *done is
 * false when it has neither. */
FUHE_MUST_USE enum fuhe_status fuhe_word_put(struct fuhe_word_text *text, struct fuhe_splices *splices,
                                             fuhe_text markup, const struct fuhe_table_cell *cell,
                                             const struct fuhe_table_cell *like, fuhe_text content, bool *done);

/* Ticks a grade in the text of a cell, whatever its runs are. *done is false when that is not possible. */
FUHE_MUST_USE enum fuhe_status fuhe_word_tick(struct fuhe_splices *splices, fuhe_text markup,
                                              const struct fuhe_table_cell *cell, fuhe_text grade, bool *done);

#endif
