/* SPDX-License-Identifier: Apache-2.0 */
/* The notice on paper: to whom, what was reviewed, what to correct, by which rules, and lines to be filled in by hand.
 * In the sober words of a bureau: it says what differs and asks; it accuses nobody. */
#include "html/form_page.h"
#include "html/notice_parts.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

extern const char fuhe_notice_style[]; /* notice.css */

enum { RULES_MAX = FUHE_NOTICE_CORRECTIONS_MAX };

/* The rules that corrections on the page refer to, numbered in their order. */
struct rules {
    const struct fuhe_notice_correction *items[RULES_MAX];
    size_t count;
};

/* A sentence with one figure in it. */
static void write_count(struct fuhe_page *page, const char *one, const char *many, size_t count) {
    char digits[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_decimal_format(FUHE_DECIMAL(count), 0, digits);
    const struct fuhe_template_word words[] = {{"count", {digits, length}}, {NULL, {NULL, 0}}};

    fuhe_template_words(fuhe_page_text(page), fuhe_translate_count(one, many, count), words);
}

static void write_blank(struct fuhe_page *page) {
    fuhe_page_markup(page, "<span class=\"blank\"></span>");
}

static void write_opening(struct fuhe_page *page, const struct fuhe_notice *notice) {
    const fuhe_text name = {notice->name.bytes, notice->name.length};

    fuhe_page_element(page, "h1", _("Review of self-assessed project performance"));
    fuhe_page_markup(page, "<p class=\"to\">");
    if (name.length > 0) {
        fuhe_page_write(page, name);
    } else {
        write_blank(page);
    }
    fuhe_page_word(page, _(":"));
    fuhe_page_markup(page, "</p>\n<p>");
    write_count(page, N_("The self-assessment form of {count} project that you sent in has been reviewed."),
                N_("The self-assessment forms of {count} projects that you sent in have been reviewed."),
                notice->forms);
    fuhe_page_word(page, " ");
    fuhe_page_word(page, notice->to_correct == 0 ? _("The result is as follows.")
                                                 : _("The result, and what is to be corrected, is as follows."));
    fuhe_page_markup(page, "</p>\n");
}

static fuhe_decimal mean(int64_t sum, size_t count) {
    const int64_t places = FUHE_DECIMAL_ONE / 100;
    const int64_t divisor = (int64_t)count * places;

    return (fuhe_decimal){(sum + divisor / 2) / divisor * places};
}

static void write_means(struct fuhe_page *page, const struct fuhe_notice *notice) {
    char claimed[FUHE_DECIMAL_TEXT_SIZE];
    char verified[FUHE_DECIMAL_TEXT_SIZE];

    if (notice->compared == 0) {
        return;
    }
    const struct fuhe_template_word words[] = {
        {"claimed", {claimed, fuhe_decimal_format(mean(notice->claimed, notice->compared), 2, claimed)}},
        {"verified", {verified, fuhe_decimal_format(mean(notice->verified, notice->compared), 2, verified)}},
        {NULL, {NULL, 0}},
    };
    fuhe_template_words(fuhe_page_text(page), _(" On average {claimed} points were claimed and {verified} verified."),
                        words);
}

/* "Totals: 9 agree with the review, 4 are above it, 2 below, 1 could not be scored." */
static void write_result(struct fuhe_page *page, const struct fuhe_notice *notice) {
    fuhe_page_markup(page, "<p>");
    write_count(page, N_("Of the claimed totals, {count} agrees with the verified one"),
                N_("Of the claimed totals, {count} agree with the verified ones"), notice->agree);
    write_count(page, N_(", {count} is above it"), N_(", {count} are above them"), notice->over);
    write_count(page, N_(", {count} is below it"), N_(", {count} are below them"), notice->under);
    if (notice->other > 0) {
        write_count(page, N_("; {count} form has no claimed total"), N_("; {count} forms have no claimed total"),
                    notice->other);
    }
    if (notice->unscored > 0) {
        write_count(page, N_("; {count} form could not be scored for want of content"),
                    N_("; {count} forms could not be scored for want of content"), notice->unscored);
    }
    fuhe_page_word(page, _("."));
    write_means(page, notice);
    fuhe_page_markup(page, "</p>\n");
}

/* The number of a rule among those on the page, added when it is new; 0 when there is none. */
static size_t rule_number(struct rules *rules, const struct fuhe_notice_correction *correction) {
    if (correction->rule == FUHE_RULE_NONE || !correction->pack->citations[correction->rule].present) {
        return 0;
    }
    for (size_t i = 0; i < rules->count; i++) {
        if (rules->items[i]->pack == correction->pack && rules->items[i]->rule == correction->rule) {
            return i + 1;
        }
    }
    rules->items[rules->count++] = correction;
    return rules->count;
}

static void write_correction(struct fuhe_page *page, struct rules *rules,
                             const struct fuhe_notice_correction *correction) {
    const size_t number = rule_number(rules, correction);
    struct fuhe_output *text = fuhe_page_text(page);

    fuhe_page_markup(page, "<li>");
    fuhe_page_write(page, (fuhe_text){correction->sentence.bytes, correction->sentence.length});
    fuhe_page_word(page, fuhe_language_is_chinese() ? "" : " ");
    fuhe_page_word(page, fuhe_notice_request(correction->code));
    if (number > 0 || correction->line > 0) {
        fuhe_page_markup(page, " <small>");
        if (number > 0) {
            fuhe_output_char(text, '[');
            fuhe_output_size(text, number);
            fuhe_page_word(page, "] ");
        }
        if (correction->line > 0) {
            write_count(page, N_("line {count}"), N_("line {count}"), correction->line);
        }
        fuhe_page_markup(page, "</small>");
    }
    fuhe_page_markup(page, "</li>");
}

static void write_form(struct fuhe_page *page, const struct fuhe_notice_correction *form) {
    const unsigned places = form->claimed.places < FUHE_DECIMAL_PLACES ? form->claimed.places : FUHE_DECIMAL_PLACES;

    fuhe_page_markup(page, "<tr><th scope=\"row\">");
    fuhe_page_write(page, (fuhe_text){form->project.bytes, form->project.length});
    fuhe_page_markup(page, "</th>");
    fuhe_page_cell_figure(page, (struct fuhe_figure){form->claimed.present, form->claimed.value}, places);
    fuhe_page_cell_figure(page, form->verified, 2);
    fuhe_page_markup(page, "<td><ul>");
}

static size_t write_corrections(struct fuhe_page *page, const struct fuhe_notice *notice, struct rules *rules) {
    size_t written = 0;
    uint64_t form = 0;

    for (size_t i = 0; i < notice->count; i++) {
        const struct fuhe_notice_correction *correction = &notice->corrections[i];
        if (!correction->chosen) {
            continue;
        }
        if (written == 0 || correction->page != form) {
            fuhe_page_markup(page, written == 0 ? "" : "</ul></td></tr>\n");
            write_form(page, correction);
            form = correction->page;
        }
        write_correction(page, rules, correction);
        written++;
    }
    fuhe_page_markup(page, "</ul></td></tr>\n");
    return written;
}

static void write_rules(struct fuhe_page *page, const struct rules *rules) {
    if (rules->count == 0) {
        return;
    }
    fuhe_page_markup(page, "<ol class=\"rules\">");
    for (size_t i = 0; i < rules->count; i++) {
        fuhe_page_markup(page, "<li>");
        fuhe_message_citation(fuhe_page_text(page), &rules->items[i]->pack->citations[rules->items[i]->rule]);
        fuhe_page_markup(page, "</li>\n");
    }
    fuhe_page_markup(page, "</ol>\n");
}

static void write_table(struct fuhe_page *page, const struct fuhe_notice *notice) {
    static const struct fuhe_page_column columns[] = {
        {N_("Project"), ""},
        {N_("Claimed"), "figure"},
        {N_("Verified"), "figure"},
        {N_("To be corrected, filled in or explained"), "wide"},
        {NULL, NULL},
    };
    struct rules rules = {.count = 0};

    fuhe_page_table_open(page, _("What is to be corrected"), "", columns);
    const size_t written = write_corrections(page, notice, &rules);
    fuhe_page_table_close(page);
    if (notice->found > written) {
        fuhe_page_markup(page, "<p class=\"more\">");
        write_count(page, N_("And {count} more, in the pages of the report; the most important ones stand here."),
                    N_("And {count} more, in the pages of the report; the most important ones stand here."),
                    notice->found - written);
        fuhe_page_markup(page, "</p>\n");
    }
    write_rules(page, &rules);
}

static void write_packs(struct fuhe_page *page, const struct fuhe_notice *notice) {
    fuhe_page_markup(page, "<p class=\"packs\">");
    fuhe_page_word(page, _("Reviewed by these rules: "));
    for (size_t i = 0; i < notice->pack_count; i++) {
        const struct fuhe_pack *pack = notice->packs[i];
        fuhe_page_word(page, i == 0 ? "" : _("; "));
        fuhe_page_write(page, fuhe_message_choose(pack->title));
        fuhe_page_word(page, _(" ("));
        fuhe_page_write(page, pack->id);
        fuhe_page_word(page, " ");
        fuhe_page_write(page, pack->version);
        fuhe_page_word(page, _(")"));
    }
    fuhe_page_markup(page, "</p>\n");
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
                          _("Nothing was found that is to be corrected. Where you see it otherwise, please "
                            "say so and add your evidence."));
    }
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
    write_packs(page, notice);
    write_closing(page, notice);
}

enum fuhe_status fuhe_notice_write(struct fuhe_notice *notice, struct fuhe_page *page, struct fuhe_error *err) {
    const struct fuhe_page_head head = {
        .address = notice->address, .title = fuhe_text_of(_("Notice of the review")), .style = fuhe_notice_style};

    FUHE_TRY(fuhe_page_open(page, &head, err));
    write_content(page, notice);
    return fuhe_page_close(page, err);
}
