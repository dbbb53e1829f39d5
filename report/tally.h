/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_TALLY_H
#define FUHE_REPORT_TALLY_H

#include "report/record.h"

/* Counts over any number of results. Tallies of parts, added up in order, are the tally of the whole. */

enum { FUHE_TALLY_GRADES_MAX = 16 };

struct fuhe_tally {
    size_t files;
    size_t forms;
    size_t failures; /* files and single forms that could not be read */
    size_t states[FUHE_REVIEW_UNSCORED + 1];
    size_t findings[FUHE_CODE_COUNT][FUHE_SEVERITY_COUNT];
    /* Grade names of the packs, in order of appearance; place 0 is for no grade. Borrowed from the packs. */
    fuhe_text grades[FUHE_TALLY_GRADES_MAX];
    size_t grade_count;
    size_t matrix[FUHE_TALLY_GRADES_MAX][FUHE_TALLY_GRADES_MAX];  /* claimed by recommended */
    size_t partial[FUHE_TALLY_GRADES_MAX][FUHE_TALLY_GRADES_MAX]; /* of the matrix, forms scored in part */
};

void fuhe_tally_reset(struct fuhe_tally *tally);
void fuhe_tally_add_form(struct fuhe_tally *tally, const struct fuhe_result *result);
void fuhe_tally_add_unit(struct fuhe_tally *tally, const struct fuhe_unit_review *review);
/* Counts a form's grades alone, by their ids; empty for none. New ones are borrowed. */
void fuhe_tally_add_grades(struct fuhe_tally *tally, enum fuhe_review_state state, fuhe_text claimed,
                           fuhe_text recommended);
void fuhe_tally_add(struct fuhe_tally *tally, const struct fuhe_tally *later);

/* How many findings have a severity. */
size_t fuhe_tally_findings(const struct fuhe_tally *tally, enum fuhe_severity severity);

/* The same figures for the closing line of a report. */
struct fuhe_report_summary fuhe_tally_summary(const struct fuhe_tally *tally);

/* Writes the counts as one JSON object (docs/batch.md) and ends the line. complete: nothing was left undone. */
void fuhe_tally_write(const struct fuhe_tally *tally, bool complete, struct fuhe_output *output);

#endif
