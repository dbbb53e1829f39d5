/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_PLACE_H
#define FUHE_ENGINE_PLACE_H

#include "engine/form.h"

/* Where a value stands, for machines: in a text by line and column, in a table of a document by its address, as the
 * program that the document was made with calls it. report/place.h has the words for people. */

enum { FUHE_PLACE_LETTERS = 8, FUHE_PLACE_ADDRESS_SIZE = 300 };

/* Whether a place is one of a table of a document, and so has an address. */
static inline bool fuhe_place_is_of_table(struct fuhe_place place) {
    return place.table > 0;
}

/* Line and column: 0 for places in tables. */
static inline uint32_t fuhe_place_line(struct fuhe_place place) {
    return fuhe_place_is_of_table(place) ? 0 : place.line;
}
static inline uint32_t fuhe_place_column(struct fuhe_place place) {
    return fuhe_place_is_of_table(place) ? 0 : place.column;
}

/* "Sheet1!G17", "table 3, row 12, column 4": the same in every language. Empty for a place in a text. form knows the
 * names of sheets; NULL: they have none. text is its room. */
fuhe_text fuhe_place_address(const struct fuhe_form *form, struct fuhe_place place, char text[FUHE_PLACE_ADDRESS_SIZE]);

/* The address of a place in a sheet, whose name is not empty. */
fuhe_text fuhe_place_in_sheet(fuhe_text sheet, struct fuhe_place place, char text[FUHE_PLACE_ADDRESS_SIZE]);

/* The name of the sheet that a table is; empty when it has none. */
fuhe_text fuhe_place_sheet(const struct fuhe_form *form, uint32_t table);

/* "G": the name of a column, from 1, as spreadsheets have it; text is its room. */
fuhe_text fuhe_place_letters(uint32_t column, char text[FUHE_PLACE_LETTERS]);

#endif
