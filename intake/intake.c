/* SPDX-License-Identifier: Apache-2.0 */
/* The way of a document: its bytes, its door, then the recogniser. */
#include "intake/intake.h"

#include "engine/output.h"
#include "doors/convert.h"

enum fuhe_status fuhe_intake_refuse_size(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_BYTES, NULL, "64");
}

size_t fuhe_intake_unread(const struct fuhe_door_document *document) {
    return document->hidden_sheets + document->embedded_documents + document->text_boxes;
}

/* What was left out goes with the forms, so that a form in it is not lost without a word. */
static enum fuhe_status tell_unread(const struct fuhe_door_document *document, struct fuhe_document *around) {
    const struct {
        enum fuhe_oddity_kind kind;
        size_t count;
    } parts[] = {{FUHE_ODDITY_HIDDEN_SHEETS, document->hidden_sheets},
                 {FUHE_ODDITY_EMBEDDED_DOCUMENTS, document->embedded_documents},
                 {FUHE_ODDITY_TEXT_BOXES, document->text_boxes}};
    enum { PARTS = sizeof parts / sizeof parts[0] };
    char digits[FUHE_SIZE_TEXT_SIZE];

    if (fuhe_intake_unread(document) == 0) {
        return FUHE_STATUS_OK;
    }
    around->oddities = fuhe_arena_allocate(document->arena, PARTS, sizeof *around->oddities);
    if (around->oddities == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < PARTS; i++) {
        if (parts[i].count > 0) {
            struct fuhe_oddity *oddity = &around->oddities[around->oddity_count++];
            const fuhe_text count = {digits, fuhe_size_format(parts[i].count, digits)};
            *oddity = (struct fuhe_oddity){.kind = parts[i].kind};
            FUHE_TRY(fuhe_arena_copy(document->arena, count, &oddity->name));
        }
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_intake_read(fuhe_text bytes, const struct fuhe_words *words, struct fuhe_arena *arena,
                                  struct fuhe_intake *intake, struct fuhe_error *err) {
    if (bytes.length > FUHE_LIMIT_INTAKE_BYTES) {
        return fuhe_intake_refuse_size(err);
    }
    const struct fuhe_door *door = fuhe_door_find(bytes, err);
    if (door == NULL) {
        return FUHE_STATUS_UNREADABLE;
    }
    intake->kind = door->kind;
    fuhe_door_document_begin(&intake->document, arena);
    FUHE_TRY(door->read(bytes, &intake->document, err));
    FUHE_TRY(fuhe_recognise(&intake->document, words, &intake->recognition, err));
    if (tell_unread(&intake->document, &intake->recognition.document) != FUHE_STATUS_OK) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_intake_read_any(fuhe_text bytes, const struct fuhe_reader_options *options,
                                      struct fuhe_arena *arena, struct fuhe_intake *intake, struct fuhe_error *err) {
    struct fuhe_error error = {0};
    enum fuhe_status status = fuhe_intake_read(bytes, options->words, arena, intake, &error);

    if (status == FUHE_STATUS_UNREADABLE && error.problem == FUHE_PROBLEM_INTAKE_OFFICE && options->converts) {
        fuhe_text converted;
        status = fuhe_convert(bytes, arena, &converted, &error);
        if (status == FUHE_STATUS_OK) {
            status = fuhe_intake_read(converted, options->words, arena, intake, &error);
        }
    }
    if (status != FUHE_STATUS_OK && err != NULL) {
        *err = error;
    }
    return status;
}

enum fuhe_status fuhe_intake_load(const struct fuhe_input *input, struct fuhe_text_builder *bytes,
                                  struct fuhe_error *err) {
    char piece[65536];
    size_t count = 1;

    bytes->length = 0;
    bytes->failed = false;
    while (count > 0 && bytes->length <= FUHE_LIMIT_INTAKE_BYTES && !bytes->failed) {
        FUHE_TRY(input->read(input->context, piece, sizeof piece, &count, err));
        fuhe_text_builder_add(bytes, (fuhe_text){piece, count});
    }
    if (bytes->failed) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    return bytes->length > FUHE_LIMIT_INTAKE_BYTES ? fuhe_intake_refuse_size(err) : FUHE_STATUS_OK;
}
