/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe score --fill with a document: what a person must look at first stays as it is, and everything that could not be
 * written is said. */
#include "cli/filling.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/import_words.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "report/place.h"
#include "report/translate.h"

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

static enum fuhe_status read_all(struct fuhe_filled_document *document, const struct fuhe_input *input,
                                 struct fuhe_error *err) {
    char piece[16384];
    size_t count = 1;

    while (count > 0 && document->bytes.length <= FUHE_LIMIT_INTAKE_BYTES) {
        FUHE_TRY(input->read(input->context, piece, sizeof piece, &count, err));
        fuhe_text_builder_add(&document->bytes, (fuhe_text){piece, count});
    }
    return document->bytes.failed ? no_memory(err) : FUHE_STATUS_OK;
}

enum fuhe_status fuhe_filled_document_begin(struct fuhe_filled_document *document, const char *path,
                                            const struct fuhe_input *input, const struct fuhe_words *words,
                                            struct fuhe_error *err) {
    *document = (struct fuhe_filled_document){.path = path, .arena = fuhe_arena_new()};
    document->own_words = words == NULL ? fuhe_words_new() : NULL;
    words = words == NULL ? document->own_words : words;
    if (document->arena == NULL || words == NULL) {
        return no_memory(err);
    }
    FUHE_TRY(read_all(document, input, err));
    const fuhe_text bytes = fuhe_text_builder_text(&document->bytes);
    return fuhe_filling_begin(&document->filling, bytes, words, document->arena, err);
}

/* "fuhe: 自评表.xlsx: " and a sentence with its words filled in, as a line of its own. */
static void say(const char *path, const char *sentence, const struct fuhe_template_word *words) {
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    if (memory != NULL) {
        fuhe_import_fill(&memory->output, sentence, words);
        const fuhe_text text = fuhe_memory_output_text(memory);
        (void)fprintf(stderr, "fuhe: %s: %.*s\n", fuhe_message_file(path), (int)text.length, text.bytes);
    }
    fuhe_memory_output_free(memory);
}

static void say_left_out(const struct fuhe_filled_document *document, const struct fuhe_form *form) {
    const fuhe_text name = form->project.state == FUHE_CELL_TEXT ? form->project.text : form->id.text;
    char address[FUHE_PLACE_ADDRESS_SIZE];

    say(document->path,
        _("“{name}” ({place}) is left as it is: a person must look at its doubtful cells first; fuhe import --show "
          "prints them"),
        (const struct fuhe_template_word[]){
            {"name", name}, {"place", fuhe_place_address(form, form->place, address)}, {NULL, {NULL, 0}}});
}

enum fuhe_status fuhe_filled_document_add(struct fuhe_filled_document *document, struct fuhe_reviewer *reviewer,
                                          const struct fuhe_result *result) {
    struct fuhe_reviewed reviewed;

    if (result->number >= document->filling.intake.recognition.form_count) {
        return FUHE_STATUS_INTERNAL;
    }
    if (document->filling.intake.recognition.forms[result->number]->needs_look) {
        document->left_out++;
        say_left_out(document, result->form);
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_reviewer_fill(reviewer, result, &reviewed));
    fuhe_filled_count_add(&document->count, &reviewed);
    return fuhe_filling_add(&document->filling, result->number, &reviewed.form, reviewed.total);
}

static void say_count(const char *path, const char *sentence, size_t count) {
    char digits[FUHE_SIZE_TEXT_SIZE];
    const fuhe_text text = {digits, fuhe_size_format(count, digits)};

    if (count > 0) {
        say(path, sentence, (const struct fuhe_template_word[]){{"count", text}, {NULL, {NULL, 0}}});
    }
}

enum fuhe_status fuhe_filled_document_end(struct fuhe_filled_document *document, struct fuhe_output *output,
                                          struct fuhe_error *err) {
    FUHE_TRY(fuhe_filling_end(&document->filling, output, err));
    document->count.scores = document->filling.written[FUHE_VALUE_SCORE];
    document->count.reasons = document->filling.written[FUHE_VALUE_REASON];
    say_count(document->path, _("values without a cell of their own in the form, which are not written: {count}"),
              document->filling.plan.homeless);
    say_count(document->path, _("cells of the reviewer that have formulas, which are left as they are: {count}"),
              document->filling.formulas);
    if (document->filling.is_signed) {
        say(document->path, _("the document is signed; the signature does not hold for the copy"), NULL);
    }
    return FUHE_STATUS_OK;
}

void fuhe_filled_document_release(struct fuhe_filled_document *document) {
    fuhe_text_builder_release(&document->bytes);
    fuhe_words_free(document->own_words);
    fuhe_arena_free(document->arena);
}

/* --- what was done ----------------------------------------------------------------------------------------------- */

void fuhe_filled_count_add(struct fuhe_filled_count *count, const struct fuhe_reviewed *reviewed) {
    count->forms++;
    count->scores += reviewed->scores;
    count->reasons += reviewed->reasons;
    count->judgements += reviewed->judgements;
    count->grades += reviewed->leaves_grade;
}

static void say_filled(const struct fuhe_filled_count *count, const char *path, const char *target) {
    const size_t counts[] = {count->forms, count->scores, count->reasons, count->judgements};
    char digits[sizeof counts / sizeof counts[0]][FUHE_SIZE_TEXT_SIZE];
    struct fuhe_template_word words[] = {{"forms", {NULL, 0}},           {"scores", {NULL, 0}},
                                         {"reasons", {NULL, 0}},         {"judgements", {NULL, 0}},
                                         {"file", fuhe_text_of(target)}, {NULL, {NULL, 0}}};

    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        words[i].text = (fuhe_text){digits[i], fuhe_size_format(counts[i], digits[i])};
    }
    say(path,
        _("filled in: forms {forms}, verified scores {scores}, reasons {reasons}, scores for a person to judge "
          "{judgements}; the result is in {file}"),
        words);
}

void fuhe_filled_count_say(const struct fuhe_filled_count *count, const char *path, const char *target) {
    if (target != NULL) {
        say_filled(count, path, target);
    } else {
        say_count(path, _("scores for a person to judge: {count}"), count->judgements);
    }
    say_count(path, _("forms whose grade is left blank, for it hangs on what a person has to judge: {count}"),
              count->grades);
}
