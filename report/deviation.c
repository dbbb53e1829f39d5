/* SPDX-License-Identifier: Apache-2.0 */
/* What makes up a deviation: claimed less verified total is the claimed total less the sum of the claims, plus for each
 * row and the execution score the claim less what stands, the claim of a duplicate that counts once, and what rescaling
 * takes away. Each finding answers for one of these parts at most. An execution score that is not filled in stands in
 * both sums as the rules give it, so it is no part. */
#include "report/deviation.h"

enum part { NOTHING, ROW, DUPLICATE, EXECUTION, WEIGHTS, TOTAL };

static const enum part parts[FUHE_CODE_COUNT] = {
    [FUHE_CODE_ITEM_SCORE] = ROW,
    [FUHE_CODE_ITEM_TRUNCATED] = ROW,
    [FUHE_CODE_SCORE_OVER_WEIGHT] = ROW,
    [FUHE_CODE_FULL_MARKS_UNMET] = ROW,
    [FUHE_CODE_MISSING_VALUE] = ROW,
    [FUHE_CODE_UNREADABLE_VALUE] = ROW,
    [FUHE_CODE_UNKNOWN_CATEGORY] = ROW,
    [FUHE_CODE_DUPLICATE_INDICATOR] = DUPLICATE,
    [FUHE_CODE_EXECUTION_SCORE] = EXECUTION,
    [FUHE_CODE_WEIGHT_SUM] = WEIGHTS,
    [FUHE_CODE_TOTAL_SUM] = TOTAL,
};

static int64_t claimed_of(const struct fuhe_claim *claim) {
    return claim->present ? claim->value.scaled : 0;
}

static int64_t part_of_row(const struct fuhe_review *review, const struct fuhe_finding *finding, bool counted) {
    if (finding->block != FUHE_BLOCK_INDICATOR || finding->index >= review->row_count) {
        return 0;
    }
    const struct fuhe_row *row = &review->rows[finding->index];
    if (row->is_execution || row->counted != counted || !row->claim.present) {
        return 0;
    }
    return claimed_of(&row->claim) - (counted && row->has_verified ? row->verified.scaled : 0);
}

static int64_t part_of_execution(const struct fuhe_execution *execution) {
    return execution->claim.present && execution->has_verified
               ? execution->claim.value.scaled - execution->verified.scaled
               : 0;
}

static int64_t part_of_weights(const struct fuhe_totals *totals) {
    return totals->basis == FUHE_BASIS_RESCALED ? totals->as_listed.scaled - totals->verified.scaled : 0;
}

fuhe_decimal fuhe_deviation_part(const struct fuhe_review *review, const struct fuhe_finding *finding) {
    switch (parts[finding->code]) {
    case ROW:
        return (fuhe_decimal){part_of_row(review, finding, true)};
    case DUPLICATE:
        return (fuhe_decimal){part_of_row(review, finding, false)};
    case EXECUTION:
        return (fuhe_decimal){part_of_execution(&review->execution)};
    case WEIGHTS:
        return (fuhe_decimal){part_of_weights(&review->totals)};
    case TOTAL:
        return (fuhe_decimal){finding->difference.present ? finding->difference.value.scaled : 0};
    case NOTHING:
        break;
    }
    return (fuhe_decimal){0};
}
