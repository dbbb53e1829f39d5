/* SPDX-License-Identifier: Apache-2.0 */
/* What a person must look at, with links to the cells, and folded below it what is only likely and what was not read.
 */
#include "html/intake_parts.h"
#include "report/template.h"
#include "report/translate.h"

enum { LISTED_MAX = 200, QUOTED_MAX = 120 };

static bool is_in_view(const struct fuhe_recognition *recognition, const struct fuhe_mark *mark) {
    if (mark->grid == NULL) {
        return false;
    }
    const struct fuhe_intake_view view = fuhe_intake_view_of(recognition, mark->grid);
    return mark->row >= view.first_row && mark->row < view.row_end && mark->column < view.column_end;
}

static void write_item(struct fuhe_intake_page *page, const struct fuhe_recognition *recognition,
                       const struct fuhe_mark *mark) {
    const bool linked = is_in_view(recognition, mark);
    const struct fuhe_template_word words[] = {{"text", mark->text}, {NULL, {NULL, 0}}};
    struct fuhe_output *output = fuhe_page_text(page->page);

    fuhe_page_markup(page->page, mark->sureness == FUHE_SURE_UNSURE ? "<li>? " : "<li>~ ");
    if (linked) {
        fuhe_page_markup(page->page, "<a href=\"#");
        fuhe_intake_anchor(page, mark->grid, mark->row, mark->column);
        fuhe_page_markup(page->page, "\">");
    }
    page->wording->place(output, mark);
    fuhe_page_markup(page->page, linked ? "</a>" : "");
    fuhe_page_word(page->page, _(": "));
    if (mark->role != FUHE_ROLE_NONE && !fuhe_mark_is_of_row(mark)) {
        fuhe_page_word(page->page, page->wording->role(mark->role));
        fuhe_page_word(page->page, _(": "));
    }
    fuhe_page_word(page->page, page->wording->why(mark->why));
    if (!fuhe_mark_is_of_row(mark) && mark->text.length > 0 && mark->text.length <= QUOTED_MAX) {
        fuhe_template_words(output, _(" (“{text}”)"), words);
    }
    fuhe_page_markup(page->page, "</li>\n");
}

/* A shifted row has many marks and one line. */
static bool is_listed(const struct fuhe_recognised *form, size_t index, enum fuhe_sureness sureness) {
    return form->marks[index].sureness == sureness && !fuhe_mark_says_it_again(form->marks, index);
}

size_t fuhe_intake_count(const struct fuhe_recognised *form, enum fuhe_sureness sureness) {
    size_t count = 0;

    for (size_t i = 0; i < form->mark_count; i++) {
        count += is_listed(form, i, sureness);
    }
    return count;
}

static void write_list(struct fuhe_intake_page *page, const struct fuhe_recognition *recognition,
                       const struct fuhe_recognised *form, enum fuhe_sureness sureness) {
    const size_t count = fuhe_intake_count(form, sureness);
    char number[FUHE_SIZE_TEXT_SIZE];
    size_t listed = 0;

    fuhe_page_markup(page->page, "<ul class=\"doubts\">\n");
    for (size_t i = 0; i < form->mark_count && listed < LISTED_MAX; i++) {
        if (is_listed(form, i, sureness)) {
            write_item(page, recognition, &form->marks[i]);
            listed++;
        }
    }
    if (count > listed) {
        const struct fuhe_template_word words[] = {{"count", {number, fuhe_size_format(count - listed, number)}},
                                                   {NULL, {NULL, 0}}};
        fuhe_page_markup(page->page, "<li>");
        fuhe_template_words(fuhe_page_text(page->page), _("and {count} more"), words);
        fuhe_page_markup(page->page, "</li>\n");
    }
    fuhe_page_markup(page->page, "</ul>\n");
}

static void write_form_line(struct fuhe_intake_page *page, const struct fuhe_recognised *form, const char *element) {
    fuhe_page_markup(page->page, element);
    fuhe_page_write(page->page, form->form.id.text);
    fuhe_page_word(page->page, " ");
    fuhe_page_write(page->page, form->form.project.text);
}

void fuhe_intake_doubts(struct fuhe_intake_page *page, const struct fuhe_recognition *recognition) {
    for (size_t i = 0; i < recognition->form_count; i++) {
        const struct fuhe_recognised *form = recognition->forms[i];
        if (fuhe_intake_count(form, FUHE_SURE_UNSURE) > 0) {
            write_form_line(page, form, "<h3>");
            fuhe_page_word(page->page, form->needs_look ? _(": a person must look at this form") : "");
            fuhe_page_markup(page->page, "</h3>\n");
            write_list(page, recognition, form, FUHE_SURE_UNSURE);
        }
        if (fuhe_intake_count(form, FUHE_SURE_LIKELY) > 0) {
            write_form_line(page, form, "<details><summary>");
            fuhe_page_word(page->page, _(": likely, or not read ("));
            fuhe_output_size(fuhe_page_text(page->page), fuhe_intake_count(form, FUHE_SURE_LIKELY));
            fuhe_page_word(page->page, _(")"));
            fuhe_page_markup(page->page, "</summary>\n");
            write_list(page, recognition, form, FUHE_SURE_LIKELY);
            fuhe_page_markup(page->page, "</details>\n");
        }
    }
}
