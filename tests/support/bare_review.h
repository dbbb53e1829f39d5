/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_SUPPORT_BARE_REVIEW_H
#define FUHE_TESTS_SUPPORT_BARE_REVIEW_H

/* A review made by hand from rows of figures, for what works on finished reviews: no form, no findings, no grade. Rows
 * are scored w * a / t, the execution score stands as claimed. */
#include <assert.h>
#include <string.h>

#include "engine/review.h"

enum { BARE_ROWS_MAX = 512, BARE_BANDS = 4 };

struct bare_row {
    const char *weight; /* NULL: none */
    const char *claim;  /* NULL: none */
    const char *actual;
    const char *target; /* NULL: a judgement */
    bool dropped;       /* a duplicate that does not count */
};

struct bare_review {
    struct fuhe_band bands[BARE_BANDS];
    struct fuhe_pack pack;
    struct fuhe_row rows[BARE_ROWS_MAX];
    struct fuhe_review review;
};

static inline fuhe_decimal bare_decimal(const char *text) {
    fuhe_decimal value = {0};
    unsigned places = 0;
    const enum fuhe_status status = fuhe_decimal_parse(fuhe_text_of(text), &value, &places);
    assert(status == FUHE_STATUS_OK);
    (void)status;
    return value;
}

static inline struct fuhe_claim bare_claim(const char *text) {
    struct fuhe_claim claim = {.present = text != NULL};

    if (text != NULL) {
        const enum fuhe_status status = fuhe_decimal_parse(fuhe_text_of(text), &claim.value, &claim.places);
        assert(status == FUHE_STATUS_OK);
        (void)status;
    }
    return claim;
}

static inline void bare_pack(struct bare_review *bare) {
    struct fuhe_pack *pack = &bare->pack;

    bare->bands[0] = (struct fuhe_band){FUHE_DECIMAL(100), FUHE_DECIMAL(10)};
    bare->bands[1] = (struct fuhe_band){FUHE_DECIMAL(80), FUHE_DECIMAL(7)};
    bare->bands[2] = (struct fuhe_band){FUHE_DECIMAL(60), FUHE_DECIMAL(5)};
    bare->bands[3] = (struct fuhe_band){FUHE_DECIMAL(0), FUHE_DECIMAL(0)};
    pack->full_marks = FUHE_DECIMAL(100);
    pack->item_places = 2;
    pack->total_places = 2;
    pack->accept = FUHE_ACCEPT_ROUNDED;
    pack->raise = true;
    pack->execution = (struct fuhe_execution_rule){
        .weight = FUHE_DECIMAL(10), .method = FUHE_EXECUTION_BANDS, .bands = bare->bands, .band_count = BARE_BANDS};
}

static inline void bare_judge(const struct fuhe_pack *pack, struct fuhe_row *row) {
    struct fuhe_judged judged = {FUHE_VERDICT_UNSCORED, row->recomputed, {0}};
    enum fuhe_status status = FUHE_STATUS_OK;

    if (row->has_exact) {
        status = fuhe_fraction_round(row->exact, pack->item_places, pack->item_rounding, &judged.recomputed);
    }
    if (row->has_weight && row->claim.present && row->has_exact) {
        status = fuhe_claim_judge(&row->claim, row->exact, row->weight, pack, &judged);
    } else if (row->has_weight && row->claim.present) {
        judged.verdict = FUHE_VERDICT_JUDGEMENT;
        judged.verified = fuhe_decimal_min(row->claim.value, row->weight);
    }
    assert(status == FUHE_STATUS_OK);
    (void)status;
    row->verdict = judged.verdict;
    row->recomputed = judged.recomputed;
    row->has_verified = judged.verdict != FUHE_VERDICT_UNSCORED;
    row->verified = judged.verified;
}

static inline void bare_row_build(const struct fuhe_pack *pack, const struct bare_row *source, struct fuhe_row *row) {
    *row = (struct fuhe_row){.has_weight = source->weight != NULL};
    row->counted = !source->dropped;
    row->reading = source->target == NULL ? FUHE_READING_JUDGEMENT : FUHE_READING_MORE;
    row->claim = bare_claim(source->claim);
    if (row->has_weight) {
        row->weight = bare_decimal(source->weight);
        row->has_exact =
            source->target != NULL && fuhe_fraction_scale(row->weight, bare_decimal(source->actual),
                                                          bare_decimal(source->target), &row->exact) == FUHE_STATUS_OK;
    }
    row->formula = row->has_exact ? FUHE_FORMULA_PROPORTION : FUHE_FORMULA_NONE;
    bare_judge(pack, row);
}

/* Sums of int64 figures of points that are known to be small. */
static inline void bare_totals(struct fuhe_review *review) {
    struct fuhe_totals *totals = &review->totals;

    totals->weight_sum = review->pack->execution.weight;
    totals->sum_of_claims = review->execution.claim.value;
    totals->as_listed = review->execution.verified;
    totals->verified = review->execution.verified;
    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        totals->weight_sum.scaled += row->weight.scaled;
        totals->sum_of_claims.scaled += row->claim.value.scaled;
        totals->as_listed.scaled += row->verified.scaled;
        totals->verified.scaled += row->counted ? row->verified.scaled : 0;
        totals->basis = row->counted ? totals->basis : FUHE_BASIS_COUNT_ONCE;
    }
    totals->weights_close = fuhe_decimal_equals(totals->weight_sum, review->pack->full_marks);
}

/* execution: the claimed execution score; NULL when there is none. */
static inline const struct fuhe_review *bare_review_build(struct bare_review *bare, const char *execution,
                                                          const struct bare_row *rows, size_t count) {
    struct fuhe_review *review = &bare->review;

    assert(count <= BARE_ROWS_MAX);
    memset(bare, 0, sizeof *bare);
    bare_pack(bare);
    *review = (struct fuhe_review){.pack = &bare->pack, .rows = bare->rows, .row_count = count};
    review->execution.state = execution == NULL ? FUHE_EXECUTION_UNSCORED : FUHE_EXECUTION_SCORED;
    review->execution.claim = bare_claim(execution);
    review->execution.has_verified = execution != NULL;
    review->execution.verified = review->execution.claim.value;
    review->execution.recomputed = review->execution.claim.value;
    for (size_t i = 0; i < count; i++) {
        bare_row_build(&bare->pack, &rows[i], &bare->rows[i]);
    }
    bare_totals(review);
    return review;
}

#endif
