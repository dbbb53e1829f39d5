/* SPDX-License-Identifier: Apache-2.0 */
/* Figures of all forms at once: execution against performance, claims on full marks and round numbers, and how stable
 * grades are. */
#include "html/chart.h"
#include "html/figures.h"
#include "html/statistics_page.h"
#include "report/messages.h"
#include "report/translate.h"
#include "stats/share.h"
#include "stats/statistics_words.h"

/* --- correlation -------------------------------------------------------------------------------------------------- */

static void open_tile(struct fuhe_page *page, const char *label) {
    fuhe_page_markup(page, "<div><dt>");
    fuhe_page_word(page, label);
    fuhe_page_markup(page, "</dt><dd>");
}

void fuhe_statistics_page_correlation(struct fuhe_page *page, const struct fuhe_statistics *statistics) {
    const struct fuhe_correlation_result *correlation = &statistics->correlation;

    fuhe_page_markup(page, "<dl class=\"tiles\">\n");
    open_tile(page, _("Number (n)"));
    fuhe_page_word(page, fuhe_figures_count(correlation->count).bytes);
    fuhe_page_markup(page, "</dd></div>\n");
    open_tile(page, _("Correlation ρ"));
    fuhe_output_decimal(fuhe_page_text(page), correlation->rho.value, 4);
    fuhe_page_markup(page, "</dd></div>\n");
    open_tile(page, "p");
    fuhe_statistics_write_probability(correlation->p.value, fuhe_page_text(page));
    fuhe_page_markup(page, "</dd></div>\n</dl>\n");
    fuhe_page_note(page, _("ρ is 1 when forms that spent more of their budget always earned more of their points, −1 "
                           "when they always earned less, and near 0 when one says nothing about the other."));
}

/* --- shares ------------------------------------------------------------------------------------------------------- */

static void write_share(struct fuhe_page *page, const struct fuhe_statistics_share_row *row) {
    fuhe_page_markup(page, "<tr><th scope=\"row\" class=\"wide\">");
    fuhe_page_word(page, row->name);
    fuhe_page_markup(page, "</th>");
    fuhe_figures_cell(page, fuhe_figures_count(row->n));
    fuhe_figures_cell(page, fuhe_figures_count(row->share.claimed));
    fuhe_page_cell_figure(page, fuhe_share_of(row->share.claimed, row->n), 1);
    fuhe_page_markup(page, "<td class=\"bars pair\">");
    fuhe_chart_bar(page, row->share.claimed, row->n);
    fuhe_chart_bar(page, row->share.verified, row->n);
    fuhe_page_markup(page, "</td>");
    fuhe_figures_cell(page, fuhe_figures_count(row->share.verified));
    fuhe_page_cell_figure(page, fuhe_share_of(row->share.verified, row->n), 1);
    fuhe_page_markup(page, "</tr>\n");
}

void fuhe_statistics_page_shares(struct fuhe_page *page, const struct fuhe_statistics *statistics) {
    static const struct fuhe_page_column columns[] = {
        {N_("What is counted"), "wide"},
        {N_("Number (n)"), "figure"},
        {N_("Claimed"), "figure"},
        {N_("Claimed, %"), "figure"},
        {"", ""},
        {N_("By the rules"), "figure"},
        {N_("By the rules, %"), "figure"},
        {NULL, NULL},
    };

    fuhe_page_table_open(page, _("Full marks and round numbers, claimed (above) and by the rules (below)"),
                         "list short named", columns);
    for (size_t i = 0; i < FUHE_STATISTICS_SHARE_COUNT; i++) {
        const struct fuhe_statistics_share_row row = fuhe_statistics_share_row(statistics, i);
        write_share(page, &row);
    }
    fuhe_page_table_close(page);
    fuhe_page_note(page,
                   _("Where claims heap on full marks and round numbers and the scores by the rules do not, scores "
                     "may have been given rather than worked out."));
}

/* --- stability ---------------------------------------------------------------------------------------------------- */

static void write_share_kept(struct fuhe_page *page, const struct fuhe_stability *stability) {
    const fuhe_decimal percent = {stability->share.scaled * 100};

    if (stability->state != FUHE_STABILITY_DONE) {
        fuhe_page_markup(page, "<td class=\"bars\"></td><td>");
        fuhe_page_word(page, fuhe_statistics_reason(stability->state));
        fuhe_page_markup(page, "</td>");
        return;
    }
    fuhe_page_markup(page, "<td class=\"bars\">");
    fuhe_chart_bar(page, stability->kept, FUHE_STABILITY_DRAWS);
    fuhe_page_markup(page, "</td>");
    fuhe_page_cell_figure(page, fuhe_figure_of(percent), 2);
}

static void write_stable_form(struct fuhe_page *page, const struct fuhe_statistics_forms *forms, size_t index) {
    const struct fuhe_statistics_form *form = &forms->items[index];

    fuhe_statistics_page_form(page, forms, index);
    fuhe_page_cell_figure(page, form->verified, 2);
    fuhe_page_cell(page, fuhe_message_choose(form->grade_name));
    fuhe_page_cell_figure(page, form->margin, 2);
    fuhe_figures_cell(page, fuhe_figures_count(form->risk));
    write_share_kept(page, &form->stability);
    fuhe_page_markup(page, "</tr>\n");
}

void fuhe_statistics_page_stability(struct fuhe_page *page, const struct fuhe_statistics *statistics) {
    static const struct fuhe_page_column columns[] = {
        {N_("Project"), "wide"},
        {N_("Department"), ""},
        {N_("Verified"), "figure"},
        {N_("Review grade"), ""},
        {N_("To the next grade"), "figure"},
        {N_("Risk"), "figure"},
        {"", ""},
        {N_("Draws that keep it, %"), "figure"},
        {NULL, NULL},
    };

    fuhe_page_table_open(page, _("Forms nearest to another grade, then those of the highest risk."), "list calm",
                         columns);
    for (size_t i = 0; i < statistics->stability.count; i++) {
        write_stable_form(page, &statistics->stability, i);
    }
    fuhe_page_table_close(page);
}
