/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of the overview: departments and forms of the highest risk, and the most frequent findings. */
#include "html/figures.h"
#include "html/findings_page.h"
#include "html/form_row.h"
#include "html/index_page.h"
#include "report/messages.h"
#include "report/translate.h"

enum { TOP_DEPARTMENTS = 15, TOP_FORMS = 25 };

struct table {
    struct fuhe_page *page;
    const struct fuhe_pack_library *library;
    uint64_t most;
    bool begun;
};

static void write_more(struct fuhe_page *page, const char *address, const char *label) {
    fuhe_page_markup(page, "<p>");
    fuhe_page_link(page, address, fuhe_text_of(label));
    fuhe_page_markup(page, "</p>\n");
}

/* --- departments --- */

static enum fuhe_status take_department(void *context, const struct fuhe_survey_department *department) {
    struct table *table = context;

    table->most = table->begun ? table->most : fuhe_department_risk(department);
    table->begun = true;
    fuhe_department_row(table->page, department, table->most);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_index_departments(struct fuhe_page *page, const struct fuhe_index *index,
                                        struct fuhe_error *err) {
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(index->departments)}, {NULL, {{0}}}};
    struct table table = {.page = page};

    fuhe_page_section_open(page, "departments", _("Departments with the highest risk"));
    fuhe_page_markup(page, "<p>");
    fuhe_figures_words(page, _("The first of {count} departments, by risk a form."), words);
    fuhe_page_markup(page, "</p>\n");
    fuhe_page_table_open(page, _("Departments"), "list", fuhe_department_columns);
    FUHE_TRY(fuhe_survey_departments(index->from.survey, FUHE_DEPARTMENTS_BY_RISK, TOP_DEPARTMENTS, take_department,
                                     &table, err));
    fuhe_page_table_close(page);
    write_more(page, FUHE_LIST_DEPARTMENTS, _("All departments"));
    fuhe_page_section_close(page);
    return FUHE_STATUS_OK;
}

/* --- forms --- */

static enum fuhe_status take_form(void *context, const struct fuhe_survey_form *form) {
    struct table *table = context;

    fuhe_form_row(table->page, table->library, form);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_index_forms(struct fuhe_page *page, const struct fuhe_index *index, struct fuhe_error *err) {
    const struct fuhe_survey_request request = {.order = FUHE_SURVEY_BY_RISK, .count = TOP_FORMS};
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(index->tally.forms)}, {NULL, {{0}}}};
    struct table table = {.page = page, .library = index->from.library};

    fuhe_page_section_open(page, "forms", _("Forms to look at first"));
    fuhe_page_markup(page, "<p>");
    fuhe_figures_words(
        page, _("The first of {count} forms by risk: an order of work, not a verdict, and never part of a score."),
        words);
    fuhe_page_markup(page, "</p>\n");
    fuhe_page_table_open(page, _("Forms, highest risk first"), "list", fuhe_form_columns);
    FUHE_TRY(fuhe_survey_forms(index->from.survey, &request, take_form, &table, err));
    fuhe_page_table_close(page);
    write_more(page, FUHE_LIST_FORMS, _("All forms"));
    fuhe_page_section_close(page);
    return FUHE_STATUS_OK;
}

/* --- findings --- */

static void write_finding(struct fuhe_page *page, const struct fuhe_index *index, const struct fuhe_survey_code *row) {
    const char *code = fuhe_code_name(row->code);

    fuhe_page_markup(page, "<tr><th scope=\"row\" class=\"wide\"><a href=\"" FUHE_PAGE_FINDINGS "#");
    fuhe_page_markup(page, code);
    fuhe_page_markup(page, "\">");
    fuhe_page_word(page, fuhe_message_title(row->code));
    fuhe_page_markup(page, "</a></th>");
    fuhe_figures_severities(page, row->severities);
    fuhe_figures_cell(page, fuhe_figures_count(row->forms));
    fuhe_figures_cell(page, fuhe_figures_percent(row->forms, index->tally.forms));
    fuhe_figures_cell(page, fuhe_figures_money(row->budget));
    fuhe_page_markup(page, "<td>");
    if (row->forms > 0) {
        fuhe_page_markup(page, "<a href=\"#code=");
        fuhe_page_markup(page, code);
        fuhe_page_markup(page, "\">");
        fuhe_page_word(page, _("show"));
        fuhe_page_markup(page, "</a>");
    }
    fuhe_page_markup(page, "</td></tr>\n");
}

void fuhe_index_findings(struct fuhe_page *page, const struct fuhe_index *index) {
    static const struct fuhe_page_column columns[] = {
        {N_("Finding"), "wide"},  {N_("Errors"), "figure"}, {N_("Warnings"), "figure"},
        {N_("Notes"), "figure"},  {N_("Forms"), "figure"},  {N_("Share"), "figure"},
        {N_("Budget"), "figure"}, {N_("Which forms"), ""},  {NULL, NULL},
    };
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(index->tally.forms)}, {NULL, {{0}}}};

    fuhe_page_section_open(page, "findings", _("Most frequent findings"));
    fuhe_page_markup(page, "<p>");
    fuhe_figures_words(page, _("Over {count} forms. Share and budget are those of the forms that have the finding."),
                       words);
    fuhe_page_markup(page, "</p>\n");
    fuhe_page_table_open(page, _("Findings, most frequent first"), "list short", columns);
    for (size_t i = 0; i < index->code_count; i++) {
        write_finding(page, index, &index->codes[i]);
    }
    fuhe_page_table_close(page);
    fuhe_page_section_close(page);
}
