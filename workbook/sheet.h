/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_WORKBOOK_SHEET_H
#define FUHE_WORKBOOK_SHEET_H

#include <xlsxwriter.h>

#include "engine/finding.h"
#include "report/memory_output.h"
#include "workbook/cell_text.h"
#include "workbook/formula.h"
#include "workbook/words.h"

/* A table on a sheet, written line by line, each line from left to right: nothing of it stays in memory. What goes
 * wrong is kept, and later writes are no-ops: ask once, with fuhe_sheet_status. */

enum fuhe_look {
    FUHE_LOOK_TEXT,   /* wrapped */
    FUHE_LOOK_WORD,   /* short, in the middle */
    FUHE_LOOK_POINTS, /* 2 decimals at least */
    FUHE_LOOK_SIGNED, /* a difference, with its sign */
    FUHE_LOOK_NUMBER, /* as many decimals as there are */
    FUHE_LOOK_PERCENT,
    FUHE_LOOK_SHARE,       /* 4 decimals */
    FUHE_LOOK_PROBABILITY, /* 6 decimals */
    FUHE_LOOK_BLANK,       /* to be filled in by hand */
    FUHE_LOOK_COUNT,
    FUHE_LOOK_LINK,
    FUHE_LOOK_HEADING,
    FUHE_LOOK_TITLE,
    FUHE_LOOKS
};

/* Marks of cells that need a look, always beside words that say the same. */
enum fuhe_mark { FUHE_MARK_RED, FUHE_MARK_YELLOW, FUHE_MARK_BLUE, FUHE_MARK_GREY, FUHE_MARK_COUNT };

/* What all sheets of a file share. */
struct fuhe_sheet_kit {
    lxw_workbook *file;
    lxw_format *looks[FUHE_LOOKS];
    lxw_format *marks[FUHE_MARK_COUNT];
    struct fuhe_memory_output *scratch;
    char text[FUHE_CELL_TEXT_SIZE];
    enum fuhe_status status;
};

/* FUHE_STATUS_NO_MEMORY when formats cannot be made. */
FUHE_MUST_USE enum fuhe_status fuhe_sheet_kit_init(struct fuhe_sheet_kit *kit, lxw_workbook *file,
                                                   struct fuhe_memory_output *scratch);

struct fuhe_column {
    const char *heading; /* a message id */
    unsigned width;      /* in digits; a Chinese character takes two */
    enum fuhe_look look;
};

struct fuhe_sheet {
    struct fuhe_sheet_kit *kit;
    lxw_worksheet *worksheet;
    const struct fuhe_column *columns;
    size_t column_count;
    size_t printed;
    size_t line;         /* being written, from 1 */
    size_t height;       /* in lines of text */
    enum fuhe_look once; /* of the next cell, in place of its column's; FUHE_LOOKS for none */
};

struct fuhe_sheet_page {
    size_t fixed;   /* columns that stay in view */
    size_t printed; /* columns that go on paper */
};

/* Adds a sheet with its headings; columns are borrowed. */
void fuhe_sheet_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit, enum fuhe_sheet_kind kind,
                    const struct fuhe_column *columns, size_t column_count, struct fuhe_sheet_page page);

/* The next cell looks otherwise than its column. */
void fuhe_sheet_look_once(struct fuhe_sheet *sheet, enum fuhe_look look);

/* Cells of the line. A figure that is not present leaves its cell empty. */
void fuhe_sheet_text(struct fuhe_sheet *sheet, size_t column, fuhe_text text);
void fuhe_sheet_word(struct fuhe_sheet *sheet, size_t column, const char *word);
void fuhe_sheet_decimal(struct fuhe_sheet *sheet, size_t column, bool present, fuhe_decimal value);
void fuhe_sheet_empty(struct fuhe_sheet *sheet, size_t column);
void fuhe_sheet_count(struct fuhe_sheet *sheet, size_t column, uint64_t count);

/* A formula and what it comes to; without a formula the value stands alone. */
void fuhe_sheet_formula(struct fuhe_sheet *sheet, size_t column, const struct fuhe_formula_text *formula, bool present,
                        fuhe_decimal value);
void fuhe_sheet_formula_word(struct fuhe_sheet *sheet, size_t column, const struct fuhe_formula_text *formula,
                             fuhe_text value);

/* For texts in pieces: the emptied scratch output, and what is in it as a cell. */
struct fuhe_output *fuhe_sheet_scratch(struct fuhe_sheet *sheet);
void fuhe_sheet_put_scratch(struct fuhe_sheet *sheet, size_t column);

void fuhe_sheet_next(struct fuhe_sheet *sheet);

/* Marks cells of a column over all lines: whose text is that word, or whose number is above or below zero. */
void fuhe_sheet_mark_word(struct fuhe_sheet *sheet, size_t column, const char *word, enum fuhe_mark mark);
void fuhe_sheet_mark_sign(struct fuhe_sheet *sheet, size_t column);

/* Behind the last line. */
void fuhe_sheet_finish(struct fuhe_sheet *sheet);

#endif
