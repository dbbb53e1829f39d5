/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of the cross-check with the names of their forms and departments, which the survey has. */
#include "crosscheck/crosscheck_words.h"
#include "html/crosscheck_page.h"
#include "html/figures.h"
#include "html/form_row.h"
#include "html/parts.h"
#include "report/translate.h"

/* --- names -------------------------------------------------------------------------------------------------------- */

struct name {
    struct fuhe_page *page;
    size_t row;
};

static struct fuhe_figure_text points(struct fuhe_figure figure) {
    return figure.present ? fuhe_figures_points(figure.value) : fuhe_figures_of(FUHE_TEXT("—"));
}

void fuhe_crosscheck_scores(struct fuhe_page *page, const struct fuhe_survey_form *form) {
    const struct fuhe_figures_word words[] = {
        {"claimed", points(form->claimed_points)}, {"verified", points(form->verified)}, {NULL, {{0}}}};

    fuhe_figures_words(page, _("claimed {claimed}, verified {verified}"), words);
}

void fuhe_crosscheck_place(struct fuhe_page *page, fuhe_text file, size_t number) {
    const struct fuhe_figures_word words[] = {{"number", fuhe_figures_count(number)}, {NULL, {{0}}}};

    fuhe_page_markup(page, "<small>");
    fuhe_page_write(page, file);
    fuhe_figures_words(page, _(", form {number}"), words);
    fuhe_page_markup(page, "</small>");
}

/* Where it stands; of a project with several forms also what tells them apart. */
static enum fuhe_status take_place(void *context, const struct fuhe_survey_form *form) {
    const struct name *name = context;

    fuhe_crosscheck_place(name->page, form->file, form->number);
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_repeated(void *context, const struct fuhe_survey_form *form) {
    const struct name *name = context;

    fuhe_crosscheck_place(name->page, form->file, form->number);
    fuhe_page_markup(name->page, "<small>");
    if (form->id.length > 0) {
        fuhe_page_write(name->page, form->id);
        fuhe_page_word(name->page, _(": "));
    }
    fuhe_crosscheck_scores(name->page, form);
    fuhe_page_markup(name->page, "</small>");
    return FUHE_STATUS_OK;
}

static enum fuhe_status write_place(struct fuhe_page *page, struct fuhe_survey *survey,
                                    const struct fuhe_crosscheck_line *line, struct fuhe_error *err) {
    struct name name = {page, 0};

    return fuhe_survey_page(survey, line->page, line->code == FUHE_CODE_DUPLICATE_PROJECT ? take_repeated : take_place,
                            &name, err);
}

static enum fuhe_status take_form(void *context, const struct fuhe_survey_form *form) {
    const struct name *name = context;
    char address[FUHE_ADDRESS_SIZE];

    fuhe_address_form(form->page, address);
    fuhe_page_markup(name->page, "<a href=\"");
    fuhe_page_address(name->page, address);
    if (name->row > 0) {
        fuhe_page_markup(name->page, "#row-");
        fuhe_output_size(fuhe_page_text(name->page), name->row);
    }
    fuhe_page_markup(name->page, "\">");
    fuhe_form_name(fuhe_page_text(name->page), form);
    fuhe_page_markup(name->page, "</a>");
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_department(void *context, const struct fuhe_survey_form *form) {
    const struct name *name = context;
    char address[FUHE_ADDRESS_SIZE];

    fuhe_address_department(form->department, 1, address);
    fuhe_page_link(name->page, address,
                   form->department_name.length > 0 ? form->department_name : fuhe_text_of(_("no department")));
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_crosscheck_form(struct fuhe_page *page, struct fuhe_survey *survey, uint64_t form, size_t row,
                                      struct fuhe_error *err) {
    struct name name = {page, row};

    return fuhe_survey_page(survey, form, take_form, &name, err);
}

/* By its first form. */
enum fuhe_status fuhe_crosscheck_department(struct fuhe_page *page, struct fuhe_survey *survey, uint64_t department,
                                            struct fuhe_error *err) {
    const struct fuhe_survey_request first = {.order = FUHE_SURVEY_BY_PAGE, .department = department, .count = 1};
    struct name name = {page, 0};

    return fuhe_survey_forms(survey, &first, take_department, &name, err);
}

/* --- what a line says --------------------------------------------------------------------------------------------- */

/* Of a project that came in repeatedly all lines are alike, and a statement names the document by its first form. */
static const char *words_before_link(enum fuhe_code code) {
    if (code == FUHE_CODE_STATEMENT_PROJECTS || code == FUHE_CODE_STATEMENT_FUNDS) {
        return _("The first form of the document: ");
    }
    if (code == FUHE_CODE_ALL_FULL_MARKS) {
        return _("The first form of the department: ");
    }
    return code == FUHE_CODE_DUPLICATE_PROJECT ? _("The first form of the project: ") : _("The other form: ");
}

enum fuhe_status fuhe_crosscheck_sentence(struct fuhe_page *page, struct fuhe_survey *survey,
                                          const struct fuhe_crosscheck_line *line, struct fuhe_error *err) {
    fuhe_crosscheck_write_line(line, fuhe_page_text(page));
    if (line->like == 0 || line->like == line->page) {
        return FUHE_STATUS_OK;
    }
    fuhe_page_markup(page, " <span class=\"soft\">");
    fuhe_page_word(page, words_before_link(line->code));
    FUHE_TRY(fuhe_crosscheck_form(page, survey, line->like, line->like_row, err));
    fuhe_page_markup(page, "</span>");
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_crosscheck_cells(struct fuhe_page *page, struct fuhe_survey *survey,
                                       const struct fuhe_crosscheck_line *line, struct fuhe_error *err) {
    fuhe_page_markup(page, "<th scope=\"row\" class=\"wide\">");
    if (line->page != 0) {
        FUHE_TRY(fuhe_crosscheck_form(page, survey, line->page, line->row, err));
        FUHE_TRY(write_place(page, survey, line, err));
    } else {
        fuhe_page_word(page, "—");
    }
    fuhe_page_markup(page, "</th><td>");
    FUHE_TRY(fuhe_crosscheck_department(page, survey, line->department, err));
    fuhe_page_markup(page, "</td><td class=\"wide\">");
    FUHE_TRY(fuhe_crosscheck_sentence(page, survey, line, err));
    fuhe_page_markup(page, "</td>");
    return FUHE_STATUS_OK;
}

void fuhe_crosscheck_group_name(struct fuhe_page *page, const struct fuhe_crosscheck_line *line) {
    const struct fuhe_figures_word words[] = {
        {"group", fuhe_figures_count(line->group)}, {"members", fuhe_figures_count(line->members)}, {NULL, {{0}}}};

    fuhe_figures_words(page, _("Group {group}: {members} forms"), words);
}

/* --- all of them -------------------------------------------------------------------------------------------------- */

static const struct fuhe_page_column columns[] = {
    {N_("Finding"), ""}, {N_("Project"), "wide"}, {N_("Department"), ""}, {N_("What it shows"), "wide"}, {NULL, NULL},
};

static const struct fuhe_parts_plan plan = {
    .first = FUHE_PAGE_CROSSCHECK_LINES,
    .stem = "lists/crosscheck-",
    .title = N_("Every line of the cross-check"),
    .lead = N_("Finding by finding, those with the most forms first. Reasons to look, never verdicts: for reviewers "
               "alone, and in no notice."),
    .nothing = N_("Nothing found."),
    .caption = N_("Lines of the cross-check"),
    .columns = columns,
};

static enum fuhe_status write_line(struct fuhe_page *page, struct fuhe_survey *survey,
                                   const struct fuhe_crosscheck_line *line, struct fuhe_error *err) {
    fuhe_page_markup(page, "<tr><td>");
    fuhe_page_word(page, fuhe_crosscheck_heading(line->code));
    fuhe_page_markup(page, " ");
    fuhe_page_word(page, fuhe_figures_count(line->group).bytes);
    fuhe_page_markup(page, "</td>");
    FUHE_TRY(fuhe_crosscheck_cells(page, survey, line, err));
    fuhe_page_markup(page, "</tr>\n");
    return FUHE_STATUS_OK;
}

static enum fuhe_status add_lines(struct fuhe_parts *parts, const struct fuhe_crosscheck_pages *pages,
                                  struct fuhe_error *err) {
    for (size_t i = 0; i < fuhe_crosscheck_lines(pages->crosscheck); i++) {
        const struct fuhe_crosscheck_line line = fuhe_crosscheck_line(pages->crosscheck, i);
        FUHE_TRY(fuhe_parts_next(parts, err));
        FUHE_TRY(write_line(parts->page, pages->survey, &line, err));
    }
    return fuhe_parts_end(parts, err);
}

enum fuhe_status fuhe_crosscheck_write_lines(const struct fuhe_crosscheck_pages *pages, struct fuhe_error *err) {
    struct fuhe_parts_plan whole = plan;
    struct fuhe_parts parts = {.page = NULL};

    whole.expected = fuhe_crosscheck_lines(pages->crosscheck);
    enum fuhe_status status = fuhe_parts_init(&parts, &whole, pages->page->folder, pages->page->complete, err);
    if (status == FUHE_STATUS_OK) {
        status = add_lines(&parts, pages, err);
    }
    fuhe_parts_free(&parts);
    return status;
}
