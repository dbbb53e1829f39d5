/* SPDX-License-Identifier: Apache-2.0 */
/* The notice on paper: to whom, what was reviewed, what to correct, by which rules, and lines to be filled in by hand.
 * In the sober words of a bureau: it says what differs and asks; it accuses nobody. */
#include <string.h>

#include "html/notice_parts.h"
#include "report/template.h"
#include "report/translate.h"

struct number {
    char bytes[FUHE_DECIMAL_TEXT_SIZE];
};

static fuhe_text count_text(size_t count, struct number *number) {
    return (fuhe_text){number->bytes, fuhe_decimal_format(FUHE_DECIMAL(count), 0, number->bytes)};
}

static void write_opening(struct fuhe_page *page, const struct fuhe_notice *notice) {
    fuhe_page_element(page, "h1", _("Review of self-assessed project performance"));
    fuhe_notice_to(page, notice);
    fuhe_page_markup(page, "<p>");
    fuhe_notice_count(
        page,
        fuhe_translate_count(N_("The self-assessment form of {count} project that you sent in has been reviewed."),
                             N_("The self-assessment forms of {count} projects that you sent in have been reviewed."),
                             notice->forms),
        notice->forms);
    fuhe_page_word(page, " ");
    fuhe_page_word(page, notice->to_correct == 0 ? _("The result is as follows.")
                                                 : _("The result, and what is to be corrected, is as follows."));
    fuhe_page_markup(page, "</p>\n");
}

static size_t compared(const struct fuhe_notice *notice) {
    return notice->agree + notice->over + notice->under;
}

static fuhe_decimal mean(int64_t sum, size_t count) {
    const int64_t places = FUHE_DECIMAL_ONE / 100;
    const int64_t divisor = (int64_t)count * places;

    return (fuhe_decimal){(sum + divisor / 2) / divisor * places};
}

static fuhe_text mean_text(int64_t sum, size_t count, struct number *number) {
    return (fuhe_text){number->bytes, fuhe_decimal_format(mean(sum, count), 2, number->bytes)};
}

/* "11 claimed totals …: 8 equal, 2 above, 1 below; their averages …" */
static void write_compared(struct fuhe_page *page, const struct fuhe_notice *notice) {
    struct number numbers[6];
    const size_t count = compared(notice);

    if (count == 0) {
        fuhe_page_word(page, _("No claimed total could be held against a verified one."));
        return;
    }
    const struct fuhe_template_word words[] = {
        {"count", count_text(count, &numbers[0])},
        {"agree", count_text(notice->agree, &numbers[1])},
        {"over", count_text(notice->over, &numbers[2])},
        {"under", count_text(notice->under, &numbers[3])},
        {"claimed", mean_text(notice->claimed, count, &numbers[4])},
        {"verified", mean_text(notice->verified, count, &numbers[5])},
        {NULL, {NULL, 0}},
    };
    fuhe_template_words(fuhe_page_text(page),
                        _("Claimed totals held against verified ones: {count}, of them equal: {agree}, claimed higher: "
                          "{over}, claimed lower: {under}. Averages over these {count}: claimed {claimed}, verified "
                          "{verified}."),
                        words);
}

static void write_result(struct fuhe_page *page, const struct fuhe_notice *notice) {
    const struct {
        size_t count;
        const char *sentence;
    } apart[] = {
        {notice->doubtful, N_(" Still being compared with their documents and in none of these figures: {count}.")},
        {notice->partial, N_(" Incomplete, scored in part and in none of these figures: {count}.")},
        {notice->other, N_(" Without a claimed total: {count}.")},
        {notice->unscored, N_(" Not scored for want of content: {count}.")},
    };

    fuhe_page_markup(page, "<p>");
    write_compared(page, notice);
    for (size_t i = 0; i < sizeof apart / sizeof apart[0]; i++) {
        if (apart[i].count > 0) {
            fuhe_notice_count(page, _(apart[i].sentence), apart[i].count);
        }
    }
    fuhe_page_markup(page, "</p>\n");
}

static size_t write_corrections(struct fuhe_page *page, const struct fuhe_notice *notice,
                                struct fuhe_notice_rules *rules) {
    size_t written = 0;
    uint64_t form = 0;

    for (size_t i = 0; i < notice->count; i++) {
        const struct fuhe_notice_correction *correction = &notice->corrections[i];
        if (!correction->chosen) {
            continue;
        }
        if (written == 0 || correction->form.page != form) {
            if (written > 0) {
                fuhe_notice_items_close(page);
            }
            fuhe_notice_form_line(page, &correction->form);
            fuhe_notice_items_open(page);
            form = correction->form.page;
        }
        fuhe_notice_item(page, rules, correction);
        written++;
    }
    fuhe_notice_items_close(page);
    return written;
}

static void write_table(struct fuhe_page *page, const struct fuhe_notice *notice) {
    struct fuhe_notice_rules rules = {.count = 0};

    fuhe_notice_table_open(page, _("What is to be corrected"), "");
    const size_t written = write_corrections(page, notice, &rules);
    fuhe_page_table_close(page);
    if (notice->found > written) {
        fuhe_page_markup(page, "<p class=\"more\">");
        fuhe_notice_count(page, _("And {count} more, in the annex; the most important ones stand here."),
                          notice->found - written);
        fuhe_page_markup(page, "</p>\n");
    }
    fuhe_notice_rules(page, &rules);
}

/* The annex lies beside the notice, wherever both are sent. */
static void write_annex(struct fuhe_page *page, const struct fuhe_notice *notice) {
    const char *name = strrchr(notice->annex_address, '/') + 1;

    fuhe_page_markup(page, "<p class=\"annex\">");
    fuhe_page_word(page, _("Annex: "));
    fuhe_page_link_beside(page, notice->annex_address, fuhe_text_of(name));
    fuhe_notice_count(page, _(" (all forms with their figures; to be corrected: {count})"), notice->found);
    fuhe_page_markup(page, "</p>\n");
}

static void write_blank(struct fuhe_page *page) {
    fuhe_page_markup(page, "<span class=\"blank\"></span>");
}

/* "Answer by ____": a label with room to write. */
static void write_line(struct fuhe_page *page, const char *label) {
    fuhe_page_markup(page, "<span class=\"line\">");
    fuhe_page_word(page, label);
    write_blank(page);
    fuhe_page_markup(page, "</span> ");
}

static void write_closing(struct fuhe_page *page, const struct fuhe_notice *notice) {
    if (notice->to_correct > 0) {
        fuhe_page_element(
            page, "p",
            _("Please check the above and send in the corrected forms with your reasons by the day below. "
              "Where you see it otherwise, please say so and add your evidence. Scores were recomputed by "
              "the rules; what is to be judged is decided by people."));
        fuhe_page_markup(page, "<p>");
        write_line(page, _("Answer by: "));
        write_line(page, _("Contact: "));
        write_line(page, _("Telephone: "));
        fuhe_page_markup(page, "</p>\n");
    } else {
        fuhe_page_element(page, "p",
                          notice->doubtful > 0
                              ? _("Nothing was found so far that is to be corrected; of the forms that are still being "
                                  "compared you will hear.")
                              : _("Nothing was found that is to be corrected. Where you see it otherwise, please "
                                  "say so and add your evidence."));
    }
    write_annex(page, notice);
    fuhe_page_markup(page, "<div class=\"signature\">");
    write_line(page, _("Signature and seal: "));
    write_line(page, _("Date: "));
    fuhe_page_markup(page, "</div>\n");
}

static void write_content(struct fuhe_page *page, struct fuhe_notice *notice) {
    write_opening(page, notice);
    write_result(page, notice);
    if (notice->to_correct > 0) {
        fuhe_notice_choose(notice, page->complete);
        write_table(page, notice);
    }
    fuhe_notice_packs(page, notice);
    write_closing(page, notice);
}

enum fuhe_status fuhe_notice_write(struct fuhe_notice *notice, struct fuhe_page *page, struct fuhe_error *err) {
    const struct fuhe_page_head head = {
        .address = notice->address, .title = fuhe_text_of(_("Notice of the review")), .style = fuhe_notice_style};

    FUHE_TRY(fuhe_annex_close(notice, err));
    FUHE_TRY(fuhe_page_open(page, &head, err));
    write_content(page, notice);
    return fuhe_page_close(page, err);
}
