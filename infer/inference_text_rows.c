/* SPDX-License-Identifier: Apache-2.0 */
/* Counter-examples for people: what is claimed, what the proposal would give, and where it stands. */
#include "infer/inference_write.h"
#include "infer/sentence.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "report/place.h"
#include "report/translate.h"

enum { INDENT = 4, LISTED_MAX = 10 };

fuhe_text fuhe_inference_form(const struct fuhe_observations *observations, size_t form,
                              char room[FUHE_SIZE_TEXT_SIZE]) {
    const struct fuhe_seen_form *seen = &observations->forms[form];

    if (seen->project.length > 0) {
        return seen->project;
    }
    return seen->id.length > 0 ? seen->id : (fuhe_text){room, fuhe_size_format(seen->number, room)};
}

/* "forms.xml:18:77", "forms.xlsx Sheet1!G17" */
static void write_place(const struct fuhe_observations *observations, const struct fuhe_seen_place *at,
                        struct fuhe_output *output) {
    fuhe_output_string(output, fuhe_message_file(observations->forms[at->form].file.bytes));
    if (at->address.length > 0) {
        fuhe_output_char(output, ' ');
        fuhe_place_write_address(output, at->address);
    } else if (at->place.line > 0) {
        fuhe_output_char(output, ':');
        fuhe_place_write(output, NULL, at->place);
    }
}

/* The sentence with {form} and {place} as well. */
static void write_at(const struct fuhe_observations *observations, const struct fuhe_seen_place *at,
                     const char *sentence, struct fuhe_slots *slots, struct fuhe_output *output) {
    struct fuhe_memory_output *place = fuhe_memory_output_new();
    char room[FUHE_SIZE_TEXT_SIZE];

    if (place == NULL) {
        fuhe_output_no_memory(output);
        return;
    }
    write_place(observations, at, &place->output);
    fuhe_slots_text(slots, "form", fuhe_inference_form(observations, at->form, room));
    fuhe_slots_text(slots, "place", fuhe_memory_output_text(place));
    fuhe_sentence_write(output, INDENT, sentence, slots);
    fuhe_memory_output_free(place);
}

static void write_more(size_t count, struct fuhe_output *output) {
    struct fuhe_slots slots = {.count = 0};

    if (count > LISTED_MAX) {
        fuhe_slots_count(&slots, "more", count - LISTED_MAX);
        fuhe_sentence_write(output, INDENT, _("and {more} more (--format json has them all)"), &slots);
    }
}

static void write_row(const struct fuhe_inference *inference, size_t index, const char *sentence,
                      struct fuhe_output *output) {
    const struct fuhe_observations *observations = inference->observations;
    const struct fuhe_seen_row *row = &observations->rows[index];
    const struct fuhe_outcome *outcome = fuhe_methods_outcome(&inference->methods, row);
    struct fuhe_slots slots = {.count = 0};

    fuhe_slots_count(&slots, "number", row->number);
    fuhe_slots_text(&slots, "name", row->name);
    fuhe_slots_text(&slots, "target", row->target);
    fuhe_slots_text(&slots, "actual", row->actual);
    fuhe_slots_decimal(&slots, "weight", row->weight);
    fuhe_slots_decimal(&slots, "claim", row->claim.value);
    if (outcome != NULL) {
        fuhe_slots_decimal(&slots, "gives", outcome->recomputed);
    }
    write_at(observations, &row->at, sentence, &slots, output);
}

void fuhe_inference_write_rows(const struct fuhe_inference *inference, const size_t *rows, size_t count,
                               struct fuhe_output *output) {
    struct fuhe_slots slots = {.count = 0};

    if (count == 0) {
        return;
    }
    fuhe_slots_count(&slots, "count", count);
    fuhe_sentence_write(output, INDENT / 2, _("Rows that do not fit: {count}"), &slots);
    for (size_t i = 0; i < count && i < LISTED_MAX; i++) {
        write_row(inference, rows[i],
                  _("{form}, row {number} {name}: target {target}, result {actual}, weight {weight}; claimed {claim}, "
                    "this would give {gives} ({place})"),
                  output);
    }
    write_more(count, output);
}

void fuhe_inference_write_rounded(const struct fuhe_inference *inference, const size_t *rows, size_t count,
                                  struct fuhe_output *output) {
    struct fuhe_slots slots = {.count = 0};

    if (count == 0) {
        return;
    }
    fuhe_slots_count(&slots, "count", count);
    fuhe_sentence_write(output, INDENT / 2, _("Rows that are rounded otherwise: {count}"), &slots);
    for (size_t i = 0; i < count && i < LISTED_MAX; i++) {
        write_row(inference, rows[i], _("{form}, row {number} {name}: claimed {claim} for {gives} ({place})"), output);
    }
    write_more(count, output);
}

/* --- execution ---------------------------------------------------------------------------------------------------- */

/* What the proposed rule gives for an observed execution. */
static fuhe_decimal given(const struct fuhe_inference *inference, const struct fuhe_seen_execution *seen) {
    struct fuhe_pack pack = *inference->observations->base;
    struct fuhe_execution execution = seen->execution;

    pack.execution = inference->execution.rule;
    return fuhe_execution_rescore(&pack, &execution) == FUHE_STATUS_OK ? execution.recomputed : FUHE_DECIMAL(0);
}

void fuhe_inference_write_executions(const struct fuhe_inference *inference, struct fuhe_output *output) {
    const struct fuhe_execution_proposal *proposal = &inference->execution;
    struct fuhe_slots count = {.count = 0};

    if (proposal->misfit_count == 0) {
        return;
    }
    fuhe_slots_count(&count, "count", proposal->misfit_count);
    fuhe_sentence_write(output, INDENT / 2, _("Scores that do not fit: {count}"), &count);
    for (size_t i = 0; i < proposal->misfit_count && i < LISTED_MAX; i++) {
        const struct fuhe_seen_execution *seen = &inference->observations->executions[proposal->misfits[i]];
        struct fuhe_slots slots = {.count = 0};
        fuhe_slots_fraction(&slots, "rate", seen->execution.rate);
        fuhe_slots_decimal(&slots, "claim", seen->execution.claim.value);
        fuhe_slots_decimal(&slots, "gives", given(inference, seen));
        write_at(inference->observations, &seen->at,
                 seen->inferred ? _("{form}: rate {rate} %; {claim} told from the total, which may be wrong itself; "
                                    "this would give {gives} ({place})")
                                : _("{form}: rate {rate} %; claimed {claim}, this would give {gives} ({place})"),
                 &slots, output);
    }
    write_more(proposal->misfit_count, output);
}

/* --- grades ------------------------------------------------------------------------------------------------------- */

void fuhe_inference_write_grades(const struct fuhe_inference *inference, struct fuhe_output *output) {
    const struct fuhe_grade_proposal *proposal = &inference->grades;
    const size_t misfits = proposal->steps.misfits;
    struct fuhe_slots count = {.count = 0};
    size_t listed = 0;

    if (misfits == 0) {
        return;
    }
    fuhe_slots_count(&count, "count", misfits);
    fuhe_sentence_write(output, INDENT / 2, _("Forms that do not fit: {count}"), &count);
    for (size_t i = 0; i < proposal->printed && listed < LISTED_MAX; i++) {
        if (!proposal->points[i].fits) {
            const struct fuhe_seen_place at = {.form = proposal->points[i].source};
            struct fuhe_slots slots = {.count = 0};
            fuhe_slots_fraction(&slots, "total", proposal->points[i].at);
            fuhe_slots_text(&slots, "grade", inference->observations->forms[at.form].grade);
            write_at(inference->observations, &at, _("{form}: {total} points, {grade} ({place})"), &slots, output);
            listed++;
        }
    }
    write_more(misfits, output);
}
