/* SPDX-License-Identifier: Apache-2.0 */
/* What a notice is made from: counts over the forms of a department, and its most important corrections. */
#include "html/notice.h"

#include <stdlib.h>
#include <string.h>

#include "html/notice_parts.h"

struct fuhe_notice *fuhe_notice_new(const char *folder, bool complete) {
    struct fuhe_notice *notice = calloc(1, sizeof *notice);

    if (notice == NULL) {
        return NULL;
    }
    notice->scratch = fuhe_memory_output_new();
    notice->annex = fuhe_page_new(folder, complete);
    if (notice->scratch == NULL || notice->annex == NULL) {
        fuhe_notice_free(notice);
        return NULL;
    }
    return notice;
}

void fuhe_notice_free(struct fuhe_notice *notice) {
    if (notice != NULL) {
        fuhe_memory_output_free(notice->scratch);
        fuhe_page_free(notice->annex);
    }
    free(notice);
}

void fuhe_notice_begin(struct fuhe_notice *notice, uint64_t department, fuhe_text name) {
    struct fuhe_memory_output *const scratch = notice->scratch;
    struct fuhe_page *const annex = notice->annex;

    memset(notice, 0, sizeof *notice);
    notice->scratch = scratch;
    notice->annex = annex;
    fuhe_address_notice(department, name, notice->address);
    fuhe_address_annex(department, name, notice->annex_address);
    fuhe_notice_set_text(&notice->name, name, FUHE_NOTICE_NAME);
}

/* A form that is scored in part has no total that could be held against the claimed one. */
static void count_total(struct fuhe_notice *notice, const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;

    if (fuhe_review_doubts(review) > 0) {
        notice->doubtful++;
        return;
    }
    if (review->state != FUHE_REVIEW_SCORED) {
        notice->unscored += review->state == FUHE_REVIEW_UNSCORED;
        notice->partial += review->state == FUHE_REVIEW_PARTIAL;
        return;
    }
    if (!totals->has_deviation) {
        notice->other++;
        return;
    }
    notice->agree += totals->deviation_points.scaled == 0;
    notice->over += totals->deviation_points.scaled > 0;
    notice->under += totals->deviation_points.scaled < 0;
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

static void add_correction(struct fuhe_notice *notice, const struct fuhe_result *result, uint64_t page, size_t index) {
    struct fuhe_notice_correction key = {.form.page = page, .finding = index};

    fuhe_notice_weigh(&key, &result->review);
    struct fuhe_notice_correction *place = place_for(notice, &key);
    if (place != NULL) {
        *place = key;
        place->lines = fuhe_notice_lines(result->form, &result->review.findings.items[index]);
        fuhe_notice_set_form(&place->form, result, page);
        fuhe_notice_set_words(place, result, notice->scratch);
    }
}

enum fuhe_status fuhe_notice_add_form(struct fuhe_notice *notice, const struct fuhe_result *result, uint64_t page,
                                      struct fuhe_error *err) {
    const struct fuhe_finding_list *findings = &result->review.findings;
    const size_t found = notice->found;

    notice->forms++;
    count_total(notice, &result->review);
    note_pack(notice, result->review.pack);
    for (size_t i = 0; i < findings->count; i++) {
        if (fuhe_notice_asks(&result->review, &findings->items[i])) {
            notice->found++;
            add_correction(notice, result, page, i);
        }
    }
    notice->to_correct += notice->found > found;
    return fuhe_annex_add(notice, result, page, err);
}
