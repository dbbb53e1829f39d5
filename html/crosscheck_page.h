/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_CROSSCHECK_PAGE_H
#define FUHE_HTML_CROSSCHECK_PAGE_H

#include "crosscheck/crosscheck.h"
#include "html/page.h"
#include "store/replay.h"

/* The cross-check: crosscheck.html with the first groups of each family, copied texts side by side and uneven treatment
 * face to face, and a chain of pages with every line. */
#define FUHE_PAGE_CROSSCHECK "crosscheck.html"
#define FUHE_PAGE_CROSSCHECK_LINES "lists/crosscheck-0001.html"

/* What it is written from; all of it is borrowed. */
struct fuhe_crosscheck_pages {
    struct fuhe_page *page;
    const struct fuhe_crosscheck *crosscheck;
    struct fuhe_survey *survey;
    struct fuhe_replay *replay;
};
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_pages_write(const struct fuhe_crosscheck_pages *pages,
                                                           struct fuhe_error *err);

/* --- its parts --- */

/* Lines of one group: `count` of them from `first` on. */
struct fuhe_crosscheck_group {
    size_t first;
    size_t count;
};

/* Two texts of a group of copies, side by side. Nothing for families without texts. */
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_texts(const struct fuhe_crosscheck_pages *pages,
                                                     const struct fuhe_crosscheck_group *group, struct fuhe_error *err);

/* A row of a table with what was let pass on the left and what was deducted on the right. */
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_uneven(const struct fuhe_crosscheck_pages *pages,
                                                      const struct fuhe_crosscheck_group *group,
                                                      struct fuhe_error *err);
extern const struct fuhe_page_column fuhe_crosscheck_uneven_columns[];

/* The cells of a line: whom it is about, the department, and what it says. */
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_cells(struct fuhe_page *page, struct fuhe_survey *survey,
                                                     const struct fuhe_crosscheck_line *line, struct fuhe_error *err);

/* "3: 12 forms": a group, by any of its lines. */
void fuhe_crosscheck_group_name(struct fuhe_page *page, const struct fuhe_crosscheck_line *line);

/* What it says as a sentence, with links to its row and to the form that it is like. */
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_sentence(struct fuhe_page *page, struct fuhe_survey *survey,
                                                        const struct fuhe_crosscheck_line *line,
                                                        struct fuhe_error *err);

/* Where a form stands, in small print; what it claims and what the rules give. */
void fuhe_crosscheck_place(struct fuhe_page *page, fuhe_text file, size_t number);
void fuhe_crosscheck_scores(struct fuhe_page *page, const struct fuhe_survey_form *form);

/* A link to a form by its project, to its row (from 1; 0 for none); to a department by its name. */
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_form(struct fuhe_page *page, struct fuhe_survey *survey, uint64_t form,
                                                    size_t row, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_department(struct fuhe_page *page, struct fuhe_survey *survey,
                                                          uint64_t department, struct fuhe_error *err);

/* What is said of one form on its page, and of a department on its own. */
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_of_form(struct fuhe_page *page, struct fuhe_survey *survey,
                                                       const struct fuhe_crosscheck *crosscheck, uint64_t form,
                                                       struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_of_department(struct fuhe_page *page, struct fuhe_survey *survey,
                                                             const struct fuhe_crosscheck *crosscheck,
                                                             uint64_t department, struct fuhe_error *err);

/* Every line, over as many pages as are needed. */
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_write_lines(const struct fuhe_crosscheck_pages *pages,
                                                           struct fuhe_error *err);

#endif
