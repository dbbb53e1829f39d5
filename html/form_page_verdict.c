/* SPDX-License-Identifier: Apache-2.0 */
/* The verdict: claimed and verified total, deviation, grades, and how firm that is. A judgement is called one. */
#include "engine/risk.h"
#include "html/form_page_parts.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

static void open_tile(struct fuhe_page *page, const char *label) {
    fuhe_page_markup(page, "<div><dt>");
    fuhe_page_word(page, label);
    fuhe_page_markup(page, "</dt><dd>");
}

static void close_tile(struct fuhe_page *page) {
    fuhe_page_markup(page, "</dd></div>\n");
}

static void write_signed(struct fuhe_page *page, fuhe_decimal value) {
    fuhe_page_word(page, value.scaled > 0 ? "+" : "");
    fuhe_output_decimal(fuhe_page_text(page), value, 2);
}

static void write_small(struct fuhe_page *page, const char *words) {
    fuhe_page_markup(page, " <small>");
    fuhe_page_word(page, words);
    fuhe_page_markup(page, "</small>");
}

static void write_totals(struct fuhe_page *page, const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;

    open_tile(page, _("Claimed total"));
    if (totals->claimed.present) {
        fuhe_output_decimal(fuhe_page_text(page), totals->claimed.value, totals->claimed.places);
    } else {
        write_small(page, _("not filled in"));
    }
    close_tile(page);
    open_tile(page, _("Verified total"));
    if (review->state == FUHE_REVIEW_UNSCORED) {
        write_small(page, _("none: nothing on this form could be scored"));
    } else {
        fuhe_output_decimal(fuhe_page_text(page), totals->verified, 2);
    }
    if (review->state == FUHE_REVIEW_PARTIAL) {
        fuhe_page_markup(page, " <small>");
        fuhe_message_partial(fuhe_page_text(page), review);
        fuhe_page_markup(page, "</small>");
    }
    close_tile(page);
}

/* A dash, and why: a total that is not complete accuses nobody. */
static void write_unknown(struct fuhe_page *page, const struct fuhe_review *review) {
    fuhe_page_word(page, "—");
    if (review->state == FUHE_REVIEW_PARTIAL) {
        write_small(page, _("not known: the verified total is not complete"));
    }
}

static const char *direction(const struct fuhe_review *review) {
    return review->totals.deviation_points.scaled > 0 ? _(" (more claimed than verified)")
                                                      : _(" (less claimed than verified)");
}

static void write_deviation(struct fuhe_page *page, const struct fuhe_review *review) {
    const struct fuhe_figure deviation = fuhe_review_deviation(review);
    const struct fuhe_figure rate = fuhe_review_deviation_rate(review);

    open_tile(page, _("Deviation"));
    if (!deviation.present) {
        write_unknown(page, review);
    } else if (deviation.value.scaled == 0) {
        fuhe_page_word(page, _("none"));
    } else {
        write_signed(page, deviation.value);
        write_small(page, direction(review));
    }
    close_tile(page);
    open_tile(page, _("Deviation rate"));
    if (rate.present) {
        write_signed(page, rate.value);
        fuhe_page_word(page, " %");
    } else {
        write_unknown(page, review);
    }
    close_tile(page);
}

static fuhe_text grade_name(const struct fuhe_review *review, size_t grade) {
    return fuhe_message_choose(review->pack->grades[grade].name);
}

static void write_grades(struct fuhe_page *page, const struct fuhe_review *review) {
    static const char *const kinds[] = {
        [FUHE_FIRM] = "good", [FUHE_FRAGILE] = "warning", [FUHE_UNDECIDABLE] = "warning"};
    const struct fuhe_grading *grading = &review->grading;
    const size_t claimed = fuhe_review_claimed_grade(review);

    open_tile(page, _("Claimed grade"));
    fuhe_page_write(page, claimed < review->pack->grade_count ? grade_name(review, claimed) : FUHE_TEXT("—"));
    close_tile(page);
    open_tile(page, _("Review grade"));
    if (review->state == FUHE_REVIEW_PARTIAL) {
        write_unknown(page, review);
    } else {
        fuhe_page_write(page, grading->has_grade ? grade_name(review, grading->grade) : FUHE_TEXT(""));
        fuhe_page_word(page, " ");
        fuhe_page_tag(page, kinds[grading->firmness], fuhe_message_firmness(grading->firmness));
    }
    close_tile(page);
}

/* What the figures above rest on. */
static void write_grounds(struct fuhe_page *page, const struct fuhe_result *result) {
    const struct fuhe_review *review = &result->review;

    fuhe_page_markup(page, "<dl class=\"facts\">");
    if (fuhe_review_has_grade(review)) {
        open_tile(page, _("How firm the grade is"));
        fuhe_message_readings(fuhe_page_text(page), review);
        close_tile(page);
    }
    if (!review->totals.weights_close && review->state != FUHE_REVIEW_UNSCORED) {
        open_tile(page, _("Weights"));
        fuhe_message_basis(fuhe_page_text(page), review);
        close_tile(page);
    }
    open_tile(page, _("Rules"));
    fuhe_message_choice(fuhe_page_text(page), &result->choice);
    close_tile(page);
    fuhe_page_markup(page, "</dl>\n");
}

/* Said first of all. */
static void write_doubts(struct fuhe_page *page, const struct fuhe_review *review) {
    if (fuhe_review_doubts(review) > 0) {
        fuhe_page_markup(page, "<p class=\"doubts\">");
        fuhe_page_tag(page, "error", _("read with doubt"));
        fuhe_page_markup(page, " <b>");
        fuhe_message_doubts(fuhe_page_text(page), review);
        fuhe_page_markup(page, "</b></p>\n");
    }
}

/* Said before any figure is read. */
static void write_partial(struct fuhe_page *page, const struct fuhe_review *review) {
    if (review->state != FUHE_REVIEW_PARTIAL) {
        return;
    }
    fuhe_page_markup(page, "<p><b>");
    fuhe_page_word(page, _("This form is scored in part only, so deviation, rate and grade are not known: "));
    fuhe_message_partial(fuhe_page_text(page), review);
    fuhe_page_word(page, _("."));
    fuhe_page_markup(page, "</b></p>\n");
}

void fuhe_form_page_verdict(struct fuhe_form_parts *parts) {
    const struct fuhe_result *result = parts->result;

    fuhe_page_element(parts->page, "h2", _("Verdict"));
    write_doubts(parts->page, &result->review);
    write_partial(parts->page, &result->review);
    fuhe_page_markup(parts->page, "<dl class=\"tiles\">\n");
    write_totals(parts->page, &result->review);
    write_deviation(parts->page, &result->review);
    write_grades(parts->page, &result->review);
    fuhe_page_markup(parts->page, "</dl>\n");
    write_grounds(parts->page, result);
}

static void write_explanation(struct fuhe_form_parts *parts, const char *heading,
                              const struct fuhe_explanation *explanation) {
    char total[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_message_total(&parts->result->review, explanation->total, total);
    const struct fuhe_template_word words[] = {{"total", {total, length}}, {NULL, {NULL, 0}}};
    struct fuhe_page *page = parts->page;

    if (explanation->state == FUHE_EXPLANATION_NONE) {
        return;
    }
    fuhe_page_markup(page, "<h3>");
    fuhe_template_words(fuhe_page_text(page), _(heading), words);
    fuhe_page_markup(page, "</h3>\n<p>");
    fuhe_message_explanation(fuhe_page_text(page), &parts->result->review, explanation);
    fuhe_page_markup(page, "</p>\n");
}

void fuhe_form_page_explanations(struct fuhe_form_parts *parts) {
    const struct fuhe_result *result = parts->result;

    if (result->claimed.state == FUHE_EXPLANATION_NONE && result->disclosed.state == FUHE_EXPLANATION_NONE) {
        return;
    }
    fuhe_page_element(parts->page, "h2", _("What may explain the deviation"));
    write_explanation(parts, N_("Where the claimed total {total} may come from"), &result->claimed);
    write_explanation(parts, N_("Where the published total {total} may come from"), &result->disclosed);
}
