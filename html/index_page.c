/* SPDX-License-Identifier: Apache-2.0 */
/* The overview from top to bottom: what there is, how claims deviate, grades, money, departments, findings, forms, and
 * the search over all forms. Each part says of how many forms it speaks. */
#include "html/index_page.h"

#include <stdlib.h>

#include "html/crosscheck_page.h"
#include "html/figures.h"
#include "html/sample_page.h"
#include "html/search_data.h"
#include "html/statistics_page.h"
#include "report/translate.h"

/* --- gathering --- */

static enum fuhe_status gather_figures(struct fuhe_index *index, struct fuhe_error *err) {
    struct fuhe_survey *survey = index->from.survey;

    FUHE_TRY(fuhe_survey_tally(survey, &index->tally, err));
    FUHE_TRY(fuhe_survey_deviations(survey, &index->deviations, err));
    FUHE_TRY(fuhe_survey_money(survey, &index->money, err));
    FUHE_TRY(fuhe_survey_repeats(survey, &index->repeats, err));
    return fuhe_survey_codes(survey, 0, index->codes, &index->code_count, err);
}

enum fuhe_status fuhe_index_gather(struct fuhe_index *index, struct fuhe_error *err) {
    FUHE_TRY(gather_figures(index, err));
    index->from.forms = index->tally.forms;
    fuhe_grades_matrix(index->from.library, &index->tally, &index->grades, index->grade_ids);
    fuhe_grades_names_init(&index->grade_names, &index->tally);
    const struct fuhe_list_gains gains = {&index->scatter, &index->grade_names, &index->data_files};
    FUHE_TRY(fuhe_list_forms(&index->from, &gains, err));
    fuhe_grades_names_put(&index->grade_names, &index->grades, index->grade_ids);
    return fuhe_list_departments(&index->from, &index->departments, err);
}

/* --- what there is --- */

/* A figure with its name below it; address may be NULL. */
static void write_fact(struct fuhe_page *page, const char *name, size_t count, const char *address) {
    const bool is_linked = address != NULL && count > 0;

    fuhe_page_markup(page, "<div><dt>");
    fuhe_page_word(page, name);
    fuhe_page_markup(page, "</dt><dd>");
    fuhe_page_markup(page, is_linked ? "<a href=\"" : "");
    fuhe_page_markup(page, is_linked ? address : "");
    fuhe_page_markup(page, is_linked ? "\">" : "");
    fuhe_page_word(page, fuhe_figures_count(count).bytes);
    fuhe_page_markup(page, is_linked ? "</a></dd></div>\n" : "</dd></div>\n");
}

static void write_facts(struct fuhe_page *page, const struct fuhe_index *index) {
    const struct fuhe_tally *tally = &index->tally;

    fuhe_page_markup(page, "<dl class=\"tiles all\">\n");
    write_fact(page, _("Forms"), tally->forms, FUHE_LIST_FORMS);
    write_fact(page, _("Files"), tally->files, NULL);
    write_fact(page, _("Departments"), index->departments, FUHE_LIST_DEPARTMENTS);
    write_fact(page, _("Scored"), tally->states[FUHE_REVIEW_SCORED], NULL);
    write_fact(page, _("Partly scored"), tally->states[FUHE_REVIEW_PARTIAL], "#state=partial");
    write_fact(page, _("Not scored"), tally->states[FUHE_REVIEW_UNSCORED], FUHE_INDEX_UNSCORED);
    write_fact(page, _("Not readable"), tally->failures, FUHE_INDEX_UNSCORED);
    write_fact(page, _("Projects that came in repeatedly"), index->repeats.projects, FUHE_INDEX_DOCUMENTS);
    fuhe_page_markup(page, "</dl>\n");
}

/* The batch as a whole comes last, for the list ends where there is no address. */
static void write_contents(struct fuhe_page *page, const struct fuhe_index *index) {
    const struct fuhe_page_content rows[] = {
        {"#deviations", N_("Deviations")},
        {"#grades", N_("Grades")},
        {"#money", N_("Money")},
        {"#departments", N_("Departments")},
        {"#findings", N_("Findings")},
        {"#forms", N_("Forms by risk")},
        {"#search", N_("Search")},
        {FUHE_INDEX_UNSCORED, N_("Not scored or not readable")},
        {FUHE_INDEX_DOCUMENTS, N_("Whole documents")},
        {index->statistics != NULL ? "#whole" : NULL, N_("The batch as a whole")},
        {FUHE_PAGE_STATISTICS, N_("Statistics")},
        {FUHE_PAGE_CROSSCHECK, N_("Cross-check")},
        {index->samples != NULL ? FUHE_PAGE_SAMPLE : NULL, N_("Forms to review by hand")},
        {NULL, NULL},
    };

    fuhe_page_contents(page, rows);
}

/* --- money --- */

static void write_money(struct fuhe_page *page, const char *label, size_t forms, size_t all, struct fuhe_money money) {
    fuhe_page_markup(page, "<tr><th scope=\"row\">");
    fuhe_page_word(page, label);
    fuhe_page_markup(page, "</th>");
    fuhe_figures_cell(page, fuhe_figures_count(forms));
    fuhe_figures_cell(page, fuhe_figures_percent(forms, all));
    fuhe_figures_cell(page, fuhe_figures_money(money));
    fuhe_page_markup(page, "</tr>\n");
}

void fuhe_index_money(struct fuhe_page *page, const struct fuhe_index *index) {
    static const struct fuhe_page_column columns[] = {
        {N_("Which forms"), ""},
        {N_("Forms"), "figure"},
        {N_("Share"), "figure"},
        {N_("Budget"), "figure"},
        {NULL, NULL},
    };
    const size_t all = index->tally.forms;

    fuhe_page_section_open(page, "money", _("Money behind the forms"));
    fuhe_page_element(page, "p", _("Full-year budgets, of the forms on which they can be read."));
    fuhe_page_table_open(page, _("Budgets"), "", columns);
    write_money(page, _("All forms"), all, all, index->money.all);
    if (index->repeats.again > 0) {
        write_money(page, _("of these, projects that came in repeatedly, all but their first forms"),
                    index->repeats.again, all, index->repeats.money);
    }
    write_money(page, _("Claimed too much"), index->deviations.over, all, index->money.over);
    write_money(page, _("Grade to be lowered"), fuhe_index_lowered(index), all, index->money.lowered);
    fuhe_page_table_close(page);
    fuhe_page_section_close(page);
}

/* --- the page --- */

static enum fuhe_status write_page(struct fuhe_page *page, const struct fuhe_index *index, struct fuhe_error *err) {
    const struct fuhe_page_head head = {.address = FUHE_PAGE_OVERVIEW,
                                        .title = fuhe_text_of(_("Review of self-assessments: overview")),
                                        .script = FUHE_SEARCH_SCRIPT};

    FUHE_TRY(fuhe_page_open(page, &head, err));
    write_contents(page, index);
    write_facts(page, index);
    fuhe_index_deviations(page, index);
    fuhe_index_grades(page, index);
    fuhe_index_money(page, index);
    FUHE_TRY(fuhe_index_departments(page, index, err));
    fuhe_index_findings(page, index);
    FUHE_TRY(fuhe_index_forms(page, index, err));
    fuhe_index_whole(page, index);
    fuhe_index_search(page, index);
    return fuhe_page_close(page, err);
}

enum fuhe_status fuhe_index_write(const struct fuhe_index *index, struct fuhe_error *err) {
    struct fuhe_page *page = fuhe_page_new(index->from.folder, index->from.complete);

    if (page == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    const enum fuhe_status status = write_page(page, index, err);
    fuhe_page_free(page);
    return status;
}
