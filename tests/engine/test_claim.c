/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/claim.h"
#include "tests/support/cases.h"

/* Points as text: "9.40" is a claim of 9.4 that prints two decimals. */
static struct fuhe_claim claim_of(const char *text) {
    struct fuhe_claim claim = {.present = true};
    int64_t rest = 0;

    assert_int_equal(fuhe_decimal_parse_long(fuhe_text_of(text), &claim.value, &rest, &claim.places), FUHE_STATUS_OK);
    return claim;
}

struct judge_case {
    const char *name;
    const char *claim;
    fuhe_fraction exact;
    const char *weight;
    enum fuhe_claim_acceptance accept;
    bool raise;
    const char *verdict;
    const char *recomputed;
    const char *verified;
    bool fewer_places; /* none instead of two */
};

#define USUAL FUHE_ACCEPT_ROUNDED, true

static const struct judge_case judge_cases[] = {
    {"9 for 515/57", "9", {515, 57}, "10", USUAL, "rounded", "9.04", "9"},
    {"9.4 for 273/29", "9.4", {273, 29}, "10", USUAL, "rounded", "9.41", "9.4"},
    {"19.8 for 5763/290", "19.8", {5763, 290}, "20", USUAL, "truncated", "19.87", "19.87"},
    {"5.8 for 19740/3359", "5.8", {19740, 3359}, "6", USUAL, "truncated", "5.88", "5.88"},
    {"0.92 for 267/325", "0.92", {267, 325}, "2", USUAL, "overstated", "0.82", "0.82"},
    {"0.04 for 891/20000", "0.04", {891, 20000}, "2", USUAL, "exact", "0.04", "0.04"},
    {"the full weight, earned", "10", {10, 1}, "10", USUAL, "exact", "10", "10"},
    {"the full weight, nearly earned", "10", {299, 30}, "10", USUAL, "overstated", "9.97", "9.97"},
    {"the full weight, earned at the places", "10", {99999, 10000}, "10", USUAL, "exact", "10", "10"},
    {"the full weight, unmet, cutting accepted",
     "10",
     {299, 30},
     "10",
     FUHE_ACCEPT_TRUNCATED,
     true,
     "overstated",
     "9.97",
     "9.97"},
    {"more than the weight", "11", {10, 1}, "10", USUAL, "overstated", "10", "10"},
    {"more than the weight by rounding", "10", {19, 2}, "9.5", USUAL, "overstated", "9.5", "9.5"},
    {"a weight finer than scores", "2.5", {5, 2}, "2.5", USUAL, "exact", "2.5", "2.5", true},
    {"a weight finer than scores, its rounding claimed", "3", {5, 2}, "2.5", USUAL, "overstated", "2.5", "2.5", true},
    {"a weight finer than scores, less claimed", "1", {5, 2}, "2.5", USUAL, "understated", "2.5", "2.5", true},
    {"a weight finer than scores, below it", "2", {2, 1}, "2.5", USUAL, "exact", "2", "2", true},
    {"a tie goes up", "0.13", {1, 8}, "2", USUAL, "exact", "0.13", "0.13"},
    {"a tie down is a cut", "0.12", {1, 8}, "2", USUAL, "truncated", "0.13", "0.13"},
    {"more decimals than asked for", "9.4138", {273, 29}, "10", USUAL, "rounded", "9.41", "9.4138"},
    {"printed zeros bind", "9.40", {273, 29}, "10", USUAL, "understated", "9.41", "9.41"},
    {"below", "8", {515, 57}, "10", USUAL, "understated", "9.04", "9.04"},
    {"one hundredth above", "9.42", {273, 29}, "10", USUAL, "overstated", "9.41", "9.41"},
    {"eight printed decimals", "9.41000000", {941, 100}, "10", USUAL, "exact", "9.41", "9.41"},
    {"eight decimals of a spreadsheet", "16.66666667", {50, 3}, "25", USUAL, "rounded", "16.67", "16.666667"},
    {"eight decimals, cut", "16.66666666", {50, 3}, "25", USUAL, "rounded", "16.67", "16.666667"},
    {"seven decimals, two apart", "16.6666690", {50, 3}, "25", USUAL, "overstated", "16.67", "16.67"},
    {"seven decimals, two below", "16.6666640", {50, 3}, "25", USUAL, "understated", "16.67", "16.67"},
    {"rounded twice", "0.12345650", {12345649999, 100000000000}, "2", USUAL, "rounded", "0.12", "0.123457"},
    {"six decimals, one apart", "16.666668", {50, 3}, "25", USUAL, "overstated", "16.67", "16.67"},
    {"noise behind the full weight", "9.99999999", {10, 1}, "10", USUAL, "exact", "10", "10"},
    {"rounding not accepted", "9", {515, 57}, "10", FUHE_ACCEPT_EXACT, true, "rounded", "9.04", "9.04"},
    {"rounding upwards not accepted", "9.5", {945, 100}, "10", FUHE_ACCEPT_EXACT, true, "rounded", "9.45", "9.45"},
    {"cutting accepted", "19.8", {5763, 290}, "20", FUHE_ACCEPT_TRUNCATED, true, "truncated", "19.87", "19.8"},
    {"rounding accepted with cutting", "9", {515, 57}, "10", FUHE_ACCEPT_TRUNCATED, true, "rounded", "9.04", "9"},
    {"understated, not raised", "8", {515, 57}, "10", FUHE_ACCEPT_ROUNDED, false, "understated", "9.04", "8"},
    {"cut, not raised", "19.8", {5763, 290}, "20", FUHE_ACCEPT_ROUNDED, false, "truncated", "19.87", "19.8"},
    {"rounded down, not accepted, not raised", "9", {515, 57}, "10", FUHE_ACCEPT_EXACT, false, "rounded", "9.04", "9"},
    {"overstated is lowered all the same",
     "0.92",
     {267, 325},
     "2",
     FUHE_ACCEPT_ROUNDED,
     false,
     "overstated",
     "0.82",
     "0.82"},
};

static void judging_gives(void **state) {
    const struct judge_case *row = *state;
    const struct fuhe_claim claim = claim_of(row->claim);
    struct fuhe_pack pack = {0};
    struct fuhe_judged judged;

    pack.item_places = row->fewer_places ? 0 : 2;
    pack.item_rounding = FUHE_ROUND_HALF_UP;
    pack.accept = row->accept;
    pack.raise = row->raise;
    assert_int_equal(fuhe_claim_judge(&claim, row->exact, claim_of(row->weight).value, &pack, &judged), FUHE_STATUS_OK);
    assert_string_equal(fuhe_verdict_name(judged.verdict), row->verdict);
    assert_true(fuhe_decimal_equals(judged.recomputed, claim_of(row->recomputed).value));
    assert_true(fuhe_decimal_equals(judged.verified, claim_of(row->verified).value));
}

struct pack_case {
    const char *name;
    unsigned places;
    enum fuhe_rounding rounding;
    const char *claim;
    fuhe_fraction exact;
    const char *verdict;
};

static const struct pack_case pack_cases[] = {
    {"half-even: the even neighbour is exact", 2, FUHE_ROUND_HALF_EVEN, "0.12", {1, 8}, "exact"},
    {"half-even: the other is still honest", 2, FUHE_ROUND_HALF_EVEN, "0.13", {1, 8}, "rounded"},
    {"cutting: the cut is exact", 1, FUHE_ROUND_TRUNCATE, "1.8", {189, 100}, "exact"},
    {"whole points", 0, FUHE_ROUND_HALF_UP, "2", {189, 100}, "exact"},
};

static void pack_decides(void **state) {
    const struct pack_case *row = *state;
    const struct fuhe_claim claim = claim_of(row->claim);
    struct fuhe_pack pack = {0};
    struct fuhe_judged judged;

    pack.item_places = row->places;
    pack.item_rounding = row->rounding;
    pack.accept = FUHE_ACCEPT_ROUNDED;
    assert_int_equal(fuhe_claim_judge(&claim, row->exact, FUHE_DECIMAL(5), &pack, &judged), FUHE_STATUS_OK);
    assert_string_equal(fuhe_verdict_name(judged.verdict), row->verdict);
}

struct rounds_case {
    const char *name;
    const char *printed;
    const char *value;
    bool expected;
};

static const struct rounds_case rounds_cases[] = {
    {"rounded down", "82.4", "82.43", true},
    {"rounded up", "82.5", "82.45", true},
    {"cut", "82.4", "82.45", false},
    {"printed zeros bind", "82.40", "82.43", false},
    {"whole", "82", "82.43", true},
    {"eight decimals", "82.43000000", "82.43", true},
    {"out of range", "1", "9223372036854.7", false},
};

static void rounding_holds(void **state) {
    const struct rounds_case *row = *state;
    const struct fuhe_claim printed = claim_of(row->printed);
    assert_int_equal(fuhe_claim_rounds(printed.value, printed.places, claim_of(row->value).value), row->expected);
}

struct failure_case {
    const char *name;
    fuhe_fraction exact;
};

static const struct failure_case failure_cases[] = {
    {"a score out of range", {(fuhe_int128)INT64_MAX * INT64_MAX, 1}},
};

static void judging_fails(void **state) {
    const struct failure_case *row = *state;
    const struct fuhe_claim claim = claim_of("1");
    struct fuhe_pack pack = {0};
    struct fuhe_judged judged = {FUHE_VERDICT_UNSCORED, {-77}, {-77}};

    assert_int_equal(fuhe_claim_judge(&claim, row->exact, FUHE_DECIMAL(5), &pack, &judged), FUHE_STATUS_OVERFLOW);
    assert_int_equal(judged.verdict, FUHE_VERDICT_UNSCORED);
    assert_true(judged.recomputed.scaled == -77 && judged.verified.scaled == -77);
}

int main(void) {
    return RUN_CASES("judge", judge_cases, judging_gives) + RUN_CASES("as the pack says", pack_cases, pack_decides) +
           RUN_CASES("rounds", rounds_cases, rounding_holds) + RUN_CASES("fails", failure_cases, judging_fails);
}
