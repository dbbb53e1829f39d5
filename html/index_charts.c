/* SPDX-License-Identifier: Apache-2.0 */
/* The charts of the overview, each with its figures in words or as a table. */
#include "html/figures.h"
#include "html/index_page.h"
#include "report/translate.h"

static void open_charts(struct fuhe_page *page) {
    fuhe_page_markup(page, "<div class=\"plots\">\n");
}

/* --- deviations --- */

static void write_directions(struct fuhe_page *page, const struct fuhe_survey_deviations *deviations) {
    const struct fuhe_figures_word words[] = {
        {"count", fuhe_figures_count(deviations->count)},
        {"none", fuhe_figures_count(deviations->none)},
        {"noneshare", fuhe_figures_percent(deviations->none, deviations->count)},
        {"over", fuhe_figures_count(deviations->over)},
        {"overshare", fuhe_figures_percent(deviations->over, deviations->count)},
        {"under", fuhe_figures_count(deviations->under)},
        {"undershare", fuhe_figures_percent(deviations->under, deviations->count)},
        {NULL, {{0}}},
    };

    if (deviations->count == 0) {
        fuhe_figures_paragraph(page, _("No form that was scored in full has a claimed total."), words);
        return;
    }
    fuhe_figures_paragraph(
        page,
        _("{count} forms scored in full have a claimed total: {none} agree ({noneshare}), {over} claim too "
          "much ({overshare}), {under} too little ({undershare})."),
        words);
}

static void write_quantiles(struct fuhe_page *page, const struct fuhe_survey_deviations *deviations) {
    const struct fuhe_figures_word words[] = {
        {"count", fuhe_figures_count(deviations->count)},
        {"least", fuhe_figures_signed(deviations->least)},
        {"low", fuhe_figures_signed(deviations->lower_twentieth)},
        {"lower", fuhe_figures_signed(deviations->lower_quartile)},
        {"median", fuhe_figures_signed(deviations->median)},
        {"upper", fuhe_figures_signed(deviations->upper_quartile)},
        {"high", fuhe_figures_signed(deviations->upper_twentieth)},
        {"most", fuhe_figures_signed(deviations->most)},
        {NULL, {{0}}},
    };

    fuhe_figures_paragraph(
        page,
        _("Deviation in points, of {count} forms: median {median}; half of them lie between {lower} and "
          "{upper}, nine in "
          "ten between {low} and {high}, all between {least} and {most}."),
        words);
}

/* What a form that was scored in part is worth is not known. */
static void write_partial(struct fuhe_page *page, const struct fuhe_index *index) {
    const size_t partial = index->tally.states[FUHE_REVIEW_PARTIAL];
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(partial)}, {NULL, {{0}}}};

    if (partial > 0) {
        fuhe_figures_paragraph(
            page, _("{count} partly scored forms are left out here: what is missing in them decides the rest."), words);
    }
}

void fuhe_index_deviations(struct fuhe_page *page, const struct fuhe_index *index) {
    fuhe_page_section_open(page, "deviations", _("Deviations"));
    write_directions(page, &index->deviations);
    write_partial(page, index);
    if (index->deviations.count == 0) {
        fuhe_page_section_close(page);
        return;
    }
    write_quantiles(page, &index->deviations);
    open_charts(page);
    fuhe_page_figure_open(page, _("Forms by deviation"));
    fuhe_chart_histogram(page, &index->deviations);
    fuhe_page_note(page,
                   _("Zero has a bar of its own, cut when it would flatten the others. Left of it was claimed too "
                     "little, right of it too much; the outermost bars hold all beyond. Below: median (thick), "
                     "quartiles (box), nine in ten (line)."));
    fuhe_page_figure_close(page);
    fuhe_page_figure_open(page, _("Claimed and verified totals"));
    fuhe_chart_scatter(page, &index->scatter);
    fuhe_page_note(page,
                   _("On the diagonal the claim is the verified total; below it, too much was claimed. The axes begin "
                     "at the lowest total; what is above 120 lies at their end."));
    fuhe_page_figure_close(page);
    fuhe_page_markup(page, "</div>\n");
    fuhe_page_section_close(page);
}

/* --- grades --- */

/* No grade stands last. */
static bool is_grade(const struct fuhe_index *index, size_t place) {
    return index->grade_ids[place].length > 0;
}

size_t fuhe_index_lowered(const struct fuhe_index *index) {
    size_t count = 0;

    for (size_t i = 0; i < index->grades.count; i++) {
        for (size_t j = i + 1; j < index->grades.count; j++) {
            count += is_grade(index, i) && is_grade(index, j) ? index->grades.forms[i][j] : 0;
        }
    }
    return count;
}

static void write_grade_row(struct fuhe_page *page, const struct fuhe_chart_grades *grades, size_t claimed) {
    fuhe_page_markup(page, "<tr><th scope=\"row\">");
    fuhe_page_write(page, grades->names[claimed]);
    fuhe_page_markup(page, "</th>");
    for (size_t i = 0; i < grades->count; i++) {
        fuhe_figures_cell(page, fuhe_figures_count(grades->forms[claimed][i]));
    }
    fuhe_page_markup(page, "</tr>\n");
}

/* Heads are names from rule packs, not messages, so the table is written by hand. */
static void write_grade_table(struct fuhe_page *page, const struct fuhe_chart_grades *grades) {
    fuhe_page_markup(page, "<details><summary>");
    fuhe_page_word(page, _("The same as a table"));
    fuhe_page_markup(page, "</summary>\n<div class=\"frame\"><table>\n<caption>");
    fuhe_page_word(page, _("Rows: claimed grade. Columns: recommended grade."));
    fuhe_page_markup(page, "</caption>\n<thead><tr><th scope=\"col\">");
    fuhe_page_word(page, _("Claimed grade"));
    fuhe_page_markup(page, "</th>");
    for (size_t i = 0; i < grades->count; i++) {
        fuhe_page_markup(page, "<th scope=\"col\" class=\"figure\">");
        fuhe_page_write(page, grades->names[i]);
        fuhe_page_markup(page, "</th>");
    }
    fuhe_page_markup(page, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < grades->count; i++) {
        write_grade_row(page, grades, i);
    }
    fuhe_page_markup(page, "</tbody>\n</table></div></details>\n");
}

void fuhe_index_grades(struct fuhe_page *page, const struct fuhe_index *index) {
    const size_t complete = index->tally.states[FUHE_REVIEW_SCORED]; /* the others have no grade */
    const struct fuhe_figures_word words[] = {
        {"count", fuhe_figures_count(complete)},
        {"lowered", fuhe_figures_count(fuhe_index_lowered(index))},
        {"share", fuhe_figures_percent(fuhe_index_lowered(index), complete)},
        {NULL, {{0}}},
    };

    fuhe_page_section_open(page, "grades", _("Grades claimed and recommended"));
    fuhe_figures_paragraph(page,
                           complete > 0
                               ? _("Of {count} forms scored in full, {lowered} are recommended a lower grade than they "
                                   "claim ({share}).")
                               : _("No form was scored in full, so none has a review grade."),
                           words);
    write_partial(page, index);
    if (index->grades.count > 0) {
        fuhe_page_figure_open(page, _("Forms by claimed and recommended grade"));
        fuhe_chart_matrix(page, &index->grades);
        fuhe_page_note(page, _("Framed: the grade stays. Right of the frame it is lowered, left of it raised."));
        write_grade_table(page, &index->grades);
        fuhe_page_figure_close(page);
    }
    fuhe_page_section_close(page);
}
