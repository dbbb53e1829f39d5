/* SPDX-License-Identifier: Apache-2.0 */
/* The page of the samples, for who sends people to fetch forms from the shelf. By money comes first: it alone says
 * something about all forms. */
#include "html/sample_page.h"

#include "html/figures.h"
#include "html/grades.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "report/translate.h"
#include "sample/sample_words.h"

static const struct section {
    enum fuhe_sample_method method;
    const char *id;
    const char *heading;
    const char *caption;
} sections[] = {
    {FUHE_SAMPLE_MONEY, "money", N_("By money: for a statement about all forms"),
     N_("Forms drawn by money, in the order of the input")},
    {FUHE_SAMPLE_RISK, "risk", N_("By risk: for finding as much as possible"),
     N_("Forms of the highest risk, highest first")},
};

/* --- a form ------------------------------------------------------------------------------------------------------- */

static void write_project(struct fuhe_page *page, const struct fuhe_sample_item *item) {
    const struct fuhe_figures_word words[] = {{"number", fuhe_figures_count(item->number)}, {NULL, {{0}}}};
    char address[FUHE_ADDRESS_SIZE];

    fuhe_address_form(item->page, address);
    fuhe_page_markup(page, "<th scope=\"row\" class=\"wide\">");
    fuhe_page_link(page, address,
                   item->project.length > 0 ? item->project
                   : item->id.length > 0    ? item->id
                                            : fuhe_text_of(_("(no project name)")));
    fuhe_page_markup(page, "<small>");
    fuhe_page_write(page, item->file);
    fuhe_page_word(page, _(", "));
    fuhe_figures_words(page, _("form {number}"), words);
    fuhe_page_markup(page, "</small></th>");
}

static void write_grade(struct fuhe_page *page, const struct fuhe_pack_library *library,
                        const struct fuhe_sample_item *item) {
    fuhe_page_cell(page, item->grade.length > 0 ? fuhe_grades_name(library, item->pack, item->grade) : FUHE_TEXT("—"));
}

static void write_why(struct fuhe_page *page, const struct fuhe_sample_item *item) {
    fuhe_page_markup(page, "<td class=\"wide\">");
    fuhe_sample_write_risk(item, fuhe_page_text(page));
    fuhe_page_markup(page, "<small>");
    fuhe_sample_write_findings(item, fuhe_page_text(page));
    fuhe_page_markup(page, "</small></td>");
}

/* How often it was drawn. */
static void write_hits(struct fuhe_page *page, const struct fuhe_sample_item *item) {
    if (item->certain) {
        fuhe_page_cell(page, fuhe_text_of(_("with any seed")));
    } else {
        fuhe_figures_cell(page, fuhe_figures_count(item->hits));
    }
}

static void write_item(struct fuhe_page *page, const struct fuhe_sample *sample,
                       const struct fuhe_pack_library *library, size_t index) {
    const struct fuhe_sample_item *item = &sample->items[index];

    fuhe_page_markup(page, "<tr>");
    fuhe_figures_cell(page, fuhe_figures_count(index + 1));
    write_project(page, item);
    fuhe_page_cell_figure(page, item->claimed_points, 2);
    fuhe_page_cell_figure(page, item->verified, 2);
    fuhe_figures_cell(page, fuhe_figures_count(item->risk));
    fuhe_page_cell_signed(page, item->deviation, 2);
    write_grade(page, library, item);
    fuhe_page_cell(page, item->department.length > 0 ? item->department : fuhe_text_of(_("no department")));
    fuhe_figures_cell(page, fuhe_figures_money(item->budget));
    if (sample->request.method == FUHE_SAMPLE_MONEY) {
        write_hits(page, item);
    }
    write_why(page, item);
    fuhe_page_markup(page, "</tr>\n");
}

/* --- a sample ----------------------------------------------------------------------------------------------------- */

/* A sentence that does not apply has no paragraph. */
static void write_sentences(struct fuhe_page *page, const struct fuhe_sample *sample, enum fuhe_sample_sentence from,
                            enum fuhe_sample_sentence to, const char *open, const char *close) {
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    for (int i = (int)from; memory != NULL && i <= (int)to; i++) {
        if (fuhe_sample_write_sentence(sample, (enum fuhe_sample_sentence)i, &memory->output)) {
            fuhe_page_markup(page, open);
            fuhe_page_write(page, fuhe_memory_output_text(memory));
            fuhe_page_markup(page, close);
            fuhe_memory_output_reset(memory);
        }
    }
    fuhe_memory_output_free(memory);
}

static void write_items(struct fuhe_page *page, const struct fuhe_sample *sample,
                        const struct fuhe_pack_library *library, const char *caption) {
    /* What decides comes first: a small screen shows no more. */
#define BEGIN                                                                                                          \
    {N_("No."), "figure"}, {N_("Project"), "wide"}, {N_("Claimed"), "figure"}, {N_("Verified"), "figure"},             \
        {N_("Risk"), "figure"}, {N_("Deviation"), "figure"}, {N_("Review grade"), ""}, {N_("Department"), ""}, {       \
        N_("Budget"), "figure"                                                                                         \
    }
#define END                                                                                                            \
    { N_("Why it is worth a look"), "wide" }
    static const struct fuhe_page_column by_risk[] = {BEGIN, END, {NULL, NULL}};
    static const struct fuhe_page_column by_money[] = {BEGIN, {N_("Draws"), "figure"}, END, {NULL, NULL}};
#undef BEGIN
#undef END

    fuhe_page_table_open(page, caption, "list sample",
                         sample->request.method == FUHE_SAMPLE_MONEY ? by_money : by_risk);
    for (size_t i = 0; i < sample->count; i++) {
        write_item(page, sample, library, i);
    }
    fuhe_page_table_close(page);
}

static void write_section(struct fuhe_page *page, const struct section *section, const struct fuhe_sample *sample,
                          const struct fuhe_pack_library *library) {
    fuhe_page_section_open(page, section->id, _(section->heading));
    write_sentences(page, sample, FUHE_SAMPLE_DRAWING, FUHE_SAMPLE_REPEATS, "<p class=\"soft method\">", "</p>\n");
    write_sentences(page, sample, FUHE_SAMPLE_MEANING, FUHE_SAMPLE_CONDITION, "<p>", "</p>\n");
    if (sample->count > 0) {
        write_items(page, sample, library, _(section->caption));
    }
    fuhe_page_section_close(page);
}

/* --- the page ----------------------------------------------------------------------------------------------------- */

static void write_steps(struct fuhe_page *page, const struct fuhe_sample *by_money) {
    fuhe_page_markup(page, "<ol>\n");
    fuhe_page_element(page, "li",
                      _("Choose the list: by money, when something is to be said about all forms; by risk, when as "
                        "much as possible is to be found."));
    fuhe_page_element(page, "li",
                      _("Review each of its forms by hand, on paper and with its evidence; leave none out and exchange "
                        "none for another one."));
    if (by_money->count > 0) {
        write_sentences(page, by_money, FUHE_SAMPLE_RECKONING, FUHE_SAMPLE_RECKONING, "<li>", "</li>\n");
    }
    fuhe_page_markup(page, "</ol>\n");
}

enum fuhe_status fuhe_sample_page_write(struct fuhe_page *page, const struct fuhe_sample *samples,
                                        const struct fuhe_pack_library *library, struct fuhe_error *err) {
    const struct fuhe_page_head head = {.address = FUHE_PAGE_SAMPLE,
                                        .title = fuhe_text_of(_("Forms to review by hand"))};
    static const struct fuhe_page_content rows[] = {
        {"#money", N_("By money: for a statement about all forms")},
        {"#risk", N_("By risk: for finding as much as possible")},
        {NULL, NULL},
    };

    FUHE_TRY(fuhe_page_open(page, &head, err));
    fuhe_page_element(page, "p",
                      _("Not every form can be looked at by hand. These two lists say which ones to take. They are for "
                        "reviewers alone and stand in no notice to a department."));
    write_steps(page, &samples[FUHE_SAMPLE_MONEY]);
    fuhe_page_contents(page, rows);
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
        write_section(page, &sections[i], &samples[sections[i].method], library);
    }
    return fuhe_page_close(page, err);
}
