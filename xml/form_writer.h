/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_FORM_WRITER_H
#define FUHE_XML_FORM_WRITER_H

#include "engine/form.h"
#include "engine/output.h"

/* Writes forms back as XML, every cell as printed: what is read from it is equal to what was written. Oddities are not
 * written. Failures are kept, as by the output, until the end. */
struct fuhe_form_writer;

/* Begins a document: the XML declaration and, when `many`, <forms> with what document (may be NULL, else borrowed until
 * the end) says; without `many` the one form that is written becomes the root. A statement that document comes to hold
 * only later is written behind the forms. NULL when memory is out. */
struct fuhe_form_writer *fuhe_form_writer_new(struct fuhe_output *output, const struct fuhe_document *document,
                                              bool many);
void fuhe_form_writer_write(struct fuhe_form_writer *writer, const struct fuhe_form *form);

/* Ends the document, frees the writer (takes NULL, as a failure of memory) and returns the first failure. The output is
 * not flushed. */
FUHE_MUST_USE enum fuhe_status fuhe_form_writer_end(struct fuhe_form_writer *writer, struct fuhe_error *err);

#endif
