/* SPDX-License-Identifier: Apache-2.0 */
/* The page of an impact, for who decides on the rules: the answer in four figures, then grades, totals, rules and
 * forms. */
#include "html/impact_page.h"

#include "html/figures.h"
#include "html/impact_parts.h"
#include "impact/words.h"
#include "report/messages.h"
#include "report/translate.h"

extern const char fuhe_style[]; /* style.css */

/* --- the packs ---------------------------------------------------------------------------------------------------- */

static void open_fact(struct fuhe_page *page, const char *label) {
    fuhe_page_markup(page, "<div><dt>");
    fuhe_page_word(page, label);
    fuhe_page_markup(page, "</dt><dd>");
}

static void close_fact(struct fuhe_page *page) {
    fuhe_page_markup(page, "</dd></div>\n");
}

static void write_chosen(struct fuhe_page *page, const struct fuhe_impact *impact) {
    fuhe_page_word(page, _("the rules that each form's region and year choose"));
    fuhe_page_markup(page, "<ul>");
    for (size_t i = 0; i < impact->pair_count; i++) {
        fuhe_page_markup(page, "<li>");
        fuhe_output_size(fuhe_page_text(page), impact->pairs[i].forms);
        fuhe_page_word(page, " × ");
        fuhe_impact_write_pack(fuhe_page_text(page), impact->pairs[i].before);
        fuhe_page_markup(page, "</li>");
    }
    fuhe_page_markup(page, "</ul>");
}

static void write_packs(struct fuhe_page *page, const struct fuhe_impact *impact) {
    fuhe_page_markup(page, "<dl class=\"facts\">\n");
    open_fact(page, _("Before"));
    if (impact->request.before != NULL) {
        fuhe_impact_write_pack(fuhe_page_text(page), impact->request.before);
    } else {
        write_chosen(page, impact);
    }
    close_fact(page);
    open_fact(page, _("After"));
    fuhe_impact_write_pack(fuhe_page_text(page), impact->request.after);
    close_fact(page);
    fuhe_page_markup(page, "</dl>\n");
}

/* --- the answer --------------------------------------------------------------------------------------------------- */

static void open_tile(struct fuhe_page *page, const char *label) {
    fuhe_page_markup(page, "<div><dt>");
    fuhe_page_word(page, label);
    fuhe_page_markup(page, "</dt><dd>");
}

/* What stands small below the figure of a tile. */
static void close_tile(struct fuhe_page *page, const char *sentence, const struct fuhe_figures_word *words) {
    fuhe_page_markup(page, "<small>");
    fuhe_figures_words(page, sentence, words);
    fuhe_page_markup(page, "</small></dd></div>\n");
}

static struct fuhe_figure_text money_text(fuhe_int128 scaled) {
    struct fuhe_figure_text text = {{0}};
    char digits[FUHE_IMPACT_MONEY_TEXT];
    const bool chinese = fuhe_language_is_chinese();
    const size_t length = fuhe_impact_money_show(scaled, chinese ? 10000 : 1, digits);

    text = fuhe_figures_of((fuhe_text){digits, length});
    memcpy(text.bytes + strlen(text.bytes), chinese ? "万元" : " yuan", chinese ? sizeof "万元" : sizeof " yuan");
    return text;
}

static void write_grade_tiles(struct fuhe_page *page, const struct fuhe_impact *impact) {
    const struct fuhe_impact_group regraded = fuhe_impact_regraded(impact);
    const struct fuhe_figures_word counts[] = {{"scored", fuhe_figures_count(impact->scored.forms)},
                                               {"up", fuhe_figures_count(impact->kinds[FUHE_IMPACT_UP].forms)},
                                               {"down", fuhe_figures_count(impact->kinds[FUHE_IMPACT_DOWN].forms)},
                                               {NULL, {{0}}}};
    const struct fuhe_figures_word money[] = {{"money", money_text(impact->scored.money.scaled)}, {NULL, {{0}}}};

    open_tile(page, _("Forms that change grade"));
    fuhe_page_word(page, fuhe_figures_count(regraded.forms).bytes);
    close_tile(page, _("of {scored}: {up} up, {down} down"), counts);
    open_tile(page, _("Money behind them"));
    fuhe_page_word(page, money_text(regraded.money.scaled).bytes);
    close_tile(page, _("of {money}"), money);
}

static void write_total_tiles(struct fuhe_page *page, const struct fuhe_impact *impact) {
    const struct fuhe_figure change = fuhe_impact_average_difference(impact);
    const struct fuhe_figures_word counts[] = {{"raised", fuhe_figures_count(impact->raised)},
                                               {"lowered", fuhe_figures_count(impact->lowered)},
                                               {NULL, {{0}}}};
    const struct fuhe_figures_word averages[] = {
        {"before", fuhe_figures_points(fuhe_impact_average(impact, FUHE_IMPACT_BEFORE).value)},
        {"after", fuhe_figures_points(fuhe_impact_average(impact, FUHE_IMPACT_AFTER).value)},
        {NULL, {{0}}}};

    open_tile(page, _("Forms with another total"));
    fuhe_page_word(page, fuhe_figures_count(impact->raised + impact->lowered).bytes);
    close_tile(page, _("{raised} higher, {lowered} lower"), counts);
    open_tile(page, _("Average total"));
    fuhe_page_word(page, fuhe_figures_signed(change.value).bytes);
    close_tile(page, _("{before} before, {after} after"), averages);
}

static void write_sentences(struct fuhe_page *page, const struct fuhe_impact *impact) {
    for (int i = FUHE_IMPACT_SAYS_SCALED_AFTER; i < FUHE_IMPACT_SENTENCES; i++) {
        const enum fuhe_impact_sentence sentence = (enum fuhe_impact_sentence)i;
        if (fuhe_impact_says(impact, sentence)) {
            fuhe_page_markup(page, i < FUHE_IMPACT_SAYS_FORMS ? "<p class=\"incomplete\">" : "<p>");
            fuhe_impact_write_sentence(impact, sentence, fuhe_page_text(page));
            fuhe_page_markup(page, "</p>\n");
        }
    }
}

static void write_answer(struct fuhe_page *page, const struct fuhe_impact *impact) {
    if (impact->scored.forms > 0) {
        fuhe_page_markup(page, "<dl class=\"tiles impact\">\n");
        write_grade_tiles(page, impact);
        write_total_tiles(page, impact);
        fuhe_page_markup(page, "</dl>\n");
    }
    write_sentences(page, impact);
}

static void write_failures(struct fuhe_page *page, const struct fuhe_impact_failure *failures, size_t count) {
    if (count == 0) {
        return;
    }
    fuhe_page_section_open(page, "failures", _("Documents that could not be read"));
    fuhe_page_markup(page, "<ul>\n");
    for (size_t i = 0; i < count; i++) {
        fuhe_page_markup(page, "<li>");
        fuhe_message_error(fuhe_page_text(page), failures[i].file, &failures[i].error);
        fuhe_page_markup(page, "</li>\n");
    }
    fuhe_page_markup(page, "</ul>\n");
    fuhe_page_section_close(page);
}

static void write_content(struct fuhe_page *page, const struct fuhe_impact *impact) {
    fuhe_page_element(page, "h1", _("What a change of rules does"));
    write_packs(page, impact);
    write_answer(page, impact);
    if (impact->forms > 0) {
        fuhe_impact_page_matrix(page, impact);
        fuhe_impact_page_rules(page, impact);
        fuhe_impact_page_chart(page, impact);
        fuhe_impact_page_forms(page, impact);
    }
}

enum fuhe_status fuhe_impact_page_write(const struct fuhe_impact *impact, const struct fuhe_impact_failure *failures,
                                        size_t count, struct fuhe_output *output, struct fuhe_error *err) {
    const struct fuhe_page_head head = {.address = FUHE_PAGE_OVERVIEW,
                                        .title = fuhe_text_of(_("What a change of rules does")),
                                        .style = fuhe_style,
                                        .into = output};
    struct fuhe_page *page = fuhe_page_new("", true);

    if (page == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    enum fuhe_status status = fuhe_page_open(page, &head, err);
    if (status == FUHE_STATUS_OK) {
        write_content(page, impact);
        write_failures(page, failures, count);
        status = fuhe_page_close(page, err);
    }
    fuhe_page_free(page);
    return status;
}
