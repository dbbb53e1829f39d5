/* SPDX-License-Identifier: Apache-2.0 */
/* The head of a form's report: claimed and verified total, deviation, grade and how firm it is, rules and why. */
#include "report/messages.h"
#include "report/place.h"
#include "report/text.h"
#include "report/translate.h"
#include "report/width.h"

/* Two columns: labels of this width, then text. Chinese labels have four characters. */
static size_t label_columns(void) {
    return fuhe_language_is_chinese() ? 12 : 18;
}

/* Begins a line "  label   "; what goes behind it is put into the scratch output. */
static struct fuhe_output *start_line(struct fuhe_report *report, const char *label) {
    fuhe_output_string(report->output, "  ");
    fuhe_width_left(report->output, fuhe_text_of(label), label_columns() - 1);
    fuhe_output_char(report->output, ' ');
    return fuhe_text_scratch(report);
}

static void end_line(struct fuhe_report *report) {
    fuhe_text_paragraph(report, label_columns() + 2);
}

static void write_title(struct fuhe_report *report, const struct fuhe_result *result) {
    const struct fuhe_form *form = result->form;
    struct fuhe_output *scratch = fuhe_text_scratch(report);

    fuhe_output_text(scratch,
                     form->project.text.length > 0 ? form->project.text : fuhe_text_of(_("(no project name)")));
    fuhe_text_style(report, FUHE_STYLE_BOLD);
    fuhe_text_paragraph(report, 0);
    fuhe_text_style(report, FUHE_STYLE_PLAIN);
    scratch = fuhe_text_scratch(report);
    fuhe_output_string(scratch, fuhe_message_file(result->file));
    fuhe_place_write_start(scratch, form);
    if (form->id.text.length > 0) {
        fuhe_output_string(scratch, "  ");
        fuhe_output_text(scratch, form->id.text);
    }
    if (form->year.text.length > 0) {
        fuhe_output_string(scratch, "  ");
        fuhe_output_text(scratch, form->year.text);
    }
    fuhe_text_paragraph(report, 0);
    fuhe_output_char(report->output, '\n');
}

/* Above all that follows from the cells. */
static void write_doubts(struct fuhe_report *report, const struct fuhe_review *review) {
    if (fuhe_review_doubts(review) > 0) {
        fuhe_message_doubts(fuhe_text_scratch(report), review);
        fuhe_output_string(report->output, "  ");
        fuhe_text_style(report, FUHE_STYLE_RED);
        fuhe_text_paragraph(report, 2);
        fuhe_text_style(report, FUHE_STYLE_PLAIN);
        fuhe_output_char(report->output, '\n');
    }
}

static void write_totals(struct fuhe_report *report, const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;
    struct fuhe_output *line = start_line(report, _("Claimed total"));

    if (totals->claimed.present) {
        fuhe_output_decimal(line, totals->claimed.value, totals->claimed.places);
    } else {
        fuhe_output_string(line, _("not filled in"));
    }
    end_line(report);
    line = start_line(report, _("Verified total"));
    if (review->state == FUHE_REVIEW_UNSCORED) {
        fuhe_output_string(line, _("none: nothing on this form could be scored"));
    } else {
        fuhe_output_decimal(line, totals->verified, 2);
    }
    if (review->state == FUHE_REVIEW_PARTIAL) {
        fuhe_output_string(line, _(" ("));
        fuhe_message_partial(line, review);
        fuhe_output_string(line, _(")"));
    }
    fuhe_text_style(report, FUHE_STYLE_BOLD);
    end_line(report);
    fuhe_text_style(report, FUHE_STYLE_PLAIN);
}

static const char *direction(const struct fuhe_review *review) {
    return review->totals.deviation_points.scaled > 0 ? _(" (more claimed than verified)")
                                                      : _(" (less claimed than verified)");
}

/* Why there is none: a total that is not complete accuses nobody. */
static void write_unknown(struct fuhe_report *report, const struct fuhe_review *review, const char *label) {
    if (review->state == FUHE_REVIEW_PARTIAL) {
        fuhe_output_string(start_line(report, label), _("not known: the verified total is not complete"));
        end_line(report);
    }
}

static void write_deviation(struct fuhe_report *report, const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;

    if (!fuhe_review_deviation(review).present) {
        write_unknown(report, review, _("Deviation"));
        return;
    }
    struct fuhe_output *line = start_line(report, _("Deviation"));
    if (totals->deviation_points.scaled == 0) {
        fuhe_output_string(line, _("none"));
    } else {
        fuhe_text_signed(line, totals->deviation_points);
        fuhe_output_string(line, _(" points"));
    }
    if (totals->has_deviation_rate && totals->deviation_points.scaled != 0) {
        fuhe_output_string(line, _(", rate "));
        fuhe_text_signed(line, totals->deviation_rate);
        fuhe_output_string(line, " %");
    }
    if (totals->deviation_points.scaled != 0) {
        fuhe_output_string(line, direction(review));
    }
    end_line(report);
}

static void write_grade(struct fuhe_report *report, const struct fuhe_review *review) {
    if (review->state == FUHE_REVIEW_PARTIAL) {
        write_unknown(report, review, _("Review grade"));
        return;
    }
    fuhe_message_grade(start_line(report, _("Review grade")), review);
    end_line(report);
}

static void write_basis(struct fuhe_report *report, const struct fuhe_review *review) {
    if (!review->totals.weights_close && review->state != FUHE_REVIEW_UNSCORED) {
        fuhe_message_basis(start_line(report, _("Weights")), review);
        end_line(report);
    }
}

static void write_rules(struct fuhe_report *report, const struct fuhe_result *result) {
    fuhe_message_choice(start_line(report, _("Rules")), &result->choice);
    end_line(report);
}

void fuhe_text_verdict(struct fuhe_report *report, const struct fuhe_result *result) {
    write_title(report, result);
    write_doubts(report, &result->review);
    write_totals(report, &result->review);
    write_deviation(report, &result->review);
    write_grade(report, &result->review);
    write_basis(report, &result->review);
    write_rules(report, result);
}
