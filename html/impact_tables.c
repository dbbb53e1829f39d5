/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of an impact: grades, rules, forms. */
#include "html/figures.h"
#include "html/impact_page.h"
#include "html/impact_parts.h"
#include "impact/words.h"
#include "report/messages.h"
#include "report/rulebook.h"
#include "report/translate.h"

enum { SHADES = 5, FORMS_OPEN_MAX = 30 };

/* --- grades ------------------------------------------------------------------------------------------------------- */

static size_t fullest_cell(const struct fuhe_impact *impact) {
    size_t fullest = 1;

    for (size_t i = 0; i < (impact->places + 1) * (impact->places + 1); i++) {
        fullest = impact->matrix[i].forms > fullest ? impact->matrix[i].forms : fullest;
    }
    return fullest;
}

/* 0 for none, else 1 to 5 by the root of the share, for one form among a thousand should be seen too. */
static size_t shade_of(size_t count, size_t fullest) {
    size_t shade = count > 0;

    while (shade > 0 && shade < SHADES && count * (SHADES * SHADES) > shade * shade * fullest) {
        shade++;
    }
    return shade;
}

static void write_cell(struct fuhe_page *page, const struct fuhe_impact_group *group, size_t shade, bool stays) {
    static const char *const shades[] = {"heat-0", "heat-1", "heat-2", "heat-3", "heat-4", "heat-5"};

    fuhe_page_markup(page, "<td class=\"figure ");
    fuhe_page_markup(page, shades[shade]);
    fuhe_page_markup(page, stays ? " stays\">" : "\">");
    if (group->forms > 0) {
        fuhe_page_word(page, fuhe_figures_count(group->forms).bytes);
        fuhe_page_markup(page, "<small>");
        fuhe_impact_write_money(fuhe_page_text(page), group->money.scaled);
        fuhe_page_markup(page, "</small>");
    } else {
        fuhe_page_word(page, "·");
    }
    fuhe_page_markup(page, "</td>");
}

static void write_grade(struct fuhe_page *page, const struct fuhe_impact *impact, enum fuhe_impact_when when,
                        size_t place) {
    fuhe_page_markup(page, when == FUHE_IMPACT_BEFORE ? "<th scope=\"row\">" : "<th scope=\"col\" class=\"figure\">");
    fuhe_impact_write_grade(fuhe_page_text(page), impact, when, place);
    fuhe_page_markup(page, "</th>");
}

static void write_matrix_head(struct fuhe_page *page, const struct fuhe_impact *impact, const char *caption) {
    fuhe_page_markup(page, "<div class=\"frame\" role=\"region\" tabindex=\"0\" aria-label=\"");
    fuhe_page_word(page, caption);
    fuhe_page_markup(page, "\"><table class=\"heat\">\n<caption>");
    fuhe_page_word(page, caption);
    fuhe_page_markup(page, "</caption>\n<thead><tr><th scope=\"col\">");
    fuhe_page_word(page, _("Before ↓ After →"));
    fuhe_page_markup(page, "</th>");
    for (size_t after = 0; after <= impact->places; after++) {
        if (fuhe_impact_shows(impact, FUHE_IMPACT_AFTER, after)) {
            write_grade(page, impact, FUHE_IMPACT_AFTER, after);
        }
    }
    fuhe_page_markup(page, "</tr></thead>\n<tbody>\n");
}

void fuhe_impact_page_matrix(struct fuhe_page *page, const struct fuhe_impact *impact) {
    const size_t fullest = fullest_cell(impact);

    fuhe_page_section_open(page, "grades", _("Grades before and after"));
    write_matrix_head(page, impact, _("Forms, and the money behind them; framed: the grade stays"));
    for (size_t before = 0; before <= impact->places; before++) {
        if (!fuhe_impact_shows(impact, FUHE_IMPACT_BEFORE, before)) {
            continue;
        }
        fuhe_page_markup(page, "<tr>");
        write_grade(page, impact, FUHE_IMPACT_BEFORE, before);
        for (size_t after = 0; after <= impact->places; after++) {
            if (fuhe_impact_shows(impact, FUHE_IMPACT_AFTER, after)) {
                const struct fuhe_impact_group *group = fuhe_impact_cell(impact, before, after);
                write_cell(page, group, shade_of(group->forms, fullest), before == after);
            }
        }
        fuhe_page_markup(page, "</tr>\n");
    }
    fuhe_page_table_close(page);
    fuhe_page_section_close(page);
}

/* --- rules -------------------------------------------------------------------------------------------------------- */

static void write_money_cell(struct fuhe_page *page, fuhe_int128 scaled) {
    fuhe_page_markup(page, "<td class=\"figure\">");
    fuhe_impact_write_money(fuhe_page_text(page), scaled);
    fuhe_page_markup(page, "</td>");
}

static void write_says(struct fuhe_page *page, const struct fuhe_pack *pack, int rule) {
    const fuhe_text says = fuhe_message_choose(pack->citations[rule].says);

    fuhe_page_cell(page, says.length > 0 ? says : FUHE_TEXT("—"));
}

/* The one pack before the change; NULL when forms have different ones. */
static const struct fuhe_pack *only_before(const struct fuhe_impact *impact) {
    return impact->pair_count == 1 ? impact->pairs[0].before : NULL;
}

static void write_doings(struct fuhe_page *page, const struct fuhe_impact_rule *rule) {
    fuhe_page_cell_count(page, rule->most.forms);
    fuhe_page_cell_count(page, rule->regrades);
    fuhe_page_markup(page, "<td class=\"figure\">");
    fuhe_impact_write_signed(fuhe_page_text(page), rule->points);
    fuhe_page_markup(page, "</td>");
    write_money_cell(page, rule->most.money.scaled);
    fuhe_page_markup(page, "</tr>\n");
}

static void write_rule(struct fuhe_page *page, const struct fuhe_impact *impact, int number) {
    const struct fuhe_impact_rule *rule = &impact->rules[number];
    const struct fuhe_pack *before = only_before(impact);

    fuhe_page_markup(page, "<tr><th scope=\"row\">");
    fuhe_page_word(page, fuhe_rulebook_title((enum fuhe_rule)number));
    fuhe_page_markup(page, "</th>");
    if (before != NULL) {
        write_says(page, before, number);
    } else {
        fuhe_page_cell(page, fuhe_text_of(_("by form")));
    }
    write_says(page, impact->request.after, number);
    write_doings(page, rule);
}

static void write_rescaling(struct fuhe_page *page, const struct fuhe_impact_rule *scaling) {
    if (scaling->touches > 0) {
        fuhe_page_markup(page, "<tr><th scope=\"row\" colspan=\"3\">");
        fuhe_page_word(page, fuhe_impact_scaling_title());
        fuhe_page_markup(page, "</th>");
        write_doings(page, scaling);
    }
}

static void write_together(struct fuhe_page *page, const struct fuhe_impact_group *together) {
    if (together->forms > 0) {
        fuhe_page_markup(page, "<tr><th scope=\"row\" colspan=\"3\">");
        fuhe_page_word(page, _("several rules together"));
        fuhe_page_markup(page, "</th>");
        fuhe_page_cell_count(page, together->forms);
        fuhe_page_markup(page, "<td class=\"figure\">—</td><td class=\"figure\">—</td>");
        write_money_cell(page, together->money.scaled);
        fuhe_page_markup(page, "</tr>\n");
    }
}

void fuhe_impact_page_rules(struct fuhe_page *page, const struct fuhe_impact *impact) {
    static const struct fuhe_page_column columns[] = {
        {N_("Rule"), ""},
        {N_("Before"), "wide"},
        {N_("After"), "wide"},
        {N_("Forms it moves most"), "figure"},
        {N_("Grades it changes alone"), "figure"},
        {N_("Points in all"), "figure"},
        {N_("Money it moves most"), "figure"},
        {NULL, NULL},
    };

    fuhe_page_section_open(page, "rules", _("Which rule does it"));
    if (!fuhe_impact_has_rules(impact)) {
        fuhe_page_element(page, "p", _("Both ask the same by every rule."));
        fuhe_page_section_close(page);
        return;
    }
    fuhe_page_note(page,
                   _("Each form that moves is scored again by the rules before with one rule of those after, rule "
                     "by rule. Effects are those on totals before any rescaling to full marks, which is told apart. "
                     "What all of these do not add up to comes from rules acting together."));
    fuhe_page_table_open(page, _("Rules that differ"), "list short differing", columns);
    for (int rule = 0; rule < FUHE_RULE_COUNT; rule++) {
        if (impact->rules[rule].differs) {
            write_rule(page, impact, rule);
        }
    }
    write_rescaling(page, &impact->scaling);
    write_together(page, &impact->together);
    fuhe_page_table_close(page);
    fuhe_page_section_close(page);
}

/* --- forms -------------------------------------------------------------------------------------------------------- */

static void write_figure(struct fuhe_page *page, struct fuhe_figure figure) {
    if (figure.present) {
        fuhe_page_word(page, fuhe_figures_points(figure.value).bytes);
    } else {
        fuhe_page_word(page, "—");
    }
}

static void write_part(struct fuhe_page *page, const struct fuhe_impact_part *part) {
    fuhe_page_markup(page, "<li>");
    if (part->is_execution) {
        fuhe_page_word(page, _("Execution score"));
    } else {
        fuhe_page_write(page, part->name);
    }
    fuhe_page_word(page, _(": "));
    write_figure(page, part->scores[FUHE_IMPACT_BEFORE]);
    fuhe_page_word(page, " → ");
    write_figure(page, part->scores[FUHE_IMPACT_AFTER]);
    if (part->rules != 0) {
        fuhe_page_markup(page, " <small>");
        fuhe_impact_write_rules(fuhe_page_text(page), part->rules);
        fuhe_page_markup(page, "</small>");
    }
    fuhe_page_markup(page, "</li>\n");
}

static void write_parts(struct fuhe_page *page, const struct fuhe_impact_form *form, bool open) {
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(form->part_count)}, {NULL, {{0}}}};

    if (form->part_count == 0) {
        return;
    }
    fuhe_page_markup(page, open ? "<details open=\"open\"><summary>" : "<details><summary>");
    fuhe_figures_words(page, _("scores that change: {count}"), words);
    fuhe_page_markup(page, "</summary><ul>\n");
    for (size_t i = 0; i < form->part_count; i++) {
        write_part(page, &form->parts[i]);
    }
    fuhe_page_markup(page, "</ul></details>");
}

static void write_name(struct fuhe_page *page, const struct fuhe_impact_form *form) {
    fuhe_page_markup(page, "<th scope=\"row\" class=\"wide\">");
    fuhe_impact_write_name(fuhe_page_text(page), form);
    fuhe_page_markup(page, "<small>");
    fuhe_page_write(page, form->project.length > 0 ? form->id : FUHE_TEXT(""));
    if (form->department.length > 0) {
        fuhe_page_word(page, form->project.length > 0 && form->id.length > 0 ? _(", ") : "");
        fuhe_page_write(page, form->department);
    }
    fuhe_page_markup(page, "</small></th>");
}

static void write_total(struct fuhe_page *page, const struct fuhe_impact_side *side) {
    fuhe_page_cell_figure(page, (struct fuhe_figure){side->state == FUHE_REVIEW_SCORED, side->total}, 2);
}

static const char *kind_tag(enum fuhe_impact_kind kind) {
    return kind == FUHE_IMPACT_UP        ? "good"
           : kind == FUHE_IMPACT_DOWN    ? "error"
           : kind >= FUHE_IMPACT_PARTIAL ? "warning"
                                         : "";
}

static void write_grades(struct fuhe_page *page, const struct fuhe_impact_form *form) {
    const bool stands_out = kind_tag(form->kind)[0] != '\0';

    fuhe_page_markup(page, "<td>");
    if (stands_out) {
        fuhe_page_markup(page, "<span class=\"tag ");
        fuhe_page_markup(page, kind_tag(form->kind));
        fuhe_page_markup(page, "\">");
    }
    fuhe_impact_write_grades(fuhe_page_text(page), form);
    fuhe_page_markup(page, stands_out ? "</span></td>" : "</td>");
}

static void write_form(struct fuhe_page *page, const struct fuhe_impact_form *form, bool open) {
    fuhe_page_markup(page, "<tr>");
    write_name(page, form);
    write_total(page, &form->sides[FUHE_IMPACT_BEFORE]);
    write_total(page, &form->sides[FUHE_IMPACT_AFTER]);
    fuhe_page_cell_signed(page, (struct fuhe_figure){form->kind < FUHE_IMPACT_PARTIAL, form->difference}, 2);
    write_grades(page, form);
    fuhe_page_markup(page, "<td class=\"figure\">");
    fuhe_impact_write_budget(fuhe_page_text(page), form->money);
    fuhe_page_markup(page, "</td><td class=\"wide\">");
    fuhe_impact_write_reason(fuhe_page_text(page), form);
    write_parts(page, form, open);
    fuhe_page_markup(page, "</td></tr>\n");
}

static void write_rest(struct fuhe_page *page, size_t count) {
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(count)}, {NULL, {{0}}}};

    if (count > 0) {
        fuhe_figures_paragraph(page, _("… and {count} more (--all lists them)"), words);
    }
}

void fuhe_impact_page_forms(struct fuhe_page *page, const struct fuhe_impact *impact) {
    static const struct fuhe_page_column columns[] = {
        {N_("Project"), "wide"},
        {N_("Before"), "figure"},
        {N_("After"), "figure"},
        {N_("Difference"), "figure"},
        {N_("Grade"), ""},
        {N_("Budget"), "figure"},
        {N_("Rule that does it"), "wide"},
        {NULL, NULL},
    };
    const bool all = impact->request.keeps_all || impact->item_count <= FUHE_IMPACT_PAGE_FORMS;
    const size_t shown = all ? impact->item_count : FUHE_IMPACT_PAGE_FORMS;

    if (impact->item_count == 0) {
        return;
    }
    fuhe_page_section_open(page, "forms", _("Form by form"));
    fuhe_page_table_open(page, _("Those whose grade changes first, then by the size of the difference"), "list",
                         columns);
    for (size_t i = 0; i < shown; i++) {
        write_form(page, &impact->items[i], impact->item_count <= FORMS_OPEN_MAX);
    }
    fuhe_page_table_close(page);
    write_rest(page, impact->item_count - shown);
    fuhe_page_section_close(page);
}
