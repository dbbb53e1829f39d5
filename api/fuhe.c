/* SPDX-License-Identifier: Apache-2.0 */
/* The public interface: reader, choice of pack and engine wired together, one form at a time. */
#include "api/fuhe.h"

#include <stdlib.h>
#include <string.h>

struct fuhe_scorer {
    const struct fuhe_pack_library *library;
    const struct fuhe_pack *rules;
    struct fuhe_reader *reader;
    struct fuhe_unit *unit;
    struct fuhe_arena *unit_arena;
};

/* One document on its way through the scorer. */
struct scoring {
    struct fuhe_scorer *scorer;
    const struct fuhe_score_sink *sink;
    const char *file;
    size_t number;
    const struct fuhe_pack *last_pack;
};

const char *fuhe_version(void) {
    return FUHE_VERSION;
}

struct fuhe_scorer *fuhe_scorer_new(const struct fuhe_pack_library *library, const struct fuhe_pack *rules) {
    return fuhe_scorer_new_with(library, rules, NULL);
}

struct fuhe_scorer *fuhe_scorer_new_with(const struct fuhe_pack_library *library, const struct fuhe_pack *rules,
                                         const struct fuhe_reader_options *options) {
    struct fuhe_scorer *scorer = calloc(1, sizeof *scorer);

    if (scorer == NULL) {
        return NULL;
    }
    scorer->library = library;
    scorer->rules = rules;
    scorer->reader = fuhe_reader_new(options);
    scorer->unit = fuhe_unit_new();
    scorer->unit_arena = fuhe_arena_new();
    if (scorer->reader == NULL || scorer->unit == NULL || scorer->unit_arena == NULL) {
        fuhe_scorer_free(scorer);
        return NULL;
    }
    return scorer;
}

void fuhe_scorer_free(struct fuhe_scorer *scorer) {
    if (scorer != NULL) {
        fuhe_reader_free(scorer->reader);
        fuhe_unit_free(scorer->unit);
        fuhe_arena_free(scorer->unit_arena);
        free(scorer);
    }
}

static enum fuhe_status score_form(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    struct scoring *scoring = context;
    struct fuhe_scorer *scorer = scoring->scorer;
    const struct fuhe_pack_choice choice = fuhe_pack_library_choose(scorer->library, scorer->rules, form);
    struct fuhe_result result;

    if (choice.pack == NULL) {
        return FUHE_STATUS_INVALID;
    }
    FUHE_TRY(fuhe_result_make(form, choice, arena, &result));
    result.file = scoring->file;
    result.number = scoring->number++;
    scoring->last_pack = choice.pack;
    FUHE_TRY(fuhe_unit_add(scorer->unit, &result.review));
    return scoring->sink->result == NULL ? FUHE_STATUS_OK : scoring->sink->result(scoring->sink->context, &result);
}

static enum fuhe_status review_unit(const struct scoring *scoring, const struct fuhe_document *document) {
    const struct fuhe_score_sink *sink = scoring->sink;
    struct fuhe_scorer *scorer = scoring->scorer;
    struct fuhe_unit_review review;

    if (sink->unit == NULL || scoring->last_pack == NULL) {
        return FUHE_STATUS_OK;
    }
    fuhe_arena_reset(scorer->unit_arena);
    FUHE_TRY(fuhe_unit_review_forms(scorer->unit, document, scoring->last_pack, scorer->unit_arena, &review));
    return sink->unit(sink->context, document, &review);
}

/* The reader says where a document is at fault; any other failure gets its reason here. A receiver that stops the
 * scoring knows its own. */
static void give_reason(enum fuhe_status status, struct fuhe_error *err) {
    static const struct {
        enum fuhe_status status;
        enum fuhe_problem problem;
    } reasons[] = {
        {FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY},
        {FUHE_STATUS_INVALID, FUHE_PROBLEM_PACK_UNKNOWN},
    };

    err->status = status;
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0] && err->problem == FUHE_PROBLEM_NONE; i++) {
        if (reasons[i].status == status) {
            err->problem = reasons[i].problem;
        }
    }
}

enum fuhe_status fuhe_scorer_score(struct fuhe_scorer *scorer, const struct fuhe_input *input, const char *file,
                                   const struct fuhe_score_sink *sink, struct fuhe_error *err) {
    struct scoring scoring = {.scorer = scorer, .sink = sink, .file = file};
    const struct fuhe_form_sink forms = {score_form, &scoring};
    struct fuhe_document document;

    if (err != NULL) {
        memset(err, 0, sizeof *err);
    }
    fuhe_unit_reset(scorer->unit);
    enum fuhe_status status = fuhe_reader_read(scorer->reader, input, &forms, &document, err);
    if (status == FUHE_STATUS_OK) {
        status = review_unit(&scoring, &document);
    }
    if (status != FUHE_STATUS_OK && err != NULL) {
        give_reason(status, err);
    }
    return status;
}

enum fuhe_status fuhe_scorer_score_buffer(struct fuhe_scorer *scorer, const char *bytes, size_t length,
                                          const char *file, const struct fuhe_score_sink *sink,
                                          struct fuhe_error *err) {
    struct fuhe_memory_input memory = {.bytes = bytes, .length = length};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);

    return fuhe_scorer_score(scorer, &input, file, sink, err);
}
