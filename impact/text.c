/* SPDX-License-Identifier: Apache-2.0 */
/* The impact as text. What is to be aligned is written to memory first and measured. */
#include "impact/text.h"

#include "impact/words.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "report/rulebook.h"
#include "report/template.h"
#include "report/translate.h"
#include "report/width.h"

enum { NAME = 12, RULE = 30, COUNT = 14, MONEY_MIN = 17, POINTS = 8, GRADES = 24, INDENT = 2 };

struct page {
    const struct fuhe_impact *impact;
    struct fuhe_output *output;
    struct fuhe_memory_output *scratch;
    size_t money; /* columns of an amount */
};

/* --- cells -------------------------------------------------------------------------------------------------------- */

static struct fuhe_output *cell(struct page *page) {
    fuhe_memory_output_reset(page->scratch);
    return &page->scratch->output;
}

static void put_left(struct page *page, size_t columns) {
    fuhe_width_left(page->output, fuhe_memory_output_text(page->scratch), columns);
}

static void put_right(struct page *page, size_t columns) {
    fuhe_width_right(page->output, fuhe_memory_output_text(page->scratch), columns);
}

/* Room for the sum over all forms, which no amount is larger than. */
static size_t money_columns(struct page *page) {
    fuhe_int128 sum = 0;

    for (int kind = 0; kind <= FUHE_IMPACT_UNSCORED; kind++) {
        sum += page->impact->kinds[kind].money.scaled;
    }
    fuhe_impact_write_money(cell(page), sum);
    const size_t columns = fuhe_width_of(fuhe_memory_output_text(page->scratch)) + 1;
    return columns > MONEY_MIN ? columns : MONEY_MIN;
}

static void put_count(struct page *page, size_t count, size_t columns) {
    fuhe_output_size(cell(page), count);
    put_right(page, columns);
}

static void put_money(struct page *page, fuhe_int128 scaled, size_t columns) {
    fuhe_impact_write_money(cell(page), scaled);
    put_right(page, columns);
}

static void put_word(struct page *page, const char *word, size_t columns) {
    fuhe_width_right(page->output, fuhe_text_of(word), columns);
}

static void end_line(struct page *page) {
    fuhe_output_char(page->output, '\n');
}

static void write_heading(struct page *page, const char *heading) {
    end_line(page);
    fuhe_output_string(page->output, heading);
    end_line(page);
}

static void wrap(struct page *page, size_t indent) {
    fuhe_width_wrap(page->output, fuhe_memory_output_text(page->scratch), indent, fuhe_width_page());
    end_line(page);
}

/* --- the packs ---------------------------------------------------------------------------------------------------- */

static void write_pack(struct page *page, const char *label, const struct fuhe_pack *pack) {
    fuhe_width_left(page->output, fuhe_text_of(label), NAME);
    fuhe_impact_write_pack(cell(page), pack);
    wrap(page, NAME);
}

static void write_chosen(struct page *page) {
    const struct fuhe_impact *impact = page->impact;

    fuhe_width_left(page->output, fuhe_text_of(_("Before")), NAME);
    fuhe_output_string(page->output, _("the rules that each form's region and year choose"));
    end_line(page);
    for (size_t i = 0; i < impact->pair_count; i++) {
        fuhe_width_spaces(page->output, NAME);
        put_count(page, impact->pairs[i].forms, 4);
        fuhe_output_string(page->output, " × ");
        fuhe_impact_write_pack(cell(page), impact->pairs[i].before);
        wrap(page, NAME + 7);
    }
}

static void write_packs(struct page *page) {
    const struct fuhe_impact_request *request = &page->impact->request;

    if (request->before != NULL) {
        write_pack(page, _("Before"), request->before);
    } else {
        write_chosen(page);
    }
    write_pack(page, _("After"), request->after);
    end_line(page);
}

static void write_sentences(struct page *page) {
    for (int i = 0; i < FUHE_IMPACT_SENTENCES; i++) {
        const enum fuhe_impact_sentence sentence = (enum fuhe_impact_sentence)i;
        if (fuhe_impact_says(page->impact, sentence)) {
            fuhe_impact_write_sentence(page->impact, sentence, cell(page));
            wrap(page, 0);
        }
    }
}

/* --- grades ------------------------------------------------------------------------------------------------------- */

static void write_matrix_heads(struct page *page) {
    fuhe_width_spaces(page->output, NAME);
    for (size_t after = 0; after <= page->impact->places; after++) {
        if (fuhe_impact_shows(page->impact, FUHE_IMPACT_AFTER, after)) {
            fuhe_impact_write_grade(cell(page), page->impact, FUHE_IMPACT_AFTER, after);
            put_right(page, page->money);
        }
    }
    end_line(page);
}

static bool has_forms(const struct fuhe_impact *impact, size_t before) {
    bool any = false;

    for (size_t after = 0; after <= impact->places && !any; after++) {
        any = fuhe_impact_cell(impact, before, after)->forms > 0;
    }
    return any;
}

static void put_group(struct page *page, const struct fuhe_impact_group *group, bool money, size_t columns) {
    if (group->forms == 0) {
        put_word(page, "·", columns);
    } else if (money) {
        put_money(page, group->money.scaled, columns);
    } else {
        put_count(page, group->forms, columns);
    }
}

/* The counts of a row of the matrix, or below them the money. Blanks at the end of a line are left out. */
static void write_matrix_line(struct page *page, size_t before, bool money) {
    size_t columns = 0;

    for (size_t after = 0; after <= page->impact->places; after++) {
        const struct fuhe_impact_group *group = fuhe_impact_cell(page->impact, before, after);
        columns += fuhe_impact_shows(page->impact, FUHE_IMPACT_AFTER, after) ? page->money : 0;
        if (fuhe_impact_shows(page->impact, FUHE_IMPACT_AFTER, after) && (group->forms > 0 || !money)) {
            put_group(page, group, money, columns);
            columns = 0;
        }
    }
    end_line(page);
}

static void write_matrix(struct page *page) {
    write_heading(page, _("Grades: a row for each before, a column for each after; forms, and their money"));
    write_matrix_heads(page);
    for (size_t before = 0; before <= page->impact->places; before++) {
        if (!fuhe_impact_shows(page->impact, FUHE_IMPACT_BEFORE, before)) {
            continue;
        }
        fuhe_impact_write_grade(cell(page), page->impact, FUHE_IMPACT_BEFORE, before);
        put_left(page, NAME);
        write_matrix_line(page, before, false);
        if (has_forms(page->impact, before)) {
            fuhe_width_spaces(page->output, NAME);
            write_matrix_line(page, before, true);
        }
    }
}

/* --- rules -------------------------------------------------------------------------------------------------------- */

static void write_rule(struct page *page, const char *title, const struct fuhe_impact_rule *rule) {
    fuhe_width_left(page->output, fuhe_text_of(title), RULE);
    put_count(page, rule->most.forms, COUNT);
    put_count(page, rule->regrades, COUNT);
    fuhe_impact_write_signed(cell(page), rule->points);
    put_right(page, COUNT);
    put_money(page, rule->most.money.scaled, page->money + INDENT);
    end_line(page);
}

static void write_together(struct page *page) {
    const struct fuhe_impact_group *together = &page->impact->together;

    if (together->forms > 0) {
        fuhe_width_left(page->output, fuhe_text_of(_("several rules together")), RULE);
        put_count(page, together->forms, COUNT);
        put_word(page, "—", COUNT);
        put_word(page, "—", COUNT);
        put_money(page, together->money.scaled, page->money + INDENT);
        end_line(page);
    }
}

/* Rules that differ and move nothing are named in one line. */
static void write_idle(struct page *page) {
    uint32_t idle = 0;

    for (int rule = 0; rule < FUHE_RULE_COUNT; rule++) {
        const struct fuhe_impact_rule *of = &page->impact->rules[rule];
        idle |= (uint32_t)(of->differs && of->touches == 0) << rule;
    }
    if (idle != 0) {
        struct fuhe_output *output = cell(page);
        fuhe_output_string(output, _("Differ too, but move no form by themselves: "));
        fuhe_impact_write_rules(output, idle);
        wrap(page, 0);
    }
}

static void write_rules(struct page *page) {
    write_heading(page, _("Rules: each changed alone, all others as before"));
    if (fuhe_impact_moved(page->impact).forms > 0) {
        fuhe_width_spaces(page->output, RULE);
        put_word(page, _("moves most"), COUNT);
        put_word(page, _("grade alone"), COUNT);
        put_word(page, _("points in all"), COUNT);
        put_word(page, _("money moved most"), page->money + INDENT);
        end_line(page);
    }
    for (int rule = 0; rule < FUHE_RULE_COUNT; rule++) {
        if (page->impact->rules[rule].touches > 0) {
            write_rule(page, fuhe_rulebook_title((enum fuhe_rule)rule), &page->impact->rules[rule]);
        }
    }
    if (page->impact->scaling.touches > 0) {
        write_rule(page, fuhe_impact_scaling_title(), &page->impact->scaling);
    }
    write_together(page);
    write_idle(page);
    if (!fuhe_impact_has_rules(page->impact)) {
        fuhe_output_string(page->output, _("Both ask the same by every rule."));
        end_line(page);
    }
}

/* --- forms -------------------------------------------------------------------------------------------------------- */

static void put_total(struct page *page, const struct fuhe_impact_side *side) {
    char text[FUHE_DECIMAL_TEXT_SIZE];

    if (side->state == FUHE_REVIEW_SCORED) {
        fuhe_width_right(page->output, (fuhe_text){text, fuhe_decimal_format(side->total, 2, text)}, POINTS);
    } else {
        put_word(page, "—", POINTS);
    }
}

static void write_figures(struct page *page, const struct fuhe_impact_form *form) {
    fuhe_width_spaces(page->output, INDENT);
    put_total(page, &form->sides[FUHE_IMPACT_BEFORE]);
    put_total(page, &form->sides[FUHE_IMPACT_AFTER]);
    fuhe_impact_write_signed(cell(page), form->difference.scaled);
    if (form->kind >= FUHE_IMPACT_PARTIAL) {
        put_word(page, "—", POINTS);
    } else {
        put_right(page, POINTS);
    }
    fuhe_width_spaces(page->output, INDENT);
    fuhe_impact_write_grades(cell(page), form);
    put_left(page, GRADES);
    fuhe_impact_write_budget(cell(page), form->money);
    put_right(page, page->money);
}

static void write_form_heads(struct page *page) {
    fuhe_width_spaces(page->output, INDENT);
    put_word(page, _("Before"), POINTS);
    put_word(page, _("After"), POINTS);
    put_word(page, _("Change"), POINTS);
    fuhe_width_spaces(page->output, INDENT);
    fuhe_width_left(page->output, fuhe_text_of(_("Grade")), GRADES);
    put_word(page, _("Budget"), page->money);
    fuhe_width_spaces(page->output, INDENT);
    fuhe_output_string(page->output, _("Rule that does it"));
    end_line(page);
}

static void write_form(struct page *page, const struct fuhe_impact_form *form) {
    fuhe_impact_write_name(cell(page), form);
    fuhe_width_write(page->output, fuhe_memory_output_text(page->scratch));
    if (form->project.length > 0 && form->id.length > 0) {
        fuhe_output_string(page->output, "  ");
        fuhe_width_write(page->output, form->id);
    }
    end_line(page);
    write_figures(page, form);
    fuhe_impact_write_reason(cell(page), form);
    if (fuhe_memory_output_text(page->scratch).length > 0) {
        fuhe_width_spaces(page->output, INDENT);
    }
    wrap(page, INDENT + 3 * POINTS + INDENT + GRADES + page->money + INDENT);
}

static void write_rest(struct page *page, size_t count) {
    char digits[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {{"count", {digits, fuhe_size_format(count, digits)}}, {NULL, {NULL, 0}}};

    if (count > 0) {
        fuhe_template_words(page->output, _("… and {count} more (--all lists them)"), words);
        end_line(page);
    }
}

static void write_forms(struct page *page) {
    const struct fuhe_impact *impact = page->impact;
    const bool all = impact->request.keeps_all || impact->item_count <= FUHE_IMPACT_TEXT_FORMS;
    const size_t shown = all ? impact->item_count : FUHE_IMPACT_TEXT_FORMS;

    if (impact->item_count == 0) {
        return;
    }
    write_heading(page, _("Forms: those whose grade changes first, then by the size of the difference"));
    write_form_heads(page);
    for (size_t i = 0; i < shown; i++) {
        write_form(page, &impact->items[i]);
    }
    write_rest(page, impact->item_count - shown);
}

void fuhe_impact_write_text(const struct fuhe_impact *impact, struct fuhe_output *output) {
    struct page page = {impact, output, fuhe_memory_output_new(), 0};

    if (page.scratch == NULL) {
        fuhe_output_no_memory(output);
        return;
    }
    page.money = money_columns(&page);
    write_packs(&page);
    write_sentences(&page);
    if (impact->forms > 0) {
        write_matrix(&page);
        write_rules(&page);
        write_forms(&page);
    }
    fuhe_memory_output_free(page.scratch);
}
