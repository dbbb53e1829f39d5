/* SPDX-License-Identifier: Apache-2.0 */
/* HTML by libxml2's forgiving parser, as a stream of events: no tree, nothing fetched, no entity but HTML's own. */
#include "doors/door.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include "engine/output.h"
#include "doors/decode.h"
#include "doors/flow.h"
#include "doors/html_tags.h"

enum { DEPTH_MAX = 512, COLUMN_SPAN_MAX = 1000, ROW_SPAN_MAX = 65534, ATTRIBUTES_MAX = 1000 };

struct reading {
    struct fuhe_flow flow;
    htmlParserCtxtPtr parser;
    size_t depth;
    size_t hidden;       /* depth of elements whose text is not shown */
    size_t parted;       /* depth of the outermost element whose text is held apart, 0 for none */
    size_t struck;       /* of the outermost one that is crossed out, 0 for none */
    bool struck_in_cell; /* and that it stands in a cell */
    enum fuhe_status status;
    struct fuhe_error *err;
};

static struct fuhe_place place_now(const struct reading *reading) {
    const int line = xmlSAX2GetLineNumber(reading->parser);

    return (struct fuhe_place){line > 0 ? (uint32_t)line : 0, 0, 0};
}

static void fail(struct reading *reading, enum fuhe_status status) {
    if (reading->status == FUHE_STATUS_OK) {
        reading->status = status;
        xmlStopParser(reading->parser);
    }
}

static void keep(struct reading *reading, enum fuhe_status status) {
    if (status != FUHE_STATUS_OK) {
        fail(reading, status);
    }
}

static void take_text(void *context, const xmlChar *characters, int length) {
    struct reading *reading = context;

    if (reading->hidden == 0 && reading->status == FUHE_STATUS_OK) {
        fuhe_flow_text(&reading->flow, (fuhe_text){(const char *)characters, (size_t)length}, place_now(reading));
    }
}

/* The value of an attribute as a whole number, at most `limit`; `otherwise` when there is none. */
static uint32_t number_of(const xmlChar **attributes, const char *name, uint32_t otherwise, uint32_t limit) {
    uint32_t number = 0;

    for (; attributes != NULL && attributes[0] != NULL; attributes += 2) {
        if (strcmp((const char *)attributes[0], name) != 0 || attributes[1] == NULL) {
            continue;
        }
        const char *digit = (const char *)attributes[1];
        for (; *digit >= '0' && *digit <= '9' && number <= limit; digit++) {
            number = 10 * number + (uint32_t)(*digit - '0');
        }
        return digit == (const char *)attributes[1] ? otherwise : (number > limit ? limit : number);
    }
    return otherwise;
}

static void begin_cell(struct reading *reading, const xmlChar **attributes) {
    const uint32_t columns = number_of(attributes, "colspan", 1, COLUMN_SPAN_MAX);
    const struct fuhe_grid_cell cell = {.place = place_now(reading),
                                        .row_span = number_of(attributes, "rowspan", 1, ROW_SPAN_MAX),
                                        .column_span = columns == 0 ? 1 : columns};

    keep(reading, fuhe_flow_begin_cell(&reading->flow, &cell, reading->err));
}

/* --- elements ---------------------------------------------------------------------------------------------------- */

static bool is_one_of(const xmlChar *name, const char *const *names) {
    while (*names != NULL && strcmp(*names, (const char *)name) != 0) {
        names++;
    }
    return *names != NULL;
}

static const char *const hidden_elements[] = {"script", "style", "title", "template", "noscript", NULL};
static const char *const cell_elements[] = {"td", "th", NULL};
static const char *const row_elements[] = {"tr", NULL};
static const char *const table_elements[] = {"table", NULL};
static const char *const breaking_elements[] = {"p",  "div", "br", "h1",      "h2",      "h3",      "h4",     "h5",
                                                "h6", "li",  "hr", "section", "article", "caption", "center", NULL};

static const char *const raised_elements[] = {"sup", "sub", NULL};
static const char *const crossed_elements[] = {"del", "s", "strike", NULL};

static bool is_crossed(const xmlChar *name, const xmlChar **attributes) {
    bool crossed = is_one_of(name, crossed_elements);

    for (; attributes != NULL && attributes[0] != NULL; attributes += 2) {
        crossed = crossed || (strcmp((const char *)attributes[0], "style") == 0 && attributes[1] != NULL &&
                              strstr((const char *)attributes[1], "line-through") != NULL);
    }
    return crossed;
}

static bool is_hidden(const xmlChar **attributes) {
    for (; attributes != NULL && attributes[0] != NULL; attributes += 2) {
        const char *name = (const char *)attributes[0];
        const char *value = attributes[1] == NULL ? "" : (const char *)attributes[1];
        const char *display = strstr(value, "display");
        if (strcmp(name, "hidden") == 0 ||
            (strcmp(name, "style") == 0 && display != NULL && strstr(display, "none") != NULL)) {
            return true;
        }
    }
    return false;
}

/* What readers see apart from the rest must not run into it: 20 with the number of a note is not 201. A space makes
 * such a figure doubtful. */
static bool parts_text(struct reading *reading, const xmlChar *name, const xmlChar **attributes) {
    const struct fuhe_text_builder *cell = fuhe_flow_cell_text(&reading->flow);

    if (cell == NULL) {
        return false;
    }
    if (is_one_of(name, raised_elements)) {
        const fuhe_text before = fuhe_text_builder_text(cell);
        return before.length > 0 && before.bytes[before.length - 1] >= '0' && before.bytes[before.length - 1] <= '9';
    }
    return is_hidden(attributes);
}

/* An element of a cell that nothing ends reaches no further than its cell. */
static void begin_strike(struct reading *reading, const xmlChar *name, const xmlChar **attributes) {
    struct fuhe_flow *flow = &reading->flow;

    if (reading->struck_in_cell && (is_one_of(name, cell_elements) || is_one_of(name, row_elements))) {
        reading->struck = 0;
    }
    if (reading->struck == 0 && is_crossed(name, attributes)) {
        reading->struck = reading->depth;
        reading->struck_in_cell =
            fuhe_flow_cell_text(flow) != NULL && !is_one_of(name, cell_elements) && !is_one_of(name, row_elements);
    }
    flow->is_struck = reading->struck > 0;
}

static void end_strike(struct reading *reading) {
    if (reading->depth <= reading->struck) {
        reading->struck = 0;
        reading->flow.is_struck = false;
    }
}

static void begin_element(void *context, const xmlChar *name, const xmlChar **attributes) {
    struct reading *reading = context;
    struct fuhe_flow *flow = &reading->flow;

    if (reading->status != FUHE_STATUS_OK) {
        return;
    }
    reading->depth++;
    begin_strike(reading, name, attributes);
    if (reading->depth > DEPTH_MAX) {
        fail(reading, fuhe_error_set(reading->err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_DEPTH, "513", "512"));
        fuhe_error_set_place(reading->err, place_now(reading).line, 0);
    } else if (is_one_of(name, hidden_elements)) {
        reading->hidden++;
    } else if (is_one_of(name, breaking_elements)) {
        keep(reading, fuhe_flow_break(flow, reading->err));
    } else if (is_one_of(name, table_elements)) {
        keep(reading, fuhe_flow_begin_table(flow, place_now(reading), reading->err));
    } else if (is_one_of(name, row_elements)) {
        keep(reading, fuhe_flow_begin_row(flow, reading->err));
    } else if (is_one_of(name, cell_elements)) {
        begin_cell(reading, attributes);
    } else if (reading->parted == 0 && parts_text(reading, name, attributes)) {
        reading->parted = reading->depth;
        keep(reading, fuhe_flow_break(flow, reading->err));
    }
}

static void end_element(void *context, const xmlChar *name) {
    struct reading *reading = context;
    struct fuhe_flow *flow = &reading->flow;

    if (reading->status != FUHE_STATUS_OK) {
        return;
    }
    if (reading->parted > 0 && reading->depth <= reading->parted) {
        reading->parted = 0;
        keep(reading, fuhe_flow_break(flow, reading->err));
    }
    end_strike(reading);
    reading->depth -= reading->depth > 0;
    if (is_one_of(name, hidden_elements)) {
        reading->hidden -= reading->hidden > 0;
    } else if (is_one_of(name, breaking_elements)) {
        keep(reading, fuhe_flow_break(flow, reading->err));
    } else if (is_one_of(name, table_elements)) {
        keep(reading, fuhe_flow_end_table(flow, reading->err));
    } else if (is_one_of(name, row_elements)) {
        keep(reading, fuhe_flow_end_row(flow, reading->err));
    } else if (is_one_of(name, cell_elements)) {
        keep(reading, fuhe_flow_end_cell(flow, reading->err));
    }
}

/* Without anyone to hear of an error, the library would print it; what matters is in the status. */
static void hear_error(void *context, xmlErrorPtr error) {
    (void)context, (void)error;
}

static void parse(struct reading *reading, fuhe_text text) {
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(text.bytes, (int)text.length);

    if (parser == NULL) {
        reading->status = fuhe_error_set(reading->err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
        return;
    }
    reading->parser = parser;
    memset(parser->sax, 0, sizeof *parser->sax);
    parser->sax->startElement = begin_element;
    parser->sax->endElement = end_element;
    parser->sax->characters = take_text;
    parser->sax->ignorableWhitespace = take_text;
    parser->userData = reading;
    /* The text is UTF-8 by now, whatever the page declares. */
    (void)htmlCtxtUseOptions(parser,
                             HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    (void)xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    (void)htmlParseDocument(parser);
    if (parser->errNo == XML_ERR_NO_MEMORY && reading->status == FUHE_STATUS_OK) {
        reading->status = fuhe_error_set(reading->err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    if (reading->status == FUHE_STATUS_OK) {
        reading->status = fuhe_flow_end(&reading->flow, reading->err);
    }
    htmlFreeParserCtxt(parser);
}

static enum fuhe_status check_attributes(fuhe_text text, struct fuhe_error *err) {
    char found[FUHE_SIZE_TEXT_SIZE + 1];
    const size_t count = fuhe_html_attributes_max(text);

    found[fuhe_size_format(count, found)] = '\0';
    return count <= ATTRIBUTES_MAX
               ? FUHE_STATUS_OK
               : fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_ATTRIBUTES, found, "1000");
}

static enum fuhe_status read_document(fuhe_text bytes, struct fuhe_door_document *document, struct fuhe_error *err) {
    struct reading reading = {.err = err};
    fuhe_text text = {NULL, 0};

    fuhe_flow_begin(&reading.flow, document);
    FUHE_TRY(fuhe_decode(bytes, document->arena, &text, err));
    FUHE_TRY(check_attributes(text, err));
    if (text.length > 0) {
        xmlStructuredErrorFunc heard_by = xmlStructuredError;
        void *heard_with = xmlStructuredErrorContext;
        xmlSetStructuredErrorFunc(NULL, hear_error);
        parse(&reading, text);
        xmlSetStructuredErrorFunc(heard_with, heard_by);
    }
    fuhe_flow_release(&reading.flow);
    return reading.status;
}

static bool is_utf16(fuhe_text bytes) {
    return fuhe_text_starts_with(bytes, FUHE_TEXT("\xFF\xFE")) || fuhe_text_starts_with(bytes, FUHE_TEXT("\xFE\xFF"));
}

/* Tags are ASCII: every other byte of them is 0. */
static bool recognises_utf16(fuhe_text bytes) {
    char head[4096];
    size_t length = 0;

    for (size_t at = 2; at < bytes.length && length < sizeof head; at++) {
        if (bytes.bytes[at] != '\0') {
            head[length++] = bytes.bytes[at];
        }
    }
    const fuhe_text text = fuhe_text_trim((fuhe_text){head, length});
    return text.length > 0 && text.bytes[0] == '<' && fuhe_door_is_page(text);
}

/* Where the comment ends that begins at a place; the place itself when none does. */
static size_t skip_comment(fuhe_text text, size_t at) {
    if (!fuhe_text_starts_with(fuhe_text_from(text, at), FUHE_TEXT("<!--"))) {
        return at;
    }
    for (at += 2; at < text.length && !fuhe_text_starts_with(fuhe_text_from(text, at), FUHE_TEXT("-->"));) {
        at++;
    }
    return at;
}

/* Whether a tag of that name begins anywhere but in comments: "<p" is not the beginning of "<project>". */
static bool has_tag(fuhe_text text, const char *name) {
    const size_t length = strlen(name);

    for (size_t at = 0; at + length < text.length; at++) {
        const char *opening = memchr(text.bytes + at, '<', text.length - length - at);
        if (opening == NULL) {
            return false;
        }
        at = (size_t)(opening - text.bytes);
        const size_t behind = skip_comment(text, at);
        if (behind > at) {
            at = behind;
            continue;
        }
        const fuhe_text tag = {opening, length};
        if (fuhe_door_mentions(tag, name) && strchr(" \t\r\n/>", opening[length]) != NULL && opening[length] != '\0') {
            return true;
        }
    }
    return false;
}

bool fuhe_door_is_page(fuhe_text head) {
    static const char *const tags[] = {"<!doctype html", "<html", "<body", "<table", "<p", "<div"};
    bool found = false;

    for (size_t i = 0; i < sizeof tags / sizeof tags[0] && !found; i++) {
        found = has_tag(head, tags[i]);
    }
    return found;
}

/* A page begins with a tag; a text with a table of HTML in it may begin with anything, but has no rows of bars then. */
static bool recognises(fuhe_text bytes) {
    const fuhe_text body = fuhe_text_trim(bytes);
    const fuhe_text head = {body.bytes, body.length < 65536 ? body.length : 65536};

    if (is_utf16(bytes)) {
        return recognises_utf16(bytes);
    }
    if (memchr(bytes.bytes, '\0', bytes.length) != NULL) {
        return false;
    }
    if (body.bytes[0] == '<') {
        return fuhe_door_is_page(head);
    }
    return fuhe_door_mentions(bytes, "<table") && fuhe_door_mentions(bytes, "</td") &&
           !fuhe_text_contains(bytes, FUHE_TEXT("\n|"));
}

const struct fuhe_door fuhe_door_html = {"html", recognises, read_document};
