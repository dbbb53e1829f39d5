/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_XML_FORM_DUMP_H
#define FUHE_TESTS_XML_FORM_DUMP_H

/* Reads a document from memory and prints all that it holds, a cell a line, so that tests compare texts:
 *
 *     form 1:1
 *     @id 1:40 =hotline
 *     project 2:12 =热线        "=" a text, "~" a blank cell; an absent one is not printed
 *     error doctype 3:1 [found] [expected]
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xml/form_reader.h"
#include "xml/form_vocabulary.h"

struct dump {
    char *text; /* free it */
    size_t length;
    size_t size;
    bool without_places;
};

__attribute__((format(printf, 2, 3))) static inline void dump_add(struct dump *dump, const char *format, ...) {
    va_list arguments;

    va_start(arguments, format);
    const int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (dump->length + (size_t)length + 1 > dump->size) {
        dump->size = (dump->length + (size_t)length + 1) * 2;
        dump->text = realloc(dump->text, dump->size);
        if (dump->text == NULL) {
            abort();
        }
    }
    va_start(arguments, format);
    vsnprintf(dump->text + dump->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    dump->length += (size_t)length;
}

static inline void dump_place(struct dump *dump, struct fuhe_place place) {
    if (!dump->without_places) {
        dump_add(dump, " %u:%u", place.line, place.column);
    }
}

static inline void dump_cell(struct dump *dump, const char *prefix, const char *name, const struct fuhe_cell *cell) {
    if (cell->state != FUHE_CELL_ABSENT) {
        dump_add(dump, "%s%s", prefix, name);
        dump_place(dump, cell->place);
        dump_add(dump, " %s%.*s\n", cell->state == FUHE_CELL_BLANK ? "~" : "=", (int)cell->text.length,
                 cell->text.bytes == NULL ? "" : cell->text.bytes);
    }
}

static inline void dump_cells(struct dump *dump, const struct fuhe_sax_attribute *cells, const void *record) {
    for (; cells->name != NULL; cells++) {
        dump_cell(dump, "@", cells->name, (const struct fuhe_cell *)(const void *)((const char *)record + cells->cell));
    }
}

static inline void dump_start(struct dump *dump, const char *name, struct fuhe_place place) {
    dump_add(dump, "%s", name);
    dump_place(dump, place);
    dump_add(dump, "\n");
}

static inline void dump_oddities(struct dump *dump, const struct fuhe_oddity *oddities, size_t count) {
    static const char *const kinds[] = {"unknown-element", "unknown-attribute",  "repeated-element", "stray-text",
                                        "hidden-sheets",   "embedded-documents", "text-boxes"};

    for (size_t i = 0; i < count && !dump->without_places; i++) {
        dump_add(dump, "%s %u:%u %.*s\n", kinds[oddities[i].kind], oddities[i].place.line, oddities[i].place.column,
                 (int)oddities[i].name.length, oddities[i].name.bytes);
    }
}

static inline void dump_indicator(struct dump *dump, const struct fuhe_indicator *indicator) {
    dump_start(dump, "indicator", indicator->place);
    dump_cells(dump, fuhe_indicator_cells, indicator);
    dump_cell(dump, "", "target", &indicator->target);
    dump_cells(dump, fuhe_target_cells, indicator);
    dump_cell(dump, "", "actual", &indicator->actual);
    dump_cell(dump, "", "reason", &indicator->reason);
    dump_cells(dump, fuhe_reviewed_cells, indicator);
}

/* A sink, with a struct dump as its context. */
static inline enum fuhe_status dump_form(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    struct dump *dump = context;

    (void)arena;
    dump_start(dump, "form", form->place);
    dump_cells(dump, fuhe_form_cells, form);
    dump_cell(dump, "", "project", &form->project);
    dump_cell(dump, "", "department", &form->department);
    dump_cell(dump, "", "unit", &form->unit);
    dump_cells(dump, fuhe_funds_cells, form);
    for (size_t i = 0; i < form->fund_count; i++) {
        dump_start(dump, "fund", form->funds[i].place);
        dump_cells(dump, fuhe_fund_cells, &form->funds[i]);
    }
    dump_cell(dump, "", "expected", &form->goal_expected);
    dump_cell(dump, "", "achieved", &form->goal_achieved);
    for (size_t i = 0; i < form->indicator_count; i++) {
        dump_indicator(dump, &form->indicators[i]);
    }
    if (form->has_total) {
        dump_add(dump, "total\n");
        dump_cells(dump, fuhe_total_cells, form);
    }
    if (form->disclosed.present) {
        dump_start(dump, "disclosed", form->disclosed.place);
        dump_cells(dump, fuhe_disclosed_cells, &form->disclosed);
        dump_cell(dump, "", "text", &form->disclosed.text);
    }
    for (size_t i = 0; i < form->doubt_count; i++) {
        dump_start(dump, "doubt", form->doubts[i].place);
        dump_cells(dump, fuhe_doubt_cells, &form->doubts[i]);
    }
    dump_oddities(dump, form->oddities, form->oddity_count);
    return FUHE_STATUS_OK;
}

static inline void dump_document(struct dump *dump, const struct fuhe_document *document) {
    dump_cells(dump, fuhe_forms_cells, document);
    if (document->statement.present) {
        dump_start(dump, "statement", document->statement.place);
        dump_cells(dump, fuhe_statement_cells, &document->statement);
    }
    dump_oddities(dump, document->oddities, document->oddity_count);
}

static inline void dump_error(struct dump *dump, const struct fuhe_error *error) {
    dump_add(dump, "error %s", fuhe_problem_name(error->problem));
    dump_place(dump, (struct fuhe_place){error->line, error->column, 0});
    dump_add(dump, " [%s] [%s]\n", error->found, error->expected);
}

/* Reads bytes in pieces of at most `chunk` (0: no limit) and adds all to dump. */
static inline enum fuhe_status dump_read(struct dump *dump, struct fuhe_form_reader *reader, fuhe_text bytes,
                                         size_t chunk) {
    struct fuhe_memory_input memory = {bytes.bytes, bytes.length, 0, chunk};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    const struct fuhe_form_sink sink = {dump_form, dump};
    struct fuhe_document document;
    struct fuhe_error error = {0};
    const enum fuhe_status status = fuhe_form_reader_read(reader, &input, &sink, &document, &error);

    dump_document(dump, &document);
    if (status != FUHE_STATUS_OK) {
        dump_error(dump, &error);
    }
    dump_add(dump, "%s", "");
    return status;
}

/* A file of the tree as one text; its bytes are to be freed. */
static inline fuhe_text dump_load(const char *path) {
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(1 << 20);

    if (file == NULL || bytes == NULL) {
        fprintf(stderr, "cannot load %s\n", path);
        abort();
    }
    const size_t length = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return (fuhe_text){bytes, length};
}

#endif
