/* SPDX-License-Identifier: Apache-2.0 */
/* The search of the overview: its controls and an empty table, both hidden until search.js takes them over. Every word
 * that the script shows stands here, so that the script knows no language. */
#include "html/figures.h"
#include "html/form_row.h"
#include "html/index_page.h"
#include "report/messages.h"
#include "report/translate.h"

/* --- controls --- */

static void open_control(struct fuhe_page *page, const char *label) {
    fuhe_page_markup(page, "<label><span>");
    fuhe_page_word(page, label);
    fuhe_page_markup(page, "</span>");
}

static void open_choice(struct fuhe_page *page, const char *label, const char *name) {
    open_control(page, label);
    fuhe_page_markup(page, "<select name=\"");
    fuhe_page_markup(page, name);
    fuhe_page_markup(page, "\">");
}

static void close_choice(struct fuhe_page *page) {
    fuhe_page_markup(page, "</select></label>\n");
}

static void write_option(struct fuhe_page *page, fuhe_text value, fuhe_text label) {
    fuhe_page_markup(page, "<option value=\"");
    fuhe_page_write(page, value);
    fuhe_page_markup(page, "\">");
    fuhe_page_write(page, label);
    fuhe_page_markup(page, "</option>");
}

/* Rows of value and label, ended by one without value. */
struct option {
    const char *value;
    const char *label;
};

static void write_choice(struct fuhe_page *page, const char *label, const char *name, const struct option *options) {
    open_choice(page, label, name);
    for (; options->value != NULL; options++) {
        write_option(page, fuhe_text_of(options->value), fuhe_text_of(_(options->label)));
    }
    close_choice(page);
}

static void write_grades(struct fuhe_page *page, const struct fuhe_index *index) {
    open_choice(page, _("Recommended grade"), "grade");
    write_option(page, FUHE_TEXT(""), fuhe_text_of(_("any")));
    for (size_t i = 0; i < index->grades.count; i++) {
        const fuhe_text id = index->grade_ids[i];
        write_option(page, id.length > 0 ? id : FUHE_TEXT("none"), index->grades.names[i]);
    }
    close_choice(page);
}

/* A code has its number too: the data of the search names it so. */
static void write_codes(struct fuhe_page *page, const struct fuhe_index *index) {
    open_choice(page, _("Finding"), "code");
    write_option(page, FUHE_TEXT(""), fuhe_text_of(_("any")));
    for (size_t i = 0; i < index->code_count; i++) {
        const enum fuhe_code code = index->codes[i].code;
        if (index->codes[i].forms == 0) {
            continue;
        }
        fuhe_page_markup(page, "<option value=\"");
        fuhe_page_markup(page, fuhe_code_name(code));
        fuhe_page_markup(page, "\" data-number=\"");
        fuhe_page_markup(page, fuhe_figures_count(code).bytes);
        fuhe_page_markup(page, "\">");
        fuhe_page_word(page, fuhe_message_title(code));
        fuhe_page_markup(page, "</option>");
    }
    close_choice(page);
}

static void write_texts(struct fuhe_page *page) {
    open_control(page, _("Words in project, department or id"));
    fuhe_page_markup(page, "<input type=\"search\" name=\"q\" autocomplete=\"off\"/></label>\n");
    open_control(page, _("Department"));
    fuhe_page_markup(page, "<input type=\"search\" name=\"department\" list=\"search-departments\" "
                           "autocomplete=\"off\"/></label><datalist id=\"search-departments\"></datalist>\n");
}

static void write_controls(struct fuhe_page *page, const struct fuhe_index *index) {
    static const struct option states[] = {
        {"", N_("any")}, {"scored", N_("scored")}, {"partial", N_("partly scored")}, {"unscored", N_("not scored")},
        {NULL, NULL},
    };
    static const struct option severities[] = {
        {"", N_("any")},
        {"error", N_("with errors")},
        {"warning", N_("with errors or warnings")},
        {"none", N_("without either")},
        {NULL, NULL},
    };
    static const struct option deviations[] = {
        {"", N_("any")}, {"over", N_("claimed too much")}, {"under", N_("claimed too little")}, {"none", N_("agrees")},
        {NULL, NULL},
    };
    static const struct option lowered[] = {
        {"", N_("any")}, {"1", N_("lowered")}, {"0", N_("not lowered")}, {NULL, NULL}};
    static const struct option orders[] = {
        {"risk", N_("highest risk first")},
        {"deviation", N_("most claimed too much first")},
        {"deviation-up", N_("most claimed too little first")},
        {"claimed", N_("highest claimed total first")},
        {"claimed-up", N_("lowest claimed total first")},
        {"verified", N_("highest verified total first")},
        {"verified-up", N_("lowest verified total first")},
        {"risk-up", N_("lowest risk first")},
        {NULL, NULL},
    };

    write_texts(page);
    write_grades(page, index);
    write_choice(page, _("Grade lowered"), "lowered", lowered);
    write_choice(page, _("State"), "state", states);
    write_choice(page, _("Severity"), "severity", severities);
    write_choice(page, _("Deviation"), "deviation", deviations);
    write_codes(page, index);
    write_choice(page, _("Order"), "sort", orders);
    fuhe_page_markup(page, "<button type=\"reset\">");
    fuhe_page_word(page, _("Clear"));
    fuhe_page_markup(page, "</button>\n");
}

/* --- what the script says --- */

static void write_datum(struct fuhe_page *page, const char *name, const char *words) {
    fuhe_page_markup(page, " data-");
    fuhe_page_markup(page, name);
    fuhe_page_markup(page, "=\"");
    fuhe_page_word(page, words);
    fuhe_page_markup(page, "\"");
}

static void open_search(struct fuhe_page *page, const struct fuhe_index *index) {
    char number[FUHE_DECIMAL_TEXT_SIZE];

    fuhe_page_markup(page, "<div id=\"search-box\" hidden=\"hidden\"");
    (void)fuhe_decimal_format(FUHE_DECIMAL((int64_t)index->data_files), 0, number);
    write_datum(page, "files", number);
    write_datum(page, "found", _("{count} of {forms} forms"));
    write_datum(page, "loading", _("Loading: {part} of {files}"));
    write_datum(page, "failed", _("{file} could not be loaded; is the folder of the report complete?"));
    write_datum(page, "position", _("Page {page} of {pages}"));
    write_datum(page, "nobody", _("no department"));
    write_datum(page, "lowered", _("lowered"));
    fuhe_page_markup(page, ">\n");
}

static void write_button(struct fuhe_page *page, const char *name, const char *label) {
    fuhe_page_markup(page, "<li><button type=\"button\" name=\"");
    fuhe_page_markup(page, name);
    fuhe_page_markup(page, "\">");
    fuhe_page_word(page, label);
    fuhe_page_markup(page, "</button></li>\n");
}

static void write_results(struct fuhe_page *page) {
    fuhe_page_markup(page, "<div id=\"search-results\" hidden=\"hidden\">\n");
    fuhe_page_table_open(page, _("Forms found"), "list", fuhe_form_columns);
    fuhe_page_table_close(page);
    fuhe_page_markup(page, "<nav class=\"parts\" aria-label=\"");
    fuhe_page_word(page, _("Pages of this list"));
    fuhe_page_markup(page, "\"><ul>\n");
    write_button(page, "first", _("First"));
    write_button(page, "previous", _("Previous"));
    fuhe_page_markup(page, "<li id=\"search-position\" aria-current=\"page\"></li>\n");
    write_button(page, "next", _("Next"));
    write_button(page, "last", _("Last"));
    fuhe_page_markup(page, "</ul></nav>\n</div>\n");
}

void fuhe_index_search(struct fuhe_page *page, const struct fuhe_index *index) {
    fuhe_page_markup(page, "<section id=\"search\" class=\"screen\">\n");
    fuhe_page_element(page, "h2", _("Search all forms"));
    fuhe_page_markup(page, "<p id=\"search-without\">");
    fuhe_page_word(page,
                   _("The search needs JavaScript, which is switched off here. The lists of forms and departments "
                     "work without it."));
    fuhe_page_markup(page, "</p>\n");
    open_search(page, index);
    fuhe_page_markup(page, "<form role=\"search\" class=\"search\">\n");
    write_controls(page, index);
    fuhe_page_markup(page, "</form>\n<p id=\"search-count\" role=\"status\" aria-live=\"polite\"></p>\n");
    write_results(page);
    fuhe_page_markup(page, "</div>\n");
    fuhe_page_section_close(page);
}
