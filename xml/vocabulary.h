/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_VOCABULARY_H
#define FUHE_XML_VOCABULARY_H

#include <libxml/parser.h>

#include "xml/sax_machine.h"

/* The names of a vocabulary as the dictionary of a parser holds them, so that names are compared by pointer. Valid as
 * long as that dictionary. */
struct fuhe_vocabulary_names {
    const struct fuhe_sax_vocabulary *vocabulary;
    const xmlChar *namespace_name;
    struct fuhe_row_names *rows; /* one for each row, in their order */
    size_t *first_rows;          /* of each state */
    unsigned state_count;
    const xmlChar **attributes; /* of all rows, one behind the other */
};

/* false when memory is out; release is called whatever the outcome. */
bool fuhe_vocabulary_names_init(struct fuhe_vocabulary_names *names, const struct fuhe_sax_vocabulary *vocabulary,
                                xmlDictPtr dictionary);
void fuhe_vocabulary_names_release(struct fuhe_vocabulary_names *names);

/* The row of an element (its name out of the dictionary) in a state, and its place among the rows of that state;
 * NULL when there is none. */
const struct fuhe_sax_row *fuhe_vocabulary_find_row(const struct fuhe_vocabulary_names *names, unsigned state,
                                                    const xmlChar *element, unsigned *place_in_state);

/* The attribute of a row, NULL when it has none of that name. The search begins with attribute *next, which becomes the
 * one behind what is found: most tags have their attributes in the order of the table. */
const struct fuhe_sax_attribute *fuhe_vocabulary_find_attribute(const struct fuhe_vocabulary_names *names,
                                                                const struct fuhe_sax_row *row, const xmlChar *name,
                                                                size_t *next);

#endif
