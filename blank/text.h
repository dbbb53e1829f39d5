/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BLANK_TEXT_H
#define FUHE_BLANK_TEXT_H

#include "blank/words.h"
#include "xml/xml_writer.h"

/* Parts of a text document. */

struct fuhe_blank_part {
    const char *name;
    const char *content; /* NULL for the document itself */
};

/* In the order in which they stand in the package; ended by a row without name. */
extern const struct fuhe_blank_part fuhe_blank_parts[];

/* word/document.xml: the forms, each on a page of its own, and how to fill them in. */
FUHE_MUST_USE enum fuhe_status fuhe_blank_write_document(const struct fuhe_blank *blank, struct fuhe_output *output,
                                                         struct fuhe_error *err);

/* --- pieces of it --- */

/* A form as it is written. */
struct fuhe_text_form {
    const struct fuhe_blank *blank;
    struct fuhe_xml_writer *writer;
    uint32_t line; /* of the table, from 1, as fields count */
    char text[FUHE_BLANK_TEXT_SIZE];
};

enum fuhe_text_merge { FUHE_MERGE_NONE, FUHE_MERGE_FIRST, FUHE_MERGE_ON };

/* A cell of a table. */
struct fuhe_text_cell {
    uint32_t column; /* the first that it covers */
    uint32_t span;   /* columns, at least 1 */
    enum fuhe_text_merge merge;
    bool label; /* of the form's own words: bold */
    bool left;  /* text from the left edge, else in the middle */
};

/* An element without content and with at most one attribute, w:val: <w:b/>, <w:jc w:val="center"/>. */
void fuhe_text_mark(struct fuhe_text_form *form, const char *element, const char *value);
void fuhe_text_number(struct fuhe_text_form *form, const char *element, const char *attribute, uint32_t value);

void fuhe_text_open_row(struct fuhe_text_form *form, uint32_t height);
void fuhe_text_close_row(struct fuhe_text_form *form);
void fuhe_text_open_cell(struct fuhe_text_form *form, struct fuhe_text_cell cell); /* with its paragraph */
void fuhe_text_close_cell(struct fuhe_text_form *form);
void fuhe_text_put(struct fuhe_text_form *form, struct fuhe_text_cell cell, const char *text);

/* A run of text; a line break where it has one. */
void fuhe_text_run(struct fuhe_text_form *form, const char *text, bool bold);

/* A list to choose from, which shows one of its choices. */
void fuhe_text_choice(struct fuhe_text_form *form, const char *title, const char *const *choices, size_t count,
                      const char *shown);

/* A field that shows a text until it is reckoned (F9). */
void fuhe_text_field(struct fuhe_text_form *form, const char *formula, const char *shown);

/* A field that compares a formula with a number and says one of two sentences; nothing until it is reckoned. */
struct fuhe_text_comparison {
    const char *formula;
    const char *number;
    const char *same;
    const char *other; /* followed by what the formula gives */
};
void fuhe_text_compare(struct fuhe_text_form *form, const struct fuhe_text_comparison *comparison);

uint32_t fuhe_text_width(const struct fuhe_text_form *form, uint32_t column, uint32_t span);

#endif
