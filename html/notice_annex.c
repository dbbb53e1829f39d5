/* SPDX-License-Identifier: Apache-2.0 */
/* The annex of a notice: every form of the department with the figures of its review and all that is to be corrected,
 * by rank within a form. It is written form by form, so its length costs no memory. */
#include "html/notice_parts.h"
#include "report/translate.h"

static enum fuhe_status open_annex(struct fuhe_notice *notice, struct fuhe_error *err) {
    const struct fuhe_page_head head = {.address = notice->annex_address,
                                        .title = fuhe_text_of(_("Annex to the notice of the review")),
                                        .style = fuhe_notice_style};
    struct fuhe_page *page = notice->annex;

    FUHE_TRY(fuhe_page_open(page, &head, err));
    notice->annex_is_open = true;
    fuhe_page_element(page, "h1", _("Annex: all forms and what is to be corrected in them"));
    fuhe_notice_to(page, notice);
    fuhe_notice_table_open(page, _("Forms in the order in which they were sent in"), "annex");
    return FUHE_STATUS_OK;
}

/* Writes the corrections of one rank, behind as many as were written before; returns how many there are then. */
static size_t write_rank(struct fuhe_notice *notice, const struct fuhe_result *result, enum fuhe_notice_rank rank,
                         size_t written) {
    const struct fuhe_finding_list *findings = &result->review.findings;

    for (size_t i = 0; i < findings->count; i++) {
        struct fuhe_notice_correction correction = {.finding = i, .form.pack = result->review.pack};

        fuhe_notice_weigh(&correction, &result->review);
        if (correction.rank != rank || !fuhe_notice_asks(&result->review, &findings->items[i])) {
            continue;
        }
        if (written++ == 0) {
            fuhe_notice_items_open(notice->annex);
        }
        fuhe_notice_set_words(&correction, result, notice->scratch);
        fuhe_notice_item(notice->annex, &notice->annex_rules, &correction);
    }
    return written;
}

enum fuhe_status fuhe_annex_add(struct fuhe_notice *notice, const struct fuhe_result *result, uint64_t page,
                                struct fuhe_error *err) {
    struct fuhe_notice_form form;
    size_t written = 0;

    if (!notice->annex_is_open) {
        FUHE_TRY(open_annex(notice, err));
    }
    fuhe_notice_set_form(&form, result, page);
    fuhe_notice_form_line(notice->annex, &form);
    for (int rank = FUHE_NOTICE_MOVES; rank <= FUHE_NOTICE_REASON; rank++) {
        written = write_rank(notice, result, (enum fuhe_notice_rank)rank, written);
    }
    if (written > 0) {
        fuhe_notice_items_close(notice->annex);
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_annex_close(struct fuhe_notice *notice, struct fuhe_error *err) {
    if (!notice->annex_is_open) {
        return FUHE_STATUS_OK;
    }
    notice->annex_is_open = false;
    fuhe_page_table_close(notice->annex);
    fuhe_notice_rules(notice->annex, &notice->annex_rules);
    fuhe_notice_packs(notice->annex, notice);
    return fuhe_page_close(notice->annex, err);
}
