/* SPDX-License-Identifier: Apache-2.0 */
/* Departments as rows: in the overview the first few, here all of them. */
#include "html/figures.h"
#include "html/list_pages.h"
#include "html/parts.h"
#include "report/translate.h"

const struct fuhe_page_column fuhe_department_columns[] = {
    {N_("Department"), "wide"},
    {N_("Forms"), "figure"},
    {N_("Claimed too much"), "figure"},
    {N_("Claimed too little"), "figure"},
    {N_("Grade lowered"), "figure"},
    {N_("Partly scored"), "figure"},
    {N_("Not scored"), "figure"},
    {N_("Median deviation"), "figure"},
    {N_("Largest deviation"), "figure"},
    {N_("Budget"), "figure"},
    {N_("Risk a form"), "figure"},
    {"", ""},
    {NULL, NULL},
};

static const struct fuhe_parts_plan plan = {
    .first = FUHE_LIST_DEPARTMENTS,
    .stem = "lists/departments-",
    .title = N_("Departments by risk"),
    .lead = N_("All departments, those with the highest risk a form on top."),
    .nothing = N_("There is no department."),
    .caption = N_("Departments, highest risk a form first"),
    .columns = fuhe_department_columns,
};

static void write_name(struct fuhe_page *page, const struct fuhe_survey_department *department) {
    char address[FUHE_ADDRESS_SIZE];

    fuhe_address_department(department->number, 1, address);
    fuhe_page_markup(page, "<tr><th scope=\"row\" class=\"wide\">");
    fuhe_page_link(page, address, department->name.length > 0 ? department->name : fuhe_text_of(_("no department")));
    fuhe_page_markup(page, "</th>");
}

uint64_t fuhe_department_risk(const struct fuhe_survey_department *department) {
    return department->forms == 0 ? 0 : department->risk * 100 / department->forms;
}

void fuhe_department_row(struct fuhe_page *page, const struct fuhe_survey_department *department, uint64_t most) {
    write_name(page, department);
    fuhe_page_cell_count(page, department->forms);
    fuhe_page_cell_count(page, department->over);
    fuhe_page_cell_count(page, department->under);
    fuhe_page_cell_count(page, department->lowered);
    fuhe_page_cell_count(page, department->partial);
    fuhe_page_cell_count(page, department->unscored);
    fuhe_page_cell_signed(page, department->median, 2);
    fuhe_page_cell_signed(page, department->most, 2);
    fuhe_figures_cell(page, fuhe_figures_money(department->budget));
    fuhe_figures_cell(page, fuhe_figures_each(department->risk, department->forms));
    fuhe_page_markup(page, "<td class=\"bars\">");
    fuhe_chart_bar(page, fuhe_department_risk(department), most);
    fuhe_page_markup(page, "</td></tr>\n");
}

/* --- the list --- */

struct walk {
    struct fuhe_parts list;
    uint64_t most; /* risk a form of the first one, in hundredths */
    size_t count;
    struct fuhe_error *err;
};

static enum fuhe_status take(void *context, const struct fuhe_survey_department *department) {
    struct walk *walk = context;

    FUHE_TRY(fuhe_parts_next(&walk->list, walk->err));
    walk->most = walk->count == 0 ? fuhe_department_risk(department) : walk->most;
    walk->count++;
    fuhe_department_row(walk->list.page, department, walk->most);
    return FUHE_STATUS_OK;
}

static enum fuhe_status walk_departments(struct walk *walk, const struct fuhe_list_request *request) {
    FUHE_TRY(fuhe_parts_init(&walk->list, &plan, request->folder, request->complete, walk->err));
    FUHE_TRY(fuhe_survey_departments(request->survey, FUHE_DEPARTMENTS_BY_RISK, 0, take, walk, walk->err));
    return fuhe_parts_end(&walk->list, walk->err);
}

enum fuhe_status fuhe_list_departments(const struct fuhe_list_request *request, size_t *count, struct fuhe_error *err) {
    struct walk walk = {.err = err};
    const enum fuhe_status status = walk_departments(&walk, request);

    *count = walk.count;
    fuhe_parts_free(&walk.list);
    return status;
}
