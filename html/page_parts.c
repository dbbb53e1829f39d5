/* SPDX-License-Identifier: Apache-2.0 */
/* What pages are divided into: sections, pictures with a caption, notes, and the links to all of them. */
#include "html/page.h"
#include "report/translate.h"

void fuhe_page_note(struct fuhe_page *page, const char *words) {
    fuhe_page_markup(page, "<p class=\"soft\">");
    fuhe_page_word(page, words);
    fuhe_page_markup(page, "</p>\n");
}

void fuhe_page_section_open(struct fuhe_page *page, const char *id, const char *heading) {
    fuhe_page_markup(page, "<section id=\"");
    fuhe_page_markup(page, id);
    fuhe_page_markup(page, "\">\n");
    fuhe_page_element(page, "h2", heading);
}

void fuhe_page_section_close(struct fuhe_page *page) {
    fuhe_page_markup(page, "</section>\n");
}

void fuhe_page_figure_open(struct fuhe_page *page, const char *caption) {
    fuhe_page_markup(page, "<figure>\n<figcaption>");
    fuhe_page_word(page, caption);
    fuhe_page_markup(page, "</figcaption>\n");
}

void fuhe_page_figure_close(struct fuhe_page *page) {
    fuhe_page_markup(page, "</figure>\n");
}

void fuhe_page_contents(struct fuhe_page *page, const struct fuhe_page_content *rows) {
    fuhe_page_markup(page, "<nav class=\"contents screen\" aria-label=\"");
    fuhe_page_word(page, _("Contents"));
    fuhe_page_markup(page, "\"><ul>\n");
    for (; rows->address != NULL; rows++) {
        fuhe_page_markup(page, "<li><a href=\"");
        fuhe_page_markup(page, rows->address);
        fuhe_page_markup(page, "\">");
        fuhe_page_word(page, _(rows->label));
        fuhe_page_markup(page, "</a></li>\n");
    }
    fuhe_page_markup(page, "</ul></nav>\n");
}
