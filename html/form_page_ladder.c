/* SPDX-License-Identifier: Apache-2.0 */
/* The points-lost ladder: from full marks down to the verified total, a row a step, summing exactly. */
#include "html/form_page_parts.h"
#include "report/messages.h"
#include "report/translate.h"

static const struct fuhe_page_column columns[] = {
    {N_("Step"), "figure"},         {N_("What it is lost for"), ""},  {N_("Change"), "figure"},
    {N_("What is left"), "figure"}, {N_("Working and rule"), "wide"}, {NULL, NULL},
};

static void write_end(struct fuhe_page *page, const char *label, fuhe_decimal points) {
    fuhe_page_markup(page, "<tr class=\"group\"><td></td><th scope=\"row\">");
    fuhe_page_word(page, label);
    fuhe_page_markup(page, "</th><td></td>");
    fuhe_page_cell_figure(page, fuhe_figure_of(points), 2);
    fuhe_page_markup(page, "<td></td></tr>\n");
}

static void write_reason(struct fuhe_form_parts *parts, const struct fuhe_step *step) {
    const struct fuhe_review *review = &parts->result->review;
    struct fuhe_page *page = parts->page;

    fuhe_page_markup(page, "<td>");
    if (step->has_row) {
        fuhe_message_working(fuhe_page_text(page), &review->rows[step->row]);
    }
    if (step->loss == FUHE_LOSS_EXECUTION) {
        fuhe_message_execution(fuhe_page_text(page), review);
    }
    fuhe_page_word(page, " ");
    fuhe_form_page_rule(parts, step->rule);
    fuhe_page_markup(page, "</td>");
}

static void write_step(struct fuhe_form_parts *parts, size_t index) {
    const struct fuhe_step *step = &parts->result->ladder.steps[index];
    struct fuhe_page *page = parts->page;

    fuhe_page_markup(page, "<tr>");
    fuhe_page_cell_count(page, index + 1);
    fuhe_page_markup(page, "<td>");
    if (step->has_row) {
        fuhe_message_row(fuhe_page_text(page), parts->result->form, step->row);
        fuhe_page_word(page, _(": "));
    }
    fuhe_page_word(page, fuhe_message_loss(step->loss));
    fuhe_page_markup(page, "</td>");
    fuhe_page_cell_signed(page, fuhe_figure_of((fuhe_decimal){-step->points.scaled}), 2);
    fuhe_page_cell_figure(page, fuhe_figure_of(step->left), 2);
    write_reason(parts, step);
    fuhe_page_markup(page, "</tr>\n");
}

void fuhe_form_page_ladder(struct fuhe_form_parts *parts) {
    const struct fuhe_ladder *ladder = &parts->result->ladder;
    struct fuhe_page *page = parts->page;

    if (parts->result->review.state == FUHE_REVIEW_UNSCORED) {
        return;
    }
    fuhe_page_element(page, "h2", _("From full marks to the verified total"));
    if (ladder->count == 0) {
        fuhe_page_element(page, "p", _("No points are lost."));
        return;
    }
    fuhe_form_page_waterfall(page, ladder);
    fuhe_page_table_open(page, _("Points lost, step by step"), "ladder", columns);
    write_end(page, _("full marks"), ladder->full);
    for (size_t i = 0; i < ladder->count; i++) {
        write_step(parts, i);
    }
    write_end(page, _("verified total"), ladder->end);
    fuhe_page_table_close(page);
}
