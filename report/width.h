/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_WIDTH_H
#define FUHE_REPORT_WIDTH_H

#include "engine/output.h"

/* Columns of a terminal: a Chinese character takes two. Texts come from forms, so they are also made harmless here:
 * control characters, line ends and direction marks are shown as a space or left out. */

/* Columns of the page that text for people is set for: 100, or fewer on a narrow terminal. Like the language it is set
 * once, at the start; out of bounds it is brought within them. */
enum { FUHE_WIDTH_PAGE_MIN = 60, FUHE_WIDTH_PAGE_MAX = 100 };
size_t fuhe_width_page(void);
void fuhe_width_set_page(size_t columns);

/* Columns that text takes when written by the functions below. */
size_t fuhe_width_of(fuhe_text text);

/* Writes text as it is, made harmless. */
void fuhe_width_write(struct fuhe_output *output, fuhe_text text);

/* Writes text and spaces up to `columns`, at its left or right end. A longer text is written whole. */
void fuhe_width_left(struct fuhe_output *output, fuhe_text text, size_t columns);
void fuhe_width_right(struct fuhe_output *output, fuhe_text text, size_t columns);

void fuhe_width_spaces(struct fuhe_output *output, size_t count);

/* Writes text broken into lines that end before column `page`; the first starts at column `indent`, where the output
 * already is, the others are indented by as many spaces. Breaks at spaces and between Chinese characters, never before
 * a closing punctuation mark. */
void fuhe_width_wrap(struct fuhe_output *output, fuhe_text text, size_t indent, size_t page);

#endif
