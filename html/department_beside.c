/* SPDX-License-Identifier: Apache-2.0 */
/* What a department shows beside the others: whether its claims lean one way, and how easy its targets were. What there
 * is too little of says so. */
#include "html/crosscheck_page.h"
#include "html/department_page.h"
#include "html/figures.h"
#include "html/gauge.h"
#include "report/memory_output.h"
#include "report/translate.h"
#include "stats/statistics_words.h"

/* --- leaning claims ----------------------------------------------------------------------------------------------- */

static struct fuhe_figure_text probability(fuhe_decimal p) {
    struct fuhe_figure_text text = {{0}};
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    if (memory != NULL) {
        fuhe_statistics_write_probability(p, &memory->output);
        text = fuhe_figures_of(fuhe_memory_output_text(memory));
        fuhe_memory_output_free(memory);
    }
    return text;
}

static void write_test(struct fuhe_page *page, const struct fuhe_sign_test *test, size_t tested) {
    const struct fuhe_figures_word words[] = {
        {"n", fuhe_figures_count(test->over + test->under)},
        {"over", fuhe_figures_count(test->over)},
        {"under", fuhe_figures_count(test->under)},
        {"p", probability(test->p)},
        {"adjusted", probability(test->adjusted)},
        {"tested", fuhe_figures_count(tested)},
        {NULL, {{0}}},
    };

    fuhe_page_markup(page, "<p>");
    if (test->look_here) {
        fuhe_page_tag(page, "warning", _("look here"));
        fuhe_page_markup(page, " ");
    }
    fuhe_figures_words(page,
                       _("Of {n} forms whose claim deviates, {over} claim too much and {under} too little: p {p} by a "
                         "one-sided exact sign test, {adjusted} when adjusted for {tested} departments (Holm)."),
                       words);
    fuhe_page_markup(page, "</p>\n");
}

static void write_untested(struct fuhe_page *page, const struct fuhe_survey_department *department) {
    const struct fuhe_figures_word words[] = {{"n", fuhe_figures_count(department->over + department->under)},
                                              {"minimum", fuhe_figures_count(FUHE_SIGN_TEST_MIN)},
                                              {NULL, {{0}}}};

    fuhe_figures_paragraph(
        page, _("Forms whose claim deviates: {n}. Whether claims lean one way is not tested below {minimum}."), words);
}

static void write_leaning(struct fuhe_page *page, const struct fuhe_survey_department *department,
                          const struct fuhe_statistics *statistics) {
    const struct fuhe_sign_test *test =
        fuhe_sign_tests_find(statistics->every_test, statistics->tested, department->number);

    fuhe_page_element(page, "h3", _("Whether its claims lean one way"));
    if (test != NULL) {
        write_test(page, test, statistics->tested);
    } else {
        write_untested(page, department);
    }
}

/* --- gauge -------------------------------------------------------------------------------------------------------- */

static enum fuhe_status write_gauge(struct fuhe_page *page, const struct fuhe_survey_department *department,
                                    const struct fuhe_statistics *statistics, struct fuhe_error *err) {
    struct fuhe_gauge gauge;

    FUHE_TRY(fuhe_gauge_ledger_read(statistics->gauges, department->number, &gauge, err));
    fuhe_page_element(page, "h3", fuhe_statistics_heading(FUHE_STATISTICS_GAUGE));
    fuhe_page_markup(page, "<p class=\"soft method\">");
    fuhe_statistics_write_method(statistics, FUHE_STATISTICS_GAUGE, fuhe_page_text(page));
    fuhe_page_markup(page, "</p>\n");
    if (gauge.forms >= FUHE_GAUGE_FORMS_MIN) {
        fuhe_gauge_table(page, &gauge, &statistics->gauge);
    } else {
        const struct fuhe_figures_word words[] = {{"forms", fuhe_figures_count(gauge.forms)}, {NULL, {{0}}}};
        fuhe_figures_paragraph(
            page, _("Left out: the department has {forms} forms; the pages of these have the gauge of each."), words);
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_department_beside(const struct fuhe_departments_request *request,
                                        const struct fuhe_survey_department *department, struct fuhe_error *err) {
    struct fuhe_page *page = request->page;

    fuhe_page_element(page, "h2", _("Beside the other departments"));
    fuhe_page_element(
        page, "p",
        _("For reviewers alone: it is part of no score and stands in no notice to the department. It says "
          "where to look first, and nothing about why."));
    write_leaning(page, department, request->statistics);
    FUHE_TRY(write_gauge(page, department, request->statistics, err));
    return fuhe_crosscheck_of_department(page, request->survey, request->statistics->crosscheck, department->number,
                                         err);
}
