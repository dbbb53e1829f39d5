/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_WORKBOOK_WORKBOOK_H
#define FUHE_WORKBOOK_WORKBOOK_H

#include "store/replay.h"
#include "sample/sample.h"
#include "stats/statistics.h"
#include "store/survey.h"

/* The report as a workbook (.xlsx) for people who check by recalculating: every score and total is a formula over the
 * cells beside it. Memory does not grow with the number of forms. What does not fit on a sheet goes on in the next
 * file: review.xlsx, review-2.xlsx, … */
struct fuhe_workbook;

/* folder exists; borrowed. */
FUHE_MUST_USE enum fuhe_status fuhe_workbook_new(const char *folder, bool complete, struct fuhe_workbook **workbook,
                                                 struct fuhe_error *err);
void fuhe_workbook_free(struct fuhe_workbook *workbook); /* takes NULL; what has not been finished is given up */

/* In input order (replay.h). */
FUHE_MUST_USE enum fuhe_status fuhe_workbook_add_form(struct fuhe_workbook *workbook, const struct fuhe_result *result,
                                                      uint64_t page, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_workbook_add_unit(struct fuhe_workbook *workbook, const char *file,
                                                      const struct fuhe_unit_review *review, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_workbook_add_failure(struct fuhe_workbook *workbook, const char *file,
                                                         const struct fuhe_error *error, struct fuhe_error *err);

/* What is known of the whole at the end. */
struct fuhe_workbook_end {
    struct fuhe_survey *survey;
    const struct fuhe_statistics *statistics; /* NULL: no sheet of them */
    const struct fuhe_sample *samples;        /* likewise; one for each method (sample/sample.h) */
};
FUHE_MUST_USE enum fuhe_status fuhe_workbook_finish(struct fuhe_workbook *workbook, const struct fuhe_workbook_end *end,
                                                    struct fuhe_error *err);

#endif
