/* SPDX-License-Identifier: Apache-2.0 */
/* What a notice is made from: counts over the forms of a department, and its most important corrections. */
#include "html/notice.h"

#include <stdlib.h>
#include <string.h>

#include "html/form_page.h"
#include "html/notice_parts.h"
#include "report/messages.h"
#include "report/translate.h"

static const char ellipsis[] = "…";

struct fuhe_notice *fuhe_notice_new(void) {
    struct fuhe_notice *notice = calloc(1, sizeof *notice);

    if (notice == NULL) {
        return NULL;
    }
    notice->scratch = fuhe_memory_output_new();
    if (notice->scratch == NULL) {
        free(notice);
        return NULL;
    }
    return notice;
}

void fuhe_notice_free(struct fuhe_notice *notice) {
    if (notice != NULL) {
        fuhe_memory_output_free(notice->scratch);
    }
    free(notice);
}

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

void fuhe_notice_begin(struct fuhe_notice *notice, uint64_t department, fuhe_text name) {
    struct fuhe_memory_output *const scratch = notice->scratch;

    memset(notice, 0, sizeof *notice);
    notice->scratch = scratch;
    fuhe_address_notice(department, name, notice->address);
    fuhe_notice_set_text(&notice->name, name, FUHE_NOTICE_NAME);
}

static void count_total(struct fuhe_notice *notice, const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;

    if (review->state == FUHE_REVIEW_UNSCORED) {
        notice->unscored++;
        return;
    }
    if (!totals->has_deviation) {
        notice->other++;
        return;
    }
    notice->agree += totals->deviation_points.scaled == 0;
    notice->over += totals->deviation_points.scaled > 0;
    notice->under += totals->deviation_points.scaled < 0;
    notice->compared++;
    notice->claimed += totals->claimed.value.scaled;
    notice->verified += totals->verified.scaled;
}

static void note_pack(struct fuhe_notice *notice, const struct fuhe_pack *pack) {
    for (size_t i = 0; i < notice->pack_count; i++) {
        if (notice->packs[i] == pack) {
            return;
        }
    }
    if (notice->pack_count < FUHE_NOTICE_PACKS_MAX) {
        notice->packs[notice->pack_count++] = pack;
    }
}

/* By how much a finding says that a score is off, sign apart. */
static int64_t points_of(const struct fuhe_finding *finding) {
    static const bool about_scores[FUHE_CODE_COUNT] = {
        [FUHE_CODE_ITEM_SCORE] = true,       [FUHE_CODE_ITEM_TRUNCATED] = true, [FUHE_CODE_SCORE_OVER_WEIGHT] = true,
        [FUHE_CODE_FULL_MARKS_UNMET] = true, [FUHE_CODE_TOTAL_SUM] = true,      [FUHE_CODE_EXECUTION_SCORE] = true,
    };
    const int64_t apart = finding->difference.value.scaled;

    return !about_scores[finding->code] || !finding->difference.present ? 0 : apart < 0 ? -apart : apart;
}

bool fuhe_notice_is_before(const struct fuhe_notice_correction *a, const struct fuhe_notice_correction *b) {
    if (a->severity != b->severity) {
        return a->severity > b->severity;
    }
    if (a->points != b->points) {
        return a->points > b->points;
    }
    return a->page != b->page ? a->page < b->page : a->finding < b->finding;
}

/* Where a correction may be put: a free place, or that of the least important one when it comes before that; NULL. */
static struct fuhe_notice_correction *place_for(struct fuhe_notice *notice,
                                                const struct fuhe_notice_correction *correction) {
    size_t last = 0;

    if (notice->count < FUHE_NOTICE_CORRECTIONS_MAX) {
        return &notice->corrections[notice->count++];
    }
    for (size_t i = 1; i < notice->count; i++) {
        if (fuhe_notice_is_before(&notice->corrections[last], &notice->corrections[i])) {
            last = i;
        }
    }
    return fuhe_notice_is_before(correction, &notice->corrections[last]) ? &notice->corrections[last] : NULL;
}

static void write_sentence(struct fuhe_notice *notice, const struct fuhe_result *result,
                           const struct fuhe_finding *finding, struct fuhe_notice_text *sentence) {
    fuhe_memory_output_reset(notice->scratch);
    fuhe_message_finding(&notice->scratch->output, &result->review, finding);
    fuhe_notice_set_text(sentence, fuhe_memory_output_text(notice->scratch), FUHE_NOTICE_SENTENCE);
}

static void add_correction(struct fuhe_notice *notice, const struct fuhe_result *result, uint64_t page, size_t index) {
    const struct fuhe_review *review = &result->review;
    const struct fuhe_finding *finding = &review->findings.items[index];
    struct fuhe_notice_correction key = {
        .severity = finding->severity, .points = points_of(finding), .page = page, .finding = index};
    struct fuhe_notice_correction *place = place_for(notice, &key);

    if (place == NULL) {
        return;
    }
    *place = key;
    place->line = finding->place.line;
    place->code = finding->code;
    place->pack = review->pack;
    place->rule = finding->rule;
    place->claimed = review->totals.claimed;
    place->verified = (struct fuhe_figure){review->state != FUHE_REVIEW_UNSCORED, review->totals.verified};
    fuhe_notice_set_text(&place->project, fuhe_form_page_project(result->form), FUHE_NOTICE_NAME);
    write_sentence(notice, result, finding, &place->sentence);
}

void fuhe_notice_add_form(struct fuhe_notice *notice, const struct fuhe_result *result, uint64_t page) {
    const struct fuhe_finding_list *findings = &result->review.findings;
    const size_t found = notice->found;

    notice->forms++;
    count_total(notice, &result->review);
    note_pack(notice, result->review.pack);
    for (size_t i = 0; i < findings->count; i++) {
        const struct fuhe_finding *finding = &findings->items[i];
        if (finding->severity != FUHE_SEVERITY_NOTE && fuhe_notice_request(finding->code) != NULL) {
            notice->found++;
            add_correction(notice, result, page, i);
        }
    }
    notice->to_correct += notice->found > found;
}
