/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_WORKBOOK_CELL_TEXT_H
#define FUHE_WORKBOOK_CELL_TEXT_H

#include "engine/text.h"

/* Any bytes as text that a cell can hold: valid UTF-8, at most 32,767 characters as a spreadsheet counts them (UTF-16),
 * the end of a longer one replaced by "…"; characters that do not show or turn writing around are shown as \x07 or
 * \u202E; "_x0041_" stays these seven characters. */
enum { FUHE_CELL_CHARACTERS_MAX = 32767, FUHE_CELL_TEXT_SIZE = 4 * FUHE_CELL_CHARACTERS_MAX };

/* Returns text, which ends with NUL. */
const char *fuhe_cell_text_make(fuhe_text source, char text[FUHE_CELL_TEXT_SIZE]);

/* Lines that such a text takes in a column of that width, about: a Chinese character is as wide as two digits. */
size_t fuhe_cell_text_lines(const char *text, unsigned width);

#endif
