/* SPDX-License-Identifier: Apache-2.0 */
/* A document to forms: every mark points at a cell of its grid, every narrative item belongs to at most one form, and
 * the XML of the forms is read back as as many. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "intake/intake.h"
#include "xml/form_reader.h"
#include "tests/fuzz/written.h"
#include "xml/form_writer.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static enum fuhe_status count_form(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    (void)form;
    (void)arena;
    ++*(size_t *)context;
    return FUHE_STATUS_OK;
}

static void check_xml(const struct fuhe_recognition *recognition) {
    static struct fuhe_output output;
    struct written written = {NULL, 0};
    size_t count = 0;

    fuhe_output_init(&output, written_collect, &written);
    struct fuhe_form_writer *writer = fuhe_form_writer_new(&output, &recognition->document, true);
    for (size_t i = 0; i < recognition->form_count; i++) {
        fuhe_form_writer_write(writer, &recognition->forms[i]->form);
    }
    require(fuhe_form_writer_end(writer, NULL) == FUHE_STATUS_OK);
    require(fuhe_output_flush(&output, NULL) == FUHE_STATUS_OK);
    struct fuhe_memory_input memory = {written.bytes, written.length, 0, 0};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    const struct fuhe_form_sink sink = {count_form, &count};
    struct fuhe_form_reader *reader = fuhe_form_reader_new();
    require(fuhe_form_reader_read(reader, &input, &sink, NULL, NULL) == FUHE_STATUS_OK);
    require(count == recognition->form_count);
    fuhe_form_reader_free(reader);
    free(written.bytes);
}

static void check_form(const struct fuhe_recognised *form) {
    bool unsure = false;

    require(form->form.id.text.length > 0);
    require(form->form.fund_count > 0 || form->form.indicator_count > 0);
    for (size_t i = 0; i < form->mark_count; i++) {
        const struct fuhe_mark *mark = &form->marks[i];
        require(mark->grid != NULL && mark->row < mark->grid->rows && mark->column <= mark->grid->columns);
        unsure = unsure || mark->sureness == FUHE_SURE_UNSURE;
    }
    require(unsure || !form->needs_look);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static struct fuhe_words *words;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_intake intake;
    struct fuhe_error error = {0};

    words = words == NULL ? fuhe_words_new() : words;
    require(words != NULL && arena != NULL);
    if (fuhe_intake_read((fuhe_text){(const char *)bytes, size}, words, arena, &intake, &error) == FUHE_STATUS_OK) {
        for (size_t i = 0; i < intake.recognition.form_count; i++) {
            check_form(intake.recognition.forms[i]);
        }
        if (intake.recognition.form_count > 0) {
            check_xml(&intake.recognition);
        }
    }
    fuhe_arena_free(arena);
    return 0;
}
