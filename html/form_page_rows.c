/* SPDX-License-Identifier: Apache-2.0 */
/* The table of scores: execution, then the indicators by category with their sums, each with its working. What differs
 * is marked, and a word says how. */
#include "html/form_page_parts.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

static const struct fuhe_page_column columns[] = {
    {N_("Indicator"), "name"},
    {N_("Target"), ""},
    {N_("Result"), ""},
    {N_("Weight"), "figure"},
    {N_("Claimed"), "figure"},
    {N_("Recomputed"), "figure"},
    {N_("Verified"), "figure"},
    {N_("Verdict on it"), ""},
    {N_("Working and rule"), "wide"},
    {NULL, NULL},
};

static const char *const kinds[] = {
    [FUHE_VERDICT_EXACT] = "good",       [FUHE_VERDICT_ROUNDED] = "note",        [FUHE_VERDICT_TRUNCATED] = "warning",
    [FUHE_VERDICT_OVERSTATED] = "error", [FUHE_VERDICT_UNDERSTATED] = "warning", [FUHE_VERDICT_JUDGEMENT] = "note",
    [FUHE_VERDICT_UNSCORED] = "warning",
};

static void write_figure(struct fuhe_page *page, bool present, fuhe_decimal value, unsigned places) {
    fuhe_page_cell_figure(page, (struct fuhe_figure){present, value}, places);
}

static void write_claim(struct fuhe_page *page, const struct fuhe_claim *claim) {
    const unsigned places = claim->places < FUHE_DECIMAL_PLACES ? claim->places : FUHE_DECIMAL_PLACES;

    write_figure(page, claim->present, claim->value, places);
}

/* The word for a verdict, and the difference where there is one. */
static void write_verdict(struct fuhe_page *page, enum fuhe_verdict verdict, const struct fuhe_claim *claim,
                          fuhe_decimal verified) {
    const bool differs =
        verdict == FUHE_VERDICT_OVERSTATED || verdict == FUHE_VERDICT_UNDERSTATED || verdict == FUHE_VERDICT_TRUNCATED;
    const fuhe_decimal apart = {claim->value.scaled - verified.scaled};

    if (verdict == FUHE_VERDICT_EXACT) {
        fuhe_page_word(page, fuhe_message_verdict(verdict));
        return;
    }
    fuhe_page_tag(page, kinds[verdict], fuhe_message_verdict(verdict));
    if (differs && claim->present) {
        fuhe_page_word(page, apart.scaled > 0 ? " +" : " ");
        fuhe_output_decimal(fuhe_page_text(page), apart, 2);
    }
}

static void write_execution(struct fuhe_form_parts *parts) {
    const struct fuhe_review *review = &parts->result->review;
    const struct fuhe_execution *execution = &review->execution;
    struct fuhe_page *page = parts->page;

    fuhe_page_markup(page, "<tr id=\"execution\"><th scope=\"row\" colspan=\"3\">");
    fuhe_page_word(page, _("Budget execution"));
    fuhe_page_markup(page, "</th>");
    write_figure(page, true, review->pack->execution.weight, 0);
    write_claim(page, &execution->claim);
    write_figure(page, execution->state == FUHE_EXECUTION_SCORED, execution->recomputed, 2);
    write_figure(page, execution->has_verified, execution->verified, 2);
    fuhe_page_markup(page, "<td>");
    if (execution->claim.present || !execution->has_verified) {
        write_verdict(page, execution->verdict, &execution->claim, execution->verified);
    } else {
        fuhe_page_word(page, _("not filled in"));
    }
    fuhe_page_markup(page, "</td><td>");
    fuhe_message_execution(fuhe_page_text(page), review);
    fuhe_page_word(page, " ");
    fuhe_form_page_rule(parts, FUHE_RULE_EXECUTION);
    fuhe_page_markup(page, "</td></tr>\n");
}

/* Whether any row of a category has a claim, or a verified score: a sum of blanks is no zero. NONE for all rows. */
static bool any_claim(const struct fuhe_review *review, enum fuhe_category category) {
    bool any = category == FUHE_CATEGORY_NONE && review->execution.claim.present;

    for (size_t i = 0; i < review->row_count; i++) {
        any |=
            (category == FUHE_CATEGORY_NONE || review->rows[i].category == category) && review->rows[i].claim.present;
    }
    return any;
}

static bool any_verified(const struct fuhe_review *review, enum fuhe_category category) {
    bool any = false;

    for (size_t i = 0; i < review->row_count; i++) {
        any |= review->rows[i].category == category && review->rows[i].has_verified;
    }
    return any;
}

static void write_category(struct fuhe_form_parts *parts, enum fuhe_category category) {
    const bool known = category != FUHE_CATEGORY_NONE;
    const struct fuhe_review *review = &parts->result->review;
    const struct fuhe_category_result none = {0};
    const struct fuhe_category_result *result = known ? &review->categories[category] : &none;
    struct fuhe_page *page = parts->page;

    fuhe_page_markup(page, "</tbody>\n<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"3\">");
    fuhe_page_word(page, fuhe_message_category(category));
    fuhe_page_markup(page, "</th>");
    write_figure(page, known, result->weight, 0);
    write_figure(page, known && any_claim(review, category), result->claimed, 2);
    fuhe_page_markup(page, "<td></td>");
    write_figure(page, known && any_verified(review, category), result->verified, 2);
    fuhe_page_markup(page, "<td colspan=\"2\">");
    if (known && !fuhe_decimal_equals(result->weight, result->expected)) {
        fuhe_page_word(page, _("weight by the rules: "));
        fuhe_output_decimal(fuhe_page_text(page), result->expected, 0);
    }
    fuhe_page_markup(page, "</td></tr>\n");
}

static bool is_plain(const struct fuhe_row *row) {
    return row->counted && row->verdict == FUHE_VERDICT_EXACT;
}

static void write_name(struct fuhe_page *page, const struct fuhe_indicator *indicator, size_t index) {
    const fuhe_text name = indicator->name.text;

    fuhe_page_markup(page, "<th scope=\"row\">");
    if (name.length > 0) {
        fuhe_page_write(page, name);
    } else {
        fuhe_page_word(page, _("indicator "));
        fuhe_output_size(fuhe_page_text(page), index + 1);
    }
    if (indicator->level2.text.length > 0) {
        fuhe_page_markup(page, "<small>");
        fuhe_page_write(page, indicator->level2.text);
        fuhe_page_markup(page, "</small>");
    }
    fuhe_page_markup(page, "</th>");
}

/* The target as the form prints it, operator and unit in cells of their own included; the one first set goes out
 * struck when it was adjusted. */
static void write_target(struct fuhe_page *page, const struct fuhe_indicator *indicator) {
    const bool adjusted = indicator->adjusted.text.length > 0;

    fuhe_page_markup(page, adjusted ? "<td><del>" : "<td>");
    fuhe_page_write(page, indicator->relation.text);
    fuhe_page_write(page, indicator->target.text);
    fuhe_page_markup(page, adjusted ? "</del> " : "");
    fuhe_page_write(page, indicator->adjusted.text);
    fuhe_page_write(page, indicator->unit.text);
    fuhe_page_markup(page, "</td>");
}

static void write_row_verdict(struct fuhe_page *page, const struct fuhe_row *row) {
    struct fuhe_output *text = fuhe_page_text(page);

    fuhe_page_markup(page, "<td>");
    if (row->is_execution) {
        fuhe_page_word(page, _("  see budget execution"));
    } else {
        write_verdict(page, row->verdict, &row->claim, row->verified);
    }
    if (row->has_range) {
        fuhe_page_word(page, " ");
        fuhe_output_decimal(text, row->low, 0);
        fuhe_page_word(page, "–");
        fuhe_output_decimal(text, row->high, 0);
    }
    if (!row->counted && !row->is_execution) {
        fuhe_page_word(page, _(", not counted"));
    }
    fuhe_page_markup(page, "</td>");
}

/* How the score came about, by which rule, and what the unit says of a deviation. */
static void write_working(struct fuhe_form_parts *parts, const struct fuhe_row *row, fuhe_text reason) {
    struct fuhe_page *page = parts->page;

    fuhe_page_markup(page, "<td>");
    fuhe_message_working(fuhe_page_text(page), row);
    if (row->verdict == FUHE_VERDICT_JUDGEMENT) {
        fuhe_page_word(page, _("cannot be computed: the claim stands until a person has judged it"));
    }
    fuhe_page_word(page, " ");
    fuhe_form_page_rule(parts, row->rule);
    if (reason.length > 0) {
        fuhe_page_markup(page, "<small>");
        fuhe_page_word(page, _("The unit's reason: "));
        fuhe_page_write(page, reason);
        fuhe_page_markup(page, "</small>");
    }
    fuhe_page_markup(page, "</td>");
}

static void write_row(struct fuhe_form_parts *parts, size_t index) {
    const struct fuhe_review *review = &parts->result->review;
    const struct fuhe_row *row = &review->rows[index];
    const struct fuhe_indicator *indicator = &review->form->indicators[index];
    struct fuhe_page *page = parts->page;

    fuhe_page_markup(page, is_plain(row) ? "<tr id=\"row-" : "<tr class=\"marked\" id=\"row-");
    fuhe_output_size(fuhe_page_text(page), index + 1);
    fuhe_page_markup(page, "\">");
    write_name(page, indicator, index);
    write_target(page, indicator);
    fuhe_page_cell(page, indicator->actual.text);
    write_figure(page, row->has_weight, row->weight, 0);
    write_claim(page, &row->claim);
    write_figure(page, row->has_exact, row->recomputed, 2);
    write_figure(page, row->has_verified, row->verified, 2);
    write_row_verdict(page, row);
    write_working(parts, row, indicator->reason.text);
    fuhe_page_markup(page, "</tr>\n");
}

static void write_sum(struct fuhe_page *page, const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;

    fuhe_page_markup(page, "</tbody>\n<tbody>\n<tr class=\"group\"><th scope=\"row\" colspan=\"3\">");
    fuhe_page_word(page, _("Sum"));
    fuhe_page_markup(page, "</th>");
    write_figure(page, true, totals->weight_sum, 0);
    write_figure(page, any_claim(review, FUHE_CATEGORY_NONE), totals->sum_of_claims, 2);
    fuhe_page_markup(page, "<td></td>");
    write_figure(page, review->state != FUHE_REVIEW_UNSCORED, totals->verified, 2);
    fuhe_page_markup(page, "<td colspan=\"2\">");
    fuhe_message_blank_execution(fuhe_page_text(page), review);
    fuhe_page_markup(page, "</td></tr>\n");
}

void fuhe_form_page_rows(struct fuhe_form_parts *parts) {
    const struct fuhe_review *review = &parts->result->review;

    fuhe_page_element(parts->page, "h2", _("Scores"));
    fuhe_page_table_open(parts->page, _("Execution and indicators, as claimed and as verified"), "rows", columns);
    write_execution(parts);
    for (size_t category = 0; category <= FUHE_CATEGORY_NONE; category++) {
        bool any = false;
        for (size_t i = 0; i < review->row_count; i++) {
            if (review->rows[i].category != category) {
                continue;
            }
            if (!any) {
                write_category(parts, (enum fuhe_category)category);
                any = true;
            }
            write_row(parts, i);
        }
    }
    write_sum(parts->page, review);
    fuhe_page_table_close(parts->page);
}
