/* SPDX-License-Identifier: Apache-2.0 */
/* From bytes to outcomes. Form XML is parsed as a whole first; when that fails behind the start tag of its root, the
 * forms behind the last good one are cut out and parsed alone, each in a document made for it. */
#include "batch/scoring.h"

#include <string.h>

#include "batch/archive.h"
#include "batch/markup.h"
#include "engine/result.h"
#include "xml/encoding.h"

enum { RELIEF_BYTES = 4 << 20 };

bool fuhe_batch_scoring_init(struct fuhe_batch_scoring *scoring, const struct fuhe_pack_library *library,
                             const struct fuhe_pack *rules, const struct fuhe_reader_options *reading) {
    *scoring = (struct fuhe_batch_scoring){.library = library, .rules = rules};
    scoring->reader = fuhe_reader_new(reading);
    scoring->unit = fuhe_unit_new();
    scoring->unit_arena = fuhe_arena_new();
    return scoring->reader != NULL && scoring->unit != NULL && scoring->unit_arena != NULL;
}

void fuhe_batch_scoring_release(struct fuhe_batch_scoring *scoring) {
    fuhe_reader_free(scoring->reader);
    fuhe_unit_free(scoring->unit);
    fuhe_arena_free(scoring->unit_arena);
    fuhe_buffer_free(&scoring->decoded);
    *scoring = (struct fuhe_batch_scoring){0};
}

/* --- forms --- */

static enum fuhe_status make_result(const struct fuhe_batch_scoring *scoring, const struct fuhe_form *form,
                                    struct fuhe_pack_choice choice, struct fuhe_arena *arena,
                                    struct fuhe_result *result) {
    if (!scoring->reviews_only) {
        return fuhe_result_make(form, choice, arena, result);
    }
    *result = (struct fuhe_result){.form = form, .choice = choice};
    return fuhe_review_form(form, choice.pack, arena, &result->review);
}

static enum fuhe_status take_form(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    struct fuhe_batch_scoring *scoring = context;
    const struct fuhe_pack_choice choice = fuhe_pack_library_choose(scoring->library, scoring->rules, form);
    struct fuhe_result result;

    if (choice.pack == NULL) {
        return FUHE_STATUS_INVALID;
    }
    FUHE_TRY(make_result(scoring, form, choice, arena, &result));
    result.file = scoring->file;
    result.number = scoring->number++;
    scoring->forms++;
    scoring->last = form->place;
    scoring->last_pack = choice.pack;
    FUHE_TRY(fuhe_unit_add(scoring->unit, &result.review));
    FUHE_TRY(fuhe_outcome_add_form(scoring->outcome, &result));
    return fuhe_outcome_size(scoring->outcome) > RELIEF_BYTES ? scoring->relieve(scoring->context) : FUHE_STATUS_OK;
}

static void begin(struct fuhe_batch_scoring *scoring, const char *file, size_t number) {
    fuhe_unit_reset(scoring->unit);
    scoring->file = file;
    scoring->number = number;
    scoring->forms = 0;
    scoring->failures = 0;
    scoring->last = (struct fuhe_place){0};
    scoring->last_pack = NULL;
    scoring->around = (struct fuhe_document){0};
}

static enum fuhe_status add_failure(struct fuhe_batch_scoring *scoring, const struct fuhe_error *error) {
    scoring->failures++;
    return fuhe_outcome_add_failure(scoring->outcome, scoring->file, error);
}

/* Says that the document ends here. */
static enum fuhe_status end_file(struct fuhe_batch_scoring *scoring, const struct fuhe_hash *hash, bool known) {
    const struct fuhe_file_mark mark = {.file = scoring->file,
                                        .hash = hash == NULL ? NULL : hash->bytes,
                                        .around = scoring->forms == 0 ? NULL : &scoring->around,
                                        .whole = scoring->failures == 0 && !known,
                                        .known = known};

    scoring->outcome->tally.files++;
    return fuhe_outcome_add_file(scoring->outcome, &mark);
}

/* --- input in pieces --- */

/* Up to three texts, and then perhaps more from elsewhere. */
struct joined_input {
    fuhe_text texts[3];
    size_t next;
    const struct fuhe_input *rest;
};

static enum fuhe_status read_joined(void *context, char *buffer, size_t size, size_t *count, struct fuhe_error *err) {
    struct joined_input *joined = context;

    while (joined->next < 3 && joined->texts[joined->next].length == 0) {
        joined->next++;
    }
    if (joined->next == 3 && joined->rest != NULL) {
        return joined->rest->read(joined->rest->context, buffer, size, count, err);
    }
    *count = 0;
    if (joined->next < 3) {
        fuhe_text *text = &joined->texts[joined->next];
        *count = text->length < size ? text->length : size;
        memcpy(buffer, text->bytes, *count);
        *text = fuhe_text_from(*text, *count);
    }
    return FUHE_STATUS_OK;
}

/* --- forms one by one --- */

/* What the parser found wrong in a document as a whole, not at some place among its forms. */
static bool is_about_whole(enum fuhe_problem problem) {
    static const enum fuhe_problem whole[] = {FUHE_PROBLEM_EMPTY,     FUHE_PROBLEM_DOCTYPE, FUHE_PROBLEM_ROOT,
                                              FUHE_PROBLEM_NAMESPACE, FUHE_PROBLEM_NO_FORM, FUHE_PROBLEM_ENCODING,
                                              FUHE_PROBLEM_OPEN,      FUHE_PROBLEM_READ};
    bool found = false;

    for (size_t i = 0; i < sizeof whole / sizeof whole[0]; i++) {
        found |= problem == whole[i];
    }
    return found;
}

/* A place that moves forward over bytes. */
static struct fuhe_place move_over(struct fuhe_place place, fuhe_text bytes) {
    for (size_t i = 0; i < bytes.length; i++) {
        const unsigned char byte = (unsigned char)bytes.bytes[i];
        if (byte == '\n') {
            place.line++;
            place.column = 1;
        } else {
            place.column += (byte & 0xC0) != 0x80;
        }
    }
    return place;
}

static bool is_behind(struct fuhe_place a, struct fuhe_place b) {
    return a.line > b.line || (a.line == b.line && a.column > b.column);
}

/* Bytes of a collection whose start tag is known. */
struct stretch {
    fuhe_text bytes;
    struct fuhe_place place;
    fuhe_text head; /* on one line */
    uint32_t head_columns;
};

static const fuhe_text collection_end = {"</forms>", sizeof "</forms>" - 1};

static enum fuhe_status score_alone(struct fuhe_batch_scoring *scoring, const struct stretch *stretch, fuhe_text form,
                                    struct fuhe_place place) {
    struct joined_input joined = {.texts = {stretch->head, form, collection_end}};
    const struct fuhe_input input = {read_joined, &joined};
    const struct fuhe_form_sink sink = {take_form, scoring};
    const size_t number = scoring->number;
    struct fuhe_error error;

    place.column -= stretch->head_columns;
    const enum fuhe_status status =
        fuhe_form_reader_read_part(fuhe_reader_of_forms(scoring->reader), &input, place, &sink, NULL, &error);
    scoring->number = number + 1;
    return status == FUHE_STATUS_UNREADABLE ? add_failure(scoring, &error) : status;
}

/* Goes on behind the last good form. When no form has a fault of its own, the fault is what was found at first. */
static enum fuhe_status score_one_by_one(struct fuhe_batch_scoring *scoring, const struct stretch *stretch,
                                         const struct fuhe_error *found) {
    const size_t failures = scoring->failures;
    struct fuhe_place place = stretch->place;
    size_t measured = 0;
    size_t offset = 0;
    fuhe_text form;

    while (fuhe_markup_next_form(stretch->bytes, &offset, &form)) {
        const size_t start = (size_t)(form.bytes - stretch->bytes.bytes);
        place = move_over(place, (fuhe_text){stretch->bytes.bytes + measured, start - measured});
        measured = start;
        if (is_behind(place, scoring->last)) {
            FUHE_TRY(score_alone(scoring, stretch, form, place));
        }
    }
    return scoring->failures == failures ? add_failure(scoring, found) : FUHE_STATUS_OK;
}

/* A start tag without line ends, so that places can be counted from its end. */
static enum fuhe_status flatten(fuhe_text head, struct fuhe_arena *arena, fuhe_text *flat) {
    char *copy = fuhe_arena_allocate(arena, head.length + 1, 1);

    if (copy == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < head.length; i++) {
        copy[i] = (unsigned char)head.bytes[i] < ' ' ? ' ' : head.bytes[i];
    }
    *flat = (fuhe_text){copy, head.length};
    return FUHE_STATUS_OK;
}

/* What forms need of the document around them, for it goes with the next one that is read alone; the rest is not judged
 * any more. */
static enum fuhe_status keep_head(struct fuhe_batch_scoring *scoring) {
    const struct fuhe_document around = scoring->around;

    fuhe_arena_reset(scoring->unit_arena);
    scoring->around =
        (struct fuhe_document){.is_collection = around.is_collection, .source = around.source, .region = around.region};
    FUHE_TRY(fuhe_arena_copy(scoring->unit_arena, around.source.text, &scoring->around.source.text));
    return fuhe_arena_copy(scoring->unit_arena, around.region.text, &scoring->around.region.text);
}

/* Reads the start tag by itself, if the parser has not come as far. One that cannot be read is around no form. */
static enum fuhe_status read_head(struct fuhe_batch_scoring *scoring, fuhe_text head) {
    struct joined_input joined = {.texts = {head, collection_end}};
    const struct fuhe_input input = {read_joined, &joined};
    const struct fuhe_form_sink sink = {take_form, scoring};
    const struct fuhe_place start = {1, 1, 0};

    if (scoring->around.is_collection) {
        return FUHE_STATUS_OK;
    }
    const enum fuhe_status status =
        fuhe_form_reader_read_part(fuhe_reader_of_forms(scoring->reader), &input, start, &sink, &scoring->around, NULL);
    return status == FUHE_STATUS_UNREADABLE ? FUHE_STATUS_OK : status;
}

/* The same for a whole document, whose start tag has to be found first. */
static enum fuhe_status recover(struct fuhe_batch_scoring *scoring, fuhe_text bytes, const struct fuhe_error *found) {
    struct stretch stretch = {.bytes = bytes, .place = {1, 1}};
    fuhe_text head;

    if (is_about_whole(found->problem) || !fuhe_markup_find_head(bytes, &head)) {
        return add_failure(scoring, found);
    }
    FUHE_TRY(read_head(scoring, head));
    FUHE_TRY(keep_head(scoring));
    FUHE_TRY(flatten(head, scoring->unit_arena, &stretch.head));
    stretch.head_columns = move_over((struct fuhe_place){1, 0, 0}, stretch.head).column;
    const size_t behind = (size_t)(head.bytes + head.length - bytes.bytes);
    stretch.place = move_over(stretch.place, (fuhe_text){bytes.bytes, behind});
    stretch.bytes = fuhe_text_from(bytes, behind);
    return score_one_by_one(scoring, &stretch, found);
}

/* Converts a document to UTF-8, as far as it can be read. false when memory is out. */
static bool decode(struct fuhe_batch_scoring *scoring, fuhe_text bytes) {
    enum { STEP = 65536 };
    struct fuhe_memory_input memory = {.bytes = bytes.bytes, .length = bytes.length};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    struct fuhe_buffer *decoded = &scoring->decoded;
    struct fuhe_decoder decoder;
    size_t count = 1;

    fuhe_decoder_init(&decoder);
    fuhe_decoder_begin(&decoder, &input);
    decoded->length = 0;
    while (count > 0) {
        if (!fuhe_buffer_reserve(decoded, 2 * decoded->length + STEP)) {
            fuhe_decoder_release(&decoder);
            return false;
        }
        if (fuhe_decoder_read(&decoder, decoded->bytes + decoded->length, STEP, &count, NULL) != FUHE_STATUS_OK) {
            break;
        }
        decoded->length += count;
    }
    fuhe_decoder_release(&decoder);
    return true;
}

/* --- documents --- */

static enum fuhe_status review_unit(struct fuhe_batch_scoring *scoring) {
    struct fuhe_unit_review review;

    fuhe_arena_reset(scoring->unit_arena);
    FUHE_TRY(fuhe_unit_review_forms(scoring->unit, &scoring->around, scoring->last_pack, scoring->unit_arena, &review));
    return fuhe_outcome_add_unit(scoring->outcome, scoring->file, &scoring->around, &review);
}

static enum fuhe_status settle_document(struct fuhe_batch_scoring *scoring, enum fuhe_status status,
                                        struct fuhe_error *error) {
    if (status == FUHE_STATUS_UNREADABLE) {
        const bool is_nested = error->problem == FUHE_PROBLEM_INTAKE_ARCHIVE ||
                               (error->problem == FUHE_PROBLEM_INTAKE_PACKAGE && fuhe_archive_is_name(scoring->file));
        error->problem = is_nested ? FUHE_PROBLEM_ARCHIVE_NESTED : error->problem;
        return add_failure(scoring, error);
    }
    return status == FUHE_STATUS_OK ? review_unit(scoring) : status;
}

/* A document that is no form XML. */
static enum fuhe_status score_document(struct fuhe_batch_scoring *scoring, fuhe_text bytes) {
    const struct fuhe_form_sink sink = {take_form, scoring};
    struct fuhe_error error = {0};
    const enum fuhe_status status = fuhe_reader_read_whole(scoring->reader, bytes, &sink, &scoring->around, &error);

    return settle_document(scoring, status, &error);
}

static enum fuhe_status score_whole(struct fuhe_batch_scoring *scoring, fuhe_text bytes) {
    struct fuhe_memory_input memory = {.bytes = bytes.bytes, .length = bytes.length};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    const struct fuhe_form_sink sink = {take_form, scoring};
    struct fuhe_error error;

    if (fuhe_reader_takes_whole(bytes)) {
        return score_document(scoring, bytes);
    }
    const enum fuhe_status status =
        fuhe_form_reader_read(fuhe_reader_of_forms(scoring->reader), &input, &sink, &scoring->around, &error);
    if (status == FUHE_STATUS_OK) {
        return review_unit(scoring);
    }
    if (status != FUHE_STATUS_UNREADABLE) {
        return status;
    }
    if (!decode(scoring, bytes)) {
        return FUHE_STATUS_NO_MEMORY;
    }
    return recover(scoring, (fuhe_text){scoring->decoded.bytes, scoring->decoded.length}, &error);
}

/* hash may be NULL. */
static enum fuhe_status score_hashed(struct fuhe_batch_scoring *scoring, const char *file, fuhe_text bytes,
                                     const struct fuhe_hash *hash) {
    if (hash != NULL && scoring->known != NULL && fuhe_store_is_known(scoring->known, file, hash)) {
        return fuhe_batch_score_known(scoring, file, hash);
    }
    begin(scoring, file, 0);
    FUHE_TRY(score_whole(scoring, bytes));
    return end_file(scoring, hash, false);
}

enum fuhe_status fuhe_batch_score_bytes(struct fuhe_batch_scoring *scoring, const char *file, fuhe_text bytes) {
    if (!fuhe_outcome_marks_files(scoring->outcome) && !fuhe_shard_is_part(&scoring->shard)) {
        return score_hashed(scoring, file, bytes, NULL);
    }
    const struct fuhe_hash hash = fuhe_hash_of(bytes);
    return fuhe_shard_takes(&scoring->shard, &hash, file) ? score_hashed(scoring, file, bytes, &hash)
                                                          : fuhe_batch_score_elsewhere(scoring, file);
}

enum fuhe_status fuhe_batch_score_elsewhere(struct fuhe_batch_scoring *scoring, const char *file) {
    const struct fuhe_file_mark mark = {.file = file, .elsewhere = true};

    return fuhe_outcome_add_file(scoring->outcome, &mark);
}

enum fuhe_status fuhe_batch_score_known(struct fuhe_batch_scoring *scoring, const char *file,
                                        const struct fuhe_hash *hash) {
    begin(scoring, file, 0);
    return end_file(scoring, hash, true);
}

static enum fuhe_status read_stream(struct fuhe_batch_scoring *scoring, const struct fuhe_input *input) {
    const struct fuhe_form_sink sink = {take_form, scoring};
    struct fuhe_error error = {0};
    const enum fuhe_status status = fuhe_reader_read(scoring->reader, input, &sink, &scoring->around, &error);

    return settle_document(scoring, status, &error);
}

enum fuhe_status fuhe_batch_score_stream(struct fuhe_batch_scoring *scoring, const char *file,
                                         const struct fuhe_input *input) {
    struct fuhe_hashed_input hashed;
    const struct fuhe_input passing = fuhe_input_from_hashed(&hashed);

    begin(scoring, file, 0);
    fuhe_hashed_input_begin(&hashed, *input);
    FUHE_TRY(read_stream(scoring, fuhe_outcome_marks_files(scoring->outcome) ? &passing : input));
    return end_file(scoring, fuhe_hashed_input_hash(&hashed), false);
}

enum fuhe_status fuhe_batch_score_failure(struct fuhe_batch_scoring *scoring, const char *file,
                                          const struct fuhe_error *error) {
    if (!fuhe_shard_takes(&scoring->shard, NULL, file)) {
        return fuhe_batch_score_elsewhere(scoring, file);
    }
    begin(scoring, file, 0);
    FUHE_TRY(add_failure(scoring, error));
    return end_file(scoring, NULL, false);
}

/* --- parts --- */

static enum fuhe_status score_inside(struct fuhe_batch_scoring *scoring, const struct fuhe_part *part,
                                     fuhe_text bytes) {
    const struct fuhe_long_document *document = part->document;
    const fuhe_text head = {document->head, document->head_length};
    const bool closed = part->last && part->error.status == FUHE_STATUS_OK;
    struct joined_input joined = {
        .texts = {part->first ? (fuhe_text){NULL, 0} : head, bytes, closed ? (fuhe_text){NULL, 0} : collection_end}};
    const struct fuhe_input input = {read_joined, &joined};
    const struct fuhe_form_sink sink = {take_form, scoring};
    struct fuhe_place place = part->place;
    struct fuhe_error error;

    place.column -= part->first ? 0 : document->head_columns;
    const enum fuhe_status status = fuhe_form_reader_read_part(fuhe_reader_of_forms(scoring->reader), &input, place,
                                                               &sink, &scoring->around, &error);
    if (status != FUHE_STATUS_UNREADABLE) {
        return status;
    }
    if (is_about_whole(error.problem)) {
        return add_failure(scoring, &error);
    }
    if (part->first) {
        return recover(scoring, bytes, &error);
    }
    const struct stretch stretch = {bytes, part->place, head, document->head_columns};
    FUHE_TRY(keep_head(scoring));
    return score_one_by_one(scoring, &stretch, &error);
}

enum fuhe_status fuhe_batch_score_part(struct fuhe_batch_scoring *scoring, const struct fuhe_part *part,
                                       fuhe_text bytes) {
    struct joined_input joined = {.texts = {bytes}, .rest = &part->rest};
    const struct fuhe_input input = {read_joined, &joined};
    const char *file = part->document->file;
    const bool failed = part->error.status != FUHE_STATUS_OK;

    if (part->first && part->last && !part->streams && !failed) {
        return score_hashed(scoring, file, bytes, fuhe_long_document_hash(part->document));
    }
    begin(scoring, file, part->number);
    if (part->streams) {
        FUHE_TRY(read_stream(scoring, &input));
        return end_file(scoring, fuhe_long_document_hash(part->document), false);
    }
    if (bytes.length > 0) {
        FUHE_TRY(score_inside(scoring, part, bytes));
    }
    if (failed) {
        FUHE_TRY(add_failure(scoring, &part->error));
    }
    if (part->first && part->last) {
        return end_file(scoring, NULL, false);
    }
    scoring->outcome->tally.files += part->last;
    return FUHE_STATUS_OK;
}
