/* SPDX-License-Identifier: Apache-2.0 */
/* Answers the parser: follows the vocabulary from element to element, stores cells with their places, and refuses what
 * no document of ours may hold. */
#include <stdio.h>
#include <string.h>

#include "xml/sax_machine_private.h"
#include "xml/start_tag.h"

/* Takes over the status of a function of the vocabulary; false when it failed. */
static bool accept(struct fuhe_sax_machine *machine, enum fuhe_status status, struct fuhe_place place) {
    if (status == FUHE_STATUS_OK) {
        return true;
    }
    machine->status = status;
    machine->error.status = status;
    if (status == FUHE_STATUS_NO_MEMORY) {
        machine->error.problem = FUHE_PROBLEM_NO_MEMORY;
    }
    if (machine->error.line == 0) {
        fuhe_error_set_place(&machine->error, place.line, place.column);
    }
    xmlStopParser(machine->parser);
    return false;
}

/* --- elements --- */

/* Tells the reader of something unknown; false when it ends the reading. */
static bool tell_odd(struct fuhe_sax_machine *machine, enum fuhe_oddity_kind kind, struct fuhe_place place,
                     fuhe_text name) {
    const struct fuhe_sax_element *element = &machine->open[machine->depth];
    const struct fuhe_sax_oddity oddity = {kind, place, name, fuhe_sax_element_name(element)};
    return accept(machine, machine->vocabulary->odd(machine->reader, &element->frame, &oddity, &machine->error), place);
}

static fuhe_text text_of_name(const xmlChar *name) {
    return fuhe_text_of((const char *)name);
}

static void refuse_root(struct fuhe_sax_machine *machine, const xmlChar *name, struct fuhe_place place) {
    const struct fuhe_sax_vocabulary *vocabulary = machine->vocabulary;
    char expected[128] = "";

    for (size_t i = 0; i < vocabulary->row_count; i++) {
        if (vocabulary->rows[i].parent == FUHE_SAX_DOCUMENT) {
            const size_t used = strlen(expected);
            snprintf(expected + used, sizeof expected - used, "%s%s", used > 0 ? ", " : "",
                     vocabulary->rows[i].element);
        }
    }
    fuhe_sax_refuse(machine, FUHE_PROBLEM_ROOT, (const char *)name, expected, place);
}

/* The row of an element that may stand here, else NULL after saying what is wrong with it. */
static const struct fuhe_sax_row *find_row(struct fuhe_sax_machine *machine, const xmlChar *name, const xmlChar *uri,
                                           struct fuhe_place place) {
    struct fuhe_sax_element *parent = &machine->open[machine->depth];
    const unsigned state = parent->row == NULL ? FUHE_SAX_DOCUMENT : parent->row->self;
    const bool is_ours = uri == machine->names.namespace_name;
    unsigned place_in_state = 0;
    const struct fuhe_sax_row *row = fuhe_vocabulary_find_row(&machine->names, state, name, &place_in_state);

    if (machine->depth == 0 && row == NULL) {
        refuse_root(machine, name, place);
        return NULL;
    }
    if (machine->depth == 0 && !is_ours) {
        fuhe_sax_refuse(machine, FUHE_PROBLEM_NAMESPACE, uri == NULL ? "" : (const char *)uri,
                        machine->vocabulary->namespace_name, place);
        return NULL;
    }
    if (row == NULL || !is_ours) {
        tell_odd(machine, FUHE_ODDITY_UNKNOWN_ELEMENT, place, text_of_name(name));
        return NULL;
    }
    const uint64_t bit = (uint64_t)1 << place_in_state;
    if (!row->repeats && (parent->seen & bit) != 0) {
        tell_odd(machine, FUHE_ODDITY_REPEATED_ELEMENT, place, text_of_name(name));
        return NULL;
    }
    parent->seen |= bit;
    machine->has_root = true;
    return row;
}

/* Copies a text into a cell; false when memory is out. */
static bool store_cell(struct fuhe_sax_machine *machine, const struct fuhe_sax_frame *frame, size_t offset,
                       fuhe_text text, struct fuhe_place place) {
    struct fuhe_cell *cell = (struct fuhe_cell *)(void *)((char *)frame->record + offset);
    const fuhe_text trimmed = fuhe_text_trim(text);

    cell->place = place;
    cell->state = trimmed.length == 0 ? FUHE_CELL_BLANK : FUHE_CELL_TEXT;
    if (trimmed.length > 0 && fuhe_arena_copy(frame->arena, trimmed, &cell->text) != FUHE_STATUS_OK) {
        return accept(machine, FUHE_STATUS_NO_MEMORY, place);
    }
    return true;
}

/* The start tag that is being answered, and how far its written form has been walked through. */
struct written_tag {
    fuhe_text raw;
    struct fuhe_start_tag walk;          /* begun when it is first needed */
    struct fuhe_raw_attribute attribute; /* the one walked to last */
    size_t walked;
    size_t offset; /* of the tag */
    size_t next;   /* the attribute of the vocabulary that is likely to come next */
};

/* Finds attribute `index` (not below the last one asked for) in the written tag. */
static bool walk_to(struct written_tag *tag, size_t index) {
    if (tag->walked == 0) {
        tag->walk = fuhe_start_tag_begin(tag->raw);
    }
    while (tag->walked <= index) {
        if (!fuhe_start_tag_next(&tag->walk, &tag->attribute)) {
            return false;
        }
        tag->walked++;
    }
    return true;
}

/* Attributes of XML itself and of schema locations, which any document may carry. */
static bool is_foreign(const struct fuhe_sax_machine *machine, const xmlChar *uri) {
    return uri != NULL && (uri == machine->foreign_namespaces[0] || uri == machine->foreign_namespaces[1]);
}

/* The attribute of the vocabulary, NULL for one to be passed over and for one that is not known. */
static const struct fuhe_sax_attribute *find_attribute(const struct fuhe_sax_machine *machine, const xmlChar **five,
                                                       size_t *next, bool *is_odd) {
    const struct fuhe_sax_attribute *known = NULL;

    if (five[1] == NULL) {
        known = fuhe_vocabulary_find_attribute(&machine->names, machine->open[machine->depth].row, five[0], next);
    }
    *is_odd = known == NULL && !is_foreign(machine, five[2]);
    return known;
}

/* Stores one attribute of the innermost element, as the parser hands it over: name, prefix, URI, value, end of value.
 * false when the reading ends. */
static bool store_attribute(struct fuhe_sax_machine *machine, const xmlChar **five, size_t index,
                            struct written_tag *tag) {
    bool is_odd;
    const struct fuhe_sax_attribute *known = find_attribute(machine, five, &tag->next, &is_odd);
    fuhe_text value;
    size_t offset;

    if (known == NULL && !is_odd) {
        return true;
    }
    if (known != NULL && fuhe_sax_lift(machine, five[3], (size_t)(five[4] - five[3]), &value, &offset)) {
        return store_cell(machine, &machine->open[machine->depth].frame, known->cell, value,
                          fuhe_window_place(&machine->window, offset));
    }
    if (!walk_to(tag, index)) {
        return false;
    }
    if (is_odd) {
        return tell_odd(machine, FUHE_ODDITY_UNKNOWN_ATTRIBUTE,
                        fuhe_window_place(&machine->window, tag->offset + tag->attribute.name), text_of_name(five[0]));
    }
    return store_cell(machine, &machine->open[machine->depth].frame, known->cell, value,
                      fuhe_window_place(&machine->window, tag->offset + tag->attribute.value));
}

static void store_attributes(struct fuhe_sax_machine *machine, const xmlChar **attributes, size_t count,
                             size_t tag_offset, fuhe_text raw) {
    struct written_tag tag = {.raw = raw, .offset = tag_offset};

    for (size_t i = 0; i < count && store_attribute(machine, attributes + 5 * i, i, &tag); i++) {
    }
}

/* Opens an element of a known row; false when the reading ends. */
static bool push_element(struct fuhe_sax_machine *machine, const struct fuhe_sax_row *row, struct fuhe_place place) {
    const struct fuhe_sax_frame *parent = &machine->open[machine->depth].frame;
    struct fuhe_sax_element *element = &machine->open[++machine->depth];

    *element = (struct fuhe_sax_element){{place, parent->record, parent->arena, row->self}, row, 0, false};
    if (row->keeps_text) {
        machine->text_length = 0;
        machine->text_place = place;
        machine->text_begun = false;
    }
    if (row->open == NULL) {
        return true;
    }
    return accept(machine, row->open(machine->reader, &element->frame, &machine->error), place);
}

/* Where the tag begins that ends at an offset: nothing but white space can stand before it since the last event. */
static size_t find_tag(const struct fuhe_sax_machine *machine, size_t end) {
    const fuhe_text since = fuhe_window_between(&machine->window, machine->event_end, end);

    if (since.length > 0 && since.bytes[0] == '<') {
        return machine->event_end;
    }
    const char *opening = memchr(since.bytes, '<', since.length);
    return opening == NULL ? end : machine->event_end + (size_t)(opening - since.bytes);
}

static void on_start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                             int namespace_count, const xmlChar **namespaces, int attribute_count, int default_count,
                             const xmlChar **attributes) {
    struct fuhe_sax_machine *machine = context;

    (void)prefix, (void)namespace_count, (void)namespaces, (void)default_count;
    if (fuhe_sax_has_failed(machine)) {
        return;
    }
    const size_t end = fuhe_sax_parser_offset(machine);
    const size_t tag_offset = find_tag(machine, end);
    const struct fuhe_place place = fuhe_window_place(&machine->window, tag_offset);
    machine->event_end = end + 1;
    if (end - tag_offset > FUHE_LIMIT_TAG_BYTES) {
        fuhe_sax_refuse_limit(machine, FUHE_PROBLEM_LIMIT_TAG, FUHE_LIMIT_TAG_BYTES, place);
        return;
    }
    if (machine->depth + machine->skipped == FUHE_LIMIT_DEPTH) {
        fuhe_sax_refuse_limit(machine, FUHE_PROBLEM_LIMIT_DEPTH, FUHE_LIMIT_DEPTH, place);
        return;
    }
    const struct fuhe_sax_row *row = machine->skipped > 0 ? NULL : find_row(machine, name, uri, place);
    if (row == NULL) {
        machine->skipped++;
        return;
    }
    if (push_element(machine, row, place) && attribute_count > 0) {
        store_attributes(machine, attributes, (size_t)attribute_count, tag_offset,
                         fuhe_window_between(&machine->window, tag_offset, end));
    }
}

static void on_end_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    struct fuhe_sax_machine *machine = context;
    struct fuhe_sax_element *element = &machine->open[machine->depth];

    (void)name, (void)prefix, (void)uri;
    if (fuhe_sax_has_failed(machine)) {
        return;
    }
    machine->event_end = fuhe_sax_parser_offset(machine);
    if (machine->skipped > 0) {
        machine->skipped--;
        return;
    }
    const struct fuhe_sax_row *row = element->row;
    const fuhe_text text = {machine->text, machine->text_length};
    if (row->keeps_text && !store_cell(machine, &element->frame, row->text, text, machine->text_place)) {
        return;
    }
    if (row->close != NULL) {
        accept(machine, row->close(machine->reader, &element->frame, &machine->error), element->frame.place);
    }
    machine->depth--;
}

/* --- text --- */

/* The written form of a piece of text, and what it says: a piece that the parser has made itself has been taken from
 * what lies behind the last event. */
static fuhe_text raw_of_piece(struct fuhe_sax_machine *machine, const xmlChar *bytes, size_t length, fuhe_text *piece) {
    size_t offset;

    if (fuhe_sax_lift(machine, bytes, length, piece, &offset)) {
        return *piece;
    }
    return fuhe_window_between(&machine->window, machine->event_end, fuhe_sax_parser_offset(machine));
}

static size_t window_offset(const struct fuhe_sax_machine *machine, const char *bytes) {
    return machine->window.offset + (size_t)(bytes - machine->window.bytes);
}

/* Where a piece of text that is not all white begins: behind the white space, and behind the end of CDATA before it. */
static struct fuhe_place text_start(struct fuhe_sax_machine *machine, fuhe_text raw) {
    const fuhe_text closing = FUHE_TEXT("]]>");

    if (fuhe_text_starts_with(raw, closing)) {
        raw = fuhe_text_from(raw, closing.length);
    }
    const fuhe_text trimmed = fuhe_text_trim(raw);
    return fuhe_window_place(&machine->window, window_offset(machine, trimmed.length > 0 ? trimmed.bytes : raw.bytes));
}

static void keep_text(struct fuhe_sax_machine *machine, fuhe_text piece) {
    if (machine->text_length + piece.length > sizeof machine->text) {
        fuhe_sax_refuse_limit(machine, FUHE_PROBLEM_LIMIT_TEXT, sizeof machine->text, machine->text_place);
        return;
    }
    memcpy(machine->text + machine->text_length, piece.bytes, piece.length);
    machine->text_length += piece.length;
}

/* Most text is the white space of indentation, most other text begins with a visible ASCII or Chinese character. */
static bool is_white(fuhe_text text) {
    size_t offset = 0;

    while (offset < text.length && (text.bytes[offset] == ' ' || text.bytes[offset] == '\n')) {
        offset++;
    }
    return offset == text.length || fuhe_text_trim(fuhe_text_from(text, offset)).length == 0;
}

static void take_text(struct fuhe_sax_machine *machine, fuhe_text piece, fuhe_text raw) {
    struct fuhe_sax_element *element = &machine->open[machine->depth];

    if (!element->row->keeps_text) {
        if (!is_white(piece) && !element->told_stray_text) {
            element->told_stray_text = true;
            tell_odd(machine, FUHE_ODDITY_STRAY_TEXT, text_start(machine, raw), fuhe_text_of(element->row->element));
        }
        return;
    }
    if (!machine->text_begun && !is_white(piece)) {
        machine->text_begun = true;
        machine->text_place = text_start(machine, raw);
    }
    keep_text(machine, piece);
}

static void on_text(void *context, const xmlChar *bytes, int length) {
    struct fuhe_sax_machine *machine = context;

    if (fuhe_sax_has_failed(machine)) {
        return;
    }
    fuhe_text piece;
    const fuhe_text raw = raw_of_piece(machine, bytes, (size_t)length, &piece);
    machine->event_end = window_offset(machine, raw.bytes) + raw.length;
    if (machine->skipped == 0 && machine->depth > 0) {
        take_text(machine, piece, raw);
    }
}

/* The parser hands out CDATA that has not ended yet in pieces, as many as there were chunks: a section has the limit of
 * a tag, so that the outcome does not depend on them. */
static void on_cdata(void *context, const xmlChar *bytes, int length) {
    struct fuhe_sax_machine *machine = context;

    if (fuhe_sax_has_failed(machine)) {
        return;
    }
    fuhe_text piece;
    const fuhe_text raw = raw_of_piece(machine, bytes, (size_t)length, &piece);
    const size_t start = window_offset(machine, raw.bytes);
    if (start != machine->cdata_end) {
        machine->cdata_start = start;
        machine->cdata_place = fuhe_window_place(&machine->window, start);
    }
    machine->cdata_end = start + raw.length;
    if (machine->cdata_end - machine->cdata_start > FUHE_LIMIT_TAG_BYTES) {
        fuhe_sax_refuse_limit(machine, FUHE_PROBLEM_LIMIT_TAG, FUHE_LIMIT_TAG_BYTES, machine->cdata_place);
        return;
    }
    on_text(context, bytes, length);
}

/* --- everything else --- */

/* Behind a comment, an instruction or the XML declaration. */
static void pass_markup(struct fuhe_sax_machine *machine) {
    if (fuhe_sax_has_failed(machine)) {
        return;
    }
    const size_t end = fuhe_sax_parser_offset(machine);
    if (end - machine->event_end > FUHE_LIMIT_TAG_BYTES) {
        fuhe_sax_refuse_limit(machine, FUHE_PROBLEM_LIMIT_TAG, FUHE_LIMIT_TAG_BYTES,
                              fuhe_window_place(&machine->window, machine->event_end));
    }
    machine->event_end = end;
}

static void on_comment(void *context, const xmlChar *text) {
    (void)text;
    pass_markup(context);
}

static void on_instruction(void *context, const xmlChar *target, const xmlChar *data) {
    (void)target, (void)data;
    pass_markup(context);
}

static void on_start_document(void *context) {
    pass_markup(context);
}

/* A DOCTYPE is the door to entities, default values and files elsewhere; a form needs none of them. */
static void on_doctype(void *context, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id) {
    struct fuhe_sax_machine *machine = context;

    (void)external_id, (void)system_id;
    if (!fuhe_sax_has_failed(machine)) {
        const size_t offset = find_tag(machine, fuhe_sax_parser_offset(machine));
        fuhe_sax_refuse(machine, FUHE_PROBLEM_DOCTYPE, (const char *)name, NULL,
                        fuhe_window_place(&machine->window, offset));
    }
}

/* --- the table for the parser --- */

const xmlSAXHandler fuhe_sax_handlers = {
    .internalSubset = on_doctype,
    .startDocument = on_start_document,
    .startElementNs = on_start_element,
    .endElementNs = on_end_element,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .cdataBlock = on_cdata,
    .comment = on_comment,
    .processingInstruction = on_instruction,
    .serror = fuhe_sax_on_error,
    .initialized = XML_SAX2_MAGIC,
};
