/* SPDX-License-Identifier: Apache-2.0 */
/* The first byte sets the size of the chunks, the others are a document. However it arrives, the same is read, though
 * of several faults another may be told; and what is read, written and read again is equal. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "xml/form_reader.h"
#include "xml/form_vocabulary.h"
#include "tests/fuzz/written.h"
#include "xml/form_writer.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* --- a number that stands for all that a document holds --- */

struct digest {
    uint64_t value;
    bool with_places; /* and with what stands around the forms */
    bool may_delete;  /* U+007F may be in the document; it is also the shadow that the parser sees for other bytes */
    struct fuhe_form_writer *writer; /* gets each form too, when there is one */
    size_t forms;
};

static void add_bytes(struct digest *digest, const void *bytes, size_t length) {
    const unsigned char *units = bytes;

    for (size_t i = 0; i < length; i++) {
        digest->value = (digest->value ^ units[i]) * 1099511628211U;
    }
    digest->value = (digest->value ^ length) * 1099511628211U;
}

static void add_place(struct digest *digest, struct fuhe_place place) {
    if (digest->with_places) {
        require(place.line > 0 && place.column > 0);
        add_bytes(digest, &place, sizeof place);
    }
}

static void add_cell(struct digest *digest, const struct fuhe_cell *cell) {
    require((cell->state == FUHE_CELL_TEXT) == (cell->text.length > 0));
    require(fuhe_text_trim(cell->text).length == cell->text.length);
    require(digest->may_delete || !fuhe_text_contains(cell->text, FUHE_TEXT("\x7F")));
    add_bytes(digest, &cell->state, sizeof cell->state);
    add_bytes(digest, cell->text.bytes, cell->text.length);
    if (cell->state != FUHE_CELL_ABSENT) {
        add_place(digest, cell->place);
    }
}

static void add_cells(struct digest *digest, const struct fuhe_sax_attribute *cells, const void *record) {
    for (; cells->name != NULL; cells++) {
        add_cell(digest, (const struct fuhe_cell *)(const void *)((const char *)record + cells->cell));
    }
}

static void add_indicator(struct digest *digest, const struct fuhe_indicator *indicator) {
    add_place(digest, indicator->place);
    add_cells(digest, fuhe_indicator_cells, indicator);
    add_cells(digest, fuhe_target_cells, indicator);
    add_cells(digest, fuhe_reviewed_cells, indicator);
    add_cell(digest, &indicator->target);
    add_cell(digest, &indicator->actual);
    add_cell(digest, &indicator->reason);
}

static enum fuhe_status take_form(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    struct digest *digest = context;

    (void)arena;
    digest->forms++;
    add_place(digest, form->place);
    add_cells(digest, fuhe_form_cells, form);
    add_cells(digest, fuhe_funds_cells, form);
    add_cells(digest, fuhe_total_cells, form);
    add_cells(digest, fuhe_disclosed_cells, &form->disclosed);
    const struct fuhe_cell *const texts[] = {&form->project,       &form->department,    &form->unit,
                                             &form->goal_expected, &form->goal_achieved, &form->disclosed.text};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        add_cell(digest, texts[i]);
    }
    for (size_t i = 0; i < form->fund_count; i++) {
        add_place(digest, form->funds[i].place);
        add_cells(digest, fuhe_fund_cells, &form->funds[i]);
    }
    for (size_t i = 0; i < form->indicator_count; i++) {
        add_indicator(digest, &form->indicators[i]);
    }
    if (digest->writer != NULL) {
        fuhe_form_writer_write(digest->writer, form);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_document(struct fuhe_form_reader *reader, struct digest *digest, fuhe_text bytes,
                                      size_t chunk) {
    struct fuhe_memory_input memory = {bytes.bytes, bytes.length, 0, chunk};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    const struct fuhe_form_sink sink = {take_form, digest};
    struct fuhe_document document;
    struct fuhe_error error = {0};
    const enum fuhe_status status = fuhe_form_reader_read(reader, &input, &sink, &document, &error);

    require(status == error.status);
    if (digest->with_places) {
        add_cells(digest, fuhe_forms_cells, &document);
        add_cells(digest, fuhe_statement_cells, &document.statement);
    }
    return status;
}

/* --- writing --- */

/* Writes the forms of a document as they are read, and reads what was written. */
static void check_round_trip(struct fuhe_form_reader *reader, fuhe_text bytes) {
    static struct fuhe_output output;
    struct written written = {NULL, 0};
    struct digest first = {.may_delete = true};
    struct digest second = {.may_delete = true};

    fuhe_output_init(&output, written_collect, &written);
    first.writer = fuhe_form_writer_new(&output, NULL, true);
    const enum fuhe_status status = read_document(reader, &first, bytes, 0);
    require(fuhe_form_writer_end(first.writer, NULL) == FUHE_STATUS_OK);
    require(fuhe_output_flush(&output, NULL) == FUHE_STATUS_OK);
    if (status == FUHE_STATUS_OK) {
        const fuhe_text text = {written.bytes, written.length};
        require(read_document(reader, &second, text, 0) == FUHE_STATUS_OK);
        require(first.value == second.value && first.forms == second.forms);
    }
    free(written.bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static struct fuhe_form_reader *reader;
    const fuhe_text all = {(const char *)bytes, size};
    const bool may_delete = fuhe_text_contains(all, FUHE_TEXT("\x7F")) || fuhe_text_contains(all, FUHE_TEXT("#"));
    struct digest whole = {.with_places = true, .may_delete = may_delete};
    struct digest pieces = {.with_places = true, .may_delete = may_delete};

    if (reader == NULL) {
        reader = fuhe_form_reader_new();
        require(reader != NULL);
    }
    if (size == 0) {
        return 0;
    }
    const fuhe_text document = {(const char *)bytes + 1, size - 1};
    const enum fuhe_status status = read_document(reader, &whole, document, 0);
    require(read_document(reader, &pieces, document, (size_t)bytes[0] + 1) == status);
    require(whole.value == pieces.value && whole.forms == pieces.forms);
    check_round_trip(reader, document);
    return 0;
}
