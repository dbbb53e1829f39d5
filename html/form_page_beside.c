/* SPDX-License-Identifier: Apache-2.0 */
/* What a form shows beside the others of its batch: for reviewers alone, apart from all that decides its score. */
#include "html/crosscheck_page.h"
#include "html/form_page_parts.h"
#include "html/gauge.h"
#include "report/translate.h"
#include "stats/statistics_words.h"

static void write_gauge(struct fuhe_page *page, const struct fuhe_review *review,
                        const struct fuhe_statistics *statistics) {
    const struct fuhe_gauge gauge = fuhe_gauge_of(review);

    fuhe_page_element(page, "h3", fuhe_statistics_heading(FUHE_STATISTICS_GAUGE));
    fuhe_page_markup(page, "<p class=\"soft method\">");
    fuhe_statistics_write_method(statistics, FUHE_STATISTICS_GAUGE, fuhe_page_text(page));
    fuhe_page_markup(page, "</p>\n");
    fuhe_gauge_table(page, &gauge, &statistics->gauge);
}

enum fuhe_status fuhe_form_page_beside(struct fuhe_form_parts *parts, const struct fuhe_form_place *place,
                                       struct fuhe_error *err) {
    if (place->statistics == NULL) {
        return FUHE_STATUS_OK;
    }
    fuhe_page_element(parts->page, "h2", _("Beside the other forms"));
    fuhe_page_element(parts->page, "p",
                      _("For reviewers alone: it is part of no score and stands in no notice to the department."));
    write_gauge(parts->page, &parts->result->review, place->statistics);
    return fuhe_crosscheck_of_form(parts->page, place->survey, place->statistics->crosscheck, place->page, err);
}
