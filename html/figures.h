/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_FIGURES_H
#define FUHE_HTML_FIGURES_H

#include "html/page.h"
#include "store/survey.h"

/* Figures as people write them, in short texts to put into sentences and cells. */
struct fuhe_figure_text {
    char bytes[64];
};

struct fuhe_figure_text fuhe_figures_of(fuhe_text text);                     /* as it is, as far as there is room */
struct fuhe_figure_text fuhe_figures_count(uint64_t count);                  /* "12,345" */
struct fuhe_figure_text fuhe_figures_points(fuhe_decimal points);            /* "91.48" */
struct fuhe_figure_text fuhe_figures_signed(fuhe_decimal points);            /* "+0.10" */
struct fuhe_figure_text fuhe_figures_percent(uint64_t part, uint64_t whole); /* "12.3%"; "—" of nothing */
struct fuhe_figure_text fuhe_figures_each(uint64_t sum, uint64_t count);     /* "3.7", half-up; "—" of nothing */
struct fuhe_figure_text fuhe_figures_money(struct fuhe_money money);         /* "1,234.56万元" or "12,345,600 yuan" */

/* Sentences with figures in them (report/template.h); words are ended by a row without name. */
struct fuhe_figures_word {
    const char *name;
    struct fuhe_figure_text text;
};
enum { FUHE_FIGURES_WORDS_MAX = 8 };
void fuhe_figures_words(struct fuhe_page *page, const char *sentence, const struct fuhe_figures_word *words);

/* A paragraph of one such sentence. */
void fuhe_figures_paragraph(struct fuhe_page *page, const char *sentence, const struct fuhe_figures_word *words);

/* "<td class="figure">…</td>" */
void fuhe_figures_cell(struct fuhe_page *page, struct fuhe_figure_text text);

/* Cells for how many findings are errors, warnings and notes; a dash for none. */
void fuhe_figures_severities(struct fuhe_page *page, const size_t counts[FUHE_SEVERITY_COUNT]);

#endif
