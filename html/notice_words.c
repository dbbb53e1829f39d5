/* SPDX-License-Identifier: Apache-2.0 */
/* What a notice says of a form and of a finding, in texts of bounded size. */
#include <string.h>

#include "engine/risk.h"
#include "html/form_page.h"
#include "html/notice_parts.h"
#include "report/deviation.h"
#include "report/messages.h"

static const char ellipsis[] = "…";

void fuhe_notice_set_text(struct fuhe_notice_text *text, fuhe_text from, size_t most) {
    const bool fits = from.length <= most;
    size_t end = fits ? from.length : 0;

    for (size_t next = 0; !fits && next <= most; (void)fuhe_text_next(from, &next)) {
        end = next;
    }
    text->length = end;
    if (end > 0) {
        memcpy(text->bytes, from.bytes, end);
    }
    if (!fits) {
        memcpy(text->bytes + end, ellipsis, sizeof ellipsis - 1);
        text->length += sizeof ellipsis - 1;
    }
}

fuhe_text fuhe_notice_text_of(const struct fuhe_notice_text *text) {
    return (fuhe_text){text->bytes, text->length};
}

static const char *name_of_file(const char *file) {
    const char *slash = strrchr(file, '/');

    return fuhe_message_file(slash == NULL ? file : slash + 1);
}

void fuhe_notice_set_form(struct fuhe_notice_form *form, const struct fuhe_result *result, uint64_t page) {
    const struct fuhe_review *review = &result->review;
    const struct fuhe_totals *totals = &review->totals;

    form->page = page;
    form->state = review->state;
    form->is_doubtful = fuhe_review_doubts(review) > 0;
    form->claimed = totals->claimed;
    form->verified = (struct fuhe_figure){review->state != FUHE_REVIEW_UNSCORED, totals->verified};
    form->deviation = fuhe_review_deviation(review);
    form->rate = fuhe_review_deviation_rate(review);
    form->pack = review->pack;
    form->claimed_grade = fuhe_review_claimed_grade(review);
    form->grade = fuhe_review_has_grade(review) ? review->grading.grade : review->pack->grade_count;
    if (form->is_doubtful) {
        form->claimed.present = form->verified.present = form->deviation.present = form->rate.present = false;
    }
    fuhe_notice_set_text(&form->project, fuhe_form_page_project(result->form), FUHE_NOTICE_NAME);
    fuhe_notice_set_text(&form->file, fuhe_text_of(name_of_file(result->file)), FUHE_NOTICE_NAME);
}

/* --- a correction --- */

void fuhe_notice_set_words(struct fuhe_notice_correction *correction, const struct fuhe_result *result,
                           struct fuhe_memory_output *scratch) {
    const struct fuhe_finding *finding = &result->review.findings.items[correction->finding];

    fuhe_memory_output_reset(scratch);
    fuhe_message_finding(&scratch->output, &result->review, finding);
    fuhe_notice_set_text(&correction->sentence, fuhe_memory_output_text(scratch), FUHE_NOTICE_SENTENCE);
    fuhe_memory_output_reset(scratch);
    fuhe_message_place(&scratch->output, result->form, finding);
    fuhe_notice_set_text(&correction->place, fuhe_memory_output_text(scratch), FUHE_NOTICE_NAME);
}

/* --- importance --- */

void fuhe_notice_weigh(struct fuhe_notice_correction *correction, const struct fuhe_review *review) {
    const struct fuhe_finding *finding = &review->findings.items[correction->finding];
    const int64_t part = fuhe_deviation_part(review, finding).scaled;

    correction->code = finding->code;
    correction->severity = finding->severity;
    correction->rule = finding->rule;
    correction->points = part < 0 ? -part : part;
    correction->rank = part != 0                                   ? FUHE_NOTICE_MOVES
                       : finding->code == FUHE_CODE_REASON_MISSING ? FUHE_NOTICE_REASON
                       : finding->code == FUHE_CODE_TOTAL_VERIFIED ? FUHE_NOTICE_FOLLOWS
                                                                   : FUHE_NOTICE_ASKS;
}

bool fuhe_notice_is_before(const struct fuhe_notice_correction *a, const struct fuhe_notice_correction *b) {
    if (a->rank != b->rank) {
        return a->rank < b->rank;
    }
    if (a->points != b->points) {
        return a->points > b->points;
    }
    if (a->severity != b->severity) {
        return a->severity > b->severity;
    }
    return a->form.page != b->form.page ? a->form.page < b->form.page : a->finding < b->finding;
}
