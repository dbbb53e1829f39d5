/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_DOOR_H
#define FUHE_DOORS_DOOR_H

#include "doors/grid.h"

/* A door reads one kind of document into paragraphs and grids. A new kind is one file and one row in door.c. */
struct fuhe_door {
    const char *kind;                    /* a stable word: "markdown" */
    bool (*recognises)(fuhe_text bytes); /* by content, never by name */
    enum fuhe_status (*read)(fuhe_text bytes, struct fuhe_door_document *document, struct fuhe_error *err);
};

extern const struct fuhe_door fuhe_door_docx;
extern const struct fuhe_door fuhe_door_html;
extern const struct fuhe_door fuhe_door_markdown; /* plain text too */
extern const struct fuhe_door fuhe_door_ods;
extern const struct fuhe_door fuhe_door_odt;
extern const struct fuhe_door fuhe_door_xlsx;

enum { FUHE_LIMIT_INTAKE_BYTES = 64 << 20 };

/* The door for these bytes. NULL when there is none: err then says what the document is and what to do with it. */
const struct fuhe_door *fuhe_door_find(fuhe_text bytes, struct fuhe_error *err);

/* Whether text holds a word, ASCII letters of either case. */
bool fuhe_door_mentions(fuhe_text text, const char *word);

/* Whether what begins with '<' is a page, by what its beginning mentions. */
bool fuhe_door_is_page(fuhe_text head);

#endif
