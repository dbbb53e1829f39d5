/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_SURVEY_FORM_H
#define FUHE_STORE_SURVEY_FORM_H

#include "store/database.h"
#include "store/survey.h"

/* Rows of the database as forms in a list: the columns to ask for, and how to read them. */

/* To stand first in a SELECT, and behind FROM … form. */
#define FUHE_SURVEY_COLUMNS                                                                                            \
    "reading.path, form.number, form.form_id, form.year, department.name, form.project, form.state,"                   \
    " form.claimed_printed, form.claimed, form.verified, form.deviation, form.rate, pack.name, form.grade_claimed,"    \
    " form.grade,"                                                                                                     \
    " (SELECT name_zh FROM grade WHERE grade.pack = form.pack AND grade.id = form.grade_claimed),"                     \
    " (SELECT name_zh FROM grade WHERE grade.pack = form.pack AND grade.id = form.grade),"                             \
    " form.firmness, form.budget_fen, form.errors, form.warnings, form.notes, form.codes, form.risk,"                  \
    " instr(form.findings, '\"doubtful-reading/error\"')"
#define FUHE_SURVEY_JOINS                                                                                              \
    " CROSS JOIN reading ON reading.id = form.reading CROSS JOIN department ON department.id = form.department"        \
    " CROSS JOIN pack ON pack.id = form.pack"

/* The columns behind those. */
enum { FUHE_SURVEY_COLUMN_COUNT = 25 };

/* Reads a row that begins with the columns; page and department are left 0. */
FUHE_MUST_USE enum fuhe_status fuhe_survey_form_read(sqlite3_stmt *statement, struct fuhe_survey_form *form,
                                                     struct fuhe_error *err);

/* The same for forms with a page: behind FROM … page, with its number and its department by its first spelling. */
#define FUHE_SURVEY_PAGE_COLUMNS FUHE_SURVEY_COLUMNS ", page.number, place.number, whole.name"
#define FUHE_SURVEY_PAGE_JOINS                                                                                         \
    " CROSS JOIN form ON form.id = page.form" FUHE_SURVEY_JOINS                                                        \
    " CROSS JOIN temp.survey_department AS place ON place.id = page.department"                                        \
    " CROSS JOIN department AS whole ON whole.id = page.department"
enum { FUHE_SURVEY_PAGE_COLUMN_COUNT = FUHE_SURVEY_COLUMN_COUNT + 3 };

FUHE_MUST_USE enum fuhe_status fuhe_survey_page_read(sqlite3_stmt *statement, struct fuhe_survey_form *form,
                                                     struct fuhe_error *err);

/* A column of millionths, of fen, of a count. */
struct fuhe_figure fuhe_survey_figure(sqlite3_stmt *statement, int column);
struct fuhe_money fuhe_survey_fen(sqlite3_stmt *statement, int column);
size_t fuhe_survey_count(sqlite3_stmt *statement, int column);

/* Three columns: how many sums there are of, of big ones, of what is left (numbering.h). Absent when there are none, or
 * their sum is out of range. */
struct fuhe_money fuhe_survey_money_sum(sqlite3_stmt *statement, int column);

/* The state that a word means; false for none. */
bool fuhe_survey_find_state(fuhe_text word, enum fuhe_review_state *state);

/* FUHE_PROBLEM_STORE_DAMAGED: found says what is wrong. */
enum fuhe_status fuhe_survey_damaged(struct fuhe_error *err, const char *found);

#endif
