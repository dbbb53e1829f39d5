/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CROSSCHECK_FAMILY_H
#define FUHE_CROSSCHECK_FAMILY_H

#include "crosscheck/features.h"
#include "crosscheck/likeness.h"
#include "crosscheck/lines.h"
#include "engine/unit.h"

/* Inner part of the cross-check, for its files: one a family of findings. Each takes note of forms as they come by, and
 * adds its lines when a department ends, or at the end. Families return FUHE_STATUS_NO_MEMORY without saying so in an
 * error: crosscheck.c does. */

/* What is known of each form, by page - 1. */
struct fuhe_crosscheck_form {
    uint32_t department;
    uint32_t first; /* page of the first form of the same project: of the department and the unit, in any year; once
                       the department has ended, of any unit (repeats.c) */
};

/* --- copies.c --- */

/* Texts of one kind. */
struct fuhe_copies {
    enum fuhe_code code;
    size_t forms_min;
    struct fuhe_likeness *likeness;
    size_t compared; /* forms with such a text */
};

/* --- repeats.c --- */

struct fuhe_project_form {
    uint64_t project; /* like year, unit and document: the same number for the same one */
    uint32_t year;
    uint32_t unit;
    uint32_t document;
    uint32_t page;
};

/* The forms of the department at hand that name a project. */
struct fuhe_repeats {
    struct fuhe_project_form *items;
    size_t count;
    size_t capacity;
    size_t compared; /* in all departments */
};

/* --- uneven.c --- */

enum { FUHE_TREATMENTS_MAX = 1 << 16 };

/* A defect of a form, and what it was claimed at. */
struct fuhe_treatment {
    uint64_t key; /* equal for the same defect */
    fuhe_decimal weight;
    fuhe_decimal claimed;
    fuhe_decimal recomputed; /* not of words */
    uint32_t page;
    uint16_t row; /* from 1 */
    bool is_mild;
    uint8_t defect; /* enum fuhe_defect */
};

/* Those of the department at hand; beyond FUHE_TREATMENTS_MAX of them, later ones are not compared. */
struct fuhe_uneven {
    struct fuhe_treatment *items;
    size_t count;
    size_t capacity;
    size_t compared; /* forms with a defect, in all departments */
};

/* --- full_marks.c --- */

/* Of the department at hand. */
struct fuhe_full_marks {
    size_t forms;
    size_t full;
    size_t verified; /* with full marks by the rules too */
    fuhe_decimal marks;
    uint64_t first; /* page */
};

/* --- statements.c --- */

/* A statement that does not fit the forms of its own document. */
struct fuhe_open_statement {
    uint64_t department;
    uint64_t page;               /* the first form of its document */
    uint64_t year;               /* key of that of its forms; 0: any */
    struct fuhe_document around; /* with a copy of what it says */
    bool differs_in_projects;
    bool differs_in_funds;
    bool open; /* some form of the department could not be read: nothing can be said */
};

enum { FUHE_STATEMENT_YEARS_MAX = 8 };

/* The forms of a year, of the department at hand. */
struct fuhe_statement_forms {
    uint64_t year;          /* key; 0: any */
    struct fuhe_unit *all;  /* every form */
    struct fuhe_unit *once; /* each project once */
};

/* Statements of a department for more than FUHE_STATEMENT_YEARS_MAX years: nothing is said of further years. */
struct fuhe_statements {
    struct fuhe_open_statement *items; /* by department */
    size_t count;
    size_t capacity;
    struct fuhe_arena *arena; /* of their words */
    size_t next;              /* the first one of the department at hand, or of a later one */
    struct fuhe_statement_forms years[FUHE_STATEMENT_YEARS_MAX];
    size_t year_count; /* of the statements of the department at hand; 0 before its first form */
    uint64_t *seen;    /* keys of projects in `once`: a table with room, 0 is free */
    size_t seen_count;
    size_t seen_capacity;
};

struct fuhe_crosscheck {
    struct fuhe_lines lines;
    struct fuhe_crosscheck_count counts[FUHE_CODE_COUNT];
    struct fuhe_crosscheck_form *forms;
    size_t form_count; /* highest page so far */
    size_t form_capacity;
    uint8_t *marks;      /* a bit for each page, all 0 between groups: the project has been counted */
    size_t reason_count; /* compared, of all forms */
    bool has_name;       /* the department at hand */
    struct fuhe_copies goals;
    struct fuhe_copies indicators;
    struct fuhe_copies reasons;
    struct fuhe_repeats repeats;
    struct fuhe_uneven uneven;
    struct fuhe_full_marks full_marks;
    struct fuhe_statements statements;
    struct fuhe_arena *arena; /* of the department at hand */
    struct fuhe_features features;
};

/* A number for project and year within a department, 0 when the form names no project. */
uint64_t fuhe_repeats_key(const struct fuhe_form *form);

enum fuhe_status fuhe_copies_new(struct fuhe_crosscheck *crosscheck, struct fuhe_error *err);
enum fuhe_status fuhe_copies_add(struct fuhe_crosscheck *crosscheck, const struct fuhe_review *review, uint64_t page,
                                 struct fuhe_error *err);
enum fuhe_status fuhe_copies_finish(struct fuhe_crosscheck *crosscheck, struct fuhe_error *err);
void fuhe_copies_release(struct fuhe_crosscheck *crosscheck);

enum fuhe_status fuhe_repeats_add(struct fuhe_crosscheck *crosscheck, const struct fuhe_result *result, uint64_t page);
enum fuhe_status fuhe_repeats_end_department(struct fuhe_crosscheck *crosscheck, uint64_t department);
/* From now on, projects of one name are one, whichever units run them: for copies. */
enum fuhe_status fuhe_repeats_join_units(struct fuhe_crosscheck *crosscheck, uint64_t department);

enum fuhe_status fuhe_uneven_add(struct fuhe_crosscheck *crosscheck, const struct fuhe_review *review, uint64_t page);
enum fuhe_status fuhe_uneven_end_department(struct fuhe_crosscheck *crosscheck, uint64_t department);

enum fuhe_status fuhe_statements_new(struct fuhe_crosscheck *crosscheck);
enum fuhe_status fuhe_statements_take(struct fuhe_crosscheck *crosscheck,
                                      const struct fuhe_survey_statement *statement);
enum fuhe_status fuhe_statements_add(struct fuhe_crosscheck *crosscheck, const struct fuhe_review *review,
                                     uint64_t department);
enum fuhe_status fuhe_statements_end_department(struct fuhe_crosscheck *crosscheck, uint64_t department);
void fuhe_statements_release(struct fuhe_crosscheck *crosscheck);

void fuhe_full_marks_add(struct fuhe_crosscheck *crosscheck, const struct fuhe_review *review, uint64_t page);
enum fuhe_status fuhe_full_marks_end_department(struct fuhe_crosscheck *crosscheck, uint64_t department);

#endif
