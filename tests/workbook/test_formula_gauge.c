/* SPDX-License-Identifier: Apache-2.0 */
/* Formulas of shares and of the gauge: which signs are in the index, and where binary arithmetic cannot be trusted. */
#include "workbook/formula.h"

#include "tests/support/cases.h"

struct index_case {
    const char *name;
    uint64_t signs[FUHE_EASE_COUNT][2]; /* part, whole */
    const char *expected;
};

static const struct index_case index_cases[] = {
    {"nothing", {{0}}, ""},
    {"three signs", {{3, 4}, {0, 4}, {0, 9000}}, "=ROUND(ROUND((100*O7/P7+100*Q7/R7+100*S7/T7)/3,10),1)"},
    {"round claims count from three on",
     {{3, 4}, {0, 4}, {0, 9000}, {0, 0}, {2, 2}},
     "=ROUND(ROUND((100*O7/P7+100*Q7/R7+100*S7/T7)/3,10),1)"},
    {"all signs",
     {{1, 1}, {1, 2}, {1, 3}, {1, 4}, {1, 5}, {1, 6}},
     "=ROUND(ROUND((100*O7/P7+100*Q7/R7+100*S7/T7+100*U7/V7+100*W7/X7+100*Y7/Z7)/6,10),1)"},
    {"exactly between two steps: 31.25",
     {{1, 1}, {1, 4}, {0, 5}, {0, 1}},
     "=ROUND(ROUND((100*O7/P7+100*Q7/R7+100*S7/T7+100*U7/V7)/4,10),1)"},
    {"a common denominator that is too long, far from a step",
     {{1, 1000003}, {1, 1000033}, {1, 1000037}, {1, 1000039}, {999, 1000081}, {1, 3}},
     "=ROUND(ROUND((100*O7/P7+100*Q7/R7+100*S7/T7+100*U7/V7+100*W7/X7+100*Y7/Z7)/6,10),1)"},
    {"the same, a hair from 50.05",
     {{1, 1000003}, {1000032, 1000033}, {1, 1000037}, {1000038, 1000039}, {1, 1000081}, {1002999003, 1000000000}},
     ""},
};

static void test_index(void **state) {
    const struct index_case *row = *state;
    struct fuhe_gauge gauge = {.forms = 1};
    struct fuhe_formula_text formula;

    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        gauge.signs[i].part = row->signs[i][0];
        gauge.signs[i].whole = row->signs[i][1];
    }
    fuhe_formula_ease_index(&gauge, 7, &formula);
    assert_string_equal(formula.text, row->expected);
}

struct share_case {
    const char *name;
    uint64_t part;
    uint64_t whole;
    unsigned places;
    const char *expected;
};

static const struct share_case share_cases[] = {
    {"percent", 2, 3, 1, "=ROUND(ROUND(100*J5/K5,10),1)"},
    {"of one", 8214, 10000, 4, "=ROUND(ROUND(J5/K5,10),4)"},
    {"exactly between two steps", 1, 16, 1, "=ROUND(ROUND(100*J5/K5,10),1)"},
    {"no whole", 0, 0, 1, ""},
};

static void test_share(void **state) {
    const struct share_case *row = *state;
    struct fuhe_formula_text formula;

    fuhe_formula_statistic_share(row->part, row->whole, row->places, 'J', 5, &formula);
    assert_string_equal(formula.text, row->expected);
}

int main(void) {
    const int failed = RUN_CASES("index", index_cases, test_index);

    return failed + RUN_CASES("share", share_cases, test_share);
}
