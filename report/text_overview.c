/* SPDX-License-Identifier: Apache-2.0 */
/* The overview at the end of a report on several forms: a line each. */
#include <stdlib.h>
#include <string.h>

#include "report/messages.h"
#include "report/text.h"
#include "report/translate.h"
#include "report/width.h"

enum { FIGURE_COLUMNS = 9, GRADE_COLUMNS = 9, COUNT_COLUMNS = 5, SPACE_COLUMNS = 4 };

/* What the figures leave of the page. */
static size_t name_columns(void) {
    return fuhe_width_page() - 4 * FIGURE_COLUMNS - GRADE_COLUMNS - 2 * COUNT_COLUMNS - SPACE_COLUMNS + 2;
}

static char *copy(fuhe_text text) {
    char *bytes = malloc(text.length + 1);

    if (bytes != NULL) {
        if (text.length > 0) {
            memcpy(bytes, text.bytes, text.length);
        }
        bytes[text.length] = '\0';
    }
    return bytes;
}

static bool make_room(struct fuhe_text_state *state) {
    if (state->entry_count < state->entry_capacity) {
        return true;
    }
    const size_t capacity = state->entry_capacity == 0 ? 16 : state->entry_capacity * 2;
    struct fuhe_text_entry *entries =
        capacity > 2 * FUHE_TEXT_ENTRIES_MAX ? NULL : realloc(state->entries, capacity * sizeof *entries);
    if (entries == NULL) {
        return false;
    }
    state->entries = entries;
    state->entry_capacity = capacity;
    return true;
}

static void count_findings(const struct fuhe_report *report, const struct fuhe_review *review,
                           struct fuhe_text_entry *entry) {
    for (size_t i = 0; i < review->findings.count; i++) {
        const struct fuhe_finding *finding = &review->findings.items[i];
        entry->findings[finding->severity] += fuhe_report_shows(&report->options, finding);
    }
}

void fuhe_text_remember(struct fuhe_report *report, const struct fuhe_result *result) {
    struct fuhe_text_state *state = report->state;
    const struct fuhe_review *review = &result->review;

    state->forms++;
    if (!make_room(state)) {
        return;
    }
    struct fuhe_text_entry *entry = &state->entries[state->entry_count];
    memset(entry, 0, sizeof *entry);
    entry->name = copy(result->form->project.text.length > 0 ? result->form->project.text : result->form->id.text);
    if (entry->name == NULL) {
        return;
    }
    if (fuhe_review_has_grade(review)) {
        const fuhe_text grade = fuhe_message_choose(review->pack->grades[review->grading.grade].name);
        entry->grade = grade.bytes;
        entry->grade_length = grade.length;
    }
    entry->scored = review->state != FUHE_REVIEW_UNSCORED;
    entry->claimed = review->totals.claimed;
    entry->verified = review->totals.verified;
    entry->deviation = fuhe_review_deviation(review);
    entry->rate = fuhe_review_deviation_rate(review);
    entry->is_doubtful = fuhe_review_doubts(review) > 0;
    count_findings(report, review, entry);
    state->entry_count++;
}

static void write_heads(struct fuhe_report *report) {
    struct fuhe_output *output = report->output;

    fuhe_output_char(output, '\n');
    fuhe_text_style(report, FUHE_STYLE_BOLD);
    fuhe_width_left(output, fuhe_text_of(_("Project")), name_columns());
    fuhe_width_right(output, fuhe_text_of(_("Claimed")), FIGURE_COLUMNS);
    fuhe_width_right(output, fuhe_text_of(_("Verified")), FIGURE_COLUMNS);
    fuhe_width_right(output, fuhe_text_of(_("Apart")), FIGURE_COLUMNS);
    fuhe_width_right(output, fuhe_text_of(_("Rate %")), FIGURE_COLUMNS);
    fuhe_output_string(output, "  ");
    fuhe_width_left(output, fuhe_text_of(_("Grade")), GRADE_COLUMNS);
    fuhe_width_right(output, fuhe_text_of(_("err")), COUNT_COLUMNS);
    fuhe_width_right(output, fuhe_text_of(_("warn")), COUNT_COLUMNS);
    fuhe_text_style(report, FUHE_STYLE_PLAIN);
    fuhe_output_char(output, '\n');
}

static void write_decimal(struct fuhe_report *report, bool present, fuhe_decimal value) {
    char text[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = present ? fuhe_decimal_format(value, 2, text) : 0;

    fuhe_output_char(report->output, ' ');
    fuhe_width_right(report->output, present ? (fuhe_text){text, length} : FUHE_TEXT("—"), FIGURE_COLUMNS - 1);
}

static void write_count(struct fuhe_report *report, size_t count) {
    char text[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_decimal_format(FUHE_DECIMAL((int64_t)count), 0, text);

    fuhe_width_right(report->output, (fuhe_text){text, length}, COUNT_COLUMNS);
}

static void write_entry(struct fuhe_report *report, const struct fuhe_text_entry *entry) {
    const fuhe_text name = fuhe_text_of(entry->name);
    const bool deviates = entry->deviation.present && entry->deviation.value.scaled != 0;

    fuhe_width_left(report->output, name, name_columns());
    if (fuhe_width_of(name) >= name_columns()) {
        fuhe_output_char(report->output, '\n');
        fuhe_width_spaces(report->output, name_columns());
    }
    write_decimal(report, entry->claimed.present, entry->claimed.value);
    write_decimal(report, entry->scored, entry->verified);
    if (deviates) {
        fuhe_text_style(report, FUHE_STYLE_RED);
    }
    write_decimal(report, entry->deviation.present, entry->deviation.value);
    write_decimal(report, entry->rate.present, entry->rate.value);
    if (deviates) {
        fuhe_text_style(report, FUHE_STYLE_PLAIN);
    }
    fuhe_output_string(report->output, "  ");
    fuhe_width_left(report->output,
                    entry->grade == NULL ? FUHE_TEXT("—") : (fuhe_text){entry->grade, entry->grade_length},
                    GRADE_COLUMNS);
    write_count(report, entry->findings[FUHE_SEVERITY_ERROR]);
    write_count(report, entry->findings[FUHE_SEVERITY_WARNING]);
    fuhe_output_char(report->output, '\n');
    if (entry->is_doubtful) {
        fuhe_output_string(report->output, _("  ? read with doubt: compare it with the document first"));
        fuhe_output_char(report->output, '\n');
    }
}

void fuhe_text_overview(struct fuhe_report *report) {
    const struct fuhe_text_state *state = report->state;

    if (state->forms < 2) {
        return;
    }
    write_heads(report);
    for (size_t i = 0; i < state->entry_count; i++) {
        write_entry(report, &state->entries[i]);
    }
    if (state->entry_count < state->forms) {
        fuhe_output_string(report->output, _("… (the overview is cut here; --format csv has every form)"));
        fuhe_output_char(report->output, '\n');
    }
}

const char *fuhe_text_project(const struct fuhe_report *report, size_t form_count, size_t index) {
    const struct fuhe_text_state *state = report->state;

    if (state->entry_count < state->forms || state->forms < form_count || index >= form_count) {
        return NULL;
    }
    return state->entries[state->forms - form_count + index].name;
}

void fuhe_text_forget(struct fuhe_report *report) {
    struct fuhe_text_state *state = report->state;

    if (state == NULL) {
        return;
    }
    for (size_t i = 0; i < state->entry_count; i++) {
        free(state->entries[i].name);
    }
    free(state->entries);
    fuhe_memory_output_free(state->scratch);
    free(state);
    report->state = NULL;
}
