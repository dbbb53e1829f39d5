/* SPDX-License-Identifier: Apache-2.0 */
/* The vocabulary of form documents: which element and attribute fills which cell of the model. A form is handed on at
 * its end tag; its memory is used again for the next. */
#include "xml/form_reader.h"

#include <stdio.h>
#include <stdlib.h>

#include "xml/form_vocabulary.h"

/* Rows that most forms do with. */
enum { FIRST_FUNDS = 4, FIRST_INDICATORS = 16 };

struct fuhe_form_reader {
    struct fuhe_sax_machine *machine;
    struct fuhe_arena *arena;          /* of the form being read */
    struct fuhe_arena *document_arena; /* of what stands around the forms */
    struct fuhe_document document;
    struct fuhe_place root;
    size_t document_oddity_capacity;
    const struct fuhe_form_sink *sink;
    size_t form_count;      /* of this document */
    struct fuhe_form *form; /* NULL between forms */
    size_t fund_capacity;
    size_t indicator_capacity;
    size_t oddity_capacity;
    size_t doubt_capacity;
    struct fuhe_doubt doubt_too_many; /* takes what is not kept */
};

/* --- what an element does beyond filling cells --- */

static enum fuhe_status open_forms(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct fuhe_form_reader *reader = context;

    (void)err;
    reader->root = frame->place;
    reader->document.is_collection = true;
    return FUHE_STATUS_OK;
}

static enum fuhe_status open_statement(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct fuhe_form_reader *reader = context;
    struct fuhe_statement *statement = &reader->document.statement;

    (void)err;
    statement->present = true;
    statement->place = frame->place;
    frame->record = statement;
    return FUHE_STATUS_OK;
}

static enum fuhe_status open_form(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct fuhe_form_reader *reader = context;

    (void)err;
    fuhe_arena_reset(reader->arena);
    reader->fund_capacity = 0;
    reader->indicator_capacity = 0;
    reader->oddity_capacity = 0;
    reader->doubt_capacity = 0;
    reader->form = fuhe_arena_allocate(reader->arena, 1, sizeof *reader->form);
    if (reader->form == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    reader->form->place = frame->place;
    reader->form->document = &reader->document;
    frame->record = reader->form;
    frame->arena = reader->arena;
    return FUHE_STATUS_OK;
}

static enum fuhe_status close_form(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct fuhe_form_reader *reader = context;
    const struct fuhe_form *form = frame->record;

    (void)err;
    reader->form = NULL;
    reader->form_count++;
    return reader->sink->form(reader->sink->context, form, reader->arena);
}

/* Room for one more row; for `first` rows when there are none. */
static enum fuhe_status make_room(struct fuhe_arena *arena, void **rows, size_t count, size_t *capacity, size_t size,
                                  size_t first) {
    if (*capacity > 0) {
        return fuhe_arena_grow(arena, rows, count, capacity, size);
    }
    *rows = fuhe_arena_allocate(arena, first, size);
    *capacity = first;
    return *rows == NULL ? FUHE_STATUS_NO_MEMORY : FUHE_STATUS_OK;
}

static enum fuhe_status open_fund(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct fuhe_form_reader *reader = context;
    struct fuhe_form *form = reader->form;
    void *funds = form->funds;

    if (form->fund_count == FUHE_LIMIT_FUNDS) {
        return fuhe_error_set_limit(err, FUHE_PROBLEM_LIMIT_FUNDS, FUHE_LIMIT_FUNDS + 1, FUHE_LIMIT_FUNDS, "");
    }
    FUHE_TRY(
        make_room(reader->arena, &funds, form->fund_count, &reader->fund_capacity, sizeof *form->funds, FIRST_FUNDS));
    form->funds = funds;
    struct fuhe_fund *fund = &form->funds[form->fund_count++];
    fund->place = frame->place;
    frame->record = fund;
    return FUHE_STATUS_OK;
}

static enum fuhe_status open_indicator(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct fuhe_form_reader *reader = context;
    struct fuhe_form *form = reader->form;
    void *indicators = form->indicators;

    if (form->indicator_count == FUHE_LIMIT_INDICATORS) {
        return fuhe_error_set_limit(err, FUHE_PROBLEM_LIMIT_INDICATORS, FUHE_LIMIT_INDICATORS + 1,
                                    FUHE_LIMIT_INDICATORS, "");
    }
    if (fuhe_arena_size(reader->arena) > FUHE_LIMIT_FORM_BYTES) {
        return fuhe_error_set_limit(err, FUHE_PROBLEM_LIMIT_FORM, FUHE_LIMIT_FORM_BYTES + 1, FUHE_LIMIT_FORM_BYTES, "");
    }
    FUHE_TRY(make_room(reader->arena, &indicators, form->indicator_count, &reader->indicator_capacity,
                       sizeof *form->indicators, FIRST_INDICATORS));
    form->indicators = indicators;
    struct fuhe_indicator *indicator = &form->indicators[form->indicator_count++];
    indicator->place = frame->place;
    frame->record = indicator;
    return FUHE_STATUS_OK;
}

static enum fuhe_status open_doubt(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct fuhe_form_reader *reader = context;
    struct fuhe_form *form = reader->form;
    void *doubts = form->doubts;

    (void)err;
    frame->record = &reader->doubt_too_many;
    if (form->doubt_count == FUHE_LIMIT_DOUBTS) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_arena_grow(reader->arena, &doubts, form->doubt_count, &reader->doubt_capacity, sizeof *form->doubts));
    form->doubts = doubts;
    struct fuhe_doubt *doubt = &form->doubts[form->doubt_count++];
    *doubt = (struct fuhe_doubt){.place = frame->place};
    frame->record = doubt;
    return FUHE_STATUS_OK;
}

static enum fuhe_status open_total(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct fuhe_form *form = frame->record;

    (void)context, (void)err;
    form->has_total = true;
    return FUHE_STATUS_OK;
}

static enum fuhe_status open_disclosed(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct fuhe_form *form = frame->record;

    (void)context, (void)err;
    form->disclosed.present = true;
    form->disclosed.place = frame->place;
    frame->record = &form->disclosed;
    return FUHE_STATUS_OK;
}

/* Keeps an oddity with the form that it stands in, else with the document. */
static enum fuhe_status keep_oddity(void *context, const struct fuhe_sax_frame *parent,
                                    const struct fuhe_sax_oddity *oddity, struct fuhe_error *err) {
    struct fuhe_form_reader *reader = context;
    struct fuhe_form *form = reader->form;
    struct fuhe_arena *arena = form != NULL ? reader->arena : reader->document_arena;
    struct fuhe_oddity **oddities = form != NULL ? &form->oddities : &reader->document.oddities;
    size_t *count = form != NULL ? &form->oddity_count : &reader->document.oddity_count;
    size_t *capacity = form != NULL ? &reader->oddity_capacity : &reader->document_oddity_capacity;
    void *items = *oddities;
    fuhe_text name;

    (void)parent, (void)err;
    if (*count == FUHE_LIMIT_ODDITIES) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_arena_copy(arena, oddity->name, &name));
    FUHE_TRY(fuhe_arena_grow(arena, &items, *count, capacity, sizeof **oddities));
    *oddities = items;
    (*oddities)[(*count)++] = (struct fuhe_oddity){oddity->kind, oddity->place, name};
    return FUHE_STATUS_OK;
}

/* --- the vocabulary --- */

enum state {
    IN_DOCUMENT = FUHE_SAX_DOCUMENT,
    IN_FORMS,
    IN_FORM,
    IN_FUNDS,
    IN_GOAL,
    IN_INDICATORS,
    IN_INDICATOR,
    IN_DOUBTS,
    IN_LEAF /* nothing known stands inside */
};

/* An element that holds a text and nothing else. */
#define TEXT_ROW(state, name, kind, member)                                                                            \
    .parent = (state), .element = (name), .self = IN_LEAF, .keeps_text = true, .text = offsetof(struct kind, member)

static const struct fuhe_sax_row rows[] = {
    {.parent = IN_DOCUMENT, .element = "forms", .self = IN_FORMS, .open = open_forms, .attributes = fuhe_forms_cells},
    {.parent = IN_DOCUMENT,
     .element = "form",
     .self = IN_FORM,
     .open = open_form,
     .close = close_form,
     .attributes = fuhe_form_cells},

    {.parent = IN_FORMS,
     .element = "statement",
     .self = IN_LEAF,
     .open = open_statement,
     .attributes = fuhe_statement_cells},
    {.parent = IN_FORMS,
     .element = "form",
     .self = IN_FORM,
     .repeats = true,
     .open = open_form,
     .close = close_form,
     .attributes = fuhe_form_cells},

    {TEXT_ROW(IN_FORM, "project", fuhe_form, project)},
    {TEXT_ROW(IN_FORM, "department", fuhe_form, department)},
    {TEXT_ROW(IN_FORM, "unit", fuhe_form, unit)},
    {.parent = IN_FORM, .element = "funds", .self = IN_FUNDS, .attributes = fuhe_funds_cells},
    {.parent = IN_FORM, .element = "goal", .self = IN_GOAL},
    {.parent = IN_FORM, .element = "indicators", .self = IN_INDICATORS},
    {.parent = IN_FORM, .element = "doubts", .self = IN_DOUBTS},
    {.parent = IN_FORM, .element = "total", .self = IN_LEAF, .open = open_total, .attributes = fuhe_total_cells},
    {TEXT_ROW(IN_FORM, "disclosed", fuhe_disclosed, text), .open = open_disclosed, .attributes = fuhe_disclosed_cells},

    {.parent = IN_FUNDS,
     .element = "fund",
     .self = IN_LEAF,
     .repeats = true,
     .open = open_fund,
     .attributes = fuhe_fund_cells},

    {TEXT_ROW(IN_GOAL, "expected", fuhe_form, goal_expected)},
    {TEXT_ROW(IN_GOAL, "achieved", fuhe_form, goal_achieved)},

    {.parent = IN_INDICATORS,
     .element = "indicator",
     .self = IN_INDICATOR,
     .repeats = true,
     .open = open_indicator,
     .attributes = fuhe_indicator_cells},

    {.parent = IN_DOUBTS,
     .element = "doubt",
     .self = IN_LEAF,
     .repeats = true,
     .open = open_doubt,
     .attributes = fuhe_doubt_cells},

    {TEXT_ROW(IN_INDICATOR, "target", fuhe_indicator, target), .attributes = fuhe_target_cells},
    {TEXT_ROW(IN_INDICATOR, "actual", fuhe_indicator, actual)},
    {TEXT_ROW(IN_INDICATOR, "reason", fuhe_indicator, reason)},
    {.parent = IN_INDICATOR, .element = "reviewed", .self = IN_LEAF, .attributes = fuhe_reviewed_cells},
};

static const struct fuhe_sax_vocabulary vocabulary = {FUHE_FORM_NAMESPACE, rows, sizeof rows / sizeof rows[0],
                                                      keep_oddity};

/* --- the reader --- */

struct fuhe_form_reader *fuhe_form_reader_new(void) {
    struct fuhe_form_reader *reader = calloc(1, sizeof *reader);

    if (reader == NULL) {
        return NULL;
    }
    reader->machine = fuhe_sax_machine_new(&vocabulary);
    reader->arena = fuhe_arena_new();
    reader->document_arena = fuhe_arena_new();
    if (reader->machine == NULL || reader->arena == NULL || reader->document_arena == NULL) {
        fuhe_form_reader_free(reader);
        return NULL;
    }
    return reader;
}

void fuhe_form_reader_free(struct fuhe_form_reader *reader) {
    if (reader != NULL) {
        fuhe_sax_machine_free(reader->machine);
        fuhe_arena_free(reader->arena);
        fuhe_arena_free(reader->document_arena);
        free(reader);
    }
}

static void begin_document(struct fuhe_form_reader *reader, const struct fuhe_form_sink *sink) {
    fuhe_arena_reset(reader->document_arena);
    reader->document = (struct fuhe_document){0};
    reader->root = (struct fuhe_place){0};
    reader->document_oddity_capacity = 0;
    reader->sink = sink;
    reader->form_count = 0;
    reader->form = NULL;
}

enum fuhe_status fuhe_form_reader_read_part(struct fuhe_form_reader *reader, const struct fuhe_input *input,
                                            struct fuhe_place first, const struct fuhe_form_sink *sink,
                                            struct fuhe_document *document, struct fuhe_error *err) {
    const struct fuhe_sax_frame root = {.place = first, .record = &reader->document, .arena = reader->document_arena};

    begin_document(reader, sink);
    const enum fuhe_status status = fuhe_sax_machine_read(reader->machine, input, reader, &root, err);
    if (document != NULL) {
        *document = reader->document;
    }
    return status;
}

enum fuhe_status fuhe_form_reader_read(struct fuhe_form_reader *reader, const struct fuhe_input *input,
                                       const struct fuhe_form_sink *sink, struct fuhe_document *document,
                                       struct fuhe_error *err) {
    const struct fuhe_place start = {1, 1, 0};
    enum fuhe_status status = fuhe_form_reader_read_part(reader, input, start, sink, document, err);

    if (status == FUHE_STATUS_OK && reader->form_count == 0) {
        status = fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_NO_FORM, NULL, NULL);
        fuhe_error_set_place(err, reader->root.line, reader->root.column);
    }
    return status;
}
