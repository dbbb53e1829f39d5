/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_WORKBOOK_BOOK_H
#define FUHE_WORKBOOK_BOOK_H

#include "workbook/tables.h"

/* One file of the report. It appears under its name once it is complete. */
struct fuhe_book;

/* number is 1 for review.xlsx, 2 for review-2.xlsx. */
FUHE_MUST_USE enum fuhe_status fuhe_book_new(const char *folder, size_t number, struct fuhe_book **book,
                                             struct fuhe_error *err);
void fuhe_book_free(struct fuhe_book *book); /* takes NULL; what has not been closed is given up */

size_t fuhe_book_forms(const struct fuhe_book *book);
/* Lines of the longest sheet. */
size_t fuhe_book_lines(const struct fuhe_book *book);

FUHE_MUST_USE enum fuhe_status fuhe_book_add_form(struct fuhe_book *book, const struct fuhe_result *result,
                                                  uint64_t page, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_book_add_unit(struct fuhe_book *book, const char *file,
                                                  const struct fuhe_unit_review *review, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_book_add_failure(struct fuhe_book *book, const char *file,
                                                     const struct fuhe_error *error, struct fuhe_error *err);

/* live: counts and sums may be formulas over the overview. */
FUHE_MUST_USE enum fuhe_status fuhe_book_add_department(struct fuhe_book *book,
                                                        const struct fuhe_survey_department *department, bool live,
                                                        struct fuhe_error *err);

/* The gauge of a department, behind those of all forms of this book. */
FUHE_MUST_USE enum fuhe_status fuhe_book_add_ease(struct fuhe_book *book,
                                                  const struct fuhe_survey_department *department,
                                                  const struct fuhe_gauge *gauge, struct fuhe_error *err);

/* Whole sheets, in this order. */
FUHE_MUST_USE enum fuhe_status
fuhe_book_add_statistics(struct fuhe_book *book, const struct fuhe_statistics *statistics, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status
fuhe_book_add_crosscheck(struct fuhe_book *book, const struct fuhe_crosscheck_extent *extent, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_book_add_samples(struct fuhe_book *book, const struct fuhe_sample *samples,
                                                     struct fuhe_error *err);

/* Writes the file. about->forms is filled in. The book is only to be freed then. */
FUHE_MUST_USE enum fuhe_status fuhe_book_close(struct fuhe_book *book, struct fuhe_about about, struct fuhe_error *err);

#endif
