/* SPDX-License-Identifier: Apache-2.0 */
/* The page of the cross-check, family by family: the method, how much was found, and the first groups. What goes beyond
 * them is on the pages of all lines. */
#include "html/crosscheck_page.h"

#include "crosscheck/crosscheck_words.h"
#include "html/figures.h"
#include "report/translate.h"

enum { GROUPS_SHOWN = 10, LINES_SHOWN = 5, TEXTS_SHOWN = 3 };

/* --- groups ------------------------------------------------------------------------------------------------------- */

/* The group that begins with a line; lines are in the order of code and group. */
static struct fuhe_crosscheck_group group_at(const struct fuhe_crosscheck *crosscheck, size_t first) {
    const struct fuhe_crosscheck_line begin = fuhe_crosscheck_line(crosscheck, first);
    struct fuhe_crosscheck_group group = {first, 1};

    for (size_t i = first + 1; i < fuhe_crosscheck_lines(crosscheck); i++) {
        const struct fuhe_crosscheck_line line = fuhe_crosscheck_line(crosscheck, i);
        if (line.code != begin.code || line.group != begin.group) {
            break;
        }
        group.count++;
    }
    return group;
}

static size_t first_line_of(const struct fuhe_crosscheck *crosscheck, enum fuhe_code code) {
    size_t first = 0;

    for (size_t i = 0; i < FUHE_CROSSCHECK_FAMILIES && fuhe_crosscheck_families[i] != code; i++) {
        first += fuhe_crosscheck_count(crosscheck, fuhe_crosscheck_families[i]).lines;
    }
    return first;
}

static void write_group_head(struct fuhe_page *page, const struct fuhe_crosscheck_line *line) {
    fuhe_page_markup(page, "<tr class=\"group\"><td colspan=\"3\">");
    fuhe_crosscheck_group_name(page, line);
    fuhe_page_markup(page, "</td></tr>\n");
}

static void write_more_lines(struct fuhe_page *page, size_t more) {
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(more)}, {NULL, {{0}}}};

    fuhe_page_markup(page, "<tr><td colspan=\"3\">");
    fuhe_figures_words(page, _("and {count} more"), words);
    fuhe_page_markup(page, "</td></tr>\n");
}

static enum fuhe_status write_group(const struct fuhe_crosscheck_pages *pages,
                                    const struct fuhe_crosscheck_group *group, struct fuhe_error *err) {
    const size_t shown = group->count < LINES_SHOWN ? group->count : LINES_SHOWN;
    const struct fuhe_crosscheck_line begin = fuhe_crosscheck_line(pages->crosscheck, group->first);

    if (group->count > 1) {
        write_group_head(pages->page, &begin);
    }
    for (size_t i = 0; i < shown; i++) {
        const struct fuhe_crosscheck_line line = fuhe_crosscheck_line(pages->crosscheck, group->first + i);
        fuhe_page_markup(pages->page, "<tr>");
        FUHE_TRY(fuhe_crosscheck_cells(pages->page, pages->survey, &line, err));
        fuhe_page_markup(pages->page, "</tr>\n");
    }
    if (group->count > shown) {
        write_more_lines(pages->page, group->count - shown);
    }
    return FUHE_STATUS_OK;
}

/* --- families ----------------------------------------------------------------------------------------------------- */

typedef enum fuhe_status (*group_writer)(const struct fuhe_crosscheck_pages *pages,
                                         const struct fuhe_crosscheck_group *group, struct fuhe_error *err);

static enum fuhe_status write_groups(const struct fuhe_crosscheck_pages *pages, enum fuhe_code code, size_t most,
                                     group_writer write, struct fuhe_error *err) {
    const size_t count = fuhe_crosscheck_count(pages->crosscheck, code).groups;
    size_t line = first_line_of(pages->crosscheck, code);

    for (size_t i = 0; i < count && i < most; i++) {
        const struct fuhe_crosscheck_group group = group_at(pages->crosscheck, line);
        FUHE_TRY(write(pages, &group, err));
        line += group.count;
    }
    return FUHE_STATUS_OK;
}

static void write_rest(struct fuhe_page *page, size_t groups) {
    const struct fuhe_figures_word words[] = {
        {"shown", fuhe_figures_count(GROUPS_SHOWN)}, {"groups", fuhe_figures_count(groups)}, {NULL, {{0}}}};

    if (groups > GROUPS_SHOWN) {
        fuhe_page_markup(page, "<p>");
        fuhe_figures_words(page, _("The first {shown} of {groups} findings. "), words);
        fuhe_page_link(page, FUHE_PAGE_CROSSCHECK_LINES, fuhe_text_of(_("Every line of the cross-check")));
        fuhe_page_markup(page, "</p>\n");
    }
}

static enum fuhe_status write_findings(const struct fuhe_crosscheck_pages *pages, enum fuhe_code code,
                                       struct fuhe_error *err) {
    static const struct fuhe_page_column columns[] = {
        {N_("Project"), "wide"}, {N_("Department"), ""}, {N_("What it shows"), "wide"}, {NULL, NULL}};
    const bool is_uneven = code == FUHE_CODE_UNEVEN_TREATMENT;

    FUHE_TRY(write_groups(pages, code, TEXTS_SHOWN, fuhe_crosscheck_texts, err));
    fuhe_page_table_open(pages->page, fuhe_crosscheck_heading(code), is_uneven ? "list short uneven" : "list short",
                         is_uneven ? fuhe_crosscheck_uneven_columns : columns);
    FUHE_TRY(write_groups(pages, code, GROUPS_SHOWN, is_uneven ? fuhe_crosscheck_uneven : write_group, err));
    fuhe_page_table_close(pages->page);
    write_rest(pages->page, fuhe_crosscheck_count(pages->crosscheck, code).groups);
    return FUHE_STATUS_OK;
}

static enum fuhe_status write_family(const struct fuhe_crosscheck_pages *pages, enum fuhe_code code,
                                     struct fuhe_error *err) {
    struct fuhe_page *page = pages->page;

    fuhe_page_section_open(page, fuhe_code_name(code), fuhe_crosscheck_heading(code));
    fuhe_page_markup(page, "<p class=\"soft method\">");
    fuhe_crosscheck_write_method(pages->crosscheck, code, fuhe_page_text(page));
    fuhe_page_markup(page, "</p>\n");
    if (fuhe_crosscheck_is_judged(pages->crosscheck, code)) {
        fuhe_page_markup(page, "<p>");
        fuhe_crosscheck_write_count(pages->crosscheck, code, fuhe_page_text(page));
        fuhe_page_markup(page, "</p>\n");
    }
    if (fuhe_crosscheck_count(pages->crosscheck, code).groups > 0) {
        FUHE_TRY(write_findings(pages, code, err));
    }
    fuhe_page_section_close(page);
    return FUHE_STATUS_OK;
}

static enum fuhe_status write_families(const struct fuhe_crosscheck_pages *pages, struct fuhe_error *err) {
    enum fuhe_code order[FUHE_CROSSCHECK_FAMILIES];

    fuhe_crosscheck_reading_order(pages->crosscheck, order);
    for (size_t i = 0; i < FUHE_CROSSCHECK_FAMILIES; i++) {
        FUHE_TRY(write_family(pages, order[i], err));
    }
    return FUHE_STATUS_OK;
}

/* --- the page ----------------------------------------------------------------------------------------------------- */

static void write_summary_row(struct fuhe_page *page, const struct fuhe_crosscheck *crosscheck, enum fuhe_code code) {
    const struct fuhe_crosscheck_count count = fuhe_crosscheck_count(crosscheck, code);

    fuhe_page_markup(page, "<tr><th scope=\"row\" class=\"wide\"><a href=\"#");
    fuhe_page_markup(page, fuhe_code_name(code));
    fuhe_page_markup(page, "\">");
    fuhe_page_word(page, fuhe_crosscheck_heading(code));
    fuhe_page_markup(page, "</a></th>");
    fuhe_figures_cell(page, fuhe_figures_count(count.groups));
    fuhe_figures_cell(page, fuhe_figures_count(count.forms));
    fuhe_figures_cell(page, fuhe_figures_count(count.compared));
    fuhe_page_markup(page, "</tr>\n");
}

static void write_summary(struct fuhe_page *page, const struct fuhe_crosscheck *crosscheck) {
    static const struct fuhe_page_column columns[] = {
        {N_("What was compared"), "wide"},
        {N_("To look at"), "figure"},
        {N_("Forms"), "figure"},
        {N_("Compared (n)"), "figure"},
        {NULL, NULL},
    };
    enum fuhe_code order[FUHE_CROSSCHECK_FAMILIES];

    fuhe_crosscheck_reading_order(crosscheck, order);
    fuhe_page_element(page, "p", fuhe_crosscheck_caution());
    fuhe_page_element(page, "p",
                      _("For reviewers alone: it is part of no score and stands in no notice to the department."));
    fuhe_page_table_open(page, fuhe_crosscheck_title(), "list short narrow", columns);
    for (size_t i = 0; i < FUHE_CROSSCHECK_FAMILIES; i++) {
        write_summary_row(page, crosscheck, order[i]);
    }
    fuhe_page_table_close(page);
    fuhe_page_markup(page, "<p>");
    fuhe_page_link(page, FUHE_PAGE_CROSSCHECK_LINES, fuhe_text_of(_("Every line of the cross-check")));
    fuhe_page_markup(page, "</p>\n");
}

enum fuhe_status fuhe_crosscheck_pages_write(const struct fuhe_crosscheck_pages *pages, struct fuhe_error *err) {
    const struct fuhe_page_head head = {.address = FUHE_PAGE_CROSSCHECK, .title = fuhe_text_of(_("Cross-check"))};

    FUHE_TRY(fuhe_page_open(pages->page, &head, err));
    write_summary(pages->page, pages->crosscheck);
    FUHE_TRY(write_families(pages, err));
    FUHE_TRY(fuhe_page_close(pages->page, err));
    return fuhe_crosscheck_write_lines(pages, err);
}
