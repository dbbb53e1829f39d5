/* SPDX-License-Identifier: Apache-2.0 */
/* Which way a document goes is told by its beginning, which is read ahead and given out again. What a document that is
 * read as a whole needs is made when the first one comes: most programs never see one, or nothing else. */
#include "intake/reader.h"

#include <stdlib.h>

#include "engine/output.h"
#include "intake/intake.h"
#include "xml/form_vocabulary.h"
#include "xml/peeked_input.h"

enum { BYTES_KEPT = 1 << 20 };

struct fuhe_reader {
    struct fuhe_reader_options options;
    struct fuhe_form_reader *forms;
    struct fuhe_words *own_words;
    struct fuhe_arena *arena;      /* of the document at hand */
    struct fuhe_arena *form_arena; /* of the form at hand */
    struct fuhe_text_builder bytes;
    struct fuhe_intake intake;
};

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

struct fuhe_reader *fuhe_reader_new(const struct fuhe_reader_options *options) {
    struct fuhe_reader *reader = calloc(1, sizeof *reader);

    if (reader == NULL) {
        return NULL;
    }
    reader->options = options == NULL ? (struct fuhe_reader_options){0} : *options;
    reader->forms = fuhe_form_reader_new();
    if (reader->forms == NULL) {
        fuhe_reader_free(reader);
        return NULL;
    }
    return reader;
}

void fuhe_reader_free(struct fuhe_reader *reader) {
    if (reader != NULL) {
        fuhe_form_reader_free(reader->forms);
        fuhe_words_free(reader->own_words);
        fuhe_arena_free(reader->arena);
        fuhe_arena_free(reader->form_arena);
        fuhe_text_builder_release(&reader->bytes);
        free(reader);
    }
}

struct fuhe_form_reader *fuhe_reader_of_forms(struct fuhe_reader *reader) {
    return reader->forms;
}

/* --- which way --------------------------------------------------------------------------------------------------- */

/* The ASCII characters of a text in UTF-16 or UTF-32, whichever way round, without its byte order mark. */
static fuhe_text narrow(fuhe_text head, char *buffer) {
    size_t length = 0;

    for (size_t i = 0; i < head.length; i++) {
        if (head.bytes[i] != '\0' && (head.bytes[i] & 0x80) == 0) {
            buffer[length++] = head.bytes[i];
        }
    }
    return (fuhe_text){buffer, length};
}

static bool is_wide(fuhe_text head) {
    static const fuhe_text beginnings[] = {
        {"\xFF\xFE", 2}, {"\xFE\xFF", 2}, {"\0\0\xFE\xFF", 4}, {"<\0", 2}, {"\0<", 2}};
    bool found = false;

    for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++) {
        found = found || fuhe_text_starts_with(head, beginnings[i]);
    }
    return found;
}

/* Broken form XML stays form XML, so that its faults are told with their places. */
bool fuhe_reader_takes_whole(fuhe_text head) {
    char buffer[FUHE_PEEKED_BYTES];
    fuhe_text text = {head.bytes, head.length < sizeof buffer ? head.length : sizeof buffer};

    if (fuhe_text_contains(text, FUHE_TEXT(FUHE_FORM_NAMESPACE))) {
        return false;
    }
    if (is_wide(text)) {
        text = narrow(text, buffer);
    }
    text = fuhe_text_trim(text);
    if (text.length == 0) {
        return false;
    }
    return text.bytes[0] == '<' ? fuhe_door_is_page(text) : !fuhe_text_contains(text, FUHE_TEXT(FUHE_FORM_NAMESPACE));
}

/* --- as a whole -------------------------------------------------------------------------------------------------- */

static enum fuhe_status make_ready(struct fuhe_reader *reader, struct fuhe_error *err) {
    if (reader->arena == NULL) {
        reader->arena = fuhe_arena_new();
    }
    if (reader->form_arena == NULL) {
        reader->form_arena = fuhe_arena_new();
    }
    if (reader->options.words == NULL && reader->own_words == NULL) {
        reader->own_words = fuhe_words_new();
        reader->options.words = reader->own_words;
    }
    return reader->arena == NULL || reader->form_arena == NULL || reader->options.words == NULL ? no_memory(err)
                                                                                                : FUHE_STATUS_OK;
}

static enum fuhe_status refuse_formless(size_t unread, struct fuhe_error *err) {
    char count[FUHE_SIZE_TEXT_SIZE + 1];

    if (unread == 0) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_INTAKE_NO_FORM, NULL, NULL);
    }
    count[fuhe_size_format(unread, count)] = '\0';
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_INTAKE_UNREAD, count, NULL);
}

static enum fuhe_status deliver(struct fuhe_reader *reader, const struct fuhe_form_sink *sink, struct fuhe_error *err) {
    const struct fuhe_recognition *recognition = &reader->intake.recognition;

    if (recognition->form_count == 0) {
        return refuse_formless(fuhe_intake_unread(&reader->intake.document), err);
    }
    for (size_t i = 0; i < recognition->form_count; i++) {
        struct fuhe_form *form = &recognition->forms[i]->form;
        form->document = &recognition->document;
        fuhe_arena_reset(reader->form_arena);
        FUHE_TRY(sink->form(sink->context, form, reader->form_arena));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_reader_read_whole(struct fuhe_reader *reader, fuhe_text bytes, const struct fuhe_form_sink *sink,
                                        struct fuhe_document *document, struct fuhe_error *err) {
    struct fuhe_intake *intake = &reader->intake;

    if (document != NULL) {
        *document = (struct fuhe_document){.is_collection = true};
    }
    FUHE_TRY(make_ready(reader, err));
    fuhe_arena_reset(reader->arena);
    FUHE_TRY(fuhe_intake_read_any(bytes, &reader->options, reader->arena, intake, err));
    if (document != NULL) {
        *document = intake->recognition.document;
    }
    return deliver(reader, sink, err);
}

/* --- from an input ----------------------------------------------------------------------------------------------- */

enum fuhe_status fuhe_reader_read(struct fuhe_reader *reader, const struct fuhe_input *input,
                                  const struct fuhe_form_sink *sink, struct fuhe_document *document,
                                  struct fuhe_error *err) {
    struct fuhe_peeked_input peeked;
    const fuhe_text head = fuhe_peeked_input_begin(&peeked, input);
    const struct fuhe_input again = fuhe_input_from_peeked(&peeked);

    if (!fuhe_reader_takes_whole(head)) {
        return fuhe_form_reader_read(reader->forms, &again, sink, document, err);
    }
    enum fuhe_status status = fuhe_intake_load(&again, &reader->bytes, err);
    if (status == FUHE_STATUS_OK) {
        status = fuhe_reader_read_whole(reader, fuhe_text_builder_text(&reader->bytes), sink, document, err);
    } else if (document != NULL) {
        *document = (struct fuhe_document){.is_collection = true};
    }
    if (reader->bytes.capacity > BYTES_KEPT) {
        fuhe_text_builder_release(&reader->bytes);
    }
    return status;
}
