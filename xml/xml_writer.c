/* SPDX-License-Identifier: Apache-2.0 */
/* A thin layer over the XML library's text writer, which does the escaping and indenting: texts that do not end with
 * NUL are copied for it, and what it writes goes to an output of ours. */
#include "xml/xml_writer.h"

#include <libxml/xmlwriter.h>
#include <stdlib.h>
#include <string.h>

struct fuhe_xml_writer {
    xmlTextWriterPtr writer;
    struct fuhe_output *output;
    bool failed;   /* memory is out, the only way in which the library fails */
    char *scratch; /* a text on its way to the library */
    size_t scratch_size;
    xmlStructuredErrorFunc earlier_function; /* who heard of errors before */
    void *earlier_context;
};

/* Failures stay in the output: the library is told that all went well. */
static int write_bytes(void *context, const char *bytes, int length) {
    fuhe_output_text(context, (fuhe_text){bytes, (size_t)length});
    return length;
}

/* Without anyone to hear of an error, the library would print it. */
static void hear_error(void *context, xmlErrorPtr error) {
    (void)context, (void)error;
}

/* Notes whether a call of the library went well. */
static void check(struct fuhe_xml_writer *writer, int written) {
    writer->failed = writer->failed || written < 0;
}

static void release(struct fuhe_xml_writer *writer) {
    xmlFreeTextWriter(writer->writer);
    xmlSetStructuredErrorFunc(writer->earlier_context, writer->earlier_function);
    free(writer->scratch);
    free(writer);
}

struct fuhe_xml_writer *fuhe_xml_writer_new(struct fuhe_output *output) {
    struct fuhe_xml_writer *writer = calloc(1, sizeof *writer);

    if (writer == NULL) {
        return NULL;
    }
    writer->output = output;
    writer->earlier_function = xmlStructuredError;
    writer->earlier_context = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(NULL, hear_error);
    xmlOutputBufferPtr buffer = xmlOutputBufferCreateIO(write_bytes, NULL, output, NULL);
    writer->writer = buffer == NULL ? NULL : xmlNewTextWriter(buffer);
    if (writer->writer == NULL) {
        xmlOutputBufferClose(buffer);
        release(writer);
        return NULL;
    }
    check(writer, xmlTextWriterSetIndent(writer->writer, 1));
    check(writer, xmlTextWriterSetIndentString(writer->writer, (const xmlChar *)"  "));
    check(writer, xmlTextWriterStartDocument(writer->writer, NULL, "UTF-8", NULL));
    if (writer->failed) {
        release(writer);
        return NULL;
    }
    return writer;
}

/* The text ended by NUL and without control characters; NULL when memory is out. */
static const xmlChar *prepare(struct fuhe_xml_writer *writer, fuhe_text text) {
    static const char replacement[] = "\xEF\xBF\xBD";
    const size_t wanted = text.length * (sizeof replacement - 1) + 1;
    char *end;

    if (wanted > writer->scratch_size) {
        char *larger = realloc(writer->scratch, wanted * 2);
        if (larger == NULL) {
            writer->failed = true;
            return NULL;
        }
        writer->scratch = larger;
        writer->scratch_size = wanted * 2;
    }
    end = writer->scratch;
    for (size_t i = 0; i < text.length; i++) {
        const unsigned char byte = (unsigned char)text.bytes[i];
        if (byte >= ' ' || byte == '\n' || byte == '\t' || byte == '\r') {
            *end++ = text.bytes[i];
        } else {
            memcpy(end, replacement, sizeof replacement - 1);
            end += sizeof replacement - 1;
        }
    }
    *end = '\0';
    return (const xmlChar *)writer->scratch;
}

void fuhe_xml_writer_open(struct fuhe_xml_writer *writer, const char *element) {
    check(writer, xmlTextWriterStartElement(writer->writer, (const xmlChar *)element));
}

void fuhe_xml_writer_attribute(struct fuhe_xml_writer *writer, const char *name, fuhe_text value) {
    const xmlChar *prepared = prepare(writer, value);

    if (prepared != NULL) {
        check(writer, xmlTextWriterWriteAttribute(writer->writer, (const xmlChar *)name, prepared));
    }
}

void fuhe_xml_writer_attribute_string(struct fuhe_xml_writer *writer, const char *name, const char *value) {
    fuhe_xml_writer_attribute(writer, name, fuhe_text_of(value));
}

void fuhe_xml_writer_text(struct fuhe_xml_writer *writer, fuhe_text text) {
    const xmlChar *prepared = text.length == 0 ? NULL : prepare(writer, text);

    if (prepared != NULL) {
        check(writer, xmlTextWriterWriteString(writer->writer, prepared));
    }
}

void fuhe_xml_writer_close(struct fuhe_xml_writer *writer) {
    check(writer, xmlTextWriterEndElement(writer->writer));
}

void fuhe_xml_writer_element(struct fuhe_xml_writer *writer, const char *name, fuhe_text text) {
    fuhe_xml_writer_open(writer, name);
    fuhe_xml_writer_text(writer, text);
    fuhe_xml_writer_close(writer);
}

enum fuhe_status fuhe_xml_writer_end(struct fuhe_xml_writer *writer, struct fuhe_error *err) {
    if (writer == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    check(writer, xmlTextWriterEndDocument(writer->writer));
    check(writer, xmlTextWriterFlush(writer->writer));
    const struct fuhe_output *output = writer->output;
    const bool has_failed = writer->failed;
    release(writer);
    if (has_failed) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    if (output->status != FUHE_STATUS_OK && err != NULL) {
        *err = output->error;
    }
    return output->status;
}
