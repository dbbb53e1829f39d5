/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_PARTS_H
#define FUHE_HTML_PARTS_H

#include "html/page.h"

/* A long list as a chain of pages, written while its items come in: when a page is full the next one begins. */
enum { FUHE_PARTS_ROWS = 200 };

struct fuhe_parts_plan {
    const char *first;   /* address of the first page, "lists/0001.html" */
    const char *stem;    /* of the others: "lists/" gives "lists/0002.html" */
    const char *title;   /* like all texts here not yet translated */
    const char *lead;    /* a paragraph above the list */
    const char *nothing; /* what stands there instead when the list is empty */
    const char *caption;
    const struct fuhe_page_column *columns;
    size_t expected; /* items, when that is known: pages then say how many there are; 0 when not */
};

struct fuhe_parts {
    struct fuhe_parts_plan plan;
    struct fuhe_page *page; /* owned */
    size_t part;            /* that is open, from 1; 0 before the first item */
    size_t rows;            /* in it */
};

/* parts must be freed whatever the outcome. */
FUHE_MUST_USE enum fuhe_status fuhe_parts_init(struct fuhe_parts *parts, const struct fuhe_parts_plan *plan,
                                               const char *folder, bool complete, struct fuhe_error *err);
void fuhe_parts_free(struct fuhe_parts *parts); /* takes one that is all zero */

/* Makes room for an item: its row is to be written to parts->page. */
FUHE_MUST_USE enum fuhe_status fuhe_parts_next(struct fuhe_parts *parts, struct fuhe_error *err);

/* Ends the last page; writes the first one when there was no item. */
FUHE_MUST_USE enum fuhe_status fuhe_parts_end(struct fuhe_parts *parts, struct fuhe_error *err);

#endif
