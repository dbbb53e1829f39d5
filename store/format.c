/* SPDX-License-Identifier: Apache-2.0 */
/* The store's own report format: headline figures and transcript of each form as a record. All that can be done here,
 * by many workers at a time, need not be done by the one who writes to the database. */
#include "engine/place.h"
#include "engine/risk.h"
#include "xml/hash.h"
#include "store/records.h"
#include "store/transcript.h"
#include "store/writer.h"

#include <stdio.h>
#include <string.h>

/* --- what findings there are --- */

enum {
    COUNT_BYTES = 20,
    WORD_BYTES = 48, /* of a code and a severity with what stands around them */
    WORDS_BYTES = FUHE_CODE_COUNT * FUHE_SEVERITY_COUNT * (WORD_BYTES + COUNT_BYTES)
};

struct counts {
    size_t of[FUHE_CODE_COUNT][FUHE_SEVERITY_COUNT];
    size_t sums[FUHE_SEVERITY_COUNT];
};

static void count(struct counts *counts, const struct fuhe_finding *finding) {
    counts->of[finding->code][finding->severity]++;
    counts->sums[finding->severity]++;
}

/* Text that is put together in a place that has room for all of it. */
struct words {
    char bytes[WORDS_BYTES];
    size_t used;
};

static void add_word(struct words *words, const char *word) {
    const size_t length = strlen(word);

    memcpy(words->bytes + words->used, word, length);
    words->used += length;
}

static void add_count(struct words *words, size_t number) {
    words->used += (size_t)snprintf(words->bytes + words->used, COUNT_BYTES, "%zu", number);
}

static void write_words(struct fuhe_output *output, const struct words *words) {
    fuhe_entry_text(output, (fuhe_text){words->bytes, words->used});
}

/* {"code/severity":count,…}, the worst severity first. */
static void write_findings(struct fuhe_output *output, const struct counts *counts) {
    struct words words;

    words.used = 0;
    for (size_t code = 0; code < FUHE_CODE_COUNT; code++) {
        for (size_t severity = FUHE_SEVERITY_COUNT; severity-- > 0;) {
            if (counts->of[code][severity] > 0) {
                add_word(&words, words.used == 0 ? "{\"" : ",\"");
                add_word(&words, fuhe_code_name((enum fuhe_code)code));
                add_word(&words, "/");
                add_word(&words, fuhe_severity_name((enum fuhe_severity)severity));
                add_word(&words, "\":");
                add_count(&words, counts->of[code][severity]);
            }
        }
    }
    add_word(&words, words.used == 0 ? "{}" : "}");
    write_words(output, &words);
}

static void write_codes(struct fuhe_output *output, const struct counts *counts) {
    struct words words;

    words.used = 0;
    for (size_t code = 0; code < FUHE_CODE_COUNT; code++) {
        const size_t *of = counts->of[code];
        if (of[FUHE_SEVERITY_ERROR] + of[FUHE_SEVERITY_WARNING] + of[FUHE_SEVERITY_NOTE] > 0) {
            add_word(&words, words.used == 0 ? "" : " ");
            add_word(&words, fuhe_code_name((enum fuhe_code)code));
        }
    }
    write_words(output, &words);
}

/* --- transcripts --- */

static enum fuhe_status write_part(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    struct fuhe_output *output = context;

    fuhe_entry_blob(output, FUHE_ENTRY_PART, (fuhe_text){bytes, length});
    if (output->status != FUHE_STATUS_OK && err != NULL) {
        *err = output->error;
    }
    return output->status;
}

/* A transcript's length is known when it is written; one that does not fit the buffer comes in parts. */
static void write_form_transcript(struct fuhe_output *output, const struct fuhe_form *form) {
    struct fuhe_output cells;

    fuhe_output_init(&cells, write_part, output);
    fuhe_transcript_write_form(&cells, form);
    fuhe_entry_blob(output, FUHE_ENTRY_BLOB, (fuhe_text){cells.buffer, cells.used});
}

static void write_around(struct fuhe_output *output, const struct fuhe_document *document) {
    struct fuhe_output cells;

    fuhe_output_init(&cells, write_part, output);
    fuhe_transcript_write_document(&cells, document);
    fuhe_entry_blob(output, FUHE_ENTRY_BLOB, (fuhe_text){cells.buffer, cells.used});
}

/* --- figures --- */

static void write_figure(struct fuhe_output *output, bool present, fuhe_decimal value) {
    if (present) {
        fuhe_entry_number(output, value.scaled);
    } else {
        fuhe_entry_null(output);
    }
}

/* Money in 分, half-up. */
static void write_money(struct fuhe_output *output, bool present, fuhe_decimal money) {
    enum { FEN = FUHE_DECIMAL_ONE / 100 };
    fuhe_decimal rounded;

    present = present && fuhe_decimal_round(money, 2, FUHE_ROUND_HALF_UP, &rounded) == FUHE_STATUS_OK;
    write_figure(output, present, (fuhe_decimal){present ? rounded.scaled / FEN : 0});
}

static void write_grade(struct fuhe_output *output, const struct fuhe_pack *pack, size_t grade) {
    fuhe_entry_text(output, grade < pack->grade_count ? pack->grades[grade].id : (fuhe_text){NULL, 0});
}

/* --- records --- */

static void write_who(struct fuhe_output *output, const struct fuhe_result *result) {
    const struct fuhe_form *form = result->form;

    fuhe_entry_number(output, (int64_t)result->number);
    fuhe_entry_number(output, fuhe_place_line(form->place));
    fuhe_entry_text(output, form->id.text);
    fuhe_entry_text(output, form->year.text);
    fuhe_entry_text(output, form->kind.text);
    fuhe_entry_text(output, form->project.text);
}

static void write_figures(struct fuhe_output *output, const struct fuhe_result *result) {
    static const char *const states[] = {
        [FUHE_REVIEW_SCORED] = "scored", [FUHE_REVIEW_PARTIAL] = "partial", [FUHE_REVIEW_UNSCORED] = "unscored"};
    const struct fuhe_review *review = &result->review;
    const struct fuhe_totals *totals = &review->totals;
    const struct fuhe_grading *grading = &review->grading;

    fuhe_entry_text(output, fuhe_text_of(states[review->state]));
    fuhe_entry_text(output, result->form->total_claimed.text);
    write_figure(output, totals->claimed.present, totals->claimed.value);
    write_figure(output, review->state != FUHE_REVIEW_UNSCORED, totals->verified);
    write_figure(output, totals->has_deviation, totals->deviation_points);
    write_figure(output, totals->has_deviation_rate, totals->deviation_rate);
    write_grade(output, review->pack, fuhe_review_claimed_grade(review));
    write_grade(output, review->pack, grading->has_grade ? grading->grade : review->pack->grade_count);
    fuhe_entry_text(output, fuhe_text_of(fuhe_firmness_name(grading->firmness)));
    write_money(output, review->execution.has_money, review->execution.budget);
}

static void write_counts(struct fuhe_output *output, const struct fuhe_review *review) {
    struct counts counts = {0};
    const struct fuhe_risk risk = fuhe_risk_of(review);

    for (size_t i = 0; i < review->findings.count; i++) {
        count(&counts, &review->findings.items[i]);
    }
    fuhe_entry_number(output, (int64_t)counts.sums[FUHE_SEVERITY_ERROR]);
    fuhe_entry_number(output, (int64_t)counts.sums[FUHE_SEVERITY_WARNING]);
    fuhe_entry_number(output, (int64_t)counts.sums[FUHE_SEVERITY_NOTE]);
    write_codes(output, &counts);
    write_findings(output, &counts);
    fuhe_entry_number(output, fuhe_risk_total(&risk));
}

static void form(struct fuhe_report *report, const struct fuhe_result *result) {
    const struct fuhe_form *printed = result->form;
    struct fuhe_output *output = report->output;

    fuhe_entry_begin(output, FUHE_ENTRY_FORM);
    fuhe_entry_text(output, fuhe_text_of(result->file));
    fuhe_entry_text(output, printed->department.text.length > 0 ? printed->department.text : printed->unit.text);
    fuhe_entry_number(output, (int64_t)(intptr_t)result->review.pack);
    write_form_transcript(output, printed);
    write_who(output, result);
    write_figures(output, result);
    write_counts(output, &result->review);
}

static void unit(struct fuhe_report *report, const char *file, const struct fuhe_document *document,
                 const struct fuhe_unit_review *review) {
    struct counts counts = {0};

    (void)document;
    for (size_t i = 0; i < review->finding_count; i++) {
        count(&counts, &review->findings[i].finding);
    }
    fuhe_entry_begin(report->output, FUHE_ENTRY_UNIT);
    fuhe_entry_text(report->output, fuhe_text_of(file));
    write_findings(report->output, &counts);
}

static void failure(struct fuhe_report *report, const char *file, const struct fuhe_error *error) {
    struct fuhe_output *output = report->output;

    fuhe_entry_begin(output, FUHE_ENTRY_FAILURE);
    fuhe_entry_text(output, fuhe_text_of(file));
    fuhe_entry_text(output, fuhe_text_of(fuhe_problem_name(error->problem)));
    fuhe_entry_number(output, error->line);
    fuhe_entry_number(output, error->column);
    fuhe_entry_text(output, fuhe_text_of(error->subject));
    fuhe_entry_text(output, fuhe_text_of(error->found));
    fuhe_entry_text(output, fuhe_text_of(error->expected));
}

static void file(struct fuhe_report *report, const struct fuhe_file_mark *mark) {
    struct fuhe_output *output = report->output;

    fuhe_entry_begin(output, FUHE_ENTRY_FILE);
    fuhe_entry_text(output, fuhe_text_of(mark->file));
    if (mark->hash == NULL) {
        fuhe_entry_null(output);
    } else {
        fuhe_entry_blob(output, FUHE_ENTRY_BLOB, (fuhe_text){(const char *)mark->hash, FUHE_HASH_BYTES});
    }
    fuhe_entry_number(output, mark->elsewhere);
    fuhe_entry_number(output, mark->known);
    fuhe_entry_number(output, mark->whole);
    if (mark->around == NULL) {
        fuhe_entry_null(output);
    } else {
        write_around(output, mark->around);
    }
}

static void nothing(struct fuhe_report *report) {
    (void)report;
}

static void end(struct fuhe_report *report, const struct fuhe_report_summary *summary) {
    (void)report, (void)summary;
}

const struct fuhe_report_format fuhe_store_records = {"store", nothing, form, unit, failure, end, file};
