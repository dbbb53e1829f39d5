/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BLANK_PAPER_H
#define FUHE_BLANK_PAPER_H

#include <xlsxwriter.h>

#include "blank/words.h"

/* An empty form on a sheet of a workbook. What goes wrong is kept, and later writes are no-ops. */

enum fuhe_paper_look {
    FUHE_LOOK_TITLE,
    FUHE_LOOK_LABEL, /* the form's own words */
    FUHE_LOOK_TEXT,  /* to be filled in */
    FUHE_LOOK_WORD,  /* likewise, short, in the middle */
    FUHE_LOOK_NUMBER,
    FUHE_LOOK_FORMULA, /* the only cells that are protected */
    FUHE_LOOK_CHECK,   /* a message above the form */
    FUHE_LOOK_HEADING, /* of the instructions */
    FUHE_LOOK_LINE,    /* of the instructions */
    FUHE_LOOK_OPEN,    /* any other cell */
    FUHE_LOOK_COUNT
};

enum fuhe_paper_mark { FUHE_MARK_GOOD, FUHE_MARK_DOUBTFUL, FUHE_MARK_BAD, FUHE_MARK_COUNT };

/* Rows of the sheet, from 0. The checks stand above the form and do not go on paper. */
enum {
    FUHE_PAPER_CHECKS,
    FUHE_PAPER_GROUPS,
    FUHE_PAPER_TITLE,
    FUHE_PAPER_PROJECT,
    FUHE_PAPER_DEPARTMENT,
    FUHE_PAPER_FUNDS, /* their header */
    FUHE_PAPER_TOTAL_FUND,
    FUHE_PAPER_GOAL = FUHE_PAPER_FUNDS + FUHE_BLANK_FUNDS + 1,
    FUHE_PAPER_GOAL_TEXT,
    FUHE_PAPER_HEADER,
    FUHE_PAPER_INDICATORS
};

enum { FUHE_FORMULA_SIZE = 4096, FUHE_PAPER_A4 = 9 };

struct fuhe_paper {
    const struct fuhe_blank *blank;
    lxw_workbook *file;
    lxw_worksheet *sheet;
    lxw_format *looks[FUHE_LOOK_COUNT];
    lxw_format *marks[FUHE_MARK_COUNT];
    enum fuhe_status status;
    char text[FUHE_BLANK_TEXT_SIZE];
};

/* A cell or several merged ones, first to last inclusive. */
struct fuhe_paper_area {
    lxw_row_t row;
    lxw_col_t column;
    lxw_row_t last_row;
    lxw_col_t last_column;
};

/* Makes the formats; the workbook is set. */
void fuhe_paper_prepare(struct fuhe_paper *paper);

void fuhe_paper_keep(struct fuhe_paper *paper, lxw_error error);
lxw_col_t fuhe_paper_last_column(const struct fuhe_paper *paper);
lxw_row_t fuhe_paper_total_row(const struct fuhe_paper *paper);

/* Merges the area and writes a text; an empty one leaves it blank. */
void fuhe_paper_put(struct fuhe_paper *paper, struct fuhe_paper_area area, const char *text, enum fuhe_paper_look look);
/* A formula that comes to nothing, or to a message, while the form is empty. */
void fuhe_paper_put_formula(struct fuhe_paper *paper, struct fuhe_paper_area area, const char *formula,
                            const char *result, enum fuhe_paper_look look);

/* The form on the sheet; its checks; what may be entered where. */
void fuhe_paper_write(struct fuhe_paper *paper);
void fuhe_paper_write_checks(struct fuhe_paper *paper);
void fuhe_paper_write_entries(struct fuhe_paper *paper);

#endif
