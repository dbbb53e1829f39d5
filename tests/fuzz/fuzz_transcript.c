/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as a transcript: what is accepted is written again as the same bytes, keeps the limits of forms, and is never
 * both a form and a document. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "report/memory_output.h"
#include "store/transcript.h"
#include "xml/form_reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static void require_written(struct fuhe_memory_output *memory, fuhe_text bytes) {
    require(fuhe_text_equals(fuhe_memory_output_text(memory), bytes));
    fuhe_memory_output_reset(memory);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static struct fuhe_memory_output *memory;
    static struct fuhe_arena *arena;
    const fuhe_text all = {(const char *)bytes, size};
    struct fuhe_document document;
    struct fuhe_form form;

    if (memory == NULL) {
        memory = fuhe_memory_output_new();
        arena = fuhe_arena_new();
        require(memory != NULL && arena != NULL);
    }
    fuhe_arena_reset(arena);
    const enum fuhe_status as_form = fuhe_transcript_read_form(all, arena, &form);
    const enum fuhe_status as_document = fuhe_transcript_read_document(all, arena, &document);
    require(as_form == FUHE_STATUS_OK || as_form == FUHE_STATUS_UNREADABLE);
    require(as_document == FUHE_STATUS_OK || as_document == FUHE_STATUS_UNREADABLE);
    require(as_form != FUHE_STATUS_OK || as_document != FUHE_STATUS_OK);
    if (as_form == FUHE_STATUS_OK) {
        require(form.indicator_count <= FUHE_LIMIT_INDICATORS && form.fund_count <= FUHE_LIMIT_FUNDS);
        require(form.oddity_count <= FUHE_LIMIT_ODDITIES);
        fuhe_transcript_write_form(&memory->output, &form);
        require_written(memory, all);
    }
    if (as_document == FUHE_STATUS_OK) {
        require(document.oddity_count <= FUHE_LIMIT_ODDITIES);
        fuhe_transcript_write_document(&memory->output, &document);
        require_written(memory, all);
    }
    return 0;
}
