/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of a page: heads with a scope, figures to the right, and a frame that scrolls where a screen is small. */
#include "html/page.h"
#include "report/translate.h"

static const char no_figure[] = "<td class=\"figure\">—</td>";

void fuhe_page_tag(struct fuhe_page *page, const char *kind, const char *word) {
    fuhe_page_markup(page, "<span class=\"tag ");
    fuhe_page_markup(page, kind);
    fuhe_page_markup(page, "\">");
    fuhe_page_word(page, word);
    fuhe_page_markup(page, "</span>");
}

const char *fuhe_page_kind(enum fuhe_severity severity) {
    return fuhe_severity_name(severity);
}

static void write_class(struct fuhe_page *page, const char *kind) {
    if (kind[0] != '\0') {
        fuhe_page_markup(page, " class=\"");
        fuhe_page_markup(page, kind);
        fuhe_page_markup(page, "\"");
    }
}

static void write_column(struct fuhe_page *page, const struct fuhe_page_column *column) {
    if (column->label[0] == '\0') {
        fuhe_page_markup(page, "<td></td>");
        return;
    }
    fuhe_page_markup(page, "<th scope=\"col\"");
    write_class(page, column->kind);
    fuhe_page_markup(page, ">");
    fuhe_page_word(page, _(column->label));
    fuhe_page_markup(page, "</th>");
}

void fuhe_page_table_open(struct fuhe_page *page, const char *caption, const char *kind,
                          const struct fuhe_page_column *columns) {
    fuhe_page_markup(page, "<div class=\"frame\" role=\"region\" tabindex=\"0\" aria-label=\"");
    fuhe_page_word(page, caption);
    fuhe_page_markup(page, "\"><table");
    write_class(page, kind);
    fuhe_page_markup(page, ">\n<caption>");
    fuhe_page_word(page, caption);
    fuhe_page_markup(page, "</caption>\n<thead><tr>");
    for (const struct fuhe_page_column *column = columns; column->label != NULL; column++) {
        write_column(page, column);
    }
    fuhe_page_markup(page, "</tr></thead>\n<tbody>\n");
}

void fuhe_page_table_close(struct fuhe_page *page) {
    fuhe_page_markup(page, "</tbody>\n</table></div>\n");
}

void fuhe_page_cell(struct fuhe_page *page, fuhe_text text) {
    fuhe_page_markup(page, "<td>");
    fuhe_page_write(page, text);
    fuhe_page_markup(page, "</td>");
}

static void write_figure(struct fuhe_page *page, struct fuhe_figure figure, unsigned places, const char *sign) {
    if (!figure.present) {
        fuhe_page_markup(page, no_figure);
        return;
    }
    fuhe_page_markup(page, "<td class=\"figure\">");
    fuhe_page_word(page, sign);
    fuhe_output_decimal(fuhe_page_text(page), figure.value, places);
    fuhe_page_markup(page, "</td>");
}

void fuhe_page_cell_figure(struct fuhe_page *page, struct fuhe_figure figure, unsigned places) {
    write_figure(page, figure, places, "");
}

void fuhe_page_cell_signed(struct fuhe_page *page, struct fuhe_figure figure, unsigned places) {
    write_figure(page, figure, places, figure.value.scaled > 0 ? "+" : "");
}

void fuhe_page_cell_count(struct fuhe_page *page, uint64_t count) {
    fuhe_page_markup(page, "<td class=\"figure\">");
    fuhe_output_size(fuhe_page_text(page), (size_t)count);
    fuhe_page_markup(page, "</td>");
}
