/* SPDX-License-Identifier: Apache-2.0 */
/* HTML by libxml2's forgiving parser, as a stream of events: no tree, nothing fetched, no entity but HTML's own. Text
 * goes into the cell at hand, or into a paragraph where there is none. A table around other tables that has at most two
 * columns only lays out a page: its text becomes paragraphs, so that a title stands in front of the table that it is
 * over. */
#include "intake/door.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include "intake/decode.h"
#include "intake/text_builder.h"

enum { DEPTH_MAX = 512, COLUMN_SPAN_MAX = 1000, ROW_SPAN_MAX = 65534, LAYOUT_COLUMNS_MAX = 2 };

struct table {
    struct fuhe_grid_builder grid;
    struct fuhe_grid_cell cell; /* the one that is open */
    struct fuhe_text_builder text;
    bool in_cell;
    bool in_row;
    bool is_layout;
};

struct reading {
    struct fuhe_intake_document *document;
    htmlParserCtxtPtr parser;
    struct table tables[FUHE_LIMIT_TABLE_DEPTH];
    size_t table_count;
    struct fuhe_text_builder paragraph;
    struct fuhe_place paragraph_place;
    size_t depth;
    size_t hidden; /* depth of elements whose text is not shown */
    size_t parted; /* depth of the outermost element whose text is held apart, 0 for none */
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

static struct table *innermost(struct reading *reading) {
    return reading->table_count == 0 ? NULL : &reading->tables[reading->table_count - 1];
}

/* --- text -------------------------------------------------------------------------------------------------------- */

static bool is_space(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_wide(unsigned char byte) {
    return byte >= 0xE3;
}

/* The first byte of the last character. */
static unsigned char last_begins(fuhe_text text) {
    size_t at = text.length;

    while (at > 0 && ((unsigned char)text.bytes[--at] & 0xC0) == 0x80) {
    }
    return text.length == 0 ? 0 : (unsigned char)text.bytes[at];
}

/* White space is one space, and nothing where a line of the file ends between Chinese characters. */
static void collapse(struct fuhe_text_builder *builder, fuhe_text text) {
    struct fuhe_text_builder collapsed = {0};

    for (size_t at = 0; at < text.length;) {
        const size_t start = at;
        bool breaks = false;
        for (; at < text.length && is_space(text.bytes[at]); at++) {
            breaks = breaks || text.bytes[at] == '\n' || text.bytes[at] == '\r';
        }
        const bool joins = breaks && at < text.length && is_wide((unsigned char)text.bytes[at]) &&
                           is_wide(last_begins(fuhe_text_builder_text(&collapsed)));
        if (at > start && !joins) {
            fuhe_text_builder_add(&collapsed, FUHE_TEXT(" "));
        }
        const size_t word = at;
        while (at < text.length && !is_space(text.bytes[at])) {
            at++;
        }
        fuhe_text_builder_add(&collapsed, (fuhe_text){text.bytes + word, at - word});
    }
    fuhe_text_builder_release(builder);
    *builder = collapsed;
}

static void end_paragraph(struct reading *reading) {
    collapse(&reading->paragraph, fuhe_text_builder_text(&reading->paragraph));
    keep(reading, reading->paragraph.failed
                      ? fuhe_error_set(reading->err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL)
                      : fuhe_intake_document_add_text(reading->document, fuhe_text_builder_text(&reading->paragraph),
                                                      reading->paragraph_place, reading->err));
    reading->paragraph.length = 0;
}

static void take_text(void *context, const xmlChar *characters, int length) {
    struct reading *reading = context;
    const fuhe_text text = {(const char *)characters, (size_t)length};
    struct table *table = innermost(reading);

    if (reading->hidden > 0 || reading->status != FUHE_STATUS_OK) {
        return;
    }
    if (table != NULL && table->in_cell && !table->is_layout) {
        fuhe_text_builder_add(&table->text, text);
        return;
    }
    if (reading->paragraph.length == 0) {
        if (fuhe_text_trim(text).length == 0) {
            return;
        }
        reading->paragraph_place = place_now(reading);
    }
    fuhe_text_builder_add(&reading->paragraph, text);
}

/* A new line: what stands before and behind it does not run together. */
static void break_text(struct reading *reading) {
    struct table *table = innermost(reading);

    if (table != NULL && table->in_cell && !table->is_layout) {
        fuhe_text_builder_add(&table->text, FUHE_TEXT(" "));
    } else {
        end_paragraph(reading);
    }
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

static void end_cell(struct reading *reading, struct table *table) {
    if (!table->in_cell) {
        return;
    }
    table->in_cell = false;
    if (table->is_layout) {
        end_paragraph(reading);
        return;
    }
    collapse(&table->text, fuhe_text_builder_text(&table->text));
    table->cell.text = fuhe_text_builder_text(&table->text);
    keep(reading, table->text.failed
                      ? fuhe_error_set(reading->err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL)
                      : fuhe_grid_add(&table->grid, &table->cell, reading->err));
    table->text.length = 0;
}

static void begin_row(struct reading *reading, struct table *table) {
    end_cell(reading, table);
    table->in_row = true;
    fuhe_grid_begin_row(&table->grid);
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

static void begin_cell(struct reading *reading, struct table *table, const xmlChar **attributes) {
    const uint32_t columns = number_of(attributes, "colspan", 1, COLUMN_SPAN_MAX);

    if (!table->in_row) {
        begin_row(reading, table);
    }
    end_cell(reading, table);
    table->in_cell = true;
    table->cell = (struct fuhe_grid_cell){.place = place_now(reading),
                                          .row_span = number_of(attributes, "rowspan", 1, ROW_SPAN_MAX),
                                          .column_span = columns == 0 ? 1 : columns};
}

/* The text that the cells of a table have is given back as paragraphs. */
static void make_layout(struct reading *reading, struct table *table) {
    for (size_t i = 0; i < table->grid.grid.cell_count; i++) {
        const struct fuhe_grid_cell *cell = &table->grid.grid.cells[i];
        keep(reading, fuhe_intake_document_add_text(reading->document, cell->text, cell->place, reading->err));
    }
    reading->document->cell_count -= table->grid.grid.cell_count;
    table->grid.grid.cell_count = 0;
    table->is_layout = true;
    reading->paragraph_place = table->cell.place;
    fuhe_text_builder_add(&reading->paragraph, fuhe_text_builder_text(&table->text));
    table->text.length = 0;
    end_paragraph(reading);
}

static void begin_table(struct reading *reading) {
    struct table *around = innermost(reading);

    if (reading->table_count == FUHE_LIMIT_TABLE_DEPTH) {
        fail(reading, fuhe_error_set(reading->err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_TABLES, "17", "16"));
        fuhe_error_set_place(reading->err, place_now(reading).line, 0);
        return;
    }
    end_paragraph(reading);
    if (around != NULL && !around->is_layout && around->grid.grid.columns <= LAYOUT_COLUMNS_MAX) {
        make_layout(reading, around);
    }
    struct table *table = &reading->tables[reading->table_count++];
    table->in_cell = table->in_row = table->is_layout = false;
    table->text.length = 0;
    fuhe_grid_begin(&table->grid, reading->document, place_now(reading));
}

static void end_table(struct reading *reading) {
    struct table *table = innermost(reading);

    if (table == NULL) {
        return;
    }
    end_cell(reading, table);
    reading->table_count--;
    if (reading->status == FUHE_STATUS_OK) {
        keep(reading, fuhe_grid_end(&table->grid, reading->err));
    }
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

/* What readers see apart from the rest must not run into it: 30 crossed out before 20 is not 3020, and 20 with the
 * number of a note is not 201. A space makes such a figure doubtful. */
static bool parts_text(const struct table *table, const xmlChar *name, const xmlChar **attributes) {
    if (table == NULL || !table->in_cell || table->is_layout) {
        return false;
    }
    if (is_one_of(name, raised_elements)) {
        const fuhe_text before = fuhe_text_builder_text(&table->text);
        return before.length > 0 && before.bytes[before.length - 1] >= '0' && before.bytes[before.length - 1] <= '9';
    }
    return is_one_of(name, crossed_elements) || is_hidden(attributes);
}

static void begin_element(void *context, const xmlChar *name, const xmlChar **attributes) {
    struct reading *reading = context;
    struct table *table = innermost(reading);

    if (reading->status != FUHE_STATUS_OK) {
        return;
    }
    if (++reading->depth > DEPTH_MAX) {
        fail(reading, fuhe_error_set(reading->err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_DEPTH, "513", "512"));
        fuhe_error_set_place(reading->err, place_now(reading).line, 0);
    } else if (is_one_of(name, hidden_elements)) {
        reading->hidden++;
    } else if (is_one_of(name, breaking_elements)) {
        break_text(reading);
    } else if (is_one_of(name, table_elements)) {
        begin_table(reading);
    } else if (table != NULL && is_one_of(name, row_elements)) {
        begin_row(reading, table);
    } else if (table != NULL && is_one_of(name, cell_elements)) {
        begin_cell(reading, table, attributes);
    } else if (reading->parted == 0 && parts_text(table, name, attributes)) {
        reading->parted = reading->depth;
        break_text(reading);
    }
}

static void end_element(void *context, const xmlChar *name) {
    struct reading *reading = context;
    struct table *table = innermost(reading);

    if (reading->status != FUHE_STATUS_OK) {
        return;
    }
    if (reading->parted > 0 && reading->depth <= reading->parted) {
        reading->parted = 0;
        break_text(reading);
    }
    reading->depth -= reading->depth > 0;
    if (is_one_of(name, hidden_elements)) {
        reading->hidden -= reading->hidden > 0;
    } else if (is_one_of(name, breaking_elements)) {
        break_text(reading);
    } else if (is_one_of(name, table_elements)) {
        end_table(reading);
    } else if (table != NULL && is_one_of(name, row_elements)) {
        end_cell(reading, table);
        table->in_row = false;
    } else if (table != NULL && is_one_of(name, cell_elements)) {
        end_cell(reading, table);
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
    while (reading->status == FUHE_STATUS_OK && reading->table_count > 0) {
        end_table(reading);
    }
    if (reading->status == FUHE_STATUS_OK) {
        end_paragraph(reading);
    }
    htmlFreeParserCtxt(parser);
}

static enum fuhe_status read_document(fuhe_text bytes, struct fuhe_intake_document *document, struct fuhe_error *err) {
    struct reading reading = {.document = document, .err = err};
    fuhe_text text = {NULL, 0};

    FUHE_TRY(fuhe_decode(bytes, document->arena, &text, err));
    if (text.length > 0) {
        xmlStructuredErrorFunc heard_by = xmlStructuredError;
        void *heard_with = xmlStructuredErrorContext;
        xmlSetStructuredErrorFunc(NULL, hear_error);
        parse(&reading, text);
        xmlSetStructuredErrorFunc(heard_with, heard_by);
    }
    for (size_t i = 0; i < FUHE_LIMIT_TABLE_DEPTH; i++) {
        fuhe_text_builder_release(&reading.tables[i].text);
    }
    fuhe_text_builder_release(&reading.paragraph);
    return reading.status;
}

/* A page begins with a tag; a text with a table of HTML in it may begin with anything, but has no rows of bars then. */
/* Whether a tag of that name begins anywhere: "<p" is not the beginning of "<project>". */
static bool has_tag(fuhe_text text, const char *name) {
    const size_t length = strlen(name);

    for (size_t at = 0; at + length < text.length; at++) {
        const char *opening = memchr(text.bytes + at, '<', text.length - length - at);
        if (opening == NULL) {
            return false;
        }
        at = (size_t)(opening - text.bytes);
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

static bool recognises(fuhe_text bytes) {
    const fuhe_text body = fuhe_text_trim(bytes);
    const fuhe_text head = {body.bytes, body.length < 65536 ? body.length : 65536};

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
