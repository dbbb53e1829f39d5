/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_FORM_READER_H
#define FUHE_XML_FORM_READER_H

#include "engine/form.h"
#include "xml/input.h"

/* Reads documents of namespace urn:fuhe:form:1 (form.xsd) in one pass, form by form, in constant memory. The parser
 * and all memory are reused from document to document. Not for use by two threads. */
struct fuhe_form_reader;

/* Limits of one form, far beyond any real one; those of every document are in sax_machine.h. */
enum {
    FUHE_LIMIT_FORM_BYTES = 8 << 20, /* of memory for what a form says */
    FUHE_LIMIT_INDICATORS = 1000,
    FUHE_LIMIT_FUNDS = 100,
    FUHE_LIMIT_ODDITIES = 100, /* more are not kept */
    FUHE_LIMIT_DOUBTS = 1000,  /* likewise */
    FUHE_LIMIT_TABLE_NAMES = 100
};

/* NULL when memory is out. */
struct fuhe_form_reader *fuhe_form_reader_new(void);
void fuhe_form_reader_free(struct fuhe_form_reader *reader); /* takes NULL */

/* Takes each form as soon as its end tag is read. The form and all it points to live in `arena`, which is reset before
 * the next form; the receiver may allocate there too. Any status but OK ends the reading and is handed on. */
struct fuhe_form_sink {
    enum fuhe_status (*form)(void *context, const struct fuhe_form *form, struct fuhe_arena *arena);
    void *context;
};

/* Reads one document to its end. *document (may be NULL) is filled with what stands around the forms; its texts live in
 * the reader until the next call. Encodings: UTF-8, UTF-16, GBK, GB18030, Big5 and whatever else the system's iconv
 * knows. On failure the forms before the fault have been delivered, and err says what is wrong, where, and what was
 * expected. */
FUHE_MUST_USE enum fuhe_status fuhe_form_reader_read(struct fuhe_form_reader *reader, const struct fuhe_input *input,
                                                     const struct fuhe_form_sink *sink, struct fuhe_document *document,
                                                     struct fuhe_error *err);

/* Reads a part of a collection as if it were a document of its own: input gives the start tag of <forms>, whole forms
 * and the end tag. Its first byte is taken to stand at `first`, so that places are those of the whole document; behind
 * a start tag that has been put in front, `first` may lie before column 1 (by wrapping round). A part without any form
 * is no fault. */
FUHE_MUST_USE enum fuhe_status fuhe_form_reader_read_part(struct fuhe_form_reader *reader,
                                                          const struct fuhe_input *input, struct fuhe_place first,
                                                          const struct fuhe_form_sink *sink,
                                                          struct fuhe_document *document, struct fuhe_error *err);

#endif
