/* SPDX-License-Identifier: Apache-2.0 */
/* Proves that a pack holds together before any form is scored by it. Each proof is a function that either succeeds or
 * fails with a counter-example: a rate, a total or a pair of figures that the rules treat wrongly. Ladders of cuts
 * (execution bands, grades) are walked from the top as the engine walks them. What holds by its form is then tried
 * (pack_prove.c). */
#include "engine/pack_trial.h"

#include <stdio.h>

#include "engine/value_words.h"

#define PERCENT_MAX FUHE_DECIMAL(100)

static enum fuhe_status missing(struct fuhe_error *err, const char *subject, const char *expected) {
    return fuhe_pack_fault(err, FUHE_PROBLEM_PACK_MISSING, subject, NULL, expected);
}

/* "variant no-cost" */
struct label {
    char text[96];
};

static struct label label_of(const char *kind, fuhe_text id) {
    struct label label;

    (void)snprintf(label.text, sizeof label.text, "%s %.*s", kind, (int)(id.length < 64 ? id.length : 64),
                   id.length == 0 ? "" : id.bytes);
    return label;
}

static enum fuhe_status tell_word(struct fuhe_error *err, enum fuhe_problem problem, const char *subject,
                                  fuhe_text word, const char *expected) {
    char found[512]; /* more than an error keeps */

    (void)snprintf(found, sizeof found, "%.*s", (int)(word.length < 500 ? word.length : 500),
                   word.length == 0 ? "" : word.bytes);
    return fuhe_pack_fault(err, problem, subject, found, expected);
}

static enum fuhe_status repeated(struct fuhe_error *err, const char *subject, fuhe_text word) {
    return tell_word(err, FUHE_PROBLEM_PACK_DUPLICATE, subject, word, NULL);
}

static enum fuhe_status tell_figures(struct fuhe_error *err, enum fuhe_problem problem, const char *subject,
                                     fuhe_decimal found, fuhe_decimal expected) {
    char texts[2][FUHE_DECIMAL_TEXT_SIZE];

    (void)fuhe_decimal_format(found, 0, texts[0]);
    (void)fuhe_decimal_format(expected, 0, texts[1]);
    return fuhe_pack_fault(err, problem, subject, texts[0], texts[1]);
}

static enum fuhe_status check_range(const char *subject, fuhe_decimal value, fuhe_decimal low, fuhe_decimal high,
                                    struct fuhe_error *err) {
    char found[FUHE_DECIMAL_TEXT_SIZE];
    char ends[2][FUHE_DECIMAL_TEXT_SIZE];
    char expected[2 * FUHE_DECIMAL_TEXT_SIZE + 4];

    if (fuhe_decimal_compare(value, low) >= 0 && fuhe_decimal_compare(value, high) <= 0) {
        return FUHE_STATUS_OK;
    }
    (void)fuhe_decimal_format(value, 0, found);
    (void)fuhe_decimal_format(low, 0, ends[0]);
    (void)fuhe_decimal_format(high, 0, ends[1]);
    (void)snprintf(expected, sizeof expected, "%s..%s", ends[0], ends[1]);
    return fuhe_pack_fault(err, FUHE_PROBLEM_PACK_VALUE, subject, found, expected);
}

/* Identity and papers. */

static void write_date(int32_t date, char text[16]) {
    (void)snprintf(text, 16, "%04u-%02u-%02u", (unsigned)date / 10000 % 10000, (unsigned)date / 100 % 100,
                   (unsigned)date % 100);
}

static enum fuhe_status check_period(const struct fuhe_pack *pack, struct fuhe_error *err) {
    char found[16];
    char expected[16];

    if (pack->from == 0 || pack->to == 0 || pack->from <= pack->to) {
        return FUHE_STATUS_OK;
    }
    write_date(pack->from, found);
    write_date(pack->to, expected);
    return fuhe_pack_fault(err, FUHE_PROBLEM_PACK_PERIOD, "pack/@from", found, expected);
}

/* Texts that a new pack has until somebody writes them; none goes into force with them. */
static enum fuhe_status check_filled(const struct fuhe_pack *pack, const char *subject, fuhe_text text,
                                     struct fuhe_error *err) {
    const bool is_open = fuhe_text_contains(text, FUHE_TEXT("待填）")) ||
                         fuhe_text_contains(text, FUHE_TEXT("to be filled in)")) ||
                         (text.length > 0 && fuhe_value_nothing_kind(text) == FUHE_VALUE_NONE);

    return is_open && pack->status != FUHE_PACK_DRAFT
               ? tell_word(err, FUHE_PROBLEM_PACK_PLACEHOLDER, subject, text, NULL)
               : FUHE_STATUS_OK;
}

static enum fuhe_status check_both_filled(const struct fuhe_pack *pack, const char *subject,
                                          struct fuhe_bilingual texts, struct fuhe_error *err) {
    FUHE_TRY(check_filled(pack, subject, texts.zh, err));
    return check_filled(pack, subject, texts.en, err);
}

static enum fuhe_status check_head(const struct fuhe_pack *pack, struct fuhe_error *err) {
    FUHE_TRY(check_both_filled(pack, "title", pack->title, err));
    FUHE_TRY(check_both_filled(pack, "issuer", pack->issuer, err));
    for (size_t i = 0; i < pack->source_count; i++) {
        const struct label label = label_of("source", pack->sources[i].id);
        FUHE_TRY(check_filled(pack, label.text, pack->sources[i].document, err));
        FUHE_TRY(check_both_filled(pack, label.text, pack->sources[i].title, err));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status check_citation(const struct fuhe_pack *pack, enum fuhe_rule rule, struct fuhe_error *err) {
    const struct fuhe_citation *citation = &pack->citations[rule];
    const char *name = fuhe_rule_name(rule);
    const bool practice = citation->confidence == FUHE_CONFIDENCE_NONE;
    char subject[64];

    if (!citation->present) {
        return missing(err, "pack", name);
    }
    if (citation->says.zh.length == 0 || citation->says.en.length == 0) {
        return missing(err, name, citation->says.zh.length == 0 ? "zh" : "en");
    }
    if (!practice && citation->source == NULL) {
        return missing(err, name, "source");
    }
    if (citation->source != NULL && citation->clause.length == 0) {
        return missing(err, name, "clause");
    }
    (void)snprintf(subject, sizeof subject, "%s/@confidence", name);
    if (practice && citation->source != NULL) {
        return fuhe_pack_fault(err, FUHE_PROBLEM_PACK_VALUE, subject, fuhe_confidence_name(citation->confidence),
                               "another one, or no source");
    }
    if (citation->confidence == FUHE_CONFIDENCE_RECALLED && pack->status != FUHE_PACK_DRAFT) {
        return fuhe_pack_fault(err, FUHE_PROBLEM_PACK_RECALLED, subject, NULL, NULL);
    }
    FUHE_TRY(check_filled(pack, name, citation->clause, err));
    FUHE_TRY(check_both_filled(pack, name, citation->why, err));
    return check_both_filled(pack, name, citation->says, err);
}

static enum fuhe_status check_papers(const struct fuhe_pack *pack, struct fuhe_error *err) {
    for (size_t i = FUHE_RULE_NONE + 1; i < FUHE_RULE_COUNT; i++) {
        FUHE_TRY(check_citation(pack, (enum fuhe_rule)i, err));
    }
    return FUHE_STATUS_OK;
}

/* Words. */

/* Whether one word begins the other, as they are found on forms: spaces and the number in front aside. */
static bool may_be_taken_for(fuhe_text a, fuhe_text b) {
    char bytes[2][FUHE_LEVEL1_BYTES];
    const fuhe_text words[] = {fuhe_level1_word(a, bytes[0]), fuhe_level1_word(b, bytes[1])};

    return fuhe_text_starts_with(words[0], words[1]) || fuhe_text_starts_with(words[1], words[0]);
}

/* A word of one category that begins a word of another would make the order of the categories decide. */
static enum fuhe_status check_two_categories(const struct fuhe_text_list *a, const struct fuhe_text_list *b,
                                             const char *subject, struct fuhe_error *err) {
    for (size_t i = 0; i < a->count; i++) {
        for (size_t j = 0; j < b->count; j++) {
            if (may_be_taken_for(a->items[i], b->items[j])) {
                return repeated(err, subject, b->items[j]);
            }
        }
    }
    return FUHE_STATUS_OK;
}

/* A number alone (一、) would begin the words of every category. */
static enum fuhe_status check_category_words(const struct fuhe_text_list *words, const char *subject,
                                             struct fuhe_error *err) {
    char bytes[FUHE_LEVEL1_BYTES];

    if (words->count == 0) {
        return missing(err, subject, "word");
    }
    for (size_t i = 0; i < words->count; i++) {
        if (fuhe_level1_word(words->items[i], bytes).length == 0) {
            return tell_word(err, FUHE_PROBLEM_PACK_NO_WORDS, subject, words->items[i], "a number");
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status check_categories(const struct fuhe_pack *pack, struct fuhe_error *err) {
    const struct fuhe_category_rule *categories = pack->categories;

    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        const struct label label = label_of("category", fuhe_text_of(fuhe_category_name((enum fuhe_category)i)));
        FUHE_TRY(check_category_words(&categories[i].words, label.text, err));
        for (size_t j = 0; j < i; j++) {
            FUHE_TRY(check_two_categories(&categories[j].words, &categories[i].words, "categories", err));
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status check_disjoint(const struct fuhe_text_list *a, const struct fuhe_text_list *b,
                                       struct fuhe_error *err) {
    for (size_t i = 0; i < a->count; i++) {
        if (fuhe_text_list_has(b, a->items[i])) {
            return repeated(err, "scale", a->items[i]);
        }
    }
    return FUHE_STATUS_OK;
}

/* Weights. */

static enum fuhe_status check_sum(const struct fuhe_pack *pack, const fuhe_decimal weights[FUHE_CATEGORY_COUNT],
                                  const char *subject, struct fuhe_error *err) {
    char found[FUHE_DECIMAL_TEXT_SIZE];
    char expected[FUHE_DECIMAL_TEXT_SIZE];
    fuhe_decimal sum = pack->execution.weight;

    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        FUHE_TRY(check_range(subject, weights[i], FUHE_DECIMAL(0), pack->full_marks, err));
        sum.scaled += weights[i].scaled; /* far from overflow: each is at most full marks */
    }
    if (fuhe_decimal_equals(sum, pack->full_marks)) {
        return FUHE_STATUS_OK;
    }
    (void)fuhe_decimal_format(sum, 0, found);
    (void)fuhe_decimal_format(pack->full_marks, 0, expected);
    return fuhe_pack_fault(err, FUHE_PROBLEM_PACK_WEIGHTS, subject, found, expected);
}

static enum fuhe_status check_weights(const struct fuhe_pack *pack, struct fuhe_error *err) {
    fuhe_decimal weights[FUHE_CATEGORY_COUNT];

    FUHE_TRY(check_range("weights", pack->full_marks, FUHE_DECIMAL(1), FUHE_DECIMAL(1000000), err));
    FUHE_TRY(check_range("execution", pack->execution.weight, FUHE_DECIMAL(0), pack->full_marks, err));
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        weights[i] = pack->categories[i].weight;
    }
    FUHE_TRY(check_sum(pack, weights, "weights", err));
    for (size_t i = 0; i < pack->variant_count; i++) {
        const struct label label = label_of("variant", pack->variants[i].id);
        FUHE_TRY(check_sum(pack, pack->variants[i].weights, label.text, err));
    }
    return FUHE_STATUS_OK;
}

/* Ladders of cuts: at least from[0], at least from[1], …, the last one 0. */

enum { MOST_CUTS = FUHE_TRIAL_EDGES_MAX };

struct cuts {
    const char *subject; /* "execution" */
    const char *step;    /* "band" */
    fuhe_decimal top;    /* no value is above it */
    size_t count;
    fuhe_decimal from[MOST_CUTS];
};

/* Every value that reaches the higher one has already been taken by the one in front of it. */
static enum fuhe_status tell_order(struct fuhe_error *err, const char *subject, fuhe_decimal higher,
                                   fuhe_decimal lower) {
    return tell_figures(err, FUHE_PROBLEM_PACK_ORDER, subject, higher, lower);
}

static enum fuhe_status check_neighbours(const struct cuts *cuts, size_t lower, struct fuhe_error *err) {
    const int order = fuhe_decimal_compare(cuts->from[lower - 1], cuts->from[lower]);

    if (order == 0) {
        return fuhe_pack_fault_number(err, FUHE_PROBLEM_PACK_OVERLAP, cuts->subject, cuts->from[lower]);
    }
    return order < 0 ? tell_order(err, cuts->subject, cuts->from[lower], cuts->from[lower - 1]) : FUHE_STATUS_OK;
}

/* A value just below the lowest cut, shown with two decimals as rates and totals are. */
static fuhe_decimal below(fuhe_decimal cut) {
    const int64_t hundredth = FUHE_DECIMAL_ONE / 100;

    return (fuhe_decimal){cut.scaled > hundredth ? cut.scaled - hundredth : 0};
}

static enum fuhe_status check_cuts(const struct cuts *cuts, struct fuhe_error *err) {
    if (cuts->count == 0) {
        return missing(err, cuts->subject, cuts->step);
    }
    if (fuhe_decimal_compare(cuts->from[0], cuts->top) > 0) {
        return fuhe_pack_fault_number(err, FUHE_PROBLEM_PACK_UNREACHABLE, cuts->subject, cuts->from[0]);
    }
    for (size_t i = 0; i < cuts->count; i++) {
        FUHE_TRY(check_range(cuts->subject, cuts->from[i], FUHE_DECIMAL(0), cuts->top, err));
        if (i > 0) {
            FUHE_TRY(check_neighbours(cuts, i, err));
        }
    }
    const fuhe_decimal lowest = cuts->from[cuts->count - 1];
    if (fuhe_decimal_compare(lowest, FUHE_DECIMAL(0)) != 0) {
        return fuhe_pack_fault_number(err, FUHE_PROBLEM_PACK_GAP, cuts->subject, below(lowest));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status check_count(const char *subject, size_t count, struct fuhe_error *err) {
    const fuhe_decimal value = {(int64_t)(count < 10000 ? count : 10000) * FUHE_DECIMAL_ONE};

    return check_range(subject, value, FUHE_DECIMAL(0), FUHE_DECIMAL(MOST_CUTS), err);
}

static enum fuhe_status check_execution(const struct fuhe_pack *pack, struct fuhe_error *err) {
    const struct fuhe_execution_rule *execution = &pack->execution;
    struct cuts cuts = {.subject = "execution", .step = "band", .top = PERCENT_MAX, .count = execution->band_count};

    if (execution->total_words.count == 0) {
        return missing(err, "execution", "word");
    }
    if (execution->method == FUHE_EXECUTION_LINEAR) { /* a linear score never looks at bands */
        return execution->band_count == 0
                   ? FUHE_STATUS_OK
                   : fuhe_pack_fault_number(err, FUHE_PROBLEM_PACK_UNREACHABLE, "execution", execution->bands[0].from);
    }
    FUHE_TRY(check_count("execution", execution->band_count, err));
    for (size_t i = 0; i < execution->band_count; i++) {
        FUHE_TRY(check_range("execution", execution->bands[i].score, FUHE_DECIMAL(0), pack->full_marks, err));
        cuts.from[i] = execution->bands[i].from;
    }
    return check_cuts(&cuts, err);
}

/* A form prints the name of its grade, which must say which one that is. */
static enum fuhe_status check_two_grades(const struct fuhe_grade *a, const struct fuhe_grade *b,
                                         struct fuhe_error *err) {
    if (fuhe_text_equals(a->id, b->id)) {
        return repeated(err, "grades", b->id);
    }
    if (fuhe_text_same_name(a->name.zh, b->name.zh)) {
        return repeated(err, "grades", b->name.zh);
    }
    return fuhe_text_same_name(a->name.en, b->name.en) ? repeated(err, "grades", b->name.en) : FUHE_STATUS_OK;
}

static enum fuhe_status check_grades(const struct fuhe_pack *pack, struct fuhe_error *err) {
    struct cuts cuts = {.subject = "grades", .step = "grade", .top = pack->full_marks, .count = pack->grade_count};

    FUHE_TRY(check_count("grades", pack->grade_count, err));
    for (size_t i = 0; i < pack->grade_count; i++) {
        cuts.from[i] = pack->grades[i].from;
        for (size_t j = 0; j < i; j++) {
            FUHE_TRY(check_two_grades(&pack->grades[j], &pack->grades[i], err));
        }
    }
    return check_cuts(&cuts, err);
}

/* Scales in words and cuts for going far beyond a target. */

/* Whether a step that allows one share only lies within another, and not at an end of it. */
static bool is_point_within(const struct fuhe_scale_step *point, const struct fuhe_scale_step *step) {
    return fuhe_decimal_equals(point->low, point->high) && fuhe_decimal_compare(point->low, step->low) > 0 &&
           fuhe_decimal_compare(point->low, step->high) < 0;
}

/* Steps may touch (80 ends one and begins the next) but share no more than that edge. */
static enum fuhe_status check_two_steps(const struct fuhe_scale_step *a, const struct fuhe_scale_step *b,
                                        struct fuhe_error *err) {
    const fuhe_decimal low = fuhe_decimal_max(a->low, b->low);
    const fuhe_decimal high = fuhe_decimal_min(a->high, b->high);

    FUHE_TRY(check_disjoint(&a->words, &b->words, err));
    if (fuhe_decimal_compare(low, high) >= 0 && !is_point_within(a, b) && !is_point_within(b, a)) {
        return FUHE_STATUS_OK;
    }
    return fuhe_pack_fault_number(err, FUHE_PROBLEM_PACK_OVERLAP, "scale",
                                  (fuhe_decimal){(low.scaled + high.scaled) / 2});
}

/* Words of an overlay meet those that it inherits, which its document does not show. */
static enum fuhe_status check_not_met(const struct fuhe_pack *pack, const struct fuhe_scale_step *step,
                                      struct fuhe_error *err) {
    const bool is_inherited = pack->base != NULL && pack->citations[FUHE_RULE_WORDS].why.zh.length == 0;
    char place[96];

    (void)snprintf(place, sizeof place, "%s%s%.*s%s", "words", is_inherited ? " (" : "",
                   is_inherited ? (int)(pack->base->id.length < 64 ? pack->base->id.length : 64) : 0,
                   is_inherited ? pack->base->id.bytes : "", is_inherited ? ")" : "");
    for (size_t i = 0; i < step->words.count; i++) {
        if (fuhe_text_list_has(&pack->met_words, step->words.items[i])) {
            return tell_word(err, FUHE_PROBLEM_PACK_WORD_MET, "scale", step->words.items[i], place);
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status check_scale(const struct fuhe_pack *pack, struct fuhe_error *err) {
    for (size_t i = 0; i < pack->scale_count; i++) {
        const struct fuhe_scale_step *step = &pack->scale[i];
        if (step->words.count == 0) {
            return missing(err, "scale", "word");
        }
        FUHE_TRY(check_range("scale", step->high, FUHE_DECIMAL(0), PERCENT_MAX, err));
        if (fuhe_decimal_compare(step->low, step->high) > 0) {
            return tell_figures(err, FUHE_PROBLEM_PACK_TURNED, "scale", step->low, step->high);
        }
        FUHE_TRY(check_range("scale", step->low, FUHE_DECIMAL(0), step->high, err));
        FUHE_TRY(check_not_met(pack, step, err));
        for (size_t j = 0; j < i; j++) {
            FUHE_TRY(check_two_steps(&pack->scale[j], step, err));
        }
    }
    return FUHE_STATUS_OK;
}

/* Multiples of a target; 200 for 200 % would be one that no result reaches. */
static enum fuhe_status check_multiple(const char *subject, fuhe_decimal ratio, struct fuhe_error *err) {
    const fuhe_decimal most = FUHE_DECIMAL(20);
    const bool is_one = fuhe_decimal_compare(ratio, FUHE_DECIMAL(1)) >= 0 && fuhe_decimal_compare(ratio, most) <= 0;

    return is_one ? FUHE_STATUS_OK : tell_figures(err, FUHE_PROBLEM_PACK_RATIO, subject, ratio, most);
}

static enum fuhe_status check_tiers(const struct fuhe_pack *pack, struct fuhe_error *err) {
    const char *subject = "over-completion";

    if (!fuhe_decimal_equals(pack->over_explain, FUHE_DECIMAL(0))) {
        FUHE_TRY(check_multiple(subject, pack->over_explain, err));
    }
    FUHE_TRY(check_count(subject, pack->over_tier_count, err));
    for (size_t i = 0; i < pack->over_tier_count; i++) {
        const struct fuhe_over_tier *tier = &pack->over_tiers[i];
        FUHE_TRY(check_multiple(subject, tier->ratio, err));
        FUHE_TRY(check_range(subject, tier->cut, FUHE_DECIMAL(0), PERCENT_MAX, err));
        if (i == 0) {
            continue;
        }
        const int order = fuhe_decimal_compare(tier[-1].ratio, tier->ratio);
        if (order == 0) {
            return fuhe_pack_fault_number(err, FUHE_PROBLEM_PACK_OVERLAP, subject, tier->ratio);
        }
        if (order < 0) {
            return tell_order(err, subject, tier->ratio, tier[-1].ratio);
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status check_places(const struct fuhe_pack *pack, struct fuhe_error *err) {
    const unsigned places[] = {pack->item_places, pack->total_places, pack->execution.rate_places};

    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        const fuhe_decimal value = {(int64_t)places[i] * FUHE_DECIMAL_ONE};
        FUHE_TRY(check_range("rounding", value, FUHE_DECIMAL(0), FUHE_DECIMAL(FUHE_DECIMAL_PLACES), err));
    }
    return check_range("unspent", pack->unspent_rate, FUHE_DECIMAL(0), PERCENT_MAX, err);
}

enum fuhe_status fuhe_pack_validate(const struct fuhe_pack *pack, struct fuhe_error *err) {
    static enum fuhe_status (*const proofs[])(const struct fuhe_pack *, struct fuhe_error *) = {
        check_period,    check_head,   check_papers, check_categories, check_weights,
        check_execution, check_grades, check_scale,  check_tiers,      check_places,
    };

    for (size_t i = 0; i < sizeof proofs / sizeof proofs[0]; i++) {
        FUHE_TRY(proofs[i](pack, err));
    }
    return fuhe_pack_prove(pack, NULL, err);
}
