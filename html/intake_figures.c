/* SPDX-License-Identifier: Apache-2.0 */
/* The figures of each form as they were read, and their sums. A sum that closes says more about the reading than any
 * mark; one that does not may be the form's own fault, so it is only pointed at. */
#include "engine/value.h"
#include "html/intake_parts.h"
#include "report/translate.h"

static const struct fuhe_page_column columns[] = {
    {N_("Form"), ""},
    {N_("Project"), "wide"},
    {N_("Indicators"), "figure"},
    {N_("Fund rows"), "figure"},
    {N_("Budget"), "figure"},
    {N_("Executed"), "figure"},
    {N_("Sum of weights"), "figure"},
    {N_("Sum of scores"), "figure"},
    {N_("Total printed"), "figure"},
    {N_("To compare"), ""},
    {NULL, NULL},
};

/* A sum of cells, as far as they are numbers. */
struct sum {
    fuhe_decimal value;
    size_t count;
    size_t others; /* cells that say something else */
};

static void add(struct sum *sum, const struct fuhe_cell *cell) {
    const struct fuhe_value value = fuhe_value_read_figure(cell, 1);
    const bool is_number = value.kind == FUHE_VALUE_NUMBER || value.kind == FUHE_VALUE_ZERO_WORD;

    if (is_number && fuhe_decimal_add(sum->value, value.number, &sum->value) == FUHE_STATUS_OK) {
        sum->count++;
    } else {
        sum->others += value.kind != FUHE_VALUE_NONE;
    }
}

struct sums {
    struct sum fund_weights;
    struct sum fund_scores;
    struct sum weights;
    struct sum scores;
};

static struct sums add_up(const struct fuhe_form *form) {
    struct sums sums = {0};

    for (size_t i = 0; i < form->fund_count; i++) {
        add(&sums.fund_weights, &form->funds[i].weight);
        add(&sums.weights, &form->funds[i].weight);
        add(&sums.fund_scores, &form->funds[i].score);
        add(&sums.scores, &form->funds[i].score);
    }
    for (size_t i = 0; i < form->indicator_count; i++) {
        add(&sums.weights, &form->indicators[i].weight);
        add(&sums.scores, &form->indicators[i].score);
    }
    return sums;
}

/* Forms that print no weight for the execution leave 10 or 20 points to it. */
static bool weights_close(const struct sums *sums) {
    const fuhe_decimal value = sums->weights.value;

    return fuhe_decimal_equals(value, FUHE_DECIMAL(100)) ||
           (sums->fund_weights.count == 0 &&
            (fuhe_decimal_equals(value, FUHE_DECIMAL(90)) || fuhe_decimal_equals(value, FUHE_DECIMAL(80))));
}

/* A form that prints no score for the execution has at most 20 points more in its total. */
static bool scores_close(const struct sums *sums, const struct fuhe_cell *total) {
    const struct fuhe_value value = fuhe_value_read_figure(total, 1);
    fuhe_decimal rest;

    if (value.kind != FUHE_VALUE_NUMBER ||
        fuhe_decimal_subtract(value.number, sums->scores.value, &rest) != FUHE_STATUS_OK) {
        return true;
    }
    return rest.scaled == 0 ||
           (sums->fund_scores.count == 0 && rest.scaled > 0 && fuhe_decimal_compare(rest, FUHE_DECIMAL(20)) <= 0);
}

static void write_sum(struct fuhe_page *page, const struct sum *sum, const char *objection) {
    struct fuhe_output *output = fuhe_page_text(page);

    fuhe_page_markup(page, "<td class=\"figure\">");
    if (sum->count == 0) {
        fuhe_page_word(page, "—");
    } else {
        fuhe_output_decimal(output, sum->value, 0);
    }
    if (sum->count > 0 && objection != NULL) {
        fuhe_page_markup(page, "<br/>");
        fuhe_page_tag(page, "warning", objection);
    }
    if (sum->others > 0) {
        fuhe_page_markup(page, "<br/><small>");
        fuhe_page_word(page, _("no numbers: "));
        fuhe_output_size(output, sum->others);
        fuhe_page_markup(page, "</small>");
    }
    fuhe_page_markup(page, "</td>");
}

static void write_printed(struct fuhe_page *page, const struct fuhe_cell *cell) {
    fuhe_page_markup(page, "<td class=\"figure\">");
    fuhe_page_write(page, cell != NULL && cell->text.length > 0 ? cell->text : FUHE_TEXT("—"));
    fuhe_page_markup(page, "</td>");
}

static void write_sureness(struct fuhe_page *page, const struct fuhe_recognised *form) {
    const size_t unsure = fuhe_intake_count(form, FUHE_SURE_UNSURE);
    const size_t likely = fuhe_intake_count(form, FUHE_SURE_LIKELY);

    fuhe_page_markup(page, "<td>");
    if (unsure > 0) {
        fuhe_page_markup(page, "<span class=\"tag error\">? ");
        fuhe_output_size(fuhe_page_text(page), unsure);
        fuhe_page_markup(page, "</span> ");
    }
    if (likely > 0) {
        fuhe_page_markup(page, "<span class=\"tag\">~ ");
        fuhe_output_size(fuhe_page_text(page), likely);
        fuhe_page_markup(page, "</span>");
    }
    fuhe_page_word(page, unsure + likely == 0 ? _("nothing") : "");
    fuhe_page_markup(page, "</td>");
}

static void write_form(struct fuhe_intake_page *page, const struct fuhe_recognised *recognised) {
    const struct fuhe_form *form = &recognised->form;
    const struct sums sums = add_up(form);
    struct fuhe_output *output = fuhe_page_text(page->page);

    fuhe_page_markup(page->page, "<tr><th scope=\"row\"><a href=\"#d");
    fuhe_output_size(output, page->document);
    fuhe_page_markup(page->page, "t");
    fuhe_output_size(output, recognised->first_grid->number);
    fuhe_page_markup(page->page, "\">");
    fuhe_page_write(page->page, form->id.text);
    fuhe_page_markup(page->page, "</a></th>");
    fuhe_page_cell(page->page, form->project.text);
    fuhe_page_cell_count(page->page, form->indicator_count);
    fuhe_page_cell_count(page->page, form->fund_count);
    write_printed(page->page, form->fund_count > 0 ? &form->funds[0].budget : NULL);
    write_printed(page->page, form->fund_count > 0 ? &form->funds[0].executed : NULL);
    write_sum(page->page, &sums.weights, weights_close(&sums) ? NULL : _("not 100"));
    write_sum(page->page, &sums.scores, scores_close(&sums, &form->total_claimed) ? NULL : _("not the total"));
    write_printed(page->page, &form->total_claimed);
    write_sureness(page->page, recognised);
    fuhe_page_markup(page->page, "</tr>\n");
}

void fuhe_intake_figures(struct fuhe_intake_page *page, const struct fuhe_recognition *recognition) {
    if (recognition->form_count == 0) {
        fuhe_page_element(page->page, "p", _("No form was found in this document."));
        return;
    }
    fuhe_page_table_open(page->page, _("What was read"), "figures", columns);
    for (size_t i = 0; i < recognition->form_count; i++) {
        write_form(page, recognition->forms[i]);
    }
    fuhe_page_table_close(page->page);
    fuhe_page_note(page->page,
                   _("Budget and executed are those of the first row of the funds. Weights and scores of the execution "
                     "are in the sums where the form prints them. A sum marked “not 100” or “not the total” may be the "
                     "form's own or come of the reading: compare it with the document."));
}
