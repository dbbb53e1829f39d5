/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_HISTORY_ROW_H
#define FUHE_STORE_HISTORY_ROW_H

#include "store/history.h"
#include "store/survey_form.h"

/* Rows of the database as reviews over time: as survey_form.h, with where and when they come from. */
#define FUHE_HISTORY_COLUMNS                                                                                           \
    FUHE_SURVEY_COLUMNS ", pack.version, pack.sha256, basis.engine, reading.first_run, reading.last_run, run.started," \
                        " EXISTS (SELECT 1 FROM in_force WHERE in_force.id = reading.id), reading.sha256"
#define FUHE_HISTORY_JOINS                                                                                             \
    FUHE_SURVEY_JOINS " CROSS JOIN basis ON basis.id = reading.basis CROSS JOIN run ON run.number = reading.first_run"

enum { FUHE_HISTORY_COLUMN_COUNT = FUHE_SURVEY_COLUMN_COUNT + 8 };

/* Reads a row that begins with the columns; the key is left empty. */
FUHE_MUST_USE enum fuhe_status fuhe_history_row_read(sqlite3_stmt *statement, struct fuhe_history_review *review,
                                                     struct fuhe_error *err);

/* Moves the texts of a review into arena, to outlive its row. */
FUHE_MUST_USE enum fuhe_status fuhe_history_row_keep(struct fuhe_history_review *review, struct fuhe_arena *arena);

/* Whether two reviews have the same figures, by the same rules and engine. */
bool fuhe_history_row_same(const struct fuhe_history_review *a, const struct fuhe_history_review *b);

#endif
