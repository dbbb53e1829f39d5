/* SPDX-License-Identifier: Apache-2.0 */
/* The history of a form: for people a block for each project, in it a block for each form (a year), in it a line for
 * each review and below it what changed; for machines a list. */
#include "cli/history.h"

#include "cli/review_change.h"
#include "report/messages.h"
#include "report/translate.h"
#include "report/width.h"

enum { RUN_COLUMNS = 9, DATE_COLUMNS = 12, FIGURE_COLUMNS = 10, GAP = 2, INDENT = 2 };

bool fuhe_history_begin(struct fuhe_history *history) {
    history->count = 0;
    history->scratch = fuhe_memory_output_new();
    history->arenas[0] = fuhe_arena_new();
    history->arenas[1] = fuhe_arena_new();
    if (history->json) {
        fuhe_output_string(history->output, "{\"schema\":\"fuhe-history/1\",\"reviews\":[");
    }
    return history->scratch != NULL && history->arenas[0] != NULL && history->arenas[1] != NULL;
}

void fuhe_history_end(struct fuhe_history *history) {
    if (history->json) {
        fuhe_output_string(history->output, "]}\n");
    }
    fuhe_memory_output_free(history->scratch);
    fuhe_arena_free(history->arenas[0]);
    fuhe_arena_free(history->arenas[1]);
}

/* --- what belongs together --- */

static bool same_project(const struct fuhe_survey_form *a, const struct fuhe_survey_form *b) {
    return fuhe_text_equals(a->department_name, b->department_name) && fuhe_text_equals(a->project, b->project);
}

static bool same_form(const struct fuhe_survey_form *a, const struct fuhe_survey_form *b) {
    return same_project(a, b) && fuhe_text_equals(a->year, b->year) && fuhe_text_equals(a->file, b->file) &&
           a->number == b->number;
}

/* --- for people --- */

static struct fuhe_output *scratch_of(struct fuhe_history *history) {
    fuhe_memory_output_reset(history->scratch);
    return &history->scratch->output;
}

static void write_right(struct fuhe_history *history, size_t columns) {
    fuhe_width_right(history->output, fuhe_memory_output_text(history->scratch), columns);
}

static void write_figure(struct fuhe_history *history, struct fuhe_figure figure) {
    fuhe_review_write_figure(scratch_of(history), figure);
    write_right(history, FIGURE_COLUMNS);
}

static void write_heads(struct fuhe_history *history) {
    struct fuhe_output *output = history->output;

    fuhe_width_spaces(output, INDENT);
    fuhe_width_left(output, fuhe_text_of(_("Run")), RUN_COLUMNS);
    if (history->dates) {
        fuhe_width_left(output, fuhe_text_of(_("Date")), DATE_COLUMNS);
    }
    fuhe_width_right(output, fuhe_text_of(_("Claimed")), FIGURE_COLUMNS);
    fuhe_width_right(output, fuhe_text_of(_("Verified")), FIGURE_COLUMNS);
    fuhe_width_right(output, fuhe_text_of(_("Deviation")), FIGURE_COLUMNS);
    fuhe_width_right(output, fuhe_text_of(_("Rate %")), FIGURE_COLUMNS);
    fuhe_width_spaces(output, GAP);
    fuhe_width_left(output, fuhe_text_of(_("Grade")), FIGURE_COLUMNS);
    fuhe_output_string(output, _("Rules"));
    fuhe_output_char(output, '\n');
}

/* The project, and where the form stands. */
static void write_headings(struct fuhe_history *history, const struct fuhe_history_review *review) {
    struct fuhe_output *output = history->output;
    const bool first = history->count == 0;

    if (first || !same_project(&history->before.form, &review->form)) {
        fuhe_output_string(output, first ? "" : "\n");
        fuhe_review_write_name(output, review, false);
        fuhe_output_char(output, '\n');
    }
    if (first || !same_form(&history->before.form, &review->form)) {
        fuhe_output_char(output, '\n');
        fuhe_width_write(output, review->form.year.length == 0 ? fuhe_text_of(_("no year")) : review->form.year);
        fuhe_output_string(output, "  ");
        fuhe_width_write(output, review->form.file);
        fuhe_output_string(output, " #");
        fuhe_output_size(output, review->form.number);
        fuhe_output_char(output, '\n');
        write_heads(history);
    }
}

/* "1-2", with a mark for the one in force. */
static void write_runs(struct fuhe_history *history, const struct fuhe_history_review *review) {
    struct fuhe_output *scratch = scratch_of(history);

    fuhe_output_size(scratch, (size_t)review->first_run);
    if (review->last_run != review->first_run) {
        fuhe_output_char(scratch, '-');
        fuhe_output_size(scratch, (size_t)review->last_run);
    }
    fuhe_output_string(scratch, review->in_force ? " *" : "");
    fuhe_width_left(history->output, fuhe_memory_output_text(history->scratch), RUN_COLUMNS);
}

static void write_review(struct fuhe_history *history, const struct fuhe_history_review *review) {
    const struct fuhe_survey_form *form = &review->form;
    struct fuhe_output *output = history->output;

    fuhe_width_spaces(output, INDENT);
    write_runs(history, review);
    if (history->dates) {
        const fuhe_text day = {review->started.bytes, review->started.length < 10 ? review->started.length : 10};
        fuhe_width_left(output, day, DATE_COLUMNS);
    }
    fuhe_width_right(output, form->claimed.length == 0 ? FUHE_TEXT("—") : form->claimed, FIGURE_COLUMNS);
    write_figure(history, form->verified);
    write_figure(history, form->deviation);
    write_figure(history, form->rate);
    fuhe_width_spaces(output, GAP);
    fuhe_width_left(output, fuhe_review_grade(review, FUHE_REVIEW_RECOMMENDED), FIGURE_COLUMNS);
    fuhe_review_write_rules(output, review, history->count > 0 ? &history->before : NULL);
    fuhe_output_char(output, '\n');
}

static void write_note(struct fuhe_history *history, const char *heading) {
    struct fuhe_output *output = history->output;

    fuhe_width_spaces(output, INDENT + RUN_COLUMNS);
    fuhe_output_string(output, heading);
    fuhe_width_wrap(output, fuhe_memory_output_text(history->scratch),
                    INDENT + RUN_COLUMNS + fuhe_width_of(fuhe_text_of(heading)), fuhe_width_page());
    fuhe_output_char(output, '\n');
}

static const struct {
    unsigned change;
    const char *words;
} reasons[] = {
    {FUHE_CHANGE_CLAIM, N_("what it claims")},
    {FUHE_CHANGE_RULES, N_("the rules")},
    {FUHE_CHANGE_ENGINE, N_("the version of fuhe")},
};

/* What changed since the review before. A result that is another one although claim, rules and program are the same
 * comes from other cells of the form. */
static void write_reasons(struct fuhe_history *history, unsigned changes, const char *heading) {
    struct fuhe_output *scratch = scratch_of(history);
    bool any = false;

    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++) {
        if ((changes & reasons[i].change) != 0) {
            fuhe_output_string(scratch, any ? fuhe_message_list_separator() : "");
            fuhe_output_string(scratch, _(reasons[i].words));
            any = true;
        }
    }
    if (!any) {
        fuhe_output_string(scratch, (changes & FUHE_CHANGE_RESULT) != 0 ? _("other cells of the form")
                                                                        : _("nothing that counts"));
    }
    write_note(history, heading);
}

static void write_changes(struct fuhe_history *history, const struct fuhe_history_review *review) {
    const bool same_year = fuhe_text_equals(history->before.form.year, review->form.year);

    write_reasons(history, fuhe_review_changes(&history->before, review),
                  same_year ? _("changed: ") : _("changed since the year before: "));
    if (fuhe_review_rules_were_edited(&history->before, review)) {
        fuhe_review_write_rules(scratch_of(history), &history->before, review);
        write_note(history, _("rules edited under one version, give them a new one; before: "));
    }
    if (fuhe_review_write_codes(scratch_of(history), &history->before, review)) {
        write_note(history, _("findings gone: "));
    }
    if (fuhe_review_write_codes(scratch_of(history), review, &history->before)) {
        write_note(history, _("new findings: "));
    }
}

/* --- all of them --- */

static void write_record(struct fuhe_history *history, const struct fuhe_history_review *review, bool follows) {
    struct fuhe_record record;

    fuhe_output_string(history->output, history->count == 0 ? "\n" : ",\n");
    fuhe_record_init(&record, FUHE_RECORD_JSON, history->output);
    fuhe_record_open(&record, NULL);
    fuhe_review_record(&record, review, history->dates);
    if (follows) {
        fuhe_review_record_changes(&record, &history->before, review);
    }
    fuhe_record_close(&record);
}

static void write_text(struct fuhe_history *history, const struct fuhe_history_review *review, bool follows) {
    write_headings(history, review);
    write_review(history, review);
    if (follows) {
        write_changes(history, review);
    }
}

enum fuhe_status fuhe_history_take(void *context, const struct fuhe_history_review *review) {
    struct fuhe_history *history = context;
    const bool follows = history->count > 0 && same_project(&history->before.form, &review->form);
    struct fuhe_arena *arena = history->arenas[history->count % 2];

    if (history->json) {
        write_record(history, review, follows);
    } else {
        write_text(history, review, follows);
    }
    fuhe_arena_reset(arena);
    FUHE_TRY(fuhe_review_keep(review, arena, &history->before));
    history->count++;
    return history->output->status;
}
