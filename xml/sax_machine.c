/* SPDX-License-Identifier: Apache-2.0 */
/* Owns the parser. Bytes go from the decoder through a window to the parser's push interface; the window keeps what
 * the parser has not taken yet, so that at each event the written form of a tag or text is at hand to find its place;
 * what is pushed is its shadow, and texts and values are taken from the window.
 * Offsets come from the parser: it stands right behind what an event is about ('>' of a start tag excepted). */
#include <stdio.h>
#include <stdlib.h>

#include "xml/sax_machine_private.h"

enum {
    DICTIONARY_BYTES_KEPT = 1 << 20 /* names of foreign elements must not pile up over many documents */
};

bool fuhe_sax_lift(const struct fuhe_sax_machine *machine, const xmlChar *bytes, size_t length, fuhe_text *text,
                   size_t *offset) {
    const xmlParserInput *input = machine->parser->input;
    const bool is_shadow = (uintptr_t)bytes >= (uintptr_t)input->base && (uintptr_t)bytes < (uintptr_t)input->end;

    if (is_shadow) {
        *offset = input->consumed + (size_t)(bytes - input->base);
        *text = fuhe_window_between(&machine->window, *offset, *offset + length);
    } else {
        *text = (fuhe_text){(const char *)bytes, length};
    }
    return is_shadow;
}

void fuhe_sax_fail(struct fuhe_sax_machine *machine, enum fuhe_status status, enum fuhe_problem problem,
                   const char *found, const char *expected) {
    machine->status = fuhe_error_set(&machine->error, status, problem, found, expected);
}

void fuhe_sax_refuse(struct fuhe_sax_machine *machine, enum fuhe_problem problem, const char *found,
                     const char *expected, struct fuhe_place place) {
    fuhe_sax_fail(machine, FUHE_STATUS_UNREADABLE, problem, found, expected);
    fuhe_error_set_place(&machine->error, place.line, place.column);
    xmlStopParser(machine->parser);
}

void fuhe_sax_refuse_limit(struct fuhe_sax_machine *machine, enum fuhe_problem problem, size_t limit,
                           struct fuhe_place place) {
    char found[24];
    char expected[24];

    snprintf(found, sizeof found, "%zu", limit + 1);
    snprintf(expected, sizeof expected, "%zu", limit);
    fuhe_sax_refuse(machine, problem, found, expected, place);
}

void fuhe_sax_fail_memory(struct fuhe_sax_machine *machine) {
    fuhe_sax_fail(machine, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

/* --- the parser --- */

static void drop_parser(struct fuhe_sax_machine *machine) {
    fuhe_vocabulary_names_release(&machine->names);
    xmlFreeParserCtxt(machine->parser);
    machine->parser = NULL;
}

static bool new_parser(struct fuhe_sax_machine *machine) {
    xmlSAXHandler copy = fuhe_sax_handlers;

    machine->parser = xmlCreatePushParserCtxt(&copy, machine, NULL, 0, NULL);
    if (machine->parser == NULL) {
        return false;
    }
    const xmlDictPtr dictionary = machine->parser->dict;
    static const char schema_instance[] = "http://www.w3.org/2001/XMLSchema-instance";
    machine->foreign_namespaces[0] = xmlDictLookup(dictionary, XML_XML_NAMESPACE, -1);
    machine->foreign_namespaces[1] = xmlDictLookup(dictionary, (const xmlChar *)schema_instance, -1);
    return machine->foreign_namespaces[0] != NULL && machine->foreign_namespaces[1] != NULL &&
           fuhe_vocabulary_names_init(&machine->names, machine->vocabulary, dictionary);
}

/* Makes the parser ready for a document; false when memory is out. */
static bool ready_parser(struct fuhe_sax_machine *machine) {
    if (machine->parser != NULL && xmlDictGetUsage(machine->parser->dict) > DICTIONARY_BYTES_KEPT) {
        drop_parser(machine);
    }
    const bool is_ready =
        machine->parser == NULL ? new_parser(machine) : xmlCtxtResetPush(machine->parser, NULL, 0, NULL, NULL) == 0;
    if (is_ready) {
        xmlCtxtUseOptions(machine->parser, XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    }
    return is_ready;
}

/* How far the bytes in the window go. */
enum extent {
    TO_BE_CONTINUED,
    UP_TO_A_FAULT, /* nothing behind them can be read */
    TO_THE_END
};

/* Gives the parser what it has not been given of the window, to the last byte or to the last whole tag, and drops what
 * it has taken. */
static void feed(struct fuhe_sax_machine *machine, enum extent extent) {
    struct fuhe_window *window = &machine->window;
    const fuhe_text fresh = fuhe_window_between(window, machine->given, fuhe_window_end(window));
    const size_t count =
        fuhe_shadow_cast(&machine->shadow, fresh.bytes, fresh.length, extent != TO_BE_CONTINUED, machine->cast);

    machine->given += count;
    const int code = xmlParseChunk(machine->parser, machine->cast, (int)count, extent == TO_THE_END);
    if (fuhe_sax_has_failed(machine)) {
        return;
    }
    if (code != XML_ERR_OK) {
        fuhe_sax_fail(machine, FUHE_STATUS_INTERNAL, FUHE_PROBLEM_INTERNAL, "xmlParseChunk", NULL);
        return;
    }
    fuhe_window_drop(window, fuhe_sax_parser_offset(machine));
    if (window->length > FUHE_LIMIT_TAG_BYTES) {
        const bool in_cdata = window->offset > 0 && window->offset == machine->cdata_end;
        fuhe_sax_refuse_limit(machine, FUHE_PROBLEM_LIMIT_TAG, FUHE_LIMIT_TAG_BYTES,
                              in_cdata ? machine->cdata_place : window->cursor.place);
    }
    if (machine->event_end < window->offset) {
        machine->event_end = window->offset;
    }
}

/* A fault of the bytes themselves stands behind all that could be decoded: what that has to say comes first. */
static void fail_decoding(struct fuhe_sax_machine *machine, const struct fuhe_error *fault) {
    feed(machine, UP_TO_A_FAULT);
    if (fuhe_sax_has_failed(machine)) {
        return;
    }
    machine->status = fault->status;
    machine->error = *fault;
    if (fault->problem == FUHE_PROBLEM_BYTES || fault->problem == FUHE_PROBLEM_NOT_XML) {
        const struct fuhe_place place = fuhe_window_place(&machine->window, fuhe_window_end(&machine->window));
        fuhe_error_set_place(&machine->error, place.line, place.column);
    }
}

/* Reads on until the window has a chunk more or the document ends: whatever pieces the bytes come in, the parser sees
 * the same ones, and learns with the last that it is the last. */
static enum fuhe_status fill(struct fuhe_sax_machine *machine, bool *ended, struct fuhe_error *fault) {
    struct fuhe_window *window = &machine->window;
    const size_t full = window->length + FUHE_WINDOW_CHUNK;
    size_t count;

    do {
        FUHE_TRY(
            fuhe_decoder_read(&machine->decoder, window->bytes + window->length, full - window->length, &count, fault));
        window->length += count;
    } while (count > 0 && full - window->length >= FUHE_DECODER_SIZE_MIN);
    *ended = count == 0;
    return FUHE_STATUS_OK;
}

static void parse_document(struct fuhe_sax_machine *machine) {
    struct fuhe_error fault = {0};
    bool ended = false;

    while (!ended && !fuhe_sax_has_failed(machine)) {
        fault.status = fill(machine, &ended, &fault);
        if (fault.status != FUHE_STATUS_OK) {
            fail_decoding(machine, &fault);
        } else if (fuhe_window_end(&machine->window) == 0) {
            fuhe_sax_fail(machine, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_EMPTY, NULL, NULL);
        } else {
            feed(machine, ended ? TO_THE_END : TO_BE_CONTINUED);
        }
    }
}

static void begin_document(struct fuhe_sax_machine *machine, const struct fuhe_input *input, void *reader,
                           const struct fuhe_sax_frame *root) {
    fuhe_decoder_begin(&machine->decoder, input);
    fuhe_window_init(&machine->window);
    fuhe_shadow_begin(&machine->shadow);
    if (root->place.line > 0) {
        machine->window.cursor.place = root->place;
    }
    machine->given = 0;
    machine->event_end = 0;
    machine->cdata_start = 0;
    machine->cdata_end = 0;
    machine->reader = reader;
    machine->status = FUHE_STATUS_OK;
    machine->error = (struct fuhe_error){0};
    machine->has_root = false;
    machine->depth = 0;
    machine->skipped = 0;
    machine->open[0] = (struct fuhe_sax_element){*root, NULL, 0, false};
}

enum fuhe_status fuhe_sax_machine_read(struct fuhe_sax_machine *machine, const struct fuhe_input *input, void *reader,
                                       const struct fuhe_sax_frame *root, struct fuhe_error *err) {
    /* Parts of the parser that have no context would print their errors. */
    const xmlStructuredErrorFunc earlier_function = xmlStructuredError;
    void *earlier_context = xmlStructuredErrorContext;

    begin_document(machine, input, reader, root);
    xmlSetStructuredErrorFunc(machine, fuhe_sax_handlers.serror);
    if (ready_parser(machine)) {
        machine->parser->input->line = (int)machine->window.cursor.place.line; /* its messages may name lines */
        parse_document(machine);
    } else {
        fuhe_sax_fail_memory(machine);
    }
    if (machine->status == FUHE_STATUS_NO_MEMORY && machine->parser != NULL) {
        drop_parser(machine);
    }
    xmlSetStructuredErrorFunc(earlier_context, earlier_function);
    if (fuhe_sax_has_failed(machine) && err != NULL) {
        *err = machine->error;
    }
    return machine->status;
}

struct fuhe_sax_machine *fuhe_sax_machine_new(const struct fuhe_sax_vocabulary *vocabulary) {
    struct fuhe_sax_machine *machine = malloc(sizeof *machine);

    if (machine != NULL) {
        xmlInitParser();
        machine->vocabulary = vocabulary;
        machine->parser = NULL;
        machine->names = (struct fuhe_vocabulary_names){0};
        fuhe_decoder_init(&machine->decoder);
    }
    return machine;
}

void fuhe_sax_machine_free(struct fuhe_sax_machine *machine) {
    if (machine != NULL) {
        if (machine->parser != NULL) {
            drop_parser(machine);
        }
        fuhe_decoder_release(&machine->decoder);
        free(machine);
    }
}
