/* SPDX-License-Identifier: Apache-2.0 */
/* What the cross-check says of one form, and of the forms of one department: on their own pages. */
#include "crosscheck/crosscheck_words.h"
#include "html/crosscheck_page.h"
#include "html/figures.h"
#include "report/messages.h"
#include "report/translate.h"

enum { OF_FORM_MAX = 24, OF_DEPARTMENT_MAX = 6 };

static void open_part(struct fuhe_page *page) {
    fuhe_page_markup(page, "<h3>");
    fuhe_page_link(page, FUHE_PAGE_CROSSCHECK, fuhe_text_of(_("Cross-check")));
    fuhe_page_markup(page, "</h3>\n");
    fuhe_page_markup(page, "<p class=\"soft method\">");
    fuhe_page_word(page, fuhe_crosscheck_caution());
    fuhe_page_markup(page, "</p>\n");
}

static void write_heading(struct fuhe_page *page, enum fuhe_code code) {
    fuhe_page_markup(page, "<b>");
    fuhe_page_word(page, fuhe_crosscheck_heading(code));
    fuhe_page_word(page, _(": "));
    fuhe_page_markup(page, "</b>");
}

static void write_more(struct fuhe_page *page, size_t count) {
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(count)}, {NULL, {{0}}}};

    fuhe_figures_words(page, _("and {count} more"), words);
}

static void write_row(struct fuhe_page *page, size_t row) {
    const struct fuhe_figures_word words[] = {{"row", fuhe_figures_count(row)}, {NULL, {{0}}}};

    fuhe_page_markup(page, " <a href=\"#row-");
    fuhe_output_size(fuhe_page_text(page), row);
    fuhe_page_markup(page, "\">");
    fuhe_figures_words(page, _("row {row}"), words);
    fuhe_page_markup(page, "</a>");
}

/* --- a form ------------------------------------------------------------------------------------------------------- */

static enum fuhe_status write_line(struct fuhe_page *page, struct fuhe_survey *survey,
                                   const struct fuhe_crosscheck_line *line, struct fuhe_error *err) {
    fuhe_page_markup(page, "<li>");
    write_heading(page, line->code);
    FUHE_TRY(fuhe_crosscheck_sentence(page, survey, line, err));
    if (line->row > 0) {
        write_row(page, line->row);
    }
    fuhe_page_markup(page, "</li>\n");
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_crosscheck_of_form(struct fuhe_page *page, struct fuhe_survey *survey,
                                         const struct fuhe_crosscheck *crosscheck, uint64_t form,
                                         struct fuhe_error *err) {
    size_t indices[OF_FORM_MAX];
    const size_t count = fuhe_crosscheck_of_page(crosscheck, form, indices, OF_FORM_MAX);
    const size_t shown = count < OF_FORM_MAX ? count : OF_FORM_MAX;

    open_part(page);
    if (count == 0) {
        fuhe_page_element(page, "p", _("Nothing found."));
        return FUHE_STATUS_OK;
    }
    fuhe_page_markup(page, "<ul>\n");
    for (size_t i = 0; i < shown; i++) {
        const struct fuhe_crosscheck_line line = fuhe_crosscheck_line(crosscheck, indices[i]);
        FUHE_TRY(write_line(page, survey, &line, err));
    }
    if (count > shown) {
        fuhe_page_markup(page, "<li>");
        write_more(page, count - shown);
        fuhe_page_markup(page, "</li>\n");
    }
    fuhe_page_markup(page, "</ul>\n");
    return FUHE_STATUS_OK;
}

/* --- a department ------------------------------------------------------------------------------------------------- */

/* Its forms by family, counted while they are walked over; the first ones are kept for links. */
struct tally {
    const struct fuhe_crosscheck *crosscheck;
    size_t forms[FUHE_CODE_COUNT];
    uint64_t first[FUHE_CODE_COUNT][OF_DEPARTMENT_MAX];
};

static void count_form(struct tally *tally, enum fuhe_code code, uint64_t page) {
    const size_t count = tally->forms[code]++;

    if (count < OF_DEPARTMENT_MAX) {
        tally->first[code][count] = page;
    }
}

static enum fuhe_status take_form(void *context, const struct fuhe_survey_form *form) {
    struct tally *tally = context;
    bool seen[FUHE_CODE_COUNT] = {false};
    size_t indices[OF_FORM_MAX];
    const size_t count = fuhe_crosscheck_of_page(tally->crosscheck, form->page, indices, OF_FORM_MAX);

    for (size_t i = 0; i < count && i < OF_FORM_MAX; i++) {
        const enum fuhe_code code = fuhe_crosscheck_line(tally->crosscheck, indices[i]).code;
        if (!seen[code]) {
            count_form(tally, code, form->page);
        }
        seen[code] = true;
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status write_forms(struct fuhe_page *page, struct fuhe_survey *survey, const struct tally *tally,
                                    enum fuhe_code code, struct fuhe_error *err) {
    const size_t count = tally->forms[code];
    const struct fuhe_figures_word words[] = {{"forms", fuhe_figures_count(count)}, {NULL, {{0}}}};

    fuhe_page_markup(page, "<li>");
    write_heading(page, code);
    fuhe_figures_words(page, _("{forms} forms"), words);
    for (size_t i = 0; i < count && i < OF_DEPARTMENT_MAX; i++) {
        fuhe_page_word(page, i == 0 ? _(": ") : fuhe_message_list_separator());
        FUHE_TRY(fuhe_crosscheck_form(page, survey, tally->first[code][i], 0, err));
    }
    if (count > OF_DEPARTMENT_MAX) {
        fuhe_page_word(page, fuhe_message_list_separator());
        write_more(page, count - OF_DEPARTMENT_MAX);
    }
    fuhe_page_markup(page, "</li>\n");
    return FUHE_STATUS_OK;
}

/* What is said of a department or a document as a whole: the few lines without a form. Returns how many. */
static enum fuhe_status write_wholes(struct fuhe_page *page, struct fuhe_survey *survey,
                                     const struct fuhe_crosscheck *crosscheck, uint64_t department, size_t *written,
                                     struct fuhe_error *err) {
    size_t index = 0;

    for (size_t i = 0; i < FUHE_CROSSCHECK_FAMILIES; i++) {
        const size_t end = index + fuhe_crosscheck_count(crosscheck, fuhe_crosscheck_families[i]).lines;
        for (; index < end; index++) {
            const struct fuhe_crosscheck_line line = fuhe_crosscheck_line(crosscheck, index);
            if (line.page != 0) {
                index = end; /* no other line of the family is about a whole */
                break;
            }
            if (line.department == department) {
                FUHE_TRY(write_line(page, survey, &line, err));
                ++*written;
            }
        }
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_crosscheck_of_department(struct fuhe_page *page, struct fuhe_survey *survey,
                                               const struct fuhe_crosscheck *crosscheck, uint64_t department,
                                               struct fuhe_error *err) {
    const struct fuhe_survey_request forms = {.order = FUHE_SURVEY_BY_PAGE, .department = department};
    struct tally tally = {.crosscheck = crosscheck};
    size_t written = 0;

    FUHE_TRY(fuhe_survey_forms(survey, &forms, take_form, &tally, err));
    open_part(page);
    fuhe_page_markup(page, "<ul>\n");
    FUHE_TRY(write_wholes(page, survey, crosscheck, department, &written, err));
    for (size_t i = 0; i < FUHE_CROSSCHECK_FAMILIES; i++) {
        const enum fuhe_code code = fuhe_crosscheck_families[i];
        if (tally.forms[code] > 0) {
            FUHE_TRY(write_forms(page, survey, &tally, code, err));
            written++;
        }
    }
    if (written == 0) {
        fuhe_page_element(page, "li", _("Nothing found."));
    }
    fuhe_page_markup(page, "</ul>\n");
    return FUHE_STATUS_OK;
}
