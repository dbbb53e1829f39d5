/* SPDX-License-Identifier: Apache-2.0 */
/* What a notice and its annex share: a line for each form with the figures of its review, below it what to correct, and
 * the rules behind that. */
#include "html/notice_parts.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

enum { PLACES = 2 };

static const struct fuhe_page_column columns[] = {
    {N_("Project"), ""},
    {N_("Claimed total"), "figure"},
    {N_("Verified total"), "figure"},
    {N_("Deviation"), "figure"},
    {N_("Deviation rate"), "figure"},
    {N_("Review grade"), "grade"},
    {NULL, NULL},
};

void fuhe_notice_count(struct fuhe_page *page, const char *sentence, size_t count) {
    char digits[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_decimal_format(FUHE_DECIMAL(count), 0, digits);
    const struct fuhe_template_word words[] = {{"count", {digits, length}}, {NULL, {NULL, 0}}};

    fuhe_template_words(fuhe_page_text(page), sentence, words);
}

void fuhe_notice_to(struct fuhe_page *page, const struct fuhe_notice *notice) {
    fuhe_page_markup(page, "<p class=\"to\">");
    if (notice->name.length > 0) {
        fuhe_page_write(page, fuhe_notice_text_of(&notice->name));
    } else {
        fuhe_page_markup(page, "<span class=\"blank\"></span>");
    }
    fuhe_page_word(page, _(":"));
    fuhe_page_markup(page, "</p>\n");
}

void fuhe_notice_table_open(struct fuhe_page *page, const char *caption, const char *kind) {
    fuhe_page_table_open(page, caption, kind, columns);
}

/* --- a form --- */

static fuhe_text grade_name(const struct fuhe_notice_form *form, size_t grade) {
    return fuhe_message_choose(form->pack->grades[grade].name);
}

/* "良好 → 一般" */
static void write_grade(struct fuhe_page *page, const struct fuhe_notice_form *form) {
    const size_t none = form->pack->grade_count;

    fuhe_page_markup(page, "<td class=\"grade\">");
    if (form->is_doubtful) {
        fuhe_page_word(page, _("being compared with the document"));
    } else if (form->state == FUHE_REVIEW_PARTIAL) {
        fuhe_page_word(page, _("incomplete"));
    } else if (form->grade >= none) {
        fuhe_page_word(page, form->state == FUHE_REVIEW_UNSCORED ? _("not scored") : "—");
    } else {
        if (form->claimed_grade < none && form->claimed_grade != form->grade) {
            fuhe_page_write(page, grade_name(form, form->claimed_grade));
            fuhe_page_word(page, " → ");
        }
        fuhe_page_write(page, grade_name(form, form->grade));
    }
    fuhe_page_markup(page, "</td>");
}

static void write_rate(struct fuhe_page *page, struct fuhe_figure rate) {
    fuhe_page_markup(page, "<td class=\"figure\">");
    if (rate.present) {
        fuhe_page_word(page, rate.value.scaled > 0 ? "+" : "");
        fuhe_output_decimal(fuhe_page_text(page), rate.value, PLACES);
        fuhe_page_word(page, "%");
    } else {
        fuhe_page_word(page, "—");
    }
    fuhe_page_markup(page, "</td>");
}

void fuhe_notice_form_line(struct fuhe_page *page, const struct fuhe_notice_form *form) {
    const unsigned printed = form->claimed.places < FUHE_DECIMAL_PLACES ? form->claimed.places : FUHE_DECIMAL_PLACES;

    fuhe_page_markup(page, "<tr class=\"form\"><th scope=\"row\">");
    fuhe_page_write(page, fuhe_notice_text_of(&form->project));
    fuhe_page_markup(page, " <small>");
    fuhe_page_write(page, fuhe_notice_text_of(&form->file));
    fuhe_page_markup(page, "</small></th>");
    fuhe_page_cell_figure(page, (struct fuhe_figure){form->claimed.present, form->claimed.value},
                          printed > PLACES ? printed : PLACES);
    fuhe_page_cell_figure(page, form->verified, PLACES);
    fuhe_page_cell_signed(page, form->deviation, PLACES);
    write_rate(page, form->rate);
    write_grade(page, form);
    fuhe_page_markup(page, "</tr>\n");
}

/* --- its corrections --- */

void fuhe_notice_items_open(struct fuhe_page *page) {
    fuhe_page_markup(page, "<tr class=\"items\"><td colspan=\"6\"><ul>");
}

void fuhe_notice_items_close(struct fuhe_page *page) {
    fuhe_page_markup(page, "</ul></td></tr>\n");
}

/* The number of a rule among those on the page, added when it is new; 0 when there is none. */
static size_t rule_number(struct fuhe_notice_rules *rules, const struct fuhe_notice_correction *correction) {
    const struct fuhe_pack *pack = correction->form.pack;

    if (correction->rule == FUHE_RULE_NONE || !pack->citations[correction->rule].present) {
        return 0;
    }
    for (size_t i = 0; i < rules->count; i++) {
        if (rules->items[i].pack == pack && rules->items[i].rule == correction->rule) {
            return i + 1;
        }
    }
    if (rules->count == FUHE_NOTICE_RULES_MAX) {
        return 0;
    }
    rules->items[rules->count].pack = pack;
    rules->items[rules->count].rule = correction->rule;
    return ++rules->count;
}

void fuhe_notice_item(struct fuhe_page *page, struct fuhe_notice_rules *rules,
                      const struct fuhe_notice_correction *correction) {
    const size_t number = rule_number(rules, correction);
    struct fuhe_output *text = fuhe_page_text(page);

    fuhe_page_markup(page, "<li>");
    fuhe_page_write(page, fuhe_notice_text_of(&correction->sentence));
    fuhe_page_word(page, fuhe_language_is_chinese() ? "" : " ");
    fuhe_page_word(page, fuhe_notice_request(correction->code));
    fuhe_page_markup(page, " <small>");
    if (number > 0) {
        fuhe_output_char(text, '[');
        fuhe_output_size(text, number);
        fuhe_page_word(page, "] ");
    }
    fuhe_page_write(page, fuhe_notice_text_of(&correction->place));
    fuhe_page_markup(page, "</small></li>\n");
}

/* --- what it rests on --- */

void fuhe_notice_rules(struct fuhe_page *page, const struct fuhe_notice_rules *rules) {
    if (rules->count == 0) {
        return;
    }
    fuhe_page_markup(page, "<ol class=\"rules\">");
    for (size_t i = 0; i < rules->count; i++) {
        fuhe_page_markup(page, "<li>");
        fuhe_message_citation(fuhe_page_text(page), &rules->items[i].pack->citations[rules->items[i].rule]);
        fuhe_page_markup(page, "</li>\n");
    }
    fuhe_page_markup(page, "</ol>\n");
}

void fuhe_notice_packs(struct fuhe_page *page, const struct fuhe_notice *notice) {
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
