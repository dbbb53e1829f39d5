/* SPDX-License-Identifier: Apache-2.0 */
/* The points-lost ladder: from full marks down to the verified total, a line a step, summing exactly. */
#include "report/messages.h"
#include "report/text.h"
#include "report/translate.h"
#include "report/width.h"

enum { FIGURE_COLUMNS = 10, STEP_COLUMNS = 2 * FIGURE_COLUMNS + 2 };

static void write_figure(struct fuhe_report *report, fuhe_decimal value, const char *sign) {
    char text[FUHE_DECIMAL_TEXT_SIZE + 1];
    const size_t length = fuhe_decimal_format(value, 2, text + 1);
    const bool has_sign = sign[0] != '\0';

    text[0] = sign[0];
    fuhe_width_right(report->output, (fuhe_text){has_sign ? text : text + 1, length + has_sign}, FIGURE_COLUMNS);
}

static void write_step(struct fuhe_report *report, const struct fuhe_review *review, const struct fuhe_step *step) {
    const fuhe_decimal change = {-step->points.scaled};
    struct fuhe_output *scratch;

    write_figure(report, change, change.scaled > 0 ? "+" : "");
    write_figure(report, step->left, "");
    fuhe_output_string(report->output, "  ");
    scratch = fuhe_text_scratch(report);
    if (step->has_row) {
        fuhe_message_row(scratch, review->form, step->row);
        fuhe_output_string(scratch, _(": "));
    }
    fuhe_output_string(scratch, fuhe_message_loss(step->loss));
    fuhe_text_paragraph(report, STEP_COLUMNS);
}

static void write_detail(struct fuhe_report *report) {
    fuhe_width_spaces(report->output, STEP_COLUMNS);
    fuhe_text_paragraph(report, STEP_COLUMNS);
}

/* Formula and clause of a step. */
static void write_reason(struct fuhe_report *report, const struct fuhe_review *review, const struct fuhe_step *step) {
    const struct fuhe_citation *citation = &review->pack->citations[step->rule];

    if (step->has_row && review->rows[step->row].has_exact && review->rows[step->row].formula != FUHE_FORMULA_NONE) {
        fuhe_message_working(fuhe_text_scratch(report), &review->rows[step->row]);
        write_detail(report);
    }
    if (step->loss == FUHE_LOSS_EXECUTION && review->execution.has_rate) {
        fuhe_message_execution(fuhe_text_scratch(report), review);
        write_detail(report);
    }
    if (step->rule != FUHE_RULE_NONE && citation->present) {
        struct fuhe_output *scratch = fuhe_text_scratch(report);
        fuhe_output_string(scratch, _("Rule: "));
        fuhe_message_citation(scratch, citation);
        write_detail(report);
    }
}

void fuhe_text_ladder(struct fuhe_report *report, const struct fuhe_result *result) {
    const struct fuhe_ladder *ladder = &result->ladder;

    if (result->review.state == FUHE_REVIEW_UNSCORED) {
        return;
    }
    fuhe_text_heading(report, _("From full marks to the verified total"));
    fuhe_width_spaces(report->output, FIGURE_COLUMNS);
    write_figure(report, ladder->full, "");
    fuhe_output_string(report->output, "  ");
    fuhe_output_string(report->output, _("full marks"));
    fuhe_output_char(report->output, '\n');
    for (size_t i = 0; i < ladder->count; i++) {
        write_step(report, &result->review, &ladder->steps[i]);
        write_reason(report, &result->review, &ladder->steps[i]);
    }
    fuhe_width_spaces(report->output, FIGURE_COLUMNS);
    write_figure(report, ladder->end, "");
    fuhe_output_string(report->output, "  ");
    fuhe_output_string(report->output, _("verified total"));
    fuhe_output_char(report->output, '\n');
}
