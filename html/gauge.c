/* SPDX-License-Identifier: Apache-2.0 */
/* The gauge as cells and as a table. A share that is left out keeps its counts, so that everybody sees why. */
#include "html/gauge.h"

#include "html/chart.h"
#include "html/figures.h"
#include "html/statistics_page.h"
#include "report/translate.h"
#include "stats/statistics_words.h"

/* Weight is counted in hundredths of a point. */
static void write_amount(struct fuhe_page *page, enum fuhe_ease ease, uint64_t amount) {
    if (ease == FUHE_EASE_WORDS) {
        fuhe_output_decimal(fuhe_page_text(page), (fuhe_decimal){(int64_t)amount * (FUHE_DECIMAL_ONE / 100)}, 0);
    } else {
        fuhe_page_word(page, fuhe_figures_count(amount).bytes);
    }
}

static void write_counts(struct fuhe_page *page, const struct fuhe_gauge *gauge, enum fuhe_ease ease) {
    write_amount(page, ease, gauge->signs[ease].part);
    fuhe_page_word(page, " / ");
    write_amount(page, ease, gauge->signs[ease].whole);
}

static void write_share(struct fuhe_page *page, struct fuhe_figure share) {
    if (share.present) {
        fuhe_output_decimal(fuhe_page_text(page), share.value, 1);
        fuhe_page_word(page, "%");
    } else {
        fuhe_page_word(page, "—");
    }
}

static void write_bar(struct fuhe_page *page, struct fuhe_figure share) {
    if (share.present) {
        fuhe_chart_bar(page, (uint64_t)share.value.scaled, (uint64_t)(100 * FUHE_DECIMAL_ONE));
    }
}

void fuhe_gauge_cells(struct fuhe_page *page, const struct fuhe_gauge *gauge) {
    fuhe_page_cell_figure(page, fuhe_gauge_index(gauge), 1);
    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        const enum fuhe_ease ease = (enum fuhe_ease)i;
        const struct fuhe_figure share = fuhe_gauge_share(gauge, ease);
        fuhe_page_markup(page, "<td class=\"sign\">");
        write_share(page, share);
        write_bar(page, share);
        fuhe_page_markup(page, "<small>");
        write_counts(page, gauge, ease);
        fuhe_page_markup(page, "</small></td>");
    }
}

/* --- the gauge of one --------------------------------------------------------------------------------------------- */

static void write_sign(struct fuhe_page *page, const struct fuhe_gauge *gauge, const struct fuhe_gauge *all,
                       enum fuhe_ease ease) {
    const struct fuhe_figure share = fuhe_gauge_share(gauge, ease);

    fuhe_page_markup(page, "<tr><th scope=\"row\" class=\"wide\">");
    fuhe_page_word(page, fuhe_statistics_sign_meaning(ease));
    fuhe_page_markup(page, "</th><td class=\"figure\">");
    write_counts(page, gauge, ease);
    fuhe_page_markup(page, "</td><td class=\"figure\">");
    write_share(page, share);
    fuhe_page_markup(page, "</td><td class=\"bars\">");
    write_bar(page, share);
    fuhe_page_markup(page, "</td>");
    if (all != NULL) {
        fuhe_page_markup(page, "<td class=\"figure\">");
        write_share(page, fuhe_gauge_share(all, ease));
        fuhe_page_markup(page, "</td>");
    }
    fuhe_page_markup(page, "</tr>\n");
}

static void write_index(struct fuhe_page *page, const struct fuhe_gauge *gauge, const struct fuhe_gauge *all) {
    const struct fuhe_figure index = fuhe_gauge_index(gauge);

    fuhe_page_markup(page, "<tr class=\"group\"><th scope=\"row\" class=\"wide\">");
    fuhe_page_word(page, _("Index: the mean of the signs that are there"));
    fuhe_page_markup(page, "</th><td></td>");
    fuhe_page_cell_figure(page, index, 1);
    fuhe_page_markup(page, "<td class=\"bars\">");
    write_bar(page, index);
    fuhe_page_markup(page, "</td>");
    if (all != NULL) {
        fuhe_page_cell_figure(page, fuhe_gauge_index(all), 1);
    }
    fuhe_page_markup(page, "</tr>\n");
}

void fuhe_gauge_table(struct fuhe_page *page, const struct fuhe_gauge *gauge, const struct fuhe_gauge *all) {
    static const struct fuhe_page_column columns[] = {
        {N_("Sign"), "wide"}, {N_("Counted"), "figure"}, {N_("Share"), "figure"}, {"", ""}, {N_("All forms"), "figure"},
        {NULL, NULL},
    };
    static const struct fuhe_page_column columns_of_all[] = {
        {N_("Sign"), "wide"}, {N_("Counted"), "figure"}, {N_("Share"), "figure"}, {"", ""}, {NULL, NULL},
    };

    fuhe_page_table_open(page, _("Signs that targets asked for little"), "gauge named calm",
                         all != NULL ? columns : columns_of_all);
    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        write_sign(page, gauge, all, (enum fuhe_ease)i);
    }
    write_index(page, gauge, all);
    fuhe_page_table_close(page);
}

/* --- on the page of the statistics -------------------------------------------------------------------------------- */

static void write_departments(struct fuhe_page *page, const struct fuhe_statistics_departments *departments) {
    static const struct fuhe_page_column columns[] = {{N_("Department"), "wide"}, FUHE_GAUGE_COLUMNS, {NULL, NULL}};

    if (departments->count == 0) {
        return;
    }
    fuhe_page_table_open(page, _("Departments, highest index first"), "list calm", columns);
    for (size_t i = 0; i < departments->count; i++) {
        fuhe_statistics_page_department(page, &departments->items[i]);
        fuhe_gauge_cells(page, &departments->items[i].gauge);
        fuhe_page_markup(page, "</tr>\n");
    }
    fuhe_page_table_close(page);
}

static void write_forms(struct fuhe_page *page, const struct fuhe_statistics_forms *forms) {
    static const struct fuhe_page_column columns[] = {
        {N_("Project"), "wide"}, {N_("Department"), ""}, FUHE_GAUGE_COLUMNS, {NULL, NULL}};

    if (forms->count == 0) {
        return;
    }
    fuhe_page_table_open(page, _("Forms, highest index first"), "list calm", columns);
    for (size_t i = 0; i < forms->count; i++) {
        fuhe_statistics_page_form(page, forms, i);
        fuhe_gauge_cells(page, &forms->items[i].gauge);
        fuhe_page_markup(page, "</tr>\n");
    }
    fuhe_page_table_close(page);
}

void fuhe_statistics_page_gauge(struct fuhe_page *page, const struct fuhe_statistics *statistics) {
    fuhe_gauge_table(page, &statistics->gauge, NULL);
    write_departments(page, &statistics->easy_departments);
    write_forms(page, &statistics->easy_forms);
}
