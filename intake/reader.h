/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INTAKE_READER_H
#define FUHE_INTAKE_READER_H

#include "engine/form.h"
#include "xml/form_reader.h"

/* Reads documents of any kind, form by form: form XML as xml/form_reader.h does, as a stream; all else through its
 * door, in memory. Reused from document to document; not for use by two threads. */
struct fuhe_reader;
struct fuhe_words;

struct fuhe_reader_options {
    const struct fuhe_words *words; /* by which forms are known; borrowed; NULL: the program's own */
    bool converts;                  /* documents of old kinds by way of an office program */
};

/* options may be NULL. NULL when memory is out. */
struct fuhe_reader *fuhe_reader_new(const struct fuhe_reader_options *options);
void fuhe_reader_free(struct fuhe_reader *reader); /* takes NULL */

/* As fuhe_form_reader_read. A document that is no form XML fails as a whole: then no form has been delivered. One
 * without any form is FUHE_STATUS_UNREADABLE, with FUHE_PROBLEM_INTAKE_NO_FORM, or
 * FUHE_PROBLEM_INTAKE_UNREAD where parts of it were not read. */
FUHE_MUST_USE enum fuhe_status fuhe_reader_read(struct fuhe_reader *reader, const struct fuhe_input *input,
                                                const struct fuhe_form_sink *sink, struct fuhe_document *document,
                                                struct fuhe_error *err);

/* --- for those who look into documents first ---------------------------------------------------------------------- */

/* Whether a document that begins with these bytes, FUHE_PEEKED_BYTES (xml/peeked_input.h) of them unless it is shorter,
 * is read as a whole: it is no form XML, and not broken form XML either. */
bool fuhe_reader_takes_whole(fuhe_text head);

/* Reads a document of which that is true; bytes are borrowed for the call. */
FUHE_MUST_USE enum fuhe_status fuhe_reader_read_whole(struct fuhe_reader *reader, fuhe_text bytes,
                                                      const struct fuhe_form_sink *sink, struct fuhe_document *document,
                                                      struct fuhe_error *err);

/* The reader of form XML in it. */
struct fuhe_form_reader *fuhe_reader_of_forms(struct fuhe_reader *reader);

#endif
