/* SPDX-License-Identifier: Apache-2.0 */
/* Projects that came in more than once, as rows above what single documents show. Which of their forms holds, nobody
 * can tell from the forms: all are named, the first some with links. */
#include "html/crosscheck_page.h"
#include "html/figures.h"
#include "html/replay_pages.h"
#include "report/messages.h"
#include "report/translate.h"

enum { FORMS_MAX = 20 };

struct walk {
    struct fuhe_parts *parts;
    size_t named; /* forms of the project at hand; 0 before the first project */
    size_t forms;
    struct fuhe_error *err;
};

static void close_row(struct walk *walk) {
    struct fuhe_page *page = walk->parts->page;
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(walk->forms - FORMS_MAX)}, {NULL, {{0}}}};

    if (walk->named == 0) {
        return;
    }
    if (walk->forms > FORMS_MAX) {
        fuhe_page_markup(page, "<li>");
        fuhe_figures_words(page, _("and {count} more"), words);
        fuhe_page_markup(page, "</li>");
    }
    fuhe_page_markup(page, "</ul></td></tr>\n");
}

static void write_project(struct fuhe_page *page, const struct fuhe_survey_form *form) {
    fuhe_page_write(page, form->project);
    if (form->department_name.length > 0) {
        fuhe_page_word(page, _(", "));
        fuhe_page_write(page, form->department_name);
    }
    if (form->year.length > 0) {
        fuhe_page_word(page, _(", "));
        fuhe_page_write(page, form->year);
    }
    fuhe_page_word(page, _(": "));
}

static void open_row(struct walk *walk, const struct fuhe_survey_repeated *repeated) {
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(repeated->forms)}, {NULL, {{0}}}};
    struct fuhe_page *page = walk->parts->page;

    fuhe_page_markup(page, "<tr><th scope=\"row\">");
    fuhe_page_write(page, repeated->form.file);
    fuhe_page_markup(page, "</th><td>");
    fuhe_page_tag(page, "warning", fuhe_message_severity(FUHE_SEVERITY_WARNING));
    fuhe_page_markup(page, " ");
    fuhe_page_word(page, _("Project came in repeatedly"));
    fuhe_page_markup(page, "</td><td class=\"wide\">");
    write_project(page, &repeated->form);
    fuhe_figures_words(page,
                       _("{count} forms in more than one file; every one of them counts, with its money and its "
                         "findings."),
                       words);
    fuhe_page_markup(page, " <span class=\"soft\">");
    fuhe_page_word(page, _("Find out which one holds, take the others out of the folder and run the batch again."));
    fuhe_page_markup(page, "</span></td><td><ul>");
    walk->named = 0;
    walk->forms = repeated->forms;
}

/* "<a>a.xml</a>, form 2: claimed 99.5, verified 96.5" */
static void write_form(struct fuhe_page *page, const struct fuhe_survey_form *form) {
    const struct fuhe_figures_word words[] = {{"number", fuhe_figures_count(form->number)}, {NULL, {{0}}}};
    char address[FUHE_ADDRESS_SIZE];

    fuhe_address_form(form->page, address);
    fuhe_page_markup(page, "<li>");
    fuhe_page_link(page, address, form->file);
    fuhe_figures_words(page, _(", form {number}"), words);
    fuhe_page_word(page, _(": "));
    fuhe_crosscheck_scores(page, form);
    fuhe_page_markup(page, "</li>");
}

static enum fuhe_status take(void *context, const struct fuhe_survey_repeated *repeated) {
    struct walk *walk = context;

    if (repeated->form.page == repeated->first) {
        close_row(walk);
        FUHE_TRY(fuhe_parts_next(walk->parts, walk->err));
        open_row(walk, repeated);
    }
    if (walk->named < FORMS_MAX) {
        write_form(walk->parts->page, &repeated->form);
    }
    walk->named++;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_documents_add_repeats(struct fuhe_parts *parts, struct fuhe_survey *survey,
                                            struct fuhe_error *err) {
    struct walk walk = {.parts = parts, .err = err};

    FUHE_TRY(fuhe_survey_repeated_forms(survey, take, &walk, err));
    close_row(&walk);
    return FUHE_STATUS_OK;
}
