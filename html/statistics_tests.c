/* SPDX-License-Identifier: Apache-2.0 */
/* Departments whose claims lean one way, and forms that stand out in their own department. */
#include "html/chart.h"
#include "html/figures.h"
#include "html/statistics_page.h"
#include "report/translate.h"
#include "stats/statistics_words.h"

/* --- departments -------------------------------------------------------------------------------------------------- */

static void write_probability(struct fuhe_page *page, fuhe_decimal p) {
    fuhe_page_markup(page, "<td class=\"figure\">");
    fuhe_statistics_write_probability(p, fuhe_page_text(page));
    fuhe_page_markup(page, "</td>");
}

static void write_test(struct fuhe_page *page, const struct fuhe_statistics_department *department, size_t most) {
    const struct fuhe_sign_test *test = &department->test;

    fuhe_statistics_page_department(page, department);
    fuhe_figures_cell(page, fuhe_figures_count(test->over + test->under));
    fuhe_figures_cell(page, fuhe_figures_count(test->under));
    fuhe_page_markup(page, "<td class=\"bars\">");
    fuhe_chart_balance(page, test->under, test->over, most);
    fuhe_page_markup(page, "</td>");
    fuhe_figures_cell(page, fuhe_figures_count(test->over));
    write_probability(page, test->p);
    write_probability(page, test->adjusted);
    fuhe_page_markup(page, "<td>");
    if (test->look_here) {
        fuhe_page_tag(page, "warning", _("look here"));
    }
    fuhe_page_markup(page, "</td></tr>\n");
}

static size_t longest(const struct fuhe_statistics_departments *tests) {
    size_t most = 0;

    for (size_t i = 0; i < tests->count; i++) {
        const struct fuhe_sign_test *test = &tests->items[i].test;
        most = test->over > most ? test->over : most;
        most = test->under > most ? test->under : most;
    }
    return most;
}

static void write_rest(struct fuhe_page *page, const struct fuhe_statistics *statistics) {
    const struct fuhe_figures_word words[] = {{"shown", fuhe_figures_count(statistics->tests.count)},
                                              {"tested", fuhe_figures_count(statistics->tested)},
                                              {NULL, {{0}}}};

    if (statistics->tested > statistics->tests.count) {
        fuhe_figures_paragraph(page, _("The first {shown} of {tested}; the page of each department has its own."),
                               words);
    }
}

void fuhe_statistics_page_tests(struct fuhe_page *page, const struct fuhe_statistics *statistics) {
    static const struct fuhe_page_column columns[] = {
        {N_("Department"), "wide"},
        {N_("Number (n)"), "figure"},
        {N_("Claimed too little"), "figure"},
        {"", ""},
        {N_("Claimed too much"), "figure"},
        {"p", "figure"},
        {N_("p, adjusted"), "figure"},
        {"", ""},
        {NULL, NULL},
    };

    fuhe_page_table_open(page, _("Departments by how far their claims lean to one side"), "list short", columns);
    for (size_t i = 0; i < statistics->tests.count; i++) {
        write_test(page, &statistics->tests.items[i], longest(&statistics->tests));
    }
    fuhe_page_table_close(page);
    write_rest(page, statistics);
}

/* --- forms -------------------------------------------------------------------------------------------------------- */

void fuhe_statistics_page_outliers(struct fuhe_page *page, const struct fuhe_statistics *statistics) {
    static const struct fuhe_page_column columns[] = {
        {N_("Project"), "wide"}, {N_("Department"), ""}, {N_("Deviation"), "figure"}, {"z", "figure"}, {NULL, NULL},
    };

    if (statistics->outliers.count == 0) {
        return;
    }
    fuhe_page_table_open(page, _("Forms that deviate most from what is usual in their department"), "list short",
                         columns);
    for (size_t i = 0; i < statistics->outliers.count; i++) {
        const struct fuhe_statistics_form *form = &statistics->outliers.items[i];
        fuhe_statistics_page_form(page, &statistics->outliers, i);
        fuhe_page_cell_signed(page, form->deviation, 2);
        fuhe_page_cell_signed(page, form->score, 2);
        fuhe_page_markup(page, "</tr>\n");
    }
    fuhe_page_table_close(page);
}
