/* SPDX-License-Identifier: Apache-2.0 */
/* The part of the text about single forms: how stable a grade is, and how easy targets are. */
#include "report/messages.h"
#include "report/translate.h"
#include "report/width.h"
#include "stats/table.h"

/* --- stability ---------------------------------------------------------------------------------------------------- */

static void write_stable_form(struct fuhe_output *output, const struct fuhe_statistics_forms *forms, size_t index) {
    const struct fuhe_statistics_form *form = &forms->items[index];
    const bool is_done = form->stability.state == FUHE_STABILITY_DONE;
    const fuhe_decimal percent = {form->stability.share.scaled * 100};

    fuhe_table_form(output, forms, index);
    fuhe_table_figure(output, form->verified, 2);
    fuhe_table_figure(output, form->margin, 2);
    fuhe_table_count(output, form->risk);
    fuhe_table_figure(output, (struct fuhe_figure){is_done, percent}, 2);
    fuhe_output_string(output, "  ");
    fuhe_width_write(output, is_done ? fuhe_message_choose(form->grade_name)
                                     : fuhe_text_of(fuhe_statistics_reason(form->stability.state)));
    fuhe_table_end(output);
}

void fuhe_statistics_text_stability(const struct fuhe_statistics *statistics, struct fuhe_output *output) {
    fuhe_table_part(output, statistics, FUHE_STATISTICS_STABILITY);
    if (!fuhe_statistics_is_there(statistics, FUHE_STATISTICS_STABILITY)) {
        return;
    }
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
        write_stable_form(output, &statistics->stability, i);
    }
}

/* --- gauge -------------------------------------------------------------------------------------------------------- */

static void write_heads(struct fuhe_output *output) {
    fuhe_table_name(output, fuhe_text_of(""));
    fuhe_table_word(output, _("index"));
    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        fuhe_table_word(output, fuhe_statistics_sign((enum fuhe_ease)i));
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
        fuhe_table_name(output, fuhe_text_of(fuhe_statistics_sign((enum fuhe_ease)i)));
        fuhe_table_count(output, gauge->signs[i].whole / (i == FUHE_EASE_WORDS ? 100 : 1));
        fuhe_table_figure(output, fuhe_gauge_share(gauge, (enum fuhe_ease)i), 1);
        fuhe_output_string(output, "  ");
        fuhe_output_string(output, fuhe_statistics_sign_meaning((enum fuhe_ease)i));
        fuhe_table_end(output);
    }
}

static void write_meaning(struct fuhe_output *output, const struct fuhe_statistics *statistics) {
    fuhe_table_part(output, statistics, FUHE_STATISTICS_GAUGE);
    if (statistics->request.form.length == 0) {
        fuhe_table_name(output, fuhe_text_of(""));
        fuhe_table_word(output, "n");
        fuhe_table_word(output, "%");
        fuhe_table_end(output);
        write_signs(output, &statistics->gauge);
    }
}

void fuhe_statistics_text_gauge(const struct fuhe_statistics *statistics, struct fuhe_output *output) {
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
        fuhe_table_form(output, &statistics->easy_forms, i);
        write_gauge(output, &statistics->easy_forms.items[i].gauge);
    }
}
