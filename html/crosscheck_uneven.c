/* SPDX-License-Identifier: Apache-2.0 */
/* The same defect treated differently: on the left where full points are claimed, on the right where some were
 * deducted, so that the eye can go from one to the other. */
#include "html/crosscheck_page.h"
#include "html/figures.h"
#include "report/translate.h"

enum { SHOWN = 5 }; /* lines a side */

const struct fuhe_page_column fuhe_crosscheck_uneven_columns[] = {
    {N_("Department and defect"), ""},
    {N_("Full points claimed"), "wide"},
    {N_("Points deducted"), "wide"},
    {NULL, NULL},
};

static const char *words_of(enum fuhe_defect defect) {
    static const char *const words[] = {
        [FUHE_DEFECT_NONE] = "",
        [FUHE_DEFECT_TARGET] = N_("a number that misses its target"),
        [FUHE_DEFECT_EXECUTION] = N_("an execution rate below full points"),
        [FUHE_DEFECT_WORDS] = N_("a result in the same words"),
    };

    return _(words[defect]);
}

static struct fuhe_figure_text points(struct fuhe_figure figure) {
    struct fuhe_figure_text text = {"—"};

    if (figure.present) {
        (void)fuhe_decimal_format(figure.value, 0, text.bytes);
    }
    return text;
}

static enum fuhe_status write_line(const struct fuhe_crosscheck_pages *pages, const struct fuhe_crosscheck_line *line,
                                   struct fuhe_error *err) {
    const struct fuhe_figures_word words[] = {{"claimed", points(line->claimed)},
                                              {"weight", points(line->weight)},
                                              {"recomputed", points(line->recomputed)},
                                              {NULL, {{0}}}};

    fuhe_page_markup(pages->page, "<li>");
    FUHE_TRY(fuhe_crosscheck_form(pages->page, pages->survey, line->page, line->row, err));
    fuhe_page_word(pages->page, _(": "));
    fuhe_figures_words(pages->page,
                       line->recomputed.present ? _("{claimed} of {weight} points, {recomputed} by the rules")
                                                : _("{claimed} of {weight} points"),
                       words);
    fuhe_page_markup(pages->page, "</li>\n");
    return FUHE_STATUS_OK;
}

static void write_more(struct fuhe_page *page, size_t count, size_t all) {
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(all - count)}, {NULL, {{0}}}};

    if (all > count) {
        fuhe_page_markup(page, "<li>");
        fuhe_figures_words(page, _("and {count} more"), words);
        fuhe_page_markup(page, "</li>\n");
    }
}

static enum fuhe_status write_side(const struct fuhe_crosscheck_pages *pages, const struct fuhe_crosscheck_group *group,
                                   bool mild, size_t all, struct fuhe_error *err) {
    size_t shown = 0;

    fuhe_page_markup(pages->page, "<td class=\"wide\"><ul>\n");
    for (size_t i = 0; i < group->count && shown < SHOWN; i++) {
        const struct fuhe_crosscheck_line line = fuhe_crosscheck_line(pages->crosscheck, group->first + i);
        if (line.treated_mildly == mild) {
            FUHE_TRY(write_line(pages, &line, err));
            shown++;
        }
    }
    write_more(pages->page, shown, all);
    fuhe_page_markup(pages->page, "</ul></td>");
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_crosscheck_uneven(const struct fuhe_crosscheck_pages *pages,
                                        const struct fuhe_crosscheck_group *group, struct fuhe_error *err) {
    const struct fuhe_crosscheck_line line = fuhe_crosscheck_line(pages->crosscheck, group->first);

    fuhe_page_markup(pages->page, "<tr><th scope=\"row\">");
    FUHE_TRY(fuhe_crosscheck_department(pages->page, pages->survey, line.department, err));
    fuhe_page_markup(pages->page, "<small>");
    fuhe_page_word(pages->page, words_of(line.defect));
    fuhe_page_markup(pages->page, "</small></th>");
    FUHE_TRY(write_side(pages, group, true, line.mild, err));
    FUHE_TRY(write_side(pages, group, false, line.members - line.mild, err));
    fuhe_page_markup(pages->page, "</tr>\n");
    return FUHE_STATUS_OK;
}
