/* SPDX-License-Identifier: Apache-2.0 */
/* The row of a form in a list. A department or a grade that is not there is a dash; a form that was not scored in full
 * says so beside its name. */
#include "html/form_row.h"

#include "html/figures.h"
#include "report/translate.h"

static const char *const states[] = {
    [FUHE_REVIEW_SCORED] = N_("scored"),
    [FUHE_REVIEW_PARTIAL] = N_("partly scored"),
    [FUHE_REVIEW_UNSCORED] = N_("not scored"),
};

const struct fuhe_page_column fuhe_form_columns[] = {
    {N_("Project"), "wide"},
    {N_("Department"), ""},
    {N_("Claimed"), "figure"},
    {N_("Verified"), "figure"},
    {N_("Deviation"), "figure"},
    {N_("Grade claimed"), ""},
    {N_("Grade recommended"), ""},
    {N_("Errors"), "figure"},
    {N_("Warnings"), "figure"},
    {N_("Risk"), "figure"},
    {NULL, NULL},
};

void fuhe_form_name(struct fuhe_output *output, const struct fuhe_survey_form *form) {
    if (form->project.length > 0) {
        fuhe_output_text(output, form->project);
    } else if (form->id.length > 0) {
        fuhe_output_text(output, form->id);
    } else {
        fuhe_output_string(output, _("form "));
        fuhe_output_size(output, form->number);
    }
}

static void write_link(struct fuhe_page *page, const char *address) {
    fuhe_page_markup(page, "<a href=\"");
    fuhe_page_address(page, address);
    fuhe_page_markup(page, "\">");
}

static void write_project(struct fuhe_page *page, const struct fuhe_survey_form *form) {
    char address[FUHE_ADDRESS_SIZE];

    fuhe_address_form(form->page, address);
    fuhe_page_markup(page, "<th scope=\"row\" class=\"wide\">");
    write_link(page, address);
    fuhe_form_name(fuhe_page_text(page), form);
    fuhe_page_markup(page, "</a>");
    if (form->state != FUHE_REVIEW_SCORED) {
        fuhe_page_markup(page, " ");
        fuhe_page_tag(page, "warning", _(states[form->state]));
    }
    if (form->is_doubtful) {
        fuhe_page_markup(page, " ");
        fuhe_page_tag(page, "error", _("read with doubt"));
    }
    fuhe_page_markup(page, "</th>");
}

static void write_department(struct fuhe_page *page, const struct fuhe_survey_form *form) {
    char address[FUHE_ADDRESS_SIZE];

    fuhe_address_department(form->department, 1, address);
    fuhe_page_markup(page, "<td>");
    fuhe_page_link(page, address,
                   form->department_name.length > 0 ? form->department_name : fuhe_text_of(_("no department")));
    fuhe_page_markup(page, "</td>");
}

static void write_grades(struct fuhe_page *page, const struct fuhe_pack_library *library,
                         const struct fuhe_survey_form *form) {
    fuhe_page_cell(page, fuhe_grades_name(library, form->pack, form->grade_claimed));
    fuhe_page_markup(page, "<td>");
    fuhe_page_write(page, form->grade.length > 0 ? fuhe_grades_name(library, form->pack, form->grade) : FUHE_TEXT("—"));
    if (fuhe_grades_lowered(library, form)) {
        fuhe_page_markup(page, " ");
        fuhe_page_tag(page, "error", _("lowered"));
    }
    fuhe_page_markup(page, "</td>");
}

void fuhe_form_row(struct fuhe_page *page, const struct fuhe_pack_library *library,
                   const struct fuhe_survey_form *form) {
    fuhe_page_markup(page, "<tr>");
    write_project(page, form);
    write_department(page, form);
    fuhe_page_cell_figure(page, form->claimed_points, 2);
    fuhe_page_cell_figure(page, form->verified, 2);
    fuhe_page_cell_signed(page, form->deviation, 2);
    write_grades(page, library, form);
    fuhe_page_cell_count(page, form->findings[FUHE_SEVERITY_ERROR]);
    fuhe_page_cell_count(page, form->findings[FUHE_SEVERITY_WARNING]);
    fuhe_page_cell_count(page, form->risk);
    fuhe_page_markup(page, "</tr>\n");
}
