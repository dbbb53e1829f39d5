/* SPDX-License-Identifier: Apache-2.0 */
/* What packs say by the model of the rule book, and what is different between two. */
#include <string.h>

#include "engine/pack_rule.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "report/rulebook_diff.h"
#include "tests/support/cases.h"
#include "tests/support/failing_memory.h"
#include "xml/pack_library.h"

enum { PACKS_MAX = 32 };

static struct fuhe_pack_library library;
static struct fuhe_arena *arena;
static struct fuhe_rulebook books[PACKS_MAX];

static const struct fuhe_rulebook *book_of(const char *id) {
    const size_t index = fuhe_pack_library_find(&library, id);

    assert_true(index < library.count);
    return &books[index];
}

static void expect_text(fuhe_text found, const char *expected) {
    assert_int_equal(found.length, strlen(expected));
    assert_memory_equal(found.bytes, expected, found.length);
}

/* --- values ------------------------------------------------------------------------------------------------------ */

struct value_case {
    const char *name;
    const char *pack;
    enum fuhe_rule rule;
    const char *item;
    const char *value; /* of the last row, when it is a table */
    const char *text;
};

static const struct value_case value_cases[] = {
    {"points", "hubei", FUHE_RULE_EXECUTION, "weight", "20", "20 points"},
    {"a choice", "jilin-yanbian", FUHE_RULE_EXECUTION, "method", "bands", "by bands"},
    {"a rate that is rounded", "national-linear", FUHE_RULE_EXECUTION, "basis", "printed",
     "rounded to 2 decimals first"},
    {"a rate that is not", "jilin-yanbian", FUHE_RULE_EXECUTION, "basis", "exact", "exact, not rounded"},
    {"its decimals all the same", "jilin-yanbian", FUHE_RULE_EXECUTION, "places", "2", "2"},
    {"the cost method", "jilin-yanbian", FUHE_RULE_COST, "method", "proportional",
     "weight × actual cost ÷ target, at most the weight"},
    {"a rounding with its decimals", "mof-2020", FUHE_RULE_ROUNDING, "item-mode", "half-up", "2 decimals, half up"},
    {"a claim that is not raised", "guangxi", FUHE_RULE_CLAIM, "raise", "no", "stays as it is"},
    {"a multiple", "guangxi", FUHE_RULE_OVER_COMPLETION, "explain", "1.3", "from 1.3 times the target"},
    {"a percent", "mof-2020", FUHE_RULE_UNSPENT, "rate", "5", "below 5 %"},
    {"the lowest band", "jilin-yanbian", FUHE_RULE_EXECUTION, "bands", "0", "below 60 %: 0 points"},
    {"the lowest step", "mof-2020", FUHE_RULE_SCALE, "steps", "0", "0 to 60 percent of the weight"},
    {"the lowest grade", "jilin-yanbian", FUHE_RULE_GRADES, "grades", "0", "from 0 points"},
    {"the last variant", "jilin-yanbian", FUHE_RULE_WEIGHTS, "variants", "0",
     "cost 0, output 50, effect 30, satisfaction 10"},
    {"how sure it is", "hubei", FUHE_RULE_WEIGHTS, "confidence", "none", "practice, no text"},
    {"a paper of others", "mof-2020", FUHE_RULE_EXECUTION, "by-analogy", "yes", "made for others, followed by analogy"},
};

static void value_is_said(void **state) {
    const struct value_case *row = *state;
    const struct fuhe_rulebook_item *item = fuhe_rulebook_find(&book_of(row->pack)->rules[row->rule], row->item);
    char text[FUHE_DECIMAL_TEXT_SIZE];

    assert_non_null(item);
    if (item->row_count == 0) {
        expect_text(item->value, row->value);
        expect_text(item->text, row->text);
        return;
    }
    const struct fuhe_rulebook_row *last = &item->rows[item->row_count - 1];
    const size_t length = fuhe_decimal_format(last->figures[0], 0, text);
    expect_text((fuhe_text){text, length}, row->value);
    expect_text(last->text, row->text);
}

/* --- differences ------------------------------------------------------------------------------------------------- */

struct diff_case {
    const char *name;
    const char *before;
    const char *after;
    const char *asking;  /* rules that ask otherwise */
    const char *dressed; /* that are only in other words or by another paper */
};

static const struct diff_case diff_cases[] = {
    {"a pack and itself", "mof-2020", "mof-2020", "", ""},
    {"national without and with cost", "mof-2020", "mof-2021-cost", "weights execution ", "categories rank "},
    {"a province and the national defaults", "hubei", "national-linear", "weights execution ", ""},
    {"a prefecture and the national rules", "jilin-yanbian", "mof-2021-cost", "number-equal cost words scale grades ",
     "categories weights execution number-more claim reasons "},
};

static void name_rules(const struct fuhe_rulebook_diff *diff, bool asking, char text[1024]) {
    text[0] = '\0';
    for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        if (diff->rules[rule] != 0 && FUHE_RULEBOOK_HAS(diff->rules[rule], FUHE_RULEBOOK_ASKS) == asking) {
            strcat(text, fuhe_rule_name((enum fuhe_rule)rule));
            strcat(text, " ");
        }
    }
}

static void difference_is_found(void **state) {
    const struct diff_case *row = *state;
    struct fuhe_rulebook_diff diff;
    char text[1024];

    fuhe_rulebook_compare(book_of(row->before), book_of(row->after), &diff);
    name_rules(&diff, true, text);
    assert_string_equal(text, row->asking);
    name_rules(&diff, false, text);
    assert_string_equal(text, row->dressed);
    assert_int_equal(diff.asking + diff.dressed + diff.same, FUHE_RULE_COUNT - 1);
    assert_int_equal(diff.differs, strcmp(row->before, row->after) != 0);
}

/* --- of all packs ------------------------------------------------------------------------------------------------ */

/* A rule asks otherwise exactly when the engine says so, in whichever order the packs are named. */
static void asks_as_the_engine_says(void **state) {
    struct fuhe_rulebook_diff diff;
    struct fuhe_rulebook_diff turned;

    (void)state;
    for (size_t i = 0; i < library.count; i++) {
        for (size_t j = 0; j < library.count; j++) {
            fuhe_rulebook_compare(&books[i], &books[j], &diff);
            fuhe_rulebook_compare(&books[j], &books[i], &turned);
            assert_memory_equal(diff.rules, turned.rules, sizeof diff.rules);
            assert_int_equal(diff.differs, turned.differs);
            assert_int_equal(diff.differs, i != j);
            for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
                assert_int_equal(FUHE_RULEBOOK_HAS(diff.rules[rule], FUHE_RULEBOOK_ASKS),
                                 !fuhe_pack_same_rule(&library.packs[i], &library.packs[j], (enum fuhe_rule)rule));
            }
        }
    }
}

/* A pack that takes one rule of another differs from what it was in nothing else. */
static void one_rule_taken_is_one_difference(void **state) {
    struct fuhe_arena *scratch = fuhe_arena_new();
    struct fuhe_rulebook book;
    struct fuhe_rulebook_diff whole;
    struct fuhe_rulebook_diff diff;
    size_t taken = 0;

    (void)state;
    assert_non_null(scratch);
    for (size_t i = 1; i < library.count; i++) {
        fuhe_rulebook_compare(&books[0], &books[i], &whole);
        for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
            struct fuhe_pack pack = library.packs[0];
            fuhe_pack_take_rule(&pack, &library.packs[i], (enum fuhe_rule)rule);
            assert_int_equal(fuhe_rulebook_make(scratch, &pack, &book, NULL), FUHE_STATUS_OK);
            fuhe_rulebook_compare(&books[0], &book, &diff);
            assert_int_equal(diff.rules[rule], whole.rules[rule]);
            assert_int_equal(diff.asking + diff.dressed, whole.rules[rule] != 0);
            assert_int_equal(diff.differs, whole.rules[rule] != 0);
            taken += diff.differs;
            fuhe_arena_reset(scratch);
        }
    }
    assert_true(taken > 0);
    fuhe_arena_free(scratch);
}

/* --- one value at a time ----------------------------------------------------------------------------------------- */

struct change_case {
    const char *name;
    void (*change)(struct fuhe_pack *pack);
    enum fuhe_rule rule; /* NONE: none of them */
    unsigned aspects;
};

static void change_places(struct fuhe_pack *pack) {
    pack->execution.rate_places = 3;
}
static void change_band(struct fuhe_pack *pack) {
    static struct fuhe_band bands[4];

    memcpy(bands, pack->execution.bands, sizeof bands);
    bands[1].score = FUHE_DECIMAL(8);
    pack->execution.bands = bands;
}
static void change_words_about_it(struct fuhe_pack *pack) {
    pack->citations[FUHE_RULE_COST].says.zh = FUHE_TEXT("改");
}
static void change_clause(struct fuhe_pack *pack) {
    pack->citations[FUHE_RULE_COST].clause = FUHE_TEXT("改");
}
static void change_when(struct fuhe_pack *pack) {
    static struct fuhe_weight_variant variants[2];

    memcpy(variants, pack->variants, sizeof variants);
    variants[0].when.en = FUHE_TEXT("changed");
    pack->variants = variants;
}
static void change_grade_name(struct fuhe_pack *pack) {
    static struct fuhe_grade grades[4];

    memcpy(grades, pack->grades, sizeof grades);
    grades[3].name.zh = FUHE_TEXT("差");
    pack->grades = grades;
}
static void change_order_of_words(struct fuhe_pack *pack) {
    static fuhe_text words[2];

    words[0] = pack->met_words.items[1];
    words[1] = pack->met_words.items[0];
    pack->met_words = (struct fuhe_text_list){words, 2};
}
static void change_full_marks(struct fuhe_pack *pack) {
    pack->full_marks = FUHE_DECIMAL(120);
}
static void change_severity(struct fuhe_pack *pack) {
    pack->severities[0] = FUHE_SEVERITY_NOTE;
}
static void change_period(struct fuhe_pack *pack) {
    pack->to = 20251231;
}
static void change_source(struct fuhe_pack *pack) {
    pack->source_count--;
}

#define ASKS (1u << FUHE_RULEBOOK_ASKS)
#define WORDED (1u << FUHE_RULEBOOK_WORDED)
#define PAPER (1u << FUHE_RULEBOOK_PAPER)

static const struct change_case change_cases[] = {
    {"decimals of a rate that is not rounded", change_places, FUHE_RULE_EXECUTION, ASKS},
    {"points of a band", change_band, FUHE_RULE_EXECUTION, ASKS},
    {"the rule in words", change_words_about_it, FUHE_RULE_COST, WORDED},
    {"the clause", change_clause, FUHE_RULE_COST, PAPER},
    {"the words for when a variant applies", change_when, FUHE_RULE_WEIGHTS, WORDED},
    {"the name of a grade in the other language", change_grade_name, FUHE_RULE_GRADES, ASKS},
    {"fewer words, in another order", change_order_of_words, FUHE_RULE_WORDS, ASKS},
    {"full marks", change_full_marks, FUHE_RULE_WEIGHTS, ASKS},
    {"a severity", change_severity, FUHE_RULE_NONE, 0},
    {"the period", change_period, FUHE_RULE_NONE, 0},
    {"the sources", change_source, FUHE_RULE_NONE, 0},
};

static void change_is_seen(void **state) {
    const struct change_case *row = *state;
    const struct fuhe_rulebook *yanbian = book_of("jilin-yanbian");
    struct fuhe_pack pack = *yanbian->pack;
    struct fuhe_rulebook book;
    struct fuhe_rulebook_diff diff;

    row->change(&pack);
    assert_int_equal(fuhe_rulebook_make(arena, &pack, &book, NULL), FUHE_STATUS_OK);
    fuhe_rulebook_compare(yanbian, &book, &diff);
    assert_true(diff.differs);
    assert_int_equal(diff.asking + diff.dressed, row->rule != FUHE_RULE_NONE);
    assert_int_equal(diff.rules[row->rule], row->aspects);
}

/* --- scales and tiers, for people -------------------------------------------------------------------------------- */

enum { STEPS_MAX = 7, WORDS_MAX = 2 };

struct plain_step {
    int low;
    int high; /* 0: none */
    const char *words[WORDS_MAX];
};

struct scale_case {
    const char *name;
    struct plain_step before[STEPS_MAX];
    struct plain_step after[STEPS_MAX];
    const char *language;
    const char *told; /* below the heading of the rule */
};

static const struct scale_case scale_cases[] = {
    {"a bound that two steps share",
     {{80, 100, {"达成", "已达成"}}, {60, 80, {"部分达成"}}, {0, 60, {"未达成"}}},
     {{80, 100, {"达成", "已达成"}}, {50, 80, {"部分达成"}}, {0, 50, {"未达成"}}},
     "en",
     "    Second band: lower end 60 % → 50 %\n"
     "    Third band: upper end 60 % → 50 %\n"},
    {"a bound in Chinese",
     {{80, 100, {"达成", "已达成"}}, {60, 80, {"部分达成"}}, {0, 60, {"未达成"}}},
     {{80, 100, {"达成", "已达成"}}, {50, 80, {"部分达成"}}, {0, 50, {"未达成"}}},
     "zh",
     "    第二档下限 60% → 50%\n"
     "    第三档上限 60% → 50%\n"},
    {"both ends of a step",
     {{80, 100, {"达成", "已达成"}}},
     {{70, 90, {"达成", "已达成"}}},
     "en",
     "    First band: lower end 80 % → 70 %\n"
     "    First band: upper end 100 % → 90 %\n"},
    {"words with a bound",
     {{80, 100, {"达成", "已达成"}}, {60, 80, {"部分达成"}}},
     {{80, 100, {"达成", "已达成"}}, {50, 80, {"部分达成", "未达成"}}},
     "en",
     "    Second band: lower end 60 % → 50 %\n"
     "                              added: 未达成\n"},
    {"words alone",
     {{80, 100, {"达成", "已达成"}}},
     {{80, 100, {"部分达成"}}},
     "en",
     "    80 to 100 percent of the weight\n"
     "                              removed: 达成, 已达成\n"
     "                              added: 部分达成\n"},
    {"the best is the first, wherever it stands",
     {{0, 60, {"未达成"}}, {80, 100, {"达成", "已达成"}}},
     {{80, 100, {"达成", "已达成"}}, {0, 50, {"未达成"}}},
     "en",
     "    Second band: upper end 60 % → 50 %\n"},
    {"a step more: by the words",
     {{80, 100, {"达成", "已达成"}}, {0, 60, {"未达成"}}},
     {{80, 100, {"达成", "已达成"}}, {60, 80, {"部分达成"}}, {0, 50, {"未达成"}}},
     "en",
     "    Second band: upper end 60 % → 50 %\n"
     "    added: 60 to 80 percent of the weight\n"
     "                              部分达成\n"},
    {"a step less",
     {{80, 100, {"达成", "已达成"}}, {60, 80, {"部分达成"}}, {0, 60, {"未达成"}}},
     {{80, 100, {"达成", "已达成"}}, {0, 60, {"未达成"}}},
     "en",
     "    removed: 60 to 80 percent of the weight\n"
     "                              部分达成\n"},
    {"a seventh band",
     {{90, 100, {"一"}},
      {80, 89, {"二"}},
      {70, 79, {"三"}},
      {60, 69, {"四"}},
      {50, 59, {"五"}},
      {40, 49, {"六"}},
      {0, 39, {"七"}}},
     {{90, 100, {"一"}},
      {80, 89, {"二"}},
      {70, 79, {"三"}},
      {60, 69, {"四"}},
      {50, 59, {"五"}},
      {40, 49, {"六"}},
      {10, 39, {"七"}}},
     "en",
     "    Band 7: lower end 0 % → 10 %\n"},
};

/* What is told of a rule on which alone two packs differ. */
static void expect_told(const struct fuhe_pack *packs, const char *language, const char *heading,
                        const char *expected) {
    struct fuhe_rulebook pair[2];
    struct fuhe_rulebook_diff diff;
    struct fuhe_memory_output *output = fuhe_memory_output_new();
    char whole[2048];

    assert_true(fuhe_language_set(language, LOCALE_FOLDER));
    assert_non_null(output);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(fuhe_rulebook_make(arena, &packs[i], &pair[i], NULL), FUHE_STATUS_OK);
    }
    fuhe_rulebook_compare(&pair[0], &pair[1], &diff);
    fuhe_rulebook_diff_write(&output->output, &diff);
    fuhe_output_char(&output->output, '\0');
    const char *found = strstr(fuhe_memory_output_text(output).bytes, heading);
    assert_non_null(found);
    found += strlen(heading);
    const char *end = strstr(found, "\n\n");
    assert_non_null(end);
    assert_true((size_t)(end - found) + 2 < sizeof whole);
    memcpy(whole, found, (size_t)(end - found) + 1);
    whole[end - found + 1] = '\0';
    assert_string_equal(whole, expected);
    fuhe_memory_output_free(output);
    assert_true(fuhe_language_set("en", NULL));
}

static void take_scale(const struct plain_step *plain, struct fuhe_pack *pack) {
    pack->scale = fuhe_arena_allocate(arena, STEPS_MAX, sizeof *pack->scale);
    assert_non_null(pack->scale);
    for (pack->scale_count = 0; pack->scale_count < STEPS_MAX && plain->high > 0; plain++) {
        struct fuhe_scale_step *step = &pack->scale[pack->scale_count++];
        fuhe_text *words = fuhe_arena_allocate(arena, WORDS_MAX, sizeof *words);
        assert_non_null(words);
        *step = (struct fuhe_scale_step){{words, 0}, FUHE_DECIMAL(plain->low), FUHE_DECIMAL(plain->high)};
        while (step->words.count < WORDS_MAX && plain->words[step->words.count] != NULL) {
            words[step->words.count] = fuhe_text_of(plain->words[step->words.count]);
            step->words.count++;
        }
    }
}

static void scale_is_told(void **state) {
    const struct scale_case *row = *state;
    struct fuhe_pack packs[2] = {*book_of("mof-2020")->pack, *book_of("mof-2020")->pack};

    take_scale(row->before, &packs[0]);
    take_scale(row->after, &packs[1]);
    expect_told(packs, row->language, " [scale]\n", row->told);
}

struct tier_case {
    const char *name;
    size_t before;
    size_t after;
    const char *language;
    const char *told;
};

static const struct tier_case tier_cases[] = {
    {"none before", 0, 2, "en",
     "    Points taken off          none\n"
     "                              → 10 percent of the weight from 2 times the target\n"
     "                                5 percent of the weight from 1 times the target\n"},
    {"none after", 2, 0, "zh",
     "    扣分                      达到指标值2倍扣分值的10%\n"
     "                              达到指标值1倍扣分值的5%\n"
     "                              → 无\n"},
};

static void tiers_are_told(void **state) {
    struct fuhe_over_tier tiers[] = {{FUHE_DECIMAL(2), FUHE_DECIMAL(10)}, {FUHE_DECIMAL(1), FUHE_DECIMAL(5)}};
    const struct tier_case *row = *state;
    struct fuhe_pack packs[2] = {*book_of("mof-2020")->pack, *book_of("mof-2020")->pack};

    packs[0].over_tiers = tiers;
    packs[0].over_tier_count = row->before;
    packs[1].over_tiers = tiers;
    packs[1].over_tier_count = row->after;
    expect_told(packs, row->language, " [over-completion]\n", row->told);
}

/* --- memory ------------------------------------------------------------------------------------------------------ */

static enum fuhe_status make_a_book(const void *context) {
    struct fuhe_arena *scratch = fuhe_arena_new();
    struct fuhe_rulebook book;
    const enum fuhe_status status =
        scratch == NULL ? FUHE_STATUS_NO_MEMORY : fuhe_rulebook_make(scratch, context, &book, NULL);

    fuhe_arena_free(scratch);
    return status;
}

static void gives_up_without_memory(void **state) {
    (void)state;
    assert_true(failing_memory_exhaust(make_a_book, &library.packs[0]) > 1);
}

int main(void) {
    static const struct { const char *name; } alone[] = {{"of all packs"}};
    int failures = 0;

    if (!fuhe_language_set("en", NULL) || fuhe_pack_library_init(&library, NULL) != FUHE_STATUS_OK ||
        library.count > PACKS_MAX || (arena = fuhe_arena_new()) == NULL) {
        return 1;
    }
    for (size_t i = 0; i < library.count; i++) {
        failures += fuhe_rulebook_make(arena, &library.packs[i], &books[i], NULL) != FUHE_STATUS_OK;
    }
    failures += RUN_CASES("value", value_cases, value_is_said);
    failures += RUN_CASES("difference", diff_cases, difference_is_found);
    failures += RUN_CASES("change", change_cases, change_is_seen);
    failures += RUN_CASES("scale", scale_cases, scale_is_told);
    failures += RUN_CASES("tiers", tier_cases, tiers_are_told);
    failures += RUN_CASES("asks as the engine says", alone, asks_as_the_engine_says);
    failures += RUN_CASES("one rule taken is one difference", alone, one_rule_taken_is_one_difference);
    failures += RUN_CASES("gives up without memory", alone, gives_up_without_memory);
    fuhe_arena_free(arena);
    fuhe_pack_library_free(&library);
    return failures;
}
