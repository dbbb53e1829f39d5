/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_PLACE_H
#define FUHE_REPORT_PLACE_H

#include "engine/form.h"
#include "engine/output.h"

/* Where a value stands: in a text by line and column, in a table of a document by its address, as the program that the
 * document was made with calls it. */

enum { FUHE_PLACE_LETTERS = 8, FUHE_PLACE_ADDRESS_SIZE = 300 };

/* Whether a place is one of a table of a document, and so has an address. */
static inline bool fuhe_place_is_of_table(struct fuhe_place place) {
    return place.table > 0;
}

/* Line and column for machines: 0 for places in tables. */
static inline uint32_t fuhe_place_line(struct fuhe_place place) {
    return fuhe_place_is_of_table(place) ? 0 : place.line;
}
static inline uint32_t fuhe_place_column(struct fuhe_place place) {
    return fuhe_place_is_of_table(place) ? 0 : place.column;
}

/* "Sheet1!G17", "table 3, row 12, column 4": for machines, the same in every language. Empty for a place in a text.
 * form knows the names of sheets; NULL: they have none. text is its room. */
fuhe_text fuhe_place_address(const struct fuhe_form *form, struct fuhe_place place, char text[FUHE_PLACE_ADDRESS_SIZE]);

/* For people, in their language: "Sheet1!G17", "第3个表第12行第4列"; in a text "18:77". Nothing when it is unknown. */
void fuhe_place_write(struct fuhe_output *output, const struct fuhe_form *form, struct fuhe_place place);

/* The same for a table whose sheet is known; a table without a sheet has an empty one. */
void fuhe_place_write_in_sheet(struct fuhe_output *output, fuhe_text sheet, struct fuhe_place place);

/* Where a form begins, behind the name of its file: ":3", "  Sheet1!A1". */
void fuhe_place_write_start(struct fuhe_output *output, const struct fuhe_form *form);

/* "G": the name of a column, from 1, as spreadsheets have it; text is its room. */
fuhe_text fuhe_place_letters(uint32_t column, char text[FUHE_PLACE_LETTERS]);

#endif
