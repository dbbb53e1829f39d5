/* SPDX-License-Identifier: Apache-2.0 */
/* The execution score: base row, rate, bands and line, with and without a budget. */
#include "engine/score.h"
#include "tests/support/cases.h"
#include "tests/support/cells.h"

static fuhe_text total_words[] = {{"年度资金总额", 18}};
static struct fuhe_band bands[] = {
    {{100000000}, {10000000}}, {{80000000}, {7000000}}, {{60000000}, {5000000}}, {{0}, {0}}};

enum rules { BANDS, BANDS_PRINTED, LINE, LINE_PRINTED, NO_BUDGET_FULL, NO_BUDGET_ZERO, FINE_WEIGHT };

static struct fuhe_pack pack_of(enum rules rules) {
    struct fuhe_pack pack = {0};
    struct fuhe_execution_rule *rule = &pack.execution;

    fuhe_pack_init(&pack);
    pack.accept = FUHE_ACCEPT_ROUNDED;
    pack.raise = true;
    rule->weight = rules == FINE_WEIGHT ? (fuhe_decimal){10500000} : FUHE_DECIMAL(10);
    pack.item_places = rules == FINE_WEIGHT ? 0 : 2;
    rule->method =
        rules == LINE || rules == FINE_WEIGHT || rules == LINE_PRINTED ? FUHE_EXECUTION_LINEAR : FUHE_EXECUTION_BANDS;
    rule->basis = rules == BANDS_PRINTED || rules == LINE_PRINTED ? FUHE_RATE_PRINTED : FUHE_RATE_EXACT;
    rule->rate_places = 2;
    rule->zero_budget = FUHE_ZERO_BUDGET_UNSCORED;
    if (rules == NO_BUDGET_FULL) {
        rule->zero_budget = FUHE_ZERO_BUDGET_FULL;
    } else if (rules == NO_BUDGET_ZERO) {
        rule->zero_budget = FUHE_ZERO_BUDGET_NO_POINTS;
    }
    rule->bands = bands;
    rule->band_count = sizeof bands / sizeof bands[0];
    rule->total_words = (struct fuhe_text_list){total_words, 1};
    return pack;
}

struct fund_row {
    const char *label;
    const char *budget;
    const char *executed;
    const char *score;
};

struct execution_case {
    const char *name;
    enum rules rules;
    struct fund_row funds[3];
    enum fuhe_execution_state state;
    const char *rate;     /* percent; NULL: none */
    const char *verified; /* NULL: none */
    enum fuhe_verdict verdict;
    bool from_parts;
};

#define TOTAL "年度资金总额"
#define PART "当年财政拨款"
#define SCORED FUHE_EXECUTION_SCORED
#define OPEN FUHE_EXECUTION_JUDGEMENT
#define UNSCORED FUHE_EXECUTION_UNSCORED
#define EXACT FUHE_VERDICT_EXACT
#define OVER FUHE_VERDICT_OVERSTATED
#define NONE FUHE_VERDICT_UNSCORED

static const struct execution_case execution_cases[] = {
    {"all spent", BANDS, {{TOTAL, "50", "50", "10"}}, SCORED, "100", "10", EXACT, false},
    {"a weight finer than scores", FINE_WEIGHT, {{TOTAL, "50", "50", "11"}}, SCORED, "100", "10.5", OVER, false},
    {"a weight finer than scores, nothing claimed",
     FINE_WEIGHT,
     {{TOTAL, "50", "50", ""}},
     SCORED,
     "100",
     "10.5",
     NONE,
     false},
    {"just below all", BANDS, {{TOTAL, "58", "57.63", "7"}}, SCORED, "99.36", "7", EXACT, false},
    {"rounds to 100 but is not", BANDS, {{TOTAL, "100000", "99999", "10"}}, SCORED, "100", "7", OVER, false},
    {"rounds to 100 on the printed rate",
     BANDS_PRINTED,
     {{TOTAL, "100000", "99999", "10"}},
     SCORED,
     "100",
     "10",
     EXACT,
     false},
    {"lower edge of a band", BANDS, {{TOTAL, "100", "80", "7"}}, SCORED, "80", "7", EXACT, false},
    {"just below the edge", BANDS, {{TOTAL, "100", "79.999999", "7"}}, SCORED, "80", "5", OVER, false},
    {"lowest band", BANDS, {{TOTAL, "35", "0", "0"}}, SCORED, "0", "0", EXACT, false},
    {"more than the budget is capped", BANDS, {{TOTAL, "50", "60", "10"}}, SCORED, "120", "10", EXACT, false},
    {"line", LINE, {{TOTAL, "58", "57.63", "9.94"}}, SCORED, "99.36", "9.94", EXACT, false},
    {"line on the printed rate", LINE_PRINTED, {{TOTAL, "3", "1", "3.33"}}, SCORED, "33.33", "3.33", EXACT, false},
    {"line is capped", LINE, {{TOTAL, "50", "60", "10"}}, SCORED, "120", "10", EXACT, false},
    {"score cell missing", BANDS, {{TOTAL, "50", "50", NULL}}, SCORED, "100", "10", NONE, false},
    {"score cell is a dash", BANDS, {{TOTAL, "50", "30", "—"}}, SCORED, "60", "5", NONE, false},
    {"total row below its parts",
     BANDS,
     {{PART, "20", "20", "—"}, {TOTAL, "50", "25", "0"}},
     SCORED,
     "50",
     "0",
     EXACT,
     false},
    {"total row missing", BANDS, {{PART, "10", "0", "—"}, {"其他资金", "0", "0", "—"}}, SCORED, "0", "0", NONE, true},
    {"total row empty",
     BANDS,
     {{TOTAL, "", "", ""}, {PART, "10", "8", "7"}, {"其他资金", "10", "8", "—"}},
     SCORED,
     "80",
     "7",
     EXACT,
     true},
    {"two rows claim: neither counts",
     BANDS,
     {{PART, "10", "8", "7"}, {"其他资金", "10", "8", "5"}},
     SCORED,
     "80",
     "7",
     NONE,
     true},
    {"the claim of an empty total row goes before those of its parts",
     BANDS,
     {{TOTAL, "", "", "10"}, {PART, "10", "8", "7"}},
     SCORED,
     "80",
     "7",
     OVER,
     true},
    {"a part with half of its figures leaves the rate open",
     BANDS,
     {{PART, "10", "8", "7"}, {"其他资金", "10", "", "—"}},
     OPEN,
     NULL,
     "7",
     FUHE_VERDICT_JUDGEMENT,
     true},
    {"so does one that cannot be read",
     BANDS,
     {{PART, "10", "8", "7"}, {"其他资金", "10", "1.2.3", "—"}},
     OPEN,
     NULL,
     "7",
     FUHE_VERDICT_JUDGEMENT,
     true},
    {"a part of nothing does not",
     BANDS,
     {{PART, "10", "8", "7"}, {"其他资金", "0", "—", "—"}},
     SCORED,
     "80",
     "7",
     EXACT,
     true},
    {"no money at all", BANDS, {{TOTAL, "—", "—", "—"}}, UNSCORED, NULL, NULL, NONE, true},
    {"no row at all", BANDS, {{NULL, NULL, NULL, NULL}}, UNSCORED, NULL, NULL, NONE, true},
    {"budget zero, no claim", BANDS, {{TOTAL, "0", "0", ""}}, UNSCORED, NULL, NULL, NONE, false},
    {"budget zero, claim stands", BANDS, {{TOTAL, "0", "0", "12"}}, OPEN, NULL, "10", FUHE_VERDICT_JUDGEMENT, false},
    {"budget zero is full", NO_BUDGET_FULL, {{TOTAL, "0", "0", "10"}}, SCORED, NULL, "10", EXACT, false},
    {"budget zero is nothing", NO_BUDGET_ZERO, {{TOTAL, "0", "0", "10"}}, SCORED, NULL, "0", OVER, false},
    {"budget zero but money spent",
     NO_BUDGET_FULL,
     {{TOTAL, "0", "5", "10"}},
     OPEN,
     NULL,
     "10",
     FUHE_VERDICT_JUDGEMENT,
     false},
    {"negative money is unreadable",
     BANDS,
     {{TOTAL, "-50", "50", "10"}},
     OPEN,
     NULL,
     "10",
     FUHE_VERDICT_JUDGEMENT,
     true},
};

static void execution_is_scored(void **state) {
    const struct execution_case *row = *state;
    const struct fuhe_pack pack = pack_of(row->rules);
    struct fuhe_fund funds[3] = {0};
    struct fuhe_form form = {.funds = funds};
    struct fuhe_execution result = {0};
    char text[FUHE_DECIMAL_TEXT_SIZE];

    while (form.fund_count < 3 && row->funds[form.fund_count].label != NULL) {
        const struct fund_row *fund = &row->funds[form.fund_count];
        funds[form.fund_count++] = (struct fuhe_fund){.label = cell_of(fund->label),
                                                      .budget = cell_of(fund->budget),
                                                      .executed = cell_of(fund->executed),
                                                      .score = cell_of(fund->score)};
    }
    assert_int_equal(fuhe_score_execution(&form, &pack, &result), FUHE_STATUS_OK);
    assert_int_equal(result.state, row->state);
    assert_int_equal(result.has_rate, row->rate != NULL);
    if (row->rate != NULL) {
        fuhe_decimal_format(result.rate_rounded, 0, text);
        assert_string_equal(text, row->rate);
    }
    assert_int_equal(result.has_verified, row->verified != NULL);
    if (row->verified != NULL) {
        fuhe_decimal_format(result.verified, 0, text);
        assert_string_equal(text, row->verified);
    }
    assert_string_equal(fuhe_verdict_name(result.verdict), fuhe_verdict_name(row->verdict));
    assert_int_equal(result.from_parts, row->from_parts);
}

int main(void) {
    return RUN_CASES("execution", execution_cases, execution_is_scored);
}
