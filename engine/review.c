/* SPDX-License-Identifier: Apache-2.0 */
/* Runs a review once, from cells to findings: rows, execution, totals, grade, checks. */
#include "engine/review.h"

#include <string.h>

#include "engine/checks/check.h"
#include "engine/score.h"

/* Some forms print 预算执行率 as an indicator. No category begins with these words. */
static bool is_execution(fuhe_text level1) {
    return fuhe_text_starts_with(level1, FUHE_TEXT("预算执行")) || fuhe_text_starts_with(level1, FUHE_TEXT("资金执行"));
}

/* The first row of execution leaves its claim to the execution score. */
static void take_execution_row(struct fuhe_review *review, size_t index) {
    struct fuhe_execution *execution = &review->execution;

    execution->has_row = true;
    execution->row = index;
    execution->row_claim = fuhe_points_read(&review->form->indicators[index].score);
    review->rows[index] = (struct fuhe_row){.category = FUHE_CATEGORY_NONE,
                                            .reading = FUHE_READING_JUDGEMENT,
                                            .rule = FUHE_RULE_EXECUTION,
                                            .verdict = FUHE_VERDICT_UNSCORED,
                                            .is_execution = true};
}

/* Cells that another review of the form has read are not read again. */
static void read_row(struct fuhe_review *review, const struct fuhe_review *read, size_t index) {
    struct fuhe_row *row = &review->rows[index];

    if (read == NULL || read->rows[index].is_execution) {
        fuhe_read_cells(&review->form->indicators[index], row);
        return;
    }
    const struct fuhe_row *known = &read->rows[index];
    row->has_weight = known->has_weight;
    row->weight = known->weight;
    row->claim = known->claim;
    row->target = known->target;
    row->actual = known->actual;
    row->unit_is_lent = known->unit_is_lent;
}

/* A blank level-1 cell belongs to the merged cell above it. */
static enum fuhe_status score_rows(struct fuhe_review *review, const struct fuhe_review *read) {
    const struct fuhe_form *form = review->form;
    enum fuhe_category category = FUHE_CATEGORY_NONE;

    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_indicator *indicator = &form->indicators[i];
        if (indicator->level1.state == FUHE_CELL_TEXT) {
            category = fuhe_pack_find_category(review->pack, indicator->level1.text);
        }
        if (category == FUHE_CATEGORY_NONE && !review->execution.has_row && is_execution(indicator->level1.text)) {
            take_execution_row(review, i);
            continue;
        }
        read_row(review, read, i);
        review->rows[i].category = category;
        FUHE_TRY(fuhe_score_row(indicator, review->pack, &review->rows[i]));
    }
    return FUHE_STATUS_OK;
}

/* Rows are held against each other to find the same indicator twice. Where there are more of them than a real form has,
 * hashes keep that from taking long. */
static void mark_likeness(struct fuhe_review *review) {
    enum { ROWS_OF_A_LONG_FORM = 64 };

    for (size_t i = 0; review->row_count >= ROWS_OF_A_LONG_FORM && i < review->row_count; i++) {
        const struct fuhe_indicator *indicator = &review->form->indicators[i];
        uint64_t hash = fuhe_text_hash_name(indicator->name.text, 0);
        hash = fuhe_text_hash_name(indicator->target.text, hash);
        review->rows[i].likeness = fuhe_text_hash_name(indicator->actual.text, hash);
    }
}

/* read: another review of the form, for the cells that it has read; may be NULL. */
static enum fuhe_status make_rows(const struct fuhe_form *form, const struct fuhe_review *read,
                                  const struct fuhe_pack *pack, struct fuhe_arena *arena, struct fuhe_review *review) {
    memset(review, 0, sizeof *review);
    review->form = form;
    review->pack = pack;
    review->row_count = form->indicator_count;
    review->rows = fuhe_arena_allocate(arena, review->row_count, sizeof *review->rows);
    if (review->rows == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    FUHE_TRY(score_rows(review, read));
    return fuhe_score_execution(form, pack, &review->execution);
}

enum fuhe_status fuhe_review_rows(const struct fuhe_form *form, const struct fuhe_pack *pack, struct fuhe_arena *arena,
                                  struct fuhe_review *review) {
    return make_rows(form, NULL, pack, arena, review);
}

static enum fuhe_status sum_up(struct fuhe_review *review) {
    mark_likeness(review);
    FUHE_TRY(fuhe_total_rows(review));
    return fuhe_grade_total(review);
}

enum fuhe_status fuhe_review_score(const struct fuhe_form *form, const struct fuhe_pack *pack, struct fuhe_arena *arena,
                                   struct fuhe_review *review) {
    FUHE_TRY(make_rows(form, NULL, pack, arena, review));
    return sum_up(review);
}

enum fuhe_status fuhe_review_score_again(const struct fuhe_review *read, const struct fuhe_pack *pack,
                                         struct fuhe_arena *arena, struct fuhe_review *review) {
    FUHE_TRY(make_rows(read->form, read, pack, arena, review));
    return sum_up(review);
}

enum fuhe_status fuhe_review_form(const struct fuhe_form *form, const struct fuhe_pack *pack, struct fuhe_arena *arena,
                                  struct fuhe_review *review) {
    FUHE_TRY(fuhe_review_score(form, pack, arena, review));

    const struct fuhe_check_context context = {review, arena, &review->findings};
    return fuhe_checks_run(&context);
}
