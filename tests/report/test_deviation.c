/* SPDX-License-Identifier: Apache-2.0 */
#include "report/deviation.h"
#include "tests/support/cases.h"

enum { HONEST, LOWERED, DROPPED, NO_VERIFIED, IN_EXECUTION, ROW_COUNT };

#define CLAIM(points)                                                                                                  \
    {                                                                                                                  \
        .present = true, .value = {(points)*FUHE_DECIMAL_ONE }                                                         \
    }
#define POINTS(points)                                                                                                 \
    { (points) * FUHE_DECIMAL_ONE }

static struct fuhe_row rows[ROW_COUNT] = {
    [HONEST] = {.claim = CLAIM(9), .has_verified = true, .verified = POINTS(9), .counted = true},
    [LOWERED] = {.claim = CLAIM(9), .has_verified = true, .verified = POINTS(7), .counted = true},
    [DROPPED] = {.claim = CLAIM(5), .has_verified = true, .verified = POINTS(4), .counted = false},
    [NO_VERIFIED] = {.claim = CLAIM(3), .counted = true},
    [IN_EXECUTION] = {.claim = CLAIM(9), .is_execution = true},
};

struct part_case {
    const char *name;
    enum fuhe_code code;
    enum fuhe_block block;
    size_t index;
    int64_t difference;
    enum fuhe_basis basis;
    bool claims_execution;
    int64_t expected;
};

#define INDICATOR FUHE_BLOCK_INDICATOR

static const struct part_case part_cases[] = {
    {"a row by claim less verified", FUHE_CODE_ITEM_SCORE, INDICATOR, LOWERED, 9, FUHE_BASIS_AS_LISTED, true, 2},
    {"a row that stands", FUHE_CODE_SCORE_OVER_WEIGHT, INDICATOR, HONEST, 9, FUHE_BASIS_AS_LISTED, true, 0},
    {"a row that is left out anyway", FUHE_CODE_ITEM_SCORE, INDICATOR, DROPPED, 1, FUHE_BASIS_COUNT_ONCE, true, 0},
    {"a duplicate by its claim", FUHE_CODE_DUPLICATE_INDICATOR, INDICATOR, DROPPED, 0, FUHE_BASIS_COUNT_ONCE, true, 5},
    {"a duplicate that counts", FUHE_CODE_DUPLICATE_INDICATOR, INDICATOR, HONEST, 0, FUHE_BASIS_AS_LISTED, true, 0},
    {"a row without a score", FUHE_CODE_MISSING_VALUE, INDICATOR, NO_VERIFIED, 0, FUHE_BASIS_AS_LISTED, true, 3},
    {"a cell of no row", FUHE_CODE_MISSING_VALUE, FUHE_BLOCK_FUND, LOWERED, 0, FUHE_BASIS_AS_LISTED, true, 0},
    {"a row beyond the form", FUHE_CODE_ITEM_SCORE, INDICATOR, ROW_COUNT, 9, FUHE_BASIS_AS_LISTED, true, 0},
    {"execution among the rows", FUHE_CODE_ITEM_SCORE, INDICATOR, IN_EXECUTION, 9, FUHE_BASIS_AS_LISTED, true, 0},
    {"execution claimed", FUHE_CODE_EXECUTION_SCORE, FUHE_BLOCK_FUND, 0, 9, FUHE_BASIS_AS_LISTED, true, 3},
    {"execution not filled in", FUHE_CODE_EXECUTION_SCORE_MISSING, FUHE_BLOCK_FUND, 0, -7, FUHE_BASIS_AS_LISTED, false,
     0},
    {"weights as listed", FUHE_CODE_WEIGHT_SUM, FUHE_BLOCK_FORM, 0, 10, FUHE_BASIS_AS_LISTED, true, 0},
    {"weights rescaled", FUHE_CODE_WEIGHT_SUM, FUHE_BLOCK_FORM, 0, 10, FUHE_BASIS_RESCALED, true, 8},
    {"the total beside its rows", FUHE_CODE_TOTAL_SUM, FUHE_BLOCK_TOTAL, 0, -5, FUHE_BASIS_AS_LISTED, true, -5},
    {"what follows", FUHE_CODE_TOTAL_VERIFIED, FUHE_BLOCK_TOTAL, 0, 9, FUHE_BASIS_AS_LISTED, true, 0},
    {"a weight is no points", FUHE_CODE_REASON_MISSING, INDICATOR, LOWERED, -1, FUHE_BASIS_AS_LISTED, true, 0},
};

static void part_is_counted(void **state) {
    const struct part_case *row = *state;
    const struct fuhe_review review = {
        .rows = rows,
        .row_count = ROW_COUNT,
        .execution = {.claim = {row->claims_execution, POINTS(10), 0}, .has_verified = true, .verified = POINTS(7)},
        .totals = {.basis = row->basis, .as_listed = POINTS(88), .verified = POINTS(80)},
    };
    const struct fuhe_finding finding = {.code = row->code,
                                         .block = row->block,
                                         .index = row->index,
                                         .difference = {true, {row->difference * FUHE_DECIMAL_ONE}}};

    assert_int_equal(fuhe_deviation_part(&review, &finding).scaled, row->expected * FUHE_DECIMAL_ONE);
}

int main(void) {
    return RUN_CASES("parts", part_cases, part_is_counted);
}
