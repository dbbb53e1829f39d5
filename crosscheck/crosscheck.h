/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CROSSCHECK_CROSSCHECK_H
#define FUHE_CROSSCHECK_CROSSCHECK_H

#include "engine/arena.h"
#include "engine/output.h"
#include "engine/result.h"
#include "store/survey.h"

/* What shows when the forms of a batch are held against one another: texts that were copied, projects that came in
 * repeatedly, the same defect treated differently, departments that claim full marks throughout, statements that do not
 * fit their forms. Each is a reason to look, never a verdict, and changes no score.
 *
 * Built while the forms come by, department by department (stats/gather.c), then const. */
struct fuhe_crosscheck;

/* What a line is about. One finding is one or more lines of the same group. */
struct fuhe_crosscheck_line {
    enum fuhe_code code; /* copied-goal, copied-indicators, copied-reason, duplicate-project, all-full-marks,
                            uneven-treatment, statement-projects, statement-funds */
    size_t group;        /* from 1, within its code */
    size_t members;      /* lines of the group */
    uint64_t department; /* its number */
    uint64_t page;       /* the form; 0 when a department or a document as a whole is meant */
    size_t row;          /* indicator of the form, from 1; 0 when none is meant */
    uint64_t like;       /* page of the form that it is like; 0 for none */
    size_t like_row;
    unsigned similarity;           /* thousandths; of copies */
    struct fuhe_figure claimed;    /* points, counts or money in 元, as the code says */
    struct fuhe_figure recomputed; /* what it is held against */
    bool treated_mildly;           /* of uneven-treatment: this is one that was not deducted */
};

struct fuhe_crosscheck_count {
    size_t groups; /* findings */
    size_t lines;
    size_t forms; /* with at least one line */
};

FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_new(struct fuhe_crosscheck **crosscheck, struct fuhe_error *err);
void fuhe_crosscheck_free(struct fuhe_crosscheck *crosscheck); /* takes NULL */

/* Forms of one department after the other, each in input order. Nothing of result is kept. */
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_add(struct fuhe_crosscheck *crosscheck, const struct fuhe_result *result,
                                                   uint64_t page, uint64_t department, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_end_department(struct fuhe_crosscheck *crosscheck,
                                                              const struct fuhe_survey_department *department,
                                                              struct fuhe_error *err);
/* Finds what needs the whole. survey is borrowed for the call. */
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_finish(struct fuhe_crosscheck *crosscheck, struct fuhe_survey *survey,
                                                      struct fuhe_error *err);

/* --- what was found, after finish --- */

struct fuhe_crosscheck_count fuhe_crosscheck_count(const struct fuhe_crosscheck *crosscheck, enum fuhe_code code);

/* All lines: by code in the order of FUHE_CODES, group, page, row. Groups: most members first, then by first page. */
size_t fuhe_crosscheck_lines(const struct fuhe_crosscheck *crosscheck);
struct fuhe_crosscheck_line fuhe_crosscheck_line(const struct fuhe_crosscheck *crosscheck, size_t index);

/* The lines of one form, by index as above: at most `capacity` of them; returns how many there are. Quick. */
size_t fuhe_crosscheck_of_page(const struct fuhe_crosscheck *crosscheck, uint64_t page, size_t *indices,
                               size_t capacity);

#endif
