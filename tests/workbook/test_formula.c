/* SPDX-License-Identifier: Apache-2.0 */
/* The formula of each kind of line, made by scoring a row of a form by a small pack. */
#include <string.h>

#include "engine/score.h"
#include "tests/support/cells.h"
#include "tests/support/plain_pack.h"
#include "tests/support/cases.h"
#include "workbook/formula.h"

enum { LINE = 5 };

/* --- indicators -------------------------------------------------------------------------------------------------- */

struct row_case {
    const char *name;
    const char *weight;
    const char *target;
    const char *actual;
    const char *expected;
    const char *change; /* of the pack, see prepare */
};

static const struct row_case rows[] = {
    {"proportion", "2", "13万元", "5.34万元", "=ROUND(ROUND(G5*MIN(1,K5/I5),10),2)"},
    {"target met", "2", "13万元", "13万元", "=ROUND(ROUND(G5*MIN(1,K5/I5),10),2)"},
    {"nothing done", "2", "13次", "0次", "=ROUND(ROUND(G5*MAX(0,MIN(1,K5/I5)),10),2)"},
    {"less is better", "5", "≤10次", "12次", "=ROUND(ROUND(G5*MAX(0,MIN(1,(2*I5-K5)/I5)),10),2)"},
    {"less, inverse", "5", "≤10次", "12次", "=ROUND(ROUND(G5*MIN(1,I5/K5),10),2)", "inverse"},
    {"less, inverse, nothing happened", "5", "≤10次", "0次", "=ROUND(ROUND(G5,10),2)", "inverse"},
    {"equal, met", "5", "=10次", "10次", "=ROUND(ROUND(IF(K5=I5,G5,0),10),2)"},
    {"equal, missed", "5", "=10次", "9次", "=ROUND(ROUND(IF(K5=I5,G5,0),10),2)"},
    {"equal as more", "5", "=10次", "9次", "=ROUND(ROUND(G5*MIN(1,K5/I5),10),2)", "as-more"},
    {"nearly equal", "5", "=9000000000000次", "9000000000000.000001次", "=ROUND(ROUND(0*G5,10),2)"},
    {"rank", "5", "前3名", "第4名", "=ROUND(ROUND(G5*MIN(1,I5/K5),10),2)"},
    {"zero target", "5", "0起", "1起", "=ROUND(ROUND(IF(K5=0,G5,0),10),2)"},
    {"none", "5", "无", "0", "=ROUND(ROUND(IF(K5=0,G5,0),10),2)"},
    {"words met", "5", "完成", "完成", "=ROUND(ROUND(G5,10),2)"},
    {"a judgement has none", "5", "提升", "有所提升", ""},
    {"over a tier", "5", "10次", "30次", "=ROUND(ROUND(G5*80/100,10),2)", "tier"},
    {"below the tier", "5", "10次", "19次", "=ROUND(ROUND(G5,10),2)", "tier"},
    {"a weight finer than scores", "2.345", "10次", "10次", "=MIN(G5,ROUND(ROUND(G5*MIN(1,K5/I5),10),2))"},
    {"a weight that is rounded down", "2.344", "10次", "10次", "=ROUND(ROUND(G5*MIN(1,K5/I5),10),2)"},
    {"cut", "2", "13次", "5次", "=ROUNDDOWN(ROUND(G5*MIN(1,K5/I5),10),2)", "cut"},
    {"binary cannot tell", "1", "9000000000000次", "1125000000000.000001次", ""},
};

static void prepare(struct fuhe_pack *pack, const char *change) {
    static struct fuhe_over_tier tier = {{2000000}, {20000000}};

    plain_pack_init(pack);
    pack->less_method = FUHE_LESS_LINEAR_TO_DOUBLE;
    change = change == NULL ? "" : change;
    if (strcmp(change, "inverse") == 0) {
        pack->less_method = FUHE_LESS_INVERSE;
    } else if (strcmp(change, "as-more") == 0) {
        pack->equal_method = FUHE_EQUAL_AS_MORE;
    } else if (strcmp(change, "tier") == 0) {
        pack->over_tiers = &tier;
        pack->over_tier_count = 1;
    } else if (strcmp(change, "cut") == 0) {
        pack->item_rounding = FUHE_ROUND_TRUNCATE;
    }
}

static void test_row(void **state) {
    const struct row_case *row = *state;
    const struct fuhe_indicator indicator = {.level2 = cell_of("数量指标"),
                                             .name = cell_of("数量"),
                                             .weight = cell_of(row->weight),
                                             .score = cell_of("1"),
                                             .target = cell_of(row->target),
                                             .actual = cell_of(row->actual)};
    struct fuhe_row scored = {.category = FUHE_CATEGORY_OUTPUT};
    struct fuhe_formula_text formula;
    struct fuhe_pack pack;

    prepare(&pack, row->change);
    assert_int_equal(fuhe_score_indicator(&indicator, &pack, &scored), FUHE_STATUS_OK);
    fuhe_formula_row(&scored, &pack, NULL, LINE, &formula);
    assert_string_equal(formula.text, row->expected);
}

static void test_edge(void **state) {
    const struct fuhe_row row = {.has_weight = true, .weight = FUHE_DECIMAL(15)};
    const fuhe_decimal percent = FUHE_DECIMAL(80);
    struct fuhe_formula_text formula;
    struct fuhe_pack pack;

    (void)state;
    plain_pack_init(&pack);
    fuhe_formula_row(&row, &pack, &percent, LINE, &formula);
    assert_string_equal(formula.text, "=MIN(G5,ROUND(ROUND(G5*80/100,10),2))");
}

static void test_verified(void **state) {
    struct fuhe_formula_text formula;

    (void)state;
    fuhe_formula_verified(FUHE_VERDICT_JUDGEMENT, LINE, &formula);
    assert_string_equal(formula.text, "=MIN(L5,G5)");
    fuhe_formula_verified(FUHE_VERDICT_ROUNDED, LINE, &formula);
    assert_string_equal(formula.text, "=IF(O5=\"as claimed\",L5,N5)");
    fuhe_formula_difference(LINE, &formula);
    assert_string_equal(formula.text, "=ROUND(L5-P5,6)");
}

/* --- execution --------------------------------------------------------------------------------------------------- */

struct execution_case {
    const char *name;
    enum fuhe_execution_method method;
    enum fuhe_rate_basis basis;
    const char *budget;
    const char *executed;
    const char *expected;
};

#define BANDS "'Rules used'!$C$6:$C$8,'Rules used'!$D$6:$D$8)"

static const struct execution_case executions[] = {
    {"bands", FUHE_EXECUTION_BANDS, FUHE_RATE_EXACT, "295.91", "243.93", "=LOOKUP(ROUND(100*K5/I5,9)," BANDS},
    {"the edge of a band", FUHE_EXECUTION_BANDS, FUHE_RATE_EXACT, "100", "60", "=LOOKUP(ROUND(100*K5/I5,9)," BANDS},
    {"a hair below it", FUHE_EXECUTION_BANDS, FUHE_RATE_EXACT, "900000000", "899999999.9999", ""},
    {"bands by the printed rate", FUHE_EXECUTION_BANDS, FUHE_RATE_PRINTED, "295.91", "243.93",
     "=LOOKUP(ROUND(ROUND(100*K5/I5,10),2)," BANDS},
    {"by line", FUHE_EXECUTION_LINEAR, FUHE_RATE_EXACT, "295.91", "243.93", "=ROUND(ROUND(G5*MIN(1,K5/I5),10),2)"},
    {"by line and the printed rate", FUHE_EXECUTION_LINEAR, FUHE_RATE_PRINTED, "295.91", "243.93",
     "=ROUND(ROUND(G5*MIN(100,ROUND(ROUND(100*K5/I5,10),2))/100,10),2)"},
    {"no budget", FUHE_EXECUTION_BANDS, FUHE_RATE_EXACT, "0", "0", ""},
};

static void test_execution(void **state) {
    const struct execution_case *row = *state;
    struct fuhe_fund fund = {
        .label = cell_of("年度资金总额"), .budget = cell_of(row->budget), .executed = cell_of(row->executed)};
    const struct fuhe_form form = {.funds = &fund, .fund_count = 1};
    struct fuhe_execution execution = {0};
    struct fuhe_formula_text formula;
    struct fuhe_pack pack;

    plain_pack_init(&pack);
    pack.execution.method = row->method;
    pack.execution.basis = row->basis;
    pack.execution.rate_places = 2;
    assert_int_equal(fuhe_score_execution(&form, &pack, &execution), FUHE_STATUS_OK);
    fuhe_formula_execution(&execution, &pack, (struct fuhe_lines){6, 8}, LINE, &formula);
    assert_string_equal(formula.text, row->expected);
}

/* --- totals ------------------------------------------------------------------------------------------------------ */

#define SUM "ROUND(ROUND(SUMIFS('Indicator details'!P2:P9,'Indicator details'!R2:R9,\"yes\"),8),2)"

struct total_case {
    const char *name;
    enum fuhe_basis basis;
    enum fuhe_deviation_base base;
    const char *total;
    const char *rate;
};

static const struct total_case totals[] = {
    {"as listed", FUHE_BASIS_AS_LISTED, FUHE_DEVIATION_OF_CLAIM, "=" SUM, "=ROUND(ROUND(ROUND(E5-F5,8)*100/E5,10),2)"},
    {"counted once", FUHE_BASIS_COUNT_ONCE, FUHE_DEVIATION_OF_VERIFIED, "=" SUM,
     "=ROUND(ROUND(ROUND(E5-F5,8)*100/F5,10),2)"},
    {"rescaled", FUHE_BASIS_RESCALED, FUHE_DEVIATION_OF_CLAIM, "=ROUND(ROUND(" SUM "*100/R5,10),2)",
     "=ROUND(ROUND(ROUND(E5-F5,8)*100/E5,10),2)"},
};

static void test_total(void **state) {
    const struct total_case *row = *state;
    struct fuhe_formula_text formula;
    struct fuhe_pack pack;
    struct fuhe_review review = {.pack = &pack, .state = FUHE_REVIEW_SCORED};

    plain_pack_init(&pack);
    pack.deviation_base = row->base;
    review.totals = (struct fuhe_totals){.weight_sum = FUHE_DECIMAL(105),
                                         .claimed = {true, FUHE_DECIMAL(96), 0},
                                         .basis = row->basis,
                                         .verified = FUHE_DECIMAL(95),
                                         .as_listed = FUHE_DECIMAL(95),
                                         .has_deviation = true,
                                         .has_deviation_rate = true};
    fuhe_formula_total(&review, (struct fuhe_lines){2, 9}, LINE, &formula);
    assert_string_equal(formula.text, row->total);
    fuhe_formula_deviation(&review, LINE, &formula);
    assert_string_equal(formula.text, "=ROUND(ROUND(E5-F5,8),2)");
    fuhe_formula_rate(&review, LINE, &formula);
    assert_string_equal(formula.text, row->rate);
}

/* The longest formula there is must not be cut. */
static void test_longest(void **state) {
    struct fuhe_formula_text formula;
    struct fuhe_pack pack;
    struct fuhe_review review = {.pack = &pack, .state = FUHE_REVIEW_SCORED};
    size_t open = 0;
    size_t closed = 0;

    (void)state;
    plain_pack_init(&pack);
    pack.total_rounding = FUHE_ROUND_HALF_EVEN;
    pack.full_marks = (fuhe_decimal){100000001};
    review.totals = (struct fuhe_totals){
        .weight_sum = FUHE_DECIMAL(105), .basis = FUHE_BASIS_RESCALED, .as_listed = FUHE_DECIMAL(95)};
    fuhe_formula_total(&review, (struct fuhe_lines){FUHE_SHEET_LINES_MAX - 1, FUHE_SHEET_LINES_MAX},
                       FUHE_SHEET_LINES_MAX, &formula);
    for (const char *text = formula.text; *text != '\0'; text++) {
        open += *text == '(';
        closed += *text == ')';
    }
    assert_true(open > 20);
    assert_int_equal(open, closed);
    assert_true(strlen(formula.text) + 1 < sizeof formula.text);
}

static void test_grade(void **state) {
    struct fuhe_formula_text formula;

    (void)state;
    fuhe_formula_weights((struct fuhe_lines){2, 9}, &formula);
    assert_string_equal(formula.text, "=ROUND(SUM('Indicator details'!G2:G9),6)");
    fuhe_formula_grade((struct fuhe_lines){3, 4}, LINE, &formula);
    assert_string_equal(formula.text, "=LOOKUP(F5,'Rules used'!$C$3:$C$4,'Rules used'!$E$3:$E$4)");
    fuhe_formula_change((struct fuhe_lines){3, 4}, LINE, &formula);
    assert_string_equal(formula.text, "=IF(I5=J5,\"same\",IF(MATCH(I5,'Rules used'!$E$3:$E$4,0)>"
                                      "MATCH(J5,'Rules used'!$E$3:$E$4,0),\"lowered\",\"raised\"))");
}

int main(void) {
    const struct CMUnitTest others[] = {cmocka_unit_test(test_edge), cmocka_unit_test(test_verified),
                                        cmocka_unit_test(test_grade), cmocka_unit_test(test_longest)};

    return RUN_CASES("indicators", rows, test_row) + RUN_CASES("execution", executions, test_execution) +
           RUN_CASES("totals", totals, test_total) + cmocka_run_group_tests(others, NULL, NULL);
}
