/* SPDX-License-Identifier: Apache-2.0 */
/* Results are rendered where they are made, by many at a time; what is left to do in order is writing bytes. */
#include "batch/outcome.h"

#include <string.h>

#include "engine/place.h"

bool fuhe_outcome_init(struct fuhe_outcome *outcome, const struct fuhe_report_format *const *formats, size_t count) {
    bool made = true;

    *outcome = (struct fuhe_outcome){.format_count = count, .arena = fuhe_arena_new()};
    for (size_t i = 0; i < count; i++) {
        outcome->streams[i] = fuhe_memory_output_new();
        outcome->reports[i] = (struct fuhe_report){.format = formats[i]};
        made = made && outcome->streams[i] != NULL;
        outcome->reports[i].output = made ? &outcome->streams[i]->output : NULL;
    }
    fuhe_tally_reset(&outcome->tally);
    return made && outcome->arena != NULL;
}

void fuhe_outcome_release(struct fuhe_outcome *outcome) {
    for (size_t i = 0; i < outcome->format_count; i++) {
        fuhe_memory_output_free(outcome->streams[i]);
    }
    fuhe_arena_free(outcome->arena);
    *outcome = (struct fuhe_outcome){0};
}

void fuhe_outcome_reset(struct fuhe_outcome *outcome) {
    for (size_t i = 0; i < outcome->format_count; i++) {
        fuhe_memory_output_reset(outcome->streams[i]);
    }
    fuhe_tally_reset(&outcome->tally);
    fuhe_arena_reset(outcome->arena);
    outcome->unscored = NULL;
    outcome->unscored_count = 0;
    outcome->unscored_capacity = 0;
}

size_t fuhe_outcome_size(const struct fuhe_outcome *outcome) {
    size_t size = outcome->unscored_count * sizeof *outcome->unscored;

    for (size_t i = 0; i < outcome->format_count; i++) {
        size += outcome->streams[i]->length;
    }
    return size;
}

/* Output into memory fails only for want of it. */
static enum fuhe_status streams_status(const struct fuhe_outcome *outcome) {
    for (size_t i = 0; i < outcome->format_count; i++) {
        if (outcome->streams[i]->output.status != FUHE_STATUS_OK) {
            return FUHE_STATUS_NO_MEMORY;
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status add_unscored(struct fuhe_outcome *outcome, struct fuhe_unscored unscored) {
    void *items = outcome->unscored;
    fuhe_text file;

    FUHE_TRY(fuhe_arena_copy(outcome->arena, fuhe_text_of(unscored.file), &file));
    FUHE_TRY(fuhe_arena_copy(outcome->arena, unscored.id, &unscored.id));
    FUHE_TRY(fuhe_arena_copy(outcome->arena, unscored.project, &unscored.project));
    FUHE_TRY(fuhe_arena_grow(outcome->arena, &items, outcome->unscored_count, &outcome->unscored_capacity,
                             sizeof *outcome->unscored));
    unscored.file = file.bytes;
    outcome->unscored = items;
    outcome->unscored[outcome->unscored_count++] = unscored;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_outcome_add_form(struct fuhe_outcome *outcome, const struct fuhe_result *result) {
    for (size_t i = 0; i < outcome->format_count; i++) {
        outcome->reports[i].format->form(&outcome->reports[i], result);
    }
    fuhe_tally_add_form(&outcome->tally, result);
    if (result->review.state == FUHE_REVIEW_UNSCORED) {
        const struct fuhe_unscored unscored = {.file = result->file,
                                               .is_form = true,
                                               .number = result->number,
                                               .line = fuhe_place_line(result->form->place),
                                               .id = result->form->id.text,
                                               .project = result->form->project.text};
        FUHE_TRY(add_unscored(outcome, unscored));
    }
    return streams_status(outcome);
}

enum fuhe_status fuhe_outcome_add_failure(struct fuhe_outcome *outcome, const char *file,
                                          const struct fuhe_error *error) {
    for (size_t i = 0; i < outcome->format_count; i++) {
        outcome->reports[i].format->failure(&outcome->reports[i], file, error);
    }
    outcome->tally.failures++;
    FUHE_TRY(add_unscored(outcome, (struct fuhe_unscored){.file = file, .error = *error}));
    return streams_status(outcome);
}

enum fuhe_status fuhe_outcome_add_unit(struct fuhe_outcome *outcome, const char *file,
                                       const struct fuhe_document *document, const struct fuhe_unit_review *review) {
    for (size_t i = 0; i < outcome->format_count; i++) {
        outcome->reports[i].format->unit(&outcome->reports[i], file, document, review);
    }
    fuhe_tally_add_unit(&outcome->tally, review);
    return streams_status(outcome);
}

bool fuhe_outcome_marks_files(const struct fuhe_outcome *outcome) {
    bool marks = false;

    for (size_t i = 0; i < outcome->format_count; i++) {
        marks |= outcome->reports[i].format->file != NULL;
    }
    return marks;
}

enum fuhe_status fuhe_outcome_add_file(struct fuhe_outcome *outcome, const struct fuhe_file_mark *mark) {
    for (size_t i = 0; i < outcome->format_count; i++) {
        if (outcome->reports[i].format->file != NULL) {
            outcome->reports[i].format->file(&outcome->reports[i], mark);
        }
    }
    return streams_status(outcome);
}
