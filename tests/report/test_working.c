/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "report/memory_output.h"
#include "report/messages.h"
#include "tests/support/cases.h"

struct working_case {
    const char *name;
    enum fuhe_formula formula;
    const char *weight;
    const char *actual;
    const char *target;
    fuhe_fraction exact;
    const char *recomputed;
    const char *expected;
};

static const struct working_case working_cases[] = {
    {"proportion, rounded",
     FUHE_FORMULA_PROPORTION,
     "2",
     "5.34万元",
     "13万元",
     {267, 325},
     "0.82",
     "2 × 5.34 ÷ 13 = 267/325 ≈ 0.82"},
    {"proportion, exact",
     FUHE_FORMULA_PROPORTION,
     "2",
     "5.7万元",
     "10万元",
     {57, 50},
     "1.14",
     "2 × 5.7 ÷ 10 = 57/50 = 1.14"},
    {"proportion, whole", FUHE_FORMULA_PROPORTION, "20", "40项", "50项", {16, 1}, "16", "20 × 40 ÷ 50 = 16"},
    {"other scales are shown in the base unit",
     FUHE_FORMULA_PROPORTION,
     "10",
     "9000元",
     "1.2万元",
     {15, 2},
     "7.5",
     "10 × 9000 ÷ 12000 = 15/2 = 7.50"},
    {"not yet in lowest terms",
     FUHE_FORMULA_PROPORTION,
     "2",
     "5.34万元",
     "13万元",
     {534, 650},
     "0.82",
     "2 × 5.34 ÷ 13 = 267/325 ≈ 0.82"},
    {"inverse", FUHE_FORMULA_INVERSE, "10", "12次", "10次", {25, 3}, "8.33", "10 × 10 ÷ 12 = 25/3 ≈ 8.33"},
    {"linear to double",
     FUHE_FORMULA_LINEAR_TO_DOUBLE,
     "10",
     "12次",
     "10次",
     {8, 1},
     "8",
     "10 × (2 × 10 − 12) ÷ 10 = 8"},
    {"over a tier",
     FUHE_FORMULA_OVER_TIER,
     "10",
     "16000元",
     "1万元",
     {19, 2},
     "9.5",
     "16000 is at least 1.5 times 10000, which costs 5 % of the weight: 10 × 95 ÷ 100 = 19/2 = 9.50"},
    {"full", FUHE_FORMULA_FULL, "5", "5人", "5人", {5, 1}, "5", "target met, full 5"},
    {"none", FUHE_FORMULA_ZERO, "5", "1起", "0起", {0, 1}, "0", "target not met, 0"},
    {"no formula", FUHE_FORMULA_NONE, "5", "5人", "5人", {5, 1}, "5", ""},
};

static const struct fuhe_over_tier tier = {{1500000}, {5000000}};

static fuhe_decimal decimal(const char *text) {
    fuhe_decimal value = {0};
    unsigned places;

    assert_int_equal(fuhe_decimal_parse(fuhe_text_of(text), &value, &places), FUHE_STATUS_OK);
    return value;
}

static struct fuhe_value value_of(const char *text) {
    const struct fuhe_cell cell = {.text = fuhe_text_of(text), .state = FUHE_CELL_TEXT};

    return fuhe_value_read(&cell);
}

static void working_reads(void **state) {
    const struct working_case *row = *state;
    const struct fuhe_row scored = {
        .weight = decimal(row->weight),
        .has_weight = true,
        .target = value_of(row->target),
        .actual = value_of(row->actual),
        .formula = row->formula,
        .over_tier = &tier,
        .has_exact = true,
        .exact = row->exact,
        .recomputed = decimal(row->recomputed),
    };
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    assert_non_null(memory);
    fuhe_message_working(&memory->output, &scored);
    const fuhe_text text = fuhe_memory_output_text(memory);
    assert_int_equal(text.length, strlen(row->expected));
    assert_memory_equal(text.bytes, row->expected, text.length);
    fuhe_memory_output_free(memory);
}

int main(void) {
    return RUN_CASES("working", working_cases, working_reads);
}
