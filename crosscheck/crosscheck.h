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

/* Texts are compared from so many counted characters (blanks and punctuation apart) or indicators on; a reason is
 * boilerplate when so many forms have it; of what was treated less mildly, so many lines a group are kept. */
enum {
    FUHE_CROSSCHECK_GOAL_CHARACTERS_MIN = 20,
    FUHE_CROSSCHECK_INDICATORS_MIN = 5,
    FUHE_CROSSCHECK_REASON_CHARACTERS_MIN = 12,
    FUHE_CROSSCHECK_REASON_FORMS_MIN = 3,
    FUHE_CROSSCHECK_FULL_MARKS_FORMS_MIN = 3,
    FUHE_CROSSCHECK_HELD_AGAINST_MAX = 20,
    FUHE_CROSSCHECK_GROUP_LINES_MAX = 1000, /* lines of a group that are kept */
    FUHE_CROSSCHECK_REASONS_MAX = 1 << 19   /* reasons that are compared; beyond, later ones are not */
};

/* Which defect was treated differently. */
enum fuhe_defect {
    FUHE_DEFECT_NONE,
    FUHE_DEFECT_TARGET,    /* a number that misses its target, in rows of one category */
    FUHE_DEFECT_EXECUTION, /* an execution rate below what gives full points */
    FUHE_DEFECT_WORDS      /* the same words of a result that is not clearly the target */
};

const char *fuhe_defect_name(enum fuhe_defect defect); /* "target"; "" for none */

/* What a line is about. One finding is one or more lines of the same group. */
struct fuhe_crosscheck_line {
    enum fuhe_code code; /* copied-goal, copied-indicators, copied-reason, duplicate-project, all-full-marks,
                            uneven-treatment, statement-projects, statement-funds */
    size_t group;        /* from 1, within its code */
    size_t members;      /* of the group, listed or not; of a department or a document as a whole: its forms */
    size_t mild;         /* of these: how many were treated mildly; of all-full-marks: have full marks by the rules */
    uint64_t department; /* its number */
    uint64_t page;       /* the form; 0 when a department or a document as a whole is meant */
    size_t row;          /* indicator of the form, from 1; 0 when none is meant */
    uint64_t like;       /* page of the form that it is like, of the first form of a repeated project, of the first form
                            of the document with the statement or of the department as a whole; 0 for none */
    size_t like_row;
    unsigned similarity;           /* thousandths; of copies, but for the first of a group */
    enum fuhe_defect defect;       /* of uneven-treatment */
    struct fuhe_figure weight;     /* points of the row or of execution; of uneven-treatment */
    struct fuhe_figure claimed;    /* points, counts or money in 元, as the code says */
    struct fuhe_figure recomputed; /* what it is held against */
    bool treated_mildly;           /* of uneven-treatment: this is one that was not deducted */
};

struct fuhe_crosscheck_count {
    size_t groups; /* findings */
    size_t lines;
    size_t forms;    /* with at least one line; of departments and documents as a whole, all of theirs */
    size_t compared; /* n: forms with such a text, project or defect; departments, of all-full-marks; statements */
    size_t cleared;  /* statements that do not fit their own document, but all forms of its department */
};

FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_new(struct fuhe_crosscheck **crosscheck, struct fuhe_error *err);
void fuhe_crosscheck_free(struct fuhe_crosscheck *crosscheck); /* takes NULL */

/* Takes note of the statements that do not fit their own document. Before any form. */
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_add_statements(struct fuhe_crosscheck *crosscheck,
                                                              struct fuhe_survey *survey, struct fuhe_error *err);

/* Forms of one department after the other, each in input order. Nothing of result is kept. */
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_add(struct fuhe_crosscheck *crosscheck, const struct fuhe_result *result,
                                                   uint64_t page, uint64_t department, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_end_department(struct fuhe_crosscheck *crosscheck,
                                                              const struct fuhe_survey_department *department,
                                                              struct fuhe_error *err);
/* Finds what needs the whole. */
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_finish(struct fuhe_crosscheck *crosscheck, struct fuhe_error *err);

/* --- what was found, after finish --- */

struct fuhe_crosscheck_count fuhe_crosscheck_count(const struct fuhe_crosscheck *crosscheck, enum fuhe_code code);

/* All lines: by code in the order of FUHE_CODES, group, page, row. Groups: most members first, then by first page. */
size_t fuhe_crosscheck_lines(const struct fuhe_crosscheck *crosscheck);
struct fuhe_crosscheck_line fuhe_crosscheck_line(const struct fuhe_crosscheck *crosscheck, size_t index);

/* The lines of one form, by index as above: at most `capacity` of them; returns how many there are. Quick. */
size_t fuhe_crosscheck_of_page(const struct fuhe_crosscheck *crosscheck, uint64_t page, size_t *indices,
                               size_t capacity);

/* The codes that a batch is held against, in the order of FUHE_CODES. */
enum { FUHE_CROSSCHECK_FAMILIES = 8 };
extern const enum fuhe_code fuhe_crosscheck_families[FUHE_CROSSCHECK_FAMILIES];

#endif
