/* SPDX-License-Identifier: Apache-2.0 */
/* The form reader alone: forms are read and forgotten. */
#include "bench/subject.h"
#include "xml/form_reader.h"

static enum fuhe_status ignore_form(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    (void)context, (void)form, (void)arena;
    return FUHE_STATUS_OK;
}

static void *start_reader(void) {
    return fuhe_form_reader_new();
}

static bool read_document(void *state, const char *bytes, size_t length) {
    struct fuhe_memory_input memory = {.bytes = bytes, .length = length};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    const struct fuhe_form_sink sink = {ignore_form, NULL};

    return fuhe_form_reader_read(state, &input, &sink, NULL, NULL) == FUHE_STATUS_OK;
}

static void stop_reader(void *state) {
    fuhe_form_reader_free(state);
}

const struct subject subject_reader = {"reader", "the form reader alone", start_reader, read_document, stop_reader};
