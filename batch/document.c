/* SPDX-License-Identifier: Apache-2.0 */
/* Cutting. Each part but the first gets the start tag of the root put in front, each but the last its end tag behind,
 * by who parses it. What is no form XML is read as a whole. Documents that are not UTF-8 are converted while they are
 * read. A document that is no <forms …> of the usual kind is left to one worker as a whole. */
#include "batch/document.h"

#include <stdlib.h>
#include <string.h>

#include "batch/markup.h"
#include "intake/intake.h"
#include "intake/reader.h"
#include "xml/encoding.h"
#include "xml/peeked_input.h"

/* The reading side. */
struct fuhe_document_source {
    struct fuhe_hashed_input hashed;
    struct fuhe_input raw; /* through the hash, if it is wanted */
    struct fuhe_peeked_input peeked;
    struct fuhe_input input; /* the same, its beginning having been looked at */
    void (*close)(void *context);
    struct fuhe_decoder decoder;
    bool begun;
    bool decodes;            /* everything goes through the decoder */
    struct fuhe_buffer tail; /* read, but not yet in a part */
    struct fuhe_place place; /* of the tail */
    size_t number;           /* of the next form */
    size_t read;
};

/* --- buffers --- */

bool fuhe_buffer_reserve(struct fuhe_buffer *buffer, size_t capacity) {
    if (capacity <= buffer->capacity) {
        return true;
    }
    char *grown = realloc(buffer->bytes, capacity);
    if (grown == NULL) {
        return false;
    }
    buffer->bytes = grown;
    buffer->capacity = capacity;
    return true;
}

void fuhe_buffer_free(struct fuhe_buffer *buffer) {
    free(buffer->bytes);
    *buffer = (struct fuhe_buffer){0};
}

/* --- making and freeing --- */

struct fuhe_long_document *fuhe_long_document_new(const char *file, struct fuhe_input input, bool hashes,
                                                  void (*close)(void *context)) {
    struct fuhe_long_document *document = calloc(1, sizeof *document);

    if (document == NULL) {
        return NULL;
    }
    document->file = malloc(strlen(file) + 1);
    document->source = calloc(1, sizeof *document->source);
    const bool gathers = fuhe_gathering_init(&document->gathering);
    if (document->file == NULL || document->source == NULL || !gathers) {
        fuhe_long_document_free(document);
        return NULL;
    }
    memcpy(document->file, file, strlen(file) + 1);
    fuhe_decoder_init(&document->source->decoder);
    fuhe_hashed_input_begin(&document->source->hashed, input);
    document->source->raw = hashes ? fuhe_input_from_hashed(&document->source->hashed) : input;
    document->source->close = close;
    document->source->place = (struct fuhe_place){1, 1, 0};
    return document;
}

void fuhe_long_document_free(struct fuhe_long_document *document) {
    if (document == NULL) {
        return;
    }
    if (document->source != NULL) {
        if (document->source->close != NULL) {
            document->source->close(document->source->hashed.from.context);
        }
        fuhe_decoder_release(&document->source->decoder);
        fuhe_buffer_free(&document->source->tail);
    }
    fuhe_gathering_release(&document->gathering);
    free(document->source);
    free(document->head);
    free(document->file);
    free(document);
}

const struct fuhe_hash *fuhe_long_document_hash(const struct fuhe_long_document *document) {
    return fuhe_hashed_input_hash(&document->source->hashed);
}

size_t fuhe_long_document_progress(const struct fuhe_long_document *document) {
    return document->source->read;
}

/* --- reading --- */

/* The declaration of an encoding that the bytes no longer have is made blank. */
static void blank_encoding(char *bytes, size_t length) {
    const fuhe_text text = {bytes, length};
    const fuhe_text declaration = {bytes, fuhe_text_find(text, FUHE_TEXT("?>"))};
    size_t offset = fuhe_text_find(declaration, FUHE_TEXT("encoding"));
    int quotes = 0;

    if (!fuhe_text_starts_with(text, FUHE_TEXT("<?xml"))) {
        return;
    }
    for (; offset < declaration.length && quotes < 2; offset++) {
        quotes += bytes[offset] == '"' || bytes[offset] == '\'';
        bytes[offset] = ' ';
    }
}

/* The first bytes tell the encoding. UTF-8 is checked by who parses, so from then on it comes straight from the input.
 */
static enum fuhe_status read_first(struct fuhe_document_source *source, char *bytes, size_t size, size_t *count,
                                   struct fuhe_error *err) {
    fuhe_decoder_begin(&source->decoder, &source->input);
    source->begun = true;
    source->decodes = true;
    FUHE_TRY(fuhe_decoder_read(&source->decoder, bytes, size, count, err));
    source->decodes = source->decoder.converts || source->decoder.fault != FUHE_PROBLEM_NONE;
    if (source->decoder.converts) {
        blank_encoding(bytes, *count);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_some(struct fuhe_document_source *source, char *bytes, size_t size, size_t *count,
                                  struct fuhe_error *err) {
    struct fuhe_decoder *decoder = &source->decoder;
    const size_t left = decoder->end - decoder->begin;

    if (!source->begun) {
        return read_first(source, bytes, size, count, err);
    }
    if (source->decodes) {
        return fuhe_decoder_read(decoder, bytes, size, count, err);
    }
    if (left == 0) {
        return source->input.read(source->input.context, bytes, size, count, err);
    }
    *count = left < size ? left : size;
    memcpy(bytes, decoder->raw + decoder->begin, *count);
    decoder->begin += *count;
    return FUHE_STATUS_OK;
}

/* What has not been read, for who goes on by himself. */
static enum fuhe_status read_rest(void *context, char *bytes, size_t size, size_t *count, struct fuhe_error *err) {
    return read_some(context, bytes, size, count, err);
}

/* Fills bytes up to `wanted`; *ended when there is no more, or reading failed. */
static void fill(struct fuhe_document_source *source, struct fuhe_buffer *bytes, size_t wanted, bool *ended,
                 struct fuhe_error *err) {
    size_t count = 1;

    while (count > 0 && wanted - bytes->length >= FUHE_DECODER_SIZE_MIN) {
        err->status = read_some(source, bytes->bytes + bytes->length, wanted - bytes->length, &count, err);
        if (err->status != FUHE_STATUS_OK) {
            *ended = true;
            return;
        }
        bytes->length += count;
        source->read += count;
    }
    *ended = count == 0;
}

/* --- cutting --- */

static uint32_t count_characters(fuhe_text bytes) {
    uint32_t count = 0;

    for (size_t i = 0; i < bytes.length; i++) {
        count += ((unsigned char)bytes.bytes[i] & 0xC0) != 0x80;
    }
    return count;
}

/* The place behind bytes. */
static struct fuhe_place place_behind(struct fuhe_place place, fuhe_text bytes, size_t lines) {
    size_t start = lines > 0 ? bytes.length : 0;

    while (lines > 0 && bytes.bytes[start - 1] != '\n') {
        start--;
    }
    const uint32_t characters = count_characters(fuhe_text_from(bytes, start));
    place.line += (uint32_t)lines;
    place.column = lines > 0 ? characters + 1 : place.column + characters;
    return place;
}

/* Keeps the start tag of the root, on one line; false when memory is out. */
static bool keep_head(struct fuhe_long_document *document, fuhe_text head) {
    document->head = malloc(head.length + 1);
    if (document->head == NULL) {
        return false;
    }
    for (size_t i = 0; i < head.length; i++) {
        const bool white = head.bytes[i] == '\n' || head.bytes[i] == '\r' || head.bytes[i] == '\t';
        document->head[i] = white ? ' ' : head.bytes[i];
    }
    document->head[head.length] = '\0';
    document->head_length = head.length;
    document->head_columns = count_characters(head);
    return true;
}

/* Moves what is behind the whole forms to the tail. */
static bool keep_tail(struct fuhe_document_source *source, struct fuhe_buffer *bytes, size_t whole) {
    const size_t length = bytes->length - whole;

    if (!fuhe_buffer_reserve(&source->tail, length + 1)) {
        return false;
    }
    memcpy(source->tail.bytes, bytes->bytes + whole, length);
    source->tail.length = length;
    bytes->length = whole;
    return true;
}

static void stream(struct fuhe_document_source *source, struct fuhe_part *part) {
    part->streams = true;
    part->last = true;
    part->rest = (struct fuhe_input){read_rest, source};
}

/* Cuts bytes, behind which the document goes on, at the end of a form. *whole is 0 when there is none. */
static enum fuhe_status cut(struct fuhe_long_document *document, struct fuhe_buffer *bytes, struct fuhe_part *part,
                            size_t *whole) {
    struct fuhe_document_source *source = document->source;
    const fuhe_text text = {bytes->bytes, bytes->length};
    size_t lines;
    fuhe_text head;

    if (document->head == NULL && !fuhe_markup_find_head(text, &head)) {
        stream(source, part);
        return FUHE_STATUS_OK;
    }
    *whole = fuhe_markup_whole_forms(text, &part->forms, &lines);
    if (*whole == 0) {
        return FUHE_STATUS_OK;
    }
    if ((document->head == NULL && !keep_head(document, head)) || !keep_tail(source, bytes, *whole)) {
        return FUHE_STATUS_NO_MEMORY;
    }
    source->place = place_behind(source->place, (fuhe_text){bytes->bytes, bytes->length}, lines);
    source->number += part->forms;
    return FUHE_STATUS_OK;
}

static bool take_tail(struct fuhe_document_source *source, struct fuhe_buffer *bytes) {
    bytes->length = 0;
    if (!fuhe_buffer_reserve(bytes, FUHE_PART_BYTES + source->tail.length)) {
        return false;
    }
    if (source->tail.length > 0) {
        memcpy(bytes->bytes, source->tail.bytes, source->tail.length);
    }
    bytes->length = source->tail.length;
    source->tail.length = 0;
    return true;
}

/* Ends the document where a form without an end in sight has filled all the room there is. */
static void give_up(const struct fuhe_document_source *source, struct fuhe_buffer *bytes, struct fuhe_part *part) {
    bytes->length = 0;
    part->last = true;
    (void)fuhe_error_set(&part->error, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_NO_FORM_END, NULL, "64");
    fuhe_error_set_place(&part->error, source->place.line, source->place.column);
}

/* Reading failed behind these bytes: a fault of the bytes themselves gets its place, and of what was read whole forms
 * are kept. */
static void end_at_failure(struct fuhe_long_document *document, struct fuhe_buffer *bytes, struct fuhe_part *part) {
    const struct fuhe_document_source *source = document->source;
    const fuhe_text text = {bytes->bytes, bytes->length};
    const bool is_collection = document->head != NULL || fuhe_markup_find_head(text, &(fuhe_text){NULL, 0});
    size_t lines;

    if (part->error.line == 0 && source->decodes) {
        const struct fuhe_place place = place_behind(source->place, text, fuhe_markup_count(text).lines);
        fuhe_error_set_place(&part->error, place.line, place.column);
    }
    bytes->length = is_collection ? fuhe_markup_whole_forms(text, &part->forms, &lines) : 0;
}

/* --- documents that are no form XML --- */

static bool takes_whole(struct fuhe_document_source *source) {
    const fuhe_text head = fuhe_peeked_input_begin(&source->peeked, &source->raw);

    source->input = fuhe_input_from_peeked(&source->peeked);
    return fuhe_reader_takes_whole(head);
}

/* Reads all bytes as they are, up to the limit. */
static enum fuhe_status read_whole(struct fuhe_document_source *source, struct fuhe_buffer *bytes,
                                   struct fuhe_part *part) {
    const struct fuhe_input *input = &source->input;
    size_t count = 1;

    part->last = true;
    bytes->length = 0;
    while (count > 0 && bytes->length <= FUHE_LIMIT_INTAKE_BYTES) {
        if (!fuhe_buffer_reserve(bytes, bytes->length + bytes->length / 2 + FUHE_PART_BYTES)) {
            return FUHE_STATUS_NO_MEMORY;
        }
        part->error.status = input->read(input->context, bytes->bytes + bytes->length, bytes->capacity - bytes->length,
                                         &count, &part->error);
        if (part->error.status != FUHE_STATUS_OK) {
            bytes->length = 0;
            return FUHE_STATUS_OK;
        }
        bytes->length += count;
        source->read += count;
    }
    if (bytes->length > FUHE_LIMIT_INTAKE_BYTES) {
        bytes->length = 0;
        (void)fuhe_intake_refuse_size(&part->error);
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_long_document_cut(struct fuhe_long_document *document, struct fuhe_buffer *bytes,
                                        struct fuhe_part *part) {
    struct fuhe_document_source *source = document->source;
    size_t whole = 0;

    *part = (struct fuhe_part){
        .document = document, .place = source->place, .number = source->number, .first = !source->begun};
    if (part->first && takes_whole(source)) {
        return read_whole(source, bytes, part);
    }
    if (!take_tail(source, bytes)) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t wanted = FUHE_PART_BYTES + bytes->length; whole == 0 && !part->last; wanted *= 2) {
        if (wanted > FUHE_PART_BYTES_MAX * 2) {
            give_up(source, bytes, part);
            return FUHE_STATUS_OK;
        }
        if (!fuhe_buffer_reserve(bytes, wanted)) {
            return FUHE_STATUS_NO_MEMORY;
        }
        fill(source, bytes, wanted, &part->last, &part->error);
        if (part->error.status != FUHE_STATUS_OK) {
            end_at_failure(document, bytes, part);
        }
        if (!part->last) {
            FUHE_TRY(cut(document, bytes, part, &whole));
        }
    }
    return FUHE_STATUS_OK;
}
