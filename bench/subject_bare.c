/* SPDX-License-Identifier: Apache-2.0 */
/* libxml2 alone: SAX2 events into functions that do nothing, one context for all documents. What this costs, every
 * program that reads forms with libxml2 has to pay. */
#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "bench/subject.h"

static void ignore_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                         int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted,
                         const xmlChar **attributes) {
    (void)context, (void)name, (void)prefix, (void)uri, (void)namespace_count, (void)namespaces;
    (void)attribute_count, (void)defaulted, (void)attributes;
}

static void ignore_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)context, (void)name, (void)prefix, (void)uri;
}

static void ignore_text(void *context, const xmlChar *text, int length) {
    (void)context, (void)text, (void)length;
}

enum { OPTIONS = XML_PARSE_NONET | XML_PARSE_NOENT };

static void *start_bare(void) {
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .startElementNs = ignore_start,
                             .endElementNs = ignore_end,
                             .characters = ignore_text,
                             .ignorableWhitespace = ignore_text};
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);

    if (parser != NULL) {
        (void)xmlCtxtUseOptions(parser, OPTIONS);
    }
    return parser;
}

static void stop_bare(void *state) {
    xmlFreeParserCtxt(state);
}

static bool push_document(void *state, const char *bytes, size_t length) {
    xmlParserCtxtPtr parser = state;

    if (xmlCtxtResetPush(parser, NULL, 0, NULL, NULL) != 0) {
        return false;
    }
    (void)xmlCtxtUseOptions(parser, OPTIONS);
    for (size_t at = 0; at < length; at += SUBJECT_CHUNK) {
        const size_t left = length - at;
        const int size = (int)(left < SUBJECT_CHUNK ? left : SUBJECT_CHUNK);
        if (xmlParseChunk(parser, bytes + at, size, left <= SUBJECT_CHUNK) != XML_ERR_OK) {
            return false;
        }
    }
    return parser->wellFormed == 1;
}

static bool read_document(void *state, const char *bytes, size_t length) {
    xmlParserCtxtPtr parser = state;

    (void)xmlCtxtReadMemory(parser, bytes, (int)length, NULL, NULL, OPTIONS);
    return parser->wellFormed == 1;
}

const struct subject subject_bare_push = {"bare-push", "libxml2 SAX2, push, empty handlers", start_bare, push_document,
                                          stop_bare};
const struct subject subject_bare_memory = {"bare-memory", "the same by xmlCtxtReadMemory", start_bare, read_document,
                                            stop_bare};
