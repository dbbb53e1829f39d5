/* SPDX-License-Identifier: Apache-2.0 */
/* The page of the statistics: parts in the order in which a reviewer asks, from how claims lie to how easy targets
 * were. */
#include "html/statistics_page.h"

#include "html/crosscheck_page.h"
#include "html/figures.h"
#include "report/translate.h"
#include "stats/statistics_words.h"

static const struct section {
    const char *id;
    enum fuhe_statistics_part part;
    void (*write)(struct fuhe_page *page, const struct fuhe_statistics *statistics);
} sections[] = {
    {"deviations", FUHE_STATISTICS_DEVIATIONS, fuhe_statistics_page_deviations},
    {"tests", FUHE_STATISTICS_TESTS, fuhe_statistics_page_tests},
    {"outliers", FUHE_STATISTICS_OUTLIERS, fuhe_statistics_page_outliers},
    {"correlation", FUHE_STATISTICS_CORRELATION, fuhe_statistics_page_correlation},
    {"shares", FUHE_STATISTICS_SHARES, fuhe_statistics_page_shares},
    {"stability", FUHE_STATISTICS_STABILITY, fuhe_statistics_page_stability},
    {"gauge", FUHE_STATISTICS_GAUGE, fuhe_statistics_page_gauge},
};
enum { SECTION_COUNT = sizeof sections / sizeof sections[0] };

static void write_contents(struct fuhe_page *page) {
    static const struct fuhe_page_content rows[] = {
        {"#deviations", N_("Deviations")},
        {"#tests", N_("Claims that lean one way")},
        {"#outliers", N_("Forms that stand out")},
        {"#correlation", N_("Execution and performance")},
        {"#shares", N_("Full marks and round numbers")},
        {"#stability", N_("Grade stability")},
        {"#gauge", N_("The \"too easy\" gauge")},
        {NULL, NULL},
    };

    fuhe_page_contents(page, rows);
}

static void write_lead(struct fuhe_page *page, const struct fuhe_statistics *statistics) {
    const struct fuhe_figures_word words[] = {{"forms", fuhe_figures_count(statistics->form_count)},
                                              {"departments", fuhe_figures_count(statistics->department_count)},
                                              {NULL, {{0}}}};

    fuhe_figures_paragraph(page,
                           _("What {forms} forms of {departments} departments show together. It says where to look "
                             "first, never why; it is part of no score and stands in no notice to a department: it is "
                             "for reviewers alone."),
                           words);
}

static void write_section(struct fuhe_page *page, const struct fuhe_statistics *statistics,
                          const struct section *section) {
    fuhe_page_section_open(page, section->id, fuhe_statistics_heading(section->part));
    fuhe_page_markup(page, "<p class=\"soft method\">");
    fuhe_statistics_write_method(statistics, section->part, fuhe_page_text(page));
    fuhe_page_markup(page, "</p>\n");
    if (fuhe_statistics_is_there(statistics, section->part)) {
        section->write(page, statistics);
    }
    fuhe_page_section_close(page);
}

enum fuhe_status fuhe_statistics_page_write(struct fuhe_page *page, const struct fuhe_statistics *statistics,
                                            struct fuhe_error *err) {
    const struct fuhe_page_head head = {.address = FUHE_PAGE_STATISTICS, .title = fuhe_text_of(_("Statistics"))};

    FUHE_TRY(fuhe_page_open(page, &head, err));
    write_lead(page, statistics);
    write_contents(page);
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        write_section(page, statistics, &sections[i]);
    }
    return fuhe_page_close(page, err);
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

void fuhe_statistics_page_form(struct fuhe_page *page, const struct fuhe_statistics_forms *forms, size_t index) {
    const struct fuhe_statistics_form *form = &forms->items[index];
    char address[FUHE_ADDRESS_SIZE];

    fuhe_address_form(form->page, address);
    fuhe_page_markup(page, "<tr><th scope=\"row\" class=\"wide\">");
    fuhe_page_link(page, address,
                   form->project.length > 0 ? form->project
                   : form->id.length > 0    ? form->id
                                            : fuhe_text_of(_("(no project name)")));
    if (fuhe_statistics_is_ambiguous(forms, index)) {
        fuhe_crosscheck_place(page, form->file, form->number);
    }
    fuhe_page_markup(page, "</th>");
    fuhe_page_cell(page, form->department.length > 0 ? form->department : fuhe_text_of(_("no department")));
}

void fuhe_statistics_page_department(struct fuhe_page *page, const struct fuhe_statistics_department *department) {
    char address[FUHE_ADDRESS_SIZE];

    fuhe_address_department(department->number, 1, address);
    fuhe_page_markup(page, "<tr><th scope=\"row\" class=\"wide\">");
    fuhe_page_link(page, address, department->name.length > 0 ? department->name : fuhe_text_of(_("no department")));
    fuhe_page_markup(page, "</th>");
}
