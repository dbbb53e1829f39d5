/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_HEADLINE_H
#define FUHE_STORE_HEADLINE_H

#include "engine/result.h"
#include "store/database.h"

/* The figures of a form that the store keeps, held against those that have been worked out again. */
#define FUHE_HEADLINE_COLUMNS                                                                                          \
    "form.state, form.claimed, form.verified, form.deviation, form.grade, form.errors, form.warnings, form.notes"
enum { FUHE_HEADLINE_COLUMN_COUNT = 8 };

/* Whether the columns, of which the first one is named, say what the review says. */
bool fuhe_headline_agrees(sqlite3_stmt *statement, int column, const struct fuhe_review *review);

#endif
