/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_SAX_MACHINE_H
#define FUHE_XML_SAX_MACHINE_H

#include "engine/form.h"
#include "xml/input.h"

/* Reads a document by a table. The table (vocabulary) says which element may stand where, which attribute and which
 * text go into which cell of which struct; the machine does the rest: encodings, places, limits, what is unknown or
 * stands twice, and every refusal. A reader of a new kind of document is a table and a few small functions:
 *
 *     <shelf name="…"><book title="…"><note>…</note></book> … </shelf>
 *
 *     struct shelf { struct fuhe_cell name; … };
 *     struct book { struct fuhe_cell title; struct fuhe_cell note; };
 *
 *     enum { IN_DOCUMENT = FUHE_SAX_DOCUMENT, IN_SHELF, IN_BOOK, IN_NOTE };
 *     static const struct fuhe_sax_attribute shelf_attributes[] = {{"name", offsetof(struct shelf, name)}, {NULL, 0}};
 *     static const struct fuhe_sax_attribute book_attributes[] = {{"title", offsetof(struct book, title)}, {NULL, 0}};
 *     static const struct fuhe_sax_row rows[] = {
 *         {.parent = IN_DOCUMENT, .element = "shelf", .self = IN_SHELF, .attributes = shelf_attributes},
 *         {.parent = IN_SHELF, .element = "book", .self = IN_BOOK, .repeats = true, .attributes = book_attributes,
 *          .open = open_book, .close = close_book},
 *         {.parent = IN_BOOK, .element = "note", .self = IN_NOTE, .keeps_text = true,
 *          .text = offsetof(struct book, note)},
 *     };
 *
 * For each element: `open` (may be NULL) is called first and may set frame->record, a zeroed struct in frame->arena,
 * for the element and what is inside it; without, the record of the parent goes on. Then the attributes are stored in
 * the record, then come the children, then the text is stored, then `close` is called with the same frame: the place
 * to convert cells into numbers. A failure of either ends the reading; the place of the element is added to err unless
 * the function has set one. */
struct fuhe_sax_machine;

enum { FUHE_SAX_DOCUMENT = 0 };

/* Limits that every document must keep. */
enum {
    FUHE_LIMIT_DEPTH = 32,
    FUHE_LIMIT_TAG_BYTES = 65536,  /* of one start tag, comment or CDATA section */
    FUHE_LIMIT_TEXT_BYTES = 262144 /* of one text */
};

/* One open element. */
struct fuhe_sax_frame {
    struct fuhe_place place;  /* of its '<' */
    void *record;             /* where its cells are */
    struct fuhe_arena *arena; /* where their texts go */
    unsigned state;           /* the state inside it: which row it is of */
};

/* An attribute without namespace and the struct fuhe_cell in the record that it fills. A table ends with a NULL name.
 */
struct fuhe_sax_attribute {
    const char *name;
    size_t cell;
};

typedef enum fuhe_status (*fuhe_sax_handler)(void *reader, struct fuhe_sax_frame *frame, struct fuhe_error *err);

/* One element in one state. */
struct fuhe_sax_row {
    unsigned parent; /* the state it may stand in: FUHE_SAX_DOCUMENT for a root element */
    const char *element;
    unsigned self;   /* the state inside it */
    bool repeats;    /* may stand more than once in its parent */
    bool keeps_text; /* its text is stored; then no row may have `self` as its parent */
    size_t text;     /* the struct fuhe_cell in the record that takes the text */
    fuhe_sax_handler open;
    fuhe_sax_handler close;
    const struct fuhe_sax_attribute *attributes; /* may be NULL */
};

/* Something that the vocabulary does not know. */
struct fuhe_sax_oddity {
    enum fuhe_oddity_kind kind;
    struct fuhe_place place;
    fuhe_text name;     /* of the element or attribute; of the element around stray text */
    const char *parent; /* the element that it stands in or on; NULL at the root */
};

struct fuhe_sax_vocabulary {
    const char *namespace_name;
    const struct fuhe_sax_row *rows; /* those of one parent stand together, 64 at most */
    size_t row_count;
    /* Told of each oddity, with the frame around it; the element (all of it) or attribute is then skipped. Any status
     * but OK ends the reading. */
    enum fuhe_status (*odd)(void *reader, const struct fuhe_sax_frame *parent, const struct fuhe_sax_oddity *oddity,
                            struct fuhe_error *err);
};

/* The vocabulary is borrowed. NULL when memory is out. A machine reads any number of documents, one after another. */
struct fuhe_sax_machine *fuhe_sax_machine_new(const struct fuhe_sax_vocabulary *vocabulary);
void fuhe_sax_machine_free(struct fuhe_sax_machine *machine); /* takes NULL */

/* Reads one document to its end. root holds the record and arena that root elements begin with, and the place of the
 * first byte, {0, 0} for the usual one; reader is handed to the functions of the vocabulary. On failure err says what,
 * where, and what was expected. */
FUHE_MUST_USE enum fuhe_status fuhe_sax_machine_read(struct fuhe_sax_machine *machine, const struct fuhe_input *input,
                                                     void *reader, const struct fuhe_sax_frame *root,
                                                     struct fuhe_error *err);

#endif
