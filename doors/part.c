/* SPDX-License-Identifier: Apache-2.0 */
/* Parts by libxml2's push parser, piece by piece as they are inflated: no part is ever whole in memory. */
#include "doors/part.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <stdio.h>
#include <string.h>

enum { POINTERS_OF_ATTRIBUTE = 5, VALUE = 3, VALUE_END = 4, DEPTH_MAX = 512 };

struct reading {
    const char *part;
    const struct fuhe_part_events *events;
    void *context;
    xmlParserCtxtPtr parser;
    size_t depth;
    enum fuhe_status status;
    struct fuhe_error *err;
};

/* --- tags --- */

fuhe_text fuhe_tag_attribute(const struct fuhe_tag *tag, const char *name) {
    for (int i = 0; i < tag->attribute_count; i++) {
        const unsigned char **attribute = tag->attributes + (ptrdiff_t)i * POINTERS_OF_ATTRIBUTE;
        if (strcmp((const char *)attribute[0], name) == 0) {
            return (fuhe_text){(const char *)attribute[VALUE], (size_t)(attribute[VALUE_END] - attribute[VALUE])};
        }
    }
    return (fuhe_text){NULL, 0};
}

uint32_t fuhe_text_to_whole(fuhe_text text, uint32_t otherwise, uint32_t limit) {
    uint64_t number = 0;

    for (size_t at = 0; at < text.length; at++) {
        if (text.bytes[at] < '0' || text.bytes[at] > '9') {
            return otherwise;
        }
        number = number > limit ? number : 10 * number + (uint64_t)(text.bytes[at] - '0');
    }
    return text.length == 0 ? otherwise : (uint32_t)(number > limit ? limit : number);
}

uint32_t fuhe_tag_number(const struct fuhe_tag *tag, const char *name, uint32_t otherwise, uint32_t limit) {
    return fuhe_text_to_whole(fuhe_tag_attribute(tag, name), otherwise, limit);
}

bool fuhe_tag_is_on(const struct fuhe_tag *tag) {
    static const char *const no[] = {"0", "false", "off"};
    const fuhe_text value = fuhe_tag_attribute(tag, "val");
    bool on = true;

    for (size_t i = 0; i < sizeof no / sizeof no[0]; i++) {
        on = on && !fuhe_text_equals(value, fuhe_text_of(no[i]));
    }
    return on;
}

bool fuhe_name_is(const char *name, const char *const *names) {
    while (*names != NULL && strcmp(*names, name) != 0) {
        names++;
    }
    return *names != NULL;
}

/* --- events --- */

static void keep(struct reading *reading, enum fuhe_status status) {
    if (status != FUHE_STATUS_OK && reading->status == FUHE_STATUS_OK) {
        reading->status = status;
        xmlStopParser(reading->parser);
    }
}

static void begin_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                          int namespace_count, const xmlChar **namespaces, int count, int defaulted,
                          const xmlChar **attributes) {
    struct reading *reading = context;
    const struct fuhe_tag tag = {(const char *)name, attributes, count};

    (void)prefix, (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted;
    if (++reading->depth > DEPTH_MAX) {
        keep(reading, fuhe_error_set(reading->err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_DEPTH, "513", "512"));
    } else if (reading->status == FUHE_STATUS_OK) {
        keep(reading, reading->events->begin(reading->context, &tag, reading->err));
    }
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    struct reading *reading = context;

    (void)prefix, (void)uri;
    reading->depth--;
    if (reading->status == FUHE_STATUS_OK && reading->events->end != NULL) {
        keep(reading, reading->events->end(reading->context, (const char *)name, reading->err));
    }
}

static void take_text(void *context, const xmlChar *characters, int length) {
    struct reading *reading = context;

    if (reading->status == FUHE_STATUS_OK && reading->events->text != NULL) {
        const fuhe_text text = {(const char *)characters, (size_t)length};
        keep(reading, reading->events->text(reading->context, text, reading->err));
    }
}

/* No office program writes a document type; what comes with one is entities. */
static void refuse_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    struct reading *reading = context;

    (void)name, (void)external, (void)system;
    keep(reading, fuhe_package_complain(reading->err, reading->part, "it has a document type declaration"));
}

static void hear_error(void *context, xmlErrorPtr error) {
    (void)context, (void)error; /* the parser keeps the last one */
}

static enum fuhe_status parser_failed(struct reading *reading) {
    const xmlError *error = xmlCtxtGetLastError(reading->parser);
    char what[256] = "it is not XML";

    if (reading->parser->errNo == XML_ERR_NO_MEMORY) {
        return fuhe_error_set(reading->err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    if (error != NULL && error->message != NULL) {
        (void)snprintf(what, sizeof what, "%.*s", (int)strcspn(error->message, "\n"), error->message);
    }
    return fuhe_package_complain(reading->err, reading->part, what);
}

static enum fuhe_status take_piece(void *context, fuhe_text piece, struct fuhe_error *err) {
    struct reading *reading = context;

    (void)err;
    if (xmlParseChunk(reading->parser, piece.bytes, (int)piece.length, 0) != 0 && reading->status == FUHE_STATUS_OK) {
        reading->status = parser_failed(reading);
    }
    return reading->status;
}

enum fuhe_status fuhe_part_read(struct fuhe_package *package, const char *name, const struct fuhe_part_events *events,
                                void *context, struct fuhe_error *err) {
    struct reading reading = {.part = name, .events = events, .context = context, .err = err};
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .startElementNs = begin_element,
                             .endElementNs = end_element,
                             .characters = take_text,
                             .ignorableWhitespace = take_text,
                             .cdataBlock = take_text,
                             .internalSubset = refuse_doctype,
                             .serror = hear_error};

    reading.parser = xmlCreatePushParserCtxt(&handler, &reading, NULL, 0, NULL);
    if (reading.parser == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    (void)xmlCtxtUseOptions(reading.parser, XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_COMPACT);
    enum fuhe_status status = fuhe_package_read(package, name, take_piece, &reading, err);
    if (status == FUHE_STATUS_OK) {
        const int code = xmlParseChunk(reading.parser, NULL, 0, 1);
        status = reading.status;
        if (status == FUHE_STATUS_OK && (code != 0 || !reading.parser->wellFormed)) {
            status = parser_failed(&reading);
        }
    }
    xmlFreeParserCtxt(reading.parser);
    return status;
}
