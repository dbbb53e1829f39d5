/* SPDX-License-Identifier: Apache-2.0 */
/* The head of a form's report: claimed and verified total, deviation, grade and how firm it is, rules and why. */
#include "report/messages.h"
#include "report/template.h"
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
    fuhe_width_left(report->output, fuhe_text_of(label), label_columns());
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
    fuhe_output_char(scratch, ':');
    fuhe_output_size(scratch, form->place.line);
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
        fuhe_output_string(line, _(" (partial: what could not be scored is left out)"));
    }
    fuhe_text_style(report, FUHE_STYLE_BOLD);
    end_line(report);
    fuhe_text_style(report, FUHE_STYLE_PLAIN);
}

static void write_deviation(struct fuhe_report *report, const struct fuhe_totals *totals) {
    if (!totals->has_deviation) {
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
        fuhe_output_string(line, totals->deviation_points.scaled > 0 ? _(" (more claimed than verified)")
                                                                     : _(" (less claimed than verified)"));
    }
    end_line(report);
}

static void write_range(struct fuhe_output *line, const struct fuhe_grading *grading) {
    char low[FUHE_DECIMAL_TEXT_SIZE];
    char high[FUHE_DECIMAL_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        {"low", {low, fuhe_decimal_format(grading->lowest, 2, low)}},
        {"high", {high, fuhe_decimal_format(grading->highest, 2, high)}},
        {NULL, {NULL, 0}},
    };

    if (fuhe_decimal_equals(grading->lowest, grading->highest)) {
        fuhe_output_string(line, _("every defensible reading gives the same total"));
    } else {
        fuhe_template_words(line, _("defensible readings give {low} to {high}"), words);
    }
}

static void write_decider(struct fuhe_output *line, const struct fuhe_review *review) {
    const struct fuhe_grading *grading = &review->grading;

    switch (grading->decider) {
    case FUHE_DECIDER_ROW:
        fuhe_output_string(line, _("; decided by "));
        fuhe_message_row(line, review->form, grading->deciding_row);
        break;
    case FUHE_DECIDER_EXECUTION:
        fuhe_output_string(line, _("; decided by the execution score"));
        break;
    case FUHE_DECIDER_WEIGHTS:
        fuhe_output_string(line, _("; decided by how the weights are read"));
        break;
    case FUHE_DECIDER_NONE:
        break;
    }
}

static void write_margins(struct fuhe_output *line, const struct fuhe_grading *grading) {
    if (grading->has_margin_down) {
        fuhe_output_string(line, _("; above the lower bound by "));
        fuhe_output_decimal(line, grading->margin_down, 2);
    }
    if (grading->has_margin_up) {
        fuhe_output_string(line, _("; to the next grade "));
        fuhe_output_decimal(line, grading->margin_up, 2);
    }
}

static void write_grade(struct fuhe_report *report, const struct fuhe_review *review) {
    const struct fuhe_grading *grading = &review->grading;
    struct fuhe_output *line = start_line(report, _("Review grade"));

    if (!grading->has_grade) {
        fuhe_output_string(line, fuhe_message_firmness(grading->firmness));
        end_line(report);
        return;
    }
    fuhe_output_text(line, fuhe_message_choose(review->pack->grades[grading->grade].name));
    fuhe_output_string(line, _(", "));
    fuhe_output_string(line, fuhe_message_firmness(grading->firmness));
    fuhe_output_string(line, _(": "));
    write_range(line, grading);
    write_decider(line, review);
    write_margins(line, grading);
    end_line(report);
}

/* Only when the weights do not close: which reading of them is recommended, and what the others give. */
static void write_basis(struct fuhe_report *report, const struct fuhe_review *review) {
    static const char *const bases[] = {
        [FUHE_BASIS_AS_LISTED] = N_("rows as listed"),
        [FUHE_BASIS_RESCALED] = N_("rescaled to full marks"),
        [FUHE_BASIS_COUNT_ONCE] = N_("the duplicate row counts once"),
    };
    const struct fuhe_totals *totals = &review->totals;

    if (totals->weights_close || review->state == FUHE_REVIEW_UNSCORED) {
        return;
    }
    char sum[FUHE_DECIMAL_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        {"sum", {sum, fuhe_decimal_format(totals->weight_sum, 0, sum)}},
        {"basis", fuhe_text_of(_(bases[totals->basis]))},
        {NULL, {NULL, 0}},
    };
    struct fuhe_output *line = start_line(report, _("Weights"));
    fuhe_template_words(line, _("{sum} in all; recommended reading: {basis}"), words);
    if (totals->basis != FUHE_BASIS_AS_LISTED) {
        fuhe_output_string(line, _("; as listed the total is "));
        fuhe_output_decimal(line, totals->as_listed, 2);
    }
    if (totals->has_rescaled && totals->basis != FUHE_BASIS_RESCALED) {
        fuhe_output_string(line, _("; rescaled to full marks it is "));
        fuhe_output_decimal(line, totals->rescaled, 2);
    }
    end_line(report);
}

static void write_rules(struct fuhe_report *report, const struct fuhe_result *result) {
    static const char *const reasons[] = {
        [FUHE_CHOICE_ASKED] = N_("as asked for by --rules"),
        [FUHE_CHOICE_REGION] = N_("chosen by region “{region}” and year"),
        [FUHE_CHOICE_NATIONAL] = N_("national rules of the year, for there are none for the region"),
        [FUHE_CHOICE_LATEST] = N_("the nearest ones, for there are none for the year"),
    };
    const struct fuhe_pack *pack = result->review.pack;
    const struct fuhe_template_word words[] = {{"region", result->choice.matched}, {NULL, {NULL, 0}}};
    struct fuhe_output *line = start_line(report, _("Rules"));

    fuhe_output_text(line, pack->id);
    fuhe_output_char(line, ' ');
    fuhe_output_text(line, pack->version);
    fuhe_output_string(line, _(", "));
    fuhe_output_text(line, fuhe_message_choose(pack->title));
    fuhe_output_string(line, _("; "));
    fuhe_template_words(line, _(reasons[result->choice.reason]), words);
    end_line(report);
}

void fuhe_text_verdict(struct fuhe_report *report, const struct fuhe_result *result) {
    write_title(report, result);
    write_totals(report, &result->review);
    write_deviation(report, &result->review.totals);
    write_grade(report, &result->review);
    write_basis(report, &result->review);
    write_rules(report, result);
}
