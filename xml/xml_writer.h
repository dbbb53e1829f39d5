/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_XML_WRITER_H
#define FUHE_XML_XML_WRITER_H

#include "engine/output.h"

/* Writes one XML document in UTF-8, indented, onto an output. Like the output it keeps its first failure, so that
 * callers ask once, at the end. Texts are escaped; control characters, which XML cannot hold, become U+FFFD. */
struct fuhe_xml_writer;

/* Begins a document with its XML declaration. The output is borrowed until the end. NULL when memory is out. */
struct fuhe_xml_writer *fuhe_xml_writer_new(struct fuhe_output *output);

/* Opens an element, whose attributes come next, then its text or children. Names are plain ASCII. */
void fuhe_xml_writer_open(struct fuhe_xml_writer *writer, const char *element);
void fuhe_xml_writer_attribute(struct fuhe_xml_writer *writer, const char *name, fuhe_text value);
void fuhe_xml_writer_attribute_string(struct fuhe_xml_writer *writer, const char *name, const char *value);
void fuhe_xml_writer_text(struct fuhe_xml_writer *writer, fuhe_text text);
void fuhe_xml_writer_close(struct fuhe_xml_writer *writer); /* the element opened last */

/* An element with nothing but text: <name>text</name>. */
void fuhe_xml_writer_element(struct fuhe_xml_writer *writer, const char *name, fuhe_text text);

/* Closes what is open, frees the writer (takes NULL, as a failure of memory) and returns the first failure, also of the
 * output. The output is not flushed. */
FUHE_MUST_USE enum fuhe_status fuhe_xml_writer_end(struct fuhe_xml_writer *writer, struct fuhe_error *err);

#endif
