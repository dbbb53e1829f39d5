/* SPDX-License-Identifier: Apache-2.0 */
/* The page of a department: figures, its findings by frequency, its forms by risk in parts of some hundred. */
#include "html/department_page.h"

#include "html/figures.h"
#include "html/findings_page.h"
#include "html/form_row.h"
#include "html/list_pages.h"
#include "report/messages.h"
#include "report/translate.h"

/* One part of the page. */
struct part {
    const struct fuhe_departments_request *request;
    const struct fuhe_survey_department *department;
    size_t number; /* from 1 */
    size_t last;
};

static fuhe_text name_of(const struct fuhe_survey_department *department) {
    return department->name.length > 0 ? department->name : fuhe_text_of(_("(no department named)"));
}

static void write_tile(struct fuhe_page *page, const char *label, struct fuhe_figure_text figure) {
    fuhe_page_markup(page, "<div><dt>");
    fuhe_page_word(page, label);
    fuhe_page_markup(page, "</dt><dd>");
    fuhe_page_word(page, figure.bytes);
    fuhe_page_markup(page, "</dd></div>\n");
}

static struct fuhe_figure_text points(struct fuhe_figure figure) {
    return figure.present ? fuhe_figures_signed(figure.value) : (struct fuhe_figure_text){"—"};
}

/* The largest deviation in one direction; a dash when none goes there. */
static struct fuhe_figure_text beyond_zero(struct fuhe_figure figure, int direction) {
    const bool is_there = figure.present && (direction > 0 ? figure.value.scaled > 0 : figure.value.scaled < 0);

    return is_there ? points(figure) : (struct fuhe_figure_text){"—"};
}

/* Of how many forms the tiles on deviations speak. */
static void write_deviations_note(struct fuhe_page *page, const struct fuhe_survey_department *department) {
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(department->deviations)},
                                              {"forms", fuhe_figures_count(department->forms)},
                                              {NULL, {{0}}}};

    fuhe_page_markup(page, "<p class=\"soft\">");
    fuhe_figures_words(page,
                       _("Deviations and grades of {count} of {forms} forms: those scored in full that have a claimed "
                         "total."),
                       words);
    fuhe_page_markup(page, "</p>\n");
}

static void write_spellings(struct fuhe_page *page, const struct fuhe_survey_department *department) {
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(department->spellings)}, {NULL, {{0}}}};

    if (department->spellings > 1) {
        fuhe_page_markup(page, "<p class=\"soft\">");
        fuhe_figures_words(page,
                           _("The forms write this department in {count} ways that differ only in blanks, punctuation "
                             "or width; they are taken for one."),
                           words);
        fuhe_page_markup(page, "</p>\n");
    }
}

static void write_figures(struct fuhe_page *page, const struct fuhe_survey_department *department) {
    fuhe_page_markup(page, "<dl class=\"tiles\">\n");
    write_tile(page, _("Forms"), fuhe_figures_count(department->forms));
    write_tile(page, _("Claimed too much"), fuhe_figures_count(department->over));
    write_tile(page, _("Claimed too little"), fuhe_figures_count(department->under));
    write_tile(page, _("Grade lowered"), fuhe_figures_count(department->lowered));
    write_tile(page, _("Partly scored"), fuhe_figures_count(department->partial));
    write_tile(page, _("Not scored"), fuhe_figures_count(department->unscored));
    write_tile(page, _("Budget"), fuhe_figures_money(department->budget));
    write_tile(page, _("Median deviation"), points(department->median));
    write_tile(page, _("Most claimed too much"), beyond_zero(department->highest, 1));
    write_tile(page, _("Most claimed too little"), beyond_zero(department->lowest, -1));
    write_tile(page, _("Sum of deviations"), points(department->deviation_sum));
    write_tile(page, _("Errors"), fuhe_figures_count(department->findings[FUHE_SEVERITY_ERROR]));
    write_tile(page, _("Warnings"), fuhe_figures_count(department->findings[FUHE_SEVERITY_WARNING]));
    write_tile(page, _("Notes"), fuhe_figures_count(department->findings[FUHE_SEVERITY_NOTE]));
    write_tile(page, _("Risk a form"), fuhe_figures_each(department->risk, department->forms));
    fuhe_page_markup(page, "</dl>\n");
    write_deviations_note(page, department);
    write_spellings(page, department);
}

static void write_notice_link(struct fuhe_page *page, const struct fuhe_survey_department *department) {
    char address[FUHE_ADDRESS_SIZE];

    fuhe_address_notice(department->number, department->name, address);
    fuhe_page_markup(page, "<p>");
    fuhe_page_link(page, address, fuhe_text_of(_("Notice to this department, to be printed")));
    fuhe_page_markup(page, "</p>\n");
}

static void write_code(struct fuhe_page *page, const struct fuhe_survey_code *code, size_t forms) {
    fuhe_page_markup(page, "<tr><th scope=\"row\" class=\"wide\"><a href=\"");
    fuhe_page_address(page, FUHE_PAGE_FINDINGS);
    fuhe_page_markup(page, "#");
    fuhe_page_word(page, fuhe_code_name(code->code));
    fuhe_page_markup(page, "\">");
    fuhe_page_word(page, fuhe_message_title(code->code));
    fuhe_page_markup(page, "</a></th>");
    fuhe_figures_severities(page, code->severities);
    fuhe_figures_cell(page, fuhe_figures_count(code->forms));
    fuhe_figures_cell(page, fuhe_figures_percent(code->forms, forms));
    fuhe_figures_cell(page, fuhe_figures_money(code->budget));
    fuhe_page_markup(page, "</tr>\n");
}

static enum fuhe_status write_codes(const struct part *part, struct fuhe_error *err) {
    static const struct fuhe_page_column columns[] = {
        {N_("Finding"), "wide"}, {N_("Errors"), "figure"}, {N_("Warnings"), "figure"}, {N_("Notes"), "figure"},
        {N_("Forms"), "figure"}, {N_("Share"), "figure"},  {N_("Budget"), "figure"},   {NULL, NULL},
    };
    struct fuhe_page *page = part->request->page;
    struct fuhe_survey_code codes[FUHE_CODE_COUNT];
    size_t count = 0;

    FUHE_TRY(fuhe_survey_codes(part->request->survey, part->department->number, codes, &count, err));
    fuhe_page_element(page, "h2", _("Findings by frequency"));
    if (count == 0) {
        fuhe_page_element(page, "p", _("Findings: none"));
        return FUHE_STATUS_OK;
    }
    fuhe_page_table_open(page, _("Findings of this department, most frequent first"), "list", columns);
    for (size_t i = 0; i < count; i++) {
        write_code(page, &codes[i], part->department->forms);
    }
    fuhe_page_table_close(page);
    return FUHE_STATUS_OK;
}

/* --- its forms --- */

static enum fuhe_status take_form(void *context, const struct fuhe_survey_form *form) {
    const struct fuhe_departments_request *request = context;

    fuhe_form_row(request->page, fuhe_replay_library(request->replay), form);
    return FUHE_STATUS_OK;
}

static enum fuhe_status write_forms(const struct part *part, struct fuhe_error *err) {
    const struct fuhe_survey_request request = {.order = FUHE_SURVEY_BY_RISK,
                                                .department = part->department->number,
                                                .first = (part->number - 1) * FUHE_DEPARTMENT_FORMS,
                                                .count = FUHE_DEPARTMENT_FORMS};
    struct fuhe_departments_request context = *part->request;
    struct fuhe_page *page = part->request->page;

    fuhe_page_element(page, "h2", _("Forms by risk"));
    fuhe_page_element(page, "p", _("Risk is an order of work, not a verdict, and never part of a score."));
    fuhe_page_table_open(page, _("Forms of this department, highest risk first"), "list own", fuhe_form_columns);
    FUHE_TRY(fuhe_survey_forms(part->request->survey, &request, take_form, &context, err));
    fuhe_page_table_close(page);
    return FUHE_STATUS_OK;
}

static void write_part_link(const struct part *part, size_t number, const char *relation, const char *label) {
    struct fuhe_page *page = part->request->page;
    char address[FUHE_ADDRESS_SIZE];

    fuhe_address_department(part->department->number, number, address);
    fuhe_page_markup(page, "<li><a rel=\"");
    fuhe_page_markup(page, relation);
    fuhe_page_markup(page, "\" href=\"");
    fuhe_page_address(page, address);
    fuhe_page_markup(page, "\">");
    fuhe_page_word(page, label);
    fuhe_page_markup(page, "</a></li>\n");
}

static void write_part_links(const struct part *part) {
    const struct fuhe_figures_word words[] = {
        {"part", fuhe_figures_count(part->number)}, {"last", fuhe_figures_count(part->last)}, {NULL, {{0}}}};
    struct fuhe_page *page = part->request->page;

    if (part->last == 1) {
        return;
    }
    fuhe_page_markup(page, "<nav class=\"parts screen\" aria-label=\"");
    fuhe_page_word(page, _("Pages of this list"));
    fuhe_page_markup(page, "\"><ul>\n");
    if (part->number > 1) {
        write_part_link(part, part->number - 1, "prev", _("Previous"));
    }
    fuhe_page_markup(page, "<li aria-current=\"page\">");
    fuhe_figures_words(page, _("Page {part} of {last}"), words);
    fuhe_page_markup(page, "</li>\n");
    if (part->number < part->last) {
        write_part_link(part, part->number + 1, "next", _("Next"));
    }
    fuhe_page_markup(page, "</ul></nav>\n");
}

static enum fuhe_status write_part(const struct part *part, struct fuhe_error *err) {
    struct fuhe_page *page = part->request->page;
    char address[FUHE_ADDRESS_SIZE];
    const struct fuhe_page_step way[] = {{FUHE_LIST_DEPARTMENTS, fuhe_text_of(_("Departments"))}, {NULL, {NULL, 0}}};
    const struct fuhe_page_head head = {.address = address, .title = name_of(part->department), .way = way};

    fuhe_address_department(part->department->number, part->number, address);
    FUHE_TRY(fuhe_page_open(page, &head, err));
    if (part->number == 1) {
        write_figures(page, part->department);
        if (part->request->notices) {
            write_notice_link(page, part->department);
        }
        FUHE_TRY(write_codes(part, err));
    }
    if (part->number == 1 && part->request->statistics != NULL) {
        FUHE_TRY(fuhe_department_beside(part->request, part->department, err));
    }
    FUHE_TRY(write_forms(part, err));
    write_part_links(part);
    return fuhe_page_close(page, err);
}

enum fuhe_status fuhe_department_page_write(const struct fuhe_departments_request *request,
                                            const struct fuhe_survey_department *department, struct fuhe_error *err) {
    struct part part = {request, department, 1,
                        (department->forms + FUHE_DEPARTMENT_FORMS - 1) / FUHE_DEPARTMENT_FORMS};

    part.last = part.last == 0 ? 1 : part.last;
    for (; part.number <= part.last; part.number++) {
        FUHE_TRY(write_part(&part, err));
    }
    return FUHE_STATUS_OK;
}
