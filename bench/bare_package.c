/* SPDX-License-Identifier: Apache-2.0 */
/* libzip and libxml2 alone, with one parser for all parts: nobody who reads these documents can do with less. */
#include "bench/bare_package.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <zip.h>

#include "bench/subject.h"

enum { OPTIONS = XML_PARSE_NONET | XML_PARSE_NOENT };

struct bare {
    xmlParserCtxtPtr parser;
    xmlSAXHandler html;
    char piece[SUBJECT_CHUNK];
};

static void ignore_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                         int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted,
                         const xmlChar **attributes) {
    (void)context, (void)name, (void)prefix, (void)uri, (void)namespace_count, (void)namespaces;
    (void)attribute_count, (void)defaulted, (void)attributes;
}

static void ignore_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)context, (void)name, (void)prefix, (void)uri;
}

static void ignore_html_start(void *context, const xmlChar *name, const xmlChar **attributes) {
    (void)context, (void)name, (void)attributes;
}

static void ignore_html_end(void *context, const xmlChar *name) {
    (void)context, (void)name;
}

static void ignore_text(void *context, const xmlChar *text, int length) {
    (void)context, (void)text, (void)length;
}

struct bare *bare_start(void) {
    struct bare *bare = calloc(1, sizeof *bare);
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .startElementNs = ignore_start,
                             .endElementNs = ignore_end,
                             .characters = ignore_text,
                             .ignorableWhitespace = ignore_text};

    if (bare == NULL) {
        return NULL;
    }
    bare->html = (xmlSAXHandler){.startElement = ignore_html_start,
                                 .endElement = ignore_html_end,
                                 .characters = ignore_text,
                                 .ignorableWhitespace = ignore_text};
    bare->parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
    if (bare->parser == NULL) {
        bare_stop(bare);
        return NULL;
    }
    return bare;
}

void bare_stop(struct bare *bare) {
    if (bare != NULL) {
        xmlFreeParserCtxt(bare->parser);
    }
    free(bare);
}

static bool ends_with(const char *name, const char *ending) {
    const size_t length = strlen(name);

    return length >= strlen(ending) && strcmp(name + length - strlen(ending), ending) == 0;
}

static bool read_part(struct bare *bare, zip_t *zip, zip_uint64_t index) {
    const char *name = zip_get_name(zip, index, 0);
    const bool is_xml = ends_with(name, ".xml") || ends_with(name, ".rels");
    zip_file_t *file = zip_fopen_index(zip, index, 0);
    zip_int64_t count = 0;
    bool good = file != NULL;

    if (good && is_xml) {
        good = xmlCtxtResetPush(bare->parser, NULL, 0, NULL, NULL) == 0;
        (void)xmlCtxtUseOptions(bare->parser, OPTIONS);
    }
    while (good && (count = zip_fread(file, bare->piece, sizeof bare->piece)) > 0) {
        good = !is_xml || xmlParseChunk(bare->parser, bare->piece, (int)count, 0) == XML_ERR_OK;
    }
    if (file != NULL) {
        (void)zip_fclose(file);
    }
    return good && count == 0 && (!is_xml || xmlParseChunk(bare->parser, NULL, 0, 1) == XML_ERR_OK);
}

bool bare_read_package(struct bare *bare, const char *bytes, size_t length) {
    zip_source_t *source = zip_source_buffer_create(bytes, length, 0, NULL);
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
    bool good = zip != NULL;

    for (zip_int64_t i = 0; good && i < zip_get_num_entries(zip, 0); i++) {
        good = read_part(bare, zip, (zip_uint64_t)i);
    }
    if (zip != NULL) {
        zip_discard(zip);
    }
    return good;
}

bool bare_read_html(struct bare *bare, const char *bytes, size_t length) {
    htmlParserCtxtPtr parser = htmlCreatePushParserCtxt(&bare->html, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);

    if (parser == NULL) {
        return false;
    }
    for (size_t at = 0; at < length; at += SUBJECT_CHUNK) {
        (void)htmlParseChunk(parser, bytes + at, (int)(length - at < SUBJECT_CHUNK ? length - at : SUBJECT_CHUNK), 0);
    }
    (void)htmlParseChunk(parser, NULL, 0, 1);
    htmlFreeParserCtxt(parser);
    return true;
}
