/* SPDX-License-Identifier: Apache-2.0 */
/* Each row breaks one thing of a pack that holds together and names the counter-example that the proof must give. */
#include <string.h>

#include "engine/pack.h"
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

static fuhe_decimal hundredths(int64_t value) {
    return (fuhe_decimal){value * FUHE_DECIMAL_ONE / 100};
}

static void nothing(struct fuhe_pack *pack) {
    (void)pack;
}
static void lowest_band_60(struct fuhe_pack *pack) {
    pack->execution.band_count = 2;
}
static void lowest_band_tiny(struct fuhe_pack *pack) {
    pack->execution.bands[2].from = hundredths(1);
}
static void two_bands_from_60(struct fuhe_pack *pack) {
    pack->execution.bands[2].from = FUHE_DECIMAL(60);
}
static void bands_out_of_order(struct fuhe_pack *pack) {
    pack->execution.bands[0].from = FUHE_DECIMAL(50);
}
static void band_above_100(struct fuhe_pack *pack) {
    pack->execution.bands[0].from = FUHE_DECIMAL(110);
}
static void band_below_0(struct fuhe_pack *pack) {
    pack->execution.bands[2].from = FUHE_DECIMAL(-1);
}
static void band_negative(struct fuhe_pack *pack) {
    pack->execution.bands[2].score = FUHE_DECIMAL(-1);
}
static void no_bands(struct fuhe_pack *pack) {
    pack->execution.band_count = 0;
}
static void too_many_bands(struct fuhe_pack *pack) {
    pack->execution.band_count = 65;
}
static void linear_with_bands(struct fuhe_pack *pack) {
    pack->execution.method = FUHE_EXECUTION_LINEAR;
}
static void linear(struct fuhe_pack *pack) {
    pack->execution.method = FUHE_EXECUTION_LINEAR;
    pack->execution.band_count = 0;
}
static void no_total_word(struct fuhe_pack *pack) {
    pack->execution.total_words.count = 0;
}
static void lowest_grade_60(struct fuhe_pack *pack) {
    pack->grade_count = 1;
}
static void grade_above_full_marks(struct fuhe_pack *pack) {
    pack->grades[0].from = hundredths(10001);
}
static void grades_out_of_order(struct fuhe_pack *pack) {
    pack->grades[1].from = FUHE_DECIMAL(70);
}
static void two_grades_from_0(struct fuhe_pack *pack) {
    pack->grades[0].from = FUHE_DECIMAL(0);
}
static void two_grades_of_one_id(struct fuhe_pack *pack) {
    pack->grades[1].id = pack->grades[0].id;
}
static void no_grade(struct fuhe_pack *pack) {
    pack->grade_count = 0;
}
static void weights_of_95(struct fuhe_pack *pack) {
    pack->categories[FUHE_CATEGORY_OUTPUT].weight = FUHE_DECIMAL(35);
}
static void weight_just_off(struct fuhe_pack *pack) {
    pack->categories[FUHE_CATEGORY_OUTPUT].weight.scaled += 1;
}
static void variant_of_120(struct fuhe_pack *pack) {
    pack->variants[0].weights[FUHE_CATEGORY_EFFECT] = FUHE_DECIMAL(50);
}
static void negative_weight(struct fuhe_pack *pack) {
    pack->categories[FUHE_CATEGORY_COST].weight = FUHE_DECIMAL(-20);
}
static void full_marks_of_0(struct fuhe_pack *pack) {
    pack->full_marks = FUHE_DECIMAL(0);
}
static void category_without_word(struct fuhe_pack *pack) {
    pack->categories[FUHE_CATEGORY_EFFECT].words.count = 0;
}
static void cost_without_word(struct fuhe_pack *pack) {
    pack->categories[FUHE_CATEGORY_COST].words.count = 0;
}
static void only_band_below_0(struct fuhe_pack *pack) {
    pack->execution.band_count = 1;
    pack->execution.bands[0].from = FUHE_DECIMAL(-1);
}
static void word_of_two_categories(struct fuhe_pack *pack) {
    pack->categories[FUHE_CATEGORY_SATISFACTION].words.items[0] = FUHE_TEXT("成本效益");
}
static void rule_without_citation(struct fuhe_pack *pack) {
    pack->citations[FUHE_RULE_ROUNDING].present = false;
}
static void rule_without_words(struct fuhe_pack *pack) {
    pack->citations[FUHE_RULE_RANK].says.en = (fuhe_text){NULL, 0};
}
static void verified_without_source(struct fuhe_pack *pack) {
    pack->citations[FUHE_RULE_COST].confidence = FUHE_CONFIDENCE_VERIFIED;
}
static const struct fuhe_source paper = {.id = {"A", 1}};
static void source_without_clause(struct fuhe_pack *pack) {
    pack->citations[FUHE_RULE_COST].confidence = FUHE_CONFIDENCE_VERIFIED;
    pack->citations[FUHE_RULE_COST].source = &paper;
}
static void practice_with_source(struct fuhe_pack *pack) {
    pack->citations[FUHE_RULE_COST].source = &paper;
    pack->citations[FUHE_RULE_COST].clause = FUHE_TEXT("1");
}
static void recalled_in_force(struct fuhe_pack *pack) {
    practice_with_source(pack);
    pack->citations[FUHE_RULE_COST].confidence = FUHE_CONFIDENCE_RECALLED;
}
static void recalled_draft(struct fuhe_pack *pack) {
    recalled_in_force(pack);
    pack->status = FUHE_PACK_DRAFT;
}
static void ends_before_it_begins(struct fuhe_pack *pack) {
    pack->from = 20250101;
    pack->to = 20241231;
}
static void one_day(struct fuhe_pack *pack) {
    pack->from = pack->to = 20240229;
}
static void step_turned_round(struct fuhe_pack *pack) {
    pack->scale[0].low = FUHE_DECIMAL(100);
    pack->scale[0].high = FUHE_DECIMAL(80);
}
static void step_above_100(struct fuhe_pack *pack) {
    pack->scale[0].high = FUHE_DECIMAL(101);
}
static void steps_overlap(struct fuhe_pack *pack) {
    pack->scale[1].high = FUHE_DECIMAL(90);
}
static void step_without_word(struct fuhe_pack *pack) {
    pack->scale[1].words.count = 0;
}
static void word_of_two_steps(struct fuhe_pack *pack) {
    pack->scale[1].words = pack->scale[0].words;
}
static void word_met_and_graded(struct fuhe_pack *pack) {
    pack->met_words = pack->scale[0].words;
}
static void point_within_a_step(struct fuhe_pack *pack) {
    pack->scale[1].low = pack->scale[1].high = FUHE_DECIMAL(90);
    pack->raise = false;
}
static void point_at_an_end(struct fuhe_pack *pack) {
    pack->scale[1].low = pack->scale[1].high = FUHE_DECIMAL(80);
}
static void two_points_at_0(struct fuhe_pack *pack) {
    pack->scale[0].low = pack->scale[0].high = FUHE_DECIMAL(0);
    pack->scale[1].low = pack->scale[1].high = FUHE_DECIMAL(0);
}
static void two_grades_of_one_name(struct fuhe_pack *pack) {
    pack->grades[1].name.zh = FUHE_TEXT("好 ");
}
static void two_grades_of_one_english_name(struct fuhe_pack *pack) {
    pack->grades[1].name.en = FUHE_TEXT("go od");
}
static fuhe_text other_word;
static void output_word(struct fuhe_pack *pack, fuhe_text word) {
    other_word = word;
    pack->categories[FUHE_CATEGORY_OUTPUT].words.items = &other_word;
}
static void word_that_is_a_number(struct fuhe_pack *pack) {
    output_word(pack, FUHE_TEXT("二、"));
}
static void word_behind_a_number(struct fuhe_pack *pack) {
    output_word(pack, FUHE_TEXT("二、产出指标"));
}
static void word_of_two_categories_behind_a_number(struct fuhe_pack *pack) {
    output_word(pack, FUHE_TEXT("二、成本"));
}
static void word_of_two_categories_with_a_space(struct fuhe_pack *pack) {
    output_word(pack, FUHE_TEXT("成 本"));
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
static void tiers_out_of_order(struct fuhe_pack *pack) {
    use_tiers(pack, 2, 20, 3, 10);
}
static void two_tiers_from_2(struct fuhe_pack *pack) {
    use_tiers(pack, 2, 50, 2, 20);
}
static void tier_below_target(struct fuhe_pack *pack) {
    use_tiers(pack, 2, 50, 0, 20);
}
static void tier_cuts_too_much(struct fuhe_pack *pack) {
    use_tiers(pack, 3, 101, 2, 20);
}
static void too_many_tiers(struct fuhe_pack *pack) {
    use_tiers(pack, 3, 50, 2, 20);
    pack->over_tier_count = 65;
}
static void explain_below_target(struct fuhe_pack *pack) {
    pack->over_explain = hundredths(50);
}
static void seven_places(struct fuhe_pack *pack) {
    pack->item_places = 7;
}
static void unspent_above_100(struct fuhe_pack *pack) {
    pack->unspent_rate = FUHE_DECIMAL(101);
}

static const struct broken_case broken_cases[] = {
    {"nothing broken", nothing, FUHE_PROBLEM_NONE, "", "", ""},
    {"linear execution", linear, FUHE_PROBLEM_NONE, "", "", ""},
    {"a period of one day", one_day, FUHE_PROBLEM_NONE, "", "", ""},
    {"recalled in a draft", recalled_draft, FUHE_PROBLEM_NONE, "", "", ""},
    {"over-completion tiers", good_tiers, FUHE_PROBLEM_NONE, "", "", ""},
    {"step of one share at an end of another, and nothing below", point_at_an_end, FUHE_PROBLEM_PACK_GAP, "scale",
     "79.99", ""},
    {"two steps that earn nothing", two_points_at_0, FUHE_PROBLEM_NONE, "", "", ""},
    {"category word behind a number", word_behind_a_number, FUHE_PROBLEM_NONE, "", "", ""},
    {"band gap", lowest_band_60, FUHE_PROBLEM_PACK_GAP, "execution", "59.99", ""},
    {"band gap near 0", lowest_band_tiny, FUHE_PROBLEM_PACK_GAP, "execution", "0", ""},
    {"band overlap", two_bands_from_60, FUHE_PROBLEM_PACK_OVERLAP, "execution", "60", ""},
    {"band never reached", bands_out_of_order, FUHE_PROBLEM_PACK_ORDER, "execution", "60", "50"},
    {"band above 100", band_above_100, FUHE_PROBLEM_PACK_UNREACHABLE, "execution", "110", ""},
    {"band below 0", band_below_0, FUHE_PROBLEM_PACK_VALUE, "execution", "-1", "0..100"},
    {"negative band score", band_negative, FUHE_PROBLEM_PACK_VALUE, "execution", "-1", "0..100"},
    {"no bands", no_bands, FUHE_PROBLEM_PACK_MISSING, "execution", "", "band"},
    {"too many bands", too_many_bands, FUHE_PROBLEM_PACK_VALUE, "execution", "65", "0..64"},
    {"bands of a linear rule", linear_with_bands, FUHE_PROBLEM_PACK_UNREACHABLE, "execution", "100", ""},
    {"no word for the total row", no_total_word, FUHE_PROBLEM_PACK_MISSING, "execution", "", "word"},
    {"grade gap", lowest_grade_60, FUHE_PROBLEM_PACK_GAP, "grades", "59.99", ""},
    {"grade above full marks", grade_above_full_marks, FUHE_PROBLEM_PACK_UNREACHABLE, "grades", "100.01", ""},
    {"grade never reached", grades_out_of_order, FUHE_PROBLEM_PACK_ORDER, "grades", "70", "60"},
    {"grade overlap", two_grades_from_0, FUHE_PROBLEM_PACK_OVERLAP, "grades", "0", ""},
    {"grade id twice", two_grades_of_one_id, FUHE_PROBLEM_PACK_DUPLICATE, "grades", "good", ""},
    {"grade name twice", two_grades_of_one_name, FUHE_PROBLEM_PACK_DUPLICATE, "grades", "好 ", ""},
    {"English grade name twice", two_grades_of_one_english_name, FUHE_PROBLEM_PACK_DUPLICATE, "grades", "go od", ""},
    {"no grade", no_grade, FUHE_PROBLEM_PACK_MISSING, "grades", "", "grade"},
    {"weights of 95", weights_of_95, FUHE_PROBLEM_PACK_WEIGHTS, "weights", "95", "100"},
    {"weights off by a millionth", weight_just_off, FUHE_PROBLEM_PACK_WEIGHTS, "weights", "100.000001", "100"},
    {"variant of 120", variant_of_120, FUHE_PROBLEM_PACK_WEIGHTS, "variant no-cost", "120", "100"},
    {"negative weight", negative_weight, FUHE_PROBLEM_PACK_VALUE, "weights", "-20", "0..100"},
    {"full marks of 0", full_marks_of_0, FUHE_PROBLEM_PACK_VALUE, "weights", "0", "1..1000000"},
    {"category without word", category_without_word, FUHE_PROBLEM_PACK_MISSING, "category effect", "", "word"},
    {"cost without word", cost_without_word, FUHE_PROBLEM_PACK_MISSING, "category cost", "", "word"},
    {"only band below 0", only_band_below_0, FUHE_PROBLEM_PACK_VALUE, "execution", "-1", "0..100"},
    {"word of two categories", word_of_two_categories, FUHE_PROBLEM_PACK_DUPLICATE, "categories", "成本效益", ""},
    {"word of two categories behind a number", word_of_two_categories_behind_a_number, FUHE_PROBLEM_PACK_DUPLICATE,
     "categories", "二、成本", ""},
    {"word of two categories with a space", word_of_two_categories_with_a_space, FUHE_PROBLEM_PACK_DUPLICATE,
     "categories", "成 本", ""},
    {"category word that is a number", word_that_is_a_number, FUHE_PROBLEM_PACK_NO_WORDS, "category output", "二、",
     "a number"},
    {"rule without citation", rule_without_citation, FUHE_PROBLEM_PACK_MISSING, "pack", "", "rounding"},
    {"rule without words", rule_without_words, FUHE_PROBLEM_PACK_MISSING, "rank", "", "en"},
    {"verified without source", verified_without_source, FUHE_PROBLEM_PACK_MISSING, "cost", "", "source"},
    {"source without clause", source_without_clause, FUHE_PROBLEM_PACK_MISSING, "cost", "", "clause"},
    {"practice with a source", practice_with_source, FUHE_PROBLEM_PACK_VALUE, "cost/@confidence", "none",
     "another one, or no source"},
    {"recalled in force", recalled_in_force, FUHE_PROBLEM_PACK_RECALLED, "cost/@confidence", "", ""},
    {"ends before it begins", ends_before_it_begins, FUHE_PROBLEM_PACK_PERIOD, "pack/@from", "2025-01-01",
     "2024-12-31"},
    {"step turned round", step_turned_round, FUHE_PROBLEM_PACK_TURNED, "scale", "100", "80"},
    {"step above 100", step_above_100, FUHE_PROBLEM_PACK_VALUE, "scale", "101", "0..100"},
    {"steps overlap", steps_overlap, FUHE_PROBLEM_PACK_OVERLAP, "scale", "85", ""},
    {"step of one share within another", point_within_a_step, FUHE_PROBLEM_PACK_OVERLAP, "scale", "90", ""},
    {"step without word", step_without_word, FUHE_PROBLEM_PACK_MISSING, "scale", "", "word"},
    {"word of two steps", word_of_two_steps, FUHE_PROBLEM_PACK_DUPLICATE, "scale", "基本完成", ""},
    {"word both met and graded", word_met_and_graded, FUHE_PROBLEM_PACK_WORD_MET, "scale", "基本完成", "words"},
    {"65 tiers", too_many_tiers, FUHE_PROBLEM_PACK_VALUE, "over-completion", "65", "0..64"},
    {"tier never reached", tiers_out_of_order, FUHE_PROBLEM_PACK_ORDER, "over-completion", "3", "2"},
    {"two tiers from 2", two_tiers_from_2, FUHE_PROBLEM_PACK_OVERLAP, "over-completion", "2", ""},
    {"tier below the target", tier_below_target, FUHE_PROBLEM_PACK_RATIO, "over-completion", "0", "20"},
    {"tier cuts too much", tier_cuts_too_much, FUHE_PROBLEM_PACK_VALUE, "over-completion", "101", "0..100"},
    {"explain below the target", explain_below_target, FUHE_PROBLEM_PACK_RATIO, "over-completion", "0.5", "20"},
    {"seven places", seven_places, FUHE_PROBLEM_PACK_VALUE, "rounding", "7", "0..6"},
    {"unspent above 100", unspent_above_100, FUHE_PROBLEM_PACK_VALUE, "unspent", "101", "0..100"},
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

int main(void) {
    return RUN_CASES("broken packs", broken_cases, broken_pack_is_found);
}
