/* SPDX-License-Identifier: Apache-2.0 */
/* Which encoding a text has. Chinese text in GB18030 is hardly ever valid UTF-8, and UTF-8 with one broken byte is
 * still nearly all UTF-8: so the bytes themselves tell more than what a page declares. */
#include "intake/decode.h"

#include <libxml/encoding.h>
#include <libxml/globals.h>
#include <libxml/xmlerror.h>

#include "engine/form.h"

struct mark {
    fuhe_text bytes;
    const char *encoding; /* NULL: UTF-8 */
};

static const struct mark marks[] = {
    {{"\xEF\xBB\xBF", 3}, NULL},
    {{"\x84\x31\x95\x33", 4}, "GB18030"},
    {{"\xFF\xFE", 2}, "UTF-16LE"},
    {{"\xFE\xFF", 2}, "UTF-16BE"},
};

static const struct mark *find_mark(fuhe_text bytes) {
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (fuhe_text_starts_with(bytes, marks[i].bytes)) {
            return &marks[i];
        }
    }
    return NULL;
}

/* Of the bytes from 0x80 on, those that belong to whole characters of UTF-8 and those that do not. */
struct fit {
    size_t good;
    size_t broken;
    size_t first_broken; /* offset */
};

static struct fit fit_utf8(fuhe_text bytes) {
    struct fit fit = {0, 0, bytes.length};

    for (size_t at = 0; at < bytes.length;) {
        const size_t start = at;
        if ((unsigned char)bytes.bytes[at] < 0x80) {
            at++;
        } else if (fuhe_text_next(bytes, &at) == 0xFFFD && at == start + 1) {
            fit.first_broken = fit.broken == 0 ? start : fit.first_broken;
            fit.broken++;
        } else {
            fit.good += at - start;
        }
    }
    return fit;
}

static enum fuhe_status refuse(fuhe_text bytes, size_t offset, const char *encoding, struct fuhe_error *err) {
    struct fuhe_place place = {1, 1};

    (void)fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_BYTES, encoding, NULL);
    for (size_t at = 0; at < offset;) {
        const bool ends = bytes.bytes[at] == '\n';
        place = ends ? (struct fuhe_place){place.line + 1, 1} : (struct fuhe_place){place.line, place.column + 1};
        (void)fuhe_text_next(bytes, &at);
    }
    fuhe_error_set_place(err, place.line, place.column);
    return FUHE_STATUS_UNREADABLE;
}

/* What the converter says is said by our own error. */
static void ignore(void *context, xmlErrorPtr error) {
    (void)context;
    (void)error;
}

/* Turns all of input; false when some of it is not of the encoding. */
static bool turn_all(xmlCharEncodingHandlerPtr handler, xmlBufferPtr input, xmlBufferPtr output) {
    xmlStructuredErrorFunc said_to = xmlStructuredError;
    void *said_with = xmlStructuredErrorContext;
    int turned;

    xmlSetStructuredErrorFunc(NULL, ignore);
    do {
        turned = xmlCharEncInFunc(handler, output, input);
    } while (turned > 0 && xmlBufferLength(input) > 0);
    xmlSetStructuredErrorFunc(said_with, said_to);
    return turned >= 0 && xmlBufferLength(input) == 0;
}

static enum fuhe_status convert(fuhe_text bytes, const char *encoding, struct fuhe_arena *arena, fuhe_text *utf8,
                                struct fuhe_error *err) {
    xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler(encoding);
    xmlBufferPtr input = xmlBufferCreateSize(bytes.length + 1);
    xmlBufferPtr output = xmlBufferCreateSize(bytes.length + 1);
    enum fuhe_status status = FUHE_STATUS_NO_MEMORY;

    if (handler != NULL && input != NULL && output != NULL &&
        xmlBufferAdd(input, (const xmlChar *)bytes.bytes, (int)bytes.length) == 0) {
        const bool whole = turn_all(handler, input, output);
        const fuhe_text text = {(const char *)xmlBufferContent(output), (size_t)xmlBufferLength(output)};
        status = whole ? fuhe_arena_copy(arena, text, utf8) : FUHE_STATUS_UNREADABLE;
    }
    xmlBufferFree(input);
    xmlBufferFree(output);
    (void)xmlCharEncCloseFunc(handler);
    if (status == FUHE_STATUS_UNREADABLE) {
        return fuhe_error_set(err, status, FUHE_PROBLEM_BYTES, encoding, NULL);
    }
    return status == FUHE_STATUS_OK ? status : fuhe_error_set(err, status, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

enum fuhe_status fuhe_decode(fuhe_text bytes, struct fuhe_arena *arena, fuhe_text *utf8, struct fuhe_error *err) {
    const struct mark *mark = find_mark(bytes);
    const fuhe_text body = mark == NULL ? bytes : fuhe_text_from(bytes, mark->bytes.length);

    if (mark != NULL && mark->encoding != NULL) {
        return convert(body, mark->encoding, arena, utf8, err);
    }
    const struct fit fit = fit_utf8(body);
    if (fit.broken == 0) {
        *utf8 = body;
        return FUHE_STATUS_OK;
    }
    if (mark != NULL || fit.good / 9 >= fit.broken) {
        return refuse(body, fit.first_broken, "UTF-8", err);
    }
    return convert(body, "GB18030", arena, utf8, err);
}
