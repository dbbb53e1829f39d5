/* SPDX-License-Identifier: Apache-2.0 */
/* What a form's page rests on: the funds and the goal as printed, and the rules that scores and findings refer to, each
 * said once. */
#include "html/form_page_parts.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

static void use(bool used[FUHE_RULE_COUNT], const struct fuhe_pack *pack, enum fuhe_rule rule) {
    used[rule] = rule != FUHE_RULE_NONE && pack->citations[rule].present;
}

void fuhe_form_parts_init(struct fuhe_form_parts *parts, struct fuhe_page *page, const struct fuhe_result *result) {
    static const enum fuhe_rule always[] = {FUHE_RULE_EXECUTION, FUHE_RULE_CLAIM, FUHE_RULE_DEVIATION,
                                            FUHE_RULE_GRADES};
    const struct fuhe_review *review = &result->review;
    bool used[FUHE_RULE_COUNT] = {false};
    unsigned number = 0;

    for (size_t i = 0; i < sizeof always / sizeof always[0]; i++) {
        use(used, review->pack, always[i]);
    }
    for (size_t i = 0; i < review->row_count; i++) {
        use(used, review->pack, review->rows[i].rule);
    }
    for (size_t i = 0; i < result->ladder.count; i++) {
        use(used, review->pack, result->ladder.steps[i].rule);
    }
    for (size_t i = 0; i < FUHE_RULE_COUNT; i++) {
        parts->rules[i] = used[i] ? ++number : 0;
    }
    parts->page = page;
    parts->result = result;
}

void fuhe_form_page_rule(struct fuhe_form_parts *parts, enum fuhe_rule rule) {
    struct fuhe_page *page = parts->page;
    char number[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_decimal_format(FUHE_DECIMAL(parts->rules[rule]), 0, number);
    const struct fuhe_template_word words[] = {{"number", {number, length}}, {NULL, {NULL, 0}}};

    if (parts->rules[rule] == 0) {
        return;
    }
    fuhe_page_markup(page, "<a class=\"rule\" href=\"#rule-");
    fuhe_page_word(page, fuhe_rule_name(rule));
    fuhe_page_markup(page, "\">");
    fuhe_template_words(fuhe_page_text(page), _("rule {number}"), words);
    fuhe_page_markup(page, "</a>");
}

/* So that anybody can hold the document against `sha256sum`. */
static void write_hash(struct fuhe_page *page, const struct fuhe_pack *pack) {
    const struct fuhe_template_word words[] = {{"pack", pack->id}, {NULL, {NULL, 0}}};

    fuhe_page_markup(page, "<p class=\"hash\">");
    fuhe_template_words(fuhe_page_text(page), _("SHA-256 of the rule pack {pack}: "), words);
    fuhe_page_markup(page, "<code>");
    fuhe_page_write(page, pack->hash);
    fuhe_page_markup(page, "</code></p>\n");
}

void fuhe_form_page_rules(struct fuhe_form_parts *parts) {
    const struct fuhe_review *review = &parts->result->review;
    struct fuhe_page *page = parts->page;

    fuhe_page_element(page, "h2", _("Rules used on this page"));
    fuhe_page_markup(page, "<p>");
    fuhe_message_choice(fuhe_page_text(page), &parts->result->choice);
    fuhe_page_markup(page, "</p>\n");
    for (const struct fuhe_pack *pack = review->pack; pack != NULL; pack = pack->base) {
        write_hash(page, pack);
    }
    fuhe_page_markup(page, "<ol class=\"rules\">\n");
    for (size_t rule = 0; rule < FUHE_RULE_COUNT; rule++) {
        if (parts->rules[rule] == 0) {
            continue;
        }
        fuhe_page_markup(page, "<li id=\"rule-");
        fuhe_page_word(page, fuhe_rule_name((enum fuhe_rule)rule));
        fuhe_page_markup(page, "\">");
        fuhe_message_citation(fuhe_page_text(page), &review->pack->citations[rule]);
        fuhe_page_markup(page, "</li>\n");
    }
    fuhe_page_markup(page, "</ol>\n");
}

static void write_printed(struct fuhe_page *page, const struct fuhe_cell *cell) {
    fuhe_page_markup(page, "<td class=\"figure\">");
    fuhe_page_write(page, cell->text);
    fuhe_page_markup(page, "</td>");
}

static void write_fund(struct fuhe_page *page, const struct fuhe_fund *fund) {
    fuhe_page_markup(page, "<tr><th scope=\"row\">");
    fuhe_page_write(page, fund->label.text);
    fuhe_page_markup(page, "</th>");
    write_printed(page, &fund->initial);
    write_printed(page, &fund->budget);
    write_printed(page, &fund->executed);
    write_printed(page, &fund->rate);
    write_printed(page, &fund->score);
    fuhe_page_markup(page, "</tr>\n");
}

void fuhe_form_page_funds(struct fuhe_form_parts *parts) {
    static const struct fuhe_page_column columns[] = {
        {N_("Funds"), ""},
        {N_("Initial budget"), "figure"},
        {N_("Full-year budget"), "figure"},
        {N_("Executed"), "figure"},
        {N_("Rate, %"), "figure"},
        {N_("Claimed"), "figure"},
        {NULL, NULL},
    };
    const struct fuhe_form *form = parts->result->form;
    const fuhe_text unit = form->funds_unit.text.length > 0 ? form->funds_unit.text : FUHE_TEXT("万元");
    const struct fuhe_template_word words[] = {{"unit", unit}, {NULL, {NULL, 0}}};
    struct fuhe_page *page = parts->page;

    if (form->fund_count == 0) {
        return;
    }
    fuhe_page_markup(page, "<h2>");
    fuhe_template_words(fuhe_page_text(page), _("Funds as printed, in {unit}"), words);
    fuhe_page_markup(page, "</h2>\n");
    fuhe_page_table_open(page, _("Budget and execution as the form prints them"), "funds", columns);
    for (size_t i = 0; i < form->fund_count; i++) {
        write_fund(page, &form->funds[i]);
    }
    fuhe_page_table_close(page);
}

static void write_goal(struct fuhe_page *page, const char *heading, fuhe_text goal) {
    if (goal.length > 0) {
        fuhe_page_element(page, "h3", heading);
        fuhe_page_markup(page, "<p class=\"printed\">");
        fuhe_page_write(page, goal);
        fuhe_page_markup(page, "</p>\n");
    }
}

void fuhe_form_page_goal(struct fuhe_form_parts *parts) {
    const struct fuhe_form *form = parts->result->form;

    if (form->goal_expected.text.length + form->goal_achieved.text.length > 0) {
        fuhe_page_element(parts->page, "h2", _("Goal as printed"));
        write_goal(parts->page, _("Expected"), form->goal_expected.text);
        write_goal(parts->page, _("Achieved"), form->goal_achieved.text);
    }
}
