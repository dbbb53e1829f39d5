/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INTAKE_RECOGNISER_STATE_H
#define FUHE_INTAKE_RECOGNISER_STATE_H

#include "engine/decimal.h"
#include "intake/recogniser.h"

/* What the parts of the recogniser share while it walks over the rows of a document. */

/* The part of the form that the row above belonged to. */
enum fuhe_stage { FUHE_STAGE_HEAD, FUHE_STAGE_FUNDS, FUHE_STAGE_GOAL, FUHE_STAGE_INDICATORS, FUHE_STAGE_END };

/* Which columns a header gives a role. */
struct fuhe_columns {
    unsigned char *roles;  /* of each column; FUHE_ROLE_NONE for none */
    unsigned char *owners; /* likewise, where columns without a role count to the one on their left */
    uint32_t *headings;    /* of each column of indicators: which mark its heading has, from 1; 0 for none */
    uint32_t count;
    uint32_t header_row;
    bool present;
};

struct fuhe_recogniser {
    const struct fuhe_words *words;
    struct fuhe_arena *arena;
    struct fuhe_recognition *recognition;
    struct fuhe_error *err;
    const struct fuhe_grid *grid; /* the one at hand */
    uint32_t row;
    bool row_is_struck;           /* all that begins in it is crossed out */
    struct fuhe_recognised *open; /* the form at hand, NULL for none */
    bool may_go_on;               /* its end has not been seen, and only tables have come since */
    enum fuhe_stage stage;
    struct fuhe_columns funds;
    struct fuhe_columns goal;
    struct fuhe_columns indicators;
    struct fuhe_cell fund_points; /* of the execution, in the label of its block */
    uint32_t fund_points_column;
    struct fuhe_cell level1; /* that blank cells below take over */
    struct fuhe_cell level2;
    bool level1_is_heading;       /* in a row of its own */
    fuhe_decimal groups;          /* what the sums of groups so far come to */
    struct fuhe_cell title_above; /* in a paragraph since the last table */
    struct fuhe_cell year_above;
    struct fuhe_form head_above; /* labels in paragraphs since the last table */
    bool *used;                  /* of each cell of the grid */
};

/* --- the row at hand --- */

/* The text of the cell that begins at a column of the row at hand; empty when none does. */
fuhe_text fuhe_recogniser_text(const struct fuhe_recogniser *state, uint32_t column);

/* The next column from `column` on where a cell with text begins; the count of columns when there is none. */
uint32_t fuhe_recogniser_next(const struct fuhe_recogniser *state, uint32_t column);

/* Whether the cell at a column says the same as the one on its left: converters write merged cells into each column. */
bool fuhe_recogniser_repeats(const struct fuhe_recogniser *state, uint32_t column);

/* How many cells with text begin in the row, repeated ones once. */
uint32_t fuhe_recogniser_count(const struct fuhe_recogniser *state);

/* What the cell at a column means in a section. */
enum fuhe_role fuhe_recogniser_role(const struct fuhe_recogniser *state, enum fuhe_word_section section,
                                    uint32_t column);

/* A cell of a form out of the cell at a column: absent when no cell is there. */
struct fuhe_cell fuhe_recogniser_cell(const struct fuhe_recogniser *state, uint32_t row, uint32_t column);
struct fuhe_cell fuhe_recogniser_blank(const struct fuhe_recogniser *state, uint32_t column);

/* Whether all cells of the row at hand are crossed out, but for those that reach into rows below. */
bool fuhe_recogniser_is_struck(const struct fuhe_recogniser *state);

/* Whether text is a number as forms print one, with its sign and unit, and nothing else. */
bool fuhe_recogniser_is_number(fuhe_text text);

/* Whether text is a dash or a word that stands for "none". */
bool fuhe_recogniser_is_dash(fuhe_text text);

/* Refuses the document at the row at hand, with its place in the file. */
enum fuhe_status fuhe_recogniser_refuse(const struct fuhe_recogniser *state, enum fuhe_problem problem,
                                        const char *found, const char *limit);

/* --- marks --- */

/* Notes what the cell at a column of the row at hand is used as; nothing when there is no form. */
FUHE_MUST_USE enum fuhe_status fuhe_recogniser_mark(struct fuhe_recogniser *state, uint32_t column,
                                                    struct fuhe_mark mark);

/* Marks every cell of the row as the form's own words. */
FUHE_MUST_USE enum fuhe_status fuhe_recogniser_mark_heading(struct fuhe_recogniser *state);

/* --- parts; each takes the row at hand when it is its kind and says so in *taken --- */

FUHE_MUST_USE enum fuhe_status fuhe_recognise_title(struct fuhe_recogniser *state, bool *taken);
FUHE_MUST_USE enum fuhe_status fuhe_recognise_labels(struct fuhe_recogniser *state, bool *taken);
FUHE_MUST_USE enum fuhe_status fuhe_recognise_funds(struct fuhe_recogniser *state, bool *taken);
FUHE_MUST_USE enum fuhe_status fuhe_recognise_goal(struct fuhe_recogniser *state, bool *taken);
FUHE_MUST_USE enum fuhe_status fuhe_recognise_header(struct fuhe_recogniser *state, bool *taken);
FUHE_MUST_USE enum fuhe_status fuhe_recognise_indicator(struct fuhe_recogniser *state, bool *taken);
FUHE_MUST_USE enum fuhe_status fuhe_recognise_total(struct fuhe_recogniser *state, bool *taken);
FUHE_MUST_USE enum fuhe_status fuhe_recognise_review(struct fuhe_recogniser *state, bool *taken);

/* Gives the form just begun the title in paragraphs above its table. */
FUHE_MUST_USE enum fuhe_status fuhe_recognise_above(struct fuhe_recogniser *state);
/* Gives a form what its table has no label for, but the paragraphs above have. */
void fuhe_recogniser_fill_above(struct fuhe_recogniser *state, struct fuhe_form *form);
/* What a text like 单位：元 or 自评总分：96分 beside a table says: the unit of money, the total or the grade. */
enum fuhe_role fuhe_recogniser_beside(const struct fuhe_recogniser *state, fuhe_text text, fuhe_text *value);
/* Gives it to the form in front, or keeps it for the one below. */
FUHE_MUST_USE enum fuhe_status fuhe_recogniser_take_beside(struct fuhe_recogniser *state, enum fuhe_role role,
                                                           const struct fuhe_cell *value);
FUHE_MUST_USE enum fuhe_status fuhe_recogniser_give_above(struct fuhe_recogniser *state, struct fuhe_recognised *form);
/* Tells a person of a table that is no form, but has rows like those that the form in front lacks. */
FUHE_MUST_USE enum fuhe_status fuhe_recogniser_doubt_lost_table(struct fuhe_recogniser *state);
/* Whether text is nothing but a grade: 优. */
bool fuhe_recogniser_is_grade(fuhe_text text);
void fuhe_recogniser_forget_above(struct fuhe_recogniser *state);

/* A paragraph between tables: a title, a year, or text that ends a form. */
FUHE_MUST_USE enum fuhe_status fuhe_recognise_paragraph(struct fuhe_recogniser *state,
                                                        const struct fuhe_paragraph *paragraph);

/* Whether the row at hand has all values of an indicator under their headings: then it is one, whatever its name. */
bool fuhe_recogniser_is_filled(const struct fuhe_recogniser *state);

/* Whether the row at hand is the header of the indicators. */
bool fuhe_recogniser_is_header(const struct fuhe_recogniser *state);
/* Whether the heading of the indicators over a column is doubtful: one that no word knows becomes so, instead of every
 * value under it. */
bool fuhe_recogniser_doubts_heading(struct fuhe_recogniser *state, uint32_t column);
/* Whether it is the header of the funds. */
bool fuhe_recogniser_is_funds_header(const struct fuhe_recogniser *state);

/* The year in a text like 项目支出绩效自评表（2024年度）; empty when it has none. */
fuhe_text fuhe_recogniser_year(fuhe_text text);

/* Whether text is, or begins with, the label of a remark, which speaks of the form without being of it: 备注, 注：…,
 * 填报人：某某. */
bool fuhe_recogniser_is_remark(const struct fuhe_recogniser *state, fuhe_text text);

/* Begins a form at the row at hand. */
FUHE_MUST_USE enum fuhe_status fuhe_recogniser_open(struct fuhe_recogniser *state);

/* Makes columns without any role, as many as the grid has. */
FUHE_MUST_USE enum fuhe_status fuhe_columns_begin(struct fuhe_columns *columns, struct fuhe_recogniser *state);
/* Gives a role to the columns of the cell that begins at `column`; false when another column has it already, which only
 * headings and notes may. */
bool fuhe_columns_set(struct fuhe_columns *columns, const struct fuhe_recogniser *state, uint32_t column,
                      enum fuhe_role role);
/* Whether the heading at `column` is that of the column in front, whose role is `role`, written again. */
bool fuhe_columns_is_again(const struct fuhe_columns *columns, const struct fuhe_recogniser *state, uint32_t column,
                           enum fuhe_role role);
/* Whether the row at hand is the second row of a header: a heading reaches down into it, or it has nothing but words of
 * that section, each another than what stands above it. */
bool fuhe_columns_go_on(const struct fuhe_columns *columns, const struct fuhe_recogniser *state,
                        enum fuhe_word_section section);
/* Takes the roles away from the headings that the row at hand, the second one of a header, stands under. */
void fuhe_columns_clear_above(struct fuhe_columns *columns, const struct fuhe_recogniser *state);
/* Fills owners. */
void fuhe_columns_end(struct fuhe_columns *columns);
/* The first column of a role, or the count of columns. */
uint32_t fuhe_columns_find(const struct fuhe_columns *columns, enum fuhe_role role);

/* --- the document as a whole --- */

FUHE_MUST_USE enum fuhe_status fuhe_recognise_narrative(const struct fuhe_door_document *document,
                                                        const struct fuhe_words *words,
                                                        struct fuhe_recognition *recognition);
void fuhe_recognise_match(struct fuhe_recognition *recognition);

#endif
