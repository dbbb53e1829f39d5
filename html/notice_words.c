/* SPDX-License-Identifier: Apache-2.0 */
/* What a notice says of a form and of a finding, in texts of bounded size. The department has paper before it, not the
 * XML: places are named as the form prints them. */
#include <string.h>

#include "engine/risk.h"
#include "html/form_page.h"
#include "html/notice_parts.h"
#include "report/deviation.h"
#include "report/messages.h"
#include "report/translate.h"

static const char ellipsis[] = "…";
static const char between[] = " › ";

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
    const bool whole = review->state == FUHE_REVIEW_SCORED;

    form->page = page;
    form->state = review->state;
    form->claimed = totals->claimed;
    form->verified = (struct fuhe_figure){review->state != FUHE_REVIEW_UNSCORED, totals->verified};
    form->deviation = (struct fuhe_figure){whole && totals->has_deviation, totals->deviation_points};
    form->rate = (struct fuhe_figure){whole && totals->has_deviation_rate, totals->deviation_rate};
    form->pack = review->pack;
    form->claimed_grade = fuhe_review_claimed_grade(review);
    form->grade = whole && review->grading.has_grade ? review->grading.grade : review->pack->grade_count;
    fuhe_notice_set_text(&form->project, fuhe_form_page_project(result->form), FUHE_NOTICE_NAME);
    fuhe_notice_set_text(&form->file, fuhe_text_of(name_of_file(result->file)), FUHE_NOTICE_NAME);
}

/* --- places --- */

static void write_part(struct fuhe_output *output, fuhe_text part, bool *first) {
    if (part.length > 0) {
        fuhe_output_string(output, *first ? "" : between);
        fuhe_output_text(output, part);
        *first = false;
    }
}

static fuhe_text part_of_form(const struct fuhe_finding *finding) {
    static const char *const blocks[] = {
        [FUHE_BLOCK_FORM] = N_("form"),
        [FUHE_BLOCK_FUND] = N_("Funds"),
        [FUHE_BLOCK_GOAL] = N_("Goal"),
        [FUHE_BLOCK_INDICATOR] = N_("Indicators"),
        [FUHE_BLOCK_CATEGORY] = N_("Indicators"),
        [FUHE_BLOCK_TOTAL] = N_("total"),
        [FUHE_BLOCK_DISCLOSED] = N_("published figures"),
        [FUHE_BLOCK_STATEMENT] = N_("published figures"),
    };

    return fuhe_text_of(_(blocks[finding->block]));
}

/* "成本指标 › 办公经费3 › 自评得分", "资金情况 › 年度资金总额 › 得分" */
static void write_place(struct fuhe_output *output, const struct fuhe_form *form, const struct fuhe_finding *finding) {
    const bool is_list =
        finding->block == FUHE_BLOCK_FORM && finding->cell != NULL && strcmp(finding->cell, "indicators") == 0;
    const char *cell = finding->cell == NULL || is_list ? "" : fuhe_message_cell(finding->cell);
    bool first = true;

    if (finding->block == FUHE_BLOCK_INDICATOR && finding->index < form->indicator_count) {
        write_part(output, form->indicators[finding->index].level1.text, &first);
        write_part(output, form->indicators[finding->index].name.text, &first);
    } else if (finding->block == FUHE_BLOCK_CATEGORY) {
        write_part(output, fuhe_text_of(fuhe_message_category(finding->category)), &first);
    } else if (finding->block != FUHE_BLOCK_TOTAL || cell[0] == '\0') {
        write_part(output, is_list ? fuhe_text_of(_("Indicators")) : part_of_form(finding), &first);
    }
    if (finding->block == FUHE_BLOCK_FUND && finding->index < form->fund_count) {
        write_part(output, form->funds[finding->index].label.text, &first);
    }
    write_part(output, fuhe_text_of(cell), &first);
}

void fuhe_notice_set_words(struct fuhe_notice_correction *correction, const struct fuhe_result *result,
                           struct fuhe_memory_output *scratch) {
    const struct fuhe_finding *finding = &result->review.findings.items[correction->finding];

    fuhe_memory_output_reset(scratch);
    fuhe_message_finding(&scratch->output, &result->review, finding);
    fuhe_notice_set_text(&correction->sentence, fuhe_memory_output_text(scratch), FUHE_NOTICE_SENTENCE);
    fuhe_memory_output_reset(scratch);
    write_place(&scratch->output, result->form, finding);
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
