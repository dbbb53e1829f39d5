/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_SAX_MACHINE_PRIVATE_H
#define FUHE_XML_SAX_MACHINE_PRIVATE_H

/* What the two halves of the machine share: sax_machine.c feeds the parser, sax_events.c answers it. */
#include <libxml/parser.h>

#include "xml/encoding.h"
#include "xml/sax_machine.h"
#include "xml/shadow.h"
#include "xml/vocabulary.h"
#include "xml/window.h"

struct fuhe_sax_element {
    struct fuhe_sax_frame frame;
    const struct fuhe_sax_row *row; /* NULL at the bottom */
    uint64_t seen;                  /* the rows of its state that have occurred, one bit each */
    bool told_stray_text;
};

struct fuhe_sax_machine {
    const struct fuhe_sax_vocabulary *vocabulary;
    xmlParserCtxtPtr parser; /* NULL until first needed, and after a failure of memory */
    struct fuhe_vocabulary_names names;
    const xmlChar *foreign_namespaces[2]; /* whose attributes are passed over */
    struct fuhe_decoder decoder;
    size_t event_end;   /* offset behind the last event */
    size_t cdata_start; /* the section of CDATA read last, as far as it is known */
    size_t cdata_end;
    struct fuhe_place cdata_place;
    void *reader;
    enum fuhe_status status;
    struct fuhe_error error;
    size_t depth;   /* open elements; open[0] is the document */
    size_t skipped; /* open elements inside an unknown one, itself included */
    struct fuhe_sax_element open[FUHE_LIMIT_DEPTH + 1];
    bool has_root;   /* one was opened, and perhaps closed */
    bool text_begun; /* more than white space has come */
    struct fuhe_place text_place;
    size_t text_length;
    char text[FUHE_LIMIT_TEXT_BYTES];
    struct fuhe_window window;
    struct fuhe_shadow shadow; /* the parser is given the shadow of the window */
    size_t given;              /* offset behind what the parser has been given */
    char cast[sizeof((struct fuhe_window *)NULL)->bytes];
};

/* The functions that the parser calls; their context is the machine. */
extern const xmlSAXHandler fuhe_sax_handlers;
void fuhe_sax_on_error(void *context, xmlErrorPtr error); /* one of them */

/* NULL for the document itself. */
static inline const char *fuhe_sax_element_name(const struct fuhe_sax_element *element) {
    return element->row == NULL ? NULL : element->row->element;
}

static inline bool fuhe_sax_has_failed(const struct fuhe_sax_machine *machine) {
    return machine->status != FUHE_STATUS_OK;
}

/* Where the parser stands in the document: right behind what an event is about, but before the '>' of a start tag. */
static inline size_t fuhe_sax_parser_offset(const struct fuhe_sax_machine *machine) {
    const xmlParserInput *input = machine->parser->input;
    return input->consumed + (size_t)(input->cur - input->base);
}

/* What stands in the document for bytes that the parser hands over. They are a shadow when they lie in its input: then
 * true, and their offset; other bytes the parser has made itself, out of what casts no shadow. */
bool fuhe_sax_lift(const struct fuhe_sax_machine *machine, const xmlChar *bytes, size_t length, fuhe_text *text,
                   size_t *offset);

/* Ends the reading: from now on the machine has failed. */
void fuhe_sax_fail(struct fuhe_sax_machine *machine, enum fuhe_status status, enum fuhe_problem problem,
                   const char *found, const char *expected);
void fuhe_sax_fail_memory(struct fuhe_sax_machine *machine);

/* Ends the reading because of what stands at a place, and stops the parser. */
void fuhe_sax_refuse(struct fuhe_sax_machine *machine, enum fuhe_problem problem, const char *found,
                     const char *expected, struct fuhe_place place);
void fuhe_sax_refuse_limit(struct fuhe_sax_machine *machine, enum fuhe_problem problem, size_t limit,
                           struct fuhe_place place);

#endif
