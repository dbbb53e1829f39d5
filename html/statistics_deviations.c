/* SPDX-License-Identifier: Apache-2.0 */
/* How deviations lie, of totals and of each kind of indicator: boxes above one another on one scale, and their figures
 * as a table. */
#include "html/chart.h"
#include "html/figures.h"
#include "html/statistics_page.h"
#include "report/messages.h"
#include "report/translate.h"

static void gather_rows(const struct fuhe_statistics *statistics, struct fuhe_chart_spreads *chart) {
    chart->rows[chart->count++] = (struct fuhe_chart_spread){_("totals of forms"), &statistics->deviations};
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        chart->rows[chart->count++] =
            (struct fuhe_chart_spread){fuhe_message_category((enum fuhe_category)i), &statistics->kinds[i]};
    }
}

static void write_row(struct fuhe_page *page, const struct fuhe_chart_spread *row) {
    const struct fuhe_spread *spread = row->spread;
    const bool is_there = spread->count > 0;
    const fuhe_decimal figures[] = {spread->least,  spread->lower_twentieth, spread->lower_quartile,
                                    spread->median, spread->upper_quartile,  spread->upper_twentieth,
                                    spread->most};

    fuhe_page_markup(page, "<tr><th scope=\"row\">");
    fuhe_page_word(page, row->name);
    fuhe_page_markup(page, "</th>");
    fuhe_figures_cell(page, fuhe_figures_count(spread->count));
    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++) {
        fuhe_page_cell_signed(page, (struct fuhe_figure){is_there, figures[i]}, 2);
    }
    fuhe_page_cell_figure(page, (struct fuhe_figure){is_there, spread->mad}, 2);
    if (spread->count >= FUHE_OUTLIERS_MIN) {
        fuhe_figures_cell(page, fuhe_figures_count(spread->outliers));
    } else {
        fuhe_page_markup(page, "<td class=\"figure\">—</td>");
    }
    fuhe_page_markup(page, "</tr>\n");
}

/* Beside the n of the table. */
static void write_partial(struct fuhe_page *page, const struct fuhe_statistics *statistics) {
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(statistics->partial_forms)}, {NULL, {{0}}}};

    if (statistics->partial_forms > 0) {
        fuhe_figures_paragraph(page,
                               _("Totals leave out {count} partly scored forms: what is missing in them decides the "
                                 "rest. Their rows that have a score count."),
                               words);
    }
}

void fuhe_statistics_page_deviations(struct fuhe_page *page, const struct fuhe_statistics *statistics) {
    static const struct fuhe_page_column columns[] = {
        {N_("Deviations of"), "wide"}, {N_("Number (n)"), "figure"},
        {N_("Least"), "figure"},       {"5\u00a0%", "figure"},
        {"25\u00a0%", "figure"},       {N_("Median"), "figure"},
        {"75\u00a0%", "figure"},       {"95\u00a0%", "figure"},
        {N_("Most"), "figure"},        {"MAD", "figure"},
        {N_("Outliers"), "figure"},    {NULL, NULL},
    };
    struct fuhe_chart_spreads chart = {.count = 0};

    gather_rows(statistics, &chart);
    write_partial(page, statistics);
    fuhe_page_figure_open(page, _("Claimed minus verified, points"));
    fuhe_chart_spreads(page, &chart);
    fuhe_page_note(page,
                   _("Median (thick), quartiles (box), nine in ten (line), least and most (dots, on the edge when "
                     "they lie beyond). Left of zero was claimed too little, right of it too much."));
    fuhe_page_figure_close(page);
    fuhe_page_table_open(page, _("Deviations in points, claimed less verified"), "list short named", columns);
    for (size_t i = 0; i < chart.count; i++) {
        write_row(page, &chart.rows[i]);
    }
    fuhe_page_table_close(page);
}
