/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_ENCODING_H
#define FUHE_XML_ENCODING_H

#include <iconv.h>

#include "xml/cursor.h"
#include "xml/input.h"

/* Turns a document in any encoding into pieces of valid UTF-8, each ending with a whole character, without byte order
 * mark and without NUL. The encoding is told by the byte order mark, else by the XML declaration, else it is UTF-8. */
struct fuhe_decoder {
    const struct fuhe_input *source; /* borrowed */
    iconv_t converter;               /* kept from document to document */
    char converter_name[48];         /* empty when there is no converter */
    char encoding[48];               /* of this document, as declared or as the byte order mark says */
    bool begun;
    bool converts;
    bool ended;              /* the source has no more */
    enum fuhe_problem fault; /* met behind the bytes handed out last */
    size_t begin;            /* what is not yet decoded: raw[begin, end) */
    size_t end;
    char raw[32768 + FUHE_CURSOR_PADDING];
};

/* Makes a decoder without memory of earlier documents. */
void fuhe_decoder_init(struct fuhe_decoder *decoder);
void fuhe_decoder_release(struct fuhe_decoder *decoder);

enum { FUHE_DECODER_SIZE_MIN = 64 };

/* Begins a document. */
void fuhe_decoder_begin(struct fuhe_decoder *decoder, const struct fuhe_input *source);

/* Decodes at most size (FUHE_DECODER_SIZE_MIN or more) bytes into buffer; *count is 0 at the end of the document. On a
 * fault in the bytes, all before it has been handed out by earlier calls; err has no place then, but that of an
 * encoding that is not known. */
FUHE_MUST_USE enum fuhe_status fuhe_decoder_read(struct fuhe_decoder *decoder, char *buffer, size_t size, size_t *count,
                                                 struct fuhe_error *err);

/* Length of the longest part of bytes, from their start, that is whole, valid UTF-8 characters. */
size_t fuhe_utf8_valid_length(const char *bytes, size_t length);

#endif
