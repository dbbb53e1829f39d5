/* SPDX-License-Identifier: Apache-2.0 */
/* The part of the text about single forms: how stable a grade is, and how easy targets are. */
#include "report/messages.h"
#include "report/translate.h"
#include "report/width.h"
#include "stats/table.h"

/* --- stability ---------------------------------------------------------------------------------------------------- */

static const char *reason_of(enum fuhe_stability_state state) {
    return state == FUHE_STABILITY_NO_GRADE ? _("left out: no grade") : _("left out: fewer than two rows with a score");
}

static void write_stable_form(struct fuhe_output *output, const struct fuhe_statistics_form *form) {
    const bool is_done = form->stability.state == FUHE_STABILITY_DONE;
    const fuhe_decimal percent = {form->stability.share.scaled * 100};

    fuhe_table_form(output, form);
    fuhe_table_figure(output, form->verified, 2);
    fuhe_table_figure(output, form->margin, 2);
    fuhe_table_count(output, form->risk);
    fuhe_table_figure(output, (struct fuhe_figure){is_done, percent}, 2);
    fuhe_output_string(output, "  ");
    fuhe_width_write(output,
                     is_done ? fuhe_message_choose(form->grade_name) : fuhe_text_of(reason_of(form->stability.state)));
    fuhe_table_end(output);
}

void fuhe_statistics_text_stability(const struct fuhe_statistics *statistics, struct fuhe_output *output) {
    const struct fuhe_table_number numbers[] = {{"draws", FUHE_STABILITY_DRAWS},
                                                {"concentration", FUHE_STABILITY_CONCENTRATION},
                                                {"seed", statistics->request.seed},
                                                {NULL, 0}};

    fuhe_table_heading(output, _("Grade stability"));
    if (statistics->stability.count == 0) {
        fuhe_table_paragraph(output, _("Left out: no form has a grade."));
        return;
    }
    fuhe_table_sentence(
        output,
        _("How often the recommended grade stays when the weights of the indicators are drawn anew: {draws} draws from "
          "a "
          "Dirichlet distribution around the form's own weights, concentration {concentration} (10 of 90 points become "
          "10 ± 2.8), execution kept as it is, seed {seed}."),
        numbers);
    if (statistics->request.form.length == 0) {
        fuhe_table_paragraph(output, _("Forms nearest to another grade, then those of the highest risk."));
    }
    fuhe_table_name(output, fuhe_text_of(""));
    fuhe_table_word(output, _("total"));
    fuhe_table_word(output, _("margin"));
    fuhe_table_word(output, _("risk"));
    fuhe_table_word(output, _("stays %"));
    fuhe_table_end(output);
    for (size_t i = 0; i < statistics->stability.count; i++) {
        write_stable_form(output, &statistics->stability.items[i]);
    }
}

/* --- gauge -------------------------------------------------------------------------------------------------------- */

/* Heads of columns, and what stands in them. */
static const struct {
    const char *head;
    const char *meaning;
} signs[] = {
    [FUHE_EASE_FULL_MARKS] = {N_("full"), N_("rows claimed at full weight")},
    [FUHE_EASE_TARGET_EQUAL] = {N_("equal"), N_("rows whose result is just the target, of those with numbers")},
    [FUHE_EASE_WORDS] = {N_("words"), N_("weight on rows that are words, not measured")},
    [FUHE_EASE_OVER_BUDGET] = {N_("costs"), N_("forms whose cost targets exceed the budget")},
    [FUHE_EASE_ROUND_CLAIM] = {N_("round"), N_("whole claims where the rules give no whole score")},
    [FUHE_EASE_STALE_YEAR] = {N_("stale"), N_("rows that name only past years")},
};

static void write_heads(struct fuhe_output *output) {
    fuhe_table_name(output, fuhe_text_of(""));
    fuhe_table_word(output, _("index"));
    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        fuhe_table_word(output, _(signs[i].head));
    }
    fuhe_table_end(output);
}

static void write_gauge(struct fuhe_output *output, const struct fuhe_gauge *gauge) {
    fuhe_table_figure(output, fuhe_gauge_index(gauge), 1);
    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        fuhe_table_figure(output, fuhe_gauge_share(gauge, (enum fuhe_ease)i), 1);
    }
    fuhe_table_end(output);
}

static void write_signs(struct fuhe_output *output, const struct fuhe_gauge *gauge) {
    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        fuhe_table_name(output, fuhe_text_of(_(signs[i].head)));
        fuhe_table_count(output, gauge->signs[i].whole / (i == FUHE_EASE_WORDS ? 100 : 1));
        fuhe_table_figure(output, fuhe_gauge_share(gauge, (enum fuhe_ease)i), 1);
        fuhe_output_string(output, "  ");
        fuhe_output_string(output, _(signs[i].meaning));
        fuhe_table_end(output);
    }
}

static void write_meaning(struct fuhe_output *output, const struct fuhe_statistics *statistics) {
    const struct fuhe_table_number numbers[] = {
        {"signs", FUHE_GAUGE_SIGNS_MIN}, {"forms", FUHE_GAUGE_FORMS_MIN}, {NULL, 0}};

    fuhe_table_sentence(
        output,
        _("Signs that targets asked for little, in percent of what could show them. The index is the mean "
          "of the signs that are there, 0 to 100, from {signs} signs on, for a department from {forms} "
          "forms on. It is never part of a score, and no sign by itself means that anything is wrong."),
        numbers);
    if (statistics->request.form.length == 0) {
        fuhe_table_name(output, fuhe_text_of(""));
        fuhe_table_word(output, "n");
        fuhe_table_word(output, "%");
        fuhe_table_end(output);
        write_signs(output, &statistics->gauge);
    }
}

void fuhe_statistics_text_gauge(const struct fuhe_statistics *statistics, struct fuhe_output *output) {
    fuhe_table_heading(output, _("The \"too easy\" gauge"));
    write_meaning(output, statistics);
    fuhe_table_end(output);
    write_heads(output);
    if (statistics->request.form.length == 0) {
        fuhe_table_name(output, fuhe_text_of(_("all forms")));
        write_gauge(output, &statistics->gauge);
    }
    for (size_t i = 0; i < statistics->easy_departments.count; i++) {
        fuhe_table_name(output, statistics->easy_departments.items[i].name);
        write_gauge(output, &statistics->easy_departments.items[i].gauge);
    }
    if (statistics->request.form.length == 0) {
        fuhe_table_end(output);
    }
    for (size_t i = 0; i < statistics->easy_forms.count; i++) {
        fuhe_table_form(output, &statistics->easy_forms.items[i]);
        write_gauge(output, &statistics->easy_forms.items[i].gauge);
    }
}
