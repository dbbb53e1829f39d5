/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_SCORE_H
#define FUHE_ENGINE_SCORE_H

#include "engine/review.h"

/* The steps of a review, in the order in which review.c takes them. Private to the engine. */

/* The points printed in a cell; not present when blank, unreadable, negative or over 10^6. */
struct fuhe_claim fuhe_points_read(const struct fuhe_cell *cell);

/* The cell whose target counts: an adjusted target takes the place of the first one. */
const struct fuhe_cell *fuhe_target_cell(const struct fuhe_indicator *indicator);

/* Reads the cells of an indicator into *row: weight, claim, target, result. They mean the same by every pack. */
void fuhe_read_cells(const struct fuhe_indicator *indicator, struct fuhe_row *row);

/* Fills reading and rule of a row whose cells are read. */
void fuhe_read_row(const struct fuhe_indicator *indicator, const struct fuhe_pack *pack, struct fuhe_row *row);

/* The step of the pack's scale in words that the result stands on; NULL when there is none. */
const struct fuhe_scale_step *fuhe_scale_step_of(const struct fuhe_indicator *indicator, const struct fuhe_pack *pack);

/* Scores an indicator into *row, whose cells are read and which has its category. */
FUHE_MUST_USE enum fuhe_status fuhe_score_row(const struct fuhe_indicator *indicator, const struct fuhe_pack *pack,
                                              struct fuhe_row *row);

/* Both: scores an indicator into *row, which is zeroed and has its category. */
FUHE_MUST_USE enum fuhe_status fuhe_score_indicator(const struct fuhe_indicator *indicator,
                                                    const struct fuhe_pack *pack, struct fuhe_row *row);

/* Scores execution into *execution, which is zeroed but for the row that prints it. */
FUHE_MUST_USE enum fuhe_status fuhe_score_execution(const struct fuhe_form *form, const struct fuhe_pack *pack,
                                                    struct fuhe_execution *execution);

/* Fills categories and totals, and marks the row that a duplicate rule leaves out. */
FUHE_MUST_USE enum fuhe_status fuhe_total_rows(struct fuhe_review *review);

/* Whether two rows are the same indicator: name, target with all its cells, actual and weight. */
bool fuhe_rows_are_alike(const struct fuhe_review *review, size_t a, size_t b);

/* Fills grading. */
FUHE_MUST_USE enum fuhe_status fuhe_grade_total(struct fuhe_review *review);

/* total * full marks / weight_sum at the pack's places. */
FUHE_MUST_USE enum fuhe_status fuhe_rescale(const struct fuhe_review *review, fuhe_decimal total,
                                            fuhe_decimal *rescaled);

#endif
