/* SPDX-License-Identifier: Apache-2.0 */
/* Proofs by trial: each row breaks one thing of a pack that holds together and names the counter-example that scoring
 * by it must give; and what a sound pack shows of its jumps and grades. */
#include <stdio.h>
#include <string.h>

#include "engine/pack_prove.h"
#include "tests/support/cases.h"
#include "tests/support/plain_pack.h"

struct broken_case {
    const char *name;
    void (*breaking)(struct fuhe_pack *pack);
    enum fuhe_problem problem;
    const char *subject;
    const char *found;
    const char *expected;
};

static void nothing(struct fuhe_pack *pack) {
    (void)pack;
}
static fuhe_decimal hundredths(int64_t value) {
    return (fuhe_decimal){value * FUHE_DECIMAL_ONE / 100};
}
static void band_not_monotone(struct fuhe_pack *pack) {
    pack->execution.bands[2].score = FUHE_DECIMAL(7);
}
static void band_not_monotone_rounded(struct fuhe_pack *pack) {
    band_not_monotone(pack);
    pack->execution.basis = FUHE_RATE_PRINTED;
    pack->execution.rate_places = 1;
}
static void band_above_weight(struct fuhe_pack *pack) {
    pack->execution.bands[1].score = FUHE_DECIMAL(12);
}
static void band_below_weight(struct fuhe_pack *pack) {
    pack->execution.bands[0].score = FUHE_DECIMAL(9);
}
static void weight_rounded_up(struct fuhe_pack *pack) {
    pack->item_places = 0;
    pack->execution.weight = pack->execution.bands[0].score = hundredths(1050);
    pack->categories[FUHE_CATEGORY_OUTPUT].weight = hundredths(3950);
    pack->variants[0].weights[FUHE_CATEGORY_OUTPUT] = hundredths(4950);
}
static void weight_cut(struct fuhe_pack *pack) {
    weight_rounded_up(pack);
    pack->item_rounding = FUHE_ROUND_TRUNCATE;
}
static void rate_rounded_to_whole(struct fuhe_pack *pack) {
    pack->execution.basis = FUHE_RATE_PRINTED;
    pack->execution.rate_places = 0;
}
static void band_between_rates(struct fuhe_pack *pack) { /* 60 and more, 59.6 to below 60, 0 */
    rate_rounded_to_whole(pack);
    pack->execution.bands[0] = (struct fuhe_band){FUHE_DECIMAL(60), FUHE_DECIMAL(10)};
    pack->execution.bands[1].from = hundredths(5960);
}
static void band_of_one_rate(struct fuhe_pack *pack) {
    rate_rounded_to_whole(pack);
    pack->execution.bands[0] = (struct fuhe_band){hundredths(6001), FUHE_DECIMAL(10)};
    pack->execution.bands[1].from = hundredths(5999);
}
static void linear(struct fuhe_pack *pack) {
    pack->execution.method = FUHE_EXECUTION_LINEAR;
    pack->execution.band_count = 0;
}
static struct fuhe_over_tier tiers[2];
static void use_tiers(struct fuhe_pack *pack, int64_t high, int64_t high_cut, int64_t low, int64_t low_cut) {
    tiers[0] = (struct fuhe_over_tier){FUHE_DECIMAL(high), FUHE_DECIMAL(high_cut)};
    tiers[1] = (struct fuhe_over_tier){FUHE_DECIMAL(low), FUHE_DECIMAL(low_cut)};
    pack->over_tiers = tiers;
    pack->over_tier_count = 2;
}
static void good_tiers(struct fuhe_pack *pack) {
    use_tiers(pack, 3, 50, 2, 20);
}
static void tiers_not_monotone(struct fuhe_pack *pack) {
    use_tiers(pack, 3, 10, 2, 20);
}
static void tier_at_target(struct fuhe_pack *pack) {
    use_tiers(pack, 2, 50, 1, 20);
}
static void worse_step_first(struct fuhe_pack *pack) {
    const struct fuhe_scale_step step = pack->scale[0];
    pack->scale[0] = pack->scale[1];
    pack->scale[1] = step;
}
static fuhe_text word;
static void met_word_to_come(struct fuhe_pack *pack) {
    word = FUHE_TEXT("待定");
    pack->met_words = plain_words(&word, 1);
}
static void met_word_number(struct fuhe_pack *pack) {
    word = FUHE_TEXT("100%");
    pack->met_words = plain_words(&word, 1);
}
static void total_word_dash(struct fuhe_pack *pack) {
    word = FUHE_TEXT("—");
    pack->execution.total_words = plain_words(&word, 1);
}
static void step_word_error(struct fuhe_pack *pack) {
    word = FUHE_TEXT("#REF!");
    pack->scale[1].words = plain_words(&word, 1);
}
static void variant_like_own(struct fuhe_pack *pack) {
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        pack->variants[0].weights[i] = pack->categories[i].weight;
    }
}
static struct fuhe_weight_variant two_variants[2];
static void variants_alike(struct fuhe_pack *pack) {
    two_variants[0] = two_variants[1] = pack->variants[0];
    two_variants[1].id = FUHE_TEXT("other");
    pack->variants = two_variants;
    pack->variant_count = 2;
}
static void cost_without_points(struct fuhe_pack *pack) {
    pack->needs_cost = true;
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        pack->categories[i].weight = pack->variants[0].weights[i];
    }
}
static struct fuhe_grade three_grades[3];
static void use_grades(struct fuhe_pack *pack, fuhe_decimal high, fuhe_decimal middle) {
    three_grades[0] = pack->grades[0];
    three_grades[1] = three_grades[0];
    three_grades[2] = pack->grades[1];
    three_grades[0].from = high;
    three_grades[1].from = middle;
    three_grades[1].id = FUHE_TEXT("middle");
    three_grades[1].name = (struct fuhe_bilingual){FUHE_TEXT("中"), FUHE_TEXT("middle")};
    pack->grades = three_grades;
    pack->grade_count = 3;
    pack->total_places = 0;
}
static void grade_between_totals(struct fuhe_pack *pack) {
    use_grades(pack, FUHE_DECIMAL(60), hundredths(5950));
}
static void grade_of_one_total(struct fuhe_pack *pack) {
    use_grades(pack, hundredths(6050), hundredths(5950));
}
static void grade_below_execution(struct fuhe_pack *pack) {
    pack->execution.bands[2].score = FUHE_DECIMAL(4);
    pack->grades[0].from = FUHE_DECIMAL(4);
}
static void much_execution(struct fuhe_pack *pack) {
    pack->execution.weight = pack->execution.bands[0].score = FUHE_DECIMAL(90);
    pack->execution.bands[1].score = FUHE_DECIMAL(50);
    pack->variant_count = 0;
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        pack->categories[i].weight = FUHE_DECIMAL(0);
    }
    pack->categories[FUHE_CATEGORY_OUTPUT].weight = FUHE_DECIMAL(10);
    use_grades(pack, FUHE_DECIMAL(80), FUHE_DECIMAL(65));
}

static const struct broken_case broken_cases[] = {
    {"more spending scores less", band_not_monotone, FUHE_PROBLEM_PACK_NOT_MONOTONE, "execution", "60 -> 5, 59.99 -> 7",
     ""},
    {"… of rates rounded first", band_not_monotone_rounded, FUHE_PROBLEM_PACK_NOT_MONOTONE, "execution",
     "59.95 -> 5, 59.94 -> 7", ""},
    {"more than the weight of execution", band_above_weight, FUHE_PROBLEM_PACK_FULL, "execution", "60 -> 12", "10"},
    {"full execution marks out of reach", band_below_weight, FUHE_PROBLEM_PACK_FULL, "execution", "100 -> 9", "10"},
    {"a weight that its rounding would exceed", weight_rounded_up, FUHE_PROBLEM_NONE, "", "", ""},
    {"a weight that its rounding cuts", weight_cut, FUHE_PROBLEM_PACK_FULL, "execution", "100 -> 10", "10.5"},
    {"a band that no rounded rate reaches", band_between_rates, FUHE_PROBLEM_PACK_UNREACHABLE, "execution", "59.6", ""},
    {"a band that one rounded rate reaches", band_of_one_rate, FUHE_PROBLEM_NONE, "", "", ""},
    {"larger excess cut less", tiers_not_monotone, FUHE_PROBLEM_PACK_TURNS_UP, "over-completion", "3 -> 90, 2.99 -> 80",
     ""},
    {"the target met loses points", tier_at_target, FUHE_PROBLEM_PACK_FULL, "over-completion", "1 -> 80", "100"},
    {"a worse step listed first", worse_step_first, FUHE_PROBLEM_PACK_NOT_MONOTONE, "scale",
     "未完成 -> 0, 基本完成 -> 80", ""},
    {"a placeholder as a word for met", met_word_to_come, FUHE_PROBLEM_PACK_NO_WORDS, "words", "待定", "no entry"},
    {"a number as a word for met", met_word_number, FUHE_PROBLEM_PACK_NO_WORDS, "words", "100%", "a number"},
    {"a dash as a word for the total row", total_word_dash, FUHE_PROBLEM_PACK_NO_WORDS, "execution", "—", "no entry"},
    {"a broken formula as a step", step_word_error, FUHE_PROBLEM_PACK_NO_WORDS, "scale", "#REF!", "unreadable"},
    {"two sets of the same weights", variant_like_own, FUHE_PROBLEM_PACK_AMBIGUOUS, "variant no-cost", "weights", ""},
    {"two variants of the same weights", variants_alike, FUHE_PROBLEM_PACK_AMBIGUOUS, "variant other", "no-cost", ""},
    {"chosen for costs without points", cost_without_points, FUHE_PROBLEM_PACK_VALUE, "weights", "0",
     "points for cost, as the pack is for forms with cost indicators"},
    {"a grade between two totals", grade_between_totals, FUHE_PROBLEM_PACK_UNREACHABLE, "grades", "59.5", ""},
    {"a grade of one total", grade_of_one_total, FUHE_PROBLEM_NONE, "", "", ""},
    {"a grade that execution stands above", grade_below_execution, FUHE_PROBLEM_PACK_UNREACHABLE, "grades", "0", ""},
    {"a grade between two bands of execution", much_execution, FUHE_PROBLEM_PACK_UNREACHABLE, "grades", "65", ""},
};

static void broken_pack_is_found(void **state) {
    const struct broken_case *row = *state;
    struct fuhe_pack pack;
    struct fuhe_error err;

    memset(&err, 0, sizeof err);
    plain_pack_init(&pack);
    row->breaking(&pack);
    const bool good = row->problem == FUHE_PROBLEM_NONE;
    assert_int_equal(fuhe_pack_validate(&pack, &err), good ? FUHE_STATUS_OK : FUHE_STATUS_INVALID);
    assert_string_equal(fuhe_problem_name(err.problem), fuhe_problem_name(row->problem));
    assert_string_equal(err.subject, row->subject);
    assert_string_equal(err.found, row->found);
    assert_string_equal(err.expected, row->expected);
    plain_pack_init(&pack);
    row->breaking(&pack);
    assert_int_equal(fuhe_pack_validate(&pack, NULL), good ? FUHE_STATUS_OK : FUHE_STATUS_INVALID);
}

/* --- what a pack that holds together shows ------------------------------------------------------------------------ */

struct jump_case {
    const char *name;
    void (*breaking)(struct fuhe_pack *pack);
    bool is_completion;
    const char *expected; /* "" for no jump */
};

static void middle_band_higher(struct fuhe_pack *pack) {
    pack->execution.bands[1].score = FUHE_DECIMAL(3);
}
static void bands_of_rounded_rates(struct fuhe_pack *pack) {
    pack->execution.basis = FUHE_RATE_PRINTED;
    pack->execution.rate_places = 2;
}
static void line_of_rounded_rates(struct fuhe_pack *pack) {
    linear(pack);
    rate_rounded_to_whole(pack);
}

static const struct jump_case jump_cases[] = {
    {"of two alike the higher edge", nothing, false, "99.99 -> 5, 100 -> 10"},
    {"the larger one", middle_band_higher, false, "99.99 -> 3, 100 -> 10"},
    {"rates rounded first", bands_of_rounded_rates, false, "99.994 -> 5, 99.995 -> 10"},
    {"a line", linear, false, ""},
    {"a line in steps", line_of_rounded_rates, false, "99.49 -> 9.9, 99.5 -> 10"},
    {"no tiers", nothing, true, ""},
    {"tiers", good_tiers, true, "2.99 -> 80, 3 -> 50"},
};

static void jump_is_found(void **state) {
    const struct jump_case *row = *state;
    struct fuhe_pack pack;
    struct fuhe_pack_proof proof;
    char texts[4][FUHE_DECIMAL_TEXT_SIZE];
    char found[256] = "";

    plain_pack_init(&pack);
    row->breaking(&pack);
    assert_int_equal(fuhe_pack_prove(&pack, &proof, NULL), FUHE_STATUS_OK);
    const struct fuhe_jump *jump = row->is_completion ? &proof.completion : &proof.execution;
    if (jump->present) {
        (void)fuhe_decimal_format(jump->below, 0, texts[0]);
        (void)fuhe_decimal_format(jump->points_below, 0, texts[1]);
        (void)fuhe_decimal_format(jump->at, 0, texts[2]);
        (void)fuhe_decimal_format(jump->points_at, 0, texts[3]);
        (void)snprintf(found, sizeof found, "%s -> %s, %s -> %s", texts[0], texts[1], texts[2], texts[3]);
    }
    assert_string_equal(found, row->expected);
    assert_true(proof.rates > 10 && proof.results > 100 && proof.missing > 300);
}

struct totals_case {
    const char *name;
    void (*breaking)(struct fuhe_pack *pack);
    size_t grade;
    const char *lowest;
    const char *highest;
};

static const struct totals_case totals_cases[] = {
    {"the best grade", nothing, 0, "60", "100"},
    {"the one below", nothing, 1, "0", "59.99"},
    {"whole totals", grade_of_one_total, 1, "60", "60"},
    {"whole totals above a cut between them", grade_of_one_total, 0, "61", "100"},
};

static void totals_are_found(void **state) {
    const struct totals_case *row = *state;
    struct fuhe_pack pack;
    fuhe_decimal lowest;
    fuhe_decimal highest;
    char text[FUHE_DECIMAL_TEXT_SIZE];

    plain_pack_init(&pack);
    row->breaking(&pack);
    assert_true(fuhe_pack_grade_totals(&pack, row->grade, &lowest, &highest));
    (void)fuhe_decimal_format(lowest, 0, text);
    assert_string_equal(text, row->lowest);
    (void)fuhe_decimal_format(highest, 0, text);
    assert_string_equal(text, row->highest);
}

int main(void) {
    int failed = RUN_CASES("packs that fail a trial", broken_cases, broken_pack_is_found);
    failed += RUN_CASES("largest jumps", jump_cases, jump_is_found);
    failed += RUN_CASES("totals of grades", totals_cases, totals_are_found);
    return failed;
}
